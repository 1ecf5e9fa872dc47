"""What is kept of a record that was removed: when, and the record itself.

Without it, a computer that still has the record could not know that it is to go; with it, nothing
is lost where a later change from elsewhere brings the record back.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec

from callbacktui.store.format.cells import cell_of, stamped_of
from callbacktui.store.format.version_stamp import ZERO, is_stamp


class Tombstone(msgspec.Struct, frozen=True):
    """A removed record: its table and id, the stamp of its removal, its JSON as it was."""

    id: str
    gone: str
    was: msgspec.Raw


class RecordVersion(NamedTuple):
    """A record's JSON, and the stamp of its removal, empty for one that is there."""

    json: bytes
    gone: str = ""

    @property
    def stamps(self) -> Iterable[str]:
        """When its cells were set."""
        return stamped_of(self.json).stamps.values()


_TOMBS: Final = msgspec.json.Decoder(Tombstone)


def tombstone_id(table: str, record_id: str) -> str:
    """Return by what the tomb of a record goes."""
    return cell_of(table, record_id)


def encode_tombstone(tomb: Tombstone) -> bytes:
    """Return a tomb as JSON."""
    return msgspec.json.encode(tomb)


def decode_tombstone(json: bytes) -> Tombstone:
    """Return a tomb of its JSON; raise `ValueError`."""
    return _TOMBS.decode(json)


def decode_version(json: bytes) -> RecordVersion:
    """Return what a tomb keeps; raise `ValueError`."""
    tomb = decode_tombstone(json)
    return RecordVersion(bytes(tomb.was), tomb.gone if is_stamp(tomb.gone) else ZERO)


def tombstone_json(table: str, record_id: str, kept: RecordVersion) -> bytes:
    """Return the tomb of a removed record as JSON."""
    return encode_tombstone(
        Tombstone(tombstone_id(table, record_id), kept.gone, msgspec.Raw(kept.json))
    )


def parse_tombstone_id(tombstone_id: str) -> tuple[str, str]:
    """Return the table and id of a tomb's record."""
    table, _, record_id = tombstone_id.partition("/")
    return table.replace("~2", "*").replace("~1", "/").replace("~0", "~"), record_id

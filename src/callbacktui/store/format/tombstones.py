"""Tombstones: what is stored of a removed record, namely when it was removed, and the record.

Without a tombstone, a computer that still has the record could not know that it was removed. With
one, nothing is lost if a later edit on another computer brings the record back.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec

from callbacktui.store.format.cells import cell_of, stamped_of
from callbacktui.store.format.change_stamp import ZERO, is_stamp


class Tombstone(msgspec.Struct, frozen=True):
    """A removed record: its table and id, the version stamp of its removal, its last JSON."""

    id: str
    gone: str
    was: msgspec.Raw


class RecordVersion(NamedTuple):
    """The JSON of a record, and the stamp of its removal (empty if it was not removed)."""

    json: bytes
    gone: str = ""

    @property
    def stamps(self) -> Iterable[str]:
        """The version stamps of its cells."""
        return stamped_of(self.json).stamps.values()


_DECODER: Final = msgspec.json.Decoder(Tombstone)


def tombstone_id(table: str, record_id: str) -> str:
    """Return the id of the tombstone of a record: `table/id`."""
    return cell_of(table, record_id)


def encode_tombstone(tombstone: Tombstone) -> bytes:
    """Encode a tombstone as JSON."""
    return msgspec.json.encode(tombstone)


def decode_tombstone(json: bytes) -> Tombstone:
    """Decode a tombstone from JSON.

    Raises:
        ValueError: if it is none.
    """
    return _DECODER.decode(json)


def decode_version(json: bytes) -> RecordVersion:
    """Return the removed record in the JSON of a tombstone.

    Raises:
        ValueError: if it is none.
    """
    tombstone = decode_tombstone(json)
    return RecordVersion(bytes(tombstone.was), tombstone.gone if is_stamp(tombstone.gone) else ZERO)


def tombstone_json(table: str, record_id: str, kept: RecordVersion) -> bytes:
    """Return the tombstone of a removed record as JSON."""
    return encode_tombstone(
        Tombstone(tombstone_id(table, record_id), kept.gone, msgspec.Raw(kept.json))
    )


def parse_tombstone_id(tombstone_id: str) -> tuple[str, str]:
    """Return the table and id of the record that a tombstone stands for."""
    table, _, record_id = tombstone_id.partition("/")
    return table.replace("~2", "*").replace("~1", "/").replace("~0", "~"), record_id

"""A record as cells: the smallest parts that are set and merged independently.

A cell is a field, or one item of a list field: a tag, a round, an entry of the stage history. An
item is identified by its text, its `id`, or a digest of its JSON. The version stamp of each cell
is in `_stamps` of its record; cells without one share the stamp under `*`. The stamp of a removed
cell stays, so that its removal can be merged, too.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Final, NamedTuple, get_origin

import msgspec

from callbacktui.domain.audition import Audition
from callbacktui.store.base.tables import AUDITIONS
from callbacktui.store.format.change_stamp import ZERO, is_stamp
from callbacktui.store.format.record_line import STAMPS

REST: Final = "*"

Fields = dict[str, msgspec.Raw]
"""The JSON of each field, by name."""


class Stamped(NamedTuple):
    """The fields of a record, and the version stamps of its cells."""

    fields: Fields
    stamps: dict[str, str]

    def stamp(self, cell: str) -> str:
        """Return the version stamp of a cell."""
        return self.stamps.get(cell) or self.stamps.get(REST, ZERO)

    @property
    def newest(self) -> str:
        """The latest version stamp of all cells."""
        return max(self.stamps.values(), default=ZERO)

    @property
    def json(self) -> bytes:
        """The record as JSON, with its stamps."""
        return b'%b,"_stamps":%b}' % (_ENCODER.encode(self.fields)[:-1], self.sorted_stamps)

    @property
    def sorted_stamps(self) -> bytes:
        """The stamps as JSON, sorted by cell so that equal stamps give equal bytes."""
        return _ENCODER.encode(dict(sorted(self.stamps.items())))


class _Item(msgspec.Struct):
    id: str


_FIELDS: Final = msgspec.json.Decoder(Fields)
_STAMPS: Final = msgspec.json.Decoder(dict[str, str])
_ITEMS: Final = msgspec.json.Decoder(list[msgspec.Raw])
_ITEM: Final = msgspec.json.Decoder(_Item)
_TEXT: Final = msgspec.json.Decoder(str)
_ENCODER: Final = msgspec.json.Encoder()


def stamped_of(json: bytes) -> Stamped:
    """Decode a record and its stamps, ignoring invalid ones.

    Raises:
        ValueError: if it is not a record.
    """
    fields = _FIELDS.decode(json)
    return Stamped(fields, _stamps_of(fields.pop(STAMPS, None)))


def plain(json: bytes) -> bytes:
    """Return the JSON of a record without its stamps.

    Raises:
        ValueError: if it is not a record.
    """
    fields = _FIELDS.decode(json)
    return json if fields.pop(STAMPS, None) is None else _ENCODER.encode(fields)


def cell_of(field: str, item: str | None = None) -> str:
    """Return the name of a cell: `field` or `field/item`, with special characters escaped."""
    if "/" in field or "~" in field or field == REST:
        field = field.replace("~", "~0").replace("/", "~1").replace(REST, "~2")
    return field if item is None else f"{field}/{item}"


def lists_of(table: str) -> frozenset[str]:
    """Return the names of the fields of a table that are merged item by item."""
    return _LISTS if table == AUDITIONS else frozenset()


def items_of(json: msgspec.Raw | None) -> dict[str, msgspec.Raw] | None:
    """Return the items of a JSON list by their keys, in order; `None` if it is not a list."""
    if json is None:
        return {}
    try:
        found = _ITEMS.decode(json)
    except (ValueError, RecursionError):
        return None
    items: dict[str, msgspec.Raw] = {}
    for raw in found:
        name = _name_of(bytes(raw))
        items[_digest(raw) if name is None or name in items else name] = raw
    return items


def field_order(table: str) -> Callable[[str], tuple[int, str]]:
    """Return the sort key for the fields of a merged record: as declared, then by name."""
    known = _ORDER if table == AUDITIONS else {"id": 0}
    return lambda field: (known.get(field, len(known)), field)


def item_order(item: tuple[str, bytes]) -> tuple[int, str, str]:
    """Return the sort key for items of a merged list: texts ignoring case, others by id or JSON."""
    key, json = item
    if json.startswith(b'"'):
        return 0, key.casefold(), key
    if key.startswith("#"):
        return 2, json.decode(), ""
    return 1, key, ""


def _stamps_of(json: msgspec.Raw | None) -> dict[str, str]:
    try:
        found = _STAMPS.decode(json) if json is not None else {}
    except ValueError:
        return {}
    return {cell: stamp for cell, stamp in found.items() if is_stamp(stamp)}


def _name_of(json: bytes) -> str | None:
    try:
        if json.startswith(b'"'):
            return _TEXT.decode(json)
        return _ITEM.decode(json).id
    except (ValueError, RecursionError):
        return None


def _digest(json: msgspec.Raw) -> str:
    return f"#{sha256(json).hexdigest()[:16]}"


_DECLARED: Final = msgspec.structs.fields(Audition)
_LISTS: Final = frozenset(f.encode_name for f in _DECLARED if get_origin(f.type) is tuple)
_ORDER: Final = {field.encode_name: number for number, field in enumerate(_DECLARED)}

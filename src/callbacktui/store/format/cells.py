"""A record as cells, the smallest things that are set and merged by themselves.

A cell is a field, or one item of a field that is a list: a tag, a round, a line of history. An
item goes by its text, by its `id`, or by a digest of itself. Each cell has a stamp under
`_stamps` of its record, or else the one that stands there for all the rest, under `*`; a cell
that is not there keeps its stamp, so that having been taken away is known, too.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Final, NamedTuple, get_origin

import msgspec

from callbacktui.domain.audition import Audition
from callbacktui.store.base.tables import AUDITIONS
from callbacktui.store.format.record_line import STAMPS
from callbacktui.store.format.version_stamp import ZERO, is_stamp

REST: Final = "*"

Fields = dict[str, msgspec.Raw]
"""The JSON of each field."""


class Stamped(NamedTuple):
    """A record's fields, and the stamps of its cells."""

    fields: Fields
    stamps: dict[str, str]

    def stamp(self, cell: str) -> str:
        """The stamp of a cell."""
        return self.stamps.get(cell) or self.stamps.get(REST, ZERO)

    @property
    def newest(self) -> str:
        """The latest stamp of all."""
        return max(self.stamps.values(), default=ZERO)

    @property
    def json(self) -> bytes:
        """The record as JSON."""
        return b'%b,"_stamps":%b}' % (_ENCODER.encode(self.fields)[:-1], self.sorted_stamps)

    @property
    def sorted_stamps(self) -> bytes:
        """The stamps as JSON, always the same for the same stamps."""
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
    """Return a record of its JSON; what is no stamp counts as none; raise `ValueError`."""
    fields = _FIELDS.decode(json)
    return Stamped(fields, _stamps_of(fields.pop(STAMPS, None)))


def plain(json: bytes) -> bytes:
    """Return a record's JSON without its stamps; raise `ValueError`."""
    fields = _FIELDS.decode(json)
    return json if fields.pop(STAMPS, None) is None else _ENCODER.encode(fields)


def cell_of(field: str, item: str | None = None) -> str:
    """Return the name of a cell, whatever characters its field has."""
    if "/" in field or "~" in field or field == REST:
        field = field.replace("~", "~0").replace("/", "~1").replace(REST, "~2")
    return field if item is None else f"{field}/{item}"


def lists_of(table: str) -> frozenset[str]:
    """Return the fields of a table that are merged item by item."""
    return _LISTS if table == AUDITIONS else frozenset()


def items_of(json: msgspec.Raw | None) -> dict[str, msgspec.Raw] | None:
    """Return the items of a list by what they go by, in order; none for what is no list."""
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
    """Return the order in which the fields of a merged record stand: as declared, then by name."""
    known = _ORDER if table == AUDITIONS else {"id": 0}
    return lambda field: (known.get(field, len(known)), field)


def item_order(item: tuple[str, bytes]) -> tuple[int, str, str]:
    """Return the order of the items of a merged list: texts as one reads, others by id or self."""
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

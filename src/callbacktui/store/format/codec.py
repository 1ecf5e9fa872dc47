"""Encode values as records and decode them; unknown fields of later versions are kept."""

import re
from typing import Any, Final, TypeVar

import msgspec

from callbacktui.domain import change
from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.contact import Contact
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.domain.money_entries import MoneyEntry
from callbacktui.domain.piece import Piece
from callbacktui.domain.practice_entry import Practice
from callbacktui.domain.stage import Disposition
from callbacktui.store.base.tables import (
    AUDITIONS,
    BOOKOUTS,
    CONTACTS,
    MONEY,
    PAGES,
    PIECES,
    PRACTICE,
)
from callbacktui.store.format.cells import plain
from callbacktui.store.format.record_line import Record, json_of

KINDS: Final[dict[str, type[change.Record]]] = {
    AUDITIONS: Audition,
    PAGES: ImportedPage,
    PRACTICE: Practice,
    CONTACTS: Contact,
    BOOKOUTS: BookOut,
    MONEY: MoneyEntry,
    PIECES: Piece,
}
"""The type of the values in each table."""

TABLES: Final[dict[type, str]] = {kind: table for table, kind in KINDS.items()}
"""The table for each type of value."""

_PLAIN: Final = msgspec.json.Decoder(Record)
_ENCODER: Final = msgspec.json.Encoder()

_T = TypeVar("_T", bound=change.Record)


class _Ending(msgspec.Struct):
    disposition: str = Disposition.OPEN


_ENDING: Final = msgspec.json.Decoder(_Ending)
_ENDINGS: Final = frozenset(Disposition) - {Disposition.OPEN}
_ENDED: Final = re.compile(rb',"disposition":"(?:%b)"' % "|".join(_ENDINGS).encode())
"""An ending as we write it. A text cannot look like it, since its quotes are escaped; nor can
another value in an audition, since none of them has a field of that name.
"""


_DECODERS: Final[dict[type, msgspec.json.Decoder[Any]]] = {}


def _decoder(kind: type) -> msgspec.json.Decoder[Any]:
    """Return the decoder for a type of value, made when the first of them is decoded."""
    if kind not in _DECODERS:
        _DECODERS[kind] = msgspec.json.Decoder(kind)
    return _DECODERS[kind]


def value_of(kind: type[_T], record_id: str, line: bytes) -> _T:
    """Decode the value of a line.

    Raises:
        ValueError: if it cannot be read; names the field.
    """
    try:
        value: _T = _decoder(kind).decode(json_of(line))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if value.id != record_id:
        raise ValueError(f"it calls itself {value.id!r}")
    msgspec.structs.force_setattr(value, "id", record_id)  # the same text, kept once
    return value


def has_ended(line: bytes) -> bool:
    """Return whether the line of an audition says that it has ended, without decoding the rest.

    It may still turn out that the record cannot be read. In doubt it has not ended.
    """
    if _ENDED.search(line):
        return True
    if b'disposition"' not in line:
        return False
    try:
        return _ENDING.decode(json_of(line)).disposition in _ENDINGS
    except (ValueError, RecursionError):
        return False


def json_of_value(value: change.Record, earlier: bytes | None = None) -> bytes:
    """Encode a value as JSON, with the unknown fields of `earlier`, its JSON so far.

    Raises:
        UnicodeEncodeError: for a lone surrogate.
        ValueError: if `earlier` cannot be read.
    """
    json = _ENCODER.encode(value)
    if earlier is None:
        return json
    try:
        known = plain(earlier)
        understood = _ENCODER.encode(_decoder(type(value)).decode(earlier))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if known == understood:
        return json
    carried = _carried(_PLAIN.decode(known), _PLAIN.decode(understood), _PLAIN.decode(json))
    return _ENCODER.encode(carried)


def _carried(earlier: Record, understood: Record, record: Record) -> Record:
    """Add to `record` the fields of `earlier` that decoding dropped, at every depth.

    `understood` is what `earlier` becomes if it is decoded and encoded again.
    """
    carried = dict(record)
    for key, value in earlier.items():
        if key not in understood:
            carried.setdefault(key, value)
        elif key in record:
            carried[key] = _carried_value(value, understood[key], record[key])
    return carried


def _carried_value(earlier: object, understood: object, value: object) -> object:
    if isinstance(earlier, dict) and isinstance(understood, dict) and isinstance(value, dict):
        return _carried(earlier, understood, value)
    if isinstance(earlier, list) and isinstance(understood, list) and isinstance(value, list):
        before, known = _by_id(earlier), _by_id(understood)
        return [
            _carried(before[i], known[i], item)
            if isinstance(item, dict) and (i := item.get("id")) in before and i in known
            else item
            for item in value
        ]
    return value


def _by_id(items: list[object]) -> dict[object, Record]:
    return {item["id"]: item for item in items if isinstance(item, dict) and "id" in item}

"""The JSON export: writes all records as one document without loss, and reads it back.

    {"format": "callbacktui-export", "version": 2, "exported_at": "2026-11-23T09:30:00+00:00",
     "auditions": [{"id": "0193…", "project": "The Seagull", …}], "pages": […], "practice": […],
     "contacts": […], "bookouts": […], "money": […], "pieces": […]}

Records are written as stored, so fields that only a later version knows are exported, too; those
that this version does not know are named when it reads them, and left out.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar, get_args

import msgspec
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.change import Record
from callbacktui.domain.contact import Contact
from callbacktui.domain.facts_from_old_texts import with_typed_facts
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.domain.money_entries import MoneyEntry
from callbacktui.domain.piece import Piece
from callbacktui.domain.practice_entry import Practice
from callbacktui.domain.text import clean
from callbacktui.exchange.spreadsheet.types import SheetError, Unreadable

FORMAT: Final = "callbacktui-export"
VERSION: Final = 2
"""Version 1 had dates of work, rates and fees as texts."""

MOST_BYTES: Final = 128_000_000
MOST_RECORDS: Final = 100_000
"""The largest import, in bytes and records: parsed records take many times their size."""

Records = Mapping[str, Sequence[Mapping[str, object]]]
"""Records as plain values, by table."""


class ImportedDocument(NamedTuple):
    """The contents of a document, and when it was exported; `None` if it does not say.

    `unreadable` counts records from 1 within their table. `unknown` names the fields and tables
    that this version does not know.
    """

    auditions: list[Audition]
    pages: list[ImportedPage]
    practice: list[Practice]
    contacts: list[Contact]
    bookouts: list[BookOut]
    money: list[MoneyEntry]
    pieces: list[Piece]
    unreadable: list[Unreadable]
    unknown: list[str]
    exported_at: dt.datetime | None


class ImportComparison(NamedTuple):
    """The records of one table that are new, those that differ here, and how many are the same.

    `changed_here` are those that differ because they were changed here after the export.
    """

    new: list[Record]
    changed: list[Record]
    changed_here: list[Record]
    same: int


class _Claim(msgspec.Struct):
    format: str = ""
    version: int = 0
    exported_at: str = ""
    meta: msgspec.Raw = msgspec.field(default=msgspec.Raw(b""), name="_meta")


class _Contents(msgspec.Struct):
    auditions: list[msgspec.Raw] = []
    pages: list[msgspec.Raw] = []
    practice: list[msgspec.Raw] = []
    contacts: list[msgspec.Raw] = []
    bookouts: list[msgspec.Raw] = []
    money: list[msgspec.Raw] = []
    pieces: list[msgspec.Raw] = []


_HEAD: Final = {"format", "version", "exported_at", "_meta"}

V = TypeVar("V", Audition, ImportedPage, Practice, Contact, BookOut, MoneyEntry, Piece)

_SHOWN: Final = 80


def export_document(records: Records, at: DateTime) -> bytes:
    """Return all records as one JSON document with the export time `at`."""
    head = {"format": FORMAT, "version": VERSION, "exported_at": at.isoformat()}
    return msgspec.json.format(msgspec.json.encode({**head, **records}), indent=1) + b"\n"


def looks_like_json(data: bytes) -> bool:
    """Whether a file is JSON rather than a spreadsheet."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}


def read_document(data: bytes) -> ImportedDocument:
    """Parse a document; records that cannot be parsed are listed, and the others are read.

    Raises:
        SheetError: if the file is no such document, or from a later version; it says what to do.
    """
    if len(data) > MOST_BYTES:
        raise SheetError(f"The file has {len(data):,} bytes", f"The most is {MOST_BYTES:,}")
    text = data.removeprefix(b"\xef\xbb\xbf")
    try:
        claim = msgspec.json.decode(text, type=_Claim)
        _check_claim(claim)
        found = msgspec.json.decode(text, type=_Contents)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SheetError(
            f"This JSON cannot be read: {error}", "Export it anew, or import a CSV"
        ) from error
    count = sum(map(len, msgspec.structs.astuple(found)))
    if count > MOST_RECORDS:
        raise SheetError(f"The file has {count:,} records", f"The most is {MOST_RECORDS:,}")
    unreadable: list[Unreadable] = []
    tables = msgspec.json.decode(text, type=dict[str, msgspec.Raw]).keys()
    unknown = dict.fromkeys(tables - {*_HEAD, *_Contents.__struct_fields__})
    return ImportedDocument(
        _parse_records(found.auditions, "auditions", Audition, unreadable, unknown, claim.version),
        _parse_records(found.pages, "pages", ImportedPage, unreadable, unknown, claim.version),
        _parse_records(found.practice, "practice", Practice, unreadable, unknown, claim.version),
        _parse_records(found.contacts, "contacts", Contact, unreadable, unknown, claim.version),
        _parse_records(found.bookouts, "bookouts", BookOut, unreadable, unknown, claim.version),
        _parse_records(found.money, "money", MoneyEntry, unreadable, unknown, claim.version),
        _parse_records(found.pieces, "pieces", Piece, unreadable, unknown, claim.version),
        unreadable,
        sorted(unknown),
        _time(claim.exported_at),
    )


def compare_import(
    brought: Iterable[Record], here: Iterable[Record], is_newer: Callable[[Record], bool]
) -> ImportComparison:
    """Compare the records of a document with those that are here already.

    `is_newer` tells whether a record was changed here after the export.
    """
    known = {kept.id: kept for kept in here}
    new, changed, changed_here, same = list[Record](), list[Record](), list[Record](), 0
    for record in brought:
        kept = known.get(record.id)
        if kept is None:
            new.append(record)
        elif record == kept:
            same += 1
        else:
            (changed_here if is_newer(kept) else changed).append(record)
    return ImportComparison(new, changed, changed_here, same)


def _time(text: str) -> dt.datetime | None:
    try:
        when = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return when if when.tzinfo else None


def _unknown_fields(value: object, kind: Any) -> Iterator[str]:  # noqa: ANN401 - an annotation
    """Yield the names in a plain value that its type does not have, at every depth."""
    if isinstance(value, list):
        for item in value:
            yield from _unknown_fields(item, kind)
    elif isinstance(value, dict) and (known := _fields_of(kind)):
        for name, item in value.items():
            if name in known:
                yield from _unknown_fields(item, known[name])
            else:
                yield str(name)


@cache
def _fields_of(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - an annotation
    """Return the types of the fields of the struct that an annotation names, if it names one."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    found: dict[str, Any] = {}
    for part in get_args(kind):
        found |= _fields_of(part)
    return found


def _check_claim(claim: _Claim) -> None:
    if bytes(claim.meta):
        raise SheetError(
            "This is a data file or a backup of one", "callbacktui backup restore goes back to it"
        )
    if claim.format != FORMAT:
        raise SheetError(
            "This JSON was not made by callbacktui export", "Bring it in as CSV or TSV"
        )
    if claim.version > VERSION:
        raise SheetError(
            f"This was exported by a later callbacktui (form {claim.version})", "Update this one"
        )


def _parse_records(
    records: list[msgspec.Raw],
    table: str,
    kind: type[V],
    unreadable: list[Unreadable],
    unknown: dict[str, None],
    version: int,
) -> list[V]:
    found: dict[str, V] = {}
    for row, raw in enumerate(records, 1):
        try:
            record = _plain_record(raw, kind, version)
            value = _parse_record(record, kind)
            if value.id in found:
                raise msgspec.ValidationError("another record of this file has that id - at `$.id`")
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            unreadable.append(_unreadable(row, table, raw, error))
        else:
            found[value.id] = value
            unknown |= dict.fromkeys(f"{table}: {name}" for name in _unknown_fields(record, kind))
    return list(found.values())


def _plain_record(raw: msgspec.Raw, kind: type[Record], version: int) -> object:
    record = _clean_strings(msgspec.json.decode(raw))
    if version < VERSION and kind is Audition and isinstance(record, dict):
        return with_typed_facts(record)
    return record


def _parse_record(record: object, kind: type[V]) -> V:
    value = msgspec.convert(record, kind)
    if not value.id:
        raise msgspec.ValidationError("it has no id - at `$.id`")
    return value


def _clean_strings(value: object) -> object:
    """Clean control and invisible characters out of all strings in a value."""
    match value:
        case str():
            return clean(value)
        case list():
            return [_clean_strings(item) for item in value]
        case dict():
            return {key: _clean_strings(item) for key, item in value.items()}
        case _:
            return value


def _unreadable(row: int, table: str, raw: msgspec.Raw, error: Exception) -> Unreadable:
    reason, _, place = str(error).partition(" - at `$")
    field = place.strip("`.") or "the record"
    return Unreadable(
        row=row,
        column=f"{table}: {field}",
        value=clean(bytes(raw)[:_SHOWN].decode(errors="replace")),
        reason=reason if reason else "it is nested too deeply",
        mend="Mend that field in the file, or leave the record out",
    )

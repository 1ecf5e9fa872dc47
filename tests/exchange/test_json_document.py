"""An export can be imported again without loss, and records that cannot be read are named."""

import datetime as dt
from contextlib import suppress
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut, Hours, Told
from callbacktui.domain.change import Record
from callbacktui.domain.contact import Contact, ContactKind
from callbacktui.domain.dates.spans import Span, read_span
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.domain.money import Money
from callbacktui.domain.piece import Piece, PieceKind
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.exchange.json_document import (
    VERSION,
    compare_import,
    export_document,
    looks_like_json,
    read_document,
)
from callbacktui.exchange.spreadsheet.types import SheetError
from tests.domain.strategies import auditions
from tests.factories import NOW, TODAY, asked, audition

PAGE = ImportedPage(id="p1", slug="a-page", title="A Page", text="A Page\n\nIts “words”.")
AWAY = BookOut(
    id="b1",
    span=Span(first=TODAY, last=TODAY, said="today 6-10 pm"),
    hours=Hours(since=dt.time(18), until=dt.time(22)),
    zone="Europe/London",
    told=(Told(who="Ann", on=TODAY),),
)
HOLLIS = Contact(id="c1", name="Hollis", kind=ContactKind.AGENT, aliases=("H",), same_as="c0")
pieces = st.lists(
    st.builds(
        Piece,
        id=st.text("ab", min_size=1, max_size=4),
        kind=st.sampled_from(PieceKind),
        title=st.text("xyz é“”=+", min_size=1, max_size=8),
        source=st.text("xyz", max_size=4),
        retired_on=st.none() | st.dates(),
    ),
    max_size=3,
    unique_by=lambda one: one.id,
)
CLASS = Practice(id="k1", date=TODAY, kind=PracticeKind.CLASS, who="Ann", direction=3)


def document(*kept: Audition, **more: list[Record]) -> bytes:
    tables = {"auditions": kept, **more}
    return export_document({k: [*map(msgspec.to_builtins, v)] for k, v in tables.items()}, NOW)


@given(st.lists(auditions, max_size=3, unique_by=lambda one: one.role), pieces)
def test_export_round_trips_exactly(found: list[Audition], book: list[Piece]) -> None:
    kept = [msgspec.structs.replace(one, id=f"a{n}") for n, one in enumerate(found)]
    more: dict[str, list[Record]] = {
        "pages": [PAGE],
        "practice": [CLASS],
        "contacts": [HOLLIS],
        "bookouts": [AWAY],
        "pieces": [*book],
    }
    first = read_document(document(*kept, **more))
    assert (first.pages, first.practice, first.unreadable) == ([PAGE], [CLASS], [])
    assert (first.contacts, first.bookouts) == ([HOLLIS], [AWAY])
    assert first.pieces == book
    out = document(*first.auditions)
    again = read_document(out)
    assert again.auditions == first.auditions
    assert document(*again.auditions) == out


def test_import_distinguishes_new_same_and_changed() -> None:
    here: list[Record] = [audition(id="a", notes="mine"), audition(id="b")]
    came = compare_import(
        [audition(id="a"), audition(id="b"), audition(id="c")], here, lambda _: False
    )
    assert [kept.id for kept in came.new] == ["c"]
    assert [kept.id for kept in came.changed] == ["a"]
    assert came.same == 1


def test_unknown_fields_are_reported_at_every_depth() -> None:
    one = msgspec.to_builtins(audition(id="a", rounds=(asked(),)))
    one["mood"] = 5
    one["rounds"][0]["light"] = {"left": 1}
    data = msgspec.json.encode({"auditions": [one], "dreams": [], "format": "callbacktui-export"})
    assert read_document(data).unknown == ["auditions: light", "auditions: mood", "dreams"]
    assert read_document(document(audition(id="a"), pages=[PAGE], bookouts=[AWAY])).unknown == []


def test_unreadable_records_are_reported_and_others_read() -> None:
    good = msgspec.to_builtins(audition(id="a"))
    wrong: list[object] = [
        {**good, "id": "b", "rounds": [{"id": "r", "reflection": {"clarity": 9}}]},
        {**good, "id": ""},
        good,
        "no record",
    ]
    data = msgspec.json.encode({"auditions": [good, *wrong]})
    head = b'{"format":"callbacktui-export","version":1,'
    brought = read_document(head + data[1:])
    assert [one.id for one in brought.auditions] == ["a"]
    places = [(row.row, row.column) for row in brought.unreadable]
    assert places == [
        (2, "auditions: rounds[0].reflection.clarity"),
        (3, "auditions: id"),
        (4, "auditions: id"),
        (5, "auditions: the record"),
    ]
    assert all(row.reason and row.mend for row in brought.unreadable)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'{"_meta":{"1":{}}}', "backup restore"),
        (b"{}", "not made by callbacktui export"),
        (b"[]", "cannot be read"),
        (b'{"format":"callbacktui-export","version":%d}' % (VERSION + 1), "later callbacktui"),
        (b'{"format":"callbacktui-export","version":1,"auditions":{}}', "cannot be read"),
        (b'{"format":"callbacktui-export","ver', "cannot be read"),
        (b'{"format":"\xff"}', "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
    ],
)
def test_foreign_json_is_refused_with_a_fix(data: bytes, says: str) -> None:
    assert looks_like_json(data)
    with pytest.raises(SheetError, match=says):
        read_document(data)


def test_imported_text_is_cleaned() -> None:
    odd = {"id": "a", "project": "Ham\x1b[31mlet", "tags": ["\u202ex"]}
    (came,) = read_document(export_document({"auditions": [odd]}, NOW)).auditions
    assert came.project == "Ham\u241b[31mlet"
    assert came.tags == ("\u2039202E\u203ax",)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(SheetError):
        read_document(b'{"format":"callbacktui-export","version":1,"auditions":[' + data + b"]}")


def test_version_1_export_is_migrated() -> None:
    record = {"id": "a", "project": "Hamlet", "rate": "$250", "shoot_dates": "2-4 Dec 2026"}
    head = {"format": "callbacktui-export", "version": 1}
    [brought] = read_document(msgspec.json.encode({**head, "auditions": [record]})).auditions
    assert brought.rate == Money(amount=Decimal(250), currency="$", said="$250")
    assert brought.shoot_dates == read_span("2-4 Dec 2026", TODAY)

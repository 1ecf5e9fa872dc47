"""Auditions are written as a spreadsheet, and read back as the same auditions."""

import csv
import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.enums import (
    Cleared,
    Format,
    HoldKind,
    Medium,
    OffBook,
    RoundKind,
    Size,
    Source,
    Union,
)
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Reason, Stage
from callbacktui.exchange.spreadsheet.auditions_to_csv import HEADER, left_out, write_sheet
from callbacktui.exchange.spreadsheet.csv_parsing import guard_formula, unguard_formula
from tests.exchange.spreadsheet.read_sheet import read_sheet
from tests.factories import NOW, TODAY, audition, days_ago, done, held, moment, read_on, reflection

READ = read_on(
    40,
    size=Size.LEAD,
    medium=Medium.TV,
    source=Source.AGENT,
    rep="Ash",
    union=Union.SAG_AFTRA,
    people=("Tess", "Bo"),
    tags=("comedy",),
    notes="two lines\nof “notes”, with commas",
    rounds=(done(40, format=Format.SELF_TAPE, wore="blue"),),
)


def test_medium_other_is_exported_if_meaningful() -> None:
    [back] = again(audition(size=Size.OTHER, platform="other", submitted_on=days_ago(1)))
    assert (back.size, back.platform) == (Size.OTHER, "other")


def again(*auditions: Audition) -> list[Audition]:
    reading = read_sheet(write_sheet(auditions, NOW), NOW)
    assert reading.unreadable == ()
    return [row.audition for row in reading.rows]


def cells(kept: Audition) -> dict[str, str]:
    [row] = csv.DictReader(io.StringIO(write_sheet([kept], NOW).decode("utf-8-sig")))
    return row


def test_exported_fields_are_imported_again() -> None:
    (back,) = again(READ)
    for field in (
        "project", "role", "office", "size", "medium", "source", "rep", "union", "people", "tags",
        "notes", "stage", "disposition",
    ):  # fmt: skip
        assert getattr(back, field) == getattr(READ, field), field
    (given_read,) = back.rounds
    assert given_read.done_at == READ.rounds[0].done_at
    assert (given_read.format, given_read.wore) == (Format.SELF_TAPE, "blue")


TAPED = done(40, format=Format.SELF_TAPE, wore="blue")
CALLED = replace(done(30), id="2", kind=RoundKind.CALLBACK, format=Format.IN_PERSON, wore="red")
CHEMISTRY = Round(id="3", kind=RoundKind.CHEMISTRY_READ, at=moment(5, 18))
UNDATED = Round(id="4", kind=RoundKind.SCREEN_TEST)


def test_callback_columns_are_separate_from_the_first_round() -> None:
    kept = read_on(40, stage=Stage.CALLBACK, rounds=(TAPED, CALLED, CHEMISTRY, UNDATED))
    row = cells(kept)
    assert (row["Date"], row["How"], row["Wore"]) == ("2026-10-12 14:00", "self-tape", "blue")
    assert row["Callback dates"] == (
        "2026-10-22 14:00 callback, in person; 2026-11-26 18:00 chemistry read; undated screen test"
    )
    (back,) = again(kept)
    assert [(r.kind, r.format, r.when, r.is_done) for r in back.rounds] == [
        (r.kind, r.format, r.when, r.is_done) for r in kept.rounds
    ]
    assert back.stage is Stage.CALLBACK


def test_direct_callback_round_trips() -> None:
    kept = read_on(30, stage=Stage.CALLBACK, rounds=(CALLED,))
    (back,) = again(kept)
    assert [(r.kind, r.when) for r in back.rounds] == [(RoundKind.CALLBACK, CALLED.when)]


def test_hours_are_exported_in_the_actors_zone() -> None:
    there = Round(id="1", at=moment(3, 12, "America/Los_Angeles"))
    (back,) = again(audition(stage=Stage.REQUESTED, rounds=(there,)))
    assert back.rounds[0].at is not None
    assert back.rounds[0].at.instant == moment(3, 12, "America/Los_Angeles").instant


def test_free_form_callback_dates_are_read() -> None:
    sheet = (
        "Date,Project,Callback dates\n3/1/24,Lear,3/9/24 2pm; 12 Mar 2024 producer session; tba\n"
    )
    (row,) = read_sheet(sheet, NOW).rows
    assert [(r.kind, r.when and r.when.isoformat()[:16]) for r in row.audition.rounds] == [
        (RoundKind.AUDITION, "2024-03-01"),
        (RoundKind.CALLBACK, "2024-03-09T14:00"),
        (RoundKind.PRODUCER_SESSION, "2024-03-12"),
    ]
    assert row.audition.stage is Stage.CALLBACK
    assert row.audition.notes == "Callback dates: tba"
    assert "Callback dates “tba” is kept in the notes" in row.said


@pytest.mark.parametrize("medium", Medium)
def test_every_medium_round_trips(medium: Medium) -> None:
    assert again(read_on(3, medium=medium))[0].medium is medium


@pytest.mark.parametrize(
    "kept",
    [
        read_on(40, stage=Stage.CALLBACK),
        held(9),
        held(9, disposition=Disposition.RELEASED),
        read_on(40, disposition=Disposition.PASSED_TOLD),
        read_on(40, disposition=Disposition.PRESUMED_PASSED),
        read_on(40, stage=Stage.CALLBACK, disposition=Disposition.ROLE_CUT),
        read_on(40, stage=Stage.BOOKED),
    ],
    ids=lambda kept: f"{kept.stage} {kept.disposition}",
)
def test_results_round_trip(kept: Audition) -> None:
    (back,) = again(kept)
    assert (back.stage, back.disposition) == (kept.stage, kept.disposition)


@pytest.mark.parametrize(
    "people",
    [
        ("Tess Ward, session director", "Bo"),
        ("Tess Ward, session director",),
        ("Ward, Tess",),
        ("Tess", "Reader"),
    ],
)
def test_people_with_roles_are_not_split(people: tuple[str, ...]) -> None:
    assert again(read_on(3, people=people))[0].people == people


def test_no_cell_is_a_formula() -> None:
    evil = ("=1+1", "+1", "-1", "@x", "\uff1dSUM(A1)")
    for text in evil:
        data = write_sheet([audition(project=text, submitted_on=days_ago(1))], NOW)
        assert f",'{text}," in data.decode("utf-8-sig")
        assert again(audition(project=text, submitted_on=days_ago(1)))[0].project == text
    assert write_sheet([], NOW).decode("utf-8-sig") == ",".join(HEADER) + "\r\n"


@given(st.text(max_size=8))
def test_guarded_cell_round_trips(text: str) -> None:
    assert unguard_formula(guard_formula(text)) == text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "Red;=1+1", "Red;-1+1", "a\n=cmd|' /C calc'!A0", "a\t@SUM(1)", "x;'=1", "\uff1d1"],
)
def test_formulas_are_guarded_after_any_separator(text: str) -> None:
    cells = re.split(r"[;\t\n]", guard_formula(text))
    assert not any(cell.startswith(("=", "+", "-", "@", "\uff1d")) for cell in cells)
    assert unguard_formula(guard_formula(text)) == text


def test_list_items_are_kept_as_they_are() -> None:
    assert guard_formula("Wore:\n- the coat\n- the hat") == "Wore:\n- the coat\n- the hat"


@pytest.mark.parametrize(
    ("stage", "disposition", "cleared"),
    [
        (Stage.HOLD, Disposition.OPEN, None),
        (Stage.HOLD, Disposition.RELEASED, Cleared.RELEASED),
        (Stage.BOOKED, Disposition.OPEN, Cleared.CONVERTED),
    ],
)
def test_words_of_all_holds_round_trip(
    stage: Stage, disposition: Disposition, cleared: Cleared | None
) -> None:
    holds = (
        Hold(id="1", kind=HoldKind.AVAIL, word_used="on avail", cleared=Cleared.CONVERTED),
        Hold(id="2", kind=HoldKind.PIN, word_used="pinned", cleared=cleared),
    )
    kept = held(9, stage=stage, disposition=disposition, holds=holds)
    (back,) = again(kept)
    assert [(h.kind, h.word_used, h.cleared) for h in back.holds] == [
        (h.kind, h.word_used, h.cleared) for h in holds
    ]
    assert (back.stage, back.disposition) == (stage, disposition)


def test_hold_word_with_another_meaning_is_exported_by_kind() -> None:
    hold = Hold(id="1", kind=HoldKind.FIRST_REFUSAL, word_used="pinned")
    (back,) = again(held(9, holds=(hold,)))
    assert [h.kind for h in back.holds] == [HoldKind.FIRST_REFUSAL]


def test_facts_without_a_column_are_reported() -> None:
    hold = Hold(id="1", dates=read_span("14-18 Dec 2026", TODAY))
    looked_back = read_on(9, rounds=(done(9, reflection=reflection()),))
    assert left_out([read_on(3)]) == []
    assert left_out([held(9)]) == ["dates of holds"]
    assert left_out([held(9, holds=(hold,)), looked_back]) == ["dates of holds", "looks back"]
    assert left_out([read_on(9, booking=Booking(usage="a year"))]) == ["terms of jobs"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"nda": True}, "NDA"),
        ({"producers": ("Vale",)}, "producers"),
        ({"heard_on": TODAY}, "days of the last word"),
        ({"reason": Reason.ROLE_CUT}, "reasons"),
        ({"type_tags": ("mom",)}, "types"),
        ({"rounds": (done(url="https://example.org"),)}, "links"),
        ({"rounds": (done(place="Studio 4"),)}, "where auditions were"),
        ({"rounds": (done(off_book=OffBook.YES),)}, "what was prepared and taped"),
        ({"rounds": (done(), done(id="b", wore="coat"))}, "clothes of callbacks"),
    ],
)
def test_every_fact_without_a_column_is_reported(fields: dict[str, Any], said: str) -> None:
    assert said in left_out([audition(**fields)])


def test_exported_columns_are_not_reported_as_missing() -> None:
    held = audition(submitted_on=TODAY, office="Harbor", notes="n", rounds=(done(wore="coat"),))
    assert left_out([held]) == []

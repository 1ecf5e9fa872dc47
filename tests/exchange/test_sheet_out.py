"""Auditions as a sheet, and the sheet as auditions again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.terms import Format, Medium, Size, Source, Union
from callbacktui.exchange.cells import guarded, unguarded
from callbacktui.exchange.sheet import read_sheet
from callbacktui.exchange.sheet_out import HEADER, sheet_of
from tests.make import NOW, audition, days_ago, done, held, read_on

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


def again(*auditions: Audition) -> list[Audition]:
    reading = read_sheet(sheet_of(auditions), NOW)
    assert reading.unreadable == ()
    return [row.audition for row in reading.rows]


def test_what_a_sheet_can_hold_comes_back() -> None:
    (back,) = again(READ)
    for field in (
        "project", "role", "office", "size", "medium", "source", "rep", "union", "people", "tags",
        "notes", "stage", "disposition",
    ):  # fmt: skip
        assert getattr(back, field) == getattr(READ, field), field
    (given_read,) = back.rounds
    assert given_read.done_at == READ.rounds[0].done_at
    assert (given_read.format, given_read.wore) == (Format.SELF_TAPE, "blue")


@pytest.mark.parametrize("medium", Medium)
def test_every_medium_is_known_again(medium: Medium) -> None:
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
def test_how_it_went_is_known_again(kept: Audition) -> None:
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
def test_nobody_in_the_room_becomes_two_people(people: tuple[str, ...]) -> None:
    assert again(read_on(3, people=people))[0].people == people


def test_no_cell_is_a_formula() -> None:
    evil = ("=1+1", "+1", "-1", "@x", "\uff1dSUM(A1)")
    for text in evil:
        data = sheet_of([audition(project=text, submitted_on=days_ago(1))])
        assert f",'{text}," in data.decode("utf-8-sig")
        assert again(audition(project=text, submitted_on=days_ago(1)))[0].project == text
    assert sheet_of([]).decode("utf-8-sig") == ",".join(HEADER) + "\r\n"


@given(st.text(max_size=8))
def test_a_guarded_cell_is_the_same_again(text: str) -> None:
    assert unguarded(guarded(text)) == text or text.startswith("'")

"""Cells that say two things at once: a medium and a size, a round and how it was read."""

import datetime as dt

import pendulum
import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Format, Medium, RoundKind, Size
from callbacktui.domain.stage import Stage
from tests.exchange.spreadsheet.read_sheet import read_sheet

NOW = pendulum.datetime(2026, 11, 22, 9, 30, tz="America/New_York")


def first(sheet: str) -> Audition:
    reading = read_sheet(sheet, NOW)
    assert reading.unreadable == ()
    return reading.rows[0].audition


@pytest.mark.parametrize(
    ("said", "medium", "size"),
    [
        ("TV co-star", Medium.TV, Size.COSTAR), ("Guest Star - TV", Medium.TV, Size.GUEST_STAR),
        ("Film (Lead)", Medium.FILM, Size.LEAD), ("Feature Drama", Medium.FILM, None),
        ("Web Comedy", Medium.WEB, None), ("Student feature", Medium.STUDENT, None),
        ("Feature film", Medium.FILM, None),
    ],
)  # fmt: skip
def test_a_type_of_several_words(said: str, medium: Medium, size: Size | None) -> None:
    audition = first(f"Project,Role,Type\nFord,Dad,{said}\n")
    assert (audition.medium, audition.size) == (medium, size)


@pytest.mark.parametrize(
    ("role", "size"),
    [("Nurse Pat (Co-Star)", Size.COSTAR), ("Kid (US)", None), ("Kit (twin)", None)],
)
def test_a_size_in_brackets_behind_a_role(role: str, size: Size | None) -> None:
    audition = first(f"Project,Role\nFord,{role}\n")
    assert (audition.role, audition.size) == (role, size)


def test_how_and_which_round_in_one_cell() -> None:
    audition = first("Date,Project,Role,How\n11/2/2026,Ford,Dad,Callback - Zoom\n")
    (read,) = audition.rounds
    assert (read.kind, read.format) == (RoundKind.CALLBACK, Format.VIRTUAL_LIVE)


def test_a_tape_that_is_to_do_keeps_its_deadline() -> None:
    audition = first("Date,Project,Role,How,Status\n11/26/2026,Ford,Dad,self tape,to do\n")
    (read,) = audition.rounds
    assert (audition.stage, str(read.due_at and read.due_at.day)) == (Stage.REQUESTED, "2026-11-26")


def test_an_hour_beside_an_appointment_is_that_of_its_day() -> None:
    sheet = "Date,Project,Role,Result\n11/24/2026,Ford,Dad,{}\n"
    (read,) = first(sheet.format("appt 3:40pm")).rounds
    assert read.at
    assert read.at.time == dt.time(15, 40)
    (read,) = first(sheet.format("self-tape due 5pm")).rounds
    assert read.due_at
    assert read.due_at.time is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("1st Audition", RoundKind.AUDITION), ("3rd Callback", RoundKind.CALLBACK),
        ("ECC (singers)", RoundKind.ECC), ("Producer's Callback", RoundKind.PRODUCER_SESSION),
    ],
)  # fmt: skip
def test_kinds_of_rounds_by_their_number_and_with_brackets(said: str, kind: RoundKind) -> None:
    (read,) = first(f"Date,Project,Role,Round\n11/2/2026,Ford,Dad,{said}\n").rounds
    assert read.kind is kind

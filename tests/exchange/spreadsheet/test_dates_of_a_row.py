"""The several days of one row: the day it was asked for on, the deadline, the run of the job."""

import datetime as dt

import pendulum
import pytest

from callbacktui.domain.enums import RoundKind
from callbacktui.domain.moment import Moment
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Group, status_of
from callbacktui.exchange.spreadsheet.types import ReadRow
from tests.exchange.spreadsheet.read_sheet import read_sheet

NOW = pendulum.datetime(2026, 11, 21, 9, 0, tz="America/New_York")
HEADINGS = "Date Rec'd,Project,Role,CD,Due,Rate,Sent?,Result\n"
DATED = "9/1/26,Ketchup,Cook,Carroll,9/3/26,900,y,pass\n"


def rows(sheet: str) -> tuple[ReadRow, ...]:
    reading = read_sheet(sheet, NOW)
    assert reading.unreadable == ()
    return reading.rows


def day_of(when: Moment | None) -> str:
    return when.day.isoformat() if when else ""


@pytest.mark.parametrize("due", ["", "EOD", "ASAP"])
@pytest.mark.parametrize("result", ["pass", "callback", "booked", ""])
@pytest.mark.parametrize("sent", ["y", ""])
def test_the_day_it_was_asked_for_is_kept_without_a_deadline(
    due: str, result: str, sent: str
) -> None:
    row, _ = rows(f"{HEADINGS}10/23/26,Oreo,Dad,Carroll,{due},TBD,{sent},{result}\n{DATED}")
    (read,) = row.audition.rounds
    assert (day_of(read.received_at), read.when) == ("2026-10-23", None)
    assert row.audition.first_day == dt.date(2026, 10, 23)
    assert (f"Due: {due}" in row.audition.notes) == bool(due)
    assert (f"Due “{due}” is kept in the notes" in row.said) == bool(due)
    assert "Rate: TBD" in row.audition.notes


def test_what_was_given_on_an_unknown_day_is_not_still_to_do() -> None:
    given, asked, _ = rows(
        f"{HEADINGS}10/23/26,Oreo,Dad,Carroll,EOD,,y,\n10/23/26,Ford,Dad,Carroll,EOD,,n,\n{DATED}"
    )
    assert given.audition.stage is Stage.AUDITIONED
    assert status_of(given.audition, NOW, Windows()).group is Group.WAITING
    assert asked.audition.stage is Stage.REQUESTED
    assert status_of(asked.audition, NOW, Windows()).group is Group.NEXT


def test_what_ended_before_a_day_was_known_was_read_all_the_same() -> None:
    row, _ = rows(f"{HEADINGS}10/24/26,Geico,Mom,Carroll,,1800,,pass\n{DATED}")
    assert row.audition.stage is Stage.AUDITIONED


def test_a_meeting_is_the_first_round_of_a_london_sheet() -> None:
    first, _ = rows(
        "Date,Play,Part,Round\n05/06/2026,Lear,Fool,meeting\n06/06/2026,Hamlet,Osric,1st\n"
    )
    assert first.audition.rounds[0].kind is RoundKind.AUDITION
    assert first.said == ()

"""The several days of one row: the day it was asked for on, the deadline, the run of the job."""

import datetime as dt

import pendulum
import pytest

from callbacktui.domain.enums import RoundKind
from callbacktui.domain.moment import Moment
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Group, status_of
from callbacktui.exchange.spreadsheet.import_plan import plan_import
from callbacktui.exchange.spreadsheet.reading_summary import summary_lines
from callbacktui.exchange.spreadsheet.types import ReadRow
from callbacktui.tui.importing.preview_rows import Part, make_preview
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
def test_request_day_is_kept_without_a_deadline(due: str, result: str, sent: str) -> None:
    row, _ = rows(f"{HEADINGS}10/23/26,Oreo,Dad,Carroll,{due},TBD,{sent},{result}\n{DATED}")
    (read,) = row.audition.rounds
    assert (day_of(read.received_at), read.when) == ("2026-10-23", None)
    assert row.audition.first_day == dt.date(2026, 10, 23)
    assert (f"Due: {due}" in row.audition.notes) == bool(due)
    assert (f"Due “{due}” is kept in the notes" in row.said) == bool(due)
    assert "Rate: TBD" in row.audition.notes


def test_audition_done_on_an_unknown_day_is_not_pending() -> None:
    given, asked, _ = rows(
        f"{HEADINGS}10/23/26,Oreo,Dad,Carroll,EOD,,y,\n10/23/26,Ford,Dad,Carroll,EOD,,n,\n{DATED}"
    )
    assert given.audition.stage is Stage.AUDITIONED
    assert status_of(given.audition, NOW, Windows()).group is Group.WAITING
    assert asked.audition.stage is Stage.REQUESTED
    assert status_of(asked.audition, NOW, Windows()).group is Group.NEXT


def test_ended_audition_without_a_day_counts_as_done() -> None:
    row, _ = rows(f"{HEADINGS}10/24/26,Geico,Mom,Carroll,,1800,,pass\n{DATED}")
    assert row.audition.stage is Stage.AUDITIONED


def test_meeting_is_a_first_round() -> None:
    first, _ = rows(
        "Date,Play,Part,Round\n05/06/2026,Lear,Fool,meeting\n06/06/2026,Hamlet,Osric,1st\n"
    )
    assert first.audition.rounds[0].kind is RoundKind.AUDITION
    assert first.said == ()


@pytest.mark.parametrize(
    ("received", "due", "day"),
    [
        ("9/20/26", "9/24", "2026-09-24"),
        ("12/28/25", "1/3", "2026-01-03"),
        ("10/10/25", "10/12 5p", "2025-10-12"),
        ("1/20/26", "1/19", "2026-01-19"),
        ("1/20/26", "7/1", "2026-07-01"),
        ("2/1/24", "2/29", "2024-02-29"),
        ("9/20/26", "Sept 24", "2026-09-24"),
    ],
)
@pytest.mark.parametrize("title", ["", "2026\n"])
def test_deadline_without_a_year_is_within_a_year_of_the_request(
    received: str, due: str, day: str, title: str
) -> None:
    sheet = f"{title}Date Rec'd,Project,Role,Due,Result\n{received},Oreo,Dad,{due},booked\n"
    (row,) = rows(sheet)
    (read,) = row.audition.rounds
    assert day_of(read.due_at) == day
    if not title:
        assert row.dated[0].startswith(f"Due “{due}” is read as ")


@pytest.mark.parametrize(
    ("received", "due"),
    [("1/20/26", "12/1"), ("12/10/25", "12/1"), ("3/5/26", "12/24"), ("11/1/24", "10/1")],
)
def test_possibly_old_day_without_a_year_is_not_made_upcoming(received: str, due: str) -> None:
    sheet = "{}Date Rec'd,Project,Role,Due\n{},Oreo,Dad,{}\n"
    reading = read_sheet(sheet.format("", received, due), NOW)
    assert reading.rows == ()
    assert [bad.reason[:-13] for bad in reading.unreadable] == [f"{due} may be in"]
    said = f"20{received[-2:]}\n"  # a line with the year tells it
    (row,) = rows(sheet.format(said, received, due))
    assert day_of(row.audition.rounds[0].due_at)[:4] == said.strip()


def test_callback_without_a_year_is_after_the_audition() -> None:
    (row,) = rows("Date,Project,Role,Callback date,Callback time\n12/20/25,Oreo,Dad,1/8,2pm\n")
    _, called = row.audition.rounds
    assert called.when
    assert called.when.isoformat() == "2026-01-08T14:00:00-05:00"
    assert row.dated == ("Callback date “1/8” is read as 8 Jan 2026",)


def test_day_before_a_dated_one_gets_its_year() -> None:
    (row,) = rows("Date Rec'd,Project,Role,Due\n12/28,Oreo,Dad,1/3/26\n")
    assert day_of(row.audition.rounds[0].received_at) == "2025-12-28"


def test_day_without_a_year_alone_in_its_row_is_asked() -> None:
    reading = read_sheet("Date,Project,Role\n12/28,Oreo,Dad\n", NOW)
    assert [bad.reason for bad in reading.unreadable] == ["12/28 has no year"]


IN_ORDER = ["9/3/2026,Ford", "9/12/2026,Lear", "Sept 18,Oreo", "10/2/2026,Kettle"]


@pytest.mark.parametrize("lines", [IN_ORDER, IN_ORDER[::-1]])
def test_a_day_without_a_year_is_of_the_only_year_of_its_column_in_order(lines: list[str]) -> None:
    found = rows("\n".join(["Date,Project", *lines]))
    (row,) = [row for row in found if row.audition.project == "Oreo"]
    assert day_of(row.audition.rounds[0].when) == "2026-09-18"
    assert row.dated == ("Date “Sept 18” is read as 18 Sep 2026",)


@pytest.mark.parametrize(
    "lines",
    [
        ["9/3/2025,Ford", "9/12/2026,Lear", "Sept 18,Oreo", "10/2/2026,Kettle"],  # two years
        ["9/3/2026,Ford", "9/12/2026,Lear", "Sept 18,Oreo", "9/15/2026,Kettle"],  # before it
        ["10/3/2026,Ford", "9/12/2026,Lear", "Sept 18,Oreo", "10/2/2026,Kettle"],  # in no order
        ["9/3/2026,Ford", "9/12/2026,Lear", "Sept 18,Oreo"],  # nothing below
        ["Sept 18,Oreo", "10/2/2026,Kettle"],  # nothing above
        ["9/3/2024,Ford", "Feb 29,Oreo", "10/2/2024,Kettle"],
        ["1/3/2026,Ford", "Feb 29,Oreo", "10/2/2026,Kettle"],  # no such day
    ],
)
def test_a_day_without_a_year_that_does_not_fit_into_its_column_is_asked_for(
    lines: list[str],
) -> None:
    reading = read_sheet("\n".join(["Date,Project", *lines]), NOW)
    (bad,) = reading.unreadable
    assert bad.reason.endswith("has no year")


NEWEST_FIRST = [
    "11/19,Toast,",
    "11/2,Understory,hold",
    "9/30,Second Street,pin",
    "1/8,Paper Moths,no",
    "12/14,Keys,booked",
]


@pytest.mark.parametrize("lines", [NEWEST_FIRST, NEWEST_FIRST[::-1]])
def test_order_of_a_log_tells_the_years_of_days_without_one(lines: list[str]) -> None:
    reading = read_sheet("\n".join(["Date,Project,Result", *lines]), NOW)
    days = {row.audition.project: day_of(row.audition.rounds[0].when) for row in reading.rows}
    assert (days["Toast"], days["Paper Moths"]) == ("2026-11-19", "2026-01-08")
    assert days["Keys"] == "2025-12-14"
    assert [row.dated for row in reading.rows if row.audition.project == "Keys"] == [
        ("Date “12/14” is read as 14 Dec 2025",)
    ]


@pytest.mark.parametrize(
    ("results", "first"),
    [
        (("", "no", "cb", "no"), "2026-11-30"),  # to come, as the others have a result
        (("booked", "no", "cb", "no"), "2025-11-30"),  # it has one, so it has been
    ],
)
def test_newest_day_without_a_year_is_to_come_if_only_it_has_no_result(
    results: tuple[str, ...], first: str
) -> None:
    days = ("11/30", "11/12", "10/2", "9/4")
    lines = [
        f"{day},P{n},{result}" for n, (day, result) in enumerate(zip(days, results, strict=True))
    ]
    found = rows("\n".join(["Date,Project,Result", *lines]))
    assert day_of(found[0].audition.rounds[0].when) == first


@pytest.mark.parametrize(
    "days",
    [
        ("11/30", "11/12", "10/2", "9/4"),  # a year ago, or the newest is to come
        ("11/12", "10/2", "9/4"),  # too few to tell an order
        ("11/12", "3/2", "9/4", "1/5", "10/2"),  # in no order
        ("11/12", "10/2/2026", "10/1", "9/4"),  # one has a year
    ],
)
def test_days_without_a_year_whose_order_does_not_tell_it_are_asked_for(
    days: tuple[str, ...],
) -> None:
    sheet = "\n".join(["Date,Project", *(f"{day},P{n}" for n, day in enumerate(days))])
    reading = read_sheet(sheet, NOW)
    asked = [bad for bad in reading.unreadable if bad.reason.endswith("has no year")]
    assert len(asked) == sum(day.count("/") == 1 for day in days)


def test_weekday_tells_the_year_of_a_day_without_one() -> None:
    found = rows("Date,Project\nSat Nov 21,Toast\nTue Nov 24,Keys\nMon 12/29,Oat\n")
    days = [day_of(row.audition.rounds[0].when) for row in found]
    assert days == ["2026-11-21", "2026-11-24", "2025-12-29"]
    assert found[1].dated == ("Date “Tue Nov 24” is read as 24 Nov 2026",)


def test_days_that_are_only_out_of_order_are_of_no_other_year() -> None:
    days = ("11/12", "11/20", "10/2", "9/4", "8/7")
    sheet = "\n".join(["Date,Project", *(f"{day},P{n}" for n, day in enumerate(days))])
    assert read_sheet(sheet, NOW).rows == ()
    near = sheet.replace("11/20", "11/16")  # noted some days late
    read = [day_of(row.audition.rounds[0].when) for row in rows(near)]
    assert read[:2] == ["2026-11-12", "2026-11-16"]


@pytest.mark.parametrize(
    ("headings", "cells", "day"),
    [
        ("Month,Day,Year", "2,14,2026", "2026-02-14"),
        ("Year,Month,Day", "2026,Feb,14", "2026-02-14"),
        ("Mo,Day", "2,14", None),  # the year is asked for
        ("Month,Day,Year", "Feb,Tue,2026", None),
    ],
)
def test_day_in_three_columns(headings: str, cells: str, day: str | None) -> None:
    reading = read_sheet(f"{headings},Project\n{cells},Lear\n", NOW)
    found = [day_of(r.when) for row in reading.rows for r in row.audition.rounds if r.when]
    assert found == ([day] if day else [])


def test_days_without_a_year_are_listed_as_read() -> None:
    sheet = "Date Rec'd,Project,Role,Due\n9/20/26,Oreo,Dad,9/24\n9/21/26,Ford,Dad,9/24\n"
    lines = summary_lines(read_sheet(sheet, NOW))
    assert lines[-3:] == [
        "2 days without a year, read by the dates around them; add the year if it is wrong:",
        "Row 2: Due “9/24” is read as 24 Sep 2026.",
        "Row 3: Due “9/24” is read as 24 Sep 2026.",
    ]


@pytest.mark.parametrize("date", ["14/07/26", "16/11/26"])
def test_run_without_a_year_is_after_the_audition(date: str) -> None:
    (row,) = rows(f"Date,Play,Part,Dates of run\n{date},Lear,Fool,7 Jan - 14 Mar\n")
    days = row.audition.shoot_dates
    assert days
    assert (days.first, days.last) == (dt.date(2027, 1, 7), dt.date(2027, 3, 14))
    assert row.dated == ("“7 Jan - 14 Mar” is read as 7 Jan to 14 Mar 2027",)


@pytest.mark.parametrize(
    ("cell", "first"),
    [
        ("30 Dec - 2 Jan 2027", "2026-12-30"),
        ("30 Dec-2 Jan 2027", "2026-12-30"),
        ("12/30-1/2/2027", "2026-12-30"),
        ('"Dec 30 to Jan 2, 2027"', "2026-12-30"),
        ("14 - 18 Dec 2026", "2026-12-14"),
        ("30 Nov - 2 Dec 2026", "2026-11-30"),
    ],
)
def test_year_after_a_range_applies_to_its_start(cell: str, first: str) -> None:
    row, _ = rows(f"Date,Project,Role\n{cell},Ford,Dad\n11/15/2026,Oreo,Mom\n")
    assert day_of(row.audition.rounds[0].when) == first


def test_sent_tape_without_a_day_uses_its_deadline_day() -> None:
    sent, live = rows(
        "Due,Project,Role,Sent?,Format\n9/20/26 8pm,Oreo,Dad,y,\n9/20/26 8pm,Ford,Dad,y,in person\n"
    )
    assert sent.audition.rounds[0].done_at == Moment.on(dt.date(2026, 9, 20), "America/New_York")
    assert sent.audition.rounds[0].due_at
    assert sent.audition.rounds[0].due_at.time == dt.time(20)
    assert "the day it was sent is not told, so that of the deadline is taken" in sent.said
    assert live.audition.rounds[0].done_at
    assert live.audition.rounds[0].done_at.time == dt.time(20)


def test_preview_lists_days_without_a_year_as_read() -> None:
    reading = read_sheet("Date Rec'd,Project,Role,Due\n9/20/26,Oreo,Dad,9/24\n", NOW)
    preview = make_preview(reading, plan_import(reading, {}, NOW), set(), set())
    (dated,) = [row for row in preview.rows if row.part is Part.DATED]
    assert (dated.label, dated.value) == ("row 2", "Due “9/24” is read as 24 Sep 2026")

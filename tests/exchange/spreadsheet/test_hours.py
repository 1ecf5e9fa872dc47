"""Hours of a sheet: ranges, zones beside an hour, and what contradicts itself."""

import datetime as dt

import pendulum
import pytest

from callbacktui.domain.bookout_parser import read_times_out
from callbacktui.domain.moment import Moment
from callbacktui.exchange.invitation.hours import find_hours
from callbacktui.exchange.quick_line.hours import hour_of
from callbacktui.exchange.spreadsheet.hours import read_time
from callbacktui.exchange.spreadsheet.reading_summary import summary_lines
from callbacktui.exchange.spreadsheet.types import ReadRow
from tests.exchange.spreadsheet.read_sheet import read_sheet

NOW = pendulum.datetime(2026, 11, 21, 9, 0, tz="America/New_York")


def rows(sheet: str) -> tuple[ReadRow, ...]:
    reading = read_sheet(sheet, NOW)
    assert reading.unreadable == ()
    return reading.rows


def first_time(row: ReadRow) -> Moment:
    (read,) = row.audition.rounds
    when = read.at or read.due_at or read.done_at
    assert when
    return when


@pytest.mark.parametrize(
    ("cell", "hour", "minute"),
    [
        ("11-1pm", 11, 0), ("9-5pm", 9, 0), ("10-2pm", 10, 0), ("10-12pm", 10, 0),
        ("9:30-1pm", 9, 30), ("11:30-12:30pm", 11, 30), ("9 to 5pm", 9, 0), ("2-3pm", 14, 0),
        ("12-2pm", 12, 0), ("10-11am", 10, 0), ("11-1am", 23, 0), ("11am-1pm", 11, 0),
        ("14:00-15:30", 14, 0), ("6-10 pm", 18, 0), ("2 to 3:30", 14, 0),
        ("Fri 9 to 5pm", 9, 0),
    ],
)  # fmt: skip
def test_hour_range_starts_before_its_end(cell: str, hour: int, minute: int) -> None:
    assert read_time(cell).time == dt.time(hour, minute)
    (row,) = rows(f"Date,Project,Role\n12/4/2026 {cell},Ford,Dad\n")
    assert first_time(row).time == dt.time(hour, minute)


@pytest.mark.parametrize(
    ("cell", "zone", "hour"),
    [
        ("10am PT", "America/Los_Angeles", 10), ("2pm CST", "America/Chicago", 14),
        ("12p PT", "America/Los_Angeles", 12), ("5pm (ET)", "America/New_York", 17),
        ("3-4pm Eastern", "America/New_York", 15), ("14:30 London", "Europe/London", 14),
        ("10am", "America/New_York", 10), ("10am Pacific", "America/Los_Angeles", 10),
        ("10:00 Pacific Standard Time", "America/Los_Angeles", 10),
        ("10am Central time", "America/Chicago", 10), ("10am UK", "Europe/London", 10),
        ("10am Central Casting", "America/New_York", 10), ("3pm AWST", "Australia/Perth", 15),
        ("10:00 Central European Time", "Europe/Paris", 10),
    ],
)  # fmt: skip
def test_zone_in_an_hour_cell_applies_to_it(cell: str, zone: str, hour: int) -> None:
    (row,) = rows(f"Date,Time,Project,Role\n12/3/26,{cell},Ford,Dad\n")
    when = first_time(row)
    assert when.time
    assert (when.zone, when.time.hour) == (zone, hour)


def test_gmt_offset_applies_to_its_column() -> None:
    (row,) = rows("Date,Time,Project,Role\n12/3/26,15:00 (GMT+1),Ford,Dad\n")
    assert first_time(row).isoformat() == "2026-12-03T09:00:00-05:00"


def test_zone_in_a_cell_overrides_the_headings() -> None:
    (row,) = rows("Due,Due time (ET),Project,Role\n12/3/26,5pm PST,Ford,Dad\n")
    assert first_time(row).zone == "America/Los_Angeles"


@pytest.mark.parametrize(
    "sheet",
    [
        "Date,Time,Project,Role\n7/4/2026,3pm PST,Ford,Dad\n",
        "Date,Project,Role\n7/4/2026 3pm PST,Ford,Dad\n",
    ],
)
def test_wrong_zone_abbreviation_is_reported_and_kept(sheet: str) -> None:
    (row,) = rows(sheet)
    when = first_time(row)
    assert (when.time, when.zone) == (dt.time(15), "America/Los_Angeles")
    assert "America/Los_Angeles is not on PST on 4 Jul 2026" in " ".join(row.said)
    assert "3pm PST" in row.audition.notes


@pytest.mark.parametrize(
    ("cell", "said"),
    [("2027-03-14 02:30", "There is no 02:30"), ("2025-11-02 01:30", "comes twice")],
)
def test_skipped_or_repeated_hour_is_reported_and_kept(cell: str, said: str) -> None:
    day, time = cell.split()
    for sheet in (
        f"Date,Project,Role\n{cell},Ford,Dad\n",
        f"Date,Time,Project,Role\n{day},{time},Ford,Dad\n",
    ):
        (row,) = rows(sheet)
        assert said in " ".join(row.said)
        assert time in row.audition.notes


@pytest.mark.parametrize(
    "cell", ["Fri 12/5/2026", '"Friday, December 5, 2026"', "Sunday 12/1/2026 3pm"]
)
def test_contradicting_weekday_is_reported_and_kept(cell: str) -> None:
    (row,) = rows(f"Date,Project,Role\n{cell},Ford,Dad\n")
    assert " is a " in " ".join(row.said)
    assert cell.strip('"') in row.audition.notes


def test_dotted_hour_range_starts_with_its_first() -> None:
    assert read_time("11.45-12.15").time == dt.time(11, 45)


def test_matching_weekday_is_not_reported() -> None:
    (row,) = rows("Date,Project,Role\nSat 12/5/2026,Ford,Dad\n")
    assert (row.said, row.audition.notes) == ((), "")


@pytest.mark.parametrize("cell", ["half ten", "after lunch"])
def test_time_words_without_an_hour_are_kept_and_reported(cell: str) -> None:
    row, *_ = rows(f"Date,Time,Project,Role\n12/4/2026,{cell},Ford,Dad\n12/4/2026,9am,Oreo,Mom\n")
    assert f"Time: {cell}" in row.audition.notes
    assert cell in " ".join(row.said)


def test_words_beside_an_hour_go_to_the_notes() -> None:
    (row,) = rows("Date,Time,Project,Role\n12/4/2026,2pm bring sides,Ford,Dad\n")
    assert first_time(row).time == dt.time(14)
    assert "Time: 2pm bring sides" in row.audition.notes


def test_hour_without_a_day_goes_to_the_notes() -> None:
    (row,) = rows("Date,Time,Project,Role\n,2pm,Ford,Dad\n")
    assert "Time: 2pm" in row.audition.notes


def test_contradicting_hour_is_kept_in_the_notes() -> None:
    (row,) = rows("Date,Time,Project,Role\n12/4/2026 10am,11am,Ford,Dad\n")
    assert first_time(row).time == dt.time(10)
    assert "Time: 11am" in row.audition.notes


def test_contradictions_are_reported_once() -> None:
    sheet = "Date,Project,Role,Result\nFri 12/5/2026,Ford,Dad,pass\nFri 12/5/2026,Oreo,Mom,pass\n"
    lines = summary_lines(read_sheet(sheet, NOW))
    assert lines[-1] == "Row 2 and 1 other: “Fri 12/5/2026”: 5 Dec 2026 is a Saturday."
    assert not any(line.startswith("Row 2: “pass”") for line in lines)


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("11-1pm", "11:00"), ("9-5pm", "09:00"), ("6-10pm", "18:00"), ("10-12pm", "10:00"),
        ("9:30-9:15pm", "09:30"), ("12-2pm", "12:00"), ("10-1am", "22:00"),
    ],
)  # fmt: skip
def test_all_readers_read_hours_alike(said: str, start: str) -> None:
    (booked_out,) = read_times_out(f"14 Dec {said}", NOW.date())
    assert booked_out.hours
    (mailed,) = find_hours(f"Monday {said}.")
    times = [read_time(said).time, hour_of(said), mailed.time, booked_out.hours.since]
    assert times == [dt.time.fromisoformat(start)] * 4


@pytest.mark.parametrize(
    ("cell", "hour"),
    [
        ("2026-12-04 10:00-11:00", 10),
        ("2026-12-04 14:00-15:00", 14),
        ("2026-12-04 12:00-13:00", 12),
    ],
)
def test_hours_after_an_iso_date_are_not_an_offset(cell: str, hour: int) -> None:
    (row,) = rows(f"Date,Project,Role\n{cell},Ford,Dad\n")
    assert first_time(row).time == dt.time(hour)


@pytest.mark.parametrize(
    ("cell", "instant"),
    [
        ("10am ET/7am PT", "10:00"), ("10am PT/1pm ET", "13:00"), ("noon ET / 9am PT", "12:00"),
        ("1pm/10am PT", "13:00"), ("2pm ET (11am PT)", "14:00"), ("10am ET or 7am PT", "10:00"),
        ("3pm GMT = 10am ET", "10:00"), ("11am ET, 8am PT, 10am CT", "11:00"),
        ("10-11am ET / 7-8am PT", "10:00"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("heads", ["Date,Time", "Date"])
def test_hour_in_several_zones_is_one_moment(heads: str, cell: str, instant: str) -> None:
    said = f'12/4/2026,"{cell}"' if "Time" in heads else f'"12/4/2026 {cell}"'
    (row,) = rows(f"{heads},Project,Role\n{said},Ford,Dad\n")
    assert f"{first_time(row).instant.in_timezone('America/New_York'):%d %H:%M}" == f"04 {instant}"
    assert (row.said, row.audition.notes) == ((), "")


@pytest.mark.parametrize("cell", ["2pm ET/10am PT", "1pm/11am PT", "9am ET (7am PT)"])
@pytest.mark.parametrize("heads", ["Date,Time", "Date"])
def test_contradicting_zone_times_are_reported_and_not_taken(heads: str, cell: str) -> None:
    said = f"12/4/2026,{cell}" if "Time" in heads else f"12/4/2026 {cell}"
    (row,) = rows(f"{heads},Project,Role\n{said},Ford,Dad\n")
    assert first_time(row).isoformat() == "2026-12-04"
    assert "are not the same hour" in " ".join(row.said)
    assert cell in row.audition.notes


@pytest.mark.parametrize(
    "cell",
    ["2 or 3pm", "2pm or 3:30pm", "10am/4pm", "between 1 and 4pm", "after 5pm", "3pm or later"],
)
@pytest.mark.parametrize("heads", ["Date,Time", "Date"])
def test_open_ended_hour_is_not_taken(heads: str, cell: str) -> None:
    said = f"12/4/2026,{cell}" if "Time" in heads else f"12/4/2026 {cell}"
    (row,) = rows(f"{heads},Project,Role\n{said},Ford,Dad\n")
    assert first_time(row).isoformat() == "2026-12-04"
    assert cell in row.audition.notes
    assert cell in " ".join(row.said)


@pytest.mark.parametrize("cell", ["before 3pm", "by 3pm", "3pm latest", "no later than 3pm"])
@pytest.mark.parametrize("heads", ["Date,Time", "Date"])
def test_latest_hour_applies_only_to_deadlines(heads: str, cell: str) -> None:
    said = f"12/4/2026,{cell}" if "Time" in heads else f"12/4/2026 {cell}"
    (row,) = rows(f"{heads},How,Project,Role\n{said},in person,Ford,Dad\n")
    assert first_time(row).isoformat() == "2026-12-04"
    assert cell in row.audition.notes
    assert cell in " ".join(row.said)
    for sheet in (
        f"{heads},How,Project,Role\n{said},self tape,Ford,Dad\n",
        f"{heads.replace('Date', 'Due')},Project,Role\n{said},Ford,Dad\n",
    ):
        (row,) = rows(sheet)
        due = row.audition.rounds[0].due_at
        assert due
        assert due.time == dt.time(15)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("3/4/26 moved to 3/9", "2026-03-09"), ("moved from 3/4/26 to 3/9/26", "2026-03-09"),
        ("12/28/26 pushed to 1/4", "2027-01-04"), ("3/4/26, rescheduled -> 3/9/26", "2026-03-09"),
        ("was 3/4/26 now 3/9/26", "2026-03-09"),
        ("3/4/26 moved to 2pm", "2026-03-04T14:00:00-05:00"),
    ],
)  # fmt: skip
def test_moved_day_in_a_cell_is_the_new_one(cell: str, day: str) -> None:
    (row,) = rows(f'Date,Project,Role\n"{cell}",Ford,Dad\n')
    assert first_time(row).isoformat() == day
    assert cell in row.audition.notes


def test_day_moved_to_an_unknown_one_is_reported() -> None:
    (row,) = rows("Date,Project,Role\n3/4/26 moved to Tuesday,Ford,Dad\n")
    assert not any(read.when for read in row.audition.rounds)
    assert "moved to Tuesday" in " ".join(row.said)


@pytest.mark.parametrize("cell", ["2pm moved to 3pm", "was 2pm now 3pm", "2pm -> pushed to 3"])
def test_moved_hour_in_a_cell_is_the_new_one(cell: str) -> None:
    row, *_ = rows(f"Date,Time,Project,Role\n12/4/2026,{cell},Ford,Dad\n12/5/2026,9am,Oreo,Mom\n")
    assert first_time(row).time in {dt.time(15), None}
    assert cell in row.audition.notes


@pytest.mark.parametrize("cell", ["3/4/26 or 3/5/26", "either 3/4/26 or 3/5/26"])
def test_ambiguous_day_is_reported(cell: str) -> None:
    (row,) = rows(f"Date,Project,Role\n{cell},Ford,Dad\n")
    assert "it may be another day" in " ".join(row.said)


@pytest.mark.parametrize("cell", ["3/4/26, 3/6/26", "3/4-3/6/26", "3/4/26 and 3/5/26"])
def test_two_days_are_not_open_hours(cell: str) -> None:
    (row,) = rows(f'Date,Project,Role\n"{cell}",Ford,Dad\n')
    assert first_time(row).isoformat() == "2026-03-04"
    assert row.said == ()


@pytest.mark.parametrize(
    "cell",
    [
        "12/3/26 2pm, arrive by 1:45", "12/3/26 2pm, be there before 1:45",
        "12/3/26 2pm, sides by 12/1", "12/3/26 2pm confirm by noon",
        "12/3/26 2pm, after 3 tapes", "12/3/26 2pm changed to self tape",
        "12/3/26 2pm moved to Studio 4", "12/3/26 2pm switched to Zoom",
        "12/3/26 2pm moved to Pearl Studios",
    ],
)  # fmt: skip
def test_an_hour_stays_beside_what_is_said_of_other_things(cell: str) -> None:
    (row,) = rows(f'Date,Project,Role\n"{cell}",Ford,Dad\n')
    assert first_time(row).isoformat() == "2026-12-03T14:00:00-05:00"
    assert cell in row.audition.notes


@pytest.mark.parametrize(
    "cell",
    [
        "12/3/26 room 4.15", "12/3/26 studio 4.15", "12/3/26 paid 10.50", "12/3/26 2.15 hrs",
        "12/3/26 10.50 parking", "12/3/26 callback after 2 weeks",
    ],
)  # fmt: skip
def test_figures_with_a_dot_beside_other_words_are_no_hour(cell: str) -> None:
    (row,) = rows(f"Date,Project,Role\n{cell},Ford,Dad\n")
    assert first_time(row).isoformat() == "2026-12-03"
    assert "left open" not in " ".join(row.said)

"""Events of a calendar that repeat: an audition is kept once, a class is left out."""

import pytest

from callbacktui.exchange.spreadsheet.types import SheetReading
from tests.exchange.spreadsheet.read_sheet import read_sheet
from tests.factories import NOW

START = "DTSTART;TZID=America/New_York:20261201T150000"


def read(title: str, *lines: str, start: str = START) -> SheetReading:
    event = "\n".join(("BEGIN:VEVENT", "UID:1", start, f"SUMMARY:{title}", *lines, "END:VEVENT"))
    calendar = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{event}\nEND:VCALENDAR\n"
    return read_sheet(calendar.encode(), NOW)


def notes(*lines: str, start: str = START) -> str:
    [row] = read("Audition: Lear", *lines, start=start).rows
    assert len(row.audition.rounds) == 1
    return row.audition.notes


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("RRULE:FREQ=DAILY;COUNT=3",), "It repeats on 2026-12-02 15:00, 2026-12-03 15:00."),
        (("RRULE:FREQ=WEEKLY;UNTIL=20261216T000000Z",),
         "It repeats on 2026-12-08 15:00, 2026-12-15 15:00."),
        (("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=America/New_York:20261202T150000"),
         "It repeats on 2026-12-03 15:00."),
        (("RRULE:FREQ=YEARLY;COUNT=3",), "It repeats on 2027-12-01 15:00, and on after that."),
        (("RDATE;TZID=America/New_York:20261204T150000",), "It repeats on 2026-12-04 15:00."),
        (("RRULE:FREQ=DAILY;COUNT=1",), ""),
    ],
)  # fmt: skip
def test_other_times_of_a_repeating_audition_are_noted(lines: tuple[str, ...], words: str) -> None:
    assert notes(*lines) == words


def test_all_day_repeats_have_no_hour() -> None:
    said = notes("RRULE:FREQ=DAILY;COUNT=2", start="DTSTART;VALUE=DATE:20261201")
    assert said == "It repeats on 2026-12-02."


def test_utc_end_of_a_repeat_is_converted() -> None:
    said = notes(
        "RRULE:FREQ=DAILY;UNTIL=20261203T060000Z",
        start=START.replace("America/New_York", "Asia/Tokyo"),
    )
    assert said == "It repeats on 2026-12-02 15:00, 2026-12-03 15:00."


def test_endless_repeat_lists_twelve_times() -> None:
    said = notes("RRULE:FREQ=WEEKLY")
    assert said.count(":00") == 12
    assert said.endswith("2027-02-23 15:00, and on after that.")


def test_skipped_repeats_are_reported() -> None:
    [told] = read("Audition: Lear", "RRULE:FREQ=DAILY;COUNT=2").skipped
    assert (told.why, told.text) == (
        "imported once, and its other time is only in the notes", "It repeats on 2026-12-02 15:00.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY;COUNT=5", "its 4 other times are only in the notes"),
        ("FREQ=WEEKLY;COUNT=21", "the first 12 of its 20 other times are only in the notes"),
        ("FREQ=WEEKLY", "the next 12 of its other times are only in the notes"),
        ("FREQ=WEEKLY;UNTIL=20301201", "the next 12 of its other times are only in the notes"),
        ("FREQ=DAILY;BYHOUR=99", "how it repeats could not be read"),
    ],
)
def test_number_of_other_times_is_reported(rule: str, words: str) -> None:
    [told] = read("Audition: Lear", f"RRULE:{rule}").skipped
    assert told.why == f"imported once, and {words}"


def test_number_of_times_after_the_twelve_is_reported() -> None:
    assert notes("RRULE:FREQ=WEEKLY;COUNT=21").endswith("2027-02-23 15:00, and 8 more after that.")


def test_repeating_class_is_skipped_and_reported() -> None:
    reading = read("Audition class with Bo", "RRULE:FREQ=WEEKLY")
    assert reading.rows == ()
    [told] = reading.skipped
    assert (told.why, told.text) == (
        "a class or a rehearsal that repeats", "Audition class with Bo",
    )  # fmt: skip
    assert len(read("Audition class with Bo").rows) == 1


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=DAILY;BYHOUR=99",
        "COUNT=3",
    ],
)
def test_endless_or_empty_rules_are_read_at_once(rule: str) -> None:
    assert len(notes(f"RRULE:{rule}")) < 300

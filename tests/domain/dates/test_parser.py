"""Parsing dates as actors write them, and formatting the result."""

import datetime as dt
import subprocess
import sys
import zoneinfo
from typing import Any

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.parser import (
    DateOrder,
    MomentError,
    UnknownWords,
    format_moment,
    in_words,
    read_moment,
    read_plainly,
)
from callbacktui.domain.dates.vocabulary import WEEKDAYS
from callbacktui.domain.dates.zones import zone_named
from callbacktui.domain.moment import Moment

NOW = pendulum.datetime(2026, 11, 22, 15, 30, tz="Europe/London")  # a Sunday


def at(text: str, **options: Any) -> str:
    moment = read_moment(text, NOW, **options)
    return f"{moment.day}" + (f" {moment.time:%H:%M}" if moment.time else "")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("thu 6pm", "2026-11-26 18:00"),
        ("thu 18:00", "2026-11-26 18:00"),
        ("10am on Thursday", "2026-11-26 10:00"),
        ("fri noon", "2026-11-27 12:00"),
        ("midnight", "2026-11-22 23:59"),
        ("fri midnight", "2026-11-27 23:59"),
        ("12am fri", "2026-11-27 00:00"),
        ("tomorrow 10 a.m.", "2026-11-23 10:00"),
        ("today", "2026-11-22"),
        ("thu eod", "2026-11-26"),
        ("in 2 weeks", "2026-12-06"),
        ("in a fortnight", "2026-12-06"),
        ("in 3 days", "2026-11-25"),
        ("in 2 hours", "2026-11-22 17:30"),
        ("2 weeks ago", "2026-11-08"),
        ("a couple of weeks ago", "2026-11-08"),
        ("yesterday", "2026-11-21"),
        ("last sun", "2026-11-15"),
        ("next tue", "2026-11-24"),
        ("next sun", "2026-11-29"),
        ("sun", "2026-11-22"),
        ("sun 4pm", "2026-11-22 16:00"),
        ("sun 2pm", "2026-11-29 14:00"),
        ("tomorrow 4:30", "2026-11-23 16:30"),
        ("fri 2:15", "2026-11-27 14:15"),
        ("fri 04:30", "2026-11-27 04:30"),
        ("fri 9.30", "2026-11-27 09:30"),
        ("fri 12:15", "2026-11-27 12:15"),
        ("fri 0:15", "2026-11-27 00:15"),
        ("tonight 7:30", "2026-11-22 19:30"),
        ("tomorrow evening 7:30", "2026-11-23 19:30"),
        ("fri 7:30 in the morning", "2026-11-27 07:30"),
        ("2pm", "2026-11-23 14:00"),
        ("26/11 14:30", "2026-11-26 14:30"),
        ("26 nov", "2026-11-26"),
        ("nov 26 6pm", "2026-11-26 18:00"),
        ("11 nov", "2027-11-11"),
        ("feb 29", "2028-02-29"),
        ("2026-11-26 18:00", "2026-11-26 18:00"),
        ("2026-11-26T18:00:00Z", "2026-11-26 18:00"),
        ("Jan 22, 2024", "2024-01-22"),
        ("22-Jan-24", "2024-01-22"),
        ("26 Nov 2026, 18:00 (Europe/London)", "2026-11-26 18:00"),
        ("friday at 3 in the afternoon", "2026-11-27 15:00"),
    ],
)
def test_parser_reads_what_actors_type(said: str, meant: str) -> None:
    assert at(said) == meant


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("6pm", "Europe/London"),
        ("6pm New York", "America/New_York"),
        ("thu 6pm America/New_York", "America/New_York"),
        ("thu 6pm ET", "America/New_York"),
        ("thu 6pm EST", "America/New_York"),
        ("4 jul 6pm PDT", "America/Los_Angeles"),
        ("thu 6pm CET", "CET"),
        ("thu 6pm EST5EDT", "EST5EDT"),
        ("thu 6pm Japan", "Japan"),
        ("thu 6pm (EST)", "EST"),
        ("4 jul 6pm (pst8pdt)", "PST8PDT"),
    ],
)
def test_parser_reads_the_zone(said: str, zone: str) -> None:
    assert read_moment(said, NOW).zone == zone


@pytest.mark.parametrize("name", sorted(zoneinfo.available_timezones() - {"Factory", "localtime"}))
def test_every_zone_is_accepted_and_read_back(name: str) -> None:
    assert zone_named(name) == name
    summer = Moment(day=dt.date(2026, 7, 1), time=dt.time(18), zone=name)
    assert read_moment(format_moment(summer, NOW), NOW) == summer


@pytest.mark.parametrize("name", ["Factory", "localtime", "posixrules", "Europe", "../etc/passwd"])
def test_machine_specific_zone_names_are_refused(name: str) -> None:
    with pytest.raises(MomentError):
        zone_named(name)


@pytest.mark.parametrize("title", ["Poland", "sat Japan", "3 Sisters Iran"])
def test_country_in_a_title_is_not_a_zone(title: str) -> None:
    with pytest.raises(UnknownWords):
        read_plainly(title, NOW)


def test_numeric_dates_follow_the_order_if_it_gives_a_date() -> None:
    assert at("03/04/27", order=DateOrder.MDY) == "2027-03-04"
    assert at("03/04/27", order=DateOrder.DMY) == "2027-04-03"
    assert at("27/04/03", order=DateOrder.YMD) == "2027-04-03"
    assert at("26/04/27", order=DateOrder.MDY) == "2027-04-26"


def test_past_flag_reads_the_previous_date() -> None:
    assert at("26 nov", past=True) == "2025-11-26"
    assert at("thu", past=True) == "2026-11-19"
    assert at("6pm", past=True) == "2026-11-21 18:00"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("12", "“12” could be a day or an hour"),
        ("1230", "“1230” could be a day or an hour"),
        ("thu 6", "“thu 6” could be a day or an hour"),
        ("2 days", "“2 days” does not say which way"),
        ("13/45/26", "13/45/26 is not a date: there is no month 13 or 45"),
        ("2/30/26", "2/30/26 is not a date: February 2026 has no day 30"),
        ("30 feb", "February has no day 30"),
        ("0/0", "0/0 is not a date: no month or day is 0"),
        ("26/11/0026", "The year 26 is too far away"),
        ("in 9999 months", "“in 9999 months” is too far away"),
        ("fri 26 nov 2026", "26 November 2026 is a Thursday, not a Friday"),
        ("thu 7:30", "7:30 could be in the morning or in the evening"),
        ("18pm", "18pm is not a time"),
        ("thu 25:00", "25:00 is not a time"),
        ("6pm Nowhere/X", "Nowhere/X is not a time zone known here"),
        ("4 jul 6pm EST", "America/New_York is not on EST that day"),
        (
            "28 mar 2027 1:30am",
            "There is no 01:30 on 28 March in Europe/London: the clocks go forward",
        ),
        (
            "25 oct 2026 1:30am",
            "01:30 comes twice on 25 October, when the clocks go back: first BST, then GMT",
        ),
        ("thu 6pm second", "18:00 comes once on 26 November"),
    ],
)
def test_impossible_dates_are_refused_with_a_fix(said: str, reason: str) -> None:
    with pytest.raises(MomentError) as caught:
        read_moment(said, NOW)
    assert caught.value.reason == reason
    assert caught.value.mend


@pytest.mark.parametrize("said", ["", "Lear", "may", "next week", "3-5pm", "5 o'clock friday"])
def test_ambiguous_words_are_refused(said: str) -> None:
    with pytest.raises(UnknownWords):
        read_moment(said, NOW)


def test_skipped_hour_is_refused_with_the_next_valid_time() -> None:
    with pytest.raises(MomentError, match=r"The next time there is 02:00"):
        read_moment("28 mar 2027 1:30am", NOW)


def test_repeated_hour_can_be_first_or_second() -> None:
    first, second = (read_moment(f"25 oct 2026 1:30am {w}", NOW) for w in ("first", "second"))
    assert (second.instant - first.instant).total_hours() == 1


def test_zone_abbreviation_selects_the_repeated_hour() -> None:
    first, second = (read_moment(f"1 nov 2026 1:30am {w}", NOW) for w in ("EDT", "EST"))
    assert (first.fold, second.fold) == (0, 1)
    assert (second.instant - first.instant).total_hours() == 1
    with pytest.raises(MomentError, match="first 01:30 on 1 November is not on EST"):
        read_moment("1 nov 2026 1:30am first EST", NOW)


def test_moments_are_formatted_in_full_and_days_short() -> None:
    thursday = Moment(day=dt.date(2026, 11, 26), time=dt.time(18), zone="Europe/London")
    assert format_moment(thursday, NOW) == "Thu 26 Nov 2026, 18:00 (Europe/London), in 4 days"
    today = dt.date(2026, 11, 22)
    assert format_day(thursday.day, today) == "Thu 26 Nov"
    assert format_day(dt.date(2027, 1, 4), today) == "Mon 4 Jan 2027"
    assert [in_words(n) for n in (0, 1, 4, -1, -9)] == [
        "today",
        "tomorrow",
        "in 4 days",
        "yesterday",
        "9 days ago",
    ]


zones = st.sampled_from(["Europe/London", "America/New_York", "Asia/Kolkata", "UTC"])
days = st.dates(dt.date(1971, 1, 1), dt.date(2100, 1, 1))
minutes = st.none() | st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))


@given(day=days, time=minutes, zone=zones, fold=st.integers(0, 1), order=st.sampled_from(DateOrder))
def test_formatted_moment_is_read_back(
    day: dt.date, time: dt.time | None, zone: str, fold: int, order: DateOrder
) -> None:
    there = Moment(day=day, time=time, zone=zone, fold=fold).instant.in_tz("UTC").in_tz(zone)
    moment = Moment.of(there) if time else Moment.on(day, zone)
    found = read_plainly(format_moment(moment, NOW), NOW, order=order)
    assert (found.day, found.time, found.zone) == (moment.day, moment.time, moment.zone)
    assert found.instant == moment.instant


@given(
    weekday=st.integers(0, 6),
    hour=st.integers(0, 23),
    now=st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2040, 1, 1)),
)
def test_weekday_is_the_next_such_day(weekday: int, hour: int, now: dt.datetime) -> None:
    here = pendulum.instance(now, tz="UTC")
    found = read_plainly(f"{WEEKDAYS[weekday]} {hour:02}:00", here)
    assert found.day.weekday() == weekday
    assert 0 <= (found.day - now.date()).days <= 7
    assert found.instant >= here.start_of("minute")


@given(st.text(max_size=90) | st.text(alphabet="0123456789/:-. apmthufrinov()", max_size=30))
@settings(max_examples=300)
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        found = read_moment(text, NOW)
    except MomentError:
        return
    assert found.zone


def test_common_dates_do_not_import_dateparser() -> None:
    script = (
        "import sys, pendulum; from callbacktui.domain.dates.parser import read_moment;"
        "read_moment('thu 6pm', pendulum.datetime(2026, 11, 22));"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("5pm, tomorrow", "2026-11-23 17:00"),
        ("noon tomorrow PT", "2026-11-23 12:00"),
        ("6pm, in 3 days", "2026-11-25 18:00"),
        ("Thu 26 Nov, 18:00, in 4 days", "2026-11-26 18:00"),
    ],
)
def test_weekday_that_repeats_the_date_is_not_a_second_day(said: str, meant: str) -> None:
    assert at(said) == meant


SATURDAY = pendulum.datetime(2026, 11, 21, 12, tz="Europe/London")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("a week on Tuesday", "2026-12-01"),
        ("a week tuesday", "2026-12-01"),
        ("a week from tuesday", "2026-12-01"),
        ("week tomorrow", "2026-11-29"),
        ("a week tomorrow", "2026-11-29"),
        ("a week today", "2026-11-28"),
        ("a fortnight today", "2026-12-05"),
        ("two weeks today", "2026-12-05"),
        ("2 weeks tomorrow", "2026-12-06"),
        ("a fortnight on Tuesday", "2026-12-08"),
        ("Thursday week", "2026-12-03"),
        ("thurs fortnight", "2026-12-10"),
        ("tomorrow week", "2026-11-29"),
        ("the day after tomorrow", "2026-11-23"),
        ("Thursday next week", "2026-11-26"),
        ("next week, thu", "2026-11-26"),
    ],
)
def test_weeks_after_a_day_are_counted(said: str, meant: str) -> None:
    moment = read_moment(f"{said} 10:30", SATURDAY)
    assert (str(moment.day), f"{moment.time:%H:%M}") == (meant, "10:30")
    assert str(read_plainly(said, SATURDAY).day) == meant


@pytest.mark.parametrize(
    "said",
    [
        "a week on saturday",
        "Saturday week",
        "in two weeks thursday",
        "thursday in two weeks",
        "two weeks after tomorrow",
        "2 weeks after 24 Nov",
        "a week from next tuesday",
        "tuesday after next",
        "sunday next week",
        "not tomorrow",
        "any day but fri",
    ],
)
def test_ambiguous_day_is_refused(said: str) -> None:
    with pytest.raises(MomentError) as error:
        read_moment(f"{said} 10:30", SATURDAY)
    assert not isinstance(error.value, UnknownWords), "no other parser may guess it"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("fri half ten", "2026-11-27 10:30"),
        ("fri half past two", "2026-11-27 14:30"),
        ("a quarter to six on Thursday", "2026-11-26 17:45"),
        ("quarter to one tomorrow", "2026-11-22 12:45"),
        ("ten thirty fri", "2026-11-27 10:30"),
        ("quarter past 7 pm fri", "2026-11-27 19:15"),
        ("26th 10.30", "2026-11-26 10:30"),
        ("Thu 26th noon", "2026-11-26 12:00"),
        ("the 20th 3pm", "2026-12-20 15:00"),
        ("31st 3pm", "2026-12-31 15:00"),
        ("by COP Friday", "2026-11-27"),
    ],
)
def test_spelled_out_hours_and_days_are_read(said: str, meant: str) -> None:
    moment = read_plainly(said, SATURDAY)
    assert f"{moment.day}" + (f" {moment.time:%H:%M}" if moment.time else "") == meant


@pytest.mark.parametrize("said", ["fri half seven", "fri 26th", "32nd 3pm"])
def test_impossible_spelled_out_hours_and_days_are_refused(said: str) -> None:
    with pytest.raises(MomentError):
        read_moment(said, SATURDAY)


@pytest.mark.parametrize(
    ("said", "day_first"),
    [
        ("5.12.2026", "2026-12-05"),
        ("5.12.2026 10.30", "2026-12-05 10:30"),
        ("5.12.26 2pm", "2026-12-05 14:00"),
        ("5.12.", "2026-12-05"),
        ("5.12. 10.30", "2026-12-05 10:30"),
        ("5.12 10.30", "2026-12-05 10:30"),
        ("5.12 2pm", "2026-12-05 14:00"),
    ],
)
def test_dotted_date_is_refused_if_the_month_may_be_first(said: str, day_first: str) -> None:
    assert at(said, order=DateOrder.DMY) == day_first
    with pytest.raises(MomentError, match="could be two days"):
        read_moment(said, SATURDAY, order=DateOrder.MDY)


@pytest.mark.parametrize("order", DateOrder)
def test_dotted_figures_may_be_a_day_or_an_hour(order: DateOrder) -> None:
    for said in ("1.12", "on 1.12", "9.10"):
        with pytest.raises(MomentError, match="a day or an hour"):
            read_moment(said, SATURDAY, order=order)
    assert str(read_moment("at 1.12", SATURDAY, order=order).time) == "13:12:00"
    assert str(read_moment("10.30", SATURDAY, order=order).time) == "10:30:00"
    assert str(read_moment("24.11", SATURDAY, order=order).day) == "2026-11-24"
    assert str(read_moment("fri 27.11", SATURDAY, order=order).day) == "2026-11-27"


@pytest.mark.parametrize(
    ("said", "day", "past", "meant"),
    [
        ("2pm", "2026-11-26", False, "2026-11-26 14:00"),
        ("at 14.00", "2026-11-26", False, "2026-11-26 14:00"),
        ("6pm", "2026-11-22", False, "2026-11-22 18:00"),
        ("2pm", "2026-11-22", False, "2026-11-23 14:00"),  # over by now, so the next one
        ("2pm", "2026-11-20", False, "2026-11-23 14:00"),
        ("thu 2pm", "2026-11-25", False, "2026-11-26 14:00"),
        ("tomorrow 2pm", "2026-11-26", False, "2026-11-23 14:00"),
        ("2pm", "2026-11-20", True, "2026-11-20 14:00"),
        ("6pm", "2026-11-22", True, "2026-11-21 18:00"),
    ],
)
def test_hour_alone_is_on_the_known_day(said: str, day: str, past: bool, meant: str) -> None:
    known = dt.date.fromisoformat(day)
    assert at(said, hour_on=known, past=past) == meant

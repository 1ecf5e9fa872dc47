"""Spans of days are read where the words leave no doubt, and nowhere else."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from callbacktui.domain.dates.spans import (
    DayRange,
    Span,
    format_range,
    read_days,
    read_range,
    read_span,
    short_range,
)
from callbacktui.domain.dates.vocabulary import DateOrder, MomentError
from tests.factories import TODAY, present

DEC = DayRange(dt.date(2026, 12, 14), dt.date(2026, 12, 18))


@pytest.mark.parametrize(
    "text",
    [
        "14-18 Dec", "14\u201318 Dec", "14 \u2013 18 December", "14 to 18 dec.", "14th to 18th Dec",
        "the 14th to the 18th of December", "14 until 18 Dec", "Dec 14-18", "Dec. 14 to 18",
        "December 14th\u201318th", "14 Dec - 18 Dec", "14 Dec to the 18th of Dec", "14-18 Dec 2026",
        "Dec 14-18, 2026", "  14-18   DEC ",
    ],
)  # fmt: skip
def test_same_days_are_read_in_many_notations(text: str) -> None:
    assert read_range(text, TODAY) == DEC


@pytest.mark.parametrize(
    "text",
    [
        "", "from 3 Dec", "the 14th to the 18th", "14-18", "mid December", "Dec", "14-18 Dec?",
        "14-18 Dec or later", "week of 14 Dec",
        "14-18 Dez", "14.-18.12.", "14-18 Dec 26", "12/3-12/5",
    ],
)  # fmt: skip
def test_uncertain_words_are_not_read_as_days(text: str) -> None:
    assert read_range(text, TODAY) is None
    assert read_span(text, TODAY) == (Span(said=text) if text else None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31 Nov", "November has no day 31"),
        ("0 Dec", "has no day 0"),
        ("29-31 Nov", "has no day 31"),
        ("29 Feb 2027", "February 2027 has no day 29"),
        ("30 Feb-2 Mar", "has no day 30"),
        ("2026-13-01", "Month 13"),
        ("18-14 Dec", "The end, 14 Dec 2026, is before the start, 18 Dec 2026"),
        ("18 Dec 2026 to 14 Dec 2026", "before the start"),
        ("Tue 14 - Fri 18 Dec", "14 Dec 2026 is a Monday"),
    ],
)
def test_impossible_days_are_refused(text: str, reason: str) -> None:
    with pytest.raises(MomentError, match=reason):
        read_range(text, TODAY)
    assert read_span(text, TODAY) == Span(said=text)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("12/14-18", DateOrder.MDY),
        ("12/14 to 12/18", None),
        ("14/12 - 18/12/2026", DateOrder.DMY),
        ("Mon 14 - Fri 18 Dec", None),
        ("2026-12-14 to 2026-12-18", None),
        ("14 Dec 2026 - 18 Dec 2026", None),
    ],
)
def test_numeric_days_and_weekdays_are_read(text: str, order: DateOrder | None) -> None:
    assert read_range(text, TODAY, order) == DEC


def test_ambiguous_numeric_days_need_a_date_order() -> None:
    assert read_range("3/4-3/6", TODAY) is None
    first = dt.date(2026, 4, 3)
    assert read_range("3/4/2026", TODAY, DateOrder.DMY) == DayRange(first, first)


@pytest.mark.parametrize(
    ("text", "firm", "words"),
    [
        ("14-18 Dec", None, "14 to 18 Dec 2026"),
        ("14-18 Dec tentative", False, "14 to 18 Dec 2026, tentative"),
        ("14-18 Dec (TBC)", False, "14 to 18 Dec 2026, tentative"),
        ("approx. 14-18 Dec", False, "14 to 18 Dec 2026, tentative"),
        ("14-18 Dec, firm", True, "14 to 18 Dec 2026, firm"),
        ("mid December", None, "“mid December”"),
    ],
)
def test_firm_and_tentative_days_are_recognized(text: str, firm: bool | None, words: str) -> None:
    span = present(read_span(text, TODAY))
    assert (span.firm, span.words, span.said) == (firm, words, text)


def test_one_day_is_a_span_of_one_day() -> None:
    assert read_range("3rd of Dec", TODAY) == DayRange(dt.date(2026, 12, 3), dt.date(2026, 12, 3))


@pytest.mark.parametrize(
    ("text", "today", "first", "last"),
    [
        ("28 Dec - 3 Jan", (2026, 11, 21), (2026, 12, 28), (2027, 1, 3)),
        ("28 Dec - 3 Jan", (2027, 1, 2), (2026, 12, 28), (2027, 1, 3)),
        ("28 Dec - 3 Jan 2028", (2026, 11, 21), (2027, 12, 28), (2028, 1, 3)),
        ("4-5 Jan", (2026, 11, 21), (2027, 1, 4), (2027, 1, 5)),
        ("14-18 Dec", (2027, 1, 10), (2026, 12, 14), (2026, 12, 18)),
        ("1 Nov", (2026, 11, 21), (2026, 11, 1), (2026, 11, 1)),
        ("20-21 May", (2026, 11, 21), (2027, 5, 20), (2027, 5, 21)),
        ("28-29 Feb", (2028, 1, 10), (2028, 2, 28), (2028, 2, 29)),
        ("29 Feb", (2028, 3, 10), (2028, 2, 29), (2028, 2, 29)),
    ],
)
def test_missing_year_is_the_nearest_one(
    text: str, today: tuple[int, int, int], first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert read_range(text, dt.date(*today)) == DayRange(dt.date(*first), dt.date(*last))


def test_spans_overlap_if_they_share_a_day() -> None:
    after = DayRange(dt.date(2026, 12, 18), dt.date(2026, 12, 20))
    assert DEC.meets(after)
    assert after.meets(DEC)
    assert not DEC.meets(DayRange(dt.date(2026, 12, 19), dt.date(2026, 12, 20)))
    assert [DEC.covers(dt.date(2026, 12, day)) for day in (13, 14, 18, 19)] == [
        False, True, True, False,
    ]  # fmt: skip


@given(
    today=st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)),
    ahead=st.integers(-170, 170),
    days=st.integers(0, 12),
    shape=st.sampled_from(("{0:%-d} {0:%b} - {1:%-d} {1:%b}", "{0:%-d %B} to {1:%-d %B} {1:%Y}")),
)
@example(dt.date(2001, 1, 1), 170, 12, "{0:%-d} {0:%b} - {1:%-d} {1:%b}")
def test_formatted_span_is_read_back(today: dt.date, ahead: int, days: int, shape: str) -> None:
    first = today + dt.timedelta(ahead)
    span = DayRange(first, first + dt.timedelta(days))
    assert read_range(shape.format(*span), today) == span
    assert read_range(format_range(span), today) == span


@given(st.text(max_size=30), st.dates())
def test_any_text_is_read_without_errors(text: str, today: dt.date) -> None:
    span = read_span(text, today)
    assert span is None or span.days is None or span.days.first <= span.days.last


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2026, 12, 14), (2026, 12, 18), "14-18 Dec"),
        ((2026, 11, 30), (2026, 12, 4), "30 Nov-4 Dec"),
        ((2026, 12, 1), (2026, 12, 1), "1 Dec"),
        ((2026, 12, 30), (2027, 1, 2), "30 Dec-2 Jan 2027"),
    ],
)
def test_short_range_shows_the_year_only_if_it_differs(
    first: tuple[int, int, int], last: tuple[int, int, int], words: str
) -> None:
    days = DayRange(dt.date(*first), dt.date(*last))
    assert short_range(days, dt.date(2026, 11, 21)) == words


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("dec 16, 18", ["16 Dec 2026", "18 Dec 2026"]),
        ("Wed 16 and Fri 18 Dec", ["16 Dec 2026", "18 Dec 2026"]),
        ("12/16 & 1/5", ["16 Dec 2026", "5 Jan 2027"]),
        ("14-16, 18 Dec", ["14 to 16 Dec 2026", "18 Dec 2026"]),
        ("14, 15 and 16 Dec", ["14 to 16 Dec 2026"]),
        ("16 and 18 Dec 2027", ["16 Dec 2027", "18 Dec 2027"]),
        ("Dec 16, 2026", ["16 Dec 2026"]),
        ("dec 16, 18, tentative", ["16 Dec 2026", "18 Dec 2026"]),
        ("dec 16, dec 18 2027", ["16 Dec 2027", "18 Dec 2027"]),
        ("dec 16, 18 2027", ["16 Dec 2027", "18 Dec 2027"]),
        ("12/16 & 12/18/2027", ["16 Dec 2027", "18 Dec 2027"]),
        ("jun 1-3, jun 5, 2027", ["1 to 3 Jun 2027", "5 Jun 2027"]),
        ("dec 30 & jan 2 2028", ["30 Dec 2027", "2 Jan 2028"]),
        ("dec 30-jan 2, jan 5 2028", ["30 Dec 2027 to 2 Jan 2028", "5 Jan 2028"]),
        ("18, 16 Dec", []),
        ("dec 18, dec 16 2027", []),
        ("16, pickups", []),
    ],
)
def test_days_listed_one_by_one_are_single_days(said: str, days: list[str]) -> None:
    found = present(read_span(said, dt.date(2026, 11, 22), DateOrder.MDY))
    assert [format_range(one) for one in found.ranges] == days
    again = present(read_span(found.words, dt.date(2028, 3, 1)))
    assert again.ranges == found.ranges


@pytest.mark.parametrize("said", ["dec 16, 32", "Mon 16 and Fri 18 Dec", "3-1 Dec, 18 Dec"])
def test_impossible_day_in_a_list_is_refused(said: str) -> None:
    with pytest.raises(MomentError, match=r"no day 32|is a Wednesday|before the start"):
        read_days(said, dt.date(2026, 11, 22))
    assert present(read_span(said, dt.date(2026, 11, 22))).ranges == ()

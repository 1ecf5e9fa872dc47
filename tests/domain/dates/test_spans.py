"""Spans of days are read where the words leave no doubt, and nowhere else."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.dates.spans import Span, read_span
from tests.factories import TODAY

DEC = Span(dt.date(2026, 12, 14), dt.date(2026, 12, 18))


@pytest.mark.parametrize(
    "text",
    [
        "14-18 Dec", "14\u201318 Dec", "14 \u2013 18 December", "14 to 18 dec.", "14th to 18th Dec",
        "the 14th to the 18th of December", "14 until 18 Dec", "Dec 14-18", "Dec. 14 to 18",
        "December 14th\u201318th", "14 Dec - 18 Dec", "14 Dec to the 18th of Dec", "14-18 Dec 2026",
        "Dec 14-18, 2026", "  14-18   DEC ",
    ],
)  # fmt: skip
def test_the_same_days_are_read_in_many_shapes(text: str) -> None:
    assert read_span(text, TODAY) == DEC


@pytest.mark.parametrize(
    "text",
    [
        "", "from 3 Dec", "the 14th to the 18th", "14-18", "mid December", "Dec", "14-18 Dec?",
        "14-18 Dec or later", "week of 14 Dec", "18-14 Dec", "14 and 18 Dec", "14 & 18 Dec",
        "14-18 Dez", "14.-18.12.", "14-18 Dec 26", "14, 18 Dec",
    ],
)  # fmt: skip
def test_words_that_are_not_sure_are_not_read(text: str) -> None:
    assert read_span(text, TODAY) is None


@pytest.mark.parametrize("text", ["31 Nov", "0 Dec", "29-31 Nov", "29 Feb 2027", "30 Feb-2 Mar"])
def test_days_that_do_not_exist_are_not_read(text: str) -> None:
    assert read_span(text, TODAY) is None


def test_one_day_is_a_span_of_one_day() -> None:
    assert read_span("3rd of Dec", TODAY) == Span(dt.date(2026, 12, 3), dt.date(2026, 12, 3))


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
def test_the_year_is_the_one_nearest_to_today(
    text: str, today: tuple[int, int, int], first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert read_span(text, dt.date(*today)) == Span(dt.date(*first), dt.date(*last))


def test_spans_meet_if_they_share_a_day() -> None:
    after = Span(dt.date(2026, 12, 18), dt.date(2026, 12, 20))
    assert DEC.meets(after)
    assert after.meets(DEC)
    assert not DEC.meets(Span(dt.date(2026, 12, 19), dt.date(2026, 12, 20)))
    assert [DEC.covers(dt.date(2026, 12, day)) for day in (13, 14, 18, 19)] == [
        False, True, True, False,
    ]  # fmt: skip


@given(
    today=st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)),
    ahead=st.integers(-170, 170),
    days=st.integers(0, 12),
    shape=st.sampled_from(("{0:%-d} {0:%b} - {1:%-d} {1:%b}", "{0:%-d %B} to {1:%-d %B} {1:%Y}")),
)
def test_a_span_that_is_written_out_reads_as_itself(
    today: dt.date, ahead: int, days: int, shape: str
) -> None:
    first = today + dt.timedelta(ahead)
    span = Span(first, first + dt.timedelta(days))
    assert read_span(shape.format(*span), today) == span


@given(st.text(max_size=30), st.dates())
def test_no_text_is_too_odd_to_be_read(text: str, today: dt.date) -> None:
    span = read_span(text, today)
    assert span is None or span.first <= span.last

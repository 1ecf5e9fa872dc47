"""Periods as people say them; today is Saturday 21 November 2026."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.dates.period_parser import UnknownPeriod, read_period
from tests.factories import TODAY


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2026-03", "2026-03-01", "2026-03-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2026-03-14", "2026-03-14", "2026-03-14"),
        ("spring", "2026-03-01", "2026-05-31"),
        ("Spring 2025", "2025-03-01", "2025-05-31"),
        ("fall", "2026-09-01", "2026-11-30"),
        ("last-fall", "2025-09-01", "2025-11-30"),
        ("winter", "2025-12-01", "2026-02-28"),
        ("winter 2026", "2026-12-01", "2027-02-28"),
        ("next winter", "2026-12-01", "2027-02-28"),
        ("this-winter", "2026-12-01", "2027-02-28"),
        ("march", "2026-03-01", "2026-03-31"),
        ("dec", "2025-12-01", "2025-12-31"),
        ("november", "2026-11-01", "2026-11-30"),
        ("last november", "2025-11-01", "2025-11-30"),
        ("dec 2024", "2024-12-01", "2024-12-31"),
        ("this-week", "2026-11-16", "2026-11-22"),
        ("last_week", "2026-11-09", "2026-11-15"),
        ("next week", "2026-11-23", "2026-11-29"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("next-month", "2026-12-01", "2026-12-31"),
        ("last-year", "2025-01-01", "2025-12-31"),
        ("today", "2026-11-21", "2026-11-21"),
        ("yesterday", "2026-11-20", "2026-11-20"),
        ("14-mar", "2026-03-14", "2026-03-14"),
        ("3 weeks ago", "2026-10-31", "2026-10-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    span = read_period(text, TODAY)
    assert (span.first.isoformat(), span.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "2026-13",
        "2026-02-30",
        "0000",
        "9999",
        "spr",
        "last spring 2025",
        "3/4/2026",
        "²025",
    ],
)
def test_unknown_period_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UnknownPeriod, match="write 2025, 2026-03, 14-mar, spring or last-year"):
        read_period(text, TODAY)


@given(
    st.text(max_size=20) | st.from_regex(r"\A(last|this|next) (week|month|year|spring|dec)\Z"),
    st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)),
)
def test_a_period_never_ends_before_it_begins(text: str, today: dt.date) -> None:
    try:
        span = read_period(text, today)
    except UnknownPeriod:
        return
    assert span.first <= span.last

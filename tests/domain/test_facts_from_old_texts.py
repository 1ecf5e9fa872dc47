"""Texts of older records become typed facts; no word is lost, and nothing unsure is typed."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.facts_from_old_texts import with_typed_facts
from callbacktui.domain.money import Money
from tests.factories import present

MAY = {"id": "a1", "project": "Hamlet", "submitted_on": "2026-05-04"}


def typed(**fields: Any) -> Audition:
    return msgspec.convert(with_typed_facts({**MAY, **fields}), Audition)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2-4 Jun", dt.date(2026, 6, 2), dt.date(2026, 6, 4)),
        ("10-12 Jan", dt.date(2027, 1, 10), dt.date(2027, 1, 12)),
        ("1 May", dt.date(2026, 5, 1), dt.date(2026, 5, 1)),
        ("10-12 Jan 2031", dt.date(2031, 1, 10), dt.date(2031, 1, 12)),
        ("6/14-6/18", dt.date(2026, 6, 14), dt.date(2026, 6, 18)),
    ],
)
def test_dates_without_a_year_follow_the_day_they_were_told(
    text: str, first: dt.date, last: dt.date
) -> None:
    assert typed(shoot_dates=text).shoot_dates == Span(first=first, last=last, said=text)


@pytest.mark.parametrize("text", ["a weekend", "20-22 Mar", "6/5-6/7", "18-14 Jun", "31 Jun"])
def test_uncertain_dates_stay_text(text: str) -> None:
    assert typed(shoot_dates=text).shoot_dates == Span(said=text)


def test_undated_texts_need_a_year_to_become_dates() -> None:
    bare = {"id": "a1", "project": "Hamlet"}
    assert with_typed_facts({**bare, "shoot_dates": "2-4 Jun"})["shoot_dates"] == {
        "said": "2-4 Jun"
    }
    year = msgspec.convert(with_typed_facts({**bare, "shoot_dates": "2-4 Jun 2026"}), Audition)
    assert present(year.shoot_dates).first == dt.date(2026, 6, 2)


def test_hold_and_booking_dates_are_read_from_the_day_they_came() -> None:
    booked = {"at": {"day": "2026-12-01"}, "what": "stage", "to": "booked"}
    late = typed(
        holds=[{"id": "h1", "dates": "10 Dec", "told_on": "2026-11-20"}],
        booking={"work_dates": "10-11 Dec", "fee": "$1,200", "payment_paid": "net 30"},
        events=[booked],
    )
    [hold], booking = late.holds, present(late.booking)
    assert present(hold.dates).first == dt.date(2026, 12, 10)
    assert present(booking.work_dates).last == dt.date(2026, 12, 11)
    assert booking.fee == Money(amount=Decimal(1200), currency="$", said="$1,200")
    assert booking.payment_paid == Money(said="net 30")


def test_typed_values_are_unchanged() -> None:
    once = with_typed_facts({**MAY, "shoot_dates": "2-4 Jun", "rate": "scale"})
    assert with_typed_facts(once) == once


_TEXTS = st.text(max_size=24) | st.sampled_from(("2-4 Jun", "$250 a day", "31 Jun", "12oo"))


@example(("\x1f",) * 6)
@given(st.tuples(_TEXTS, _TEXTS, _TEXTS, _TEXTS, _TEXTS, _TEXTS))
def test_migration_keeps_every_word(texts: tuple[str, ...]) -> None:
    shoots, rate, held, worked, fee, paid = texts
    whole = {
        **MAY,
        "shoot_dates": shoots,
        "rate": rate,
        "holds": [{"id": "h1", "dates": held}],
        "booking": {"work_dates": worked, "fee": fee, "payment_paid": paid},
    }
    found = msgspec.convert(json.loads(json.dumps(with_typed_facts(whole))), Audition)
    booking = present(found.booking)
    facts = (
        *(found.shoot_dates, found.rate, found.holds[0].dates),
        *(booking.work_dates, booking.fee, booking.payment_paid),
    )
    for text, fact in zip(texts, facts, strict=True):
        assert (fact.said if fact else "") == (text if text.strip() else "")


@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(
                    ("rate", "holds", "booking", "dates", "events", "rounds", "at", "day")
                ),
                x,
            )
        ),
    )
)
def test_migration_accepts_any_record(value: object) -> None:
    record = value if isinstance(value, dict) else {"holds": value, "booking": value}
    assert with_typed_facts(record).keys() >= record.keys()

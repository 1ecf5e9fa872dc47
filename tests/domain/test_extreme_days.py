"""A day that nobody means, in any field of a record, breaks no screen: it is only a strange day."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import TypeVar

import pytest
from msgspec import Struct
from msgspec.structs import fields, replace

from callbacktui.domain.agenda import agenda
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import board
from callbacktui.domain.bookout import BookOut, Hours
from callbacktui.domain.dates.spans import DayRange
from callbacktui.domain.enums import FollowUpKind
from callbacktui.domain.holds_and_bookings import Booking, Feedback, FollowUp, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind, YearStart
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.exchange.audition_to_json import plain_document
from callbacktui.exchange.ics.entries import all_entries, coming_entries
from callbacktui.exchange.ics.writer import write_event
from callbacktui.exchange.spreadsheet.auditions_to_csv import sheet_rows
from callbacktui.insight.questions import answers
from callbacktui.insight.rep_page import rep_page
from callbacktui.insight.year_review import year_review
from callbacktui.pocket.contents import make_pocket
from tests.factories import NOW, TODAY, asked, audition, days_ago, done, moment, reflection, span

EXTREMES = (dt.date.min, dt.date(1899, 12, 31), dt.date.max)

BOOKING = Booking(
    fitting=moment(3), work_dates=span("1-5 Dec"), more_dates=(span("9 Dec"),),
    cycle_start=days_ago(30), exclusive=span("1-5 Dec"), contract_on=days_ago(40),
    session_on=days_ago(30), use_ends_on=days_ago(-90), wrapped_on=days_ago(1),
)  # fmt: skip
SHORT = replace(BOOKING, exclusive=None, is_exclusive=True, wrapped_on=None)
RICH = [
    audition(
        id=f"{stage}-{number}", stage=stage, booking=booking, product_category="beer",
        submitted_on=days_ago(40), heard_on=days_ago(3), shoot_dates=span("1-5 Dec"),
        holds=(Hold(id="h", dates=span("1-2 Dec"), told_on=days_ago(5), answer_by=moment(1)),),
        rounds=(done(20, reflection=reflection()),
                asked(id="r2", at=moment(2), due_at=moment(1), confirm_by=moment(1))),
        feedback=(Feedback(text="Fine.", on=days_ago(1)),),
        follow_ups=(FollowUp(kind=FollowUpKind.THANK_YOU, due=days_ago(-1)),),
    )
    for stage in (Stage.REQUESTED, Stage.AUDITIONED, Stage.CALLBACK, Stage.HOLD, Stage.BOOKED)
    for number, booking in enumerate((BOOKING, SHORT))
]  # fmt: skip
OUT = BookOut(id="o", span=span("1-5 Dec"))
PAID = MoneyEntry(id="m", kind=MoneyKind.INCOME, date=days_ago(9), due_on=days_ago(3))

V = TypeVar("V")


ELSEWHERE = ("America/Los_Angeles", "Asia/Tokyo")
EVENING = Hours(since=dt.time(22), until=dt.time(2))


def with_extremes(value: V, day: dt.date) -> Iterator[V]:
    """Yield copies of a value, each with one of its days replaced."""
    if isinstance(value, dt.date):
        yield day  # type: ignore[misc]
    elif isinstance(value, Struct):
        for field in fields(value):
            for other in with_extremes(getattr(value, field.name), day):
                yield replace(value, **{field.name: other})
        if isinstance(value, Moment):
            yield from (replace(value, day=day, zone=zone) for zone in ELSEWHERE)
    elif isinstance(value, DayRange):
        yield DayRange(min(day, value.last), max(day, value.last))  # type: ignore[misc]
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            for other in with_extremes(one, day):
                yield (*value[:index], other, *value[index + 1 :])  # type: ignore[misc]


def look(given: Audition, out: BookOut = OUT, paid: MoneyEntry = PAID) -> None:
    """Compute what the screens, the phone, the rep and the year have of a record."""
    make_pocket([given], [out], NOW, Windows(), [paid])
    rep_page([given], [], TODAY, bookouts=[out])
    year_review([given], [], TODAY.year)
    answers([given], TODAY)
    of = board([given], NOW, Windows())
    agenda(of, NOW, [out], [paid])
    entries = (*coming_entries(of, NOW, [out], [paid]), *all_entries([given]))
    b"".join(write_event(entry, NOW) for entry in entries)
    sheet_rows([given], NOW)
    for kept in (given, out, paid):
        json.dumps(plain_document(kept))


@pytest.mark.parametrize("day", EXTREMES)
@pytest.mark.parametrize("given", RICH, ids=lambda one: one.id)
def test_any_date_of_an_audition_may_be_extreme(given: Audition, day: dt.date) -> None:
    for strange in with_extremes(given, day):
        look(strange)


@pytest.mark.parametrize("day", EXTREMES)
def test_any_date_of_other_records_may_be_extreme(day: dt.date) -> None:
    for out in with_extremes(OUT, day):
        look(RICH[0], out)
        look(RICH[0], replace(out, hours=EVENING))
    for paid in with_extremes(PAID, day):
        look(RICH[0], paid=paid)
    assert YearStart(4, 6).year_of(day).first <= max(day, dt.date(1, 4, 6))

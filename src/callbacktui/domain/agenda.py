"""The agenda: what is due, from what should be over already to what lies further ahead.

The screen, the command line and its JSON all show these items.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.board import Board, quiet_words, rows_of
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.clash_words import commitment_words
from callbacktui.domain.clashes import Clash, CommitmentKind, find_clashes
from callbacktui.domain.commercial_use import window_to_write
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.spans import DayRange, short_range
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.enums import FollowUpKind, Format, ReceiptKind, TimeOf
from callbacktui.domain.etiquette import may_thank
from callbacktui.domain.hold_questions import fresh_hold, outlived_hold
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.long_over import LONG, asked_too_long, is_long_over
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money_entries import MoneyEntry, payments_of
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Group, round_word
from callbacktui.domain.text import clean_line
from callbacktui.domain.time_changes import time_before

_WEEK: Final = 7
_USE_AHEAD: Final = 30
"""For this many days before they begin, the agenda has the days to write about a use."""

_THANKED_WITHIN: Final = dt.timedelta(2)
"""A thank-you after a callback is soon, or not at all."""

_AT_HAND: Final = dt.timedelta(hours=3)
"""What is nearer than that comes before any old question."""


class AgendaKind(LabelledEnum):
    """What an item asks of the actor; the values are those of `today --json`."""

    TAPE_DUE = "tape_due"
    APPOINTMENT = "appointment"
    HOLD_REPLY = "hold_reply"
    HOLD_OVER = "hold_over"
    CONFIRM_BY = "confirm_by"
    THANK_YOU = "thank_you"
    FITTING = "fitting"
    WORK = "work"
    WRAP = "wrap"
    USAGE = "usage"
    PAYMENT = "payment"
    BOOKOUT = "bookout"
    CLASH = "clash"
    SWEEP = "sweep"


class Part(LabelledEnum):
    """The parts of the agenda, from top to bottom."""

    NOW = "now"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"

    @property
    def word(self) -> str:
        return _TITLES[self]


_TITLES: Final = {
    Part.NOW: "Before anything else",
    Part.TODAY: "Today",
    Part.WEEK: "This week",
    Part.LATER: "Later",
}


class AgendaItem(NamedTuple):
    """One thing that is due.

    `audition` is `None` if it concerns several. `at` is `None` if it has no date: then it is for
    now. `state` says what is open about it: "did you do it?", "no answer yet". `of` is the id of
    the round, the hold, the book-out or the payment. `was` is the time that was said before `at`.
    `since` is the day from which it can be done, if that is known: from then on it is due, however
    late its last day is.
    """

    kind: AgendaKind
    title: str
    audition: Audition | None = None
    at: Moment | None = None
    what: str = ""
    state: str = ""
    said_by: str = ""
    of: str = ""
    was: Moment | None = None
    since: Moment | None = None

    def part(self, now: DateTime) -> Part:
        """Return the part of the agenda it belongs to at `now`."""
        if self.at is None or self.is_past(now) or self.is_at_hand(now):
            return Part.NOW
        ahead = (self.at.day_in(now) - today(now)).days
        if ahead == 0:
            return Part.TODAY
        return Part.WEEK if ahead <= _WEEK else Part.LATER

    def is_at_hand(self, now: DateTime) -> bool:
        """True if its hour is near: at the door of a callback no old question comes first."""
        asks = self.kind is not AgendaKind.BOOKOUT
        return asks and self.at is not None and is_at_hand(self.at, now)

    def is_past(self, now: DateTime) -> bool:
        """True if its time is over: the hour, or the whole day if it has no hour."""
        if self.at is None:
            return False
        return self.at.instant < now if self.at.time else self.at.day_in(now) < today(now)


def is_at_hand(at: Moment, now: DateTime) -> bool:
    """True if a time with an hour is at most three hours ahead."""
    return at.time is not None and dt.timedelta(0) <= at.instant - now <= _AT_HAND


def agenda(
    board: Board,
    now: DateTime,
    bookouts: Collection[BookOut] = (),
    money: Iterable[MoneyEntry] = (),
    *,
    clashes: Collection[Clash] | None = None,
    counts: bool = True,
) -> tuple[AgendaItem, ...]:
    """Return everything on the board that is due: first what needs an answer, then by time.

    Book-outs that begin are among it, clashes (those given, else those it finds), the days to write
    about the use of a job done, and payments that are late. Without `counts` it does not say how
    many are quiet.
    """
    rows = (row for group, rows in board if group is not Group.CLOSED for row in rows)
    items = [item for row in rows for item in items_of(row.audition, now)]
    everyone = {row.audition.id: row.audition for _, rows in board for row in rows}
    items += [item for one in everyone.values() for item in _of_use(one, now)]
    items += [item for one in money for item in _of_payment(one, everyone.get(one.audition), now)]
    items += [item for bookout in bookouts for item in _of_bookout(bookout, now)]
    if clashes is None:
        clashes = find_clashes(board, bookouts, now)
    items += [_of_clash(clash, everyone, now) for clash in clashes]
    items.sort(key=lambda item: _order(item, now))
    if rows_of(board, Group.QUIET):
        words = quiet_words(board, counts=counts)
        sweep = AgendaItem(AgendaKind.SWEEP, words, what="sweep", state="safe to let go")
        before = sum(item.part(now) is Part.NOW for item in items)
        items.insert(before, sweep)
    return tuple(items)


def until(items: Iterable[AgendaItem], now: DateTime, days: int) -> tuple[AgendaItem, ...]:
    """Return the items of now and of the next `days` days; 0 is today only.

    What can be done by then is among them, though its last day may be further ahead.
    """
    last = today(now) + dt.timedelta(days)
    starts = ((item, item.since or item.at) for item in items)
    return tuple(item for item, start in starts if start is None or start.day_in(now) <= last)


def _clean(item: AgendaItem) -> AgendaItem:
    return item._replace(
        title=clean_line(item.title), what=clean_line(item.what), said_by=clean_line(item.said_by)
    )


def _order(item: AgendaItem, now: DateTime) -> tuple[int, bool, float, str]:
    place = list(Part).index(item.part(now))
    time = item.at.instant.timestamp() if item.at else float("inf")
    return place, not item.is_at_hand(now), time, item.title


def items_of(audition: Audition, now: DateTime) -> Iterator[AgendaItem]:
    """Return what is due of one audition, in no order; nothing if it is long over."""
    return map(_clean, _items(audition, now))


def of_job(audition: Audition, money: Iterable[MoneyEntry], now: DateTime) -> Iterator[AgendaItem]:
    """Return what is due of a job, done or not: the letter about its use, late payments."""
    yield from _of_use(audition, now)
    for entry in payments_of(money, audition.id):
        yield from _of_payment(entry, audition, now)


def _items(audition: Audition, now: DateTime) -> Iterator[AgendaItem]:
    if is_long_over(audition, today(now)):
        return
    for read in audition.rounds:
        if not read.is_done:
            yield from _of_round(audition, read, now)
    if hold := fresh_hold(audition, now):
        source = hold.source()
        yield AgendaItem(
            AgendaKind.HOLD_REPLY,
            audition.name,
            audition,
            hold.answer_by,
            what=hold.named,
            state="no answer noted yet",
            said_by=(source.told_by if source else "") or hold.told_by,
            of=hold.id,
            was=time_before(hold, TimeOf.ANSWER_BY),
        )
    if hold := outlived_hold(audition, now):
        yield AgendaItem(
            AgendaKind.HOLD_OVER,
            audition.name,
            audition,
            Moment.on(hold.days[-1].last, zone_of(now)),
            what=hold.named,
            state="what became of it?",
            of=hold.id,
        )
    yield from _thanks(audition, now)
    booking = audition.booking
    if booking and booking.fitting:
        fitting = AgendaItem(
            AgendaKind.FITTING, audition.name, audition, booking.fitting, what="fitting"
        )
        if not fitting.is_past(now):
            yield fitting
    if booking and audition.stage is Stage.BOOKED and not booking.wrapped_on:
        yield from _of_work(audition, booking, now)
        last = booking.last_work_day
        if last and last < today(now):
            yield AgendaItem(
                AgendaKind.WRAP,
                audition.name,
                audition,
                Moment.on(last, zone_of(now)),
                what="last day of work",
                state="did it wrap?",
            )


def _of_work(audition: Audition, booking: Booking, now: DateTime) -> Iterator[AgendaItem]:
    """Yield each span of days of work that is not over, on the day it begins or goes on."""
    zone = zone_of(now)
    for days in booking.work_days:
        if days.last < today(now):
            continue
        first, last = days
        many = days.length
        nth = (today(now) - first).days + 1
        until = f", until {format_day(last, today(now))}" if many > 1 else ""
        yield AgendaItem(
            AgendaKind.WORK,
            audition.name,
            audition,
            Moment.on(max(first, today(now)), zone),
            what=f"work{until}",
            state=f"day {nth} of {many}" if nth > 1 else "",
            of=f"work-{first}",
        )


def _thanks(audition: Audition, now: DateTime) -> Iterator[AgendaItem]:
    """Yield the thank-yous that are wanted; after a callback, one that etiquette allows."""
    kind, zone = AgendaKind.THANK_YOU, zone_of(now)
    for number, sent in enumerate(audition.follow_ups, 1):
        if sent.kind is FollowUpKind.THANK_YOU and sent.due and not sent.sent_on:
            at, of = Moment.on(sent.due, zone), f"follow-up-{number}"
            name, open_ = audition.name, "to send"
            yield AgendaItem(kind, name, audition, at, "thank-you", open_, sent.via, of)
    last = audition.last_done
    given = last.done_at.day_in(now) if last and last.done_at else None
    if given and today(now) - given <= _THANKED_WITHIN and may_thank(audition, today(now)):
        at = Moment.on(given + _THANKED_WITHIN, zone)
        name, of = audition.name, f"after-{last.id}" if last else ""
        welcome = "a brief one is welcome"
        yield AgendaItem(kind, name, audition, at, "thank-you", welcome, of=of)


def _of_round(audition: Audition, read: Round, now: DateTime) -> Iterator[AgendaItem]:
    for item in times_of(audition, read):
        confirms = item.kind is AgendaKind.CONFIRM_BY
        if item.at is None or (confirms and read.receipt(ReceiptKind.CONFIRMED)):
            continue
        if item.is_past(now):
            if asked_too_long(audition, item.at.day_in(now), now):
                continue
            item = item._replace(state=_question(item, read))
        yield item


def times_of(audition: Audition, read: Round) -> Iterator[AgendaItem]:
    """Return the times of a round, ahead or over: appointment, deadline of the tape, confirm by."""
    times = (
        (AgendaKind.APPOINTMENT, TimeOf.AT, read.at),
        (AgendaKind.TAPE_DUE, TimeOf.DUE_AT, read.due_at),
        (AgendaKind.CONFIRM_BY, TimeOf.CONFIRM_BY, read.confirm_by),
    )
    for kind, of, at in times:
        if at is None:
            continue
        source = read.source(of)
        said_by = (source.told_by if source else "") or audition.rep
        word = round_word(read)
        what = {
            AgendaKind.APPOINTMENT: word,
            AgendaKind.TAPE_DUE: f"{word} due",
            AgendaKind.CONFIRM_BY: f"confirm the {word}",
        }[kind]
        was = time_before(read, of)
        yield AgendaItem(kind, audition.name, audition, at, what, "", said_by, read.id, was)


def _of_bookout(bookout: BookOut, now: DateTime) -> Iterator[AgendaItem]:
    """Yield a book-out that begins today or later; its reason stays private."""
    days, hours = bookout.span.days, bookout.hours
    if days is None:
        return
    time = hours.since if hours and hours.since != dt.time() else None
    at = Moment(day=days.first, time=time, zone=bookout.zone if hours else zone_of(now))
    state = "" if bookout.told else "not told yet"
    title = bookout.time_out.words(now)
    item = AgendaItem(AgendaKind.BOOKOUT, title, None, at, "book-out", state, of=bookout.id)
    if not item.is_past(now):
        yield item


def _of_use(audition: Audition, now: DateTime) -> Iterator[AgendaItem]:
    """Yield the days to write about a use: that they begin soon, then when they end."""
    window = window_to_write(audition.booking) if audition.booking else None
    if window is None or today(now) > window.last:
        return
    is_open = window.covers(today(now))
    if not is_open and (window.first - today(now)).days > _USE_AHEAD:
        return
    zone, day = zone_of(now), window.last if is_open else window.first
    yield _clean(
        AgendaItem(
            AgendaKind.USAGE,
            audition.name,
            audition,
            Moment.on(day, zone),
            what="last day to write about its use" if is_open else "days to write about its use",
            state="may be renewed at the same rates" if is_open else "begin",
            since=Moment.on(window.first, zone),
        )
    )


def _of_payment(
    entry: MoneyEntry, audition: Audition | None, now: DateTime
) -> Iterator[AgendaItem]:
    """Yield a payment that was expected before today and is not noted as paid; half a year long."""
    expected = entry.due_on
    if expected is None or not entry.is_due or not 0 < (today(now) - expected).days <= LONG:
        return
    title = audition.name if audition else entry.payer or entry.name
    day = short_range(DayRange(expected, expected), today(now))
    yield _clean(
        AgendaItem(
            AgendaKind.PAYMENT,
            title,
            audition,
            Moment.on(expected, zone_of(now)),
            what="payment" if title == entry.name else entry.name,
            state=f"expected {day}, not noted as paid",
            of=entry.id,
        )
    )


def _of_clash(clash: Clash, auditions: Mapping[str, Audition], now: DateTime) -> AgendaItem:
    """Return a clash as an item of one of its auditions, on the first day that is not over."""
    own = next(one for one in (clash.a, clash.b) if one.of in auditions)
    at = Moment.on(max(clash.days.first, today(now)), zone_of(now))
    other = clash.other(own.of)
    if other.kind is CommitmentKind.BOOKOUT:
        other = other._replace(word="")  # its reason stays private
    what = f"meets {commitment_words(other, now)}"
    return AgendaItem(
        AgendaKind.CLASH, own.title, auditions[own.of], at, what, "clash", of=other.of
    )


def _question(item: AgendaItem, read: Round) -> str:
    """Return what is asked about a time that is over."""
    if item.kind is AgendaKind.CONFIRM_BY:
        return "was it confirmed?"
    is_tape = read.format is Format.SELF_TAPE or read.at is None
    return "was it sent?" if item.kind is AgendaKind.TAPE_DUE and is_tape else "did you do it?"

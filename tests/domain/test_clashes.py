"""What meets what: held against an oracle that walks through every minute."""

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

import pendulum
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Board, Row, Section, board
from callbacktui.domain.bookout import BookOut, Hours
from callbacktui.domain.calendar_days import make_calendar
from callbacktui.domain.clash_words import clash_words, warning, whole_clash_words
from callbacktui.domain.clashes import Clash, clashes_of, find_clashes
from callbacktui.domain.dates.spans import DayRange, Span
from callbacktui.domain.enums import Cleared
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.round import Round
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import Group, Status
from callbacktui.exchange.ics.entries import coming_entries
from tests.factories import (
    NOW,
    ZONE,
    asked,
    audition,
    days_ago,
    moment,
    present,
    read_on,
    span,
)

BIG: Final = bool(os.environ.get("CALLBACKTUI_MANY_CLASHES"))
"""Set it to compare 100,000 pairs and more."""

NIGHTS: Final = (
    ("America/New_York", dt.date(2026, 10, 29)),  # the clocks go back
    ("America/New_York", dt.date(2026, 3, 5)),  # and forward
    ("Europe/London", dt.date(2026, 10, 22)),
    ("America/Havana", dt.date(2026, 10, 29)),  # midnight comes twice
    ("America/Havana", dt.date(2026, 3, 5)),  # and not at all
)
LENGTH: Final = 8
ZONES: Final = ("America/New_York", "Europe/London", "America/Havana", "Pacific/Auckland")
MIDNIGHT: Final = dt.time()

_FIRM: Final = ("booking", "offer", "hold", "fitting", "appointment")
MEET: Final = {
    *map(frozenset, combinations(_FIRM, 2)),
    *(frozenset({kind}) for kind in _FIRM),
    *(frozenset({"bookout", kind}) for kind in (*_FIRM, "shoot")),
    *(frozenset({"shoot", kind}) for kind in ("booking", "offer", "hold")),
}
"""The kinds that clash if they share a minute."""


@dataclass
class Told:
    """One thing that wants the actor, as the oracle has it: a bit for each minute of the days."""

    kind: str
    of: str
    minutes: int
    is_vague: bool = False


@cache
def clock(zone: str, first: dt.date) -> tuple[dt.datetime, ...]:
    """Return what a clock of the zone shows in each minute, from two days before `first` on."""
    start = dt.datetime.combine(first, MIDNIGHT, dt.UTC) - dt.timedelta(2)
    minutes = range((LENGTH + 4) * 24 * 60)
    return tuple(
        (start + dt.timedelta(minutes=at)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        for at in minutes
    )


def bits(there: Iterable[bool]) -> int:
    return int("".join("1" if one else "0" for one in there)[::-1] or "0", 2)


def hull(minutes: int) -> int:
    """Fill the minutes between the first and the last."""
    if not minutes:
        return 0
    lowest = (minutes & -minutes).bit_length() - 1
    return (1 << minutes.bit_length()) - (1 << lowest)


@cache
def whole_days(first: dt.date, last: dt.date, zone: str, since: dt.date) -> int:
    return bits(first <= at.date() <= last for at in clock(zone, since))


@cache
def some_hours(day: dt.date, hours: Hours, zone: str, since: dt.date) -> int:
    after = day + dt.timedelta(1)

    def is_out(at: dt.datetime) -> bool:
        if hours.until > hours.since:
            return at.date() == day and hours.since <= at.time() < hours.until
        return (at.date() == day and at.time() >= hours.since) or (
            at.date() == after and at.time() < hours.until
        )

    return hull(bits(map(is_out, clock(zone, since))))


def an_hour(at: Moment, since: dt.date) -> int:
    wanted = dt.datetime.combine(at.day, at.time or MIDNIGHT)
    shown = [n for n, when in enumerate(clock(at.zone, since)) if when == wanted]
    return ((1 << 60) - 1) << shown[min(at.fold, len(shown) - 1)]


def asked_before(one: Audition) -> Span | None:
    """Return the days last asked for, unless they were given back since."""
    given_back = [n for n, hold in enumerate(one.holds) if hold.cleared is Cleared.RELEASED]
    dated = [n for n, hold in enumerate(one.holds) if hold.dates and hold.dates.days]
    if not dated or (given_back and given_back[-1] >= dated[-1]):
        return None
    return one.holds[dated[-1]].dates


class World:
    """Random records around a night on which the clocks change."""

    def __init__(self, random: Random, size: int, night: int = -1) -> None:
        self.random = random
        self.zone, self.first = NIGHTS[night] if night >= 0 else random.choice(NIGHTS)
        self.now: DateTime = pendulum.datetime(
            self.first.year, self.first.month, self.first.day, 9, tz=self.zone
        ).add(days=random.randrange(3))
        self.bookouts: list[BookOut] = []
        self.auditions: list[Audition] = []
        for number in range(size):
            if random.random() < 0.4:
                self.bookouts.append(self._bookout(f"b{number}"))
            else:
                self.auditions.append(self._audition(f"a{number}"))

    def _day(self) -> dt.date:
        return self.first + dt.timedelta(self.random.randrange(LENGTH))

    def _span(self) -> Span:
        one, other = sorted((self._day(), self._day()))
        return Span(first=one, last=min(other, one + dt.timedelta(self.random.randrange(3))))

    def _listed(self) -> Span:
        """Return days that may be listed one by one, with a free day between them."""
        span_ = self._span()
        after = present(span_.last) + dt.timedelta(2)
        if self.random.random() < 0.6 or (after - self.first).days >= LENGTH:
            return span_
        return replace(span_, more=(DayRange(after, after),))

    def _time(self) -> dt.time:
        """Return a time on the hour, so that ends touch, or one in the small hours."""
        if self.random.random() < 0.5:
            return dt.time(self.random.randrange(4), self.random.choice((0, 15, 30, 45)))
        return dt.time(self.random.randrange(24))

    def _hour_day(self) -> dt.date:
        """Return a day for an hour: often that on which the clocks change."""
        return self.first + dt.timedelta(3) if self.random.random() < 0.6 else self._day()

    def _zone(self) -> str:
        return self.zone if self.random.random() < 0.6 else self.random.choice(ZONES)

    def _bookout(self, id_: str) -> BookOut:
        if self.random.random() < 0.4:
            return BookOut(id=id_, span=self._span())
        day, since, until = self._hour_day(), self._time(), self._time()
        hours = Hours(since=since, until=until) if since != until else None
        zone = self._zone()
        return BookOut(id=id_, span=Span(first=day, last=day), hours=hours, zone=zone)

    def _moment(self) -> Moment:
        while True:
            zone = self._zone()
            time = None if self.random.random() < 0.1 else self._time()
            day, fold = self._hour_day(), self.random.randrange(2)
            at = Moment(day=day, time=time, zone=zone, fold=fold)
            wanted = dt.datetime.combine(at.day, at.time or MIDNIGHT)
            if time is None or wanted in clock(zone, self.first):  # the form refuses skipped hours
                return at

    def _audition(self, id_: str) -> Audition:
        random = self.random
        booking = None
        if random.random() < 0.3:
            work = self._listed() if random.random() < 0.6 else None
            fitting = self._moment() if random.random() < 0.6 else None
            booking = Booking(work_dates=work, fitting=fitting)
        holds = tuple(
            Hold(
                id=f"{id_}h{n}",
                dates=self._listed() if random.random() < 0.8 else Span(said="sometime"),
                cleared=random.choice((None, None, Cleared.RELEASED, Cleared.CONVERTED)),
            )
            for n in range(random.choice((0, 0, 1, 2)))
        )
        rounds = tuple(
            Round(
                id=f"{id_}r{n}",
                at=self._moment() if random.random() < 0.8 else None,
                done_at=self._moment() if random.random() < 0.2 else None,
            )
            for n in range(random.choice((0, 1, 1, 2)))
        )
        return Audition(
            id=id_,
            project=id_,
            stage=random.choice((Stage.SUBMITTED, Stage.HOLD, Stage.OFFER, Stage.BOOKED)),
            shoot_dates=self._listed() if random.random() < 0.5 else None,
            booking=booking,
            holds=holds,
            rounds=rounds,
        )

    @property
    def board(self) -> Board:
        rows = (Row(one, Status(Group.PLAY, None)) for one in self.auditions)
        return (Section(Group.PLAY, tuple(rows)),)

    def told(self) -> Iterator[Told]:
        for bookout in self.bookouts:
            days = present(bookout.span.days)
            if bookout.hours:
                minutes = some_hours(days.first, bookout.hours, bookout.zone, self.first)
            else:
                minutes = whole_days(*days, self.zone, self.first)
            yield Told("bookout", bookout.id, minutes)
        for one in self.auditions:
            job = one.booking
            spans = [("booking", job.work_dates)] if job and job.work_dates else []
            spans += [("hold", hold.dates) for hold in one.holds if not hold.cleared and hold.dates]
            spans = [(kind, span_) for kind, span_ in spans if span_.days]
            firmly = {"offer": "offer", "booked": "booking"}.get(one.stage.value, "")
            if not spans and (asked := asked_before(one)):
                spans = [(firmly or "hold", asked)]
            if not spans and one.shoot_dates:
                spans = [(firmly or "shoot", one.shoot_dates)]
            for kind, span_ in spans:
                first, last = present(span_.first), present(span_.last)
                for days in (DayRange(first, last), *span_.more):
                    yield Told(kind, one.id, whole_days(*days, self.zone, self.first))
            for read in one.rounds:
                if read.at and not read.done_at:
                    yield self._timed("appointment", one.id, read.at)
            if job and job.fitting:
                yield self._timed("fitting", one.id, job.fitting)

    def _timed(self, kind: str, of: str, at: Moment) -> Told:
        if at.time is None:
            minutes = whole_days(at.day, at.day, at.zone, self.first)
            return Told(kind, of, minutes, is_vague=True)
        return Told(kind, of, an_hour(at, self.first))

    def clashes(self) -> set[tuple[frozenset[tuple[str, str]], dt.date, dt.date]]:
        """Return what clashes, by going through all pairs and all minutes."""
        shown = clock(self.zone, self.first)
        ahead = bits(at.date() >= self.now.date() for at in shown)
        told = [one for one in self.told() if one.minutes & ahead]
        found = set()
        for a, b in combinations(told, 2):
            both = a.minutes & b.minutes
            if not both or a.of == b.of or frozenset({a.kind, b.kind}) not in MEET:
                continue
            if (a.is_vague and both != a.minutes) or (b.is_vague and both != b.minutes):
                continue
            first = shown[(both & -both).bit_length() - 1].date()
            last = shown[both.bit_length() - 1].date()
            found.add((frozenset({(a.kind, a.of), (b.kind, b.of)}), first, last))
        return found


def as_set(found: Iterable[Clash]) -> set[tuple[frozenset[tuple[str, str]], dt.date, dt.date]]:
    return {
        (frozenset({(c.a.kind.value, c.a.of), (c.b.kind.value, c.b.of)}), *c.days) for c in found
    }


@given(random=st.randoms(use_true_random=False), size=st.integers(2, 9))
@settings(deadline=None, max_examples=100)
def test_clashes_match_a_brute_force_search(random: Random, size: int) -> None:
    world = World(random, size)
    assert as_set(find_clashes(world.board, world.bookouts, world.now)) == world.clashes()


@pytest.mark.parametrize("night", range(len(NIGHTS)))
def test_clashes_match_the_search_in_a_large_career(night: int) -> None:
    world = World(Random(night), 420 if BIG else 60, night)
    told = [*world.told()]
    assert len([*combinations(told, 2)]) > (100_000 if BIG else 2_000)
    found = as_set(find_clashes(world.board, world.bookouts, world.now))
    assert found == world.clashes()
    assert len(found) > 50


def board_of(*auditions: Audition, now: DateTime = NOW) -> Board:
    return board(auditions, now, Windows())


def held(id_: str, dates: str, **fields: object) -> Audition:
    hold = Hold(id=f"{id_}h", word_used="pinned", dates=span(dates), **fields)  # type: ignore[arg-type]
    return audition(id=id_, project=id_.title(), stage=Stage.HOLD, holds=(hold,))


def test_quiet_job_claims_only_firm_days() -> None:
    spot = Booking(is_exclusive=True, session_on=days_ago(450), no_end_stated=True)
    shot = read_on(450, id="shot", stage=Stage.BOOKED, booking=spot, product_category="beer")
    asked_now = audition(
        id="new", stage=Stage.REQUESTED, rounds=(asked(at=moment(2)),), product_category="beer"
    )
    hoped = read_on(100, id="hoped", shoot_dates=span("14-18 Dec"), product_category="beer")
    seen = board_of(shot, hoped, asked_now)
    assert {group for group, _ in seen} == {Group.QUIET, Group.NEXT}
    [clash] = find_clashes(seen, [AWAY], NOW)
    assert {side.of for side in clash.sides} == {"shot", "new"}


AWAY: Final = BookOut(id="b1", span=span("14-18 Dec"), why="family")


def test_pickup_day_clashes_with_a_book_out() -> None:
    job = Booking(work_dates=span("1-2 Dec"), more_dates=(span("24 Nov"), span("18 Dec")))
    booked = audition(id="ghost", stage=Stage.BOOKED, booking=job)
    [clash] = find_clashes(board_of(booked), [AWAY], NOW)
    assert clash.days == DayRange(dt.date(2026, 12, 18), dt.date(2026, 12, 18))


def test_day_between_single_days_is_free() -> None:
    one = held("ghost", "dec 16, 18")
    [first, last] = find_clashes(board_of(one), [AWAY], NOW)
    assert (first.days.first.day, last.days.first.day) == (16, 18)
    between = replace(AWAY, span=span("17 Dec"))
    assert find_clashes(board_of(one), [between], NOW) == ()
    calendar = make_calendar(board_of(one), NOW)
    assert [bool(calendar.claims_on(dt.date(2026, 12, day))) for day in (16, 17, 18)] == [1, 0, 1]
    entries = coming_entries(board_of(one), NOW)
    assert [present(entry.days).first.day for entry in entries if entry.days] == [16, 18]
    assert len({entry.uid for entry in entries}) == len(entries)


def test_hold_clashes_with_a_book_out() -> None:
    one = held("ghost", "18-20 Dec", rank="first")
    [clash] = find_clashes(board_of(one), [AWAY], NOW)
    assert clash.days == DayRange(dt.date(2026, 12, 18), dt.date(2026, 12, 18))
    assert clash_words(clash, "ghost", NOW) == "18 Dec: your book-out (family)"
    assert clash_words(clash, "b1", NOW) == "18 Dec: “pinned” Ophelia, Ghost (first)"
    assert whole_clash_words(clash, NOW) == (
        "18 Dec: your book-out (family) meets “pinned” Ophelia, Ghost (first)"
    )


def test_adjacent_times_do_not_clash() -> None:
    day = span("14 Dec")
    evening = BookOut(id="b1", span=day, hours=Hours(since=dt.time(18), until=MIDNIGHT), zone=ZONE)
    hour = moment(23, hour=17)
    ends = audition(rounds=(asked(at=hour),))
    assert not find_clashes(board_of(ends), [evening], NOW)
    reaches_in = audition(rounds=(asked(at=Moment(day=hour.day, time=dt.time(17, 1), zone=ZONE)),))
    assert len(find_clashes(board_of(reaches_in), [evening], NOW)) == 1
    assert not find_clashes(board_of(held("next", "15 Dec")), [evening], NOW)


def test_unknown_hour_clashes_only_with_whole_days() -> None:
    sometime = audition(rounds=(asked(at=moment(23, hour=None)),))
    morning = BookOut(
        id="b1", span=span("14 Dec"), hours=Hours(since=MIDNIGHT, until=dt.time(12)), zone=ZONE
    )
    assert not find_clashes(board_of(sometime), [morning], NOW)
    assert len(find_clashes(board_of(sometime), [AWAY], NOW)) == 1


def test_two_unconfirmed_jobs_do_not_clash() -> None:
    one, other = (audition(id=id_, shoot_dates=span("14-18 Dec")) for id_ in ("a1", "a2"))
    assert not find_clashes(board_of(one, other), (), NOW)
    assert len(find_clashes(board_of(one, held("ghost", "18 Dec")), (), NOW)) == 1


def test_closed_past_and_unread_days_do_not_clash() -> None:
    closed = held("gone", "14-18 Dec")
    closed = Audition(
        id="gone", project="Gone", disposition=Disposition.RELEASED, holds=closed.holds
    )
    unread = audition(id="a2", shoot_dates=Span(said="mid December"))
    old = BookOut(id="b2", span=Span(first=dt.date(2026, 11, 2), last=dt.date(2026, 11, 20)))
    past = audition(id="a3", rounds=(asked(at=moment(-3)),))
    assert not find_clashes(board_of(closed, unread, past), [AWAY, old], NOW)


def spot(id_: str, category: str, exclusive: str = "", **fields: object) -> Audition:
    job = Booking(exclusive=span(exclusive)) if exclusive else None
    plain: dict[str, object] = {"id": id_, "project": id_, "product_category": category}
    return audition(**{**plain, "booking": job, **fields})


def test_commercials_clash_only_if_exclusive() -> None:
    done = {"stage": Stage.WRAPPED, "disposition": Disposition.COMPLETED}
    pizza = spot("hearth", "Pizza", "1 Dec 2026 to 30 Nov 2027", **done)
    also = spot("crust", "pizza")
    [clash] = find_clashes(board_of(pizza, also), (), NOW)
    assert {clash.a.kind.value, clash.b.kind.value} == {"exclusivity", "category"}
    assert clash_words(clash, "crust", NOW) == (
        "1 Dec-30 Nov 2027: Ophelia, hearth, exclusive for Pizza until Tue 30 Nov 2027"
    )
    assert "for pizza, too" in clash_words(clash, "hearth", NOW)
    assert not find_clashes(board_of(spot("hearth", "Pizza", **done), also), (), NOW)
    assert not find_clashes(board_of(pizza, spot("beer", "beer"), spot("none", "")), (), NOW)
    afterwards = spot("late", "pizza", shoot_dates=span("3 Jan 2028"))
    assert not find_clashes(board_of(pizza, afterwards), (), NOW)


def test_two_exclusive_jobs_of_a_category_clash_once() -> None:
    done = {"stage": Stage.WRAPPED, "disposition": Disposition.COMPLETED}
    one = spot("one", "beer", "1 Dec 2026 to 30 Jun 2027", **done)
    other = spot("two", "Beer", "1 Jun 2027 to 30 Nov 2027", **done)
    [clash] = find_clashes(board_of(one, other), (), NOW)
    assert clash.days == DayRange(dt.date(2027, 6, 1), dt.date(2027, 6, 30))


def test_clashes_of_one_audition_are_those_with_all_others() -> None:
    there, coming = held("ghost", "14-18 Dec"), held("new", "18-19 Dec")
    found = clashes_of(coming, board_of(there), [AWAY], NOW)
    assert [clash.other("new").of for clash in found] == ["b1", "ghost"]
    assert warning(found, "new", NOW) == "Clash 18 Dec: your book-out (family), and 1 more"
    changed = held("ghost", "1 Dec")
    assert not clashes_of(changed, board_of(there), [AWAY], NOW)
    assert warning((), "new", NOW) == ""


@example(category="")
@given(category=st.text(max_size=8))
@settings(max_examples=25)
def test_an_audition_never_clashes_with_itself(category: str) -> None:
    one = spot("a1", category, "1 Dec 2026 to 30 Nov 2027", shoot_dates=span("14-18 Dec"))
    twice = audition(
        **{name: getattr(one, name) for name in ("id", "booking", "product_category")},
        holds=(Hold(id="h", dates=span("14-18 Dec")), Hold(id="i", dates=span("16 Dec"))),
        rounds=(asked(at=moment(24)), asked(id="r2", at=moment(24))),
    )
    assert not find_clashes(board_of(twice), (), NOW)

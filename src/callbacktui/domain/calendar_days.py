"""The calendar: what is on each day, which days are claimed, booked out, or asked for twice."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from pendulum import DateTime

from callbacktui.domain.board import Board, Row
from callbacktui.domain.bookout import BookOut, soonest_first
from callbacktui.domain.clashes import Clash, find_clashes
from callbacktui.domain.dates.spans import DayRange
from callbacktui.domain.enums import Format
from callbacktui.domain.holds_and_bookings import ClaimKind
from callbacktui.domain.moment import Moment
from callbacktui.domain.status import Group, round_word

_ALIVE = frozenset(Group) - {Group.CLOSED, Group.QUIET}
_A_DAY = dt.timedelta(1)
"""By so much the day of a read may be another one in the actor's zone."""


class CalendarItem(NamedTuple):
    """A read, a tape or a callback on its day; `row` is the audition it belongs to."""

    row: Row
    at: Moment
    what: str
    is_tape: bool = False
    is_given: bool = False


class Claim(NamedTuple):
    """Days that a hold, an offer or a job claims; `word` is the office's own word for a hold."""

    row: Row
    word: str
    told_by: str
    span: DayRange


class Calendar(NamedTuple):
    """The items of each day in their order; claims, book-outs and clashes by their first day.

    Of the clashes, those of a product category are left out: they are about no day.
    """

    items: Mapping[dt.date, tuple[CalendarItem, ...]]
    claims: tuple[Claim, ...]
    bookouts: tuple[BookOut, ...] = ()
    clashes: tuple[Clash, ...] = ()

    def on(self, day: dt.date) -> tuple[CalendarItem, ...]:
        """Return the items of a day; those without an hour come last."""
        return self.items.get(day, ())

    def claims_on(self, day: dt.date) -> tuple[Claim, ...]:
        """Return the holds and jobs that take up a day."""
        return tuple(claim for claim in self.claims if claim.span.covers(day))

    def bookouts_on(self, day: dt.date) -> tuple[BookOut, ...]:
        """Return the book-outs that touch a day."""
        return tuple(one for one in self.bookouts if one.days and one.days.covers(day))

    def clashes_on(self, day: dt.date) -> tuple[Clash, ...]:
        """Return the pairs that want the actor at once on a day."""
        return tuple(clash for clash in self.clashes if clash.days.covers(day))

    def is_claimed_twice(self, day: dt.date) -> bool:
        """True if two auditions claim the day, or something clashes on it."""
        claims = {claim.row.audition.id for claim in self.claims_on(day)}
        return len(claims) > 1 or bool(self.clashes_on(day))


def make_calendar(
    board: Board,
    now: DateTime,
    bookouts: Collection[BookOut] = (),
    *,
    clashes: Collection[Clash] | None = None,
    since: dt.date | None = None,
) -> Calendar:
    """Collect the reads, given or ahead, the days of holds, offers and jobs, and the book-outs.

    Days are those of the actor's zone. Dates that cannot be read surely claim nothing. The clashes
    are those given, else those it finds; of the reads, those before `since` are left out.
    """
    earliest = since - _A_DAY if since else dt.date.min
    if clashes is None:
        clashes = find_clashes(board, bookouts, now)
    items: dict[dt.date, list[CalendarItem]] = defaultdict(list)
    claims: list[Claim] = []
    for group, rows in board:
        for row in rows:
            for item in _items(row, is_alive=group in _ALIVE):
                if item.at.day >= earliest:
                    items[item.at.day_in(now)].append(item)
            if group in _ALIVE:
                claims += _claims(row)
    for found in items.values():
        found.sort(key=lambda item: item.at.instant)
    claims.sort(key=lambda claim: (claim.span, claim.row.audition.name))
    return Calendar(
        {day: tuple(found) for day, found in items.items()},
        tuple(claims),
        tuple(sorted(bookouts, key=soonest_first)),
        tuple(clash for clash in clashes if not clash.a.category),
    )


def _items(row: Row, *, is_alive: bool) -> Iterator[CalendarItem]:
    for read in row.audition.rounds:
        if read.is_done:
            if read.done_at:
                yield CalendarItem(row, read.done_at, round_word(read), is_given=True)
        elif is_alive and (at := read.at or read.due_at):
            is_tape = read.at is None or read.format is Format.SELF_TAPE
            yield CalendarItem(row, at, round_word(read), is_tape)


def _claims(row: Row) -> Iterator[Claim]:
    """Yield the days that are claimed; those of a job that is only hoped for are not."""
    for claim in row.audition.day_claims:
        if claim.kind is not ClaimKind.SHOOT:
            told_by = claim.hold.told_by if claim.hold else ""
            for days in claim.span.ranges:
                yield Claim(row, claim.word, told_by, days)

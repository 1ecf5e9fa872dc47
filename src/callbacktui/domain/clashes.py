"""Clashes: two things that want the actor at the same time.

What is compared are book-outs, live holds, offers, booked work, fittings, appointments, the days
of a job that is only hoped for, and exclusivity. Whole days are those of the actor's zone; what
ends when the other begins does not meet it.
"""

import datetime as dt
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.board import Board
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.commercial_use import exclusive_days
from callbacktui.domain.dates.dst import first_minute, last_minute
from callbacktui.domain.dates.spans import DayRange, computable
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition
from callbacktui.domain.status import Group, round_word
from callbacktui.domain.text import fold

APPOINTMENT_MINUTES: Final = 60
"""How long an appointment or a fitting is taken to last, as nobody says when it ends."""

_DAY: Final = dt.timedelta(1)


class CommitmentKind(LabelledEnum):
    """What wants the actor; the values are those of `clashes --json`."""

    BOOKOUT = "bookout"
    BOOKING = "booking"
    OFFER = "offer"
    HOLD = "hold"
    SHOOT = "shoot"
    FITTING = "fitting"
    APPOINTMENT = "appointment"
    EXCLUSIVITY = "exclusivity"
    CATEGORY = "category"


_NEVER: Final = {
    frozenset(pair)
    for pair in (
        (CommitmentKind.BOOKOUT, CommitmentKind.BOOKOUT),
        (CommitmentKind.SHOOT, CommitmentKind.SHOOT),
        (CommitmentKind.SHOOT, CommitmentKind.APPOINTMENT),
        (CommitmentKind.SHOOT, CommitmentKind.FITTING),
    )
}
"""Kinds that never clash: two book-outs, and a job only hoped for with another, or with an hour."""

_HOPED: Final = {CommitmentKind.SHOOT, CommitmentKind.CATEGORY}
"""What an audition claims while it may still come to a job."""


class Commitment(NamedTuple):
    """One thing that wants the actor: what it is, whose, and when.

    `of` is the id of the audition or the book-out. `word` is what it is called: the office's word
    for a hold, the kind of a round, why one is out. `begins` and `ends` have a time unless
    they are whole days; without `ends` no end is known. `start` and `end` are minutes since 1970;
    the end is not included. `category` is set for exclusivity, and for a job it may rule out.
    """

    kind: CommitmentKind
    of: str
    title: str
    begins: Moment
    ends: Moment | None
    start: int
    end: int
    word: str = ""
    rank: str = ""
    category: str = ""

    @property
    def is_at_unknown_hour(self) -> bool:
        """True for an appointment or a fitting on a day whose hour is not known."""
        is_timed = self.kind in {CommitmentKind.APPOINTMENT, CommitmentKind.FITTING}
        return is_timed and self.begins.time is None


class Clash(NamedTuple):
    """Two commitments that meet, the one that begins first being `a`, and the days of both."""

    a: Commitment
    b: Commitment
    days: DayRange

    @property
    def sides(self) -> tuple[Commitment, Commitment]:
        """Both commitments."""
        return self.a, self.b

    def other(self, of: str) -> Commitment:
        """Return the one of the two that is not of this audition or book-out."""
        return self.b if self.a.of == of else self.a

    def is_about(self, of: str) -> bool:
        """True if one of the two is of this audition or book-out."""
        return of in {self.a.of, self.b.of}


def find_clashes(board: Board, bookouts: Iterable[BookOut], now: DateTime) -> tuple[Clash, ...]:
    """Return every clash that is not over, soonest first.

    Closed auditions claim nothing, but for the exclusivity of a job that was done. Quiet ones claim
    what is firm, not the days of a job that they only hoped for.
    """
    return meetings(_commitments(board, bookouts, now), now)


def clashes_of(
    audition: Audition, board: Board, bookouts: Iterable[BookOut], now: DateTime
) -> tuple[Clash, ...]:
    """Return the clashes of an audition as it is given, with everything else that is here."""
    others = (c for c in _commitments(board, bookouts, now) if c.of != audition.id)
    found = meetings([*others, *audition_commitments(audition, now)], now)
    return tuple(clash for clash in found if clash.is_about(audition.id))


def meetings(commitments: Iterable[Commitment], now: DateTime) -> tuple[Clash, ...]:
    """Return which of these commitments clash, soonest first."""
    timed, categories = list[Commitment](), defaultdict[str, list[Commitment]](list)
    for one in sorted(commitments, key=lambda c: (c.start, c.end, c.of, c.word)):
        (categories[fold(one.category)] if one.category else timed).append(one)
    pairs = [*_overlapping(timed)]
    for some in categories.values():
        pairs += _ruled_out(some)
    zone = zone_of(now)
    found = [
        Clash(a, b, _days_of(max(a.start, b.start), min(a.end, b.end), zone)) for a, b in pairs
    ]
    return tuple(sorted(found, key=lambda c: (c.days, c.a.start, c.a.of, c.b.of)))


def _overlapping(commitments: Iterable[Commitment]) -> Iterator[tuple[Commitment, Commitment]]:
    """Yield the pairs that clash among commitments in the order of their beginning."""
    firm, hoped = list[Commitment](), list[Commitment]()
    for one in commitments:
        firm = [other for other in firm if other.end > one.start]
        hoped = [other for other in hoped if other.end > one.start]
        is_hoped = one.kind is CommitmentKind.SHOOT
        others = firm if is_hoped else firm + hoped
        yield from ((other, one) for other in others if _clash(other, one))
        (hoped if is_hoped else firm).append(one)


def _clash(a: Commitment, b: Commitment) -> bool:
    """True if two commitments that overlap in time clash."""
    if a.of == b.of or frozenset((a.kind, b.kind)) in _NEVER:
        return False
    return all(
        not one.is_at_unknown_hour or (other.start <= one.start and other.end >= one.end)
        for one, other in ((a, b), (b, a))
    )


def _ruled_out(some: list[Commitment]) -> Iterator[tuple[Commitment, Commitment]]:
    """Yield the pairs of one product category of which one is exclusive while the other is seen."""
    for place, a in enumerate(some):
        if a.kind is CommitmentKind.EXCLUSIVITY:
            for at, b in enumerate(some):
                is_first = at > place or b.kind is not CommitmentKind.EXCLUSIVITY
                if is_first and a.of != b.of and a.start < b.end and b.start < a.end:
                    yield (a, b) if place < at else (b, a)


def _commitments(board: Board, bookouts: Iterable[BookOut], now: DateTime) -> Iterator[Commitment]:
    for group, rows in board:
        for row in rows:
            if group is not Group.CLOSED:
                claims = audition_commitments(row.audition, now)
                is_quiet = group is Group.QUIET
                yield from (c for c in claims if not (is_quiet and c.kind in _HOPED))
            elif row.audition.disposition is Disposition.COMPLETED:
                yield from _exclusivity(row.audition, now)
    for bookout in bookouts:
        yield from bookout_commitments(bookout, now)


def bookout_commitments(bookout: BookOut, now: DateTime) -> Iterator[Commitment]:
    """Yield the time of a book-out, if it is not over."""
    days, hours = bookout.span.days, bookout.hours
    if days is None:
        return
    plain = (CommitmentKind.BOOKOUT, bookout.id, "book-out")
    if hours is None:
        yield from _ahead(_whole_days(*plain, days, zone_of(now), bookout.why), now)
        return
    first = computable(days.first)
    last = first + _DAY if hours.is_past_midnight else first
    yield from _ahead(
        Commitment(
            *plain,
            Moment(day=days.first, time=hours.since, zone=bookout.zone),
            Moment(day=last, time=hours.until, zone=bookout.zone),
            first_minute(first, hours.since, bookout.zone),
            last_minute(last, hours.until, bookout.zone),
            bookout.why,
        ),
        now,
    )


def audition_commitments(audition: Audition, now: DateTime) -> Iterator[Commitment]:
    """Yield what an audition claims of the actor's time from today on."""
    zone, of, title = zone_of(now), audition.id, audition.name
    booking = audition.booking
    for claim in audition.day_claims:
        kind = CommitmentKind(claim.kind.value)
        for days in claim.span.ranges:
            whole = _whole_days(kind, of, title, days, zone, claim.word)
            yield from _ahead(whole._replace(rank=claim.rank), now)
    for read in audition.rounds:
        if not read.is_done and read.at:
            yield from _ahead(_hour(CommitmentKind.APPOINTMENT, audition, read.at, read), now)
    if booking and booking.fitting:
        yield from _ahead(_hour(CommitmentKind.FITTING, audition, booking.fitting), now)
    if audition.product_category:
        exclusive = [*_exclusivity(audition, now)]
        yield from exclusive or [_of_category(audition, now)]


def _hour(
    kind: CommitmentKind, audition: Audition, at: Moment, read: Round | None = None
) -> Commitment:
    """Return an appointment, or the whole day of one whose hour is not known."""
    word = round_word(read) if read else "fitting"
    if at.time is None:
        days = DayRange(at.day, at.day)
        return _whole_days(kind, audition.id, audition.name, days, at.zone, word)
    ends = Moment.of(at.instant.add(minutes=APPOINTMENT_MINUTES))
    start = int(at.instant.timestamp()) // 60
    end = start + APPOINTMENT_MINUTES
    return Commitment(kind, audition.id, audition.name, at, ends, start, end, word)


def _exclusivity(audition: Audition, now: DateTime) -> Iterator[Commitment]:
    """Yield the exclusivity of a commercial, if its category and its days are written down."""
    found, category = exclusive_days(audition, today(now)), audition.product_category
    if found and category:
        days, has_end = found
        kind, zone = CommitmentKind.EXCLUSIVITY, zone_of(now)
        whole = _whole_days(kind, audition.id, audition.name, days, zone, category)
        ends = whole.ends if has_end else None
        yield from _ahead(whole._replace(category=category, ends=ends), now)


def _of_category(audition: Audition, now: DateTime) -> Commitment:
    """Return a job of a product category: it is seen from its first day on, with no end known."""
    day = max(today(now), audition.work_starts or today(now))
    zone = zone_of(now)
    whole = _whole_days(
        CommitmentKind.CATEGORY, audition.id, audition.name, DayRange(day, day), zone
    )
    category = audition.product_category
    return whole._replace(ends=None, end=sys.maxsize, word=category, category=category)


def _whole_days(
    kind: CommitmentKind, of: str, title: str, days: DayRange, zone: str, word: str = ""
) -> Commitment:
    start = first_minute(computable(days.first), dt.time(), zone)
    end = first_minute(computable(days.last) + _DAY, dt.time(), zone)
    first, last = Moment.on(days.first, zone), Moment.on(days.last, zone)
    return Commitment(kind, of, title, first, last, start, end, word)


def _ahead(commitment: Commitment, now: DateTime) -> Iterator[Commitment]:
    """Yield a commitment unless it was over before today, or ends before it begins."""
    day_begins = first_minute(today(now), dt.time(), zone_of(now))
    if commitment.end > max(day_begins, commitment.start):
        yield commitment


def _days_of(start: int, end: int, zone: str) -> DayRange:
    """Return the days from one minute to another, which is not included."""
    first, last = (dt.datetime.fromtimestamp(at * 60, ZoneInfo(zone)) for at in (start, end - 1))
    return DayRange(first.date(), last.date())

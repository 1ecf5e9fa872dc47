"""One audition together with what the other auditions say about it."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import nlargest
from operator import itemgetter
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import Value
from callbacktui.domain.days_to_callback import days_to_callback
from callbacktui.domain.let_rest import is_rested
from callbacktui.domain.lowest_mark import hunch
from callbacktui.domain.moment import Moment
from callbacktui.domain.money_entries import MoneyEntry, payments_of
from callbacktui.domain.piece_uses import Seen, seen_by_team
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.round import Round
from callbacktui.domain.silence import Windows
from callbacktui.domain.status import Status, status_of
from callbacktui.domain.text import count_times, fold

_REMINDERS: Final = 3
_EARLIER: Final = 5


class Reminder(Value, frozen=True, kw_only=True):
    """A note that the actor wrote after an earlier read about what to do next time."""

    text: str
    after: str
    day: dt.date


class Visit(NamedTuple):
    """An audition for a casting office, its first day, and what the office's line counts it as."""

    audition: Audition
    day: dt.date | None
    was_called: bool
    went_straight: bool
    waits: bool
    rests: bool
    is_again: bool


class AuditionContext(Value, frozen=True, kw_only=True):
    """An audition, its status, and what is known from other auditions.

    `office_visits` are the earlier auditions for the same casting office, newest first. `payments`
    is the income that belongs to the audition. `reminders` are notes for next time from the latest
    reads, `hunch` says which mark was lowest of late, `earlier_reflections` are those of the last
    five reads before this one, oldest first. While `numbers_hidden`, nothing is counted in words.
    `seen` are the pieces that this team saw before.
    """

    audition: Audition
    status: Status
    now: DateTime
    office_visits: tuple[Visit, ...] = ()
    came_from: Audition | None = None
    payments: tuple[MoneyEntry, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    hunch: str = ""
    earlier_reflections: tuple[Reflection, ...] = ()
    numbers_hidden: bool = False
    seen: tuple[Seen, ...] = ()

    @property
    def office_before(self) -> tuple[Audition, ...]:
        """The earlier auditions for the same casting office, newest first."""
        return tuple(visit.audition for visit in self.office_visits)

    @property
    def office_line(self) -> str:
        """The history with this office: "9th time · 2 of 8 called back, 1 still open"."""
        if not self.audition.office:
            return ""
        before = len(self.office_visits)
        if not before:
            return "first time"
        if self.numbers_hidden:
            return "they know you"
        called = sum(visit.was_called for visit in self.office_visits)
        waits = sum(visit.waits for visit in self.office_visits)
        rest = sum(visit.rests for visit in self.office_visits)
        still = f", {waits} still open" if waits else ""
        resting = f", {rest} let rest" if rest else ""
        straight = sum(visit.went_straight for visit in self.office_visits)
        gone = f", {straight} held or booked without" if straight else ""
        times = sum(visit.is_again for visit in self.office_visits)
        again = f" · called you in again {count_times(times)}" if times else ""
        counts = f"{called} of {before} called back{gone}{still}{resting}"
        return f"{_ordinal(before + 1)} time · {counts}{again}"

    @property
    def office_callbacks(self) -> tuple[int, ...]:
        """After how many days each earlier callback by this office came, if that is known."""
        if self.numbers_hidden:
            return ()
        found = (days_to_callback(past) for past in self.office_before)
        return tuple(days for days in found if days is not None)


class History:
    """All auditions, indexed for `context_of`; make a new one whenever an audition changes."""

    def __init__(self, auditions: Collection[Audition]) -> None:
        self._auditions = auditions
        self._visits: dict[str, list[Visit]] = {}

    @cached_property
    def reminders(self) -> tuple[Reminder, ...]:
        """The notes for next time from the latest reads."""
        return tuple(
            nlargest(_REMINDERS, _reminders(self._auditions), key=lambda r: (r.day, r.after))
        )

    @cached_property
    def hunch(self) -> str:
        """What the marks of the last reflections hint at; empty if at nothing."""
        found = hunch([reflection for _, reflection in self._reflected])
        return f"A hunch: {found.words} was lowest in your last five reflections." if found else ""

    def reflections_before(self, read: Round | None) -> tuple[Reflection, ...]:
        """Return the reflections on the last five reads before `read`, oldest first."""
        if read is None or read.done_at is None:
            return ()
        at = bisect_left(self._reflected, _given(read.done_at), key=itemgetter(0))
        return tuple(reflection for _, reflection in self._reflected[max(0, at - _EARLIER) : at])

    @cached_property
    def _reflected(self) -> list[tuple[tuple[dt.date, dt.time], Reflection]]:
        rounds = (read for audition in self._auditions for read in audition.rounds)
        found = [(_given(r.done_at), r.reflection) for r in rounds if r.done_at and r.reflection]
        return sorted(found, key=itemgetter(0))

    def visits(self, office: str) -> Sequence[Visit]:
        """Return all auditions for a casting office, newest first.

        Its name may differ in case and accents.
        """
        name = fold(office)
        if name not in self._visits:
            found = map(_visit, self._offices.get(name, ()) if name else ())
            newest = sorted(found, key=lambda v: (v.day or dt.date.min, v.audition.id))[::-1]
            self._visits[name] = newest
        return self._visits[name]

    def days_met(self, person: str, besides: str = "") -> list[dt.date]:
        """Return the days of the reads at which a person was, except those of one audition."""
        met = self._met.get(fold(person), ())
        return [day for id_, day in met if id_ != besides]

    @cached_property
    def _met(self) -> dict[str, list[tuple[str, dt.date]]]:
        met: dict[str, list[tuple[str, dt.date]]] = {}
        for audition in self._auditions:
            for read in audition.rounds:
                if read.done_at is None:
                    continue
                names = {fold(name) for name in (*(read.people or audition.people),
                                                 audition.director) if name}  # fmt: skip
                for name in names:
                    met.setdefault(name, []).append((audition.id, read.done_at.day))
        return met

    @cached_property
    def with_pieces(self) -> tuple[Audition, ...]:
        """The auditions at which songs, monologues or scenes were given."""
        return tuple(a for a in self._auditions if any(r.pieces and r.is_done for r in a.rounds))

    def find(self, id_: str) -> Audition | None:
        """Return the audition with an id, `None` if there is none."""
        return next((a for a in self._auditions if a.id == id_), None) if id_ else None

    @cached_property
    def _offices(self) -> dict[str, list[Audition]]:
        offices: dict[str, list[Audition]] = {}
        for audition in self._auditions:
            if audition.office:
                offices.setdefault(fold(audition.office), []).append(audition)
        return offices


def context_of(
    audition: Audition,
    history: History,
    now: DateTime,
    windows: Windows,
    *,
    money: Iterable[MoneyEntry] = (),
    numbers_hidden: bool = False,
) -> AuditionContext:
    """Collect what all auditions say about one of them, and what was paid for it."""
    day = audition.first_day
    before = (
        visit
        for visit in history.visits(audition.office)
        if visit.audition.id != audition.id
        and (day is None or (visit.day is not None and visit.day <= day))
    )
    is_ahead = audition.is_open and audition.pending is not None
    return AuditionContext(
        audition=audition,
        status=status_of(audition, now, windows),
        now=now,
        office_visits=tuple(before),
        came_from=history.find(audition.came_from),
        payments=payments_of(money, audition.id),
        reminders=history.reminders if is_ahead else (),
        hunch=history.hunch if is_ahead else "",
        earlier_reflections=history.reflections_before(audition.last_done),
        numbers_hidden=numbers_hidden,
        seen=seen_by_team(audition, history.with_pieces),
    )


def _visit(audition: Audition) -> Visit:
    further = audition.went_further
    return Visit(
        audition,
        audition.first_day,
        was_called=audition.was_called_back,
        went_straight=audition.went_straight,
        waits=audition.is_open and not further,
        rests=not further and is_rested(audition),
        is_again=audition.is_call_in_again,
    )


def _given(moment: Moment) -> tuple[dt.date, dt.time]:
    return moment.day, moment.time or dt.time.min


def _ordinal(number: int) -> str:
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _reminders(auditions: Iterable[Audition]) -> Iterator[Reminder]:
    for audition in auditions:
        for read in audition.rounds:
            if read.done_at and read.reflection and read.reflection.next_time:
                text = read.reflection.next_time
                after = audition.short_name
                yield Reminder(text=text, after=after, day=read.done_at.day)

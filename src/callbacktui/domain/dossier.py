"""One audition together with what the other auditions say about it."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import nlargest
from typing import Final

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Status, status_of
from callbacktui.domain.text import fold
from callbacktui.domain.value import Value

_REMINDERS: Final = 3


class Reminder(Value, frozen=True, kw_only=True):
    """A note that the actor wrote after an earlier read about what to do next time."""

    text: str
    after: str
    day: dt.date


class AuditionContext(Value, frozen=True, kw_only=True):
    """An audition, its status, and what is known from other auditions.

    `office_before` are the earlier auditions for the same casting office, newest first.
    `reminders` are notes for next time from the latest reads.
    """

    audition: Audition
    standing: Status
    now: DateTime
    office_before: tuple[Audition, ...] = ()
    came_from: Audition | None = None
    reminders: tuple[Reminder, ...] = ()

    @property
    def office_line(self) -> str:
        """The history with this office: "5 before this, 2 of 5 reached a callback"."""
        if not self.audition.office:
            return ""
        if not self.office_before:
            return "first time"
        before = len(self.office_before)
        called = sum(a.stage.rank >= Stage.CALLBACK.rank for a in self.office_before)
        return f"{before} before this, {called} of {before} reached a callback"


class History:
    """All auditions, indexed for `context_of`; make a new one whenever an audition changes."""

    def __init__(self, auditions: Collection[Audition]) -> None:
        self._auditions = auditions

    @cached_property
    def reminders(self) -> tuple[Reminder, ...]:
        """The notes for next time from the latest reads."""
        return tuple(
            nlargest(_REMINDERS, _reminders(self._auditions), key=lambda r: (r.day, r.after))
        )

    def for_office(self, office: str) -> Sequence[Audition]:
        """Return all auditions for a casting office; its name may differ in case and accents."""
        return self._offices.get(fold(office), ()) if office else ()

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
    audition: Audition, history: History, now: DateTime, windows: Windows
) -> AuditionContext:
    """Collect what all auditions say about one of them."""
    day = audition.first_day
    before = [
        other
        for other in history.for_office(audition.office)
        if other.id != audition.id
        and (day is None or (other.first_day is not None and other.first_day <= day))
    ]
    before.sort(key=lambda a: (a.first_day or dt.date.min, a.id), reverse=True)
    return AuditionContext(
        audition=audition,
        standing=status_of(audition, now, windows),
        now=now,
        office_before=tuple(before),
        came_from=history.find(audition.came_from),
        reminders=history.reminders if audition.is_open and audition.pending else (),
    )


def _reminders(auditions: Iterable[Audition]) -> Iterator[Reminder]:
    for audition in auditions:
        for read in audition.rounds:
            if read.done_at and read.reflection and read.reflection.next_time:
                text = read.reflection.next_time
                yield Reminder(text=text, after=audition.name, day=read.done_at.day)

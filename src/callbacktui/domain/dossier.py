"""One audition with all that the rest of the history says about it."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from heapq import nlargest
from typing import Final

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.standing import Standing, standing
from callbacktui.domain.text import folded
from callbacktui.domain.value import Value

_REMINDERS: Final = 3


class Reminder(Value, frozen=True, kw_only=True):
    """What the actor wrote after an earlier read, to do next time."""

    text: str
    after: str
    day: dt.date


class Dossier(Value, frozen=True, kw_only=True):
    """An audition, where it stands, and what its office and its past have to say.

    `office_before` are the earlier auditions for the same casting office, newest first;
    `reminders` what the actor meant to do next time, after the latest reads.
    """

    audition: Audition
    standing: Standing
    now: DateTime
    office_before: tuple[Audition, ...] = ()
    came_from: Audition | None = None
    reminders: tuple[Reminder, ...] = ()

    @property
    def office_line(self) -> str:
        """The office's history in words, numerator and denominator."""
        if not self.audition.office:
            return ""
        if not self.office_before:
            return "first time"
        before = len(self.office_before)
        called = sum(a.stage.rank >= Stage.CALLBACK.rank for a in self.office_before)
        return f"{before} before this, {called} of {before} reached a callback"


def dossier(
    audition: Audition, auditions: Collection[Audition], now: DateTime, windows: Windows
) -> Dossier:
    """Gather what all `auditions` say about one of them."""
    office = folded(audition.office)
    day = audition.first_day
    before: list[Audition] = []
    came_from = None
    for other in auditions:
        if other.id == audition.came_from:
            came_from = other
        if not office or other.id == audition.id or folded(other.office) != office:
            continue
        if day is None or (other.first_day is not None and other.first_day <= day):
            before.append(other)
    before.sort(key=lambda a: (a.first_day is not None, a.first_day, a.id), reverse=True)
    return Dossier(
        audition=audition,
        standing=standing(audition, now, windows),
        now=now,
        office_before=tuple(before),
        came_from=came_from,
        reminders=_reminders(auditions) if audition.is_open and audition.pending else (),
    )


def _reminders(auditions: Iterable[Audition]) -> tuple[Reminder, ...]:
    return tuple(nlargest(_REMINDERS, _meant(auditions), key=lambda r: (r.day, r.after)))


def _meant(auditions: Iterable[Audition]) -> Iterator[Reminder]:
    for audition in auditions:
        for read in audition.rounds:
            if read.done_at and read.reflection and read.reflection.next_time:
                text = read.reflection.next_time
                yield Reminder(text=text, after=audition.name, day=read.done_at.day)

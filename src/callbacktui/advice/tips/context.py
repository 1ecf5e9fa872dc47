"""What is on the desk when a tip is chosen: the audition, the hour, and the career so far."""

import datetime as dt
from collections.abc import Iterable

from msgspec import field
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Source
from callbacktui.domain.moment import today
from callbacktui.domain.practice import Practice
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.round import Round
from callbacktui.domain.silence import Silence, Windows, silence
from callbacktui.domain.stage import Stage
from callbacktui.domain.value import Value


class Career(Value, frozen=True, kw_only=True):
    """The whole record in the few numbers that tips need; made once for a set of auditions.

    `places` counts each audition that has a round, from 1, in the order they came; `recent` is
    the latest looks back, newest first; `last_read` is the day of the latest read given, and
    `asked` whether one is waiting to be given; `without_callback` is how many settled auditions
    in a row, newest first, ended before a callback; `sent` counts those that were only submitted,
    `by_yourself` those the actor put forward, and `represented` says whether anybody else ever did.
    """

    places: dict[str, int] = field(default_factory=dict)
    recent: tuple[Reflection, ...] = ()
    last_read: dt.date | None = None
    asked: bool = False
    without_callback: int = 0
    sent: int = 0
    by_yourself: int = 0
    represented: bool = False


class Context(Value, frozen=True, kw_only=True):
    """The audition under the cursor, or none, at the time `now`; `practice` is newest first."""

    now: DateTime
    audition: Audition | None = None
    windows: Windows = field(default_factory=Windows)
    career: Career = field(default_factory=Career)
    practice: tuple[Practice, ...] = ()

    @property
    def today(self) -> dt.date:
        """The day it is where the actor is."""
        return today(self.now)

    @property
    def is_open(self) -> bool:
        """True where an audition is under the cursor that nothing has ended."""
        return self.audition is not None and self.audition.is_open

    @property
    def pending(self) -> Round | None:
        """The round that is still to be given, on an audition that is open."""
        return self.audition.pending if self.audition and self.audition.is_open else None

    @property
    def silence(self) -> Silence | None:
        """The silence clock of the audition under the cursor."""
        return silence(self.audition, self.today, self.windows) if self.audition else None

    @property
    def look_back(self) -> Reflection | None:
        """The reflection on the latest read of the audition under the cursor."""
        done = self.audition.last_done if self.audition else None
        return done.reflection if done else None

    def days_since(self, day: dt.date) -> int:
        """Whole days from `day` until today; less than 0 for a day to come."""
        return (self.today - day).days

    def ago(self, day: dt.date) -> str:
        """How long ago `day` was, in words: "today", "yesterday", "9 days ago"."""
        days = self.days_since(day)
        if days <= 0:
            return "today"
        return "yesterday" if days == 1 else f"{days} days ago"


_LOOKS_BACK = 5
_PRACTICES = 20


def practised(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    """Return what was practised of late, newest first."""
    return tuple(sorted(practices, key=lambda practice: (practice.date, practice.id)))[
        : -_PRACTICES - 1 : -1
    ]


def career(auditions: Iterable[Audition]) -> Career:
    """Sum up a whole record, in a few passes and a sort."""
    known = tuple(auditions)
    read = [audition for audition in known if audition.rounds]
    read.sort(key=lambda audition: (audition.first_day or dt.date.min, audition.id))
    given = [(r.done_at, r.reflection) for a in read for r in a.rounds if r.done_at]
    given.sort(key=lambda entry: (entry[0].day, entry[0].time or dt.time()), reverse=True)
    return Career(
        places={audition.id: place for place, audition in enumerate(read, 1)},
        recent=tuple(look for _, look in given if look)[:_LOOKS_BACK],
        last_read=given[0][0].day if given else None,
        asked=any(audition.is_open and audition.pending for audition in read),
        without_callback=_without_callback(read),
        sent=sum(not a.rounds and a.stage is Stage.SUBMITTED for a in known),
        by_yourself=sum(a.source is Source.SELF for a in known),
        represented=any(a.rep or a.source in {Source.AGENT, Source.MANAGER} for a in known),
    )


def _without_callback(read: list[Audition]) -> int:
    settled = [a for a in read if not a.is_open and a.last_done]
    settled.sort(key=lambda a: a.closed_on or dt.date.min, reverse=True)
    count = 0
    for audition in settled:
        if audition.stage.rank >= Stage.CALLBACK.rank:
            break
        count += 1
    return count

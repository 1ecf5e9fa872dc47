"""What a tip is chosen by: the selected audition, the time, recent practice and the career."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from msgspec import field
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import Value
from callbacktui.domain.enums import Source
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.practice_entry import Practice
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.round import Round
from callbacktui.domain.settled_reads import run_without_callback, settled_reads
from callbacktui.domain.silence import Silence, Windows, silence
from callbacktui.domain.stage import Stage
from callbacktui.domain.text import fold


class Career(Value, frozen=True, kw_only=True):
    """The few figures about all auditions that tips need; computed once for a set of auditions.

    `places` numbers the auditions that have a round, from 1, oldest first; `recent` are the latest
    reflections, newest first; `last_read` is the day of the latest read, and `asked` whether one
    is coming up; `without_callback` is how many of the latest settled reads in a row reached no
    callback, as Insights counts them; `sent` counts those that were only submitted, `by_yourself`
    those that the actor submitted, and `represented` says if a rep is on record anywhere. `offices`
    maps each casting office to the auditions it has seen, `types` counts the tags of types.
    """

    places: dict[str, int] = field(default_factory=dict)
    recent: tuple[Reflection, ...] = ()
    last_read: dt.date | None = None
    asked: bool = False
    without_callback: int = 0
    sent: int = 0
    by_yourself: int = 0
    represented: bool = False
    offices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    types: dict[str, int] = field(default_factory=dict)

    def times_seen_by(self, office: str, but: Audition) -> int:
        """Return how many auditions `office` has seen, without the audition `but`."""
        seen = self.offices.get(fold(office), ()) if office else ()
        return sum(id_ != but.id for id_ in seen)


class Context(Value, frozen=True, kw_only=True, gc=True, dict=True):
    """The selected audition, if any, and the time; `practice` is newest first.

    Two hundred rules ask it: what they all ask is worked out once.
    """

    now: DateTime
    audition: Audition | None = None
    windows: Windows = field(default_factory=Windows)
    career: Career = field(default_factory=Career)
    practice: tuple[Practice, ...] = ()

    @cached_property
    def today(self) -> dt.date:
        """Today's date in the actor's time zone."""
        return today(self.now)

    @cached_property
    def is_open(self) -> bool:
        """Whether an open audition is selected."""
        return self.audition is not None and self.audition.is_open

    @cached_property
    def pending(self) -> Round | None:
        """The round that is still to come, if the selected audition is open."""
        return self.audition.pending if self.audition and self.audition.is_open else None

    @cached_property
    def coming(self) -> Round | None:
        """The round that is still to come, unless its time has passed."""
        pending = self.pending
        if pending is None:
            return None
        when = starts_at(pending)
        return pending if when is None or when.instant >= self.now else None

    @cached_property
    def silence(self) -> Silence | None:
        """The silence clock of the selected audition."""
        return silence(self.audition, self.today, self.windows) if self.audition else None

    @cached_property
    def reflection(self) -> Reflection | None:
        """The reflection on the latest read of the selected audition."""
        done = self.audition.last_done if self.audition else None
        return done.reflection if done else None

    def days_since(self, day: dt.date) -> int:
        """Return the days from `day` until today; negative if `day` is in the future."""
        return (self.today - day).days

    def ago(self, day: dt.date) -> str:
        """Say how long ago `day` was: "today", "yesterday", "9 days ago"."""
        days = self.days_since(day)
        if days <= 0:
            return "today"
        return "yesterday" if days == 1 else f"{days} days ago"


_REFLECTIONS = 5
_PRACTICES = 20


def recent_practice(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    """Return the latest 20 practice entries, newest first."""
    return tuple(sorted(practices, key=lambda practice: (practice.date, practice.id)))[
        : -_PRACTICES - 1 : -1
    ]


def summarize_career(auditions: Iterable[Audition]) -> Career:
    """Compute the figures about all auditions."""
    known = tuple(auditions)
    read = [audition for audition in known if audition.rounds]
    read.sort(key=lambda audition: (audition.first_day or dt.date.min, audition.id))
    given = [(r.done_at, r.reflection) for a in read for r in a.rounds if r.done_at]
    given.sort(key=lambda entry: (entry[0].day, entry[0].time or dt.time()), reverse=True)
    return Career(
        places={audition.id: place for place, audition in enumerate(read, 1)},
        recent=tuple(look for _, look in given if look)[:_REFLECTIONS],
        last_read=given[0][0].day if given else None,
        asked=any(audition.is_open and audition.pending for audition in read),
        without_callback=run_without_callback(settled_reads(known)),
        sent=sum(not a.rounds and a.stage is Stage.SUBMITTED for a in known),
        by_yourself=sum(a.source is Source.SELF for a in known),
        represented=any(a.rep or a.source in {Source.AGENT, Source.MANAGER} for a in known),
        offices=_seen_by_office(known),
        types=Counter(fold(tag) for a in known for tag in set(a.type_tags)),
    )


def _seen_by_office(known: Iterable[Audition]) -> dict[str, tuple[str, ...]]:
    seen: dict[str, list[str]] = {}
    for audition in known:
        if audition.office and audition.last_done:
            seen.setdefault(fold(audition.office), []).append(audition.id)
    return {office: tuple(ids) for office, ids in seen.items()}


def starts_at(read: Round) -> Moment | None:
    """Return the deadline of a tape or the appointment of any other round, or whichever is set."""
    return (read.due_at or read.at) if read.is_tape else (read.at or read.due_at)

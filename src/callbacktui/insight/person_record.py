"""What the auditions say of one office or person: how often read, called back, remembered."""

import datetime as dt
from collections.abc import Callable
from typing import Final, NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.domain.contact import ContactKind
from callbacktui.domain.days_to_callback import days_to_callback, first_read
from callbacktui.domain.enums import Source
from callbacktui.domain.people import Person
from callbacktui.domain.settled_reads import was_read
from callbacktui.domain.stage import STRAIGHT_TO, Disposition, Stage
from callbacktui.domain.text import count_of
from callbacktui.insight.counting import callback_rate
from callbacktui.insight.proportion import COUNTS_ONLY, Proportion

GetAudition = Callable[[str], Audition | None]
"""Returns the audition with an id, `None` if there is none."""

_HELPERS: Final = {ContactKind.COACH, ContactKind.READER, ContactKind.ACTOR}
"""Those who help with an audition; what comes of it is not theirs, so it is not counted."""

_NOT_IN_THE_ROOM: Final = {ContactKind.AGENT, ContactKind.MANAGER, *_HELPERS}
"""Those who can do much for the actor, but do not call anybody in."""


class Evidence(NamedTuple):
    """One thing that shows that somebody thinks of the actor, and the day if it is known."""

    words: str
    day: dt.date | None = None


class PersonRecord(NamedTuple):
    """The numbers of one person; `callbacks` is of the settled reads, submissions stay out.

    `read` counts the first reads, `remembered` how often they called the actor in again or asked
    for them by name, `straight` the times without a first read. `told` and `silent` are the settled
    reads that ended with a no and without a word; `callback_days` are the days to each callback.
    """

    read: int
    callbacks: Proportion
    remembered: int
    straight: int
    told: int
    silent: int
    callback_days: tuple[int, ...]
    last_seen: dt.date | None
    kind: ContactKind = ContactKind.OTHER

    @property
    def in_the_room(self) -> bool:
        """False for reps, coaches and readers, who call nobody in."""
        return self.kind not in _NOT_IN_THE_ROOM

    def sentence(self, *, with_share: bool = False) -> str:
        """Say the counts: "9 auditions: 6 settled, 2 callbacks, 3 open"."""
        if self.read and self.kind in _HELPERS:
            return f"helped with {count_of(self.read, 'audition')}"
        return read_words(self.read, self.callbacks, with_share=with_share)


def read_words(read: int, callbacks: Proportion, *, with_share: bool = False) -> str:
    """Say how often somebody read the actor, or had a part in it, and what came of it.

    With `with_share`, the share that was called back follows its count in brackets.
    """
    if not read:
        return "no audition yet"
    parts = []
    if callbacks.n:
        share = callbacks.in_brackets if with_share else ""
        back = count_of(callbacks.k, "callback") if callbacks.k else "no callback"
        is_told = callbacks.k or (callbacks.n >= COUNTS_ONLY and not callbacks.straight)
        got = f", {back}{share}" if is_told else ""
        parts.append(f"{callbacks.n:,} settled{got}")
    if callbacks.straight:
        parts.append(f"{callbacks.straight:,} straight to {STRAIGHT_TO}")
    if callbacks.open:
        parts.append(f"{callbacks.open:,} open")
    return ": ".join(filter(None, (count_of(read, "audition"), ", ".join(parts))))


def person_record(person: Person) -> PersonRecord:
    """Count what the auditions say of a person."""
    those = person.auditions
    read = [audition for audition in those if was_read(audition)]
    days = (days_to_callback(audition) for audition in read)
    ended = [a for a in read if a.stage.rank < Stage.CALLBACK.rank]
    return PersonRecord(
        read=len(read),
        callbacks=callback_rate(read),
        remembered=len(_remembered(person)),
        straight=sum(audition.straight_to_callback for audition in those),
        told=sum(audition.disposition.theirs for audition in ended),
        silent=sum(audition.disposition is Disposition.PRESUMED_PASSED for audition in ended),
        callback_days=tuple(sorted(day for day in days if day is not None)),
        last_seen=_last_seen(person),
        kind=person.kind,
    )


def evidence(person: Person, get: GetAudition, *, me: str = "you") -> tuple[Evidence, ...]:
    """Return what shows that a person thinks of the actor, the latest first.

    Only what is on record: called in again, straight to a callback, put forward by a referral, and
    kind words that the actor kept. The actor is called `me`.
    """
    found = []
    remembered = _remembered(person)
    for audition in person.auditions:
        day = first_read(audition) or audition.first_day
        if audition.id in remembered:
            before = get(audition.came_from)
            after = f", after {before.name}" if before else ""
            found.append(Evidence(f"called {me} in again for {audition.name}{after}", day))
        elif audition.straight_to_callback and person.kind not in _NOT_IN_THE_ROOM:
            found.append(Evidence(f"asked {me} straight to the callback for {audition.name}", day))
        elif audition.source is Source.REFERRAL and audition.rep in person.names:
            found.append(Evidence(f"put {me} forward for {audition.name}", day))
    found.sort(key=lambda one: one.day or dt.date.min, reverse=True)
    kept = (*([person.contact] if person.contact else []), *person.joined)
    kind_words = (Evidence(f"said: {c.kind_words}") for c in kept if c.kind_words)
    return (*found, *kind_words)


def _remembered(person: Person) -> frozenset[str]:
    """Return the ids of the auditions to which a person called the actor in again."""
    if person.kind in _NOT_IN_THE_ROOM:
        return frozenset()
    if person.kind.is_office:
        return frozenset(a.id for a in person.auditions if a.is_call_in_again)
    there = {audition.id for audition in person.auditions}
    return frozenset(a.id for a in person.auditions if a.came_from in there)


def _last_seen(person: Person) -> dt.date | None:
    days = [r.done_at.day for a in person.auditions for r in a.rounds if r.done_at]
    if person.kind in _NOT_IN_THE_ROOM:
        days += [day for a in person.auditions if (day := a.first_day)]
    if person.contact and person.contact.last_touch:
        days.append(person.contact.last_touch)
    return max(days, default=None)

"""The roster: everybody with their numbers, in the sections and the order of the list."""

import datetime as dt
from collections.abc import Sequence
from heapq import nlargest
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.contact import Contact
from callbacktui.domain.people import Person, people_of
from callbacktui.domain.practice_entry import Practice
from callbacktui.domain.same_names import same_people
from callbacktui.domain.silence import Windows
from callbacktui.domain.status import status_of
from callbacktui.domain.text import fold
from callbacktui.insight.person_record import Evidence, PersonRecord, evidence, person_record
from callbacktui.tui.theme.status_kind import StatusKind, status_kind

LATEST: Final = 12
_FANS: Final = 5


class Entry(NamedTuple):
    """One person with all that is counted; `latest` are the last twelve auditions, oldest first."""

    person: Person
    record: PersonRecord
    shows: tuple[Evidence, ...]
    latest: tuple[StatusKind, ...]


class Item(NamedTuple):
    """What the cursor is on: one person, or two that look like the same."""

    one: Entry
    other: Entry | None = None

    @property
    def key(self) -> tuple[str, str]:
        """The key by which the cursor finds this item again."""
        return self.one.person.id, self.other.person.id if self.other else ""


class Roster(NamedTuple):
    """Everybody, by section; `fans` are the latest ones, out of `fan_count`."""

    offices: tuple[Item, ...] = ()
    fans: tuple[Item, ...] = ()
    people: tuple[Item, ...] = ()
    same: tuple[Item, ...] = ()
    fan_count: int = 0

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order of the list."""
        return (*self.offices, *self.fans, *self.people, *self.same)

    def narrowed(self, find: str, *, fans: bool) -> "Roster":
        """Return only those whose names have these letters, or who are fans."""
        asked = fold(find)

        def fits(item: Item) -> bool:
            entries = [entry for entry in (item.one, item.other) if entry]
            names = (fold(name) for entry in entries for name in entry.person.names)
            return any(asked in name for name in names) and (not fans or bool(item.one.shows))

        return Roster(
            offices=tuple(filter(fits, self.offices)),
            fans=() if fans or asked else self.fans,
            people=tuple(filter(fits, self.people)),
            same=() if fans else tuple(filter(fits, self.same)),
            fan_count=self.fan_count,
        )


def make_roster(
    auditions: Sequence[Audition],
    contacts: Sequence[Contact],
    practice: Sequence[Practice],
    now: DateTime,
    windows: Windows,
) -> Roster:
    """Put everybody in order: offices by how often they read, people by when they were seen."""
    by_id = {audition.id: audition for audition in auditions}
    everyone = people_of(auditions, contacts, practice)
    entries = {
        person.id: Entry(
            person,
            person_record(person),
            evidence(person, by_id.get),
            _latest(person, now, windows),
        )
        for person in everyone
    }
    offices = [e for e in entries.values() if e.person.kind.is_office]
    people = [e for e in entries.values() if not e.person.kind.is_office]
    offices.sort(key=lambda e: (-len(e.person.auditions), fold(e.person.name)))
    people.sort(key=lambda e: fold(e.person.name))
    people.sort(key=lambda e: str(e.record.last_seen or ""), reverse=True)
    fans = [e for e in entries.values() if e.shows]
    fans.sort(key=lambda e: (not e.person.kind.is_office, -e.record.remembered, e.person.name))
    pairs = same_people(everyone)
    return Roster(
        offices=tuple(map(Item, offices)),
        fans=tuple(map(Item, fans[:_FANS])),
        people=tuple(map(Item, people)),
        same=tuple(Item(entries[one.id], entries[other.id]) for one, other in pairs),
        fan_count=len(fans),
    )


class RosterCache:
    """Keeps the latest roster between two openings of the room, as long as nothing changes."""

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._auditions: Sequence[Audition] = ()
        self._roster = Roster()

    def make(
        self,
        auditions: Sequence[Audition],
        contacts: Sequence[Contact],
        practice: Sequence[Practice],
        now: DateTime,
        windows: Windows,
    ) -> Roster:
        """Return what `make_roster` returns, made again only after a change, or on another day."""
        of = (id(auditions), tuple(contacts), tuple(practice), now.date(), windows)
        if of != self._of:
            self._roster = make_roster(auditions, contacts, practice, now, windows)
            self._auditions = auditions  # held, so that its id is not given to another
            self._of = of
        return self._roster


def _latest(person: Person, now: DateTime, windows: Windows) -> tuple[StatusKind, ...]:
    """Return the status of an office's last twelve auditions, oldest first."""
    if not person.kind.is_office:
        return ()
    latest = nlargest(LATEST, person.auditions, key=lambda a: (a.first_day or dt.date.min, a.id))
    return tuple(status_kind(status_of(a, now, windows).group, a) for a in reversed(latest))

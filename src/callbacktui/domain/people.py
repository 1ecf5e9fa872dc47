"""Offices and people, put together from all that auditions, practice and contacts say of them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.contact import Contact, ContactKind, contact_id
from callbacktui.domain.enums import Source
from callbacktui.domain.ids import named_id
from callbacktui.domain.name_list import is_job
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.domain.round import Round
from callbacktui.domain.text import clean_line, fold

_JOB_IN_BRACKETS = re.compile(r"(?P<name>[^()]+)\((?P<job>[^()]+)\)\s*")
_TAUGHT: Final = {PracticeKind.CLASS, PracticeKind.COACHING}
_JOBS: Final = (
    (re.compile(r"\bcasting (assoc|assistant|asst)|\bassoc"), ContactKind.ASSOCIATE),
    (re.compile(r"\bcasting\b|\bcd\b"), ContactKind.CASTING_DIRECTOR),
    (re.compile(r"\bdir(ector)?\b"), ContactKind.DIRECTOR),
    (re.compile(r"\bproducer\b"), ContactKind.PRODUCER),
    (re.compile(r"\bagent\b"), ContactKind.AGENT),
    (re.compile(r"\bmanager\b"), ContactKind.MANAGER),
    (re.compile(r"\b(coach|teacher|tutor|instructor)\b"), ContactKind.COACH),
    (re.compile(r"\breader\b"), ContactKind.READER),
    (re.compile(r"\bactor\b"), ContactKind.ACTOR),
)


class Person(NamedTuple):
    """One office or person, with the auditions that name them, in the order given.

    `names` are all the ways in which they are written, the one that is shown first. `contact` is
    what the actor keeps of them, `joined` are the contacts that the actor said are the same.
    """

    id: str
    kind: ContactKind
    names: tuple[str, ...]
    contact: Contact | None
    joined: tuple[Contact, ...]
    auditions: tuple[Audition, ...]

    @property
    def name(self) -> str:
        """The name that is shown."""
        return self.names[0]

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names."""
        return self.names[1:]

    @property
    def kind_word(self) -> str:
        """What they do; empty if nothing in particular."""
        return "" if self.kind is ContactKind.OTHER else self.kind.word

    @property
    def record(self) -> Contact:
        """What is kept of them; a plain contact if there is none yet."""
        return self.contact or Contact(id=self.id, name=self.name, kind=self.kind)


class _Found:
    """What was found about one person so far."""

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.kinds: Counter[ContactKind] = Counter()
        self.auditions: dict[str, Audition] = {}
        self.contacts: list[Contact] = []


class _Directory:
    """Collects who is named in auditions and practice, beginning with the contacts."""

    def __init__(self, contacts: Sequence[Contact]) -> None:
        self.found: dict[str, _Found] = {}
        self._contacts = {contact.id: contact for contact in contacts}
        self._ids: dict[tuple[bool, str], str] = {}  # by whether it is an office, and the name
        self._looked_up: dict[tuple[str, ContactKind], tuple[_Found, str, ContactKind] | None] = {}
        for contact in contacts:
            id_ = _root(contact, self._contacts)
            self.found.setdefault(id_, _Found()).contacts.append(contact)
            for name in contact.names:
                self._ids.setdefault((contact.kind.is_office, fold(name)), id_)

    def mention(self, text: str, kind: ContactKind, audition: Audition | None = None) -> None:
        """Count one more mention of the person `text` names; an empty text is not counted."""
        if (text, kind) not in self._looked_up:  # texts repeat
            self._looked_up[text, kind] = self._look_up(text, kind)
        if named := self._looked_up[text, kind]:
            person, name, kind = named
            person.names[name] += 1
            person.kinds[kind] += 1
            if audition:
                person.auditions[audition.id] = audition

    def _look_up(self, text: str, kind: ContactKind) -> tuple[_Found, str, ContactKind] | None:
        """Return the person `text` names, with the name and the kind."""
        name, job = (clean_line(text), "") if kind.is_office else _without_job(text)
        if not name:
            return None
        kind = _kind_of(job) if job else kind
        key = (kind.is_office, fold(name))
        if key not in self._ids:
            id_ = contact_id(name, is_office=kind.is_office)
            while id_ in self._contacts:  # of a contact that has another name by now
                id_ = named_id(id_)
            self._ids[key] = id_
        return self.found.setdefault(self._ids[key], _Found()), name, kind


def people_of(
    auditions: Iterable[Audition],
    contacts: Sequence[Contact] = (),
    practice: Iterable[Practice] = (),
) -> tuple[Person, ...]:
    """Return every office and person that is named anywhere, offices first, then by name.

    Names are the same if only case, accents, quotes and dashes differ, or if a contact has both.
    """
    directory = _Directory(contacts)
    for audition in auditions:
        for text, kind in mentions(audition):
            directory.mention(text, kind, audition)
    for entry in practice:
        if entry.kind in _TAUGHT:
            directory.mention(entry.who, ContactKind.COACH)
    by_id = {contact.id: contact for contact in contacts}
    people = (_person(id_, found, by_id) for id_, found in directory.found.items())
    return tuple(sorted(people, key=lambda p: (not p.kind.is_office, fold(p.name), p.id)))


def replace_name(audition: Audition, person: Person, name: str) -> Audition:
    """Return the audition with every name of `person` replaced by `name`."""
    old = {fold(known) for known in person.names}

    def new(text: str) -> str:
        called, job = _without_job(text)
        if fold(called) not in old:
            return text
        return f"{name}, {job}" if job else name

    if person.kind.is_office:
        return replace(audition, office=name) if fold(audition.office) in old else audition
    single = {field: new(getattr(audition, field)) for field in ("rep", "director")}
    several = {f: tuple(map(new, getattr(audition, f))) for f in ("people", "producers")}
    changed: dict[str, Any] = {**single, **several}
    return replace(audition, **changed, rounds=tuple(_renamed(r, new) for r in audition.rounds))


def _renamed(read: Round, new: Any) -> Round:  # noqa: ANN401 - a closure of `replace_name`
    return replace(read, reader=new(read.reader), people=tuple(map(new, read.people)))


def mentions(audition: Audition) -> Iterator[tuple[str, ContactKind]]:
    """Yield each text that names an office or somebody, and what its field says they are."""
    yield audition.office, ContactKind.CASTING_OFFICE
    by_manager = audition.source is Source.MANAGER
    yield audition.rep, ContactKind.MANAGER if by_manager else ContactKind.AGENT
    yield audition.director, ContactKind.DIRECTOR
    for name in audition.producers:
        yield name, ContactKind.PRODUCER
    for name in audition.people:
        yield name, ContactKind.OTHER
    for read in audition.rounds:
        yield read.reader, ContactKind.READER
        for name in read.people:
            yield name, ContactKind.OTHER


def _without_job(text: str) -> tuple[str, str]:
    """Split "Mara Lind, session director" or "Mara Lind (director)" into the name and the job."""
    if not text:
        return "", ""
    name, _, job = clean_line(text).partition(",")
    if not (job and is_job(job)):
        name, job = clean_line(text), ""
    if (found := _JOB_IN_BRACKETS.fullmatch(name)) and is_job(found["job"]):
        name, job = found["name"], ", ".join(filter(None, (found["job"], job.strip())))
    return name.strip(), job.strip()


def _kind_of(job: str) -> ContactKind:
    return next((kind for words, kind in _JOBS if words.search(fold(job))), ContactKind.OTHER)


def _root(contact: Contact, by_id: dict[str, Contact]) -> str:
    """Return the id that a contact was joined with, in the end; its own if it was not."""
    passed = {contact.id}
    while contact.same_as and contact.same_as not in passed:
        passed.add(contact.same_as)
        if contact.same_as not in by_id:
            return contact.same_as
        contact = by_id[contact.same_as]
    return contact.id


def _person(id_: str, one: _Found, by_id: dict[str, Contact]) -> Person:
    contact = by_id.get(id_)
    joined = tuple(other for other in one.contacts if other.id != id_)
    kept = [*(contact.names if contact else ()), *(n for other in joined for n in other.names)]
    names: dict[str, str] = {}
    written = [name for name, _ in one.names.most_common()]
    first = kept if contact else [*_own(written, id_), *kept]
    for name in (*first, *written):
        names.setdefault(fold(name), name)
    kinds = (kind for kind, _ in one.kinds.most_common() if kind is not ContactKind.OTHER)
    known = contact.kind if contact else next((c.kind for c in joined), ContactKind.OTHER)
    kind = known if known is not ContactKind.OTHER else next(kinds, ContactKind.OTHER)
    return Person(id_, kind, tuple(names.values()), contact, joined, tuple(one.auditions.values()))


def _own(written: Iterable[str], id_: str) -> list[str]:
    """Return the names that a person without a contact was joined under."""
    ids = ((name, office) for name in written for office in (True, False))
    return [name for name, office in ids if contact_id(name, is_office=office) == id_]

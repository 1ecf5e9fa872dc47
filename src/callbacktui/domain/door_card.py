"""The card: what an actor needs to know at the door of a read, on one page."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import AuditionContext, History
from callbacktui.domain.dates.formatting import format_both_clocks, format_moment
from callbacktui.domain.enums import TimeOf
from callbacktui.domain.moment import Moment
from callbacktui.domain.name_list import list_words
from callbacktui.domain.piece_uses import seen_facts
from callbacktui.domain.round import Round, Sides
from callbacktui.domain.status import short_day, short_moment
from callbacktui.domain.text import clean_line, count_times
from callbacktui.domain.time_changes import time_before

NOT_NOTED: Final = "Not noted"
_MOST_SAID: Final = 3


class CardFact(NamedTuple):
    """A label and its words, which are empty if the fact is not noted yet.

    What the actor meant to do has no label.
    """

    label: str
    words: str


class CardPart(NamedTuple):
    """A heading, what it is from, and the facts below it."""

    title: str
    origin: str
    facts: tuple[CardFact, ...]

    @property
    def noted(self) -> tuple[CardFact, ...]:
        """The facts that are noted."""
        return tuple(fact for fact in self.facts if fact.words)

    @property
    def missing(self) -> str:
        """What is not noted yet, in a line: "sides, specs"."""
        return ", ".join(fact.label.lower() for fact in self.facts if not fact.words)


class Card(NamedTuple):
    """One page about one read; `when` is in full, on both clocks, and empty if it has no date."""

    kind: str
    title: str
    about: str
    when: str
    parts: tuple[CardPart, ...]


def nearest_round(audition: Audition) -> Round | None:
    """Return the read that a card is about: the next one, else the last that was given."""
    return audition.pending or audition.last_done


def make_card(context: AuditionContext, history: History) -> Card | None:
    """Make the card of an audition; `None` if no read is known."""
    audition, now = context.audition, context.now
    read = nearest_round(audition)
    if read is None:
        return None
    when = read.when
    about = (
        audition.rest_of_name,
        audition.medium_word,
        audition.size.word if audition.size else "",
        audition.office,
    )
    return Card(
        kind=f"{read.kind.word}, {read.format.word}" if read.format else read.kind.word,
        title=audition.short_name,
        about=", ".join(clean_line(part) for part in about if part),
        when=_when(when, now) if when else "",
        parts=tuple(_parts(context, read, history)),
    )


def card_text(card: Card) -> list[str]:
    """Return the card as lines of plain text, to be copied or printed."""
    lines = [f"{card.title}: {card.kind}", card.about, card.when or "no date yet"]
    for part in card.parts:
        lines += ["", ", ".join(filter(None, (part.title, part.origin)))]
        lines += [f"  {': '.join(filter(None, fact))}" for fact in part.noted]
        lines += [f"  {NOT_NOTED}: {part.missing}"] if part.missing else []
    return lines


def _when(when: Moment, now: DateTime) -> str:
    return ", ".join(filter(None, (format_moment(when, now), format_both_clocks(when, now))))


def _parts(context: AuditionContext, read: Round, history: History) -> Iterator[CardPart]:
    last = _last_read(context.audition, read)
    yield _at_the_door(context, read, last, history)
    yield _last_time(context, read, last)
    meant = [r.text for r in context.reminders]
    if last and last.reflection and last.reflection.next_time:
        meant.insert(0, last.reflection.next_time)
    if context.hunch:
        meant.append(context.hunch)
    if meant:
        yield _part("You meant to, next time", "", [CardFact("", t) for t in dict.fromkeys(meant)])
    if said := list(_said_before(context))[:_MOST_SAID]:
        yield _part("What this office said before", "", said)


def _at_the_door(
    context: AuditionContext, read: Round, last: Round | None, history: History
) -> CardPart:
    """Return where it is, who is there and what to bring, and what to wear if it has changed."""
    now, sides = context.now, read.sides or Sides()
    version = f"version of {short_day(sides.version_date, now)}" if sides.version_date else ""
    place = "Link" if read.url and not read.place else "Where"
    wear = "Wore" if read.is_done else "What to wear"
    facts = [
        CardFact(place, ", ".join(filter(None, (read.place, read.url)))),
        CardFact("Who", list_words(list(_people(context, read, history)))),
        CardFact("Sides", ", ".join(filter(None, (sides.pages, version, sides.path)))),
        CardFact("Specs", read.specs or read.slate),
        *([CardFact(wear, _look(read))] if _has_own_look(read, last) else []),
    ]
    if was := time_before(read, TimeOf.AT):
        facts.insert(0, CardFact("It was", short_moment(was, now)))
    if read.pieces:
        facts.append(CardFact("Pieces", list_words(read.pieces)))
    facts += [CardFact(*fact) for fact in seen_facts(context.seen, read, now)]
    office = context.office_line if context.office_visits or last is None else ""
    return _part("At the door", office and f"this office: {office}", facts)


def _last_time(context: AuditionContext, read: Round, last: Round | None) -> CardPart:
    """Return what was done at the `last` read, which this one is to match."""
    if last is None:
        none_yet = read.kind.is_first or context.audition.straight_to_callback
        title = f"No earlier audition {'for this role' if none_yet else 'is noted'}"
        origin = "nothing that has to match" if none_yet else "if there was one, wear the same"
        return _part(title, origin, ())
    title = "The same as last time, unless they said otherwise"
    if _has_own_look(read, last):
        title = "What you did last time"
    facts = [
        CardFact("Wore", _look(last)),
        CardFact("Choices", last.choices),
        *((CardFact("Pieces", list_words(last.pieces)),) if last.pieces else ()),
        CardFact("Redirects", last.redirects),
    ]
    if last.place and not (read.place or read.url):
        facts.insert(0, CardFact("Was at", last.place))
    return _part(title, _from(last, context.now), facts)


def _has_own_look(read: Round, last: Round | None) -> bool:
    """True if a round has clothes of its own, other than those of the `last` one."""
    return last is None or _look(read) not in {"", _look(last)}


def _part(title: str, origin: str, facts: Iterable[CardFact]) -> CardPart:
    cleaned = (CardFact(clean_line(label), clean_line(words)) for label, words in facts)
    return CardPart(title, clean_line(origin), tuple(cleaned))


def _last_read(audition: Audition, read: Round) -> Round | None:
    """Return the latest read that was given before `read`."""
    given = [other for other in audition.rounds if other.is_done and other.id != read.id]
    return given[-1] if given else None


def _look(read: Round) -> str:
    """Return what was worn or is to be worn, hair and makeup with it."""
    return ", ".join(filter(None, (read.wore, read.hair_makeup)))


def _from(read: Round, now: DateTime) -> str:
    day = f" on {short_day(read.done_at.day, now)}" if read.done_at else ""
    return f"from the {read.kind.word}{day}"


def _people(context: AuditionContext, read: Round, history: History) -> Iterator[str]:
    """Yield who will be there, with how often the actor has met them before."""
    audition = context.audition
    director = f"dir. {audition.director}" if audition.director else ""
    names = read.people or audition.people
    for name in dict.fromkeys((*names, director)):
        if name:
            yield f"{name} ({_met(name, context, history)})"


def _met(name: str, context: AuditionContext, history: History) -> str:
    now = context.now
    days = history.days_met(name.removeprefix("dir. "), context.audition.id)
    if not days:
        return "first time"
    if context.numbers_hidden:
        return f"met before, last in {_month(max(days), now)}"
    times = f"{count_times(len(days))}{', last' if len(days) > 1 else ''}"
    return f"met {times} in {_month(max(days), now)}"


def _month(day: dt.date, now: DateTime) -> str:
    return f"{day:%B}" if day.year == now.year else f"{day:%B %Y}"


def _said_before(context: AuditionContext) -> Iterator[CardFact]:
    """Yield what this office asked for or said at earlier auditions, newest first."""
    for past in context.office_before:
        for given in reversed(past.rounds):
            if given.is_done and given.redirects:
                yield CardFact(past.name, given.redirects)
        for feedback in past.feedback:
            if feedback.text:
                yield CardFact(past.name, f"“{feedback.text}”")

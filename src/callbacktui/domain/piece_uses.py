"""Where each piece was used, and what a casting team has seen already."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.name_list import list_words
from callbacktui.domain.piece import Piece, PieceUse, titles_in
from callbacktui.domain.round import Round
from callbacktui.domain.status import ending_word, short_day
from callbacktui.domain.text import count_times, fold

_MOST_SEEN: Final = 5


class Use(NamedTuple):
    """One use of a title: at which audition and in which round, `None` for what was sent."""

    title: str
    use: PieceUse
    audition: Audition
    read: Round | None

    @property
    def day(self) -> dt.date | None:
        """The day of the round, or on which it was sent, if that is known."""
        when = self.read.when if self.read else None
        if self.read:
            return when.day if when else None
        return self.audition.first_day

    @property
    def is_over(self) -> bool:
        """True for what was sent, and for a round that was given."""
        return self.read is None or self.read.is_done

    @property
    def said(self) -> tuple[str, ...]:
        """What they said there: the redirects of the round, and the feedback."""
        redirects = (self.read.redirects,) if self.read else ()
        feedback = (one.text for one in self.audition.feedback)
        return tuple(text for text in (*redirects, *feedback) if text)


class Seen(NamedTuple):
    """That a team saw a piece before: its title, who of them, on what day, at which audition."""

    title: str
    who: str
    day: dt.date
    audition: Audition

    def words(self, now: DateTime) -> str:
        """Say it as a fact: "Harbor Casting saw Memory on 3 Mar (Nina, The Seagull)."."""
        day = short_day(self.day, now)
        on = day if day == "today" else f"on {day}"
        where = "" if self.audition.nda else f" ({self.audition.name})"
        return f"{self.who} saw {self.title} {on}{where}."


def all_uses(auditions: Iterable[Audition]) -> Iterator[Use]:
    """Yield every title that the auditions name, in their order."""
    for audition in auditions:
        for title in titles_in(audition.materials):
            yield Use(title, PieceUse.SENT, audition, None)
        for read in audition.rounds:
            for title in titles_in(read.wore):
                yield Use(title, PieceUse.WORN, audition, read)
            for title in read.pieces:
                yield Use(title, PieceUse.PERFORMED, audition, read)


class UseIndex:
    """The uses of all auditions by title; make a new one whenever an audition changes."""

    def __init__(self, auditions: Iterable[Audition]) -> None:
        self._uses: dict[tuple[PieceUse, str], list[Use]] = {}
        for use in all_uses(auditions):
            self._uses.setdefault((use.use, fold(use.title)), []).append(use)

    def uses_of(self, piece: Piece) -> tuple[Use, ...]:
        """Return the uses of a piece, the newest first; those without a day come last."""
        found = self._uses.get((piece.kind.use, fold(piece.title)), ())
        return tuple(sorted(found, key=lambda use: use.day or dt.date.min, reverse=True))

    def titles_besides(self, kept: Iterable[Piece]) -> tuple[str, ...]:
        """Return the titles that auditions name and that are not `kept`, most used first."""
        known = {(piece.kind.use, fold(piece.title)) for piece in kept}
        left = [uses for key, uses in self._uses.items() if key not in known]
        left.sort(key=len, reverse=True)
        return tuple(dict.fromkeys(uses[-1].title for uses in left))


def used_words(uses: Iterable[Use], now: DateTime, *, numbers_hidden: bool = False) -> str:
    """Say how often and when last, and how often it is planned: "twice, last 3 Mar, 1 to come".

    While `numbers_hidden`, nothing is counted.
    """
    uses = tuple(uses)
    over = [use for use in uses if use.is_over]
    ahead = len(uses) - len(over)
    days = [use.day for use in over if use.day]
    parts = (
        count_times(len(over)) if over and not numbers_hidden else "",
        f"last {short_day(max(days), now)}" if days else "",
        "to come" if ahead and numbers_hidden else f"{ahead} to come" if ahead else "",
    )
    return ", ".join(filter(None, parts)) or ("used" if over else "not used yet")


def came_of(audition: Audition) -> str:
    """Return how far an audition went so far, or how it ended."""
    return audition.stage_word if audition.is_open else ending_word(audition)


def seen_by_team(audition: Audition, others: Iterable[Audition]) -> tuple[Seen, ...]:
    """Return the songs, monologues and scenes that the team of an audition saw at `others`.

    It is the same team if the office or one of the people is the same. Each title comes once, with
    the latest day, the latest first; titles that differ only in case or accents are one.
    """
    team = {fold(name): name for name in _team(audition) if name}
    latest: dict[str, Seen] = {}
    for other in others:
        if other.id == audition.id:
            continue
        for read in other.rounds:
            if not read.done_at or not read.pieces:
                continue
            names = (other.office, *(read.people or other.people), other.director)
            who = next((team[fold(name)] for name in names if fold(name) in team), None)
            if who is None:
                continue
            for title in read.pieces:
                seen = Seen(title, who, read.done_at.day, other)
                before = latest.get(fold(title))
                if before is None or before.day <= seen.day:
                    latest[fold(title)] = seen
    return tuple(sorted(latest.values(), key=lambda seen: seen.day, reverse=True))


def seen_facts(seen: Iterable[Seen], read: Round, now: DateTime) -> Iterator[tuple[str, str]]:
    """Yield, for a round that is still to come, what its team has seen, as labels and words.

    Of a piece that is to be brought it is said in a sentence; the others are a list.
    """
    if read.is_done:
        return
    bring, others = set(map(fold, read.pieces)), []
    for one in seen:
        if fold(one.title) in bring:
            yield "Seen before", f"{one.words(now)} Bring another, unless they ask for it."
        else:
            others.append(f"{one.title} ({short_day(one.day, now)})")
    if others:
        yield "They saw", list_words(others[:_MOST_SEEN])


def _team(audition: Audition) -> Iterator[str]:
    yield audition.office
    yield from audition.people
    for read in audition.rounds:
        yield from read.people
    yield audition.director

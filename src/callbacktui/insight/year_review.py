"""A year in review: how much there was, of what kind, what came of it, and for which offices."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from callbacktui.domain.audition import Audition
from callbacktui.domain.days_to_callback import first_read
from callbacktui.domain.practice import Practice
from callbacktui.domain.printed_page import Page, Section, make_page
from callbacktui.domain.settled import was_read
from callbacktui.domain.stage import Stage
from callbacktui.domain.text import count_of, fold
from callbacktui.insight.counting import proportion, reached

_NOTE = (
    "A month without records is one in which nothing was kept. Only you see this, and a year of "
    "auditions is a year of work, whatever came of it."
)
_FEW = 5


def year_review(auditions: Iterable[Audition], practice: Iterable[Practice], year: int) -> Page:
    """Return the review of one calendar year, by the day of the first read."""
    whole = list(auditions)
    read = [a for a in whole if (day := first_read(a)) and day.year == year]
    before = [a for a in whole if (day := first_read(a)) and day.year == year - 1]
    kept = [entry for entry in practice if entry.date.year == year]
    sections = (
        Section("How much", tuple(_volume(read, before, year))),
        Section("Of what kind", tuple(_mix(read))),
        Section("What came of it", tuple(_outcome(read))),
        Section("The offices", tuple(_offices(read, whole, year))),
        Section("Between auditions", tuple(_practice(kept))),
        Section("What I said I would do next time", tuple(_next_time(read))),
    )
    return make_page(f"{year} in review", count_of(len(read), "audition"), sections, _NOTE)


def _volume(read: Sequence[Audition], before: Sequence[Audition], year: int) -> Iterator[str]:
    if not read:
        yield f"No audition is kept for {year}."
        return
    rounds = sum(r.done_at is not None and r.done_at.day.year == year
                 for a in read for r in a.rounds)  # fmt: skip
    yield f"{count_of(rounds, 'round')} given, for {count_of(len(read), 'role')}"
    if before:
        yield f"The year before: {count_of(len(before), 'role')}"
    months = Counter(day.month for a in read if (day := first_read(a)))
    yield ", ".join(f"{dt.date(year, m, 1):%b} {months[m]}" for m in sorted(months))


def _mix(read: Sequence[Audition]) -> Iterator[str]:
    media = Counter(a.medium.word for a in read)
    sizes = Counter(a.size.word for a in read if a.size)
    formats = Counter(r.format.word for a in read for r in a.rounds if r.format and r.is_done)
    for counted in (media, sizes, formats):
        if counted:
            yield ", ".join(f"{word} {count}" for word, count in counted.most_common(_FEW))


def _outcome(read: Sequence[Audition]) -> Iterator[str]:
    back = proportion("callback_rate", read, was_read, reached(Stage.CALLBACK))
    if back.n:
        still = f"; {back.open} open" if back.open else ""
        yield f"{back.counts} settled auditions reached a callback{back.in_brackets}{still}"
    for audition in read:
        if audition.stage.rank >= Stage.BOOKED.rank:
            yield f"Booked: {audition.name}"


def _offices(read: Sequence[Audition], whole: Sequence[Audition], year: int) -> Iterator[str]:
    counted = Counter(a.office for a in read if a.office)
    for office, count in counted.most_common(_FEW):
        yield f"{office}: {count_of(count, 'audition')}"
    known = {fold(a.office) for a in whole if (day := first_read(a)) and day.year < year}
    new = {fold(name) for name in counted} - known
    if new and known:
        yield f"Seen by {count_of(len(new), 'office')} for the first time"


def _practice(kept: Sequence[Practice]) -> Iterator[str]:
    kinds = Counter(entry.kind.word for entry in kept)
    if kinds:
        yield ", ".join(f"{word} {count}" for word, count in kinds.most_common())
    if minutes := sum(entry.minutes or 0 for entry in kept):
        yield f"{count_of(round(minutes / 60), 'hour')}, as far as noted"


def _next_time(read: Sequence[Audition]) -> Iterator[str]:
    looks = [
        (r.done_at.day, r.reflection.next_time)
        for a in read
        for r in a.rounds
        if r.done_at and r.reflection and r.reflection.next_time
    ]
    yield from dict.fromkeys(words for _, words in sorted(looks, reverse=True))

"""A year in review: how much there was, of what kind, what came of it, and for which offices."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from callbacktui.domain.audition import Audition
from callbacktui.domain.days_to_callback import first_read
from callbacktui.domain.practice_entry import Practice
from callbacktui.domain.printed_page import Page, Section, make_page
from callbacktui.domain.stage import JOB_LOST, STRAIGHT_TO, Stage
from callbacktui.domain.text import count_of, fold
from callbacktui.insight.counting import callback_rate, led_to_callback, list_counted

_NOTE = (
    "A missing month only means that nothing was written down. Every audition here is work you "
    "did, whatever came of it."
)
_FEW = 5


def year_review(
    auditions: Iterable[Audition],
    practice: Iterable[Practice],
    year: int,
    *,
    counts: bool = True,
) -> Page:
    """Return the review of one calendar year, by the day of the first read.

    Without `counts` it says what there was, and not how much.
    """
    whole = list(auditions)
    read = [a for a in whole if (day := first_read(a)) and day.year == year]
    before = [a for a in whole if (day := first_read(a)) and day.year == year - 1]
    kept = [entry for entry in practice if entry.date.year == year]
    sections = (
        Section(
            "Auditions" if counts else "When", tuple(_volume(read, before, year, counts=counts))
        ),
        Section("Kinds of work", tuple(_mix(read, counts=counts))),
        Section("What came of it", tuple(_outcome(read, counts=counts))),
        Section("The offices", tuple(_offices(read, whole, year, counts=counts))),
        Section("Between auditions", tuple(_practice(kept, counts=counts))),
        Section("What I said I would do next time", tuple(_next_time(read))),
    )
    about = count_of(len(read), "audition") if counts else ""
    return make_page(f"{year} in review", about, sections, _NOTE, counts=counts)


def _volume(
    read: Sequence[Audition],
    before: Sequence[Audition],
    year: int,
    *,
    counts: bool,
) -> Iterator[str]:
    if not read:
        yield f"No audition was given in {year}."
        return
    months = Counter(f"{day:%b}" for day in sorted(filter(None, map(first_read, read))))
    if not counts:
        yield ", ".join(months)
        return
    rounds = sum(r.done_at is not None and r.done_at.day.year == year
                 for a in read for r in a.rounds)  # fmt: skip
    in_rounds = f", in {count_of(rounds, 'round')}" if rounds != len(read) else ""
    yield f"Auditioned for {count_of(len(read), 'role')}{in_rounds}"
    if before:
        yield f"In {year - 1}: {count_of(len(before), 'role')}"
    yield ", ".join(f"{count:,} in {month}" for month, count in months.items())


def _mix(read: Sequence[Audition], *, counts: bool) -> Iterator[str]:
    media = Counter(a.medium.word for a in read)
    sizes = Counter(a.size.word for a in read if a.size)
    formats = Counter(r.format.word for a in read for r in a.rounds if r.format and r.is_done)
    for counted in (media, sizes, formats):
        if counted:
            yield list_counted(counted.most_common(), counts=counts, most=_FEW)


def _outcome(read: Sequence[Audition], *, counts: bool) -> Iterator[str]:
    back = callback_rate(read)
    if back.n and counts:
        still_open = f"; {back.still_open}" if back.open else ""
        yield f"{led_to_callback(back)}{still_open}"
        if back.straight:
            yield f"{back.straight:,} went straight to {STRAIGHT_TO}, without a callback"
    for audition in read:
        if audition.stage.rank >= Stage.BOOKED.rank:
            lost = f" ({audition.disposition.word})" if audition.disposition in JOB_LOST else ""
            yield f"Booked: {audition.name}{lost}"


def _offices(
    read: Sequence[Audition], whole: Sequence[Audition], year: int, *, counts: bool
) -> Iterator[str]:
    counted = Counter(a.office for a in read if a.office)
    for office, count in counted.most_common(_FEW):
        yield f"{office}: {count_of(count, 'audition')}" if counts else office
    known = {fold(a.office) for a in whole if (day := first_read(a)) and day.year < year}
    new = {fold(name) for name in counted} - known
    if new and known and counts:
        yield f"Seen by {count_of(len(new), 'office')} for the first time"


def _practice(kept: Sequence[Practice], *, counts: bool) -> Iterator[str]:
    kinds = Counter(entry.kind.word for entry in kept)
    if kinds:
        yield list_counted(kinds.most_common(), counts=counts)
    if counts and (minutes := sum(entry.minutes or 0 for entry in kept)):
        hours = f"{minutes / 60:,.1f}".removesuffix(".0")
        yield f"{hours} {'hour' if minutes == 60 else 'hours'} noted"


def _next_time(read: Sequence[Audition]) -> Iterator[str]:
    looks = [
        (r.done_at.day, r.reflection.next_time)
        for a in read
        for r in a.rounds
        if r.done_at and r.reflection and r.reflection.next_time
    ]
    yield from dict.fromkeys(words for _, words in sorted(looks, reverse=True))

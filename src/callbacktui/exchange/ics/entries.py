"""What is in the calendar that a phone carries: an entry for each thing with a date.

It is what the agenda shows, and the days ahead that a hold, a fitting, a job or a book-out takes.
Of a clash both sides are there, and no entry tells of it.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.agenda import AgendaItem, AgendaKind, agenda, times_of
from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.board import Board
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.dates.spans import DayRange
from callbacktui.domain.holds_and_bookings import ClaimKind, DayClaim
from callbacktui.domain.ids import named_id
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money_entries import MoneyEntry
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import Group, round_word
from callbacktui.domain.text import capitalized, clean_line

UNDER_NDA: Final = "Audition"
"""What is in place of every name of an audition under NDA."""

_LONGEST: Final = 500
_OF_ITS_OWN: Final = {
    AgendaKind.CLASH,
    AgendaKind.FITTING,
    AgendaKind.WORK,
    AgendaKind.HOLD_OVER,
}
"""Items of the agenda that are no entry, or that one of the days ahead is for."""

_HOLD, _WORK, _SHOOT, _FITTING = "hold", "work", "shoot", "fitting"
_CLAIM_WORDS: Final = {
    ClaimKind.BOOKING: "work",
    ClaimKind.OFFER: "offer",
    ClaimKind.SHOOT: "shoot, if it is yours",
}


class EntryStatus(LabelledEnum):
    """How sure an entry is, as RFC 5545 has it in lower case."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


class CalendarEntry(NamedTuple):
    """One event: at a moment, or on a day without an hour, or on each of `days`.

    `uid` depends on the ids of the records and on `kind` only, so it stays when the words change.
    `facts` are labels and words for the description.
    """

    uid: str
    kind: str
    summary: str
    at: Moment | None = None
    days: DayRange | None = None
    place: str = ""
    link: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    status: EntryStatus = EntryStatus.CONFIRMED

    @property
    def span(self) -> DayRange | None:
        """The days of an entry of whole days, `None` for one with an hour."""
        if self.days is None and self.at and self.at.time is None:
            return DayRange(self.at.day, self.at.day)
        return self.days


def coming_entries(
    board: Board,
    now: DateTime,
    bookouts: Iterable[BookOut] = (),
    money: Iterable[MoneyEntry] = (),
) -> tuple[CalendarEntry, ...]:
    """Return an entry for all in the agenda that has a date, and for the days ahead."""
    items = agenda(board, now, money=money, clashes=())
    due = (item for item in items if item.kind not in _OF_ITS_OWN)
    entries = [entry for item in due if (entry := entry_of(item))]
    entries += [_bookout_entry(one) for one in bookouts if one.is_ahead(today(now))]
    for group, rows in board:
        if group is Group.CLOSED:
            continue
        for row in rows:
            for entry in _days_of(row.audition):
                last = entry.days.last if entry.days else entry.at and entry.at.day_in(now)
                if last and last >= today(now):
                    entries.append(entry)
    return tuple({entry.uid: entry for entry in entries}.values())


def all_entries(auditions: Iterable[Audition]) -> tuple[CalendarEntry, ...]:
    """Return an entry for every read, tape, fitting, hold and job, over or ahead."""
    entries = [entry for one in auditions for entry in (*_reads_of(one), *_days_of(one))]
    return tuple({entry.uid: entry for entry in entries}.values())


def next_entry(audition: Audition) -> CalendarEntry | None:
    """Return the entry of the next read, else of the last one, else of the days of the work.

    `None` if nothing of it has a date.
    """
    read = audition.pending or audition.last_done
    items = _times(audition, read) if read else ()
    times = [item for item in items if item.kind is not AgendaKind.CONFIRM_BY]
    return entry_of(times[0]) if times else next(_days_of(audition), None)


def entry_of(item: AgendaItem) -> CalendarEntry | None:
    """Return the entry of an item of the agenda, `None` if it has no date."""
    if item.at is None:
        return None
    audition = item.audition
    read = _round(audition, item.of) if audition else None
    if audition and audition.nda:
        what = round_word(read) if read and item.kind is AgendaKind.APPOINTMENT else item.kind.word
        return CalendarEntry(_uid(item), item.kind.value, _title(what, UNDER_NDA), item.at)
    here = item.kind is AgendaKind.APPOINTMENT
    return CalendarEntry(
        _uid(item),
        item.kind.value,
        _title(item.what, item.title),
        item.at,
        place=_short(read.place) if read and here else "",
        link=_short(read.url) if read else "",
        facts=(*_facts(audition, read), *_fact("From", item.said_by)),
    )


def _times(audition: Audition, read: Round) -> Iterator[AgendaItem]:
    """Return the times of a round; of one that was given without any, when that was."""
    times = tuple(times_of(audition, read))
    if not times and read.done_at:
        kind, word = AgendaKind.APPOINTMENT, round_word(read)
        times = (AgendaItem(kind, audition.name, audition, read.done_at, word, of=read.id),)
    yield from times


def _reads_of(audition: Audition) -> Iterator[CalendarEntry]:
    for read in audition.rounds:
        is_off = audition.disposition is Disposition.CANCELLED and not read.is_done
        for item in _times(audition, read):
            if item.kind is not AgendaKind.CONFIRM_BY and (entry := entry_of(item)):
                yield entry._replace(status=EntryStatus.CANCELLED) if is_off else entry


def _days_of(audition: Audition) -> Iterator[CalendarEntry]:
    """Yield the fitting, and the days that the job claims."""
    booking = audition.booking
    if booking and booking.fitting:
        entry = _day_entry(audition, _FITTING, "fitting", at=booking.fitting)
        yield entry if audition.nda else entry._replace(place=_short(booking.fitting_place))
    is_booked = bool(booking and booking.work_days)
    is_near = audition.is_open and audition.stage.rank >= Stage.REQUESTED.rank
    for claim in audition.day_claims:
        word = _claim_word(claim, audition)
        if claim.hold and (claim.hold.is_live or is_near):
            yield from _span_entry(audition, _HOLD, word, claim, claim.hold.id)
        elif is_booked:
            part = f"more-{claim.part}" if claim.part else ""
            yield from _span_entry(audition, _WORK, word, claim, part)
        elif is_near:
            yield from _span_entry(audition, _SHOOT, word, claim)


def _claim_word(claim: DayClaim, audition: Audition) -> str:
    """Return what the days that are claimed are for, without the office's words under NDA."""
    if claim.kind is ClaimKind.HOLD:
        return "hold" if audition.nda else claim.word
    return _CLAIM_WORDS[claim.kind]


def _bookout_entry(bookout: BookOut) -> CalendarEntry:
    """Return the entry of a book-out, without its private reason."""
    kind = AgendaKind.BOOKOUT.value
    uid = _uid_of(kind, "", bookout.id)
    hours, days = bookout.hours, bookout.span.days
    if hours is None or days is None:
        return CalendarEntry(uid, kind, "Book-out", days=days)
    at = Moment(day=days.first, time=hours.since, zone=bookout.zone)
    return CalendarEntry(uid, kind, f"Book-out, {hours.words}", at)


def _span_entry(
    audition: Audition, kind: str, what: str, claim: DayClaim, of: str = ""
) -> Iterator[CalendarEntry]:
    span = claim.span
    is_sure = claim.kind is ClaimKind.BOOKING and span.firm is not False
    status = EntryStatus.CONFIRMED if is_sure else EntryStatus.TENTATIVE
    for number, days in enumerate(span.ranges):
        part = f"{of}/{number}" if number else of
        yield _day_entry(audition, kind, what, days=days, of=part)._replace(status=status)


def _day_entry(
    audition: Audition,
    kind: str,
    what: str,
    *,
    at: Moment | None = None,
    days: DayRange | None = None,
    of: str = "",
) -> CalendarEntry:
    name = UNDER_NDA if audition.nda else audition.name
    facts = () if audition.nda else (*_facts(audition, None),)
    uid = _uid_of(kind, audition.id, of)
    return CalendarEntry(uid, kind, _title(what, name), at, days, facts=facts)


def _facts(audition: Audition | None, read: Round | None) -> Iterator[tuple[str, str]]:
    if audition is None:
        return
    yield from _fact("Role", audition.role)
    yield from _fact("Project", audition.project)
    yield from _fact("Casting office", audition.office)
    if read:
        yield from _fact("Round", read.kind.word)
        yield from _fact("How", read.format.word if read.format else "")
        if read.is_tape:
            yield from _fact("Specs", read.specs)


def _fact(label: str, words: str) -> Iterator[tuple[str, str]]:
    if words := _short(words):
        yield label, words


def _title(what: str, name: str) -> str:
    if what.lower() in {"", name.lower()}:
        return _short(name)
    return _short(f"{capitalized(what)}: {name}")


def _short(text: str) -> str:
    return clean_line(text)[:_LONGEST]


def _round(audition: Audition, id_: str) -> Round | None:
    return next((read for read in audition.rounds if read.id == id_), None)


def _uid(item: AgendaItem) -> str:
    return _uid_of(item.kind.value, item.audition.id if item.audition else "", item.of)


def _uid_of(kind: str, audition: str, of: str) -> str:
    return f"callbacktui-{named_id(f'{audition}/{of}/{kind}')}"

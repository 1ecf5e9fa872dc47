"""Writes and reads callbacks and other later rounds in one cell of a spreadsheet.

`2026-11-24 13:00 callback, in person; 2026-12-01 chemistry read; undated screen test`
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import DateOrder, MomentError
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.enums import Format, RoundKind
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.round import Round
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.dates import DateContext, read_date
from callbacktui.exchange.spreadsheet.words_to_values import format_of

_UNDATED: Final = "undated"
_KINDS: Final = {fold(kind.word): kind for kind in RoundKind} | {"": RoundKind.CALLBACK}
_DATE_WORDS: Final = 6


def local_time(moment: Moment, now: DateTime) -> dt.date | dt.datetime:
    """Return a moment as a spreadsheet has it: a day, or a time in the time zone of `now`."""
    if moment.time is None:
        return moment.day
    return moment.instant.in_timezone(now.timezone or "UTC").naive()


def moment_cell(moment: Moment, now: DateTime) -> str:
    """Format a moment the way spreadsheets do, in the time zone of `now`."""
    here = local_time(moment, now)
    return f"{here:%Y-%m-%d %H:%M}" if isinstance(here, dt.datetime) else here.isoformat()


def rounds_cell(rounds: Sequence[Round], now: DateTime) -> str:
    """Format all rounds after the first, and the first if it is not a plain audition."""
    later = rounds[1:] if rounds and rounds[0].kind is RoundKind.AUDITION else rounds
    return "; ".join(_format_round(read, now) for read in later)


def parse_rounds(
    cell: str, first: Round, now: DateTime, order: DateOrder
) -> tuple[tuple[Round, ...], str]:
    """Parse the rounds in a cell; return `first` and these, and the text that was not understood.

    An entry at the date and time of the first read says what kind of round that was.
    """
    rounds, unread = [first], []
    for entry in filter(None, (part.strip() for part in cell.split(";"))):
        found = _parse_round(entry, f"sheet-{len(rounds) + 1}", now, order)
        if found is None:
            unread.append(entry)
        elif found.when == first.when:
            rounds[0] = replace(first, kind=found.kind, format=first.format or found.format)
        elif found.when == first.due_at and _is_day_of_deadline(first):
            rounds[0] = replace(first, kind=found.kind, done_at=None)
        else:
            rounds.append(found)
    return tuple(rounds), "; ".join(unread)


def _is_day_of_deadline(read: Round) -> bool:
    """Whether a round was taken to be given on the day of its deadline, for want of another day."""
    given, due = read.done_at, read.due_at
    return bool(given and due and not given.time and given.day == due.day)


def with_date(read: Round, when: Moment | None, now: DateTime) -> Round:
    """Return the round with its date: as done, or as an appointment if the day is in the future."""
    if when is None:
        return read
    ahead = when.instant > now if when.time else when.day_in(now) > today(now)
    return replace(read, at=when) if ahead else replace(read, done_at=when)


def _format_round(read: Round, now: DateTime) -> str:
    when = moment_cell(read.when, now) if read.when else _UNDATED
    said = filter(None, (read.kind.word, read.format.word if read.format else ""))
    return f"{when} {', '.join(said)}"


def _parse_round(entry: str, id_: str, now: DateTime, order: DateOrder) -> Round | None:
    words = entry.split()
    for length in range(min(_DATE_WORDS, len(words)), 0, -1):
        try:
            when = _parse_when(" ".join(words[:length]), now, order)
        except MomentError:
            continue
        kind, format_, whole = _parse_terms(" ".join(words[length:]).split(","))
        return with_date(Round(id=id_, kind=kind, format=format_), when, now) if whole else None
    return None


def _parse_when(text: str, now: DateTime, order: DateOrder) -> Moment | None:
    if fold(text) == _UNDATED:
        return None
    found = read_date(text, DateContext(order, zone_of(now), today(now)))
    if found.when is None or found.says_more:
        raise MomentError(f"{text} is not a date alone", "Write it as 2026-11-26 14:00")
    return found.when


def _parse_terms(said: Iterable[str]) -> tuple[RoundKind, Format | None, bool]:
    """Return the kind and the format of a round, and whether all words were understood."""
    kind, format_, whole = RoundKind.CALLBACK, None, True
    for part in map(str.strip, said):
        if known := _KINDS.get(fold(part)):
            kind = known
        elif named := format_of(part):
            format_ = named
        else:
            whole = False
    return kind, format_, whole

"""The filter: words and exact terms that select auditions.

`is:open stage:hold due:week @office #tag project:"night ferry" -word`. Every term has to match; a
minus negates it; a term still being typed (`is:`, `-`) matches everything. A word that occurs
nowhere is taken as a typo, and the nearest known word is used instead.

`at:callback` and `stage:callback` select auditions that are at that stage now;
`reached:callback` those that came that far or further, however they ended.

`from:2026-03 to:may`, `in:spring` and `in:last-year` select those with a read in that time, or
that were sent in or first noted in it if there was no read.

`who:hollis` selects those that name somebody anywhere. A bar is between names of which any will
do: `@"harbor casting|harbour casting"`; so it does in the other terms for a name or a text, and
between stages, results and media: `stage:hold|offer`.

`work:dec` and `work:"14-18 dec"` select those whose days of work are then, `pay:500` those that pay
at least that. What cannot be read as days or as an amount is in neither.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, TypeVar

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.dates.period_parser import SEASONS, UnknownPeriod, read_period
from callbacktui.domain.dates.spans import read_days, read_span
from callbacktui.domain.dates.vocabulary import MONTH_OF, MONTHS, MomentError
from callbacktui.domain.enums import Medium
from callbacktui.domain.let_rest import is_rested
from callbacktui.domain.moment import today
from callbacktui.domain.money import read_money
from callbacktui.domain.people import mentions
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import Group, Status
from callbacktui.domain.text import fold, straighten

_Kind = TypeVar("_Kind", bound=LabelledEnum)


class QueryTarget(NamedTuple):
    """What a filter is tested against: an audition, its status, and the current day."""

    audition: Audition
    status: Status
    today: dt.date


Test = Callable[[QueryTarget], bool]


class Query(NamedTuple):
    """A parsed filter: exact tests, words to search for (false if negated), and problems."""

    text: str
    tests: tuple[Test, ...]
    words: tuple[tuple[str, bool], ...]
    problems: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """True if it matches everything."""
        return not self.tests and not self.words


_LEAP_YEAR: Final = dt.date(2024, 6, 1)
_NAMES_YEAR: Final = re.compile(r"\d{4}|year", re.ASCII)
_TERM: Final = re.compile(r'(-?)(?:([A-Za-z]+):(?: +(?=[^\s:@#-]+(?: |$)))?|([@#]))?("[^"]*"?|\S*)')


def read_query(text: str) -> Query:
    """Parse a filter; terms that are not understood go to `problems`, and the rest works."""
    tests: list[Test] = []
    words: list[tuple[str, bool]] = []
    problems: list[str] = []
    ends: dict[str, str] = {}
    for minus, name, sign, raw in _TERM.findall(straighten(text)):
        value = fold(raw.strip('"'))
        term = name.lower() or sign
        if term and term not in _TERMS:
            problems.append(f"{term}: is not a filter word; there are {', '.join(NAMES)}")
        elif not value:
            continue
        elif not term:
            words.append((value, not minus))
        elif (
            term in {"from", "to"} and not minus and not (ends.get(term) or _no_period(term, value))
        ):
            ends[term] = value
        elif isinstance(made := _test(term, value), str):
            problems.append(made)
        else:
            tests.append(_negated(made) if minus else made)
    if ends:
        tests.append(_between(ends.get("from", ""), ends.get("to", "")))
    return Query(text, tuple(tests), tuple(words), tuple(problems))


def due_within(query_target: QueryTarget, days: int) -> bool:
    """True if an appointment or a deadline is within `days` days from today."""
    return query_target.status.is_due_within(days, query_target.today)


def query_target(audition: Audition, status: Status, now: DateTime) -> QueryTarget:
    """Make the target of a filter from an audition and its status at `now`."""
    return QueryTarget(audition, status, today(now))


_IS: Final[dict[str, Test]] = {
    "open": lambda s: s.audition.is_open,
    "closed": lambda s: not s.audition.is_open,
    "next": lambda s: s.status.group is Group.NEXT,
    "waiting": lambda s: s.status.group is Group.WAITING,
    "quiet": lambda s: s.status.group is Group.QUIET,
    "rested": lambda s: is_rested(s.audition),
    "hold": lambda s: s.audition.live_hold is not None,
    "booked": lambda s: s.audition.stage.rank >= Stage.BOOKED.rank,
    "reflected": lambda s: any(r.reflection for r in s.audition.rounds),
    "unreflected": lambda s: any(r.is_done and not r.reflection for r in s.audition.rounds),
    "tape": lambda s: any(r.format == "self_tape" for r in s.audition.rounds),
}

_DUE: Final[dict[str, Test]] = {
    "today": lambda s: due_within(s, 0),
    "tomorrow": lambda s: due_within(s, 1) and not due_within(s, 0),
    "week": lambda s: due_within(s, 7),
    "month": lambda s: due_within(s, 31),
    "overdue": lambda s: (
        s.status.group is Group.NEXT and s.status.day is not None and s.status.day < s.today
    ),
}

_NUMBER: Final = re.compile(r"#(\d+)", re.ASCII)
"""The number of a role: "Cop #2" is found by all of its letters."""

_FIELDS: Final[dict[str, Callable[[Audition], Iterable[str]]]] = {
    "@": lambda a: (a.office, *a.people),
    "office": lambda a: (a.office,),
    "#": lambda a: (
        *a.tags,
        *a.type_tags,
        a.medium.value,
        a.medium.word,
        *_NUMBER.findall(a.role),
    ),
    "tag": lambda a: (*a.tags, *a.type_tags),
    "project": lambda a: (a.project,),
    "role": lambda a: (a.role,),
    "via": lambda a: (a.source.word if a.source else "", a.platform, a.rep),
    "who": lambda a: (text for text, _ in mentions(a)),
    "wore": lambda a: (r.wore for r in a.rounds),
    "piece": lambda a: (
        a.materials,
        *(text for r in a.rounds for text in (*r.pieces, r.wore)),
    ),
}

NAMES: Final = (
    *(f"is:{word}" for word in _IS),
    *(f"due:{word}" for word in _DUE),
    "at:",
    "reached:",
    "stage:",
    "medium:",
    "result:",
    "year:",
    "in:",
    "from:",
    "to:",
    "@office",
    "#tag",
    "project:",
    "role:",
    "via:",
    "who:",
    "wore:",
    "piece:",
    "work:",
    "pay:",
)
"""All terms, as listed in the help and in the message about an unknown term."""

_PERIODS: Final = (
    *("this-week", "last-week", "this-month", "last-month", "this-year", "last-year"),
    *SEASONS,
    *(month.lower() for month in MONTHS),
)

COMPLETIONS: Final = (
    *(name for name in NAMES if name[0] not in "@#"),
    *(f"{term}:{stage}" for term in ("at", "reached", "stage") for stage in Stage),
    *(f"medium:{medium}" for medium in Medium),
    *(f"result:{end}" for end in Disposition),
    *(f"{term}:{word}" for term in ("in", "from", "to") for word in _PERIODS),
)
"""The completions offered while a filter is being typed."""

_TIMES: Final = ("in", "from", "to")
_TERMS: Final = {
    "is",
    "due",
    "at",
    "reached",
    "stage",
    "medium",
    "result",
    "year",
    *_TIMES,
    "work",
    "pay",
    *_FIELDS,
}


def _test(name: str, value: str) -> Test | str:
    """Return the test for one of `_TERMS`, or a message about what is wrong with its value."""
    match name:
        case "is":
            return _IS.get(value) or _unknown(name, value, _IS)
        case "due":
            return _DUE.get(value) or _unknown(name, value, _DUE)
        case "stage" | "at":
            stages = _named(Stage, value)
            return (
                (lambda s: s.audition.stage in stages) if stages else _unknown(name, value, Stage)
            )
        case "reached":
            ranks = [s.rank for s in _named(Stage, value)]
            return _reached(min(ranks)) if ranks else _unknown(name, value, Stage)
        case "result":
            ends = _named(Disposition, value)
            return (
                (lambda s: s.audition.disposition in ends)
                if ends
                else _unknown(name, value, Disposition)
            )
        case "medium":
            media = _named(Medium, value)
            return (
                (lambda s: s.audition.medium in media) if media else _unknown(name, value, Medium)
            )
        case "year":
            if not re.fullmatch(r"\d{4}", value):
                return f"year:{value} is not a year; write year:2026"
            year = int(value)
            return lambda s: (day := s.audition.first_day) is not None and day.year == year
        case "in":
            return _no_period(name, value) or _between(value, value)
        case "from" | "to":
            start, end = (value, "") if name == "from" else ("", value)
            return _no_period(name, value) or _between(start, end)
        case "work":
            return _works(value)
        case "pay":
            return _pays(value)
    read = _FIELDS[name]
    wanted = [one for part in value.split("|") if (one := part.strip())] or [value]
    return lambda s: any(one in fold(text) for text in read(s.audition) for one in wanted)


def _named(kind: type[_Kind], value: str) -> set[_Kind]:
    """Return what begins with a word, in any spelling: "voiceover|theater"; all must be known."""
    found = [
        {one for one in kind if _joined(said) and _spells(one, _joined(said))}
        for said in value.split("|")
    ]
    return set().union(*found) if all(found) else set()


def _spells(one: LabelledEnum, said: str) -> bool:
    return _joined(one.value).startswith(said) or _joined(one.word).startswith(said)


def _joined(words: str) -> str:
    return re.sub(r"[\s_-]+", "", fold(words))


def _no_period(name: str, value: str) -> str:
    """Return why a value names no time; empty if it does."""
    try:
        read_period(value, _LEAP_YEAR)
    except UnknownPeriod as reason:
        return f"{name}:{reason}"
    return ""


def _between(start: str, end: str) -> Test:
    """Return the test for a day from the first of one period to the last of another.

    If that would be no time at all, as from August to March, the end is the one a year later.
    """

    def test(target: QueryTarget) -> bool:
        try:
            first = read_period(start, target.today).first if start else dt.date.min
            last = read_period(end, target.today).last if end else dt.date.max
        except UnknownPeriod:  # 29 February, in a year without one
            return False
        if last < first and not _NAMES_YEAR.search(end):
            last = dt.date(last.year + 1, last.month, min(last.day, 28 if last.month == 2 else 31))
        return any(first <= day <= last for day in _days(target.audition))

    return test


def _days(audition: Audition) -> list[dt.date]:
    """Return the days of the reads; if there are none, the first day that is known."""
    reads = [read.when.day for read in audition.rounds if read.when]
    first = audition.first_day
    return reads or ([first] if first else [])


def _pays(value: str) -> Test | str:
    least = read_money(value)
    if least is None or least.amount is None:
        return f"pay:{value} is not an amount; write pay:500"
    amount, currency = least.amount, least.currency

    def pays(asked: QueryTarget) -> bool:
        pay = asked.audition.pay
        if pay is None or pay.amount is None or currency not in {"", pay.currency}:
            return False
        return pay.amount >= amount

    return pays


def _works(value: str) -> Test | str:
    if month := MONTH_OF.get(value):
        return lambda s: any(days.has_month(month) for days in s.audition.work_days)
    try:
        is_read = bool(read_days(value, dt.date(2028, 1, 1)))
    except MomentError as error:
        return f"work:{value}: {error}"
    if not is_read:
        return f'work:{value} names no days; write work:dec or work:"14-18 dec"'

    def meets(asked: QueryTarget) -> bool:
        wanted = read_span(value, asked.today)
        days = wanted.ranges if wanted else ()
        return any(one.meets(other) for one in asked.audition.work_days for other in days)

    return meets


def _reached(rank: int) -> Test:
    return lambda s: s.audition.stage.rank >= rank


def _unknown(name: str, value: str, known: Iterable[str]) -> str:
    return f"{name}:{value} is not known; {name}: takes {', '.join(known)}"


def _negated(test: Test) -> Test:
    return lambda s: not test(s)

"""Finds dates in a line, and leaves alone what could be a name or could be read in two ways."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.dates.day import COUNTED_BEFORE, COUNTED_BEHIND
from callbacktui.domain.dates.parser import read_plainly
from callbacktui.domain.dates.time_of_day import END_OF_DAY
from callbacktui.domain.dates.vocabulary import MONTH_OF, WEEKDAY_OF, DateOrder, MomentError
from callbacktui.domain.moment import Moment, today
from callbacktui.exchange.quick_line.hours import HOUR, ONE, hour_of
from callbacktui.exchange.quick_line.line_state import HOLE, LEFT, LineState, is_name
from callbacktui.exchange.quick_line.zones import LETTERS, TOWNS, ZONE, zone_of

_NEAR: Final = {
    "today": "today", "tonight": "today", "tonite": "today", "tomorrow": "tomorrow",
    "tmrw": "tomorrow", "tmw": "tomorrow", "tmr": "tomorrow", "tmrow": "tomorrow",
    "tomo": "tomorrow", "2moro": "tomorrow", "tomorow": "tomorrow", "tommorow": "tomorrow",
    "tommorrow": "tomorrow", "tmoro": "tomorrow", "2morrow": "tomorrow", "yesterday": "yesterday",
    "this morning": "today", "this afternoon": "today", "this evening": "today",
}  # fmt: skip
_WEEKDAY: Final = rf"(?:{'|'.join(sorted(WEEKDAY_OF, key=len, reverse=True))})\b\.?"
MONTH: Final = rf"(?:{'|'.join(sorted(MONTH_OF, key=len, reverse=True))})\b\.?"
_RANKED: Final = r"(?:refusal|hold|option|avail|pencil|callback|recall)s?\b"
_NTH: Final = rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?! {_RANKED})"
_NAMELESS: Final = r"(?!(?-i:Mar|Apr|May|Jun|Aug))"
"""Before a month that is not a name: "The Long May 12/3"."""

_DATE: Final = (
    rf"(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|{_NAMELESS}{MONTH} \d{{1,2}}/\d{{1,2}}"
    rf"|\d{{1,2}}/\d{{1,2}} {_NAMELESS}{MONTH}(?! ?\d)"
    r"|\d{1,2}/\d{1,2}(?:/\d{4}|/\d{2})?"
    r"|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?"
    r"|(?<![$\u00a3\u20ac])(?:2[4-9]|3[01])\.(?:0[1-9]|1[0-2])(?!\d)"
    rf"|\d{{1,2}}\.(?:0?[1-9]|1[0-2])(?= {ONE}(?! ?-|\w))"
    rf"|{MONTH} ?(?:{_NTH}|\d{{1,2}})"
    r"(?![\w:]|\.\d)(?:,? 20\d\d)?(?! (?:week|wk|fortnight|month|day)s?\b)"
    rf"(?! (?-i:{'|'.join(MONTH_OF)})\b)"
    rf"|(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[ -]?(?:of )?{MONTH}"
    r"(?:,? 20\d\d)?(?! \d{1,2}(?:st|nd|rd|th)? (?:\d|at |noon)))"
)
_WEEKS_BEFORE: Final = (
    rf"(?:in )?(?<!\d/)\d{{1,2}} (?:week|wk|fortnight)s? (?=(?:today|tomorrow|{_WEEKDAY}))"
    rf"|(?<!this )(?<!next )(?<!last )(?<!the )(?:week|fortnight) (?:on |from )?"
    rf"(?=(?:today|tomorrow)\b)"
    rf"|(?<!this )(?<!next )(?<!last )(?<!the )(?:week (?:on|from)|fortnight(?: on| from)?) "
    rf"(?={_WEEKDAY})"
)
"""What moves the day behind it without "a" or "on": "3 weeks" tue, "week on" tuesday."""

_COUNTED: Final = rf"(?:{COUNTED_BEFORE}|{_WEEKS_BEFORE})"
_NUMBER: Final = (
    rf"(?:1[3-9]|2\d|3[01]|(?:[1-9]|1[0-2])(?=,? (?:at \d|{ONE})(?!\w)))(?![\w:./]| ?-)"
    r"(?! noon| mid)"
)
"""The number of a day behind its weekday, which can be no hour: "sun 29", "thu 3 4:30pm"."""

_DAY: Final = (
    rf"(?:on )?(?P<counted>{_COUNTED})?"
    rf"(?:(?:this coming |this |coming |next |last )?{_WEEKDAY}"
    rf"(?:,? (?:{_DATE}|(?:the )?{_NTH})| {_NUMBER})?"
    rf"|{_DATE}(?:,? \(?{_WEEKDAY}\)?(?! (?:the )?(?:{_NUMBER}|{_NTH}|\d{{1,2}}/\d)))?"
    rf"|(?:the )?{_NTH}(?=,? {HOUR}(?!\w))|(?:(?<=on )|(?<=by )|(?<=due ))the {_NTH}"
    rf"|(?:the )?day (?:after (?:tomorrow|tmrw|tmw|tomo)|before yesterday)|{'|'.join(_NEAR)})"
    rf"(?:{COUNTED_BEHIND})?"
)
_NOON = re.compile(r"(?:at )?(?:Noon|Midday|Midnight)\b")
_BEFORE_NOON = re.compile(
    r"(?:^|[\x03\x04\d]|,.*,|(?:^|\x00 ?)(?:At|By)|(?:^|[^\w' ] ?)(?:at|by)|\b[Dd]ue(?: by)?) ?$"
)
"""Before "Noon" as an hour; "High Noon" is a name."""

_ALSO: Final = r"(?: ?/ ?|, ?| \()"
_FLAGS: Final = re.IGNORECASE | re.ASCII
_DAYS = re.compile(rf"(?<![\w.:])(?<!\d/){_DAY}(?!\w)(?![:.]\d)(?!/\d)", _FLAGS)
_HOURS = re.compile(
    rf"(?<![\w.:/])(?P<hour>{HOUR})(?: ?(?P<zone>{ZONE}))?"
    rf"(?:{_ALSO}(?P<hour2>{ONE}) (?P<zone2>{ZONE})\)?)?(?!\w)(?![:.]\d)(?!/\d)",
    _FLAGS,
)

_H: Final = r"\x02+(?!\x02)"
_D: Final = r"[\x03\x04]+(?![\x03\x04])"
_TIMED: Final = (
    rf"(?:(?P<day>{_D})(?:,| -| by)? ?(?P<hour>{_H})"
    rf"|(?P<hour2>{_H}),? (?P<day2>{_D})"
    rf"(?: (?P<zone>(?:{LETTERS})\b|(?:{TOWNS}) time\b|(?-i:LA|NYC?|UK)(?= *$)))?)"
)
_ITEM: Final = (
    rf"(?:{_D} (?:[1-9]|1[0-2])(?![\w:/.]| ?-| (?:week|wk|fortnight))"
    rf"|{_D}(?:,? {_H})?|{_H}(?:,? {_D})?)"
)
_NO_COUNT: Final = (
    r"(?!\d)(?! ?(?:scenes?|reads?|lines?|sides|pages?|pgs?|takes?|songs?|monologues?|roles?"
    r"|options?|characters?|people|ppl|bars|looks?|eps?|episodes?|days?|wks?|weeks?|mins?)\b)"
)
_NO_STREET: Final = r"(?!(?<=, )\d+(?-i: [A-Z][a-z]+ [A-Z]))"
_OR: Final = r"(?: ?(?:,? or|,|&|\+|and|/|-|to|thru|through|until|till) ?)"
SEVERAL: Final = (
    rf"(?:(?:either |between )?(?:{_NTH}{_OR}|\d{{1,2}} ?(?:-|to|or|&) ?)?{_ITEM}"
    rf"(?: or (?:[1-9]|1[0-2]) \x03+(?!\x03)"
    rf"|{_OR}(?:{_ITEM}|{_NTH}|{_NO_STREET}\d{{1,2}}{_NO_COUNT}))+"
    r"(?:,? 20\d\d(?![\w:]))?"
    rf"|(?:{_NTH}|\d{{1,2}}) ?(?:-|to|or|&|\+|and) ?\x04+(?!\x04))"
)
"""A pattern for several days or hours, or for a span of days, in a marked line."""

DATES: Final = rf"(?P<dates>(?:\d{{1,2}}, ?)*(?:{SEVERAL}|{_D}))"
"""A pattern for one day or several, in a marked line."""

_ABOUT: Final = r"(?:around|about|approx\.?|circa|ca\.?|after|before|from|at|~)"
_VAGUE: Final = (
    rf"(?:(?:{_ABOUT} ?)?(?:{_H}|\d{{1,2}})[ -]?ish|{_ABOUT} ?(?:{_H}|\d{{1,2}})"
    rf"|{_H}(?:\?| tb[acd]| tentative| or so)|(?:time )?tb[acd]"
    r"|(?:early |late )?(?:morning|afternoon|evening|night|nite|arvo)|lunchtime|[ap]m"
    r"|(?<=\x04 )\d{1,2} ?- ?\d{1,2}|\d{1,2}(?! ?-)|(?:1[0-2]|[1-9])[0-5]\d)"
)
_CLOSE: Final = r"(?![\w'-])(?![:./]\w)"
_FIRM: Final = r"(?!\?| ?-?ish\b| tb[acd]\b| or so\b| tentative\b)"

TIMED = re.compile(rf"{LEFT}{_TIMED}{_CLOSE}{_FIRM}", _FLAGS)
UNTIMED = re.compile(rf"{LEFT}(?P<day>{_D})(?: (?P<vague>{_VAGUE}))?{_CLOSE}{_FIRM}", _FLAGS)
ALONE = re.compile(rf"{LEFT}{_H}{_CLOSE}", _FLAGS)
MOVED = re.compile(rf"{LEFT}{_TIMED}{COUNTED_BEHIND}{_CLOSE}", _FLAGS)
NOT = re.compile(
    rf"{LEFT}(?:but )?(?:not|except|instead of|originally|previously"
    rf"|(?:(?<=[(\x00,])|(?<=[\x00,] ))was|can(?:'t|not)(?: do| make)?) (?:{SEVERAL}|{_TIMED}|{_D})"
    rf"(?:,? but)?{_CLOSE}",
    _FLAGS,
)
WEEK = re.compile(
    rf"{LEFT}(?:w/?[cb]|(?:week(?:end)?|wk) (?:commencing|beginning|of)|(?:before|after|around)"
    rf"|(?<!\x03 )(?<!\x04 )(?:until|till|thru|through))"
    rf":? (?:{_TIMED}|{_D}){_CLOSE}",
    _FLAGS,
)
CALLBACKS = re.compile(
    rf"{LEFT}(?:(?:zoom|in[ -]person|live|poss(?:ible)?) )?(?P<word>call[ -]?backs?|cbs?|recalls?)"
    rf"(?: (?:are|is|would be|will be|likely|prob(?:ably)?|on|in|from|then))*:? "
    rf"(?:(?:w/?[cb]|week (?:commencing|beginning|of)) )?(?:{DATES}(?:,? {_H})?|{_H},? {_D}"
    rf"|tb[acd]|(?:early|mid|late|next) (?:week|{MONTH})|(?<=in )(?-i:{MONTH})){_CLOSE}",
    _FLAGS,
)
SIDES = re.compile(
    rf"{LEFT}sides(?: (?:are|come|coming|due|here|out|on|from))*:? (?:{_TIMED}|{_D}){_CLOSE}",
    _FLAGS,
)
SHOW = re.compile(rf"{LEFT}(?:{_D} )?(?:matin(?:ee|\u00e9e)|evening show){_CLOSE}(?! \x02)", _FLAGS)
CHAIN = re.compile(
    rf"{LEFT}{SEVERAL}(?:,? {_H}| {_VAGUE}| \d{{1,2}} ?- ?\d{{1,2}})?{_CLOSE}", _FLAGS
)
_HOUR_OR_FIGURE: Final = rf"(?:{_H}|(?:[1-9]|1[0-2])(?![\w:/.]))"
BESIDE = re.compile(
    rf"{LEFT}(?:(?P<before>{_H}),? )?(?P<first>{_D})(?:,? (?P<hour>{_HOUR_OR_FIGURE}))?"
    rf" (?P<second>{_D})(?:,? (?P<hour2>{_HOUR_OR_FIGURE}))?"
    rf"(?P<more>(?: {_D}(?:,? {_HOUR_OR_FIGURE})?)*){_CLOSE}",
    _FLAGS,
)
"""Days side by side, with nothing between them that says which of them counts."""

SINGLE = re.compile(rf"{LEFT}(?:{_TIMED}|{_D}){_CLOSE}", _FLAGS)
DUE = re.compile(
    rf"{LEFT}(?:(?:due(?: date)?|deadline|ddl)(?: (?:extended|moved|pushed|changed)(?: to)?)?"
    rf"|(?:submit |send |in |needed |wanted )?by):?"
    rf"(?: is)?(?: by| on| before)? ?(?:(?:{END_OF_DAY} )?{_TIMED}|(?:{END_OF_DAY} )?(?P<only>{_D})"
    rf"(?: {END_OF_DAY})?(?: (?:by )?(?P<vague>{_VAGUE}))?(?: \((?P<aside>{_D})\))?"
    rf"|(?P<now>{END_OF_DAY}|{_H})"
    rf"|(?P<in>in \w+ (?:day|week|hour)s?)){_CLOSE}{_FIRM}",
    _FLAGS,
)
FITTING = re.compile(
    rf"(?<![^\s\x00(,])(?:(?:wardrobe|costume) )?fitting:?(?: is)?(?: on)?"
    rf" (?:{_TIMED}|(?P<only>{_D})){_CLOSE}{_FIRM}",
    _FLAGS,
)
ONE_TIME: Final = (
    rf"(?i:(?:{END_OF_DAY} )?{re.sub(r'[?]P<[a-z0-9]+>', '?:', _TIMED)}"
    rf"|(?:{END_OF_DAY} )?{_D}(?: {END_OF_DAY})?(?: or {_ITEM})*|{END_OF_DAY}|{_H}){_CLOSE}"
)
"""A pattern for the first time of a marked line, and none after it."""

_ONE_TIMED = re.compile(_TIMED, _FLAGS)
_HAS_YEAR = re.compile(r"20\d\d|/\d+/\d|\d\.\d+\.\d")
_WITH_WEEKDAY = re.compile(rf"(?P<date>{_DATE}),? \(?(?P<weekday>{_WEEKDAY})\)?", _FLAGS)
_NEXT_WEEKDAY = re.compile(rf"next (?P<weekday>{_WEEKDAY})", _FLAGS)
_MOVING = re.compile(rf"{_COUNTED}|{COUNTED_BEHIND}")
_DAY_AFTER = re.compile(r"((?:the )?day after )(?:tmrw|tmw|tomo)")
_SHORT_WEEK = re.compile(r"\bwk(s?)\b")
_NUMBERED = re.compile(rf"{_WEEKDAY} (?:1[3-9]|2\d|3[01]|[1-9]|1[0-2])", re.IGNORECASE)
_NAME_BEFORE = re.compile(
    r"\b(?!(?:Due|By|On|At|Next|This|Until|From) )[A-Z]\S*[a-z](?: for| of| to)* $"
)
_DAY_OF_A_NAME = re.compile(rf"[A-Z][a-z]+day(?:, |$)|(?=[A-Z][a-z])(?i:{MONTH}) (?=\d+/\d+$)")
_LIKE_A_KING = re.compile(r"the [1-8](?:st|nd|rd|th)\b")
"""In a title: "Henry the 5th"."""

_FAR: Final = 270


class When(NamedTuple):
    """The clock and the settings that dates are read by."""

    now: DateTime
    order: DateOrder


def moment_of(day: str, hour: str, when: When, *, past: bool = False) -> Moment:
    """Return the moment that a day and an hour (may be empty) name.

    Raises:
        MomentError: if there is no such moment, or there could be two.
    """
    said, zone = _day_words(day, when), ""
    if hour:
        found = _hour_in(hour)
        tonight = day.lower().startswith(("toni", "this evening"))
        time = hour_of(found["hour"], tonight=tonight) if found else None
        if time and day.lower().startswith("this morning") and time.hour >= 12:
            time = None
        if found is None or time is None:
            raise MomentError(f"“{hour}” could be two hours", "Write it with am or pm")
        zone = zone_of(found["zone"] or "")
        said = f"{said} {time:%H:%M} {zone}".strip()
        if found["hour2"] and not past:
            first = read_plainly(said, when.now, order=when.order)
            second = moment_of(day, f"{found['hour2']} {found['zone2']}", when)
            if first.instant != second.instant:
                raise MomentError(f"“{hour}” is two different times", "Write one of them")
    moment = read_plainly(said, when.now, order=when.order, past=past)
    away = (moment.day - today(when.now)).days
    if away > _FAR and not past and not _HAS_YEAR.search(day):
        raise MomentError(f"“{day}” has passed, or is next year", "Add the year")
    return moment


def is_one(line: LineState, start: int, end: int) -> bool:
    """Whether words are one day and hour, of which the hour may be the first of two."""
    return _ONE_TIMED.fullmatch(mark_hours_and_days(line.rest), start, end) is not None


def has_day(line: LineState, start: int, end: int) -> bool:
    """Whether there is a day in the words."""
    return not {"\x03", "\x04"}.isdisjoint(mark_hours_and_days(line.rest)[start:end])


def has_hour(line: LineState, start: int, end: int) -> bool:
    """Whether there is an hour in the words."""
    return "\x02" in mark_hours_and_days(line.rest)[start:end]


def is_unsure(hour: str) -> bool:
    """Whether an hour could be two, while its day is sure."""
    found = _hour_in(hour)
    return found is not None and hour_of(found["hour"]) is None


def _hour_in(said: str) -> re.Match[str] | None:
    """Return the hour that words are, as if they stood behind a day."""
    return _HOURS.fullmatch(f"\x04 {said.strip()}", 2)


def _day_words(day: str, when: When) -> str:
    """Return the words for a day as the grammar of dates knows them."""
    said = (
        " ".join(re.sub(r"\.(?=[ ,]|$)", "", day.lower()).split())
        if day[-1:] != "."
        else day.lower().strip(".")
    )
    said = re.sub(r"^(on )?(this coming |coming )?", "", said)
    said = _SHORT_WEEK.sub(r"week\1", said)
    if re.fullmatch(r"[\d.]+", said):
        said = day.strip()
    if found := _DAY_AFTER.fullmatch(said):
        return f"{found[1]}tomorrow"
    if said in _NEAR:
        return _NEAR[said]
    if led := _WITH_WEEKDAY.fullmatch(said):
        return f"{led['weekday']} {led['date']}"
    if _NUMBERED.fullmatch(said):
        return f"{said}th"
    if following := _NEXT_WEEKDAY.fullmatch(said):
        if WEEKDAY_OF[following["weekday"]] != when.now.weekday():
            raise MomentError(f"“{day}” could be one of two weeks", "Write the date")
        return said
    return said


@lru_cache(maxsize=8)
def mark_hours_and_days(rest: str) -> str:
    """Return a line with each letter of an hour, and of a day, as a mark.

    A day that begins with figures has a mark of its own. Patterns of dates stay small this way.
    """

    def marked(found: re.Match[str]) -> str:
        counted = found["counted"] or ""
        name = counted if counted and _is_title(counted, rest) else _end_of_a_name(found, rest)
        if name == found[0]:
            return name
        mark = "\x04" if found[0][len(name)].isdigit() else "\x03"
        return name + mark * (len(found[0]) - len(name))

    days = _DAYS.sub(marked, rest)

    def marked_hour(found: re.Match[str]) -> str:
        is_name = _NOON.match(found[0]) and not _BEFORE_NOON.search(days, 0, found.start())
        return found[0] if is_name and not rest.isupper() else "\x02" * len(found[0])

    return _HOURS.sub(marked_hour, days)


def words_of(line: LineState, found: re.Match[str]) -> dict[str, str]:
    """Return the groups of a match in the marked line as they were typed."""
    return {
        name: line.rest[found.start(name) : found.end(name)] if found[name] else ""
        for name in found.re.groupindex
    }


def _is_title(counted: str, rest: str) -> bool:
    """Whether weeks before a day are a title: "Ana, Two Weeks fri 3pm"."""
    return not counted.islower() and not rest.isupper()


def _end_of_a_name(found: re.Match[str], rest: str) -> str:
    """Return the words of a day that end a name: "Black Friday", but not "@Telsey Friday"."""
    head = rest[: found.start()]
    led = _DAY_OF_A_NAME.match(found[0])
    if led is None or rest.isupper() or "@" in head.rpartition(",")[2]:
        return ""
    name = _NAME_BEFORE.search(head)
    is_date = found[0][led.end() :][:1].isupper() and name and " " not in name[0].rstrip()
    return led[0] if name and not is_date else ""


def matches(pattern: re.Pattern[str], line: LineState) -> Iterator[re.Match[str]]:
    """Yield what matches in the marked line, also where one match begins within another."""
    start = 0
    while found := pattern.search(mark_hours_and_days(line.rest), start):
        yield found
        start = found.start() + 1


def is_of_a_title(line: LineState, start: int) -> bool:
    """Whether the word before a day makes it a part of a title: "a raisin in the sun"."""
    return line.word_before(start).lower() in {"the", "a", "any", "every", "each"}


def is_day(line: LineState, start: int, end: int, *, has_hour: bool) -> bool:
    """Whether words that could be a day are one: a capital is a name, "fri" in a title is a word.

    A day has an hour after it, or ends the line, or is followed by a mark or a known word.
    """
    said = line.text[start:end]
    small = line.is_small(start) or said.lower().startswith("on ")
    bare = said.rstrip(".").lower()
    if is_of_a_title(line, start):
        return False
    if _LIKE_A_KING.match(bare) and line.word_before(start) and "@" not in line.rest[:start]:
        return False
    if not has_hour and not _ends(line, start, end):
        return False
    if not has_hour and not line.has_names and len(bare) > 5 and bare in WEEKDAY_OF:
        return not line.rest[end:].strip()
    if small:
        return True
    if _MOVING.search(said):
        return True
    if any(c.isdigit() for c in bare.partition(" ")[2] or bare):
        return has_hour or bare[:3] not in {"may", "jun", "jul", "apr", "aug", "mar", "jan"}
    short = bare in WEEKDAY_OF and len(bare) < 6 and bare not in {"sun", "sat"}
    if not has_hour:
        return short and not line.rest[end:].strip(f"{HOLE} ")
    in_office = "@" in line.rest[:start] and "," not in line.rest[:start].rpartition("@")[2]
    return short or bare == "sat" or in_office or not line.word_before(start)


def _ends(line: LineState, start: int, end: int) -> bool:
    """Whether nothing of a title can follow: the end, a mark, a place, what is taken already."""
    following = line.word_after(end)
    if not following or following.lower() in {"at", "w/", "with", "in", "on", "via", "thru"}:
        return True
    opens = not line.rest[:start].strip("\x00 ")
    return opens and is_name(following) and line.is_small(start) and line.has_names

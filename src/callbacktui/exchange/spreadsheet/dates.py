"""Reads what is in a date column: days, hours, ranges, "TBD", "due 3/12", day numbers."""

import datetime as dt
import re
from functools import lru_cache
from typing import Final, NamedTuple, NoReturn

from callbacktui.domain.dates.numeric import numeric_day, real_day, whole_year
from callbacktui.domain.dates.style import example_dates, format_date
from callbacktui.domain.dates.vocabulary import WEEKDAYS as NAMES_OF_WEEKDAYS
from callbacktui.domain.dates.vocabulary import DateOrder, MomentError
from callbacktui.domain.moment import Moment
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.date_words import (
    FILLERS,
    MONTHS,
    NOT_YET,
    WEEKDAYS,
    day_alone,
    leftover,
)
from callbacktui.exchange.spreadsheet.hours import (
    CLOCK,
    MOVED,
    NO_CLOCK,
    Clock,
    NamedZone,
    behind_hours,
    find_clock,
    find_time,
    minutes_of,
    moment_of,
    split_hours,
    take_brackets,
    without,
)
from callbacktui.exchange.spreadsheet.sheet_dates import (
    DAY_NUMBER,
    FIGURES,
    IN_ONE,
    WORD,
    YEAR,
    Years,
    looks_like_date,
)


class NoYear(MomentError):
    """A day is named without its year."""


class DateContext(NamedTuple):
    """How to read dates: their order, the actor's zone and day, and the years and the month of a section."""

    order: DateOrder
    zone: str
    today: dt.date
    years: Years | None = None
    month: int | None = None


class DateCell(NamedTuple):
    """A date cell: the moment, whether it is a deadline, and whether it says more than that.

    `doubt` says in words what contradicts itself, such as a weekday that is not that of the day.
    `latest` is the hour before which it is, if it is no deadline; `words` are those beside it.
    """

    when: Moment | None = None
    is_due: bool = False
    says_more: bool = False
    doubt: str = ""
    latest: Clock = NO_CLOCK
    words: str = ""


BROKEN: Final = re.compile(r"#(ref|n/a|value|name\?|div/0|num|null|error|spill|calc)[!?]?", re.I)
"""What a spreadsheet shows for a formula that failed."""

_EARLIEST: Final = 1950
_YEARS_AHEAD: Final = 10
_NO_YEAR: Final = 1960
"""The year of a day without one, in which nothing is told."""
_ELSEWHERE: Final = re.compile(
    r"\W*(?:the |an? |our |their )?(?:zoom|self[- ]?tape|tape|virtual|online|remote|phone|in[- ]person|live"
    r"|(?:[^\W\d]+ ){0,2}(?:studios?|rooms?|theat(?:er|re)|hall|cent(?:er|re)|office|building|floor|suite|stage))\b"
)
"""What else an audition is moved to: another way to be seen, another place."""
_HALF_A_YEAR: Final = dt.timedelta(183)
_OTHER_DAY: Final = re.compile(r"\b(?:or|oder|ou)\b")
_DOTTED_BEHIND: Final = re.compile(
    r"(?<![\w.,/$£€])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.,%])(?! ?(?:h(?:ou)?rs?|mi(?:les?)?|km|parking|paid|each|for|usd|gbp|eur)\b)",
    re.ASCII,
)
"""An hour with a dot behind a day, which is in other figures: "06/02/2026 11.40"."""
_PLAIN: Final = re.compile(
    r"(\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d"
    r"|(?:[A-Za-z]{3,9} \d{1,2}|\d{1,2} [A-Za-z]{3,9}),? \d{4})"
    r"(?: (\d{1,2}(?::\d\d)? ?[AaPp][Mm]|\d{1,2}:\d\d))?",
    re.ASCII,
)
"""A day and an hour as nearly every cell of a long sheet has them."""
_ISO: Final = re.compile(r"(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(.*)", re.ASCII)
_DUE: Final = re.compile(
    r"\b(?:due|deadline|submit by|bis|avant le|antes del?|fallig|hasta)\b|^by\b[: ]*"
)
_ABOUT: Final = re.compile(
    r"^(?:[~\u2248?]|(?:about|approx(?:imately)?|around|roughly|circa|ca|c)\b\.?) *|[ ?]+$"
)
_BETWEEN: Final = re.compile(
    r"\s*(?:\u2192|->|=>|&|\+|;|\n)\s*|\s+(?:-+|to|till|until|and|bis|al|au|y)\s+"
    r"|(?<![ap]m)(?<!noon)(?<!:\d\d)\s+et\s+(?=\w)"  # no "10am ET or"
    rf"|(?<=[a-z])-(?=\d{{1,2}} (?:{'|'.join(MONTHS)})\b)"
)
_FIGURE_RANGE: Final = re.compile(
    r"(?P<first>\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?) ?- ?(?P<last>\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)",
    re.ASCII,
)
_DAY_RANGE: Final = re.compile(
    r"(?P<first>(?<![\d:/.])\d{1,2})(?:st|nd|rd|th)? ?- ?\d{1,2}(?:st|nd|rd|th)?(?![\d:/])"
    r"(?! ?[ap]\.?m?\b)",
    re.ASCII,
)
_BARE_OFFSET: Final = re.compile(r"([+-])(\d{2}):?(\d{2})", re.ASCII)
_SEASON_STARTS: Final = 7


def read_date(cell: str, context: DateContext) -> DateCell:
    """Read a cell of a date column; what is not known yet has no moment.

    Raises:
        MomentError: if the date is broken, impossible, or without a year.
    """
    if (plain := _PLAIN.fullmatch(cell)) and (known := _plain_cell(plain, context)):
        return known
    text = fold(cell).strip()
    if MOVED.search(text):
        return _moved(text, context)
    if BROKEN.fullmatch(text):
        raise MomentError("the formula in this cell is broken", "Write the date in its place")
    is_due = bool(_DUE.search(text))
    text = _DUE.sub(" ", text).strip(" :,")
    sure = _ABOUT.sub("", text).strip()
    is_doubtful, text = sure != text, sure
    if not text or is_not_yet(text):
        return DateCell()
    plain = _PLAIN.fullmatch(text) if is_due and not is_doubtful else None
    if plain and (known := _plain_cell(plain, context)):
        return known._replace(is_due=True)
    if context.month and (number := day_alone(text)):
        below = _checked(_yearless(context.month, number, context, text), context)
        doubt = _weekday_doubt(text, below)
        return DateCell(Moment(day=below, zone=context.zone), is_due, is_doubtful, doubt)
    if found := DAY_NUMBER.fullmatch(text):
        return DateCell(_of_day_number(found, context), is_due)
    if found := _ISO.fullmatch(text):
        return _iso(found, context, is_due=is_due)
    text, zone, remark = take_brackets(text)
    text, hours = split_hours(text)
    first, is_range, last = _first_of_range(text)
    day, rest = _find_day(first, context)
    if day and last and (end := _find_day(last, context)[0]) and end < day:
        day = real_day(day.year - 1, day.month, day.day, cell[:40])
    if day is None:
        if any(letter.isdigit() for letter in text) and not _names_month_or_year(text):
            _refuse(cell)
        return DateCell(says_more=True)
    figures = FIGURES.search(first)
    is_dotted = _DOTTED_BEHIND.search(text)
    is_next = is_dotted and text[: is_dotted.start()].rstrip(" ,")[-1:].isdigit()
    if is_next and not (figures and figures[2] == ".") and not CLOCK.search(rest):
        rest = _DOTTED_BEHIND.sub(r" \1:\2", rest)  # "in room 06/02/2026 11.40"
    clock, rest = find_clock(behind_hours(hours, rest) if hours else rest, zone, remark)
    if is_range and clock.time is None and not clock.is_open:
        clock, _ = find_clock(text.replace(first, " ", 1), zone, remark)
    words = f"{leftover(rest)} {remark}".strip()
    more = is_range or is_doubtful or clock.says_more or bool(leftover(rest))
    if clock.is_latest and not is_due:
        when = Moment(day=day, zone=context.zone)
        return DateCell(when, says_more=more, latest=clock, words=words)
    said = _moment(day, clock, context, is_due=is_due)
    doubt = "the hour is left open; the day alone is taken" if clock.is_open else said.doubt
    if not doubt and _OTHER_DAY.search(rest) and looks_like_date(_OTHER_DAY.split(rest)[-1]):
        doubt = "it may be another day, too; the first is taken"
    return said._replace(says_more=more, words=words, doubt=doubt or _weekday_doubt(first, day))


def _moved(text: str, context: DateContext) -> DateCell:
    """Read a day, or its hour, that took the place of another: "3/4/26 moved to 3/9".

    Raises:
        MomentError: as `read_date` does.
    """
    before, *_, after = MOVED.split(text)
    if find_time(after)[0] and not leftover(find_time(after)[1]):  # only the hour is another
        return read_date(f"{before} {after}", context)._replace(says_more=True)
    if _ELSEWHERE.match(after) and not is_not_yet(after):
        return read_date(before, context)._replace(says_more=True)
    earlier = _find_day(before, context._replace(years=(_NO_YEAR, _NO_YEAR)))[0]
    if earlier and earlier.year != _NO_YEAR:
        context = context._replace(years=(earlier.year, earlier.year))
    found = read_date(after, context)
    if found.when and earlier and found.when.day < earlier - _HALF_A_YEAR:  # in the next January
        found = read_date(after, context._replace(years=(earlier.year + 1,) * 2))
    return found._replace(says_more=True)


def _plain_cell(plain: re.Match[str], context: DateContext) -> DateCell | None:
    """Read a day with its hour, of which a sheet has few of each; None if it is wrong."""
    when = _plain_day(plain[1], context)
    if when is None:
        return None  # what is wrong is said of the whole cell
    time, rest = _hour_behind(plain[2]) if plain[2] else (None, "")
    if rest:
        return None
    return DateCell(when) if time is None else _moment(when.day, Clock(time), context)


@lru_cache(maxsize=16_384)
def _plain_day(said: str, context: DateContext) -> Moment | None:
    try:
        if " " in said:
            first, second, year = said.replace(",", " ").split()
            name, figures = (first, second) if first.isalpha() else (second, first)
            if (month := MONTHS.get(name.lower())) is None:
                return None
            day = real_day(int(year), month, int(figures))
        elif "-" in said:
            day = dt.date.fromisoformat(said)
        else:
            parts = said.split("/")
            day = numeric_day(said, context.order, _no_year)
            day = _century(day, parts[0], parts[-1], context)
        return Moment(day=_checked(day, context), zone=context.zone)
    except ValueError:
        return None


def _no_year(_month: int, _day: int) -> NoReturn:
    raise MomentError("no year", "Add the year")


@lru_cache(maxsize=4096)
def _hour_behind(hour: str) -> tuple[dt.time | None, str]:
    """Return the time written after a day, and the words that are left."""
    time, rest = find_time(f"  {hour.lower()}")
    return time, leftover(rest)


def _refuse(cell: str) -> NoReturn:
    raise MomentError(
        f"{cell[:40]} is not a date known here", example_dates("Write it as 26 Nov 2026")
    )


def is_not_yet(text: str) -> bool:
    """Whether folded text says that a day is not known yet."""
    return text.strip(" .?!-_") in NOT_YET


def _of_day_number(found: re.Match[str], context: DateContext) -> Moment:
    """Return the moment of a spreadsheet's day number, counted from 30 December 1899."""
    day = dt.date(1899, 12, 30) + dt.timedelta(days=int(found[1]))
    minutes = round(float(f"0.{found[2]}") * 24 * 60) if found[2] else 0
    if not minutes or minutes >= 24 * 60:
        return Moment.on(day, context.zone)
    return Moment(day=day, time=dt.time(minutes // 60, minutes % 60), zone=context.zone)


def _iso(found: re.Match[str], context: DateContext, *, is_due: bool) -> DateCell:
    year, month, day_ = map(int, found[1].split("-"))
    day = _checked(real_day(year, month, day_, found[1]), context)
    hour, minute = map(int, found[2].split(":")[:2])
    if hour > 23 or minute > 59:
        _refuse(found[0])
    tail = found[3].strip()
    if tail == "z":
        clock = Clock(dt.time(hour, minute), NamedZone(offset=0))
        return _moment(day, clock, context, is_due=is_due)
    # "10:00-11:00" are two hours, "10:00-05:00" and "10:00:00-11:00" are an hour and its offset.
    is_exact = "t" in found[0][:11] or found[2].count(":") == 2
    offset = _BARE_OFFSET.fullmatch(tail)
    if offset and (is_exact or -minutes_of(offset) <= hour * 60 + minute):
        clock = Clock(dt.time(hour, minute), NamedZone(offset=minutes_of(offset)))
        return _moment(day, clock, context, is_due=is_due)
    clock, rest = find_clock(f"{found[2]} {tail}", NamedZone(), "")
    cell = _moment(day, clock, context, is_due=is_due)
    return cell._replace(says_more=bool(leftover(rest)))


def _first_of_range(text: str) -> tuple[str, bool, str]:
    """Return the first day of a range, with the year of the last if it has none of its own.

    Return also whether there is a range, and the last day if the year is taken from it.
    """
    if found := _FIGURE_RANGE.search(text):
        first, last = found["first"], found["last"]
        year = (
            re.search(r"[/.](\d{4}|\d{2})$", last)
            if last.count("/") + last.count(".") > 1
            else None
        )
        if year and first.count("/") + first.count(".") < 2:
            first = f"{first}{last[year.start()]}{year[1]}"
            return text[: found.start()] + first + text[found.end() :], True, last
        return text[: found.start()] + first + text[found.end() :], True, ""
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) > 1 and any(letter.isdigit() for letter in parts[0]):
        first = parts[0]
        has_day = FIGURES.search(first) or any(w in MONTHS for w in WORD.findall(first))
        if has_day:
            if (
                not YEAR.search(first)
                and (year := YEAR.search(parts[-1]))
                and not re.search(r"[/.-]\d{1,4}[/.-]", first)
            ):
                return f"{first} {year[1]}", True, parts[-1]
            return first, True, ""
    if (found := _DAY_RANGE.search(text)) and any(w in MONTHS for w in WORD.findall(text)):
        return text[: found.start()] + found["first"] + " " + text[found.end() :], True, ""
    return text, False, ""


def _find_day(text: str, context: DateContext) -> tuple[dt.date | None, str]:
    """Return the day in a text, and the text without it."""
    if found := IN_ONE.search(text):
        day = real_day(int(found[1]), int(found[2]), int(found[3]), found[0])
        return _checked(day, context), without(text, found)
    if (found := FIGURES.search(text)) and (found[4] or found[2] in "/."):
        last = found[4] and found[4].zfill(2)
        if last and len(found[4]) == 1 and len(found[1]) != 4:
            return None, text
        figures = "".join(filter(None, (found[1], found[2], found[3], last and found[2], last)))
        if found[4] or not _is_hour(found, text):
            figures += "" if found[4] or found[2] == "/" else "."
            day = numeric_day(
                figures, context.order, lambda m, d: _yearless(m, d, context, figures)
            )
            return _checked(_century(day, found[1], found[4], context), context), without(
                text, found
            )
    return _find_named_day(text, context)


def _is_hour(found: re.Match[str], text: str) -> bool:
    """Whether figures without a year are an hour with a dot, since a month is named beside."""
    return found[2] == "." and any(word in MONTHS for word in WORD.findall(text))


def _find_named_day(text: str, context: DateContext) -> tuple[dt.date | None, str]:
    time_free = CLOCK.sub(lambda found: " " * len(found[0]), text)
    words = [(w[0], w.start(), w.end()) for w in WORD.finditer(time_free)]
    place = next((n for n, (w, _, _) in enumerate(words) if w in MONTHS), None)
    if place is None:
        return None, text
    taken = [place]
    figures: list[str] = []
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(words):
            word = words[at][0]
            if word.isdigit() and len(word) in {1, 2, 4} and len(figures) < 2:
                figures.append(word)
            elif word not in FILLERS and word not in WEEKDAYS:
                break
            taken.append(at)
            at += step
    day = next((f for f in figures if len(f) <= 2 and int(f) >= 1), None)
    year = next((f for f in figures if len(f) == 4), None)
    if day is None:
        return None, text
    if year is None:
        year = next((f for f in figures if f is not day), None)
    month = MONTHS[words[place][0]]
    found = (
        _century(real_day(whole_year(year), month, int(day)), "", year, context)
        if year
        else _yearless(month, int(day), context, f"{day} {words[place][0]}")
    )
    start, end = words[min(taken)][1], words[max(taken)][2]
    return _checked(found, context), f"{text[:start]} {text[end:]}"


def _yearless(month: int, day: int, context: DateContext, said: str) -> dt.date:
    if context.years is None:
        raise NoYear(
            f"{said} has no year", "Add the year, or a line with the year above the headings"
        )
    return real_day(context.years[0 if month >= _SEASON_STARTS else 1], month, day, said)


def _century(day: dt.date, first: str, year: str | None, context: DateContext) -> dt.date:
    """Take a year of two figures that is far ahead as one of the last century."""
    short = len(year or "") == 2 and len(first) <= 2
    if short and day.year > context.today.year + _YEARS_AHEAD:
        return real_day(day.year - 100, day.month, day.day)
    return day


def _checked(day: dt.date, context: DateContext) -> dt.date:
    if not _EARLIEST <= day.year <= context.today.year + _YEARS_AHEAD:
        raise MomentError(f"The year {day.year} is too far away", "Check the year")
    return day


def _names_month_or_year(text: str) -> bool:
    """Whether a text without a day names at least a month or a year: "March 2026", "3/2026"."""
    words = WORD.findall(text)
    return any(w in MONTHS for w in words) or bool(YEAR.search(text))


def _moment(day: dt.date, clock: Clock, context: DateContext, *, is_due: bool = False) -> DateCell:
    if clock.time is None:
        return DateCell(Moment(day=day, zone=context.zone), is_due)
    when, doubt = moment_of(day, clock, context.zone)
    return DateCell(when, is_due, doubt=doubt)


def _weekday_doubt(text: str, day: dt.date) -> str:
    """Return in words that a text names another weekday than that of its day, if it does."""
    words = WORD.findall(text)
    named = {
        WEEKDAYS[word]
        for place, word in enumerate(words)
        if word in WEEKDAYS and (len(word) > 2 or not place)
    }
    if not named or day.weekday() in named:
        return ""
    return f"{format_date(day, year=True)} is a {NAMES_OF_WEEKDAYS[day.weekday()]}"

"""Finds the days in running text: "Thurs 12/3", "14 and 15 January", "tomorrow", "the 9th"."""

import datetime as dt
import re
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.day import COUNTED_BEFORE, COUNTED_BEHIND, Here, read_day
from callbacktui.domain.dates.vocabulary import DateOrder, MomentError
from callbacktui.domain.moment import today
from callbacktui.exchange.invitation.day_and_year import (
    JUST_BEHIND,
    nearest_day,
    next_numbered,
    real_day,
    with_year_of,
)
from callbacktui.exchange.invitation.day_patterns import (
    BARE,
    BARE_BEFORE,
    BESIDE,
    DATE,
    LIST_GOES_ON,
    MONTHS,
    NEAR,
    TO,
    WEEKDAYS,
)
from callbacktui.exchange.invitation.zones import STREET

_NEARBY: Final = 40
_WEEKS_FROM: Final = re.compile(
    rf"(?<![\w-])(?=(?:\S+ ){{0,3}}(?:week|fortnight)){COUNTED_BEFORE}$", re.IGNORECASE
)
_SENTENCE_END: Final = r"[.;!?](?:\s|$)"
NEXT_WEEK: Final = re.compile(
    r"\b(?:(?:next|following) week|week after next|(?:a|one) week from (?:now|today))\b",
    re.IGNORECASE,
)
_LISTED: Final = {"and", "&", "+", ",", "und"}
_SPANNED: Final = {"-", "to", "until", "till", "thru", "through", "bis"}
_YEAR_BEHIND: Final = re.compile(r",? ?(?P<year>20[2-9]\d)\b(?![:/])")
_WEEKS_ON: Final = re.compile(COUNTED_BEHIND, re.IGNORECASE)
"""Before and after a day that stands for one weeks later: a week on Tuesday, Friday next week."""


class Days(Value, frozen=True, kw_only=True):
    """The days named together in a text, as in "12/8, 12/9 and 12/10".

    `is_listed` is true for single days, and false for the first and the last of a span.
    `doubts` are other days that the words may mean, `others` are those with day and month the
    other way round, if nothing in the mail tells that these are not meant. `is_either` is true for "Wed or Thu".
    `is_near` is true for "tomorrow" and "Friday", which mean nothing without the day of writing.
    `later` are the same days a year on, if they lie just behind and no year was said.
    `figures` are those in "Dec 8, 10" and "Dec 8, 10 or 11", which may be hours of the first day.
    """

    days: tuple[dt.date, ...]
    start: int
    end: int
    doubts: tuple[dt.date, ...] = ()
    others: tuple[dt.date, ...] = ()
    is_either: bool = False
    is_listed: bool = False
    is_bare: bool = False
    is_near: bool = False
    figures: tuple[int, ...] = ()
    later: tuple[dt.date, ...] = ()

    @property
    def first(self) -> dt.date:
        return min(self.days)

    @property
    def last(self) -> dt.date:
        return max(self.days)


class _Day(Value, frozen=True, kw_only=True):
    day: dt.date
    start: int
    end: int
    month: int = 0
    doubts: tuple[dt.date, ...] = ()
    is_bare: bool = False
    is_near: bool = False
    has_year: bool = False
    weekday: int | None = None


def find_days(
    text: str, written: DateTime, order: DateOrder, *, looks_back: bool = True
) -> list[Days]:
    """Return the days in `text`, as meant on the day on which it was written.

    If it `looks_back`, a day without a year that lies just behind is that one, not next year's.
    """
    here = today(written)
    read = (
        _counted(match, text, here) or _read(match, here, order, looks_back=looks_back)
        for match in DATE.finditer(text)
    )
    single = [day for day in read if day]
    groups: list[Days] = []
    place = 0
    while place < len(single):
        run = [single[place]]
        marks = []
        while before := BARE_BEFORE.search(text[max(0, run[0].start - 24) : run[0].start]):
            first = _same_month(single[place], int(before[1]))
            if not first or not single[place].month or first > run[0].day:
                break
            start = max(0, run[0].start - 24) + before.start()
            run.insert(0, _Day(day=first, start=start, end=run[0].start))
            while groups and groups[-1].start >= start:
                groups.pop()  # the weekday of that day: "Weds 16 and Thurs 17 December"
            marks.append(before["mark"].strip().split(" ")[0])
        place += 1
        while True:
            last = run[-1]
            to = TO.match(text, last.end)
            if not to:
                break
            if place < len(single) and single[place].start == to.end():
                after = single[place]
                if last.month and text[after.start :].lower().startswith("the "):
                    named = _same_month(last, after.day.day)  # "December 1st through the 20th"
                    after = replace(after, day=named) if named and named > last.day else after
                if to["mark"] == "," and not (after.month and last.month):
                    break
                run.append(_after(after, last, to["mark"].lower()))
                place += 1
            elif (bare := BARE.match(text, to.end())) and last.month and to["mark"] != "/":
                day = _same_month(last, int(bare[1]))
                if day is None or day <= last.day or _is_apart(to["mark"], bare, text):
                    break
                run.append(_Day(day=day, start=to.end(), end=bare.end(), month=last.month))
            else:
                break
            marks.append(to["mark"].lower())
        run = _in_one_year(run, marks, text)
        groups.append(
            Days(
                days=tuple(one.day for one in run),
                start=run[0].start,
                end=run[-1].end,
                doubts=tuple(day for one in run for day in one.doubts),
                is_either="or" in marks or "/" in marks,
                is_listed=len(run) > 1 and _LISTED.issuperset(marks),
                is_bare=all(one.is_bare for one in run),
                is_near=any(one.is_near for one in run),
                figures=_figures(marks, text[run[0].end : run[-1].end]),
                later=_year_on(run, here),
            )
        )
    return _said_once(groups, text, here)


def _in_one_year(run: list[_Day], marks: list[str], text: str) -> list[_Day]:
    """Return days together with the year that stands at their end: "Dec 30, Jan 2 2028"."""
    last = run[-1]
    behind = None if last.has_year or len(run) == 1 else _YEAR_BEHIND.match(text, last.end)
    if behind and not STREET.match(text, behind.start("year")):
        day = real_day(int(behind["year"]), last.day.month, last.day.day) or last.day
        last = replace(last, day=day, end=behind.end(), has_year=True)
    if not last.has_year or len(run) == 1:
        return run
    days = [last]
    for one, mark in zip(reversed(run[:-1]), reversed(marks), strict=True):
        if not one.has_year:
            day = with_year_of(one.day, days[0].day, is_span=mark not in {*_LISTED, "or", "/"})
            checked = _checked(day, one.weekday, day, (one.start, one.end), ())
            one = replace(one, day=day, doubts=checked.doubts if checked else ())
        days.insert(0, one)
    return days


def _year_on(run: list[_Day], here: dt.date) -> tuple[dt.date, ...]:
    """Return the days of a run a year on, if they are over and it names no year."""
    is_over = max(one.day for one in run) < here and not any(one.has_year for one in run)
    days = (real_day(one.day.year + 1, one.day.month, one.day.day) for one in run)
    return tuple(day for day in days if day) if is_over else ()


def _said_once(groups: list[Days], text: str, here: dt.date) -> list[Days]:
    """Return the groups with a day that is said in two ways as one; a doubt if they disagree."""
    found: list[Days] = []
    for group in groups:
        last = found[-1] if found else None
        if last and _are_one_day(last, group, text):
            near, dated = (last, group) if last.is_near else (group, last)
            is_ahead = dated.first >= here or bool(dated.later)
            differs = near.first != dated.first and is_ahead
            if differs and near.is_bare:
                differs = near.first.weekday() != dated.first.weekday()
            doubts = (near.first,) if differs else ()
            doubts = tuple(dict.fromkeys((*dated.doubts, *doubts)))
            found[-1] = replace(
                dated, start=last.start, end=group.end, doubts=doubts, is_bare=False
            )
        else:
            found.append(group)
    return found


def _are_one_day(one: Days, other: Days, text: str) -> bool:
    """Whether two single days beside each other are one: a near one, and one with a date."""
    if len(one.days) + len(other.days) > 2 or not (one.is_near or other.is_near):
        return False
    said = [text[each.start : each.end] for each in (one, other)]
    dates = [any(c.isdigit() for c in words) for words in said]
    if dates[0] and dates[1]:
        return False
    is_week = not any(dates) and not (one.is_bare or other.is_bare)
    between = text[one.end : other.start]
    return not is_week and bool(BESIDE.fullmatch(between))


def _figures(marks: list[str], after: str) -> tuple[int, ...]:
    """Return the figures after the first day that may be hours of it; `marks` are before them."""
    if marks not in ([","], [",", "or"]) or not re.fullmatch(r"[\s,]*\d+(?:,? or \d+)?", after):
        return ()
    return tuple(int(figure) for figure in re.findall(r"\d+", after))


def _is_apart(mark: str, bare: re.Match[str], text: str) -> bool:
    """Whether a number after a comma is not a day, as in "Jan 5, 12 Main St"."""
    if mark != "," or not bare[0].isdigit():
        return False
    return LIST_GOES_ON.match(text, bare.end()) is None


def _counted(match: re.Match[str], text: str, here: dt.date) -> _Day | None:
    """Return the day that is weeks from the one that is named: "a week on Tuesday"."""
    name = match["near"] or match["day"]
    if not name:
        return None
    before = _WEEKS_FROM.search(text[max(0, match.start() - _NEARBY) : match.start()])
    behind = None if match["week"] else _WEEKS_ON.match(text, match.end())
    if not before and not behind:
        around = (
            text[max(0, match.start() - _NEARBY) : match.start()],
            text[match.end() :][:_NEARBY],
        )
        same = re.split(_SENTENCE_END, around[0])[-1] + " " + re.split(_SENTENCE_END, around[1])[0]
        if match["near"] or match["week"] or not NEXT_WEEK.search(same):
            return None
        return _in_doubt(match, here, match.span())
    parts = (before[0] if before else "", name, behind[0] if behind else "")
    said = re.sub(r"^in (?=.*\b(?:on|from)\b)", "", " ".join(parts).lower())  # "come in a week on"
    words = re.sub(r"\bon\b|\bthe\b|,", " ", said).split()
    span = match.start() - len(parts[0]), match.end() + len(parts[2])
    try:
        day = read_day(" ".join(words), Here(today=here, clock=dt.time()))
    except MomentError:
        return _in_doubt(match, here, span)
    return _Day(day=day, start=span[0], end=span[1], is_near=True)


def _in_doubt(match: re.Match[str], here: dt.date, span: tuple[int, int]) -> _Day | None:
    """Return a named day that may also be one or two weeks later."""
    near = _read(match, here, DateOrder.MDY)
    if near is None:
        return None
    weeks = (near.day + dt.timedelta(weeks=more) for more in (1, 2))
    return replace(near, doubts=tuple(weeks), start=span[0], end=span[1])


def _read(
    match: re.Match[str], here: dt.date, order: DateOrder, *, looks_back: bool = True
) -> _Day | None:
    """Return the day that a match means; None for a day that there is not."""
    said = {name: value for name, value in match.groupdict().items() if value}
    span = match.span()
    if near := said.get("near"):
        ahead = NEAR.get(near.lower(), 0)
        return (
            None
            if ahead < 0
            else _Day(day=here + dt.timedelta(days=ahead), start=span[0], end=span[1], is_near=True)
        )
    if name := said.get("day"):
        return _weekday(WEEKDAYS[name.lower()], said, here, span)
    if number := said.get("the") or said.get("wdd_d"):
        day = next_numbered(int(re.sub(r"\D", "", number)), here)
        weekday = WEEKDAYS.get(said.get("wdd", "").lower())
        return _checked(day, weekday, day, span, ()) if day else None
    weekday = WEEKDAYS.get(said.get("wd", "").lower())
    back = JUST_BEHIND if looks_back else 0
    if "num" in said:
        return _numeric(said["num"], weekday, here, order, span, back)
    style = "dm" if "dm" in said else "md"
    month = MONTHS[said[f"{style}_m"].lower()]
    number = re.sub(r"\D", "", said[f"{style}_d"])
    year = said.get(f"{style}_y", "")
    day = nearest_day(year, month, int(number), here, weekday, back)
    found = _checked(day, weekday, day, span, ()) if day else None
    return replace(found, has_year=bool(year)) if found else None


def _weekday(
    number: int, said: dict[str, str], here: dt.date, span: tuple[int, int]
) -> _Day | None:
    which = said.get("which", "").lower()
    if which == "last":
        return None
    ahead = (number - here.weekday()) % 7
    near, far = here + dt.timedelta(days=ahead), here + dt.timedelta(days=ahead + 7)
    if "week" in said:
        return _Day(day=far, start=span[0], end=span[1], is_near=True)
    if which == "next":
        return _Day(
            day=far if not ahead else near,
            doubts=(far,) if ahead else (),
            start=span[0],
            end=span[1],
            is_near=True,
        )
    return _Day(
        day=near,
        doubts=() if ahead else (far,),
        start=span[0],
        end=span[1],
        is_bare=True,
        is_near=True,
    )


def _numeric(
    said: str,
    weekday: int | None,
    here: dt.date,
    order: DateOrder,
    span: tuple[int, int],
    back: int,
) -> _Day | None:
    a, b, c = [*re.split(r"[/.-]", said), ""][:3]
    if len(a) == 4:
        day = nearest_day(a, int(b), int(c), here, weekday)
        found = _checked(day, weekday, day, span, ()) if day else None
        return replace(found, has_year=True) if found else None
    first, second = int(a), int(b)
    month_first = order is not DateOrder.DMY and not said.endswith(".")
    pairs = [(first, second), (second, first)]
    both = [nearest_day(c, month, number, here, weekday, back) for month, number in pairs]
    usual, other = both if month_first else both[::-1]
    if usual is None:
        usual, other = other, None
    if usual is None:
        return None
    others = (other,) if other and weekday is not None and other.weekday() == weekday else ()
    found = _checked(usual, weekday, usual, span, others)
    return replace(found, has_year=bool(c)) if found else None


def _checked(
    day: dt.date | None,
    weekday: int | None,
    near: dt.date | None,
    span: tuple[int, int],
    others: tuple[dt.date, ...],
) -> _Day | None:
    """Return the day, and the days that may be meant instead if it is not on that weekday."""
    if day is None or near is None:
        return None
    doubts: tuple[dt.date, ...] = ()
    if weekday is not None and day.weekday() != weekday:
        off = (weekday - near.weekday() + 3) % 7 - 3
        doubts = others or (near + dt.timedelta(days=off),)
    return _Day(
        day=day, month=day.month, doubts=doubts, start=span[0], end=span[1], weekday=weekday
    )


def _same_month(other: _Day, number: int) -> dt.date | None:
    return real_day(other.day.year, other.day.month, number)


def _after(day: _Day, before: _Day, mark: str) -> _Day:
    """Return a day written after another one; it is never earlier than that.

    The end of a span of weekdays may be in the next week: "Monday to Friday".
    """
    if day.day >= before.day:
        return day
    if not day.month:
        is_span = mark in _SPANNED and day.is_bare and before.is_bare
        return replace(day, day=day.day + dt.timedelta(weeks=1)) if is_span else day
    later = real_day(before.day.year + 1, day.day.month, day.day.day)
    return _Day(day=later or day.day, start=day.start, end=day.end, month=day.month)

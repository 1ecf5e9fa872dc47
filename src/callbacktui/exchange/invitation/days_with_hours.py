"""Puts the days and the hours of a sentence together: which hour is that of which day."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.exchange.invitation.days import Days, find_days
from callbacktui.exchange.invitation.hours import Hour, find_hours, with_zone_at
from callbacktui.exchange.invitation.time_purposes import purpose_in
from callbacktui.exchange.invitation.zones import STREET

_I: Final = re.IGNORECASE
Pair = tuple[Days | None, Hour | None]

_NEARBY: Final = 30
_GIVEN_UP: Final = re.compile(r"[\s,(]*\b(?:not|instead of|rather than)(?: at)?\s*$", _I)
OR: Final = re.compile(
    r",? or (?:at )?| ?/ ?|, ?(?=\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?,? or )", _I
)
"""Between two hours of which one will be the slot."""

_EITHER: Final = re.compile(
    r"(?<![\d$.:])\d{1,2}\.\d\d(?:, \d{1,2}\.\d\d)*,? or (?:at )?\d{1,2}\.\d\d(?![\d%])", _I
)
_PERSON: Final = r"(?:(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+){0,2}|(?:the )?(?:directors?|producers?|client|network|studio)\b)"
_WITH: Final = re.compile(
    rf"(?:\b(?:with|w/)\s+[^,;.]{{1,30}}?|\bfor {_PERSON}|(?<![\w'-]){_PERSON})[\s,:(-]*(?:(?:is )?at |@ ?)?$",
    _I,
)
_WITH_NEXT: Final = re.compile(
    rf"\s?(?:\(|- ?)?(?:(?:with|w/)\s*[^\s,;.]|for {_PERSON}|(?<=[(-] ){_PERSON}|(?<=[(-]){_PERSON})",
    _I,
)
"""Before and after an hour with one of several people: "with Jo at 3", "3pm (Jo)"."""

_TO_HOUR: Final = re.compile(r"(?:\bto|\bnow|\bat|>)\s*$", _I)
_OPEN_SPAN: Final = re.compile(
    r"\bbetween(?: \d[\d:.]* ?(?:[ap]\.?m?\.?)?(?: [A-Z]{2,3})? (?:and|to))?\s*$", _I
)
"""Before the two hours between which the slot will be."""

_JOIN: Final = re.compile(
    r"[\s,.;:()@|-]*(?:(?:at|from|by|on|before|around|approx(?:imately)?|for|no later than|starting|the|between|time|is|latest|due|it's|@|kl|klo|um|und|ore|alle|\u00e0)[\s,.:@-]*){0,3}",
    _I,
)
_HOUR_FIRST: Final = re.compile(r"[\s,.()_-]*(?:(?:on|this|of|the|coming|for|time)[\s,]*){0,2}", _I)
_DOTTED: Final = re.compile(r"\d{1,2}\.[0-5]\d\b")
"""An hour right after its day: "Thurs 3 Dec 10.15"."""

_LEADS_BARE: Final = re.compile(r"(?:\bat|@|\bby|\bfrom|\bbefore|\bbetween|,|\baround)\s*$", _I)


def pair_days_and_hours(
    text: str,
    written: DateTime,
    order: DateOrder,
    *,
    is_moved: bool = False,
    is_timed: bool = False,
) -> tuple[str, list[Pair]]:
    """Return the days and hours of a text in its order, and the text without hours given up.

    If it `is_moved` from an old time, a figure alone after "to" is an hour; if it `is_timed` by
    its label, so is one at its start: "Time: 15.20".
    """
    days = find_days(text, written, order)
    text, hours = _hours(text, days)
    pairs: list[Pair] = []
    used: set[int] = set()
    for number, group in enumerate(days):
        limit = days[number + 1].start if number + 1 < len(days) else len(text)
        pairs += _of_day(text, group, limit, hours, used)
    pairs += [
        (None, hour)
        for hour in hours
        if hour.start not in used
        and (
            not hour.is_bare
            or (is_moved and _TO_HOUR.search(text[: hour.start]))
            or (is_timed and hour.start == 0)
            or any(one.start() <= hour.start < one.end() for one in _EITHER.finditer(text))
        )
    ]
    return text, sorted(pairs, key=lambda pair: span_of(*pair)[0])


def _hours(text: str, days: list[Days]) -> tuple[str, list[Hour]]:
    """Return the hours of a text, and the text without those that are given up: "not 3pm"."""
    hours: list[Hour] = []
    for found in find_hours(without(days, text)):
        if found.is_bare and STREET.match(text, found.start):
            continue  # the number of a house
        if given_up := _GIVEN_UP.search(text[: found.start]):
            start, end = given_up.start(), found.end
            text = f"{text[:start]}{'_' * (end - start)}{text[end:]}"
            continue
        is_open = _OPEN_SPAN.search(text[: found.start])
        hours.append(replace(found, time=None) if is_open else found)
    return text, hours


def _of_day(text: str, day: Days, limit: int, hours: list[Hour], used: set[int]) -> list[Pair]:
    """Return a day with each of its hours, which are `used` then; `limit` is where the next begins."""
    near = _hour_of(text, day, limit, hours, used)
    used.update({near.start} if near else ())
    if near and near.time is None and (named := _named(text, day, near, limit, hours)):
        used.add(named.start)
        near = replace(named, start=min(near.start, named.start))
    is_before = near is not None and near.end <= day.start
    if near and is_before:
        near, end = with_zone_at(near, text, day.end)
        day = replace(day, end=end)
    each = [] if is_before else _with_each(text, day, limit, hours)
    used.update(one.start for one in each)
    pairs: list[Pair] = [] if each and near is None else [(day, near)]
    pairs += [(day, one) for one in each if not near or one.start != near.start]
    for other in hours:
        between = OR.match(text, near.end) if near else None
        is_next = between is not None and between.end() == other.start
        if is_next and other.start < limit and other.start not in used:
            near = other
            used.add(other.start)
            pairs.append((day, other))
    return pairs


def without(times: Iterable[Days | Hour], text: str) -> str:
    """Return a text in which no figure of a day is left to be read as an hour."""
    for one in times:
        text = f"{text[: one.start]}{'_' * (one.end - one.start)}{text[one.end :]}"
    return text


def span_of(days: Days | None, hour: Hour | None) -> tuple[int, int]:
    """Return where a day with its hour begins and ends."""
    starts = [part.start for part in (days, hour) if part]
    ends = [part.end for part in (days, hour) if part]
    return min(starts), max(ends)


def _hour_of(text: str, group: Days, limit: int, hours: list[Hour], used: set[int]) -> Hour | None:
    """Return the hour that goes with a day: the one after it, else the one before it."""
    for hour in hours:
        if hour.start in used:
            continue
        between = text[group.end : hour.start]
        if group.end <= hour.start < limit:
            led = not hour.is_bare or bool(_LEADS_BARE.search(between))
            led = led or (not between.strip() and bool(_DOTTED.match(text, hour.start)))
            if led and _JOIN.fullmatch(between):
                return hour
            if not hour.is_bare and len(between) < 80 and re.search(r"\b(?:at|@)\s*$", between):
                apart = purpose_in(between)
                if apart in {"", "at"} and not re.search(r"[.;]\s", between):
                    return hour
        elif hour.end <= group.start:
            between = text[hour.end : group.start]
            before = text[: hour.start]
            led = not hour.is_bare or bool(re.search(r"(?:\bat|@|\bby)\s*$", before, _I))
            if led and _HOUR_FIRST.fullmatch(between):
                return hour
    return None


def _with_each(text: str, day: Days, limit: int, hours: list[Hour]) -> list[Hour]:
    """Return the hours of a day with one of several people each: nobody says which is the read."""
    found: list[Hour] = []
    end = day.end
    for hour in hours:
        if not day.end <= hour.start < limit:
            continue
        before, end = text[end : hour.start], hour.end
        is_told = hour.time and is_with_someone(before, text[hour.end :])
        if is_told and purpose_in(before) in {"", "at", "later", "weak"}:
            found.append(hour)
    return found if len({one.time for one in found}) > 1 else []


def is_with_someone(before: str, after: str) -> bool:
    """Whether the words around an hour say who it is with: "with Jo at 3", "3pm (Jo)"."""
    return bool(_WITH.search(before) or _WITH_NEXT.match(after))


def _named(text: str, group: Days, end: Hour, limit: int, hours: list[Hour]) -> Hour | None:
    """Return the hour that is said after an end of the day: "EOD Tuesday (that's 7pm PT)"."""
    after = max(end.end, group.end)
    for hour in hours:
        if after <= hour.start < limit and hour.time and not hour.is_bare:
            between = text[after : hour.start]
            is_far = len(between) > _NEARBY or re.search(r"[.;]\s|\bor\b", between)
            return None if is_far or purpose_in(between) not in {"", "at", "due", "weak"} else hour
    return None

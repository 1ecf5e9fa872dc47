"""Finds the times that a letter speaks of, and what each of them is for."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.confirm_words import Wanted, wants_answer
from callbacktui.exchange.invitation.days import Days, find_days
from callbacktui.exchange.invitation.hours import Hour, find_hours, in_evening, with_zone_at
from callbacktui.exchange.invitation.labels import field_of
from callbacktui.exchange.invitation.moved_times import find_old_time
from callbacktui.exchange.invitation.time_purposes import (
    Purpose,
    is_of_papers,
    purpose_in,
    purpose_of,
    purpose_of_move,
)
from callbacktui.exchange.invitation.zones import STREET

_I: Final = re.IGNORECASE


class Mention(Value, frozen=True, kw_only=True):
    """A day, an hour or both in a clause, and what they are for; empty if nothing says that.

    `answer` says whether it is the time by which the actor is to confirm. It `is_doubtful` if its
    day and hour were not said together, so that it is to be asked.
    """

    purpose: Purpose
    words: str
    clause: Clause
    days: Days | None = None
    hour: Hour | None = None
    is_first: bool = False
    is_for_rep: bool = False
    is_doubtful: bool = False
    answer: Wanted = Wanted.NO


_NEARBY: Final = 30
_MOST: Final = 150
_MOST_IN_CLAUSE: Final = 12
_GIVEN_UP: Final = re.compile(r"[\s,(]*\b(?:not|instead of|rather than)(?: at)?\s*$", _I)
_OR: Final = re.compile(
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
_FOR: Final = re.compile(r",? for (?:an? )?", _I)
"""Between the hour to arrive at and that of the read: "arrive 2:45 for 3:15"."""

_TAKEN_BACK: Final = re.compile(
    r"[\s,)]*(?:(?:session|slot|call-?back|audition|appointment|read|recall) )?(?:(?:is|are|has|have|had|was|been|being|to be) )+"
    r"(?:(?:now|sadly|unfortunately|all) )*(?:cancel+ed|called off|postponed|off|scrapped|pulled)\b",
    _I,
)
_BEGINS: Final = re.compile(
    r"^(?!.*\b(?:shoot|film|rehears|perform|production|tour)).*\b(?:begins?|starts?|opens?)(?: promptly)? at\s*$",
    _I | re.DOTALL,
)
"""Before the hour at which what the actor is invited to begins."""

_OTHERWISE: Final = re.compile(
    r"\bif you (?:can't|cannot|can not|aren't able to|are unable to|'re unable to) (?:make|come|be there|get)\b"
    r"|\balternatively\b",
    _I,
)
"""Before the deadline of a tape that may take the place of the read."""

_OPEN_SPAN: Final = re.compile(
    r"\bbetween(?: \d[\d:.]* ?(?:[ap]\.?m?\.?)?(?: [A-Z]{2,3})? (?:and|to))?\s*$", _I
)
"""Before the two hours between which the slot will be."""

_JOIN: Final = re.compile(
    r"[\s,.;:()@|-]*(?:(?:at|from|by|on|before|around|approx(?:imately)?|for|no later than|starting|the|between|time|is|latest|due|it's|@|kl|klo|um|und|ore|alle|\u00e0)[\s,.:@-]*){0,3}",
    _I,
)
_HOUR_FIRST: Final = re.compile(r"[\s,.()_-]*(?:(?:on|this|of|the|coming|for|time)[\s,]*){0,2}", _I)
_HOPED: Final = re.compile(
    r"\b(?:if (?:you can(?! (?:do|make|come|be there)\b)|you could(?! (?:do|make|come|be there)\b)|you(?:'re| are) able|(?:at all )?possible)|ideally|(?:would|'d|it'd|that'd) (?:love(?! (?:for )?(?:you|her|him|them) to\b)|be (?:great|lovely|wonderful|ideal|perfect|amazing|fab|brilliant|best|good|helpful|nice))|hop(?:e|ing) for|prefer(?:ably|red)?)\b",
    _I,
)
_BY: Final = re.compile(r"(?<!come )(?<!stop )(?<!there )\bby\s*$", _I)
_LEADS_BARE: Final = re.compile(r"(?:\bat|@|\bby|\bfrom|\bbefore|\bbetween|,|\baround)\s*$", _I)

_FOR_REP: Final = re.compile(
    r"\b(?:to|with|get|send|give|for|back to) me\b|\bI(?:'ll| will|'d| would)? (?:really )?(?:need|want|must have)\b|\bmy (?:desk|inbox)\b|\bme by\b"
    r"|\bso (?:I|we) can (?:check|look|watch|review|upload|send|submit)|\bI can (?:check|look|watch|review|upload|send)",
    _I,
)


def find_mentions(
    clauses: Iterable[Clause], written: DateTime, order: DateOrder
) -> tuple[Mention, ...]:
    """Return the times in the clauses of a letter that was written then, in reading order."""
    found: list[Mention] = []
    title = ""
    for clause in clauses:
        about = title if title.endswith("?") else ""
        title = clause.text
        for mention in _in_clause(clause, about, written, order):
            last = found[-1] if found else None
            if mention.hour and last and last.hour and clause.line <= last.clause.line + 2:
                mention = replace(mention, hour=in_evening(mention.hour, last.hour))
            if last and _completes(last, mention):
                found[-1] = replace(last, hour=mention.hour, words=f"{last.words} {mention.words}")
            else:
                found.append(mention)
        if len(found) > _MOST:
            break
    return tuple(found)


def _in_clause(clause: Clause, about: str, written: DateTime, order: DateOrder) -> list[Mention]:
    text = clause.text
    if "http" in text:
        text = re.sub(r"https?://\S+", lambda found: "_" * len(found[0]), text)
    if not any(c.isdigit() for c in text) and not _WORTH_A_LOOK.search(text):
        return []
    if (old := find_old_time(text)) is None:
        return _in_text(text, clause, about, written, order)
    start, end = old
    before, after = " " * start, " " * (len(text) - end)
    olds = [
        replace(one, purpose="old", answer=Wanted.NO)
        for one in _in_text(f"{before}{text[start:end]}{after}", clause, about, written, order)
    ]
    days = find_days(text[start:end], written, order)
    part = _without(days, text[start:end])
    part = _without(find_hours(part), part)
    rest = _in_text(
        f"{text[:start]}{part}{text[end:]}", clause, about, written, order, is_moved=True
    )
    purpose = purpose_of_move(text[:end])
    rest = [
        replace(one, purpose=purpose)
        if one.purpose in {"old", "weak", "skip", "shoot", "decision", ""}
        and clause.text.find(one.words, end) >= 0
        else one
        for one in rest
    ]
    return [*olds, *_moved(olds, rest)]


def _moved(olds: list[Mention], rest: list[Mention]) -> list[Mention]:
    """Return new times of a sentence; what they do not say of day and hour is as in the old one."""
    old = next((one for one in olds if one.hour and one.hour.time), None)
    if old is None or old.hour is None:
        return rest
    if old.days and not any(one.days for one in rest):
        return [
            replace(one, days=old.days, words=f"{old.words}; {one.words}") if one.hour else one
            for one in rest
        ]
    if any(one.hour for one in rest):
        return rest
    return [
        replace(one, hour=old.hour, is_doubtful=True, words=f"{old.words}; {one.words}")
        if one.days
        else one
        for one in rest
    ]


def _in_text(
    text: str,
    clause: Clause,
    about: str,
    written: DateTime,
    order: DateOrder,
    *,
    is_moved: bool = False,
) -> list[Mention]:
    """Return the times in the text of a clause, of which a part may be blotted out.

    If it `is_moved` from an old time, a figure alone after "to" is an hour.
    """
    days = find_days(text, written, order)
    hours: list[Hour] = []
    for found in find_hours(_without(days, text)):
        if found.is_bare and STREET.match(text, found.start):
            continue  # the number of a house
        if given_up := _GIVEN_UP.search(text[: found.start]):
            start, end = given_up.start(), found.end
            text = f"{text[:start]}{'_' * (end - start)}{text[end:]}"
            continue
        is_open = _OPEN_SPAN.search(text[: found.start])
        hours.append(replace(found, time=None) if is_open else found)
    told = replace(clause, text=text)
    pairs: list[tuple[Days | None, Hour | None]] = []
    used: set[int] = set()
    for number, group in enumerate(days):
        limit = days[number + 1].start if number + 1 < len(days) else len(text)
        near = _hour_of(text, group, limit, hours, used)
        used |= {near.start} if near else set()
        if near and near.time is None and (named := _named(text, group, near, limit, hours)):
            used |= {named.start}
            near = replace(named, start=min(near.start, named.start))
        if near and near.end <= group.start:
            near, end = with_zone_at(near, text, group.end)
            group = replace(group, end=end)
        pairs.append((group, near))
        each = (
            _with_each(text, group, limit, hours) if not (near and near.end <= group.start) else []
        )
        used |= {one.start for one in each}
        pairs += [(group, one) for one in each if not near or one.start != near.start]
        if each and near is None:
            pairs.remove((group, None))
        for other in hours:
            if other.start in used:
                continue
            if (
                near
                and near.end < other.start < limit
                and (between := _OR.match(text, near.end))
                and between.end() == other.start
            ):
                near, used = other, used | {other.start}
                pairs.append((group, other))
    pairs += [
        (None, hour)
        for hour in hours
        if hour.start not in used
        and (
            not hour.is_bare
            or (is_moved and _TO_HOUR.search(text[: hour.start]))
            or any(one.start() <= hour.start < one.end() for one in _EITHER.finditer(text))
        )
    ]
    pairs.sort(key=lambda pair: _span(*pair)[0])
    mentions: list[Mention] = []
    mentions_end = 0
    for some, hour in pairs[:_MOST_IN_CLAUSE]:
        start, end = _span(some, hour)
        after, mentions_end = mentions_end, end
        purpose = purpose_of(told, start, end)
        if mentions and not some and _OR.fullmatch(text, after, start):
            purpose = mentions[-1].purpose
        if mentions and mentions[-1].purpose == "skip" and _FOR.fullmatch(text, after, start):
            purpose = "at"
        if purpose == "shoot" and not some and _BEGINS.search(text[after:start]):
            purpose = ""
        if purpose in {"", "at", "later", "weak"} and _TAKEN_BACK.match(text, end):
            purpose = "old"
        by = purpose in {"", "at"} and bool(_BY.search(text[:start]))
        by = by and not is_of_papers(text[:start])
        answer = wants_answer(clause.label or about, text[:start], text[start:end], text[end:])
        if answer is Wanted.MAYBE and purpose not in {"", "at", "skip"}:
            answer = Wanted.NO
        if answer is not Wanted.NO:
            purpose = "skip"
        elif by:
            purpose = "due"
        if purpose == "due" and _OTHERWISE.search(text[:start]):
            purpose = "skip"
        if purpose == "due" and _is_wish(text[after:start], text[end:]):
            purpose = "wish"
        mentions.append(
            Mention(
                purpose=purpose,
                words=clause.text[start:end].strip(),
                clause=clause,
                days=some,
                hour=hour,
                is_first=start < 4 and clause.starts,
                is_for_rep=bool(_FOR_REP.search(text[after:start])),
                answer=answer,
            )
        )
    return mentions


def _without(times: Iterable[Days | Hour], text: str) -> str:
    """Return a text in which no figure of a day is left to be read as an hour."""
    for one in times:
        text = f"{text[: one.start]}{'_' * (one.end - one.start)}{text[one.end :]}"
    return text


_WORTH_A_LOOK: Final = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|today|ton|tom|tm|noon|mid|2moro|o'clock|half|quarter|eod|cob)",
    _I,
)


def _is_wish(before: str, behind: str) -> bool:
    """Whether a time is only hoped for: "if you could ...", "... would be lovely"."""
    near = re.split(r"[,;.]", behind[:60])[0]
    return bool(_HOPED.search(before) or _HOPED.search(near))


def _span(days: Days | None, hour: Hour | None) -> tuple[int, int]:
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
    """Whether the words around an hour say with whom it is: "with Jo at 3", "3pm (Jo)"."""
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


def _completes(day: Mention, hour: Mention) -> bool:
    """Whether an hour at the start of a clause belongs to the day of the one before."""
    if day.days is None or day.hour is not None or hour.hour is None or hour.days is not None:
        return False
    if day.clause is hour.clause or day.clause.line + 2 < hour.clause.line:
        return False
    if field_of(hour.clause.label) == "time":
        return day.purpose in {"at", "", "later"} and hour.clause.text.find(hour.words) < 12
    return hour.is_first and not hour.clause.label and hour.purpose in {"", "at", "skip"}

"""Finds the times that a letter speaks of, and what each of them is for."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.confirm_words import Wanted, wants_answer
from callbacktui.exchange.invitation.days import NEXT_WEEK, Days, find_days
from callbacktui.exchange.invitation.days_with_hours import (
    OR,
    pair_days_and_hours,
    span_of,
    without,
)
from callbacktui.exchange.invitation.hours import Hour, find_hours, in_evening
from callbacktui.exchange.invitation.labels import field_of
from callbacktui.exchange.invitation.moved_times import find_old_time
from callbacktui.exchange.invitation.time_purposes import (
    Purpose,
    goes_on_about_papers,
    is_of_papers,
    purpose_of,
    purpose_of_move,
)

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


_MOST: Final = 150
_MOST_IN_CLAUSE: Final = 12


_OPENS: Final = re.compile(
    r"\W*(?:(?:say|maybe|perhaps|ideally|how about|would|could|is|are|on|the|can you do|does)[, ]+){0,3}",
    _I,
)
"""Between the start of a sentence and its first weekday."""

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


_HOPED: Final = re.compile(
    r"\b(?:if (?:you can(?! (?:do|make|come|be there)\b)|you could(?! (?:do|make|come|be there)\b)|you(?:'re| are) able|(?:at all )?possible)|ideally|(?:would|'d|it'd|that'd) (?:love(?! (?:for )?(?:you|her|him|them) to\b)|be (?:great|lovely|wonderful|ideal|perfect|amazing|fab|brilliant|best|good|helpful|nice))|hop(?:e|ing) for|prefer(?:ably|red)?)\b",
    _I,
)
_BY: Final = re.compile(r"(?<!come )(?<!stop )(?<!there )\bby\s*$", _I)

_BY_HOUR: Final = re.compile(r"^\w+,? by ", _I)
"""A day with the hour of a deadline: "today by 4pm"."""

_FOR_REP: Final = re.compile(
    r"\b(?:to|with|get|send|give|for|back to) me\b|\bI(?:'ll| will|'d| would)? (?:really )?(?:need|want|must have)\b|\bmy (?:desk|inbox)\b|\bme by\b"
    r"|\bso (?:I|we) can (?:check|look|watch|review|upload|send|submit)|\bI can (?:check|look|watch|review|upload|send)",
    _I,
)


_TO_REP: Final = re.compile(r"\b(?:due|back|deadline) to (?:me|us)\b", _I)
"""A label of the agent's own deadline, beside that of casting: "Tape due to us"."""


def find_mentions(
    clauses: Iterable[Clause], written: DateTime, order: DateOrder
) -> tuple[Mention, ...]:
    """Return the times in the clauses of a letter that was written then, in reading order."""
    found: list[Mention] = []
    title = ""
    for clause in clauses:
        before, title = title, clause.text
        about = before if before.endswith("?") else ""
        for mention in _in_clause(clause, about, written, order):
            if NEXT_WEEK.search(before):
                mention = _of_next_week(mention)
            if mention.purpose == "due" and goes_on_about_papers(clause.text, before):
                mention = replace(mention, purpose="skip")
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


def _of_next_week(mention: Mention) -> Mention:
    """Return a weekday that opens a sentence after "next week?", and may be of that week."""
    days = mention.days
    if days is None or not days.is_bare or not _OPENS.fullmatch(mention.clause.text[: days.start]):
        return mention
    weeks = tuple(days.first + dt.timedelta(weeks=more) for more in (1, 2))
    return replace(mention, days=replace(days, doubts=weeks))


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
    part = without(days, text[start:end])
    part = without(find_hours(part), part)
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
    text, pairs = pair_days_and_hours(
        text, written, order, is_moved=is_moved, is_timed=field_of(clause.label) == "time"
    )
    told = replace(clause, text=text)
    mentions: list[Mention] = []
    mentions_end = 0
    for some, hour in pairs[:_MOST_IN_CLAUSE]:
        start, end = span_of(some, hour)
        after, mentions_end = mentions_end, end
        last = mentions[-1] if mentions else None
        answer = wants_answer(clause.label or about, text[:start], text[start:end], text[end:])
        purpose = _purpose(told, last, some, after, start, end)
        if answer is Wanted.MAYBE and purpose not in {"", "at", "skip"}:
            answer = Wanted.NO
        purpose = (
            "skip" if answer is not Wanted.NO else _of_deadline(purpose, text, after, start, end)
        )
        mentions.append(
            Mention(
                purpose=purpose,
                words=clause.text[start:end].strip(),
                clause=clause,
                days=some,
                hour=hour,
                is_first=start < 4 and clause.starts,
                is_for_rep=bool(_FOR_REP.search(text[after:start]) or _TO_REP.search(clause.label)),
                answer=answer,
            )
        )
    return mentions


def _purpose(
    told: Clause, last: Mention | None, days: Days | None, after: int, start: int, end: int
) -> Purpose:
    """Return what the time from `start` to `end` is for; `last` is the one that ends at `after`."""
    text = told.text
    purpose = purpose_of(told, start, end)
    if last and not days and OR.fullmatch(text, after, start):
        purpose = last.purpose
    if last and last.purpose == "skip" and _FOR.fullmatch(text, after, start):
        purpose = "at"
    if purpose == "shoot" and not days and _BEGINS.search(text[after:start]):
        purpose = ""
    is_off = purpose in {"", "at", "later", "weak"} and _TAKEN_BACK.match(text, end)
    return "old" if is_off else purpose


def _of_deadline(purpose: Purpose, text: str, after: int, start: int, end: int) -> Purpose:
    """Return whether a time is a deadline: "by" makes one, a hope or another way makes none."""
    before = text[:start]
    if (
        purpose in {"", "at"}
        and (_BY.search(before) or _BY_HOUR.search(text[start:end]))
        and not is_of_papers(before)
    ):
        purpose = "due"
    if purpose != "due":
        return purpose
    if _OTHERWISE.search(before):
        return "skip"
    return "wish" if _is_wish(text[after:start], text[end:]) else "due"


_WORTH_A_LOOK: Final = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|today|ton|tom|tm|noon|mid|2moro|o'clock|half|quarter|eod|cob|cop)",
    _I,
)


def _is_wish(before: str, behind: str) -> bool:
    """Whether a time is only hoped for: "if you could ...", "... would be lovely"."""
    near = re.split(r"[,;.]", behind[:60])[0]
    return bool(_HOPED.search(before) or _HOPED.search(near))


def _completes(day: Mention, hour: Mention) -> bool:
    """Whether an hour at the start of a clause belongs to the day of the one before."""
    if day.days is None or day.hour is not None or hour.hour is None or hour.days is not None:
        return False
    if day.clause is hour.clause or day.clause.line + 2 < hour.clause.line:
        return False
    if field_of(hour.clause.label) == "time":
        return day.purpose in {"at", "", "later"} and hour.clause.text.find(hour.words) < 12
    return hour.is_first and not hour.clause.label and hour.purpose in {"", "at", "skip"}

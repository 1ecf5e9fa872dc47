"""Finds the days of work in the letters of an invitation: a shoot, a run, rehearsals."""

import datetime as dt
import re
from typing import Final

from callbacktui.domain.dates.spans import DayRange, Span
from callbacktui.domain.dates.vocabulary import MONTH_OF, WEEKDAY_OF
from callbacktui.domain.moment import today
from callbacktui.exchange.invitation.reading_result import Found, Kind, Question, Said
from callbacktui.exchange.invitation.time_mentions import Mention
from callbacktui.exchange.invitation.times_in_letter import Page, is_gone, words_before

_READS: Final = {Kind.APPOINTMENT, Kind.CALLBACK, Kind.CHANGE, Kind.CANCEL}
_CLAIMS: Final = {Kind.AVAIL, Kind.HOLD, Kind.BOOKING}
_THEATRE: Final = re.compile(r"\brehears|\bperformances?\b|\btech\b|\bpreviews?\b", re.IGNORECASE)
_NOT_WORK: Final = re.compile(
    r"\btest option|\bweather|\brains?\b|\bcover (?:day|date)|\bcontingenc|\bfitting|\bprep\b|(?<!great )(?<!good )(?<!perfect )(?<!right )(?<!best )(?<!a )\bfit\b(?! for\b)"
    r"|\b(?:back-? ?up|(?<!on )stand-?by|reserve(?= (?:\w+ )?(?:day|date)))(?: (?:shoot|work|filming|weather))?(?: day| date)?s?\W*(?:(?:is|are|on|of|would be|for) )*$|\bb/?u\W*$|\balt(?:ernate)?(?: day| date)?s?\W*(?:is |on |of )?$",
    re.IGNORECASE,
)
_NOT_WORK_AFTER: Final = re.compile(
    r"\W*(?:is|are|as|=|would be)?\s*(?:an? |the )?(?:possible |only )?(?:weather|rain|cover|contingenc|back-?up|(?:on )?stand-?by|fitting)"
    rf"(?!\w*(?: days?| dates?)?:? (?:(?:is|on|the|would be|will be|may be) )?(?:\d|(?:{'|'.join(WEEKDAY_OF)}|{'|'.join(MONTH_OF)})\b))",
    re.IGNORECASE,
)
_SHOOT_PART: Final = re.compile(
    r"[,;.](?: (?:and|then|they|we|it))* (?=shoot|film|record)|\band (?:they |we )?(?=shoot|film|record)"
)
_OF_TEST: Final = re.compile(
    r"\b(?:network|studio|screen|camera|chem(?:istry)?)[- ]?(?:tests?|reads?)\b|\bcall-?backs?\b|\btest (?:dates?|days?)\b",
    re.IGNORECASE,
)
_OF_JOB: Final = re.compile(
    r"\b(?:shoots?|shooting|films?|filming|production|work|rehears\w+|perform\w*|runs?)\b",
    re.IGNORECASE,
)
_OF_WORK: Final = re.compile(
    r"^(?!.*\b(?:auditions?|call-?backs?|recalls?|reads?|sessions?|slots?|tapes?)\b).*"
    r"\b(?:shoots?|shooting|filming|rehears\w+|work days?|production)\b",
    re.IGNORECASE | re.DOTALL,
)
_READ_BEFORE: Final = re.compile(
    r"\b(?:recalls?|call-?backs?|auditions?|meetings?|castings?|readings?|chem(?:istry)? reads?)\b"
    r"(?:\W|\b(?:w/?c|week|commencing|beginning|of|on|are|is|will|would|be|held|planned|from|the|in)\b){0,12}$",
    re.IGNORECASE,
)
"""Before a day that is of a read: "Recalls w/c 30 Nov. Rehearsals from 4 Jan"."""

_SESSION: Final = re.compile(
    r"(?:\b(?:session|record(?:ing)?|shoots?|work(?:ing)?|job)\W*|^\W*)$", re.IGNORECASE
)
"""Before the day and the hours for which an actor is asked: "session Wed 12/2 2-3pm"."""

_ALSO: Final = re.compile(r"(?:\band|\bplus|&|\+)(?: (?:the|on|also))*\W*$", re.IGNORECASE)
_CLOSING: Final = re.compile(
    r"\b(?:clos(?:es|ing)(?: night| performance)?|final (?:performance|show)|last (?:performance|show|night)|strike)\W*(?:is |on )*$",
    re.IGNORECASE,
)
_RUN: Final = re.compile(
    r"\bopen(?:ing|s)\b|\brehears|\bpreviews?\b|\bperformances?\b|\bpress night\b|\bclosing (?:night|performance)\b",
    re.IGNORECASE,
)
_EACH: Final = re.compile(r"\b(?:every|each)\s*$", re.IGNORECASE)
_WEEKLY: Final = re.compile(
    r"\W*(?:(?:evening|morning|afternoon|night)s|weekly|only|from|starting|beginning|in|each week|every week)\b",
    re.IGNORECASE,
)
_EVERY_WEEK: Final = re.compile(
    r"\b(?:\d|one|two|three|four|five|six|seven) ?(?:-|days?|nights?|evenings?)(?: days?)?(?: a| per| each|/| /) ?week\b|\bdays?[ -](?:a|per)[ -]week\b|\b(?:\d|five|six)-day week"
    r"|\bweekdays\b|\brehears|\bperform|\bevenings\b|\bschedule\b",
    re.IGNORECASE,
)
"""Words of what goes on from week to week: "5 days a week, Monday to Friday"."""

_BY: Final = re.compile(r"\b(?:by|before)\s*$", re.IGNORECASE)


def find_work(pages: tuple[Page, ...], kind: Kind) -> list[Found]:
    """Return the first and the last day of the work."""
    for page in pages:
        groups = [m for m in page.mentions if m.days and _is_work(m, kind)]
        groups += [m for m in page.mentions if is_last_night(m, page)]
        groups = [m for m in groups if not is_gone(m, page)]
        if any(m.days and not m.days.is_bare for m in groups):  # "Tues/Thurs from 12 January"
            groups = [m for m in groups if m.days and not m.days.is_bare]
        groups = [m for m in groups if not _is_aside(m)] or groups
        told = [m for m in groups if m.purpose or m.clause.label or _opens_line(m, page, kind)]
        groups = told or groups
        if not groups:
            continue
        days = [day for m in groups if m.days for day in m.days.days]
        words = "; ".join(dict.fromkeys(m.words for m in groups))
        if turned := _turned_work(groups, days, words):
            return turned
        if any(m.days and (m.days.is_either or m.days.doubts) for m in groups):
            doubts = [day for m in groups if m.days for day in m.days.doubts]
            choices = tuple(sorted({*days, *doubts}))
            return [Question(field="shoot_from", choices=choices, words=words)]
        found: list[Found] = [Said(field="shoot_from", value=min(days), words=words)]
        if max(days) > min(days):
            found.append(Said(field="shoot_to", value=max(days), words=words))
        if listed := _single_days(groups):
            found.append(Said(field="work_days", value=listed, words=words))
        return found
    return []


def _is_aside(mention: Mention) -> bool:
    """Whether a day is in brackets: "Work: 3/22-4/2 (the clocks change on 3/14)"."""
    before = mention.clause.text.partition(mention.words)[0]
    return before.count("(") > before.count(")")


def _opens_line(mention: Mention, page: Page, kind: Kind) -> bool:
    """Whether days of a claim open a line of their own: "Jan 19-22 in Albuquerque"."""
    is_plain = kind in _CLAIMS and mention.is_first and not mention.hour
    ahead = mention.days is not None and mention.days.first > today(page.letter.written)
    return is_plain and ahead


def moved_days(page: Page) -> tuple[dt.date, ...]:
    """Return the days of work that are on other days now: "the shoot has moved from 9 to 11 Dec"."""
    news = [m.clause for m in page.mentions if m.purpose == "shoot" and m.days]
    olds = [
        m.days
        for m in page.mentions
        if m.days and m.purpose == "old" and any(m.clause is clause for clause in news)
    ]
    return tuple(
        dict.fromkeys(
            day
            for one in olds
            for day in (one.days if one.is_listed else DayRange(one.first, one.last).each_day())
        )
    )


def _is_work(mention: Mention, kind: Kind) -> bool:
    said = f"{mention.clause.label} {mention.clause.text}"
    near = said.split(mention.words)[0][-40:]
    if _OF_TEST.search(said) and not _OF_JOB.search(said):
        return False
    if mention.days and mention.days.is_bare and _is_weekly(mention):
        return False
    if _NOT_WORK.search(_SHOOT_PART.split(near)[-1]) or _READ_BEFORE.search(near):
        return False
    if _NOT_WORK_AFTER.match(said.partition(mention.words)[2]):
        return False
    if mention.purpose == "shoot":
        if mention.hour and _BY.search(said.partition(mention.words)[0]):
            return False  # "availability by noon tomorrow"
        is_session = mention.hour and kind in _READS and not mention.clause.label
        return not is_session or bool(kind is Kind.CHANGE and _OF_WORK.search(said))
    if mention.purpose in {"skip", "at", "due"} and _THEATRE.search(said):
        return (
            bool(re.search(r"\b(?:closes|clos(?:ing|e)|until|ends?|to|runs?)\b", said))
            and not mention.hour
        )
    loose = not mention.hour and not _BY.search(said.partition(mention.words)[0])
    is_session = bool(_SESSION.search(mention.clause.text.partition(mention.words)[0]))
    return kind in _CLAIMS and mention.purpose in {"", "at"} and (loose or is_session)


def is_last_night(mention: Mention, page: Page) -> bool:
    """Whether a day is the last one of a run: "Opening: February 6, closing: March 7"."""
    if mention.hour or not mention.days or not _CLOSING.search(words_before(mention)):
        return False
    return any(_RUN.search(f"{c.label} {c.text}") for c in page.clauses)


def _is_weekly(mention: Mention) -> bool:
    """Whether days of the week come again each week: "Tues/Thurs evenings", "every Friday"."""
    before, _, after = mention.clause.text.partition(mention.words)
    several = mention.days is not None and len(mention.days.days) > 1
    if several and _EVERY_WEEK.search(f"{mention.clause.label} {mention.clause.text}"):
        return True
    return bool(_EACH.search(before) or _WEEKLY.match(after))


def _turned_work(groups: list[Mention], days: list[dt.date], words: str) -> list[Found]:
    """Return what to ask of work whose days and months may stand the other way round."""
    if not any(m.days and m.days.others for m in groups):
        return []
    turned = [day for m in groups if m.days for day in (m.days.others or m.days.days)]
    if any(m.days and (m.days.is_either or m.days.doubts) for m in groups):
        choices = tuple(sorted({*days, *turned}))
        return [Question(field="shoot_from", choices=choices, words=words)]
    first, other = sorted((days, turned), key=min)
    asked: list[Found] = [
        Question(field="shoot_from", choices=(min(first), min(other)), words=words)
    ]
    if len({*days}) > 1:
        choices = (max(first), max(other))
        asked.append(Question(field="shoot_to", choices=choices, words=words))
    return asked


def _single_days(groups: list[Mention]) -> str:
    """Return the days of work if they are listed one by one, and not all in a row."""
    named = [m for m in groups if m.days]
    if not any(m.days and m.days.is_listed for m in named):
        return ""
    if any(m.days and not m.days.is_listed and not _is_one_more(m) for m in named):
        return ""
    days = sorted({day for m in named if m.days for day in m.days.days})
    whole = (days[-1] - days[0]).days + 1
    return ", ".join(Span.of(day, day).said for day in days) if whole > len(days) else ""


def _is_one_more(mention: Mention) -> bool:
    """Whether a day is one more of a list, and no end of a span: "and the 18/01 for pick-ups"."""
    before = mention.clause.text.partition(mention.words)[0]
    return len(mention.days.days if mention.days else ()) == 1 and bool(_ALSO.search(before))

"""Takes a line apart, from the surest part to the least sure: marks, dates, words, names."""

import re
from collections.abc import Sequence
from typing import Final

from callbacktui.domain.dates.time_of_day import END_OF_DAY
from callbacktui.domain.dates.vocabulary import WEEKDAY_OF, MomentError
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.stage import Stage
from callbacktui.exchange.quick_line import dates
from callbacktui.exchange.quick_line.dates import When, is_day, matches, moment_of, words_of
from callbacktui.exchange.quick_line.line_state import HOLE, UNREAD, Claim, LineState, is_name
from callbacktui.exchange.quick_line.take_holds import take_holds
from callbacktui.exchange.quick_line.take_labels import take_labels
from callbacktui.exchange.quick_line.take_office_and_place import (
    take_office,
    take_places,
    take_venues,
)
from callbacktui.exchange.quick_line.take_other_days import take_later_callbacks, take_no_days
from callbacktui.exchange.quick_line.take_title import take_title
from callbacktui.exchange.quick_line.take_trade_terms import (
    part_terms,
    take_answers,
    take_asides,
    take_inset_reps,
    take_money,
    take_nda,
    take_opener,
    take_platform,
    take_reps,
    take_tail,
    take_terms,
    take_use,
)
from callbacktui.exchange.quick_line.zones import TOWNS, town_after
from callbacktui.exchange.spreadsheet.words_to_values import medium_of

_FLAGS: Final = re.IGNORECASE | re.ASCII
_MARK = re.compile(r"(?<!\S)(?P<mark>[#!])(?P<word>[^\W\d_]\S*)(?=(?P<second> \S+)?)")
_DUE = re.compile(rf"(?<!\S)due(?: date)?:?(?: by)?(?=[ {HOLE}]|$)[^{HOLE}@]*")
_DUE_SEVERAL = re.compile(
    rf"(?<!\S)(?:due|by|deadline):?(?: by)? (?P<said>{dates.SEVERAL}"
    rf"|{dates.ONE_TIME},? (?:now |then )?(?:extended|moved|pushed|changed)(?: to| until)?"
    rf" {dates.ONE_TIME})(?![\w'-])",
    _FLAGS,
)
_BEFORE_NAMES = re.compile(r"[\d/.-]+:? [^,\x00@]+,")
"""Figures before role and project: "submitted 11/20 Nina, Hamlet"."""

_LETTER = re.compile(r"[^\W\d_]{2}")
_END_OF_DAY = re.compile(END_OF_DAY, re.IGNORECASE)
_BEFORE_BY: Final = {
    *("it", "back", "sent", "required", "received", "must", "be", "latest", "rcvd"),
    *("please", "pls", "asap", "upload", "uploaded", "submitted", "turned", "agent", "agents"),
    *("manager", "mgr", "casting", "slate", "takes", "than", "email"),
}
"""Words before the "by" of a tape; others tell what else is to be done by then."""

_MIDNIGHT: Final = (
    "Midnight is kept as the last minute of that day. If it is the first, write 00:00."
)
_AT_OFFICE = re.compile(r"@[^\x00]*")
_LATELY: Final = 90
"""Days back in which "submitted 11/20" is, if it has passed."""

_BARE = re.compile(r"\bat \d+$", re.IGNORECASE)
_OTHER_HOUR = re.compile(
    r"\b(?:arriv(?:e|al)|train|bus|flight|parking(?: opens)?|doors(?: open)?|sign(?:ing)?[ -]?in"
    r"|check[ -]?in|lunch|break|warm[ -]?up|leave|pick ?up|ends?|until|till)(?: is)?:? ?$",
    re.IGNORECASE,
)
"""Before an hour that is not that of the read: "sign in 8am"."""

_WITH_WHOM = re.compile(
    r"(?P<before>(?<![^\s\x00(,])(?:(?:and|then|&) )?"
    r"(?:(?:with|w/) ?[^\x00-\x04@,;]{1,30}? |(?-i:[A-Z])[\w'.-]*:? ))?"
    r"(?<![^\s\x00(,@])(?P<hour>\x02+)(?!\x02)"
    r"(?P<after>(?(before)(?!)|,? ?(?:with|w/) ?[^\s\x00-\x04]+))?",
    _FLAGS,
)
"""An hour with one of several people: "with Jo at 3", "Jo 3pm", "3pm with Jo"."""

_LETTERS = re.compile(
    r" ?\(?(?!(?:VO|TV|CB|EPA|ECC)\b)[A-Z]{2,5}\b(?:[+-]\d+)?\)?"
    rf"| in (?i:{TOWNS})\b"
)


def read_claims(text: str, when: When, offices: Sequence[str]) -> tuple[Claim, ...]:
    """Return what each part of a line was read as, in the order of the line."""
    line = LineState(text)
    line.part_fields()
    _take_marks(line)
    take_opener(line)
    take_nda(line)
    take_later_callbacks(line, when)
    part_terms(line)
    take_platform(line)
    take_terms(line, all_terms=False)
    take_answers(line, when)
    take_money(line)
    take_use(line)
    take_no_days(line)
    _take_due(line, when)
    _take_fitting(line, when)
    take_holds(line, when)
    _take_hours_with_people(line)
    _take_beside(line, when)
    _take_several(line, timed=True)
    _take_timed(line, when)
    take_terms(line, all_terms=True)
    _take_several(line, timed=False)
    _take_untimed(line, when)
    take_terms(line, all_terms=True)
    take_inset_reps(line)
    take_asides(line)
    take_places(line)
    take_reps(line)
    _take_lone_hours(line, when)
    take_terms(line, all_terms=True)
    take_tail(line)
    take_labels(line)
    take_office(line, offices)
    take_venues(line)
    take_title(line)
    return tuple(sorted(line.claims, key=lambda claim: claim.start))


def _take_marks(line: LineState) -> None:
    for found in reversed(list(_MARK.finditer(line.rest))):
        word, end = found["word"], found.end("word")
        if found["second"] and found["mark"] == "#" and medium_of(word + found["second"]):
            word, end = word + found["second"], found.end("second")
        line.take(found["mark"], found.start(), end, word.rstrip(","))


def _take_due(line: LineState, when: When) -> None:
    for found in matches(_DUE_SEVERAL, line):
        if not dates.is_one(line, *found.span("said")):
            line.take(UNREAD, *found.span(), reason="that could be one of several days")
    for found in matches(dates.DUE, line):
        said = words_of(line, found)
        day = said["day"] or said["day2"] or said["only"] or said["in"] or "today"
        hour = f"{said['hour'] or said['hour2']} {said['zone']}".strip()
        if said["now"] and "\x02" in found["now"]:
            hour = said["now"]
            if hour.lower() not in {"midnight", "12 midnight"}:
                continue
        if said["aside"] and not _is_same_day(said["only"], said["aside"], when):
            line.take(UNREAD, *found.span(), reason="that could be one of several days")
            continue
        by = found[0][:2].lower() == "by"
        before = line.word_before(found.start())
        if by and line.has_names and before.islower() and before not in _BEFORE_BY:
            why = "is that when the tape is due? Write it as: due fri noon"
            line.take(UNREAD, *found.span(), reason=why)
            continue
        if by and not line.text[found.start()].islower():
            continue
        only = found.start("only")
        is_apart = not (line.word_before(found.start()) or line.word_after(found.end()))
        is_apart = is_apart or _END_OF_DAY.search(found[0]) is not None
        if by and only >= 0 and not (is_apart or is_day(line, only, found.end(), has_hour=False)):
            continue
        end = found.start("vague") if found["vague"] else found.end()
        unknown = _LETTERS.match(line.rest, end) if hour and line.has_names else None
        if unknown and found["hour"]:
            end, hour = found.start("hour"), ""
        _take_moment(line, when, "due_at", (found.start(), end), day, hour)
        if found["vague"]:
            line.take(UNREAD, end, found.end("vague"), reason="that could be two hours")
        elif unknown:
            line.take(UNREAD, end, unknown.end(), reason="which zone is that?")
    for found in reversed(list(_DUE.finditer(line.rest))):
        why = "it waits for a date, such as due fri noon"
        line.take(UNREAD, found.start(), found.start() + len(found[0].rstrip()), reason=why)


def _is_same_day(day: str, other: str, when: When) -> bool:
    """Whether a day in brackets is the one before it: "fri (tmrw)"."""
    try:
        return moment_of(day, "", when) == moment_of(other, "", when)
    except MomentError:
        return False


def _take_fitting(line: LineState, when: When) -> None:
    for found in matches(dates.FITTING, line):
        if line.text[found.start()].islower():
            said = words_of(line, found)
            day = said["day"] or said["day2"] or said["only"]
            hour = f"{said['hour'] or said['hour2']} {said['zone']}".strip()
            _take_moment(line, when, "fitting", found.span(), day, hour)


def _take_hours_with_people(line: LineState) -> None:
    """Take the hours with several people as not understood: which of them is the read?"""
    found = [
        one
        for one in _WITH_WHOM.finditer(dates.mark_hours_and_days(line.rest))
        if one["before"] or one["after"]
    ]
    if len({line.rest[slice(*one.span("hour"))].removeprefix("at ") for one in found}) > 1:
        for one in found:
            line.take(UNREAD, *one.span(), reason="which of these hours is yours? Write that one")


def _take_several(line: LineState, *, timed: bool) -> None:
    """Take days or hours of which any could be meant, as not understood."""
    for found in matches(dates.CHAIN, line):
        span = found.span()
        has_hour = dates.has_hour(line, *span)
        if dates.is_one(line, *span) or not dates.has_day(line, *span) or has_hour is not timed:
            continue
        said = line.text[slice(*span)]
        if _BARE.search(said) and is_name(line.word_after(span[1])):  # "2pm, at 33 Union Sq"
            continue
        is_third = not line.word_before(span[0]) and line.rest[: span[0]].count(",") > 1
        is_span = (
            (line.is_small(span[0]) or is_third) and any(map(str.isdigit, said)) and not has_hour
        )
        is_span = is_span and not _is_whole_project(line, span[0])
        if is_span or is_day(line, *found.span(), has_hour=has_hour):
            line.take(UNREAD, *found.span(), "several", "that could be one of several days")


def _take_beside(line: LineState, when: When) -> None:
    """Take two days side by side: as one if they are the same, else as not understood."""
    for found in matches(dates.BESIDE, line):
        first, end = found.span("first")
        has_hour = found["before"] is not None or found["hour"] is not None
        is_word = line.text[first:end].lower() in WEEKDAY_OF and end - first > 5
        if not line.is_small(first) or dates.is_of_a_title(line, first):
            continue
        if _is_whole_project(line, first):
            continue
        if is_word and not (has_hour or line.has_names):  # "black friday tues 11am"
            continue
        said = words_of(line, found)
        hours = [said[name] for name in ("before", "hour", "hour2") if said[name]]
        more = bool(said["more"])
        moment = None if more else _one_day(said["first"], said["second"], hours, when)
        if moment is None:
            line.take(UNREAD, *found.span(), "several", "that could be one of several days")
        else:
            line.take("at", *found.span(), moment)


def _one_day(first: str, second: str, hours: list[str], when: When) -> Moment | None:
    """Return the moment of a day that is said in two ways: "tmrw wed 2pm", "thu 3pm 12/3"."""
    if len(hours) > 1:
        return None
    try:
        one, other = (moment_of(day, hours[0] if hours else "", when) for day in (first, second))
    except MomentError:
        return None
    for day, weekday in ((one, second), (other, first)):
        number = WEEKDAY_OF.get(weekday.lower().strip("."))
        if number is not None and day.day.weekday() == number:
            return day
    return one if one.day == other.day else None


def _take_timed(line: LineState, when: When) -> None:
    for found in matches(dates.TIMED, line):
        name = "day" if found["day"] else "day2"
        hour_name = "hour" if found["hour"] else "hour2"
        said = words_of(line, found)
        is_led = name == "day2" and said[name].lower().rstrip(".") in WEEKDAY_OF
        is_address = _BARE.search(said[hour_name]) and is_name(line.word_after(found.end()))
        names = _AT_OFFICE.sub("", line.rest[: found.start()])
        is_address = is_address and any(map(str.isalpha, names))
        if is_address or not (is_led or is_day(line, *found.span(name), has_hour=True)):
            continue
        start, end = found.span()
        day, hour = said[name], f"{said[hour_name]} {said['zone']}".strip()
        if end == found.end(hour_name) and (town := town_after(line, hour, start, end)):
            hour, end = hour[: -len(town)].rstrip(), end - len(town)
        elif unknown := line.has_names and _LETTERS.match(line.rest, end):
            _take_moment(line, when, "at", found.span(name), day, "")
            line.take(UNREAD, found.start(hour_name), unknown.end(), reason="which zone is that?")
            continue
        field = "due_at" if " by " in line.text[start:end] else "at"
        _take_moment(line, when, field, (start, end), day, hour)


def _take_moment(
    line: LineState, when: When, field: str, span: tuple[int, int], day: str, hour: str
) -> None:
    """Take a day and an hour as a moment; an hour of which nobody can be sure stays unread."""
    start, end = span
    try:
        moment = moment_of(day, hour, when)
        line.take(field, start, end, moment, _MIDNIGHT if "midnight" in hour.lower() else "")
        return
    except MomentError as error:
        reason = str(error)
    has_other = dates.has_day(line, 0, start) or dates.has_day(line, end, len(line.text))
    if field == "at" and not has_other and (lately := _lately(line, when, day, hour)):
        line.take(field, start, end, lately)
        return
    hour_at, day_at = line.rest.find(hour, start, end), line.rest.find(day, start, end)
    try:
        found = moment_of(day, "", when) if dates.is_unsure(hour) and hour_at > day_at else None
    except MomentError:
        found = None
    if found is None:
        line.take(UNREAD, start, end, reason=reason)
    else:
        line.take(field, start, hour_at, found)
        line.take(UNREAD, hour_at, end, reason=reason)


def _lately(line: LineState, when: When, day: str, hour: str) -> Moment | None:
    """Return the day of the last weeks on which the line says that something was done."""
    is_done = any(claim.value in {Stage.SUBMITTED, Stage.AUDITIONED} for claim in line.claims)
    if not is_done or any(claim.field == "at" for claim in line.claims):
        return None
    try:
        moment = moment_of(day, hour, when, past=True)
    except MomentError:
        return None
    return moment if (today(when.now) - moment.day).days < _LATELY else None


def _take_untimed(line: LineState, when: When) -> None:
    """Take the day without an hour as the appointment, if it is the only day that could be it."""
    fits = [
        (found, end)
        for found in matches(dates.UNTIMED, line)
        for end in dict.fromkeys((found.end(), found.end("day")))
        if is_day(line, found.start(), end, has_hour="\x02" in (found["vague"] or ""))
        and not _is_whole_project(line, found.start())
    ]
    if not fits:
        return
    last = fits[-1][0]
    found, end = next(fit for fit in fits if fit[1] > last.start())
    has_other = any(claim.field == "at" for claim in line.claims)
    if has_other or any(_is_other(fit, found, when, line) for fit, _ in fits):
        for fit, until in reversed(fits):
            if HOLE not in line.rest[fit.start() : until] and line.text[fit.start()].islower():
                line.take(UNREAD, fit.start(), until, "several", "the line names another day")
        return
    _take_moment(line, when, "at", found.span("day"), words_of(line, found)["day"], "")
    if end > found.end("day"):
        line.take(UNREAD, found.start("vague"), end, reason="that could be two hours")


def _is_other(one: re.Match[str], last: re.Match[str], when: When, line: LineState) -> bool:
    """Whether a day is another than the last one that the line names, and is ahead."""
    try:
        days = [moment_of(words_of(line, found)["day"], "", when).day for found in (one, last)]
    except MomentError:
        return False
    return days[0] != days[1]


def _is_whole_project(line: LineState, start: int) -> bool:
    """Whether figures are in the place of the project: "Nina, 24/7"."""
    head = line.rest[:start].rstrip()
    is_figure = line.text[start].isdigit()
    opens = not head.strip(f"{HOLE} ") and not _BEFORE_NAMES.match(line.rest, start)
    opens = opens and (not _LETTER.search(line.rest, start) or _has_time(line))
    is_second = head[-1:] == "," and head.count(",") == 1 and " in " not in head
    is_only = not any(claim.field != UNREAD for claim in line.claims)
    return is_figure and (opens or (is_second and (is_only or _has_time(line))))


def _has_time(line: LineState) -> bool:
    return any(claim.field in {"at", "due_at"} for claim in line.claims)


def _take_lone_hours(line: LineState, when: When) -> None:
    """Take an hour apart from its day; without a day it stays unread."""
    hours = [f for f in matches(dates.ALONE, line) if not line.word_after(f.end())]
    days = [c for c in line.claims if c.field == "at" and c.value.time is None]
    for found in hours:
        if line.rest[found.start()] == HOLE:
            continue
        if _OTHER_HOUR.search(line.rest, 0, found.start()):
            line.take(UNREAD, *found.span(), reason="is that when it begins?")
            continue
        if len(hours) == len(days) == 1 and not any(c.field == "due_at" for c in line.claims):
            line.claims.remove(days[0])
            said = days[0].words
            try:
                moment = moment_of(said, line.rest[slice(*found.span())], when)
            except MomentError:
                line.claims.append(days[0])
            else:
                line.claims.append(Claim(field="at", words=said, start=days[0].start, value=moment))
                line.take("at", *found.span(), moment)
                continue
        line.take(UNREAD, *found.span(), reason="an hour without its day")

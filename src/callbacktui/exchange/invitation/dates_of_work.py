"""Puts the days of work of a mail, a fitting and a time to answer by into an audition."""

import datetime as dt
import re
from typing import Final

from msgspec.structs import replace

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import DayRange, Span, read_span
from callbacktui.domain.enums import HoldKind, TimeOf
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money import read_money
from callbacktui.domain.text import clean_line
from callbacktui.domain.time_changes import with_new_time
from callbacktui.exchange.invitation.reading_result import Kind, Reading, are_twins

_HOLDS: Final = (
    (HoldKind.FIRST_REFUSAL, r"(?:right of )?(?:first|1st) refusal"),
    (HoldKind.HEAVY_PENCIL, r"heavy pencil|heavily pencil+ed"),
    (
        HoldKind.PENCIL,
        r"(?:(?:light|first|second|1st|2nd) )?pencil(?:l?ed|led in)?|lightly pencil+ed",
    ),
    (HoldKind.PIN, r"pinned|(?:on )?pin(?! ?code| ?:| ?\d)"),
    (HoldKind.HOLD, r"(?:on )?(?:(?:first|second|1st|2nd|soft|hard) )?hold(?:ing)?"),
    (HoldKind.AVAIL_CHECK, r"avail(?:ability)? ?-?check"),
    (HoldKind.AVAIL, r"(?:on )?avails?"),
)
"""The words of a claim on dates; those that say most come first."""

_ANY_HOLD: Final = "|".join(words for _, words in _HOLDS)


def work_span(reading: Reading, first: dt.date, last: dt.date) -> Span:
    """Return the days of work, one by one if they were listed."""
    listed = read_span(reading.text_of("work_days"), first)
    days = listed.ranges if listed else ()
    if listed and days and (days[0].first, days[-1].last) == (first, last):
        return listed
    return Span.of(first, last)


def possible_dates(reading: Reading) -> Span | None:
    """Return the days of which it is open on which the work is: "12/14 or 12/15"; tentative."""
    asked = next((one for one in reading.questions if one.field == "shoot_from"), None)
    if asked is None:
        return None
    twin = next((one for one in reading.questions if are_twins(one, asked)), asked)
    pairs = [
        DayRange(first, last)
        for first, last in zip(asked.choices, twin.choices, strict=True)
        if isinstance(first, dt.date) and isinstance(last, dt.date)
        if last >= today(reading.written)
    ]
    if not pairs:
        return None
    ranges: list[DayRange] = []
    for first, last in sorted(pairs):
        if ranges and first - ranges[-1].last <= dt.timedelta(days=1):
            ranges[-1] = DayRange(ranges[-1].first, max(last, ranges[-1].last))
        else:
            ranges.append(DayRange(first, last))
    (first, last), *more = ranges
    return Span(first=first, last=last, said=clean_line(asked.words), firm=False, more=tuple(more))


def with_fitting(audition: Audition, reading: Reading) -> Audition:
    """Return the audition with the fitting of its job."""
    fitting = reading["fitting"]
    if audition.booking is None or not isinstance(fitting, Moment):
        return audition
    place = reading.text_of("fitting_place") or audition.booking.fitting_place
    booking: Booking = replace(audition.booking, fitting=fitting, fitting_place=place)
    return replace(audition, booking=booking)


def with_answer_by(audition: Audition, reading: Reading) -> Audition:
    """Return the audition with the time by which its hold is to be answered."""
    hold, by = audition.live_hold, reading["confirm_by"]
    if reading.kind not in {Kind.HOLD, Kind.AVAIL} or hold is None or not isinstance(by, Moment):
        return audition
    told_by, on = reading.text_of("rep") or reading.text_of("office"), today(reading.written)
    words = next((one.words for one in reading.said if one.field == "confirm_by"), "")
    told = with_new_time(
        hold, TimeOf.ANSWER_BY, by, said=clean_line(words), told_by=told_by, told_on=on
    )
    return moves.with_hold(audition, told)


def with_dates(audition: Audition, reading: Reading, dates: Span) -> Audition:
    """Return the audition with the dates of its live hold, or of its booking."""
    if reading.kind is Kind.BOOKING and audition.booking:
        fee = read_money(reading.text_of("rate")) or audition.booking.fee
        booking: Booking = replace(audition.booking, work_dates=dates, fee=fee)
        return replace(audition, booking=booking)
    hold = audition.live_hold
    if reading.kind not in {Kind.HOLD, Kind.AVAIL} or hold is None:
        return audition
    return moves.with_hold(audition, replace(hold, dates=dates))


def with_word_of_hold(audition: Audition, reading: Reading) -> Audition:
    """Return the audition with the word that a mail has for its live hold, and who told it."""
    hold = audition.live_hold
    if reading.kind not in {Kind.HOLD, Kind.AVAIL} or hold is None:
        return audition
    is_check = reading.kind is Kind.AVAIL
    kind, word = (HoldKind.AVAIL_CHECK if is_check else HoldKind.HOLD), ""
    for some, words in _HOLDS:
        if is_check and some not in {HoldKind.AVAIL_CHECK, HoldKind.AVAIL}:
            continue
        chain = rf"(?<![\w-])(?:(?:{_ANY_HOLD}) ?/ ?)*(?:{words})(?: ?/ ?(?:{_ANY_HOLD}))*(?![\w-])"
        if found := re.search(chain, reading.text, re.IGNORECASE):
            kind, word = kind if is_check else some, clean_line(found[0])
            break
    told_by = reading.text_of("rep") or reading.text_of("office") or hold.told_by
    told = replace(hold, kind=kind, word_used=word or hold.word_used, told_by=told_by)
    return moves.with_hold(audition, told)

"""Puts the days of work of a mail, a fitting and a time to answer by into an audition."""

import datetime as dt
import re
from typing import Final

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import DayRange, Span, read_span
from callbacktui.domain.dates.style import format_time
from callbacktui.domain.enums import HoldKind, TimeOf
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money import read_money
from callbacktui.domain.stage import Stage
from callbacktui.domain.stage_effects import with_hold
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


def with_work(audition: Audition, reading: Reading) -> Audition:
    """Return the audition with the days of work that a mail names, or those it leaves open."""
    first, last = reading["shoot_from"], reading["shoot_to"]
    if not isinstance(first, dt.date):
        possible = possible_dates(reading)
        return with_dates(audition, reading, possible) if possible else audition
    dates = work_span(reading, first, last if isinstance(last, dt.date) else first)
    if reading.kind is Kind.CHANGE:
        return with_moved_work(audition, reading, dates)
    return with_dates(replace(audition, shoot_dates=dates), reading, dates)


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
    days = {day for pair in pairs for day in pair.each_day()}
    return replace(Span.of_days(days, firm=False), said=clean_line(asked.words))


def with_moved_work(audition: Audition, reading: Reading, dates: Span) -> Audition:
    """Return the audition with days of work that a change puts on `dates`, wherever it has them."""
    moved = replace(audition, shoot_dates=_moved(audition.shoot_dates, reading, dates) or dates)
    if (booking := moved.booking) and (was := booking.work_dates):
        booking = replace(booking, work_dates=_moved(was, reading, dates))
        moved = replace(moved, booking=booking)
    if (hold := moved.live_hold) and (was := hold.dates):
        moved = with_hold(moved, replace(hold, dates=_moved(was, reading, dates)))
    return moved


def _moved(was: Span | None, reading: Reading, dates: Span) -> Span | None:
    """Return days with `dates` for those that moved; as they were if it is not said which did."""
    if was is None:
        return None
    days = {day for one in was.ranges for day in one.each_day()}
    new = {day for one in dates.ranges for day in one.each_day()}
    gone = days.intersection(reading.moved_days)
    if not reading.moved_days:
        return dates if len(new) >= len(days) else was
    if not gone:
        return was
    return Span.of_days({*(days - gone), *new}, firm=was.firm) if days - gone else dates


def with_fitting(audition: Audition, reading: Reading) -> Audition:
    """Return the audition with the fitting of its job; one may come before the booking."""
    fitting = reading["fitting"]
    is_claimed = audition.is_job or audition.stage in {Stage.HOLD, Stage.OFFER}
    if reading.kind is Kind.AVAIL or not is_claimed or not isinstance(fitting, Moment):
        return audition
    booking = audition.booking or Booking()
    place = reading.text_of("fitting_place") or booking.fitting_place
    return replace(audition, booking=replace(booking, fitting=fitting, fitting_place=place))


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
    return with_hold(audition, told)


def answer_to_offer(reading: Reading) -> list[str]:
    """Return a line that says by when an offer is to be answered; no field of an audition does."""
    by = reading["confirm_by"]
    if reading.kind is not Kind.BOOKING or not isinstance(by, Moment):
        return []
    hour = f", {format_time(by.time)} ({by.zone})" if by.time else ""
    return [f"Answer by {Span.of(by.day, by.day).said}{hour}"]


def with_dates(audition: Audition, reading: Reading, dates: Span) -> Audition:
    """Return the audition with the dates of its live hold, or of its booking."""
    if reading.kind is Kind.BOOKING and audition.booking:
        fee = read_money(reading.text_of("rate")) or audition.booking.fee
        booking: Booking = replace(audition.booking, work_dates=dates, fee=fee)
        return replace(audition, booking=booking)
    hold = audition.live_hold
    if reading.kind not in {Kind.HOLD, Kind.AVAIL} or hold is None:
        return audition
    return with_hold(audition, replace(hold, dates=dates))


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
    return with_hold(audition, told)

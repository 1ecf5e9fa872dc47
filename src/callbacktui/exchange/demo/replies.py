"""Fills in what casting answers in a made-up career: a no, a hold, a booking."""

import datetime as dt
from random import Random
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import Span, read_span
from callbacktui.domain.enums import FirmBy, FollowUpKind
from callbacktui.domain.holds_and_bookings import Booking, Feedback, FollowUp
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.reflection import Addendum
from callbacktui.domain.stage import Certainty, Disposition
from callbacktui.domain.stage_effects import with_round
from callbacktui.exchange.demo.load_demo_data import HoldWords, Material

_THINKS_AGAIN: Final = 0.4
_COMMISSION_PERCENT: Final = 10.0


def close_as_passed(
    audition: Audition, material: Material, chance: Random, now: DateTime
) -> Audition:
    """Close an audition as passed; a rep, if there is one, passes on the reason."""
    if not audition.rep:
        return moves.close(audition, Disposition.PASSED_TOLD, now)
    remark = chance.choice(material.feedback)
    closed = moves.close(
        audition, Disposition.PASSED_TOLD, now, reason=remark.reason, certainty=Certainty.TOLD
    )
    said = Feedback(via=audition.rep, text=remark.text, reason=remark.reason, on=today(now))
    heard = replace(closed, feedback=(said,))
    read = heard.last_done
    if not read or not read.reflection or chance.random() > _THINKS_AGAIN:
        return heard
    thought = Addendum(at=Moment.of(now), text=chance.choice(material.later))
    back = replace(read.reflection, addenda=(thought,))
    return with_round(heard, replace(read, reflection=back))


def fill_in_hold(audition: Audition, words: HoldWords, on: dt.date) -> Audition:
    """Fill in the newest hold in the words of the office, with a reply and a thank-you sent."""
    *earlier, hold = audition.holds
    worded = replace(
        hold,
        kind=words.kind,
        word_used=words.word_used,
        dates=_dates(words, on),
        told_by=audition.rep or audition.people[0],
        replied_on=on,
    )
    thanks = FollowUp(kind=FollowUpKind.THANK_YOU, via="email", sent_on=on)
    return replace(audition, holds=(*earlier, worded), follow_ups=(*audition.follow_ups, thanks))


def _dates(words: HoldWords, on: dt.date) -> Span | None:
    if not words.days:
        return read_span(words.dates, on)
    first = on + dt.timedelta(words.after)
    return Span.of(first, first + dt.timedelta(words.days - 1))


def fill_in_booking(audition: Audition, chance: Random) -> Audition:
    """Fill in the booking with its dates and fee."""
    booking = Booking(
        firm_by=chance.choice((FirmBy.CONTRACT, FirmBy.WRITTEN_ACCEPTANCE)),
        work_dates=audition.shoot_dates,
        fee=audition.rate,
        commission_percent=_COMMISSION_PERCENT if audition.rep else None,
    )
    return replace(audition, booking=booking)

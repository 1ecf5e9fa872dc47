"""The audition: one role the actor is up for, from the breakdown to the wrap."""

import datetime as dt
from typing import Final

from callbacktui.domain.base_classes import Value, sharing
from callbacktui.domain.dates.spans import DayRange, Span
from callbacktui.domain.enums import Cleared, Format, Medium, Realistic, Size, Source, Union
from callbacktui.domain.holds_and_bookings import (
    Booking,
    ClaimKind,
    DayClaim,
    Decision,
    Event,
    Feedback,
    FollowUp,
    Hold,
)
from callbacktui.domain.moment import Moment
from callbacktui.domain.money import Money
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage

_share_texts = sharing("subtype", "director", "place", "platform", "rep", "office", "people")


class Audition(Value, frozen=True, kw_only=True):
    """Everything known about one role: project, part, submission, rounds, outcome.

    `heard_on` is the last day casting said anything; `decision_by` is a decision date that they
    named. Both affect only the silence clock. `told_decisions` has each such date as it was
    told, the present one last. `distance` is what the actor thinks it will have been in a year or
    two.
    """

    id: str
    project: str
    medium: Medium = Medium.OTHER
    subtype: str = ""
    network_brand: str = ""
    product_category: str = ""
    union: Union = Union.UNKNOWN
    director: str = ""
    producers: tuple[str, ...] = ()
    shoot_dates: Span | None = None
    place: str = ""
    rate: Money | None = None
    usage: str = ""
    nda: bool = False

    role: str = ""
    size: Size | None = None
    size_said: str = ""
    type_tags: tuple[str, ...] = ()
    breakdown: str = ""

    source: Source | None = None
    platform: str = ""
    rep: str = ""
    materials: str = ""
    submitted_on: dt.date | None = None
    office: str = ""
    people: tuple[str, ...] = ()

    stage: Stage = Stage.CONSIDERING
    disposition: Disposition = Disposition.OPEN
    reason: Reason | None = None
    certainty: Certainty = Certainty.UNKNOWN
    closed_on: dt.date | None = None
    straight_to_callback: bool = False
    heard_on: dt.date | None = None
    decision_by: dt.date | None = None
    told_decisions: tuple[Decision, ...] = ()

    came_from: str = ""
    realistic: Realistic | None = None
    distance: str = ""
    tags: tuple[str, ...] = ()
    notes: str = ""
    attachments: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    holds: tuple[Hold, ...] = ()
    booking: Booking | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    events: tuple[Event, ...] = ()
    added_at: Moment | None = None

    def __post_init__(self) -> None:
        _share_texts(self)

    @property
    def is_open(self) -> bool:
        """True until it has ended."""
        return self.disposition is Disposition.OPEN

    @property
    def name(self) -> str:
        """Role and project: "Nina, The Seagull"."""
        return f"{self.role}, {self.project}" if self.role else self.project

    @property
    def short_name(self) -> str:
        """The role, or the project if there is none."""
        return self.role or self.project

    @property
    def rest_of_name(self) -> str:
        """What the short name leaves out: the project, if there is a role."""
        return self.project if self.role else ""

    @property
    def medium_word(self) -> str:
        """Its medium in a word, or nothing if that says no more than "other"."""
        return "" if self.medium is Medium.OTHER else self.medium.word

    @property
    def stage_word(self) -> str:
        """Its stage in words; a self-tape is sent, and nobody was in a room with it."""
        return self.word_of(self.stage)

    def word_of(self, stage: Stage) -> str:
        """Return a stage that this audition reached in words: its first round was a tape or not."""
        done = [r for r in self.rounds if r.is_done]
        given = [r for r in done if r.kind.is_first] or done
        taped = stage is Stage.AUDITIONED and given and given[-1].format is Format.SELF_TAPE
        return "tape sent" if taped else stage.word

    @property
    def pending(self) -> Round | None:
        """The next round that is not done yet, `None` if there is none; undated rounds are last."""
        return next(iter(self.all_pending), None)

    @property
    def all_pending(self) -> tuple[Round, ...]:
        """The rounds that are not done yet, the next one first; undated rounds are last."""
        return tuple(sorted((r for r in self.rounds if not r.is_done), key=_soonest))

    def find_round(self, id_: str) -> Round | None:
        """Return the round with an id, `None` if there is none."""
        return next((read for read in self.rounds if read.id == id_), None)

    def find_hold(self, id_: str) -> Hold | None:
        """Return the hold with an id, `None` if there is none."""
        return next((hold for hold in self.holds if hold.id == id_), None)

    @property
    def last_done(self) -> Round | None:
        """The latest round that is done."""
        return next((r for r in reversed(self.rounds) if r.is_done), None)

    @property
    def live_hold(self) -> Hold | None:
        """The latest hold that has not been cleared."""
        return next((h for h in reversed(self.holds) if h.is_live), None)

    @property
    def claiming_hold(self) -> Hold | None:
        """The latest hold that claims days: live, and not declined."""
        return next((h for h in reversed(self.holds) if h.claims_days), None)

    @property
    def decision(self) -> Decision | None:
        """Who named the present decision date and when, `None` if that is not known."""
        told = (one for one in reversed(self.told_decisions) if one.on == self.decision_by)
        return next(told, None)

    @property
    def earlier_decisions(self) -> tuple[Decision, ...]:
        """The decision dates that were named before the present one, latest first."""
        return tuple(one for one in reversed(self.told_decisions) if one.on != self.decision_by)

    @property
    def day_claims(self) -> tuple[DayClaim, ...]:
        """What claims the actor's days, and how firmly: booked days and live holds.

        If neither has days, those of the hold that became this, else those of the shoot: they are
        claimed as firmly as the stage says, also beside further days of the job. An audition that
        is closed has them as well.
        """
        booked = self.booking.work_spans if self.booking else ()
        is_first = 0 if self.booking and self.booking.work_dates else 1
        claims = [
            *(DayClaim(ClaimKind.BOOKING, span, part=n) for n, span in enumerate(booked, is_first)),
            *(
                DayClaim(ClaimKind.HOLD, hold.dates, hold)
                for hold in self.holds
                if hold.claims_days and hold.dates
            ),
        ]
        if not any(claim.span.ranges and not claim.part for claim in claims):
            firmly = _FIRMNESS.get(self.stage, ClaimKind.HOLD)
            if (hold := self.hold_before) and hold.dates:
                claims.append(DayClaim(firmly, hold.dates, self.claiming_hold or hold))
            elif self.shoot_dates:
                firmly = _FIRMNESS.get(self.stage, ClaimKind.SHOOT)
                claims.append(DayClaim(firmly, self.shoot_dates))
        return tuple(claim for claim in claims if claim.span.ranges)

    @property
    def hold_before(self) -> Hold | None:
        """The last hold with days, if it became what there is now: a hold, an offer, a booking."""
        for hold in reversed(self.holds):
            if hold.cleared is not Cleared.CONVERTED and not hold.claims_days:
                return None
            if hold.days:
                return hold
        return None

    @property
    def work_days(self) -> tuple[DayRange, ...]:
        """The days of the job in order: as booked, else as offered, held or told.

        Further days of a booking, such as pickups, are among them.
        """
        claims = self.day_claims
        further = [claim for claim in claims if claim.part]
        first = [claim for claim in claims if not claim.part]
        firmest = min((claim.kind for claim in first), key=list(ClaimKind).index, default=None)
        shown = [*further, *(claim for claim in first if claim.kind is firmest)]
        return tuple(sorted({days for claim in shown for days in claim.span.ranges}))

    @property
    def work_starts(self) -> dt.date | None:
        """The first of all days of the job that are known."""
        return next((days.first for days in self.work_days), None)

    @property
    def pay(self) -> Money | None:
        """The fee of the booking, else the rate that was named, if either is an amount."""
        moneys = (self.booking and self.booking.fee, self.rate)
        return next((money for money in moneys if money and money.amount is not None), None)

    @property
    def was_called_back(self) -> bool:
        """True if a later round was asked for; a hold, an offer or a job may come without one."""
        return (
            self.straight_to_callback
            or self.stage in _CALLED_BACK
            or any(not read.kind.is_first for read in self.rounds)
            or any(event.what == "stage" and event.after in _CALLED_BACK for event in self.events)
        )

    @property
    def went_further(self) -> bool:
        """True if it came to a callback, a hold, an offer or a job."""
        return self.stage.rank >= Stage.CALLBACK.rank

    @property
    def went_straight(self) -> bool:
        """True if it came to a hold, an offer or a job, and no callback is known."""
        return self.went_further and not self.was_called_back

    @property
    def is_call_in_again(self) -> bool:
        """True if an earlier audition led to this one, or the office asked for the actor again."""
        return bool(self.came_from) or self.source is Source.REPEAT_CALL_IN

    @property
    def is_job(self) -> bool:
        """True once it is booked, and if anything is written of a booking."""
        return self.booking is not None or self.stage.rank >= Stage.BOOKED.rank

    @property
    def has_old_payments(self) -> bool:
        """True if payments are with the booking, from before they were kept with the money."""
        booking = self.booking
        return bool(booking and (booking.payment_expected or booking.payment_paid))

    @property
    def first_day(self) -> dt.date | None:
        """The earliest known day, for sorting auditions without another date."""
        if self.submitted_on:
            return self.submitted_on
        if self.rounds and (when := self.rounds[0].received_at or self.rounds[0].when):
            return when.day
        return self.added_at.day if self.added_at else None


_CALLED_BACK: Final = frozenset({Stage.CALLBACK, Stage.TEST})

_FIRMNESS: Final = {
    Stage.OFFER: ClaimKind.OFFER,
    Stage.BOOKED: ClaimKind.BOOKING,
    Stage.WRAPPED: ClaimKind.BOOKING,
}
"""How firmly a stage claims the days of the hold it came from, and those of the shoot.

At any other stage the first are held, and the others only hoped for.
"""


def _soonest(read: Round) -> tuple[dt.date, dt.time]:
    when = read.when
    return (when.day, when.time or dt.time.max) if when else (dt.date.max, dt.time.max)

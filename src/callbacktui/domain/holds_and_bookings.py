"""What may follow a read: holds, a booking, follow-ups and feedback; and the stage history."""

import datetime as dt
from typing import Final, NamedTuple, Self

from msgspec.structs import replace

from callbacktui.domain.base_classes import LabelledEnum, Value, sharing
from callbacktui.domain.dates.spans import DayRange, Span, format_range
from callbacktui.domain.enums import Cleared, FirmBy, FollowUpKind, HoldAnswer, HoldKind, TimeOf
from callbacktui.domain.moment import Moment
from callbacktui.domain.money import Money
from callbacktui.domain.round import When, earlier_than, source_of
from callbacktui.domain.stage import Reason

IMPORTED: Final = "imported"
"""The value of `Event.what` for an import."""


RESTED: Final = "rested"
"""The value of `Event.what` for an ending among many quiet ones."""


class Hold(Value, frozen=True, kw_only=True):
    """A claim on the actor's dates, with the office's own word for it; it is not a booking.

    `cleared` says how it ended, `cleared_on` on what day if that is known.
    """

    id: str
    kind: HoldKind = HoldKind.HOLD
    word_used: str = ""
    rank: str = ""
    dates: Span | None = None
    told_by: str = ""
    told_on: dt.date | None = None
    answer_by: Moment | None = None
    told_times: tuple[When, ...] = ()
    replied_on: dt.date | None = None
    answer: HoldAnswer | None = None
    cleared: Cleared | None = None
    cleared_on: dt.date | None = None

    @property
    def is_live(self) -> bool:
        """True until the hold is released, converted, lapsed or assumed over."""
        return self.cleared is None

    @property
    def claims_days(self) -> bool:
        """True while it is live, unless the actor answered that they are not available."""
        return self.is_live and self.answer is not HoldAnswer.NOT_AVAILABLE

    @property
    def days(self) -> tuple[DayRange, ...]:
        """The days held, those in a row as one range; empty if they cannot be read."""
        return self.dates.ranges if self.dates else ()

    @property
    def is_unanswered(self) -> bool:
        """True if it is live and the actor has said nothing to it yet."""
        return self.is_live and self.replied_on is None and self.answer is None

    @property
    def quoted(self) -> str:
        """The office's word in quotation marks; the kind of hold if no word is known."""
        return f"“{self.word_used}”" if self.word_used else self.kind.word

    @property
    def named(self) -> str:
        """The office's word, and the words for the dates: "“pinned” 4-6 Dec"."""
        return f"{self.quoted} {self.dates.said if self.dates else ''}".strip()

    def source(self, of: TimeOf = TimeOf.ANSWER_BY) -> When | None:
        """Return who said by when to answer, and on what day; `None` if that is not known."""
        return source_of(self.told_times, of, self.answer_by)

    def earlier(self, of: TimeOf = TimeOf.ANSWER_BY) -> tuple[When, ...]:
        """Return the times to answer by that were said before the present one, latest first."""
        return earlier_than(self.told_times, of, self.answer_by)


class Decision(Value, frozen=True, kw_only=True):
    """A day by which they said they would decide: in what words, who said it and on what day."""

    on: dt.date
    said: str = ""
    told_by: str = ""
    told_on: dt.date | None = None


class Cycle(Value, frozen=True, kw_only=True):
    """A cycle of use that was bought: its days, and when it was paid."""

    span: Span
    paid_on: dt.date | None = None

    @property
    def words(self) -> str:
        """Its days, and if it is paid: "1 Jan to 31 Mar 2027, paid 3 Jan 2027"."""
        if (paid := self.paid_on) is None:
            return self.span.words
        return f"{self.span.words}, paid {format_range(DayRange(paid, paid))}"


class Booking(Value, frozen=True, kw_only=True):
    """The terms of a booked job.

    `more_dates` are further days of work: pickups, reshoots, looping. Payments are kept with the
    rest of the money; `payment_expected` and `payment_paid` are from before that, in no sum.

    Of the use of a commercial, `use_ends_on` is the end as the pay stub has it. It is never
    calculated. `wrote_on` is the day on which the actor wrote that it is not to be renewed.
    """

    firm_by: FirmBy | None = None
    fitting: Moment | None = None
    fitting_place: str = ""
    work_dates: Span | None = None
    more_dates: tuple[Span, ...] = ()
    fee: Money | None = None
    commission_percent: float | None = None
    usage: str = ""
    cycle_start: dt.date | None = None
    exclusive: Span | None = None
    is_exclusive: bool = False
    contract: str = ""
    contract_on: dt.date | None = None
    session_on: dt.date | None = None
    use_kinds: tuple[str, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    use_ends_on: dt.date | None = None
    no_end_stated: bool = False
    wrote_on: dt.date | None = None
    payment_expected: Money | None = None
    payment_paid: Money | None = None
    residuals: str = ""
    wrapped_on: dt.date | None = None
    footage_received: bool = False

    @property
    def work_spans(self) -> tuple[Span, ...]:
        """All that was said of the days of work, in the order in which it was written."""
        return tuple(span for span in (self.work_dates, *self.more_dates) if span)

    @property
    def work_days(self) -> tuple[DayRange, ...]:
        """The days of work that can be read, as they were written."""
        return tuple(days for span in self.work_spans for days in span.ranges)

    @property
    def is_only_fitting(self) -> bool:
        """Whether nothing is known but a fitting, which may come before the booking."""
        return self == Booking(fitting=self.fitting, fitting_place=self.fitting_place)

    def going_on(self, span: Span) -> Self:
        """Return it with more days of work; of those so far only what `span` covers is left out."""

        def is_covered(known: Span) -> bool:
            return bool(known.ranges) and all(
                any(new.covers(days.first) and new.covers(days.last) for new in span.ranges)
                for days in known.ranges
            )

        first, *more = (*(one for one in self.work_spans if not is_covered(one)), span)
        return replace(self, work_dates=first, more_dates=tuple(more))

    @property
    def last_work_day(self) -> dt.date | None:
        """The last known day of work."""
        return max((days.last for days in self.work_days), default=None)


class ClaimKind(LabelledEnum):
    """How firmly days are claimed, firmest first."""

    BOOKING = "booking"
    OFFER = "offer"
    HOLD = "hold"
    SHOOT = "shoot"


class DayClaim(NamedTuple):
    """Days that a job claims, as they were said: how firmly, and the hold they come from if any.

    `part` numbers the further days of a booking, from 1.
    """

    kind: ClaimKind
    span: Span
    hold: Hold | None = None
    part: int = 0

    @property
    def word(self) -> str:
        """What it is called: "booked", "offered", the office's word for a hold."""
        if self.kind is ClaimKind.HOLD and self.hold:
            return self.hold.quoted
        return _CLAIM_WORDS[self.kind]

    @property
    def rank(self) -> str:
        """The rank of the hold, if it is one."""
        return self.hold.rank if self.kind is ClaimKind.HOLD and self.hold else ""


_CLAIM_WORDS: Final = {
    ClaimKind.BOOKING: "booked",
    ClaimKind.OFFER: "offered",
    ClaimKind.HOLD: "held",
    ClaimKind.SHOOT: "hoped for",
}


class FollowUp(Value, frozen=True, kw_only=True):
    """A thank-you, a question or an update to casting: wanted, then sent, then answered."""

    kind: FollowUpKind
    via: str = ""
    text: str = ""
    due: dt.date | None = None
    sent_on: dt.date | None = None
    answered_on: dt.date | None = None

    @property
    def state(self) -> str:
        """Its state in a word: "wanted" or "to send", "asked" or "sent", "answered"."""
        if self.answered_on:
            return "answered"
        if self.sent_on:
            return "asked" if self.kind is FollowUpKind.FEEDBACK_REQUEST else "sent"
        return "wanted" if self.kind is FollowUpKind.FEEDBACK_REQUEST else "to send"


class Feedback(Value, frozen=True, kw_only=True):
    """What somebody said about a read."""

    via: str = ""
    text: str = ""
    reason: Reason | None = None
    on: dt.date | None = None


_share_texts = sharing("what", "before", "after")


class Event(Value, frozen=True, kw_only=True, rename={"before": "from", "after": "to"}):
    """One entry of an audition's stage history: what happened, and the values before and after.

    `ended_holds` are the ids of the holds that a closing ended, `None` if that is not known.
    """

    at: Moment
    what: str
    before: str = ""
    after: str = ""
    ended_holds: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        _share_texts(self)

    @property
    def outcome(self) -> str:
        """The result as shown to the actor; for an import, without the checksums of the row."""
        return self.after.partition(",")[0] if self.what == IMPORTED else self.after

"""What may come after a read: holds, a booking, follow-ups, feedback, and the history of it."""

import datetime as dt
from typing import Final

from callbacktui.domain.enums import Cleared, FirmBy, FollowUpKind, HoldKind
from callbacktui.domain.moment import Moment
from callbacktui.domain.stage import Reason
from callbacktui.domain.value import Value

IMPORTED: Final = "imported"
"""What the history calls an import."""


class Hold(Value, frozen=True, kw_only=True):
    """A claim on the actor's dates, in the word that was used; never a booking."""

    id: str
    kind: HoldKind = HoldKind.HOLD
    word_used: str = ""
    rank: str = ""
    dates: str = ""
    told_by: str = ""
    told_on: dt.date | None = None
    replied_on: dt.date | None = None
    cleared: Cleared | None = None

    @property
    def is_live(self) -> bool:
        """True until the hold is released, converted, lapsed or fallen silent."""
        return self.cleared is None


class Booking(Value, frozen=True, kw_only=True):
    """The job itself."""

    firm_by: FirmBy | None = None
    fitting: Moment | None = None
    work_dates: str = ""
    fee: str = ""
    commission_percent: float | None = None
    usage: str = ""
    cycle_start: dt.date | None = None
    payment_expected: str = ""
    payment_paid: str = ""
    residuals: str = ""
    wrapped_on: dt.date | None = None
    footage_received: bool = False


class FollowUp(Value, frozen=True, kw_only=True):
    """A thank-you or a question: wanted until it is sent, then answered or not."""

    kind: FollowUpKind
    via: str = ""
    text: str = ""
    due: dt.date | None = None
    sent_on: dt.date | None = None
    answered_on: dt.date | None = None

    @property
    def state(self) -> str:
        """How far it has come, in a word: "wanted", "asked" or "sent", "answered"."""
        if self.answered_on:
            return "answered"
        if self.sent_on:
            return "asked" if self.kind is FollowUpKind.FEEDBACK_REQUEST else "sent"
        return "wanted" if self.kind is FollowUpKind.FEEDBACK_REQUEST else "to send"


class Feedback(Value, frozen=True, kw_only=True):
    """What somebody said about the read."""

    via: str = ""
    text: str = ""
    reason: Reason | None = None
    on: dt.date | None = None


class Event(Value, frozen=True, kw_only=True, rename={"before": "from", "after": "to"}):
    """One line of an audition's history: what happened, and from what to what."""

    at: Moment
    what: str
    before: str = ""
    after: str = ""

    @property
    def outcome(self) -> str:
        """What it came to, for the actor: of an import the row, without the prints after it."""
        return self.after.partition(",")[0] if self.what == IMPORTED else self.after

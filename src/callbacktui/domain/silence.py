"""The silence clock: how many days there has been no word, and what that means.

It starts when the actor last did something, restarts with any word from casting and when a hold
ends, and is paused during a hold that claims days or until a decision date that they named. It says
whether the silence follows a submission, a read, a callback or a hold.
"""

import datetime as dt
from typing import Annotated, Final

from msgspec import Meta

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.enums import Cleared, Medium
from callbacktui.domain.stage import Stage


class Phase(LabelledEnum):
    """How long the silence is, compared with the usual wait."""

    PAUSED = "paused"
    NORMAL = "normal"
    QUIET = "quiet"
    SAFE = "safe"

    @property
    def meaning(self) -> str:
        """The phase in a sentence."""
        return _MEANINGS[self]


class After(LabelledEnum):
    """What the silence follows."""

    SUBMISSION = "submission"
    READ = "read"
    CALLBACK = "callback"
    HOLD = "hold"

    @property
    def word(self) -> str:
        return "audition" if self is After.READ else self.value


Days = Annotated[int, Meta(ge=1)]
"""Whole days, at least one."""


class Window(Value, frozen=True, kw_only=True):
    """How many days an answer usually takes (`usual`), and when it is safe to let go (`limit`)."""

    usual: Days
    limit: Days

    def __post_init__(self) -> None:
        """Check that `limit` is not shorter than `usual`.

        Raises:
            ValueError: if it is.
        """
        if self.limit < self.usual:
            raise ValueError(
                f"usual is {self.usual} and limit {self.limit}; limit cannot be the shorter one"
            )


_MEANINGS: Final = {
    Phase.PAUSED: "paused",
    Phase.NORMAL: "normal wait: no news means nothing yet",
    Phase.QUIET: "longer than usual, but still normal",
    Phase.SAFE: "you can assume another direction; it isn't personal",
}

FORTNIGHT: Final = Window(usual=14, limit=14)

PRESETS: Final = {
    Medium.COMMERCIAL: Window(usual=3, limit=7),
    Medium.TV: Window(usual=7, limit=14),
    Medium.FILM: Window(usual=30, limit=30),
    Medium.THEATRE: Window(usual=14, limit=28),
}
"""Windows as one trade article gives them; anything else has two weeks."""


class Windows(Value, frozen=True, kw_only=True):
    """The windows in effect: a default, and one for each medium that differs from its preset."""

    default: Window = FORTNIGHT
    by_medium: dict[Medium, Window] = {}

    def of(self, medium: Medium) -> Window:
        """Return the window for a kind of work: the actor's own, its preset, or the default."""
        return self.by_medium.get(medium) or PRESETS.get(medium, self.default)


class Silence(Value, frozen=True, kw_only=True):
    """One reading of the clock: `day` whole days since `since`, compared with the window."""

    since: dt.date
    day: int
    after: After
    window: Window
    phase: Phase
    resting_until: dt.date | None = None

    @property
    def reading(self) -> str:
        """The reading in words: "day 9 of 14", or until when it is paused."""
        if self.phase is Phase.PAUSED:
            until = self.resting_until
            return f"paused until {format_date(until)}" if until else "paused"
        if self.phase is Phase.SAFE:
            return f"day {self.day}"
        return f"day {self.day} of {self.window.limit}"


_RUNS: Final = {Stage.SUBMITTED, Stage.AUDITIONED, Stage.CALLBACK, Stage.TEST, Stage.HOLD}


def silence(audition: Audition, today: dt.date, windows: Windows) -> Silence | None:
    """Read the clock on `today`; `None` if the actor is not waiting for casting."""
    if not audition.is_open or audition.stage not in _RUNS:
        return None
    hold = audition.claiming_hold
    if audition.pending and not hold:
        return None
    since, after = _start(audition)
    if since is None:
        return None
    decision = audition.decision_by
    if decision and since < decision <= today:
        since = decision
    window = windows.of(audition.medium)
    day = max(0, (today - since).days)
    until = decision if decision and decision > today else None
    phase = Phase.PAUSED if hold or until else _phase(day, window)
    return Silence(
        since=since,
        day=day,
        after=after,
        window=window,
        phase=phase,
        resting_until=until,
    )


def _phase(day: int, window: Window) -> Phase:
    if day > window.limit:
        return Phase.SAFE
    return Phase.NORMAL if day <= window.usual else Phase.QUIET


def _start(audition: Audition) -> tuple[dt.date | None, After]:
    """Return the day of the last act, the last word or the end of a hold, and what it follows.

    The end of a hold that nobody spoke of is no word.
    """
    days = [day for day in (audition.submitted_on, audition.heard_on) if day]
    days += [read.done_at.day for read in audition.rounds if read.done_at]
    for hold in audition.holds:
        ended = None if hold.cleared is Cleared.SILENT else hold.cleared_on
        days += filter(None, (hold.told_on, hold.replied_on, ended))
    days += [feedback.on for feedback in audition.feedback if feedback.on]
    days += [sent.answered_on for sent in audition.follow_ups if sent.answered_on]
    return max(days, default=None), _after(audition)


def _after(audition: Audition) -> After:
    if audition.stage is Stage.HOLD:
        return After.HOLD
    if audition.stage in {Stage.CALLBACK, Stage.TEST}:
        return After.CALLBACK
    return After.SUBMISSION if audition.last_done is None else After.READ

"""Sample contexts for every rule: one for which it applies, and the reason it must give."""

import datetime as dt
from typing import Any

import pendulum
from msgspec.structs import replace

from callbacktui.advice.tips.context import Career, Context, summarize_career
from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Cleared, FollowUpKind, Format, HoldKind, Medium, RoundKind
from callbacktui.domain.holds_and_bookings import FollowUp, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Stage

NOW = pendulum.datetime(2026, 11, 22, 12, tz="Europe/London")
TODAY = dt.date(2026, 11, 22)


def day(ago: int) -> dt.date:
    return TODAY - dt.timedelta(days=ago)


def at(ago: int, hour: int = 10) -> Moment:
    return Moment(day=day(ago), time=dt.time(hour), zone="Europe/London")


def read(ago: int, look: Reflection | None = None, kind: RoundKind = RoundKind.AUDITION) -> Round:
    return Round(id=f"r{ago}", kind=kind, done_at=at(ago), reflection=look)


def asked(due: Moment | None = None, **known: Any) -> Round:
    return Round(**{"id": "asked", "format": Format.SELF_TAPE, "due_at": due, **known})


def quiet_read(ago: int, look: Reflection | None = None, **known: Any) -> Audition:
    plain = {"id": "a", "project": "Hamlet", "stage": Stage.AUDITIONED}
    return Audition(**{**plain, "rounds": (read(ago, look),), **known})


def closed(how: Disposition, **known: Any) -> Audition:
    return quiet_read(30, disposition=how, closed_on=day(2), **known)


def on(audition: Audition | None = None, record: Career | None = None) -> Context:
    return Context(now=NOW, audition=audition, career=record or Career())


def paced(*marks: int) -> Career:
    return Career(recent=tuple(Reflection(pacing=mark) for mark in marks))


LOOK = Reflection(clarity=4)
CALLED = quiet_read(9, stage=Stage.CALLBACK)
PENDING = Audition(id="a", project="Hamlet", stage=Stage.REQUESTED, rounds=(asked(),))
HELD = quiet_read(
    9,
    stage=Stage.HOLD,
    holds=(Hold(id="h", kind=HoldKind.PIN, word_used="pinned", told_on=day(3)),),
)
HUNDRED = Career(places={"a": 100} | {str(n): n for n in range(1, 100)})

DESKS: dict[str, tuple[Context, str]] = {
    "deadline-today": (
        on(replace(PENDING, rounds=(asked(at(0, 18)),))),
        "because this tape is due today at 18:00",
    ),
    "tape-due-tomorrow": (
        on(replace(PENDING, rounds=(asked(at(-1, 18)),))),
        "because this tape is due tomorrow at 18:00",
    ),
    "callback-booked": (
        on(replace(CALLED, rounds=(read(9), Round(id="c", kind=RoundKind.CALLBACK, at=at(-3))))),
        "because this callback is in 3 days",
    ),
    "callback-tones": (
        on(replace(CALLED, rounds=(read(9), Round(id="c", kind=RoundKind.CALLBACK, at=at(-1))))),
        "because this callback is tomorrow at 10:00",
    ),
    "hundredth-audition": (on(PENDING, HUNDRED), "because this is audition number 100"),
    "first-audition": (
        on(PENDING, Career(places={"a": 1})),
        "because this is the first audition in your record",
    ),
    "hold-live": (on(replace(HELD, rep="Ash")), "because they told you 3 days ago: pinned"),
    "hold-live-alone": (on(HELD), "because they told you 3 days ago: pinned"),
    "pin-released": (
        on(
            replace(
                HELD,
                disposition=Disposition.RELEASED,
                closed_on=day(1),
                holds=(replace(HELD.holds[0], cleared=Cleared.RELEASED),),
            )
        ),
        "because they released you yesterday (pinned)",
    ),
    "booked": (on(quiet_read(20, stage=Stage.BOOKED)), "because you booked this one"),
    "role-cut": (on(closed(Disposition.ROLE_CUT)), "because the role was cut 2 days ago"),
    "cast-otherwise": (
        on(closed(Disposition.CAST_OTHERWISE)),
        "because they cast someone else 2 days ago",
    ),
    "told-passed": (
        on(closed(Disposition.PASSED_TOLD)),
        "because they went another way, and said so 2 days ago",
    ),
    "let-go": (on(closed(Disposition.PRESUMED_PASSED)), "because you let this one go 2 days ago"),
    "not-yet-reflected": (
        on(quiet_read(1)),
        "because you auditioned yesterday and haven't looked back on it",
    ),
    "feedback-wish": (
        on(quiet_read(5, follow_ups=(FollowUp(kind=FollowUpKind.FEEDBACK_REQUEST),))),
        "because you noted that you'd like feedback",
    ),
    "bare-submission": (
        on(Audition(id="a", project="H", stage=Stage.SUBMITTED, submitted_on=day(9))),
        "because you submitted 9 days ago and haven't been called in yet",
    ),
    "quiet-after-a-callback": (
        on(CALLED),
        "because it's been quiet for 9 days since the callback",
    ),
    "past-the-window": (
        on(quiet_read(15)),
        "because it's been quiet for 15 days, and its window is 14",
    ),
    "another-direction": (
        on(quiet_read(8, medium=Medium.COMMERCIAL)),
        "because it's been quiet for 8 days, and its window is 7",
    ),
    "three-days-of-silence": (on(quiet_read(3)), "because it's been quiet for 3 days"),
    "low-listening": (
        on(quiet_read(2, Reflection(listening=2))),
        "because you marked listening 2 of 5",
    ),
    "low-clarity": (on(quiet_read(2, Reflection(clarity=1))), "because you marked clarity 1 of 5"),
    "low-direction": (
        on(quiet_read(2, Reflection(direction=2))),
        "because you marked direction 2 of 5",
    ),
    "low-myself": (
        on(quiet_read(2, Reflection(myself=2))),
        "because you marked bringing yourself 2 of 5",
    ),
    "rushed-twice": (
        on(PENDING, paced(-1, -2, 0)),
        "because you marked your last two auditions as rushed",
    ),
    "dragged-twice": (
        on(PENDING, paced(2, 1, -1)),
        "because you marked your last two auditions as dragged",
    ),
    "inside-the-window": (on(quiet_read(9, LOOK)), "because this is day 9 of 14"),
    "called-in-again": (
        on(replace(PENDING, came_from="earlier")),
        "because an earlier no led to this audition",
    ),
    "ten-without-a-callback": (
        on(None, summarize_career(closed(Disposition.PASSED_TOLD, id=str(n)) for n in range(12))),
        "because your last 12 decided auditions ended before a callback",
    ),
    "dry-spell": (
        on(None, summarize_career([quiet_read(41, disposition=Disposition.PASSED_TOLD)])),
        "because your last audition was 41 days ago",
    ),
    "daily-voice": (on(), "because nothing is due right now"),
}

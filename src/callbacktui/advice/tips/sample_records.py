"""Made-up records for the table of situations: each function returns how to make a context."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.advice.tips.context import Career, Context
from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import (
    Cleared,
    FollowUpKind,
    Format,
    HoldKind,
    Medium,
    OffBook,
    RoundKind,
)
from callbacktui.domain.holds_and_bookings import Feedback, FollowUp, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.round import Round, Sides
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage

Make = Callable[[DateTime], Context]
MakeCareer = Callable[[DateTime], Career]

MISSED: Final = dt.timedelta(days=-1)
NOW: Final = dt.timedelta(minutes=40)
TODAY: Final = dt.timedelta(hours=5)
TOMORROW: Final = dt.timedelta(days=1, hours=2)
IN: Final = dt.timedelta(days=4)

_ROUND: Final = {"specs", "reader", "place", "wore", "sides"}
_SIDES: Final = Sides(pages="2")
_MARKED: Final = Reflection(clarity=4, listening=4)


def career(
    *,
    first: bool = False,
    number: int = 0,
    last_read: int = 6,
    seen_by: str = "",
    types: dict[str, int] | None = None,
    pacing: tuple[int, ...] = (),
) -> MakeCareer:
    """Return how to make a career; `number` is the place of the selected audition in it."""

    def make(now: DateTime) -> Career:
        others = {f"o{place}": place for place in range(1, number)}
        return Career(
            places={"a": 1} if first else {**others, "a": number} if number else {},
            recent=tuple(Reflection(pacing=mark) for mark in pacing),
            last_read=None if first else _day(now, -last_read),
            asked=True,
            offices={seen_by.casefold(): ("o1",)} if seen_by else {},
            types=types or {},
        )

    return make


_SEASONED: Final = career()


def coming(
    ahead: dt.timedelta | None,
    given_as: Format | None,
    kind: RoundKind = RoundKind.AUDITION,
    *,
    medium: Medium = Medium.TV,
    career: MakeCareer = _SEASONED,
    noted: bool = False,
    learned: bool = False,
    **known: object,
) -> Make:
    """Return how to make an audition with a round that is `ahead`; `noted`: they gave a note."""

    def make(now: DateTime) -> Context:
        when = Moment.of(now + ahead) if ahead is not None else None
        due = given_as is Format.SELF_TAPE
        read = Round(
            id="next",
            kind=kind,
            format=given_as,
            due_at=when if due else None,
            at=None if due else when,
            off_book=OffBook.YES if learned else None,
            sides=_SIDES,
        )
        read = replace(read, **{name: known[name] for name in _ROUND & known.keys()})
        before = (_done(now, 9, redirects="quieter" if noted else ""),) if not kind.is_first else ()
        audition = Audition(
            id="a",
            project="The Long Room",
            role="Nina",
            office="Holt Casting",
            medium=medium,
            stage=Stage.REQUESTED if kind.is_first else Stage.CALLBACK,
            rounds=(*before, read),
        )
        audition = replace(audition, **{n: v for n, v in known.items() if n not in _ROUND})
        return Context(now=now, audition=audition, career=career(now))

    return make


def considering(medium: Medium) -> Make:
    """Return how to make an audition that is only being considered."""
    return _made(stage=Stage.CONSIDERING, medium=medium)


def sent(medium: Medium, *, first: bool = False) -> Make:
    """Return how to make a bare submission of five days ago; `first`: nobody has called yet."""

    def make(now: DateTime) -> Context:
        day = _day(now, -5)
        context = _made(stage=Stage.SUBMITTED, medium=medium, submitted_on=day)(now)
        record = Career(sent=3) if first else Career(sent=30, places={"o": 1}, last_read=day)
        return replace(context, career=record)

    return make


def read(
    ago: int,
    kind: RoundKind = RoundKind.AUDITION,
    *,
    reflected: bool = False,
    marks: dict[str, int] | None = None,
    follow: FollowUpKind | None = None,
    decides_in: int = 0,
    feedback: str = "",
    career: MakeCareer = _SEASONED,
    **known: object,
) -> Make:
    """Return how to make an audition whose latest round was `ago` days ago."""

    def make(now: DateTime) -> Context:
        look = replace(Reflection(), **(marks or {})) if marks else _MARKED if reflected else None
        done = _done(now, ago, kind=kind, reflection=look)
        first = () if kind.is_first else (_done(now, ago + 8),)
        context = _made(
            stage=Stage.AUDITIONED if kind.is_first else Stage.CALLBACK,
            rounds=(*first, done),
            follow_ups=(FollowUp(kind=follow),) if follow else (),
            feedback=(Feedback(text=feedback, on=_day(now, -2)),) if feedback else (),
            decision_by=_day(now, decides_in) if decides_in else None,
            **known,
        )(now)
        return replace(context, career=career(now))

    return make


def hold(kind: HoldKind, *, cleared: Cleared | None = None, **known: object) -> Make:
    """Return how to make an audition on hold, told three days ago; or released from it."""

    def make(now: DateTime) -> Context:
        held = Hold(id="h", kind=kind, told_on=_day(now, -3), cleared=cleared)
        rounds = (_done(now, 9, reflection=_MARKED),)
        return _made(
            stage=Stage.HOLD,
            holds=(held,),
            rounds=rounds,
            disposition=Disposition.RELEASED if cleared else Disposition.OPEN,
            closed_on=_day(now, -1) if cleared else None,
            **known,
        )(now)

    return make


def staged(stage: Stage, medium: Medium) -> Make:
    """Return how to make an audition that led to an offer, a booking or a wrap."""
    return lambda now: _made(stage=stage, medium=medium, rounds=(_done(now, 20),))(now)


def closed(
    how: Disposition = Disposition.PASSED_TOLD,
    *,
    stage: Stage = Stage.AUDITIONED,
    reason: Reason | None = None,
    feedback: str = "",
    follow: FollowUpKind | None = None,
    career: MakeCareer = _SEASONED,
    **known: object,
) -> Make:
    """Return how to make an audition that ended two days ago."""

    def make(now: DateTime) -> Context:
        seen = stage.rank >= Stage.AUDITIONED.rank
        context = _made(
            stage=stage,
            disposition=how,
            reason=reason,
            certainty=Certainty.TOLD if reason else Certainty.UNKNOWN,
            closed_on=_day(now, -2),
            rounds=(_done(now, 20, reflection=_MARKED),) if seen else (),
            feedback=(Feedback(text=feedback, on=_day(now, -30)),) if feedback else (),
            follow_ups=(FollowUp(kind=follow),) if follow else (),
            **known,
        )(now)
        return replace(context, career=career(now))

    return make


def practiced(*entries: tuple[PracticeKind, int], last_read: int) -> Make:
    """Return how to make a desk with nothing selected, and practice on days before today."""

    def make(now: DateTime) -> Context:
        done = tuple(
            Practice(id=f"p{ago}", date=_day(now, -ago), kind=kind) for kind, ago in entries
        )
        return replace(after(last_read=last_read)(now), practice=done)

    return make


def after(*, last_read: int = 9, without_callback: int = 0, by_yourself: int = 0) -> Make:
    """Return how to make a desk with nothing selected, after auditions of some time ago."""

    def make(now: DateTime) -> Context:
        record = Career(
            places={"o": 1},
            last_read=_day(now, -last_read),
            without_callback=without_callback,
            by_yourself=by_yourself,
        )
        return Context(now=now, career=record)

    return make


def _made(**known: object) -> Make:
    plain = Audition(
        id="a", project="The Long Room", role="Nina", office="Holt Casting", medium=Medium.TV
    )
    return lambda now: Context(now=now, audition=replace(plain, **known))


def _done(now: DateTime, ago: int, **known: object) -> Round:
    at = Moment.of(now.subtract(days=ago, hours=1))
    return replace(Round(id=f"r{ago}", done_at=at), **known)


def _day(now: DateTime, days: int) -> dt.date:
    return dt.date(now.year, now.month, now.day) + dt.timedelta(days=days)

"""How long word takes: the Aalen-Johansen estimate for two ends, word for and word against."""

from collections.abc import Sequence
from typing import NamedTuple

from callbacktui.domain.base_classes import LabelledEnum


class End(LabelledEnum):
    """How a wait ended, so far: with word for the actor, with word against, or not yet."""

    FOR = "for"
    AGAINST = "against"
    NOT_YET = "not_yet"


class Wait(NamedTuple):
    """A wait in days; one that has not ended lasted at least that long."""

    days: int
    end: End


class Step(NamedTuple):
    """The estimate from a day on: `at_risk` waits were still going just before it.

    `came` is the cumulative incidence of word for the actor, `against` of word against, `going`
    the share of waits that still goes on.
    """

    day: int
    at_risk: int
    came: float
    against: float
    going: float


def incidence(waits: Sequence[Wait]) -> tuple[Step, ...]:
    """Return the estimate at each day on which a wait ended, in order.

    Aalen-Johansen for competing risks (Satagopan et al., Br J Cancer 2004; 91: 1229-1235): at each
    day the hazards d/n of both ends are applied to the share that still waits. Waits without an end
    leave after the ends of their last day.
    """
    steps: list[Step] = []
    came = against = 0.0
    going = 1.0
    at_risk = len(waits)
    by_day: dict[int, list[End]] = {}
    for wait in waits:
        by_day.setdefault(wait.days, []).append(wait.end)
    for day in sorted(by_day):
        ends = by_day[day]
        told_for, told_against = ends.count(End.FOR), ends.count(End.AGAINST)
        if told_for or told_against:
            came += going * told_for / at_risk
            against += going * told_against / at_risk
            going *= 1 - (told_for + told_against) / at_risk
            steps.append(Step(day, at_risk, came, against, going))
        at_risk -= len(ends)
    return tuple(steps)


def still_comes(waits: Sequence[Wait], day: int) -> tuple[float, int]:
    """Return the chance that word for the actor still comes after silence to `day`, and its base.

    (CIF(last) - CIF(day)) / S(day); the count is how many waits went on beyond that day. The chance
    is 0 if none did.
    """
    steps = incidence(waits)
    after = sum(wait.days > day for wait in waits)
    until = [step for step in steps if step.day <= day]
    came, going = (until[-1].came, until[-1].going) if until else (0.0, 1.0)
    last = steps[-1].came if steps else 0.0
    return ((last - came) / going if going > 0 else 0.0), after

"""Hypothesis strategies: moments, and auditions reached by random legal moves."""

import datetime as dt
from typing import Final

from hypothesis import strategies as st
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Medium
from callbacktui.domain.moment import Moment
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.stage import Stage
from callbacktui.domain.stage_effects import with_round
from tests.factories import NOW, audition, reflection

ZONES: Final = ("America/New_York", "Europe/London", "America/Los_Angeles", "Pacific/Auckland")

moments = st.builds(
    Moment,
    day=st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31)),
    time=st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0, fold=0)),
    zone=st.sampled_from(ZONES),
    fold=st.sampled_from((0, 1)),
)

reflections: st.SearchStrategy[Reflection] = st.builds(
    reflection,
    clarity=st.none() | st.integers(1, 5),
    pacing=st.none() | st.integers(-2, 2),
    direction=st.none() | st.integers(1, 5) | st.just("not_applicable"),
    felt_off=st.text(max_size=20),
)

Career = tuple[tuple[Audition, DateTime], ...]
"""The versions of one audition, each with its time."""

starts = st.builds(
    audition,
    medium=st.sampled_from(Medium),
    role=st.text(max_size=12),
    straight_to_callback=st.booleans(),
)


def step(draw: st.DrawFn, before: Audition, now: DateTime) -> Audition:
    """Draw one change of an audition: a legal move, a date, a reflection or a reopening."""
    if not before.is_open:
        stages = [to for to in moves.legal(before, now) if isinstance(to, Stage)]
        return moves.reopen(before, now, draw(st.sampled_from(stages)))
    doing = draw(st.sampled_from(("move", "move", "date", "give", "reflect")))
    if doing == "date" and before.pending:
        field = draw(st.sampled_from(("at", "due_at")))
        return with_round(before, replace(before.pending, **{field: draw(moments)}))
    if doing == "give" and before.pending:
        return moves.give(before, now)
    if doing == "reflect" and before.last_done and not before.last_done.reflection:
        looked_back = replace(before.last_done, reflection=draw(reflections))
        return with_round(before, looked_back)
    return moves.move(before, draw(st.sampled_from(moves.legal(before, now))), now)


@st.composite
def careers(draw: st.DrawFn, most: int = 8) -> Career:
    """Draw the life of one audition: each version of it, with the time of that version."""
    now = NOW
    life = [(draw(starts), now)]
    for _ in range(draw(st.integers(0, most))):
        now = now.add(days=draw(st.integers(0, 20)), hours=draw(st.integers(0, 23)))
        life.append((step(draw, life[-1][0], now), now))
    return tuple(life)


auditions = careers().map(lambda life: life[-1][0])

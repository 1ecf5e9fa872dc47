import msgspec
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change, Step
from tests.domain.strategies import auditions
from tests.factories import as_audition, audition, read_on

changes = st.builds(Change, before=auditions | st.none(), after=auditions)


def applied(step: Step, kept: dict[str, Audition]) -> dict[str, Audition]:
    after = dict(kept)
    for change in step.changes:
        after.pop(change.id, None)
        if change.after:
            after[change.id] = as_audition(change.after)
    return after


@given(changes)
def test_inverse_of_an_inverse_is_the_change(change: Change) -> None:
    assert change.inverse.inverse == change
    assert change.inverse.id == change.id
    step = Step(summary="close", changes=(change, change.inverse))
    assert step.inverse.inverse == step


def test_step_followed_by_its_inverse_changes_nothing() -> None:
    first, other, new = audition(), read_on(9, id="a2"), audition(id="a3")
    before = {"a1": first, "a2": other}
    step = Step(
        summary="several",
        changes=(
            Change(before=first, after=read_on()),
            Change(before=read_on(), after=None),
            Change(before=None, after=new),
            Change(before=other, after=msgspec.structs.replace(other, notes="in blue")),
        ),
    )
    after = applied(step, before)
    assert set(after) == {"a2", "a3"}
    assert applied(step.inverse, after) == before


@given(auditions)
def test_any_audition_round_trips_through_json(reached: Audition) -> None:
    assert msgspec.json.decode(msgspec.json.encode(reached), type=Audition) == reached

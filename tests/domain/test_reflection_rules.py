import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.reflection import NONE_GIVEN, Gave, Reflection, SecondLook
from callbacktui.domain.reflection_rules import (
    CannotReflect,
    add_addendum,
    add_reflection,
    add_second_look,
    result_known,
)
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.transitions import advance, close, give, reopen
from tests.factories import (
    NOW,
    asked,
    audition,
    done,
    held,
    later,
    moment,
    present,
    read_on,
    reflection,
)


def back_on(record: Audition, id_: str = "r1") -> Reflection:
    """Return the reflection of the first round, which has to exist."""
    found = next(r.reflection for r in record.rounds if r.id == id_)
    assert found is not None
    return found


def test_look_back_before_a_result_is_open_and_dated() -> None:
    kept = add_reflection(read_on(3), "r1", Reflection(clarity=4), NOW)
    assert back_on(kept).made_at == moment()
    assert back_on(kept).locked_before_result is None


@pytest.mark.parametrize(
    "record",
    [
        read_on(30, disposition=Disposition.PRESUMED_PASSED),
        held(3),
        read_on(9, stage=Stage.CALLBACK),
        read_on(9, rounds=(done(9), asked(id="r2", kind=RoundKind.CALLBACK))),
    ],
)
def test_look_back_after_a_result_is_marked_as_late(record: Audition) -> None:
    assert (
        back_on(add_reflection(record, "r1", Reflection(clarity=4), NOW)).locked_before_result
        is False
    )


def test_callback_round_is_before_its_own_result() -> None:
    called_back = advance(read_on(9), Stage.CALLBACK, NOW)
    given_ = give(called_back, later(2))
    latest = given_.rounds[-1]
    assert result_known(given_, given_.rounds[0])
    assert not result_known(given_, latest)


def test_retape_after_a_callback_is_before_its_own_result() -> None:
    record = read_on(
        stage=Stage.CALLBACK,
        rounds=(
            done(9),
            done(5, id="r2", kind=RoundKind.CALLBACK),
            done(1, id="r3", kind=RoundKind.RETAPE),
        ),
    )
    assert not result_known(record, record.rounds[2])
    assert not result_known(record, record.rounds[1])


def test_direct_callback_has_no_earlier_result() -> None:
    record = read_on(stage=Stage.CALLBACK, straight_to_callback=True)
    assert not result_known(record, record.rounds[0])


def test_locked_look_back_refuses_changes_and_takes_addenda() -> None:
    open_still = add_reflection(read_on(30), "r1", Reflection(clarity=2), NOW)
    ended = close(open_still, Disposition.PRESUMED_PASSED, NOW)
    with pytest.raises(CannotReflect, match="later thought"):
        add_reflection(ended, "r1", Reflection(clarity=5), NOW)
    added = add_addendum(ended, "r1", " It was the pause.\n", later(3))
    assert back_on(added).clarity == 2
    assert [a.text for a in back_on(added).addenda] == ["It was the pause."]
    assert back_on(added).addenda[0].at == moment(3)
    assert add_addendum(ended, "r1", " \n", NOW) is ended


def test_late_look_back_stays_late_after_reopening() -> None:
    ended = close(read_on(30), Disposition.PRESUMED_PASSED, NOW)
    kept = add_reflection(ended, "r1", Reflection(clarity=2), NOW)
    again = add_reflection(reopen(kept, NOW), "r1", Reflection(clarity=3), later(1))
    assert back_on(again).clarity == 3
    assert back_on(again).locked_before_result is False
    assert back_on(again).made_at == moment()


def test_blank_look_back_removes_it_but_keeps_addenda() -> None:
    kept = add_reflection(read_on(3), "r1", Reflection(felt_off="rushed"), NOW)
    assert add_reflection(kept, "r1", Reflection(felt_off=" \n"), NOW).rounds[0].reflection is None
    added = add_addendum(kept, "r1", "less than I thought", NOW)
    assert back_on(add_reflection(added, "r1", Reflection(), NOW)).addenda == back_on(added).addenda


def test_missing_round_is_refused() -> None:
    with pytest.raises(CannotReflect, match="no longer"):
        add_reflection(audition(), "r9", Reflection(clarity=1), NOW)
    with pytest.raises(CannotReflect, match="to add to"):
        add_addendum(read_on(), "r1", "late", NOW)


@given(st.text(max_size=40), st.sampled_from(list(Gave)))
def test_look_back_text_is_cleaned_and_other_rounds_unchanged(text: str, gave: Gave) -> None:
    record = read_on(rounds=(done(9, reflection=reflection()), done(1, id="r2")))
    kept = add_reflection(record, "r2", Reflection(gave_my_audition=gave, felt_good=text), NOW)
    assert kept.rounds[0] == record.rounds[0]
    assert all(
        c.isprintable() or c in "\n\t" or ord(c) > 0x9F for c in back_on(kept, "r2").felt_good
    )


def test_second_look_is_kept_beside_the_locked_first() -> None:
    first = reflection(locked_before_result=True)
    here = read_on(5, rounds=(done(5, reflection=first),))
    look = SecondLook(at=moment(), clarity=2, pacing=1, direction=NONE_GIVEN)
    seen = present(add_second_look(here, "r1", look).rounds[0].reflection)
    assert seen.second_looks == (look,)
    assert replace(seen, second_looks=()) == first
    again = add_second_look(add_second_look(here, "r1", look), "r1", look)
    assert present(again.rounds[0].reflection).second_looks == (look, look)


def test_empty_second_look_adds_nothing() -> None:
    here = read_on(5, rounds=(done(5, reflection=reflection()),))
    assert add_second_look(here, "r1", SecondLook(at=moment())) == here
    with pytest.raises(CannotReflect, match="no look back"):
        add_second_look(read_on(5), "r1", SecondLook(at=moment(), clarity=1))


def test_changed_look_back_keeps_its_second_looks() -> None:
    look = SecondLook(at=moment(), clarity=2)
    here = read_on(5, rounds=(done(5, reflection=reflection(second_looks=(look,))),))
    changed = add_reflection(here, "r1", reflection(clarity=1), NOW)
    assert present(changed.rounds[0].reflection).second_looks == (look,)

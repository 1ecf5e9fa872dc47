"""Events in words: a tape is sent, and an ending is what happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.change import Change
from callbacktui.domain.change_description import field_changes
from callbacktui.domain.enums import Format, RoundKind
from callbacktui.domain.event_words import before_and_after
from callbacktui.domain.holds_and_bookings import Event
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.transitions import IllegalMove, close, move
from tests.factories import NOW, asked, audition, done, moment, read_on

TAPE = read_on(9, rounds=(done(9, format=Format.SELF_TAPE),))


def test_self_tape_is_worded_as_tape_sent() -> None:
    asked_for = audition(stage=Stage.REQUESTED, rounds=(asked(format=Format.SELF_TAPE),))
    sent = move(asked_for, Stage.AUDITIONED, NOW)
    called = move(sent, Stage.CALLBACK, NOW)
    given = move(called, Stage.TEST, NOW)
    told = [" > ".join(before_and_after(event, given)) for event in given.events]
    assert told[:2] == ["requested > tape sent", "tape sent > callback"]
    (stage,) = [c for c in field_changes(Change(before=asked_for, after=sent), NOW)
                if c.field == "stage"]  # fmt: skip
    assert stage.after == "tape sent"


def test_in_person_audition_is_worded_as_auditioned() -> None:
    room = read_on(
        9,
        rounds=(
            done(9, format=Format.IN_PERSON),
            done(2, id="r2", kind=RoundKind.CALLBACK, format=Format.SELF_TAPE),
        ),
    )
    assert room.word_of(Stage.AUDITIONED) == "auditioned"


def test_ending_is_worded_as_a_sentence() -> None:
    closed = close(TAPE, Disposition.PASSED_TOLD, NOW)
    assert before_and_after(closed.events[-1], closed)[1] == Disposition.PASSED_TOLD.sentence


@pytest.mark.parametrize("to", [Stage.AUDITIONED, Stage.WRAPPED])
def test_a_refused_move_says_tape_sent(to: Stage) -> None:
    with pytest.raises(IllegalMove, match=r"^Ophelia, Hamlet [^.]*tape sent[^.]*\. From here"):
        move(TAPE, to, NOW)


@given(st.sampled_from(["stage", "closed", "reopened", "hold", "x"]), st.text(), st.text())
def test_unknown_event_words_are_shown_as_they_are(what: str, before: str, after: str) -> None:
    event = Event(at=moment(0), what=what, before=before, after=after)
    words = before_and_after(event, TAPE)
    known = {*Stage, *Disposition}
    if not {before, after} & known:
        assert words == (before.replace("_", " "), after.replace("_", " "))

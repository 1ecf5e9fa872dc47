import pytest

from callbacktui.domain.stage import MOVES, Certainty, Disposition, Reason, Stage

ENDS = {end for steps in MOVES.values() for end in steps if isinstance(end, Disposition)}


def test_stages_are_in_order() -> None:
    assert [stage.rank for stage in Stage] == list(range(10))
    assert Stage.CONSIDERING.rank < Stage.CALLBACK.rank < Stage.HOLD.rank < Stage.WRAPPED.rank


def test_every_stage_has_moves_and_every_ending_is_reachable() -> None:
    assert set(MOVES) == set(Stage)
    assert all(MOVES.values())
    assert {*ENDS, Disposition.OPEN} == set(Disposition)


@pytest.mark.parametrize("stage", [s for s in Stage if s is not Stage.WRAPPED])
def test_only_retapes_and_sessions_lead_back(stage: Stage) -> None:
    back = {s for s in MOVES[stage] if isinstance(s, Stage) and s.rank < stage.rank}
    assert back <= {Stage.REQUESTED, Stage.CALLBACK, Stage.TEST}


def test_every_ending_has_its_own_sentence() -> None:
    sentences = [end.sentence for end in Disposition]
    assert len(set(sentences)) == len(sentences)
    assert not any("reject" in sentence or "!" in sentence for sentence in sentences)


def test_withdrawing_is_not_their_decision() -> None:
    assert not Disposition.WITHDRAWN.theirs


def test_only_one_reason_is_in_the_actors_hands() -> None:
    assert [reason for reason in Reason if reason.in_my_hands] == [Reason.PERFORMANCE]
    assert {c.value for c in Certainty} == {"told", "guess", "unknown"}

"""A read counts if it is known that it was given."""

import pytest
from msgspec.structs import replace

from callbacktui.domain.settled_reads import was_read
from callbacktui.domain.stage import Stage
from callbacktui.domain.transitions import advance
from tests.factories import NOW, audition, done


@pytest.mark.parametrize("stage", Stage)
def test_stage_alone_implies_an_audition_only_from_auditioned_to_test(stage: Stage) -> None:
    shows = stage in {Stage.AUDITIONED, Stage.CALLBACK, Stage.TEST}
    assert was_read(audition(stage=stage)) is shows


def test_job_after_an_audition_counts_as_auditioned() -> None:
    through = audition(stage=Stage.REQUESTED)
    for stage in (Stage.AUDITIONED, Stage.BOOKED):
        through = advance(through, stage, NOW)
    assert was_read(replace(through, rounds=()))
    assert was_read(audition(stage=Stage.BOOKED, rounds=(done(9),)))


def test_direct_callback_does_not_count_as_an_audition() -> None:
    assert not was_read(audition(stage=Stage.CALLBACK, straight_to_callback=True))

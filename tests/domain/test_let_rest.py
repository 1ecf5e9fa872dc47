"""Letting many quiet auditions rest is no news about any of them."""

import pytest

from callbacktui.domain.audition_context import History, context_of
from callbacktui.domain.let_rest import is_rested, let_rest
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import ending_word
from callbacktui.domain.transitions import IllegalMove, advance, close, reopen
from tests.factories import NOW, audition, read_on


def test_resting_audition_is_closed_and_marked() -> None:
    rested = let_rest(read_on(30), NOW)
    assert rested.disposition is Disposition.PRESUMED_PASSED
    assert rested.heard_on is None
    assert is_rested(rested)
    assert ending_word(rested) == "let rest"


def test_long_over_audition_can_rest() -> None:
    assert is_rested(let_rest(read_on(800), NOW))
    booked = let_rest(read_on(800, stage=Stage.BOOKED), NOW)
    assert (booked.disposition, is_rested(booked)) == (Disposition.COMPLETED, True)


def test_closed_or_reopened_audition_is_not_resting() -> None:
    assert not is_rested(close(read_on(30), Disposition.PRESUMED_PASSED, NOW))
    rested = let_rest(read_on(30), NOW)
    opened = reopen(rested, NOW)
    assert not is_rested(opened)
    assert not is_rested(close(opened, Disposition.PASSED_TOLD, NOW))


def test_wrapped_job_is_not_resting() -> None:
    job = advance(reopen(let_rest(read_on(30), NOW), NOW, Stage.BOOKED), Stage.WRAPPED, NOW)
    assert not job.is_open
    assert not is_rested(job)
    assert ending_word(job) == "wrapped"


@pytest.mark.parametrize("closed", [False, True])
def test_audition_that_cannot_end_in_silence_is_refused(closed: bool) -> None:
    considering = audition()
    other = close(considering, Disposition.WITHDRAWN, NOW) if closed else considering
    with pytest.raises(IllegalMove, match="Ophelia, Hamlet"):
        let_rest(other, NOW)


def test_office_line_does_not_count_resting_as_passed() -> None:
    before = let_rest(read_on(90, id="b"), NOW)
    here = read_on(1)
    context = context_of(here, History((before, here)), NOW, Windows())
    assert context.office_line == "2nd time · 0 of 1 called back, 1 let rest"

"""Letting many quiet auditions rest is no news about any of them."""

import pytest

from callbacktui.domain.audition_context import History, context_of
from callbacktui.domain.let_rest import is_rested, let_rest
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import ending_word
from callbacktui.domain.transitions import IllegalMove, advance, close, reopen
from tests.factories import NOW, audition, read_on


def test_one_that_rests_is_closed_and_marked_as_such() -> None:
    rested = let_rest(read_on(30), NOW)
    assert rested.disposition is Disposition.PRESUMED_PASSED
    assert rested.heard_on is None
    assert is_rested(rested)
    assert ending_word(rested) == "let rest"


def test_one_that_is_long_over_rests_too() -> None:
    assert is_rested(let_rest(read_on(800), NOW))
    booked = let_rest(read_on(800, stage=Stage.BOOKED), NOW)
    assert (booked.disposition, is_rested(booked)) == (Disposition.COMPLETED, True)


def test_what_is_closed_by_itself_or_reopened_is_not_resting() -> None:
    assert not is_rested(close(read_on(30), Disposition.PRESUMED_PASSED, NOW))
    rested = let_rest(read_on(30), NOW)
    opened = reopen(rested, NOW)
    assert not is_rested(opened)
    assert not is_rested(close(opened, Disposition.PASSED_TOLD, NOW))


def test_a_job_that_came_of_it_after_all_and_wrapped_is_not_resting() -> None:
    job = advance(reopen(let_rest(read_on(30), NOW), NOW, Stage.BOOKED), Stage.WRAPPED, NOW)
    assert not job.is_open
    assert not is_rested(job)
    assert ending_word(job) == "wrapped"


@pytest.mark.parametrize("closed", [False, True])
def test_what_cannot_end_in_silence_says_so(closed: bool) -> None:
    considering = audition()
    other = close(considering, Disposition.WITHDRAWN, NOW) if closed else considering
    with pytest.raises(IllegalMove, match="Ophelia, Hamlet"):
        let_rest(other, NOW)


def test_an_office_is_not_told_to_have_passed_on_those_that_rest() -> None:
    before = let_rest(read_on(90, id="b"), NOW)
    here = read_on(1)
    context = context_of(here, History((before, here)), NOW, Windows())
    assert context.office_line == "2nd time · 0 of 1 called back, 1 let rest"

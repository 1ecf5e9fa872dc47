"""What is not done after a read has its reason; what is fine has none."""

import datetime as dt

import pytest
from hypothesis import given
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import FollowUpKind, RoundKind
from callbacktui.domain.etiquette import may_thank, why_not
from callbacktui.domain.holds_and_bookings import FollowUp
from callbacktui.domain.stage import Stage
from tests.domain.strategies import auditions
from tests.factories import TODAY, audition, days_ago, done, read_on

FIRST = read_on(2, rep="Hollis")
RECALLED = read_on(
    9,
    rep="Hollis",
    stage=Stage.CALLBACK,
    rounds=(done(9), done(1, id="r2", kind=RoundKind.CALLBACK)),
)
STILL_TO_COME = replace(FIRST, stage=Stage.CALLBACK)
K = FollowUpKind


@pytest.mark.parametrize(
    ("kind", "of", "know_you", "reason"),
    [
        (K.THANK_YOU, FIRST, True, "after a first audition none is sent"),
        (K.THANK_YOU, STILL_TO_COME, True, "after a first audition none is sent"),
        (K.THANK_YOU, RECALLED, False, ""),
        (K.ROLE_STATUS, FIRST, True, "nobody asks casting"),
        (K.ROLE_STATUS, RECALLED, True, ""),
        (K.ROLE_STATUS, replace(RECALLED, rep=""), True, "only a rep asks"),
        (K.FEEDBACK_REQUEST, FIRST, True, ""),
        (K.FEEDBACK_REQUEST, FIRST, False, "only if they know you"),
        (K.FEEDBACK_REQUEST, replace(FIRST, rep=""), True, "through an agent"),
        (K.FEEDBACK_REQUEST, audition(rep="Hollis"), True, "no audition yet"),
        (K.UPDATE, audition(), False, ""),
    ],
)
def test_discouraged_follow_ups_have_a_reason(
    kind: FollowUpKind, of: Audition, know_you: bool, reason: str
) -> None:
    found = why_not(kind, of, know_you=know_you)
    assert reason in found
    assert bool(found) is bool(reason)


def test_thank_you_is_suggested_once_after_a_callback() -> None:
    assert may_thank(RECALLED, TODAY)
    assert not may_thank(FIRST, TODAY)
    noted = FollowUp(kind=K.THANK_YOU)
    assert not may_thank(replace(RECALLED, follow_ups=(noted,)), TODAY)
    assert not may_thank(
        replace(RECALLED, follow_ups=(replace(noted, sent_on=days_ago(0)),)), TODAY
    )
    earlier = replace(noted, sent_on=days_ago(8))
    assert may_thank(replace(RECALLED, follow_ups=(earlier,)), TODAY)


def test_no_thank_you_is_suggested_after_a_week() -> None:
    assert not may_thank(RECALLED, TODAY + dt.timedelta(8))


@given(auditions)
def test_no_follow_up_is_suggested_after_a_first_audition(of: Audition) -> None:
    if of.stage.rank <= Stage.AUDITIONED.rank:
        assert why_not(K.THANK_YOU, of, know_you=True)
        assert why_not(K.ROLE_STATUS, of, know_you=True)
        assert not may_thank(of, TODAY)

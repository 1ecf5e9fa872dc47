"""The texts that actors write under "Result" are understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.enums import Cleared, HoldKind
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.spreadsheet.result_text import (
    LONG_PAST,
    Outcome,
    read_result,
    settle_silence,
)


@pytest.mark.parametrize(
    ("written", "stage", "end"),
    [
        ("", None, Disposition.OPEN),
        ("?", None, Disposition.OPEN),
        ("no", None, Disposition.PASSED_TOLD),
        ("They went another way.", None, Disposition.PASSED_TOLD),
        ("no cb", None, Disposition.PRESUMED_PASSED),
        ("nothing", None, Disposition.PRESUMED_PASSED),
        ("CB", Stage.CALLBACK, Disposition.OPEN),
        ("callback!", Stage.CALLBACK, Disposition.OPEN),
        ("2nd cb", Stage.CALLBACK, Disposition.OPEN),
        ("Callback - no", Stage.CALLBACK, Disposition.PASSED_TOLD),
        ("cb, pinned, released", Stage.HOLD, Disposition.RELEASED),
        ("avail → released", Stage.HOLD, Disposition.RELEASED),
        ("pinned", Stage.HOLD, Disposition.OPEN),
        ("pinned then booked!!", Stage.BOOKED, Disposition.OPEN),
        ("booked :)", Stage.BOOKED, Disposition.OPEN),
        ("offer, turned it down", Stage.OFFER, Disposition.OFFER_DECLINED),
        ("wrapped", Stage.WRAPPED, Disposition.COMPLETED),
        ("role cut", None, Disposition.ROLE_CUT),
        ("project shelved", None, Disposition.PROJECT_SHELVED),
    ],
)
def test_results_as_actors_write_them(written: str, stage: Stage | None, end: Disposition) -> None:
    outcome = read_result(written)
    assert (outcome.stage, outcome.disposition, outcome.unread) == (stage, end, "")


@pytest.mark.parametrize("written", ["project pushed", "postponed", "pushed to fall"])
def test_work_that_was_put_off_is_not_over_and_its_words_stay(written: str) -> None:
    outcome = read_result(written)
    assert (outcome.disposition, outcome.unread) == (Disposition.OPEN, written)


@pytest.mark.parametrize(
    ("written", "is_given"),
    [
        ("submitted", False),
        ("Self tape requested", False),
        ("confirmed", False),
        ("completed", True),
        ("tape sent", True),
        ("cb", True),
        ("no", None),
        ("waiting", None),
    ],
)
def test_a_word_says_whether_the_read_was_given(written: str, is_given: bool | None) -> None:
    assert read_result(written).is_given is is_given


def test_an_answer_is_read_by_the_question_above_it() -> None:
    assert read_result("yes", Stage.CALLBACK).stage is Stage.CALLBACK
    assert read_result("\u2714\ufe0f", HoldKind.PIN).stage is Stage.HOLD
    assert read_result("no", Stage.BOOKED).disposition is Disposition.PASSED_TOLD
    assert read_result("FALSE", Stage.CALLBACK) == Outcome()
    assert read_result("yes - booked", Stage.CALLBACK).stage is Stage.BOOKED


def test_silence_is_taken_for_an_answer_only_after_a_while() -> None:
    silent = read_result("no cb")
    assert settle_silence(silent, LONG_PAST) is Disposition.OPEN
    assert settle_silence(silent, LONG_PAST + 1) is Disposition.PRESUMED_PASSED
    assert settle_silence(silent, None) is Disposition.PRESUMED_PASSED


def test_a_hold_keeps_the_word_that_was_used() -> None:
    outcome = read_result("avail, 1st refusal / booked")
    assert [(h.kind, h.word_used, h.cleared) for h in outcome.holds] == [
        (HoldKind.AVAIL, "avail", Cleared.CONVERTED),
        (HoldKind.FIRST_REFUSAL, "1st refusal", Cleared.CONVERTED),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "not on the callback list",
        "never pinned",
        "no avail",
        "not in the final two",
        "no offer",
        "hoping for a callback",
        "cast the director's wife",
        "cast someone older",
        "they gave it away",
    ],
)
def test_what_is_denied_or_hoped_for_is_no_stage(written: str) -> None:
    assert (read_result(written).stage, read_result(written).holds) == (None, ())


@pytest.mark.parametrize(
    ("written", "stage", "end"),
    [
        ("callback no luck", Stage.CALLBACK, Disposition.PASSED_TOLD),
        ("avail not booked", Stage.HOLD, Disposition.PASSED_TOLD),
        ("cut after callbacks", Stage.CALLBACK, Disposition.PASSED_TOLD),
        ("no second callback", Stage.CALLBACK, Disposition.PRESUMED_PASSED),
        ("callback declined", Stage.CALLBACK, Disposition.WITHDRAWN),
        ("rejected at final round", Stage.TEST, Disposition.PASSED_TOLD),
        ("I said no to the offer", Stage.OFFER, Disposition.OFFER_DECLINED),
        ("no longer on avail", Stage.HOLD, Disposition.RELEASED),
        ("booked, no callback", Stage.BOOKED, Disposition.OPEN),
    ],
)
def test_a_piece_may_say_how_far_it_went_and_how_it_ended(
    written: str, stage: Stage, end: Disposition
) -> None:
    assert (read_result(written).stage, read_result(written).disposition) == (stage, end)


@pytest.mark.parametrize(
    "written",
    [
        "yes",
        "got it",
        "fun",
        "check's in the mail",
        "booked?",
        "booked flight",
        "booked out",
        "they took me aside",
        "gave me notes",
        "test shoot",
        "cast party",
        "asked to read another role",
    ],
)
def test_a_booking_is_never_inferred(written: str) -> None:
    outcome = read_result(written)
    assert (outcome.stage, outcome.unread) == (None, written)


@given(st.text(max_size=60))
def test_any_words_are_a_result_or_are_kept(written: str) -> None:
    outcome = read_result(written)
    assert outcome.words or not written.strip()

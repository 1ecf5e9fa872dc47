"""The texts that actors write under "Result" are understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.enums import Cleared, HoldKind
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.spreadsheet.result_text import LONG_PAST, parse_result


@pytest.mark.parametrize(
    ("written", "stage", "end"),
    [
        ("", Stage.AUDITIONED, Disposition.OPEN),
        ("?", Stage.AUDITIONED, Disposition.OPEN),
        ("no", Stage.AUDITIONED, Disposition.PASSED_TOLD),
        ("They went another way.", Stage.AUDITIONED, Disposition.PASSED_TOLD),
        ("no cb", Stage.AUDITIONED, Disposition.PRESUMED_PASSED),
        ("nothing", Stage.AUDITIONED, Disposition.PRESUMED_PASSED),
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
        ("role cut", Stage.AUDITIONED, Disposition.ROLE_CUT),
        ("project pushed", Stage.AUDITIONED, Disposition.PROJECT_SHELVED),
    ],
)
def test_results_as_actors_write_them(written: str, stage: Stage, end: Disposition) -> None:
    outcome = parse_result(written, 100)
    assert (outcome.stage, outcome.disposition, outcome.unread) == (stage, end, "")


def test_silence_is_taken_for_an_answer_only_after_a_while() -> None:
    assert parse_result("no cb", LONG_PAST).disposition is Disposition.OPEN
    assert parse_result("no cb", LONG_PAST + 1).disposition is Disposition.PRESUMED_PASSED


def test_a_hold_keeps_the_word_that_was_used() -> None:
    outcome = parse_result("avail, 1st refusal / booked", 100)
    assert [(h.kind, h.word_used, h.cleared) for h in outcome.holds] == [
        (HoldKind.AVAIL, "avail", Cleared.CONVERTED),
        (HoldKind.FIRST_REFUSAL, "1st refusal", Cleared.CONVERTED),
    ]


@pytest.mark.parametrize("written", ["yes", "got it", "fun", "check's in the mail"])
def test_a_booking_is_never_inferred(written: str) -> None:
    outcome = parse_result(written, 100)
    assert (outcome.stage, outcome.booking, outcome.unread) == (Stage.AUDITIONED, None, written)


@given(st.text(max_size=60), st.integers(-400, 4000))
def test_any_words_are_a_result_or_are_kept(written: str, days_ago: int) -> None:
    outcome = parse_result(written, days_ago)
    assert outcome.words or not written.strip()

"""What earlier silences came to: counts only, and only of waits that have ended."""

import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Medium, RoundKind
from callbacktui.domain.let_rest import let_rest
from callbacktui.domain.silence import Windows, silence
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.insight import silence_outcomes
from callbacktui.insight.aalen_johansen import Wait
from callbacktui.insight.silence_outcomes import SilenceRecord
from tests.factories import (
    NOW,
    TODAY,
    asked,
    audition,
    days_ago,
    done,
    held,
    moment,
    present,
    read_on,
)

HERE = read_on(6, id="here", office="Kestrel", medium=Medium.TV)


def told(id_: str, after: int, **fields: object) -> Audition:
    """Return an audition that was told no so many days after the read."""
    end = {"disposition": Disposition.PASSED_TOLD, "closed_on": days_ago(100 - after)}
    return read_on(100, **{"id": id_, "medium": Medium.TV, **end, **fields})


def called(id_: str, after: int, **fields: object) -> Audition:
    """Return an audition that was called back so many days after the read."""
    callback = asked(id="r2", kind=RoundKind.CALLBACK, received_at=moment(after - 100))
    end = {"disposition": Disposition.PASSED_TOLD, "stage": Stage.CALLBACK}
    plain = {"id": id_, "medium": Medium.TV, "rounds": (done(100), callback)}
    return read_on(100, **{**plain, **end, **fields})


def said(*others: Audition, of: Audition = HERE) -> str:
    reading = present(silence(of, TODAY, Windows()))
    return SilenceRecord((of, *others)).sentence(of, reading)


def test_outcomes_name_office_and_medium_with_counts() -> None:
    others = [
        told("a", 4, office="Kestrel"),  # ended before day 6: not such a silence
        told("b", 9, office="kestrel"),
        called("c", 8, office="Kestrel"),
        called("d", 12, office="Another"),
        told("e", 30, office="", disposition=Disposition.PRESUMED_PASSED),
        told("f", 30, medium=Medium.FILM),
    ]
    assert said(*others) == (
        "After 6 days of silence, word still came from Kestrel in 1 of 2, and for TV in 2 of 4."
    )


@pytest.mark.parametrize(
    "other",
    [
        read_on(40, id="open", office="Kestrel", medium=Medium.TV),
        let_rest(read_on(90, id="rest", office="Kestrel", medium=Medium.TV), NOW),
        audition(id="sent", office="Kestrel", medium=Medium.TV, submitted_on=days_ago(90)),
    ],
)
def test_auditions_without_a_result_are_not_counted(other: Audition) -> None:
    assert said(other) == ""


@pytest.mark.parametrize(
    "of",
    [
        audition(submitted_on=days_ago(6), stage=Stage.SUBMITTED, medium=Medium.TV),
        held(6, medium=Medium.TV),
        read_on(6, stage=Stage.CALLBACK, medium=Medium.TV),
    ],
)
def test_only_a_waiting_first_audition_has_outcomes(of: Audition) -> None:
    assert said(called("c", 90), of=of) == ""


def test_medium_other_is_not_compared() -> None:
    of = read_on(6, office="", medium=Medium.OTHER)
    assert said(called("c", 90, office=""), of=of) == ""


def test_unchanged_auditions_are_not_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = [told(f"a{n}", 9) for n in range(50)]
    before = SilenceRecord(first)
    counted: list[str] = []
    whole = silence_outcomes._ended_wait

    def ended_wait(one: Audition) -> Wait | None:
        counted.append(one.id)
        return whole(one)

    monkeypatch.setattr(silence_outcomes, "_ended_wait", ended_wait)
    after = SilenceRecord([*first[1:], called("new", 8)], before)
    assert counted == ["new"]
    reading = present(silence(HERE, TODAY, Windows()))
    assert after.sentence(HERE, reading).endswith("for TV in 1 of 50.")

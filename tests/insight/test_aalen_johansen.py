"""The estimate of how word comes in, with two ends."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.insight.aalen_johansen import End, Wait, incidence, still_comes

WAITS = st.lists(st.builds(Wait, st.integers(0, 30), st.sampled_from(End)), min_size=1, max_size=40)


def test_estimate_matches_a_manual_calculation() -> None:
    waits = [
        Wait(2, End.FOR),
        Wait(3, End.AGAINST),
        Wait(3, End.NOT_YET),
        Wait(5, End.FOR),
        Wait(8, End.NOT_YET),
    ]
    day2, day3, day5 = incidence(waits)
    assert (day2.at_risk, day2.came, day2.going) == pytest.approx((5, 1 / 5, 4 / 5))
    assert (day3.at_risk, day3.against, day3.going) == pytest.approx((4, 1 / 5, 3 / 5))
    assert (day5.at_risk, day5.came, day5.going) == pytest.approx((2, 1 / 5 + 3 / 10, 3 / 10))
    assert still_comes(waits, 3) == pytest.approx(((1 / 2 - 1 / 5) / (3 / 5), 2))


@given(WAITS)
def test_probabilities_add_up_to_one(waits: Sequence[Wait]) -> None:
    before = 0.0
    for step in incidence(waits):
        assert step.came + step.against + step.going == pytest.approx(1)
        assert step.came >= before
        before = step.came


@given(st.lists(st.integers(0, 30), min_size=1), st.lists(st.integers(0, 30)))
def test_estimate_without_open_waits_is_the_plain_share(
    came: list[int], against: list[int]
) -> None:
    waits = [Wait(day, End.FOR) for day in came] + [Wait(day, End.AGAINST) for day in against]
    for step in incidence(waits):
        assert step.came == pytest.approx(sum(day <= step.day for day in came) / len(waits))
    chance, after = still_comes(waits, 10)
    later = sum(day > 10 for day in came)
    assert after == sum(wait.days > 10 for wait in waits)
    assert chance == pytest.approx(later / after if after else 0.0)


def test_censoring_rejections_would_overestimate() -> None:
    """Kaplan-Meier with `against` as censored overstates what comes (Satagopan 2004)."""
    waits = [Wait(day, End.FOR if day % 3 else End.AGAINST) for day in range(1, 30)]
    naive = [Wait(w.days, End.FOR if w.end is End.FOR else End.NOT_YET) for w in waits]
    assert incidence(naive)[-1].came > incidence(waits)[-1].came


def test_no_waits_give_no_estimate() -> None:
    assert incidence([]) == ()
    assert still_comes([], 5) == (0.0, 0)


def test_estimate_matches_a_published_example() -> None:
    """Satagopan et al., Br J Cancer 2004; 91: 1229-1235, table 2: nine of 305 breast cancers."""
    table = [
        (7, End.NOT_YET), (10, End.FOR), (14, End.NOT_YET), (16, End.FOR), (18, End.AGAINST),
        (23, End.FOR), (24, End.NOT_YET), (26, End.AGAINST), (27, End.FOR),
    ]  # fmt: skip
    later = [Wait(28, End.NOT_YET)] * (305 - len(table))
    steps = incidence([*(Wait(*row) for row in table), *later])
    assert [(step.day, step.at_risk) for step in steps] == [
        (10, 304), (16, 302), (18, 301), (23, 300), (26, 298), (27, 297)
    ]  # fmt: skip
    assert [round(100 * s.going, 1) for s in steps] == [99.7, 99.3, 99.0, 98.7, 98.3, 98.0]
    came = [0.0, *(step.came for step in steps if step.day not in {18, 26})]
    grown = [round(100 * (after - before), 1) for before, after in pairwise(came)]
    assert [round(sum(grown[: n + 1]), 1) for n in range(4)] == [0.3, 0.6, 0.9, 1.2]  # as it adds


REFERENCE = json.loads((Path(__file__).parent / "data/incidence.json").read_text("utf-8"))


@pytest.mark.parametrize("one", REFERENCE, ids=range(len(REFERENCE)))
def test_estimate_matches_a_reference_library(one: dict[str, list[float]]) -> None:
    """Against scikit-survival and lifelines; `data/make_incidence.py` made the numbers."""
    ends = (End.NOT_YET, End.FOR, End.AGAINST)
    waits = [Wait(int(d), ends[int(e)]) for d, e in zip(one["days"], one["ends"], strict=True)]
    steps = incidence(waits)
    assert [step.day for step in steps] == one["at"]
    assert [step.came for step in steps] == pytest.approx(one["came"], abs=1e-9)
    assert [step.against for step in steps] == pytest.approx(one["against"], abs=1e-9)


def test_reference_data_is_complete() -> None:
    assert len(REFERENCE) == 200
    assert sum(len(set(one["days"])) < len(one["days"]) for one in REFERENCE) > 100

"""Proportions: their interval, and how much of them is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.insight.proportion import Proportion, Shown, differ, wilson


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(1, 5, 4, 62), (3, 10, 11, 60), (0, 10, 0, 28), (4, 20, 8, 42), (10, 50, 11, 33)],
)
def test_interval_matches_published_tables(k: int, n: int, low: int, high: int) -> None:
    assert [round(100 * end) for end in wilson(k, n)] == [low, high]


@given(st.integers(1, 500), st.data())
def test_interval_contains_the_share_and_is_symmetric(n: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, n))
    low, high = wilson(k, n)
    assert 0 <= low <= k / n <= high <= 1
    mirrored = wilson(n - k, n)
    assert mirrored.low == pytest.approx(1 - high)


@pytest.mark.parametrize(("k", "n"), [(1, 0), (0, 0), (-1, 3), (4, 3)])
def test_impossible_proportion_is_refused(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="a proportion"):
        wilson(k, n)


@pytest.mark.parametrize(
    ("k", "n", "shown", "share"),
    [
        (0, 0, Shown.NONE, ""),
        (1, 4, Shown.COUNTS, ""),
        (1, 5, Shown.INTERVAL, "too early to tell, 4 to 62%"),
        (4, 19, Shown.INTERVAL, "too early to tell, 9 to 43%"),
        (4, 20, Shown.PERCENT, "20%, likely 8 to 42%"),
    ],
)
def test_small_base_shows_counts_only(k: int, n: int, shown: Shown, share: str) -> None:
    counted = Proportion("rate", k, n)
    assert counted.shown is shown
    assert counted.share == share


def test_groups_differ_only_with_separate_intervals_and_a_base_of_ten() -> None:
    few, many = Proportion("a", 0, 9), Proportion("b", 9, 9)
    assert not differ(few, many)
    assert differ(Proportion("a", 1, 30), Proportion("b", 20, 30))
    assert not differ(Proportion("a", 10, 30), Proportion("b", 14, 30))


@pytest.mark.parametrize(
    ("k", "n", "said"),
    [
        (0, 1437, "likely under 1%"),
        (1437, 1437, "likely over 99%"),
        (0, 100, "likely under 4%"),
        (1, 250, "under 1%, likely under 3%"),
        (249, 250, "over 99%, likely over 97%"),
        (125, 250, "50%, likely 44 to 56%"),
    ],
)
def test_tiny_share_is_not_shown_as_zero(k: int, n: int, said: str) -> None:
    assert Proportion("callback_rate", k, n).share == said

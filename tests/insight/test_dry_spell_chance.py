"""How often a run without a callback comes by chance."""

from itertools import product

import pytest

from callbacktui.insight.dry_spell_chance import run_somewhere


@pytest.mark.parametrize(
    ("p", "reads", "length", "percent"),
    [
        (0.2, 40, 10, 62), (0.2, 80, 10, 88), (0.2, 120, 10, 96), (0.2, 80, 15, 42),
        (0.2, 40, 20, 6), (0.2, 80, 20, 14), (0.1, 40, 10, 94), (0.1, 40, 20, 36),
        (0.1, 80, 20, 68), (0.15, 80, 15, 69), (0.3, 40, 10, 26), (0.3, 80, 10, 49),
    ],
)  # fmt: skip
def test_chance_matches_published_tables(p: float, reads: int, length: int, percent: int) -> None:
    assert round(100 * run_somewhere(p, reads, length)) == percent


@pytest.mark.parametrize("reads", range(1, 11))
@pytest.mark.parametrize("length", range(1, 5))
@pytest.mark.parametrize("p", [0.0, 0.25, 0.5, 1.0])
def test_chance_matches_counting_every_record(p: float, reads: int, length: int) -> None:
    chance = 0.0
    for record in product((True, False), repeat=reads):
        if "0" * length in "".join("1" if hit else "0" for hit in record):
            hits = sum(record)
            chance += p**hits * (1 - p) ** (reads - hits)
    assert run_somewhere(p, reads, length) == pytest.approx(chance)


@pytest.mark.parametrize(("p", "length"), [(0.5, 0), (-0.1, 3), (1.1, 3)])
def test_run_of_zero_is_refused(p: float, length: int) -> None:
    with pytest.raises(ValueError, match="at least one audition"):
        run_somewhere(p, 10, length)

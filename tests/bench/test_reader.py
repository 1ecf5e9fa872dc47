"""Benchmarks parsing an imported page: one of typical length, and ones that could make it slow.

The results are ratios of a four times larger page to a page; 4 is linear. No time is asserted.
"""

from contextlib import suppress
from statistics import median
from time import perf_counter

from callbacktui.advice.pages.parsed_page import PageError
from callbacktui.advice.pages.parser import parse_page
from tests.advice.pages.test_parser import DATA

SHREDS = (
    *("\u2018", '"', "“a,” says Bo, “b.” ", "(By ", "By Anna ", "(Photo: ", "[a](", "** ", "x_"),
    *("RELATED TOPICS: a, ", "Petra Quill, a coach, ", "Word? What ", "Mr. ", "de la ", "— ", "…"),
)


def test_reading() -> None:
    page = (DATA / "saved-page.txt").read_text(encoding="utf-8").split("    Recommended")[0]
    usual = "\n\n".join([page] * 6)
    print(f"\na page of {len(usual):,} characters: {1000 * _cost(usual):.1f} ms")
    worst = sorted(((_cost(_line(s, 18_000)), s) for s in SHREDS), reverse=True)[:4]
    for cost, shred in worst:
        ratio = cost / _cost(_line(shred, 4_500))
        print(f"a line of nothing but {shred!r}: {1000 * cost:.0f} ms, {ratio:.1f}x for 4x as long")


def _line(shred: str, length: int) -> str:
    return f"A Title\n\nSome text.\n\n{shred * (length // len(shred))}\n\nThe end."


def _cost(text: str) -> float:
    costs = []
    for _ in range(5):
        started = perf_counter()
        with suppress(PageError):
            parse_page(text)
        costs.append(perf_counter() - started)
    return median(costs)

"""Benchmarks one keystroke in the library's search, as a ratio to a bare FTS5 query.

No time is asserted.
"""

from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

import pytest

from callbacktui.advice.library.library import Library, open_library
from callbacktui.advice.pages.importing import import_page
from callbacktui.domain.imported_page import ImportedPage
from tests.advice.pages.test_parser import DATA
from tests.factories import NOW

RUNS = 9
TYPED = "first refusal when silence follows"
SLIPPED = "fiirst refusl wen silennce"


def with_pages(count: int) -> Library:
    """Return the library with `count` different imported pages of typical length."""
    text = (DATA / "saved-page.txt").read_text(encoding="utf-8")
    title, head, rest = text.partition("\n")
    body = rest.split("    Recommended")[0].replace(title, "")
    pages: dict[str, ImportedPage] = {}
    for number in range(count):
        own = f"Page Number {number}{head}" + "\n".join(
            f"{body}\nWord{number}{n}." for n in range(6)
        )
        page = import_page(own.encode(), f"{number}.txt", (), (), NOW).page
        pages[page.id] = page
    library = open_library()
    started = perf_counter()
    library.set_pages(pages.values())
    print(f"\n{len(pages)} own pages read in {1000 * (perf_counter() - started):.0f} ms", end="")
    return library


@pytest.mark.parametrize("own", [0, 200])
def test_keystroke(own: int) -> None:
    library = with_pages(own)
    started = perf_counter()
    index = library.index
    made = perf_counter() - started

    def bare(words: str) -> None:
        first, *rest = words.split() or ["a"]
        query = " ".join([f'"{word}"' for word in (first, *rest)]) + "*"
        found = "SELECT rowid FROM shelf WHERE shelf MATCH ? ORDER BY rank LIMIT 30"
        index._shelf.execute(found, (query,)).fetchall()

    print(f"\nthe index took {1000 * made:.0f} ms")
    for name, text in (("as typed", TYPED), ("with slips", SLIPPED)):
        keys = [text[:end] for end in range(1, len(text) + 1)]
        ours = [_cost(partial(index.search, words)) for words in keys]
        base = median(_cost(partial(bare, words)) for words in keys)
        print(
            f"{name}: a keystroke {1000 * median(ours):.2f} ms, at most {1000 * max(ours):.2f}; "
            f"bare FTS5 {1000 * base:.2f} ms: {median(ours) / base:.1f}x, "
            f"at most {max(ours) / base:.1f}x"
        )


def _cost(call: Callable[[], object]) -> float:
    """Return the seconds that a call takes, the median of a few runs."""
    costs = []
    for _ in range(RUNS):
        started = perf_counter()
        call()
        costs.append(perf_counter() - started)
    return median(costs)

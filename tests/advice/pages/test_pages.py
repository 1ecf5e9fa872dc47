"""Whole pages: five that were given, twelve of our own of the same kinds, and 47 later ones.

Those of the packs `fresh`, `blind`, `later` and `more` were written, with what is on them, before
anybody looked at the reader.
"""

import pytest

from tests.advice.pages.scoring import Score, expectations, read_page, score

ALL = [
    (pack, name)
    for pack in ("given", "own", "fresh", "blind", "later", "more")
    for name in expectations(pack)
]


def scored(pack: str, name: str) -> Score:
    return score(read_page(pack, name), expectations(pack)[name])


@pytest.mark.parametrize(("pack", "name"), ALL)
def test_page_is_parsed_with_every_saying_attributed_correctly(pack: str, name: str) -> None:
    found = scored(pack, name)
    assert found.false == []
    assert found.missed == []

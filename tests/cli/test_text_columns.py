"""Columns stay aligned, and shortened ids stay unique."""

from hypothesis import given
from hypothesis import strategies as st

from callbacktui.cli.text import align_columns, cut, shortest_prefixes, width


def test_wide_characters_are_two_cells_and_combining_marks_none() -> None:
    assert width("Zoe\u0301") == 3
    assert width("東京") == 4
    first, second = align_columns([("東京", "a"), ("Zoë", "b")])
    assert width(first) == width(second)


@given(st.text(), st.integers(1, 20))
def test_cut_text_fits_its_width(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells


@given(st.sets(st.text("0123456789abcdef", min_size=12, max_size=12)))
def test_shortened_ids_are_unique_prefixes(ids: set[str]) -> None:
    names = shortest_prefixes(sorted(ids))
    assert set(names) == ids
    for name in names.values():
        assert len(name) >= 8
        assert sum(id_.startswith(name) for id_ in ids) == 1

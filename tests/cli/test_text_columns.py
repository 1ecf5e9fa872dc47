"""Columns stay aligned, and shortened ids stay unique."""

from hypothesis import given
from hypothesis import strategies as st

from callbacktui.cli.text import align_columns, cut, shortest_prefixes, width


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert width("Zoe\u0301") == 3
    assert width("東京") == 4
    first, second = align_columns([("東京", "a"), ("Zoë", "b")])
    assert width(first) == width(second)


@given(st.text(), st.integers(1, 20))
def test_what_is_cut_fits(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells


@given(st.sets(st.text("0123456789abcdef", min_size=12, max_size=12)))
def test_every_short_id_is_the_beginning_of_one_id_only(ids: set[str]) -> None:
    names = shortest_prefixes(sorted(ids))
    assert set(names) == ids
    for name in names.values():
        assert len(name) >= 8
        assert sum(id_.startswith(name) for id_ in ids) == 1

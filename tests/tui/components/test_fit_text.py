"""Text takes as many cells as it is given, whatever letters are in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from callbacktui.tui.components.fit_text import cut_text, fit_text
from callbacktui.tui.theme.glyphs import FINE, PLAIN


@given(st.text(), st.integers(0, 20))
def test_cut_text_fits_its_width(text: str, width: int) -> None:
    assert cell_len(cut_text(text, width, FINE)) <= width
    assert cell_len(fit_text(text, width, FINE)) == width


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("Lady Macbeth", 12, "Lady Macbeth"),
        ("Lady Macbeth", 7, "Lady M…"),
        ("Lady Macbeth", 6, "Lady…"),
        ("Lady Macbeth", 1, "…"),
        ("Lady Macbeth", 0, ""),
        ("東京物語", 6, "東京…"),
        ("東京物語", 7, "東京物…"),
        ("a\nb\tc", 9, "a b c"),
    ],
)
def test_cut_text_ends_with_an_ellipsis(text: str, width: int, cut: str) -> None:
    assert cut_text(text, width, FINE) == cut
    assert cut_text(text, width, PLAIN) == cut.replace("…", "~")

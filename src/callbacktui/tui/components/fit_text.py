"""Fit text into a number of terminal cells."""

from rich.cells import cell_len, set_cell_size

from callbacktui.domain.text import clean, cut_to_cells
from callbacktui.tui.theme.glyphs import Glyphs


def cut_text(text: str, width: int, glyphs: Glyphs) -> str:
    """Return `text` on one line of at most `width` cells, with an ellipsis if any is left out.

    Text from another program's file may be unclean, so it is cleaned before it is measured.
    """
    flat = clean(text).replace("\n", " ").replace("\t", " ")
    return cut_to_cells(flat, width, glyphs.ellipsis, cell_len)


def fit_text(text: str, width: int, glyphs: Glyphs) -> str:
    """Return `text` in exactly `width` cells, cut or filled with spaces."""
    return set_cell_size(cut_text(text, width, glyphs), width)

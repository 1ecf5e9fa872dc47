"""The titles of the shelf and what is below them."""

from callbacktui.tui.library.shelf_view import PageRef, ShelfItem, draw_shelf
from callbacktui.tui.theme.glyphs import FINE
from tests.tui.desk.drawing import STYLES, plain


def below(text: str, *words: str) -> list[str]:
    item = ShelfItem("Before you send it", PageRef("article", "tape", "", words), below=(text,))
    return [plain(line).strip() for line in draw_shelf([item], 40, STYLES, FINE).lines[1:]]


def test_reason_of_a_page_is_never_cut() -> None:
    assert below("because this tape is due tomorrow at 07:00") == [
        "because this tape is due tomorrow at",
        "07:00",
    ]


def test_snippet_has_no_line_for_a_short_remainder() -> None:
    assert below("because this tape is due tomorrow at 07:00", "tape") == [
        "because this tape is due tomorrow…"
    ]

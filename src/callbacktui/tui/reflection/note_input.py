"""A labeled input for a short note."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static, TextArea


class Note(Horizontal):
    """A label and a small text input; a sign before the label marks the focus."""

    DEFAULT_CSS = """
    Note {
        height: auto;
        & > .mark { width: 2; color: $next; text-style: bold; visibility: hidden; }
        & > .label { width: 10; }
        & > TextArea {
            width: 1fr;
            height: 3;
            padding: 0 1;
            background: $background;
        }
        &.-written > .mark { visibility: visible; }
        &.-written > .label { text-style: bold; }
        &.-written > TextArea { background: $selection; }
    }
    """

    def __init__(self, label: str, text: str, *, sign: str, id: str) -> None:
        super().__init__(id=id)
        self._label = label
        self._first = text
        self._sign = sign

    def compose(self) -> ComposeResult:
        yield Static(Content(self._sign), classes="mark")
        yield Static(Content(self._label), classes="label")
        yield TextArea(
            self._first,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            compact=True,
        )

    def on_descendant_focus(self) -> None:
        self.add_class("-written")

    def on_descendant_blur(self) -> None:
        self.remove_class("-written")

    @property
    def text(self) -> str:
        """The text of the note."""
        return self.query_one(TextArea).text if self.is_mounted else self._first

    @text.setter
    def text(self, text: str) -> None:
        area = self.query_one(TextArea)
        area.load_text(text)
        area.move_cursor(area.document.end)

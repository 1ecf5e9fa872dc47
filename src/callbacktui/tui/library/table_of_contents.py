"""A table of contents: the current section is highlighted, and a click goes to another."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.theme.glyphs import FINE, Glyphs
from callbacktui.tui.theme.styles import Styles


class TableOfContents(Widget):
    """The section titles, one per line; the list scrolls with the current section."""

    titles: reactive[Sequence[str]] = reactive(())
    here: reactive[int] = reactive(-1)

    @dataclass
    class Chosen(Message):
        """A section was clicked; `place` is its index from 0."""

        place: int

    def __init__(self, glyphs: Glyphs = FINE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs

    def render(self) -> RenderResult:
        styles = Styles.of(self.app.theme_variables)
        text = Text(no_wrap=True, overflow="crop", end="")
        for place in range(self._first, min(len(self.titles), self._first + self.size.height)):
            is_here = place == self.here
            text.append(f"{self._glyphs.focus if is_here else ' '} ", styles.accent)
            title = cut_text(self.titles[place], self.size.width - 2, self._glyphs)
            text.append(f"{title}\n", styles.strong if is_here else styles.muted)
        return text

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and self._first + offset.y < len(self.titles):
            self.post_message(self.Chosen(self._first + offset.y))

    @property
    def _first(self) -> int:
        """The index of the title on the first line."""
        room = max(1, self.size.height)
        return max(0, min(self.here - room // 2, len(self.titles) - room))

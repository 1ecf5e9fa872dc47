"""The banner under the top line: what the actor should know of the store while it is so."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from callbacktui.tui.safety import Safety


class Banner(Static):
    """A line or a few, whole; nothing at all where everything is as it should be."""

    DEFAULT_CSS = """
    Banner {
        display: none;
        height: auto;
        max-height: 6;
        padding: 0 1;
        background: $bar;
    }
    """

    safety: reactive[Safety] = reactive(Safety())

    def watch_safety(self, safety: Safety) -> None:
        """Say it as it is now."""
        rows = [Content.from_markup("[$error]! $words[/]", words=words) for words in safety.grave]
        rows += [Content.from_markup("[$callback]$words[/]", words=words) for words in safety.calm]
        self.display = bool(rows)
        self.update(Content("\n").join(rows))

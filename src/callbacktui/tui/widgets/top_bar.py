"""The top line: where you are, how much is open, and whether everything is on disk."""

from rich.table import Table
from rich.text import Text
from textual.app import RenderResult
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.tui.inks import Inks


class TopBar(Widget):
    """One line: the program and the room at the left, the count and the store at the right."""

    room: reactive[str] = reactive("Desk")
    badge: reactive[str] = reactive("")
    summary: reactive[str] = reactive("")
    saving: reactive[bool] = reactive(False)
    trouble: reactive[str] = reactive("")

    def render(self) -> RenderResult:
        """Both ends of the line."""
        inks = Inks.of(self.app.theme_variables)
        table = Table.grid(expand=True)
        table.add_column(no_wrap=True)
        table.add_column(justify="right", no_wrap=True, overflow="ellipsis", ratio=1)
        table.add_row(self._left(inks), self._right(inks))
        return table

    def _left(self, inks: Inks) -> Text:
        text = Text.assemble((" callbacktui", inks.strong), (f"  {self.room}", inks.accent))
        if self.badge:
            text.append(f"  {self.badge}", inks.callback)
        return text

    def _right(self, inks: Inks) -> Text:
        if self.trouble:
            return Text(f"NOT SAVED: {self.trouble} ", inks.error)
        state = ("saving ", inks.next) if self.saving else ("saved ", inks.booked)
        return Text.assemble((f"{self.summary}   ", inks.muted), state)

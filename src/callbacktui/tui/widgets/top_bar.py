"""The top line: where you are, how much is open, and whether everything is on disk."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.tui.command import Command
from callbacktui.tui.inks import Inks
from callbacktui.tui.keys import key_word

_NAME = " callbacktui"
_BETWEEN = "  "
_HERE = Style(underline=True)


class TopBar(Widget):
    """One line: the program and its rooms at the left, the count and the store at the right.

    `rooms` are the commands that go to them, `room` is the id of the one you are in.
    """

    rooms: reactive[Sequence[Command]] = reactive(())
    room: reactive[str] = reactive("")
    badge: reactive[str] = reactive("")
    summary: reactive[str] = reactive("")
    saving: reactive[bool] = reactive(False)
    trouble: reactive[str] = reactive("")

    def render(self) -> RenderResult:
        """Both ends of the line; where it is narrow, the badge and the count give way."""
        inks = Inks.of(self.app.theme_variables)
        count, state = self._right(inks)
        left = self._left(inks, self.badge)
        if left.cell_len + count.cell_len + state.cell_len > self.size.width:
            left = self._left(inks, self.badge.partition(":")[0])
        room = self.size.width - left.cell_len - state.cell_len
        count.truncate(max(room, 0), overflow="ellipsis")
        table = Table.grid(expand=True)
        table.add_column(no_wrap=True)
        table.add_column(justify="right", no_wrap=True, overflow="ellipsis", ratio=1)
        table.add_row(left, count + state)
        return table

    async def on_click(self, event: events.Click) -> None:
        """Go to the room under the mouse."""
        start = cell_len(_NAME)
        for room in self.rooms:
            start += len(_BETWEEN)
            end = start + cell_len(_door(room))
            if start <= event.x < end:
                await self.screen.run_action(room.does)
                return
            start = end

    def _left(self, inks: Inks, badge: str) -> Text:
        text = Text.assemble((_NAME, inks.strong))
        for room in self.rooms:
            text.append(_BETWEEN)
            text.append(_door(room), inks.accent + _HERE if room.id == self.room else inks.muted)
        if badge:
            text.append(f"{_BETWEEN}{badge}", inks.callback)
        return text.append(_BETWEEN)

    def _right(self, inks: Inks) -> tuple[Text, Text]:
        if self.trouble:
            return Text(), Text(f"NOT SAVED: {self.trouble} ", inks.error)
        state = ("saving ", inks.next) if self.saving else ("saved ", inks.booked)
        return Text(self.summary, inks.muted), Text.assemble(("   ", inks.muted), state)


def _door(room: Command) -> str:
    return f"{key_word(room.keys)} {room.name}"

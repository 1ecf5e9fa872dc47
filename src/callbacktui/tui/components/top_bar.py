"""The top line: the screens, how much is open, and whether everything is saved."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.tui.commands.command import Command
from callbacktui.tui.commands.keymap import key_word
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

_BETWEEN = "  "
_BETWEEN_COUNTS = " · "
_BEFORE_STATE = "   "
_HERE = Style(reverse=True)
_TITLED_FROM = 88
"""In a window narrower than this only the names of the screens are shown."""
_NAMED_FROM = 66
"""In a window narrower than this the other rooms have only their keys."""


class TopBar(Widget):
    """One line: the program and its screens at the left, the count and the store at the right.

    `rooms` are the commands that switch screens, `room` is the id of the current screen's command.
    """

    rooms: reactive[Sequence[Command]] = reactive(())
    room: reactive[str] = reactive("")
    badge: reactive[str] = reactive("")
    summary: reactive[str] = reactive("")
    saving: reactive[bool] = reactive(False)
    trouble: reactive[str] = reactive("")

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs

    def render(self) -> RenderResult:
        """Draw both ends; in a narrow window the badge, the rooms and the count are shortened."""
        styles = Styles.of(self.app.theme_variables)
        state = self._state(styles)
        free = self.size.width - len(_BETWEEN) - len(_BEFORE_STATE) - state.cell_len - 1
        left = self._left(styles, self.badge)
        if left.cell_len + cell_len(self.summary) > free:
            left = self._left(styles, self.badge.partition(":")[0])
        count = self._count(free - left.cell_len)
        right = Text.assemble((f"{count}{_BEFORE_STATE}", styles.muted), state)
        table = Table.grid(expand=True)
        table.add_column(no_wrap=True)
        table.add_column(justify="right", no_wrap=True, overflow="ellipsis", ratio=1)
        table.add_row(left, state if self.trouble else right)
        return Padding(table, (0, 1, 0, 0))  # a grid takes blanks off the end of its text

    async def on_click(self, event: events.Click) -> None:
        """Switch to the screen under the mouse."""
        start = cell_len(self._program)
        for room in self.rooms:
            end = start + cell_len(self._tab(room))
            if start <= event.x < end:
                await self.screen.run_action(room.does)
                return
            start = end

    @property
    def _program(self) -> str:
        name = " callbacktui" if self.size.width >= _TITLED_FROM else ""
        return f" {self._glyphs.light}{name} "

    def _tab(self, room: Command) -> str:
        """Return the key and name of a room; in a narrow window only the open one has its name."""
        is_named = room.id == self.room or self.size.width >= _NAMED_FROM
        return f" {key_word(room.keys)} {room.name} " if is_named else f" {key_word(room.keys)} "

    def _count(self, cells: int) -> str:
        """Return as many whole parts of the count as fit into so many cells."""
        parts = self.summary.split(_BETWEEN_COUNTS)
        while parts and cell_len(_BETWEEN_COUNTS.join(parts)) > cells:
            parts.pop()
        return _BETWEEN_COUNTS.join(parts)

    def _left(self, styles: Styles, badge: str) -> Text:
        text = Text(self._program, styles.strong)
        for room in self.rooms:
            style = styles.accent + _HERE if room.id == self.room else styles.muted
            text.append(self._tab(room), style)
        if badge:
            text.append(f"{_BETWEEN}{badge}", styles.callback)
        return text

    def _state(self, styles: Styles) -> Text:
        if self.trouble:
            return Text(f"{_BETWEEN}NOT SAVED: {self.trouble}", styles.error)
        return Text("saving", styles.next) if self.saving else Text("saved", styles.booked)

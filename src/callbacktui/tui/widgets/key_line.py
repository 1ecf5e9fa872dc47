"""The bottom line: the keys that matter here, as many as fit whole."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.tui.command import Command
from callbacktui.tui.keys import key_word


class KeyLine(Widget):
    """Keys with their words; a click runs one. The last of them, the way to the rest, stays."""

    commands: reactive[Sequence[Command]] = reactive(())

    def render(self) -> RenderResult:
        """What fits, in order."""
        return Content("").join(_entry(command) for command in self._kept())

    async def on_click(self, event: events.Click) -> None:
        """Run the command under the mouse."""
        start = 0
        for command in self._kept():
            end = start + _cells(command)
            if start <= event.x < end:
                await self.screen.run_action(command.does)
                return
            start = end

    def _kept(self) -> list[Command]:
        shown = [command for command in self.commands if command.short]
        if not shown:
            return []
        *others, last = shown
        room = self.size.width - _cells(last)
        kept: list[Command] = []
        for command in others:
            room -= _cells(command)
            if room < 0:
                break
            kept.append(command)
        return [*kept, last]


def _cells(command: Command) -> int:
    return cell_len(f" {key_word(command.keys)} {command.short} ")


def _entry(command: Command) -> Content:
    return Content.from_markup(
        " [bold $next]$key[/] [$muted]$word[/] ",
        key=key_word(command.keys),
        word=command.short,
    )

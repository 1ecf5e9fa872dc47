"""The bottom line: the keys that matter here, as many as fit whole."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.tui.commands import Command
from callbacktui.tui.keys import key_word


class KeyLine(Widget):
    """Keys with their words; a click runs one. The last of them always stays."""

    commands: reactive[Sequence[Command]] = reactive(())

    def render(self) -> RenderResult:
        """What fits, in order, and always the way to the rest."""
        shown = [command for command in self.commands if command.short]
        if not shown:
            return Content("")
        *others, last = shown
        room = self.size.width - _cells(last) - 1
        kept: list[Command] = []
        for command in others:
            room -= _cells(command)
            if room < 0:
                break
            kept.append(command)
        return Content("").join(_entry(command) for command in (*kept, last))


def _cells(command: Command) -> int:
    return cell_len(f" {key_word(command.keys)} {command.short} ")


def _entry(command: Command) -> Content:
    return Content.from_markup(
        f"[@click=screen.{command.does}] [bold $next]$key[/] $word [/]",
        key=key_word(command.keys),
        word=command.short,
    )

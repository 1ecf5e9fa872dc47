"""The bottom line: the keys that matter here, as many as fit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.tui.commands.command import Command
from callbacktui.tui.commands.keymap import key_word


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key, the word for what it does, and the action that a click runs, if any."""

    key: str
    word: str
    does: str = ""


def key_hints(commands: Iterable[Command]) -> list[KeyHint]:
    """The hints of the commands that have a word for this line and a key."""
    return [KeyHint(key_word(c.keys), c.short, c.does) for c in commands if c.short and c.keys]


class KeyBar(Widget):
    """Draws key hints; a click runs one. The last hint, usually help, always stays."""

    commands: reactive[Sequence[Command]] = reactive((), init=False)
    keys: reactive[Sequence[KeyHint]] = reactive(())

    def __init__(
        self, keys: Sequence[KeyHint] = (), *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(KeyBar.keys, keys)

    def watch_commands(self) -> None:
        """Show the keys of the commands that have a word for this line."""
        self.keys = key_hints(self.commands)

    def render(self) -> RenderResult:
        return Content("").join(_entry(key) for key in self._kept())

    async def on_click(self, event: events.Click) -> None:
        """Run the action of the key under the mouse."""
        start = self.gutter.left
        for key in self._kept():
            end = start + _cells(key)
            if start <= event.x < end:
                if key.does:
                    await self.screen.run_action(key.does)
                return
            start = end

    def _kept(self) -> list[KeyHint]:
        if not self.keys:
            return []
        *others, last = self.keys
        room = self.size.width - _cells(last)
        kept: list[KeyHint] = []
        for key in others:
            room -= _cells(key)
            if room < 0:
                break
            kept.append(key)
        return [*kept, last]


def _cells(key: KeyHint) -> int:
    return cell_len(f" {key.key} {key.word} ")


def _entry(key: KeyHint) -> Content:
    return Content.from_markup(
        " [bold $next]$key[/] [$muted]$word[/] ",
        key=key.key,
        word=key.word,
    )

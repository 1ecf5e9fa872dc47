"""The bottom line: the keys that matter here, as many as fit."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

import msgspec
from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.tui.commands.command import Command
from callbacktui.tui.commands.keymap import key_word
from callbacktui.tui.theme.styles import Styles

_STEP: Final = re.compile(r"\(-?\d+\)$|\.focus_next$")
"""The actions that go one on or back, which may be clicked fast."""


class KeyHint(msgspec.Struct, frozen=True):
    """A key, the word for what it does, and the action that a click runs, if any.

    `id` names its command. It is drawn dim while it `is_off`, since it could do nothing.
    """

    key: str
    word: str
    does: str = ""
    id: str = ""
    is_off: bool = False


def key_hints(commands: Iterable[Command], off: Collection[str] = ()) -> list[KeyHint]:
    """The hints of the commands that have a word for this line and a key; those `off` are dim."""
    return [
        KeyHint(key_word(c.keys), c.short, c.does, c.id, c.id in off)
        for c in commands
        if c.short and c.keys
    ]


def frame_keys(*hints: tuple[str, str]) -> Content:
    """Return keys and their words as they are on the frame of a pane."""
    return Content("  ").join(
        Content.assemble((key, "bold $next"), f" {word}") for key, word in hints
    )


class KeyBar(Widget):
    """Draws key hints; a click runs one. The last hint, usually help, always stays."""

    commands: reactive[Sequence[Command]] = reactive((), init=False)
    off: reactive[frozenset[str]] = reactive(frozenset(), init=False)
    keys: reactive[Sequence[KeyHint]] = reactive(())

    def __init__(
        self, keys: Sequence[KeyHint] = (), *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(KeyBar.keys, keys)

    def watch_commands(self) -> None:
        """Show the keys of the commands that have a word for this line."""
        self.keys = key_hints(self.commands, self.off)

    watch_off = watch_commands

    def render(self) -> RenderResult:
        styles = Styles.of(self.app.theme_variables)
        line = Text(no_wrap=True)
        for hint in self._kept():
            line.append(f" {hint.key} ", styles.faint if hint.is_off else styles.accent)
            line.append(f"{hint.word} ", styles.faint if hint.is_off else styles.muted)
        return line

    async def on_click(self, event: events.Click) -> None:
        """Run the action of the key under the mouse; a double click runs it once, but for steps."""
        start = self.gutter.left
        for key in self._kept():
            end = start + _cells(key)
            if start <= event.x < end:
                if key.does and (event.chain == 1 or not key.id or _STEP.search(key.does)):
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

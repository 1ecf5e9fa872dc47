"""The tip card: a tip chosen for the audition under the cursor; it never gets the focus."""

from collections.abc import Iterable

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.text import Text
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.advice.tips.tip import Tip
from callbacktui.tui.commands.command import Command
from callbacktui.tui.commands.keymap import key_word
from callbacktui.tui.theme.styles import Styles


class TipCard(Widget):
    """Shows a tip, why it appears and where it comes from; `brief` shows it on one or two lines.

    While tips are `hushed` it only says how to bring them back.
    """

    BORDER_TITLE = "Tip"

    tip: reactive[Tip | None] = reactive(None, layout=True)
    brief: reactive[bool] = reactive(False, layout=True)
    hushed: reactive[bool] = reactive(False, layout=True)

    def __init__(self, commands: Iterable[Command], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = {command.id: key_word(command.keys) for command in commands}

    def render(self) -> RenderResult:
        inks = Styles.of(self.app.theme_variables)
        if self.hushed:
            key = (self._keys["quiet_tips"], inks.accent)
            return Text.assemble(
                ("Tips are quiet. ", inks.muted), key, (" brings them back", inks.muted)
            )
        if self.tip is None:
            return Text()
        return self._brief(self.tip) if self.brief else self._whole(self.tip, inks)

    def _whole(self, tip: Tip, inks: Styles) -> RenderableType:
        ways = (("read_tip", "read it"), ("later_tip", "another time"), ("quiet_tips", "quiet"))
        keys = Text()
        for command, word in ways:
            keys.append(self._keys[command], inks.accent)
            keys.append(f" {word}  ", inks.muted)
        reason = Text(f"{_sentence(tip.reason)}; {tip.source}.", inks.muted)
        return Stack(Text(tip.text, inks.text), reason, keys)

    def _brief(self, tip: Tip) -> Content:
        after = f"After {tip.voice}: " if tip.voice else ""
        key, words = self._keys["read_tip"], f"{after}{tip.text}"
        return Content.from_markup("[bold $next]$key[/] $words", key=key, words=words)


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]

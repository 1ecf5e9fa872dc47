"""The line under the rooms: the one thing to do now, with its key, and the next date."""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text
from textual.app import RenderResult
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.domain.next_thing import NextThing
from callbacktui.tui.commands.command import Command
from callbacktui.tui.commands.keymap import key_word
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles


class NowLine(Widget):
    """Says what to do now; until the cursor is on that audition, the key that goes there."""

    thing: reactive[NextThing] = reactive(NextThing())
    date: reactive[NextThing] = reactive(NextThing())
    cursor: reactive[str] = reactive("")

    def __init__(self, commands: Iterable[Command], glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._keys = {command.id: key_word(command.keys) for command in commands}
        self._glyphs = glyphs

    def validate_cursor(self, cursor: str) -> str:
        """Keep only whether the cursor is on the audition, so that few moves draw the line."""
        return cursor if cursor == self.thing.audition else ""

    def render(self) -> RenderResult:
        styles = Styles.of(self.app.theme_variables)
        thing, date, room = self.thing, self.date, self.size.width - 2
        keys = self._key_words()
        ahead = ""
        if date.when and date.audition != thing.audition:
            ahead = f"next {date.words} {date.when}"
        fixed = cell_len(thing.when) + cell_len(thing.words) + cell_len(keys.plain) + 5
        if fixed + cell_len(thing.name) + cell_len(ahead) + 3 > room:
            ahead = ""
        name = cut_text(thing.name, max(0, room - fixed), self._glyphs)
        left = Text.assemble(
            (f"{thing.when} " if thing.when else "", styles.next),
            (f"{name}: " if name else "", styles.strong),
            (f"{thing.words}  ", styles.text if thing.ways else styles.muted),
            keys,
        )
        left.truncate(max(0, room), overflow="ellipsis")
        gap = max(0, room - left.cell_len - cell_len(ahead))
        return Text.assemble(" ", left, " " * gap, (ahead, styles.muted), no_wrap=True)

    def _key_words(self) -> Text:
        styles = Styles.of(self.app.theme_variables)
        if self.thing.audition and self.cursor != self.thing.audition:
            return Text.assemble(
                (self._keys["go_to_next"], styles.accent), (" go to it", styles.muted)
            )
        text = Text()
        for id_, word in self.thing.ways:
            text.append(self._keys[id_], styles.accent)
            text.append(f" {word}  ", styles.muted)
        return text

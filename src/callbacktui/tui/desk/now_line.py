"""The line under the rooms: the one thing to do now, with its key, and the next date."""

from collections.abc import Iterable
from typing import Final

from rich.cells import cell_len
from rich.text import Text
from textual.app import RenderResult
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.domain.most_urgent_thing import NextThing
from callbacktui.domain.text import clean_line
from callbacktui.tui.commands.command import Command
from callbacktui.tui.commands.keymap import key_word
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

_LEAST_NAME: Final = 10
"""Cells of a name that are worth more than the words after the keys."""


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
        thing, date, room = self.thing, self.date, max(0, self.size.width - 2)
        left = self._fitted(room)
        ahead = ""
        if date.when and date.audition != thing.audition:
            ahead = f"next {date.words} {date.when}"
        if left.cell_len + cell_len(ahead) + 3 > room:
            ahead = ""
        gap = room - left.cell_len - cell_len(ahead)
        return Text.assemble(" ", left, " " * gap, (ahead, styles.muted), no_wrap=True)

    def _fitted(self, room: int) -> Text:
        """Return the thing to do in `room` cells: the words give way first, then the name.

        The keys are never cut; in the narrowest windows they have no words.
        """
        thing = self.thing
        brief = thing.brief or thing.words
        names = (clean_line(thing.name), clean_line(thing.short_name or thing.name))
        for name, words in ((names[0], thing.words), (names[0], brief), (names[1], brief)):
            left = self._line(name, words, self._key_words())
            if left.cell_len <= room:
                return left
        keys = self._key_words()
        if self._line("", brief, keys).cell_len + _LEAST_NAME > room:
            keys = self._key_words(are_named=False)
        over = self._line(names[1], brief, keys).cell_len - room
        name = cut_text(names[1], max(0, cell_len(names[1]) - max(0, over)), self._glyphs)
        left = self._line(name, brief, keys)
        return left if left.cell_len <= room else keys

    def _line(self, name: str, words: str, keys: Text) -> Text:
        styles, thing = Styles.of(self.app.theme_variables), self.thing
        return Text.assemble(
            (f"{thing.when} " if thing.when else "", styles.next),
            (f"{name}: " if name else "", styles.strong),
            (words, styles.text if thing.ways else styles.muted),
            "  " if words and keys else "",
            keys,
        )

    def _key_words(self, *, are_named: bool = True) -> Text:
        styles = Styles.of(self.app.theme_variables)
        ways: tuple[tuple[str, str], ...] = self.thing.ways
        if self.thing.audition and self.cursor != self.thing.audition:
            ways = (("go_to_next", "go to it"),)
        keys = [
            Text.assemble(
                (self._keys[id_], styles.accent), (f" {word}" if are_named else "", styles.muted)
            )
            for id_, word in ways
        ]
        return Text("  ").join(keys)

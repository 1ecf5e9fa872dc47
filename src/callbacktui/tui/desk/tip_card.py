"""The tip card: a tip chosen for the audition under the cursor; it never gets the focus."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text
from textual.content import Content
from textual.reactive import reactive

from callbacktui.domain.text import capitalized
from callbacktui.tui.commands.command import Command
from callbacktui.tui.commands.keymap import key_word
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.components.key_bar import frame_keys
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.pane import set_foot
from callbacktui.tui.components.rich_to_lines import Line
from callbacktui.tui.components.virtual_lines import VirtualLines
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

if TYPE_CHECKING:
    from callbacktui.advice.tips.tip import Tip

_SENTENCE_ENDS: Final = re.compile(r"(?<=[.?!…])\s+")

_FRAMED = 4
"""A card of fewer rows has no room for a frame: its keys are in its last line."""


class TipCard(VirtualLines, can_focus=False):
    """Shows a tip, why it appears and where it comes from, in however many rows there are.

    With `tips_off` it only says how to bring them back. With `numbers_hidden` it leaves out the
    reason, which may count what is on record.
    """

    SCROLLS = False

    tip: reactive["Tip | None"] = reactive(None, repaint=False)
    tips_off: reactive[bool] = reactive(False, repaint=False)
    numbers_hidden: reactive[bool] = reactive(False, repaint=False)

    def __init__(self, commands: Iterable[Command], glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._keys = {command.id: key_word(command.keys) for command in commands}
        self._glyphs = glyphs
        self.border_title = Content(f"{glyphs.tip} Tip")

    def write(self) -> None:
        """Write the card again, with its keys on the frame while there is a tip."""
        keys = self._keys
        on = self.tip and not self.tips_off
        ways = (("read_tip", "read"), ("later_tip", "later"), ("quiet_tips", "quiet"))
        set_foot(self, frame_keys(*((keys[id_], word) for id_, word in ways if on)))
        if self.size:
            self.lines = self._written(Styles.of(self.app.theme_variables))

    watch_tip = watch_tips_off = watch_numbers_hidden = write

    def on_resize(self) -> None:
        super().on_resize()
        self.write()

    def _written(self, styles: Styles) -> list[Line]:
        if self.tips_off:
            writer = LineWriter(self.text_width, styles, self._glyphs)
            key = (self._keys["quiet_tips"], styles.accent)
            writer.text(Text.assemble("Tips are off. ", key, " brings them back"), styles.muted)
            return writer.lines
        return self._lines(self.tip, styles, self.size.height) if self.tip else []

    def _lines(self, tip: "Tip", styles: Styles, rows: int) -> list[Line]:
        """Return as many lines as there are rows: the tip, then its reason and who says it.

        The reason and the source come whole, then as many whole sentences of the tip as have room.
        Only where not even the first one has, is anything cut.
        """
        is_framed = self.outer_size.height >= _FRAMED
        below = self._below(tip, styles, is_framed=is_framed)
        mark = "" if is_framed else f"{self._glyphs.tip} "
        sentences = _SENTENCE_ENDS.split(tip.text)
        for count in range(len(sentences), 0, -1):
            writer = LineWriter(self.text_width, styles, self._glyphs)
            writer.text(mark + " ".join(sentences[:count]))
            if len(writer.lines) + len(below) <= rows:
                return [*writer.lines, *below]
        told = self._shortened(writer.lines, max(1, rows - 1), writer.width)
        return [*told, *self._shortened(below, rows - len(told), writer.width)]

    def _below(self, tip: "Tip", styles: Styles, *, is_framed: bool) -> list[Line]:
        """Return why the tip is here and who says it; a bare card adds its keys if they fit."""
        writer = LineWriter(self.text_width, styles, self._glyphs)
        reason = "" if self.numbers_hidden else f"{capitalized(tip.reason)}. "
        writer.text(f"{reason}From: {tip.source}", styles.muted)
        keys = f"  {self._keys['read_tip']} read  {self._keys['later_tip']} later"
        blank = writer.width - Segment.get_line_length(writer.lines[-1]) - cell_len(keys)
        if not is_framed and blank >= 0:
            last = [*writer.lines[-1], Segment(" " * blank), Segment(keys, styles.muted)]
            return [*writer.lines[:-1], last]
        return writer.lines

    def _shortened(self, lines: list[Line], most: int, width: int) -> list[Line]:
        """Return at most that many lines; the last one ends with an ellipsis if any is left out."""
        if len(lines) <= most or most < 1:
            return lines[: max(0, most)]
        last = "".join(segment.text for segment in lines[most - 1])
        begun = cut_text(last, width - 1, self._glyphs).rstrip(self._glyphs.ellipsis + " ,;")
        style = lines[most - 1][0].style
        return [*lines[: most - 1], [Segment(begun + self._glyphs.ellipsis, style)]]

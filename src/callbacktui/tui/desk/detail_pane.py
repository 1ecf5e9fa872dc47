"""The detail pane, in which glossary terms are underlined and can be looked up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from callbacktui.tui.commands.command import Command, bindings
from callbacktui.tui.commands.desk import DETAIL
from callbacktui.tui.commands.keymap import key_word, key_words, without_keys_of
from callbacktui.tui.components.find_in_lines import Hit, places
from callbacktui.tui.components.key_bar import frame_keys
from callbacktui.tui.components.pane import Pane, set_foot
from callbacktui.tui.components.rich_to_lines import Line
from callbacktui.tui.components.virtual_lines import highlight
from callbacktui.tui.theme.glyphs import Glyphs

if TYPE_CHECKING:
    from callbacktui.advice.library.term_spotting import TermSpotter

_KNOWN: Final = Style(underline=True)
_HERE: Final = Style(reverse=True)


class _Word(NamedTuple):
    """A glossary term as it is written in the text, and where it is."""

    slug: str
    said: str
    hit: Hit


class DetailPane(Pane):
    """A pane that underlines each glossary term where it first appears.

    While the pane has the focus, one of the visible terms is the one that `?` looks up.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DETAIL)]

    lexicon: reactive["TermSpotter | None"] = reactive(None, init=False)

    @dataclass
    class LookedUp(Message):
        """Asks to explain the term `slug`, which is at `at` on the screen."""

        slug: str
        at: Region

    def __init__(
        self,
        commands: Iterable[Command],
        glyphs: Glyphs,
        *,
        id: str,
    ) -> None:
        by_id = {command.id: command for command in commands}
        zoom_key = key_word(by_id["zoom"].keys)
        super().__init__(key_word(by_id["pane_detail"].keys), glyphs, id=id, zoom_key=zoom_key)
        by_id["help"] = without_keys_of(by_id["help"], by_id["word"])
        self._keys = key_words(by_id.values())
        self._found: Sequence[_Word] | None = None
        self._chosen = -1

    @property
    def word(self) -> str:
        """The term that `?` would look up, as it is written; empty if none is visible."""
        return self._words[self._here].said if self._here >= 0 else ""

    def watch_lines(self, old: Sequence[Line], new: Sequence[Line]) -> None:
        """Forget the terms of the earlier lines."""
        super().watch_lines(old, new)
        self._found, self._chosen = None, -1
        self._tell()

    def watch_lexicon(self) -> None:
        """Find the terms once the glossary is loaded."""
        self._found = None
        self._tell()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    def on_resize(self) -> None:
        super().on_resize()
        self._tell()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._tell()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Look up the term under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = offset.y + self.scroll_offset.y
        for word in self._words:
            if any(line == s.line and offset.x in self._cells(*s) for s in word.hit):
                self._look_up(word)
                return

    def action_look_up(self) -> None:
        """Look up the current term; if there is none, leave the key to the help."""
        if self._here < 0:
            raise SkipAction
        self._look_up(self._words[self._here])

    def _look_up(self, word: _Word) -> None:
        cells, line = self._cells(*word.hit[0]), word.hit[0].line
        place = self.content_region.offset + Offset(cells.start, line - self.scroll_offset.y)
        self.post_message(self.LookedUp(word.slug, Region(*place, len(cells), 1)))

    def action_next_word(self, by: int) -> None:
        """Go to the term `by` places on, and scroll to it."""
        if not self._words:
            return
        self._chosen = (self._here + by) % len(self._words)
        line = self._words[self._chosen].hit[0].line
        if not self._in_sight(line):
            self.scroll_to(y=line - self.size.height // 3, animate=False, force=True)
        self._tell()

    def drawn(self, index: int) -> Sequence[Segment]:
        """Return the segments of one line; with the focus, its terms are underlined."""
        if not self.has_focus:
            return super().drawn(index)
        strip, here = Strip(super().drawn(index)), self._here
        for number, word in enumerate(self._words):
            for stretch in word.hit:
                if stretch.line == index:
                    strip = highlight(strip, stretch, _HERE if number == here else _KNOWN)
        return list(strip)

    @property
    def _words(self) -> Sequence[_Word]:
        """The terms in the text; they are looked for only when they are needed."""
        if self._found is None:
            self._found = self._spotted()
        return self._found

    def _spotted(self) -> Sequence[_Word]:
        if self.lexicon is None:
            return ()
        found: dict[str, _Word] = {}
        for said, hit in places([Strip(line).text for line in self.lines], self.lexicon.pattern):
            slug = self.lexicon.slug(said)
            found.setdefault(slug, _Word(slug, " ".join(said.split()), hit))
        return tuple(found.values())

    @property
    def _here(self) -> int:
        """The index of the chosen term, else of a visible one, contested ones first.

        It is -1 if none is visible.
        """
        if self._chosen >= 0 and self._in_sight(self._words[self._chosen].hit[0].line):
            return self._chosen
        seen = [n for n, word in enumerate(self._words) if self._in_sight(word.hit[0].line)]
        contested = self.lexicon.contested if self.lexicon else ()
        return min(seen, key=lambda n: self._words[n].slug not in contested, default=-1)

    def _in_sight(self, line: int) -> bool:
        return 0 <= line - self.scroll_offset.y < max(1, self.size.height)

    def _cells(self, line: int, start: int, end: int) -> range:
        """Return the columns that part of a line covers."""
        text = Strip(self.lines[line]).text
        return range(Segment(text[:start]).cell_length, Segment(text[:end]).cell_length)

    @cached_property
    def _own_keys(self) -> Content:
        return frame_keys((self._keys["edit"], "edit"), (self._keys["zoom"], "zoom"))

    @property
    def _foot(self) -> str:
        keys = self._keys
        others = f"{keys['word_before']} {keys['word_next']} other words"
        return f"{keys['word']} {self.word}  {others}  {keys['help']} help"

    def _tell(self) -> None:
        set_foot(self, Content(self._foot) if self.has_focus and self.word else self._own_keys)
        if self.has_focus:
            self.refresh()

"""Writes the lines of a pane: headings, facts, and wrapped text, to a given width."""

import re
from collections.abc import Iterable
from typing import Final

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from callbacktui.domain.dates.vocabulary import MONTHS
from callbacktui.domain.text import clean
from callbacktui.tui.components.fit_text import cut_text, fit_text
from callbacktui.tui.components.heading import HeadingEnd, heading
from callbacktui.tui.components.rich_to_lines import Line
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

CONSOLE: Final = Console(width=80, height=25, markup=False, emoji=False, highlight=False)
"""Rich wraps text with a console, which it asks for styles by name; ours have none."""

_LABEL: Final = 13
_LONG_LABEL: Final = 16
GAP: Final = 3
_PROSE: Final = 84
"""Text is wrapped to at most this many cells, which is as long as a line is easy to read."""

_PHRASE: Final = 32
"""The longest phrase that stays on one line if the next one has room for it."""

_MONTH: Final = "|".join(month[:3] for month in MONTHS)
_TOGETHER: Final = re.compile(rf"\b\d+ (?:of \d+|{_MONTH})\b|\b(?:{_MONTH}) \d+\b")
"""Dates and counts, which stay on one line: "18 Nov", "2 of 8"."""

_HELD: Final = "\ufdd0"
"""Stands for a blank at which no line ends; Unicode reserves it for such use inside a program."""

Fact = tuple[str, str | Text]
"""A label and its value."""


class LineWriter:
    """Collects lines of at most `width` cells; `most_lines` is how much of a long text is shown.

    `more` is added where a text goes on: it says how to see the rest. `height` is how many lines
    are in sight, 0 if that makes no difference. `left_out` counts the lines that are not shown.
    """

    def __init__(
        self,
        width: int,
        styles: Styles,
        glyphs: Glyphs,
        *,
        height: int = 0,
        most_lines: int = 0,
        more: str = "",
    ) -> None:
        self.width = max(1, width)
        self.height = height
        self.left_out = 0
        self.styles = styles
        self.glyphs = glyphs
        self.lines: list[Line] = []
        self._most_lines = most_lines
        self._more = more

    def narrower(self, width: int) -> "LineWriter":
        """Return an empty writer for a column of this width."""
        return LineWriter(
            width, self.styles, self.glyphs, most_lines=self._most_lines, more=self._more
        )

    def add(self, *segments: Segment) -> None:
        """Write one line as it is."""
        self.lines.append([segment for segment in segments if segment.text])

    def gap(self) -> None:
        """Write a blank line, unless there is one or nothing is written yet."""
        if self.lines and self.lines[-1]:
            self.lines.append([])

    def heading(self, title: str, end: HeadingEnd = ("", "")) -> None:
        """Write a heading with a hairline, after a blank line."""
        self.gap()
        shown = cut_text(title, self.width, self.glyphs)
        parts = [Segment(shown, self.styles.strong)]
        self.lines.append(heading(parts, end, self.width, self.styles, self.glyphs))

    def text(self, value: str | Text, style: Style | None = None) -> None:
        """Write a text, wrapped."""
        self.lines += self._wrapped(value, min(self.width, _PROSE), style or self.styles.text)

    def point(self, value: str | Text) -> None:
        """Write a point of a list, with a hanging indent."""
        indent = 2 if self.width > 2 else 0
        for number, line in enumerate(self._wrapped(value, self.width - indent, self.styles.text)):
            mark = " " if number else self.glyphs.separator
            self.lines.append([Segment(f"{mark} "[:indent], self.styles.text), *line])

    def between(self, left: str, right: str, left_style: Style, right_style: Style) -> None:
        """Write two texts on one line, at both edges; on two lines if they do not fit."""
        left, right = clean(left), clean(right)
        room = self.width - cell_len(left) - cell_len(right)
        if "\n" not in left + right and room >= (GAP if left and right else 0):
            self.add(Segment(left, left_style), Segment(" " * room), Segment(right, right_style))
            return
        for value, style in ((left, left_style), (right, right_style)):
            if value:
                self.text(value, style)

    def facts(self, facts: Iterable[Fact]) -> None:
        """Write facts: labels in one column, wrapped values in the other."""
        there = list(facts)
        longest = max((cell_len(label) for label, _ in there), default=0)
        cells = _LABEL if longest < _LABEL else max(_LONG_LABEL, min(longest + 2, self.width // 3))
        room = min(self.width - cells, _PROSE)
        rest = Segment(" " * cells)
        for label, value in there:
            first = Segment(fit_text(label, cells - 1, self.glyphs) + " ", self.styles.muted)
            if room < _LABEL:  # the pane is too narrow for two columns
                self.text(label, self.styles.muted)
                self.text(value)
                continue
            wrapped = self._wrapped(value, room, self.styles.text, phrases=True)
            for number, line in enumerate(wrapped):
                self.lines.append([rest if number else first, *line])

    def row(self, label: str, text: str, end: str) -> None:
        """Write a fact on one line: its label, a text that is cut if need be, and a whole end."""
        cells = min(_LABEL, self.width)
        room = min(self.width - cells, _PROSE)
        end = cut_text(end, max(0, room - 1), self.glyphs)
        self.add(
            Segment(fit_text(label, _LABEL - 1, self.glyphs) + " ", self.styles.muted),
            Segment(
                fit_text(text, max(0, room - cell_len(end) - 1), self.glyphs), self.styles.text
            ),
            Segment(f" {end}" if room > 0 else "", self.styles.muted),
        )

    def block(self, title: str, facts: Iterable[Fact]) -> None:
        """Write facts under a heading; nothing if there are none."""
        if there := list(facts):
            self.heading(title)
            self.facts(there)

    @property
    def rendered(self) -> Text:
        """All lines as one text."""
        lines = (Text.assemble(*((s.text, s.style or "") for s in line)) for line in self.lines)
        return Text("\n").join(lines)

    def columns(self, left: "LineWriter", right: "LineWriter") -> None:
        """Write two columns side by side; `right` is where `left` ends, after a gap."""
        at = left.width + GAP
        self.left_out += left.left_out + right.left_out
        for index in range(max(len(left.lines), len(right.lines))):
            begun = list(left.lines[index]) if index < len(left.lines) else []
            if index < len(right.lines) and right.lines[index]:
                begun.append(Segment(" " * (at - Segment.get_line_length(begun))))
                begun += right.lines[index]
            self.lines.append(begun)

    def _wrapped(
        self, value: str | Text, width: int, style: Style, *, phrases: bool = False
    ) -> list[Line]:
        text = Text(value, style) if isinstance(value, str) else value
        if (cleaned := clean(text.plain)) != text.plain:
            text = Text(cleaned, style)
        if "\n" not in text.plain and cell_len(text.plain) <= width:
            lines = [self._segments(text, style)]
        else:
            rows = wrap_phrases(text, width, self.glyphs) if phrases else _wrap(text, width)
            lines = [self._segments(row, style) for row in rows]
        if self._most_lines and len(lines) > self._most_lines + 1:
            left = len(lines) - self._most_lines
            self.left_out += left
            words = cut_text(f"{left} lines more{self._more}", width, self.glyphs)
            lines = [*lines[: self._most_lines], [Segment(words, self.styles.muted)]]
        return lines

    def _segments(self, text: Text, style: Style) -> Line:
        if not text.spans:
            own = text.style if isinstance(text.style, Style) else Style.null()
            return [Segment(text.plain, style + own)]
        return [
            Segment(part.text, style + part.style if part.style else style)
            for part in text.render(CONSOLE, end="")
        ]


def wrap_phrases(text: Text, width: int, glyphs: Glyphs, most: int = _PHRASE) -> list[Text]:
    """Return the lines of a text, broken after a comma or a separator rather than inside a phrase.

    A separator at which a line ends is left out. A phrase of more than `most` cells is broken.
    """
    between = re.compile(rf"[,;:] | {re.escape(glyphs.separator)} |  +|\n")
    held, start = text.copy(), 0
    plain = [*text.plain]
    for end, after in [*(m.span() for m in between.finditer(text.plain)), (len(plain), 0)]:
        phrase = text.plain[start:end]
        if cell_len(phrase) + (end < len(plain)) <= min(most, width):  # and its comma
            plain[start:end] = phrase.replace(" ", _HELD)
        start = after
    held.plain = "".join(plain)
    rows = _wrap(held, width)
    for row in rows[:-1]:
        if (shown := row.plain.rstrip()).endswith(f" {glyphs.separator}"):
            row.right_crop(len(row.plain) - len(shown) + 2)
    return rows


def _wrap(text: Text, width: int) -> list[Text]:
    """Return the lines of a text, broken at blanks but not inside a date or a count."""
    held = text.copy()
    held.plain = _TOGETHER.sub(lambda found: found[0].replace(" ", _HELD), text.plain)
    rows = held.wrap(CONSOLE, width, overflow="fold", tab_size=8)
    for row in rows:
        row.plain = row.plain.replace(_HELD, " ")
    return [*rows]


def column_widths(width: int) -> tuple[int, int]:
    """Return the widths of two columns with a gap between them."""
    left = (width - GAP) // 2
    return left, width - GAP - left

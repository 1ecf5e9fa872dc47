"""The lines of the audition list: headings, rows of one or two lines, and gaps."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from textwrap import wrap
from typing import Final, NamedTuple

from rich.segment import Segment

from callbacktui.domain.board import Board, Row
from callbacktui.domain.status import Group
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.components.heading import HeadingEnd, heading
from callbacktui.tui.desk.list_row import RowContext, RowStyle, one_line, two_lines

FOLDING: Final = (Group.QUIET, Group.CLOSED)
"""The groups that can be folded; the cursor stops on their headings."""

QUIET_ROWS: Final = 5
"""Up to this many quiet auditions are always shown."""


def fold_stop(group: Group) -> str:
    """Return the cursor's stop on the heading of a group that can be folded."""
    return f"group:{group.value}"


def can_fold(group: Group, size: int) -> bool:
    """True if the rows of a group can be hidden: the closed ones, and many quiet ones."""
    return group is Group.CLOSED or (group is Group.QUIET and size > QUIET_ROWS)


FOLD_STOPS: Final = {fold_stop(group): group for group in FOLDING}


class ListLine(NamedTuple):
    """One line of the list: a group's heading (of `size` rows), part of a row, or a gap."""

    group: Group
    stop: str = ""
    row: Row | None = None
    part: int = 0
    size: int | None = None

    @property
    def is_title(self) -> bool:
        """True for a group's heading."""
        return self.size is not None


class _Block(NamedTuple):
    """A group in a layout: its first line and stop, and if a gap or a stop's heading begins it."""

    group: Group
    rows: Sequence[Row]
    top: int
    first_stop: int
    has_gap: bool
    stop: str

    @property
    def title(self) -> int:
        """The line of the heading."""
        return self.top + self.has_gap


class ListLayout:
    """The lines of a board and the cursor's stops; a line is made when it is asked for.

    A group that can be folded has a stop on its heading. Rows take two lines if `tall`.
    """

    def __init__(
        self, board: Board = (), *, folded: Collection[Group] = (), tall: bool = False
    ) -> None:
        self.tall = tall
        self.folded = frozenset(folded)
        self._row_height = 2 if tall else 1
        self._blocks: list[_Block] = []
        stops: list[str] = []
        top = 0
        before: Group | None = None
        for group, rows in board:
            has_gap = bool(top) and tall and not (before in self.folded and group in self.folded)
            before = group
            stop = fold_stop(group) if can_fold(group, len(rows)) else ""
            block = _Block(group, rows, top, len(stops), has_gap, stop)
            self._blocks.append(block)
            stops += [stop] if stop else []
            top = block.title + 1
            if group not in self.folded:
                stops += [row.audition.id for row in rows]
                top += len(rows) * self._row_height
        self.stops = tuple(stops)
        self.line_count = top

    def line(self, index: int) -> ListLine:
        """Return one of the lines from 0 to `line_count`."""
        group, rows, _, _, _, stop = block = self._blocks[
            bisect_right(self._blocks, index, key=lambda one: one.top) - 1
        ]
        below = index - block.title
        if below < 0:
            return ListLine(group)
        if below == 0:
            return ListLine(group, stop, size=len(rows))
        at, part = divmod(below - 1, self._row_height)
        return ListLine(group, rows[at].audition.id, rows[at], part)

    def top(self, place: int) -> int:
        """Return the first line of the stop with this number."""
        block = self._blocks[bisect_right(self._blocks, place, key=lambda one: one.first_stop) - 1]
        row = place - block.first_stop - bool(block.stop)
        return block.title + (1 + row * self._row_height if row >= 0 else 0)

    def height(self, stop: str) -> int:
        """Return the number of lines of a stop."""
        return 1 if stop in FOLD_STOPS else self._row_height

    def above(self, top: int) -> int:
        """Return how many lines of heading and gap come before the stop at line `top`."""
        if top == self.top(0):
            return top
        return int(self.line(top - 1).is_title)


def draw(
    layout: ListLayout,
    index: int,
    context: RowContext,
    state: RowStyle,
    ends: Mapping[Group, HeadingEnd],
) -> list[Segment]:
    """Draw one line of a layout; empty below its end. `ends` end the headings of the groups."""
    if index >= layout.line_count:
        return []
    line = layout.line(index)
    if line.is_title:
        return _title(line, context, layout.folded, ends.get(line.group, ("", "")))
    if line.row is None:
        return []
    if layout.tall:
        return two_lines(line.row, context, state)[line.part]
    return one_line(line.row, context, state)


def draw_words(words: str, index: int, context: RowContext) -> list[Segment]:
    """Draw one line of the message of an empty list, which begins on the second line."""
    lines = _wrapped(words, max(1, context.width - 2))
    if index >= len(lines):
        return []
    style = context.styles.strong if index == 1 else context.styles.muted
    return [Segment(f" {cut_text(lines[index], max(0, context.width - 2), context.glyphs)}", style)]


@lru_cache(maxsize=4)
def _wrapped(words: str, width: int) -> list[str]:
    return ["", *(part for line in words.split("\n") for part in wrap(line, width) or [""])]


def _title(
    line: ListLine, context: RowContext, folded: Collection[Group], end: HeadingEnd
) -> list[Segment]:
    glyphs, styles = context.glyphs, context.styles
    sign = ""
    if line.stop:
        sign = f"{glyphs.folded if line.group in folded else glyphs.unfolded} "
    return heading(
        [
            Segment(f" {sign}{line.group.word}", styles.strong),
            Segment(f" {line.size:,}" if context.counts else "", styles.muted),
        ],
        end,
        context.width - 1,
        styles,
        glyphs,
    )

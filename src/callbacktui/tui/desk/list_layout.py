"""The lines of the audition list: headings, rows of one or two lines, and gaps."""

from textwrap import wrap
from typing import NamedTuple

from rich.segment import Segment

from callbacktui.domain.board import Board, Row
from callbacktui.domain.status import Group
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.desk.list_row import RowContext, RowStyle, one_line, two_lines

CLOSED_STOP = "group:closed"
"""The cursor's stop on the heading of the closed group, which folds."""


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


class ListLayout(NamedTuple):
    """The lines from top to bottom, the cursor's stops, and the first line of each stop."""

    lines: tuple[ListLine, ...] = ()
    stops: tuple[str, ...] = ()
    tops: tuple[int, ...] = ()
    tall: bool = False
    unfolded: bool = False

    def height(self, stop: str) -> int:
        """Return the number of lines of a stop."""
        return 2 if self.tall and stop != CLOSED_STOP else 1

    def above(self, top: int) -> int:
        """Return how many lines of heading and gap come before the stop at line `top`."""
        if top == self.tops[0]:
            return top
        return int(self.lines[top - 1].is_title)


def lay_out(board: Board, *, unfolded: bool, tall: bool) -> ListLayout:
    """Lay out a board; the closed group is a stop of its own, with rows only if unfolded."""
    lines: list[ListLine] = []
    stops: list[str] = []
    tops: list[int] = []
    for group, rows in board:
        if lines and tall:
            lines.append(ListLine(group))
        is_closed = group is Group.CLOSED
        if is_closed:
            stops.append(CLOSED_STOP)
            tops.append(len(lines))
        lines.append(ListLine(group, CLOSED_STOP if is_closed else "", size=len(rows)))
        if is_closed and not unfolded:
            continue
        for row in rows:
            stops.append(row.audition.id)
            tops.append(len(lines))
            lines.append(ListLine(group, row.audition.id, row))
            if tall:
                lines.append(ListLine(group, row.audition.id, row, part=1))
    return ListLayout(tuple(lines), tuple(stops), tuple(tops), tall, unfolded)


def draw(layout: ListLayout, index: int, pen: RowContext, look: RowStyle) -> list[Segment]:
    """Draw one line of a layout; empty below its end."""
    if index >= len(layout.lines):
        return []
    line = layout.lines[index]
    if line.is_title:
        return _title(line, pen, layout.unfolded)
    if line.row is None:
        return []
    if layout.tall:
        return two_lines(line.row, pen, look)[line.part]
    return one_line(line.row, pen, look)


def draw_words(words: str, index: int, pen: RowContext) -> list[Segment]:
    """Draw one line of the message of an empty list, which begins on the second line."""
    room = max(1, pen.width - 2)
    lines = ["", *(part for line in words.split("\n") for part in wrap(line, room) or [""])]
    if index >= len(lines):
        return []
    style = pen.inks.strong if index == 1 else pen.inks.muted
    return [Segment(f" {cut_text(lines[index], max(0, pen.width - 2), pen.glyphs)}", style)]


def _title(line: ListLine, pen: RowContext, unfolded: bool) -> list[Segment]:
    sign = pen.glyphs.unfolded if unfolded else pen.glyphs.folded
    fold = f" {sign}" if line.group is Group.CLOSED else ""
    return [
        Segment(f" {line.group.word}", pen.inks.accent),
        Segment(f" {line.size}{fold}", pen.inks.muted),
    ]

"""A board laid out line by line: titles, rows of one line or two, and gaps."""

from typing import NamedTuple

from rich.segment import Segment

from callbacktui.domain.board import Board, Row
from callbacktui.domain.standing import Group
from callbacktui.tui.views.row import Pen

CLOSED_STOP = "group:closed"
"""Where the cursor stands when it is on the folded group and on no audition."""


class Line(NamedTuple):
    """One line of the list: a group's title, part of a row, or a gap."""

    stop: str
    part: int
    group: Group
    row: Row | None


def laid_out(board: Board, unfolded: bool, tall: bool) -> tuple[list[Line], list[str], list[int]]:
    """The lines from top to bottom, where the cursor can stop, and the first line of each stop."""
    lines: list[Line] = []
    stops: list[str] = []
    tops: list[int] = []
    for section in board:
        if lines and tall:
            lines.append(Line("", 0, section.group, None))
        is_closed = section.group is Group.CLOSED
        if is_closed:
            stops.append(CLOSED_STOP)
            tops.append(len(lines))
        lines.append(Line(CLOSED_STOP if is_closed else "", -1, section.group, None))
        if is_closed and not unfolded:
            continue
        for row in section.rows:
            stops.append(row.audition.id)
            tops.append(len(lines))
            lines.append(Line(row.audition.id, 0, section.group, row))
            if tall:
                lines.append(Line(row.audition.id, 1, section.group, row))
    return lines, stops, tops


def title(line: Line, pen: Pen, board: Board, unfolded: bool) -> list[Segment]:
    """A group's title with its count; the closed ones also say whether they are folded."""
    count = next(len(section.rows) for section in board if section.group is line.group)
    fold = ""
    if line.group is Group.CLOSED:
        fold = f" {pen.glyphs.unfolded if unfolded else pen.glyphs.folded}"
    return [
        Segment(f" {line.group.word}", pen.inks.accent),
        Segment(f" {count}{fold}", pen.inks.muted),
    ]

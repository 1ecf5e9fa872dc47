"""The lines of the audition list: headings, rows of one or two lines, and gaps."""

from collections.abc import Collection, Mapping
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


class ListLayout(NamedTuple):
    """The lines from top to bottom, the cursor's stops, and the first line of each stop."""

    lines: tuple[ListLine, ...] = ()
    stops: tuple[str, ...] = ()
    tops: tuple[int, ...] = ()
    tall: bool = False
    folded: frozenset[Group] = frozenset()

    def height(self, stop: str) -> int:
        """Return the number of lines of a stop."""
        return 2 if self.tall and stop not in FOLD_STOPS else 1

    def above(self, top: int) -> int:
        """Return how many lines of heading and gap come before the stop at line `top`."""
        if top == self.tops[0]:
            return top
        return int(self.lines[top - 1].is_title)


def lay_out(board: Board, *, folded: Collection[Group], tall: bool) -> ListLayout:
    """Lay out a board; a group that can be folded has a stop on its heading."""
    lines: list[ListLine] = []
    stops: list[str] = []
    tops: list[int] = []
    before: Group | None = None
    for group, rows in board:
        if lines and tall and not (before in folded and group in folded):
            lines.append(ListLine(group))
        before = group
        stop = fold_stop(group) if can_fold(group, len(rows)) else ""
        if stop:
            stops.append(stop)
            tops.append(len(lines))
        lines.append(ListLine(group, stop, size=len(rows)))
        if group in folded:
            continue
        for row in rows:
            stops.append(row.audition.id)
            tops.append(len(lines))
            lines.append(ListLine(group, row.audition.id, row))
            if tall:
                lines.append(ListLine(group, row.audition.id, row, part=1))
    return ListLayout(tuple(lines), tuple(stops), tuple(tops), tall, frozenset(folded))


def draw(
    layout: ListLayout,
    index: int,
    context: RowContext,
    state: RowStyle,
    ends: Mapping[Group, HeadingEnd],
) -> list[Segment]:
    """Draw one line of a layout; empty below its end. `ends` end the headings of the groups."""
    if index >= len(layout.lines):
        return []
    line = layout.lines[index]
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

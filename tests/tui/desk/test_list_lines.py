"""The lines of the list: each has its place, and is made only when it is asked for."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.board import Row, Section
from callbacktui.domain.status import Group
from callbacktui.tui.desk.list_lines import FOLDING, ListLayout, can_fold
from tests.tui.desk.test_list_row import rows

FOLDED = st.sets(st.sampled_from(FOLDING))


@given(
    st.lists(st.lists(rows(), min_size=1, max_size=7), max_size=len(Group)), FOLDED, st.booleans()
)
def test_list_lines_and_cursor_stops_match(
    made: Sequence[Sequence[Row]], folded: set[Group], tall: bool
) -> None:
    board = tuple(Section(g, tuple(some)) for g, some in zip(Group, made, strict=False))
    layout = ListLayout(board, folded=folded, tall=tall)
    lines = [layout.line(index) for index in range(layout.line_count)]
    shown = [(s.group, row) for s in board if s.group not in folded for row in s.rows]
    assert [(line.group, line.row) for line in lines if line.row and not line.part] == shown
    assert [(line.group, line.size) for line in lines if line.is_title] == [
        (section.group, len(section.rows)) for section in board
    ]
    assert all(line.row for line in lines if line.part)
    assert len(layout.stops) == len(shown) + sum(can_fold(g, len(rows)) for g, rows in board)
    for place, stop in enumerate(layout.stops):
        top = layout.top(place)
        height = layout.height(stop)
        assert [line.stop for line in lines[top : top + height]] == [stop] * height
        before = lines[:top][-layout.above(top) :] if layout.above(top) else []
        assert all(not line.row for line in before)

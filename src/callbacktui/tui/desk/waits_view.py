"""All that is out: every wait on one axis, the one nearest its end first."""

from rich.segment import Segment

from callbacktui.domain.board import Board, Row
from callbacktui.domain.silence import Phase, Silence
from callbacktui.domain.status import Group
from callbacktui.tui.components.fit_text import fit_text
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.theme.status_kind import status_kind

_NAME = 16
_COUNT = 8
_WEEK = 7
_MOST = 9


def write_waits(writer: LineWriter, board: Board, most: int = _MOST) -> None:
    """Write the axis in weeks, then a bar for each wait: so far, usual, and when to let go.

    Of more than `most` waits it says how many there are.
    """
    styles, glyphs = writer.styles, writer.glyphs
    waits = _waits(board)
    if not waits:
        writer.text("Nothing is waiting for an answer.", styles.muted)
        return
    days = max(silence.window.limit for _, silence in waits)
    room = writer.width - _NAME - 1 - _COUNT

    def at(day: int) -> int:
        return round(min(day, days) / days * (room - 1))

    axis = "days of silence".ljust(_NAME)
    for day in range(0, days + 1, _WEEK):
        if (place := _NAME + 1 + at(day)) > len(axis):  # else it would touch the one before
            axis = f"{axis.ljust(place)}{day}"
    writer.add(Segment(axis, styles.muted))
    for row, silence in waits[:most]:
        hue = styles.of_kind(status_kind(row.status.group, row.audition))
        here, usual, limit = at(silence.day), at(silence.window.usual), at(silence.window.limit)
        rest = [glyphs.gap] * (limit - here)
        if here < usual < limit:
            rest[usual - here] = glyphs.mark
        count = f"{silence.day}/{silence.window.limit}"
        writer.add(
            Segment(fit_text(row.audition.short_name, _NAME, glyphs), styles.text),
            Segment(f" {glyphs.bar * here}", hue),
            Segment("".join(rest), styles.line),
            Segment(glyphs.edge, styles.muted),
            Segment(count.rjust(writer.width - _NAME - 2 - max(here, limit)), styles.muted),
        )
    left = len(waits) - most
    more = f"   {left} more" if left > 0 else ""
    legend = f"{glyphs.mark} the usual wait   {glyphs.edge} time to let go{more}"
    writer.text(legend, styles.muted)


def _waits(board: Board) -> list[tuple[Row, Silence]]:
    groups = (Group.PLAY, Group.WAITING)
    rows = (row for section in board if section.group in groups for row in section.rows)
    waits = [(row, row.status.silence) for row in rows]
    running = [(row, s) for row, s in waits if s is not None and s.phase is not Phase.PAUSED]
    return sorted(running, key=lambda wait: -wait[1].day / wait[1].window.limit)

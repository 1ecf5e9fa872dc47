"""The list of auditions as text: in columns for people, tab-separated for programs."""

from collections.abc import Sequence
from typing import Final

from pendulum import DateTime

from callbacktui.cli.text import (
    GAP,
    cut,
    format_row,
    shortest_prefixes,
    terminal_width,
    width,
    wrap,
)
from callbacktui.domain.board import Board, Row
from callbacktui.domain.status import headline
from callbacktui.domain.text import clean_line

_ID, _NAME, _OFFICE, _MEDIUM, _DATE = range(5)
_LEAST_WIDTH: Final = {_NAME: 20, _OFFICE: 12, _DATE: 30}
"""The least width of a column, in cells; columns not listed are never made narrower."""

_SHAPES: Final = (
    (_ID, _NAME, _OFFICE, _MEDIUM, _DATE),
    (_ID, _NAME, _OFFICE, _DATE),
    (_ID, _NAME, _DATE),
)
_ASCII: Final = str.maketrans({"…": "...", "“": '"', "”": '"', "·": "-"})


def format_columns(
    sections: Board,
    ids: Sequence[str],
    now: DateTime,
    *,
    room: int | None = None,
    plain_ascii: bool = False,
    counts: bool = True,
) -> list[str]:
    """Format the sections under their titles, in lines of at most `room` cells.

    `room` is the terminal's width by default. If it is narrow, names are cut, then the medium and
    the office left out, then each audition takes several lines; a date is never cut. `ids` are the
    ids of all auditions, so that each can be shortened as far as `show` still understands it. With
    `counts`, the titles say how many there are.
    """
    room = terminal_width() if room is None else room
    names = shortest_prefixes(ids)
    rows = [_cells(row, names, now) for section in sections for row in section.rows]
    titles = [s.group.word + (f" ({len(s.rows)})" if counts else "") for s in sections]
    if plain_ascii:
        rows = [[cell.translate(_ASCII) for cell in row] for row in rows]
    blocks = iter(_lay_out(rows, room, "..." if plain_ascii else "…"))
    printed: list[str] = []
    for title, section in zip(titles, sections, strict=True):
        printed += [""] if printed else []
        printed += wrap(title, room)
        for _ in section.rows:
            printed += next(blocks)
    return printed


def format_tabbed(rows: Sequence[Row], now: DateTime) -> list[str]:
    """Format rows with tabs: id, role, project, office, medium, stage, disposition, group, date."""
    return [
        "\t".join(
            clean_line(cell)
            for cell in (
                audition.id,
                audition.role,
                audition.project,
                audition.office,
                audition.medium.value,
                audition.stage.value,
                audition.disposition.value,
                status.group.value,
                headline(audition, status, now),
            )
        )
        for audition, status in rows
    ]


def _cells(row: Row, names: dict[str, str], now: DateTime) -> list[str]:
    audition, status = row
    return [
        names[audition.id],
        clean_line(audition.name),
        clean_line(audition.office),
        audition.medium.word,
        clean_line(headline(audition, status, now)),
    ]


def _lay_out(rows: list[list[str]], room: int, ellipsis: str) -> list[list[str]]:
    """Lay out each row as lines, with as many columns as fit into `room` cells."""
    natural = [max(map(width, column)) for column in zip(*rows, strict=True)] if rows else []
    for shape in _SHAPES if rows else ():
        widths = [natural[column] for column in shape]
        least = [min(natural[c], _LEAST_WIDTH.get(c, natural[c])) for c in shape]
        over = sum(widths) + GAP * (len(shape) - 1) - room
        for place in range(1, len(shape)):
            taken = max(0, min(over, widths[place] - least[place]))
            widths[place] -= taken
            over -= taken
        if over <= 0:
            return [_in_columns([row[c] for c in shape], widths, ellipsis) for row in rows]
    return [_stack(row, room, ellipsis) for row in rows]


def _in_columns(cells: list[str], widths: list[int], ellipsis: str) -> list[str]:
    """Lay out the cells in columns; a date too long for its column wraps into the lines below."""
    *first, date = cells
    dates = wrap(date, widths[-1]) or [""]
    top = [cut(cell, wide, ellipsis) for cell, wide in zip(first, widths, strict=False)]
    empty = [""] * len(top)
    below = (format_row([*empty, line], widths) for line in dates[1:])
    return [format_row([*top, dates[0]], widths), *below]


def _stack(row: list[str], room: int, ellipsis: str) -> list[str]:
    """Lay out the cells below one another, for a terminal too narrow for columns."""
    lines = wrap(f"{row[_ID]}  {row[_DATE]}", room, margin="  ")
    return [*lines, f"  {cut(row[_NAME], room - 2, ellipsis)}"]

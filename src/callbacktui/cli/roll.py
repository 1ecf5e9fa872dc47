"""The roll: auditions in lines of text, in columns for people and in tabs for programs."""

import shutil
import sys
from collections.abc import Sequence
from typing import Final

from pendulum import DateTime

from callbacktui.cli.columns import cut, ruled, shortest_names, width
from callbacktui.domain.board import Board, Row
from callbacktui.domain.standing import headline
from callbacktui.domain.text import clean_line

_UNLIMITED: Final = 10_000
_NAME, _OFFICE = 1, 2
_LEAST: Final = {_NAME: 20, _OFFICE: 8}
_GAPS: Final = 2 * 4
_ASCII: Final = str.maketrans({"…": "...", "“": '"', "”": '"', "·": "-"})


def columns(
    sections: Board, ids: Sequence[str], now: DateTime, *, plain_ascii: bool = False
) -> list[str]:
    """The sections under their titles; on a narrow terminal names are cut, dates never.

    `ids` are all there are, so that each is shown as short as `show` understands it.
    """
    names = shortest_names(ids)
    rows = [_cells(row, names, now) for section in sections for row in section.rows]
    _fit(rows, "..." if plain_ascii else "…")
    lines = ruled(rows)
    printed: list[str] = []
    for section in sections:
        count = len(section.rows)
        printed += [""] if printed else []
        printed += [f"{section.group.word} ({count})", *lines[:count]]
        del lines[:count]
    return [line.translate(_ASCII) for line in printed] if plain_ascii else printed


def tabbed(rows: Sequence[Row], now: DateTime) -> list[str]:
    """One line a row: id, role, project, office, medium, stage, disposition, group, date."""
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
                stands.group.value,
                headline(audition, stands, now),
            )
        )
        for audition, stands in rows
    ]


def _cells(row: Row, names: dict[str, str], now: DateTime) -> list[str]:
    audition, stands = row
    return [
        names[audition.id],
        clean_line(audition.name),
        clean_line(audition.office),
        audition.medium.word,
        clean_line(headline(audition, stands, now)),
    ]


def _fit(rows: list[list[str]], ellipsis: str) -> None:
    """Cut names, then offices, until the longest row fits the terminal."""
    if not rows:
        return
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else _UNLIMITED
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for column in (_NAME, _OFFICE):
        over = sum(widths) + _GAPS - room
        if over <= 0:
            return
        widths[column] = max(min(widths[column], _LEAST[column]), widths[column] - over)
        for row in rows:
            row[column] = cut(row[column], widths[column], ellipsis)

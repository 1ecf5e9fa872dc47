"""Finds the project, the result and the days of a sheet by its cells, if no heading names them."""

import re
from collections.abc import Sequence
from typing import Final

from callbacktui.exchange.spreadsheet.column_content import ColumnContent
from callbacktui.exchange.spreadsheet.fields import DATES, Field
from callbacktui.exchange.spreadsheet.headings import heading_key

_MOST: Final = 0.5
_NEARLY_ALL: Final = 0.7
_NO_READ: Final = re.compile(
    r"creat|update|modif|saved|moved|added|export|birth|expir|follow|activity|deadline|import|\bweek\b"
)
"""Headings of days on which nothing was read: those of the list itself."""
_OF_A_JOB: Final = (Field.ROLE, Field.OFFICE, Field.RESULT)


def find_result(
    labels: Sequence[str], fields: list[Field | None], rows: Sequence[Sequence[str]]
) -> None:
    """Take the first column as the result whose cells are results for the most part."""
    for free in (None, Field.PLACE, Field.FEEDBACK):  # "Where did it go?", "Feedback"
        for place in range(len(labels)):
            if fields[place] is free:
                content = ColumnContent(cells[place] for cells in rows if place < len(cells))
                other = max(content.dates, content.numbers, content.ticks)
                if content.results >= _MOST > other and content.kinds > 1:
                    fields[place] = Field.RESULT
                    return


def find_project(fields: list[Field | None], rows: Sequence[Sequence[str]]) -> None:
    """Take a column of names without a known heading as the project, if it is before all the rest.

    It is before role, office and result, and beside a column of days, and there is only one such.
    """
    rest = [fields.index(field) for field in _OF_A_JOB if field in fields]
    if not rest or not DATES.intersection(fields):
        return
    places = [
        place
        for place in range(min(rest))
        if fields[place] is None
        and ColumnContent(cells[place] for cells in rows if place < len(cells)).are_names(len(rows))
    ]
    if len(places) == 1:
        fields[places[0]] = Field.PROJECT


def find_days(
    labels: Sequence[str], fields: list[Field | None], rows: Sequence[Sequence[str]]
) -> None:
    """Take the first column of days as those of the reads, if no heading names any days."""
    for place, label in enumerate(labels):
        if fields[place] is None and not _NO_READ.search(heading_key(label)):
            content = ColumnContent(cells[place] for cells in rows if place < len(cells))
            if content.dates >= _NEARLY_ALL:
                fields[place] = Field.DATE
                return

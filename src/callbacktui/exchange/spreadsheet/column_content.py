"""Looks at what is in a column, to find out what its heading means."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice, pairwise
from typing import Final

from callbacktui.domain.base_classes import Value
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.cell_words import (
    format_in,
    kind_in,
    medium_in,
    platform_in,
    says_nothing,
    size_in,
    source_in,
    tick_of,
    union_in,
)
from callbacktui.exchange.spreadsheet.dates import looks_like_date
from callbacktui.exchange.spreadsheet.fields import Field
from callbacktui.exchange.spreadsheet.hours import read_time
from callbacktui.exchange.spreadsheet.result_phrases import DAY_WITHIN
from callbacktui.exchange.spreadsheet.result_text import NO_RESULT, read_result


class ColumnContent(Value, frozen=True, kw_only=True):
    """What is in a column, as shares of the cells that say anything."""

    filled: int
    dates: float = 0
    hours: float = 0
    ticks: float = 0
    numbers: float = 0
    results: float = 0
    answers: float = 0
    kinds: int = 0
    is_count: bool = False
    employment: float = 0
    known: dict[Field, float] = {}


_SAMPLE: Final = 120
_LONGEST_LOOKED_AT: Final = 200
_NUMBER: Final = re.compile(r"[-+]?[\d.,]+%?")
_HOUR_ALONE: Final = re.compile(
    r"\d{1,2}([:.h]\d{2})?(:\d{2})?\s*([ap]\.?m?\.?)?(uhr|h)?\s*([a-z]{2,4})?"
)
_WORD_FIELDS: Final = {
    Field.FORMAT: format_in,
    Field.MEDIUM: medium_in,
    Field.SIZE: size_in,
    Field.UNION: union_in,
    Field.KIND: kind_in,
    Field.PLATFORM: platform_in,
    Field.SOURCE: source_in,
}
_EMPLOYMENT: Final = frozenset(
    "full time|part time|freelance|contract|permanent|temporary|temp|internship|intern|seasonal|casual|hourly|contractor|zero hours|fixed term|volunteer|apprenticeship".split(
        "|"
    )
)
"""Words for kinds of employment, which no field holds."""


def look_at(cells: Iterable[str]) -> ColumnContent:
    """Take the shares of what is in a column."""
    short = (cell[:_LONGEST_LOOKED_AT].strip() for cell in cells)
    filled = list(islice((cell for cell in short if not says_nothing(cell)), _SAMPLE))
    if not filled:
        return ColumnContent(filled=0)
    count = len(filled)
    counts = Counter(filled)

    def share(is_it: Callable[[str], object]) -> float:
        return sum(many for cell, many in counts.items() if is_it(cell)) / count

    return ColumnContent(
        filled=count,
        dates=share(looks_like_date),
        hours=share(_is_hour),
        ticks=share(tick_of),
        numbers=share(_NUMBER.fullmatch),
        results=share(_is_result),
        answers=share(_is_answer),
        employment=share(_is_employment),
        kinds=len({fold(cell) for cell in counts}),
        is_count=_is_count(filled),
        known={field: share(read) for field, read in _WORD_FIELDS.items()},
    )


def _is_employment(cell: str) -> bool:
    return fold(cell).replace("-", " ") in _EMPLOYMENT


def _is_count(cells: Sequence[str]) -> bool:
    """Whether the cells only count the rows: 1, 2, 3."""
    numbers = [int(cell) for cell in cells if cell.isdecimal()]
    is_rising = all(one < other for one, other in pairwise(numbers))
    return len(numbers) == len(cells) > 2 and is_rising


def _is_hour(cell: str) -> bool:
    return bool(_HOUR_ALONE.match(fold(cell))) and read_time(cell) is not None


def _is_result(cell: str) -> bool:
    """Whether a cell is a result, be it with a day beside it: "Recall 12/11"."""
    outcome = read_result(DAY_WITHIN.sub(" ", cell))
    return outcome != NO_RESULT and not outcome.unread


def _is_answer(cell: str) -> bool:
    """Whether a cell says yes or no with a day beside it: "Y - 12/11"."""
    bare = DAY_WITHIN.sub(" ", cell)
    return bare != cell and tick_of(bare.strip(" -:,()")) is not None

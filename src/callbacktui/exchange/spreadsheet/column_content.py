"""Looks at what is in a column, to find out what its heading means."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import islice, pairwise
from typing import Final

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
from callbacktui.exchange.spreadsheet.date_words import DUE_WORDS, day_alone, month_of_line
from callbacktui.exchange.spreadsheet.fields import Field
from callbacktui.exchange.spreadsheet.hours import CLOCK, read_time
from callbacktui.exchange.spreadsheet.result_steps import DAY_WITHIN
from callbacktui.exchange.spreadsheet.result_text import NO_RESULT, read_result
from callbacktui.exchange.spreadsheet.sheet_dates import looks_like_date

_SAMPLE: Final = 120
_FEW: Final = 3
_NEARLY_EACH: Final = 0.8
_LONGEST_NAME: Final = 60
_LONGEST_LOOKED_AT: Final = 200
_LONGEST_HOUR: Final = 30
_MONEY: Final = re.compile(r"[$£€¥] ?\d|\d[\d.,]* ?[$£€¥]")
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
_ROOM: Final = re.compile(
    r"\b(?:studios?|rooms?|rehearsals?|stage|floor|hall|suite|loft|dome|street|avenue|st|ave|blvd)\b"
    r"|[^\W\d] #?\d{1,3}[a-z]?$"
)
_EMPLOYMENT: Final = frozenset(
    "full time|part time|freelance|contract|permanent|temporary|temp|internship|intern|seasonal|casual|hourly|contractor|zero hours|fixed term|volunteer|apprenticeship".split(
        "|"
    )
)
"""Words for kinds of employment, which no field holds."""


class ColumnContent:
    """What is in a column, as shares of the cells that say anything; each is taken if asked for."""

    def __init__(self, cells: Iterable[str]) -> None:
        short = (cell[:_LONGEST_LOOKED_AT].strip() for cell in cells)
        self._cells = list(islice((cell for cell in short if not says_nothing(cell)), _SAMPLE))
        self._counts = Counter(self._cells)
        self.filled = len(self._cells)

    def _share(self, is_it: Callable[[str], object]) -> float:
        found = sum(many for cell, many in self._counts.items() if is_it(cell))
        return found / self.filled if found else 0

    @cached_property
    def dates(self) -> float:
        """The share of days, and among these of words such as EOD."""
        if not self._share(looks_like_date):
            return 0
        return self._share(lambda cell: looks_like_date(cell) or fold(cell) in DUE_WORDS)

    @cached_property
    def days_alone(self) -> float:
        """The share of days without a month, below lines that name it."""
        return self._share(lambda cell: day_alone(cell) or month_of_line(cell))

    @cached_property
    def hours(self) -> float:
        """The share of hours of the day."""
        return self._share(_is_hour)

    @cached_property
    def ticks(self) -> float:
        """The share of boxes, and of answers with yes or no."""
        return self._share(tick_of)

    @cached_property
    def numbers(self) -> float:
        """The share of numbers."""
        return self._share(_NUMBER.fullmatch)

    @cached_property
    def money(self) -> float:
        """The share of sums with a sign of money."""
        return self._share(_MONEY.match)

    @cached_property
    def results(self) -> float:
        """The share of results of an audition."""
        return self._share(_is_result)

    @cached_property
    def answers(self) -> float:
        """The share of answers with a day beside them."""
        return self._share(_is_answer)

    @cached_property
    def rooms(self) -> float:
        """The share of rooms and streets: "Opal 4", "Carrow Rooms"."""
        return self._share(lambda cell: _ROOM.search(fold(cell)))

    @cached_property
    def employment(self) -> float:
        """The share of kinds of employment."""
        return self._share(_is_employment)

    @cached_property
    def known(self) -> dict[Field, float]:
        """The share of words that each field knows."""
        return {field: self._share(read) for field, read in _WORD_FIELDS.items()}

    @cached_property
    def unions(self) -> float:
        """The share of unions and contracts, in which "no" is none."""
        return self._share(lambda cell: union_in(cell) and not tick_of(cell))

    @cached_property
    def ways(self) -> float:
        """The share of formats and of kinds of rounds together."""
        return self._share(lambda cell: format_in(cell) or kind_in(cell))

    @cached_property
    def pairs(self) -> float:
        """The share of cells that say two things: "Sheriff Doyle / SR", "Pru (GS)"."""
        return self._share(lambda cell: " / " in cell or "(" in cell)

    @property
    def kinds(self) -> int:
        """How many different cells there are."""
        return len({fold(cell) for cell in self._counts})

    def are_names(self, rows: int) -> bool:
        """Whether nearly every row has a name of its own here: short words, and no figures alone."""
        is_short = all(len(cell) <= _LONGEST_NAME and "://" not in cell for cell in self._cells)
        others = max(self.dates, self.numbers, self.money, self.ticks, self.hours, self.results)
        enough = min(rows, _SAMPLE) * _NEARLY_EACH
        return is_short and others < 0.2 and self.filled > _FEW and self.kinds >= enough

    @property
    def is_constant(self) -> bool:
        """Whether the same is in each of several cells."""
        return self.filled > _FEW and self.kinds == 1

    @property
    def is_count(self) -> bool:
        """Whether the cells only count the rows: 1, 2, 3."""
        numbers = [int(cell) for cell in self._cells if cell.isdecimal()]
        is_rising = all(one < other for one, other in pairwise(numbers))
        return len(numbers) == len(self._cells) > 2 and is_rising


def _is_employment(cell: str) -> bool:
    return fold(cell).replace("-", " ") in _EMPLOYMENT


def _is_hour(cell: str) -> bool:
    """Whether a cell is an hour, be it one that is left open: "2 or 3pm"."""
    text = fold(cell)
    if _HOUR_ALONE.match(text) and read_time(cell).time is not None:
        return True
    return len(text) <= _LONGEST_HOUR and CLOCK.search(text) is not None


def _is_result(cell: str) -> bool:
    """Whether a cell is a result, be it with a day beside it: "Recall 12/11"."""
    outcome = read_result(DAY_WITHIN.sub(" ", cell))
    return outcome != NO_RESULT and not outcome.unread


def _is_answer(cell: str) -> bool:
    """Whether a cell says yes or no with a day beside it: "Y - 12/11"."""
    bare = DAY_WITHIN.sub(" ", cell)
    return bare != cell and tick_of(bare.strip(" -:,()")) is not None

"""What dates tell about a whole sheet: the order of day and month, and the years of its sections."""

import re
from collections.abc import Iterable
from typing import Final

from callbacktui.domain.dates.numeric import whole_year
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.date_words import MONTHS
from callbacktui.exchange.spreadsheet.types import FoundOrder

Years = tuple[int, int]
"""The years of a date without one: of its later and of its earlier months, as in 2025/26."""

FIGURES: Final = re.compile(
    r"(?<![\d:.])(\d{1,4}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d{1,2})(?!\d))?\.?(?![\d:h])",
    re.ASCII,
)
"""A day in figures, with or without its year."""

IN_ONE: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)", re.ASCII)
DAY_NUMBER: Final = re.compile(r"([23456]\d{4})(?:[.,](\d+))?", re.ASCII)
"""The number by which a spreadsheet counts a day."""

WORD: Final = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_CURRENCIES: Final = "$£€"
YEAR: Final = re.compile(r"\b((?:19|20)\d\d)\b(?!\s*[/-]\s*\d{1,2}\s*[/-])", re.ASCII)
_WEEK: Final = re.compile(
    r"\W*(?:week|wk|w/?c|w/?e|woche)\b\D{0,20}(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-]"
    r"(?P<year>\d{4}|\d\d)\b",
    re.ASCII,
)
_SEASON: Final = re.compile(r"\b((?:19|20)\d\d) ?[/-] ?((?:19|20)?\d\d)\b(?![/-])", re.ASCII)


def detect_order(cells: Iterable[str], usual: DateOrder = DateOrder.MDY) -> FoundOrder:
    """Detect the order of numeric dates from those that can be read in one way only.

    `usual` is the order if none is such a date.
    """
    figures = [found for cell in cells if (found := FIGURES.search(cell)) and found[4]]
    years = sum(len(found[1]) == 4 for found in figures)
    pairs = [(int(found[1]), int(found[3])) for found in figures if len(found[1]) <= 2]
    dots = sum(found[2] == "." for found in figures if len(found[1]) <= 2)
    days_first = sum(a > 12 >= b for a, b in pairs)
    months_first = sum(b > 12 >= a for a, b in pairs)
    if not pairs:
        how = "every date in figures has its year first" if years else "no date is in figures"
        return FoundOrder(order=usual, sure=True, words=how)
    if not (days_first or months_first):
        if dots == len(pairs):
            return FoundOrder(order=DateOrder.DMY, sure=True, words="as dates with dots are")
        return FoundOrder(
            order=usual, sure=False, words="every date in figures could be read either way"
        )
    order = DateOrder.DMY if days_first > months_first else DateOrder.MDY
    most, least = max(days_first, months_first), min(days_first, months_first)
    words = f"{most} of {len(pairs)} dates in figures can be nothing else"
    if least:
        words += f", but {least} can only be the other way round"
    return FoundOrder(order=order, sure=not least, words=words)


def contradicts(cell: str, order: DateOrder) -> bool:
    """Whether a date cannot be in the order that its column has."""
    found = FIGURES.search(cell)
    if found is None or not found[4] or len(found[1]) == 4 or order is DateOrder.YMD:
        return False
    return int(found[3] if order is DateOrder.DMY else found[1]) > 12


def looks_like_date(cell: str) -> bool:
    """Whether a cell seems to hold a day."""
    text = fold(cell).strip()
    if len(text) > 80 or not text or text[0] in _CURRENCIES:  # "$216/10" is pay, and its hours
        return False
    if DAY_NUMBER.fullmatch(text) or IN_ONE.fullmatch(text):
        return True
    if found := FIGURES.search(text):
        return bool(found[4]) or found[2] == "/"
    words = WORD.findall(text)
    return any(w in MONTHS for w in words) and any(w.isdigit() for w in words) and len(words) < 14


def years_in(text: str) -> Years | None:
    """Return the years that a title or a line of its own names: "2026", "season 2025/26"."""
    if found := _SEASON.search(text):
        first = int(found[1])
        return first, int(found[2]) if len(found[2]) == 4 else first - first % 100 + int(found[2])
    if found := YEAR.search(text):
        return int(found[1]), int(found[1])
    return None


def years_told(text: str) -> Years | None:
    """Return the years that a line of its own tells, by its year or by that of its week."""
    if found := years_in(text):
        return found
    week = _WEEK.match(text)
    if week is None:
        return None
    year = whole_year(week["year"])
    is_last = "12" in (week["first"], week["second"])
    return year, year + is_last  # the first days of January are in the last week

"""What came of reading a spreadsheet: the rows read, the rows not, and how it was taken."""

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.value import Value
from callbacktui.exchange.spreadsheet.column_mapping import Field


class SheetError(ValueError):
    """A file that cannot be read as a sheet at all: the reason, and how to mend it."""

    def __init__(self, reason: str, mend: str) -> None:
        self.reason = reason
        self.mend = mend
        super().__init__(f"{reason}. {mend}.")


class Unreadable(Value, frozen=True, kw_only=True):
    """A row that could not be read: where, what stands there, why, and how to mend it."""

    row: int
    column: str
    value: str
    reason: str
    mend: str = ""


class ReadRow(Value, frozen=True, kw_only=True):
    """A row that was read; `said` is how, in words, wherever that is not plain to see.

    `source` are its cells as they stood, by which a later import sees that they were changed.
    `earlier_id` is the id that the row was given before curly quotes counted as straight ones.
    """

    row: int
    audition: Audition
    source: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    earlier_id: str = ""


class FoundOrder(Value, frozen=True, kw_only=True):
    """Which part of a date comes first in this sheet, whether that is sure, and how one knows."""

    order: DateOrder
    sure: bool
    words: str


class SheetReading(Value, frozen=True, kw_only=True):
    """A whole sheet as it was read; row numbers are those a spreadsheet shows, header included.

    `duplicates` pairs a row with the earlier row that says exactly the same.
    """

    rows: tuple[ReadRow, ...]
    unreadable: tuple[Unreadable, ...]
    skipped_blank: int
    duplicates: tuple[tuple[int, int], ...]
    mapping: dict[str, Field | None]
    order: FoundOrder
    encoding: str
    delimiter: str

"""The results of reading a spreadsheet: rows that were read, rows that were not, and the layout."""

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.value import Value
from callbacktui.exchange.spreadsheet.column_mapping import Field


class SheetError(ValueError):
    """The file cannot be imported at all; gives the reason and the fix."""

    def __init__(self, reason: str, mend: str) -> None:
        self.reason = reason
        self.mend = mend
        super().__init__(f"{reason}. {mend}.")


class Unreadable(Value, frozen=True, kw_only=True):
    """A row that could not be read: where, the value, the reason, and the fix."""

    row: int
    column: str
    value: str
    reason: str
    mend: str = ""


class ReadRow(Value, frozen=True, kw_only=True):
    """A row that was read; `said` describes in words how, if that is not obvious.

    `source` are its original cells, so that a later import can tell if they have changed.
    `earlier_id` is the id the row had before curly quotes counted as straight ones.
    """

    row: int
    audition: Audition
    source: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    earlier_id: str = ""


class FoundOrder(Value, frozen=True, kw_only=True):
    """The date order of a spreadsheet, whether it is certain, and the evidence in words."""

    order: DateOrder
    sure: bool
    words: str


class SheetReading(Value, frozen=True, kw_only=True):
    """A spreadsheet as it was read; row numbers count the header, as a spreadsheet shows them.

    `duplicates` has the number of each repeated row and of the earlier row it is equal to.
    """

    rows: tuple[ReadRow, ...]
    unreadable: tuple[Unreadable, ...]
    skipped_blank: int
    duplicates: tuple[tuple[int, int], ...]
    mapping: dict[str, Field | None]
    order: FoundOrder
    encoding: str
    delimiter: str

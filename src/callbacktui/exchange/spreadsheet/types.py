"""The results of each step of reading a spreadsheet: its table, its layout, its rows."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import InputError, Value
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.piece import PieceKind
from callbacktui.exchange.spreadsheet.fields import Field

CALENDAR: Final = "a calendar"
"""The encoding of a table whose rows are events."""


class SheetError(InputError):
    """The file cannot be imported at all; gives the reason and the fix."""


class NoProject(SheetError):
    """No column is known to hold the project; `labels` are those that there are."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.labels = labels
        super().__init__(
            f"No column is known to hold the project; there are: {', '.join(labels)}",
            "Name it: --map 'COLUMN=project'",
        )


class TableRow(NamedTuple):
    """A row of a table: its number, its cells, and what is wrong with it, if anything.

    `mend` says what to do about that.
    """

    row: int
    cells: tuple[str, ...]
    wrong: str = ""
    mend: str = ""


class Table(NamedTuple):
    """The rows of a file before anything is understood, and where they came from.

    `delimiter` is empty for a workbook, and `sheet` for a text. `other_sheets` are those that hold
    auditions, too. Cells that are under no heading are an error in a text, where they come from
    a delimiter too many, and mere remarks in a workbook, where each cell has its place. `skipped`
    was left out before.
    """

    rows: list[TableRow]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    skipped: tuple["SkippedRow", ...] = ()


class Unreadable(Value, frozen=True, kw_only=True):
    """A row that could not be read: where, the value, the reason, and the fix."""

    row: int
    column: str
    value: str
    reason: str
    mend: str = ""


class SkippedRow(Value, frozen=True, kw_only=True):
    """A row that holds no audition, such as a title or a total; `why` says what it is."""

    row: int
    why: str
    text: str


class ReadRow(Value, frozen=True, kw_only=True):
    """An audition that was read, and the number of its first row.

    `source` are its original cells, so that a later import can tell if they have changed.
    `number` is its own among the rows about the same read, from 1. `said` describes in words what
    is worth a look, `dated` as what days without a year are read.
    """

    row: int
    audition: Audition
    source: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    number: int = 1


class WordReading(Value, frozen=True, kw_only=True):
    """How one word of a column was read, and in how many rows it is.

    `read` is empty if the word is not known; it is in the notes then.
    """

    column: str
    field: Field
    written: str
    read: str
    count: int


class FoundOrder(Value, frozen=True, kw_only=True):
    """The date order of a spreadsheet, whether it is certain, and the evidence in words."""

    order: DateOrder
    sure: bool
    words: str


class SheetReading(Value, frozen=True, kw_only=True):
    """A spreadsheet as it was read; row numbers are those that a spreadsheet shows.

    `duplicates` has the number of each repeated row and of the earlier row it is equal to.
    `joined` has that of each row that is a later round, and of the row it was joined to.
    `noted` counts, by column, the cells that went to the notes. `settings` is a digest of what
    decided the reading besides the cells: the mapping, the date order, the actor's own words.
    `titles` are those of the songs and monologues, with the kind that their heading says.
    """

    rows: tuple[ReadRow, ...]
    unreadable: tuple[Unreadable, ...]
    skipped: tuple[SkippedRow, ...]
    blank: int
    duplicates: tuple[tuple[int, int], ...]
    mapping: dict[str, Field | None]
    words: tuple[WordReading, ...]
    noted: dict[str, int]
    order: FoundOrder
    header_row: int
    settings: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    titles: tuple[tuple[str, PieceKind], ...] = ()
    joined: tuple[tuple[int, int], ...] = ()


class Mending(Value, frozen=True, kw_only=True):
    """What the actor said about a sheet; what is left out is found out.

    `columns` maps headings to fields. `words` maps a written word, folded, to the words it stands
    for. `encoding` is a codec of Python, and `header_row` the number of the row with the headings,
    0 if there is none.
    """

    columns: dict[str, Field | None] = {}
    words: dict[str, str] = {}
    order: DateOrder | None = None
    encoding: str = ""
    header_row: int | None = None
    sheet: str = ""


Headings = Mapping[str, Field]
"""The actor's own headings, folded, for every sheet."""

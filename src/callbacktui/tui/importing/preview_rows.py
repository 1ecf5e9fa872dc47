"""The rows of the preview of an import: what was found, what each thing means, how often."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import islice
from typing import Any, Final, NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.domain.text import clean_line, fold
from callbacktui.exchange.spreadsheet.import_plan import ImportPlan
from callbacktui.exchange.spreadsheet.types import SheetReading, WordReading
from callbacktui.exchange.spreadsheet.vocabulary_tables import in_short

NOTES: Final = "the notes"
_SAMPLES: Final = 12
_MARKS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


class Part(Enum):
    """The parts of the preview; the value is its heading."""

    SHEET = "How it is read"
    COLUMNS = "Columns"
    UNKNOWN = "Words not known; they go to the notes"
    WORDS = "Words as they are read"
    UNREADABLE = "Rows that cannot be read"
    YOURS = "Yours stays, though the sheet has it otherwise"
    JOINED = "Joined, as a later round of the same part at the same office"
    DATED = "Days without a year, read by the dates around them"
    LEFT_OUT = "Left out"
    AUDITIONS = "Auditions"


class Setting(Enum):
    """What can be said of the sheet as a whole."""

    SHEET = auto()
    HEADINGS = auto()
    DATES = auto()
    LETTERS = auto()


class ColumnCells(NamedTuple):
    """How many cells of a column are filled, and some of them."""

    filled: int
    samples: tuple[str, ...]


class PreviewRow(NamedTuple):
    """One line: what is in the sheet, what it is read as, and how often it is there.

    `about` is what the row is about: a setting, the label of a column, a `WordReading`, an
    `Unreadable`, an audition, or the whole text of a line. `is_open` is true if it went to the
    notes, or could not be read; `is_said` if the actor said it.
    """

    part: Part
    label: str
    value: str = ""
    often: str = ""
    about: Any = None
    is_open: bool = False
    is_said: bool = False

    @property
    def key(self) -> tuple[Part, str]:
        """By which the row is found again after a mending."""
        part = Part.WORDS if self.part is Part.UNKNOWN else self.part
        return part, self.label


class Preview(NamedTuple):
    """A reading with its plan, its rows, and the cells of each column."""

    reading: SheetReading
    plan: ImportPlan
    rows: tuple[PreviewRow, ...]
    cells: dict[str, ColumnCells]

    def of_column(self, label: str) -> list[WordReading]:
        """The words that were read in a column."""
        return [word for word in self.reading.words if word.column == label]

    def with_word(self, word: WordReading) -> list[tuple[int, Audition]]:
        """The rows in which a word is, by number, and the audition of each."""
        place = list(self.reading.mapping).index(word.column)
        return [
            (row.row, row.audition)
            for row in self.reading.rows
            if place < len(row.source) and clean_line(row.source[place][:200]) == word.written
        ]


def make_preview(
    reading: SheetReading, plan: ImportPlan, said_columns: set[str], said_words: set[str]
) -> Preview:
    """Arrange a reading; what is said are labels of columns, and words, folded."""
    cells = _cells(reading)
    rows = (
        *_settings(reading),
        *_columns(reading, cells, said_columns),
        *_words(reading, said_words),
        *(
            PreviewRow(Part.UNREADABLE, f"row {row.row}", row.reason, row.column, row,
                       is_open=True)
            for row in reading.unreadable
        ),
        *(PreviewRow(Part.YOURS, f"row {row}", ", ".join(kept)) for row, kept in plan.kept),
        *(
            PreviewRow(Part.JOINED, f"row {row}", f"a later round of row {first}")
            for row, first in reading.joined
        ),
        *(
            PreviewRow(Part.DATED, f"row {row.row}", words)
            for row in reading.rows
            for words in row.dated
        ),
        *_left_out(reading),
        *_auditions(reading, plan),
    )  # fmt: skip
    return Preview(reading, plan, rows, cells)


def _settings(reading: SheetReading) -> Iterator[PreviewRow]:
    if reading.sheet:
        others = ", ".join(map(clean_line, reading.other_sheets))
        value = clean_line(reading.sheet) + (f"; not {others}" if others else "")
        yield PreviewRow(Part.SHEET, "sheet", value, about=Setting.SHEET, is_open=bool(others))
    row = f"in row {reading.header_row}" if reading.header_row else "none: columns by their place"
    yield PreviewRow(Part.SHEET, "headings", row, about=Setting.HEADINGS)
    order = reading.order
    words = f"{order.order.word}: {order.words}"
    yield PreviewRow(Part.SHEET, "dates", words, about=Setting.DATES, is_open=not order.sure)
    if reading.encoding:
        mark = _MARKS.get(reading.delimiter, reading.delimiter)
        parted = f", separated by {mark}" if mark else ""
        yield PreviewRow(
            Part.SHEET, "letters", f"{reading.encoding}{parted}", about=Setting.LETTERS
        )


def _columns(
    reading: SheetReading, cells: dict[str, ColumnCells], said: set[str]
) -> Iterator[PreviewRow]:
    for label, field in reading.mapping.items():
        filled = cells[label].filled
        value = field.word if field else NOTES
        if field is None and not filled:
            value = "an empty column"
        yield PreviewRow(
            Part.COLUMNS, label, value, _times(filled), label,
            is_open=field is None and filled > 0, is_said=label in said,
        )  # fmt: skip


def _words(reading: SheetReading, said: set[str]) -> Iterator[PreviewRow]:
    for word in sorted(reading.words, key=lambda one: bool(one.read)):
        part = Part.WORDS if word.read else Part.UNKNOWN
        yield PreviewRow(
            part, f"{word.column}: “{word.written}”", in_short(word.read) or NOTES,
            _times(word.count), word, is_open=not word.read, is_said=fold(word.written) in said,
        )  # fmt: skip


def _left_out(reading: SheetReading) -> Iterator[PreviewRow]:
    found = [(row.row, row.why, row.text) for row in reading.skipped]
    found += [(row, f"the same as row {same}", "") for row, same in reading.duplicates]
    for row, why, text in sorted(found):
        yield PreviewRow(Part.LEFT_OUT, f"row {row}", why, about=text)


def _auditions(reading: SheetReading, plan: ImportPlan) -> Iterator[PreviewRow]:
    new, changed = {one.id for one in plan.new}, {row.before.id for row in plan.changed}
    for row, audition in zip(reading.rows, plan.auditions, strict=True):
        how = "new" if audition.id in new else "changed" if audition.id in changed else "here"
        about = audition, (*row.said, *row.dated)
        yield PreviewRow(Part.AUDITIONS, f"row {row.row}", audition.name, how, about)


def _times(count: int) -> str:
    return f"{count:,}" if count else ""


def _cells(reading: SheetReading) -> dict[str, ColumnCells]:
    """Count the filled cells of each column, and take the first different ones as samples."""
    found: dict[str, ColumnCells] = {}
    for place, label in enumerate(reading.mapping):
        filled = [cell for cell in _column(reading, place) if cell]
        first = islice(dict.fromkeys(clean_line(cell[:200]) for cell in filled[:400]), _SAMPLES)
        found[label] = ColumnCells(len(filled), tuple(first))
    return found


def _column(reading: SheetReading, place: int) -> Sequence[str]:
    return [row.source[place] for row in reading.rows if place < len(row.source)]

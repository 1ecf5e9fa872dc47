"""The export formats, and the function that writes each."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.change import Record
from callbacktui.domain.practice_entry import Practice
from callbacktui.exchange.ics.writer import export_calendar
from callbacktui.exchange.json_document import Records, export_document


class ExportData(NamedTuple):
    """What is exported: all records as stored, the auditions and others among them, the time."""

    records: Records
    auditions: Sequence[Audition]
    others: Sequence[Record]
    at: DateTime

    @property
    def practice(self) -> list[Practice]:
        """The practice among the others."""
        return [one for one in self.others if isinstance(one, Practice)]


class ExportFormat(LabelledEnum):
    """The formats, by the ending of a file."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    MD = "md"
    HTML = "html"
    ICS = "ics"

    @property
    def word(self) -> str:
        """The format, and what it is good for."""
        return _WORDS[self]


_WORDS: Final = {
    ExportFormat.JSON: "JSON: all there is, exact; import brings it back",
    ExportFormat.CSV: "CSV: a row for each audition, for a spreadsheet",
    ExportFormat.XLSX: "Workbook (XLSX): auditions, rounds, holds and more",
    ExportFormat.MD: "Markdown: a text to read, month by month",
    ExportFormat.HTML: "Page to print (HTML): every audition of each year",
    ExportFormat.ICS: "Calendar (ICS): every audition, tape, hold and job",
}


def _csv(taken: ExportData) -> bytes:
    from callbacktui.exchange.spreadsheet.auditions_to_csv import write_sheet

    return write_sheet(taken.auditions, taken.at)


def _xlsx(taken: ExportData) -> bytes:
    from callbacktui.exchange.export_tables import export_tables
    from callbacktui.exchange.workbook_export import write_workbook

    return write_workbook(export_tables(taken.auditions, taken.others, taken.at), taken.at)


def left_out_words(form: str, taken: ExportData) -> str:
    """Say what a row for each audition has no column for; nothing if all is there."""
    if form != ExportFormat.CSV:
        return ""
    from callbacktui.exchange.spreadsheet.auditions_to_csv import left_out

    missing = left_out(taken.auditions)
    return f"No column holds: {', '.join(missing)}. A workbook (XLSX) does." if missing else ""


def _markdown(taken: ExportData) -> bytes:
    from callbacktui.exchange.markdown_export import write_markdown

    return write_markdown(taken.auditions, taken.practice, taken.at)


def _page(taken: ExportData) -> bytes:
    from callbacktui.exchange.auditions_by_year_html import write_print_page

    return write_print_page(taken.auditions)


FORMATS: Final[dict[str, Callable[[ExportData], bytes]]] = {
    "json": lambda taken: export_document(taken.records, taken.at),
    "csv": _csv,
    "xlsx": _xlsx,
    "md": _markdown,
    "html": _page,
    "ics": lambda taken: export_calendar(taken.auditions, taken.at),
}
"""The writers by file extension; only JSON loses nothing."""


def write_tables(taken: ExportData) -> dict[str, bytes]:
    """Return all tables as CSV files, by the name of the file."""
    from callbacktui.exchange.export_tables import export_tables
    from callbacktui.exchange.spreadsheet.auditions_to_csv import write_csv

    return {
        f"{table.name.lower().replace(' ', '-')}.csv": write_csv(table.header, table.rows)
        for table in export_tables(taken.auditions, taken.others, taken.at)
    }

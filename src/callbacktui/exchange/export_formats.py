"""The export formats, and the function that writes each."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.exchange.ics.writer import export_calendar
from callbacktui.exchange.json_export import Records, export_document
from callbacktui.exchange.spreadsheet.writer import write_sheet


class ExportData(NamedTuple):
    """What is exported: all records as stored, the auditions among them, and the time."""

    records: Records
    auditions: Sequence[Audition]
    at: DateTime


FORMATS: Final[dict[str, Callable[[ExportData], bytes]]] = {
    "json": lambda taken: export_document(taken.records, taken.at),
    "csv": lambda taken: write_sheet(taken.auditions, taken.at),
    "ics": lambda taken: export_calendar(taken.auditions, taken.at),
}
"""The writers by file extension; only JSON loses nothing."""


def format_of(file: Path) -> str:
    """Return the format for a file's extension, JSON if there is none for it."""
    ending = file.suffix.lower().removeprefix(".")
    return ending if ending in FORMATS else "json"

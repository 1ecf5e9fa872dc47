"""The forms in which what is kept can be taken along, and what makes each."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.exchange.json_export import Records, export_document
from callbacktui.exchange.spreadsheet.writer import write_sheet


class ExportFormat(NamedTuple):
    """What is taken along: every record as it is kept, the auditions among them, and when."""

    records: Records
    auditions: Sequence[Audition]
    at: DateTime


FORMATS: Final[dict[str, Callable[[ExportFormat], bytes]]] = {
    "json": lambda taken: export_document(taken.records, taken.at),
    "csv": lambda taken: write_sheet(taken.auditions, taken.at),
}
"""Each form by the ending of its files. JSON is the exact one."""


def format_of(file: Path) -> str:
    """The form that a file's ending names; JSON where it names none."""
    ending = file.suffix.lower().removeprefix(".")
    return ending if ending in FORMATS else "json"

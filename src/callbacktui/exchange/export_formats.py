"""The forms in which what is kept can be taken along, and what makes each."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.exchange.json_export import Records, whole_document
from callbacktui.exchange.spreadsheet.writer import sheet_of


class Taken(NamedTuple):
    """What is taken along: every record as it is kept, the auditions among them, and when."""

    records: Records
    auditions: Sequence[Audition]
    at: DateTime


FORMATS: Final[dict[str, Callable[[Taken], bytes]]] = {
    "json": lambda taken: whole_document(taken.records, taken.at),
    "csv": lambda taken: sheet_of(taken.auditions, taken.at),
}
"""Each form by the ending of its files. JSON is the exact one."""


def form_of(file: Path) -> str:
    """The form that a file's ending names; JSON where it names none."""
    ending = file.suffix.lower().removeprefix(".")
    return ending if ending in FORMATS else "json"

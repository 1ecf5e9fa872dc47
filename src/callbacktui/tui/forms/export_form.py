"""The form of an export: the format, which auditions, and the new file."""

from typing import Final

from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.query import read_query
from callbacktui.exchange.export_formats import ExportFormat
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import EnumField, FieldError, TextField, YesNoField

_AS: Final = "As"


class ExportRequest(Value, frozen=True, kw_only=True):
    """What is to be exported, and into which file."""

    form: ExportFormat = ExportFormat.JSON
    filter: str = ""
    with_nda: bool = True
    file: str = ""


class FilterField(TextField, frozen=True, kw_only=True):
    """The filter of the desk."""

    def read(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the filter, or say what in it cannot be read."""
        line = super().read(text, now, order)
        if problems := read_query(line).problems:
            raise FieldError(" ".join(problems))
        return line


EXPORT_FIELDS: Final = (
    Field(
        name="form",
        label="Format",
        kind=EnumField(words=ExportFormat, may_be_empty=False),
        group=_AS,
        hint="JSON alone loses nothing. The workbook and CSV come back with an import, too.",
    ),
    Field(
        name="filter",
        label="Which",
        kind=FilterField(),
        group=_AS,
        hint="As in the filter: in:2026, is:booked, @harbor, some words.",
        empty="all",
    ),
    Field(
        name="with_nda",
        label="Under NDA, too",
        kind=YesNoField(),
        group=_AS,
        hint="No leaves out every audition that is under NDA.",
    ),
    Field(
        name="file",
        label="New file",
        kind=TextField(required="Write where the file is to be, such as ~/auditions."),
        group=_AS,
        hint="Such as ~/auditions; the ending is added. A file that is there is never touched.",
    ),
)

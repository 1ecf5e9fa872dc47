"""Describes in words how a spreadsheet was read, so the actor can check before importing."""

from collections.abc import Iterator
from typing import Final

from callbacktui.exchange.spreadsheet.import_plan import ImportPlan
from callbacktui.exchange.spreadsheet.types import SheetReading, Unreadable

_MARKS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


def summary_lines(reading: SheetReading) -> list[str]:
    """Describe how the file was read, how many rows were, and each row that was not."""
    return list(_summary(reading))


def plan_line(plan: ImportPlan) -> str:
    """Describe in one sentence what an import would do."""
    counts = plan.counts
    return (
        f"{counts['new']} new, {counts['same']} here already, "
        f"{counts['changed']} changed in the sheet since, {counts['unreadable']} not readable."
    )


def unreadable_line(row: Unreadable) -> str:
    """Describe a row that could not be read: where, the value, the reason, and the fix."""
    where = f"Row {row.row}, {row.column}" if row.column else f"Row {row.row}"
    value = f" “{row.value}”" if row.value else ""
    mend = f" {row.mend}." if row.mend else ""
    return f"{where}{value}: {row.reason}.{mend}"


def _summary(reading: SheetReading) -> Iterator[str]:
    if reading.encoding:
        mark = _MARKS.get(reading.delimiter, reading.delimiter)
        yield f"Text is {reading.encoding}; cells are parted by {mark}."
    order = reading.order
    yield f"Dates are {order.order.word}: {order.words}."
    if not order.sure:
        yield "If that is wrong, say --date-order mdy, dmy or ymd."
    named = [f"{name} → {field.word}" for name, field in reading.mapping.items() if field]
    yield f"Columns: {', '.join(named)}."
    if free := [name for name, field in reading.mapping.items() if field is None]:
        yield f"To the notes, since no field is known for them: {', '.join(free)}."
    yield (
        f"{len(reading.rows)} auditions read, {len(reading.unreadable)} rows not readable, "
        f"{len(reading.duplicates)} said twice, {reading.skipped_blank} blank."
    )
    yield from (unreadable_line(row) for row in reading.unreadable)
    yield from (
        f"Row {row} says the same as row {of_row}; it is taken once."
        for row, of_row in reading.duplicates
    )

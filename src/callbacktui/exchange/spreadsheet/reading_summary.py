"""Says how a sheet was read, in words and as a document, so the actor can check before importing."""

import re
from collections.abc import Iterator
from typing import Any, Final

from pendulum import DateTime

from callbacktui.domain.silence import Windows
from callbacktui.domain.status import status_of
from callbacktui.domain.text import clean_line, count_of
from callbacktui.exchange.audition_to_json import audition_document
from callbacktui.exchange.spreadsheet.import_plan import ImportPlan
from callbacktui.exchange.spreadsheet.types import SheetReading, Unreadable, WordReading

_MARKS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_MOST_SHOWN: Final = 40
_QUOTED: Final = re.compile("\u201c(.*?)\u201d")


def summary_lines(reading: SheetReading) -> list[str]:
    """Describe how the file was read: its columns, its words, and each row that was not."""
    return list(_summary(reading))


def plan_lines(plan: ImportPlan) -> list[str]:
    """Describe what an import would do, and what it would leave as the actor has it."""
    counts = plan.counts
    lines = [
        f"Row {row}: yours stays, though the sheet differs: {', '.join(kept)}."
        for row, kept in plan.kept
    ]
    what = (
        f"{counts['new']} new, {counts['same']} here already, "
        f"{counts['changed']} changed in the sheet since, {counts['unreadable']} not readable."
    )
    return [*_some(lines), what]


def unreadable_line(row: Unreadable) -> str:
    """Describe a row that could not be read: where, the value, the reason, and the fix."""
    where = f"Row {row.row}, {row.column}" if row.column else f"Row {row.row}"
    value = f" “{row.value}”" if row.value else ""
    mend = f" {row.mend}." if row.mend else ""
    return f"{where}{value}: {row.reason}.{mend}"


def reading_document(
    plan: ImportPlan, reading: SheetReading, now: DateTime, windows: Windows, *, kept: bool
) -> dict[str, Any]:
    """Return the JSON document of an import: the counts, the reading, and the auditions."""
    return {
        **plan.counts,
        "kept": kept,
        "unreadable_rows": list(plan.unreadable),
        "duplicates": [{"row": row, "same_as": other} for row, other in plan.duplicates],
        "joined": [{"row": row, "to": first} for row, first in reading.joined],
        "remarks": [
            {"row": row.row, "said": said}
            for row in reading.rows
            if (said := (*row.said, *row.dated))
        ],
        "changed_rows": [
            {"row": row.row, "id": row.before.id, "changed": row.changed, "yours": row.kept}
            for row in plan.changed
        ],
        "yours_stay": [{"row": row, "fields": names} for row, names in plan.kept],
        "mapping": {name: field and field.value for name, field in reading.mapping.items()},
        "words": list(reading.words),
        "to_notes": reading.noted,
        "skipped": list(reading.skipped),
        "blank": reading.blank,
        "header_row": reading.header_row,
        "encoding": reading.encoding,
        "sheet": reading.sheet,
        "other_sheets": reading.other_sheets,
        "date_order": reading.order.order.value,
        "date_order_sure": reading.order.sure,
        "auditions": [
            audition_document(audition, status_of(audition, now, windows), now)
            for audition in plan.auditions
        ],
    }


def _summary(reading: SheetReading) -> Iterator[str]:
    if reading.sheet:
        yield f"The sheet is {clean_line(reading.sheet)}."
    if reading.other_sheets:
        others = ", ".join(map(clean_line, reading.other_sheets))
        yield f"These look like auditions, too, and are not read: {others}. Say --sheet NAME."
    if reading.encoding:
        mark = _MARKS.get(reading.delimiter, reading.delimiter)
        parted = f"; columns are separated by {mark}" if mark else ""
        yield f"This is {reading.encoding}{parted}."
    if reading.header_row > 1:
        yield f"The headings are in row {reading.header_row}."
    order = reading.order
    yield f"Dates are {order.order.word}: {order.words}."
    if not order.sure:
        yield "If that is wrong, say --date-order mdy, dmy or ymd."
    named = [f"{name} → {field.word}" for name, field in reading.mapping.items() if field]
    yield f"Columns: {', '.join(named)}."
    if free := [name for name, field in reading.mapping.items() if field is None]:
        yield f"To the notes, since no field is known for them: {', '.join(free).rstrip('.')}."
    yield from _word_lines(reading.words)
    rows = count_of(len(reading.joined), "row")
    joined = f", {rows} joined as later rounds" if reading.joined else ""
    yield (
        f"{count_of(len(reading.rows), 'audition')} read{joined}, "
        f"{count_of(len(reading.unreadable), 'row')} not readable, "
        f"{len(reading.duplicates)} duplicate, {reading.blank} blank."
    )
    yield from _some([f"Row {row.row} is {row.why}: {row.text}" for row in reading.skipped])
    yield from (unreadable_line(row) for row in reading.unreadable)
    twice = [
        f"Row {row} says the same as row {first}; it is taken once."
        for row, first in reading.duplicates
    ]
    yield from _some(twice)
    yield from _some(
        [f"Row {row} is a later round of row {first}." for row, first in reading.joined]
    )
    yield from _some(list(_said_lines(reading)))
    dated = [f"Row {row.row}: {words}." for row in reading.rows for words in row.dated]
    if dated:
        yield (
            f"{count_of(len(dated), 'day')} without a year, read by the dates around them; "
            "add the year if it is wrong:"
        )
        yield from _some(dated)


def _said_lines(reading: SheetReading) -> Iterator[str]:
    """Say what is worth a look, the same of several rows once, and nothing of the words above."""
    above = {word.written for word in reading.words}
    rows: dict[str, list[int]] = {}
    for row in reading.rows:
        for words in row.said:
            quoted = _QUOTED.search(words)
            if quoted is None or quoted[1] not in above:
                rows.setdefault(words, []).append(row.row)
    for words, (first, *others) in rows.items():
        more = f" and {count_of(len(others), 'other')}" if others else ""
        yield f"Row {first}{more}: {words}."


def _word_lines(words: tuple[WordReading, ...]) -> Iterator[str]:
    """Say of each word how it was read and how often; those not known come first."""
    unknown = [word for word in words if not word.read]
    if unknown:
        yield "Not understood, so kept in the notes; --word 'WORD=MEANING' says what it means:"
        yield from _some([f"  {_word_line(word)}" for word in unknown])
    known = [word for word in words if word.read]
    if known:
        yield "Words as they were read:"
        yield from _some([f"  {_word_line(word)} → {word.read}" for word in known])


def _word_line(word: WordReading) -> str:
    times = f", {word.count} times" if word.count > 1 else ""
    return f"{clean_line(word.column)}: “{word.written}”{times}"


def _some(lines: list[str]) -> Iterator[str]:
    yield from lines[:_MOST_SHOWN]
    if len(lines) > _MOST_SHOWN:
        yield f"  … and {len(lines) - _MOST_SHOWN} more; --json has them all"

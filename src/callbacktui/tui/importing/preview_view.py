"""Draws the rows of the preview of an import, and the details of the row under the cursor."""

from typing import Final

from pendulum import DateTime
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content

from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Disposition
from callbacktui.domain.text import capitalized, count_of
from callbacktui.exchange.spreadsheet.reading_summary import unreadable_line
from callbacktui.exchange.spreadsheet.types import Unreadable, WordReading
from callbacktui.exchange.spreadsheet.vocabulary_tables import in_short
from callbacktui.tui.components.filled_fields import field_facts
from callbacktui.tui.components.fit_text import cut_text, fit_text
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.rich_to_lines import Line
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS, HOLD_FIELDS
from callbacktui.tui.forms.round_fields import round_fields
from callbacktui.tui.importing.preview_rows import NOTES, Part, Preview, PreviewRow, Setting
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

_MOST_ROWS: Final = 30
_LONGEST_LABEL: Final = 34
_ROW_LABEL: Final = 10
_ABOUT: Final = {
    Setting.SHEET: "A workbook may have several sheets; each is imported by itself.",
    Setting.HEADINGS: "The row that names the columns. Lines above it are left out.",
    Setting.DATES: "What comes first in 3/4/2026. Dates that say it themselves are read as they "
    "say it.",
    Setting.LETTERS: "Another one is right if accents or quotation marks look odd.",
}


def summary_line(preview: Preview, glyphs: Glyphs) -> Content:
    """Return the line above the rows: "12 auditions: 9 new, 3 here already · 2 words not known"."""
    plan, reading = preview.plan, preview.reading
    counts = [
        (len(plan.new), "new"), (len(plan.changed), "changed in the sheet"),
        (len(plan.same), "here already"),
    ]  # fmt: skip
    said = ", ".join(f"{number:,} {word}" for number, word in counts if number)
    unknown = sum(word.count for word in reading.words if not word.read)
    open_ = [
        (len(reading.unreadable), "that cannot be read", "row", "rows"),
        (unknown, "not known", "word", "words"),
    ]
    wrong = ", ".join(
        f"{count_of(number, one, many)} {words}" for number, words, one, many in open_ if number
    )
    joined = f" ({count_of(len(reading.joined), 'row')} joined)" if reading.joined else ""
    return Content.assemble(
        (count_of(len(reading.rows), "audition"), "bold"),
        joined,
        f": {said}" if said else "",
        *((f" {glyphs.separator} ", (wrong, "$next")) if wrong else ()),
    )


def draw_row(row: PreviewRow, width: int, styles: Styles, glyphs: Glyphs) -> Line:
    """Draw one row in `width` cells: a sign, what is there, what it means, how often."""
    sign, hue = _sign(row, styles, glyphs)
    narrow = row.part not in {Part.COLUMNS, Part.UNKNOWN, Part.WORDS}
    most = _ROW_LABEL if narrow else min(_LONGEST_LABEL, width * 2 // 5)
    label = fit_text(row.label, most, glyphs)
    end = cut_text(row.often, max(0, width // 4), glyphs)
    means = row.part in {Part.COLUMNS, Part.UNKNOWN, Part.WORDS}
    joint = f" {glyphs.arrow} " if means else " "
    room = max(0, width - 2 - most - cell_len(joint) - cell_len(end) - 1)
    return [
        Segment(f"{sign} ", hue),
        Segment(label, styles.text if means else styles.muted),
        Segment(joint, styles.faint),
        Segment(fit_text(row.value, room, glyphs), styles.next if row.is_open else styles.text),
        Segment(f" {end}", styles.muted),
    ]


def _sign(row: PreviewRow, styles: Styles, glyphs: Glyphs) -> tuple[str, Style]:
    if row.is_said:
        return glyphs.marked, styles.booked
    if row.part is Part.UNREADABLE:
        return "!", styles.error
    return ("?", styles.next) if row.is_open else (glyphs.separator, styles.muted)


def write_about(row: PreviewRow, preview: Preview, writer: LineWriter, now: DateTime) -> None:
    """Write the details of a row: its cells, its words, its rows, or the audition it makes."""
    match row.about:
        case Setting():
            writer.heading(capitalized(row.label))
            writer.text(row.value)
            writer.gap()
            writer.text(_ABOUT[row.about], writer.styles.muted)
        case Unreadable():
            writer.heading(capitalized(row.label))
            writer.text(unreadable_line(row.about))
        case WordReading():
            _write_word(row.about, preview, writer)
        case (Audition() as audition, tuple() as said):
            _write_audition(audition, said, writer, now)
        case str() if row.part is Part.COLUMNS:
            _write_column(row.about, preview, writer)
        case _:
            writer.heading(capitalized(row.label))
            writer.text(row.value)
            if row.part is Part.LEFT_OUT and row.about:
                writer.gap()
                writer.text(row.about, writer.styles.muted)


def _write_column(label: str, preview: Preview, writer: LineWriter) -> None:
    field, cells = preview.reading.mapping[label], preview.cells[label]
    writer.heading(label, ("", f"{cells.filled:,} cells"))
    writer.text(f"Read as: {field.word}." if field else f"It goes to {NOTES}.")
    words = preview.of_column(label)
    if words:
        writer.heading("Its words")
        for word in words[:_MOST_ROWS]:
            style = writer.styles.text if word.read else writer.styles.next
            left = f"“{word.written}”" + (f" {word.count:,} times" if word.count > 1 else "")
            writer.between(left, in_short(word.read) or NOTES, style, writer.styles.muted)
    elif cells.samples:
        writer.heading("What it holds")
        for sample in cells.samples:
            writer.point(sample)


def _write_word(word: WordReading, preview: Preview, writer: LineWriter) -> None:
    writer.heading(f"“{word.written}”", ("", f"{word.count:,} rows" if word.count > 1 else "1 row"))
    writer.text(f"Under {word.column}, the {word.field.word}.", writer.styles.muted)
    writer.text(f"Read as: {in_short(word.read)}." if word.read else f"It goes to {NOTES}.")
    rows = preview.with_word(word)
    if rows:
        writer.heading("Where it is")
        for number, audition in rows[:_MOST_ROWS]:
            writer.point(f"row {number}: {audition.name}")
        if len(rows) > _MOST_ROWS:
            writer.text(f"and {len(rows) - _MOST_ROWS:,} more", writer.styles.muted)


def _write_audition(
    audition: Audition, said: tuple[str, ...], writer: LineWriter, now: DateTime
) -> None:
    writer.heading(audition.name)
    ends = audition.disposition
    facts = [("Stage", audition.stage_word)]
    facts += [] if ends is Disposition.OPEN else [("It ended", ends.sentence)]
    writer.facts(facts)
    writer.gap()
    writer.facts(field_facts(AUDITION_FIELDS, audition, now, {"disposition", "certainty"}))
    for number, read in enumerate(audition.rounds, 1):
        writer.block(f"Round {number}: {read.kind.word}",
                     field_facts(round_fields(read, now), read, now, {"kind"}))  # fmt: skip
    for hold in audition.holds:
        writer.block("Hold", field_facts(HOLD_FIELDS, hold, now, ()))
    if said:
        writer.heading("Worth a look")
        for words in said:
            writer.point(words)

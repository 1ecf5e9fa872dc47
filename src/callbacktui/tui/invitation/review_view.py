"""Draws the rows of an invitation, and its text with the words that were understood marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from callbacktui.domain.text import clean, clean_line
from callbacktui.tui.components.fit_text import cut_text, fit_text
from callbacktui.tui.components.line_writer import LineWriter, wrap_phrases
from callbacktui.tui.components.rich_to_lines import Line
from callbacktui.tui.invitation.review_field_types import HOURS
from callbacktui.tui.invitation.review_state import TARGET, Review, ReviewRow, State
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

GAPS: Final = "Not said in this mail"
_LABEL: Final = 15
_MOST_LINES: Final = 3
"""Lines of an address, a link or an instruction; the text of the mail has the whole of it."""
_OR: Final = " or "
_MOST_MARKED: Final = 400
"""The longest words that are looked for in the text."""


def top_words(review: Review, clash: Text, separator: str, *, numbers_hidden: bool) -> Text:
    """Return what it meets first, then what the mail is about, and what it says that no row has."""
    reading = review.reading
    words = [reading.kind_word, "" if numbers_hidden else review.office_words]
    if left := ", ".join(review.roles_left):
        words.append(f"also in this mail: {left}")
    if other := clean_line(reading.other_matter):
        words.append(f"another matter, of which nothing is kept or closed: “{other}”")
    words += [f"no field for “{clean_line(said)}”" for said in reading.unplaced]
    if reading.is_put_off:
        words.append("the time it had is off; a new one is to come")
    if repeats := reading.repeats:
        words.append(f"only its first time is read. {repeats}")
    if review.can_be_new and review.same_day:
        words.append(f"the same day: {', '.join(review.same_day)}")
    return Text(f" {separator} ").join(part for part in (clash, *map(Text, words)) if part)


def fit_top_words(words: Text, width: int, glyphs: Glyphs) -> Text:
    """Fit the words on top into two rows of `width` cells, the last one cut if it has to be."""
    room = max(1, width)
    first, *others = wrap_phrases(words, room, glyphs, most=room)
    if not others:
        return first
    shown = len(first.plain)
    skipped = len(words.plain[shown:]) - len(words.plain[shown:].lstrip(f" {glyphs.separator}"))
    last = words[shown + skipped :]
    if last.cell_len > room:
        kept = len(cut_text(last.plain, room, glyphs)) - len(glyphs.ellipsis)
        last = Text.assemble(last[:kept], glyphs.ellipsis)
    return Text("\n").join((first, last))


def write_fields(review: Review, writer: LineWriter) -> list[int]:
    """Write the rows that the mail fills, and below them what it does not say.

    Returns for each line the index of its row, -1 for none.
    """
    rows, gaps = review.rows, review.gaps
    owners: list[int] = []
    for number, row in enumerate((*rows, *gaps)):
        if number == len(rows):
            writer.heading(GAPS)
            owners += [-1] * (len(writer.lines) - len(owners))
        _write_row(row, writer)
        owners += [number] * (len(writer.lines) - len(owners))
    return owners


def _write_row(row: ReviewRow, writer: LineWriter) -> None:
    styles, glyphs = writer.styles, writer.glyphs
    sign, hue = _sign(row.state, styles, glyphs)
    label = fit_text(row.label, _LABEL - 1, glyphs) + " "
    room = max(0, writer.width - 2 - _LABEL)
    value = row.value or row.state.value
    style = styles.text if row.value else styles.muted
    if row.state is State.ASKED:
        style = styles.next
    end = row.state.value if row.state is State.GUESSED else ""
    if row.was:
        value = f"{row.was} {glyphs.arrow} {value}"
    room_left = max(1, room - cell_len(end) - bool(end))
    shown = _lines(value, row, room_left, glyphs)
    gap = " " * max(0, room - cell_len(shown[0]) - cell_len(end))
    writer.add(
        Segment(f"{sign} ", hue),
        Segment(label, styles.muted),
        Segment(shown[0], style),
        Segment(gap if end else ""),
        Segment(end, styles.next),
    )
    for line in shown[1:]:
        writer.add(Segment(" " * (2 + _LABEL)), Segment(line, style))


def _lines(value: str, row: ReviewRow, room: int, glyphs: Glyphs) -> list[str]:
    """Return the lines of a value: a question and what is changed whole, a long text cut.

    Each answer begins on a new line.
    """
    if row.state is not State.ASKED and row.field != TARGET:
        if row.field in HOURS and cell_len(value) > room:
            value = value.removesuffix(f", {_here(row)}")  # the line below has the other clock
        return _wrapped(value, room, glyphs, most=_MOST_LINES)
    if cell_len(value) <= room:
        return [value]
    first, *others = value.split(_OR)
    answers = (first, *(f"{_OR[1:]}{other}" for other in others))
    return [line for answer in answers for line in _wrapped(answer, room, glyphs)]


def _wrapped(value: str, room: int, glyphs: Glyphs, most: int = 0) -> list[str]:
    """Return the lines of a value; the last of `most` lines is cut if it goes on."""
    if cell_len(value) <= room:
        return [value]
    phrase = 0 if most else room  # the times that are asked about are not broken
    lines = wrap_phrases(Text(clean(value)), room, glyphs, most=phrase)
    rows = [line.plain.strip() for line in lines]
    if most and len(rows) > most:
        rows[most - 1 :] = [cut_text(" ".join(rows[most - 1 :]), room, glyphs)]
    return rows


def _sign(state: State, styles: Styles, glyphs: Glyphs) -> tuple[str, Style]:
    match state:
        case State.CONFIRMED:
            return glyphs.marked, styles.booked
        case State.ASKED | State.GUESSED:
            return "?", styles.next
        case State.SAID:
            return glyphs.separator, styles.muted
    return " ", styles.muted


def row_words(row: ReviewRow, review: Review) -> str:
    """Return where the value of a row is from, for the line below the rows."""
    if row.state is State.MISSING:
        is_unread = row.field in review.reading.unread
        spoken_of = "The mail speaks of it, but I could not read it. Please look."
        return spoken_of if is_unread else "The mail does not say it."
    said = f"“{row.words}”" if row.words else ""
    here = "" if row.state is State.ASKED else _here(row)  # each answer has its own
    by = f"said by {review.said_by}" if row.was and review.said_by else ""
    zone = "no zone said: is this the right one?" if row.state is State.GUESSED else ""
    return "  ".join(filter(None, (said, here, by, zone)))


def open_words(rows: Sequence[ReviewRow], key: str) -> str:
    """Return what is not sure, and what `key` does with it if it is pressed again."""
    asked = [row for row in rows if row.state is not State.GUESSED]
    if not asked:
        times, them = ("one time", "it") if len(rows) == 1 else (f"{len(rows)} times", "them")
        return f"No zone is said for {times}. {key} again keeps {them} on your clock."
    count, them = (
        ("One thing is", "it") if len(asked) == 1 else (f"{len(asked)} things are", "them")
    )
    rest = "" if len(asked) == len(rows) else ", and a time without a zone on your clock"
    return f"{count} not sure. {key} again leaves {them} open{rest}."


def _here(row: ReviewRow) -> str:
    """Return the time on the actor's clock, if it is another one: "15:30 here"."""
    last = row.value.rpartition(", ")[2]
    return last if row.field in HOURS and last.endswith(" here") else ""


def mail_text(review: Review, field: str, styles: Styles) -> Text:
    """Return the text of the mail; the words of all fields are marked, those of `field` more."""
    text = Text(clean(review.reading.text), styles.text)
    for row in review.rows:
        for start, end in _places(text.plain, review.words_of(row.field)):
            here = row.field == field
            text.stylize(styles.accent + _REVERSED if here else styles.accent + _LINED, start, end)
    return text


def first_line(lines: Iterable[Line]) -> int:
    """Return the first line with words of the field under the cursor, 0 if there is none."""
    for number, line in enumerate(lines):
        if any(segment.style and segment.style.reverse for segment in line):
            return number
    return 0


_REVERSED: Final = Style(reverse=True)
_LINED: Final = Style(underline=True, bold=False)


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of a field are in the text; their white space may differ."""
    for part in words.split("; "):
        found = re.escape(" ".join(part[:_MOST_MARKED].split())).replace(r"\ ", r"\s+")
        if found and (match := re.search(found, text)):
            yield match.span()

"""The reading of an invitation as lines: what is said, what is open, what is missing."""

from typing import Final

from pendulum import DateTime

from callbacktui.cli.history_text import change_line
from callbacktui.cli.text import align_columns, cut
from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.domain.change_description import field_changes
from callbacktui.domain.text import clean_line
from callbacktui.exchange.invitation.field_formatting import field_label, format_field
from callbacktui.exchange.invitation.reading_result import Kind, Question, Reading
from callbacktui.exchange.invitation.zones import lacks_zone

_WIDEST: Final = 48


def reading_rows(reading: Reading, now: DateTime) -> list[str]:
    """Return the lines of a reading: kind, fields with their words, questions, gaps."""
    if reading.kind is Kind.OTHER:
        return ["I see no invitation here."]
    rows = [("kind", reading.kind_word, "")]
    for said in reading.said:
        words = " ".join(said.words.split())
        value = format_field(said.field, said.value, now)
        if lacks_zone(reading, said.field, now):
            value = f"{value}, no zone said"
        rows.append((field_label(said.field), value, f"“{cut(words, _WIDEST)}”"))
    lines = align_columns(rows)
    lines += [question_row(question, now) for question in reading.questions]
    if reading.not_said:
        lines.append(f"Not said: {', '.join(map(field_label, reading.not_said))}")
    if reading.unread:
        words = ", ".join(map(field_label, reading.unread))
        lines.append(f"Spoken of, but I could not read it: {words}")
    if reading.nda:
        lines.append(f"Under NDA (“{clean_line(reading.nda)}”): the text of the mail is not kept")
    lines += [f"No field for: “{clean_line(words)}”" for words in reading.unplaced]
    if reading.other_matter:
        words = clean_line(reading.other_matter)
        lines.append(f"Another matter, of which nothing is kept or closed: “{words}”")
    if reading.is_put_off:
        lines.append("The time it had is off; a new one is to come")
    if reading.repeats:
        lines.append(f"Only its first time is read. {reading.repeats}")
    return lines


def question_row(question: Question, now: DateTime) -> str:
    """Return one open question with its choices."""
    choices = " or ".join(format_field(question.field, choice, now) for choice in question.choices)
    return f"? {field_label(question.field)}: {choices}"


def change_rows(before: Audition, after: Audition, now: DateTime) -> list[str]:
    """Return what would change in an audition, old and new; not the text in its notes."""
    changes = field_changes(Change(before=before, after=after), now)
    return [change_line(change) for change in changes if change.field and change.field != "notes"]

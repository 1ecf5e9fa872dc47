"""The reading of an invitation as lines: what is said, what is open, what is missing."""

from typing import Final

from pendulum import DateTime

from callbacktui.cli.text import align_columns, cut
from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.domain.change_description import field_changes
from callbacktui.domain.dates.formatting import format_day, format_moment
from callbacktui.domain.moment import Moment, today
from callbacktui.exchange.invitation.reading import FieldValue, Kind, Question, Reading

_WIDEST: Final = 48


def reading_rows(reading: Reading, now: DateTime) -> list[str]:
    """Return the lines of a reading: kind, fields with their words, questions, gaps."""
    if reading.kind is Kind.OTHER:
        return ["I see no invitation here."]
    rows = [("kind", reading.kind.word, "")]
    for said in reading.said:
        words = " ".join(said.words.split())
        value = format_field(said.value, now)
        rows.append((_label(said.field), value, f"“{cut(words, _WIDEST)}”"))
    lines = align_columns(rows)
    lines += [question_row(question, now) for question in reading.questions]
    if reading.not_said:
        lines.append(f"Not said: {', '.join(map(_label, reading.not_said))}")
    return lines


def question_row(question: Question, now: DateTime) -> str:
    """Return one open question with its choices."""
    choices = " or ".join(format_field(choice, now) for choice in question.choices)
    return f"? {_label(question.field)}: {choices}"


def change_rows(before: Audition, after: Audition, now: DateTime) -> list[str]:
    """Return what would change in an audition, old and new; not the text in its notes."""
    changes = field_changes(Change(before=before, after=after), now)
    return [
        f"{change.within} {change.field}: {change.before or 'nothing'} → {change.after}".strip()
        for change in changes
        if change.field and change.field != "notes"
    ]


def format_field(value: FieldValue, now: DateTime) -> str:
    """Return the value of a field in words."""
    if isinstance(value, Moment):
        return format_moment(value, now)
    return value if isinstance(value, str) else format_day(value, today(now))


def _label(field: str) -> str:
    words = {"at": "when", "due_at": "due", "shoot_from": "work from", "shoot_to": "work to"}
    return words.get(field, field.replace("_", " "))

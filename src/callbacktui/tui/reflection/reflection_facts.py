"""A whole reflection as facts: every answer, and the notes."""

import datetime as dt
from collections.abc import Iterator

from pendulum import DateTime
from rich.text import Text

from callbacktui.domain.reflection import NONE_GIVEN, NONE_GIVEN_WORDS, Reflection
from callbacktui.domain.status import short_day
from callbacktui.domain.text import capitalized
from callbacktui.tui.components.line_writer import Fact
from callbacktui.tui.reflection.answer_rendering import answer_text
from callbacktui.tui.reflection.question_definitions import ALL, NOTES, PACES, Answer
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles


def answer_facts(
    reflection: Reflection, styles: Styles, glyphs: Glyphs, now: DateTime
) -> Iterator[Fact]:
    """Yield the answers that were given, in the order of the questions.

    The marks of a second look are after the first ones, with their day.
    """
    for question in ALL:
        value = getattr(reflection, question.name)
        later = [
            f"{short_day(look.at.day, now)}: {_mark_word(mark, question.name)}"
            for look in reflection.second_looks
            if (mark := getattr(look, question.name, None)) is not None
        ]
        if value is None and not later:
            continue
        first = answer_text(question.name, value, styles, glyphs) if value is not None else Text()
        looks = (f"   second look {', '.join(later)}" if later else "", styles.muted)
        yield question.label, Text.assemble(first, looks)


def _mark_word(mark: Answer, name: str) -> str:
    if mark == NONE_GIVEN:
        return NONE_GIVEN_WORDS
    return PACES[mark] if name == "pacing" and isinstance(mark, int) else str(mark)


def note_facts(reflection: Reflection, now: DateTime) -> Iterator[Fact]:
    """Yield the notes, then the addenda under their dates."""
    for name, label in NOTES.items():
        if text := getattr(reflection, name):
            yield label, text
    for later in reflection.addenda:
        yield day_label(later.at.day, now), later.text


def day_label(day: dt.date, now: DateTime) -> str:
    """Return a day as the label of an addendum: "Today", "19 Nov"."""
    return capitalized(short_day(day, now))

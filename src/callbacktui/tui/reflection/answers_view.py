"""A whole reflection as facts: every answer, and the notes."""

import datetime as dt
from collections.abc import Iterator

from pendulum import DateTime

from callbacktui.domain.reflection import Reflection
from callbacktui.domain.status import short_day
from callbacktui.tui.components.line_writer import Fact
from callbacktui.tui.reflection.questions import ALL
from callbacktui.tui.reflection.scale_view import answer_text
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles


def answer_facts(reflection: Reflection, styles: Styles, glyphs: Glyphs) -> Iterator[Fact]:
    """Yield the answers that were given, in the order of the questions."""
    for question in ALL:
        value = getattr(reflection, question.name)
        if value is not None:
            yield question.label, answer_text(question.name, value, styles, glyphs)


def note_facts(reflection: Reflection, now: DateTime) -> Iterator[Fact]:
    """Yield the notes, then the addenda under their dates."""
    for label, text in (
        ("Felt good", reflection.felt_good),
        ("Felt off", reflection.felt_off),
        ("Next time", reflection.next_time),
    ):
        if text:
            yield label, text
    for later in reflection.addenda:
        yield day_label(later.at.day, now), later.text


def day_label(day: dt.date, now: DateTime) -> str:
    """Return a day as the label of an addendum: "Today", "19 Nov"."""
    word = short_day(day, now)
    return word[:1].upper() + word[1:]

"""A whole reflection drawn as text: every answer, and the notes."""

import datetime as dt

from pendulum import DateTime
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from callbacktui.domain.reflection import Reflection
from callbacktui.domain.status import short_day
from callbacktui.tui.reflection.questions import ALL
from callbacktui.tui.reflection.scale_view import answer_text
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

_LABEL_CELLS = 10


def answers_view(
    reflection: Reflection, now: DateTime, styles: Styles, glyphs: Glyphs
) -> RenderableType:
    """Draw the answers and notes, and the addenda under their dates."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=_LABEL_CELLS, style=styles.muted)
    table.add_column(ratio=1, style=styles.text, overflow="fold")
    for question in ALL:
        value = getattr(reflection, question.name)
        if value is not None:
            table.add_row(question.label, answer_text(question.name, value, styles, glyphs))
    for label, text in (
        ("Felt good", reflection.felt_good),
        ("Felt off", reflection.felt_off),
        ("Next time", reflection.next_time),
    ):
        if text:
            table.add_row(label, Text(text))
    for later in reflection.addenda:
        table.add_row(day_label(later.at.day, now), Text(later.text))
    return table


def day_label(day: dt.date, now: DateTime) -> str:
    """Return a day as the label of an addendum: "Today", "19 Nov"."""
    word = short_day(day, now)
    return word[:1].upper() + word[1:]

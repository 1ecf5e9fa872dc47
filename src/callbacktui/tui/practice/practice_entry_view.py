"""One practice entry drawn as text."""

from pendulum import DateTime
from rich.console import Group
from rich.table import Table
from rich.text import Text

from callbacktui.domain.practice_entry import Practice
from callbacktui.domain.text import clean, clean_line
from callbacktui.tui.practice.fields import PRACTICE_FIELDS
from callbacktui.tui.theme.styles import Styles

_LABEL_CELLS = 12
_SAID_ABOVE = {"kind", "date", "who"}


def practice_view(practice: Practice, when: str, now: DateTime, styles: Styles) -> Group:
    """Draw one practice entry: what, when, and every filled field."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_LABEL_CELLS, style=styles.muted)
    table.add_column(ratio=1, overflow="fold")
    for field in PRACTICE_FIELDS:
        text = field.kind.to_text(getattr(practice, field.name), now)
        if text and field.name not in _SAID_ABOVE:
            table.add_row(field.label, Text(clean(text), styles.text))
    title = Text(clean_line(practice.name), styles.strong)
    return Group(title, Text(when, styles.muted), Text(), table)

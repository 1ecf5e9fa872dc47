"""A table of facts: labels in one column, wrapped values in the other."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from pendulum import DateTime
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from callbacktui.domain.change_description import format_value
from callbacktui.domain.text import clean
from callbacktui.domain.value import Value
from callbacktui.tui.components.field import Field, shown, value_of
from callbacktui.tui.theme.styles import Styles

_LABEL_CELLS: Final = 13

Fact = tuple[str, str | Text]
"""A label and its value."""


def nonempty(*facts: Fact) -> Iterator[Fact]:
    """Return those of `facts` that have a value."""
    return (fact for fact in facts if fact[1])


def field_facts(
    fields: Iterable[Field], record: Value, now: DateTime, drawn: Collection[str]
) -> Iterator[Fact]:
    """Yield a fact for each filled field of `record` whose name is not in `drawn`."""
    for field in shown(tuple(fields), record):
        value = value_of(record, field.name)
        if value and field.name not in drawn:
            yield field.label, format_value(value, now)


def facts_table(facts: Iterable[Fact], styles: Styles) -> Table:
    """Draw facts as a table with a hanging indent."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_LABEL_CELLS, style=styles.muted)
    table.add_column(ratio=1, style=styles.text, overflow="fold")
    for label, value in facts:
        table.add_row(label, Text(clean(value)) if isinstance(value, str) else value)
    return table


def block(
    title: str, facts: Iterable[Fact], styles: Styles, *, always: bool = False
) -> list[RenderableType]:
    """Draw facts under a title; nothing if there are none, unless `always` is set."""
    there = list(facts)
    if there:
        return [Text(), Text(title, styles.accent), facts_table(there, styles)]
    return [Text(), Text(title, styles.accent)] if always else []

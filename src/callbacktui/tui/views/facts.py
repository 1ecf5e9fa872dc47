"""Labels in one column, and what stands behind them wrapped within its own."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from callbacktui.domain.text import clean
from callbacktui.tui.inks import Inks

_LABEL_CELLS: Final = 11

Fact = tuple[str, str | Text]
"""A label and what stands behind it."""


def known(*facts: Fact) -> Iterator[Fact]:
    """Those of `facts` that say something."""
    return (fact for fact in facts if fact[1])


def facts_table(facts: Iterable[Fact], inks: Inks) -> Table:
    """Draw facts with a hanging indent."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_LABEL_CELLS, style=inks.muted)
    table.add_column(ratio=1, style=inks.text, overflow="fold")
    for label, value in facts:
        table.add_row(label, Text(clean(value)) if isinstance(value, str) else value)
    return table


def block(title: str, facts: Iterable[Fact], inks: Inks) -> list[RenderableType]:
    """Draw facts under a title; nothing where there are none."""
    there = list(facts)
    if not there:
        return []
    return [Text(), Text(title, inks.accent), facts_table(there, inks)]

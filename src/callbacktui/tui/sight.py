"""What of the ledger the desk shows: arranged, filtered and counted."""

from collections.abc import Iterable
from typing import NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Board, Order, Row, Section, board
from callbacktui.domain.finder import Finder
from callbacktui.domain.query import due_within, read_query, subject
from callbacktui.domain.silence import Windows
from callbacktui.domain.standing import Group

_WEEK = 7


class Seen(NamedTuple):
    """One look at the ledger: all of it, what passes the filter, and what was odd about that."""

    whole: Board
    shown: Board
    problems: tuple[str, ...]
    now: DateTime

    @property
    def counts(self) -> str:
        """How many are open, and how many of those are due within a week."""
        rows = [row for section in self.whole for row in section.rows]
        still_open = sum(row.audition.is_open for row in rows)
        due = sum(due_within(subject(*row, self.now), _WEEK) for row in rows)
        return f"{still_open} open · {due} due this week"

    def footing(self, order: Order, marked: int, separator: str) -> str:
        """What stands under the list: "14 of 212 · by project · 3 marked"."""
        if not self.whole:
            return ""
        shown = sum(len(section.rows) for section in self.shown)
        words = [f"{shown} of {sum(len(section.rows) for section in self.whole)}"]
        words += [order.word] if order is not Order.WHEN else []
        words += [f"{marked} marked"] if marked else []
        return f" {separator} ".join(words)

    @property
    def quiet(self) -> tuple[Row, ...]:
        """Every audition that is safe to let go, longest quiet first."""
        groups = (section.rows for section in self.whole if section.group is Group.QUIET)
        return tuple(reversed(next(groups, ())))


class Sight:
    """Looks at the ledger; remembers the text it has searched."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._finder = Finder()

    def look(
        self, auditions: Iterable[Audition], now: DateTime, order: Order, filter_text: str
    ) -> Seen:
        """Arrange the auditions as they stand at `now`, and pick those that pass the filter."""
        whole = board(auditions, now, self._windows, order)
        query = read_query(filter_text)
        if query.is_empty:
            return Seen(whole, whole, query.problems, now)
        rows = [row for section in whole for row in section.rows]
        passing = {row.audition.id for row in self._finder.pick(rows, query, now)}
        picked = (
            Section(section.group, tuple(r for r in section.rows if r.audition.id in passing))
            for section in whole
        )
        shown = tuple(section for section in picked if section.rows)
        return Seen(whole, shown, query.problems, now)

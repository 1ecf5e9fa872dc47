"""What of the ledger the desk shows: arranged, filtered and counted."""

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Board, Order, Row, Section, board
from callbacktui.domain.dossier import History
from callbacktui.domain.finder import Finder
from callbacktui.domain.query import Query, due_within, read_query, subject
from callbacktui.domain.silence import Windows
from callbacktui.domain.standing import Group

_WEEK: Final = 7


_NOTHING_YET: Final = (
    "Your auditions stand here.\n{new} keeps the first one; a line is enough:\n"
    "Nina, The Seagull @Harbor Casting thu 3pm"
)
_NO_MATCH: Final = "Nothing passes this filter.\n{filter} changes it, {back} takes it off."


class Seen(NamedTuple):
    """One look at the ledger: all of it, what passes the filter, and what was odd about that."""

    whole: Board
    shown: Board
    problems: tuple[str, ...]
    now: DateTime
    history: History

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
        words = [f"{shown:,} of {sum(len(section.rows) for section in self.whole):,}"]
        words += [order.word] if order is not Order.WHEN else []
        words += [f"{marked} marked"] if marked else []
        return f" {separator} ".join(words)

    def empty_words(self, keys: Mapping[str, str]) -> str:
        """What the list says where it has nothing to show; `keys` are those of the commands."""
        return (_NO_MATCH if self.whole else _NOTHING_YET).format_map(keys)

    @property
    def quiet(self) -> tuple[Row, ...]:
        """Every audition that is safe to let go, longest quiet first."""
        groups = (section.rows for section in self.whole if section.group is Group.QUIET)
        return tuple(reversed(next(groups, ())))


class Sight:
    """Looks at the ledger; remembers what it has arranged and the text it has searched."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._finder = Finder()
        self._history = History(())
        self._auditions: Collection[Audition] = ()
        self._arranged: tuple[DateTime, Order] | None = None
        self._whole: Board = ()

    def look(
        self, auditions: Collection[Audition], now: DateTime, order: Order, filter_text: str
    ) -> Seen:
        """Arrange the auditions as they stand at `now`, and pick those that pass the filter.

        A ledger that has not changed gives the same `auditions`; then only the filter is new.
        """
        if auditions is not self._auditions:
            self._auditions, self._history = auditions, History(auditions)
            self._arranged = None
        if self._arranged != (now, order):
            self._arranged = (now, order)
            self._whole = board(auditions, now, self._windows, order)
        query = read_query(filter_text)
        shown = self._whole if query.is_empty else self._picked(query, now)
        return Seen(self._whole, shown, query.problems, now, self._history)

    def _picked(self, query: Query, now: DateTime) -> Board:
        rows = [row for section in self._whole for row in section.rows]
        passing = {row.audition.id for row in self._finder.pick(rows, query, now)}
        picked = (
            Section(section.group, tuple(r for r in section.rows if r.audition.id in passing))
            for section in self._whole
        )
        return tuple(section for section in picked if section.rows)

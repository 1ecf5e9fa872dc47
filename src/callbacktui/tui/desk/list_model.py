"""The list model: the auditions that the desk shows, grouped, filtered and counted."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.agenda import items_of
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Board, Order, Row, Section, rows_of
from callbacktui.domain.moment import today
from callbacktui.domain.open_first import RowsOnDemand
from callbacktui.domain.overview_cache import Overview
from callbacktui.domain.status import Group
from callbacktui.tui.components.heading import HeadingEnd

if TYPE_CHECKING:
    from callbacktui.domain.query_matcher import QueryMatcher

_WEEK: Final = 7

_NOTHING_YET: Final = (
    "Your auditions go here.\n{new} keeps the first one; a line is enough:\n"
    "Nina, The Seagull @Harbor Casting thu 3pm\n"
    "{invitation} reads an invitation: a mail you paste, or a file.\n"
    "{import} imports the spreadsheet you kept until now."
)
_NO_MATCH: Final = "Nothing matches this filter.\n{filter} changes it, {back} takes it off."


class ListSnapshot(NamedTuple):
    """The auditions at one moment: all, those that pass the filter, and the filter's problems.

    `staying` is the audition that is shown only because the cursor is on it.
    """

    whole: Board
    shown: Board
    problems: tuple[str, ...]
    now: DateTime
    staying: str = ""

    @property
    def at_hand(self) -> Board:
        """All but the group whose rows were only counted so far."""
        return tuple(
            section
            for section in self.whole
            if not isinstance(section.rows, RowsOnDemand) or section.rows.are_made
        )

    @property
    def counts(self) -> str:
        """How many are open, and how many of those are due within a week."""
        still_open = sum(len(rows) for group, rows in self.whole if group is not Group.CLOSED)
        last = today(self.now) + dt.timedelta(_WEEK)
        in_play = sum(
            any(
                item.at and not item.is_past(self.now) and item.at.day_in(self.now) <= last
                for item in items_of(row.audition, self.now)
            )
            for row in rows_of(self.whole, Group.PLAY)
        )
        return f"{still_open} open · {self._next + in_play} due in 7 days"

    def footing(
        self,
        order: Order,
        marked: Collection[str],
        in_sight: Collection[str],
        separator: str,
        *,
        numbers_hidden: bool = False,
    ) -> str:
        """Return the line under the list: "14 of 212 · 3 marked, 1 of them not shown".

        With `numbers_hidden` only what the actor marked is counted.
        """
        if not self.whole:
            return ""
        shown = sum(len(section.rows) for section in self.shown)
        whole = sum(len(section.rows) for section in self.whole)
        words = [] if numbers_hidden else [f"{shown:,} of {whole:,}"]
        words += [order.word] if order is not Order.WHEN else []
        if marked:
            hidden = len(set(marked).difference(in_sight))
            not_shown = f", {hidden} of them not shown" if hidden else ""
            words.append(f"{len(marked)} marked{not_shown}")
        return f" {separator} ".join(words)

    def heading_ends(
        self, keys: Mapping[str, str], *, numbers_hidden: bool = False
    ) -> dict[Group, HeadingEnd]:
        """Return what is at the end of each group's heading: a count, or a key."""
        return {
            Group.NEXT: ("", "" if numbers_hidden else f"{self._next} this week"),
            Group.WAITING: ("", "days of the limit"),
            Group.QUIET: (keys["sweep"], "sweep"),
            Group.CLOSED: (keys["open"], "folds and unfolds"),
        }

    @property
    def _next(self) -> int:
        """How many of those that are next are due within a week."""
        day = today(self.now)
        nexts = rows_of(self.whole, Group.NEXT)
        return sum(row.status.is_due_within(_WEEK, day) for row in nexts)

    def empty_words(self, keys: Mapping[str, str]) -> str:
        """Return the message of an empty list; `keys` are those of the commands."""
        return (_NO_MATCH if self.whole else _NOTHING_YET).format_map(keys)

    @property
    def quiet(self) -> Sequence[Row]:
        """Every audition that is safe to let go, longest quiet first."""
        return rows_of(self.whole, Group.QUIET)[::-1]


class ListModel:
    """Groups and filters the auditions; reuses what has not changed since the last time."""

    def __init__(self, overview: Overview) -> None:
        self._overview = overview
        self._auditions: Collection[Audition] = ()
        self._shown: Board = ()
        self._rows: tuple[Board, tuple[Row, ...]] = (), ()

    @cached_property
    def _finder(self) -> "QueryMatcher":
        from callbacktui.domain.query_matcher import QueryMatcher  # late: not before a filter

        return QueryMatcher()

    def prepare_filter(self) -> None:
        """Make the search texts, in another thread while the actor begins to type."""
        self._finder.prepare(self._auditions)

    def look(
        self,
        auditions: Collection[Audition],
        now: DateTime,
        order: Order,
        filter_text: str,
        keep: str = "",
    ) -> ListSnapshot:
        """Arrange the auditions as of `now`, and pick those that pass the filter.

        The audition with the id `keep` is shown even if the filter or a fold would hide it, at its
        previous place. If `auditions` is the same object as before, only the filter is applied
        again.
        """
        self._auditions = auditions
        whole = self._overview.board(auditions, now, order)
        shown, problems = self._picked(whole, filter_text, now) if filter_text else (whole, ())
        kept = _in_sight(keep, shown, self._shown, whole)
        self._shown = kept
        staying = keep if kept is not shown else ""
        return ListSnapshot(whole, kept, problems, now, staying)

    def _picked(
        self, whole: Board, filter_text: str, now: DateTime
    ) -> tuple[Board, tuple[str, ...]]:
        """Return what passes the filter, and what is wrong with the filter."""
        from callbacktui.domain.query import read_query

        query = read_query(filter_text)
        if query.is_empty:
            return whole, query.problems
        if self._rows[0] is not whole:
            self._rows = whole, tuple(row for section in whole for row in section.rows)
        picked = self._finder.pick(self._rows[1], query, now)
        groups = groupby(picked, key=lambda row: row.status.group)
        return tuple(Section(group, tuple(rows)) for group, rows in groups), query.problems


def _in_sight(id_: str, shown: Board, before: Board, whole: Board) -> Board:
    """Return `shown` with one audition added at its place in `before`, if it would be hidden."""
    in_whole, in_shown, was = _place(whole, id_), _place(shown, id_), _place(before, id_)
    if in_whole is None:
        return shown
    was_closed = was is None or was.group is Group.CLOSED
    if in_shown and (in_shown.group is not Group.CLOSED or was_closed):
        return shown
    group, at = (was.group, was.at) if was else (in_whole.group, in_whole.at)
    rows = {
        section.group: [row for row in section.rows if row.audition.id != id_] for section in shown
    }
    rows.setdefault(group, []).insert(at, in_whole.row)
    return tuple(Section(group, tuple(rows[group])) for group in Group if rows.get(group))


class _Place(NamedTuple):
    group: Group
    at: int
    row: Row


def _place(board_: Board, id_: str) -> _Place | None:
    places = (
        _Place(group, at, row)
        for group, rows in board_
        for at, row in enumerate(rows)
        if row.audition.id == id_
    )
    return next(places, None) if id_ else None

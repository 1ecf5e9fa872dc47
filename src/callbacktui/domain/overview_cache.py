"""The board and the history of all auditions, kept until an audition changes."""

import operator
from collections.abc import Collection, Sequence
from threading import RLock
from typing import TYPE_CHECKING

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Board, Order, Row, Section, arrange, board, rows_of
from callbacktui.domain.open_first import OpenFirst, RowsOnDemand
from callbacktui.domain.silence import Windows
from callbacktui.domain.status import Group, status_of

if TYPE_CHECKING:
    from callbacktui.domain.audition_context import History


class Overview:
    """Caches the board and the history, which all screens of a session share.

    After a change, the collection of auditions has to be another object, as the ledger's is.
    Closed auditions do not depend on the time: their part of the board is arranged again only if
    one of them changed. Those of an `OpenFirst` are counted, and read once their rows are wanted.
    """

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._turn = RLock()  # threads of the screens ask, too
        self._auditions: Collection[Audition] = ()
        self._history: History | None = None
        self._open: list[Audition] = []
        self._ended: list[Audition] | None = None
        self._closed: dict[Order, Board] = {}
        self._latest: tuple[DateTime, Order, Board] | None = None

    def board(
        self, auditions: Collection[Audition], now: DateTime, order: Order = Order.WHEN
    ) -> Board:
        """Return what `domain.board.board` returns; the same object if nothing has changed."""
        with self._turn:
            self._set_auditions(auditions)
            if self._latest and self._latest[:2] == (now, order):
                return self._latest[2]
            if order not in self._closed:
                self._closed = {order: self._closed_board(auditions, now, order)}
            whole = (*board(self._open, now, self._windows, order), *self._closed[order])
            self._latest = now, order, whole
            return whole

    def history(self, auditions: Collection[Audition]) -> "History":
        """Return the history of all auditions; the same object until one of them changes."""
        from callbacktui.domain.audition_context import History  # late: no list needs it

        with self._turn:
            self._set_auditions(auditions)
            if self._history is None:
                self._history = History(auditions)
            return self._history

    def _set_auditions(self, auditions: Collection[Audition]) -> None:
        if auditions is self._auditions:
            return
        self._auditions, self._history, self._latest = auditions, None, None
        if isinstance(auditions, OpenFirst):
            self._open, self._ended, self._closed = list(auditions.still_open), None, {}
            return
        self._open, ended = [], list[Audition]()
        for audition in auditions:
            (self._open if audition.is_open else ended).append(audition)
        if self._ended is None or not _are_same(self._ended, ended):
            self._closed = {}
        self._ended = ended

    def _closed_board(self, auditions: Collection[Audition], now: DateTime, order: Order) -> Board:
        """Return the board of the closed auditions; that of an `OpenFirst` reads them on demand."""

        def closed_board() -> Board:
            rows = (Row(a, status_of(a, now, self._windows)) for a in auditions if not a.is_open)
            return arrange(rows, order)

        if not isinstance(auditions, OpenFirst) or auditions.are_read:
            return closed_board()
        if not auditions.ended:
            return ()
        rows = RowsOnDemand(auditions.ended, lambda: rows_of(closed_board(), Group.CLOSED))
        return (Section(Group.CLOSED, rows),)


def _are_same(some: Sequence[Audition], others: Sequence[Audition]) -> bool:
    """Return whether two lists hold the same objects, in the same order."""
    return len(some) == len(others) and all(map(operator.is_, some, others))

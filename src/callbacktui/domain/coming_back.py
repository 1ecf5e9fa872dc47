"""Coming back after a while: when that is, and what may rest then."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Board, rows_of
from callbacktui.domain.let_rest import let_rest
from callbacktui.domain.moment import today
from callbacktui.domain.status import Group
from callbacktui.domain.transitions import IllegalMove

AWAY_DAYS: Final = 21
"""After this many days without a change, the actor has been away."""


def was_away(last_change: dt.date | None, auditions: Iterable[Audition], now: DateTime) -> bool:
    """Return whether nothing was changed for a while; false if that is not known.

    What another computer wrote counts, too, as far as the auditions have its dates.
    """
    if last_change is None:
        return False
    days = [last_change]
    for audition in auditions:
        days += [event.at.day for event in audition.events]
        days += [audition.added_at.day] if audition.added_at else []
    return (today(now) - max(days)).days >= AWAY_DAYS


def quiet_ones(board: Board, now: DateTime) -> tuple[Audition, ...]:
    """Return those past their window that can be let rest."""
    return _able((row.audition for row in rows_of(board, Group.QUIET)), now)


def without_a_date(board: Board, now: DateTime) -> tuple[Audition, ...]:
    """Return those that only wait, past their window or within it, and can be let rest."""
    waiting = (row.audition for row in rows_of(board, Group.WAITING))
    return (*quiet_ones(board, now), *_able(waiting, now))


def _able(auditions: Iterable[Audition], now: DateTime) -> tuple[Audition, ...]:
    return tuple(audition for audition in auditions if _can_rest(audition, now))


def _can_rest(audition: Audition, now: DateTime) -> bool:
    try:
        let_rest(audition, now)
    except IllegalMove:
        return False
    return True

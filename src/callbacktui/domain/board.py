"""The board: all auditions grouped and sorted, as the desk and the lists show them."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.silence import Phase, Windows
from callbacktui.domain.status import Group, Status, status_of
from callbacktui.domain.text import fold


class Order(LabelledEnum):
    """What the auditions in a group are sorted by."""

    WHEN = "when"
    PROJECT = "project"
    ROLE = "role"
    OFFICE = "office"
    ADDED = "added"
    WORK = "work"
    PAY = "pay"

    @property
    def word(self) -> str:
        return _ORDER_WORDS[self]


_ORDER_WORDS = {
    Order.WHEN: "by the date that matters",
    Order.PROJECT: "by project",
    Order.ROLE: "by role",
    Order.OFFICE: "by casting office",
    Order.ADDED: "by when you added it, newest first",
    Order.WORK: "by the days of work, soonest first",
    Order.PAY: "by the pay, highest first",
}


class Row(NamedTuple):
    """One audition and its status."""

    audition: Audition
    status: Status


class Section(NamedTuple):
    """One group with its rows, in order."""

    group: Group
    rows: Sequence[Row]


Board = tuple[Section, ...]
"""The sections that have rows, from top to bottom."""


def rows_of(board: Board, group: Group) -> Sequence[Row]:
    """Return the rows of one group, in order; empty if it has none."""
    return next((section.rows for section in board if section.group is group), ())


def quiet_words(board: Board, *, counts: bool) -> str:
    """Say how many are quiet: "1 is quiet", "3 are quiet"; "some are quiet" without `counts`."""
    count = len(rows_of(board, Group.QUIET))
    return f"{count if counts else 'some'} {'is' if count == 1 and counts else 'are'} quiet"


def board(
    auditions: Iterable[Audition], now: DateTime, windows: Windows, order: Order = Order.WHEN
) -> Board:
    """Group and sort `auditions` by their status at `now`; empty groups are left out."""
    return arrange((Row(one, status_of(one, now, windows)) for one in auditions), order)


def arrange(rows: Iterable[Row], order: Order) -> Board:
    """Group and sort rows; empty groups are left out."""
    groups: dict[Group, list[Row]] = {group: [] for group in Group}
    for row in rows:
        groups[row.status.group].append(row)
    sections = []
    for group, some in groups.items():
        if not some:
            continue
        key, newest_first = _key(group, order)
        some.sort(key=key, reverse=newest_first)
        sections.append(Section(group, tuple(some)))
    return tuple(sections)


_FAR = dt.date.max
_PAST = dt.date.min


def _key(group: Group, order: Order) -> tuple[Callable[[Row], Any], bool]:
    match order:
        case Order.PROJECT:
            return _by_name(lambda a: (fold(a.project), fold(a.role))), False
        case Order.ROLE:
            return _by_name(lambda a: (fold(a.role), fold(a.project))), False
        case Order.OFFICE:
            return _by_name(lambda a: (not a.office, fold(a.office))), False
        case Order.ADDED:
            return _added, True
        case Order.WORK:
            return _by_work, False
        case Order.PAY:
            return _by_pay, False
    match group:
        case Group.NEXT:
            return _soonest, False
        case Group.WAITING | Group.PLAY:
            return _longest_silence, True
        case _:
            return lambda row: (row.status.day or _PAST, row.audition.id), True


def _by_name(name: Callable[[Audition], tuple[Any, ...]]) -> Callable[[Row], Any]:
    return lambda row: (name(row.audition), row.audition.id)


def _added(row: Row) -> tuple[dt.date, dt.time, str]:
    added = row.audition.added_at
    day, time = (added.day, added.time) if added else (None, None)
    return day or _PAST, time or dt.time(), row.audition.id


def _by_work(row: Row) -> tuple[dt.date, dt.date, str]:
    return (*next(iter(row.audition.work_days), (_FAR, _FAR)), row.audition.id)


def _by_pay(row: Row) -> tuple[bool, str, str, Decimal, str]:
    """Return a key that puts pay of one currency for the same unit of work together."""
    pay = row.audition.pay
    if pay is None or pay.amount is None:
        return True, "", "", Decimal(), row.audition.id
    return False, pay.currency, pay.unit, -pay.amount, row.audition.id


def _soonest(row: Row) -> tuple[dt.date, float, str]:
    pending = row.audition.pending
    when = pending.when if pending else None
    return row.status.day or _FAR, when.instant.timestamp() if when else 0.0, row.audition.id


def _longest_silence(row: Row) -> tuple[int, float, str]:
    reading = row.status.silence
    if reading is None or reading.phase is Phase.PAUSED:
        return row.audition.stage.rank, 0.0, row.audition.id
    return row.audition.stage.rank, reading.day / reading.window.limit, row.audition.id

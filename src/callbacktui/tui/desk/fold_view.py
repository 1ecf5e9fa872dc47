"""The detail while the cursor is on a folded group: what is in it."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row
from callbacktui.domain.open_first import RowsOnDemand
from callbacktui.domain.status import Group, ending_word, short_day
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.pane import Write

_MOST: Final = 60


class _Folded(NamedTuple):
    day: str
    name: str
    end: str


def fold_writer(
    group: Group,
    rows: Sequence[Row],
    auditions: Collection[Audition],
    now: DateTime,
    key: str,
    *,
    numbers_hidden: bool = False,
) -> Write:
    """Return what writes the auditions of a group; `key` folds and unfolds it.

    The rows of what is closed take time to make; until somebody does, they are found among all
    `auditions`.
    """
    if isinstance(rows, RowsOnDemand) and not rows.are_made:
        shown = [audition for audition in auditions if not audition.is_open]
        shown.sort(key=lambda audition: str(audition.closed_on or ""), reverse=True)
        folded = [_closed(audition, now) for audition in shown[:_MOST]]
    else:
        folded = [*_of_rows(group, rows[:_MOST], now)]
    left = 0 if numbers_hidden else len(rows) - len(folded)
    return partial(_write, folded=folded, left=left, key=key)


def _of_rows(group: Group, rows: Sequence[Row], now: DateTime) -> Iterator[_Folded]:
    for row in rows:
        silence = row.status.silence
        if group is Group.CLOSED or silence is None:
            yield _closed(row.audition, now)
        else:
            end = f"day {silence.day}, past {silence.window.limit}"
            yield _Folded(short_day(silence.since, now), row.audition.name, end)


def _closed(audition: Audition, now: DateTime) -> _Folded:
    day = short_day(audition.closed_on, now) if audition.closed_on else ""
    return _Folded(day, audition.name, ending_word(audition))


def _write(writer: LineWriter, folded: Sequence[_Folded], left: int, key: str) -> None:
    writer.text(f"{key} folds and unfolds them in the list.", writer.styles.muted)
    writer.gap()
    for one in folded:
        writer.row(*one)
    if left > 0:
        writer.text(f"{left:,} more", writer.styles.muted)

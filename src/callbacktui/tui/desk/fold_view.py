"""The detail while the cursor is on a folded group: what is in it."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row
from callbacktui.domain.open_first import RowsOnDemand
from callbacktui.domain.row_time_words import row_words
from callbacktui.domain.silence import Phase
from callbacktui.domain.status import ending_word, short_day
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.pane import Write

_MOST: Final = 60


class _Folded(NamedTuple):
    day: str
    name: str
    end: str


def fold_writer(
    rows: Sequence[Row],
    auditions: Collection[Audition],
    now: DateTime,
    key: str,
    *,
    numbers_hidden: bool = False,
) -> Write:
    """Return what writes the `rows` of a group; `key` folds and unfolds it.

    The rows of what is closed take time to make; until somebody does, they are found among all
    `auditions`.
    """
    if isinstance(rows, RowsOnDemand) and not rows.are_made:
        shown = [audition for audition in auditions if not audition.is_open]
        shown.sort(key=lambda audition: str(audition.closed_on or ""), reverse=True)
        folded = [_closed(audition, now) for audition in shown[:_MOST]]
    else:
        folded = [_of_row(row, now) for row in rows[:_MOST]]
    left = 0 if numbers_hidden else len(rows) - len(folded)
    return partial(_write, folded=folded, left=left, key=key)


def _of_row(row: Row, now: DateTime) -> _Folded:
    silence, words = row.status.silence, row_words(row, now)
    if silence and silence.phase is Phase.SAFE:
        end = f"day {silence.day}, past {silence.window.limit}"
        return _Folded(short_day(silence.since, now), row.audition.name, end)
    return _Folded(words.day, row.audition.name, words.what)


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

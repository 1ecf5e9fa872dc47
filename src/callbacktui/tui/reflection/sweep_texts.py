"""The texts of the sweep: the question about an audition, and the summary."""

from collections import Counter
from collections.abc import Iterable
from enum import Enum

from rich.text import Text

from callbacktui.domain.board import Row
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.silence import After, Phase
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import round_word
from callbacktui.domain.text import count_of
from callbacktui.tui.theme.styles import Styles

WELCOME = (
    "One question each. Nothing closes unless you say so, and anything closed can be reopened."
)

IT_WRAPPED = "It wrapped", "the job is over; one key reopens it"
"""The name and the meaning of the first answer about a booked job."""

_SINCE = {
    After.SUBMISSION: " since you submitted",
    After.READ: " since you auditioned",
    After.CALLBACK: " since the callback",
    After.HOLD: " since the hold",
}


class SweepAnswer(Enum):
    """The actor's answer about one audition; the value is its word in the summary."""

    LET_GO = "let go"
    WRAPPED = "wrapped"
    HEARD = "with word today"
    GIVEN = "done in time"
    WAIT = "kept waiting"


def question_text(row: Row, styles: Styles) -> Text:
    """Return the audition, how long it has been quiet, its usual wait, and the question."""
    audition = row.audition
    text = Text.assemble((audition.name, styles.strong))
    if audition.office:
        text.append(f"\n{audition.office}", styles.muted)
    if words := _quiet(row):
        text.append(f"\n\n{words}", styles.text)
    asks = "Wrapped by now?" if is_booked(row) else "Let it go?"
    return text.append(f"\n\n{asks}", styles.accent)


def is_booked(row: Row) -> bool:
    """True if it is a job, which wraps and is not let go."""
    return row.audition.stage.rank >= Stage.BOOKED.rank


def asks_if_given(row: Row) -> bool:
    """True if a read of it is due that may have been given."""
    early = row.audition.stage.rank < Stage.HOLD.rank
    return early and row.status.silence is None and row.audition.pending is not None


def summary_words(said: Iterable[SweepAnswer]) -> str:
    """Return the summary: "4 let go, 2 kept waiting."."""
    counts = Counter(said)
    parts = [f"{counts[kind]} {kind.value}" for kind in SweepAnswer if counts[kind]]
    return f"{', '.join(parts)}." if parts else "Nothing was changed."


def _quiet(row: Row) -> str:
    reading = row.status.silence
    pending = row.audition.pending
    if pending and asks_if_given(row) and (at := pending.at or pending.due_at):
        of, done = ("was", "you did it") if pending.at else ("was due", "it was sent")
        on = format_date(at.day, year=True)
        return f"The {round_word(pending)} {of} {on}, and it isn't noted if {done}."
    if reading is None or reading.phase is not Phase.SAFE:
        day = row.status.day
        return f"The last date in it is {format_date(day, year=True)}." if day else ""
    days, since = count_of(reading.day, "day"), _SINCE[reading.after]
    last = row.audition.last_done
    if reading.after is After.READ and last and last.is_tape:
        since = " since you sent the tape"
    return f"Quiet for {days}{since}; the window was {reading.window.limit}."

"""When a round takes place, and whether it is a tape."""

from callbacktui.domain.enums import Format
from callbacktui.domain.moment import Moment
from callbacktui.domain.round import Round


def is_tape(read: Round) -> bool:
    """Whether a round is a recording to be sent in; without a format, a deadline alone says so."""
    if read.format is None:
        return read.due_at is not None and read.at is None
    return read.format is Format.SELF_TAPE


def starts_at(read: Round) -> Moment | None:
    """Return the deadline of a tape or the appointment of any other round, or whichever is set."""
    return (read.due_at or read.at) if is_tape(read) else (read.at or read.due_at)

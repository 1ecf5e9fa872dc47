"""When a round takes place."""

from callbacktui.domain.moment import Moment
from callbacktui.domain.round import Round


def starts_at(read: Round) -> Moment | None:
    """Return the deadline of a tape or the appointment of any other round, or whichever is set."""
    return (read.due_at or read.at) if read.is_tape else (read.at or read.due_at)

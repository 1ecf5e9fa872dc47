"""Why a command would do nothing just now, in words; a key never fails in silence."""

from callbacktui.tui.command import Command, Need
from callbacktui.tui.desk import Desk
from callbacktui.tui.safety import read_only_words


def hindrance(command: Command, desk: Desk) -> str | None:
    """Why the command cannot run just now, or `None` where it can."""
    why = desk.workplace.repository.read_only
    if command.writes and why:
        return read_only_words(why)
    return lacking(command.needs, desk)


_QUIET = "Tips are quiet. X brings them back."


def lacking(need: Need, desk: Desk) -> str | None:
    """What is missing for a command with this need, or `None` where it can run."""
    ledger = desk.workplace.ledger
    match need:
        case Need.AUDITION if not desk.picked:
            return "There is no audition under the cursor. n keeps a new one."
        case Need.OPEN if not any(a.is_open for a in desk.picked):
            return "It is closed; O reopens it." if desk.picked else "There is no audition here."
        case Need.CLOSED if not any(not a.is_open for a in desk.picked):
            return "It is still open; s shows the way on."
        case Need.TIP if desk.tip is None:
            return _QUIET if desk.hushed else "There is no tip just now."
        case Need.UNDO if ledger.next_undo is None:
            return "Nothing to take back."
        case Need.REDO if ledger.next_redo is None:
            return "Nothing to make again."
        case Need.QUIET if not desk.quiet:
            return "Nothing is quiet past its window."
    return None

"""What each command of the desk runs; the other half of the table in `commands.py`."""

from collections.abc import Awaitable, Callable
from typing import Final

from callbacktui.tui.acts import keeping, looking, moving, past, reflecting, taking_along
from callbacktui.tui.desk import Desk

ACTS: Final[dict[str, Callable[[Desk], Awaitable[None]]]] = {
    "new": keeping.new,
    "edit": keeping.edit,
    "edit_round": keeping.choose_round,
    "called_in": keeping.called_in,
    "tags": keeping.tags,
    "notes": keeping.notes,
    "remove": keeping.remove,
    "undo": keeping.undo,
    "redo": keeping.redo,
    "next_stage": moving.next_stage,
    "close": moving.close_picked,
    "reopen": moving.reopen_closed,
    "callback": moving.book_round,
    "heard": moving.heard,
    "reflect": reflecting.reflect,
    "sweep": reflecting.sweep,
    "history": past.history,
    "removed": past.removed,
    "backups": past.backups,
    "practice": taking_along.practice,
    "export": taking_along.export,
    "copy": looking.copy,
    "sort": looking.sort,
    "read_tip": looking.read_tip,
    "later_tip": looking.later_tip,
    "quiet_tips": looking.quiet_tips,
}

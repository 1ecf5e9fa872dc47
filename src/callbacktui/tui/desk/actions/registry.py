"""Which function runs each command of the desk; `commands/desk.py` has their keys.

A function is imported when its command is first used: few are, and each takes time and memory.
"""

from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Final

from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext

_FOLDER: Final = "callbacktui.tui.desk.actions"

OF_AUDITIONS: Final = {
    "edit": "edit_actions.edit",
    "edit_round": "edit_actions.edit_round",
    "called_in": "edit_actions.called_in",
    "tags": "tag_actions.tags",
    "notes": "notes_action.notes",
    "remove": "edit_actions.remove",
    "next_stage": "stage_actions.next_stage",
    "close": "closing_actions.close_picked",
    "reopen": "stage_actions.reopen_closed",
    "rest": "closing_actions.rest",
    "callback": "stage_actions.book_round",
    "heard": "stage_actions.heard",
    "reflect": "reflect_and_sweep_actions.reflect",
    "receipt": "due_actions.receipt",
    "change_time": "due_actions.change_time",
    "feedback": "follow_up_actions.feedback",
    "follow_up": "follow_up_actions.follow_up",
    "history": "history_and_backup_actions.history",
    "payment": "payment_actions.payment",
    "copy": "non_editing_actions.copy",
    "card": "non_editing_actions.card",
    "qr": "phone_and_calendar_actions.qr",
    "to_calendar": "phone_and_calendar_actions.to_calendar",
}
"""The functions of the commands on auditions: they take the desk and what they are about."""

OF_THE_DESK: Final = {
    "new": "edit_actions.new",
    "invitation": "invitation_action.invitation",
    "import": "import_action.bring_in",
    "views": "saved_view_actions.views",
    "sweep": "reflect_and_sweep_actions.sweep",
    "removed": "history_and_backup_actions.removed",
    "backups": "history_and_backup_actions.backups",
    "practice": "non_editing_actions.practice",
    "bookouts": "non_editing_actions.bookouts",
    "money": "non_editing_actions.money",
    "pieces": "non_editing_actions.pieces",
    "export": "export_action.export",
    "settings": "settings_action.settings",
    "sort": "non_editing_actions.sort",
    "read_tip": "non_editing_actions.read_tip",
    "later_tip": "non_editing_actions.later_tip",
    "quiet_tips": "non_editing_actions.quiet_tips",
}
"""The functions of the other commands, but undo and redo: they take the desk."""


def action_of(id_: str) -> Callable[..., Awaitable[None]]:
    """Import and return the function of a command.

    Raises:
        KeyError: if it has none.
    """
    module, name = (OF_AUDITIONS.get(id_) or OF_THE_DESK[id_]).split(".")
    found: Callable[..., Awaitable[None]] = getattr(import_module(f"{_FOLDER}.{module}"), name)
    return found


async def run_action(id_: str, desk: CommandContext, about: CommandTarget) -> None:
    """Run a command of the desk on what it is about."""
    action = action_of(id_)
    await (action(desk, about) if id_ in OF_AUDITIONS else action(desk))

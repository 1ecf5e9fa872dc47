"""Which function runs each command of the desk; `commands/desk.py` has their keys."""

from collections.abc import Awaitable, Callable
from typing import Final

from callbacktui.tui.desk.actions import (
    closing_actions,
    due_actions,
    edit_actions,
    export_action,
    follow_up_actions,
    history_actions,
    import_action,
    invitation_action,
    payment_actions,
    phone_actions,
    reflection_actions,
    saved_view_actions,
    settings_action,
    stage_actions,
    view_actions,
)
from callbacktui.tui.shell.desk_protocol import CommandContext
from callbacktui.tui.shell.targets import CommandTarget

Action = Callable[[CommandContext, CommandTarget], Awaitable[None]]
"""Runs a command on the auditions that it is about."""


def _alone(action: Callable[[CommandContext], Awaitable[None]]) -> Action:
    """Return the action of a command that is not about auditions."""
    return lambda desk, _: action(desk)


ACTIONS: Final[dict[str, Action]] = {
    "new": _alone(edit_actions.new),
    "invitation": _alone(invitation_action.invitation),
    "import": _alone(import_action.bring_in),
    "edit": edit_actions.edit,
    "edit_round": edit_actions.edit_round,
    "called_in": edit_actions.called_in,
    "tags": edit_actions.tags,
    "notes": edit_actions.notes,
    "remove": edit_actions.remove,
    "undo": _alone(edit_actions.undo),
    "redo": _alone(edit_actions.redo),
    "next_stage": stage_actions.next_stage,
    "close": closing_actions.close_picked,
    "reopen": stage_actions.reopen_closed,
    "views": _alone(saved_view_actions.views),
    "rest": closing_actions.rest,
    "callback": stage_actions.book_round,
    "heard": stage_actions.heard,
    "reflect": reflection_actions.reflect,
    "sweep": _alone(reflection_actions.sweep),
    "receipt": due_actions.receipt,
    "change_time": due_actions.change_time,
    "feedback": follow_up_actions.feedback,
    "follow_up": follow_up_actions.follow_up,
    "history": history_actions.history,
    "removed": _alone(history_actions.removed),
    "backups": _alone(history_actions.backups),
    "practice": _alone(view_actions.practice),
    "bookouts": _alone(view_actions.bookouts),
    "money": _alone(view_actions.money),
    "pieces": _alone(view_actions.pieces),
    "payment": payment_actions.payment,
    "export": _alone(export_action.export),
    "settings": _alone(settings_action.settings),
    "copy": view_actions.copy,
    "card": view_actions.card,
    "qr": phone_actions.qr,
    "to_calendar": phone_actions.to_calendar,
    "sort": _alone(view_actions.sort),
    "read_tip": _alone(view_actions.read_tip),
    "later_tip": _alone(view_actions.later_tip),
    "quiet_tips": _alone(view_actions.quiet_tips),
}

"""Which function runs each command of the desk; `commands/desk.py` has their keys."""

from collections.abc import Awaitable, Callable
from typing import Final

from callbacktui.tui.desk.actions import edit_actions as keeping
from callbacktui.tui.desk.actions import export_action as taking_along
from callbacktui.tui.desk.actions import follow_up_actions as follow_ups
from callbacktui.tui.desk.actions import history_actions as past
from callbacktui.tui.desk.actions import reflection_actions as reflecting
from callbacktui.tui.desk.actions import stage_actions as moving
from callbacktui.tui.desk.actions import view_actions as looking
from callbacktui.tui.shell.desk_protocol import CommandContext
from callbacktui.tui.shell.targets import CommandTarget

Act = Callable[[CommandContext, CommandTarget], Awaitable[None]]
"""Runs a command on the auditions that it is about."""


def _alone(act: Callable[[CommandContext], Awaitable[None]]) -> Act:
    """Return an act for a command that is not about auditions."""
    return lambda desk, _: act(desk)


ACTS: Final[dict[str, Act]] = {
    "new": _alone(keeping.new),
    "edit": keeping.edit,
    "edit_round": keeping.edit_round,
    "called_in": keeping.called_in,
    "tags": keeping.tags,
    "notes": keeping.notes,
    "remove": keeping.remove,
    "undo": _alone(keeping.undo),
    "redo": _alone(keeping.redo),
    "next_stage": moving.next_stage,
    "close": moving.close_picked,
    "reopen": moving.reopen_closed,
    "callback": moving.book_round,
    "heard": moving.heard,
    "reflect": reflecting.reflect,
    "sweep": _alone(reflecting.sweep),
    "feedback": follow_ups.feedback,
    "follow_up": follow_ups.follow_up,
    "history": past.history,
    "removed": _alone(past.removed),
    "backups": _alone(past.backups),
    "practice": _alone(taking_along.practice),
    "export": _alone(taking_along.export),
    "copy": looking.copy,
    "sort": _alone(looking.sort),
    "read_tip": _alone(looking.read_tip),
    "later_tip": _alone(looking.later_tip),
    "quiet_tips": _alone(looking.quiet_tips),
}

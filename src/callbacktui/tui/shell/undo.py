"""Undo and redo, wherever their keys are pressed: on the desk, in Today, in a list."""

from collections.abc import Sequence

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Record, Step
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.shell.desk_protocol import UndoContext


async def undo(desk: UndoContext) -> None:
    """Undo the last step; ask first if that removes several auditions, or edits made elsewhere."""
    ledger, redo = desk.session.ledger, desk.keys["redo"]
    if (step := ledger.next_undo) is None:
        return
    added = sum(change.before is None and change.kind is Audition for change in step.changes)
    edited = ledger.edited_since(step)
    if added > 1 or edited:
        several = f"{added} auditions go out again; {redo} puts them back."
        words = several if added > 1 else f"{redo} puts it back as it is now."
        question = f"{step.summary}\n\n{_edited_words(edited)}{words}"
        no = "Keep them" if added > 1 else "Keep it"
        if not await desk.ask(ConfirmDialog("Undo this?", question, yes="Undo", no=no)):
            return
    done = await desk.outcome(ledger.undo(with_later_edits=bool(edited)))
    if done:
        _tell_of(desk, step, done, f"Undone: {step.summary}; {redo} does it again.")


async def redo(desk: UndoContext) -> None:
    """Redo the last undone step; ask first if that removes edits made elsewhere."""
    ledger, undo = desk.session.ledger, desk.keys["undo"]
    if (step := ledger.next_redo) is None:
        return
    edited = ledger.edited_since(step.inverse)
    if edited:
        question = f"{step.summary}\n\n{_edited_words(edited)}{undo} puts it back as it is now."
        if not await desk.ask(ConfirmDialog("Redo this?", question, yes="Redo", no="Keep it")):
            return
    done = await desk.outcome(ledger.redo(with_later_edits=bool(edited)))
    if done:
        _tell_of(desk, step.inverse, done, f"Redone: {step.summary}; {undo} takes it back.")


def _edited_words(edited: Sequence[Record]) -> str:
    if not edited:
        return ""
    names = edited[0].name if len(edited) == 1 else f"{len(edited)} of them"
    return f"Changed elsewhere since: {names}. "


def _tell_of(desk: UndoContext, step: Step, done: Step, words: str) -> None:
    """Say what undoing `step` came to: all of it, a part, or nothing."""
    if step.changes and not done.changes:
        desk.say(f"Nothing is left of “{step.summary}”: it was changed elsewhere since.")
        return
    part = "" if step.is_undone_by(done) else " What was changed elsewhere since stays."
    desk.say(f"{words}{part}")
    if first := next((c.id for c in done.changes if c.id in desk.session.ledger), ""):
        desk.show(first)

"""Changes of one or several auditions in one step, and the words for how many they are.

Of several, those that cannot make it are named; the rest go on.
"""

import asyncio
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Disposition, Move
from callbacktui.domain.status import short_moment
from callbacktui.domain.text import count_of
from callbacktui.domain.transitions import IllegalMove, legal
from callbacktui.ledger import Edit
from callbacktui.store.base.errors import ChangedMeanwhile
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.message_dialog import NotesDialog
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import ChangeContext, CommandContext

_SAID_IN_LINE = 2
"""This many refusals fit into the message; more have a dialog of their own."""
_NAMED = 6
"""This many names of auditions that are not shown fit into the question."""


class Lenient:
    """An edit that leaves alone what cannot be moved, and notes why, by id."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit
        self.refused: dict[str, str] = {}

    def __call__(self, audition: Audition) -> Audition:
        self.refused.pop(audition.id, None)
        try:
            return self._edit(audition)
        except IllegalMove as reason:
            self.refused[audition.id] = str(reason)
        except ChangedMeanwhile as reason:
            self.refused[audition.id] = reason.what
        return audition


def as_asked(picked: Iterable[Audition], edit: Edit, now: DateTime, again: str = "") -> Edit:
    """Return an edit that refuses an audition which is not where it was when it was asked about.

    So nothing is noted of a read that has moved since, or that is not the next one any more. It
    refuses again and again, unless `again` says what the same edit does the next time.
    """
    before = {audition.id: _where(audition) for audition in picked}

    def checked(current: Audition) -> Audition:
        if _where(current) == before[current.id]:
            return edit(current)
        if again:
            before[current.id] = _where(current)
        pending = current.pending
        when = f" {short_moment(pending.when, now)}" if pending and pending.when else ""
        coming = f", {pending.kind.word}{when} to come" if pending else ""
        raise ChangedMeanwhile([f"{current.name} is {current.stage_word}{coming}."], again)

    return checked


def _where(audition: Audition) -> object:
    """Return how far an audition is, and the times of its rounds."""
    rounds = [(read.id, read.at, read.due_at, read.done_at) for read in audition.rounds]
    holds = [(hold.id, hold.is_live) for hold in audition.holds]
    return audition.stage, audition.disposition, audition.heard_on, rounds, holds


def possible_moves(picked: Iterable[Audition], now: DateTime) -> dict[Move, int]:
    """Return the moves that open ones among `picked` can make, and how many can make each."""
    return Counter(move for a in picked if a.is_open for move in legal(a, now))


def endings(picked: Iterable[Audition], now: DateTime) -> dict[Disposition, int]:
    """Return the ways in which some of `picked` can end, and how many can end so."""
    moves = possible_moves(picked, now).items()
    return {move: count for move, count in moves if isinstance(move, Disposition)}


def count_words(count: int, picked: Sequence[Audition], about: str = "") -> str:
    """Return how many of several can make a move, before what it is about."""
    if len(picked) == 1:
        return about
    return f"{count} of {len(picked)}{f': {about}' if about else ''}"


async def agrees_to_hidden(
    desk: CommandContext, about: CommandTarget, in_sight: Collection[str]
) -> bool:
    """Ask before a command changes marked auditions that are not `in_sight`; false if it must not.

    A filter or a folded group hides them.
    """
    marked = about.some if about.marked else ()
    hidden = [audition.name for audition in marked if audition.id not in in_sight]
    if not hidden:
        return True
    names = hidden[:_NAMED]
    if left := len(hidden) - len(names):
        names.append(f"and {left} more")
    are = "is" if len(hidden) == 1 else "are"
    listed = "\n".join(names)
    question = f"{len(hidden)} of the {len(marked)} marked {are} not shown here:\n\n{listed}"
    agreed: bool | None = await desk.ask(
        ConfirmDialog("Not all of them are shown", question, yes="Go on", no="Leave them")
    )
    return bool(agreed)


async def change_all(
    desk: CommandContext, auditions: Sequence[Audition], edit: Edit, what: str
) -> str | None:
    """Change several auditions in one step, and say which could not be; return why it failed.

    Those that are changed lose their mark.
    """
    ledger, ids = desk.session.ledger, [audition.id for audition in auditions]
    trial, lenient = Lenient(edit), Lenient(edit)
    there = [current for current in map(ledger.get, ids) if current]
    count = sum(trial(audition) != audition for audition in there)
    summary = f"{count_of(count, 'audition')}: {what}"
    step = await desk.outcome(ledger.update(ids, lenient, summary))
    if step is None:
        return "It is not saved."
    desk.unmark(change.id for change in step.changes)
    refused = tuple(lenient.refused.values())
    said = f"{summary}; {desk.keys['undo']} takes it back." if step.changes else "Nothing changed."
    if refused:
        said = f"{said} Not done: {' '.join(refused[:_SAID_IN_LINE])}"
    if len(refused) <= _SAID_IN_LINE:
        (desk.say if step.changes else desk.refuse)(said)
        return None
    await desk.ask(NotesDialog(f"{len(refused)} of {len(auditions)} were not changed", refused))
    if step.changes:
        desk.say(f"{summary}; {desk.keys['undo']} takes it back.")
    return None


def staying_closed(picked: Sequence[Audition]) -> str:
    """Return how many of several are closed, and stay so; nothing if none is."""
    count = sum(not audition.is_open for audition in picked)
    if not count:
        return ""
    return f"{count} of {len(picked)} {'is' if count == 1 else 'are'} closed, and would stay so."


async def save(
    desk: CommandContext, auditions: Sequence[Audition], edit: Edit, what: str
) -> str | None:
    """Edit auditions in one step; return why it is not on disk, `None` if it is."""
    if len(auditions) == 1:
        trouble = await save_one(desk, auditions[0], edit, what)
        if trouble is None:
            desk.unmark([auditions[0].id])
        return trouble
    return await change_all(desk, auditions, edit, what)


async def save_one(
    screen: ChangeContext, audition: Audition, edit: Edit, what: str, draft: str = ""
) -> str | None:
    """Edit one audition in one step and show it, and drop the draft of what was typed for it.

    Returns why it is not on disk, `None` if it is.
    """
    trouble = await update_one(screen, audition, edit, f"{audition.name}: {what}")
    if trouble is None:
        screen.show(audition.id)
        if draft:
            await asyncio.to_thread(screen.session.drafts.drop, draft)
    return trouble


async def update_one(
    screen: ChangeContext, audition: Audition, edit: Edit, summary: str
) -> str | None:
    """Edit one audition in one step; return why it is not on disk, `None` if it is."""
    return await screen.change(screen.session.ledger.update([audition.id], edit, summary))


def names_of(picked: Sequence[Audition]) -> str:
    """Return the name of one audition, or how many there are."""
    return picked[0].name if len(picked) == 1 else f"{len(picked)} auditions"

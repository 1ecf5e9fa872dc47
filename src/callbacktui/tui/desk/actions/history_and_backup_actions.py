"""Commands for history, removed auditions and backups."""

import asyncio
from functools import partial

from callbacktui.store.journal.step_log import HistoryEntry
from callbacktui.tui.history.backups_screen import BackupsScreen
from callbacktui.tui.history.history_screen import HistoryScreen
from callbacktui.tui.history.removed_screen import RemovedScreen
from callbacktui.tui.shell.command_availability import why_read_only
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext

_TAKEN_BACK = "Took back: "


async def history(desk: CommandContext, about: CommandTarget) -> None:
    """Show the changes of the audition under the cursor."""
    if audition := about.one:
        await _history(desk, audition.id, audition.name)


async def removed(desk: CommandContext) -> None:
    """Show the recently removed auditions, and the history of each."""
    while True:
        read = desk.session.repository.removed
        wanted = await desk.ask(RemovedScreen(read, partial(_take_back, desk), now=desk.now()))
        if wanted is None:
            return
        await _history(desk, wanted, "removed")


async def backups(desk: CommandContext) -> None:
    """Show the backups, and restore one."""
    session = desk.session

    async def restore_backup(name: str) -> str | None:
        return await desk.run_change(session.restore_backup(name))

    if done := await desk.ask(BackupsScreen(session.repository, restore_backup, now=desk.now)):
        desk.say(f"{done}; {desk.keys['undo']} takes it back.")


async def _history(desk: CommandContext, id_: str, name: str) -> None:
    session = desk.session

    async def undo() -> str | None:
        return why_read_only(desk) or await desk.run_change(session.ledger.undo())

    screen = HistoryScreen(
        name,
        partial(session.repository.history, id_),
        partial(session.ledger.get, id_),
        partial(_take_back, desk),
        undo,
        now=desk.now(),
    )
    await desk.ask(screen)


async def _take_back(desk: CommandContext, entry: HistoryEntry) -> str | None:
    """Revert one change by itself; return why that failed, or `None`."""
    if why := why_read_only(desk):
        return why
    change, summary = entry.change, entry.summary
    if change.after is None and change.before:
        words = f"Brought back {change.before.name}"
    elif summary.startswith(_TAKEN_BACK):
        words = f"Redone: {summary.removeprefix(_TAKEN_BACK)}"
    else:
        words = f"{_TAKEN_BACK}{summary}"
    task = asyncio.create_task(desk.session.ledger.revert(change, words))
    if trouble := await desk.run_change(task):
        return trouble
    if change.id in desk.session.ledger:
        desk.show(change.id)
    return None if task.result().changes else "Nothing changed: it was changed elsewhere since."

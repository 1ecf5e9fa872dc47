"""The way back to earlier: one change by itself, what was removed, a whole backup."""

from functools import partial

from callbacktui.store.journal.step_log import Told
from callbacktui.tui.history.backups_screen import BackupsScreen
from callbacktui.tui.history.history_screen import HistoryScreen
from callbacktui.tui.history.removed_screen import RemovedScreen
from callbacktui.tui.shell.availability import unwritable
from callbacktui.tui.shell.desk_protocol import Desk
from callbacktui.tui.shell.targets import About

_TAKEN_BACK = "Took back: "


async def history(desk: Desk, about: About) -> None:
    """What changed when, in the audition under the cursor."""
    if audition := about.one:
        await _history(desk, audition.id, audition.name)


async def removed(desk: Desk) -> None:
    """What was removed lately, and the history of each."""

    async def bring_back(told: Told) -> str | None:
        return await _take_back(desk, told)

    while True:
        read = desk.workplace.repository.removed
        wanted = await desk.ask(RemovedScreen(read, bring_back, now=desk.now()))
        if wanted is None:
            return
        await _history(desk, wanted, "removed")


async def backups(desk: Desk) -> None:
    """The backups, and going back to one."""
    place = desk.workplace

    async def go_back(name: str) -> str | None:
        return await desk.carry_out(place.go_back(name))

    if done := await desk.ask(BackupsScreen(place.repository, go_back, now=desk.now)):
        desk.say(f"{done}; {desk.keys['undo']} takes it back.")


async def _history(desk: Desk, id_: str, name: str) -> None:
    place = desk.workplace

    async def take_back(told: Told) -> str | None:
        return await _take_back(desk, told)

    async def undo() -> str | None:
        return unwritable(desk) or await desk.carry_out(place.ledger.undo())

    screen = HistoryScreen(
        name,
        partial(place.repository.history, id_),
        partial(place.ledger.get, id_),
        take_back,
        undo,
        now=desk.now(),
    )
    await desk.ask(screen)


async def _take_back(desk: Desk, told: Told) -> str | None:
    """Take one change back by itself, under a name that says so once."""
    if why := unwritable(desk):
        return why
    change, summary = told.change, told.summary
    if change.after is None and change.before:
        words = f"Brought back {change.before.name}"
    elif summary.startswith(_TAKEN_BACK):
        words = f"Done again: {summary.removeprefix(_TAKEN_BACK)}"
    else:
        words = f"{_TAKEN_BACK}{summary}"
    trouble = await desk.carry_out(desk.workplace.ledger.take_back(change, words))
    if trouble is None and change.id in desk.workplace.ledger:
        desk.show(change.id)
    return trouble

"""Looking back: on the last read, and on everything that has gone quiet."""

from typing import Literal

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.look_back import CannotReflect, add_addendum, reflected
from callbacktui.domain.moment import today
from callbacktui.domain.moves import close, give
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition
from callbacktui.ledger import Edit
from callbacktui.tui.desk import Desk
from callbacktui.tui.screens.confirm import Confirm
from callbacktui.tui.screens.later_thought import LaterThought
from callbacktui.tui.screens.reflect import ReflectScreen
from callbacktui.tui.screens.sweep import SweepScreen


async def reflect(desk: Desk) -> None:
    """Look back on the last read given; one that must have been given by now is asked about."""
    audition = desk.selected
    if audition is None:
        return
    if _seems_given(audition, desk) and await _was_given(audition, desk):
        await _keep(desk, audition, lambda a: give(a, desk.now()), f"{audition.name}: given")
        audition = desk.workplace.ledger.get(audition.id) or audition
    read = audition.last_done
    if read is None:
        desk.say(
            f"Nothing to look back on yet: no read for {audition.name} has been given. "
            "s goes on to the next stage."
        )
        return
    await _look_back(desk, audition, read)


async def sweep(desk: Desk) -> None:
    """Ask about every quiet audition, one question each."""
    rows = desk.quiet
    if not rows:
        desk.say("Nothing is quiet enough to let go just now.")
        return
    now = desk.now()
    names = {row.audition.id: row.audition.name for row in rows}

    async def keep(id_: str, answer: Literal["let_go", "heard"]) -> str | None:
        if answer == "let_go":
            summary = f"{names[id_]}: let go"
            return await _revise(
                desk, id_, lambda a: close(a, Disposition.PRESUMED_PASSED, now), summary
            )
        summary = f"{names[id_]}: word came today"
        return await _revise(desk, id_, lambda a: replace(a, heard_on=today(now)), summary)

    async def take_back() -> str | None:
        return await desk.carry_out(desk.workplace.ledger.undo())

    await desk.ask(SweepScreen(rows, keep, take_back, glyphs=desk.glyphs))


async def _look_back(desk: Desk, audition: Audition, read: Round) -> None:
    drafts = desk.workplace.drafts

    async def keep(reflection: Reflection) -> str | None:
        def edit(a: Audition) -> Audition:
            return reflected(a, read.id, reflection, desk.now())

        return await _keep(desk, audition, edit, f"{audition.name}: looked back")

    async def add(text: str) -> str | None:
        def edit(a: Audition) -> Audition:
            return add_addendum(a, read.id, text, desk.now())

        return await _keep(desk, audition, edit, f"{audition.name}: a later thought")

    common = {"drafts": drafts, "now": desk.now, "glyphs": desk.glyphs}
    if read.reflection and read.reflection.is_locked:
        await desk.ask(LaterThought(audition, read, add, **common))
    else:
        await desk.ask(ReflectScreen(audition, read, keep, **common))

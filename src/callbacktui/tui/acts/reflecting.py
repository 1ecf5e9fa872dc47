"""Looking back: on the last read, and on everything that has gone quiet."""

from typing import Literal

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.look_back import CannotReflect, add_addendum, reflected
from callbacktui.domain.moment import today
from callbacktui.domain.moves import close, give
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition
from callbacktui.ledger import Edit
from callbacktui.tui.about import About
from callbacktui.tui.desk import Desk
from callbacktui.tui.screens.confirm import Confirm
from callbacktui.tui.screens.later_thought import LaterThought
from callbacktui.tui.screens.reflect import ReflectScreen
from callbacktui.tui.screens.sweep import SweepScreen


async def reflect(desk: Desk, about: About) -> None:
    """Look back on the last read given; one that must have been given by now is asked about."""
    audition = about.one
    if audition is None:
        return
    if _seems_given(audition, desk) and await _was_given(audition, desk):
        await _keep(desk, audition, lambda a: give(a, desk.now()), f"{audition.name}: given")
        audition = desk.workplace.ledger.get(audition.id) or audition
    read = audition.last_done
    if read is None:
        desk.refuse(
            f"Nothing to look back on yet: no read for {audition.name} has been given. "
            f"{desk.keys['next_stage']} goes on to the next stage."
        )
        return
    await _look_back(desk, audition, read)


async def sweep(desk: Desk) -> None:
    """Ask about every quiet audition, one question each."""
    rows = desk.quiet
    if not rows:
        desk.refuse("Nothing is quiet enough to let go just now.")
        return
    now = desk.now()
    by_id = {row.audition.id: row.audition for row in rows}

    async def keep(id_: str, answer: Literal["let_go", "heard"]) -> str | None:
        audition = by_id[id_]
        if answer == "let_go":
            return await _keep(
                desk, audition, lambda a: _let_go(a, now), f"{audition.name}: let go"
            )
        summary = f"{audition.name}: word came today"
        return await _keep(desk, audition, lambda a: replace(a, heard_on=today(now)), summary)

    async def take_back() -> str | None:
        return await desk.carry_out(desk.workplace.ledger.undo())

    await desk.ask(SweepScreen(rows, keep, take_back, glyphs=desk.glyphs))


async def _look_back(desk: Desk, audition: Audition, read: Round) -> None:
    async def keep(reflection: Reflection) -> str | None:
        def edit(a: Audition) -> Audition:
            return reflected(a, read.id, reflection, desk.now())

        return await _keep(desk, audition, edit, f"{audition.name}: looked back")

    async def add(text: str) -> str | None:
        def edit(a: Audition) -> Audition:
            return add_addendum(a, read.id, text, desk.now())

        return await _keep(desk, audition, edit, f"{audition.name}: a later thought")

    drafts, now, glyphs = desk.workplace.drafts, desk.now, desk.glyphs
    if read.reflection and read.reflection.is_locked:
        await desk.ask(LaterThought(audition, read, add, drafts=drafts, now=now, glyphs=glyphs))
    else:
        await desk.ask(ReflectScreen(audition, read, keep, drafts=drafts, now=now, glyphs=glyphs))


def _seems_given(audition: Audition, desk: Desk) -> bool:
    """True where a round's hour has gone by, and nothing given before it still waits."""
    pending = audition.pending
    appointed = (pending.at or pending.due_at) if pending else None
    if appointed is None or appointed.instant > desk.now() or not audition.is_open:
        return False
    last = audition.last_done
    return last is None or last.reflection is not None


async def _was_given(audition: Audition, desk: Desk) -> bool:
    pending = audition.pending
    kind = pending.kind.word if pending else ""
    question = f"The hour of this {kind} has gone by. Was it given?"
    answer = await desk.ask(Confirm(audition.name, question, yes="It was given", no="Not yet"))
    return answer is True


def _let_go(audition: Audition, now: DateTime) -> Audition:
    return close(audition, Disposition.PRESUMED_PASSED, now)


async def _keep(desk: Desk, audition: Audition, edit: Edit, summary: str) -> str | None:
    """Make one change to `audition`; `None` once it is on disk, else why it is not."""
    try:
        work = desk.workplace.ledger.revise([audition.id], edit, summary)
        return await desk.change(work)
    except CannotReflect as refusal:
        return str(refusal)

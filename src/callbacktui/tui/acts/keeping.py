"""Keeping: new auditions, every field of an old one, tags, removal, undo and redo."""

import asyncio
from collections.abc import Mapping

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.moves import called_in_again, with_round
from callbacktui.domain.outcome import Hold
from callbacktui.domain.round import Round
from callbacktui.domain.text import clean_line
from callbacktui.domain.value import Value
from callbacktui.ledger import Edit, new_id
from callbacktui.tui.acts.notes import notes
from callbacktui.tui.desk import Desk
from callbacktui.tui.field import Field, rewritten
from callbacktui.tui.fields import AUDITION_FIELDS, ROUND_FIELDS
from callbacktui.tui.kind import FieldError
from callbacktui.tui.kinds import Words
from callbacktui.tui.known import known_words
from callbacktui.tui.new_audition import NEW_FIELDS, NewAudition
from callbacktui.tui.screens.ask import Ask
from callbacktui.tui.screens.choose import Choice, Choose
from callbacktui.tui.screens.form import FormScreen
from callbacktui.tui.screens.quick import DRAFT, Kept, QuickScreen, ToForm

__all__ = [
    "called_in",
    "choose_round",
    "edit",
    "edit_fields",
    "edit_round",
    "new",
    "notes",
    "redo",
    "remove",
    "tags",
    "undo",
]


async def new(desk: Desk) -> None:
    """A quick line; Tab goes on in the full form with everything read so far."""
    match await desk.ask(QuickScreen(lambda audition: _add(desk, audition), desk.workplace)):
        case Kept(audition, problems):
            desk.show(audition.id)
            odd = f" {' '.join(problems)}" if problems else ""
            desk.say(f"Kept {audition.name}.{odd}")
        case ToForm(audition, line):
            if await _write_new(desk, audition, "New audition", f"new {line}"):
                await asyncio.to_thread(desk.workplace.drafts.drop, DRAFT)


async def called_in(desk: Desk) -> None:
    """A new audition that an earlier one led to."""
    if (earlier := desk.selected) is None:
        return
    fresh = called_in_again(earlier, new_id(desk.now()), desk.now())
    await _write_new(desk, fresh, f"Called in after {earlier.name}", f"called in {earlier.id}")


async def edit(desk: Desk) -> None:
    """Every field of the audition."""
    if (audition := desk.selected) is None:
        return

    async def keep(changed: Mapping[str, object]) -> str | None:
        return await _revise(desk, audition, lambda a: rewritten(a, changed), "Edited")

    title, key = f"Edit {audition.name}", f"audition {audition.id}"
    await _fill_in(desk, title, AUDITION_FIELDS, audition, key, keep)


async def edit_round(desk: Desk) -> None:
    """The round to come, or else the last one."""
    audition = desk.selected
    read = (audition.pending or audition.last_done) if audition else None
    if audition and read:
        await _edit_round(desk, audition, read)
    elif audition:
        desk.say(f"{audition.name} has no round yet; s takes it further, e edits the audition.")


async def choose_round(desk: Desk) -> None:
    """Any round: with several, the actor picks; the one to come or the last stands first."""
    audition = desk.selected
    if audition is None or len(audition.rounds) < 2:
        await edit_round(desk)
        return
    nearest = audition.pending or audition.rounds[-1]
    reads = sorted(audition.rounds, key=lambda r: r is not nearest)
    choices = [Choice(r, r.kind.word.capitalize(), _when(r)) for r in reads]
    if read := await desk.ask(Choose(f"Which round of {audition.name}?", choices)):
        await _edit_round(desk, audition, read)


async def edit_fields(desk: Desk, part: str, fields: tuple[Field, ...]) -> None:
    """One part of the audition: its live `hold`, or its `booking`."""
    audition = desk.selected
    record = _part(audition, part) if audition else None
    if audition is None or record is None:
        return

    async def keep(changed: Mapping[str, object]) -> str | None:
        return await _revise(desk, audition, lambda a: _with_part(a, record, changed), part)

    title, key = f"{part.capitalize()}: {audition.name}", f"{part} {audition.id}"
    await _fill_in(desk, title, fields, record, key, keep)

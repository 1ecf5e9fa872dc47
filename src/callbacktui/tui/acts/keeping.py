"""Keeping: new auditions, every field of an old one, tags, removal, undo and redo."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Step
from callbacktui.domain.moves import called_in_again, with_round
from callbacktui.domain.outcome import Booking, Hold
from callbacktui.domain.round import Round
from callbacktui.domain.said import say_moment
from callbacktui.domain.value import Value
from callbacktui.ledger import Edit
from callbacktui.new_id import new_id
from callbacktui.tui.acts.notes import notes
from callbacktui.tui.acts.tagging import names_of, tags
from callbacktui.tui.desk import Desk, Keep
from callbacktui.tui.field import Field, rewritten
from callbacktui.tui.fields import AUDITION_FIELDS, ROUND_FIELDS
from callbacktui.tui.known import known_words
from callbacktui.tui.new_audition import NEW_FIELDS, NewAudition
from callbacktui.tui.screens.choose import Choice, Choose
from callbacktui.tui.screens.confirm import Confirm
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
        desk.say(
            f"{audition.name} has no round yet; {desk.keys['next_stage']} takes it further, "
            f"{desk.keys['edit']} edits the audition."
        )


async def choose_round(desk: Desk) -> None:
    """Any round: with several, the actor picks; the one to come or the last stands first."""
    audition = desk.selected
    if audition is None or len(audition.rounds) < 2:
        await edit_round(desk)
        return
    nearest = audition.pending or audition.rounds[-1]
    reads = sorted(audition.rounds, key=lambda r: r is not nearest)
    choices = [
        Choice(r, r.kind.word.capitalize(), say_moment(r.when, desk.now()) if r.when else "")
        for r in reads
    ]
    if read := await desk.ask(Choose(f"Which round of {audition.name}?", choices)):
        await _edit_round(desk, audition, read)


async def edit_fields(desk: Desk, part: str, fields: tuple[Field, ...]) -> None:
    """One part of the audition: its live `hold`, or its `booking`."""
    audition = desk.selected
    record = _part(audition, part) if audition else None
    if audition is None or record is None:
        return

    async def keep(changed: Mapping[str, object]) -> str | None:
        written = rewritten(record, changed)
        return await _revise(desk, audition, lambda a: _with_part(a, written), "Edited")

    title, key = f"{part.capitalize()}: {audition.name}", f"{part} {audition.id}"
    await _fill_in(desk, title, fields, record, key, keep)


async def remove(desk: Desk) -> None:
    """Take the auditions out at once; undo brings them back."""
    picked = desk.picked
    summary = f"Removed {names_of(picked)}"
    work = desk.workplace.ledger.remove([a.id for a in picked], summary)
    if picked and await desk.carry_out(work) is None:
        desk.unmark()
        them = "it" if len(picked) == 1 else "them"
        desk.say(f"{summary}; {desk.keys['undo']} brings {them} back.")


async def undo(desk: Desk) -> None:
    """Take back the last step; asked first where many auditions would go, as after an import."""
    ledger = desk.workplace.ledger
    step = ledger.next_undo
    added = sum(change.before is None for change in step.changes) if step else 0
    if step and added > 1:
        redo = desk.keys["redo"]
        question = f"{step.summary}\n\n{added} auditions go out again; {redo} brings them back."
        ask = Confirm("Take this back?", question, yes="Take it back", no="Keep them")
        if not await desk.ask(ask):
            return
    await _travel(desk, step, ledger.undo, "Undone")


async def redo(desk: Desk) -> None:
    """Make the last undone step again."""
    ledger = desk.workplace.ledger
    await _travel(desk, ledger.next_redo, ledger.redo, "Done again")


async def _travel(
    desk: Desk, step: Step | None, go: Callable[[], Awaitable[Step | None]], word: str
) -> None:
    if step is None or await desk.carry_out(go()) is not None:
        return
    desk.say(f"{word}: {step.summary}")
    if step.changes and step.changes[0].id in desk.workplace.ledger:
        desk.show(step.changes[0].id)


async def _write_new(desk: Desk, audition: Audition, title: str, key: str) -> bool:
    record = NewAudition.of(audition)

    async def keep(changed: Mapping[str, object]) -> str | None:
        return await _add(desk, rewritten(record, changed).audition(desk.now()))

    kept = await _fill_in(desk, title, NEW_FIELDS, record, key, keep)
    if kept:
        desk.show(audition.id)
    return kept


async def _edit_round(desk: Desk, audition: Audition, read: Round) -> None:
    async def keep(changed: Mapping[str, object]) -> str | None:
        def edit(now_is: Audition) -> Audition:
            as_it_is = next((r for r in now_is.rounds if r.id == read.id), read)
            return with_round(now_is, rewritten(as_it_is, changed))

        return await _revise(desk, audition, edit, f"Edited the {read.kind.word} of")

    title, key = f"{read.kind.word.capitalize()}: {audition.name}", f"{audition.id} {read.id}"
    await _fill_in(desk, title, ROUND_FIELDS, read, key, keep)


async def _fill_in(
    desk: Desk, title: str, fields: tuple[Field, ...], record: Value, key: str, keep: Keep
) -> bool:
    known = await asyncio.to_thread(known_words, desk.workplace.ledger.all())
    form = FormScreen(
        title, fields, record, draft_key=key, keep=keep, workplace=desk.workplace, known=known
    )
    kept = await desk.ask(form)
    return kept is True


async def _add(desk: Desk, audition: Audition) -> str | None:
    return await desk.carry_out(desk.workplace.ledger.add([audition], f"Added {audition.name}"))


async def _revise(desk: Desk, audition: Audition, edit: Edit, doing: str) -> str | None:
    ledger = desk.workplace.ledger
    if audition.id not in ledger:
        return f"{audition.name} has been removed meanwhile; copy what you need from here."
    return await desk.carry_out(ledger.revise([audition.id], edit, f"{doing} {audition.name}"))


def _part(audition: Audition, part: str) -> Hold | Booking | None:
    return audition.live_hold if part == "hold" else audition.booking


def _with_part(audition: Audition, part: Hold | Booking) -> Audition:
    if isinstance(part, Booking):
        return replace(audition, booking=part)
    holds = tuple(part if hold.id == part.id else hold for hold in audition.holds)
    return replace(audition, holds=holds)

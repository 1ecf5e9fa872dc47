"""Commands that add, edit and remove auditions."""

import asyncio
from collections.abc import Mapping
from typing import Any

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import Value
from callbacktui.domain.commercial_use import why_no_such_use
from callbacktui.domain.dates.formatting import format_moment
from callbacktui.domain.door_card import nearest_round
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.ids import new_id
from callbacktui.domain.piece_uses import seen_by_team
from callbacktui.domain.round import Round
from callbacktui.domain.same_audition import same_auditions, with_news
from callbacktui.domain.stage_effects import with_hold, with_round
from callbacktui.domain.status import moved_words
from callbacktui.domain.text import capitalized
from callbacktui.domain.time_changes import keep_told_decisions
from callbacktui.domain.transitions import next_call_in
from callbacktui.store.base.errors import RecordRemoved
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.field_definition import Field, with_changes
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.desk.actions.batch import as_asked, names_of, update_one
from callbacktui.tui.desk.actions.edit_many import choose_field, edit_field
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS, HOLD_FIELDS
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.forms.new_audition_fields import NEW_FIELDS, NewAudition
from callbacktui.tui.forms.quick_add_screen import DRAFT, OpenForm, QuickAddScreen, Saved
from callbacktui.tui.forms.round_fields import round_fields
from callbacktui.tui.forms.suggestions import words_of
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import ChangeContext, CommandContext, Keep, UndoContext


async def new(desk: CommandContext) -> None:
    """Add an audition from a quick line; Tab opens the full form with what was read so far."""
    ledger = desk.session.ledger

    kept = moved = ""
    is_new = True

    async def keep(audition: Audition) -> str | None:
        nonlocal kept, moved, is_new
        same = same_auditions(audition, ledger.all())
        target = await desk.ask(_which_one(audition, same, desk.now())) if same else audition.id
        if target is None:
            return "Nothing is kept yet."
        kept, moved, is_new = target, "", True
        if target == audition.id:
            return await desk.run_change(ledger.add([audition], f"Added {audition.name}"))
        now = desk.now()
        here = next(one for one in same if one.id == target)
        moved = _moved(here, audition, now)
        what = moved or (audition.stage if audition.is_open else audition.disposition).word
        words = f"{audition.name}: {what}"
        news = as_asked([here], lambda here: with_news(here, audition, now), now)
        task = asyncio.create_task(ledger.update([target], news, words))
        if trouble := await desk.run_change(task):
            return trouble
        is_new = bool(task.result().changes)
        return None

    match await desk.ask(QuickAddScreen(keep, desk.session)):
        case Saved(audition, problems):
            desk.show(kept)
            odd = f" {' '.join(problems)}" if problems else ""
            here = ledger.get(kept) or audition
            if not is_new:
                desk.say(f"Nothing new in it: {here.name} is as it was.{odd}")
                return
            met = desk.clash_warning(here)
            saved = f"{audition.name}: {moved}" if moved else audition.name
            desk.say(f"Saved {saved}; {desk.keys['undo']} takes it back.{odd}{met}")
        case OpenForm(audition, line):
            if await _write_new(desk, audition, "New audition", f"new {line}"):
                await asyncio.to_thread(desk.session.drafts.drop, DRAFT)


def _which_one(new: Audition, same: tuple[Audition, ...], now: DateTime) -> ChoiceDialog[str]:
    """Return the question which of those here a new line is about, or none of them.

    It says which times the line would move, as they are and as they would be.
    """
    choices = [
        Choice(one.id, f"Go on with {one.name}", _moved(one, new, now) or one.stage.word)
        for one in same
    ]
    choices.append(Choice(new.id, "A new audition", "beside it"))
    return ChoiceDialog("This role is here already", choices)


def _moved(here: Audition, new: Audition, now: DateTime) -> str:
    return moved_words(here, with_news(here, new, now), now) if new.is_open else ""


async def called_in(desk: CommandContext, about: CommandTarget) -> None:
    """Add an audition to which an earlier one led."""
    if (earlier := about.one) is None:
        return
    fresh = next_call_in(earlier, new_id(desk.now()), desk.now())
    await _write_new(desk, fresh, f"Called in after {earlier.name}", f"called in {earlier.id}")


async def edit(desk: CommandContext, about: CommandTarget) -> None:
    """Edit all fields of the audition; of several marked ones a field of all, if so chosen."""
    audition = about.one
    if audition is None and len(about.marked) == 1:
        audition = about.some[0] if about.some else None
    if len(about.marked) > 1:
        field = await choose_field(desk, about.some, audition)
        if isinstance(field, Field):
            await edit_field(desk, about.some, field)
        if field is not True:
            return
    if audition is None:
        return

    seen = SeenValues(audition, AUDITION_FIELDS, desk.now)

    async def keep(changed: Mapping[str, object]) -> str | None:
        booking = with_changes(audition, changed).booking
        if booking and (trouble := why_no_such_use(booking)):
            return trouble

        def edit(current: Audition) -> Audition:
            return keep_told_decisions(current, seen.with_changes(current, changed))

        return await update_one(desk, audition, edit, f"Edited {audition.name}")

    title, key = f"Edit {audition.name}{only_this(about)}", f"audition {audition.id}"
    await fill_in(desk, title, AUDITION_FIELDS, audition, key, keep, seen)


async def edit_round(desk: CommandContext, about: CommandTarget) -> None:
    """Edit a round or a hold, chosen by the actor if there are several, the next round first."""
    audition = about.one
    if audition is None:
        return
    nearest = nearest_round(audition)
    rounds = sorted(audition.rounds, key=lambda r: r is not nearest)
    parts: list[Round | Hold] = [*rounds, *reversed(audition.holds)]
    if not parts:
        desk.refuse(
            f"{audition.name} has no round yet; {desk.keys['next_stage']} takes it further, "
            f"{desk.keys['edit']} edits the audition."
        )
        return
    if len(parts) == 1:
        await _edit_part(desk, audition, parts[0], only_this(about))
        return
    choices = [Choice(part, capitalized(_word(part)), _about_part(part, desk)) for part in parts]
    if part := await desk.ask(ChoiceDialog(f"Which round of {audition.name}?", choices)):
        await _edit_part(desk, audition, part, only_this(about))


async def edit_nearest_round(desk: CommandContext, about: CommandTarget) -> None:
    """Edit the next round, or the last if none is ahead."""
    if (audition := about.one) and (nearest := nearest_round(audition)):
        await _edit_part(desk, audition, nearest, only_this(about))


async def remove(desk: CommandContext, about: CommandTarget) -> None:
    """Remove the auditions at once, without a question; undo puts them back."""
    picked = about.some
    summary = f"Removed {names_of(picked)}"
    work = desk.session.ledger.remove([a.id for a in picked], summary)
    if picked and await desk.run_change(work) is None:
        desk.unmark(about.marked)
        them = "it" if len(picked) == 1 else "them"
        desk.say(f"{summary}; {desk.keys['undo']} puts {them} back.")


async def _write_new(desk: CommandContext, audition: Audition, title: str, key: str) -> bool:
    record = NewAudition.of(audition)
    told: tuple[Audition, ...] = ()

    async def keep(changed: Mapping[str, object]) -> str | None:
        nonlocal told
        made = with_changes(record, changed).audition(desk.now())
        same = same_auditions(made, desk.session.ledger.all())
        if new := [one for one in same if one not in told]:
            told = same
            there = f"{new[0].name} is here already: {new[0].stage_word}."
            return f"{there} Nothing is kept yet. Save again to keep another one beside it."
        return await _add(desk, made)

    kept = await fill_in(desk, title, NEW_FIELDS, record, key, keep)
    if kept:
        desk.show(audition.id)
    return kept


async def _edit_part(
    desk: CommandContext, audition: Audition, part: Round | Hold, only: str
) -> None:
    word = _word(part)
    fields = await part_fields(desk, audition, part)
    seen = SeenValues(part, fields, desk.now)

    async def keep(changed: Mapping[str, object]) -> str | None:
        def edit(current: Audition) -> Audition:
            if (here := part_of(current, part.id)) is None:
                raise RecordRemoved
            return with_part(current, seen.with_changes(here, changed))

        return await update_one(desk, audition, edit, f"Edited the {word} of {audition.name}")

    title, key = f"{capitalized(word)}: {audition.name}{only}", f"{audition.id} {part.id}"
    await fill_in(desk, title, fields, part, key, keep, seen)


async def part_fields(
    desk: ChangeContext, audition: Audition, part: Round | Hold
) -> tuple[Field, ...]:
    """Return the fields of a hold or of a round, with what its team has seen before."""
    if isinstance(part, Hold):
        return HOLD_FIELDS
    session = desk.session
    seen = await asyncio.to_thread(seen_by_team, audition, session.ledger.all())
    return round_fields(part, desk.now(), seen, session.repository.pieces.all())


def part_of(audition: Audition, id_: str) -> Round | Hold | None:
    """Return the round or hold with an id, `None` if it is gone."""
    return audition.find_round(id_) or audition.find_hold(id_)


def with_part(audition: Audition, part: Round | Hold) -> Audition:
    """Return the audition with a round or hold in the place of the one with its id."""
    if isinstance(part, Round):
        return with_round(audition, part)
    return with_hold(audition, part)


def _word(part: Round | Hold) -> str:
    return "hold" if isinstance(part, Hold) else part.kind.word


def _about_part(part: Round | Hold, desk: CommandContext) -> str:
    """Return when a round is, or the word that was used for a hold."""
    if isinstance(part, Hold):
        return part.word_used or part.kind.word
    now = desk.now()
    when = format_moment(part.when, now) if part.when else ""
    return when.replace(f" ({now.timezone_name})", "")  # the actor's own zone needs no name


async def fill_in(
    desk: UndoContext,
    title: str,
    fields: tuple[Field, ...],
    record: Value,
    key: str,
    keep: Keep,
    seen: SeenValues[Any] | None = None,
    start: str = "",
) -> bool:
    """Open a form at the field `start`; true once it is saved. `seen` is of a record kept."""
    session = desk.session
    known = await words_of(session)
    form = FormScreen(
        title,
        fields,
        record,
        draft_key=key,
        keep=keep,
        session=session,
        known=known,
        seen=seen,
        start=start,
    )
    return await desk.ask(form) is True


def only_this(about: CommandTarget) -> str:
    """Return the words for a title if several auditions are marked, but only one is edited."""
    count = len(about.marked)
    return f" (this one only, of {count} marked)" if count > 1 else ""


async def _add(desk: CommandContext, audition: Audition) -> str | None:
    return await desk.change(desk.session.ledger.add([audition], f"Added {audition.name}"))

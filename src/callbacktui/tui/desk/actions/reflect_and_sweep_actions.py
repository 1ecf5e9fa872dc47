"""Commands to reflect on the last read, and to sweep the quiet auditions."""

import asyncio
from collections.abc import Sequence
from typing import Final

from msgspec import convert
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row
from callbacktui.domain.change import Step
from callbacktui.domain.let_rest import let_rest
from callbacktui.domain.long_over import close_long_over, is_long_over
from callbacktui.domain.mark_done import give_in_time
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.reflection import QUESTIONS, Reflection, SecondLook
from callbacktui.domain.reflection_rules import (
    CannotReflect,
    add_addendum,
    add_reflection,
    add_second_look,
)
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition
from callbacktui.domain.transitions import close, give
from callbacktui.ledger import Edit
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.desk.actions.batch import as_asked, change_all
from callbacktui.tui.practice.fields import PRACTICE_FIELDS
from callbacktui.tui.reflection.addendum_screen import AddendumScreen, LaterThought
from callbacktui.tui.reflection.question_definitions import GAVE, GUT, NOTES
from callbacktui.tui.reflection.reflect_screen import ReflectScreen
from callbacktui.tui.reflection.sweep_screen import SweepScreen
from callbacktui.tui.reflection.sweep_texts import SweepAnswer
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext

MANY: Final = 10
"""From this many quiet auditions on, the sweep offers to let them go in one step."""


_WRITTEN: Final = (
    *(Field(name=question.name, label=question.label) for question in (GAVE, GUT)),
    *(field for field in PRACTICE_FIELDS if field.name in QUESTIONS),
    *(Field(name=name, label=label) for name, label in NOTES.items()),
)
"""The answers and notes of a reflection, and what they are called."""


async def reflect(desk: CommandContext, about: CommandTarget) -> None:
    """Reflect on the last read; ask first whether one whose time has passed was given."""
    audition = about.one
    if audition is None:
        return
    if _seems_given(audition, desk) and await _was_given(audition, desk):
        what = f"{audition.name}: {_done_words(audition)}"
        given = as_asked([audition], lambda a: give(a, desk.now()), desk.now())
        if await _keep(desk, audition, given, what):
            return
        audition = desk.session.ledger.get(audition.id) or audition
    read = audition.last_done
    if read is None:
        desk.refuse(
            f"Nothing to look back on yet: you haven't read for {audition.name}. "
            f"{desk.keys['next_stage']} goes on to the next stage."
        )
        return
    await _look_back(desk, audition, read)


async def sweep(desk: CommandContext) -> None:
    """Ask about every quiet audition in turn, or offer one step for all if there are `MANY`."""
    rows = desk.quiet
    if not rows:
        desk.refuse("Nothing is quiet enough to let go just now.")
        return
    if len(rows) >= MANY:
        at_once = await _at_once(desk, [row.audition for row in rows])
        if at_once is None:
            return
        if at_once:
            now = desk.now()
            quiet = as_asked(at_once, lambda a: let_rest(a, now), now)
            await change_all(desk, at_once, quiet, "let rest")
            return
    await _one_by_one(desk, rows)


async def _at_once(desk: CommandContext, quiet: Sequence[Audition]) -> tuple[Audition, ...] | None:
    """Return the auditions to let go in one step; empty to ask about each, `None` for Escape."""
    long = tuple(a for a in quiet if is_long_over(a, today(desk.now())))
    way_back = f"in one step; {desk.keys['undo']} takes it back"
    stops = desk.keys["dialog_back"]
    counts = not desk.session.numbers.are_hidden
    all_, some = (f" {len(quiet)}", f"the {len(long)}") if counts else ("", "those")
    each = f"{len(quiet)} of them; {stops} stops at any" if counts else f"{stops} stops at any"
    choices: list[Choice[tuple[Audition, ...]]] = [
        Choice(tuple(quiet), f"Let all{all_} rest", way_back),
        Choice((), "One question each", each),
    ]
    if long and len(long) < len(quiet):
        choices.insert(0, Choice(long, f"Let {some} rest that are long over", way_back))
    words = f"{len(quiet) if counts else 'Many'} auditions are quiet."
    if long:
        ended = len(long) if counts else "Some"
        words = f"{words} {ended} ended long ago: their last date is over half a year ago."
    return await desk.ask(ChoiceDialog("Sweep", choices, words=words))


async def _one_by_one(desk: CommandContext, rows: Sequence[Row]) -> None:
    now, ledger = desk.now(), desk.session.ledger
    asked = {row.audition.id: row.audition for row in rows}
    names = {id_: audition.name for id_, audition in asked.items()}
    made: list[Step] = []

    async def keep(id_: str, answer: SweepAnswer) -> str | None:
        def edit(audition: Audition) -> Audition:
            if answer is SweepAnswer.HEARD:
                return replace(audition, heard_on=today(now))
            if answer is SweepAnswer.GIVEN:
                return give_in_time(audition, now)
            return _let_go(audition, now)

        if id_ not in ledger:
            gone = f"{names[id_]} has been removed in the meantime"
            return f"{gone}; {desk.keys['sweep_wait']} goes on."
        what = "word came today" if answer is SweepAnswer.HEARD else answer.value
        still = as_asked([asked[id_]], edit, now)
        work = asyncio.create_task(ledger.update([id_], still, f"{names[id_]}: {what}"))
        if trouble := await desk.run_change(work):
            return trouble
        made.append(work.result())
        return None

    async def undo() -> str | None:
        step = made[-1]
        if step.changes and ledger.next_undo is not step:
            return f"{step.summary} was followed by another change; its history takes it back."
        trouble = await desk.run_change(ledger.undo()) if step.changes else None
        if trouble is None:
            made.pop()
        return trouble

    await desk.ask(SweepScreen(rows, keep, undo, glyphs=desk.glyphs))
    if kept := [step for step in made if step.changes]:
        desk.say(f"{kept[-1].summary}; {desk.keys['undo']} takes it back.")


async def _look_back(desk: CommandContext, audition: Audition, read: Round) -> None:
    before = read.reflection or Reflection()
    seen = SeenValues(before, _WRITTEN, desk.now)

    async def keep(reflection: Reflection) -> str | None:
        written = {field.name: getattr(reflection, field.name) for field in _WRITTEN}
        changed = {n: value for n, value in written.items() if value != getattr(before, n)}

        def edit(a: Audition) -> Audition:
            here = a.find_round(read.id)
            whole = seen.with_changes((here and here.reflection) or Reflection(), changed)
            return add_reflection(a, read.id, whole, desk.now())

        return await _keep(desk, audition, edit, f"{audition.name}: looked back")

    async def add(later: LaterThought) -> str | None:
        def edit(a: Audition) -> Audition:
            look = convert({"at": Moment.of(desk.now()), **later.marks}, SecondLook)
            seen = add_second_look(a, read.id, look)
            return add_addendum(seen, read.id, later.text, desk.now())

        what = "a later thought" if later.text.strip() else "a second look"
        return await _keep(desk, audition, edit, f"{audition.name}: {what}")

    drafts, now, glyphs = desk.session.drafts, desk.now, desk.glyphs
    if read.reflection and read.reflection.is_locked:
        await desk.ask(AddendumScreen(audition, read, add, drafts=drafts, now=now, glyphs=glyphs))
    else:
        await desk.ask(
            ReflectScreen(audition, read, keep, drafts=drafts, now=now, glyphs=glyphs, seen=seen)
        )


def _seems_given(audition: Audition, desk: CommandContext) -> bool:
    """Return whether a round's time has passed and no earlier read awaits a reflection."""
    pending = audition.pending
    appointed = (pending.at or pending.due_at) if pending else None
    if appointed is None or appointed.instant > desk.now() or not audition.is_open:
        return False
    last = audition.last_done
    return last is None or last.reflection is not None


def _done_words(audition: Audition) -> str:
    pending = audition.pending
    return "you sent it" if pending and pending.at is None else "you went in"


async def _was_given(audition: Audition, desk: CommandContext) -> bool:
    pending = audition.pending
    kind = pending.kind.word if pending else ""
    question = f"The time of this {kind} is over. Did you go in?"
    if pending and pending.at is None:
        question = f"The deadline of this {kind} is over. Did you send it?"
    answer = await desk.ask(ConfirmDialog(audition.name, question, yes="I did it", no="Not yet"))
    return answer is True


def _let_go(audition: Audition, now: DateTime) -> Audition:
    over = close_long_over(audition, now)
    if over is not audition or not audition.is_open:
        return over
    return close(audition, Disposition.PRESUMED_PASSED, now)


async def _keep(desk: CommandContext, audition: Audition, edit: Edit, summary: str) -> str | None:
    """Make one change to `audition`; return why that failed, or `None` once it is on disk."""
    try:
        work = desk.session.ledger.update([audition.id], edit, summary)
        return await desk.change(work)
    except CannotReflect as refusal:
        return str(refusal)

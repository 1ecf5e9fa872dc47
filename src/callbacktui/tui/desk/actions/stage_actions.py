"""Commands that move an audition: next stage, reopen, book a round, news."""

import asyncio
from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.enums import Format, RoundKind
from callbacktui.domain.holds_and_bookings import Decision, Hold
from callbacktui.domain.let_rest import is_rested
from callbacktui.domain.moment import today
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import short_moment
from callbacktui.domain.text import capitalized
from callbacktui.domain.time_changes import with_new_decision
from callbacktui.domain.transitions import (
    IllegalMove,
    advance,
    give,
    legal,
    read_ahead,
    reopen,
)
from callbacktui.ledger import Edit
from callbacktui.store.base.errors import ChangedMeanwhile
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.date_field_types import DateField
from callbacktui.tui.components.field_definition import with_changes
from callbacktui.tui.desk.actions.batch import (
    as_asked,
    change_all,
    count_words,
    names_of,
    possible_moves,
    save,
    staying_closed,
)
from callbacktui.tui.desk.actions.closing_actions import close_picked
from callbacktui.tui.desk.actions.edit_actions import fill_in, only_this, part_fields, with_part
from callbacktui.tui.shell.ask import ask_value
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext

_GIVEN = "given"
_KINDS = (
    RoundKind.CALLBACK,
    RoundKind.WORK_SESSION,
    RoundKind.DIRECTOR_SESSION,
    RoundKind.PRODUCER_SESSION,
    RoundKind.CHEMISTRY_READ,
    RoundKind.STUDIO_TEST,
    RoundKind.NETWORK_TEST,
    RoundKind.SCREEN_TEST,
    RoundKind.RETAPE,
    RoundKind.PRE_READ,
    RoundKind.DANCE_CALL,
    RoundKind.SINGING_CALL,
    RoundKind.WORKSHOP,
)
_ABOUT = {
    Stage.SUBMITTED: "it is in; now it is theirs",
    Stage.REQUESTED: "they asked to see you",
    Stage.AUDITIONED: "you went in, or the tape is sent",
    Stage.CALLBACK: "they want to see you again",
    Stage.TEST: "screen, studio or network test",
    Stage.HOLD: "their word for it is kept; it isn't a booking",
    Stage.OFFER: "it is yours to answer",
    Stage.BOOKED: "you have the job",
    Stage.WRAPPED: "done",
}


async def next_stage(desk: CommandContext, about: CommandTarget) -> None:
    """Ask for the next stage, and go there; if all are closed, reopen them.

    Of several, those that cannot go there stay where they are, and it is said why.
    """
    picked = about.some
    if not any(audition.is_open for audition in picked):
        await reopen_closed(desk, about)
        return
    choices = _onward(picked, desk)
    to = await desk.ask(
        ChoiceDialog(f"Next for {names_of(picked)}", choices, words=staying_closed(picked))
    )
    now = desk.now()
    if to is None:
        return
    if to in {_GIVEN, Stage.AUDITIONED} and not await _is_given_already(desk, picked):
        return
    if to == _GIVEN:
        await save(desk, picked, as_asked(picked, lambda a: give(a, now), now), _GIVEN)
    elif not isinstance(to, Stage):
        await close_picked(desk, about)
    elif to is Stage.AUDITIONED:
        given = as_asked(picked, lambda a: advance(a, Stage.AUDITIONED, now), now)
        await save(desk, picked, given, to.word)
    elif len(picked) == 1:
        await _arrive(desk, picked[0], lambda a: advance(a, to, now), to.word)
    else:
        await save(desk, picked, _unless_noted(picked, lambda a: advance(a, to, now), now), to.word)


async def _is_given_already(desk: CommandContext, picked: Sequence[Audition]) -> bool:
    """Ask for confirmation if a read in the future would be taken as given."""
    ahead = [at for audition in picked if (at := read_ahead(audition, desk.now()))]
    if not ahead:
        return True
    first = min(ahead, key=lambda at: at.instant)
    question = f"It is set for {short_moment(first, desk.now())}. Did you do it already?"
    ask = ConfirmDialog(names_of(picked), question, yes="I did it", no="Not yet")
    return await desk.ask(ask) is True


async def reopen_closed(desk: CommandContext, about: CommandTarget) -> None:
    """Reopen a closed audition where it was or further on; several of them where they were."""
    picked = [audition for audition in about.some if not audition.is_open]
    now = desk.now()
    if len(picked) > 1:
        await change_all(desk, picked, lambda a: reopen(a, now), "open again")
        return
    closed = picked[0]
    if is_rested(closed):
        await save(desk, picked, lambda a: reopen(a, now), "open again")
        return
    choices = [
        Choice(
            stage,
            capitalized(stage.word),
            "where it stood" if stage is closed.stage else _ABOUT.get(stage, ""),
        )
        for stage in legal(closed, desk.now())
        if isinstance(stage, Stage)
    ]
    to = await desk.ask(ChoiceDialog(f"Reopen {closed.name} at", choices))
    if to is None:
        return
    where = "open again" if to is closed.stage else f"open again, {to.word}"
    await _arrive(desk, closed, lambda a: reopen(a, now, to), where)


async def book_round(desk: CommandContext, about: CommandTarget) -> None:
    """Book a callback or another round; clothes, sides and people are carried over."""
    audition = about.one
    if audition is None:
        return
    able = legal(audition, desk.now())
    kinds = [kind for kind in _KINDS if _stage_of(kind) in able]
    if not kinds:
        desk.refuse(
            f"{audition.name}: there is no round to book before the first audition is done."
        )
        return
    choices = [Choice(kind, capitalized(kind.word)) for kind in kinds]
    kind = await desk.ask(
        ChoiceDialog(f"Which round for {audition.name}?{only_this(about)}", choices)
    )
    now = desk.now()
    if kind is not None:
        await _arrive(desk, audition, lambda a: _booked(a, kind, now), f"{kind.word} booked")


async def heard(desk: CommandContext, about: CommandTarget) -> None:
    """Ask what the actor has heard; the silence clock starts again."""
    picked = tuple(audition for audition in about.some if audition.is_open)
    choices = [
        Choice("word", "Word came today", "the clock starts again"),
        Choice("date", "They named a date", "to decide by; the clock is paused until then"),
    ]
    if len(picked) == 1:
        choices += [
            Choice("further", "It goes further…", "a callback, a hold, an offer"),
            Choice("ended", "It has ended…", "how, and why if anybody said"),
        ]
    what = await desk.ask(ChoiceDialog(f"What did you hear? {names_of(picked)}", choices))
    day = today(desk.now())
    match what:
        case "word":
            await save(desk, picked, lambda a: replace(a, heard_on=day), "word came today")
        case "date":
            await _decides_by(desk, picked)
        case "further":
            await next_stage(desk, about._replace(marked=(picked[0].id,)))
        case "ended":
            await close_picked(desk, about._replace(marked=(picked[0].id,)))


async def _decides_by(desk: CommandContext, picked: Sequence[Audition]) -> None:
    day, title = today(desk.now()), f"They decide by: {names_of(picked)}"
    hint = example_dates("A day, such as fri or 12 Nov.")
    key = f"decides by {' '.join(sorted(a.id for a in picked))}"
    by = await ask_value(desk, DateField(), title, key, lambda day: "" if day else hint, hint=hint)
    if by is None:
        return
    said = f"they decide by {format_day(by, day)}"
    decision = Decision(on=by, told_on=day)
    trouble = await save(
        desk,
        picked,
        lambda a: with_new_decision(replace(a, heard_on=day), decision),
        said,
    )
    if trouble is None:
        await asyncio.to_thread(desk.session.drafts.drop, key)


def _booked(audition: Audition, kind: RoundKind, now: DateTime) -> Audition:
    moved = advance(audition, _stage_of(kind), now)
    *earlier, last = moved.rounds
    return replace(moved, rounds=(*earlier, replace(last, kind=kind)))


def _stage_of(kind: RoundKind) -> Stage:
    if kind is RoundKind.RETAPE:
        return Stage.REQUESTED
    return Stage.TEST if kind.is_test else Stage.CALLBACK


def _onward(picked: tuple[Audition, ...], desk: CommandContext) -> list[Choice[Stage | str]]:
    choices: list[Choice[Stage | str]] = []
    given = [a.pending for a in picked if a.pending and a.stage is not Stage.REQUESTED]
    if given:
        kinds = " / ".join(sorted({pending.kind.word for pending in given}))
        words = count_words(len(given), picked, "you went in; the clock starts")
        choices.append(Choice(_GIVEN, capitalized(f"{kinds} done"), words))
    choices += [
        Choice(move, _stage_name(move, picked), count_words(count, picked, _ABOUT.get(move, "")))
        for move, count in possible_moves(picked, desk.now()).items()
        if isinstance(move, Stage)
    ]
    choices.append(Choice("close", "It has ended…", "how, and why if anybody said"))
    return choices


def _stage_name(stage: Stage, picked: tuple[Audition, ...]) -> str:
    if stage is Stage.REQUESTED and all(a.last_done for a in picked):
        return "Retape requested"
    if stage is Stage.HOLD and all(a.stage is Stage.HOLD for a in picked):
        return "Another hold"
    if stage is Stage.CALLBACK and all(a.stage.rank >= Stage.CALLBACK.rank for a in picked):
        return "Another callback"
    pending = [a.pending for a in picked]
    if stage is Stage.AUDITIONED and all(r and r.format is Format.SELF_TAPE for r in pending):
        return "Tape sent"
    return capitalized(stage.word)


async def _arrive(desk: CommandContext, audition: Audition, go: Edit, what: str) -> None:
    """Make a move, after the actor has filled in the form of the new round or hold.

    Nothing is saved before the form is; leaving the form cancels the move. Move and form are one
    step.
    """
    try:
        there = go(audition)
    except IllegalMove as refusal:
        desk.refuse(str(refusal))
        return
    new = _new_part(audition, there)
    if new is None:
        await save(desk, [audition], go, what)
        return
    seen = audition

    async def keep(changed: Mapping[str, object]) -> str | None:
        def edit(current: Audition) -> Audition:
            nonlocal seen
            moved = go(current)
            part = _new_part(current, moved)
            noted, seen = _noted_since(seen, current, new), current
            if noted:
                again = "note yours beside it" if part else "write yours into it"
                raise ChangedMeanwhile([_noted_words(noted, desk.now())], again)
            since = _noted_since(audition, current, new)
            into = part or (since[-1] if since else None)
            return with_part(moved, with_changes(into, changed)) if into else moved

        return await save(desk, [audition], edit, what)

    fields = await part_fields(desk, audition, new)
    word = "Hold" if isinstance(new, Hold) else capitalized(new.kind.word)
    key = f"{what} {audition.id}"
    title, start = f"{word}: {audition.name}", ""
    if isinstance(new, Round):  # its kind was picked
        start = "due_at" if new.kind is RoundKind.RETAPE else "at"
    if not await fill_in(desk, title, fields, new, key, keep, start=start):
        desk.refuse(f"Not done: {audition.name} stays as it was.")


def _unless_noted(picked: Sequence[Audition], go: Edit, now: DateTime) -> Edit:
    """Return a move that refuses if what it adds was noted elsewhere since they were `picked`."""
    before = {audition.id: audition for audition in picked}

    def edit(current: Audition) -> Audition:
        moved = go(current)
        new = _new_part(current, moved)
        if new and (noted := _noted_since(before[current.id], current, new)):
            raise ChangedMeanwhile([f"{current.name}: {_noted_words(noted, now)}"], again="")
        return moved

    return edit


def _noted_since(before: Audition, current: Audition, new: Round | Hold) -> list[Round | Hold]:
    """Return the rounds of the same kind that came since `before`, or the holds that are live."""
    known = {read.id for read in before.rounds} | {hold.id for hold in before.holds}
    if isinstance(new, Hold):
        return [hold for hold in current.holds if hold.is_live and hold.id not in known]
    return [read for read in current.rounds if read.kind is new.kind and read.id not in known]


def _noted_words(parts: Sequence[Round | Hold], now: DateTime) -> str:
    """Say what was noted elsewhere: "callback Thu 18:00 is there already."."""
    last = parts[-1]
    word = last.named if isinstance(last, Hold) else last.kind.word
    when = last.when if isinstance(last, Round) else None
    return f"{word}{f' {short_moment(when, now)}' if when else ''} is there already."


def _new_part(before: Audition, after: Audition) -> Round | Hold | None:
    """Return what a move added that has a form: a hold, or a round to come."""
    if after.holds != before.holds and after.live_hold:
        return after.live_hold
    new = [r for r in after.rounds if r not in before.rounds and not r.is_done]
    return new[-1] if new else None

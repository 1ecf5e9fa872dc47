"""Going on: the next stage, an end, a new life, another round."""

from collections.abc import Sequence

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import today
from callbacktui.domain.moves import add_round, advance, close, give, legal, reopen
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.domain.terms import RoundKind
from callbacktui.ledger import Edit
from callbacktui.tui.acts.keeping import edit_fields, edit_round
from callbacktui.tui.desk import Desk
from callbacktui.tui.fields import HOLD_FIELDS
from callbacktui.tui.screens.choose import Choice, Choose

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
)
_CERTAIN = {Disposition.ROLE_CUT, Disposition.PROJECT_SHELVED}
_NO_WHY = {
    Disposition.WITHDRAWN,
    Disposition.REQUEST_DECLINED,
    Disposition.OFFER_DECLINED,
    Disposition.DEADLINE_MISSED,
    Disposition.CANCELLED,
}
_ABOUT = {
    Stage.SUBMITTED: "it is in; now it is theirs",
    Stage.REQUESTED: "they asked to see you",
    Stage.AUDITIONED: "the read is given, the tape is sent",
    Stage.CALLBACK: "they want to see you again",
    Stage.TEST: "screen, studio or network test",
    Stage.HOLD: "their word for it is kept; it is no booking",
    Stage.OFFER: "it is yours to answer",
    Stage.BOOKED: "you have the job",
    Stage.WRAPPED: "done",
}


async def next_stage(desk: Desk) -> None:
    """Offer what is legal from here, and go there."""
    picked = desk.picked
    if any(not audition.is_open for audition in picked):
        await reopen_closed(desk)
        return
    choices = _onward(picked, desk)
    to = await desk.ask(Choose(f"Next for {_names(picked)}", choices))
    if to is None:
        return
    if to == _GIVEN:
        await _revise(desk, picked, lambda a: give(a, desk.now()), f"{_names(picked)}: given")
    elif isinstance(to, Stage):
        arrived = await _revise(
            desk, picked, lambda a: advance(a, to, desk.now()), f"{_names(picked)}: {to.word}"
        )
        if arrived and len(picked) == 1:
            desk.show(picked[0].id)
            await _ask_more(desk, to)
    else:
        await close_picked(desk)


async def close_picked(desk: Desk) -> None:
    """Ask how it ended and, where that can be asked, why."""
    picked = desk.picked
    ends = [m for m in _common(picked, desk) if isinstance(m, Disposition)]
    if not ends:
        onward = f"{desk.keys['next_stage']} shows the way on"
        desk.say(f"There is no way to end {_names(picked)} from here; {onward}.")
        return
    choices = [Choice(end, end.word.capitalize(), end.sentence) for end in ends]
    how = await desk.ask(Choose(f"How did it end? {_names(picked)}", choices))
    if how is None:
        return
    reason, certainty = await _why(desk, how)
    await _revise(
        desk,
        picked,
        lambda a: close(a, how, desk.now(), reason=reason, certainty=certainty),
        f"{_names(picked)}: {how.word}",
    )


async def reopen_closed(desk: Desk) -> None:
    """A late word: open it again, where it stood or further on."""
    picked = [audition for audition in desk.picked if not audition.is_open]
    if len(picked) != 1:
        desk.say(f"Reopen one closed audition at a time; {desk.keys['back']} takes the marks off.")
        return
    closed = picked[0]
    choices = [
        Choice(
            stage,
            stage.word.capitalize(),
            "where it stood" if stage is closed.stage else _ABOUT.get(stage, ""),
        )
        for stage in legal(closed, desk.now())
        if isinstance(stage, Stage)
    ]
    to = await desk.ask(Choose(f"Reopen {closed.name} at", choices))
    if to is None:
        return
    if await _revise(desk, picked, lambda a: reopen(a, desk.now(), to), f"Reopened {closed.name}"):
        desk.show(closed.id)


async def book_round(desk: Desk) -> None:
    """A callback or another round, with what was worn, the sides and the people carried over."""
    audition = desk.selected
    if audition is None:
        return
    able = legal(audition, desk.now())
    kinds = [kind for kind in _KINDS if _stage_of(kind) in able]
    if not kinds:
        desk.say(f"{audition.name}: there is no round to book before the first read is given.")
        return
    choices = [Choice(kind, kind.word.capitalize()) for kind in kinds]
    kind = await desk.ask(Choose(f"Which round for {audition.name}?", choices))
    if kind is None:
        return
    booked = await _revise(
        desk, [audition], lambda a: _booked(a, kind, desk), f"{audition.name}: {kind.word} booked"
    )
    if booked:
        await edit_round(desk)


async def heard(desk: Desk) -> None:
    """Word came: the silence clock starts again."""
    picked = [audition for audition in desk.picked if audition.is_open]
    day = today(desk.now())
    summary = f"{_names(picked)}: word came today"
    await _revise(desk, picked, lambda a: replace(a, heard_on=day), summary)


def _booked(audition: Audition, kind: RoundKind, desk: Desk) -> Audition:
    now = desk.now()
    stage = _stage_of(kind)
    if stage is None:
        return add_round(audition, kind, now)
    moved = advance(audition, stage, now)
    *earlier, last = moved.rounds
    return replace(moved, rounds=(*earlier, replace(last, kind=kind)))


def _stage_of(kind: RoundKind) -> Stage:
    if kind is RoundKind.RETAPE:
        return Stage.REQUESTED
    tests = {RoundKind.STUDIO_TEST, RoundKind.NETWORK_TEST, RoundKind.SCREEN_TEST}
    return Stage.TEST if kind in tests else Stage.CALLBACK


def _onward(picked: tuple[Audition, ...], desk: Desk) -> list[Choice[Stage | str]]:
    choices: list[Choice[Stage | str]] = []
    if all(a.pending and a.stage is not Stage.REQUESTED for a in picked):
        kinds = {a.pending.kind.word for a in picked if a.pending}
        choices.append(
            Choice(
                _GIVEN,
                f"{' / '.join(sorted(kinds))} given".capitalize(),
                "you read; the clock starts",
            )
        )
    choices += [
        Choice(move, _stage_name(move, picked), _ABOUT.get(move, ""))
        for move in _common(picked, desk)
        if isinstance(move, Stage)
    ]
    choices.append(Choice("close", "It has ended…", "how, and why as far as anybody knows"))
    return choices


def _stage_name(stage: Stage, picked: tuple[Audition, ...]) -> str:
    if stage is Stage.REQUESTED and all(a.last_done for a in picked):
        return "Retape requested"
    if stage is Stage.HOLD and all(a.stage is Stage.HOLD for a in picked):
        return "Another hold"
    if stage is Stage.CALLBACK and all(a.stage.rank >= Stage.CALLBACK.rank for a in picked):
        return "Another callback"
    return stage.word.capitalize()


def _common(picked: tuple[Audition, ...], desk: Desk) -> list[Stage | Disposition]:
    """The moves that every one of `picked` may make."""
    first, *others = [legal(audition, desk.now()) for audition in picked]
    return [move for move in first if all(move in able for able in others)]


async def _why(desk: Desk, how: Disposition) -> tuple[Reason | None, Certainty]:
    if how in _CERTAIN or how in _NO_WHY:
        return None, Certainty.UNKNOWN
    choices: list[Choice[Reason | str]] = [
        Choice("", "Nobody said", "the usual case, and most reasons are not yours")
    ]
    choices += [
        Choice(r, r.word.capitalize(), "" if r.in_my_hands else "out of your hands") for r in Reason
    ]
    reason = await desk.ask(Choose("Why, as far as anybody knows?", choices))
    if not isinstance(reason, Reason):
        return None, Certainty.UNKNOWN
    certainty = await desk.ask(
        Choose(
            f"How do you know it was {reason.word}?",
            [
                Choice(Certainty.GUESS, "A guess", "mine"),
                Choice(Certainty.TOLD, "Told", "somebody said so"),
                Choice(Certainty.UNKNOWN, "Unknown"),
            ],
        )
    )
    return reason, certainty or Certainty.UNKNOWN


async def _ask_more(desk: Desk, to: Stage) -> None:
    """What only the actor can say about a stage just reached."""
    if to in {Stage.REQUESTED, Stage.CALLBACK, Stage.TEST}:
        await edit_round(desk)
    elif to is Stage.HOLD:
        await edit_fields(desk, "hold", HOLD_FIELDS)


async def _revise(desk: Desk, auditions: Sequence[Audition], edit: Edit, summary: str) -> bool:
    ids = [audition.id for audition in auditions]
    trouble = await desk.carry_out(desk.workplace.ledger.revise(ids, edit, summary))
    if trouble is None:
        desk.unmark()
    return trouble is None


def _names(picked: Sequence[Audition]) -> str:
    return picked[0].name if len(picked) == 1 else f"{len(picked)} auditions"

"""Commands that close auditions: how it ended, whether anybody said why, and letting rest."""

import asyncio
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.let_rest import let_rest
from callbacktui.domain.stage import Certainty, Disposition, Reason
from callbacktui.domain.text import capitalized, clean_line
from callbacktui.domain.transitions import close
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.desk.actions.batch import (
    count_words,
    endings,
    names_of,
    save,
    staying_closed,
)
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext

_NOT_YOURS, _YOURS = "Not about you", "Yours"
_DISTANCE = "distance"
_FROM_AFAR = "In a year or two, what will this one have been?"
_CERTAIN = {Disposition.ROLE_CUT, Disposition.PROJECT_SHELVED, Disposition.TYPED_OUT}
_NO_WHY = {
    Disposition.WITHDRAWN,
    Disposition.REQUEST_DECLINED,
    Disposition.OFFER_DECLINED,
    Disposition.DEADLINE_MISSED,
    Disposition.CANCELLED,
    Disposition.NOT_SEEN,
}


async def close_picked(desk: CommandContext, about: CommandTarget) -> None:
    """Ask how it ended, and whether anybody said why; Enter is that nobody did."""
    picked = about.some
    ends = endings(picked, desk.now())
    if not ends:
        onward = f"{desk.keys['next_stage']} shows the way on"
        desk.refuse(f"There is no way to end {names_of(picked)} from here; {onward}.")
        return
    choices = [
        Choice(end, capitalized(end.word), count_words(count, picked, end.sentence))
        for end, count in ends.items()
    ]
    title = f"How did it end? {names_of(picked)}"
    while True:  # Escape goes one question back
        how = await desk.ask(ChoiceDialog(title, choices, words=staying_closed(picked)))
        if how is None:
            return
        why = await _why(desk, how)
        if why is None:
            continue
        line, draft = await _from_afar(desk, picked) if why == _DISTANCE else ("", "")
        if line is not None:
            break
    reason = why if isinstance(why, Reason) else None

    def closed(audition: Audition) -> Audition:
        ended = close(audition, how, desk.now(), reason=reason, certainty=Certainty.TOLD)
        return replace(ended, distance=line or ended.distance)

    if await save(desk, picked, closed, how.word) is None and draft:
        await asyncio.to_thread(desk.session.drafts.drop, draft)


async def rest(desk: CommandContext, about: CommandTarget) -> None:
    """Let auditions rest of which nothing was heard, in one step and without a question."""
    now = desk.now()
    await save(desk, about.some, lambda a: let_rest(a, now), "let rest")


def _reasons(group: str, *, in_my_hands: bool) -> Iterator[Choice[Reason]]:
    for reason in Reason:
        if reason.in_my_hands is in_my_hands:
            yield Choice(reason, capitalized(reason.word), group=group)


async def _why(desk: CommandContext, how: Disposition) -> Reason | str | None:
    """Return the reason that was said, the wish for a line of distance, or empty for neither.

    It is `None` if the actor goes back.
    """
    if how in _CERTAIN or how in _NO_WHY:
        return ""
    asked = ChoiceDialog(
        "Did anybody say why?",
        [
            Choice("", "Nobody said", "the usual case"),
            Choice("told", "Somebody did…", "what they said"),
            Choice(_DISTANCE, "Nobody, and a line from me…", _FROM_AFAR),
        ],
    )
    said = await desk.ask(asked)
    if said != "told":
        return said
    told = await desk.ask(
        ChoiceDialog(
            "What did they say?",
            [
                *_reasons(_NOT_YOURS, in_my_hands=False),
                *_reasons(_YOURS, in_my_hands=True),
            ],
        )
    )
    return await _why(desk, how) if told is None else told


async def _from_afar(desk: CommandContext, picked: Sequence[Audition]) -> tuple[str | None, str]:
    """Ask for one line that takes distance; return it, `None` to go back, and its draft's key."""
    key = f"distance {' '.join(sorted(audition.id for audition in picked))}"
    line = await desk.ask(
        LineDialog(
            _FROM_AFAR,
            drafts=desk.session.drafts,
            clock=desk.session.clock,
            draft_key=key,
            hint="One line, or none: Enter closes it either way.",
        )
    )
    return None if line is None else clean_line(line), key

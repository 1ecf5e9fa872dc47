"""Commands that close auditions: how it ended, whether anybody said why, and letting rest."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.let_rest import let_rest
from callbacktui.domain.stage import Certainty, Disposition, Reason
from callbacktui.domain.text import capitalized, clean_line
from callbacktui.domain.transitions import close
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.desk.actions.batch import (
    count_words,
    endings,
    names_of,
    save,
    staying_closed,
)
from callbacktui.tui.shell.ask import ask_line
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext

_NOT_YOURS, _YOURS = "Not about you", "Yours"
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
        if (why := await _ask_why(desk, how, picked)) is not None:
            break

    def closed(audition: Audition) -> Audition:
        ended = close(audition, how, desk.now(), reason=why.reason, certainty=Certainty.TOLD)
        return replace(ended, distance=why.line or ended.distance)

    if await save(desk, picked, closed, how.word) is None and why.draft:
        await asyncio.to_thread(desk.session.drafts.drop, why.draft)


async def rest(desk: CommandContext, about: CommandTarget) -> None:
    """Let auditions rest of which nothing was heard, in one step and without a question."""
    now = desk.now()
    await save(desk, about.some, lambda a: let_rest(a, now), "let rest")


def _reasons(group: str, *, in_my_hands: bool) -> Iterator[Choice[Reason]]:
    for reason in Reason:
        if reason.in_my_hands is in_my_hands:
            yield Choice(reason, capitalized(reason.word), group=group)


class _Why(NamedTuple):
    """The reason that was given, or a line that takes distance and the key of its draft."""

    reason: Reason | None = None
    line: str = ""
    draft: str = ""


async def _ask_why(
    desk: CommandContext, how: Disposition, picked: Sequence[Audition]
) -> _Why | None:
    """Ask whether anybody said why, unless that is plain; return `None` to go back."""
    if how in _CERTAIN or how in _NO_WHY:
        return _Why()
    said = await desk.ask(
        ChoiceDialog(
            "Did anybody say why?",
            [
                Choice("", "Nobody said", "the usual case"),
                Choice("told", "Somebody did…", "what they said"),
                Choice("distance", "Nobody, and a line from me…", _FROM_AFAR),
            ],
        )
    )
    if not said:
        return None if said is None else _Why()
    answer = await (_told(desk) if said == "told" else _from_afar(desk, picked))
    return await _ask_why(desk, how, picked) if answer is None else answer


async def _told(desk: CommandContext) -> _Why | None:
    """Ask what they said; return `None` to go back."""
    reasons = [
        *_reasons(_NOT_YOURS, in_my_hands=False),
        *_reasons(_YOURS, in_my_hands=True),
    ]
    reason = await desk.ask(ChoiceDialog("What did they say?", reasons))
    return None if reason is None else _Why(reason)


async def _from_afar(desk: CommandContext, picked: Sequence[Audition]) -> _Why | None:
    """Ask for one line that takes distance; return `None` to go back."""
    key = f"distance {' '.join(sorted(audition.id for audition in picked))}"
    hint = "One line, or none: Enter closes it either way."
    line = await ask_line(desk, _FROM_AFAR, key, hint)
    return None if line is None else _Why(line=clean_line(line), draft=key)

"""The question to an actor who comes back after a while."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from typing import Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.coming_back import quiet_ones, was_away, without_a_date
from callbacktui.domain.let_rest import let_rest
from callbacktui.domain.most_urgent_thing import next_date
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.unasked_dialog import UnaskedDialog
from callbacktui.tui.desk.actions.batch import change_all
from callbacktui.tui.desk.actions.registry import action_of
from callbacktui.tui.shell.desk_protocol import CommandContext

_ASKED: Final = "welcomed"


async def is_back(desk: CommandContext) -> bool:
    """Return whether the actor comes back after a while and was not asked about it yet."""
    session = desk.session
    last = await asyncio.to_thread(session.repository.last_change)
    if last is None or session.is_demo or session.repository.read_only:
        return False
    auditions = await asyncio.to_thread(
        session.ledger.all
    )  # at the start a thread still reads them
    if not was_away(last.date(), auditions, desk.now()):
        return False
    return session.memory.get(_ASKED, "") != last.isoformat()


async def welcome_back(desk: CommandContext) -> None:
    """Say what is next, and offer three ways to go on; it is asked only once."""
    session, now = desk.session, desk.now()
    last: dt.datetime | None = await asyncio.to_thread(session.repository.last_change)
    if last:
        await asyncio.to_thread(session.memory.put, _ASKED, last.isoformat())
    everything = session.board(now)
    ahead, quiet = next_date(everything, now), quiet_ones(everything, now)
    fresh = without_a_date(everything, now)
    words = f"Next: {ahead.name}, {ahead.words} {ahead.when}." if ahead.when else "No date is near."
    back = f"in one step; {desk.keys['reopen']} reopens any of them"
    counts = not session.numbers.are_hidden
    choices = [
        Choice("", "Leave it all as it is", "nothing is changed"),
        Choice("news", "Bring in what happened", "a mail, a line or a sheet"),
    ]
    if quiet:
        choices.append(
            Choice(
                "quiet",
                f"Let {_those(quiet, counts=counts)} quiet rest",
                f"past their window, {back}",
            )
        )
    if len(fresh) > len(quiet):
        every = f"all {len(fresh)} that" if counts else "all that"
        choices.append(Choice("fresh", "Start fresh from today", f"{every} only wait rest, {back}"))
    match await desk.ask(UnaskedDialog("Welcome back", choices, words=words)):
        case "news":
            await _bring_in(desk)
        case "quiet":
            await change_all(desk, quiet, lambda a: let_rest(a, now), "let rest")
        case "fresh":
            await change_all(desk, fresh, lambda a: let_rest(a, now), "let rest")


async def _bring_in(desk: CommandContext) -> None:
    way = await desk.ask(
        ChoiceDialog(
            "What happened?",
            [
                Choice("invitation", "A mail or message", f"{desk.keys['invitation']}: paste it"),
                Choice("new", "One line at a time", f"{desk.keys['new']}: a quick line"),
                Choice("import", "A sheet of many", f"{desk.keys['import']}: a spreadsheet"),
            ],
        )
    )
    if way:
        await action_of(way)(desk)


def _those(auditions: Sequence[Audition], *, counts: bool) -> str:
    if len(auditions) == 1:
        return "the one that is"
    return f"the {len(auditions)} that are" if counts else "those that are"

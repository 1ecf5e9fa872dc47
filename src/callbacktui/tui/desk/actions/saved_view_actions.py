"""Commands that keep a filter under a name, choose it again, and remove it."""

import asyncio
from typing import Final

from callbacktui.domain.text import clean_line, fold
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.desk.saved_views import LONGEST, keep_view, remove_view, saved_views
from callbacktui.tui.shell.desk_protocol import CommandContext

_DRAFT: Final = "name of a view"


async def views(desk: CommandContext) -> None:
    """Let the actor choose one of the kept filters, or remove one."""
    memory = desk.session.memory
    kept = saved_views(memory)
    if not kept:
        desk.refuse(
            f"No filter is kept yet. {desk.keys['filter']} opens one, and "
            f"{desk.keys['filter_keep']} keeps it under a name."
        )
        return
    choices: list[Choice[str]] = [Choice(name, name, text) for name, text in kept.items()]
    choices.append(Choice("", "Remove one…", "the auditions stay"))
    name = await desk.ask(ChoiceDialog("Views", choices))
    if name:
        desk.use_filter(kept[name])
    elif name == "":
        gone = await desk.ask(ChoiceDialog("Remove which view?", choices[:-1]))
        if not gone:
            return
        if await asyncio.to_thread(remove_view, memory, gone):
            desk.say(f"Removed the view {gone}; no audition has changed.")


async def keep_filter(desk: CommandContext, text: str) -> None:
    """Ask for the name under which to keep a filter."""
    session, known = desk.session, saved_views(desk.session.memory)
    there = {fold(name): name for name in known}

    def wrong(line: str) -> str:
        name = clean_line(line)
        if not name:
            return "Write a name, such as Harbor this year."
        return f"At most {LONGEST} characters." if len(name) > LONGEST else ""

    def preview(line: str) -> str:
        earlier = there.get(fold(clean_line(line)))
        return f"It takes the place of {earlier}: {known[earlier]}" if earlier else text

    line = await desk.ask(
        LineDialog(
            "Keep this filter as",
            drafts=session.drafts,
            clock=session.clock,
            draft_key=_DRAFT,
            hint=f"{desk.keys['views']} on the desk and the palette find it again.",
            validate=wrong,
            preview=preview,
        )
    )
    if line is None:
        return
    await asyncio.to_thread(session.drafts.drop, _DRAFT)
    if await asyncio.to_thread(keep_view, session.memory, line, text):
        desk.say(f"Kept as {clean_line(line)}.")
    else:
        desk.say("The filter could not be kept: the state folder cannot be written.", failed=True)

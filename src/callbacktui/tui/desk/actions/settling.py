"""What commands share that settle something: ask for a line, and save in one step."""

import asyncio
from collections.abc import Callable

from callbacktui.domain.audition import Audition
from callbacktui.ledger import Edit
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.shell.desk_protocol import ChangeContext


async def ask_line(
    screen: ChangeContext,
    title: str,
    key: str,
    wrong: Callable[[str], str],
    initial: str = "",
    hint: str = "",
) -> str | None:
    """Ask for a line, drafted under `key`; `wrong` says why a line is not accepted."""
    return await screen.ask(
        LineDialog(
            title,
            initial,
            drafts=screen.workplace.drafts,
            clock=screen.workplace.clock,
            draft_key=key,
            hint=hint,
            validate=wrong,
        )
    )


async def keep_settled(
    screen: ChangeContext, audition: Audition, edit: Edit, what: str, draft: str = ""
) -> str | None:
    """Save an edit in one step, and drop the draft of what was typed for it."""
    ledger = screen.workplace.ledger
    if audition.id not in ledger:
        return f"{audition.name} has been removed meanwhile; copy what you need from here."
    trouble = await screen.change(ledger.update([audition.id], edit, f"{audition.name}: {what}"))
    if trouble is None:
        screen.show(audition.id)
        if draft:
            await asyncio.to_thread(screen.workplace.drafts.drop, draft)
    return trouble

"""Save what was settled of an audition, in one step."""

import asyncio

from callbacktui.domain.audition import Audition
from callbacktui.ledger import Edit
from callbacktui.tui.shell.desk_protocol import ChangeContext


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

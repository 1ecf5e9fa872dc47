"""The command that reads an invitation: from the clipboard, a paste or a file."""

import asyncio

from callbacktui import clipboard
from callbacktui.domain.ids import new_id
from callbacktui.domain.status import moved_words
from callbacktui.domain.text import clean_line
from callbacktui.exchange.invitation.propose_audition import ALL_KEPT, ENDINGS
from callbacktui.ledger import Edit
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.draft_autosave import typed_at
from callbacktui.tui.desk.actions.batch import as_asked
from callbacktui.tui.invitation.paste_screen import (
    DRAFT,
    NotRead,
    Opened,
    PasteScreen,
    Source,
    read_source,
)
from callbacktui.tui.invitation.review_state import NEW, Review
from callbacktui.tui.invitation.screen import InvitationScreen
from callbacktui.tui.shell.desk_protocol import CommandContext

_KEPT_ALREADY = "What is on the clipboard is kept here already. Paste another one."


async def invitation(desk: CommandContext) -> None:
    """Show what an invitation says, and keep it once the actor has looked at it.

    It is taken from the draft of an earlier time, else from the clipboard if there is one on it,
    else from what the actor pastes or the file they name.
    """
    session = desk.session
    draft = await asyncio.to_thread(session.drafts.get, DRAFT)
    fields = draft.fields if draft else {}
    at = typed_at(draft, desk.now(), draft.fields.get("at", "")) if draft else None
    source = Source(fields.get("text", ""), fields.get("file", ""), "text" in fields, at)
    answers = fields.get("answers", "")
    opened, trouble = await _open(desk, source), ""
    if opened is None and not source.text:
        opened = await _open(desk, Source(await asyncio.to_thread(_clipboard)))
        if opened and _is_kept(desk, opened):
            opened, trouble = None, _KEPT_ALREADY
    if opened is None:
        opened = await desk.ask(PasteScreen(session, source.text, at, trouble=trouble))
    if opened is not None:
        review = Review(opened.reading, session.ledger.all(), desk.now())
        await _review(desk, opened, review, answers if opened.source[:2] == source[:2] else "")


async def _open(desk: CommandContext, source: Source) -> Opened | None:
    if not source.text.strip() and not source.file:
        return None
    try:
        return await asyncio.to_thread(read_source, source, desk.session)
    except NotRead:
        return None


def _clipboard() -> str:
    try:
        return clipboard.read_clipboard()
    except OSError:
        return ""


def _is_kept(desk: CommandContext, opened: Opened) -> bool:
    """Return whether all of it is in an audition here."""
    review = Review(opened.reading, desk.session.ledger.all(), desk.now())
    return review.proposal("").refusal == ALL_KEPT


async def _review(
    desk: CommandContext,
    opened: Opened,
    review: Review,
    answers: str = "",
    taken: tuple[str, ...] = (),
) -> None:
    """Show a reading; once it is kept, offer another role of the mail that is not `taken` yet."""
    ledger = desk.session.ledger
    changes: dict[str, Edit] = {}

    async def keep(review: Review) -> str | None:
        proposal = review.proposal(new_id(desk.now()))
        before, after, moved = proposal.before, proposal.after, ""
        if after is None:
            return f"{proposal.refusal}. Nothing is kept yet."
        if before is None:
            work = ledger.add([after], f"Added {after.name}")
        elif before.id in ledger:
            said = f" (said by {review.said_by})" if review.said_by else ""
            moved = moved_words(before, after, desk.now())
            words = f"{after.name}: {moved or review.reading.kind_word} from a mail{said}"
            again = "keep what the mail says all the same"
            change = as_asked([before], review.change, desk.now(), again)
            work = ledger.update([before.id], changes.setdefault(before.id, change), words)
        else:
            return f"{before.name} has been removed in the meantime; x makes it a new one."
        if trouble := await desk.run_change(work):
            return trouble
        desk.show(after.id)
        stays = ""
        if review.reading.kind in ENDINGS and after.is_open:
            stays = f" It stays at {after.stage.word}; {desk.keys['close']} ends it."
        met = desk.clash_warning(after)
        kept = f"{after.name}: {moved}" if moved else after.name
        desk.say(f"Kept {kept}; {desk.keys['undo']} takes it back.{stays}{met}")
        return None

    screen = InvitationScreen(review, opened.source, keep, desk.session, answers)
    outcome = await desk.ask(screen)
    if isinstance(outcome, Opened):
        await _review(desk, outcome, Review(outcome.reading, ledger.all(), desk.now()))
        return
    if not outcome:
        return
    taken = (*taken, review.reading.text_of("role"))
    if left := [role for role in review.roles_left if role not in taken]:
        await _offer_next(desk, opened, left, taken)


async def _offer_next(
    desk: CommandContext, opened: Opened, left: list[str], taken: tuple[str, ...]
) -> None:
    """Ask whether another role of the same mail is to be kept, too, and show it then."""
    names = clean_line(" and ".join(left))
    question = f"This mail is also about {names}, which is not kept yet."
    yes = f"Look at {clean_line(left[0])}"
    if not await desk.ask(ConfirmDialog("Another role", question, yes=yes, no="Not this one")):
        desk.say(f"{names} is not kept; the notes have the mail.")
        return
    review = Review(opened.reading, desk.session.ledger.all(), desk.now())
    review.aim(NEW)
    review.answer("role", left[0])
    await _review(desk, opened, review, taken=taken)

"""Notes in the actor's own editor."""

import asyncio
import os
import shlex
import tempfile
from pathlib import Path

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.tui.desk import Desk
from callbacktui.tui.kind import FieldError
from callbacktui.tui.kinds import Prose
from callbacktui.tui.screens.editor import EditorScreen

_MOST_BYTES = 1_000_000


async def notes(desk: Desk) -> None:
    """Open the notes in $VISUAL or $EDITOR, and keep what comes back."""
    audition = desk.selected
    if audition is None:
        return
    try:
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    except ValueError:
        desk.say("$EDITOR has a quotation mark too many; e opens the notes in a form.", failed=True)
        return
    if not command:
        desk.say("Set $EDITOR to your editor's name for this; e opens the notes in a form.")
        return
    try:
        file = await asyncio.to_thread(_written, audition.notes)
    except OSError as error:
        desk.say(f"The notes cannot be handed over: {error.strerror or error}.", failed=True)
        return
    trouble = await desk.ask(EditorScreen(command, file))
    if trouble:
        desk.say(trouble, failed=True)
    elif not await _take_back(desk, audition, file):
        return
    await asyncio.to_thread(file.unlink, missing_ok=True)


async def _take_back(desk: Desk, audition: Audition, file: Path) -> bool:
    """Keep what the file says; false where it is still only in the file."""
    try:
        text = await asyncio.to_thread(_read, file)
        said = Prose().read(text, desk.now(), desk.workplace.config.date_order)
    except (OSError, FieldError) as error:
        reason = error.reason if isinstance(error, FieldError) else f"{error}."
        desk.say(f"{reason} What you wrote is in {file}", failed=True)
        return False
    if said == audition.notes:
        return True
    ledger, summary = desk.workplace.ledger, f"Notes on {audition.name}"
    work = ledger.revise([audition.id], lambda a: replace(a, notes=said), summary)
    if trouble := await desk.carry_out(work):
        desk.say(f"Not saved: {trouble} What you wrote is in {file}", failed=True)
        return False
    return True


def _written(text: str) -> Path:
    """A file that only its owner may read, holding `text`."""
    handle, name = tempfile.mkstemp(prefix="callbacktui-notes-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)


def _read(file: Path) -> str:
    with file.open("rb") as opened:
        return opened.read(_MOST_BYTES).decode("utf-8", "replace")

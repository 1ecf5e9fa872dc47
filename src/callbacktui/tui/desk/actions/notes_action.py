"""The command that edits notes in the actor's own editor."""

import asyncio
import os
import shlex
from codecs import getincrementaldecoder
from contextlib import suppress
from functools import partial
from pathlib import Path

from callbacktui.domain.audition import Audition
from callbacktui.store.base.errors import StoreError, display_path
from callbacktui.store.io.drafts import EditorFile
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import FieldError, MultilineField
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.desk.actions.external_editor import EditorScreen
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext

_NOTES = (Field(name="notes", label="Notes"),)
_SEEN = ("notes",)

_MOST_BYTES = 1_000_000


async def notes(desk: CommandContext, about: CommandTarget) -> None:
    """Open the notes in $VISUAL or $EDITOR, and save the result."""
    audition = about.one
    if audition is None:
        return
    try:
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    except ValueError:
        desk.say(f"$EDITOR has an unmatched quotation mark; {_form(desk)}.", failed=True)
        return
    if not command:
        desk.say(f"Set $EDITOR to your editor's name for this; {_form(desk)}.")
        return
    drafts, seen = desk.session.drafts, SeenValues(audition, _NOTES, desk.now)
    key, begun_on = f"notes {audition.id}", seen.begun_on(_SEEN)["notes"]
    try:
        file = await asyncio.to_thread(drafts.editor_file, key, audition.notes, begun_on)
    except StoreError as error:
        desk.say(f"The notes cannot be handed over: {error}", failed=True)
        return
    if file.is_left:
        changed = file.begun_on and seen.restore({"notes": file.begun_on}, _SEEN)
        since = " The notes were changed elsewhere since." if changed else ""
        desk.say(f"What was left in your editor another time is there again.{since}")
    trouble = await desk.ask(EditorScreen(command, file.path, otherwise=_form(desk)))
    if trouble:
        desk.say(trouble, failed=True)
        if await asyncio.to_thread(_holds_more, file.path, audition.notes):
            return
    elif not await _take_back(desk, audition, file, seen):
        return
    await asyncio.to_thread(drafts.drop_editor_file, file)


async def _take_back(
    desk: CommandContext, audition: Audition, file: EditorFile, seen: SeenValues[Audition]
) -> bool:
    """Save the text of the file; false if that failed and the text is only in the file."""
    try:
        text = await asyncio.to_thread(_read, file.path)
        said = MultilineField().read(text, desk.now(), desk.session.config.numeric_order)
    except (OSError, UnicodeDecodeError, FieldError) as error:
        reason = error.reason if isinstance(error, FieldError) else f"{error}."
        if isinstance(error, UnicodeDecodeError):
            reason = "Your editor did not save it as UTF-8."
        desk.say(f"{reason} What you wrote is kept; {desk.keys['notes']} has it", failed=True)
        return False
    if said == audition.notes:
        return True
    ledger, summary = desk.session.ledger, f"Notes on {audition.name}"
    edit = partial(seen.with_changes, changed={"notes": said})
    work = ledger.update([audition.id], edit, summary)
    if trouble := await desk.change(work):
        kept = f"What you wrote is kept; {desk.keys['notes']} has it"
        if audition.id not in ledger:
            kept = f"What you wrote is kept in {display_path(file.path)}"
        desk.say(f"Not saved: {trouble} {kept}", failed=True)
        told = seen.begun_on(_SEEN)["notes"]
        with suppress(StoreError):  # then it is told again
            await asyncio.to_thread(desk.session.drafts.keep_begun_on, file, told)
        return False
    return True


def _form(desk: CommandContext) -> str:
    """Return the hint that the form has the notes, too."""
    return f"{desk.keys['edit']} opens the notes in a form"


def _holds_more(file: Path, notes: str) -> bool:
    """Return whether the file may have text that is not saved, and so has to stay."""
    try:
        return _read(file).strip() != notes.strip()
    except FileNotFoundError:
        return False
    except (OSError, UnicodeDecodeError):
        return True


def _read(file: Path) -> str:
    with file.open("rb") as opened:
        data = opened.read(_MOST_BYTES)
    return getincrementaldecoder("utf-8")().decode(data, final=len(data) < _MOST_BYTES)

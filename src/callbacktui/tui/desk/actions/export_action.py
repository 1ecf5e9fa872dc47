"""The export command, and the one that opens the practice log."""

import asyncio

from callbacktui.exchange.export_formats import FORMATS, ExportData, format_of
from callbacktui.store.backup.portable_backup import why_not_writable, write_portable
from callbacktui.store.base.errors import StoreError
from callbacktui.store.io.disk import Disk
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.forms.file_paths import path_in
from callbacktui.tui.practice.screen import PracticeScreen
from callbacktui.tui.shell.desk_protocol import CommandContext

_DRAFT = "export"
_HINT = (
    "A new file. Ending in .json it has all there is, and import brings it back; ending in .csv "
    "it has a row for each audition, for a spreadsheet; ending in .ics it is a calendar."
)


async def practice(desk: CommandContext) -> None:
    """Open the practice log."""
    await desk.ask(PracticeScreen(desk))


async def export(desk: CommandContext) -> None:
    """Ask for a new file, and export to it in the format of its ending."""
    place = desk.workplace
    question = LineDialog(
        "Export",
        drafts=place.drafts,
        clock=place.clock,
        draft_key=_DRAFT,
        hint=_HINT,
        validate=_why_not,
    )
    line = await desk.ask(question)
    if not line:
        return
    path, auditions = path_in(line), place.ledger.all()
    now = desk.now()

    def write() -> None:
        taken = ExportData(place.repository.records(), auditions, now)
        write_portable(path, FORMATS[format_of(path)](taken), Disk())

    try:
        await asyncio.to_thread(write)
    except StoreError as failure:
        desk.say(f"Not exported: {failure}", failed=True)
        return
    await asyncio.to_thread(place.drafts.drop, _DRAFT)
    count = len(auditions)
    desk.say(f"{count} audition{'' if count == 1 else 's'} written to {path}.")


def _why_not(line: str) -> str:
    if not line.strip():
        return "Write where the file is to be, such as ~/auditions.json."
    path = path_in(line)
    if path.suffix.lower().removeprefix(".") not in FORMATS:
        return f"End its name in {' or '.join(f'.{form}' for form in FORMATS)}."
    return why_not_writable(path)

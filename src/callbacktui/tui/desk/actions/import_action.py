"""The command that imports a file: a sheet with its preview, or the JSON of an export."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from callbacktui.domain.change import Record
from callbacktui.exchange.json_document import (
    MOST_BYTES,
    ImportedDocument,
    looks_like_json,
    read_document,
)
from callbacktui.exchange.spreadsheet.types import SheetError
from callbacktui.json_import import compare_document, import_notes
from callbacktui.sheet_import import keep_import
from callbacktui.store.base.errors import display_path, reason_of
from callbacktui.store.io.disk import Disk
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.shell.desk_protocol import CommandContext

_FOLDER: Final = "import folder"
_MOST_NAMED: Final = 3


async def bring_in(desk: CommandContext) -> None:
    """Ask for a file, show how it is read, and keep it; going back leads to the files again."""
    from callbacktui.tui.importing.file_screen import FileScreen
    from callbacktui.tui.importing.preview_screen import ImportScreen, SheetFile

    memory = desk.session.memory
    while True:
        folder = await asyncio.to_thread(_start, memory.get(_FOLDER, ""))
        path = await desk.ask(FileScreen(folder))
        if path is None:
            return
        await asyncio.to_thread(memory.put, _FOLDER, str(path.parent))
        try:
            data, _ = await asyncio.to_thread(Disk().read_whole, path, MOST_BYTES)
        except OSError as error:
            desk.say(f"{display_path(path)} cannot be read: {reason_of(error)}.", failed=True)
            continue
        if looks_like_json(data):
            await _import_json(desk, path, data)
            return

        async def keep(records: Sequence[Record], name: str = path.name) -> str | None:
            return await desk.run_change(keep_import(desk.session, records, name))

        screen = ImportScreen(SheetFile(path.name, path.stem, data), desk.session, keep)
        if count := await desk.ask(screen):
            _say_kept(desk, count, path)
            return


async def _import_json(desk: CommandContext, path: Path, data: bytes) -> None:
    try:
        brought = await asyncio.to_thread(read_document, data)
    except SheetError as error:
        desk.say(f"{path.name}: {error}", failed=True)
        return
    compared = compare_document(brought, desk.session)
    count = len(compared.arriving)
    if not count:
        desk.say(f"All that can be read in {path.name} is here already.")
        return
    question = ConfirmDialog(
        f"Import: {path.name}",
        "\n".join(
            (f"{compared.words}.", *import_notes(brought, compared), *_unreadable_lines(brought))
        ),
        yes=f"Keep {count:,}",
        no="Leave it",
    )
    if await desk.ask(question) and not await desk.run_change(
        keep_import(desk.session, compared.arriving, path.name)
    ):
        _say_kept(desk, count, path)


def _unreadable_lines(brought: ImportedDocument) -> list[str]:
    lines = [
        f"{row.column}, record {row.row}: {row.reason}. {row.mend}."
        for row in brought.unreadable[:_MOST_NAMED]
    ]
    if len(brought.unreadable) > _MOST_NAMED:
        lines.append(f"{len(brought.unreadable)} records in all cannot be read.")
    return lines


def _say_kept(desk: CommandContext, count: int, path: Path) -> None:
    desk.say(f"Kept {count:,} from {path.name}; {desk.keys['undo']} takes it back.")


def _start(last: str) -> Path:
    """Return the folder of the last import, the home folder if there was none or it is gone."""
    return Path(last) if last and Path(last).is_dir() else Path.home()

"""The command that exports what is kept to a file."""

import asyncio
from collections.abc import Mapping
from itertools import chain, count
from os.path import lexists
from pathlib import Path

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.text import count_of
from callbacktui.exchange.export_formats import FORMATS, left_out_words
from callbacktui.export import collect_export
from callbacktui.store.backup.portable_backup import why_not_writable, write_portable
from callbacktui.store.base.errors import StoreError
from callbacktui.store.io.disk import Disk
from callbacktui.tui.forms.export_form import EXPORT_FIELDS, ExportRequest
from callbacktui.tui.forms.file_paths import path_in
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.shell.desk_protocol import CommandContext


async def export(desk: CommandContext) -> None:
    """Ask for format, filter and a new file, and export to it."""
    session = desk.session
    first = ExportRequest(file=await asyncio.to_thread(_new_name, desk.now()))

    async def keep(changed: Mapping[str, object]) -> str | None:
        request = replace(first, **changed)
        path = _path_of(request)
        if path.suffix.lower() != f".{request.form}":
            return f"End its name in .{request.form}, or leave the ending out."
        if why := await asyncio.to_thread(why_not_writable, path):
            return why

        def write() -> str:
            taken = collect_export(session, desk.now(), request.filter, with_nda=request.with_nda)
            write_portable(path, FORMATS[request.form](taken), Disk())
            auditions = count_of(len(taken.auditions), "audition")
            return f"{auditions} written to {path}. {left_out_words(request.form, taken)}".strip()

        try:
            said = await asyncio.to_thread(write)
        except StoreError as failure:
            return f"Not exported: {failure}"
        desk.say(said)
        return None

    form = FormScreen(
        "Export", EXPORT_FIELDS, first, draft_key="export", keep=keep, session=session
    )
    await desk.ask(form)


def _new_name(now: DateTime) -> str:
    """Return a name after the day for a file in the home folder, with a number if it is taken."""
    day = f"~/callbacktui-{now:%Y-%m-%d}"
    names = chain([day], (f"{day}-{number}" for number in count(2)))
    return next(
        name for name in names if not any(lexists(path_in(f"{name}.{form}")) for form in FORMATS)
    )


def _path_of(request: ExportRequest) -> Path:
    """Return the path that was named, with the ending of the format if it has none."""
    path = path_in(request.file)
    return path if path.suffix else path.with_name(f"{path.name}.{request.form}")

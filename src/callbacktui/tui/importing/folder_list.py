"""The files and folders of a folder, to choose a file from."""

import datetime as dt
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.binding import BindingType
from textual_fspicker.parts.directory_navigation import DirectoryEntry, DirectoryNavigation
from textual_fspicker.path_filters import Filter

from callbacktui.domain.dates.style import format_date
from callbacktui.domain.text import clean_line
from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.import_dialogs import FOLDER
from callbacktui.tui.components.screen_workers import KeysWait, ScreenWorkers

ENDINGS: Final = frozenset({
    ".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xls", ".xlsb", ".xlsm", ".ods", ".json", ".ics",
    ".html", ".htm",
})  # fmt: skip
"""The endings of the files that are listed; any other can be named."""

_UNITS: Final = ("bytes", "KB", "MB", "GB")


class FileEntry(DirectoryEntry):
    """A file with its day and size, or a folder."""

    def _as_renderable(self, location: Path) -> RenderableType:
        row = Table.grid(expand=True, padding=(0, 2, 0, 0))
        row.add_column(no_wrap=True, overflow="ellipsis", ratio=1)
        row.add_column(no_wrap=True, justify="right", width=13)
        row.add_column(no_wrap=True, justify="right", width=11)
        try:
            seen = location.stat()
        except (OSError, ValueError):
            seen = None
        name = clean_line(location.name)
        if seen is None or stat.S_ISDIR(seen.st_mode):
            row.add_row(Text(f"{name}/", "bold"))
        else:
            day = dt.date.fromtimestamp(seen.st_mtime)  # noqa: DTZ012 -- as the file manager shows it
            row.add_row(Text(name), Text(format_date(day, year=True)), Text(_size(seen.st_size)))
        return row


class FolderList(DirectoryNavigation):
    """The folders, and the files that may hold auditions; a folder that cannot be read is empty."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FOLDER)]

    DEFAULT_CSS = """
    FolderList, FolderList:focus { border: none; }
    FolderList:blur > .option-list--option-highlighted { background: $panel; text-style: none; }
    """

    def __init__(self, location: Path) -> None:
        super().__init__(location)
        self.file_filter = Filter("sheets", lambda path: path.suffix.lower() in ENDINGS)

    def _load(self) -> None:  # type: ignore[override]  # not a worker of the widget, see below
        """Read the folder in a thread; keys wait for it."""
        screen, here = self.screen, self.location
        assert isinstance(screen, ScreenWorkers)  # noqa: S101 -- every screen of ours is one

        def read() -> None:
            entries = list(self._listed(here))
            self.app.call_from_thread(self._fill, here, entries)

        screen.run_worker(read, keys=KeysWait.UNLESS_ESC, group="folder", thread=True)

    def _listed(self, folder: Path) -> Iterable[DirectoryEntry]:
        try:
            for path in folder.iterdir():
                if not self.hide(path):
                    yield FileEntry(path, self._styles)
        except OSError:
            return

    def _fill(self, folder: Path, entries: list[DirectoryEntry]) -> None:
        if folder == self.location:
            self._entries = entries
            self._repopulate_display()

    def _repopulate_display(self) -> None:
        up = [] if self.is_root else [FileEntry(self.location / "..", self._styles)]
        self.set_options([*up, *self._sort(self._entries)])
        self.highlighted = min(len(up), len(self.options) - 1) if self.options else None


def _size(count: int) -> str:
    """Return a size in words, such as "24 KB"."""
    size, unit = float(count), 0
    while size >= 1000 and unit < len(_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    return f"{size:.0f} {_UNITS[unit]}"

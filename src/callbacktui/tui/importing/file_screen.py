"""The dialog in which a file is chosen: its path typed or pasted, or picked from a folder."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from callbacktui.store.base.errors import display_path
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import BROWSING, DIALOG
from callbacktui.tui.commands.import_dialogs import FILE, FOLDER
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.forms.file_paths import paths_in, why_no_file
from callbacktui.tui.importing.folder_list import FolderList

_MOVES = tuple(command for command in BROWSING if command.id != "list_close")


class FileScreen(Dialog[Path | None]):
    """Ask for a file, starting in `folder`; `None` if the actor goes back."""

    TITLE = "Import: which file?"
    PLACE = Place.FILE
    PALETTE_COMMANDS = (*FILE, *FOLDER, *_MOVES, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*FILE, *_MOVES))]

    DEFAULT_CSS = """
    FileScreen {
        & > .frame { width: 96; height: 100%; max-height: 34; }
        & .hint { margin-bottom: 1; }
        & #folder { margin-top: 1; padding: 0 1; height: 1; color: $muted; }
        & FolderList {
            height: 1fr;
            min-height: 1;
            min-width: 4;
            background: $panel;
            background-tint: $foreground 0%;
            scrollbar-size-vertical: 1;
            &:focus { background-tint: $foreground 0%; }
        }
        &.-tiny .hint { margin-bottom: 0; }
        &.-tiny #folder { margin-top: 0; }
    }
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def body(self) -> ComposeResult:
        how = (
            "A spreadsheet (CSV, XLSX, ODS), a calendar, or the JSON of an export. Type or paste "
            "its path, drag it here, or pick it below. Nothing is kept yet."
        )
        yield Static(Content(how), classes="hint")
        yield LineEntry(placeholder="~/Documents/auditions.csv")
        yield Static(markup=False, classes="trouble")
        yield Static(markup=False, id="folder")
        yield FolderList(self._folder)

    def on_mount(self) -> None:
        self.query_one(LineEntry).focus()

    @on(FolderList.Changed)
    def moved(self, event: FolderList.Changed) -> None:
        """Say which folder is listed."""
        event.stop()
        self.query_one("#folder", Static).update(Content(display_path(event.navigation.location)))

    @on(FolderList.Selected)
    def picked(self, event: FolderList.Selected) -> None:
        """Take the file that was picked."""
        event.stop()
        self.dismiss(event.path)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Hide the error once the line changes."""
        event.stop()
        self.complain()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Take the file that the line names, or say why it cannot be taken.

        A folder is listed. Without a line it is the file under the cursor of the list, once the
        focus is there.
        """
        line = self.query_one(LineEntry).written
        listed = self.query_one(FolderList)
        if not line.strip():
            if listed.has_focus:
                listed.action_select()
            else:
                listed.focus()
            return
        [path, *more] = paths_in(line)
        if path.is_dir() and not more:
            listed.location = path
            self.query_one(LineEntry).rewrite("")
            listed.focus()
        elif reason := why_no_file(line):
            self.complain(reason)
        elif more:
            self.complain("One file at a time, please.")
        else:
            self.dismiss(path)

    def action_move(self, by: int) -> None:
        """Move the cursor in the list."""
        listed = self.query_one(OptionList)
        if listed.option_count:
            at = (listed.highlighted or 0) + by
            listed.highlighted = max(0, min(at, listed.option_count - 1))

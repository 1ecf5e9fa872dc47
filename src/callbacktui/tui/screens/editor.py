"""A file in the actor's own editor, which has the terminal to itself meanwhile."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult, SuspendNotSupported
from textual.content import Content
from textual.widgets import Static

from callbacktui.tui.screens.dialog import Dialog


class EditorScreen(Dialog[str], inherit_bindings=False):
    """Waits while `command` edits `file`; gives the words that say why it did not, or none.

    `otherwise` says what to do where no editor can be opened.
    """

    TITLE = "Notes"
    DEFAULT_CSS = "EditorScreen > .frame { width: 56; }"

    def __init__(self, command: Sequence[str], file: Path, *, otherwise: str) -> None:
        super().__init__()
        self._command = tuple(command)
        self._file = file
        self._otherwise = otherwise

    def body(self) -> ComposeResult:
        """Something to see, should the editor have a window of its own."""
        yield Static(Content("Your editor is open; close it to come back."))

    def on_mount(self) -> None:
        """Begin once this is on screen."""
        self.call_after_refresh(self._edit)

    def _edit(self) -> None:
        try:
            with self.app.suspend():
                code = subprocess.run([*self._command, str(self._file)], check=False).returncode
        except SuspendNotSupported:
            self.dismiss(f"An editor cannot be opened from here; {self._otherwise}.")
        except OSError as error:
            self.dismiss(f"{self._command[0]} cannot be run: {error.strerror or error}.")
        else:
            ended = f"{self._command[0]} ended with code {code}; the notes stay as they were."
            self.dismiss(ended if code else "")

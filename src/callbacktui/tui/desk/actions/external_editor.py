"""Running the actor's own editor, which takes over the terminal until it is closed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from textual.app import ComposeResult, SuspendNotSupported
from textual.content import Content
from textual.widgets import Static

from callbacktui.tui.components.dialog import Dialog


class EditorScreen(Dialog[str], inherit_bindings=False):
    """Wait while `command` edits `file`; return why that failed, or an empty string.

    `otherwise` says what to do if no editor can be opened.
    """

    TITLE = "Notes"
    DEFAULT_CSS = "EditorScreen > .frame { width: 56; }"

    def __init__(self, command: Sequence[str], file: Path, *, otherwise: str) -> None:
        super().__init__()
        self._command = tuple(command)
        self._file = file
        self._otherwise = otherwise

    def body(self) -> ComposeResult:
        """Yield a message, in case the editor has a window of its own."""
        yield Static(Content("Your editor is open; close it to come back."))

    def on_mount(self) -> None:
        """Start the editor once this screen is drawn."""
        self.call_after_refresh(self._edit)

    def _edit(self) -> None:
        """Suspend the app and run the editor; no error may leave the app suspended."""
        try:
            with self.app.suspend():
                trouble = _run([*self._command, str(self._file)])
        except SuspendNotSupported:
            trouble = f"An editor cannot be opened from here; {self._otherwise}."
        self.dismiss(trouble)


def _run(command: Sequence[str]) -> str:
    """Run an editor and wait for it; return why it failed, or an empty string."""
    name = command[0]
    try:
        with _terminal_kept(), subprocess.Popen(command) as editor:
            _await(editor)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        return f"{name} cannot be run: {reason}."
    code = editor.returncode
    if code < 0:
        return f"{name} was stopped by signal {-code}; the notes stay as they were."
    return f"{name} ended with code {code}; the notes stay as they were." if code else ""


def _await(editor: subprocess.Popen[bytes]) -> None:
    """Wait for the editor to end; continue it if it stops itself, as nobody else could."""
    if sys.platform != "win32":
        while True:
            found = os.waitid(os.P_PID, editor.pid, os.WEXITED | os.WSTOPPED | os.WNOWAIT)
            if found is None or found.si_code not in {os.CLD_STOPPED, os.CLD_TRAPPED}:
                break
            os.waitid(os.P_PID, editor.pid, os.WSTOPPED)
            editor.send_signal(signal.SIGCONT)
    editor.wait()


@contextmanager
def _terminal_kept() -> Iterator[None]:
    """Restore the terminal's modes, in case the editor was killed."""
    if sys.platform == "win32" or not sys.__stdin__ or not sys.__stdin__.isatty():
        yield
        return
    import termios

    modes = termios.tcgetattr(sys.__stdin__)
    try:
        yield
    finally:
        termios.tcsetattr(sys.__stdin__, termios.TCSADRAIN, modes)

"""Runs the real program in a pseudo terminal that tests can type into, signal and close."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

ROOT: Final = Path(__file__).parents[2]
_LEAST_ROWS, _LEAST_COLUMNS = 24, 80
_PATIENCE: Final = 30.0
"""Seconds to wait for a text before a test fails; generous, for a busy machine."""

LEAVING: Final = 10.0
"""Seconds to wait for the program to exit; on an idle machine it takes at most two."""

_QUIET: Final = 1.0

_ESCAPES: Final = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|[()].|[=>78])")


def _heed_hang_up() -> None:
    """Restore the default SIGHUP handler, since the tests may run under nohup."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Window:
    """Runs `callbacktui` on a pseudo terminal; `said` is everything it has drawn."""

    process: subprocess.Popen[bytes]

    def __init__(
        self,
        db: Path,
        *arguments: str,
        become: Sequence[str] = (),
        program: Sequence[str] = ("-m", "callbacktui"),
        first: Callable[[], object] = _heed_hang_up,
        start: bool = True,
        **settings: str,
    ) -> None:
        self._command = [*become, sys.executable, *program, "--db", str(db), *arguments]
        self._first = first
        self._settings = settings
        self.master, self.slave = pty.openpty()
        termios.tcsetwinsize(self.slave, (_LEAST_ROWS, _LEAST_COLUMNS))
        self.modes = termios.tcgetattr(self.slave)
        self.said = b""
        if start:
            self.start()

    def start(self) -> None:
        """Start the program."""
        quiet = {"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        self.process = subprocess.Popen(
            self._command,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env={**os.environ, **quiet, **self._settings},
            start_new_session=True,
            preexec_fn=self._first,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()
        self.hang_up()

    @property
    def words(self) -> str:
        """The text drawn, on one line and without escape sequences."""
        return " ".join(_ESCAPES.sub(b"", self.said).decode("utf-8", "replace").split())

    def until(self, *words: str) -> None:
        """Wait until all of `words` have been drawn since the last key press."""
        deadline = time.monotonic() + _PATIENCE
        while not all(word in self.words for word in words):
            if not can(self.master, select.POLLIN, deadline - time.monotonic()):
                raise TimeoutError(f"{words!r} never came; drawn: {self.words[-900:]!r}")
            try:
                self.said += os.read(self.master, 65536)
            except OSError as end:
                raise EOFError(self.words[-900:]) from end

    def quiet(self) -> None:
        """Wait until nothing more is drawn."""
        self._read_up(_QUIET)

    def type(self, text: str) -> None:
        """Press keys; forget what was drawn before."""
        self.said = b""
        os.write(self.master, text.encode())

    def hang_up(self) -> None:
        """Close the terminal."""
        for end in (self.master, self.slave):
            if end >= 0:
                os.close(end)
        self.master = self.slave = -1

    def gone(self, within: float = LEAVING, *, reading: bool = True) -> tuple[int, float]:
        """Wait for the program to exit; return its exit code and CPU seconds."""
        deadline = time.monotonic() + within
        while True:
            pid, status, used = os.wait4(self.process.pid, os.WNOHANG)
            if pid:
                if reading:
                    self._read_up()
                code = os.waitstatus_to_exitcode(status)
                self.process.returncode = code
                return code, used.ru_utime + used.ru_stime
            if time.monotonic() > deadline:
                raise TimeoutError(f"still there after {within} s; drawn: {self.words[-900:]!r}")
            if reading:
                self._read_up(0.01)

    def stopped(self) -> None:
        """Wait until the program is suspended."""
        _, status = os.waitpid(self.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)

    def computed(self) -> float:
        """Return the CPU seconds that the program has used so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _read_up(self, wait: float = 0) -> None:
        """Read what has been drawn, waiting up to `wait` seconds for more."""
        if self.master < 0:
            time.sleep(wait)
        while self.master >= 0 and can(self.master, select.POLLIN, wait):
            self.said += os.read(self.master, 65536)

    def tell(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)


def can(fd: int, do: int, wait: float) -> bool:
    """True if `fd` is ready for reading or writing within `wait` seconds; works for any number."""
    poll = select.poll()
    poll.register(fd, do)
    return bool(poll.poll(max(0, wait) * 1000))

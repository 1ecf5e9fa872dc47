"""Runs a program on a pseudo terminal and measures when it draws and how fast it echoes keys."""

import os
import pty
import select
import signal
import statistics
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_WAIT_SECONDS = 30.0
_SETTLE_SECONDS = 0.4
_ENV = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of an actor's second start: the program's bytecode is cached."""


class Terminal:
    """Runs a command on a pseudo terminal of 120 by 36 cells, and reads what it draws."""

    def __init__(self, command: Sequence[str], env: dict[str, str]) -> None:
        self._master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (36, 120))
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**_ENV, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", **env},
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    def until(self, words: str) -> float:
        """Return the seconds from the start until `words` are drawn."""
        seen = b""
        deadline = time.perf_counter() + _WAIT_SECONDS
        while words.encode() not in seen:
            ready, _, _ = select.select([self._master], [], [], deadline - time.perf_counter())
            if not ready:
                raise TimeoutError(f"{words!r} never came; last drawn: {seen[-600:]!r}")
            seen += os.read(self._master, 65536)
        return time.perf_counter() - self.started

    def echo(self, key: bytes) -> float:
        """Press a key, and return the seconds until anything is drawn."""
        self._quiet()
        pressed = time.perf_counter()
        os.write(self._master, key)
        ready, _, _ = select.select([self._master], [], [], _WAIT_SECONDS)
        if not ready:
            raise TimeoutError(f"{key!r} was never answered")
        return time.perf_counter() - pressed

    def press(self, key: bytes) -> None:
        """Press a key, and read until nothing more is drawn."""
        os.write(self._master, key)
        self._quiet()

    @property
    def cpu(self) -> float:
        """The seconds of processor time that the program has used."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def peak_memory(self) -> float:
        """The most memory that the program has had, in MiB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def _quiet(self) -> None:
        while select.select([self._master], [], [], _SETTLE_SECONDS)[0]:
            os.read(self._master, 65536)


def python(*words: str) -> list[str]:
    """Return a command that runs this Python interpreter."""
    return [sys.executable, *words]


def median_of(times: int, measure: Callable[[], float]) -> float:
    """Return the median of several measurements, in milliseconds."""
    return statistics.median(measure() for _ in range(times)) * 1000


BARE = str(Path(__file__).with_name("bare.py"))

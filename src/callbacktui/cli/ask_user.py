"""Asks the person at the terminal, also when standard input is a pipe, as from a mail program."""

import sys
from pathlib import Path
from typing import Final

_DEVICE: Final = Path("/dev/tty")


def can_ask() -> bool:
    """Whether somebody can read a question and answer it."""
    if not sys.stderr.isatty():
        return False
    if sys.stdin.isatty():
        return True
    try:
        with _DEVICE.open(encoding="utf-8"):
            return True
    except OSError:
        return False


def read_answer(question: str) -> str:
    """Ask on stderr, and return the line that is typed at the terminal; empty if it is gone."""
    sys.stderr.write(question)
    sys.stderr.flush()
    try:
        if sys.stdin.isatty():
            return sys.stdin.readline(200).strip()
        with _DEVICE.open(encoding="utf-8", errors="replace") as device:
            return device.readline(200).strip()
    except OSError:
        return ""

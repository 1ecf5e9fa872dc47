"""Makes standard input, output and error safe to use, whatever they are.

A terminal without UTF-8 gets text that it can show, the file descriptor of a closed stream is not
reused for another file, and output that cannot be written is reported in words.
"""

import codecs
import io
import os
import sys
import unicodedata
from contextlib import suppress
from typing import Final, TextIO

from callbacktui.cli.errors import CommandError

READER_GONE: Final = 141
"""The exit code when the reader of the output is gone, as in a shell: 128 + SIGPIPE."""

_READABLE: Final = "callbacktui.readable"
_ASCII_FORMS: Final = {
    "\u2026": "...", "\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'",
    "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u00b7": "-", "\u2022": "*",
    "\u2192": "->", "\u2190": "<-", "\u203a": ">", "\u2039": "<", "\u00d7": "x",
    "\u00df": "ss", "\u00f8": "o", "\u0142": "l",
}  # fmt: skip

_KEPT: Final = list[TextIO]()


class ReaderGone(Exception):
    """Nobody reads the output anymore, as after `| head -1`; this is not an error."""


class OutputFailed(CommandError):
    """The output could not be written."""

    exit_code = 3

    def __init__(self, error: OSError) -> None:
        from callbacktui.store.base.errors import reason_of

        super().__init__(f"The output could not be written: {reason_of(error)}.")


class Output(io.TextIOWrapper):
    """Standard output.

    Raises:
        ReaderGone, OutputFailed: if it cannot be written.
    """

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError as error:
            raise _discard_output(error) from error

    def write_data(self, text: str) -> None:
        """Write text in UTF-8, whatever the encoding of the stream."""
        self.write_bytes(text.encode("utf-8", "replace"))

    def write_bytes(self, data: bytes) -> None:
        self.flush()
        try:
            self.buffer.write(data)
            self.buffer.flush()
        except OSError as error:
            raise _discard_output(error) from error

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            raise _discard_output(error) from error


def make_streams_safe() -> None:
    """Make the standard streams of this process safe; call it before any file is opened."""
    codecs.register_error(_READABLE, _replace_unencodable)
    for number, name, flags in (
        (0, "stdin", os.O_RDONLY),
        (1, "stdout", os.O_RDONLY),  # so that writing to it fails, as it should
        (2, "stderr", os.O_WRONLY),
    ):
        if getattr(sys, name) is None:
            _occupy(number, flags)
            setattr(sys, name, os.fdopen(number, "w" if number else "r", closefd=False))
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors=_READABLE)
    out = sys.stdout
    _KEPT.append(out)  # keep a reference: when collected, it closes the buffer it wraps
    sys.stdout = Output(
        out.buffer,
        encoding=out.encoding,
        errors=_READABLE,
        line_buffering=out.isatty(),
    )


def _occupy(number: int, flags: int) -> None:
    opened = os.open(os.devnull, flags)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)


def _discard_output(error: OSError) -> ReaderGone | OutputFailed:
    """Send unwritten output to /dev/null, or Python would raise again when it flushes at exit."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
    return ReaderGone() if isinstance(error, BrokenPipeError) else OutputFailed(error)


def _replace_unencodable(error: UnicodeError) -> tuple[str, int]:
    """Replace characters that an encoding does not have by ASCII ones (an error handler)."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    return "".join(map(_to_ascii, text)), error.end


def _to_ascii(letter: str) -> str:
    bare = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return _ASCII_FORMS.get(letter) or bare or "?"

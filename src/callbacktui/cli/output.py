"""Prints data on stdout and messages on stderr, without control or invisible characters."""

import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from callbacktui.cli.streams import Output, OutputFailed, ReaderGone
from callbacktui.cli.text import wrap_for_terminal
from callbacktui.domain.text import clean

_UNSEEN: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]")


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text, with control and bidi characters made visible."""
    # click.echo is not used: it bypasses a stream that it considers misconfigured.
    sys.stdout.writelines(f"{clean(line)}\n" for line in lines)
    sys.stdout.flush()


def print_data(text: str) -> None:
    """Print text for other programs, in UTF-8 whatever the terminal's encoding is."""
    out = sys.stdout
    if isinstance(out, Output):
        out.write_data(text)
    else:
        out.write(text)


def print_json(document: object) -> None:
    """Print a JSON document, with characters that a terminal might act on escaped."""
    import msgspec

    print_json_text(msgspec.json.format(msgspec.json.encode(document), indent=2).decode())


def print_json_text(text: str) -> None:
    """Print text that is JSON already, with characters that a terminal might act on escaped."""
    print_data(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def print_bytes(data: bytes) -> None:
    """Print bytes as they are."""
    if isinstance(sys.stdout, Output):
        sys.stdout.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)


def print_afterwards(lines: Iterable[str]) -> None:
    """Print lines after the work is done, so it does not matter if they cannot be printed."""
    with suppress(OutputFailed, ReaderGone):
        print_lines(lines)


def print_message(words: str, hang: str = "") -> None:
    """Print a message on stderr; `hang` indents the lines after the first."""
    with suppress(OSError):  # stderr is closed; the work is done all the same
        sys.stderr.write(f"{wrap_for_terminal(clean(words), sys.stderr, hang)}\n")
        sys.stderr.flush()


def is_terminal() -> bool:
    """Whether both stdin and stdout are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()

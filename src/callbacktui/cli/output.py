"""What the commands print: data on stdout, words on stderr, and nothing unseen in either."""

import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from callbacktui.cli.streams import Output, OutputFailed, ReaderGone
from callbacktui.cli.text import fitted
from callbacktui.domain.text import clean

_UNSEEN: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]")


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text, control and bidi characters made visible."""
    # Not by click, which writes past a stream that it takes for misconfigured.
    sys.stdout.writelines(f"{clean(line)}\n" for line in lines)
    sys.stdout.flush()


def put_data(text: str) -> None:
    """Print text that other programs read: in UTF-8, whatever the terminal's encoding is."""
    out = sys.stdout
    if isinstance(out, Output):
        out.write_data(text)
    else:
        out.write(text)


def print_json(document: object) -> None:
    """Print one JSON document; what a terminal might act on is escaped, so nothing is lost."""
    import msgspec

    print_json_text(msgspec.json.format(msgspec.json.encode(document), indent=2).decode())


def print_json_text(text: str) -> None:
    """Print text that is JSON already, in the same way."""
    put_data(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def put_bytes(data: bytes) -> None:
    """Print bytes as they are."""
    if isinstance(sys.stdout, Output):
        sys.stdout.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)


def put_after(lines: Iterable[str]) -> None:
    """Print what only says once more what is done: if it cannot be printed, it is done as well."""
    with suppress(OutputFailed, ReaderGone):
        print_lines(lines)


def print_message(words: str, hang: str = "") -> None:
    """Say something to the person on stderr; `hang` stands before the lines below the first."""
    with suppress(OSError):  # nobody hears it; what was done is done
        sys.stderr.write(f"{fitted(clean(words), sys.stderr, hang)}\n")
        sys.stderr.flush()


def is_terminal() -> bool:
    """True where a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()

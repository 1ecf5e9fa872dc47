"""A terminal driver that notices when the terminal goes away and does not wait for it."""

import os
import re
import select
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator, Sequence
from threading import Thread
from typing import Final

from textual.driver import Driver
from textual.events import Event, Key
from textual.message import Message

_MOST_READ: Final = 4096
_WAIT_SECONDS: Final = 0.1
_NO_HAND: Final = 5
"""This many keys in one read are a paste or typed ahead; fewer can be a slow line."""

_PASTE_BEGINS: Final = "\x1b[200~"
_PASTE_ENDS: Final = "\x1b[201~"
_END_BEGUN: Final = re.compile(r"\x1b(?:\[(?:2(?:0(?:1)?)?)?)?\Z")
_ESC_SHOWN: Final = "\u241b"
_MOUSE: Final = re.compile(rb"\x1b\[M[\x20-\xff]{3}")
_MOUSE_BEGUN: Final = re.compile(rb"\x1b\[M[\x20-\xff]{0,2}\Z")


class Burst(Event, bubble=False):
    """Keys that arrived in one read, faster than anybody types."""

    def __init__(self, keys: Sequence[Key]) -> None:
        self.keys = tuple(keys)
        super().__init__()


class InputText:
    """Decodes the bytes of a terminal, whatever they are.

    Invalid UTF-8 becomes a replacement character. Old mouse reports are left out: their numbers are
    raw bytes and would be taken for letters. An escape character in a paste becomes the sign for
    it: Textual 8.2.8 takes what comes after it for keys.
    """

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._begun = b""
        self._is_paste = False
        self._before = self._held = ""

    def read(self, data: bytes) -> str:
        """Return the text of `data`; an incomplete character or report waits for the rest."""
        data = _MOUSE.sub(b"", self._begun + data)
        begun = _MOUSE_BEGUN.search(data)
        self._begun = begun[0] if begun else b""
        return "".join(self._parts(self._decode(data[: len(data) - len(self._begun)])))

    def _parts(self, text: str) -> Iterator[str]:
        """Yield `text` in parts, without the escape characters of a paste; its end may wait."""
        text, self._held = self._held + text, ""
        while text:
            if self._is_paste:
                inside, end, text = text.partition(_PASTE_ENDS)
                if not end and (begun := _END_BEGUN.search(inside)):
                    inside, self._held = inside[: begun.start()], begun[0]
                self._is_paste = not end
                yield inside.replace("\x1b", _ESC_SHOWN) + end
                continue
            seen = self._before + text
            before, begins, text = seen.partition(_PASTE_BEGINS)
            self._is_paste = bool(begins)
            yield (before + begins)[len(self._before) :]
            self._before = "" if begins else before[1 - len(_PASTE_BEGINS) :]


def in_bursts(messages: Sequence[Message]) -> Iterator[Message]:
    """Yield the messages of one read, with many keys in a row as one burst."""
    keys: list[Key] = []
    for message in (*messages, None):
        if isinstance(message, Key):
            keys.append(message)
            continue
        yield from [Burst(keys)] if len(keys) >= _NO_HAND else keys
        keys = []
        if message is not None:
            yield message


def watching_driver(usual: type[Driver], gone: Callable[[], None]) -> type[Driver]:
    """Return the driver to use instead of `usual`; it calls `gone` if the terminal goes away.

    The call comes from any thread, and may come more than once.
    """
    if sys.platform == "win32":
        return usual
    from textual._xterm_parser import XTermParser
    from textual.drivers.linux_driver import LinuxDriver

    if usual is not LinuxDriver:
        return usual

    class Terminal(LinuxDriver):
        """Textual's driver for Linux, with a watch on the terminal.

        Textual 8.2.8 reads the end of a closed terminal in a busy loop, and blocks forever on the
        thirty-first write to it.
        """

        _watcher: Thread | None = None

        def run_input_thread(self) -> None:
            """Read keys until the app exits or the terminal goes away."""
            if self._watcher is None:
                self._watcher = Thread(target=self._watch, name="terminal-watch", daemon=True)
                self._watcher.start()
            try:
                self._read_keys()
            except OSError:
                self._hung_up()

        def _read_keys(self) -> None:
            """Read until the app exits; an error in one read loses only that read."""
            text, parser = InputText(), XTermParser(self._debug)
            while not self.exit_event.is_set():
                is_there = select.select([self.fileno], [], [], _WAIT_SECONDS)[0]
                data = os.read(self.fileno, _MOST_READ) if is_there else b""
                if is_there and not data:
                    self._hung_up()
                    return
                try:
                    found = [*parser.feed(words)] if (words := text.read(data)) else []
                    for message in in_bursts([*found, *parser.tick()]):
                        self.process_message(message)
                except Exception as error:  # noqa: BLE001 - the thread's one guard
                    parser = XTermParser(self._debug)
                    self._app.call_later(self._app._handle_exception, error)

        def write(self, data: str) -> None:
            """Write, unless the terminal is gone."""
            if self._writer_thread is None:
                return
            if self._writer_thread.is_alive():
                super().write(data)
            else:
                self._hung_up()

        def close(self) -> None:
            """Stop the writer, unless it is gone already."""
            if self._writer_thread is not None and self._writer_thread.is_alive():
                super().close()
            self._writer_thread = None

        def _watch(self) -> None:
            poll = select.poll()
            poll.register(self.fileno, 0)
            ((_, found),) = poll.poll()
            if found & (select.POLLHUP | select.POLLERR):
                self._hung_up()

        def _hung_up(self) -> None:
            self.exit_event.set()  # stop reading
            gone()

    return Terminal

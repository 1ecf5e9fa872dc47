"""The terminal, which may go away at any time: nothing waits for one that is gone."""

import select
import sys
from collections.abc import Callable
from threading import Thread

from textual.driver import Driver


def watched(usual: type[Driver], gone: Callable[[], None]) -> type[Driver]:
    """The driver to use where Textual would use the `usual` one; `gone` is called at its end.

    That call comes from any thread, and may come again.
    """
    if sys.platform == "win32":
        return usual
    from textual.drivers.linux_driver import LinuxDriver

    if usual is not LinuxDriver:
        return usual

    class Terminal(LinuxDriver):
        """Textual's own terminal, watched.

        Textual 8.2.8 reads the end of a closed terminal again and again, as fast as it can, and
        waits for ever to write the thirty-first piece to it.
        """

        _watcher: Thread | None = None

        def run_input_thread(self) -> None:
            """Read keys until the app is left, or until there is nobody to press any."""
            if self._watcher is None:
                self._watcher = Thread(target=self._watch, name="terminal-watch", daemon=True)
                self._watcher.start()
            try:
                super().run_input_thread()
            except OSError:
                self._hung_up()

        def write(self, data: str) -> None:
            """Write, where anything can be."""
            if self._writer_thread is None:
                return
            if self._writer_thread.is_alive():
                super().write(data)
            else:
                self._hung_up()

        def close(self) -> None:
            """Let go of the terminal."""
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
            self.exit_event.set()  # nothing is read any more
            gone()

    return Terminal

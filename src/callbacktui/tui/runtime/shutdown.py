"""Shutdown on a signal: what is typed is saved, and the program ends in time.

SIGTERM leads here, SIGHUP unless the parent process ignores it, and a terminal that has gone away,
even under nohup: without one there is nothing to draw on and nobody to ask.
"""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from typing import Any, Final

from textual.app import App
from textual.css.query import NoMatches
from textual.worker import WorkerError

from callbacktui.store.base.errors import StoreError
from callbacktui.tui.components.screen_workers import SAVES

_SAVING_SECONDS: Final = 0.7
_LAST_SECONDS: Final = 1.2
_STUCK_DISK_SECONDS: Final = 0.5
_SIGNAL_EXIT_BASE: Final = 128
_HUNG_UP: Final = 1


class ShutdownHandler:
    """Ends the app when it is terminated.

    Usually by closing every screen. If an editor or a stuck terminal delays that too long, it ends
    the process at the last moment. Either way nothing is lost: the system releases the lock, and
    the journal has every change.
    """

    def __init__(self, app: App[Any], end: Callable[[int], None] = os._exit) -> None:
        self._app = app
        self._end = end
        self._loop: asyncio.AbstractEventLoop | None = None
        self._going: asyncio.Task[None] | None = None
        self._code = 0

    def prepare(self) -> None:
        """Install the signal handlers; call it from the app's thread, once its loop runs."""
        self._loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)  # Windows has no SIGHUP
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, lambda number, _: self.begin(number))
        # Ctrl+C is a key here. The signal comes from an editor that has the terminal.
        signal.signal(signal.SIGINT, lambda *_: None)

    def begin(self, number: int = _HUNG_UP) -> None:
        """Begin to shut down for the signal `number`; from any thread, and only once."""
        if self._code:
            return
        self._code = _SIGNAL_EXIT_BASE + number
        _in_time(_LAST_SECONDS, self._end_at_once)
        keep_drafts(self._app)  # first of all, even if the loop is busy
        if self._loop:
            with suppress(RuntimeError):  # the loop is closed, so the app ends anyway
                self._loop.call_soon_threadsafe(self._go)

    def _go(self) -> None:
        self._going = asyncio.ensure_future(self._leave())

    async def _leave(self) -> None:
        """Wait a moment for saves under way, which drop their drafts, then exit."""
        saves = [worker for worker in self._app.workers if worker.group == SAVES]
        if saves:
            with suppress(WorkerError, TimeoutError):
                await asyncio.wait_for(
                    self._app.workers.wait_for_complete(saves), timeout=_SAVING_SECONDS
                )
        self._app.exit(return_code=self._code)

    def _end_at_once(self) -> None:
        """Save the drafts and end the process, without the app's loop."""
        _in_time(_STUCK_DISK_SECONDS, lambda: self._end(self._code))
        try:
            keep_drafts(self._app)
        finally:
            self._end(self._code)


def keep_drafts(app: App[Any]) -> None:
    """Save the drafts of all open dialogs, from any thread; disk errors are ignored."""
    from callbacktui.tui.components.dialog import Dialog  # imported late, for a fast start

    for screen in app.screen_stack:
        if isinstance(screen, Dialog) and screen.drafting:
            with suppress(StoreError, NoMatches, RuntimeError):  # the screen may be closing
                screen.drafting.keep_at_once()


def _in_time(seconds: float, call: Callable[[], None]) -> None:
    """Call from another thread after `seconds`, if the program still runs by then."""
    timer = Timer(seconds, call)
    timer.daemon = True
    timer.start()

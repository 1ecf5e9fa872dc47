"""Leaving because one is sent away: what is typed is kept, and the program is gone in time.

SIGTERM, and SIGHUP unless whoever started the program had it ignored, lead here, and so does a
terminal that is no longer there: without one there is nothing to show and nobody to ask, nohup
or not.
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

SAVES: Final = "save"
"""The group of workers that keep what a form holds, and then forget its draft: waited for."""

_SAVING_SECONDS: Final = 0.7
_LAST_SECONDS: Final = 1.2
_STUCK_DISK_SECONDS: Final = 0.5
_SENT_AWAY: Final = 128
_HUNG_UP: Final = 1


class ShutdownHandler:
    """How an app goes when it is sent away.

    In the ordinary way, by closing every screen; where that takes too long, because an editor or
    a stuck terminal holds it up, at the last moment and all at once. Either way nothing is lost:
    the system lets go of the lock, and the journal has every change.
    """

    def __init__(self, app: App[Any], end: Callable[[int], None] = os._exit) -> None:
        self._app = app
        self._end = end
        self._loop: asyncio.AbstractEventLoop | None = None
        self._going: asyncio.Task[None] | None = None
        self._code = 0

    def prepare(self) -> None:
        """Answer the signals; to be called from the app's own thread, once its loop runs."""
        self._loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)  # Windows has no SIGHUP
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, lambda number, _: self.begin(number))
        # Ctrl+c is a key here. What sends the signal is an editor that has the terminal.
        signal.signal(signal.SIGINT, lambda *_: None)

    def begin(self, number: int = _HUNG_UP) -> None:
        """Leave, for the signal of that number; from any thread, and once."""
        if self._code:
            return
        self._code = _SENT_AWAY + number
        _in_time(_LAST_SECONDS, self._end_at_once)
        keep_drafts(self._app)  # before anything else, however busy the loop is
        if self._loop:
            with suppress(RuntimeError):  # the loop is over; the end is near anyway
                self._loop.call_soon_threadsafe(self._go)

    def _go(self) -> None:
        self._going = asyncio.ensure_future(self._leave())

    async def _leave(self) -> None:
        """Let a save under way have its end, and with it its draft; then go."""
        saves = [worker for worker in self._app.workers if worker.group == SAVES]
        if saves:
            with suppress(WorkerError, TimeoutError):
                await asyncio.wait_for(
                    self._app.workers.wait_for_complete(saves), timeout=_SAVING_SECONDS
                )
        self._app.exit(return_code=self._code)

    def _end_at_once(self) -> None:
        """What is typed and not on disk yet is written, past an app that does not answer."""
        _in_time(_STUCK_DISK_SECONDS, lambda: self._end(self._code))
        try:
            keep_drafts(self._app)
        finally:
            self._end(self._code)


def keep_drafts(app: App[Any]) -> None:
    """Keep what stands in every dialog, from any thread; what the disk refuses stays undone."""
    from callbacktui.tui.components.dialog import Dialog  # the first list came without it

    for screen in app.screen_stack:
        if isinstance(screen, Dialog) and screen.drafting:
            with suppress(StoreError, NoMatches, RuntimeError):  # the screen may be half gone
                screen.drafting.keep_at_once()


def _in_time(seconds: float, call: Callable[[], None]) -> None:
    """Call from a thread of its own, where the program is still there by then."""
    timer = Timer(seconds, call)
    timer.daemon = True
    timer.start()

"""Keeps the pocket up to date while the program runs: a moment after a change, in a thread."""

import asyncio
from collections.abc import Callable, Coroutine
from time import monotonic
from typing import Any, Final

from textual.app import App

from callbacktui.pocket.result import PocketError, PocketQuestion
from callbacktui.session import Session
from callbacktui.tui.shell.base_screen import BaseScreen

EVERY: Final = 2.0
"""Seconds between two looks at whether something has changed."""

_AGAIN: Final = 30.0
"""Seconds until what failed is tried again, if nothing changes before."""

_NOT_NOW: Final = "The pocket is not written until callbacktui pocket --again."


class PocketSync:
    """Writes the pocket for the app, one write at a time; `show` shows why it is not written.

    What has to be answered first is asked until it is, as soon as no dialog is open.
    """

    def __init__(self, app: App[None], session: Session, show: Callable[[str], None]) -> None:
        self._app = app
        self._pocket = session.pocket
        self._ledger = session.ledger
        self._read_only = session.repository.read_only
        self._show = show
        self.is_busy = False
        self._is_first = True
        self._is_paused = False
        self._question: PocketQuestion | None = None
        self._next_try = 0.0
        self._failed_at: object = None

    def begin(self) -> None:
        """Start looking, if the settings name a folder; a window that only looks writes nothing."""
        if self._pocket.folder and not self._read_only:
            self._app.set_interval(EVERY, self.look)

    def look(self) -> None:
        """Write if something changed, or ask what has to be answered."""
        if self.is_busy or self._is_paused:
            return
        if self._question:
            # While no dialog is open, the question was not answered.
            if isinstance(self._app.screen, BaseScreen):
                self._ask(self._question)
        elif self._is_due():
            self._start(self._write())

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self.is_busy = True
        self._app.run_worker(self._run(work), group="pocket")

    async def _run(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        finally:
            self.is_busy = False

    def _is_due(self) -> bool:
        """True if there is a change, or at the start: the page tells of this day."""
        if self._failed_at is self._ledger.all() and monotonic() < self._next_try:
            return False
        return self._is_first or self._pocket.is_behind

    async def _write(self, *, again: bool = False) -> None:
        try:
            await asyncio.to_thread(self._pocket.write, again=again)
        except PocketQuestion as question:
            self._question = question
        except PocketError as error:
            self._next_try, self._failed_at = monotonic() + _AGAIN, self._ledger.all()
            self._show(error.what)
        else:
            self._is_first, self._failed_at = False, None
            self._show("")

    def _ask(self, question: PocketQuestion) -> None:
        from callbacktui.tui.components.choice_dialog import Choice
        from callbacktui.tui.components.unasked_dialog import UnaskedDialog

        choices = (
            Choice(False, "Not now", "callbacktui pocket --again does it later"),
            Choice(True, "Write it again", "all that is due, as it is now"),
        )
        words = f"{question.what} Nothing was written."
        self._app.push_screen(UnaskedDialog("The pocket", choices, words=words), self._answered)

    def _answered(self, answer: bool | None) -> None:
        self._question = None
        if answer:
            self._start(self._write(again=True))
        else:
            self._is_paused = True
            self._show(_NOT_NOW)

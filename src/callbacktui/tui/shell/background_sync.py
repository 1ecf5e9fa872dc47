"""Background sync with the data file: reads outside changes, and writes the journal's changes.

Nothing is at risk before that happens: every change is in the journal.
"""

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Final, Protocol

from msgspec.structs import replace
from textual.timer import Timer
from textual.worker import Worker

from callbacktui.session import Session
from callbacktui.store.base.errors import StoreChangedOutside, StoreError
from callbacktui.tui.components.screen_workers import KeysWait
from callbacktui.tui.components.store_banner import StoreStatus

IDLE: Final = 1.0
"""Seconds from the last change until the data file is brought up to date."""

EVERY: Final = 0.5
"""Seconds between two looks at whether another program wrote to the data file."""

_AGAIN: Final = 30.0
"""Seconds until what failed is tried again."""


class SyncListener(Protocol):
    """The screen that shows the results of a sync."""

    store_status: StoreStatus

    def show_store_status(self, status: StoreStatus) -> None:
        """Show the new status of the store, if it changed."""

    def show_external_changes(self, words: str) -> None:
        """Show what the ledger read from another program; `words` say what that was, if needed."""

    def ask_about_missing_records(self) -> None:
        """Ask what it means that most records are gone from the data file."""


class BackgroundSync:
    """Syncs with the data file for one screen, one task at a time."""

    def __init__(
        self,
        listener: SyncListener,
        session: Session,
        set_timer: Callable[..., Timer],
        run_worker: Callable[..., Worker[None]],
    ) -> None:
        self._listener = listener
        self._session = session
        self._set_timer = set_timer
        self._run_worker = run_worker
        self._timer: Timer | None = None
        self._turn = asyncio.Lock()
        self._next_look = 0.0

    def soon(self, seconds: float = IDLE) -> None:
        """Schedule a sync after idle `seconds`, in place of one scheduled before."""
        if self._timer:
            self._timer.stop()
        self._timer = self._set_timer(seconds, self.now)

    def now(self) -> None:
        """Read outside changes, then bring the data file up to date."""
        self._timer = None
        self._run_worker(self._flush, keys=KeysWait.NO, group="sync")

    def look(self) -> None:
        """Read what another program wrote to the data file, if anything."""
        self._run_worker(self._look, keys=KeysWait.NO, group="sync")

    def glance(self) -> None:
        """Look, as often as this is called, unless a sync is running or one failed lately."""
        if not self._turn.locked() and monotonic() >= self._next_look:
            self.look()

    async def _flush(self) -> None:
        async with self._turn:
            status = replace(await self._sync_external(), behind="")
            try:
                await asyncio.to_thread(self._session.flush)
                status = replace(status, outside="")
            except StoreChangedOutside as change:
                status = replace(status, outside=str(change))
            except StoreError as wait:
                status = replace(status, behind=str(wait))
            self._listener.show_store_status(status)
            if status.behind or status.outside:
                self.soon(_AGAIN)

    async def _look(self) -> None:
        async with self._turn:
            await self._sync_external()

    async def _sync_external(self) -> StoreStatus:
        """Take in what another program wrote; return the status, which is shown a moment later."""
        repository, ledger = self._session.repository, self._session.ledger
        outside = ""
        try:
            is_changed = await asyncio.to_thread(repository.is_changed_outside)
            if is_changed or ledger.has_news:
                self._listener.show_external_changes(await ledger.sync_external())
        except (StoreError, OSError) as trouble:
            outside = str(trouble)
        self._next_look = monotonic() + _AGAIN if outside or repository.question else 0.0
        status = replace(
            self._listener.store_status, outside=outside, read_only=repository.read_only
        )
        self._listener.show_store_status(status)
        if repository.answerable_question:
            self._listener.ask_about_missing_records()
        return status

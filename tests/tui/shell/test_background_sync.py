"""What a sync found stays on the screen, whatever comes after it."""

import asyncio
from collections.abc import Callable, Coroutine
from types import SimpleNamespace
from typing import Any

from callbacktui.store.base.errors import StoreError
from callbacktui.tui.components.store_banner import StoreStatus
from callbacktui.tui.shell.background_sync import BackgroundSync


class Listener:
    """Shows a status only once its messages are handled, as a screen does."""

    store_status = StoreStatus()

    def __init__(self) -> None:
        self.shown: list[StoreStatus] = []

    def show_store_status(self, status: StoreStatus) -> None:
        if status != self.store_status:
            self.shown.append(status)


def refuse() -> None:
    raise StoreError("The disk is full.", "Make room.")


async def test_read_only_status_survives_the_next_write() -> None:
    repository = SimpleNamespace(
        is_changed_outside=lambda: False,
        read_only="a newer version wrote it",
        question=None,
        answerable_question=None,
    )
    session: Any = SimpleNamespace(
        repository=repository, ledger=SimpleNamespace(has_news=False), flush=refuse
    )
    listener: Any = Listener()
    work: list[Coroutine[Any, Any, None]] = []

    def run(coroutine: Callable[[], Coroutine[Any, Any, None]], **_: object) -> None:
        work.append(coroutine())

    sync: Any = BackgroundSync(listener, session, lambda *_: None, run)  # type: ignore[arg-type]
    sync.now()
    await asyncio.gather(*work)
    assert listener.shown[-1].read_only == "a newer version wrote it"

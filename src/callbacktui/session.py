"""Everything a face needs to work, opened and in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pendulum import DateTime

from callbacktui.config import Config
from callbacktui.ledger import Ledger
from callbacktui.persistence import StoreSnapshot
from callbacktui.store.io.drafts import Drafts
from callbacktui.store.io.paths import state_folder
from callbacktui.store.io.preferences import Preferences
from callbacktui.store.repository import Repository

Clock = Callable[[], DateTime]
"""Tells the time, in the actor's zone; tests and demos bring a stopped one."""


@dataclass(frozen=True, slots=True)
class Session:
    """The ledger and what stands around it, for one run of the program."""

    path: Path
    repository: Repository
    ledger: Ledger
    drafts: Drafts
    memory: Preferences
    config: Config
    clock: Clock
    is_demo: bool = False

    async def restore_backup(self, backup: str) -> None:
        """Hold what a backup holds, after a backup of how things stand; undo takes it back.

        Raises:
            StoreError, OSError: where that could not be done; nothing has changed then.
        """

        def look() -> StoreSnapshot:
            self.repository.restore(backup, self.clock())
            ways = self.repository.ways()
            return StoreSnapshot(self.repository.load(), ways.done, ways.undone)

        await self.ledger.reload(look)

    def settle(self) -> None:
        """Bring the data file up to date, when there is time; every change is safe before that.

        Raises:
            StoreError: where the file has to wait; says why.
        """
        self.repository.settle()

    def close(self) -> str:
        """Let go of the store, so that another may open it; return as `Repository.close`."""
        return self.repository.close()


def open_session(
    path: Path,
    config: Config,
    clock: Clock,
    *,
    is_demo: bool = False,
    read_only: bool | str = False,
    wait: float = 0,
) -> Session:
    """Open the store at `path` and everything around it; `read_only` may say why.

    If another window has it, that is waited for, at most `wait` seconds.

    Raises:
        StoreError: where the store cannot be opened; says why and what to do.
    """
    repository = Repository.open(path, read_only=read_only, clock=clock, wait=wait)
    state = state_folder(path)
    ways = repository.ways()
    return Session(
        path=path,
        repository=repository,
        ledger=Ledger(repository.load(), repository, done=ways.done, undone=ways.undone),
        drafts=Drafts(state),
        memory=Preferences(state),
        config=config,
        clock=clock,
        is_demo=is_demo,
    )

"""The session: everything that one run of the program has open."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from pendulum import DateTime

from callbacktui.config import Config
from callbacktui.hidden_numbers import HiddenNumbers
from callbacktui.ledger import Ledger
from callbacktui.store.io.drafts import Drafts
from callbacktui.store.io.preferences import Preferences
from callbacktui.store.io.state_folder import state_folder
from callbacktui.store.repository import Repository

if TYPE_CHECKING:
    from callbacktui.domain.audition import Audition
    from callbacktui.domain.audition_context import AuditionContext, History
    from callbacktui.domain.board import Board
    from callbacktui.domain.overview_cache import Overview
    from callbacktui.persistence_protocol import StoreSnapshot
    from callbacktui.pocket.pocket import Pocket
    from callbacktui.store.restore import Source

Clock = Callable[[], DateTime]
"""Returns the current time in the actor's zone; tests and demos pass one that stands still."""


class Session(msgspec.Struct, frozen=True, dict=True):
    """The ledger, the store behind it, drafts, preferences and settings of one run.

    `numbers` says whether the numbers about the record are hidden.
    """

    path: Path
    repository: Repository
    ledger: Ledger
    drafts: Drafts
    memory: Preferences
    config: Config
    clock: Clock
    numbers: HiddenNumbers
    is_demo: bool = False
    config_file: Path | None = None
    """The settings file, if it is not the usual one."""

    def __post_init__(self) -> None:
        if self.config.pocket.folder:
            _ = self.pocket  # from now on it knows what changed

    @cached_property
    def pocket(self) -> "Pocket":
        """What keeps the folder of the settings up to date."""
        from callbacktui.pocket.pocket import Pocket  # late: few settings name a folder

        return Pocket(
            self.ledger,
            self.repository,
            self.memory,
            self.config,
            self.clock,
            self.numbers,
            is_demo=self.is_demo,
        )

    @cached_property
    def overview(self) -> "Overview":
        """The boards and the history that all screens share."""
        from callbacktui.domain.overview_cache import Overview  # late: not for every command

        return Overview(self.config.silence)

    @property
    def history(self) -> "History":
        """What all auditions say about one of them."""
        return self.overview.history(self.ledger.open_first())

    def context_of(self, audition: "Audition", now: DateTime) -> "AuditionContext":
        """Return an audition with what the others, and the money, say about it."""
        from callbacktui.domain.audition_context import context_of  # late: not for a list

        return context_of(
            audition,
            self.history,
            now,
            self.config.silence,
            money=self.repository.money.all(),
            numbers_hidden=self.numbers.are_hidden,
        )

    def board(self, now: DateTime) -> "Board":
        """Return the board of all auditions at a time."""
        return self.overview.board(self.ledger.open_first(), now)

    async def restore_backup(self, source: "Source") -> None:
        """Replace all records by those of `source`, in a step that can be undone.

        The current records are backed up first.

        Raises:
            StoreError, OSError: if that failed; nothing has changed then.
        """
        from callbacktui.persistence_protocol import StoreSnapshot

        def restore() -> "StoreSnapshot":
            self.repository.restore(source, self.clock())
            stacks = self.repository.undo_stacks()
            return StoreSnapshot(self.repository.load(), stacks.done, stacks.undone)

        await self.ledger.reload(restore)

    def flush(self) -> None:
        """Bring the data file up to date with the journal; changes are safe before that, too.

        Raises:
            StoreError: if the file cannot be written now; says why.
        """
        self.repository.flush()

    def close(self) -> str:
        """Close the store so that another window can open it; return as `Repository.close`."""
        return self.repository.close()


def open_session(
    path: Path,
    config: Config,
    clock: Clock,
    *,
    is_demo: bool = False,
    read_only: bool | str = False,
    wait: float = 0,
    config_file: Path | None = None,
) -> Session:
    """Open the data file at `path` and everything around it; `read_only` may be the reason.

    If another window has it open, wait up to `wait` seconds.

    Raises:
        StoreError: if the data file cannot be opened; says why and what to do.
    """
    repository = Repository.open(path, read_only=read_only, clock=clock, wait=wait)
    state = state_folder(path)
    stacks = repository.undo_stacks()
    memory = Preferences(state)
    return Session(
        path=path,
        repository=repository,
        ledger=Ledger(repository.open_first(), repository, done=stacks.done, undone=stacks.undone),
        drafts=Drafts(state),
        memory=memory,
        config=config,
        clock=clock,
        numbers=HiddenNumbers(memory, at_first=config.quiet_numbers),
        is_demo=is_demo,
        config_file=config_file,
    )

"""The ledger: all auditions in memory, every change to any record, and undo and redo.

It is the only writer. A change waits for its turn, is applied to the record as it is by then,
and is written to disk; only after that does memory change. A failed write changes nothing.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from functools import partial
from typing import Any, Final, TypeVar

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change, Record, Step
from callbacktui.persistence import Direction, Persistence, StoreSnapshot
from callbacktui.store.base.errors import StoreChangedOutside
from callbacktui.store.external_changes import ExternalChanges

Edit = Callable[[Audition], Audition]
"""Returns the edited audition; called with the audition as it is when the edit gets its turn."""

_T = TypeVar("_T")

_REMEMBERED: Final = 500


class Ledger:
    """Holds auditions by id, and undoes and redoes changes to records of any kind.

    `done` and `undone` are the undo and redo steps of earlier runs, latest last.
    """

    def __init__(
        self,
        auditions: Iterable[Audition],
        keeper: Persistence,
        *,
        done: Iterable[Step] = (),
        undone: Iterable[Step] = (),
    ) -> None:
        self._auditions = {audition.id: audition for audition in auditions}
        self._all: tuple[Audition, ...] | None = None
        self._keeper = keeper
        self._turn = asyncio.Lock()
        self._done: deque[Step] = deque(done, maxlen=_REMEMBERED)
        self._undone: list[Step] = list(undone)
        self._news: list[str] = []

    def __len__(self) -> int:
        return len(self._auditions)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._auditions

    def get(self, id_: str) -> Audition | None:
        """Return the current audition with an id, or `None` if there is none."""
        return self._auditions.get(id_)

    def all(self) -> tuple[Audition, ...]:
        """Return every audition; the same tuple object until one of them changes."""
        if self._all is None:
            self._all = tuple(self._auditions.values())
        return self._all

    @property
    def busy(self) -> bool:
        """True while a change is being written to disk."""
        return self._turn.locked()

    @property
    def has_news(self) -> bool:
        """True if a save picked up an outside change that `take_in` has yet to report."""
        return bool(self._news)

    @property
    def next_undo(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that `redo` would make again."""
        return self._undone[-1] if self._undone else None

    async def add(self, records: Iterable[Record], summary: str, way: Direction = "done") -> Step:
        """Add records of any kind in one step, replacing those with the same id.

        With `way="imported"`, edits made on another computer win over these records.

        Raises:
            OSError, StoreError: if the write failed; nothing has changed then.
        """
        new = tuple(records)

        def changes() -> list[Change]:
            return [Change(before=self._stands(type(r), r.id), after=r) for r in new]

        return await self._take(summary, changes, way)

    async def update(self, ids: Iterable[str], edit: Edit, summary: str) -> Step:
        """Edit the auditions with these ids in one step; ids that no longer exist are skipped.

        Raises:
            IllegalMove: from `edit`; nothing has changed then.
            OSError, StoreError: if the write failed; nothing has changed then.
        """
        wanted = tuple(ids)

        def changes() -> list[Change]:
            found = [a for a in map(self.get, wanted) if a]
            return [Change(before=a, after=edit(a)) for a in found]

        return await self._take(summary, changes)

    async def remove(self, ids: Iterable[str], summary: str, kind: type[Record] = Audition) -> Step:
        """Remove the records of one kind with these ids, in one step.

        Raises:
            OSError, StoreError: if the write failed; nothing has changed then.
        """
        wanted = tuple(ids)

        def changes() -> list[Change]:
            found = [self._stands(kind, id_) for id_ in wanted]
            return [Change(before=record, after=None) for record in found if record]

        return await self._take(summary, changes)

    async def revert(self, change: Change, summary: str) -> Step:
        """Revert one earlier change in a new step, except where later changes replaced it.

        Raises:
            OSError, StoreError: if the write failed; nothing has changed then.
        """
        step = Step(summary=summary, changes=(change,))
        return await self._take(summary, partial(step.back_from, self._stands))

    async def run_exclusive(self, keep: Callable[[], _T]) -> _T:
        """Run `keep`, which changes no record (a backup, say), in a thread while no change runs.

        It runs a second time if another program wrote to the file, after taking that in. Raises
        what `keep` raises; nothing has changed then.
        """
        return await _to_the_end(self._run_exclusive(keep))

    async def reload(self, look: Callable[[], StoreSnapshot]) -> None:
        """Replace everything in memory by what `look` returns; it runs in a thread, in its turn.

        Raises what `look` raises; memory is unchanged then.
        """
        await _to_the_end(self._renew(look))

    async def take_in(self) -> str:
        """Take in what another program wrote to the data file; return all news in words.

        Raises:
            OSError, StoreError: if that failed; nothing has changed then.
        """
        return await _to_the_end(self._take_in_turn(self._keeper.take_in))

    async def answer(self, *, keep_mine: bool) -> str:
        """Restore the records missing from the data file, or accept it; raise as `take_in`."""
        look = partial(self._keeper.answer, keep_mine=keep_mine)
        return await _to_the_end(self._take_in_turn(look))

    async def undo(self) -> Step | None:
        """Take back the last step and return it; `None` if there is none."""
        return await _to_the_end(self._travel(self._done, self._undone, back=True))

    async def redo(self) -> Step | None:
        """Make the last undone step again and return it; `None` if there is none."""
        return await _to_the_end(self._travel(self._undone, self._done, back=False))

    async def _take(
        self, summary: str, changes: Callable[[], list[Change]], way: Direction = "done"
    ) -> Step:
        return await _to_the_end(self._take_turn(summary, changes, way))

    async def _take_turn(
        self, summary: str, changes: Callable[[], list[Change]], way: Direction
    ) -> Step:
        async with self._turn:
            step = await self._kept(summary, changes, way)
            if step.changes:
                self._done.append(step)
                self._undone.clear()
            return step

    async def _take_in_turn(self, look: Callable[[], ExternalChanges]) -> str:
        async with self._turn:
            await self._take_in(look)
            words, self._news = " ".join(self._news), []
            return words

    async def _take_in(self, look: Callable[[], ExternalChanges]) -> None:
        taken = await asyncio.to_thread(look)
        self._hold(taken.changes)
        self._news += [taken.words] if taken.words else []

    async def _renew(self, look: Callable[[], StoreSnapshot]) -> None:
        async with self._turn:
            held = await asyncio.to_thread(look)
            self._auditions = {audition.id: audition for audition in held.auditions}
            self._all = None
            self._done = deque(held.done, maxlen=_REMEMBERED)
            self._undone = list(held.undone)

    async def _run_exclusive(self, keep: Callable[[], _T]) -> _T:
        async with self._turn:
            return await self._though_changed(lambda: asyncio.to_thread(keep))

    async def _travel(
        self, source: deque[Step] | list[Step], target: deque[Step] | list[Step], *, back: bool
    ) -> Step | None:
        async with self._turn:
            if not source:
                return None
            step = source[-1]
            changes = partial((step if back else step.inverse).back_from, self._stands)
            await self._kept(step.summary, changes, "undone" if back else "redone")
            target.append(source.pop())
            return step

    async def _kept(
        self, summary: str, changes: Callable[[], list[Change]], way: Direction
    ) -> Step:
        """Compute a step from the current records, write it, then apply it in memory."""

        async def keep() -> Step:
            step = _step(summary, changes)
            if step.changes:
                await asyncio.to_thread(self._keeper.write, step.changes, summary, way)
                self._hold(step.changes)
            return step

        return await self._though_changed(keep)

    async def _though_changed(self, keep: Callable[[], Awaitable[_T]]) -> _T:
        """Run `keep`; if the file was changed outside, take that in and run it once more."""
        try:
            return await keep()
        except StoreChangedOutside:
            await self._take_in(self._keeper.take_in)
            return await keep()

    def _stands(self, kind: type[Record], id_: str) -> Record | None:
        """Return the current record: an audition from memory, any other kind from the store."""
        return self.get(id_) if kind is Audition else self._keeper.get(kind, id_)

    def _hold(self, changes: Iterable[Change]) -> None:
        """Apply changes of auditions in memory; keep the tuple of all if none is among them."""
        for change in changes:
            if change.kind is not Audition:
                continue
            self._all = None
            if isinstance(change.after, Audition):
                self._auditions[change.id] = change.after
            else:
                self._auditions.pop(change.id, None)


def _step(summary: str, changes: Callable[[], list[Change]]) -> Step:
    moved = (change for change in changes() if change.before != change.after)
    return Step(summary=summary, changes=tuple(moved))


async def _to_the_end(work: Coroutine[Any, Any, _T]) -> _T:
    """Await `work`, and let it finish even if the awaiting task is cancelled."""
    return await asyncio.shield(asyncio.ensure_future(work))

"""The ledger: every audition in memory, what is kept behind it, and the way back.

The only writer. A change takes its turn, is made to the value as it stands then, goes to
disk, and only then is it so in memory; a write that fails moves nothing.
"""

import asyncio
import os
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import Any, Final, Literal, NamedTuple, Protocol, TypeVar

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change, Step, taken_back
from callbacktui.domain.identity import ENTROPY_BYTES, record_id

Edit = Callable[[Audition], Audition]
"""What is done to an audition, as it stands when its turn comes."""

Way = Literal["done", "undone", "redone"]
"""Whether a step was made, taken back, or made again."""

_T = TypeVar("_T")

_REMEMBERED: Final = 500


class Keeper(Protocol):
    """What the ledger needs of a store: changes that are on disk when it returns."""

    def write(self, changes: Sequence[Change], summary: str = "", way: Way = "done") -> None:
        """Keep all of `changes` under the name of their step, or raise and keep none."""


class Held(NamedTuple):
    """What a store holds: every audition, and the steps back and forth, the latest last."""

    auditions: Sequence[Audition]
    done: Sequence[Step]
    undone: Sequence[Step]


class Ledger:
    """Auditions by id, with undo and redo.

    `busy` is true while a change is on its way to disk. `done` and `undone` are the steps of
    earlier evenings, the latest last.
    """

    def __init__(
        self,
        auditions: Iterable[Audition],
        keeper: Keeper,
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

    def __len__(self) -> int:
        return len(self._auditions)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._auditions

    def get(self, id_: str) -> Audition | None:
        """The audition as it stands, or `None` where there is none of that id."""
        return self._auditions.get(id_)

    def all(self) -> tuple[Audition, ...]:
        """Every audition as it stands now; the same tuple for as long as nothing changes."""
        if self._all is None:
            self._all = tuple(self._auditions.values())
        return self._all

    @property
    def busy(self) -> bool:
        """True while a change is on its way to disk."""
        return self._turn.locked()

    @property
    def next_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that redo would make again."""
        return self._undone[-1] if self._undone else None

    async def add(self, auditions: Iterable[Audition], summary: str) -> Step:
        """Add auditions, all in one step.

        Raises:
            OSError, StoreError: where they could not be kept; nothing has changed then.
        """
        new = tuple(auditions)

        def changes() -> list[Change]:
            return [Change(before=self.get(a.id), after=a) for a in new]

        return await self._take(summary, changes)

    async def revise(self, ids: Iterable[str], edit: Edit, summary: str) -> Step:
        """Edit the auditions of `ids`, all in one step; ids that are gone are passed over.

        Raises:
            IllegalMove: from `edit`; nothing has changed then.
            OSError, StoreError: where they could not be kept; nothing has changed then.
        """
        wanted = tuple(ids)

        def changes() -> list[Change]:
            found = [a for a in map(self.get, wanted) if a]
            return [Change(before=a, after=edit(a)) for a in found]

        return await self._take(summary, changes)

    async def remove(self, ids: Iterable[str], summary: str) -> Step:
        """Remove the auditions of `ids`, all in one step.

        Raises:
            OSError, StoreError: where that could not be kept; nothing has changed then.
        """
        wanted = tuple(ids)

        def changes() -> list[Change]:
            return [Change(before=a, after=None) for a in map(self.get, wanted) if a]

        return await self._take(summary, changes)

    async def take_back(self, change: Change, summary: str) -> Step:
        """Take one earlier change back by itself, as far as it still stands, in a step of its own.

        Raises:
            OSError, StoreError: where that could not be kept; nothing has changed then.
        """

        def changes() -> list[Change]:
            now = self.get(change.id)
            return [Change(before=now, after=taken_back(change, now))]

        return await self._take(summary, changes)

    async def renew(self, look: Callable[[], Held]) -> None:
        """Let `look` change what is kept, in its turn and off the event loop, and hold that.

        Raises:
            OSError, StoreError: from `look`; what was held is still held then.
        """
        await _to_the_end(self._renew(look))

    async def take_in(self) -> str:
        """Take in what another program wrote to the file; what that was, in words, or none."""
        return ""

    async def undo(self) -> Step | None:
        """Take back the last step; `None` where there is nothing to take back."""
        return await _to_the_end(self._travel(self._done, self._undone, back=True))

    async def redo(self) -> Step | None:
        """Make the last undone step again; `None` where there is none."""
        return await _to_the_end(self._travel(self._undone, self._done, back=False))

    async def _take(self, summary: str, changes: Callable[[], list[Change]]) -> Step:
        return await _to_the_end(self._take_turn(summary, changes))

    async def _take_turn(self, summary: str, changes: Callable[[], list[Change]]) -> Step:
        async with self._turn:
            moved = tuple(change for change in changes() if change.before != change.after)
            step = Step(summary=summary, changes=moved)
            if moved:
                await self._keep(step, "done")
                self._done.append(step)
                self._undone.clear()
            return step

    async def _renew(self, look: Callable[[], Held]) -> None:
        async with self._turn:
            held = await asyncio.to_thread(look)
            self._auditions = {audition.id: audition for audition in held.auditions}
            self._all = None
            self._done = deque(held.done, maxlen=_REMEMBERED)
            self._undone = list(held.undone)

    async def _travel(
        self, source: deque[Step] | list[Step], target: deque[Step] | list[Step], *, back: bool
    ) -> Step | None:
        async with self._turn:
            if not source:
                return None
            step = source[-1]
            await self._keep(step.inverse if back else step, "undone" if back else "redone")
            target.append(source.pop())
            return step

    async def _keep(self, step: Step, way: Way) -> None:
        await asyncio.to_thread(self._keeper.write, step.changes, step.summary, way)
        self._all = None
        for change in step.changes:
            if change.after is None:
                self._auditions.pop(change.id, None)
            else:
                self._auditions[change.id] = change.after


def new_id(now: DateTime) -> str:
    """A fresh id for a record made at `now`."""
    return record_id(int(now.timestamp() * 1000), os.urandom(ENTROPY_BYTES))


async def _to_the_end(work: Coroutine[Any, Any, _T]) -> _T:
    """Finish `work` even where the one who waits for it goes away."""
    return await asyncio.shield(asyncio.ensure_future(work))

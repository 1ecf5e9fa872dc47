"""The ledger: all auditions in memory, every change to any record, and undo and redo.

It is the only writer. A change waits for its turn, is applied to the record as it is by then,
and is written to disk; only after that does memory change. A failed write changes nothing.
"""

from collections import deque
from collections.abc import (
    Awaitable,
    Callable,
    Collection,
    Coroutine,
    Iterable,
    MutableSequence,
    Sequence,
)
from functools import cached_property, partial
from threading import RLock
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.change import Change, EditedSince, Record, Step
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.domain.money_entries import MoneyEntry
from callbacktui.domain.open_first import OpenFirst
from callbacktui.domain.piece import Piece
from callbacktui.domain.practice_entry import Practice
from callbacktui.store.base.errors import RecordRemoved, StoreChangedOutside

if TYPE_CHECKING:
    import asyncio

    from callbacktui.persistence_protocol import Persistence, StepDirection, StoreSnapshot
    from callbacktui.store.externally_changed_auditions import ExternalChanges

Edit = Callable[[Audition], Audition]
"""Returns the edited audition; called with the audition as it is when the edit gets its turn."""

V = TypeVar("V", Audition, ImportedPage, Practice, BookOut, MoneyEntry, Piece)
_T = TypeVar("_T")

_MOST_STEPS: Final = 500


class Ledger:
    """Holds auditions by id, and undoes and redoes changes to records of any kind.

    `done` and `undone` are the undo and redo steps of earlier runs, latest last.
    """

    def __init__(
        self,
        auditions: Iterable[Audition],
        store: "Persistence",
        *,
        done: Iterable[Step] = (),
        undone: Iterable[Step] = (),
    ) -> None:
        self._first: OpenFirst | None
        self._all: tuple[Audition, ...] | None
        self._memory = RLock()  # threads read all, while a change may come
        self._take(auditions)
        self._store = store
        self._done: deque[Step] = deque(done, maxlen=_MOST_STEPS)
        self._undone: list[Step] = list(undone)
        self._news: list[str] = []

    @cached_property
    def _turn(self) -> "asyncio.Lock":
        import asyncio  # late: commands that only read do without it

        return asyncio.Lock()

    def __len__(self) -> int:
        return len(self._auditions)

    def __contains__(self, id_: str) -> bool:
        return self.get(id_) is not None

    def get(self, id_: str) -> Audition | None:
        """Return the current audition with an id, or `None` if there is none."""
        return self._at_hand.get(id_) or self._auditions.get(id_)

    def all(self) -> tuple[Audition, ...]:
        """Return every audition; the same tuple object until one of them changes.

        At first, those that ended are read for it; a thread may do that.
        """
        with self._memory:
            auditions = self._auditions
            if self._all is None:
                self._all = tuple(auditions.values())
            return self._all

    def open_first(self) -> Collection[Audition]:
        """Return every audition, too; those that ended are read only if they are looked at.

        It is another object after each change.
        """
        first = self._first
        return self.all() if first is None else first

    @property
    def is_read(self) -> bool:
        """True once those that ended were read, too."""
        return self._first is None

    @property
    def busy(self) -> bool:
        """True while a change is being written to disk."""
        return self._turn.locked()

    @property
    def has_news(self) -> bool:
        """True if a save picked up an outside change that `sync_external` has yet to report."""
        return bool(self._news)

    @property
    def next_undo(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that `redo` would make again."""
        return self._undone[-1] if self._undone else None

    async def add(
        self, records: Iterable[Record], summary: str, way: "StepDirection" = "done"
    ) -> Step:
        """Add records of any kind in one step, replacing those with the same id.

        With `way="imported"`, edits made on another computer win over these records.

        Raises:
            OSError, StoreError: if the write failed; nothing has changed then.
        """
        new = tuple(records)
        return await self.rewrite(lambda: new, summary, way)

    async def rewrite(
        self, make: Callable[[], Iterable[Record]], summary: str, way: "StepDirection" = "done"
    ) -> Step:
        """Add or replace, in one step, the records that `make` returns when it gets its turn.

        Raises:
            OSError, StoreError: if the write failed; nothing has changed then.
        """

        def changes() -> list[Change]:
            return [Change(before=self._current(type(r), r.id), after=r) for r in make()]

        return await self._run_step(summary, changes, way)

    async def update(self, ids: Iterable[str], edit: Edit, summary: str) -> Step:
        """Edit the auditions with these ids in one step; ids that no longer exist are skipped.

        Raises:
            IllegalMove: from `edit`; nothing has changed then.
            RecordRemoved: if none of them exists any more; nothing has changed then.
            OSError, StoreError: if the write failed; nothing has changed then.
        """
        return await self.update_kind(Audition, ids, edit, summary)

    async def update_kind(
        self, kind: type[V], ids: Iterable[str], edit: Callable[[V], V], summary: str
    ) -> Step:
        """Edit the records of one kind with these ids, as `update` edits auditions.

        Raises:
            RecordRemoved: if none of them exists any more; nothing has changed then.
            OSError, StoreError: if the write failed; nothing has changed then.
        """
        wanted = tuple(ids)

        def changes() -> list[Change]:
            found = self._still_here(kind, wanted)
            return [
                Change(before=record, after=edit(record))
                for record in found
                if isinstance(record, kind)
            ]

        return await self._run_step(summary, changes)

    async def remove(self, ids: Iterable[str], summary: str, kind: type[Record] = Audition) -> Step:
        """Remove the records of one kind with these ids, in one step.

        Raises:
            RecordRemoved: if none of them exists any more; nothing has changed then.
            OSError, StoreError: if the write failed; nothing has changed then.
        """
        wanted = tuple(ids)

        def changes() -> list[Change]:
            found = self._still_here(kind, wanted)
            return [Change(before=record, after=None) for record in found]

        return await self._run_step(summary, changes)

    async def revert(self, change: Change, summary: str) -> Step:
        """Revert one earlier change in a new step; fields that were changed again later stay.

        Raises:
            OSError, StoreError: if the write failed; nothing has changed then.
        """
        step = Step(summary=summary, changes=(change,))
        return await self._run_step(summary, partial(step.undo_changes, self._current))

    async def run_exclusive(self, work: Callable[[], _T]) -> _T:
        """Run `work`, which changes no record (a backup, say), in a thread while no change runs.

        It runs a second time if another program wrote to the file, after taking that in.

        Raises:
            OSError, StoreError: from `work`; nothing has changed then.
        """
        return await _run_to_completion(self._run_exclusive(work))

    async def reload(self, fetch: Callable[[], "StoreSnapshot"]) -> None:
        """Replace everything in memory by what `fetch` returns; it runs in a thread, in its turn.

        Raises:
            OSError, StoreError: from `fetch`; memory is unchanged then.
        """
        await _run_to_completion(self._reload(fetch))

    async def sync_external(self) -> str:
        """Take in what another program wrote to the data file; return all news in words.

        Raises:
            OSError, StoreError: if that failed; nothing has changed then.
        """
        return await _run_to_completion(self._sync_exclusive(self._store.sync_external))

    async def resolve_data_loss(self, *, keep_mine: bool) -> str:
        """Restore the records missing from the data file, or accept it; return that in words.

        Raises:
            OSError, StoreError: if that failed; nothing has changed then.
        """
        fetch = partial(self._store.resolve_data_loss, keep_mine=keep_mine)
        return await _run_to_completion(self._sync_exclusive(fetch))

    def edited_since(self, step: Step) -> tuple[Record, ...]:
        """Return the records that undoing a step removes though they were edited since."""
        return step.edited_since(self._current)

    async def undo(self, *, with_later_edits: bool = False) -> Step | None:
        """Take back the last step and return what that changed; `None` if there is none.

        Raises:
            EditedSince: if that removes a record that was edited elsewhere since, unless
                `with_later_edits`; nothing has changed then.
            OSError, StoreError: if the write failed; nothing has changed then.
        """
        work = self._undo_or_redo("undone", with_later_edits=with_later_edits)
        return await _run_to_completion(work)

    async def redo(self, *, with_later_edits: bool = False) -> Step | None:
        """Make the last undone step again and return what that changed; `None` if there is none.

        Raises:
            EditedSince, OSError, StoreError: as `undo`.
        """
        work = self._undo_or_redo("redone", with_later_edits=with_later_edits)
        return await _run_to_completion(work)

    async def _run_step(
        self, summary: str, changes: Callable[[], list[Change]], way: "StepDirection" = "done"
    ) -> Step:
        return await _run_to_completion(self._run_step_in_turn(summary, changes, way))

    async def _run_step_in_turn(
        self, summary: str, changes: Callable[[], list[Change]], way: "StepDirection"
    ) -> Step:
        async with self._turn:
            step = await self._write_step(summary, changes, way)
            if step.changes:
                self._done.append(step)
                self._undone.clear()
            return step

    async def _sync_exclusive(self, fetch: Callable[[], "ExternalChanges"]) -> str:
        async with self._turn:
            await self._sync_external(fetch)
            words, self._news = " ".join(self._news), []
            return words

    async def _sync_external(self, fetch: Callable[[], "ExternalChanges"]) -> None:
        external = await _in_thread(fetch)
        self._apply(external.changes)
        self._news += [external.words] if external.words else []

    async def _reload(self, fetch: Callable[[], "StoreSnapshot"]) -> None:
        async with self._turn:
            snapshot = await _in_thread(fetch)
            self._take(snapshot.auditions)
            self._done = deque(snapshot.done, maxlen=_MOST_STEPS)
            self._undone = list(snapshot.undone)

    async def _run_exclusive(self, work: Callable[[], _T]) -> _T:
        async with self._turn:
            return await self._retry_if_changed(lambda: _in_thread(work))

    async def _undo_or_redo(
        self, way: Literal["undone", "redone"], *, with_later_edits: bool
    ) -> Step | None:
        async with self._turn:
            source: MutableSequence[Step] = self._done if way == "undone" else self._undone
            target: MutableSequence[Step] = self._undone if way == "undone" else self._done
            if not source:
                return None
            step = source[-1] if way == "undone" else source[-1].inverse

            def changes() -> list[Change]:
                edited = () if with_later_edits else self.edited_since(step)
                if edited:
                    raise EditedSince(edited)
                return step.undo_changes(self._current)

            made = await self._write_step(step.summary, changes, way)
            target.append(source.pop())
            return made

    async def _write_step(
        self, summary: str, changes: Callable[[], list[Change]], way: "StepDirection"
    ) -> Step:
        """Compute a step from the current records, write it, then apply it in memory."""

        async def work() -> Step:
            step = _step(summary, changes)
            if step.changes:
                await _in_thread(self._store.write, step.changes, summary, way)
                self._apply(step.changes)
            return step

        return await self._retry_if_changed(work)

    async def _retry_if_changed(self, work: Callable[[], Awaitable[_T]]) -> _T:
        """Run `work`; if the file was changed outside, take that in and run it once more."""
        try:
            return await work()
        except StoreChangedOutside:
            await self._sync_external(self._store.sync_external)
            return await work()

    def _take(self, auditions: Iterable[Audition]) -> None:
        with self._memory:
            self._first = auditions if isinstance(auditions, OpenFirst) else None
            at_hand = auditions if self._first is None else self._first.still_open
            self._at_hand = {audition.id: audition for audition in at_hand}
            self._all = None

    @property
    def _auditions(self) -> dict[str, Audition]:
        """Every audition by id; those that ended are read now if they have not been."""
        if self._first is not None:
            with self._memory:
                if self._first is not None:
                    self._all = self._first.all()
                    self._at_hand = {audition.id: audition for audition in self._all}
                    self._first = None
        return self._at_hand

    def _current(self, kind: type[Record], id_: str) -> Record | None:
        """Return the current record: an audition from memory, any other kind from the store."""
        return self.get(id_) if kind is Audition else self._store.get(kind, id_)

    def _still_here(self, kind: type[Record], ids: Sequence[str]) -> list[Record]:
        """Return the current records with these ids, those that exist.

        Raises:
            RecordRemoved: if all are gone.
        """
        found = [record for id_ in ids if (record := self._current(kind, id_))]
        if ids and not found:
            raise RecordRemoved
        return found

    def _apply(self, changes: Iterable[Change]) -> None:
        """Apply changes of auditions in memory; keep the tuple of all if none is among them."""
        with self._memory:
            for change in changes:
                if change.kind is not Audition:
                    continue
                auditions, self._all = self._auditions, None
                if isinstance(change.after, Audition):
                    auditions[change.id] = change.after
                else:
                    auditions.pop(change.id, None)


def _step(summary: str, changes: Callable[[], list[Change]]) -> Step:
    moved = (change for change in changes() if change.before != change.after)
    return Step(summary=summary, changes=tuple(moved))


async def _in_thread(work: Callable[..., _T], *arguments: object) -> _T:
    from asyncio import to_thread

    return await to_thread(work, *arguments)


async def _run_to_completion(work: Coroutine[Any, Any, _T]) -> _T:
    """Await `work`, and let it finish even if the awaiting task is cancelled."""
    import asyncio

    return await asyncio.shield(asyncio.ensure_future(work))

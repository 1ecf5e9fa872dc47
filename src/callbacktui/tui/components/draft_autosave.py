"""Automatic saving of a form's draft while the actor types."""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from threading import RLock
from typing import Final, cast

from pendulum import DateTime
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.style import format_time
from callbacktui.store.base.errors import StoreError
from callbacktui.store.io.drafts import Draft, Drafts
from callbacktui.tui.components.screen_workers import KeysWait, ScreenWorkers

PAUSE: Final = 0.8
"""Seconds from a keystroke to the disk, also while typing continues."""


def nothing_seen(names: Iterable[str]) -> Mapping[str, str]:
    """Return that nothing of what is kept was seen, as that is new."""
    return {}


class DraftAutosave:
    """Saves the changed texts of a form while they are typed.

    `texts` returns the texts that differ from the form as it was opened, as they are on screen now.
    A form without such texts has no draft. `begun_on` returns what is kept of some of the fields.
    """

    def __init__(
        self,
        drafts: Drafts,
        key: str,
        clock: Callable[[], DateTime],
        texts: Callable[[], Mapping[str, str]],
        begun_on: Callable[[Iterable[str]], Mapping[str, str]] = nothing_seen,
    ) -> None:
        self._drafts = drafts
        self._key = key
        self._clock = clock
        self._texts = texts
        self._begun_on = begun_on
        self._turn = asyncio.Lock()
        self._disk = RLock()
        self._timer: Timer | None = None
        self._kept: dict[str, str] = {}
        self._taken = self._written = 0
        self._is_new = False
        self._is_over = False
        self._is_leaving = False

    @property
    def has_text(self) -> bool:
        """True if something was typed that is not saved."""
        return not self._is_over and bool(self._texts())

    async def offered(self) -> Draft | None:
        """Return the unsaved draft of an earlier session, if there is one."""
        return await asyncio.to_thread(self._drafts.get, self._key)

    def touch(self, screen: Widget, trouble: Callable[[str], None]) -> None:
        """Schedule a save after a keystroke; call `trouble` with a message if it fails."""

        async def keep_and_tell() -> None:
            if words := await self.keep():
                trouble(words)

        def begin() -> None:
            self._timer = None
            cast("ScreenWorkers", screen).run_worker(
                keep_and_tell(), keys=KeysWait.NO, group="draft"
            )

        self._is_new = True
        if self._timer is None and not self._is_over:
            self._timer = screen.set_timer(PAUSE, begin)

    async def keep(self) -> str:
        """Save the draft now; return why that failed, or an empty string."""
        async with self._turn:
            if self._is_over or self._is_leaving:
                return ""
            taken = self._take()
            self._is_new = False
            try:
                await asyncio.to_thread(self._write, *taken)
            except StoreError as error:
                self._is_new = True
                return f"What you type is not safe yet: {error}"
            return ""

    def keep_at_once(self) -> None:
        """Save the draft from any thread, without waiting for a save under way.

        No older text is written afterwards.

        Raises:
            StoreError: if the draft cannot be written.
        """
        if self._is_over:
            return
        number, texts = self._take()
        if self._is_new or self._turn.locked() or texts != self._kept:
            self._write(number, texts)
        self._is_leaving = True

    async def drop(self) -> None:
        """Delete the draft and stop saving; the form was saved or discarded."""
        async with self._turn:
            self._is_over = True
            await asyncio.to_thread(self._drafts.drop, self._key)

    async def clear(self) -> None:
        """Delete the draft; what is typed from now on is saved again."""
        async with self._turn:
            self._kept = {}
            await asyncio.to_thread(self._drafts.drop, self._key)

    async def close(self) -> None:
        """Save what is only on screen so far; called when the form goes away."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        async with self._turn:
            pass  # whoever drops the draft next must not be overtaken by a write under way
        if self._is_new:
            await self.keep()

    def _take(self) -> tuple[int, dict[str, str]]:
        self._taken += 1
        return self._taken, dict(self._texts())

    def _write(self, number: int, texts: dict[str, str]) -> None:
        """Write the draft, unless a later one is on disk already."""
        with self._disk:
            if number < self._written or self._is_over:
                return
            if texts:
                self._drafts.keep(self._key, texts, self._clock(), self._begun_on(texts))
            else:
                self._drafts.drop(self._key)
            self._written, self._kept = number, texts


def typed_at(draft: Draft, now: DateTime, first: str = "") -> DateTime:
    """Return when a draft was typed, on the clock of `now`; `first` is that in ISO 8601."""
    at = draft.at
    with suppress(ValueError):
        at = dt.datetime.fromisoformat(first) if first else draft.at
    return DateTime.instance(at).in_timezone(now.timezone or "UTC")


def draft_message(draft: Draft, now: DateTime, changed: Sequence[str] = ()) -> str:
    """Return the message that what was typed in an earlier session is back, and from when.

    `changed` are the fields that were changed elsewhere since.
    """
    at = typed_at(draft, now)
    since = f" Changed elsewhere since: {', '.join(changed)}." if changed else ""
    return (
        f"What you typed on {format_day(at.date(), now.date())}, {format_time(at)} is back.{since}"
    )


def draft_line(
    draft: Draft, now: DateTime, key: str, *, is_dated: bool = False, changed: Sequence[str] = ()
) -> Content:
    """Return the message that a draft is back, with the `key` that throws it away.

    It `is_dated` if its days are written out, since their words would mean others by now. `changed`
    are the fields that were changed elsewhere since.
    """
    more = " Its days are written out." if is_dated else ""
    return Content.from_markup(
        "$message  [@click=screen.throw_away]$key[/] throws it away",
        message=f"{draft_message(draft, now, changed)}{more}",
        key=key,
    )

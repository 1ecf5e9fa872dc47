"""The draft of one form: what is typed is kept within a second or two, and offered again."""

import asyncio
from collections.abc import Callable, Mapping
from threading import RLock
from typing import Final

import pendulum
from pendulum import DateTime
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.moment import Moment
from callbacktui.domain.status import short_moment
from callbacktui.store.base.errors import StoreError
from callbacktui.store.io.drafts import Draft, Drafts

PAUSE: Final = 0.8
"""Seconds from a key to the disk; steady typing is kept this often too."""


class DraftAutosave:
    """Keeps the texts of a form while they are typed.

    `texts` gives those that are new, as they stand on the screen.

    Nothing is kept twice: a form that stands as it was opened has no draft.
    """

    def __init__(
        self,
        drafts: Drafts,
        key: str,
        clock: Callable[[], DateTime],
        texts: Callable[[], Mapping[str, str]],
    ) -> None:
        self._drafts = drafts
        self._key = key
        self._clock = clock
        self._texts = texts
        self._turn = asyncio.Lock()
        self._disk = RLock()
        self._timer: Timer | None = None
        self._kept: dict[str, str] = {}
        self._taken = self._written = 0
        self._is_new = False
        self._is_over = False
        self._is_leaving = False

    async def offered(self) -> Draft | None:
        """What was typed another time and never kept, if anything."""
        return await asyncio.to_thread(self._drafts.get, self._key)

    def touch(self, screen: Widget, trouble: Callable[[str], None]) -> None:
        """Something was typed: keep it soon, and tell `trouble` where that cannot be done."""

        async def keep_and_tell() -> None:
            if words := await self.keep():
                trouble(words)

        def begin() -> None:
            self._timer = None
            screen.run_worker(keep_and_tell(), group="draft")

        self._is_new = True
        if self._timer is None and not self._is_over:
            self._timer = screen.set_timer(PAUSE, begin)

    async def keep(self) -> str:
        """Keep what is new as it stands now; the words that say why not, or none."""
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
        """Keep what stands on the screen, from any thread, without waiting for a turn.

        Nothing older is written after it. Raises `StoreError`.
        """
        if self._is_over:
            return
        number, texts = self._take()
        if self._is_new or self._turn.locked() or texts != self._kept:
            self._write(number, texts)
        self._is_leaving = True

    async def drop(self) -> None:
        """Forget the draft, for good: it is kept, or thrown away."""
        async with self._turn:
            self._is_over = True
            await asyncio.to_thread(self._drafts.drop, self._key)

    async def clear(self) -> None:
        """Forget what was typed another time; what is typed from now on is kept again."""
        async with self._turn:
            self._kept = {}
            await asyncio.to_thread(self._drafts.drop, self._key)

    async def close(self) -> None:
        """The form goes away: keep what is still only on the screen."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._is_new:
            await self.keep()

    def _take(self) -> tuple[int, dict[str, str]]:
        self._taken += 1
        return self._taken, dict(self._texts())

    def _write(self, number: int, texts: dict[str, str]) -> None:
        """Write what was taken, unless something taken later is on disk already."""
        with self._disk:
            if number < self._written or self._is_over:
                return
            if texts:
                self._drafts.keep(self._key, texts, self._clock())
            else:
                self._drafts.drop(self._key)
            self._written, self._kept = number, texts


def picked_up(draft: Draft, now: DateTime) -> str:
    """What to say where a draft from an earlier window stands on screen again."""
    typed = pendulum.instance(draft.at).in_timezone(now.timezone_name or "UTC")
    when = short_moment(Moment.of(typed), now)
    return f"What you had typed ({when}) is here again; it is not saved yet."


def said_back(draft: Draft, now: DateTime, key: str) -> Content:
    """The line that says a draft is back, from when, and the `key` that throws it away."""
    at = draft.at.astimezone(now.tzinfo)
    return Content.from_markup(
        "What you typed on $when is back.  [@click=screen.throw_away]$key[/] throws it away",
        when=f"{format_day(at.date(), now.date())}, {at:%H:%M}",
        key=key,
    )

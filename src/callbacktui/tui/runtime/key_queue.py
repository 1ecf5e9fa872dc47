"""A queue that handles keys in the order they were typed, however fast that was.

Textual sends a key to whatever has the focus when it arrives. A key may open a dialog or move to
the next field a moment later, and keys typed in that moment would go to the wrong place: into the
field before, or to the screen as commands. Here each key waits until the one before it is done.
"""

from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any, Final, Protocol, runtime_checkable
from weakref import WeakSet

from textual.app import App
from textual.command import CommandPalette
from textual.events import Key, Paste
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker

from callbacktui.tui.components.screen_workers import KeysWait, keys_wait
from callbacktui.tui.runtime.debounce import call_soon
from callbacktui.tui.runtime.paste_guard import AFTER, GuardsPaste, would_change
from callbacktui.tui.runtime.terminal_driver import Burst

PATIENCE: Final = 1.0
"""Seconds that keys wait at most for what a command does, such as a slow disk."""

_ROUNDS: Final = 4
"""Barriers sent after a key: each comes back after the messages sent before it."""

_STEP: Final = 0.01
Typed = Key | Paste


@runtime_checkable
class ComesUnasked(Protocol):
    """A dialog that may come up between two keys."""

    def ignores(self, typed: Typed) -> bool:
        """Return whether `typed` was meant for what was there before."""


@runtime_checkable
class TakesPaste(Protocol):
    """A screen that does something with a paste though no text has the focus."""

    def on_paste(self, event: Paste) -> None:
        """Take what was pasted."""


class Barrier(Message):
    """A message that comes back after the messages sent before it are handled."""

    def __init__(self, turn: int) -> None:
        self.turn = turn
        super().__init__()


class KeyQueue:
    """Holds typed keys until `hand_on` can give them to the focused widget."""

    def __init__(self, app: App[Any], hand_on: Callable[[Typed], Awaitable[None]]) -> None:
        self._app = app
        self._hand_on = hand_on
        self._typed: deque[tuple[Typed, Burst | None]] = deque()
        self._refused_at = 0.0
        self._called: Screen[Any] | None = None
        self._asked: Widget | None = None
        self._asked_at = 0.0
        self._turn = self._rounds = 0
        self._is_awaited = self._is_unheard = self._is_coming_back = False
        self._at_work_since: float | None = None
        self._outwaited: WeakSet[Worker[Any]] = WeakSet()

    @property
    def is_busy(self) -> bool:
        """Whether a key typed now would have to wait."""
        is_first = not self._typed and not (self._is_awaited and self._is_answering())
        return not is_first or self._is_at_work(Key("enter", None))

    async def take(self, event: Typed) -> None:
        """Handle `event` now, or once the keys before it are done."""
        self._typed.append((event, None))
        await self._go_on()

    async def take_burst(self, burst: Burst) -> None:
        """Queue many keys that came at once, unless they look like a paste of commands."""
        self._typed.extend((key, burst) for key in burst.keys)
        await self._go_on()

    async def heard(self, call: Barrier) -> None:
        """Continue after a barrier has come back."""
        if call.turn != self._turn:
            return
        self._is_awaited = False
        if self._rounds:
            self._call(self._rounds - 1)
        await self._go_on()

    async def _go_on(self) -> None:
        while self._typed and self._is_ready(self._typed[0][0]):
            (event, burst), here = self._typed.popleft(), self._app.focused
            screen = self._app.screen
            if isinstance(screen, ComesUnasked) and screen.ignores(event):
                continue
            if not _is_only_written(event, here) and self._is_refused(event, burst):
                continue
            if isinstance(event, Paste) and self._goes_nowhere(event, here):
                continue
            await self._hand_on(event)
            self._is_unheard = _is_only_written(event, here)
            if not self._is_unheard:
                self._call(_ROUNDS - 1)
        if self._typed and not self._is_coming_back:
            self._is_coming_back = True
            call_soon(self._app, _STEP, self._come_back)

    def _is_refused(self, event: Typed, burst: Burst | None) -> bool:
        """Return whether `event` is a letter of a paste that would run a command."""
        is_refused = event.time - self._refused_at < AFTER
        screen = self._app.screen
        if burst and not is_refused:
            rest = [key for key, other in self._typed if other is burst and isinstance(key, Key)]
            keys = [*([event] if isinstance(event, Key) else []), *rest]
            is_refused = isinstance(screen, GuardsPaste) and would_change(keys, screen)
            if is_refused and isinstance(screen, GuardsPaste):
                screen.refuse_paste()
                left = [typed for typed in self._typed if typed[1] is not burst]
                self._typed = deque(left)
                event = keys[-1]
        if is_refused:
            self._refused_at = event.time
        return is_refused

    def _goes_nowhere(self, paste: Paste, here: Widget | None) -> bool:
        """Return whether nothing takes a paste, and say so."""
        screen = self._app.screen
        if _is_only_written(paste, here) or isinstance(screen, TakesPaste):
            return False
        if not isinstance(screen, GuardsPaste):
            return False
        if paste.text.strip():
            screen.refuse_paste()
        return True

    def _come_back(self) -> None:
        self._is_coming_back = False
        self._app.call_later(self._go_on)  # a timer calls from its own task

    def _call(self, rounds: int = 0) -> None:
        """Send a barrier after everything sent so far; `rounds` more follow it."""
        self._turn += 1
        self._rounds = rounds
        self._is_unheard = False
        self._called, self._asked_at = self._app.screen, monotonic()
        self._asked = self._app.focused or self._app.screen
        self._is_awaited = self._asked.post_message(Barrier(self._turn))

    def _is_ready(self, event: Typed) -> bool:
        """Return whether the target of `event` is ready for it."""
        if self._is_awaited and self._is_answering():
            return False
        if self._called is not self._app.screen:
            self._call()  # a screen that is still opening answers once it is there
            return False
        if self._is_unheard and not _is_only_written(event, self._app.focused):
            self._call(_ROUNDS - 1)  # typed text is handled before a key acts on it
            return False
        return not self._is_at_work(event)

    def _is_answering(self) -> bool:
        """Return whether the widget that got the barrier is there and not stuck."""
        is_there = bool(self._asked and self._asked.is_attached)
        return is_there and monotonic() - self._asked_at < PATIENCE

    def _is_at_work(self, event: Typed) -> bool:
        """Return whether a worker of this screen is still busy, up to `PATIENCE`."""
        working = {
            worker
            for worker in self._app.workers
            if worker.node is self._app.screen and not worker.is_finished and _awaits(event, worker)
        }.difference(self._outwaited)
        if not working:
            self._at_work_since = None
            return False
        self._at_work_since = self._at_work_since or monotonic()
        if monotonic() - self._at_work_since < PATIENCE:
            return True
        self._outwaited.update(working)
        self._at_work_since = None
        return False


def _awaits(event: Typed, worker: Worker[Any]) -> bool:
    """Return whether `event` depends on the result of a worker of this screen."""
    if isinstance(worker.node, CommandPalette):
        return not _is_only_written(event, worker.node.focused)  # it searches while the actor types
    leaves = isinstance(event, Key) and event.key == "escape"
    keys = keys_wait(worker)
    return keys is KeysWait.YES or (keys is KeysWait.UNLESS_ESC and not leaves)


def _is_only_written(event: Typed, here: Widget | None) -> bool:
    """Return whether this only inserts text, as most keys do."""
    if here is None or isinstance(event, Paste):
        return here is not None and here.check_consume_key("a", "a")
    return event.is_printable and here.check_consume_key(event.key, event.character)

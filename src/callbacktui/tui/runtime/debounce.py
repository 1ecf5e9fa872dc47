"""A debouncer: slow work waits until a burst of keys is over."""

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable
from time import monotonic
from typing import Final

from textual.message_pump import MessagePump

_BURST: Final = 0.08
_AT_ONCE: Final = 0.01
"""Lets the result of a key reach the terminal before the slow work begins."""


def call_soon(pump: MessagePump, seconds: float, call: Callable[[], object]) -> TimerHandle:
    """Call back once after some hundredths of a second, unless `pump` or the program has ended.

    A timer of Textual never fires if the thread is held up for that long just as it starts.
    """

    def call_if_there() -> None:
        if pump.app.is_running and (pump is pump.app or pump.is_attached):
            call()

    return get_running_loop().call_later(seconds, pump.call_next, call_if_there)


class Debouncer:
    """Calls back almost at once after a single trigger, and after a burst once it is over."""

    def __init__(self, pump: MessagePump, call: Callable[[], None]) -> None:
        self._pump = pump
        self._call = call
        self._timer: TimerHandle | None = None
        self._stirred = 0.0

    @property
    def is_awaited(self) -> bool:
        """True from a trigger until the call that follows it."""
        return self._timer is not None

    def trigger(self) -> None:
        """Schedule the call; another trigger within a burst delays it."""
        now = monotonic()
        in_burst, self._stirred = now - self._stirred < _BURST, now
        if self._timer:
            self._timer.cancel()
        self._timer = call_soon(self._pump, _BURST if in_burst else _AT_ONCE, self._over)

    def _over(self) -> None:
        self._timer = None
        self._call()

"""Waiting for a lull: what follows the keys does not run between them."""

from collections.abc import Callable
from time import monotonic
from typing import Final

from textual.message_pump import MessagePump
from textual.timer import Timer

_BURST: Final = 0.08
_AT_ONCE: Final = 0.01
"""What was pressed is drawn, and out on the terminal, before what follows from it begins."""


class Debouncer:
    """Calls back at once after a single stir, and after a burst of them only when it is over."""

    def __init__(self, pump: MessagePump, call: Callable[[], None]) -> None:
        self._pump = pump
        self._call = call
        self._timer: Timer | None = None
        self._stirred = 0.0

    @property
    def is_awaited(self) -> bool:
        """True from a stir until the call it leads to is made."""
        return self._timer is not None

    def stir(self) -> None:
        """Something moved."""
        now = monotonic()
        in_burst, self._stirred = now - self._stirred < _BURST, now
        if self._timer:
            self._timer.stop()
        self._timer = self._pump.set_timer(_BURST if in_burst else _AT_ONCE, self._over)

    def _over(self) -> None:
        self._timer = None
        self._call()

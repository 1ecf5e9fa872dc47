"""What the desk has shown of tips, as the program remembers it from one evening to the next."""

from typing import Final

import msgspec

from callbacktui.advice.tips.history import Shown
from callbacktui.store.io.preferences import Memory

_REMEMBERED_AS: Final = "tips"


def shown_before(memory: Memory) -> Shown:
    """What was shown and put off, as it was last kept; nothing where that cannot be read."""
    try:
        return msgspec.convert(memory.get(_REMEMBERED_AS, {}), Shown)
    except msgspec.ValidationError:
        return Shown()


def keep_shown(memory: Memory, shown: Shown) -> None:
    """Write down what was shown; nothing is lost where that fails."""
    memory.put(_REMEMBERED_AS, msgspec.to_builtins(shown))

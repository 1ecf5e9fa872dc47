"""What the desk has shown of tips, as the program remembers it from one evening to the next."""

from typing import Final

import msgspec

from callbacktui.advice.tips.history import TipHistory
from callbacktui.store.io.preferences import Preferences

_REMEMBERED_AS: Final = "tips"


def load_tip_history(memory: Preferences) -> TipHistory:
    """What was shown and put off, as it was last kept; nothing where that cannot be read."""
    try:
        return msgspec.convert(memory.get(_REMEMBERED_AS, {}), TipHistory)
    except msgspec.ValidationError:
        return TipHistory()


def save_tip_history(memory: Preferences, shown: TipHistory) -> None:
    """Write down what was shown; nothing is lost where that fails."""
    memory.put(_REMEMBERED_AS, msgspec.to_builtins(shown))

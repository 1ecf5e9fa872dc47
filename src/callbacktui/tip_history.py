"""Load and save which tips were shown or put off, across runs of the program."""

from typing import Final

import msgspec

from callbacktui.advice.tips.history import TipHistory
from callbacktui.store.io.preferences import Preferences

_KEY: Final = "tips"


def load_tip_history(memory: Preferences) -> TipHistory:
    """Load the tip history from the preferences; an empty one if it cannot be read."""
    try:
        return msgspec.convert(memory.get(_KEY, {}), TipHistory)
    except msgspec.ValidationError:
        return TipHistory()


def save_tip_history(memory: Preferences, shown: TipHistory) -> None:
    """Save the tip history in the preferences; a failed save is ignored."""
    memory.put(_KEY, msgspec.to_builtins(shown))

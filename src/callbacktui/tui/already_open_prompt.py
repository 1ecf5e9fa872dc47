"""The prompt shown instead of the desk if another window has the auditions open."""

import datetime as dt
import platform
from enum import Enum
from typing import Final

from pendulum import DateTime

from callbacktui.config import Config
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.style import format_time
from callbacktui.domain.text import clean_line
from callbacktui.store.base.errors import StoreLocked
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.runtime.base_app import BaseApp

FIRST: Final = "These auditions are open in another window"
STILL: Final = "Still open in another window"


class LockedChoice(Enum):
    """What to do if another window has the auditions open."""

    LOOK = "look"
    AGAIN = "again"
    QUIT = "quit"


class LockedApp(BaseApp[LockedChoice]):
    """Says who has the auditions open and asks what to do."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, config: Config, title: str, words: str) -> None:
        super().__init__(config.theme, ascii_only=config.ascii, keys=config.keys)
        self._question = ChoiceDialog(
            title,
            (
                Choice(LockedChoice.LOOK, "Look only", "everything to see, nothing to change"),
                Choice(LockedChoice.AGAIN, "Try again", "once the other window is closed"),
                Choice(LockedChoice.QUIT, "Quit"),
            ),
            words=words,
        )

    def on_mount(self) -> None:
        self.push_screen(self._question, lambda way: self.exit(way or LockedChoice.QUIT))


def holder_words(holder: StoreLocked, now: DateTime, here: str = "") -> str:
    """Return who has the auditions open, since when, and how to close it; `here` is this host."""
    if holder.pid is None:
        return (
            "Another window has them; it left no word of where. It may be suspended: "
            "fg in its terminal brings it back."
        )
    is_here = holder.host == (here or platform.node())
    place = "this computer" if is_here else f"another computer, {clean_line(holder.host)}"
    how = (
        "It may be suspended: fg in its terminal brings it back."
        if is_here
        else "Close it over there, or bring it back with fg if it is suspended."
    )
    return f"Process {holder.pid} on {place} has them{_since(holder.since, now)}. {how}"


def _since(since: str, now: DateTime) -> str:
    try:
        at = dt.datetime.fromisoformat(since).astimezone(now.tzinfo)
    except ValueError:
        return ""
    day = "today" if at.date() == now.date() else format_day(at.date(), now.date())
    return f", since {day}, {format_time(at)}"

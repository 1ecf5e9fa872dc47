"""A small app that shows one modal screen, with a ledger in memory and a stopped clock."""

from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, cast

from pendulum import DateTime
from textual.app import App
from textual.screen import ModalScreen

from callbacktui.config import Config
from callbacktui.domain.audition import Audition
from callbacktui.hidden_numbers import HiddenNumbers
from callbacktui.ledger import Ledger
from callbacktui.session import Session
from callbacktui.store.io.drafts import Drafts
from callbacktui.store.io.preferences import Preferences
from callbacktui.tui.theme.themes import GHOSTLIGHT, THEMES, fallback_variables
from tests.factories import NOW
from tests.memory_store import MemoryStore

HOSTILE = (
    "[/",
    "[@click=app.quit]x[/]",
    "[red]Nina[/red] [lead]",
    "\x1b]52;c;aGk=\x07\x1b[2J",
    "abc\u202edef\u2069\u200f",
    "\U0001f3ad\U0001f469\u200d\U0001f3a4 e\u0301 \u05e0\u05d9\u05e0\u05d4",
    "x" * 10_000,
    "%s {0} $HOME `id` '; --",
)


NO_RECORDS: Final = SimpleNamespace(all=list)


def session(
    state: Path,
    auditions: Iterable[Audition] = (),
    *,
    now: DateTime = NOW,
    **settings: Any,
) -> Session:
    return Session(
        path=state / "auditions.json",
        repository=cast(
            "Any", SimpleNamespace(bookouts=NO_RECORDS, money=NO_RECORDS, pieces=NO_RECORDS)
        ),
        ledger=Ledger(auditions, MemoryStore()),
        drafts=Drafts(state),
        memory=Preferences(state),
        config=Config(**settings),
        clock=lambda: now,
        numbers=HiddenNumbers(Preferences(state), at_first=False),
    )


class Host(App[None]):
    """Shows one modal screen and remembers its answer."""

    def __init__(self, screen: ModalScreen[Any], theme: str = GHOSTLIGHT.name) -> None:
        super().__init__()
        for own in THEMES:
            self.register_theme(own)
        self.theme = theme
        self.shown = screen
        self.answers: list[Any] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return fallback_variables(dark=self.current_theme.dark)

    def on_mount(self) -> None:
        self.push_screen(self.shown, self.answers.append)

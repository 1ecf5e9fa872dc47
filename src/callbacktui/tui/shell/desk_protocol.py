"""The protocol through which a command uses the desk that runs it."""

from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pendulum import DateTime
from textual.app import App
from textual.screen import ModalScreen

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Order, Row
from callbacktui.domain.change import Step
from callbacktui.session import Session
from callbacktui.tui.commands.command import Requirement
from callbacktui.tui.theme.glyphs import Glyphs

if TYPE_CHECKING:
    from callbacktui.advice.library.library import Library
    from callbacktui.advice.tips.tip import Tip

Answer = TypeVar("Answer")
Result = TypeVar("Result")

Keep = Callable[[Mapping[str, object]], Awaitable[str | None]]
"""Saves changed fields; returns `None` once they are on disk, else why not."""


class Tips(Protocol):
    """The tip on the desk, and the articles behind it."""

    tip: "Tip | None"
    """The tip that is shown."""

    @property
    def are_off(self) -> bool:
        """True if no tips are wanted."""

    @property
    def library(self) -> "Library":
        """The articles."""

    def put_off(self, now: DateTime) -> None:
        """Do not show the current tip again for a week."""

    def toggle(self) -> None:
        """Turn tips off, or on again."""


class UndoContext(Protocol):
    """A screen on which the last step can be undone."""

    @property
    def keys(self) -> Mapping[str, str]:
        """The key of each command by its id, as people write it."""

    session: Session
    """The session: the ledger, the repository, drafts, preferences and settings."""

    async def ask(self, question: ModalScreen[Answer]) -> Answer | None:
        """Show a modal screen and wait for its answer."""

    async def outcome(self, work: Coroutine[Any, Any, Result]) -> Result | None:
        """Make a change and return its result, or `None` if it failed."""

    def say(self, words: str, *, failed: bool = False) -> None:
        """Show a message that disappears after a few seconds."""

    def show(self, id_: str) -> None:
        """Put the cursor on an audition."""


class ChangeContext(UndoContext, Protocol):
    """A screen on which an audition can be changed: the desk, or Today."""

    def now(self) -> DateTime:
        """Return the current time in the actor's zone."""

    async def change(self, work: Coroutine[Any, Any, Step], said: str = "") -> str | None:
        """Make a step, and say `said` or its summary, with the key that undoes it.

        Returns why it failed, or `None`.
        """

    async def run_change(self, work: Awaitable[object]) -> str | None:
        """Wait for a change and show it; return why it failed, or `None`."""

    def clash_warning(self, *auditions: Audition) -> str:
        """Return a sentence about the first clash of these auditions, after a blank, or nothing."""

    def refuse(self, words: str) -> None:
        """Show why nothing was done."""

    async def copy(self, text: str, what: str) -> None:
        """Copy `text` to the clipboard of the terminal and of the system; say so."""


class CommandContext(ChangeContext, Protocol):
    """The desk, as commands see it."""

    @property
    def app(self) -> App[Any]:
        """The app that shows the screen."""

    order: Order
    """The order within each group."""

    @property
    def tips(self) -> Tips:
        """The tip that is shown, and what is behind it."""

    @property
    def glyphs(self) -> Glyphs:
        """The set of signs to draw with."""

    @property
    def quiet(self) -> Sequence[Row]:
        """Every audition that is safe to let go, longest quiet first."""

    def missing_for(self, need: Requirement) -> str | None:
        """Return what a command with this need lacks, or `None` if it can run."""

    def use_filter(self, text: str) -> None:
        """Filter the list, as if `text` had been typed."""

    def refresh_data(self) -> None:
        """Show the ledger, and the tip, as they are now."""

    def unmark(self, ids: Iterable[str]) -> None:
        """Unmark these auditions."""

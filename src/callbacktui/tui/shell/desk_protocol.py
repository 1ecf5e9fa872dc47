"""What a command may ask of the desk it is run from."""

from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pendulum import DateTime
from textual.screen import ModalScreen

from callbacktui.advice.tips.tip import Tip
from callbacktui.domain.board import Order, Row
from callbacktui.domain.change import Step
from callbacktui.session import Session
from callbacktui.tui.commands.command import Requirement
from callbacktui.tui.theme.glyphs import Glyphs

if TYPE_CHECKING:
    from callbacktui.advice.library.library import Library

Answer = TypeVar("Answer")
Result = TypeVar("Result")

Keep = Callable[[Mapping[str, object]], Awaitable[str | None]]
"""Keeps changed fields; `None` once they are on disk, else the words that say why not."""


class Tips(Protocol):
    """The tip on the desk, and the articles behind it."""

    tip: Tip | None
    """The tip that is shown."""

    @property
    def are_quiet(self) -> bool:
        """True if no tips are wanted."""

    @property
    def library(self) -> "Library":
        """The articles."""

    def put_off(self, now: DateTime) -> None:
        """Do not show the current tip again for a week."""

    def hush(self) -> None:
        """Turn tips off, or on again."""


class CommandContext(Protocol):
    """The desk, as commands see it."""

    order: Order
    """The order within each group."""

    keys: Mapping[str, str]
    """The key of each command by its id, as people write it."""

    workplace: Session
    """The ledger and what stands around it."""

    @property
    def tips(self) -> Tips:
        """The tip that is shown, and what is behind it."""

    @property
    def glyphs(self) -> Glyphs:
        """The signs in use."""

    @property
    def quiet(self) -> tuple[Row, ...]:
        """Every audition that is safe to let go, longest quiet first."""

    def lacks(self, need: Requirement) -> str | None:
        """What is missing for a command with this need, or `None` where it can run."""

    def now(self) -> DateTime:
        """The time, in the actor's zone."""

    async def ask(self, question: ModalScreen[Answer]) -> Answer | None:
        """Show a modal screen and wait for its answer."""

    async def run_change(self, work: Awaitable[object]) -> str | None:
        """Wait for a change, show it, and return why it could not be kept, or `None`."""

    async def outcome(self, work: Coroutine[Any, Any, Result]) -> Result | None:
        """Carry out a change, and return what came of it, or `None` where it could not be kept."""

    async def change(self, work: Coroutine[Any, Any, Step], said: str = "") -> str | None:
        """Carry out a step, and say `said` or its summary, with the key that takes it back.

        Returns why it could not be kept, or `None`.
        """

    def say(self, words: str, *, failed: bool = False) -> None:
        """Tell the actor something in a line that goes away by itself."""

    def refuse(self, words: str) -> None:
        """Say why nothing was done."""

    def to_clipboard(self, text: str) -> None:
        """Hand `text` to the terminal's clipboard (OSC 52)."""

    def show(self, id_: str) -> None:
        """Put the cursor on an audition."""

    def refresh_data(self) -> None:
        """Show the ledger, and the tip, as they are now."""

    def unmark(self, ids: Iterable[str]) -> None:
        """Take the marks off these."""

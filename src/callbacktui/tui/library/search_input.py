"""The search line of the library; Up and Down move through the results while typing."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.library import SEARCHING


class SearchInput(Input):
    """Searches at every key."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SEARCHING)]

    @dataclass
    class Stepped(Message):
        """The actor moves `by` results on."""

        by: int

    def __init__(self) -> None:
        super().__init__(placeholder="words in all there is to read", compact=True)

    def action_step(self, by: int) -> None:
        self.post_message(self.Stepped(by))

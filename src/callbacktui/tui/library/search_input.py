"""The line in which the library is searched; the arrows move in what is found meanwhile."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.library import SEARCHING


class SearchInput(Input):
    """Words to look for, answered at every key."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SEARCHING)]

    @dataclass
    class Stepped(Message):
        """The actor wants another of the things found, `by` places on."""

        by: int

    def __init__(self) -> None:
        super().__init__(placeholder="words in all there is to read", compact=True)

    def action_step(self, by: int) -> None:
        """Pass it on."""
        self.post_message(self.Stepped(by))

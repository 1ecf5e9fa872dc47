"""A pane that shows one value, scrolls, and says by more than colour when it has the focus."""

from typing import ClassVar

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from callbacktui.tui.views.pane_title import pane_title


class Pane(VerticalScroll, can_focus=True):
    """A framed text; `number` and `heading` make its title."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]

    def __init__(self, number: int, *, focus_sign: str, id: str) -> None:
        super().__init__(id=id)
        self._number = number
        self._focus_sign = focus_sign
        self._heading = ""

    def compose(self) -> ComposeResult:
        """One text, drawn by a view."""
        yield Static(markup=False)

    def show(self, view: RenderableType, heading: str) -> None:
        """Show `view` from its top, under `heading`."""
        self._heading = heading
        self.query_one(Static).update(view)
        self._entitle(here=self.has_focus)

    def on_focus(self) -> None:
        """Say that the keys go here."""
        self._entitle(here=True)

    def on_blur(self) -> None:
        """Say that they go elsewhere."""
        self._entitle(here=False)

    def _entitle(self, *, here: bool) -> None:
        sign = self._focus_sign if here else ""
        self.border_title = pane_title(self._number, self._heading, sign)

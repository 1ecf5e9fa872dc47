"""A section of a form that is folded until it is opened."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.forms import FIELD, FOLD
from callbacktui.tui.commands.keymap import key_words, own_commands
from callbacktui.tui.theme.glyphs import Glyphs


class CollapsibleTitle(Static, can_focus=True):
    """The title line, which folds and unfolds its section."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*FOLD, *FIELD))]

    class Toggled(Message):
        """The section is to be folded or unfolded."""

    class Visited(Message):
        """The title got or lost the focus."""

    def on_focus(self) -> None:
        self.post_message(self.Visited())

    def on_blur(self) -> None:
        self.post_message(self.Visited())

    def on_click(self, event: Click) -> None:
        event.stop()
        self.action_fold()

    def action_fold(self) -> None:
        self.post_message(self.Toggled())


class Collapsible(Vertical):
    """A title, and a body that is filled when it is first unfolded."""

    DEFAULT_CSS = """
    Collapsible {
        height: auto;
        & > CollapsibleTitle { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        & > CollapsibleTitle:focus { background: $selection; }
        & > .folded { height: auto; display: none; }
        &.-unfolded { margin-bottom: 1; }
        &.-unfolded > .folded { display: block; }
    }
    """

    folded: reactive[bool] = reactive(True, init=False)
    written: reactive[tuple[str, ...]] = reactive((), init=False)

    @dataclass
    class Unfolded(Message):
        """The section was unfolded, and may have to be filled."""

        fold: "Collapsible"

    def __init__(self, name: str, written: tuple[str, ...], glyphs: Glyphs) -> None:
        super().__init__()
        self.group = name
        self._glyphs = glyphs
        self._heading = CollapsibleTitle()
        self.set_reactive(Collapsible.written, written)

    def compose(self) -> ComposeResult:
        yield self._heading
        yield Vertical(classes="folded")

    def on_mount(self) -> None:
        self._entitle()

    @property
    def body(self) -> Vertical:
        return self.query_one(".folded", Vertical)

    def watch_folded(self, folded: bool) -> None:
        self.set_class(not folded, "-unfolded")
        self._entitle()
        if not folded:
            self.post_message(self.Unfolded(self))

    def watch_written(self) -> None:
        self._entitle()

    def on_collapsible_title_toggled(self, event: CollapsibleTitle.Toggled) -> None:
        event.stop()
        self.folded = not self.folded

    def on_collapsible_title_visited(self, event: CollapsibleTitle.Visited) -> None:
        event.stop()
        self._entitle()

    def _entitle(self) -> None:
        self._heading.update(self._title())

    def _title(self) -> Content:
        sign = self._glyphs.folded if self.folded else self._glyphs.unfolded
        inside = ", ".join(self.written).lower() if self.folded else ""
        if self._heading.has_focus:
            key = key_words(own_commands(FOLD, self.app))["field_fold"]
            inside = f"{inside}  {key} {'unfolds' if self.folded else 'folds'} it".strip()
        return Content.from_markup(
            "[$next]$sign[/] [bold]$name[/]  [$muted]$inside[/]",
            sign=sign,
            name=self.group,
            inside=inside,
        )

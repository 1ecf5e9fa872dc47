"""A scrolling pane with a title."""

from typing import ClassVar

from rich.console import RenderableType
from textual.binding import BindingType
from textual.content import Content

from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.desk import TEXT_PANE
from callbacktui.tui.components.rich_lines import LineRenderer
from callbacktui.tui.components.virtual_lines import VirtualLines
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles


def pane_title(key: str, heading: str, sign: str) -> Content:
    """Return a pane's title after the `key` that focuses it; `sign` marks the focus."""
    return Content(" ".join(part for part in (sign, key, heading) if part))


def titled(heading: str, sign: str, *, here: bool) -> Content:
    """Return the title of a pane without a key; `sign` marks the focus if it is `here`."""
    return Content(f"{sign} {heading}" if here else heading)


_MEASURE = 88


class Pane(VirtualLines, can_focus=True):
    """A bordered text of limited width, titled with a heading and the `key` that focuses it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TEXT_PANE)]

    def __init__(self, key: str, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._key = key
        self._glyphs = glyphs
        self._view: RenderableType = ""
        self._heading = ""

    def show(self, view: RenderableType, heading: str) -> None:
        """Show `view` under `heading`; scroll to the top unless the heading is the same."""
        if heading != self._heading:
            self.scroll_home(animate=False)
        self._view, self._heading = view, heading
        self._entitle(here=self.has_focus)
        self._set()

    def on_resize(self) -> None:
        super().on_resize()
        self._set()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._entitle(here=has_focus)

    def _set(self) -> None:
        width = min(_MEASURE, self.scrollable_content_region.width)
        if width > 0:
            inks = Styles.of(self.app.theme_variables)
            self.lines = LineRenderer(width, inks, self._glyphs).set(self._view)

    def _entitle(self, *, here: bool) -> None:
        sign = self._glyphs.focus if here else ""
        self.border_title = pane_title(self._key, self._heading, sign)

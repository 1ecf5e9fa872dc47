"""The tip: one card, chosen for what is on the desk; it never takes the focus."""

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.text import Text
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.advice.moments import Tip
from callbacktui.tui.inks import Inks


class TipCard(Widget):
    """Shows a tip, why it is here and where it comes from; `brief` puts it on a line or two."""

    tip: reactive[Tip | None] = reactive(None, layout=True)
    brief: reactive[bool] = reactive(False, layout=True)

    def watch_tip(self, tip: Tip | None) -> None:
        """Say why it is here in the frame."""
        self.border_title = Content(tip.reason) if tip else None

    def render(self) -> RenderResult:
        """The tip, or nothing."""
        if self.tip is None:
            return Text()
        inks = Inks.of(self.app.theme_variables)
        return _brief(self.tip, inks) if self.brief else _whole(self.tip, inks)


def _whole(tip: Tip, inks: Inks) -> RenderableType:
    return Stack(
        Text(tip.text, inks.text),
        Text(tip.source, inks.muted),
        Text.assemble(
            ("t", inks.accent),
            (" read it  ", inks.muted),
            ("x", inks.accent),
            (" another time", inks.muted),
        ),
    )


def _brief(tip: Tip, inks: Inks) -> RenderableType:
    return Text.assemble(("t ", inks.accent), (tip.text, inks.text))

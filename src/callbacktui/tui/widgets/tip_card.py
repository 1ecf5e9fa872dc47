"""The tip: one card, chosen for what is on the desk; it never takes the focus."""

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.text import Text
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.advice.tip import Tip
from callbacktui.tui.inks import Inks


class TipCard(Widget):
    """Shows a tip, why it is here and where it comes from; `brief` puts it on a line or two."""

    BORDER_TITLE = "Tip"

    tip: reactive[Tip | None] = reactive(None, layout=True)
    brief: reactive[bool] = reactive(False, layout=True)

    def render(self) -> RenderResult:
        """The tip, or nothing."""
        if self.tip is None:
            return Text()
        return (
            _brief(self.tip) if self.brief else _whole(self.tip, Inks.of(self.app.theme_variables))
        )


def _whole(tip: Tip, inks: Inks) -> RenderableType:
    keys = (("t", inks.accent), (" read it  ", inks.muted), ("x", inks.accent))
    return Stack(
        Text(tip.text, inks.text),
        Text(f"{_sentence(tip.reason)}; {tip.source}.", inks.muted),
        Text.assemble(*keys, (" another time", inks.muted)),
    )


def _brief(tip: Tip) -> Content:
    after = f"After {tip.voice}: " if tip.voice else ""
    return Content.from_markup("[bold $next]t[/] $text", text=f"{after}{tip.text}")


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]

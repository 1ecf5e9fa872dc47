"""Frees removed widgets in two places where Textual keeps references to them."""

from collections.abc import Callable

from textual._styles_cache import StylesCache
from textual.dom import DOMNode
from textual.signal import Signal
from textual.theme import Theme


class ThemeSignal(Signal[Theme]):
    """Textual's signal, but it unsubscribes widgets that no longer run.

    Textual's keeps them until the theme changes, with all that they have drawn.
    """

    def subscribe(
        self, node: DOMNode, callback: Callable[[Theme], object], immediate: bool = False
    ) -> None:
        """Call `callback` at each change of the theme, as long as the widget runs."""
        for removed in [node for node in self._subscriptions if not node.is_running]:
            self.unsubscribe(removed)
        super().subscribe(node, callback, immediate)


def share_background_styles() -> None:
    """Let all widgets share their memo of background styles, which depend on two colors alone.

    Textual 8.2.8 has an `lru_cache` on a method there: it keeps the lines that were drawn by the
    last thousand widgets, a hundred kilobytes each.
    """
    own = StylesCache.__dict__["get_inner_outer"]
    if not isinstance(own, classmethod):
        setattr(StylesCache, "get_inner_outer", classmethod(own))  # noqa: B010 - a method, to mypy

"""A leaflet: a dialog that is only read, whose frame the keys scroll."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from callbacktui.tui.screens.dialog import Dialog
from callbacktui.tui.widgets.key_line import KeyWord


class Leaflet(Dialog[None]):
    """What the help and the notices have in common: line by line, a screenful, the two ends."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "leave", "Back", show=False),
        Binding("j", "focused.scroll_down", show=False),
        Binding("k", "focused.scroll_up", show=False),
        Binding("space", "focused.page_down", show=False),
        Binding("g", "focused.scroll_home", show=False),
        Binding("G", "focused.scroll_end", show=False),
    ]

    keys: ClassVar[Sequence[KeyWord]] = (
        KeyWord("j k", "a line", "focused.scroll_down"),
        KeyWord("Space PgUp", "a screenful", "focused.page_down"),
        KeyWord("g G", "the ends", "focused.scroll_end"),
        KeyWord("Esc", "back", "leave"),
    )
    scrolls = True

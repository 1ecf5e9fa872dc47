"""The card of a read, as a dialog on the desk."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType

from callbacktui.domain.door_card import NOT_NOTED, Card
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import CARD, DIALOG
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.pane import Pane
from callbacktui.tui.theme.glyphs import Glyphs

_AROUND: Final = 4
"""The lines of a short window that the card has not: its frame, the keys, and the top line."""


class CardScreen(Dialog[str | None]):
    """Shows a card; its answer is the command that was chosen: to copy it or to edit the round."""

    TITLE = "The card"
    PLACE = Place.CARD
    PALETTE_COMMANDS = (*CARD, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CARD)]

    CSS = "#card { border: none; padding: 0 1; height: auto; background: $panel; }"
    DEFAULT_CSS = """
    CardScreen > .frame { width: 100; padding: 0 1; }
    CardScreen.-short {
        & > .frame { margin: 0; }
        & .foot { height: 1; padding-top: 0; }
    }
    """

    def __init__(self, card: Card, glyphs: Glyphs) -> None:
        super().__init__()
        self._card = card
        self._glyphs = glyphs

    def body(self) -> ComposeResult:
        pane = Pane("", self._glyphs, id="card", fits=True)
        pane.show(self._write, "")
        yield pane

    def on_mount(self) -> None:
        self.query_one(Pane).focus()

    def _write(self, writer: LineWriter) -> None:
        card, styles = self._card, writer.styles
        writer.between(card.title, card.kind, styles.strong, styles.callback)
        if card.about:
            writer.text(card.about, styles.muted)
        writer.text(card.when or "No date yet", styles.accent)
        for part in card.parts:
            writer.heading(part.title, ("", part.origin))
            for fact in part.noted:
                if not fact.label:
                    writer.point(fact.words)
            writer.facts(fact for fact in part.noted if fact.label)
            if part.missing:
                writer.text(f"{NOT_NOTED}: {part.missing}", styles.muted)
        if len(writer.lines) > self.size.height - _AROUND:
            writer.lines[:] = [line for line in writer.lines if line]

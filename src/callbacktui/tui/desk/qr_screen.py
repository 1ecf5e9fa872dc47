"""A QR code of an event, its link or its address, for the camera of a phone."""

from collections.abc import Sequence
from enum import Enum
from itertools import groupby
from typing import ClassVar, Final, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from callbacktui.exchange.ics.entries import CalendarEntry
from callbacktui.exchange.qr_code import QrCode, event_code, text_code
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import DIALOG, QR
from callbacktui.tui.components.dialog import Dialog

_CELLS: Final = {
    " ": (" ", "#000000 on #ffffff"),
    "▀": ("▀", "#000000 on #ffffff"),
    "▄": ("▄", "#000000 on #ffffff"),
    "█": (" ", "#ffffff on #000000"),
}
"""How each sign of a code is drawn: dark on light in every theme, as a camera wants it.

What is dark as a whole is background, since a font may leave hairlines between blocks.
"""

_WORDS_CELLS: Final = 32
_SHORT, _TALL_CHROME = 32, 8


class QrPart(Enum):
    """What a code can hold; the value is its name in a sentence."""

    EVENT = "event"
    LINK = "link"
    PLACE = "address"


class QrSubject(NamedTuple):
    """What codes can be made of: an event, a link, an address; each may be missing."""

    title: str
    when: str
    entry: CalendarEntry | None
    link: str = ""
    place: str = ""


class QrScreen(Dialog[str | None]):
    """Shows a code; its answer is the command that was chosen, if any."""

    TITLE = "For the phone"
    PLACE = Place.QR
    PALETTE_COMMANDS = (*QR, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(QR)]

    DEFAULT_CSS = """
    QrScreen {
        & > .frame { width: auto; min-width: 44; padding: 1 2 0 2; }
        & Horizontal { height: auto; width: auto; }
        & .code { width: auto; height: auto; }
        & .words { width: 32; height: auto; padding: 0 0 0 2; }
    }
    QrScreen.-short {
        & > .frame { border: none; margin: 0; padding: 0; width: 100%; }
        & .foot { height: 1; padding-top: 0; }
    }
    """

    def __init__(self, subject: QrSubject, *, is_ascii: bool) -> None:
        super().__init__()
        self._subject = subject
        self._is_ascii = is_ascii
        self.part = next((part for part in QrPart if self._has(part)), QrPart.EVENT)

    def body(self) -> ComposeResult:
        with Horizontal():
            yield Static(markup=False, classes="code")
            yield Static(markup=False, classes="words")

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        super().on_resize()
        self._show()

    def action_part(self, name: str) -> None:
        """Show the code of the event, the link or the address."""
        part = QrPart[name]
        if self._has(part):
            self.part = part
            self._show()
        else:
            words = f"No {part.value} is noted for this audition."
            self.notify(words, severity="warning", markup=False)

    def _has(self, part: QrPart) -> bool:
        return bool(
            {
                QrPart.EVENT: self._subject.entry,
                QrPart.LINK: self._subject.link,
                QrPart.PLACE: self._subject.place,
            }[part]
        )

    def _show(self) -> None:
        code = None if self._is_ascii else self._code(self._rows())
        lines = [_drawn(line) for line in code.lines] if code else []
        self.query_one(".code", Static).update(Content("\n").join(lines))
        self.query_one(".words", Static).update(Content("\n").join(self._words(code)))

    def _rows(self) -> int:
        """Return how many lines there are for a code, with the words beside it."""
        width, height = self.size
        tall = height - (1 if height < _SHORT else _TALL_CHROME)
        return max(0, min(tall, (width - _WORDS_CELLS) // 2))

    def _code(self, rows: int) -> QrCode | None:
        subject = self._subject
        if self.part is QrPart.EVENT:
            return event_code(subject.entry, rows) if subject.entry else None
        return text_code(subject.link if self.part is QrPart.LINK else subject.place, rows)

    def _words(self, code: QrCode | None) -> Sequence[Content]:
        subject = self._subject
        lines = [
            Content.styled(subject.title, "bold"),
            Content.styled(subject.when, "$accent"),
            Content(""),
        ]
        if self._is_ascii:
            why = "A QR code is drawn with half blocks, which plain ASCII does not have."
            return [*lines, Content.styled(why, "$muted")]
        if code is None:
            why = "This window is too small for the code. One of 80x24 has room for most."
            return [*lines, Content.styled(why, "$muted")]
        lines.append(Content(f"The code holds the {self.part.value}:"))
        if self.part is QrPart.EVENT:
            held = subject.entry.summary if subject.entry else ""
        else:
            held = code.payload
        lines.append(Content.styled(held, "$muted"))
        if code.left_out:
            said = f"Left out, as there is no room: {' and '.join(code.left_out)}."
            lines += [Content(""), Content.styled(said, "$callback")]
        return lines


def _drawn(line: str) -> Content:
    runs = [(sign, len(list(run))) for sign, run in groupby(line)]
    return Content.assemble(*((_CELLS[sign][0] * n, _CELLS[sign][1]) for sign, n in runs))

"""What opening the store found, as messages and as a dialog."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from callbacktui.store.io.drafts import Draft
from callbacktui.store.repository import Repository
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import DIALOG, NOTICES, SCROLLING
from callbacktui.tui.commands.keymap import own_commands
from callbacktui.tui.components.dialog import ScrollDialog
from callbacktui.tui.components.key_bar import KeyHint, key_hints


def notices_text(repository: Repository) -> list[str]:
    """Return all notices, each one or two sentences long."""
    return [*repository.notices, *unreadable_text(repository.unread)]


def drafts_text(drafts: Sequence[Draft]) -> str:
    """Return the message that unsaved text was restored; empty if there is none."""
    if not drafts:
        return ""
    if len(drafts) == 1:
        return "What you were typing last time is kept. It stands again where you typed it."
    return f"What you were typing in {len(drafts)} places is kept. It stands again in each of them."


def unreadable_text(unread: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield messages that records could not be read, and that they are safe."""
    if not unread:
        return
    (id_, reason), count = unread[0], len(unread)
    what = "1 record" if count == 1 else f"{count} records"
    yield f"{what} in the file cannot be read and stays there as it is: {id_}, {reason}."


class NoticesScreen(ScrollDialog):
    """A dialog with the full text of all notices."""

    TITLE = "What opening found"
    PLACE = Place.NOTICES
    PALETTE_COMMANDS = (*SCROLLING, *NOTICES, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NOTICES)]

    DEFAULT_CSS = """
    NoticesScreen {
        & > .frame { width: 76; }
        & .notice { height: auto; padding: 0 1; margin-bottom: 1; }
    }
    """

    def __init__(self, notices: Sequence[str]) -> None:
        super().__init__()
        self._notices = tuple(notices)

    def hints(self) -> Sequence[KeyHint]:
        """Only the key to go on with."""
        return key_hints(own_commands(NOTICES, self.app))

    def body(self) -> ComposeResult:
        for notice in self._notices:
            yield Static(Content(notice), classes="notice")
        yield Static(Content(f"The palette has this again, under “{self.TITLE}”."), classes="hint")

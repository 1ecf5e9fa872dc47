"""What opening the store found, as messages and as a dialog."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from callbacktui.domain.text import count_of
from callbacktui.store.io.drafts import Draft
from callbacktui.store.repository import Repository

if TYPE_CHECKING:
    from callbacktui.tui.components.message_dialog import NotesDialog

_TITLE: Final = "Startup messages"


def notices_text(repository: Repository) -> list[str]:
    """Return all notices, each one or two sentences long."""
    return [*repository.notices, *unreadable_text(repository.unread)]


def drafts_text(drafts: Sequence[Draft]) -> str:
    """Return the message that unsaved text was restored; empty if there is none."""
    if not drafts:
        return ""
    if len(drafts) == 1:
        return "What you were typing last time is kept. It's back where you typed it."
    return f"What you were typing in {len(drafts)} places is kept. It's back in each of them."


def unreadable_text(unread: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield messages that records could not be read, and that they are safe."""
    if not unread:
        return
    (id_, reason), count = unread[0], len(unread)
    what = count_of(count, "record")
    stays = "stays there as it is" if count == 1 else "stay there as they are. The first"
    yield f"{what} in the file cannot be read and {stays}: {id_}, {reason}."


def notices_dialog(notices: Sequence[str]) -> "NotesDialog":
    """Return the dialog with the full text of all notices."""
    from callbacktui.tui.components.message_dialog import NotesDialog

    return NotesDialog(_TITLE, notices, f"The palette has this again, under “{_TITLE}”.")

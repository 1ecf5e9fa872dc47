"""The dialog into which an invitation is pasted, or in which its file is named."""

import asyncio
import errno
from collections import Counter
from pathlib import Path
from typing import ClassVar, Final, NamedTuple

from pendulum import DateTime
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widgets import Static, TextArea

from callbacktui.exchange.invitation.reading_result import Kind, Reading
from callbacktui.session import Session
from callbacktui.store.base.errors import display_path, reason_of
from callbacktui.store.io.disk import Disk
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import DIALOG
from callbacktui.tui.commands.forms import PASTING
from callbacktui.tui.components.draft_autosave import DraftAutosave
from callbacktui.tui.components.drafted_dialog import DraftedDialog
from callbacktui.tui.components.inputs import ProseEntry
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.forms.file_paths import path_in, why_no_file
from callbacktui.tui.shell.command_availability import NOT_IN_BROWSER

DRAFT: Final = "invitation"
"""The key of the draft: the text, or the file, and what was answered."""

_FILE_DRAFT: Final = "invitation file"
_HOW: Final = (
    "Paste the whole mail here; its header and the mails it forwards may stay. {file} names a "
    "file, an .eml or a calendar's .ics. Nothing is kept yet, and nothing is sent."
)
NOT_ONE: Final = "I see no invitation here; nothing is kept."


class NotRead(ValueError):
    """An invitation cannot be read; says why and what to do."""


class Source(NamedTuple):
    """Where an invitation came from: a text, or the path of a file.

    `pasted` says that the text is in no other place that is known here, `at` when it was first
    read: "tomorrow" stays the day after that.
    """

    text: str = ""
    file: str = ""
    pasted: bool = False
    at: DateTime | None = None


class Opened(NamedTuple):
    """An invitation that was read, and what it was read from."""

    source: Source
    reading: Reading


def read_source(source: Source, session: Session) -> Opened:
    """Read an invitation; slow for a long one, so run it in a thread.

    Raises:
        NotRead: if it cannot be read, or is no invitation.
    """
    from callbacktui.exchange.invitation.mail import MOST_BYTES, MailError
    from callbacktui.exchange.invitation.reader import read_invitation

    at, order = source.at or session.clock(), session.config.numeric_order
    data = source.text.encode()
    try:
        if source.file:
            data = Disk().read_whole(Path(source.file), MOST_BYTES)[0]
        reading = read_invitation(data, at, order=order)
    except OSError as error:
        most = f", at most {MOST_BYTES:,} bytes" if error.errno == errno.EFBIG else ""
        where = display_path(Path(source.file))
        raise NotRead(f"{where} cannot be read: {reason_of(error)}{most}.") from error
    except MailError as error:
        raise NotRead(f"{error}.") from error
    if reading.kind is Kind.OTHER:
        raise NotRead(NOT_ONE)
    return Opened(source._replace(at=at), reading)


class MailEntry(ProseEntry):
    """The box for the mail; says when something was pasted into it."""

    class Pasted(Message):
        """A text was pasted."""

    def on_paste(self, event: Paste) -> None:
        """Say so once the text is in the box."""
        self.call_after_refresh(self.post_message, self.Pasted())


class PasteScreen(DraftedDialog[Opened | None]):
    """Take the text of an invitation, and close once there is one in it.

    A paste into the empty box is read at once; `trouble` says why what was there before is not
    taken. `at` is when `text` came, if it is a draft: it is read as of then, as long as any of it
    is in the box.
    """

    TITLE = "An invitation"
    PLACE = Place.PASTING
    PALETTE_COMMANDS = (*PASTING, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PASTING)]

    DEFAULT_CSS = """
    PasteScreen {
        & > .frame { width: 96; }
        & .hint { margin-bottom: 1; }
        & MailEntry.-textual-compact { height: 12; max-height: 42vh; }
        & .trouble { margin-top: 1; }
        &.-tiny .hint { margin-bottom: 0; }
        &.-tiny MailEntry.-textual-compact { height: 3; min-height: 1; }
    }
    """

    def __init__(
        self, session: Session, text: str = "", at: DateTime | None = None, *, trouble: str = ""
    ) -> None:
        super().__init__()
        self._session = session
        self._trouble = trouble
        self._text = text
        self._at = at or session.clock()
        self.drafting = DraftAutosave(session.drafts, DRAFT, session.clock, self._draft)

    def body(self) -> ComposeResult:
        yield Static(Content(_HOW.format(file=self.keys["paste_file"])), classes="hint")
        yield Static(markup=False, classes="draft")
        yield MailEntry(self._text)
        yield Static(markup=False, classes="trouble")

    def on_mount(self) -> None:
        self.complain(self._trouble)
        self.query_one(MailEntry).focus()

    @on(TextArea.Changed)
    def changed(self, event: TextArea.Changed) -> None:
        """Keep what was typed or pasted."""
        event.stop()
        if event.text_area.text != self._text:
            if not _goes_on(self._text, event.text_area.text):
                self._at = self._session.clock()
            self._text = event.text_area.text
            self.complain()
            self.drafting.touch(self, self.complain)

    @on(MailEntry.Pasted)
    def pasted(self, event: MailEntry.Pasted) -> None:
        """Read a mail as soon as it is pasted."""
        event.stop()
        self.action_read()

    @screen_worker(KeysWait.YES, exclusive=True)
    async def action_read(self) -> None:
        """Close with what the text says, or say why it is not read."""
        await self._open(Source(self.query_one(MailEntry).text, pasted=True, at=self._at))

    @screen_worker(KeysWait.YES, exclusive=True)
    async def action_file(self) -> None:
        """Ask for a file, and close with what it says."""
        if self.app.is_web:
            self.complain(NOT_IN_BROWSER)
            return
        session = self._session
        line = await self.app.push_screen_wait(
            LineDialog(
                "Which file?",
                drafts=session.drafts,
                clock=session.clock,
                draft_key=_FILE_DRAFT,
                hint="A mail saved as text or .eml, or a calendar's .ics. Drag it here, "
                "or type its path.",
                validate=why_no_file,
            )
        )
        if line:
            await asyncio.to_thread(session.drafts.drop, _FILE_DRAFT)
            await self._open(Source(file=str(path_in(line))))

    def action_leave(self) -> None:
        """Close; what was typed here is dropped, the mail itself is where it was."""
        self._leave()

    @screen_worker(KeysWait.YES, exclusive=True)
    async def _leave(self) -> None:
        await self.drafting.drop()
        self.dismiss(None)

    async def reset(self) -> None:
        self.query_one(MailEntry).rewrite("")

    async def _open(self, source: Source) -> None:
        if not source.file and not source.text.strip():
            self.complain("There is nothing to read yet. Paste the words of the mail.")
            return
        try:
            opened = await asyncio.to_thread(read_source, source, self._session)
        except NotRead as reason:
            self.complain(str(reason))
            return
        await self.drafting.close()  # the next dialog goes on with the draft
        self.dismiss(opened)

    def _draft(self) -> dict[str, str]:
        text = next((entry.text for entry in self.query(MailEntry)), self._text)
        return {"text": text, "at": self._at.isoformat()} if text.strip() else {}


def _goes_on(before: str, after: str) -> bool:
    """Whether a text is what was there before, edited: it has more than half of its words."""
    words = Counter(before.split())
    return 2 * (words & Counter(after.split())).total() > words.total()

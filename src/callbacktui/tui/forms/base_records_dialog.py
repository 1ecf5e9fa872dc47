"""A dialog that lists all records of one kind: they are written in a form and removed.

Undo and redo are those of the desk.
"""

import asyncio
from abc import abstractmethod
from collections.abc import Awaitable, Coroutine, Iterable
from typing import Any, ClassVar, Final, Generic, TypeVar, cast

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

from callbacktui.domain.base_classes import Value
from callbacktui.domain.change import Record, Step
from callbacktui.domain.text import clean_line
from callbacktui.store.record_table import ValueTable
from callbacktui.tui.commands.list_dialogs import REDO
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.list_detail_dialog import ListDetailDialog
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.forms.suggestions import Known
from callbacktui.tui.shell.command_availability import why_read_only
from callbacktui.tui.shell.desk_protocol import Answer, ChangeContext, Keep, Result
from callbacktui.tui.shell.startup_notices import unreadable_text
from callbacktui.tui.shell.undo import redo, undo
from callbacktui.tui.theme.glyphs import glyphs
from callbacktui.tui.theme.styles import Styles

V = TypeVar("V", bound=Record)

_LEAST_WIDTH: Final = 20


class RecordsDialog(ListDetailDialog[None], Generic[V]):
    """Base class; subclasses sort the records, write their lines, and open the form.

    `UNDO` is the id of the command that takes back the last change, `at` that of the record to
    begin with.
    """

    UNDO: ClassVar[str]

    def __init__(self, desk: ChangeContext, table: ValueTable[V], at: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.ledger = desk.session.ledger
        self.kept: list[V] = []
        self.glyphs = glyphs(ascii_only=desk.session.config.ascii)
        self._table = table
        self._at = at

    @abstractmethod
    def in_order(self, records: Iterable[V]) -> list[V]:
        """Return the records as they are listed."""

    @abstractmethod
    def lines(self) -> list[Content]:
        """Return the lines of the list, one for each of the records kept."""

    @abstractmethod
    def action_edit(self) -> None:
        """Open the form of the record under the cursor."""

    def detail_writer(self, styles: Styles) -> LineWriter:
        """Return an empty writer for the details of a record."""
        width = self.query_one(".detail").scrollable_content_region.width - 1  # beside the bar
        return LineWriter(max(width, _LEAST_WIDTH), styles, self.glyphs)

    @property
    def here(self) -> V | None:
        return None if self.place is None else self.kept[self.place]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_edit()

    def action_remove(self) -> None:
        """Remove the record at once, without a question; undo puts it back."""
        if (record := self.here) and not self.is_busy and self.may_change():
            self._remove(record)

    def action_undo(self) -> None:
        """Take back the last change: an addition, an edit, a removal, here or elsewhere."""
        if not self.is_busy and self.may_change():
            self._undo(back=True)

    def action_redo(self) -> None:
        """Make the change again that was undone last."""
        if not self.is_busy and self.may_change():
            self._undo(back=False)

    def may_change(self) -> bool:
        """Return whether anything can be changed; if not, say why."""
        why = why_read_only(self.desk)
        self.complain(why)
        return why is None

    async def save(self, work: Awaitable[object]) -> str | None:
        """Wait for a change, and return why it failed, or `None`; that is said here, too."""
        trouble = await self.desk.run_change(work)
        self.complain(trouble)
        return trouble

    async def save_here(self, work: Coroutine[Any, Any, Result]) -> Result | None:
        """Make a change that needs no form, list the records again, and return its result.

        It is `None` if the change failed.
        """
        task = asyncio.create_task(work)
        self.is_busy = True
        trouble = await self.save(task)
        self.is_busy = False
        await self.read_again()
        return task.result() if trouble is None else None

    async def fill_in(
        self,
        title: str,
        fields: tuple[Field, ...],
        record: Value,
        draft_key: str,
        keep: Keep,
        *,
        known: Known | None = None,
        seen: SeenValues[Any] | None = None,
    ) -> bool:
        """Open a form; true once its fields are saved, with the records listed again."""
        session = self.desk.session
        form = FormScreen(
            title,
            fields,
            record,
            draft_key=draft_key,
            keep=keep,
            session=session,
            known=known,
            seen=seen,
        )
        if is_kept := await self.app.push_screen_wait(form):
            await self.read_again()
        return is_kept

    def refresh_data(self) -> None:
        """Read the records again; the cursor stays on its own."""
        if self._is_read and self.here:
            self._at = self._at or self.here.id
        super().refresh_data()

    async def read_again(self) -> None:
        """Read the records and list them."""
        self.kept = self.in_order(await asyncio.to_thread(self._table.all))
        self.frame.border_subtitle = f"{len(self.kept)} kept" if self.kept else ""
        self.set_rows(self.lines())
        self.say("".join(unreadable_text(self._table.unread)))
        if at := self._at:
            self._at = ""
            self.point_to(at)

    def point_to(self, id_: str) -> None:
        """Put the cursor on the record with an id."""
        places = (n for n, record in enumerate(self.kept) if record.id == id_)
        self.query_one(OptionList).highlighted = next(places, self.place)

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _remove(self, record: V) -> None:
        repository = self.desk.session.repository
        name, kind = clean_line(record.name), cast(type[Record], type(record))

        async def remove() -> Step:
            await self.ledger.run_exclusive(lambda: repository.back_up(self.desk.now(), "removal"))
            return await self.ledger.remove([record.id], f"Removed {record.name}", kind)

        if await self.save_here(remove()):
            self.say(f"Removed: {name}; {self.keys[self.UNDO]} puts it back.")

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _undo(self, *, back: bool) -> None:
        step = self.ledger.next_undo if back else self.ledger.next_redo
        if step is None:
            self.say("Nothing to undo." if back else "Nothing to redo.")
            return
        await (undo if back else redo)(_UndoHere(self))
        self.point_to(next(change.id for change in step.changes))


class _UndoHere:
    """The dialog, as undo and redo see it: they ask and answer in it, not on the desk below."""

    def __init__(self, dialog: RecordsDialog[V]) -> None:
        self._dialog = dialog
        self.session = dialog.desk.session
        self.keys = {"undo": dialog.keys[dialog.UNDO], "redo": dialog.keys[REDO.id]}

    async def ask(self, question: ModalScreen[Answer]) -> Answer | None:
        """Show a modal screen and wait for its answer."""
        return await self._dialog.app.push_screen_wait(question)

    async def outcome(self, work: Coroutine[Any, Any, Result]) -> Result | None:
        """Make a change and list the records again; return its result, or `None` if it failed."""
        return await self._dialog.save_here(work)

    def say(self, words: str, *, failed: bool = False) -> None:
        """Show a message above the keys of the dialog."""
        self._dialog.say(words)

    def show(self, id_: str) -> None:
        """Leave the desk as it is."""

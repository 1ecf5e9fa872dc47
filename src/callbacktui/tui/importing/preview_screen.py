"""The preview of an import: how a sheet is read, mended line by line before it is kept."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, Final, NamedTuple

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from callbacktui.domain.change import Record
from callbacktui.domain.long_over import is_long_over
from callbacktui.domain.moment import today
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.fields import DATES
from callbacktui.exchange.spreadsheet.import_plan import plan_import
from callbacktui.exchange.spreadsheet.open_file import open_table
from callbacktui.exchange.spreadsheet.types import (
    Mending,
    NoProject,
    SheetError,
    Table,
    Unreadable,
    WordReading,
)
from callbacktui.exchange.spreadsheet.vocabulary_tables import meanings_of
from callbacktui.import_memory import load_own_words, save_mending
from callbacktui.session import Session
from callbacktui.sheet_import import arrivals, new_pieces, preview_table
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import BROWSING, DIALOG
from callbacktui.tui.commands.import_dialogs import IMPORT
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.screen_workers import SAVES, KeysWait, screen_worker
from callbacktui.tui.components.virtual_lines import VirtualLines
from callbacktui.tui.importing.mending_questions import (
    Asking,
    ask_column,
    ask_day,
    ask_header_row,
    ask_letters,
    ask_order,
    ask_project,
    ask_sheet,
    ask_to_close,
    ask_word,
)
from callbacktui.tui.importing.preview_list import PreviewList
from callbacktui.tui.importing.preview_rows import (
    Part,
    Preview,
    PreviewRow,
    Setting,
    make_preview,
)
from callbacktui.tui.importing.preview_view import summary_line, write_about
from callbacktui.tui.theme.breakpoints import WIDTHS
from callbacktui.tui.theme.glyphs import glyphs
from callbacktui.tui.theme.styles import Styles

Keep = Callable[[Sequence[Record]], Awaitable[str | None]]
"""Keeps what the sheet brings; returns `None` once that is on disk, else why not."""

_PROGRESS_SECONDS: Final = 0.5


class SheetFile(NamedTuple):
    """A file to import: its name, the name without its ending, and its bytes."""

    name: str
    stem: str
    data: bytes


class ReadingStopped(Exception):
    """The actor left while the sheet was read."""


class AboutRow(VirtualLines, can_focus=True):
    """The details of the row under the cursor."""


class ImportScreen(Dialog[int]):
    """Show how a sheet is read, let each line be mended, and keep it; returns how many are kept.

    What is said of the sheet is remembered at once, for the next time it is imported.
    """

    HORIZONTAL_BREAKPOINTS = WIDTHS
    PLACE = Place.IMPORT
    PALETTE_COMMANDS = (*IMPORT, *BROWSING, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*IMPORT, *BROWSING))]

    DEFAULT_CSS = """
    ImportScreen {
        & > .frame { width: 164; height: 100%; max-height: 56; padding: 0 1; }
        & #seen { height: auto; max-height: 3; padding: 0 1; }
        & .sides { height: 1fr; margin-top: 1; layout: horizontal; }
        & .rows { width: 3fr; height: 100%; background: $panel; }
        & .about {
            width: 2fr;
            height: 100%;
            background: $panel;
            border-left: solid $line;
            padding: 0 1;
            &:focus { border-left: heavy $next; }
        }
        & .foot { height: 2; }
        &.-narrow {
            & .sides { layout: vertical; }
            & .rows { width: 100%; height: 2fr; }
            & .about {
                width: 100%;
                height: 1fr;
                border-left: none;
                border-top: solid $line;
                &:focus { border-top: heavy $next; height: 2fr; }
            }
        }
        &.-tiny .sides { margin-top: 0; }
    }
    """

    def __init__(self, file: SheetFile, session: Session, keep: Keep) -> None:
        super().__init__()
        self.title = f"Import: {file.name}"
        self._file = file
        self._session = session
        self._keep = keep
        self._said = Mending()
        self._fingerprint = ""
        self._table: Table | None = None
        self._preview: Preview | None = None
        self._progress = (0, 0)
        self._is_reading = self._is_left = self._is_saving = False

    def body(self) -> ComposeResult:
        yield Static(markup=False, id="seen")
        yield Static(markup=False, classes="trouble")
        with Container(classes="sides"):
            yield PreviewList(ascii_only=self._session.config.ascii)
            yield AboutRow(classes="about")

    def on_mount(self) -> None:
        """Begin to read, and say how far it is."""
        self.query_one(PreviewList).focus()
        self.set_interval(_PROGRESS_SECONDS, self._say_progress)
        self._read()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._write_about())

    @on(PreviewList.Moved)
    def moved(self) -> None:
        """Show the details of the row under the cursor."""
        self.complain()
        self._write_about()

    @on(PreviewList.Chosen)
    def chosen(self) -> None:
        self.action_mend()

    def on_resize(self) -> None:
        super().on_resize()
        self.call_after_refresh(self._write_about)

    def action_move(self, by: int) -> None:
        """Move the cursor, or scroll the details if they have the focus."""
        about = self.query_one(AboutRow)
        if about.has_focus:
            about.scroll_relative(y=by, animate=False)
        else:
            self.query_one(PreviewList).step(by)

    @screen_worker(KeysWait.YES, exclusive=True)
    async def action_mend(self) -> None:
        """Ask what the thing under the cursor means, and read the sheet again."""
        row = self._here
        if row is None or self._is_reading:
            return
        match row.about:
            case Setting.SHEET if self._table:
                await self._choose_sheet(self._table, again=True)
            case Setting() as setting:
                await self._mend_setting(setting)
            case WordReading() as word if not meanings_of(word.field):
                self.complain("This column takes any word; say what the column holds instead.")
            case WordReading() as word:
                self._say_of_sheet(await ask_word(self._asking, word))
            case str() if row.part is Part.COLUMNS and self._preview:
                mapping = self._preview.reading.mapping
                self._say_of_sheet(await ask_column(self._asking, row.about, mapping))
            case Unreadable() as bad if self._preview and self._is_day(bad):
                order = self._preview.reading.order.order
                self._say_of_sheet(await ask_day(self._asking, bad, order))
            case _ if row.part is Part.AUDITIONS:
                self.complain("Mend the column or the word above; once kept, edit it on the desk.")
            case _:
                self.complain("This is mended in the sheet itself; then import it again.")

    def action_to_notes(self) -> None:
        """Keep a column or a word in the notes, whatever it would be read as."""
        row, said = self._here, self._said
        if row and not self._is_reading:
            if isinstance(row.about, WordReading):
                words = {**said.words, fold(row.about.written): ""}
                self._say_of_sheet(replace(said, words=words))
            elif isinstance(row.about, Unreadable) and self._is_day(row.about):
                words = {**said.words, fold(row.about.value): ""}
                self._say_of_sheet(replace(said, words=words))
            elif row.part is Part.COLUMNS:
                self._say_of_sheet(replace(said, columns={**said.columns, row.about: None}))

    def action_as_found(self) -> None:
        """Forget what was said of a column, a word or the dates."""
        row, said = self._here, self._said
        if row is None or self._is_reading:
            return
        if isinstance(row.about, WordReading):
            written = fold(row.about.written)
            words = {word: means for word, means in said.words.items() if word != written}
            self._say_of_sheet(replace(said, words=words))
        elif row.part is Part.COLUMNS:
            columns = {name: field for name, field in said.columns.items() if name != row.about}
            self._say_of_sheet(replace(said, columns=columns))
        elif row.about is Setting.DATES:
            self._say_of_sheet(replace(said, order=None))

    @screen_worker(KeysWait.YES, group=SAVES)
    async def action_save(self) -> None:
        """Keep what is new and what has changed in the sheet."""
        if self._preview is None or self._is_reading or self._is_saving:
            return
        self._is_saving = True
        try:
            await self._save(self._preview)
        finally:
            self._is_saving = False

    async def _save(self, preview: Preview) -> None:
        plan, now = preview.plan, self._session.clock()
        if not (plan.new or plan.changed):
            self.complain("There is nothing new in it; nothing has to be kept.")
            return
        old = sum(is_long_over(one, today(now)) for one in plan.new)
        closes = bool(old) and await ask_to_close(self._asking, old)
        arriving = arrivals(plan, now, closes_old=closes)
        kept = self._session.repository.pieces.all()
        pieces = new_pieces(preview.reading, arriving, kept, now)
        if trouble := await self._keep([*arriving, *pieces]):
            self.complain(trouble)
        else:
            self.dismiss(len(arriving))

    def action_leave(self) -> None:
        """Leave, and stop reading; nothing is kept. What is being kept is waited for."""
        if self._is_saving:
            return
        self._is_left = True
        self.workers.cancel_node(self)
        self.dismiss(0)

    @property
    def _here(self) -> PreviewRow | None:
        return self.query_one(PreviewList).here

    @screen_worker(KeysWait.UNLESS_ESC, group="reading", exclusive=True)
    async def _read(self) -> None:
        """Read the sheet in a thread, by all that is said of it, and show the reading."""
        self._is_reading = True
        self.complain()
        try:
            if self._table is None:
                self._table = await asyncio.to_thread(self._open)
                if self._table.other_sheets and not self._said.sheet:
                    await self._choose_sheet(self._table)
            preview = await asyncio.to_thread(self._preview_of, self._table)
        except NoProject as error:
            await self._ask_project(error)
            return
        except SheetError as error:
            self._is_reading = False
            self.complain(str(error))
            return
        except ReadingStopped:
            return
        self._is_reading = False
        self._preview = preview
        signs = glyphs(ascii_only=self._session.config.ascii)
        self.query_one("#seen", Static).update(summary_line(preview, signs))
        self.query_one(PreviewList).fill(preview.rows)

    def _open(self) -> Table:
        own = load_own_words(self._session.memory)
        return open_table(self._file.data, self._said, own.headings)

    def _preview_of(self, table: Table) -> Preview:
        session, now = self._session, self._session.clock()
        found = preview_table(
            table, self._said, session.memory, session.config, now,
            name=self._file.stem, watch=self._watch,
        )  # fmt: skip
        self._fingerprint = found.fingerprint
        self._said = replace(
            found.said,
            encoding=self._said.encoding,
            header_row=self._said.header_row,
            sheet=self._said.sheet,
        )
        plan = plan_import(found.reading, {one.id: one for one in session.ledger.all()}, now)
        return make_preview(found.reading, plan, {*self._said.columns}, {*self._said.words})

    def _watch(self, row: int, rows: int) -> None:
        if self._is_left:
            raise ReadingStopped
        self._progress = row, rows

    def _say_progress(self) -> None:
        if self._is_reading:
            row, rows = self._progress
            far = f" row {row:,} of {rows:,}" if rows else ""
            self.query_one("#seen", Static).update(
                Content(f"Reading{far}; {self.keys['dialog_back']} leaves.")
            )

    @property
    def _asking(self) -> Asking:
        return Asking(self.app.push_screen_wait, self._session, self._said, self.keys)

    def _say_of_sheet(self, said: Mending | None) -> None:
        """Remember what the actor says of this sheet, and read it again."""
        if said and said != self._said:
            self._said = said
            kept = replace(said, encoding="", header_row=None, sheet="")
            if not save_mending(self._session.memory, self._fingerprint, kept):
                self.notify("This could not be remembered for the next time.", markup=False)
            self._read()

    def _open_again(self, said: Mending) -> None:
        """Open the file again: the columns have other headings then."""
        self._table = None
        self._said = said
        self._read()

    def _is_day(self, bad: Unreadable) -> bool:
        """Whether it is a day that cannot be read, which the actor may know."""
        mapping = self._preview.reading.mapping if self._preview else {}
        return bool(bad.value) and mapping.get(bad.column) in DATES

    async def _mend_setting(self, setting: Setting) -> None:
        """Ask about the order of dates, the letters or the headings."""
        if setting is Setting.DATES:
            self._say_of_sheet(await ask_order(self._asking))
            return
        row = self._preview.reading.header_row if self._preview else 0
        if setting is Setting.LETTERS:
            said = await ask_letters(self._asking)
        else:
            said = await ask_header_row(self._asking, row)
        if said:
            self._open_again(said)

    async def _choose_sheet(self, table: Table, *, again: bool = False) -> None:
        """Ask which sheet of the workbook is meant, and open it."""
        name = await ask_sheet(self._asking, table)
        if name is None or (again and name == table.sheet):
            self._said = replace(self._said, sheet=self._said.sheet or table.sheet)
        elif again:
            self._open_again(Mending(sheet=name))
        else:
            self._said = Mending(sheet=name)
            self._table = await asyncio.to_thread(self._open)

    async def _ask_project(self, error: NoProject) -> None:
        """Ask which column has the projects: an audition needs one."""
        if said := await ask_project(self._asking, error.labels):
            self._said = said
            self._read()
        else:
            self.action_leave()

    def _write_about(self) -> None:
        about, row = self.query_one(AboutRow), self._here
        width = about.scrollable_content_region.width - 1
        if row is None or self._preview is None or width <= 0:
            about.lines = ()
            return
        signs = glyphs(ascii_only=self._session.config.ascii)
        writer = LineWriter(width, Styles.of(self.app.theme_variables), signs)
        write_about(row, self._preview, writer, self._session.clock())
        about.lines = writer.lines
        about.scroll_home(animate=False)

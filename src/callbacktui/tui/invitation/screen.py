"""An invitation as it is understood: the mail, the fields, and what it does not say."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.events import Paste
from textual.widgets import Static

from callbacktui.domain.clash_words import warning
from callbacktui.domain.clashes import clashes_of
from callbacktui.domain.text import capitalized
from callbacktui.exchange.invitation.field_formatting import field_label
from callbacktui.exchange.invitation.reading_result import FieldValue
from callbacktui.session import Session
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import BROWSING, DIALOG
from callbacktui.tui.commands.forms import INVITATION
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.date_field_types import MomentField
from callbacktui.tui.components.draft_autosave import DraftAutosave
from callbacktui.tui.components.drafted_dialog import SavingDialog
from callbacktui.tui.components.field_types import EnumField
from callbacktui.tui.components.item_list import ItemList
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.virtual_lines import VirtualLines
from callbacktui.tui.invitation.paste_screen import DRAFT, NotRead, Opened, Source, read_source
from callbacktui.tui.invitation.review_field_types import field_type, plain_value
from callbacktui.tui.invitation.review_state import (
    KIND,
    KINDS,
    NDA,
    NEW,
    TARGET,
    Review,
    ReviewRow,
    State,
)
from callbacktui.tui.invitation.review_view import (
    first_line,
    fit_top_words,
    mail_text,
    open_words,
    row_words,
    top_words,
    write_fields,
)
from callbacktui.tui.theme.breakpoints import WIDTHS
from callbacktui.tui.theme.glyphs import Glyphs, glyphs
from callbacktui.tui.theme.styles import Styles


class FieldList(ItemList):
    """The rows of the reading, with a cursor."""

    def __init__(self, review: Review, glyphs: Glyphs) -> None:
        super().__init__(glyphs, id="fields")
        self._review = review

    @property
    def rows(self) -> tuple[ReviewRow, ...]:
        """All rows, from top to bottom."""
        return (*self._review.rows, *self._review.gaps)

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def here(self) -> ReviewRow:
        return self.rows[min(self.cursor, self.count - 1)]

    def write(self, writer: LineWriter) -> Sequence[int]:
        """Write what the mail says, and what it does not."""
        return write_fields(self._review, writer)

    def go_to(self, field: str) -> None:
        """Put the cursor on the row of a field."""
        self.go(next(n for n, row in enumerate(self.rows) if row.field == field))

    def on_resize(self) -> None:
        super().on_resize()
        self.post_message(self.Moved())


class MailText(VirtualLines, can_focus=True):
    """The text of the mail, with the words that were understood marked."""


class InvitationScreen(SavingDialog[bool | Opened]):
    """Show what was read; Enter confirms a row and goes on, and saving keeps all of it.

    `keep` saves it; it returns `None` once that is on disk, else why not. True once it is kept;
    another mail that is pasted here is what comes back if the actor wants it instead.
    """

    HORIZONTAL_BREAKPOINTS = WIDTHS
    TITLE = "An invitation"
    PLACE = Place.INVITATION
    PALETTE_COMMANDS = (*INVITATION, *BROWSING, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*INVITATION, *BROWSING))]

    DEFAULT_CSS = """
    InvitationScreen {
        & > .frame { width: 164; height: 100%; max-height: 48; padding: 0 1; }
        & #seen { height: auto; max-height: 2; padding: 0 1; color: $muted; }
        & .sides { height: 1fr; margin-top: 1; }
        & #fields { width: 1fr; height: 100%; background: $panel; }
        & .mail {
            dock: left;
            width: 50%;
            height: 100%;
            background: $panel;
            border-right: solid $line;
            padding: 0 1;
            &:focus { border-right: heavy $next; }
        }
        & #from { height: 1; padding: 0 1; color: $muted; }
        & .foot { height: 2; }
        &.-narrow {
            & #fields { width: 100%; }
            & .mail {
                dock: bottom;
                width: 100%;
                height: 35%;
                border-right: none;
                border-top: solid $line;
                &:focus { border-top: heavy $next; height: 70%; }
            }
        }
        &.-tiny .sides { margin-top: 0; }
    }
    """

    def __init__(
        self,
        review: Review,
        source: Source,
        keep: Callable[[Review], Awaitable[str | None]],
        session: Session,
        draft: str = "",
    ) -> None:
        super().__init__()
        self._review = review
        self._source = source
        self._keep = keep
        self._session = session
        self._came_back = draft
        self._warned = False
        self._top_words = Text()
        self.drafting = DraftAutosave(session.drafts, DRAFT, session.clock, self._draft)
        self._glyphs = glyphs(ascii_only=session.config.ascii)
        self._list = FieldList(review, self._glyphs)
        self._mail = MailText(classes="mail")

    def body(self) -> ComposeResult:
        yield Static(markup=False, classes="draft")
        yield Static(markup=False, id="seen")
        with Container(classes="sides"):
            yield self._list
            yield self._mail
        yield Static(markup=False, id="from")
        yield Static(markup=False, classes="trouble")

    async def on_mount(self) -> None:
        """Take up the answers of a draft, and point to the first question."""
        if self._came_back:
            self._review.restore(self._came_back)
        draft = await self.drafting.offered()
        if self._came_back and draft:
            self.say_restored(draft, self._session.clock())
        self.drafting.touch(self, self.complain)
        self._list.focus()
        self._show()
        asked = self._review.open_rows
        if asked:
            self._list.go_to(asked[0].field)
        self.app.theme_changed_signal.subscribe(self, lambda _: self._show())

    @on(FieldList.Moved)
    def moved(self) -> None:
        """Show the words of the row under the cursor."""
        self.query_one("#from", Static).update(Content(row_words(self._list.here, self._review)))
        self._write_mail()
        self._write_top()

    def action_move(self, by: int) -> None:
        """Move the cursor, or scroll the mail if it has the focus."""
        if self._mail.has_focus:
            self._mail.scroll_relative(y=by, animate=False)
        else:
            self._list.step(by)

    @screen_worker(KeysWait.YES, exclusive=True)
    async def action_confirm(self) -> None:
        """Confirm the row and go on; ask if it has several answers, or none yet."""
        row = self._list.here
        is_asked = row.state in {State.ASKED, State.GUESSED}
        if row.field == NDA:
            self._turn_nda()
        elif (
            row.field == KIND
            or row.state in {State.MISSING, State.EMPTY}
            or (is_asked and row.field == TARGET)
        ):
            await self._edit(row)
        elif is_asked and self._review.choices(row.field):
            await self._choose(row)
        else:
            self._review.confirm(row.field)
            self._changed()
            self._list.step(1)

    def action_empty(self) -> None:
        """Leave the field empty, or bring its value back."""
        row = self._list.here
        if row.field == TARGET:
            if self._review.can_be_new:
                self._review.aim(NEW)
        elif row.field == KIND:
            self._review.say_kind(None)
        elif row.field != NDA and row.state is not State.MISSING:
            self._review.empty(row.field)
        self._changed()

    @screen_worker(KeysWait.YES, exclusive=True)
    async def action_edit(self) -> None:
        """Write the field by hand."""
        if self._list.here.field == NDA:
            self._turn_nda()
        else:
            await self._edit(self._list.here)

    async def _save(self) -> None:
        """Keep it; the first time with an open question, point to that instead."""
        asked = self._review.open_rows
        if asked and not self._warned:
            self._warned = True
            self.complain(open_words(asked, self.keys["form_save"]))
            self._list.go_to(asked[0].field)
            return
        if trouble := await self._keep(self._review):
            self.complain(trouble)
            if not self._review.reading["project"] and not self._review.reading["office"]:
                self._list.go_to("project")
            return
        await self.drafting.drop()
        self.dismiss(True)

    def on_paste(self, event: Paste) -> None:
        """Read another mail that is pasted here, if the actor wants it in place of this one."""
        event.stop()
        text = event.text
        if text.strip() and text.split() != self._source.text.split() and not self._is_saving:
            self._read_instead(text)

    @screen_worker(KeysWait.YES, exclusive=True)
    async def _read_instead(self, text: str) -> None:
        source = Source(text, pasted=True, at=self._session.clock())
        try:
            opened = await asyncio.to_thread(read_source, source, self._session)
        except NotRead as reason:
            self.complain(f"What you pasted now: {reason}")
            return
        if await self._may_drop("You pasted another mail, and this one isn't kept yet.",
                                yes="Read the other one", no="Go on with this one"):  # fmt: skip
            await self.drafting.drop()
            self.dismiss(opened)

    @screen_worker(KeysWait.YES, exclusive=True)
    async def _leave(self) -> None:
        """Close; ask first if the mail was pasted, or a line confirmed or answered."""
        words = "Nothing of this mail is kept yet."
        if await self._may_drop(words, yes="Discard it", no="Go on with it"):
            await self.drafting.drop()
            self.dismiss(False)

    async def _may_drop(self, words: str, *, yes: str, no: str) -> bool:
        """Ask if the mail was pasted, or a line confirmed or answered."""
        if not self._source.pasted and not self._review.is_changed:
            return True
        is_sure = await self.app.push_screen_wait(ConfirmDialog("Not kept", words, yes=yes, no=no))
        return bool(is_sure)

    async def reset(self) -> None:
        """Close: the mail that came back is thrown away."""
        if not self._is_saving:
            await self.drafting.drop()
            self.dismiss(False)

    async def _edit(self, row: ReviewRow) -> None:
        if row.field == TARGET:
            await self._choose_target()
            return
        if row.field == KIND:
            await self._choose_kind()
            return
        kind = field_type(row.field)
        if isinstance(kind, EnumField):
            choices: list[Choice[FieldValue]] = [
                Choice(value, capitalized(word)) for word, value in kind.options
            ]
            is_now = self._review.reading[row.field]
            if value := await self._ask_choice(row, choices, is_now):
                self._take(row.field, value)
            return
        now, order = self._session.clock(), self._session.config.numeric_order
        said = self._review.reading[row.field]
        shows_zone = isinstance(kind, MomentField)
        if isinstance(kind, MomentField):
            kind = kind.in_place_of(said)
        wrong = partial(kind.problem, now=now, order=order)
        line = await self.app.push_screen_wait(
            LineDialog(
                capitalized(row.label),
                kind.to_text(said, now),
                drafts=self._session.drafts,
                clock=self._session.clock,
                draft_key=f"{DRAFT} {row.field}",
                hint=f"The mail says “{row.words}”." if row.words else "",
                validate=wrong,
                preview=(lambda line: kind.glance(line, now, order)) if shows_zone else None,
                written_out=partial(kind.written_out, now=now, order=order),
            )
        )
        if line is not None:
            self._session.drafts.drop(f"{DRAFT} {row.field}")
            self._take(row.field, plain_value(kind.read(line, now, order)))

    async def _choose(self, row: ReviewRow) -> None:
        choices: list[Choice[FieldValue]] = [
            Choice(one, self._review.in_short(row.field, one))
            for one in self._review.choices(row.field)
        ]
        if (value := await self._ask_choice(row, choices)) is not None:
            self._take(row.field, value)

    async def _choose_target(self) -> None:
        choices = [Choice(a.id, a.name, a.office) for a in self._review.targets]
        if self._review.can_be_new:
            choices.append(Choice(NEW, "A new audition"))
        question = ChoiceDialog("Which audition is it about?", choices, now=self._review.target)
        if (target := await self.app.push_screen_wait(question)) is not None:
            self._review.aim(target)
            self._changed()
            self._list.step(1)

    async def _choose_kind(self) -> None:
        choices = [Choice(kind, capitalized(kind.word)) for kind in KINDS]
        question = ChoiceDialog("What is this mail about?", choices, now=self._review.reading.kind)
        if kind := await self.app.push_screen_wait(question):
            self._review.say_kind(kind)
            self._changed()
            self._list.go_to(KIND)

    async def _ask_choice(
        self, row: ReviewRow, choices: list[Choice[FieldValue]], now: FieldValue | None = None
    ) -> FieldValue | None:
        title = f"Which is it: {field_label(row.field)}?"
        words = f"The mail says “{row.words}”." if row.words else ""
        return await self.app.push_screen_wait(ChoiceDialog(title, choices, words=words, now=now))

    def _take(self, field: str, value: FieldValue | None) -> None:
        self._review.answer(field, value)
        self._changed()
        self._list.go_to(field)
        self._list.step(1)

    def _turn_nda(self) -> None:
        self._review.is_nda = not self._review.is_nda
        self._changed()

    def _changed(self) -> None:
        self._warned = False
        self.complain()
        self.drafting.touch(self, self.complain)
        self._show()

    def _show(self) -> None:
        hidden, error = self._session.numbers.are_hidden, Styles.of(self.app.theme_variables).error
        clash = Text(self._clash(), error)
        sep = self._glyphs.separator
        self._top_words = top_words(self._review, clash, sep, numbers_hidden=hidden)
        self._write_top()
        self._list.put(self._list.cursor)

    def _write_top(self) -> None:
        line = self.query_one("#seen", Static)
        width = line.content_size.width or self.size.width
        line.update(fit_top_words(self._top_words, width, self._glyphs))

    def _clash(self) -> str:
        """Return what a new audition would meet on its days, as far as it is read."""
        if not self._review.can_be_new:
            return ""  # what is called off meets nothing
        session, after = self._session, self._review.proposal(NEW).after
        if after is None:
            return ""
        now = session.clock()
        found = clashes_of(after, session.board(now), session.repository.bookouts.all(), now)
        return warning(found, after.id, now)

    def _write_mail(self) -> None:
        styles = Styles.of(self.app.theme_variables)
        writer = LineWriter(self._mail.text_width, styles, self._glyphs)
        writer.text(mail_text(self._review, self._list.here.field, styles))
        self._mail.lines = writer.lines
        if not self._mail.has_focus:
            self._mail.scroll_to(y=max(0, first_line(writer.lines) - 2), animate=False)

    def _draft(self) -> dict[str, str]:
        text, file, _, at = self._source
        whole = {"text": text, "file": file, "at": at.isoformat() if at else ""}
        return {**{k: v for k, v in whole.items() if v}, "answers": self._review.to_text()}

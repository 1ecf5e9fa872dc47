"""A form over one record: what matters first, the rest folded, nothing typed ever lost."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from callbacktui.domain.said import say_day
from callbacktui.domain.value import Value
from callbacktui.store.drafts import Draft
from callbacktui.tui.desk import Keep
from callbacktui.tui.drafting import Drafting
from callbacktui.tui.field import Field
from callbacktui.tui.glyphs import glyphs
from callbacktui.tui.kind import FieldError
from callbacktui.tui.known import Known
from callbacktui.tui.screens.confirm import Confirm
from callbacktui.tui.sheet import Sheet
from callbacktui.tui.widgets.field_row import FieldRow
from callbacktui.tui.widgets.fold import Fold
from callbacktui.workplace import Workplace


class FormScreen(ModalScreen[bool]):
    """Edits the fields of a record; true once `keep` has them on disk.

    `keep` is given the changed fields only. What is typed is drafted under `draft_key` and
    offered again until it is kept or thrown away.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False),
        Binding("escape", "leave", "Back", show=False),
        Binding("ctrl+t", "throw_away", "Throw the draft away", show=False),
    ]
    CSS_PATH = "form.tcss"

    def __init__(
        self,
        title: str,
        fields: tuple[Field, ...],
        record: Value,
        *,
        draft_key: str,
        keep: Keep,
        workplace: Workplace,
        known: Known | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._keep = keep
        self._workplace = workplace
        self._known = known or {}
        self._glyphs = glyphs(ascii_only=workplace.config.ascii)
        self._sheet = Sheet(fields, record, workplace.clock, workplace.config.date_order)
        self._bodies: dict[str, Vertical] = {}
        self._drafting = Drafting(
            workplace.drafts, draft_key, workplace.clock, lambda: self._sheet.changed_texts
        )
        self._is_saving = False

    def compose(self) -> ComposeResult:
        """A frame with the first group open, the others folded, and the keys at its foot."""
        first, *others = self._sheet.groups
        with Vertical(classes="frame") as frame:
            frame.border_title = Content(self._title)
            yield Static(markup=False, classes="draft")
            with VerticalScroll(can_focus=False):
                yield Vertical(*self._rows(first), classes="first")
                for group in others:
                    yield Fold(group, self._sheet.written_in(group), self._glyphs)
            yield Static(markup=False, classes="trouble")
            yield Static(markup=False, classes="hint")
            yield Static(_FOOT, classes="foot")

    async def on_mount(self) -> None:
        """Offer again what was typed another time; then the keys go to the first field."""
        first = next(iter(self._sheet.groups))
        self._bodies[first] = self.query_one(".first", Vertical)
        self.query_one(FieldRow).enter()
        draft = await self._drafting.offered()
        if draft and self._sheet.restore(draft.fields):
            self._say_restored(draft)
            await self._rewrite_rows()

    async def on_unmount(self) -> None:
        """Whatever closes the form, what was typed is on disk."""
        await self._drafting.close()

    @on(FieldRow.Edited)
    async def edited(self, event: FieldRow.Edited) -> None:
        """Take what was typed, say how it reads so far, and draft it soon."""
        event.stop()
        name = event.row.field.name
        if not self._sheet.write(name, event.text):
            return
        event.row.echo(self._sheet.glance(name))
        self._drafting.touch(self, self._complain)
        if event.row.field.turns:
            await self._arrange()

    @on(FieldRow.Entered)
    def entered(self, event: FieldRow.Entered) -> None:
        """Say what the field is for."""
        event.stop()
        self.query_one(".hint", Static).update(Content(event.row.field.hint))

    @on(FieldRow.Left)
    def left(self, event: FieldRow.Left) -> None:
        """Look at what was typed, now that it is whole."""
        event.stop()
        name = event.row.field.name
        if name in self._sheet.changed_texts or event.row.is_wrong:
            self.run_worker(self._check(event.row), group=f"check {name}", exclusive=True)

    @on(Fold.Unfolded)
    async def unfolded(self, event: Fold.Unfolded) -> None:
        """Fill a group the first time it is opened."""
        event.stop()
        await self._fill(event.fold)

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next field."""
        event.stop()
        self.focus_next()

    @work
    async def action_save(self) -> None:
        """Keep what changed, or go to the first field that cannot be taken."""
        if self._is_saving:
            return
        self._is_saving = True
        self._complain("")
        try:
            reading = await asyncio.to_thread(self._sheet.read_all)
            if reading.errors:
                await self._show_errors(reading.errors)
                return
            if trouble := await self._keep(reading.changed):
                self._complain(trouble)
                return
            await self._drafting.drop()
            self.dismiss(True)
        finally:
            self._is_saving = False

    @work
    async def action_leave(self) -> None:
        """Go back; ask first where something typed would be lost."""
        if self._is_saving:
            return
        if self._sheet.changed_texts:
            lose = await self.app.push_screen_wait(
                Confirm(
                    "Not saved yet",
                    "There are changes in this form.",
                    yes="Discard them",
                    no="Keep editing",
                )
            )
            if not lose:
                return
        await self._drafting.drop()
        self.dismiss(False)

    async def action_throw_away(self) -> None:
        """Let go of the draft that was offered; the form stands as it was opened."""
        line = self.query_one(".draft", Static)
        if not line.display:
            return
        line.display = False
        self._sheet.reset()
        await self._drafting.clear()
        await self._rewrite_rows()

    def _rows(self, group: str) -> list[FieldRow]:
        return [self._row(field) for field in self._sheet.groups[group]]

    def _row(self, field: Field) -> FieldRow:
        known = self._known.get(field.known, ())
        return FieldRow(field, self._sheet.text(field.name), known, self._glyphs.focus)

    def _row_of(self, name: str) -> FieldRow | None:
        return next((row for row in self.query(FieldRow) if row.field.name == name), None)

    async def _fill(self, fold: Fold) -> None:
        if fold.group not in self._bodies:
            self._bodies[fold.group] = fold.body
            await fold.body.mount_all(self._rows(fold.group))

    async def _rewrite_rows(self) -> None:
        for row in self.query(FieldRow):
            row.rewrite(self._sheet.text(row.field.name))
            row.echo("")
        self._retell()
        await self._arrange()

    def _retell(self) -> None:
        for fold in self.query(Fold):
            fold.written = self._sheet.written_in(fold.group)

    async def _arrange(self) -> None:
        """Bring forward the fields that the kind of work needs, and put the others back."""
        for group, fields in self._sheet.groups.items():
            body = self._bodies.get(group)
            wanted = [field.name for field in fields]
            for row in body.query(FieldRow) if body else ():
                if row.field.name not in wanted:
                    await row.remove()
        for group, body in self._bodies.items():
            for place, field in enumerate(self._sheet.groups[group]):
                if self._row_of(field.name) is None:
                    before = place if place < len(body.children) else None
                    await body.mount(self._row(field), before=before)
        self._retell()

    async def _check(self, row: FieldRow) -> None:
        name = row.field.name
        text = self._sheet.text(name)
        words, reason = "", ""
        try:
            if row.field.kind.is_slow:
                words = await asyncio.to_thread(self._sheet.read, name)
            else:
                words = self._sheet.read(name)
        except FieldError as error:
            reason = error.reason
        if text != self._sheet.text(name) or not row.is_attached:
            return
        if reason:
            row.complain(reason)
        else:
            row.echo(words)

    async def _show_errors(self, errors: dict[str, str]) -> None:
        for fold in self.query(Fold):
            if any(field.name in errors for field in self._sheet.groups[fold.group]):
                fold.folded = False
                await self._fill(fold)
        wrong = [row for row in self.query(FieldRow) if row.field.name in errors]
        for row in wrong:
            row.complain(errors[row.field.name])
        wrong[0].enter()
        one = len(wrong) == 1
        self._complain(
            "One field needs another look." if one else f"{len(wrong)} fields need another look."
        )

    def _complain(self, words: str) -> None:
        line = self.query_one(".trouble", Static)
        line.update(Content(f"! {words}"))
        line.display = bool(words)

    def _say_restored(self, draft: Draft) -> None:
        now = self._workplace.clock()
        at = draft.at.astimezone(now.tzinfo)
        line = self.query_one(".draft", Static)
        line.update(
            Content.from_markup(
                "What you typed on $when is back. "
                "[@click=screen.throw_away][bold $next]ctrl+t[/] throws it away[/]",
                when=f"{say_day(at.date(), now.date())}, {at:%H:%M}",
            )
        )
        line.display = True


_FOOT = Content.from_markup(
    "[@click=screen.save][bold $next]ctrl+s[/] save[/] · "
    "[@click=screen.leave][bold $next]Esc[/] back[/]"
)

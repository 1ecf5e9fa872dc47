"""A form for one record: important fields first, the rest folded, drafts saved."""

import asyncio
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.style import example_dates
from callbacktui.session import Session
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import DIALOG
from callbacktui.tui.commands.forms import FORM
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.draft_autosave import DraftAutosave, nothing_seen, typed_at
from callbacktui.tui.components.drafted_dialog import SavingDialog
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.forms.field_row import FieldRow
from callbacktui.tui.forms.form_body import FormBody
from callbacktui.tui.forms.form_state import FormState
from callbacktui.tui.forms.suggestions import Known
from callbacktui.tui.shell.desk_protocol import Keep
from callbacktui.tui.theme.glyphs import glyphs


class FormScreen(SavingDialog[bool]):
    """Edit the fields of a record; true once `keep` has saved them.

    `keep` gets the changed fields only. What is typed is drafted under `draft_key` and restored the
    next time, until it is saved or discarded. If the record is kept already, `seen` is what the
    actor has seen of it; a draft goes with what was seen when it was begun. It opens at the field
    `start`, else at the first.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]
    PLACE = Place.FORM
    PALETTE_COMMANDS = (*FORM, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FORM)]

    DEFAULT_CSS = """
    FormScreen {
        & > .frame { width: 96; }
        & .draft, & .trouble, & .hint { padding: 0 2; }
        & .trouble { max-height: 4; }
        & .hint { margin-top: 1; max-height: 2; }
        & .foot { height: 1; padding: 0 1; }

        &.-short > .frame { height: 100%; padding: 0 1; }
        &.-tall {
            & FormBody { height: auto; max-height: 64vh; }
            & FormBody > .first { margin-bottom: 0; }
        }

        &.-narrow FieldRow { layout: vertical; }
        &.-narrow FieldRow > .mark { display: none; }
        &.-narrow FieldRow > .label { width: 100%; }
        &.-narrow FieldRow > .entry { width: 100%; }
    }
    """

    def __init__(
        self,
        title: str,
        fields: tuple[Field, ...],
        record: Value,
        *,
        draft_key: str,
        keep: Keep,
        session: Session,
        known: Known | None = None,
        seen: SeenValues[Any] | None = None,
        start: str = "",
    ) -> None:
        super().__init__()
        self.title = title
        self._start = start
        self._keep = keep
        self._session = session
        self._known = known or {}
        self._state = FormState(fields, record, session.clock, session.config.numeric_order)
        self._seen = seen
        begun_on = seen.begun_on if seen else nothing_seen
        self.drafting = DraftAutosave(
            session.drafts, draft_key, session.clock, self._on_screen, begun_on
        )

    def body(self) -> ComposeResult:
        signs = glyphs(ascii_only=self._session.config.ascii)
        yield Static(markup=False, classes="draft")
        yield FormBody(self._state, self._known, signs)
        yield Static(markup=False, classes="hint")
        yield Static(markup=False, classes="trouble")

    async def on_mount(self) -> None:
        """Restore the draft of an earlier session."""
        body = self.query_one(FormBody)
        draft = await self.drafting.offered()
        now = self._session.clock()
        at = typed_at(draft, now) if draft else now
        texts = dict(draft.fields) if draft else {}
        if at.date() != now.date():
            texts = await asyncio.to_thread(self._state.written_out, texts, at)
        if draft and self._state.restore(texts):
            names, seen = self._state.changed_texts, self._seen
            changed = seen.restore(draft.begun_on, names) if seen else ()
            self.say_restored(draft, now, is_dated=texts != draft.fields, changed=changed)
            await body.rewrite()
        body.enter(self._start)

    @on(FormBody.Edited)
    def edited(self, event: FormBody.Edited) -> None:
        """Schedule saving the draft."""
        event.stop()
        self.drafting.touch(self, self.complain)

    @on(FieldRow.Entered)
    def entered(self, event: FieldRow.Entered) -> None:
        """Show the hint of the field."""
        event.stop()
        self.query_one(".hint", Static).update(Content(example_dates(event.row.field.hint)))

    async def reset(self) -> None:
        """Show the record as it was without the draft."""
        self._state.reset()
        if self._seen:
            self._seen.forget()
        await self.query_one(FormBody).rewrite()

    @screen_worker(KeysWait.YES)
    async def _leave(self) -> None:
        if self._state.changed_texts and not await self.app.push_screen_wait(_lose()):
            return
        await self.drafting.drop()
        self.dismiss(False)

    def _on_screen(self) -> dict[str, str]:
        """Return the changed texts, also if a message of the last key is still pending."""
        in_hand = (row for row in self.query(FieldRow) if row.has_focus_within)
        return self._state.changed_with({row.field.name: row.written for row in in_hand})

    async def _save(self) -> None:
        """Save what changed, or go to the first field that is not valid."""
        self.complain()
        for row in self.query(FieldRow):  # a field's last change may still be on its way here
            self._state.write(row.field.name, row.written)
        reading = await asyncio.to_thread(self._state.read_all)
        if reading.errors:
            count = len(reading.errors)
            fields = "One field needs" if count == 1 else f"{count} fields need"
            self.complain(f"{fields} another look; nothing is saved yet.")
            await self.query_one(FormBody).complain(reading.errors)
            return
        if trouble := await self._keep(reading.changed):
            self.complain(trouble)
            return
        await self.drafting.drop()
        self.dismiss(True)


def _lose() -> ConfirmDialog:
    question = "There are changes in this form that are not saved."
    return ConfirmDialog("Not saved", question, yes="Discard them", no="Keep editing")

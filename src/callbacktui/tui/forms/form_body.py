"""The scrolling part of a form: its groups of fields, the first open, the others folded."""

import asyncio
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input

from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import FieldError
from callbacktui.tui.forms.collapsible import Collapsible
from callbacktui.tui.forms.field_row import FieldRow
from callbacktui.tui.forms.form_state import FormState
from callbacktui.tui.forms.suggestions import Known
from callbacktui.tui.theme.glyphs import Glyphs


class FormBody(VerticalScroll, can_focus=False):
    """Shows the fields of a form and writes into its state; folded groups are created late."""

    DEFAULT_CSS = """
    FormBody {
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & > .first { height: auto; margin-bottom: 1; }
    }
    """

    @dataclass
    class Edited(Message):
        """A field of the form changed."""

    def __init__(self, state: FormState, known: Known, glyphs: Glyphs) -> None:
        super().__init__()
        self._state = state
        self._known = known
        self._glyphs = glyphs
        self._filled: dict[str, Vertical] = {}

    def compose(self) -> ComposeResult:
        first, *others = self._state.groups
        self._filled[first] = Vertical(*self._rows(first), classes="first")
        yield self._filled[first]
        for group in others:
            yield Collapsible(group, self._state.written_in(group), self._glyphs)

    def enter(self, name: str = "") -> None:
        """Focus the field called `name`, else the first."""
        rows = self.query(FieldRow)
        next((row for row in rows if row.field.name == name), rows.first()).enter()

    async def rewrite(self) -> None:
        """Show the form's state in all inputs."""
        for row in self.query(FieldRow):
            row.rewrite(self._state.text(row.field.name))
            row.echo("")
        await self._arrange()

    async def complain(self, errors: dict[str, str]) -> None:
        """Show each error under its field, and go to the first of them."""
        for fold in self.query(Collapsible):
            if any(field.name in errors for field in self._state.groups[fold.group]):
                fold.folded = False
                await self._fill(fold)
        wrong = [row for row in self.query(FieldRow) if row.field.name in errors]
        for row in wrong:
            row.complain(errors[row.field.name])
        if wrong:
            self.call_after_refresh(self._go_to, wrong[0])

    def _go_to(self, row: FieldRow) -> None:
        """Focus a field, and scroll so that the line below it is seen, too."""
        row.enter()
        self.call_after_refresh(row.scroll_visible, animate=False)

    @on(FieldRow.Edited)
    async def edited(self, event: FieldRow.Edited) -> None:
        """Store what was typed, and show how it is understood so far."""
        event.stop()
        name = event.row.field.name
        if not self._state.write(name, event.text):
            return
        event.row.echo(self._state.glance(name))
        self.post_message(self.Edited())
        if event.row.field.turns:
            await self._arrange()

    @on(FieldRow.Left)
    def left(self, event: FieldRow.Left) -> None:
        """Check a field when it loses the focus."""
        event.stop()
        name = event.row.field.name
        if name in self._state.changed_texts or event.row.is_wrong:
            self.run_worker(self._check(event.row), group=f"check {name}", exclusive=True)

    @on(Collapsible.Unfolded)
    async def unfolded(self, event: Collapsible.Unfolded) -> None:
        """Create the fields of a group when it is first unfolded."""
        event.stop()
        await self._fill(event.fold)
        if event.fold.has_focus_within:
            self.call_after_refresh(event.fold.scroll_visible, top=True, animate=False)

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()

    async def _check(self, row: FieldRow) -> None:
        name = row.field.name
        text = self._state.text(name)
        words, reason = "", ""
        try:
            if row.field.kind.is_slow:
                words = await asyncio.to_thread(self._state.read, name)
            else:
                words = self._state.read(name)
        except FieldError as error:
            reason = error.reason
        if text != self._state.text(name) or not row.is_attached:
            return
        if reason:
            row.complain(reason)
        else:
            row.echo(words)

    async def _fill(self, fold: Collapsible) -> None:
        if fold.group not in self._filled:
            self._filled[fold.group] = fold.body
            await fold.body.mount_all(self._rows(fold.group))

    async def _arrange(self) -> None:
        """Move fields to the first group, or back, if the kind of work has changed."""
        groups = self._state.groups
        for group, body in self._filled.items():
            for row in body.query(FieldRow):
                if row.field not in groups[group]:
                    await row.remove()
        for group, body in self._filled.items():
            there = {row.field.name for row in body.query(FieldRow)}
            for place, field in enumerate(groups[group]):
                if field.name not in there:
                    before = place if place < len(body.children) else None
                    await body.mount(self._row(field), before=before)
        for fold in self.query(Collapsible):
            fold.written = self._state.written_in(fold.group)

    def _rows(self, group: str) -> list[FieldRow]:
        return [self._row(field) for field in self._state.groups[group]]

    def _row(self, field: Field) -> FieldRow:
        known = self._known.get(field.known, ())
        return FieldRow(field, self._state.text(field.name), known, self._glyphs.focus)

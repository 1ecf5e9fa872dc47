"""The quick line: a whole audition in one line, shown as it is understood."""

from collections.abc import Awaitable, Callable
from typing import ClassVar, Final

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from callbacktui.domain.audition import Audition
from callbacktui.domain.ids import new_id
from callbacktui.exchange.quick_line.earlier_line import with_days_written_out
from callbacktui.exchange.quick_line.parser import GRAMMAR, QuickLine, known_offices, read_line
from callbacktui.session import Session
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import DIALOG
from callbacktui.tui.commands.forms import QUICK_ADD
from callbacktui.tui.components.draft_autosave import DraftAutosave, typed_at
from callbacktui.tui.components.drafted_dialog import SavingDialog
from callbacktui.tui.components.field_types import LONGEST
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.theme.glyphs import glyphs

DRAFT: Final = "quick line"
"""The key of its draft."""

EXAMPLE: Final = "Nina, The Seagull @Harbor Casting thu 3pm #theater !tape due fri noon"


class Saved(msgspec.Struct, frozen=True):
    """The audition was saved; `problems` are the parts of the `line` that were not understood."""

    audition: Audition
    problems: tuple[str, ...]
    line: str = ""


class OpenForm(msgspec.Struct, frozen=True):
    """The actor wants the full form, filled with what the line says."""

    audition: Audition
    line: str


class QuickAddScreen(SavingDialog[Saved | OpenForm | None]):
    """One line for a whole audition: Enter keeps it, Tab goes on in the full form.

    Esc keeps nothing; what was typed is offered again the next time, and typing goes on at its end:
    no letter takes the place of a line. On a later day, the days in it are written out: "mon" is
    still the Monday that was meant.
    """

    TITLE = "New audition"
    PLACE = Place.QUICK_ADD
    PALETTE_COMMANDS = (*QUICK_ADD, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(QUICK_ADD)]

    DEFAULT_CSS = """
    QuickAddScreen {
        & > .frame { width: 96; }
        & .draft { margin-bottom: 1; }
        & #understood { height: auto; max-height: 16; margin-top: 1; }
        & .reading { height: auto; padding: 0 1; }
        &.-tiny {
            & .draft { margin-bottom: 0; }
            & #understood { margin-top: 0; }
        }
    }
    """

    def __init__(
        self, keep_new: Callable[[Audition], Awaitable[str | None]], session: Session
    ) -> None:
        super().__init__()
        self._keep_new = keep_new
        self._session = session
        self._glyphs = glyphs(ascii_only=session.config.ascii)
        self._line = ""
        self._offices = known_offices(session.ledger.all())
        self.drafting = DraftAutosave(session.drafts, DRAFT, session.clock, self._draft)
        self._restored = ""

    def body(self) -> ComposeResult:
        yield Static(markup=False, classes="draft")
        yield LineEntry()
        with VerticalScroll(can_focus=False, id="understood"):
            yield Static(_example(), markup=False, classes="reading")
            yield Static(markup=False, classes="trouble")

    async def on_mount(self) -> None:
        """Restore the draft of an earlier session."""
        draft = await self.drafting.offered()
        if draft and draft.fields.get("line"):
            now, order = self._session.clock(), self._session.config.numeric_order
            line = draft.fields["line"][:LONGEST]
            dated = with_days_written_out(line, typed_at(draft, now), now, order)
            self.say_restored(draft, now, is_dated=dated != line)
            self._restored = dated
            self.query_one(LineEntry).rewrite(dated)
        self.query_one(LineEntry).focus()

    @on(Input.Changed)
    def changed(self, event: Input.Changed) -> None:
        """Show how the line is understood at every key."""
        event.stop()
        if event.value == self._line:
            return
        self._line = event.value
        if self._line[:1] != self._restored[:1]:
            self.query_one(".draft").display = False  # what is back stands here no longer
        self._show(self._read())
        self.complain()
        self.drafting.touch(self, self.complain)

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_save()

    @screen_worker(KeysWait.YES)
    async def action_form(self) -> None:
        """Close with what the full form needs."""
        if self._is_saving:
            return
        now = self._session.clock()
        self.dismiss(OpenForm(self._read().filled_in(new_id(now), now), self._line))

    @screen_worker(KeysWait.YES, group="leave", exclusive=True)
    async def _leave(self) -> None:
        """Close without saving; the draft stays."""
        await self.drafting.keep()
        self.dismiss(None)

    async def reset(self) -> None:
        self.query_one(LineEntry).rewrite("")

    async def _save(self) -> None:
        """Save the audition, or show what the line lacks."""
        read = self._read()
        self._show(read)
        if not read.is_ready:
            self.complain(*read.problems)
            return
        now = self._session.clock()
        audition = read.audition(new_id(now), now)
        if trouble := await self._keep_new(audition):
            self.complain(trouble)
            return
        await self.drafting.drop()
        self.dismiss(Saved(audition, read.problems, self._line))

    def _read(self) -> QuickLine:
        now, order = self._session.clock(), self._session.config.numeric_order
        return read_line(self._line[:LONGEST], now, order=order, offices=self._offices)

    def _show(self, read: QuickLine) -> None:
        self.query_one(".reading", Static).update(
            _reading(read, self._glyphs.wrapped) if self._line.strip() else _example()
        )

    def _draft(self) -> dict[str, str]:
        line = next((entry.value for entry in self.query(LineEntry)), self._line)
        return {"line": line} if line.strip() else {}


def _reading(read: QuickLine, fine: str) -> Content:
    rows = [
        Content.from_markup(
            "[$booked]$sign[/] [$muted]$label[/] $words"
            if stands
            else "[$error]$sign[/] [$muted]$label[/] [$error]$words[/]",
            sign=fine if stands else "!",
            label=f"{label:<9}",
            words=words,
        )
        for label, words, stands in read.reading
    ]
    return Content("\n").join(rows)


def _example() -> Content:
    return Content.from_markup(
        "[$muted]For example[/]  $line\n\n[$muted]$grammar[/]", line=EXAMPLE, grammar=GRAMMAR
    )

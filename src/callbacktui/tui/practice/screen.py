"""The practice log: classes, coaching and other work without an audition."""

import asyncio
from collections.abc import Awaitable, Mapping
from typing import ClassVar

from msgspec.structs import replace
from rich.console import RenderableType
from textual.binding import BindingType
from textual.widgets import OptionList

from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.ids import new_id
from callbacktui.domain.moment import today
from callbacktui.domain.practice import Practice, PracticeKind
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.history import PRACTICE
from callbacktui.tui.components.list_detail_dialog import ListDetailDialog
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.history.history_view import row
from callbacktui.tui.practice.fields import PRACTICE_FIELDS
from callbacktui.tui.practice.view import practice_view
from callbacktui.tui.shell.availability import why_read_only
from callbacktui.tui.shell.desk_protocol import CommandContext
from callbacktui.tui.shell.notices_screen import unreadable_text
from callbacktui.tui.theme.styles import Styles


class PracticeScreen(ListDetailDialog[None]):
    """List the practice entries, newest first; nothing is counted or rated."""

    TITLE = "Practice"
    PLACE = Place.PRACTICE
    PALETTE_COMMANDS = (*PRACTICE, *ListDetailDialog.PALETTE_COMMANDS)
    WITHOUT_LINES = frozenset({"practice_new", "practice_put_back"})
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PRACTICE)]

    def __init__(self, desk: CommandContext) -> None:
        super().__init__()
        self._desk = desk
        self._ledger = desk.workplace.ledger
        self._table = desk.workplace.repository.practice
        self._kept: list[Practice] = []

    @property
    def empty(self) -> str:
        """What practice is, and the key that begins it."""
        return (
            "Classes, coaching, mock tapes, people met, work of your own: what you do between "
            f"auditions goes here. {self.keys['practice_new']} makes the first entry."
        )

    def leaf(self, place: int, styles: Styles) -> RenderableType:
        """Return everything in the entry."""
        practice = self._kept[place]
        return practice_view(practice, self._day(practice), self._desk.now(), styles)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_edit()

    def action_new(self) -> None:
        now = self._desk.now()
        plain = Practice(id=new_id(now), date=today(now), kind=PracticeKind.CLASS)
        self._write(plain, "New practice", "practice new")

    def action_edit(self) -> None:
        if self.place is not None:
            practice = self._kept[self.place]
            self._write(practice, f"Edit {practice.name}", f"practice {practice.id}")

    def action_remove(self) -> None:
        """Remove the entry at once, without a question; it can be put back."""
        if self.place is not None and not self.is_busy and self._may_change():
            self._take_out(self._kept[self.place])

    def action_put_back(self) -> None:
        """Restore the entry that was removed last, in this session or before."""
        if not self.is_busy and self._may_change():
            self._put_back()

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _write(self, practice: Practice, title: str, draft_key: str) -> None:
        if not self._may_change():
            return

        async def keep(changed: Mapping[str, object]) -> str | None:
            kept = replace(practice, **changed)
            return await self._carried_out(self._ledger.add([kept], f"Saved {kept.name}"))

        place = self._desk.workplace
        form = FormScreen(
            title, PRACTICE_FIELDS, practice, draft_key=draft_key, keep=keep, workplace=place
        )
        if await self.app.push_screen_wait(form):
            await self.read_again()

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _take_out(self, practice: Practice) -> None:
        repository = self._desk.workplace.repository

        async def remove() -> None:
            await self._ledger.run_exclusive(
                lambda: repository.back_up(self._desk.now(), "removal")
            )
            await self._ledger.remove([practice.id], f"Removed {practice.name}", Practice)

        if await self._done(remove()):
            self.say(f"Removed: {practice.name}; {self.keys['practice_put_back']} puts it back.")

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _put_back(self) -> None:
        removed = await asyncio.to_thread(self._table.removed)
        if not removed:
            self.say("Nothing was removed lately.")
            return
        back = removed[-1]
        await self._done(self._ledger.add([back], f"Put back {back.name}"))

    async def _done(self, work: Awaitable[object]) -> bool:
        self.is_busy = True
        trouble = await self._carried_out(work)
        self.is_busy = False
        if trouble is None:
            await self.read_again()
        return trouble is None

    def _may_change(self) -> bool:
        why = why_read_only(self._desk)
        self.complain(*([why] if why else []))
        return why is None

    async def _carried_out(self, work: Awaitable[object]) -> str | None:
        trouble = await self._desk.run_change(work)
        self.complain(*([trouble] if trouble else []))
        return trouble

    async def read_again(self) -> None:
        """Read the entries and list them."""
        kept = await asyncio.to_thread(self._table.all)
        self._kept = sorted(kept, key=lambda p: (p.date, p.id), reverse=True)
        self.frame.border_subtitle = f"{len(kept)} kept" if kept else ""
        self.fill([row(self._day(practice), practice.name) for practice in self._kept])
        self.say("".join(unreadable_text(self._table.unread)))

    def _day(self, practice: Practice) -> str:
        return format_day(practice.date, today(self._desk.now()))

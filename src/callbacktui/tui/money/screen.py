"""The money log: expenses, miles and income, and the sums of each tax year."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import ClassVar

from msgspec.structs import replace
from rich.console import RenderableType
from textual.binding import BindingType
from textual.content import Content

from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.ids import new_id
from callbacktui.domain.moment import today
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind, summarize, why_no_such_entry
from callbacktui.domain.money_entry_words import about_words, summary_rows
from callbacktui.domain.text import capitalized
from callbacktui.money_settings import money_settings
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.list_dialogs import MONEY, REDO
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.forms.base_records_dialog import RecordsDialog
from callbacktui.tui.history.history_view import rows
from callbacktui.tui.money.fields import AUDITIONS, audition_ids, money_fields
from callbacktui.tui.money.money_entry_view import write_entry
from callbacktui.tui.money.settle_payment import ask_paid, why_twice
from callbacktui.tui.shell.desk_protocol import ChangeContext
from callbacktui.tui.theme.styles import Styles

_KINDS = {
    MoneyKind.EXPENSE: "what it cost, and what for",
    MoneyKind.MILEAGE: "how far, and what for",
    MoneyKind.INCOME: "gross, commission, when it is due and paid",
}


class MoneyScreen(RecordsDialog[MoneyEntry]):
    """List the entries, newest first; beside them the entry, and the sums."""

    TITLE = "Money"
    PLACE = Place.MONEY
    PALETTE_COMMANDS = (*MONEY, *RecordsDialog.PALETTE_COMMANDS)
    UNDO = "money_put_back"
    WITHOUT_LINES = frozenset({"money_new", "money_put_back", REDO.id})
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MONEY)]

    def __init__(self, desk: ChangeContext, at: str = "") -> None:
        super().__init__(desk, desk.session.repository.money, at)
        self._settings = money_settings(desk.session.config)

    @property
    def empty(self) -> str:
        """What goes here, and the key that begins it."""
        return (
            "What you spend, drive and earn for your work goes here, and is summed up by tax year "
            f"and currency. {self.keys['money_new']} makes the first entry. None of it is tax "
            "advice."
        )

    def detail(self, place: int, styles: Styles) -> RenderableType:
        """Return the entry, and below it the sums of each tax year and currency."""
        entry, now = self.kept[place], self.desk.now()
        writer = self.detail_writer(styles)
        audition = self.ledger.get(entry.audition)
        about = audition.name if audition else "removed since"
        write_entry(writer, entry, about if entry.audition else "", now)
        for one in summarize(self.kept, self._settings.start, self._settings.rates):
            writer.heading(", ".join(filter(None, (one.year.label, one.currency))))
            for label, value in summary_rows(one):
                writer.between(label, value, styles.muted, styles.text)
        for warning in self._settings.warnings:
            writer.gap()
            writer.text(warning, styles.error)
        return writer.rendered

    def in_order(self, records: Iterable[MoneyEntry]) -> list[MoneyEntry]:
        return sorted(records, key=lambda one: (one.date, one.id), reverse=True)

    def lines(self) -> list[Content]:
        day, between = today(self.desk.now()), f" {self.glyphs.separator} "
        return rows(
            [
                (
                    format_day(one.date, day),
                    between.join(filter(None, (one.name, about_words(one, day)))),
                )
                for one in self.kept
            ]
        )

    def action_new(self) -> None:
        self._write_new()

    def action_edit(self) -> None:
        if entry := self.here:
            self._edit(entry)

    def action_paid(self) -> None:
        if (entry := self.here) and not self.is_busy and self.may_change():
            self._paid(entry)

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _write_new(self) -> None:
        if not self.may_change():
            return
        choices = [Choice(kind, capitalized(kind.word), about) for kind, about in _KINDS.items()]
        kind = await self.app.push_screen_wait(ChoiceDialog("What is it?", choices))
        if kind is None:
            return
        now, ids = self.desk.now(), audition_ids(self.ledger.all())
        plain = MoneyEntry(id=new_id(now), kind=kind, date=today(now))

        async def keep(changed: Mapping[str, object]) -> str | None:
            made = replace(plain, **changed)
            if trouble := why_no_such_entry(made):
                return trouble
            if kind is not MoneyKind.MILEAGE and made.amount is None:
                return "Write the amount, such as $40."
            if twice := why_twice(made, self.kept, today(now)):
                return twice
            return await self.save(self.ledger.add([made], f"Saved {made.name}"))

        title, key, known = f"New {kind.word}", f"money new {kind.value}", {AUDITIONS: tuple(ids)}
        if await self.fill_in(title, money_fields(kind, ids), plain, key, keep, known=known):
            self.point_to(plain.id)

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _edit(self, entry: MoneyEntry) -> None:
        if not self.may_change():
            return
        ids = audition_ids(self.ledger.all())
        fields, known = money_fields(entry.kind, ids), {AUDITIONS: tuple(ids)}
        seen = SeenValues(entry, fields, self.desk.now)

        async def keep(changed: Mapping[str, object]) -> str | None:
            made = replace(entry, **changed)
            if trouble := why_no_such_entry(made):
                return trouble
            edit = partial(seen.with_changes, changed=changed)
            work = self.ledger.update_kind(MoneyEntry, [entry.id], edit, f"Changed {entry.name}")
            return await self.save(work)

        title, key = f"Edit {entry.name}", f"money {entry.id}"
        if await self.fill_in(title, fields, entry, key, keep, known=known, seen=seen):
            self.point_to(entry.id)

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _paid(self, entry: MoneyEntry) -> None:
        if entry.kind is not MoneyKind.INCOME:
            self.complain("Only income is paid to you.")
            return
        if paid := await ask_paid(self.desk, entry):
            await self.save_here(paid)
            self.point_to(entry.id)

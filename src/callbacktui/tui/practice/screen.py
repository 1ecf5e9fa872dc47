"""The practice log: classes, coaching and other work without an audition."""

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
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.list_dialogs import PRACTICE, REDO
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.forms.base_records_dialog import RecordsDialog
from callbacktui.tui.history.history_view import rows
from callbacktui.tui.practice.fields import PRACTICE_FIELDS
from callbacktui.tui.practice.practice_entry_view import practice_view
from callbacktui.tui.shell.desk_protocol import ChangeContext
from callbacktui.tui.theme.styles import Styles


class PracticeScreen(RecordsDialog[Practice]):
    """List the practice entries, newest first; nothing is counted or rated."""

    TITLE = "Practice"
    PLACE = Place.PRACTICE
    PALETTE_COMMANDS = (*PRACTICE, *RecordsDialog.PALETTE_COMMANDS)
    UNDO = "practice_put_back"
    WITHOUT_LINES = frozenset({"practice_new", "practice_put_back", REDO.id})
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PRACTICE)]

    def __init__(self, desk: ChangeContext) -> None:
        super().__init__(desk, desk.session.repository.practice)

    @property
    def empty(self) -> str:
        """What practice is, and the key that begins it."""
        return (
            "Classes, coaching, mock tapes, people met, work of your own: what you do between "
            f"auditions goes here. {self.keys['practice_new']} makes the first entry."
        )

    def detail(self, place: int, styles: Styles) -> RenderableType:
        """Return everything in the entry."""
        practice = self.kept[place]
        return practice_view(practice, self._day(practice), self.desk.now(), styles)

    def in_order(self, records: Iterable[Practice]) -> list[Practice]:
        return sorted(records, key=lambda p: (p.date, p.id), reverse=True)

    def lines(self) -> list[Content]:
        return rows([(self._day(one), one.name) for one in self.kept])

    def action_new(self) -> None:
        now = self.desk.now()
        plain = Practice(id=new_id(now), date=today(now), kind=PracticeKind.CLASS)
        self._write(plain, "New practice", "practice new")

    def action_edit(self) -> None:
        if practice := self.here:
            seen = SeenValues(practice, PRACTICE_FIELDS, self.desk.now)
            self._write(practice, f"Edit {practice.name}", f"practice {practice.id}", seen)

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _write(
        self,
        practice: Practice,
        title: str,
        draft_key: str,
        seen: SeenValues[Practice] | None = None,
    ) -> None:
        if not self.may_change():
            return

        async def keep(changed: Mapping[str, object]) -> str | None:
            kept = replace(practice, **changed)
            summary = f"Saved {kept.name}"
            if seen is None:
                return await self.save(self.ledger.add([kept], summary))
            edit = partial(seen.with_changes, changed=changed)
            return await self.save(self.ledger.update_kind(Practice, [practice.id], edit, summary))

        await self.fill_in(title, PRACTICE_FIELDS, practice, draft_key, keep, seen=seen)

    def _day(self, practice: Practice) -> str:
        return format_day(practice.date, today(self.desk.now()))

"""The book-outs: days on which the actor is not available, and what meets them."""

import asyncio
from collections.abc import Iterable, Mapping
from functools import partial
from typing import ClassVar, Final

from msgspec.structs import replace
from rich.console import RenderableType
from textual.binding import BindingType
from textual.content import Content

from callbacktui.domain.board import Board
from callbacktui.domain.bookout import (
    BookOut,
    TimeOut,
    count_words,
    note_to_rep,
    soonest_first,
    tell,
)
from callbacktui.domain.clash_words import warning
from callbacktui.domain.clashes import Clash, find_clashes
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.ids import new_id
from callbacktui.domain.moment import today
from callbacktui.domain.text import clean_line
from callbacktui.tui.bookouts.bookout_view import write_bookout
from callbacktui.tui.bookouts.fields import EDIT_FIELDS, NEW_FIELDS, BookOutForm
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.list_dialogs import BOOKOUTS, REDO
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.coming_weeks_view import write_weeks
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.forms.base_records_dialog import RecordsDialog
from callbacktui.tui.forms.suggestions import words_of
from callbacktui.tui.history.history_view import rows
from callbacktui.tui.shell.desk_protocol import ChangeContext
from callbacktui.tui.theme.styles import Styles

_WEEKS: Final = 8

_TIMES = (
    Field(name="span", label="Days"),
    Field(name="hours", label="Hours"),
    Field(name="zone", label="Time zone"),
)
"""The fields of a book-out that its form shows as one."""
_PARTS = {"times": tuple(field.name for field in _TIMES)}


class BookOutsScreen(RecordsDialog[BookOut]):
    """List the book-outs that are not over, soonest first, and then those that are."""

    TITLE = "Book-outs"
    PLACE = Place.BOOKOUTS
    PALETTE_COMMANDS = (*BOOKOUTS, *RecordsDialog.PALETTE_COMMANDS)
    UNDO = "bookout_put_back"
    WITHOUT_LINES = frozenset({"bookout_new", "bookout_put_back", REDO.id})
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BOOKOUTS)]

    def __init__(self, desk: ChangeContext, at: str = "") -> None:
        super().__init__(desk, desk.session.repository.bookouts, at)
        self._whole: Board = ()
        self._clashes: tuple[Clash, ...] = ()

    @property
    def empty(self) -> str:
        """What book-outs are, and the key that begins one."""
        return (
            "Days and hours for which you are not available go here, so that your rep knows, and "
            "so that you see at once what clashes with them. "
            f"{self.keys['bookout_new']} books out the first."
        )

    def detail(self, place: int, styles: Styles) -> RenderableType:
        """Return the book-out, the coming weeks, and the note of what nobody was told of."""
        now = self.desk.now()
        writer = self.detail_writer(styles)
        write_bookout(writer, self.kept[place], self._clashes, now)
        writer.heading("The coming weeks")
        write_weeks(writer, self._whole, now, self.kept, _WEEKS, self._clashes)
        if self._untold:
            writer.heading("Note to your rep", (self.keys["bookout_note"], "copies it"))
            writer.text(note_to_rep(self._untold, now))
        return writer.rendered

    def in_order(self, records: Iterable[BookOut]) -> list[BookOut]:
        soonest = sorted(records, key=soonest_first)
        over = [one for one in reversed(soonest) if not self._is_ahead(one)]
        return [*filter(self._is_ahead, soonest), *over]

    def lines(self) -> list[Content]:
        now = self.desk.now()
        return rows([(one.time_out.words(now), self._about(one)) for one in self.kept])

    def _about(self, record: BookOut) -> str:
        """Return whether it clashes, whether nobody was told, and last, as it may be cut, why."""
        meets = any(clash.is_about(record.id) for clash in self._clashes)
        clash = f"{self.glyphs.clash} clash" if meets else ""
        told = "" if record.told or not self._is_ahead(record) else "not told"
        return f" {self.glyphs.separator} ".join(filter(None, (clash, told, record.why)))

    async def read_again(self) -> None:
        """Read the book-outs, and what meets them."""
        now, session = self.desk.now(), self.desk.session
        bookouts = await asyncio.to_thread(session.repository.bookouts.all)
        self._whole = session.board(now)
        self._clashes = find_clashes(self._whole, bookouts, now)
        await super().read_again()

    def action_new(self) -> None:
        self._write_new()

    def action_edit(self) -> None:
        if bookout := self.here:
            self._edit(bookout)

    def action_tell(self) -> None:
        if bookout := self.here:
            self._tell(bookout)

    def action_copy_note(self) -> None:
        """Copy the note of what nobody was told of, or of the one under the cursor."""
        if bookout := self.here:
            self._copy_note(self._untold or (bookout,))

    @property
    def _untold(self) -> tuple[BookOut, ...]:
        """What is still to come and nobody was told of."""
        return tuple(one for one in self.kept if not one.told and self._is_ahead(one))

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _write_new(self) -> None:
        if not self.may_change():
            return
        made: list[BookOut] = []

        async def keep(changed: Mapping[str, object]) -> str | None:
            form = replace(BookOutForm(), **changed)
            made[:] = [self._new(time, form) for time in form.times]
            summary = f"Booked out: {count_words(made, self.desk.now())}"
            return await self.save(self.ledger.add(made, summary))

        if await self.fill_in("New book-out", NEW_FIELDS, BookOutForm(), "bookout new", keep):
            self.point_to(made[0].id)
            self._say_clashes(f"Booked out: {count_words(made, self.desk.now())}", made)

    def _new(self, time: TimeOut, form: BookOutForm) -> BookOut:
        now = self.desk.now()
        return BookOut(
            id=new_id(now),
            span=time.span,
            hours=time.hours,
            zone=zone_of(now),
            why=form.why,
            firmness=form.firmness,
        )

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _edit(self, bookout: BookOut) -> None:
        if not self.may_change():
            return

        before = BookOutForm(times=(bookout.time_out,), why=bookout.why, firmness=bookout.firmness)
        said = "Changed"
        seen = SeenValues(bookout, (*EDIT_FIELDS, *_TIMES), self.desk.now, _PARTS)

        async def keep(changed: Mapping[str, object]) -> str | None:
            [time] = replace(before, **changed).times
            fields = {name: value for name, value in changed.items() if name != "times"}
            if "times" in changed:
                zone = zone_of(self.desk.now())
                fields |= {"span": time.span, "hours": time.hours, "zone": zone}
            nonlocal said
            edit = partial(seen.with_changes, changed=fields)
            task = asyncio.create_task(
                self.ledger.update_kind(BookOut, [bookout.id], edit, f"Changed {bookout.name}")
            )
            trouble = await self.save(task)
            if trouble is None and not task.result().changes:
                said = "Nothing changed"
            return trouble

        title, key = f"Edit {bookout.name}", f"bookout {bookout.id}"
        if await self.fill_in(title, EDIT_FIELDS, before, key, keep, seen=seen):
            self.point_to(bookout.id)
            self._say_clashes(said, [bookout])

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _tell(self, bookout: BookOut) -> None:
        """Ask who was told, and of which, if there are more that nobody was told of."""
        if not self.may_change():
            return
        now, picked = self.desk.now(), tuple[BookOut, ...]([bookout])
        if len(self._untold) > 1 and bookout in self._untold:
            choices = [
                Choice(self._untold, f"All {len(self._untold)} that nobody was told of"),
                Choice(picked, f"Only {bookout.time_out.words(now)}"),
            ]
            answer = await self.app.push_screen_wait(ChoiceDialog("Told of which?", choices))
            if answer is None:
                return
            picked = answer
        session, key = self.desk.session, f"told {bookout.id}"
        known = (await words_of(session)).get("rep", ())
        before = [told.who for one in self.kept for told in one.told][-1:]
        line = await self.app.push_screen_wait(
            LineDialog(
                f"Who was told of {count_words(picked, now)}?",
                next(iter((*before, *known)), ""),
                drafts=session.drafts,
                clock=session.clock,
                draft_key=key,
                hint="Your agent or manager, by name. It is noted with the day of today.",
                known=known,
                validate=lambda line: "" if clean_line(line) else "Write the name of one person.",
            )
        )
        if line is None:
            return
        who, ids = clean_line(line), [one.id for one in picked]
        summary = f"Told {who}: {count_words(picked, now)}"
        day = today(now)
        work = self.ledger.update_kind(BookOut, ids, lambda one: tell(one, who, day), summary)
        if await self.save_here(work):
            await asyncio.to_thread(session.drafts.drop, key)
            self.say(f"{summary}.")

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _copy_note(self, bookouts: tuple[BookOut, ...]) -> None:
        now = self.desk.now()
        what = f"the note about {count_words(bookouts, now)}, for you to send"
        await self.desk.copy(note_to_rep(bookouts, now), what)

    def _say_clashes(self, said: str, bookouts: Iterable[BookOut]) -> None:
        """Say what was done, and what meets it."""
        now = self.desk.now()
        for one in bookouts:
            met = [clash for clash in self._clashes if clash.is_about(one.id)]
            if met:
                self.say(f"{said}. {warning(met, one.id, now)}.")
                return
        self.say(f"{said}.")

    def _is_ahead(self, bookout: BookOut) -> bool:
        return bookout.is_ahead(today(self.desk.now()))

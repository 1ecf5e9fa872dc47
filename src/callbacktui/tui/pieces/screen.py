"""The pieces and materials: a list, and beside it where each was used and what they said."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from msgspec.structs import replace
from pendulum import DateTime
from rich.cells import cell_len
from rich.console import RenderableType
from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from callbacktui.change_piece import change_piece
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.ids import new_id
from callbacktui.domain.moment import today
from callbacktui.domain.piece import Piece, PieceKind, by_kind, why_not_kept
from callbacktui.domain.piece_uses import Use, UseIndex, came_of, used_words
from callbacktui.domain.status import short_day
from callbacktui.domain.text import clean_line
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.list_dialogs import PIECES, REDO
from callbacktui.tui.components.filled_fields import field_facts
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.list_detail_dialog import Details
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.forms.base_records_dialog import RecordsDialog
from callbacktui.tui.forms.suggestions import Known
from callbacktui.tui.pieces.fields import PIECE_FIELDS, UNKEPT
from callbacktui.tui.shell.desk_protocol import CommandContext
from callbacktui.tui.theme.styles import Styles

_LEAST_TITLE = 12
_GAPS = 6
"""The gap after the kind, the sign before the use, and a scrollbar, in cells."""
_KIND_CELLS = max(len(kind.word) for kind in PieceKind)


class PiecesScreen(RecordsDialog[Piece]):
    """List the pieces by kind and title, the retired ones last; beside them their uses."""

    TITLE = "Pieces and materials"
    PLACE = Place.PIECES
    PALETTE_COMMANDS = (*PIECES, *RecordsDialog.PALETTE_COMMANDS)
    UNDO = "piece_put_back"
    WITHOUT_LINES = frozenset({"piece_new", "piece_put_back", REDO.id})
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PIECES)]

    def __init__(self, desk: CommandContext) -> None:
        super().__init__(desk, desk.session.repository.pieces)
        self._desk = desk
        self._numbers_hidden = desk.session.numbers.are_hidden
        self._uses = UseIndex(())

    @property
    def empty(self) -> str:
        """What goes here, and the key that begins it."""
        return (
            "Your songs, monologues and scenes go here, and your headshots, reels and looks; each "
            "shows where it was used. What auditions name already completes the title. "
            f"{self.keys['piece_new']} makes the first one."
        )

    def detail(self, place: int, styles: Styles) -> RenderableType:
        """Return the piece, and below it every use."""
        piece, now = self.kept[place], self.desk.now()
        writer = self.detail_writer(styles)
        writer.text(piece.name, styles.strong)
        writer.text(piece.about, styles.muted)
        writer.gap()
        writer.facts(field_facts(PIECE_FIELDS, piece, now, {"title", "kind", "source", "writer"}))
        _write_uses(writer, self._uses.uses_of(piece), now, numbers_hidden=self._numbers_hidden)
        return writer.rendered

    def in_order(self, records: Iterable[Piece]) -> list[Piece]:
        self._uses, day = UseIndex(self.ledger.all()), today(self.desk.now())
        return sorted(by_kind(records), key=lambda one: not one.is_in_use(day))

    @on(Details.Resized)
    def _cut_again(self) -> None:
        """Cut the titles to the width that the list has now; the days after them stay whole."""
        if self.kept:
            self.set_rows(self.lines())

    def lines(self) -> list[Content]:
        return [self._line(record) for record in self.kept]

    def _line(self, record: Piece) -> Content:
        now, sign = self.desk.now(), self.glyphs.separator
        retired = record.retired_on
        room = self.query_one(OptionList).size.width - _KIND_CELLS - _GAPS
        uses = self._uses.uses_of(record)
        used = used_words(uses, now, numbers_hidden=self._numbers_hidden)
        if cell_len(used) > room - _LEAST_TITLE:
            used = used_words(uses, now, numbers_hidden=True)
        about = f"retired {format_day(retired, today(now))}" if retired else used
        return Content.from_markup(
            "[$muted]$kind[/]  $title [$muted]$sign $about[/]",
            kind=record.kind.word.ljust(_KIND_CELLS),
            title=cut_text(
                clean_line(record.title), max(_LEAST_TITLE, room - cell_len(about)), self.glyphs
            ),
            sign=sign,
            about=about,
        )

    def action_new(self) -> None:
        plain = Piece(id=new_id(self.desk.now()), kind=PieceKind.MONOLOGUE, title="")
        self._write_new(plain)

    def action_edit(self) -> None:
        if piece := self.here:
            self._edit(piece)

    def action_retire(self) -> None:
        """Retire the piece from today on, or take a retired one into use again."""
        if (piece := self.here) and not self.is_busy and self.may_change():
            self._retire(piece)

    def action_auditions(self) -> None:
        """Close the dialog, and show the auditions that name the piece."""
        if (piece := self.here) and not self.is_busy:
            words = max(piece.title.split('"'), key=len)
            self.action_leave()
            self._desk.use_filter(f'piece:"{words}"')

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _write_new(self, plain: Piece) -> None:
        if not self.may_change():
            return

        async def keep(changed: Mapping[str, object]) -> str | None:
            made = replace(plain, **changed)
            if why := why_not_kept(made, self.kept):
                return why
            return await self.save(self.ledger.add([made], f"Saved {made.name}"))

        if await self.fill_in(
            "New piece", PIECE_FIELDS, plain, "piece new", keep, known=self._known
        ):
            self.point_to(plain.id)

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _edit(self, piece: Piece) -> None:
        if not self.may_change():
            return
        seen = SeenValues(piece, PIECE_FIELDS, self.desk.now)

        async def keep(changed: Mapping[str, object]) -> str | None:
            if why := why_not_kept(replace(piece, **changed), self.kept):
                return why
            edit = partial(seen.with_changes, changed=changed)
            work = change_piece(self.desk.session, piece.id, edit, f"Changed {piece.name}")
            return await self.save(work)

        title, key = f"Edit {piece.name}", f"piece {piece.id}"
        if await self.fill_in(title, PIECE_FIELDS, piece, key, keep, known=self._known, seen=seen):
            self.point_to(piece.id)

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _retire(self, piece: Piece) -> None:
        day = today(self.desk.now())
        on = day if piece.is_in_use(day) else None
        summary = f"Retired {piece.name}" if on else f"Back in use: {piece.name}"
        work = change_piece(
            self.desk.session, piece.id, lambda current: replace(current, retired_on=on), summary
        )
        if (step := await self.save_here(work)) and step.changes:
            self.point_to(piece.id)
            self.say(f"{clean_line(summary)}.")

    @property
    def _known(self) -> Known:
        return {UNKEPT: self._uses.titles_besides(self.kept)}


def _write_uses(
    writer: LineWriter, uses: Sequence[Use], now: DateTime, *, numbers_hidden: bool
) -> None:
    """Write how often it was used, and each use: day, audition, office, and how it went.

    What they said at that audition follows; it may be about something else there. While
    `numbers_hidden`, nothing is counted.
    """
    styles = writer.styles
    writer.heading("Where it was used", ("", used_words(uses, now, numbers_hidden=numbers_hidden)))
    for use in uses:
        writer.gap()
        day = short_day(use.day, now) if use.day else "no day yet"
        writer.between(use.audition.name, day, styles.text, styles.muted)
        came = came_of(use.audition)
        about = (use.audition.office, came if use.is_over else f"{came}, still to come")
        writer.text(f" {writer.glyphs.separator} ".join(filter(None, about)), styles.muted)
        for said in use.said:
            writer.point(f"“{said}”")

"""Import a sheet, one way for the shell and the screen: read it, plan it, keep what it brings."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.config import Config
from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Record
from callbacktui.domain.ids import new_id
from callbacktui.domain.long_over import close_long_over
from callbacktui.domain.piece import Piece, PieceUse
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.column_mapping import column_labels
from callbacktui.exchange.spreadsheet.header import find_layout
from callbacktui.exchange.spreadsheet.import_plan import ImportPlan
from callbacktui.exchange.spreadsheet.sheet_to_auditions import Watch, read_table, sheet_fingerprint
from callbacktui.exchange.spreadsheet.types import Headings, Mending, SheetReading, Table
from callbacktui.import_memory import load_mending, load_own_words
from callbacktui.session import Session
from callbacktui.store.io.preferences import Preferences


class ImportPreview(NamedTuple):
    """A sheet as it was read, the digest of its headings, and what is to be remembered of it."""

    reading: SheetReading
    fingerprint: str
    said: Mending


def labels_of(table: Table, header_row: int | None, own: Headings) -> tuple[str, ...]:
    """Return the names of the columns of a table.

    Raises:
        SheetError: if the headings cannot be found.
    """
    return column_labels(find_layout(table.rows, header_row, own).headings)


def preview_table(
    table: Table,
    said: Mending,
    memory: Preferences,
    config: Config,
    now: DateTime,
    *,
    name: str,
    watch: Watch | None = None,
) -> ImportPreview:
    """Read a table by what is said of it now, what was said before, and the actor's own words.

    `name` is that of the file, and `watch` is told how many rows are read.

    Raises:
        SheetError: if it cannot be read; says why.
    """
    own = load_own_words(memory)
    fingerprint = sheet_fingerprint(table, said.header_row, own.headings)
    before = load_mending(memory, fingerprint)
    remembered = Mending(
        columns=before.columns | said.columns,
        words=before.words | said.words,
        order=said.order or before.order,
    )
    reading = read_table(
        table,
        now,
        mending=replace(remembered, words=own.words | remembered.words, header_row=said.header_row),
        usual_order=config.numeric_order,
        own_headings=own.headings,
        name=name,
        watch=watch,
    )
    return ImportPreview(reading, fingerprint, remembered)


def arrivals(plan: ImportPlan, now: DateTime, *, closes_old: bool) -> list[Record]:
    """Return the auditions to keep; with `closes_old`, those that ended long ago are closed."""
    arriving = [*plan.new, *(row.after for row in plan.changed)]
    return [close_long_over(one, now) if closes_old else one for one in arriving]


def new_pieces(
    reading: SheetReading, arriving: Sequence[Record], kept: Iterable[Piece], now: DateTime
) -> list[Piece]:
    """Return a piece for each song and monologue that arrives and is not `kept` under its title."""
    rounds = (read for one in arriving if isinstance(one, Audition) for read in one.rounds)
    used = {fold(title) for read in rounds for title in read.pieces}
    known = {fold(one.title) for one in kept if one.kind.use is PieceUse.PERFORMED}
    return [
        Piece(id=new_id(now), kind=kind, title=title)
        for title, kind in reading.titles
        if fold(title) in used - known
    ]


async def keep_import(session: Session, records: Sequence[Record], name: str) -> None:
    """Keep what an import brings in one step, after a backup of what is here.

    Raises:
        StoreError, OSError: if that failed; nothing has changed then.
    """
    if session.repository.records():
        await session.ledger.run_exclusive(
            lambda: session.repository.back_up(session.clock(), "import")
        )
    await session.ledger.add(records, f"import {name}", "imported")

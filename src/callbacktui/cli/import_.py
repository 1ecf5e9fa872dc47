"""The `import` command: shows how a sheet was read, and then imports it."""

import asyncio
from pathlib import Path
from typing import NamedTuple

import click
from msgspec.structs import replace

from callbacktui.cli.click_extensions import enum_param
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, UsageError
from callbacktui.cli.import_json import import_document
from callbacktui.cli.input_file import input_name, read_input
from callbacktui.cli.known_import_words import keep_own_words, print_words
from callbacktui.cli.output import is_terminal, print_json, print_lines, print_message
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.long_over import is_long_over
from callbacktui.domain.moment import today
from callbacktui.domain.name_list import list_words
from callbacktui.domain.piece import Piece
from callbacktui.exchange.json_document import MOST_BYTES, looks_like_json
from callbacktui.exchange.spreadsheet.column_mapping import (
    MappingError,
    parse_override,
)
from callbacktui.exchange.spreadsheet.import_plan import ImportPlan, plan_import
from callbacktui.exchange.spreadsheet.open_file import open_table
from callbacktui.exchange.spreadsheet.reading_summary import (
    plan_lines,
    reading_document,
    summary_lines,
    unreadable_line,
)
from callbacktui.exchange.spreadsheet.types import (
    CALENDAR,
    Mending,
    SheetError,
    SheetReading,
    Table,
)
from callbacktui.exchange.spreadsheet.vocabulary_tables import WordError, parse_word
from callbacktui.import_memory import OwnWords, load_own_words, save_mending
from callbacktui.session import Session
from callbacktui.sheet_import import (
    ImportPreview,
    arrivals,
    keep_import,
    labels_of,
    new_pieces,
    preview_table,
)
from callbacktui.store.io.preferences import Preferences
from callbacktui.store.io.state_folder import state_folder


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), required=False)
@click.option("--map", "maps", multiple=True, metavar="COL=FIELD", help="What a column holds.")
@click.option(
    "--word", "words", multiple=True, metavar="WORD=MEANING", help="What a word in a cell means."
)
@click.option(
    "--date-order",
    "order",
    type=enum_param(DateOrder),
    metavar="mdy|dmy|ymd",
    help="What comes first in a date, if the sheet leaves it open.",
)
@click.option("--sheet", default="", metavar="NAME", help="Which sheet of a workbook.")
@click.option(
    "--header-row", type=click.IntRange(0), metavar="N", help="The row of the headings; 0 is none."
)
@click.option("--encoding", default="", metavar="NAME", help="Such as cp1252; else found out.")
@click.option("--dry-run", is_flag=True, help="Show the reading and keep nothing.")
@click.option("--yes", is_flag=True, help="Keep it without asking.")
@click.option("--close-old", is_flag=True, help="Close what ended long ago, too.")
@click.option(
    "--words", "shows_words", is_flag=True,
    help="Show all headings and words that are known; with --map or --word, add them for good.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def import_command(
    cli: CliContext,
    file: Path | None,
    *,
    maps: tuple[str, ...],
    words: tuple[str, ...],
    order: DateOrder | None,
    sheet: str,
    header_row: int | None,
    encoding: str,
    dry_run: bool,
    yes: bool,
    close_old: bool,
    shows_words: bool,
    as_json: bool,
) -> None:
    """Import a sheet (XLSX, XLS, ODS, CSV, TSV) or the JSON that export wrote; - is standard input.

    Shows how it is read, word for word, and each row that cannot be, with the reason; the rest is
    kept once you agree. What is here already is not imported twice, and what you changed here
    since is not overwritten. --map and --word mend the reading, and hold for that sheet from then
    on.
    """
    memory = Preferences(state_folder(cli.path))
    if shows_words:
        own = keep_own_words(memory, maps, words) if maps or words else load_own_words(memory)
        print_words(own, as_json=as_json)
        return
    if file is None:
        raise UsageError("Name a FILE, or - for what is piped in.")
    data = read_input(file, MOST_BYTES)
    if looks_like_json(data):
        import_document(cli, file, data, only_looks=dry_run, yes=yes, as_json=as_json)
        return
    said = Mending(order=order, encoding=encoding, header_row=header_row, sheet=sheet)
    reading, fingerprint, said = _read(cli, file, data, said, maps, words, memory)
    if not as_json:
        print_lines(summary_lines(reading))
    kept, now = None, cli.now
    only_looks = dry_run or not (yes or is_terminal())
    with cli.open(read_only=only_looks) as session:
        plan = plan_import(reading, {one.id: one for one in session.ledger.all()}, now)
        if not as_json:
            print_lines(plan_lines(plan))
        if not only_looks:
            name = input_name(file) if str(file) == "-" else file.name
            kept = _ask_and_keep(session, reading, plan, name, yes=yes, close_old=close_old)
        if kept and said != Mending():
            save_mending(memory, fingerprint, said)
    if as_json:
        print_json(reading_document(plan, reading, now, cli.config.silence, kept=kept is not None))
    if not reading.rows:
        raise CommandError(f"{input_name(file)}: {_nothing_read(reading)}")
    if kept:
        _print_kept(kept)
    elif (plan.new or plan.changed) and not dry_run:
        raise CommandError("Nothing was kept. Say --yes to keep it, or --dry-run to look only.")


class _Kept(NamedTuple):
    """How many auditions an import kept, the new pieces, and what of it ended long ago."""

    auditions: int
    pieces: list[Piece]
    long_over: int
    closed: bool


def _ask_and_keep(
    session: Session,
    reading: SheetReading,
    plan: ImportPlan,
    name: str,
    *,
    yes: bool,
    close_old: bool,
) -> _Kept | None:
    """Keep what a plan brings, and close what ended long ago, if the actor agrees to each."""
    now = session.clock()
    arriving = arrivals(plan, now, closes_old=False)
    if not arriving or not (yes or _confirm_import(len(arriving))):
        return None
    long_over = sum(is_long_over(audition, today(now)) for audition in plan.new)
    closes = long_over > 0 and (close_old or (not yes and _confirm_closing(long_over)))
    arriving = arrivals(plan, now, closes_old=closes)
    pieces = new_pieces(reading, arriving, session.repository.pieces.all(), now)
    asyncio.run(keep_import(session, [*arriving, *pieces], name))
    return _Kept(len(arriving), pieces, long_over, closes)


def _print_kept(kept: _Kept) -> None:
    print_message(f"Kept {kept.auditions}.")
    if kept.pieces:
        print_message(f"New among your pieces: {list_words([one.title for one in kept.pieces])}.")
    if kept.closed:
        print_message(f"Closed {kept.long_over} that ended long ago.")
    elif kept.long_over:
        print_message(f"{kept.long_over} ended long ago; on the desk, w closes them in one step.")


def _read(
    cli: CliContext,
    file: Path,
    data: bytes,
    said: Mending,
    maps: tuple[str, ...],
    words: tuple[str, ...],
    memory: Preferences,
) -> ImportPreview:
    """Read a sheet by what is said now and what was said of it before."""
    own = load_own_words(memory)
    try:
        table = _choose_sheet(open_table(data, said, own.headings), data, said, own)
        labels = labels_of(table, said.header_row, own.headings)
        said = replace(
            said,
            columns=dict(parse_override(one, labels) for one in maps),
            words=dict(parse_word(one) for one in words),
        )
        return preview_table(table, said, memory, cli.config, cli.now, name=file.stem)
    except (MappingError, WordError) as error:
        raise UsageError(str(error)) from error
    except SheetError as error:
        raise CommandError(f"{input_name(file)}: {error}") from error


def _choose_sheet(table: Table, data: bytes, said: Mending, own: OwnWords) -> Table:
    """Ask which sheet of a workbook is meant, if several hold auditions and somebody is there."""
    if not table.other_sheets or said.sheet or not is_terminal():
        return table
    names = [table.sheet, *table.other_sheets]
    print_lines(f"{number}  {name}" for number, name in enumerate(names, 1))
    chosen = click.prompt("Which sheet", type=click.IntRange(1, len(names)), default=1, err=True)
    return open_table(data, replace(said, sheet=names[chosen - 1]), own.headings)


def _nothing_read(reading: SheetReading) -> str:
    if reading.unreadable:
        return f"No row could be read. {unreadable_line(reading.unreadable[0])}"
    if reading.encoding == CALENDAR:
        return "No event of the calendar mentions an audition."
    return "There are headings, and no audition below them."


def _confirm_import(count: int) -> bool:
    return click.confirm(f"Keep {count}?", err=True)


def _confirm_closing(old: int) -> bool:
    return click.confirm(
        f"{old} ended long ago: their last date is over half a year ago. Close them?", err=True
    )

"""The `import` command: shows how a spreadsheet was read, and then imports it."""

import asyncio
import errno
from pathlib import Path
from typing import Any

import click

from callbacktui.cli.click_extensions import enum_param
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, UsageError
from callbacktui.cli.import_json import import_document
from callbacktui.cli.output import is_terminal, print_json, print_lines, print_message
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.long_over import close_long_over, is_long_over
from callbacktui.domain.moment import today
from callbacktui.exchange.json_export import MOST_BYTES, looks_like_json
from callbacktui.exchange.spreadsheet.column_mapping import (
    MappingError,
    propose_mapping,
    with_overrides,
)
from callbacktui.exchange.spreadsheet.import_plan import ImportPlan, plan_import
from callbacktui.exchange.spreadsheet.reader import read_header, read_sheet
from callbacktui.exchange.spreadsheet.summary import plan_line, summary_lines
from callbacktui.exchange.spreadsheet.types import SheetError, SheetReading
from callbacktui.store.base.errors import display_path, reason_of
from callbacktui.store.io.disk import Disk


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--map", "maps", multiple=True, metavar="COL=FIELD", help="What a column holds.")
@click.option(
    "--date-order",
    "order",
    type=enum_param(DateOrder),
    metavar="mdy|dmy|ymd",
    help="What comes first in a date, where the sheet leaves it open.",
)
@click.option("--dry-run", is_flag=True, help="Show the reading and keep nothing.")
@click.option("--yes", is_flag=True, help="Keep it without asking.")
@click.option("--close-old", is_flag=True, help="Close what ended long ago, too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def import_command(
    cli: CliContext,
    file: Path,
    *,
    maps: tuple[str, ...],
    order: DateOrder | None,
    dry_run: bool,
    yes: bool,
    close_old: bool,
    as_json: bool,
) -> None:
    """Import a spreadsheet saved as CSV or TSV, or the JSON that export wrote.

    Shows how it is read and each row that cannot be, with the reason; the rest is kept once you
    agree. What is here already is not imported twice.
    """
    data = _read_bytes(file)
    if looks_like_json(data):
        import_document(cli, file, data, only_looks=dry_run, yes=yes, as_json=as_json)
        return
    reading = _read(file, data, cli, maps, order)
    if not as_json:
        print_lines(summary_lines(reading))
    only_looks = dry_run or not (yes or is_terminal())
    with cli.open(read_only=only_looks) as place:
        known = {audition.id: audition for audition in place.ledger.all()}
        planned = plan_import(reading, known, cli.now)
        if not as_json:
            print_lines([plan_line(planned)])
        arriving = [*planned.new, *(row.after for row in planned.changed)]
        keeps = bool(arriving) and not only_looks and (yes or _confirm_import(len(arriving)))
        old = sum(is_long_over(audition, today(cli.now)) for audition in planned.new)
        closes = keeps and old > 0 and (close_old or (not yes and _confirm_closing(old)))
        if closes:
            arriving = [close_long_over(audition, cli.now) for audition in arriving]
        if keeps:
            if len(place.ledger):
                place.repository.back_up(cli.now, "import")
            asyncio.run(place.ledger.add(arriving, f"import {file.name}", "imported"))
    if as_json:
        print_json(_document(planned, reading, kept=keeps))
    if keeps:
        print_message(f"Kept {len(arriving)}.")
        if closes:
            print_message(f"Closed {old} that ended long ago.")
        elif old:
            print_message(f"{old} ended long ago; on the desk, w closes them in one step.")
    elif arriving and not dry_run:
        raise CommandError("Nothing was kept. Say --yes to keep it, or --dry-run to look only.")


def _read_bytes(file: Path) -> bytes:
    try:
        return Disk().read_whole(file, MOST_BYTES)[0]
    except OSError as error:
        most = f", at most {MOST_BYTES:,} bytes" if error.errno == errno.EFBIG else ""
        raise CommandError(
            f"{display_path(file)} cannot be read: {reason_of(error)}{most}."
        ) from error


def _read(
    file: Path, data: bytes, cli: CliContext, maps: tuple[str, ...], order: DateOrder | None
) -> SheetReading:
    try:
        mapping = with_overrides(propose_mapping(read_header(data)), maps) if maps else None
        return read_sheet(data, cli.now, mapping=mapping, order=order)
    except MappingError as error:
        raise UsageError(str(error)) from error
    except SheetError as error:
        raise CommandError(f"{display_path(file)}: {error}") from error


def _confirm_import(count: int) -> bool:
    return click.confirm(f"Keep {count}?", err=True)


def _confirm_closing(old: int) -> bool:
    return click.confirm(
        f"{old} ended long ago: the last date in them is half a year back. Close them?", err=True
    )


def _document(planned: ImportPlan, reading: SheetReading, *, kept: bool) -> dict[str, Any]:
    return {
        **planned.counts,
        "kept": kept,
        "unreadable_rows": [
            {
                "row": row.row,
                "column": row.column,
                "value": row.value,
                "reason": row.reason,
                "mend": row.mend,
            }
            for row in planned.unreadable
        ],
        "duplicates": [{"row": row, "same_as": other} for row, other in planned.duplicates],
        "mapping": {name: field and field.value for name, field in reading.mapping.items()},
        "date_order": reading.order.order.value,
        "date_order_sure": reading.order.sure,
    }

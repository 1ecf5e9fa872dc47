"""The `export` command: writes records as JSON, CSV or a calendar, in read-only mode, too."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from callbacktui.cli.click_extensions import OUTPUT, not_stdout
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, StoreUnavailable, UsageError
from callbacktui.cli.output import print_afterwards, print_data, print_json_text, print_message
from callbacktui.domain.board import board
from callbacktui.domain.query import read_query
from callbacktui.domain.query_matcher import QueryMatcher
from callbacktui.domain.text import clean
from callbacktui.exchange.export_formats import FORMATS, ExportData, format_of
from callbacktui.store.backup.portable_backup import why_not_writable, write_portable
from callbacktui.store.base.errors import StoreError
from callbacktui.store.base.tables import AUDITIONS
from callbacktui.store.io.disk import Disk

if TYPE_CHECKING:
    from callbacktui.session import Session


@click.command("export")
@click.argument("query", nargs=-1)
@click.option("--format", "form", type=click.Choice([*FORMATS]), help="Else by the file's ending.")
@click.option(
    "-o",
    "--output",
    "file",
    type=OUTPUT,
    help="To this new file; - is standard output, as without it.",
)
@pass_context
def export_command(
    cli: CliContext, query: tuple[str, ...], form: str | None, file: Path | None
) -> None:
    """Export everything, or only the auditions that match a QUERY.

    JSON is exact: if you import it again, nothing is missing. CSV has one row for each audition,
    for a spreadsheet. ICS is a calendar of every read, tape, hold and job; an audition under NDA is
    "Audition" in it. Nothing is changed, so this works in read-only mode and while the program
    is open in another window.
    """
    file = not_stdout(file)
    form = form or format_of(file or Path())
    if file is not None and (why := why_not_writable(file)):
        raise CommandError(why)
    with cli.open(read_only=True) as place:
        taken = _collect(place, cli, " ".join(query))
    data = FORMATS[form](taken)
    if file is not None:
        try:
            write_portable(file, data, Disk())
        except StoreError as failure:
            raise StoreUnavailable(str(failure)) from failure
        print_afterwards([str(file)])
        count = len(taken.auditions)
        print_message(f"{count} audition{'' if count == 1 else 's'}, as {form.upper()}.")
    elif form == "json":
        print_json_text(data.decode().rstrip())
    else:
        lines = data.decode("utf-8-sig").splitlines()
        print_data("".join(f"{clean(line)}\n" for line in lines))


def _collect(place: "Session", cli: CliContext, words: str) -> ExportData:
    """Return all records, or only the auditions that match the query `words`."""
    records, auditions = place.repository.records(), place.ledger.all()
    if words:
        wanted = read_query(words)
        if wanted.problems:
            raise UsageError("\n".join(wanted.problems))
        rows = [r for s in board(auditions, cli.now, cli.config.silence) for r in s.rows]
        picked = {row.audition.id for row in QueryMatcher().pick(rows, wanted, cli.now)}
        auditions = tuple(audition for audition in auditions if audition.id in picked)
        kept = records.get(AUDITIONS, [])
        records = {AUDITIONS: [record for record in kept if record["id"] in picked]}
    return ExportData(records, auditions, cli.now)

"""The `export` command: writes what is kept in several formats; it works read-only, too."""

from pathlib import Path

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, StoreUnavailable, UsageError
from callbacktui.cli.output import (
    print_afterwards,
    print_bytes,
    print_data,
    print_json_text,
    print_message,
)
from callbacktui.cli.output_file import (
    OUTPUT,
    check_new_file,
    form_by_ending,
    not_stdout,
    write_new_file,
)
from callbacktui.domain.text import clean, count_of
from callbacktui.exchange.export_formats import (
    FORMATS,
    ExportData,
    left_out_words,
    write_tables,
)
from callbacktui.export import FilterError, collect_export, why_no_tables, write_files
from callbacktui.store.base.errors import StoreError, reason_of

_BINARY = frozenset({"xlsx"})


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
@click.option(
    "--tables",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Into a new folder: a CSV file for each table.",
)
@click.option("--no-nda", is_flag=True, help="Leave out what is under NDA.")
@pass_context
def export_command(
    cli: CliContext,
    query: tuple[str, ...],
    *,
    form: str | None,
    file: Path | None,
    folder: Path | None,
    no_nda: bool,
) -> None:
    """Export everything, or only the auditions that match a QUERY.

    JSON is exact: if you import it again, nothing is missing. CSV has one row for each audition;
    XLSX and --tables have rounds, holds, bookings, feedback and practice, too. Markdown (md) is to
    be read, HTML to be printed: every audition of a year, as with `in:2026`. ICS is a calendar of
    every audition, tape, hold and job; an audition under NDA is "Audition" in it. No file is ever
    written over. Nothing is changed, so this works in read-only mode and while the program is open
    in another window.
    """
    file = not_stdout(file)
    if folder and (file or form):
        raise UsageError("--tables writes CSV files into its folder; leave out -o and --format.")
    form = form_by_ending(file, form, FORMATS, "json")
    check_new_file(file)
    if folder is not None and (why := why_no_tables(folder)):
        raise CommandError(why)
    with cli.open(read_only=True) as session:
        try:
            taken = collect_export(session, cli.now, " ".join(query), with_nda=not no_nda)
        except FilterError as error:
            raise UsageError(str(error)) from error
    count = f"{count_of(len(taken.auditions), 'audition')}"
    if folder is not None:
        _write_tables(folder, taken)
        print_message(f"{count}, as CSV tables.")
    elif file is not None:
        write_new_file(file, FORMATS[form](taken))
        print_message(f"{count}, as {form.upper()}.")
        if missing := left_out_words(form, taken):
            print_message(missing)
    else:
        _print(form, taken)


def _write_tables(folder: Path, taken: ExportData) -> None:
    try:
        write_files(folder, write_tables(taken))
    except StoreError as failure:
        raise StoreUnavailable(str(failure)) from failure
    except OSError as failure:
        raise StoreUnavailable(f"{folder}: {reason_of(failure)}.") from failure
    print_afterwards([str(folder)])


def _print(form: str, taken: ExportData) -> None:
    """Write to standard output; what is not text only to a pipe."""
    import sys

    data = FORMATS[form](taken)
    if form in _BINARY:
        if sys.stdout.isatty():
            name = f"-o auditions.{form}"
            raise UsageError(f"A terminal cannot show {form.upper()}; name a file: {name}")
        print_bytes(data)
    elif form == "json":
        print_json_text(data.decode().rstrip())
    else:
        end = "\r\n" if form == "ics" and not sys.stdout.isatty() else "\n"  # as RFC 5545 has it
        lines = data.decode("utf-8-sig").splitlines()
        print_data("".join(f"{clean(line)}{end}" for line in lines))

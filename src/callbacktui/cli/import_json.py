"""The `import` command for the JSON that `export` writes."""

import asyncio
from pathlib import Path

import click

from callbacktui.cli.context import CliContext
from callbacktui.cli.errors import CommandError
from callbacktui.cli.output import is_terminal, print_json, print_lines, print_message
from callbacktui.exchange.json_document import read_document
from callbacktui.exchange.spreadsheet.types import SheetError
from callbacktui.json_import import compare_document, import_notes
from callbacktui.sheet_import import keep_import
from callbacktui.store.base.errors import display_path


def import_document(
    cli: CliContext, file: Path, data: bytes, *, only_looks: bool, yes: bool, as_json: bool
) -> None:
    """Show what importing a document would change, and import it if the actor agrees."""
    try:
        brought = read_document(data)
    except SheetError as error:
        raise CommandError(f"{display_path(file)}: {error}") from error
    looks = only_looks or not (yes or is_terminal())
    with cli.open(read_only=looks) as session:
        compared = compare_document(brought, session)
        coming = len(compared.arriving)
        if not as_json:
            print_lines([f"{compared.words}, {len(brought.unreadable)} unreadable"])
        keeps = bool(coming) and not looks and (yes or click.confirm(f"Keep {coming}?", err=True))
        if keeps:
            asyncio.run(keep_import(session, compared.arriving, file.name))
    for note in import_notes(brought, compared):
        print_message(note)
    for row in brought.unreadable:
        print_message(f"{row.column}, record {row.row}: {row.reason}. {row.mend}.")
    if as_json:
        document = {
            **compared.counts,
            "unreadable": len(brought.unreadable),
            "unknown": brought.unknown,
            "kept": keeps,
            "unreadable_rows": brought.unreadable,
        }
        print_json(document)
    if keeps:
        print_message(f"Kept {coming}.")
    elif coming and not only_looks:
        raise CommandError("Nothing was kept. Say --yes to keep it, or --dry-run to look only.")

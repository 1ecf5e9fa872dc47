"""The `import` command for the JSON that `export` writes."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from callbacktui.cli.context import CliContext
from callbacktui.cli.errors import CommandError
from callbacktui.cli.output import is_terminal, print_json, print_lines, print_message
from callbacktui.exchange.json_export import (
    ImportComparison,
    ImportedDocument,
    compare_import,
    read_document,
)
from callbacktui.exchange.spreadsheet.types import SheetError
from callbacktui.store.base.errors import display_path

if TYPE_CHECKING:
    from callbacktui.session import Session


def import_document(
    cli: CliContext, file: Path, data: bytes, *, only_looks: bool, yes: bool, as_json: bool
) -> None:
    """Show what importing a document would change, and import it if the actor agrees."""
    try:
        brought = read_document(data)
    except SheetError as error:
        raise CommandError(f"{display_path(file)}: {error}") from error
    looks = only_looks or not (yes or is_terminal())
    with cli.open(read_only=looks) as place:
        came = _compare(brought, place)
        coming = sum(len(some.new) + len(some.changed) for some in came)
        if not as_json:
            print_lines([_counts_text(came, len(brought.unreadable))])
        keeps = bool(coming) and not looks and (yes or click.confirm(f"Keep {coming}?", err=True))
        if keeps:
            _save(place, cli, file, came)
    for row in brought.unreadable:
        print_message(f"{row.column}, record {row.row}: {row.reason}. {row.mend}.")
    if as_json:
        print_json(_document(came, brought, kept=keeps))
    if keeps:
        print_message(f"Kept {coming}.")
    elif coming and not only_looks:
        raise CommandError("Nothing was kept. Say --yes to keep it, or --dry-run to look only.")


def _compare(brought: ImportedDocument, place: "Session") -> tuple[ImportComparison, ...]:
    repository = place.repository
    return (
        compare_import(brought.auditions, place.ledger.all()),
        compare_import(brought.pages, repository.pages.all()),
        compare_import(brought.practice, repository.practice.all()),
        compare_import(brought.contacts, repository.contacts.all()),
    )


def _save(
    place: "Session", cli: CliContext, file: Path, came: tuple[ImportComparison, ...]
) -> None:
    """Save the imported records in one step, after a backup."""
    if place.repository.records():
        place.repository.back_up(cli.now, "import")
    records = [record for some in came for record in (*some.new, *some.changed)]
    asyncio.run(place.ledger.add(records, f"import {file.name}", "imported"))


def _counts_text(came: tuple[ImportComparison, ...], unreadable: int) -> str:
    counts = _counts(came)
    said = ", ".join(f"{number} {word}" for word, number in counts.items())
    return f"{said}, {unreadable} unreadable"


def _counts(came: tuple[ImportComparison, ...]) -> dict[str, int]:
    return {
        "new": sum(len(some.new) for some in came),
        "same": sum(some.same for some in came),
        "changed": sum(len(some.changed) for some in came),
    }


def _document(
    came: tuple[ImportComparison, ...], brought: ImportedDocument, *, kept: bool
) -> dict[str, Any]:
    return {
        **_counts(came),
        "unreadable": len(brought.unreadable),
        "kept": kept,
        "unreadable_rows": brought.unreadable,
    }

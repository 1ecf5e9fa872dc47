"""Finds, prints and removes the records of any kind, and says which of them cannot be read."""

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from callbacktui.cli.context import CliContext
from callbacktui.cli.id_lookup import find_by_prefix
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.domain.change import Record
from callbacktui.store.record_table import ValueTable

if TYPE_CHECKING:
    from callbacktui.store.repository import Repository

V = TypeVar("V", bound=Record)


def find_record(table: ValueTable[V], prefix: str, listing: str) -> V:
    """Return the record whose id begins with `prefix`; `listing` is the command that lists ids.

    Raises:
        CommandError: if there is none, or more than one.
    """
    return find_by_prefix({record.id: record for record in table.all()}, prefix, listing)


def print_kept(document: Mapping[str, Any], words: str, *, as_json: bool) -> None:
    """Print a record that was just kept: as JSON, or its id, and on stderr the `words`."""
    if as_json:
        print_json(document)
    else:
        print_lines([document["id"]])
        print_message(words)


def remove_record(
    cli: CliContext, table_of: Callable[["Repository"], ValueTable[V]], prefix: str, listing: str
) -> None:
    """Remove the record of a table whose id begins with `prefix`, after a backup that has it.

    Raises:
        CommandError: as `find_record`.
    """
    with cli.open() as session:
        record = find_record(table_of(session.repository), prefix, listing)
        backup = session.repository.back_up(cli.now, "removal")
        kind = cast(type[Record], type(record))
        asyncio.run(session.ledger.remove([record.id], f"Removed {record.name}", kind))
    print_lines([f"Removed {record.name}."])
    print_message(f"The backup {backup.name} still has it.")


def print_unread(unread: list[tuple[str, str]]) -> None:
    """Print for each record that cannot be read why, by its id."""
    for record_id, reason in unread:
        print_message(f"The record {record_id!r} cannot be read: {reason}.")

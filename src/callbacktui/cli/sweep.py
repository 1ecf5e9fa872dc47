"""The `sweep` command: what is safe to let go; only `--yes` closes it."""

import asyncio
from typing import TYPE_CHECKING

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.text import align_columns, shortest_prefixes
from callbacktui.domain.board import Row, rows_of
from callbacktui.domain.let_rest import let_rest
from callbacktui.domain.status import Group, headline

if TYPE_CHECKING:
    from pendulum import DateTime


@click.command("sweep")
@click.option("--yes", is_flag=True, help="Let them all rest, in one step.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def sweep_command(cli: CliContext, *, yes: bool, as_json: bool) -> None:
    """List the auditions that are safe to let go, longest quiet first.

    With --yes they rest: closed in one step, without counting as a result. Each opens again with
    reopen, and undo on the desk takes the whole step back.
    """
    now = cli.now
    with cli.open(read_only=not yes) as session:
        auditions, counts = session.ledger.all(), not session.numbers.are_hidden
        quiet = rows_of(session.board(now), Group.QUIET)[::-1]
        if yes and quiet:
            ids = [row.audition.id for row in quiet]
            summary = f"Let {len(ids)} rest"
            asyncio.run(
                session.ledger.update(ids, lambda audition: let_rest(audition, now), summary)
            )
    if as_json:
        print_json([_document(row, is_closed=yes) for row in quiet])
    else:
        names = shortest_prefixes([audition.id for audition in auditions])
        print_lines(
            align_columns(
                [
                    (names[row.audition.id], row.audition.name, _quiet_words(row, now))
                    for row in quiet
                ]
            )
        )
    if not quiet:
        print_message("Nothing is past its window.")
    elif yes:
        print_message(f"{len(quiet)} let rest; callbacktui reopen ID opens one again.")
    else:
        many = len(quiet) if counts else "Some"
        print_message(f"{many} are safe to let go; callbacktui sweep --yes lets them rest.")


def _quiet_words(row: Row, now: "DateTime") -> str:
    silence = row.status.silence
    if silence:
        return f"day {silence.day} of {silence.window.limit}"
    return headline(row.audition, row.status, now)


def _document(row: Row, *, is_closed: bool) -> dict[str, object]:
    silence = row.status.silence
    return {
        "id": row.audition.id,
        "title": row.audition.name,
        "days": silence.day if silence else None,
        "limit": silence.window.limit if silence else None,
        "closed": is_closed,
    }

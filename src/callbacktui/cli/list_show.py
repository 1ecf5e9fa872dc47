"""The `list` and `show` commands: auditions as a table, or one in full."""

from typing import TYPE_CHECKING

import click

from callbacktui.cli.audition_table import format_columns, format_tabbed
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import UsageError
from callbacktui.cli.id_lookup import find_audition
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.domain.board import Board, Section
from callbacktui.domain.query import read_query
from callbacktui.domain.query_matcher import QueryMatcher

if TYPE_CHECKING:
    from pendulum import DateTime

    from callbacktui.store.journal.step_log import HistoryEntry


@click.command("list")
@click.argument("query", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON array of auditions.")
@click.option("--plain", is_flag=True, help="Tab-separated, without headings, with whole ids.")
@pass_context
def list_command(cli: CliContext, query: tuple[str, ...], *, as_json: bool, plain: bool) -> None:
    """List all auditions, or those that match a QUERY.

    A QUERY is words and exact terms: ophelia is:open stage:hold due:week in:spring @office #tag
    from:2026-03 to:may. To exclude
    a term, put a minus before it, and -- before the QUERY.
    """
    now = cli.now
    wanted = read_query(" ".join(query))
    if wanted.problems:
        raise UsageError("\n".join(wanted.problems))
    with cli.open(read_only=True) as session:
        auditions, numbers_hidden = session.ledger.all(), session.numbers.are_hidden
        everything = session.board(now)
    finder = QueryMatcher()
    rows = finder.pick([row for section in everything for row in section.rows], wanted, now)
    if as_json:
        from callbacktui.exchange.audition_to_json import audition_document

        print_json([audition_document(a, status, now) for a, status in rows])
        return
    if plain:
        print_lines(format_tabbed(rows, now))
    else:
        picked = {row.audition.id for row in rows}
        ids = [audition.id for audition in auditions]
        kept = _keep_only(everything, picked)
        print_lines(
            format_columns(kept, ids, now, plain_ascii=cli.config.ascii, counts=not numbers_hidden)
        )
    if not rows:
        print_message(
            "Nothing matches." if auditions else "No auditions yet; callbacktui add keeps one."
        )


@click.command("show")
@click.argument("id_", metavar="ID")
@click.option("--history", is_flag=True, help="What changed when, the latest first, instead.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object; of a history, an array.")
@click.option("--plain", is_flag=True, help="For a screen reader: each line says all by itself.")
@pass_context
def show_command(cli: CliContext, id_: str, *, history: bool, as_json: bool, plain: bool) -> None:
    """Show all that is known about one audition.

    The beginning of its ID is enough, if no other ID begins that way.
    """
    now = cli.now
    with cli.open(read_only=True) as session:
        audition = find_audition(session.ledger, id_)
        if history:
            _print_history(session.repository.history(audition.id), now, as_json=as_json)
            return
        whole = session.context_of(audition, now)
    if as_json:
        from callbacktui.cli.money_json import entry_document
        from callbacktui.exchange.audition_to_json import audition_document

        document = audition_document(audition, whole.status, now)
        if whole.payments:
            document["payments"] = [entry_document(entry) for entry in whole.payments]
        print_json(document)
        return
    from callbacktui.cli.audition_text import format_audition, plain_audition

    print_lines(plain_audition(whole) if plain else format_audition(whole))


def _print_history(entries: "list[HistoryEntry]", now: "DateTime", *, as_json: bool) -> None:
    from callbacktui.cli.history_text import history_document, history_lines

    if as_json:
        print_json(history_document(entries, now))
        return
    print_lines(history_lines(entries, now))
    if not entries:
        print_message("Nothing is known of earlier changes.")


def _keep_only(sections: Board, ids: set[str]) -> Board:
    """Return the sections with only the rows of `ids`, without empty sections."""
    kept = (
        Section(group, tuple(row for row in rows if row.audition.id in ids))
        for group, rows in sections
    )
    return tuple(section for section in kept if section.rows)

"""The `add` command: adds an audition from one quick line."""

import asyncio
from collections.abc import Iterable
from enum import Enum
from typing import Any

import click

from callbacktui.cli.clash_message import say_clashes
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, UsageError
from callbacktui.cli.launch import ask_line, can_show_lines
from callbacktui.cli.output import is_terminal, print_json, print_lines, print_message
from callbacktui.cli.text import GAP, align_columns
from callbacktui.domain.audition import Audition
from callbacktui.domain.ids import new_id
from callbacktui.domain.moment import Moment
from callbacktui.domain.same_audition import same_auditions
from callbacktui.domain.text import clean_line
from callbacktui.exchange.quick_line.parser import LineError, QuickLine, known_offices, read_line


@click.command("add")
@click.argument("line", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Show how it is read, and keep nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def add_command(cli: CliContext, line: tuple[str, ...], *, dry_run: bool, as_json: bool) -> None:
    """Add an audition from one quick LINE; without one, it opens below the prompt.

    For example: 'Nina, The Seagull @Harbor Casting thu 3pm #theater !tape due fri noon', or with
    an actor's words alone: 'callback Ophelia, Hamlet fri noon zoom'.

    The role comes before the first comma, the project after it, the office after @. #theater is
    a medium, #period a tag, !tape how it is read; due or by has the deadline, "at" the place. A
    small letter is a day (fri 3p), a capital a name (Friday Night Lights). What could be read in
    two ways goes to the notes, and is said.

    Prints the id; how each part was understood goes to stderr.
    """
    if not line and can_show_lines():
        _add_below_the_prompt(cli, keeps=not dry_run, as_json=as_json)
        return
    now, said = cli.now, " ".join(line) or _asked()
    with cli.open(read_only=dry_run) as session:
        offices = known_offices(session.ledger.all())
        read = read_line(said, now, order=cli.config.numeric_order, offices=offices)
        try:
            audition = read.audition(new_id(now), now)
        except LineError as error:
            raise CommandError(str(error)) from error
        _say_same(audition, session.ledger.all())
        if not dry_run:
            asyncio.run(session.ledger.add([audition], f"Added {audition.name}"))
        say_clashes(session, audition, cli)
    if as_json:
        print_json(_document(cli, read, audition, kept=not dry_run))
    elif not dry_run:
        print_lines([audition.id])
    _explain(read)


def _add_below_the_prompt(cli: CliContext, *, keeps: bool, as_json: bool) -> None:
    """Open the quick line, which shows as it is typed how it is understood."""
    with cli.open(read_only=not keeps) as session:
        before = session.ledger.all()
        offices = known_offices(before)
        answer = ask_line(session, keeps=keeps)
    if answer is None:
        raise CommandError("Nothing was kept.")
    audition, line = answer
    _say_same(audition, before)
    read = read_line(line, cli.now, order=cli.config.numeric_order, offices=offices)
    if as_json:
        print_json(_document(cli, read, audition, kept=keeps))
    elif keeps:
        print_lines([audition.id])
        print_message(f"Kept {clean_line(audition.name)}")
    else:
        _explain(read)


def _say_same(audition: Audition, here: Iterable[Audition]) -> None:
    """Say which auditions here are for the same role: this is one more."""
    for one in same_auditions(audition, here):
        name = clean_line(one.name)
        print_message(f"! {name} is here already ({one.id}, {one.stage.word}); this is another one")


def _asked() -> str:
    if not is_terminal():
        raise UsageError("Write the line: callbacktui add 'Nina, The Seagull @Harbor thu 3pm'")
    said: str = click.prompt("Audition", err=True)
    return said


def _document(
    cli: CliContext, read: QuickLine, audition: Audition, *, kept: bool
) -> dict[str, Any]:
    from callbacktui.domain.status import status_of
    from callbacktui.exchange.audition_to_json import audition_document

    status = status_of(audition, cli.now, cli.config.silence)
    return {
        "id": audition.id if kept else None,
        "audition": audition_document(audition, status, cli.now),
        "read": [
            {"field": claim.field, "value": _plain(claim.value), "words": claim.words}
            for claim in read.read
        ],
        "unread": list(read.unread),
    }


def _plain(value: object) -> object:
    match value:
        case Moment():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple():
            return " ".join(filter(None, value))
        case _:
            return value


def _explain(read: QuickLine) -> None:
    hang = " " * (max(len(label) for label, _, _ in read.reading) + GAP)
    for row in align_columns([(label, words) for label, words, _ in read.reading]):
        print_message(row, hang)
    for problem in read.problems:
        print_message(f"! {problem}")

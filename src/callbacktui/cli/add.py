"""The `add` command: adds an audition from one quick line."""

import asyncio

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.output import print_lines, print_message
from callbacktui.cli.text import GAP, align_columns
from callbacktui.domain.ids import new_id
from callbacktui.exchange.quick_line.parser import LineError, read_line


@click.command("add")
@click.argument("line", nargs=-1, required=True)
@pass_context
def add_command(cli: CliContext, line: tuple[str, ...]) -> None:
    """Add an audition from one quick LINE.

    For example: 'Nina, The Seagull @Harbor Casting thu 3pm #theatre !tape due fri noon'. Prints
    its id; how each part was understood goes to stderr.
    """
    now = cli.now
    read = read_line(" ".join(line), now, order=cli.config.date_order, thorough=True)
    try:
        audition = read.audition(new_id(now), now)
    except LineError as error:
        raise CommandError(str(error)) from error
    with cli.open() as place:
        asyncio.run(place.ledger.add([audition], f"add {audition.name}"))
    print_lines([audition.id])
    hang = " " * (max(len(label) for label, _, _ in read.reading) + GAP)
    for row in align_columns([(label, words) for label, words, _ in read.reading]):
        print_message(row, hang)
    for problem in read.problems:
        print_message(f"! {problem}")

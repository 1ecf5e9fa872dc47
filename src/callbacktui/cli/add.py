"""`add`: one quick line, kept as an audition."""

import asyncio

import click

from callbacktui.cli.context import Desk, pass_desk
from callbacktui.cli.errors import Refusal
from callbacktui.cli.output import put, tell
from callbacktui.cli.text import GAP, ruled
from callbacktui.domain.ids import new_id
from callbacktui.exchange.quick_line.parser import LineError, read_line


@click.command("add")
@click.argument("line", nargs=-1, required=True)
@pass_desk
def add_command(desk: Desk, line: tuple[str, ...]) -> None:
    """Keep an audition from one quick LINE.

    For example: 'Nina, The Seagull @Harbor Casting thu 3pm #theatre !tape due fri noon'. Prints
    its id; how each part was read goes to stderr.
    """
    now = desk.now
    read = read_line(" ".join(line), now, order=desk.config.date_order, thorough=True)
    try:
        audition = read.audition(new_id(now), now)
    except LineError as error:
        raise Refusal(str(error)) from error
    with desk.open() as place:
        asyncio.run(place.ledger.add([audition], f"add {audition.name}"))
    put([audition.id])
    hang = " " * (max(len(label) for label, _, _ in read.reading) + GAP)
    for row in ruled([(label, words) for label, words, _ in read.reading]):
        tell(row, hang)
    for problem in read.problems:
        tell(f"! {problem}")

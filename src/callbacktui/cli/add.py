"""`add`: one quick line, kept as an audition."""

import asyncio

import click

from callbacktui.cli.columns import GAP, ruled
from callbacktui.cli.desk import Desk, pass_desk
from callbacktui.cli.out import put, tell
from callbacktui.cli.refusal import Refusal
from callbacktui.exchange.quickline import LineError, read_line
from callbacktui.new_id import new_id


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

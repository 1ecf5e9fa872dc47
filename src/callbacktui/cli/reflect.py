"""The `reflect` command: the five questions about one audition, answered from the shell."""

import asyncio

import click
from msgspec.structs import replace

from callbacktui.cli.click_extensions import enum_param
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, UsageError
from callbacktui.cli.five_mark_options import direction_of, mark_options
from callbacktui.cli.id_lookup import find_audition, find_round_by_number
from callbacktui.cli.output import print_lines, print_message
from callbacktui.domain.audition import Audition
from callbacktui.domain.reflection import Gave, Gut, Reflection
from callbacktui.domain.reflection_rules import CannotReflect, add_reflection
from callbacktui.domain.round import Round


@click.command("reflect")
@click.argument("id_", metavar="ID")
@click.option("--round", "number", type=click.IntRange(min=1), help="Which round, from 1.")
@click.option("--gave", type=enum_param(Gave), help="Did you give the audition you came to give?")
@mark_options
@click.option("--gut", type=enum_param(Gut), help="Your gut feeling: no, unlikely, likely …")
@click.option("--felt-good", help="What felt good.")
@click.option("--felt-off", help="What felt off.")
@click.option("--next-time", help="What you want to do next time.")
@pass_context
def reflect_command(
    cli: CliContext,
    /,
    id_: str,
    *,
    number: int | None,
    direction: str | None,
    gave: Gave | None,
    **answers: int | str | Gut | None,
) -> None:
    """Look back on the last round of an audition, or on another one.

    What is not given stays as it was. For example: reflect 01a2 --clarity 4 --pacing=-1
    --next-time "One breath first." Once a result is known, what was written before it stays.
    """
    given: dict[str, object] = {k: value for k, value in answers.items() if value is not None}
    if gave is not None:
        given["gave_my_audition"] = gave
    if direction is not None:
        given["direction"] = direction_of(direction)
    if not given:
        raise UsageError("Give an answer, such as --clarity 4; --help lists all.")
    now = cli.now
    with cli.open() as session:
        audition = find_audition(session.ledger, id_)
        read = _round(audition, number)

        def edit(current: Audition) -> Audition:
            there = current.find_round(read.id) or read
            before = there.reflection or Reflection()
            return add_reflection(current, read.id, replace(before, **given), now)

        try:
            summary = f"Looked back on {audition.name}"
            asyncio.run(session.ledger.update([audition.id], edit, summary))
        except CannotReflect as error:
            raise CommandError(str(error)) from error
    print_lines([audition.id])
    print_message(f"{summary}: {', '.join(name.replace('_', ' ') for name in given)}")


def _round(audition: Audition, number: int | None) -> Round:
    """Return the round that is meant: the last that was given, if none is named."""
    read = audition.last_done if number is None else find_round_by_number(audition, number)
    if read is None or not read.is_done:
        raise CommandError(
            f"{audition.name} has nothing yet to look back on; "
            "callbacktui move ID auditioned says that you went in."
        )
    return read

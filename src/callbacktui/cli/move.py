"""`move`, `close`, `reopen`: the legal moves, one audition at a time."""

import asyncio

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.enum_param import enum_param
from callbacktui.cli.errors import CommandError
from callbacktui.cli.id_lookup import find
from callbacktui.cli.output import print_lines, print_message
from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.ledger import Edit


@click.command("move")
@click.argument("id_", metavar="ID")
@click.argument("stage", metavar="STAGE", type=enum_param(Stage))
@pass_context
def move_command(desk: CliContext, id_: str, stage: Stage) -> None:
    """Take an audition on to a STAGE.

    The stages are submitted, requested, auditioned, callback, test, hold, offer, booked, wrapped.
    A step the trade does not know from there is refused, and the legal ones are named.
    """
    now = desk.now
    _make(desk, id_, lambda audition: moves.advance(audition, stage, now), stage.word)


@click.command("close")
@click.argument("id_", metavar="ID")
@click.argument("disposition", metavar="DISPOSITION", type=enum_param(Disposition))
@click.option("--reason", type=enum_param(Reason), metavar="REASON", help="Why, as far as known.")
@click.option(
    "--certainty",
    type=enum_param(Certainty),
    default=Certainty.UNKNOWN.value,
    metavar="CERTAINTY",
    help="How the reason is known: told, guess or unknown.",
)
@pass_context
def close_command(
    desk: CliContext,
    id_: str,
    disposition: Disposition,
    reason: Reason | None,
    certainty: Certainty,
) -> None:
    """End an audition with a DISPOSITION.

    Such as presumed_passed, passed_told, released, role_cut, withdrawn; one that cannot be from
    where it stands is refused, and those that can are named.
    """
    now = desk.now

    def closed(audition: Audition) -> Audition:
        return moves.close(audition, disposition, now, reason=reason, certainty=certainty)

    _make(desk, id_, closed, disposition.sentence)


@click.command("reopen")
@click.argument("id_", metavar="ID")
@pass_context
def reopen_command(desk: CliContext, id_: str) -> None:
    """Open a closed audition again, where it stood."""
    now = desk.now
    _make(desk, id_, lambda audition: moves.reopen(audition, now), "open again")


def _make(desk: CliContext, id_: str, edit: Edit, said: str) -> None:
    """Make the move and keep it; prints the id, and says on stderr what became of it."""
    with desk.open() as place:
        audition = find(place.ledger, id_)
        try:
            asyncio.run(place.ledger.update([audition.id], edit, f"{said}: {audition.name}"))
        except moves.IllegalMove as refused:
            raise CommandError(str(refused)) from refused
    print_lines([audition.id])
    print_message(f"{audition.name}: {said}.")

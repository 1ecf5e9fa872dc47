"""The `move`, `close` and `reopen` commands: change the stage of one audition."""

import asyncio

import click

from callbacktui.cli.clash_message import say_clashes
from callbacktui.cli.click_extensions import enum_param
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.id_lookup import find_audition
from callbacktui.cli.output import print_lines, print_message
from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.domain.status import short_moment
from callbacktui.ledger import Edit
from callbacktui.session import Session


@click.command("move")
@click.argument("id_", metavar="ID")
@click.argument("stage", metavar="STAGE", type=enum_param(Stage))
@click.option("--yes", is_flag=True, help="You went in, though the time is still to come.")
@pass_context
def move_command(cli: CliContext, id_: str, stage: Stage, yes: bool) -> None:
    """Move an audition to a STAGE.

    The stages are submitted, requested, auditioned, callback, test, hold, offer, booked, wrapped.
    A move that is not possible from its stage is refused, and the possible ones are named.
    """
    now = cli.now

    def moved(audition: Audition) -> Audition:
        after = moves.advance(audition, stage, now)
        if stage is Stage.AUDITIONED and not yes and (at := moves.read_ahead(audition, now)):
            raise CommandError(
                f"{audition.name} is set for {short_moment(at, now)}. Nothing was changed. "
                "Say --yes if you did it already."
            )
        return after

    _make_move(cli, id_, moved)


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
    cli: CliContext,
    id_: str,
    disposition: Disposition,
    reason: Reason | None,
    certainty: Certainty,
) -> None:
    """Close an audition with a DISPOSITION.

    Such as presumed_passed, passed_told, released, role_cut, withdrawn. One that is not possible
    at its stage is refused, and the possible ones are named.
    """
    now = cli.now

    def closed(audition: Audition) -> Audition:
        return moves.close(audition, disposition, now, reason=reason, certainty=certainty)

    _make_move(cli, id_, closed, disposition.sentence)


@click.command("reopen")
@click.argument("id_", metavar="ID")
@pass_context
def reopen_command(cli: CliContext, id_: str) -> None:
    """Open a closed audition again, at the stage it had."""
    now = cli.now
    _make_move(cli, id_, lambda audition: moves.reopen(audition, now), "open again")


def _make_move(cli: CliContext, id_: str, edit: Edit, said: str = "") -> None:
    """Make the move and save it; print the id, and on stderr what was done, or the new stage."""
    with cli.open() as session:
        audition = save_edit(session, find_audition(session.ledger, id_), edit, said)
        print_lines([audition.id])
        print_message(f"{audition.name}: {said or audition.stage_word}.")
        say_clashes(session, audition, cli)


def save_edit(session: Session, audition: Audition, edit: Edit, said: str) -> Audition:
    """Save an edit in one step, named by `said` or by its new stage; return the audition.

    Raises:
        CommandError: if the edit is a move that is not possible.
    """
    try:
        said = said or edit(audition).stage_word
        asyncio.run(session.ledger.update([audition.id], edit, f"{said}: {audition.name}"))
    except moves.IllegalMove as refused:
        raise CommandError(str(refused)) from refused
    return session.ledger.get(audition.id) or audition

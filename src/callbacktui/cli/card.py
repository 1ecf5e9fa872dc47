"""The `card` command: what to know at the door of an audition, on one page."""

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.id_lookup import find_audition
from callbacktui.cli.output import print_lines
from callbacktui.cli.text import terminal_width, wrap
from callbacktui.domain.door_card import card_text, make_card

_WIDTH = 96


@click.command("card")
@click.argument("id_", metavar="ID")
@click.option("--html", "as_html", is_flag=True, help="A page to print or to send to a phone.")
@click.option("--plain", is_flag=True, help="Lines that are not wrapped.")
@pass_context
def card_command(cli: CliContext, id_: str, *, as_html: bool, plain: bool) -> None:
    """Show what to know at the door: when, where, who, what you wore and did last time.

    It is about the next round of the audition with that ID, else about the last one. The beginning
    of the ID is enough, if no other ID begins that way.
    """
    with cli.open(read_only=True) as session:
        audition = find_audition(session.ledger, id_)
        card = make_card(session.context_of(audition, cli.now), session.history)
    if card is None:
        raise CommandError(f"{audition.name} has no round yet, so there is no card.")
    if as_html:
        from callbacktui.exchange.card_html import card_html

        print_lines(card_html(card).splitlines())
        return
    width = min(_WIDTH, terminal_width())
    lines = card_text(card)
    print_lines(lines if plain else [row for line in lines for row in _wrapped(line, width)])


def _wrapped(line: str, width: int) -> list[str]:
    margin = "  " if line.startswith("  ") else ""
    return [f"{margin}{row}" for row in wrap(line.strip(), width - len(margin))] or [""]

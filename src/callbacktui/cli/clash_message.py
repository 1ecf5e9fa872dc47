"""What an audition that was just kept or changed meets on its days, said at once."""

from callbacktui.cli.context import CliContext
from callbacktui.cli.output import print_message
from callbacktui.domain.audition import Audition
from callbacktui.session import Session


def say_clashes(session: Session, audition: Audition, cli: CliContext) -> None:
    """Say what the audition, as it is given, meets on its days; nothing if it meets nothing."""
    from callbacktui.domain.clash_words import warning
    from callbacktui.domain.clashes import clashes_of

    bookouts = session.repository.bookouts.all()
    found = clashes_of(audition, session.board(cli.now), bookouts, cli.now)
    if met := warning(found, audition.id, cli.now):
        print_message(f"{met}.")

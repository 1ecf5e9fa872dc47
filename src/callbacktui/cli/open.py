"""The one door from the command line to the screen."""

from callbacktui.cli.desk import Desk
from callbacktui.cli.out import is_terminal
from callbacktui.cli.refusal import WrongUsage
from callbacktui.workplace import Workplace


def open_desk(desk: Desk) -> int:
    """Open the actor's own desk on the screen, and return the exit code.

    Raises:
        WrongUsage: without a terminal.
        NoStore: where the store cannot be opened.
    """
    require_terminal()
    with desk.open() as place:
        return open_screen(place)


def open_screen(place: Workplace) -> int:
    """Open the screen on a workplace, and return the exit code.

    Raises:
        WrongUsage: where the settings give one key to two commands.
    """
    from callbacktui.config import ConfigError
    from callbacktui.tui.app import run

    try:
        return run(place)
    except ConfigError as error:
        raise WrongUsage(str(error)) from error


def require_terminal() -> None:
    """Go on only where a person sits at a terminal.

    Raises:
        WrongUsage: where stdin or stdout is none.
    """
    if not is_terminal():
        raise WrongUsage(
            "The screen needs a terminal. Without one there are the commands, "
            "list and add among them: callbacktui --help names them all."
        )

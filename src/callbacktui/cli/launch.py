"""Opens the full-screen program from the command line."""

import os
from collections.abc import Mapping
from typing import Final

from callbacktui.cli.context import CliContext
from callbacktui.cli.errors import StoreLockedError, UsageError
from callbacktui.cli.output import is_terminal
from callbacktui.domain.audition import Audition
from callbacktui.session import Session

_BROWSER: Final = "textual.drivers.web_driver:WebDriver"
_NO_SCREEN: Final = frozenset({"dumb", "unknown"})


def launch_app(cli: CliContext) -> int:
    """Open the full-screen program on the actor's data, and return the exit code.

    If another window has the data open, the actor can look only, try again, or quit.

    Raises:
        UsageError: if there is no terminal, or the settings give one key to two commands.
        StoreUnavailable: if the store cannot be opened.
    """
    require_terminal()
    look = ""
    is_first = True
    while True:
        try:
            with cli.open(read_only=look, for_screen=True) as session:
                return open_screen(session)
        except StoreLockedError as refusal:
            from callbacktui.config import ConfigError
            from callbacktui.tui.app import ask_at_locked_prompt

            try:
                way, code = ask_at_locked_prompt(
                    refusal.holder, cli.config, cli.clock, is_first=is_first
                )
            except ConfigError as error:
                raise UsageError(str(error)) from error
            if way is way.QUIT:
                return code
            look = "another window has them open" if way is way.LOOK else ""
            is_first = False


def open_screen(session: Session) -> int:
    """Open the full-screen program on a session, and return the exit code.

    Raises:
        UsageError: if the settings give one key to two commands.
    """
    from callbacktui.config import ConfigError
    from callbacktui.tui.app import run

    try:
        return run(session)
    except ConfigError as error:
        raise UsageError(str(error)) from error


def key_problems(keys: Mapping[str, str]) -> list[str]:
    """Return what is wrong with the keys of the settings; without any, no screen is loaded."""
    if not keys:
        return []
    from callbacktui.tui import app

    return app.key_problems(keys)


def ask_line(session: Session, *, keeps: bool) -> tuple[Audition, str] | None:
    """Ask for a quick line below the prompt; return the audition and its line, `None` for neither.

    Raises:
        UsageError: if there is no terminal for it, or the settings give one key to two commands.
    """
    from callbacktui.config import ConfigError
    from callbacktui.tui.app import ask_quick_line

    require_terminal()
    try:
        saved, _ = ask_quick_line(session, keeps=keeps)
    except ConfigError as error:
        raise UsageError(str(error)) from error
    return (saved.audition, saved.line) if saved else None


def can_show_lines() -> bool:
    """Whether a dialog can be shown below the prompt."""
    return is_terminal() and os.environ.get("TERM", "") not in _NO_SCREEN and os.name == "posix"


def require_terminal() -> None:
    """Check that the full-screen program can be shown, on a terminal or by `serve`.

    Raises:
        UsageError: if stdin or stdout is not a terminal, or `TERM` says it cannot show screens.
    """
    if os.environ.get("TEXTUAL_DRIVER") == _BROWSER:
        return
    if not is_terminal():
        raise UsageError(
            "The screen needs a terminal. Without one there are the commands, "
            "list and add among them: callbacktui --help names them all."
        )
    if (kind := os.environ.get("TERM", "")) in _NO_SCREEN:
        raise UsageError(
            f"TERM is {kind}: a terminal that shows lines, and no screen. The commands work here, "
            "list and add among them; if it can do more, TERM=xterm-256color callbacktui opens it."
        )

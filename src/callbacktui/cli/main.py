"""The `callbacktui` command: its global options, and the module of each command."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import click

from callbacktui import __version__
from callbacktui.cli.click_extensions import OwnFile
from callbacktui.cli.context import CliContext
from callbacktui.cli.errors import CommandError
from callbacktui.cli.output import print_message
from callbacktui.cli.streams import READER_GONE, OutputFailed, ReaderGone, make_streams_safe

COMMANDS: Final = {
    "demo": "demo",
    "add": "add",
    "paste": "paste",
    "list": "list_show",
    "show": "list_show",
    "move": "move",
    "close": "move",
    "reopen": "move",
    "reflect": "reflect",
    "sweep": "sweep",
    "import": "import_",
    "export": "export",
    "today": "today",
    "card": "card",
    "pocket": "pocket",
    "stats": "stats",
    "people": "people",
    "rep": "rep_and_year",
    "year": "rep_and_year",
    "tip": "tip",
    "advice": "advice_and_voices",
    "voices": "advice_and_voices",
    "practice": "practice",
    "hold": "hold",
    "booking": "booking",
    "usage": "usage",
    "bookout": "bookout",
    "clashes": "bookout",
    "contacts": "contacts",
    "money": "money",
    "pieces": "pieces",
    "backup": "backup",
    "doctor": "doctor",
    "where": "where",
    "config": "config",
    "serve": "serve",
    "man": "man",
    "completion": "completion",
}
"""The module of each command, which is imported only when the command is called."""

_FILE: Final = OwnFile()


class Commands(click.Group):
    """The group of all commands, which imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command with that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"callbacktui.cli.{COMMANDS[cmd_name]}")
        found: click.Command = getattr(module, f"{cmd_name}_command")
        return found

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; one that kept its change succeeds though its output cannot be written.

        A script that runs it again would keep it twice.
        """
        try:
            return super().invoke(ctx)
        except OutputFailed as failure:
            if not (isinstance(ctx.obj, CliContext) and ctx.obj.has_changed):
                raise
            print_message(f"{failure.message} The change itself is kept.")
            return 0


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--db",
    envvar="CALLBACKTUI_DB",
    type=_FILE,
    metavar="FILE",
    help="The data file, instead of the usual one (or set CALLBACKTUI_DB).",
)
@click.option(
    "--config", type=_FILE, metavar="FILE", help="The settings file, instead of the usual one."
)
@click.option("--ascii", "plain_ascii", is_flag=True, help="Draw with plain ASCII only.")
@click.option(
    "--now",
    "frozen",
    metavar="ISO",
    help="Stop the clock at this time, for demos and tests: 2026-11-22T09:30.",
)
@click.option(
    "--read-only", is_flag=True, help="Look and change nothing; another window may stay open."
)
@click.option(
    "--wait",
    type=click.FloatRange(0, 600),
    default=2,
    show_default=True,
    metavar="SECONDS",
    help="How long a command waits for another one to be done with the data file.",
)
@click.version_option(__version__, prog_name="callbacktui", message="%(prog)s %(version)s")
@click.pass_context
def program(
    ctx: click.Context,
    *,
    db: Path | None,
    config: Path | None,
    plain_ascii: bool,
    frozen: str | None,
    read_only: bool,
    wait: float,
) -> None:
    """Keep your auditions, look back on each one, and read the right advice while you wait.

    Without a command the full-screen program opens.
    """
    db, config = (None if file == Path() else file for file in (db, config))
    ctx.obj = CliContext(
        db,
        config,
        plain_ascii=plain_ascii,
        frozen=frozen,
        read_only=read_only,
        wait=wait,
    )
    if ctx.invoked_subcommand is None:
        from callbacktui.cli.launch import launch_app

        ctx.exit(launch_app(ctx.obj))


def run() -> None:
    """Run the program with the arguments of this process, and exit with its exit code."""
    make_streams_safe()
    try:
        done: Any = program.main(prog_name="callbacktui", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as refusal:
        refusal.show()
        sys.exit(refusal.exit_code)
    except click.Abort:
        CommandError("Stopped.").show()
        sys.exit(CommandError.exit_code)
    except ReaderGone:
        sys.exit(READER_GONE)
    sys.exit(done if isinstance(done, int) else 0)

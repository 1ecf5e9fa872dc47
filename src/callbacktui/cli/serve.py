"""The `serve` command: the full-screen program in a browser on this machine."""

import sys
from importlib.util import find_spec

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.output import print_lines, print_message

_EXTRA = "The browser mode needs one more package. Install it with: pip install 'callbacktui[web]'."


@click.command("serve")
@click.option(
    "--port",
    type=click.IntRange(1024, 65535),
    default=8000,
    show_default=True,
    metavar="N",
    help="The port on this machine.",
)
@pass_context
def serve_command(cli: CliContext, port: int) -> None:
    """Show the full-screen program in a browser on this machine.

    The address has a password of this run in it: whoever has it can read and change your data
    while it runs. Nothing outside this machine can connect. One tab at a time; files, your editor
    and the calendar stay with the program in the terminal.
    """
    if find_spec("textual_serve") is None:
        raise CommandError(_EXTRA)
    from callbacktui.browser.server import BrowserServer
    from callbacktui.store.base.errors import reason_of

    command = (sys.executable, "-P", "-m", "callbacktui", *cli.global_options())

    def say(address: str) -> None:
        print_lines([address])
        print_message("Open this address in a browser here. Ctrl+C ends it.")

    try:
        BrowserServer(command, port).run(say)
    except OSError as error:
        raise CommandError(
            f"Port {port}: {reason_of(error)}. Choose another with --port."
        ) from error

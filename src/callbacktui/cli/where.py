"""The `where` command: prints the paths of the files and folders in use."""

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.output import print_lines
from callbacktui.cli.text import ruled


@click.command("where")
@pass_context
def where_command(desk: CliContext) -> None:
    """Show the paths in use; nothing is opened or created."""
    from callbacktui.store.io.paths import state_folder

    print_lines(
        ruled(
            [
                ("data", str(desk.path)),
                ("settings", str(desk.config_file)),
                ("state", str(state_folder(desk.path))),
            ]
        )
    )

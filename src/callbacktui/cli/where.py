"""The `where` command: prints the paths of the files and folders in use."""

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.output import print_lines
from callbacktui.cli.text import align_columns


@click.command("where")
@pass_context
def where_command(cli: CliContext) -> None:
    """Show the paths in use; nothing is opened or created."""
    from callbacktui.store.io.state_folder import state_folder

    print_lines(
        align_columns(
            [
                ("data", str(cli.path)),
                ("settings", str(cli.config_file)),
                ("state", str(state_folder(cli.path))),
            ]
        )
    )

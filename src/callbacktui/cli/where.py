"""`where`: the files in use, and the folders they stand in."""

import click

from callbacktui.cli.context import Desk, pass_desk
from callbacktui.cli.output import put
from callbacktui.cli.text import ruled


@click.command("where")
@pass_desk
def where_command(desk: Desk) -> None:
    """Show the paths in use; nothing is opened or made."""
    from callbacktui.store.io.paths import state_folder

    put(
        ruled(
            [
                ("data", str(desk.path)),
                ("settings", str(desk.config_file)),
                ("state", str(state_folder(desk.path))),
            ]
        )
    )

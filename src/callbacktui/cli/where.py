"""`where`: the files in use, and the folders they stand in."""

import click

from callbacktui.cli.columns import ruled
from callbacktui.cli.desk import Desk, pass_desk
from callbacktui.cli.out import put


@click.command("where")
@pass_desk
def where_command(desk: Desk) -> None:
    """Show the paths in use; nothing is opened or made."""
    from callbacktui.store.state import state_folder

    put(
        ruled(
            [
                ("data", str(desk.path)),
                ("settings", str(desk.config_file)),
                ("state", str(state_folder(desk.path))),
            ]
        )
    )

"""`backup`: list the backups, make one, go back to one."""

import click

from callbacktui.cli.columns import ruled
from callbacktui.cli.desk import Desk, pass_desk
from callbacktui.cli.out import is_terminal, put, put_json, tell
from callbacktui.cli.refusal import Refusal
from callbacktui.store.errors import BackupMissing


@click.group("backup")
def backup_command() -> None:
    """List the backups, make one, or go back to one."""


@backup_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_desk
def list_backups(desk: Desk, *, as_json: bool) -> None:
    """List every backup, the newest first, with how many records it holds."""
    with desk.open(read_only=True) as place:
        kept = place.repository.backups
        found = [(backup, kept.held(backup)) for backup in kept.all()]
    if as_json:
        put_json(
            [
                {
                    "name": backup.name,
                    "before": backup.before,
                    "records": held.records,
                    "saved": held.saved,
                    "trouble": held.trouble,
                }
                for backup, held in found
            ]
        )
        return
    put(ruled([(b.name, h.trouble or f"{h.records} records") for b, h in found]))
    if not found:
        tell("There is no backup yet. One is made each day on which something changes.")


@backup_command.command("create")
@pass_desk
def create_backup(desk: Desk) -> None:
    """Make a backup of how things stand, read it back, and print its name."""
    with desk.open() as place:
        backup = place.repository.back_up(desk.now)
    put([backup.name])


@backup_command.command("restore")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Go back without asking.")
@pass_desk
def restore_backup(desk: Desk, name: str, *, yes: bool) -> None:
    """Go back to the backup NAME; how things stand is backed up first, and undo takes it back."""
    looks = not (yes or is_terminal())
    with desk.open(read_only=looks) as place:
        try:
            would = place.repository.difference(name)
        except BackupMissing as missing:
            raise Refusal(str(missing)) from missing
        if would.is_none:
            tell("That backup holds just what there is. Nothing was changed.")
            return
        tell(f"Brings back {would.back}, changes {would.changed}, takes away {would.away}.")
        if looks or not (yes or click.confirm("Go back to it?", err=True)):
            raise Refusal("Nothing was changed. Say --yes to go back to it.")
        place.repository.restore(name, desk.now)
    tell("Done. How things stood is kept as a backup, and undo on the desk takes this back.")

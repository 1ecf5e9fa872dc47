"""The `backup` commands: list the backups, make one, or go back to one."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from callbacktui.cli.click_extensions import ListGroup
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, UsageError
from callbacktui.cli.output import (
    is_terminal,
    print_bytes,
    print_json,
    print_lines,
    print_message,
)
from callbacktui.cli.output_file import OUTPUT, check_new_file, not_stdout, write_new_file
from callbacktui.cli.read_passphrase import read_passphrase
from callbacktui.cli.text import align_columns
from callbacktui.domain.text import count_of
from callbacktui.store.backup.portable_backup import (
    can_encrypt,
    encrypt_backup,
    is_encrypted,
    open_portable,
)
from callbacktui.store.base.errors import EncryptionUnavailable, StoreError
from callbacktui.store.io.disk import Disk
from callbacktui.store.restore import ExternalBackup, Source

if TYPE_CHECKING:
    from callbacktui.session import Session

_PASSPHRASE_FILE = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Read the passphrase from the first line of a file; - is standard input.",
)


@click.group("backup", cls=ListGroup)
def backup_command() -> None:
    """List the backups, make one, or go back to one."""


@backup_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def list_backups(cli: CliContext, *, as_json: bool) -> None:
    """List every backup, the newest first, with how many records it holds."""
    with cli.open(read_only=True) as session:
        kept = session.repository.backups
        found = [(backup, kept.contents(backup)) for backup in kept.all()]
    if as_json:
        print_json(
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
    print_lines(align_columns([(b.name, h.trouble or _count_text(h.records)) for b, h in found]))
    if not found:
        print_message("There is no backup yet. One is made each day on which something changes.")


@backup_command.command("create")
@click.option(
    "-o",
    "--output",
    "file",
    type=OUTPUT,
    help="A copy of it in this new file; - is standard output.",
)
@click.option("--encrypt", is_flag=True, help="Encrypt that copy with a passphrase.")
@_PASSPHRASE_FILE
@pass_context
def create_backup(
    cli: CliContext, file: Path | None, *, encrypt: bool, passphrase_file: Path | None
) -> None:
    """Make a backup, check that it can be read, and print its name.

    With -o a copy goes to a separate file that you can take along; with --encrypt the copy is
    encrypted with a passphrase, which is asked for twice. Nobody can open it without.
    """
    if file is None:
        if encrypt or passphrase_file:
            raise UsageError("Only a copy in its own file can be encrypted: add -o FILE.")
        with cli.open() as session:
            print_lines([session.repository.back_up(cli.now).name])
        return
    new = not_stdout(file)
    check_new_file(new)
    seals = encrypt or passphrase_file is not None
    if seals and not can_encrypt():
        raise CommandError(str(EncryptionUnavailable()))
    secret = read_passphrase(passphrase_file, twice=True) if seals else ""
    with cli.open(read_only=True) as session:
        data = session.repository.snapshot()
    if new:
        write_new_file(new, data, secret)
    else:
        print_bytes(encrypt_backup(data, secret))
    if seals:
        print_message("Keep the passphrase somewhere safe: without it nobody can open this file.")


@backup_command.command("restore")
@click.argument("name", metavar="NAME|FILE")
@click.option("--yes", is_flag=True, help="Restore without asking.")
@_PASSPHRASE_FILE
@pass_context
def restore_backup(cli: CliContext, name: str, *, yes: bool, passphrase_file: Path | None) -> None:
    """Go back to the backup NAME, or to the copy of one in FILE.

    What you have now is backed up first, and undo takes it back.
    """
    looks = not (yes or is_terminal())
    with cli.open(read_only=looks) as session:
        try:
            source = _source(session, name, passphrase_file)
            would = session.repository.difference(source)
        except StoreError as refused:
            raise CommandError(str(refused)) from refused
        if would.is_none:
            print_message("That backup is identical to what you have now. Nothing was changed.")
            return
        print_message(
            f"Brings back {would.back}, changes {would.changed}, takes away {would.away}."
        )
        if looks or not (yes or click.confirm("Restore it?", err=True)):
            raise CommandError("Nothing was changed. Say --yes to restore it.")
        asyncio.run(session.restore_backup(source))
    print_message(
        "Restored. What you had before is kept as a backup, and undo on the desk takes this back."
    )


def _count_text(records: int) -> str:
    return count_of(records, "record")


def _source(session: "Session", name: str, passphrase_file: Path | None) -> Source:
    """Return the backup with that name, or else the contents of the file with that name."""
    file, disk = Path(name), Disk()
    if name in {backup.name for backup in session.repository.backups.all()} or not file.exists():
        return name
    secret = read_passphrase(passphrase_file) if is_encrypted(file, disk) else ""
    return ExternalBackup(file.name, open_portable(file, disk, secret))

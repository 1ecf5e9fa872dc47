"""The `man` command: writes a manual page for each command."""

from pathlib import Path

import click

from callbacktui import __version__
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.output import print_lines, print_message
from callbacktui.store.base.errors import reason_of


@click.command("man")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.pass_context
@pass_context
def man_command(cli: CliContext, ctx: click.Context, folder: Path | None) -> None:
    """Write manual pages into FOLDER, so that `man callbacktui` works.

    Without a FOLDER it is ~/.local/share/man/man1, where man looks if the program is in
    ~/.local/bin. Packagers name the man1 folder of their package; SOURCE_DATE_EPOCH dates the
    pages.
    """
    from click_man.core import write_man_pages

    folder = folder or Path.home() / ".local" / "share" / "man" / "man1"
    program = _loaded(ctx)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_man_pages("callbacktui", program, version=__version__, target_dir=str(folder))
    except OSError as error:
        raise CommandError(f"{folder} cannot be written: {reason_of(error)}.") from error
    print_lines([str(folder)])
    print_message(f"{len(list(folder.glob('callbacktui*.1')))} pages; man callbacktui shows them.")


def _loaded(ctx: click.Context) -> click.Group:
    """Return the whole program as a group that has every command loaded."""
    root = ctx.find_root().command
    assert isinstance(root, click.Group)  # noqa: S101 -- the program is a group of commands
    commands = {name: root.get_command(ctx, name) for name in root.list_commands(ctx)}
    return click.Group(
        "callbacktui",
        {name: command for name, command in commands.items() if command},
        help=root.help,
        params=root.params,
    )

"""The `demo` command: opens a made-up career, separate from the actor's own data."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import StoreUnavailable
from callbacktui.cli.launch import open_screen, require_terminal
from callbacktui.domain.change import Record
from callbacktui.exchange.demo.belongings import make_demo
from callbacktui.exchange.demo.career import DEFAULT_SEED, DEFAULT_SIZE
from callbacktui.exchange.demo.load_demo_data import open_material


@click.command("demo")
@click.option(
    "--size",
    type=click.IntRange(0, 100_000),
    default=DEFAULT_SIZE,
    show_default=True,
    help="How many auditions.",
)
@click.option(
    "--seed",
    type=int,
    default=DEFAULT_SEED,
    show_default=True,
    help="Another number, another career.",
)
@pass_context
def demo_command(cli: CliContext, size: int, seed: int) -> int:
    """Open a made-up career; your own data is not touched."""
    require_terminal()
    made = make_demo(size, seed, cli.now, open_material())
    with TemporaryDirectory(prefix="callbacktui-demo-") as folder:
        # The lock, drafts and preferences of a made-up career belong in its folder, too.
        os.environ["CALLBACKTUI_STATE"] = folder
        path = Path(folder) / "demo.json"
        _save(path, made)
        with cli.open(path=path, is_demo=True) as session:
            return open_screen(session)


def _save(path: Path, made: list[Record]) -> None:
    """Save the career before the screen opens, so that undo cannot take it all back."""
    from callbacktui.domain.change import Change
    from callbacktui.store.base.errors import StoreError
    from callbacktui.store.repository import Repository

    try:
        repository = Repository.open(path)
        try:
            repository.write([Change(before=None, after=record) for record in made])
        finally:
            repository.close()
    except StoreError as error:
        raise StoreUnavailable(str(error)) from error

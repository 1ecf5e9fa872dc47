"""The `doctor` command: checks the data file and the files around it, and repairs them."""

import asyncio
import sys
from collections.abc import Iterator

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, UsageError
from callbacktui.cli.launch import key_problems
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.text import wrap_for_terminal
from callbacktui.store.diagnostics import Finding, check
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.preferences import Preferences
from callbacktui.store.io.private_files import close_to_others
from callbacktui.store.io.state_folder import state_folder
from callbacktui.theme_names import THEME_NAMES, no_such_theme


@click.command("doctor")
@click.option("--repair", is_flag=True, help="Repair what can be repaired, after a backup.")
@click.option("--accept", is_flag=True, help="Take a file that lost most records as it is.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def doctor_command(cli: CliContext, *, repair: bool, accept: bool, as_json: bool) -> None:
    """Check every record, the journal, the backups, copies beside them, and the lock.

    Without --repair nothing is changed. Exits 1 if something is not well.
    """
    if repair and accept:
        raise UsageError("Say --repair or --accept, not both.")
    if repair or accept:
        _repair(cli, keep_mine=repair)
    found = [*check(cli.path, Disk(), cli.now), *_check_settings(cli)]
    if as_json:
        print_json([{"what": f.what, "well": f.is_well, "mend": f.mend} for f in found])
    else:
        print_lines(map(_format_finding, found))
    if not all(finding.is_well for finding in found):
        raise CommandError(
            "There are problems; nothing more can be done from here."
            if repair
            else "There are problems. --repair mends what it can."
        )


def _repair(cli: CliContext, *, keep_mine: bool) -> None:
    with cli.open() as session:
        if session.repository.question:
            print_message(asyncio.run(session.ledger.resolve_data_loss(keep_mine=keep_mine)))
        for notice in session.repository.notices:
            print_message(notice)
        if cli.path.exists():
            print_message(f"Backup made: {session.repository.back_up(cli.now, 'repair').name}")
        session.flush()
        if keep_mine and close_to_others(cli.path, Disk()):
            print_message("The data file can now be read by nobody but you.")


def _check_settings(cli: CliContext) -> Iterator[Finding]:
    """Yield what is wrong with the settings, their keys, and the theme that was chosen last."""
    for warning in (*cli.settings.warnings, *key_problems(cli.config.keys)):
        yield Finding(warning, is_well=False)
    theme = Preferences(state_folder(cli.path)).get("theme", "")
    if theme and theme not in THEME_NAMES:
        yield Finding(f"Chosen last: {no_such_theme(theme)}", is_well=False)


def _format_finding(finding: Finding) -> str:
    mark = "ok " if finding.is_well else "!  "
    words = f"{mark}{finding.what}{f' {finding.mend}' if finding.mend else ''}"
    return wrap_for_terminal(words, sys.stdout, hang=" " * len(mark))

"""The `pocket` command: a calendar and a page for the phone, as files; and QR codes."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, StoreUnavailable, UsageError
from callbacktui.cli.id_lookup import find_audition
from callbacktui.cli.output import print_data, print_lines, print_message
from callbacktui.domain.text import count_of

if TYPE_CHECKING:
    from callbacktui.domain.audition import Audition
    from callbacktui.exchange.qr_code import QrCode

_ROWS = 23
"""The lines of a code in a window of 24."""

_CELLS = {" ": "\x1b[30;107m ", "▀": "\x1b[30;107m▀", "▄": "\x1b[30;107m▄", "█": "\x1b[97;40m "}
"""How each sign of a code is drawn in a terminal: dark on light, whatever its colors are."""


@click.group("pocket", invoke_without_command=True)
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write to this folder, instead of the one in the settings.",
)
@click.option(
    "--again",
    is_flag=True,
    help="Write although the folder is gone, was emptied, or another computer writes to it.",
)
@click.pass_context
def pocket_command(ctx: click.Context, *, folder: Path | None, again: bool) -> None:
    """Write what is due as files for a phone: calendar/, callbacktui.ics and today.html.

    calendar/ has a file for each event, as khal and vdirsyncer read it; callbacktui.ics has all of
    them. Only what changed is written, and files of others are left alone. A phone cannot
    subscribe to a file: sync the folder (Syncthing), or the calendar with your account
    (vdirsyncer). An audition under NDA is "Audition", without a name.
    """
    if ctx.invoked_subcommand is None:
        _write(ctx.obj, folder, again=again)
    elif folder or again:
        raise UsageError("--folder and --again belong to pocket alone.")


def _write(cli: CliContext, folder: Path | None, *, again: bool) -> None:
    from callbacktui.pocket.result import PocketError, PocketFailed

    with cli.open(read_only=True) as session:
        pocket = session.pocket
        if folder is None and not pocket.folder:
            raise UsageError(
                "Say where: callbacktui pocket --folder DIR, or in the settings, under [pocket], "
                'folder = "~/Sync/callbacktui"; then each change is written there, too.'
            )
        try:
            written = pocket.write(folder and folder.absolute(), again=again)
        except PocketFailed as failure:
            raise StoreUnavailable(str(failure)) from failure
        except PocketError as refusal:
            raise CommandError(str(refusal)) from refusal
    print_lines([str(written.folder)])
    for notice in written.notices:
        print_message(notice)
    events, files = written.events, written.written + written.removed
    changed = f"{count_of(files, 'file')} changed" if files else "nothing changed"
    print_message(f"{count_of(events, 'event')}, {changed}.")


@pocket_command.command("qr")
@click.argument("id_", metavar="ID")
@click.option("--link", "what", flag_value="link", help="The link of the audition.")
@click.option("--place", "what", flag_value="place", help="The address, to look it up.")
@pass_context
def qr(cli: CliContext, id_: str, what: str | None) -> None:
    """Print a QR code of the next event of an audition, for the camera of a phone.

    It fits a window of 80x24: what has no room is left out, and said.
    """
    if cli.config.ascii or "utf" not in (sys.stdout.encoding or "").lower():
        raise CommandError(
            "A QR code is drawn with half blocks, which plain ASCII does not have. In a terminal "
            "with UTF-8, without --ascii, it is shown."
        )
    with cli.open(read_only=True) as session:
        audition = find_audition(session.ledger, id_)
    code = _code(audition, what)
    lines: tuple[str, ...] = code.lines
    if sys.stdout.isatty():
        lines = tuple("".join(map(_CELLS.__getitem__, line)) + "\x1b[0m" for line in lines)
    print_data("".join(f"{line}\n" for line in lines))
    if code.left_out:
        print_message(f"Left out, as there is no room: {' and '.join(code.left_out)}.")


def _code(audition: "Audition", what: str | None) -> "QrCode":
    """Return the code that is asked for.

    Raises:
        CommandError: if there is nothing to show, or it does not fit.
    """
    from callbacktui.domain.door_card import nearest_round
    from callbacktui.exchange.ics.entries import next_entry
    from callbacktui.exchange.qr_code import event_code, text_code

    rows = max(_ROWS, shutil.get_terminal_size().lines - 1) if sys.stdout.isatty() else _ROWS
    read = nearest_round(audition)
    if what is None:
        entry = next_entry(audition)
        if entry is None:
            raise CommandError(f"{audition.name} has no date yet, so there is no event.")
        code = event_code(entry, rows)
    else:
        text = (read.url if what == "link" else read.place) if read else ""
        if not text:
            noun = "link" if what == "link" else "address"
            raise CommandError(f"No {noun} is noted for the next audition of {audition.name}.")
        code = text_code(text, rows)
    if code is None:
        raise CommandError("It is too long for a code that fits this window.")
    return code

"""The `paste` command: reads an invitation, and keeps what it says for sure."""

import asyncio
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from callbacktui.cli.ask_user import can_ask, read_answer
from callbacktui.cli.clash_message import say_clashes
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, UsageError
from callbacktui.cli.id_lookup import find_round_by_number
from callbacktui.cli.invitation_text import change_rows, reading_rows
from callbacktui.cli.now_and_zone import find_zone, parse_now
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.domain.ids import new_id
from callbacktui.domain.text import capitalized, clean_line, join_or

if TYPE_CHECKING:
    from pendulum import DateTime

    from callbacktui.domain.audition import Audition
    from callbacktui.exchange.invitation.propose_audition import Proposal
    from callbacktui.exchange.invitation.reading_result import Reading
    from callbacktui.session import Session

_OPEN: Final = 3
"""The exit code if a question is open and nobody was there to answer it."""


@click.command("paste")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), required=False)
@click.option("--received", metavar="ISO", help="When it came, if the file does not say so.")
@click.option("--round", "number", type=click.IntRange(min=1), help="Which round, from 1.")
@click.option("--dry-run", is_flag=True, help="Show the reading and keep nothing.")
@click.option("--yes", is_flag=True, help="Keep what was said for sure, without asking.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def paste_command(
    cli: CliContext,
    file: Path | None,
    *,
    received: str | None,
    number: int | None,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> int:
    """Read an invitation: the text of a mail, an .eml file or an .ics file; - is standard input.

    Shows what it says, what is not sure and what it leaves out, and proposes an audition, or the
    change of one that is here. Without a FILE it reads what is piped in, else the clipboard.
    """
    from callbacktui.exchange.invitation.matching import find_matches, match_meant
    from callbacktui.exchange.invitation.propose_audition import ENDINGS, propose
    from callbacktui.exchange.invitation.reading_result import reading_document, roles_left

    reading = _read(cli, file, received)
    asks = not (dry_run or yes) and can_ask()
    looks = dry_run or not (yes or asks)
    with cli.open(read_only=looks) as session:
        matches = find_matches(reading, session.ledger.all())
        document = reading_document(reading) | {"matches": matches}
        if not as_json:
            print_lines(reading_rows(reading, cli.now))
        named = reading
        if asks:
            reading = _ask(reading, cli)
        here = {match.id: session.ledger.get(match.id) for match in matches}
        found = tuple(one for one in here.values() if one)
        if len(found) > 1 and (meant := match_meant(matches, {a.id: a for a in found}, reading)):
            found = tuple(one for one in found if one.id == meant.id)
            print_message(f"About {clean_line(found[0].name)}, which is open: {meant.why}.")
        if number is not None:
            reading = _about(reading, found, number)
        proposal = propose(reading, found, new_id(cli.now), cli.now)
        if proposal.before and proposal.after and not as_json:
            of = ", ".join(filter(None, (proposal.before.name, proposal.before.office)))
            print_lines([f"Changes {clean_line(of)}:"])
            print_lines(change_rows(proposal.before, proposal.after, cli.now))
        after = None if reading.kind in ENDINGS else proposal.after
        if after:
            say_clashes(session, after, cli)
        keeps = proposal.after is not None and not looks and (yes or _agrees(proposal))
        if keeps:
            _keep(session, proposal, reading, cli.now)
    kept = proposal.after.id if keeps and proposal.after else None
    if as_json:
        print_json(document if dry_run else document | {"kept": kept})
    if dry_run:
        return 0
    if kept and (left := roles_left(named, reading.text_of("role"))):
        print_message(f"Also in this mail, and not kept: {clean_line(', '.join(left))}.")
    return _finish(reading, proposal, kept, asked=asks)


def _about(reading: "Reading", found: "tuple[Audition, ...]", number: int) -> "Reading":
    """Return the reading as one about a round of the only audition that it fits."""
    from msgspec.structs import replace

    from callbacktui.exchange.invitation.propose_audition import WITH_ROUND

    if len(found) != 1 or reading.kind not in WITH_ROUND or reading.is_about_work:
        raise UsageError("--round goes with a mail about a round of one audition that is here.")
    [audition] = found
    meant = find_round_by_number(audition, number)
    if meant not in audition.all_pending:
        raise CommandError(f"Round {number} of {audition.name} is over. Nothing was kept.")
    return replace(reading, about_round=meant.id)


def _read(cli: CliContext, file: Path | None, received: str | None) -> "Reading":
    from callbacktui.exchange.invitation.mail import MailError
    from callbacktui.exchange.invitation.reader import read_invitation

    data = _read_bytes(file)
    if not data.strip():
        raise CommandError("There is nothing to read. Paste the words of the mail.")
    home = find_zone(cli.config.zone)
    came = parse_now(received, home, "--received") if received else None
    try:
        return read_invitation(data, cli.now, received=came, order=cli.config.numeric_order)
    except MailError as error:
        raise CommandError(f"{error}.") from error


def _read_bytes(file: Path | None) -> bytes:
    """Read the file, what is piped in, or the clipboard."""
    from callbacktui.cli.input_file import read_input
    from callbacktui.exchange.invitation.mail import MOST_BYTES

    if file is None and sys.stdin.isatty():
        return _clipboard()
    return read_input(file or Path("-"), MOST_BYTES)


def _clipboard() -> bytes:
    from callbacktui.clipboard import read_clipboard

    try:
        return read_clipboard().encode()
    except OSError as error:
        raise UsageError(
            "The clipboard cannot be read. Name a FILE, or pipe the mail in."
        ) from error


def _ask(reading: "Reading", cli: CliContext) -> "Reading":
    """Ask each open question, which is on screen already; Enter leaves it open."""
    from callbacktui.exchange.invitation.field_formatting import field_label, format_field
    from callbacktui.exchange.invitation.reading_result import with_answer

    for asked in reading.questions:
        question = next((one for one in reading.questions if one.field == asked.field), None)
        if question is None:
            continue  # another answer settled it
        print_message(f"{capitalized(field_label(question.field))}?")
        for number, choice in enumerate(question.choices, 1):
            print_message(f"  {number}  {format_field(question.field, choice, cli.now)}")
        count = len(question.choices)
        numbers = "1" if count == 1 else f"1 to {count}"
        while said := read_answer(f"{numbers}, or Enter to leave it open: "):
            if said.isascii() and said.isdigit() and 1 <= int(said) <= count:
                reading = with_answer(reading, question, question.choices[int(said) - 1])
                break
    return reading


def _agrees(proposal: "Proposal") -> bool:
    name = proposal.after.name if proposal.after else ""
    said = read_answer(f"Keep {name}? [y/N] ")
    return said.lower() in {"y", "yes"}


def _keep(session: "Session", proposal: "Proposal", reading: "Reading", now: "DateTime") -> None:
    """Save the audition in one step; a change is made to it as it is by then."""
    from callbacktui.domain.status import moved_words
    from callbacktui.exchange.invitation.propose_audition import propose_change

    after, before = proposal.after, proposal.before
    if after is None:
        return
    if before is None:
        asyncio.run(session.ledger.add([after], f"Added {after.name}"))
        return
    change = partial(propose_change, reading=reading, now=now)
    moved = moved_words(before, after, now)
    what = f"{after.name}: {moved}" if moved else after.name
    asyncio.run(session.ledger.update([after.id], change, f"paste: {what}"))


def _finish(reading: "Reading", proposal: "Proposal", kept: str | None, *, asked: bool) -> int:
    """Say what was kept and what is open; return the exit code."""
    from callbacktui.exchange.invitation.field_formatting import field_label
    from callbacktui.exchange.invitation.propose_audition import ENDINGS
    from callbacktui.exchange.invitation.round_that_moves import doubtful_rounds

    if proposal.refusal:
        before = proposal.before
        some = doubtful_rounds(before, reading) if before else ()
        ways = (
            [f"--round {n}" for n, one in enumerate(before.rounds, 1) if one in some]
            if before
            else []
        )
        how = f" {capitalized(join_or(ways))} says which it is." if ways else ""
        raise CommandError(f"{proposal.refusal}. Nothing was kept.{how}")
    if kept and proposal.after:
        print_message(f"Kept {proposal.after.name}: {kept}")
        if reading.kind in ENDINGS and proposal.after.is_open:
            stage = proposal.after.stage.word
            print_message(
                f"It stays at {stage}, from where it cannot end that way. See move and close."
            )
    else:
        how = "" if asked else " Say --yes to keep what was said for sure."
        print_message(f"Nothing was kept.{how}")
    for question in reading.questions:
        print_message(f"Open: {field_label(question.field)}.")
    if reading.other_matter:
        print_message("Open: the other matter in this mail.")
    return _OPEN if reading.questions or reading.other_matter else 0

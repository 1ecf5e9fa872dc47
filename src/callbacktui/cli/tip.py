"""The `tip` command: prints the tip that fits now, why it is shown, and its source."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click
import msgspec

from callbacktui.advice.library.library import open_library
from callbacktui.advice.pages.page_tips import replace_tip
from callbacktui.advice.tips.context import Context, recent_practice, summarize_career
from callbacktui.advice.tips.selector import choose_tip
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, UsageError
from callbacktui.cli.id_lookup import find_audition
from callbacktui.cli.output import print_json, print_lines
from callbacktui.cli.text import wrap_paragraphs
from callbacktui.domain.agenda import agenda
from callbacktui.domain.audition import Audition
from callbacktui.domain.status import Group
from callbacktui.domain.text import capitalized
from callbacktui.tip_history import load_tip_history

if TYPE_CHECKING:
    from callbacktui.advice.tips.sample_situations import TipForSituation
    from callbacktui.session import Session


@click.command("tip")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--table", is_flag=True, help="Every situation that has a tip, with that tip.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object; with --table an array.")
@pass_context
def tip_command(cli: CliContext, id_: str | None, *, table: bool, as_json: bool) -> None:
    """Show the tip for one audition, or for the first thing on the desk.

    Tips you put off on the desk are left out.
    """
    if table:
        if id_ is not None:
            raise UsageError("--table is about no audition in particular: leave the ID out.")
        _print_table(cli, as_json=as_json)
        return
    with cli.open(read_only=True) as session:
        audition = find_audition(session.ledger, id_) if id_ is not None else _first(cli, session)
        context = Context(
            now=cli.now,
            audition=audition,
            windows=cli.config.silence,
            career=summarize_career(session.ledger.all()),
            practice=recent_practice(session.repository.practice.all()),
        )
        library = open_library()
        library.set_pages(session.repository.pages.all())
        shown, numbers_hidden = load_tip_history(session.memory), session.numbers.are_hidden
    tip = choose_tip(context, shown, library.voices)
    tip = replace_tip(tip, context, shown, library.passages)
    if tip is None:
        raise CommandError("There is no tip for now.")
    about = {"audition": audition.id, "name": audition.name} if audition else {}
    if as_json:
        print_json({**msgspec.to_builtins(tip), **about})
        return
    print_lines(
        [
            tip.text,
            "",
            *([f"For: {audition.name}"] if audition else []),
            *([] if numbers_hidden else [f"Why: {tip.reason}"]),
            f"From: {tip.source}",
            f"Read on: callbacktui advice read {tip.article}",
        ]
    )


def _first(cli: CliContext, session: "Session") -> Audition | None:
    """Return what the desk would show first: what is due, else the first open row; or None."""
    board = session.board(cli.now)
    due = (item.audition for item in agenda(board, cli.now) if item.audition)
    still_open = (
        row.audition for group, rows in board if group is not Group.CLOSED for row in rows
    )
    return next(due, None) or next(still_open, None)


def _print_table(cli: CliContext, *, as_json: bool) -> None:
    from callbacktui.advice.tips.sample_situations import (
        tips_for_situations,  # for this option only
    )

    rows = tips_for_situations(cli.now, open_library().voices)
    if as_json:
        print_json([_as_entry(row) for row in rows])
        return
    print_lines(_table_lines(rows))


def _as_entry(row: "TipForSituation") -> dict[str, Any]:
    situation = row.situation
    return {
        "moment": situation.moment,
        "work": situation.work,
        "what": situation.what,
        **msgspec.to_builtins(row.tip),
        "then": row.then.rule,
    }


def _table_lines(rows: "tuple[TipForSituation, ...]") -> Iterator[str]:
    moment = ""
    for situation, tip, then in rows:
        if situation.moment != moment:
            moment = situation.moment
            yield from ("", moment.upper())
        yield ""
        if about := ", ".join(filter(None, (_work(situation.work), situation.what))):
            yield about
        yield from (f"  {line}" for line in wrap_paragraphs(tip.text))
        yield f"  ({tip.source})"
        yield from (f"  {line}" for line in wrap_paragraphs(f"Then: {then.text}"))
    yield from ("", f"{len(rows)} situations.")


def _work(work: str) -> str:
    return "" if work == "none" else work if work == "TV" else capitalized(work)

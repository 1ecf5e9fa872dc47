"""The `today` command: what is due now, today and in the days ahead."""

from collections.abc import Iterable, Mapping

import click
from pendulum import DateTime

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.output import print_json, print_lines
from callbacktui.cli.text import shortest_prefixes
from callbacktui.domain.agenda import AgendaItem, AgendaKind, Part, agenda, until
from callbacktui.domain.status import short_moment

_DAYS = 7
_SHORT_ITEMS = 2


@click.command("today")
@click.option("--short", is_flag=True, help="One line for a shell greeting; nothing if none.")
@click.option(
    "--days", type=click.IntRange(0, 3660), default=_DAYS, show_default=True, help="How far ahead."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@click.option("--plain", is_flag=True, help="For a screen reader: each line says all by itself.")
@pass_context
def today_command(cli: CliContext, *, short: bool, days: int, as_json: bool, plain: bool) -> None:
    """Show what is due: auditions, tapes, holds to answer, jobs, late payments, clashes."""
    with cli.open(read_only=True) as session:
        there = session.board(cli.now)
        bookouts, money = session.repository.bookouts.all(), session.repository.money.all()
        counts = not session.numbers.are_hidden
    whole = agenda(there, cli.now, bookouts, money, counts=counts)
    items = until(whole, cli.now, days)
    ids = shortest_prefixes([entry.id for entry in money])
    if as_json:
        print_json([agenda_document(item) for item in items])
    elif short:
        print_lines(short_line(until(items, cli.now, min(days, 1)), cli.now, counts=counts))
    elif plain:
        lines = [f"{item.part(cli.now).word}: {_whole_line(item, cli.now, ids)}" for item in items]
        print_lines(lines or ["Nothing is due."])
    else:
        print_lines(_listed(items, cli.now, ids) or ["Nothing is due."])


def agenda_document(item: AgendaItem) -> dict[str, str | None]:
    """Return an item as `today --json` has it; times are ISO with the offset of their zone."""
    return {
        "kind": item.kind.value,
        "at": item.at.isoformat() if item.at else None,
        "zone": item.at.zone if item.at else None,
        "audition": item.audition.id if item.audition else None,
        "title": item.title,
        "what": item.what,
        "said_by": item.said_by,
        "state": item.state,
        "was": item.was.isoformat() if item.was else None,
        "payment": item.of if item.kind is AgendaKind.PAYMENT else None,
    }


def _listed(items: Iterable[AgendaItem], now: DateTime, ids: Mapping[str, str]) -> list[str]:
    """Return a heading for each part of the agenda, and a line for each item."""
    lines: list[str] = []
    part: Part | None = None
    for item in items:
        if item.part(now) is not part:
            part = item.part(now)
            lines += [*([""] if lines else []), part.word]
        lines.append(f"  {_whole_line(item, now, ids)}")
    return lines


def short_line(items: tuple[AgendaItem, ...], now: DateTime, *, counts: bool) -> list[str]:
    """Return at most one line: the first items in words, and how many more there are."""
    if not items:
        return []
    words = [_line(item, now) for item in items[:_SHORT_ITEMS]]
    left = len(items) - _SHORT_ITEMS
    more = f"{left} more" if counts else "and more"
    return ["; ".join([*words, *([more] if left > 0 else [])])]


def _whole_line(item: AgendaItem, now: DateTime, ids: Mapping[str, str]) -> str:
    """Return an item as a line; of a late payment with the command that notes that it came.

    `ids` has the short id of each entry of the money.
    """
    line = _line(item, now)
    if item.kind is not AgendaKind.PAYMENT:
        return line
    return f"{line}; if it came: callbacktui money paid {ids[item.of]}"


def _line(item: AgendaItem, now: DateTime) -> str:
    when = short_moment(item.at, now) if item.at else ""
    said = " ".join(part for part in (when, item.what) if part)
    was = f"was {short_moment(item.was, now)}" if item.was else ""
    return ", ".join(part for part in (f"{said}: {item.title}", was, item.state) if part)

"""The `usage` commands: how a commercial is used, and the days to write about it."""

from typing import Any

import click
from msgspec.structs import replace

from callbacktui.cli.booking import booked
from callbacktui.cli.click_extensions import ON, ListGroup
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.id_lookup import find_audition
from callbacktui.cli.move import save_edit
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.read_values import day_of, past_on_day, span_of
from callbacktui.cli.text import align_columns, shortest_prefixes
from callbacktui.domain.audition import Audition
from callbacktui.domain.commercial_use import has_use, why_no_such_use, window_to_write
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.spans import format_range
from callbacktui.domain.dates.style import example_dates, format_date
from callbacktui.domain.holds_and_bookings import Booking, Cycle
from callbacktui.domain.mark_done import note_letter
from callbacktui.domain.moment import today
from callbacktui.domain.text import clean_line
from callbacktui.exchange.audition_to_json import plain_document


@click.group("usage", cls=ListGroup)
def usage_command() -> None:
    """Keep how a commercial is used. The end is what the stub says; it is never worked out."""


@usage_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def list_usage(cli: CliContext, *, as_json: bool) -> None:
    """List the jobs of which something is known about the use."""
    _print(cli, as_json=as_json, only_due=False)


@usage_command.command("due")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def due_usage(cli: CliContext, *, as_json: bool) -> None:
    """List those about which to write now, so that the use is not renewed at the same rates."""
    _print(cli, as_json=as_json, only_due=True)


@usage_command.command("set")
@click.argument("id_", metavar="ID")
@click.option("--contract", default="", help="The name of the contract.")
@click.option("--contract-on", default="", metavar="DAY", help="Its date.")
@click.option(
    "--session", "session_day", default="", metavar="DAY", help="The first day of the session."
)
@click.option("--kind", multiple=True, help="A kind of use: broadcast, web. May be given again.")
@click.option("--category", default="", help="The product category: beer, cars.")
@click.option("--exclusive/--not-exclusive", "is_exclusive", default=None,
              help="If no other spot of the category may run.")  # fmt: skip
@click.option("--exclusive-days", default="", metavar="DAYS", help="The days of that, if written.")
@click.option("--cycle", default="", metavar="DAYS", help="A cycle that was bought.")
@click.option("--paid", default="", metavar="DAY", help="When that cycle was paid.")
@click.option("--ends", default="", metavar="DAY", help="The end of use, from the stub.")
@click.option("--no-end", is_flag=True, help="The contract states no end.")
@pass_context
def set_usage(
    cli: CliContext,
    id_: str,
    *,
    contract: str,
    contract_on: str,
    session_day: str,
    kind: tuple[str, ...],
    category: str,
    is_exclusive: bool | None,
    exclusive_days: str,
    cycle: str,
    paid: str,
    ends: str,
    no_end: bool,
) -> None:
    """Write down how a job is used, by the ID of its audition.

    For example: usage set ID --session 3 mar --kind web --exclusive --category beer --ends '3 Dec
    2027'. A --cycle comes after those that are there.
    """
    ends_on = day_of(ends, "--ends", cli)
    known: dict[str, Any] = {
        "contract": clean_line(contract),
        "contract_on": day_of(contract_on, "--contract-on", cli, past=True),
        "session_on": day_of(session_day, "--session", cli),
        "use_kinds": tuple(filter(None, map(clean_line, kind))),
        "exclusive": span_of(exclusive_days, "--exclusive-days", cli),
        "use_ends_on": ends_on,
    }
    given = {name: value for name, value in known.items() if value}
    if is_exclusive is not None:
        given["is_exclusive"] = is_exclusive
    if no_end or ends_on:
        given["no_end_stated"] = no_end
    if no_end and not ends_on:
        given["use_ends_on"] = None
    bought = _cycle(cycle, paid, cli)
    if not given and bought is None and not category:
        raise CommandError(
            example_dates("Say what to write down, such as --ends '3 Dec 2027'. --help lists all.")
        )

    def edit(audition: Audition) -> Audition:
        booking: Booking = replace(booked(audition), **given)
        if bought:
            booking = replace(booking, cycles=(*booking.cycles, bought))
        if why := why_no_such_use(booking):
            raise CommandError(why)
        kept = clean_line(category) or audition.product_category
        return replace(audition, booking=booking, product_category=kept)

    with cli.open() as session:
        audition = save_edit(session, find_audition(session.ledger, id_), edit, "use")
    print_lines([audition.id])
    print_message(f"{audition.name}: {'; '.join(_row(audition, booked(audition)))}")


@usage_command.command("wrote")
@click.argument("id_", metavar="ID")
@ON
@pass_context
def wrote_usage(cli: CliContext, id_: str, *, said: str) -> None:
    """Note that you wrote that a use is not to be renewed at the same rates."""
    day = past_on_day(said, cli)
    with cli.open() as session:
        audition = find_audition(session.ledger, id_)
        booked(audition)
        save_edit(session, audition, lambda a: note_letter(a, day), "letter written")
    print_lines([audition.id])
    print_message(f"{audition.name}: written {format_day(day, today(cli.now))}.")


def _print(cli: CliContext, *, as_json: bool, only_due: bool) -> None:
    with cli.open(read_only=True) as session:
        auditions = session.ledger.all()
    used = [(a, a.booking) for a in auditions if a.booking and has_use(a.booking)]
    if only_due:
        day = today(cli.now)
        used = [(a, b) for a, b in used if (days := window_to_write(b)) and days.covers(day)]
    if as_json:
        print_json([usage_document(audition, booking) for audition, booking in used])
        return
    names = shortest_prefixes([audition.id for audition in auditions])
    print_lines(align_columns([(names[a.id], a.name, *_row(a, b)) for a, b in used]))
    if not used:
        print_message("There is nothing to write about." if only_due else "No use is kept yet.")


_PARTS = (
    *("contract", "contract_on", "session_on", "use_kinds", "exclusive", "is_exclusive"),
    *("cycle_start", "cycles", "use_ends_on", "no_end_stated", "wrote_on", "usage"),
)


def usage_document(audition: Audition, booking: Booking) -> dict[str, Any]:
    """Return the use of a job as `usage --json` has it, with the days to write about it."""
    plain, window = plain_document(booking), window_to_write(booking)
    return {
        "audition": audition.id,
        "title": audition.name,
        "category": audition.product_category,
        **{name: plain[name] for name in _PARTS if name in plain},
        "to_write": {"from": window.first, "to": window.last} if window else None,
    }


def _row(audition: Audition, booking: Booking) -> tuple[str, ...]:
    window = window_to_write(booking)
    end = "no end stated" if booking.no_end_stated else "no end known"
    if booking.use_ends_on:
        end = f"use ends {format_date(booking.use_ends_on, year=True)}"
    is_exclusive = booking.is_exclusive or booking.exclusive
    category = audition.product_category or "no category written"
    return (
        ", ".join(booking.use_kinds) or booking.contract or "use",
        f"exclusive for {category}" if is_exclusive else "not exclusive",
        end,
        "letter written" if booking.wrote_on else f"write {format_range(window)}" if window else "",
    )


def _cycle(days: str, paid: str, cli: CliContext) -> Cycle | None:
    span = span_of(days, "--cycle", cli)
    paid_on = day_of(paid, "--paid", cli, past=True)
    if span is None and paid_on:
        raise CommandError("--paid: it goes with a --cycle. Say its days, too.")
    if span and span.days is None:
        raise CommandError(
            f"--cycle: “{clean_line(days)}” names no days for sure. "
            + example_dates("Write 1 Jan-31 Mar.")
        )
    return Cycle(span=span, paid_on=paid_on) if span else None

"""The `booking` commands: the terms of a job that is yours, and the day it wrapped."""

from collections.abc import Sequence
from typing import Any

import click
from msgspec.structs import replace

from callbacktui.cli.clash_message import say_clashes
from callbacktui.cli.click_extensions import ListGroup, enum_param
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.id_lookup import find_audition
from callbacktui.cli.money_json import entry_document
from callbacktui.cli.move import save_edit
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.read_values import day_of, fee_of, number_of, span_of, time_of
from callbacktui.cli.text import align_columns, shortest_prefixes
from callbacktui.domain.audition import Audition
from callbacktui.domain.change_description import format_value
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.enums import FirmBy
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.mark_done import wrap_job
from callbacktui.domain.moment import today
from callbacktui.domain.money_entries import MoneyEntry, payments_of
from callbacktui.domain.money_entry_words import payment_words
from callbacktui.domain.stage import MOVES, Stage
from callbacktui.domain.status import short_moment
from callbacktui.domain.text import clean_line
from callbacktui.exchange.audition_to_json import plain_document


@click.group("booking", cls=ListGroup)
def booking_command() -> None:
    """Keep the terms of a job: fitting, days of work, fee; payments are in money."""


@booking_command.command("list")
@click.option("--all", "is_all", is_flag=True, help="Those that have wrapped, too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def list_bookings(cli: CliContext, *, is_all: bool, as_json: bool) -> None:
    """List the jobs that are booked, with the id of their audition."""
    with cli.open(read_only=True) as session:
        auditions, money = session.ledger.all(), session.repository.money.all()
    jobs = [
        (one, one.booking)
        for one in auditions
        if one.booking and (is_all or one.is_open)
        if one.stage.rank >= Stage.BOOKED.rank or not one.booking.is_only_fitting
    ]
    if as_json:
        print_json([booking_document(one, booking, money) for one, booking in jobs])
        return
    names = shortest_prefixes([audition.id for audition in auditions])
    rows = [(names[one.id], one.name, *_row(one, booking, money, cli)) for one, booking in jobs]
    print_lines(align_columns(rows))
    if not jobs:
        print_message("Nothing is booked. callbacktui move ID booked says that a job is yours.")


@booking_command.command("set")
@click.argument("id_", metavar="ID")
@click.option("--firm-by", type=enum_param(FirmBy), metavar="WHAT", help="contract, fitting…")
@click.option("--fitting", default="", help="When the fitting is: mon 10am.")
@click.option("--fitting-place", default="", help="Where it is.")
@click.option("--work", default="", help="The days of work: 14-18 Dec.")
@click.option("--more", multiple=True, metavar="DAYS", help="Further days; may be given again.")
@click.option("--fee", default="", help="As it was said: $1,200, scale, 250 a day.")
@click.option("--commission", default="", metavar="PERCENT", help="What your rep takes.")
@click.option("--residuals", default="", help="What was agreed.")
@pass_context
def set_booking(
    cli: CliContext,
    id_: str,
    *,
    firm_by: FirmBy | None,
    fitting: str,
    fitting_place: str,
    work: str,
    more: tuple[str, ...],
    fee: str,
    commission: str,
    residuals: str,
) -> None:
    """Write down the terms of a booked job by the ID of its audition.

    For example: booking set ID --work '14-18 Dec' --more '20 Jan' --fee '$1,200' --commission 10.
    """
    known: dict[str, Any] = {
        "firm_by": firm_by,
        "fitting_place": clean_line(fitting_place),
        "work_dates": span_of(work, "--work", cli),
        "more_dates": tuple(_sure(text, cli) for text in more),
        "fee": fee_of(fee, "--fee"),
        "residuals": clean_line(residuals),
    }
    given = {name: value for name, value in known.items() if value}
    if commission:
        given["commission_percent"] = float(number_of(commission, "--commission", 100))
    if not given and not fitting.strip():
        raise CommandError(
            example_dates("Say what to write down, such as --work '14-18 Dec'. --help lists all.")
        )

    def edit(audition: Audition) -> Audition:
        job = booked(audition)
        if when := time_of(fitting, "--fitting", cli, was=job.fitting):
            given["fitting"] = when
        return replace(audition, booking=replace(job, **given))

    with cli.open() as session:
        audition = save_edit(session, find_audition(session.ledger, id_), edit, "booking")
        print_lines([audition.id])
        said = [_said(name, value, cli) for name, value in given.items()]
        print_message(f"{audition.name}: {'; '.join(said)}.")
        say_clashes(session, audition, cli)


@booking_command.command("wrap")
@click.argument("id_", metavar="ID")
@click.option("--on", "said", default="", help="The last day of work: yesterday, tue, 17 nov.")
@pass_context
def wrap_command(cli: CliContext, id_: str, *, said: str) -> None:
    """Note that a job wrapped: on its last day of work, or on the day you say."""
    now = cli.now
    with cli.open() as session:
        audition = find_audition(session.ledger, id_)
        known = booked(audition).last_work_day
        last = day_of(said, "--on", cli, past=True) or known or today(now)
        if last > today(now):
            day = format_day(last, today(now))
            raise CommandError(f"--on: {day} is still to come. Say the day on which it wrapped.")
        save_edit(session, audition, lambda a: wrap_job(a, last, now), "wrapped")
    print_lines([audition.id])
    print_message(f"{audition.name}: wrapped {format_day(last, today(now))}.")


def booking_document(
    audition: Audition, booking: Booking, money: list[MoneyEntry]
) -> dict[str, Any]:
    """Return a job as `booking --json` has it, with its audition and its payments."""
    return {
        "audition": audition.id,
        "title": audition.name,
        "stage": audition.stage,
        **plain_document(booking),
        "payments": [entry_document(entry) for entry in payments_of(money, audition.id)],
    }


def _row(
    audition: Audition, booking: Booking, money: list[MoneyEntry], cli: CliContext
) -> tuple[str, ...]:
    spans = (booking.work_dates, *booking.more_dates)
    dates = ", ".join(span.words for span in spans if span)
    fitting = f"fitting {short_moment(booking.fitting, cli.now)}" if booking.fitting else ""
    paid = [payment_words(one, today(cli.now)) for one in payments_of(money, audition.id)]
    return dates, fitting, booking.fee.words if booking.fee else "", "; ".join(paid)


def booked(audition: Audition) -> Booking:
    """Return the booking of an audition.

    Raises:
        CommandError: if it isn't booked; says what leads there.
    """
    if audition.is_job:
        return audition.booking or Booking()
    if not audition.is_open:
        raise CommandError(
            f"{audition.name} isn't booked, and is closed: {audition.disposition.sentence}. If the "
            f"job came after all: callbacktui reopen {audition.id}."
        )
    steps = ", then ".join(f"callbacktui move {audition.id} {stage}" for stage in _way(audition))
    raise CommandError(f"{audition.name} isn't booked. If it is yours: {steps}.")


def _way(audition: Audition) -> Sequence[Stage]:
    """Return the shortest way of stages from that of an open audition to booked."""
    ways: list[tuple[Stage, ...]] = [(audition.stage,)]
    for way in ways:
        if way[-1] is Stage.BOOKED:
            return way[1:]
        ways += [(*way, to) for to in MOVES[way[-1]] if isinstance(to, Stage) and to not in way]
    return ()


def _said(name: str, value: object, cli: CliContext) -> str:
    """Return a fact as it was understood: "work dates 9 to 10 Dec 2026"."""
    label = name.removesuffix("_percent").replace("_", " ")
    percent = "%" if name.endswith("_percent") else ""
    return f"{label} {format_value(value, cli.now)}{percent}"


def _sure(text: str, cli: CliContext) -> Span:
    span = span_of(text, "--more", cli)
    if span is None or span.days is None:
        mend = example_dates("Write 20 Jan.")
        raise CommandError(f"--more: “{clean_line(text)}” names no days for sure. {mend}")
    return span

"""The `money` commands: expenses, miles and income, their sums, and a sheet for the accountant."""

import asyncio
import datetime as dt
from pathlib import Path
from typing import Final

import click
import msgspec
from msgspec.structs import replace

from callbacktui.cli.click_extensions import ON, ListGroup
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.id_lookup import find_audition
from callbacktui.cli.kept_records import find_record, print_kept, print_unread, remove_record
from callbacktui.cli.money_json import entry_document, summary_document
from callbacktui.cli.output import print_data, print_json, print_lines, print_message
from callbacktui.cli.output_file import (
    OUTPUT,
    check_new_file,
    form_by_ending,
    not_stdout,
    write_new_file,
)
from callbacktui.cli.read_values import (
    amount_of,
    day_of,
    fee_line_of,
    nearest_day_of,
    number_of,
    on_day,
    past_on_day,
)
from callbacktui.cli.text import align_columns, shortest_prefixes
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.ids import new_id
from callbacktui.domain.moment import today
from callbacktui.domain.money_entries import (
    MOST_MILES,
    MoneyEntry,
    MoneyKind,
    YearSummary,
    kept_before,
    summarize,
    why_no_such_entry,
)
from callbacktui.domain.money_entry_words import about_words, summary_rows
from callbacktui.domain.text import clean, clean_line
from callbacktui.money_settings import MoneySettings, money_settings

_YEAR: Final = "Only this tax year: 2026, or 2026/27."


@click.group("money", cls=ListGroup)
def money_command() -> None:
    """Keep what you spent, drove and earned, by tax year and currency. This isn't tax advice."""


@money_command.command("list")
@click.option("--year", default="", help=_YEAR)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def list_money(cli: CliContext, *, year: str, as_json: bool) -> None:
    """List your entries, the newest first, and the sums of each tax year and currency.

    Income counts in the year in which it was paid; until then, in that of its day.
    """
    how = _settings(cli)
    with cli.open(read_only=True) as session:
        kept, unread = session.repository.money.all(), session.repository.money.unread
    picked = _of_year(kept, year, how)
    sums = summarize(picked, how.start, how.rates)
    if as_json:
        entries = [entry_document(one) for one in picked]
        print_json({"entries": entries, "years": [summary_document(one) for one in sums]})
    else:
        names, day = shortest_prefixes([one.id for one in kept]), today(cli.now)
        print_lines(align_columns([_line(one, names[one.id], day) for one in picked]))
        for one in sums:
            print_lines(["", *summary_lines(one)])
        if not picked:
            print_message("Nothing is kept yet. callbacktui money add expense '$40' does that.")
    print_unread(unread)


@money_command.command("add")
@click.argument("kind", type=click.Choice([kind.value for kind in MoneyKind]))
@click.argument("amount")
@click.option("--for", "reason", default="", help="The business reason.")
@click.option("--category", default="", help="Classes, headshots, travel, fee, residuals.")
@ON
@click.option("--audition", "about", default="", metavar="ID", help="The audition it belongs to.")
@click.option("--payer", default="", help="Income: who pays.")
@click.option("--commission", default="", metavar="PERCENT", help="Income: of the gross.")
@click.option("--net", default="", metavar="AMOUNT", help="Income: what comes in, from the stub.")
@click.option("--line", "stub", multiple=True, help="Income: 'session fee $783.10'. Again, too.")
@click.option("--due", default="", metavar="DAY", help="Income: when it is to be paid.")
@click.option("--paid", default="", metavar="DAY", help="Income: when it was paid.")
@click.option("--from", "start", default="", help="Miles: from where.")
@click.option("--to", "end", default="", help="Miles: to where.")
@click.option("--receipt", default="", help="The file of the receipt, or where it is.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def add_money(
    cli: CliContext,
    *,
    kind: str,
    amount: str,
    reason: str,
    category: str,
    said: str,
    about: str,
    payer: str,
    commission: str,
    net: str,
    stub: tuple[str, ...],
    due: str,
    paid: str,
    start: str,
    end: str,
    receipt: str,
    as_json: bool,
) -> None:
    """Add an expense or income of an AMOUNT ("$40", "£750"), or mileage, in miles.

    For example: money add income '$1200' --category fee --commission 10 --due 'in 30 days', or
    money add mileage 23 --for 'callback, Harbor Casting'. Prints its id.
    """
    sort, now = MoneyKind(kind), cli.now
    is_drive, is_income = sort is MoneyKind.MILEAGE, sort is MoneyKind.INCOME
    for name, text in (("payer", payer), ("commission", commission), ("net", net), ("line", stub),
                       ("due", due), ("paid", paid)):  # fmt: skip
        if text and not is_income:
            raise CommandError(f"--{name} belongs to income.")
    for name, text in (("from", start), ("to", end)):
        if text and not is_drive:
            raise CommandError(f"--{name} belongs to mileage.")
    entry = MoneyEntry(
        id=new_id(now),
        kind=sort,
        date=on_day(said, cli),
        category=clean_line(category),
        reason=clean_line(reason),
        amount=None if is_drive else amount_of(amount, "The amount"),
        commission=number_of(commission, "--commission", 100) if commission else None,
        net=amount_of(net, "--net") if net else None,
        lines=tuple(fee_line_of(line, "--line") for line in stub),
        payer=clean_line(payer),
        due_on=nearest_day_of(due, "--due", cli),
        paid_on=day_of(paid, "--paid", cli, past=True),
        miles=number_of(amount, "The miles", MOST_MILES) if is_drive else None,
        start=clean_line(start),
        end=clean_line(end),
        receipt=clean_line(receipt),
    )
    if trouble := why_no_such_entry(entry):
        raise CommandError(trouble)
    with cli.open() as session:
        if about:
            entry = replace(entry, audition=find_audition(session.ledger, about).id)
        if is_income and (other := kept_before(entry, session.repository.money.all())):
            raise CommandError(
                f"{other.name} is kept for it already, {about_words(other, today(now)) or 'paid'}. "
                f"callbacktui money paid {other.id} notes that it came; another payment of the "
                "same amount needs another --category."
            )
        asyncio.run(session.ledger.add([entry], f"Saved {entry.name}"))
    words = f"{entry.name}, {format_day(entry.date, today(now))}"
    print_kept(entry_document(entry), words, as_json=as_json)


@money_command.command("paid")
@click.argument("id_", metavar="ID")
@click.option("--on", "said", default="today", help="The day it came: yesterday, tue, 17 nov.")
@click.option("--net", default="", metavar="AMOUNT", help="What came in, from the stub.")
@pass_context
def paid_money(cli: CliContext, id_: str, *, said: str, net: str) -> None:
    """Note that income by its ID was paid; it stays one entry."""
    day = past_on_day(said, cli)
    came = amount_of(net, "--net") if net else None
    with cli.open() as session:
        entry = find_record(session.repository.money, id_, "money list")
        if entry.kind is not MoneyKind.INCOME:
            raise CommandError(f"{entry.name} is {entry.kind.word}; only income is paid to you.")
        if came and (trouble := why_no_such_entry(replace(entry, net=came))):
            raise CommandError(f"{trouble} Nothing was changed.")
        work = session.ledger.update_kind(
            MoneyEntry,
            [entry.id],
            lambda current: replace(current, paid_on=day, net=came or current.net),
            f"{entry.name}: paid",
        )
        asyncio.run(work)
    print_lines([entry.id])
    print_message(f"{entry.name}, paid {format_day(day, today(cli.now))}")


@money_command.command("remove")
@click.argument("id_", metavar="ID")
@pass_context
def remove_money(cli: CliContext, id_: str) -> None:
    """Remove one by its ID or the beginning of it, after a backup that still has it."""
    remove_record(cli, lambda repository: repository.money, id_, "money list")


@money_command.command("export")
@click.option("--year", default="", help=_YEAR)
@click.option("-o", "--output", "file", type=OUTPUT, help="To this new file; - is standard output.")
@click.option("--json", "as_json", is_flag=True, help="As JSON in place of CSV.")
@pass_context
def export_money(cli: CliContext, *, year: str, file: Path | None, as_json: bool) -> None:
    """Write a sheet for the accountant, with a row for each entry.

    It is CSV, or a workbook if the file ends in .xlsx.
    """
    from callbacktui.exchange.money_sheet import money_table
    from callbacktui.exchange.spreadsheet.auditions_to_csv import write_csv
    from callbacktui.exchange.workbook_export import write_workbook

    how, file = _settings(cli), not_stdout(file)
    form = form_by_ending(file, "json" if as_json else None, ("csv", "xlsx"), "csv")
    check_new_file(file)
    with cli.open(read_only=True) as session:
        entries = _of_year(session.repository.money.all(), year, how)[::-1]
        names = {audition.id: audition.name for audition in session.ledger.all()}
    if as_json:
        data = msgspec.json.encode([entry_document(entry) for entry in entries])
    else:
        table = money_table(entries, how.start, how.rates, names)
        is_workbook = form == "xlsx"
        data = (
            write_workbook([table], cli.now) if is_workbook else write_csv(table.header, table.rows)
        )
    if file is None:
        text = data.decode("utf-8-sig")
        print_data("".join(f"{clean(line)}\n" for line in text.splitlines()))
        return
    write_new_file(file, data)
    print_message(f"{len(entries)} entr{'y' if len(entries) == 1 else 'ies'}.")


def summary_lines(one: YearSummary) -> list[str]:
    """Return the sums of a year and a currency in words, as on screen."""
    currency = f", {one.currency}" if one.currency else ""
    rows = [(f"  {label}", value) for label, value in summary_rows(one)]
    return [f"{one.year.label}{currency}", *align_columns(rows)]


def _line(entry: MoneyEntry, name: str, day: dt.date) -> tuple[str, ...]:
    return name, format_day(entry.date, day), entry.kind.word, entry.name, about_words(entry, day)


def _settings(cli: CliContext) -> MoneySettings:
    how = money_settings(cli.config)
    for warning in how.warnings:
        print_message(warning)
    return how


def _of_year(kept: list[MoneyEntry], year: str, how: MoneySettings) -> list[MoneyEntry]:
    """Return the entries of a tax year, or all of them, the newest first."""
    wanted = year.strip()
    if wanted and wanted not in {how.start.year_of(one.counts_on).label for one in kept}:
        print_message(f"Nothing is kept of the tax year {wanted}.")
    some = (one for one in kept if not wanted or how.start.year_of(one.counts_on).label == wanted)
    return sorted(some, key=lambda one: (one.date, one.id), reverse=True)

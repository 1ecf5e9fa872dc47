"""The commands about days away: `bookout`, and `clashes`, which says what meets what."""

import asyncio
from typing import Any, Final

import click
from pendulum import DateTime

from callbacktui.cli.click_extensions import ON, ListGroup
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.kept_records import find_record, print_unread, remove_record
from callbacktui.cli.output import is_terminal, print_json, print_lines, print_message
from callbacktui.cli.read_values import on_day
from callbacktui.cli.text import align_columns, shortest_prefixes
from callbacktui.domain.bookout import (
    BookOut,
    Firmness,
    count_words,
    note_to_rep,
    soonest_first,
    tell,
)
from callbacktui.domain.bookout_parser import read_times_out
from callbacktui.domain.clash_words import warning, whole_clash_words
from callbacktui.domain.clashes import Clash, Commitment, CommitmentKind, find_clashes
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.parser import MomentError
from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.ids import new_id
from callbacktui.domain.moment import today
from callbacktui.domain.text import clean_line
from callbacktui.session import Session

_PREFIXES: Final = ("for a ", "for ")


def _firmness(ctx: click.Context, param: click.Parameter, said: str) -> Firmness:
    plain = said.strip().lower().replace("-", " ").replace("_", " ")
    for prefix in _PREFIXES:
        plain = plain.removeprefix(prefix)
    if plain not in list(Firmness):
        raise click.BadParameter(f"{said!r} is not one of {', '.join(Firmness)}.")
    return Firmness(plain)


@click.group("bookout", cls=ListGroup)
def bookout_command() -> None:
    """Keep the days and hours for which you are not available, and who was told."""


@bookout_command.command("list")
@click.option("--all", "is_all", is_flag=True, help="Those that are over, too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def list_bookouts(cli: CliContext, *, is_all: bool, as_json: bool) -> None:
    """List your book-outs, the soonest first."""
    with cli.open(read_only=True) as session:
        kept = sorted(session.repository.bookouts.all(), key=soonest_first)
        unread = session.repository.bookouts.unread
    day = today(cli.now)
    listed = [one for one in kept if is_all or one.is_ahead(day)]
    if as_json:
        print_json([bookout_document(one) for one in listed])
    else:
        names = shortest_prefixes([one.id for one in kept])
        print_lines(align_columns([_row(one, names[one.id], cli.now) for one in listed]))
        if not listed:
            how = example_dates("callbacktui bookout add 24-27 Dec")
            print_message(f"Nothing is booked out. {how} does that.")
    print_unread(unread)


@bookout_command.command("add")
@click.argument("span", nargs=-1, required=True)
@click.option("--why", default="", help="The reason, for you alone.")
@click.option(
    "--firm",
    "firmness",
    default="fixed",
    callback=_firmness,
    metavar="[fixed|booking|anything]",
    help="What you would move it for: nothing, a booking, anything.",
)
@click.option("--dry-run", "only_looks", is_flag=True, help="Show the days, and keep nothing.")
@click.option("--yes", is_flag=True, help="Keep several days without asking.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def add_bookout(
    cli: CliContext,
    *,
    span: tuple[str, ...],
    why: str,
    firmness: Firmness,
    only_looks: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Book out a SPAN of days, some hours of a day, or days that repeat.

    For example: bookout add 24-27 Dec --why family, bookout add 14 Dec morning, or bookout add
    every Fri/Sat 6-10 pm for 4 weeks. Each day of those that repeat is shown, and kept as a
    book-out of its own. Prints the ids; how the days were understood goes to stderr.
    """
    now = cli.now
    try:
        times = read_times_out(" ".join(span), today(now), cli.config.numeric_order)
    except MomentError as error:
        raise CommandError(str(error)) from error
    made = [
        BookOut(
            id=new_id(now),
            span=time.span,
            hours=time.hours,
            zone=zone_of(now),
            why=clean_line(why),
            firmness=firmness,
        )
        for time in times
    ]
    print_message("\n".join(time.words(now) for time in times))
    asks = len(made) > 1 and not yes and is_terminal()
    if only_looks or (asks and not click.confirm(f"Keep these {len(made)}?", err=True)):
        print_message("Nothing was kept.")
        return
    with cli.open() as session:
        asyncio.run(session.ledger.add(made, f"Booked out: {count_words(made, now)}"))
        found = _clashes(session, cli)
    if as_json:
        print_json([bookout_document(one) for one in made])
    else:
        print_lines(one.id for one in made)
    for one in made:
        met = [clash for clash in found if clash.is_about(one.id)]
        if met:
            print_message(f"{warning(met, one.id, now)}.")


@bookout_command.command("tell")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--who", required=True, help="Who was told: your agent, by name.")
@ON
@pass_context
def tell_bookout(cli: CliContext, ids: tuple[str, ...], *, who: str, said: str) -> None:
    """Note that somebody was told of one or more book-outs, by ID."""
    now, name = cli.now, clean_line(who)
    if not name:
        raise CommandError("--who: write the name of the one who was told.")
    day = on_day(said, cli)
    with cli.open() as session:
        table = session.repository.bookouts
        picked = [*dict.fromkeys(find_record(table, id_, "bookout list") for id_ in ids)]
        known = [one.id for one in picked]
        work = session.ledger.update_kind(
            BookOut,
            known,
            lambda one: tell(one, name, day),
            f"Told {name}: {count_words(picked, now)}",
        )
        asyncio.run(work)
    print_lines(f"{name} knows of {one.time_out.words(now)}." for one in picked)


@bookout_command.command("remove")
@click.argument("id_", metavar="ID")
@pass_context
def remove_bookout(cli: CliContext, id_: str) -> None:
    """Remove one by its ID or the beginning of it, after a backup that still has it."""
    remove_record(cli, lambda repository: repository.bookouts, id_, "bookout list")


@bookout_command.command("note")
@pass_context
def note(cli: CliContext) -> None:
    """Draft a note to your rep about what nobody was told of yet; it is sent by you alone."""
    with cli.open(read_only=True) as session:
        kept = session.repository.bookouts.all()
    untold = tuple(one for one in kept if not one.told and one.is_ahead(today(cli.now)))
    if not untold:
        raise CommandError("Everything that is booked out has been told to somebody.")
    print_lines(note_to_rep(untold, cli.now).splitlines())


@click.command("clashes")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def clashes_command(cli: CliContext, *, as_json: bool) -> None:
    """Say what meets what: book-outs, holds, work, appointments. Exit code 1 if anything does."""
    with cli.open(read_only=True) as session:
        found = _clashes(session, cli)
    if as_json:
        print_json([clash_document(clash) for clash in found])
    else:
        print_lines([whole_clash_words(clash, cli.now) for clash in found] or ["Nothing clashes."])
    if found:
        click.get_current_context().exit(1)


def bookout_document(bookout: BookOut) -> dict[str, Any]:
    """Return a book-out as `bookout list --json` has it."""
    days, hours = bookout.span.days, bookout.hours
    return {
        "id": bookout.id,
        "from": days.first if days else None,
        "to": days.last if days else None,
        "hours": {"from": hours.since, "to": hours.until} if hours else None,
        "zone": bookout.zone,
        "said": bookout.span.said,
        "why": bookout.why,
        "firmness": bookout.firmness,
        "told": bookout.told,
    }


def clash_document(clash: Clash) -> dict[str, Any]:
    """Return a clash as `clashes --json` has it; `days` are the days on which both meet."""
    return {"a": _side(clash.a), "b": _side(clash.b), "days": clash.days.each_day()}


def _row(bookout: BookOut, name: str, now: DateTime) -> tuple[str, ...]:
    told = ", ".join(f"{told.who} {format_day(told.on, today(now))}" for told in bookout.told)
    state = f"told {told}" if told else "not told yet"
    firm = "" if bookout.firmness is Firmness.FIXED else bookout.firmness.word
    return name, bookout.time_out.words(now), bookout.why, firm, state


def _side(one: Commitment) -> dict[str, Any]:
    is_explained = one.kind is CommitmentKind.BOOKOUT and one.word
    return {
        "kind": one.kind.value,
        "id": one.of,
        "title": f"{one.title} ({one.word})" if is_explained else one.title,
        "from": one.begins.isoformat(),
        "to": one.ends.isoformat() if one.ends else None,
    }


def _clashes(session: Session, cli: CliContext) -> tuple[Clash, ...]:
    return find_clashes(session.board(cli.now), session.repository.bookouts.all(), cli.now)

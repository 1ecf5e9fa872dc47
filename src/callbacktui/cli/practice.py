"""The `practice` commands: list, add and remove classes, coaching, mock tapes and the like."""

import asyncio

import click
import msgspec
from msgspec.structs import replace

from callbacktui.cli.click_extensions import ON, ListGroup
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.five_mark_options import direction_of, mark_options
from callbacktui.cli.kept_records import print_kept, print_unread, remove_record
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.read_values import on_day
from callbacktui.cli.text import align_columns, shortest_prefixes
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.ids import new_id
from callbacktui.domain.moment import today
from callbacktui.domain.practice_entry import Practice, PracticeKind

_DAY_MINUTES = 24 * 60


@click.group("practice", cls=ListGroup)
def practice_command() -> None:
    """Keep track of classes, coaching, mock tapes, people met, own work and readings."""


@practice_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def list_practice(cli: CliContext, *, as_json: bool) -> None:
    """List your practice, the newest first."""
    with cli.open(read_only=True) as session:
        kept = session.repository.practice.all()
        unread = session.repository.practice.unread
    kept.sort(key=lambda practice: (practice.date, practice.id), reverse=True)
    if as_json:
        print_json([msgspec.to_builtins(practice) for practice in kept])
    else:
        names, day = shortest_prefixes([practice.id for practice in kept]), today(cli.now)
        print_lines(
            align_columns(
                [(names[p.id], format_day(p.date, day), p.name, _details(p)) for p in kept]
            )
        )
        if not kept:
            print_message("No practice is kept yet. callbacktui practice add class keeps today's.")
    print_unread(unread)


@practice_command.command("add")
@click.argument("kind", type=click.Choice([kind.value for kind in PracticeKind]))
@click.argument("note", nargs=-1)
@ON
@click.option("--with", "who", default="", help="Who with: a teacher, a group, a friend.")
@click.option("--minutes", type=click.IntRange(0, _DAY_MINUTES), help="How long it took.")
@mark_options
@click.option("--link", default="", help="Where it can be seen, if it can.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def add_practice(
    cli: CliContext,
    *,
    kind: str,
    note: tuple[str, ...],
    said: str,
    who: str,
    minutes: int | None,
    clarity: int | None,
    direction: str | None,
    pacing: int | None,
    listening: int | None,
    myself: int | None,
    link: str,
    as_json: bool,
) -> None:
    """Add a class, coaching, a mock tape or the like, with a NOTE if you wish.

    For example: practice add class Scene study --with "Ann Lee" --minutes 120 --on tue. Prints
    its id; how the day was understood goes to stderr.
    """
    now = cli.now
    day = on_day(said, cli)
    plain = Practice(id=new_id(now), date=day, kind=PracticeKind(kind), who=who, link=link)
    practice = replace(
        plain,
        minutes=minutes,
        clarity=clarity,
        direction=direction_of(direction),
        pacing=pacing,
        listening=listening,
        myself=myself,
        note=" ".join(note),
    )
    with cli.open() as session:
        asyncio.run(session.ledger.add([practice], f"Saved {practice.name}"))
    words = f"{practice.name}, {format_day(day, today(now))}"
    print_kept(msgspec.to_builtins(practice), words, as_json=as_json)


@practice_command.command("remove")
@click.argument("id_", metavar="ID")
@pass_context
def remove_practice(cli: CliContext, id_: str) -> None:
    """Remove one by its ID or the beginning of it, after a backup that still has it."""
    remove_record(cli, lambda repository: repository.practice, id_, "practice list")


def _details(practice: Practice) -> str:
    minutes = f"{practice.minutes} minutes" if practice.minutes is not None else ""
    return "  ".join(filter(None, [minutes, practice.note]))

"""The `contacts` commands: list and add what you keep of offices and people."""

import asyncio

import click
import msgspec
from msgspec.structs import replace

from callbacktui.cli.click_extensions import ListGroup
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.kept_records import print_kept, print_unread
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.text import align_columns, shortest_prefixes
from callbacktui.domain.contact import Answers, Contact, ContactKind
from callbacktui.domain.ids import new_id
from callbacktui.domain.merge_or_split_names import why_not_named
from callbacktui.domain.people import Person, people_of
from callbacktui.domain.text import clean_line, fold


@click.group("contacts", cls=ListGroup)
def contacts_command() -> None:
    """Keep what you know of offices and people beside their auditions; `people` tells it all."""


@contacts_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def list_contacts(cli: CliContext, *, as_json: bool) -> None:
    """List what you keep, by name."""
    with cli.open(read_only=True) as session:
        kept = session.repository.contacts.all()
        unread = session.repository.contacts.unread
    kept.sort(key=lambda contact: (fold(contact.name), contact.id))
    if as_json:
        print_json([msgspec.to_builtins(contact) for contact in kept])
    else:
        names = shortest_prefixes([contact.id for contact in kept])
        print_lines(
            align_columns([(names[c.id], c.name, c.kind.word, c.office, c.city) for c in kept])
        )
        if not kept:
            print_message("No contact is kept yet; people lists everybody your auditions name.")
    print_unread(unread)


@contacts_command.command("add")
@click.argument("name", nargs=-1, required=True)
@click.option("--kind", type=click.Choice([kind.value for kind in ContactKind]), default="other")
@click.option("--also", "aliases", multiple=True, help="Another spelling; may be given again.")
@click.option("--office", default="", help="Where they work.")
@click.option("--city", default="")
@click.option("--answers", type=click.Choice([how.value for how in Answers]), default="unknown")
@click.option("--email", default="")
@click.option("--phone", default="")
@click.option("--note", default="", help="What you know of them.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def add_contact(
    cli: CliContext,
    name: tuple[str, ...],
    *,
    kind: str,
    aliases: tuple[str, ...],
    office: str,
    city: str,
    answers: str,
    email: str,
    phone: str,
    note: str,
    as_json: bool,
) -> None:
    """Add an office or a person by NAME, and print the id.

    For example: contacts add Mara Lind --kind coach --city Leeds. Auditions that name them, or one
    of their other spellings, are theirs.
    """
    known_as = tuple(filter(None, map(clean_line, aliases)))
    plain = Contact(id=new_id(cli.now), name=clean_line(" ".join(name)), kind=ContactKind(kind))
    if not plain.name:
        raise CommandError("Say their name.")
    contact = replace(
        plain,
        aliases=known_as,
        office=clean_line(office),
        city=clean_line(city),
        answers=Answers(answers),
        email=clean_line(email),
        phone=clean_line(phone),
        notes=note,
    )
    with cli.open() as session:
        kept = session.repository.contacts.all()
        there = people_of((), kept)
        asked = Person(contact.id, contact.kind, contact.names, contact, (), ())
        for known in contact.names:
            if why_not_named(asked, known, there):
                raise CommandError(f"A contact called {known} is kept already.")
        asyncio.run(session.ledger.add([contact], f"Saved {contact.name}"))
    words = f"{contact.name}, {contact.kind.word}"
    print_kept(msgspec.to_builtins(contact), words, as_json=as_json)

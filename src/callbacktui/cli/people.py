"""The `people` command: offices and people, what came of them, and who remembers you."""

from typing import Any

import click
from rapidfuzz.process import extractOne

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.kept_records import print_unread
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.text import align_columns, terminal_width, wrap
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.etiquette import may_thank
from callbacktui.domain.moment import today
from callbacktui.domain.people import Person, people_of
from callbacktui.domain.status import headline, status_of
from callbacktui.domain.text import fold
from callbacktui.insight.person_record import Evidence, evidence, person_record

_NEAR = 60
_WIDTH = 96


@click.command("people")
@click.argument("name", nargs=-1)
@click.option("--fans", is_flag=True, help="Only those who think of you, with what shows it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def people_command(cli: CliContext, name: tuple[str, ...], *, fans: bool, as_json: bool) -> None:
    """List offices and people, or tell all about the one whose NAME it is, or a part of it.

    Auditions, settled and open count first auditions; submissions stay out.
    """
    with cli.open(read_only=True) as session:
        kept = session.repository.contacts.all()
        unread = session.repository.contacts.unread
        everyone = people_of(session.ledger.all(), kept, session.repository.practice.all())
        shown = _named(everyone, " ".join(name)) if name else list(everyone)
        numbers_hidden = session.numbers.are_hidden
        shows = {person.id: evidence(person, session.ledger.get) for person in shown}
    if fans:
        shown = [person for person in shown if shows[person.id]]
    if as_json:
        print_json([_document(person, shows[person.id] if fans else None) for person in shown])
    elif name and len(shown) == 1:
        print_lines(_story(shown[0], shows[shown[0].id], cli, numbers_hidden=numbers_hidden))
    elif fans:
        print_lines([line for person in shown for line in _fan(person, shows[person.id], cli)])
    else:
        print_lines(
            align_columns([_row(person, cli, numbers_hidden=numbers_hidden) for person in shown])
        )
    if not shown:
        none = "Nothing noted yet, and that says nothing about you." if fans else "Nobody yet."
        print_message(none)
    print_unread(unread)


def _named(everyone: tuple[Person, ...], name: str) -> list[Person]:
    """Return those with this name; if there are none, those whose names contain it."""
    asked = fold(name)
    exact = [p for p in everyone if asked in map(fold, p.names)]
    found = exact or [p for p in everyone if any(asked in fold(known) for known in p.names)]
    if not found:
        names = {fold(known): known for p in everyone for known in p.names}
        near = extractOne(asked, names.keys(), score_cutoff=_NEAR)
        meant = f" Did you mean {names[near[0]]}?" if near else ""
        raise CommandError(f"No one here is called {name}.{meant}")
    return found


def _row(person: Person, cli: CliContext, *, numbers_hidden: bool) -> tuple[str, ...]:
    record = person_record(person)
    seen = format_day(record.last_seen, today(cli.now)) if record.last_seen else ""
    counted = () if numbers_hidden else (record.sentence() if record.read else "",)
    return person.name, person.kind_word, *counted, seen


def _fan(person: Person, shows: tuple[Evidence, ...], cli: CliContext) -> list[str]:
    return [person.name, *(f"  {line}" for line in _evidence_lines(shows, cli))]


def _evidence_lines(shows: tuple[Evidence, ...], cli: CliContext) -> list[str]:
    days = (format_day(one.day, today(cli.now)) if one.day else "" for one in shows)
    return [", ".join(filter(None, (one.words, day))) for one, day in zip(shows, days, strict=True)]


def _story(
    person: Person, shows: tuple[Evidence, ...], cli: CliContext, *, numbers_hidden: bool
) -> list[str]:
    record, contact = person_record(person), person.record
    seen = f"last seen {format_day(record.last_seen, today(cli.now))}" if record.last_seen else ""
    also = f"also {'; '.join(person.aliases)}" if person.aliases else ""
    facts = (person.kind_word, contact.office, contact.city, contact.answers.sentence, also,
             contact.email, contact.phone, contact.notes)  # fmt: skip
    sentence = "" if numbers_hidden else record.sentence(with_share=True)
    counted = ", ".join(filter(None, (sentence, seen)))
    lines = [person.name]
    for text in (", ".join(filter(None, facts)), counted, *_evidence_lines(shows, cli)):
        lines += [f"  {row}" for row in wrap(text, min(_WIDTH, terminal_width()) - 2)]
    for audition in sorted(person.auditions, key=lambda a: str(a.first_day or ""), reverse=True):
        status = status_of(audition, cli.now, cli.config.silence)
        day = format_day(audition.first_day, today(cli.now)) if audition.first_day else ""
        thanks = "; a thank-you is welcome" if may_thank(audition, today(cli.now)) else ""
        lines.append(f"  {day:<12} {audition.name}: {headline(audition, status, cli.now)}{thanks}")
    return lines


def _document(person: Person, shows: tuple[Evidence, ...] | None) -> dict[str, Any]:
    record = person_record(person)
    document = {
        "id": person.id,
        "name": person.name,
        "kind": person.kind.value,
        "aliases": list(person.aliases),
        "read": record.read,
        "settled": record.callbacks.n,
        "open": record.callbacks.open,
        "callbacks": record.callbacks.k,
        "remembered": record.remembered,
        "last_seen": record.last_seen.isoformat() if record.last_seen else None,
        "answers": person.record.answers.value,
    }
    if shows is not None:
        document["evidence"] = [one.words for one in shows]
    return document

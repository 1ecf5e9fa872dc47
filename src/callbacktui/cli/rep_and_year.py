"""The `rep` and `year` commands: a page for a rep, and a year in review."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, UsageError
from callbacktui.cli.output import print_lines
from callbacktui.cli.output_file import (
    OUTPUT,
    check_new_file,
    form_by_ending,
    not_stdout,
    write_new_file,
)
from callbacktui.cli.read_values import day_of
from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import today
from callbacktui.domain.people import people_of
from callbacktui.domain.printed_page import Page
from callbacktui.domain.text import fold, join_or
from callbacktui.exchange.printed_page_export import PAGE_FORMATS
from callbacktui.insight.rep_page import MOST_WISHES, rep_page
from callbacktui.insight.year_review import year_review

_C = TypeVar("_C", bound=Callable[..., Any])


def _page_options(command: _C) -> _C:
    """Add the options that both pages have."""
    form = click.option(
        "--format", "form", type=click.Choice([*PAGE_FORMATS]), help="Else by the file's ending."
    )
    output = click.option("-o", "--output", "file", type=OUTPUT, help="To this new file.")
    return form(output(command))


@click.command("rep")
@click.option("--for", "name", default="", metavar="NAME", help="Only what this rep has a part in.")
@click.option("--since", default="", metavar="DATE", help="Only what began on that day or later.")
@click.option("--wish", "wishes", multiple=True, help="What you wish for; up to three times.")
@_page_options
@pass_context
def rep_command(
    cli: CliContext,
    name: str,
    *,
    since: str,
    wishes: tuple[str, ...],
    form: str | None,
    file: Path | None,
) -> None:
    """Make one page for your rep: fans by name, what you are called in for, what you booked.

    The days you are out, your materials and their age follow; the counts come last. Nothing under
    NDA is in it.
    """
    if len(wishes) > MOST_WISHES:
        raise UsageError(f"--wish: {MOST_WISHES} wishes fit, and these are {len(wishes)}.")
    first = day_of(since, "--since", cli, past=True)
    with cli.open(read_only=True) as session:
        auditions, contacts = session.ledger.all(), session.repository.contacts.all()
        bookouts, pieces = session.repository.bookouts.all(), session.repository.pieces.all()
        numbers_hidden = session.numbers.are_hidden
    reps = {fold(n): p.names for p in people_of(auditions, contacts) for n in p.names}
    rep = _names_of(name, reps, auditions) if name else ()
    page = rep_page(
        auditions,
        contacts,
        today(cli.now),
        rep=rep,
        since=first,
        wishes=wishes,
        bookouts=bookouts,
        pieces=pieces,
        counts=not numbers_hidden,
    )
    _write(page, form, file)


@click.command("year")
@click.argument("year", required=False, type=click.IntRange(1900, 9999))
@click.option("--no-nda", is_flag=True, help="Leave out what is under NDA.")
@_page_options
@pass_context
def year_command(
    cli: CliContext, year: int | None, *, no_nda: bool, form: str | None, file: Path | None
) -> None:
    """Look back on a YEAR, or on this one: how much, of what kind, for which offices."""
    with cli.open(read_only=True) as session:
        auditions, practice = session.ledger.all(), session.repository.practice.all()
        counts = not session.numbers.are_hidden
    shown = [audition for audition in auditions if not (no_nda and audition.nda)]
    page = year_review(shown, practice, year or today(cli.now).year, counts=counts)
    _write(page, form, file)


def _names_of(
    name: str, reps: Mapping[str, tuple[str, ...]], auditions: Iterable[Audition]
) -> tuple[str, ...]:
    """Return the names of the rep whose name it is, or a part of it."""
    if names := reps.get(fold(name)):
        return names
    whole = {fold(audition.rep): audition.rep for audition in auditions if audition.rep}
    found = sorted(rep for key, rep in whole.items() if fold(name) in key)
    if not found:
        raise CommandError(f"No audition names {name}.")
    if len({reps[fold(rep)] for rep in found}) > 1:
        raise CommandError(f"{name} could be {join_or(found)}. Say the whole name.")
    return reps[fold(found[0])]


def _write(page: Page, form: str | None, file: Path | None) -> None:
    text = PAGE_FORMATS[form_by_ending(file, form, PAGE_FORMATS, "txt")](page)
    file = not_stdout(file)
    check_new_file(file)
    if file:
        write_new_file(file, text.encode())
    else:
        print_lines(text.rstrip("\n").split("\n"))

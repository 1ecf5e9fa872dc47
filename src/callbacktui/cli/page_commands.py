"""The `advice import` and `advice remove` commands: the actor's own pages in the library."""

import asyncio
from pathlib import Path

import click

from callbacktui.advice.library.library import open_library
from callbacktui.advice.pages.importing import PageOutcome
from callbacktui.advice.pages.pages_by_slug import PageCollection
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.page_import import PagesImported, import_pages


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def advice_import(cli: CliContext, files: tuple[Path, ...], *, as_json: bool) -> None:
    """Import pages that you saved as plain text, Markdown or HTML.

    Each is kept word for word, for you alone. Importing one again updates it. Files that are not
    pages are named, and the others are kept.
    """
    with cli.open() as session:
        came = asyncio.run(import_pages(files, session, open_library()))
    if as_json:
        print_json(_document(came))
    else:
        print_lines(f"{b.page.slug}  {b.page.title} ({b.outcome.value})" for b in came.imported)
    for unread in came.unread:
        print_message(unread.words)
    if came.unread:
        raise CommandError(f"Not imported: {len(came.unread)} of {len(files)}.")


@click.command("remove")
@click.argument("slug")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def advice_remove(cli: CliContext, slug: str, *, as_json: bool) -> None:
    """Remove one of your own pages, after a backup that still has it."""
    library = open_library()
    with cli.open() as session:
        copy = PageCollection(session.repository.pages.all(), library.slugs).get(slug)
        if copy is None:
            ours = slug in library.slugs
            reason = "It came with the program" if ours else "advice list names those there are"
            raise CommandError(f"No page of your own is called {slug!r}. {reason}.")
        backup = session.repository.back_up(cli.now, "removal")
        removal = session.ledger.remove([copy.kept.id], f"Removed {copy.page.title}", ImportedPage)
        asyncio.run(removal)
    if as_json:
        print_json({"slug": slug, "title": copy.page.title, "backup": backup.name})
        return
    print_lines([f"Removed {copy.page.title}."])
    print_message(f"The backup {backup.name} still has it.")


def _document(came: PagesImported) -> dict[str, object]:
    return {
        **{outcome.value: came.count(outcome) for outcome in PageOutcome},
        "unreadable": len(came.unread),
        "pages": [
            {
                "slug": brought.page.slug,
                "title": brought.page.title,
                "source": brought.page.source,
                "kind": brought.page.kind.value,
                "outcome": brought.outcome.value,
            }
            for brought in came.imported
        ],
        "unreadable_files": [
            {"file": unread.file, "reason": unread.reason, "mend": unread.mend}
            for unread in came.unread
        ],
    }

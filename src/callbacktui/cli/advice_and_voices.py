"""The `advice` and `voices` commands: the library as text."""

from typing import Any

import click

from callbacktui.advice.library.article import Article, as_entry
from callbacktui.advice.library.errors import ArticleError
from callbacktui.advice.library.voices import as_document
from callbacktui.advice.pages import pages_by_slug
from callbacktui.cli.click_extensions import ListGroup
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.open_library import open_library_with_pages, page_lines
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.page_commands import advice_import, advice_remove
from callbacktui.cli.text import align_columns, wrap_paragraphs


@click.group("advice", cls=ListGroup)
def advice_command() -> None:
    """Read the articles in the library, and pages of your own."""


advice_command.add_command(advice_import)
advice_command.add_command(advice_remove)


@advice_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def advice_list(cli: CliContext, *, as_json: bool) -> None:
    """List every article and every page of your own, with its slug."""
    shelf = open_library_with_pages(cli)
    articles, own = shelf.library.articles, shelf.library.own
    if as_json:
        marked = shelf.bookmarks
        theirs = [as_entry(a, bookmarked=f"article:{a.slug}" in marked) for a in articles]
        yours = [pages_by_slug.as_entry(c, bookmarked=f"page:{c.slug}" in marked) for c in own]
        print_json([*theirs, *yours])
        return
    rows = [(article.slug, article.title) for article in articles]
    print_lines(align_columns([*rows, *((c.slug, f"{c.page.title} (your own page)") for c in own)]))


@advice_command.command("read")
@click.argument("slug")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def advice_read(cli: CliContext, slug: str, *, as_json: bool) -> None:
    """Read the article, or the page of your own, with that SLUG."""
    library = open_library_with_pages(cli).library
    try:
        document = library.document(slug)
        copy = library.own.get(slug)
        article = None if copy else library.article(slug)
    except ArticleError as error:
        raise CommandError(str(error)) from error
    if as_json:
        print_json(document)
    elif article:
        _print_article(article, document)
    elif copy:
        print_lines(page_lines(copy))


def _print_article(article: Article, document: dict[str, Any]) -> None:
    head = [article.title, article.subtitle, f"By {article.author}" if article.author else ""]
    print_lines(line for line in head if line)
    if article.lead:
        print_lines(["", *wrap_paragraphs(article.lead)])
    for section in article.sections:
        print_lines(["", section.title.upper(), *wrap_paragraphs(section.text)])
    told = " ".join(" ".join(section.text.split()) for section in article.sections)
    sayings = [
        f"{said['speaker']}, {said['trade']}: {said['words']}"
        for said in document["sayings"]
        if said["speaker"] not in told
    ]
    if sayings:
        print_lines(
            [
                "",
                "VOICES, IN OUR WORDS",
                *(row for said in sayings for row in wrap_paragraphs(f"- {said}")),
            ]
        )
    if article.credit:
        print_lines(["", *wrap_paragraphs(f"Answers {article.credit}.")])
    if article.sources:
        lines = (line for source in article.sources for line in wrap_paragraphs(f"- {source}"))
        print_lines(["", "SOURCES", *lines])


@advice_command.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def advice_search(cli: CliContext, words: tuple[str, ...], *, as_json: bool) -> None:
    """Find WORDS in the articles, the voices, the glossary and your own pages."""
    from callbacktui.advice.library.search_results import as_document

    try:
        found = open_library_with_pages(cli).library.index.search(" ".join(words))
    except ArticleError as error:
        raise CommandError(str(error)) from error
    if found.note:
        print_message(found.note)
    if as_json:
        print_json([as_document(hit) for hit in found.hits])
        return
    for number, hit in enumerate(found.hits):
        where = f"{hit.slug} {hit.section}".rstrip()
        print_lines([""] if number else [])
        print_lines([f"{hit.title} ({hit.kind}: {where})", *wrap_paragraphs(hit.snippet)])
    if not found.hits and not found.note:
        print_lines(["Type a word or two to search for."])


@click.command("voices")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def voices_command(cli: CliContext, *, as_json: bool) -> None:
    """List the voices: one point by each of them, then the quotations on your own pages."""
    library = open_library_with_pages(cli).library
    voices = [as_document(voice) for voice in library.voices]
    quoted = [voice for copy in library.own for voice in pages_by_slug.as_voices(copy)]
    if as_json:
        print_json([*voices, *quoted])
        return
    for number, voice in enumerate((*voices, *quoted)):
        point = f"“{voice['point']}”" if number >= len(voices) else voice["point"]
        print_lines([""] if number else [])
        print_lines([", ".join(dict.fromkeys(filter(None, (voice["name"], voice["trade"]))))])
        print_lines([*wrap_paragraphs(point), f"  {voice['told_in']}"])

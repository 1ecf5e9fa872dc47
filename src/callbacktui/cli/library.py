"""`advice` and `voices`: the library, read without the screen."""

from typing import Any

import click

from callbacktui.advice.library.article import Article, as_entry
from callbacktui.advice.library.errors import ArticleError
from callbacktui.advice.library.voices import as_document
from callbacktui.advice.pages import collection as own_pages
from callbacktui.cli.context import Desk, pass_desk
from callbacktui.cli.errors import Refusal
from callbacktui.cli.library_text import open_shelf, page_lines
from callbacktui.cli.list_group import ListGroup
from callbacktui.cli.output import put, put_json
from callbacktui.cli.page_commands import advice_import, advice_remove
from callbacktui.cli.text import ruled, wrapped


@click.group("advice", cls=ListGroup)
def advice_command() -> None:
    """Read the articles in the library, and pages of your own."""


advice_command.add_command(advice_import)
advice_command.add_command(advice_remove)


@advice_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_desk
def advice_list(desk: Desk, *, as_json: bool) -> None:
    """List every article and every page of your own by its slug."""
    shelf = open_shelf(desk)
    articles, own = shelf.library.articles, shelf.library.own
    if as_json:
        marked = shelf.bookmarks
        theirs = [as_entry(a, bookmarked=f"article:{a.slug}" in marked) for a in articles]
        yours = [own_pages.as_entry(c, bookmarked=f"page:{c.slug}" in marked) for c in own]
        put_json([*theirs, *yours])
        return
    rows = [(article.slug, article.title) for article in articles]
    put(ruled([*rows, *((c.slug, f"{c.page.title} (your own page)") for c in own)]))


@advice_command.command("read")
@click.argument("slug")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_desk
def advice_read(desk: Desk, slug: str, *, as_json: bool) -> None:
    """Read the article, or the page of your own, of that SLUG."""
    library = open_shelf(desk).library
    try:
        document = library.document(slug)
        copy = library.own.get(slug)
        article = None if copy else library.article(slug)
    except ArticleError as error:
        raise Refusal(str(error)) from error
    if as_json:
        put_json(document)
    elif article:
        _put_article(article, document)
    elif copy:
        put(page_lines(copy))


def _put_article(article: Article, document: dict[str, Any]) -> None:
    head = [article.title, article.subtitle, f"By {article.author}" if article.author else ""]
    put(line for line in head if line)
    if article.lead:
        put(["", *wrapped(article.lead)])
    for section in article.sections:
        put(["", section.title.upper(), *wrapped(section.text)])
    sayings = [f"{s['speaker']}, {s['trade']}: {s['words']}" for s in document["sayings"]]
    if sayings:
        put(
            [
                "",
                "VOICES, IN OUR WORDS",
                *(row for said in sayings for row in wrapped(f"- {said}")),
            ]
        )
    if article.credit:
        put(["", *wrapped(f"Answers {article.credit}.")])


@advice_command.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_desk
def advice_search(desk: Desk, words: tuple[str, ...], *, as_json: bool) -> None:
    """Find WORDS in the articles, the voices, the glossary and your own pages."""
    from callbacktui.advice.library import search  # SQLite only where something is looked for

    try:
        hits = open_shelf(desk).library.index.search(" ".join(words))
    except ArticleError as error:
        raise Refusal(str(error)) from error
    if as_json:
        put_json([search.as_document(hit) for hit in hits])
        return
    for number, hit in enumerate(hits):
        where = f"{hit.slug} {hit.section}".rstrip()
        put([""] if number else [])
        put([f"{hit.title} ({hit.kind}: {where})", *wrapped(hit.snippet)])
    if not hits:
        put(["Nothing in the library has those words."])


@click.command("voices")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_desk
def voices_command(desk: Desk, *, as_json: bool) -> None:
    """List the voices: people of the trade, one point of each; then those on your own pages."""
    library = open_shelf(desk).library
    voices = [as_document(voice) for voice in library.voices]
    quoted = [voice for copy in library.own for voice in own_pages.as_voices(copy)]
    if as_json:
        put_json([*voices, *quoted])
        return
    for number, voice in enumerate((*voices, *quoted)):
        point = f"“{voice['point']}”" if number >= len(voices) else voice["point"]
        put([""] if number else [])
        put([", ".join(dict.fromkeys(filter(None, (voice["name"], voice["trade"]))))])
        put([*wrapped(point), f"  {voice['told_in']}"])

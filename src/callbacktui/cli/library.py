"""`advice` and `voices`: the library, read without the screen."""

import re
import textwrap

import click

from callbacktui.advice.article import as_entry
from callbacktui.advice.errors import ArticleError
from callbacktui.advice.library import open_library
from callbacktui.advice.voices import as_document
from callbacktui.cli.columns import ruled
from callbacktui.cli.out import put, put_json
from callbacktui.cli.refusal import Refusal

_LINE_WIDTH = 88


@click.group("advice")
def advice_command() -> None:
    """Read the articles in the library."""


@advice_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def advice_list(*, as_json: bool) -> None:
    """List every article by its slug."""
    articles = open_library().articles
    if as_json:
        put_json([as_entry(article) for article in articles])
        return
    put(ruled([(article.slug, article.title) for article in articles]))


@advice_command.command("read")
@click.argument("slug")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def advice_read(slug: str, *, as_json: bool) -> None:
    """Read the article of that SLUG."""
    library = open_library()
    try:
        document = library.document(slug)
        article = library.article(slug)
    except ArticleError as error:
        raise Refusal(str(error)) from error
    if as_json:
        put_json(document)
        return
    head = [article.title, article.subtitle, f"By {article.author}" if article.author else ""]
    put(line for line in head if line)
    if article.lead:
        put(["", *_wrapped(article.lead)])
    for section in article.sections:
        put(["", section.title.upper(), *_wrapped(section.text)])
    sayings = [f"{s['speaker']}, {s['trade']}: {s['words']}" for s in document["sayings"]]
    if sayings:
        put(
            [
                "",
                "VOICES, IN OUR WORDS",
                *(row for said in sayings for row in _wrapped(f"- {said}")),
            ]
        )
    if article.credit:
        put(["", *_wrapped(f"Answers {article.credit}.")])


@advice_command.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def advice_search(words: tuple[str, ...], *, as_json: bool) -> None:
    """Find WORDS in the articles, the voices and the glossary."""
    from callbacktui.advice import search  # SQLite only where something is looked for

    try:
        hits = open_library().index.search(" ".join(words))
    except ArticleError as error:
        raise Refusal(str(error)) from error
    if as_json:
        put_json([search.as_document(hit) for hit in hits])
        return
    for number, hit in enumerate(hits):
        where = f"{hit.slug} {hit.section}".rstrip()
        put([""] if number else [])
        put([f"{hit.title} ({hit.kind}: {where})", *_wrapped(hit.snippet)])
    if not hits:
        put(["Nothing in the library has those words."])


@click.command("voices")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def voices_command(*, as_json: bool) -> None:
    """List the voices: people of the trade, one point of each."""
    voices = open_library().voices
    if as_json:
        put_json([as_document(voice) for voice in voices])
        return
    for number, voice in enumerate(voices):
        put([""] if number else [])
        put([f"{voice.name}, {voice.trade}", *_wrapped(voice.point), f"  {voice.told_in}"])


def _wrapped(text: str) -> list[str]:
    """The text in lines that are easy to read; paragraphs and list points stay apart."""
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines += [""] if lines else []
        for part in re.split(r"\n(?=[-*+] )", block):
            hanging = "  " if part.startswith(("- ", "* ", "+ ")) else ""
            lines += textwrap.wrap(part, _LINE_WIDTH, subsequent_indent=hanging)
    return lines

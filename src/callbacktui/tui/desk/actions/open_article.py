"""Opening a page of the library on top of the desk."""

import asyncio
from functools import partial

from textual.geometry import Region

from callbacktui.advice.library.errors import ArticleError
from callbacktui.advice.library.library import Library
from callbacktui.advice.library.search_entries import PageKind
from callbacktui.advice.tips.article_titles import TITLES
from callbacktui.tui.library.article_pane import Typesetting
from callbacktui.tui.library.bookmarks import Bookmarks
from callbacktui.tui.library.reader_screen import ReaderScreen
from callbacktui.tui.library.typeset_article import typeset_article
from callbacktui.tui.library.typeset_imported_page import typeset_imported_page
from callbacktui.tui.library.typeset_voice_or_term import Onward, term_page
from callbacktui.tui.shell.desk_protocol import CommandContext


async def open_article(desk: CommandContext, slug: str, section: str = "") -> None:
    """Show the article `slug` at `section`, or from its top; report if it cannot be read."""
    try:
        title, setting = await asyncio.to_thread(_setting, desk.tips.library, slug)
    except ArticleError as trouble:
        desk.say(str(trouble), failed=True)
        return
    name = f"{PageKind.PAGE if slug in desk.tips.library.own else PageKind.ARTICLE}:{slug}"
    await _read(desk, title, setting, name=name, section=section)


async def open_term(desk: CommandContext, slug: str, at: Region) -> None:
    """Explain a glossary term on a card beside it, then open its article if the actor reads on."""
    term = next((term for term in desk.tips.library.glossary if term.slug == slug), None)
    if term is None:
        return
    onward = TITLES.get(term.see, "")
    setting = partial(term_page, term, Onward(desk.keys["reader_onward"], onward))
    name = f"{PageKind.TERM}:{slug}"
    if await _read(desk, term.term, setting, name=name, leads_on=bool(onward), beside=at):
        await open_article(desk, term.see)


async def _read(
    desk: CommandContext,
    title: str,
    setting: Typesetting,
    *,
    name: str,
    section: str = "",
    leads_on: bool = False,
    beside: Region | None = None,
) -> bool:
    """Open a page on top of the desk; true if the actor reads on from it."""
    page = ReaderScreen(
        title,
        setting,
        section=section,
        bookmarks=Bookmarks(desk.session.memory),
        name=name,
        leads_on=leads_on,
        beside=beside,
        glyphs=desk.glyphs,
        keys=desk.session.config.keys,
    )
    reads_on = await desk.ask(page)
    return bool(reads_on)


def _setting(library: Library, slug: str) -> tuple[str, Typesetting]:
    if copy := library.own.get(slug):
        return copy.page.title, partial(typeset_imported_page, copy)
    article = library.article(slug)
    return article.title, partial(typeset_article, article, library.voices)

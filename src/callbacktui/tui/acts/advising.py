"""Reading: a page of the library over the desk, opened at the section that is wanted."""

import asyncio
from functools import partial

from callbacktui.advice import search
from callbacktui.advice.errors import ArticleError
from callbacktui.advice.titles import TITLES
from callbacktui.tui.bookmarks import Bookmarks
from callbacktui.tui.desk import Desk
from callbacktui.tui.screens.reader import ReaderScreen
from callbacktui.tui.views.article import typeset
from callbacktui.tui.views.short_pages import term_page


async def open_article(desk: Desk, slug: str, section: str = "") -> None:
    """Show the article `slug` at `section`, or from its top; say so where it cannot be read."""
    try:
        article = await asyncio.to_thread(desk.library.article, slug)
        voices = await asyncio.to_thread(lambda: desk.library.voices)
    except ArticleError as trouble:
        desk.say(str(trouble), failed=True)
        return
    page = ReaderScreen(
        article.title,
        partial(typeset, article, voices),
        section=section,
        bookmarks=Bookmarks(desk.workplace.memory),
        name=f"{search.ARTICLE}:{slug}",
        glyphs=desk.glyphs,
        keys=desk.workplace.config.keys,
    )
    await desk.ask(page)


async def open_term(desk: Desk, slug: str) -> None:
    """Show what a word of the trade means, and from there, where wanted, its article."""
    term = next((term for term in desk.library.glossary if term.slug == slug), None)
    if term is None:
        return
    title = TITLES.get(term.see, "")
    page = ReaderScreen(
        term.term,
        partial(term_page, term, title),
        bookmarks=Bookmarks(desk.workplace.memory),
        name=f"{search.TERM}:{slug}",
        leads_on=bool(title),
        glyphs=desk.glyphs,
        keys=desk.workplace.config.keys,
    )
    if await desk.ask(page):
        await open_article(desk, term.see)

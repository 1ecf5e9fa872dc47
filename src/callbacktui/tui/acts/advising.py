"""Reading: an article or an own page of the library, opened at the section that is wanted."""

import asyncio
from functools import partial

from callbacktui.advice.errors import ArticleError
from callbacktui.advice.library import Library
from callbacktui.tui.desk import Desk
from callbacktui.tui.reading import Typesetting
from callbacktui.tui.screens.reader import ReaderScreen
from callbacktui.tui.views.article import typeset
from callbacktui.tui.views.own_page import page_typeset


async def open_article(desk: Desk, slug: str, section: str = "") -> None:
    """Show the article `slug` at `section`, or from its top; say so where it cannot be read."""
    try:
        title, setting = await asyncio.to_thread(_setting, desk.library, slug)
    except ArticleError as trouble:
        desk.say(str(trouble), failed=True)
        return
    keys = desk.workplace.config.keys
    await desk.ask(ReaderScreen(title, setting, section=section, glyphs=desk.glyphs, keys=keys))


def _setting(library: Library, slug: str) -> tuple[str, Typesetting]:
    if copy := library.own.get(slug):
        return copy.page.title, partial(page_typeset, copy)
    article = library.article(slug)
    return article.title, partial(typeset, article, library.voices)

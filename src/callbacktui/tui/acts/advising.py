"""Reading: an article of the library, opened at the section that is wanted."""

import asyncio

from callbacktui.advice.errors import ArticleError
from callbacktui.tui.desk import Desk
from callbacktui.tui.screens.reader import ReaderScreen


async def open_article(desk: Desk, slug: str, section: str = "") -> None:
    """Show the article `slug` at `section`, or from its top; say so where it cannot be read."""
    try:
        article = await asyncio.to_thread(desk.library.article, slug)
        voices = await asyncio.to_thread(lambda: desk.library.voices)
    except ArticleError as trouble:
        desk.say(str(trouble), failed=True)
        return
    keys = desk.workplace.config.keys
    await desk.ask(ReaderScreen(article, voices, section=section, glyphs=desk.glyphs, keys=keys))

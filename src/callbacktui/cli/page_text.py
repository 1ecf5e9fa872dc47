"""One of the actor's own pages as plain lines for a terminal, its words as they stand in it."""

import re
from collections.abc import Iterator
from typing import Final

from callbacktui.advice.own_pages import Copy
from callbacktui.advice.page import Related
from callbacktui.cli.prose import wrapped

_HEADING: Final = re.compile(r"^#{1,6} ", re.MULTILINE)


def page_lines(copy: Copy) -> Iterator[str]:
    """The page: head, sections, those who are quoted, and the posts it points to."""
    page = copy.page
    yield page.title
    yield from filter(None, (page.subtitle, f"By {page.author}" if page.author else ""))
    if page.credit:
        yield f"Photo: {page.credit}"
    for section in page.sections:
        yield from ("", section.title.upper()) if section.title else ("",)
        yield from wrapped(_HEADING.sub("", section.text))
    if page.sayings:
        yield from ("", "SAID ON THIS PAGE, WORD FOR WORD")
        for saying in page.sayings:
            whose = ", ".join(filter(None, (saying.speaker, saying.trade)))
            yield from wrapped(f"- {whose}: “{saying.words}”")
    if page.related:
        yield from ("", "IT POINTS TO")
        for post in page.related:
            yield from wrapped(f"- {_told(post)}")
    yield ""
    yield f"Your own page, from {copy.kept.source}, brought in {copy.kept.imported_at[:10]}."


def _told(post: Related) -> str:
    by = f", by {post.author}" if post.author else ""
    return f"{post.title}{by}{f': {post.teaser}' if post.teaser else ''}"

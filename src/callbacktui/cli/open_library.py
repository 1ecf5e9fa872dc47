"""Opens the library with the actor's own pages, and formats a page as text."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from callbacktui.advice.library.library import Library, open_library
from callbacktui.advice.pages.pages_by_slug import CollectedPage
from callbacktui.advice.pages.parsed_page import Related
from callbacktui.cli.context import CliContext
from callbacktui.cli.errors import StoreUnavailable
from callbacktui.cli.output import print_message
from callbacktui.cli.text import wrap_paragraphs


class CliLibrary(msgspec.Struct, frozen=True):
    """The library, and the names of bookmarked articles and pages: "article:a-slug"."""

    library: Library
    bookmarks: frozenset[str] = frozenset()


def open_library_with_pages(cli: CliContext) -> CliLibrary:
    """Open the library with the actor's own pages; without them if the store cannot be opened."""
    library = open_library()
    try:
        with cli.open(read_only=True) as session:
            library.set_pages(session.repository.pages.all())
            for id_, reason in session.repository.pages.unread:
                print_message(
                    f"One of your pages cannot be read and was left as it is: {id_}, {reason}."
                )
            marked = session.memory.get("bookmarks", [""])
    except StoreUnavailable as trouble:
        print_message(f"{trouble.message} Your own pages are not on the shelf.")
        return CliLibrary(library)
    return CliLibrary(library, frozenset(name for name in marked if isinstance(name, str)))


_HEADING: Final = re.compile(r"^#{1,6} ", re.MULTILINE)


def page_lines(copy: CollectedPage) -> Iterator[str]:
    """Yield the lines of a page: its head, sections, and related posts."""
    page = copy.page
    yield page.title
    yield from filter(None, (page.subtitle, f"By {page.author}" if page.author else ""))
    if page.credit:
        yield f"Photo: {page.credit}"
    for section in page.sections:
        yield from ("", section.title.upper()) if section.title else ("",)
        yield from wrap_paragraphs(_HEADING.sub("", section.text))
    if page.related:
        yield from ("", "IT POINTS TO")
        for post in page.related:
            yield from wrap_paragraphs(f"- {_format_post(post)}")
    yield ""
    yield f"Your own page, from {copy.kept.source}, imported {copy.kept.imported_at[:10]}."


def _format_post(post: Related) -> str:
    by = f", by {post.author}" if post.author else ""
    return f"{post.title}{by}{f': {post.teaser}' if post.teaser else ''}"

"""The page that is open in the library, with its reading position and bookmark."""

from callbacktui.advice.library.search_entries import PageKind
from callbacktui.advice.pages.pages_by_slug import CollectedPage
from callbacktui.tui.library.article_pane import ArticlePane
from callbacktui.tui.library.bookmarks import Bookmarks, ReadingPosition
from callbacktui.tui.library.catalog import LibraryCatalog, blank, name
from callbacktui.tui.library.shelf_view import PageRef

_WITH_PLACES = {PageKind.ARTICLE, PageKind.PAGE}


class OpenPage:
    """The page shown in an `ArticlePane`; `opens` refers to it, `None` if there is none."""

    def __init__(self, pane: ArticlePane, bookmarks: Bookmarks) -> None:
        self.opens: PageRef | None = None
        self.bookmarks = bookmarks
        self._pane = pane
        self._catalog: LibraryCatalog | None = None
        self._is_read = False

    def put(self, catalog: LibraryCatalog) -> None:
        """Use another catalog, and close the open page."""
        self.opens, self._catalog = None, catalog
        self._pane.open("", blank)

    def turn_to(self, opens: PageRef) -> None:
        """Open a page at its reading position or search result, unless it is open already."""
        if self._catalog is None or opens == self.opens:
            return
        self.leave()
        self.opens = opens
        place = self.bookmarks.place(name(opens))
        position = ReadingPosition(opens.section) if opens.section else place
        self._pane.open(*self._catalog.page(opens), position, opens.words)

    def close(self) -> None:
        """Close the page and save its reading position."""
        if self.opens is not None:
            self.leave()
            self.opens = None
            self._pane.open("", blank)

    def turn_onward(self) -> bool:
        """Go from a voice or a term to its article; false if there is none."""
        onward = self._catalog.onward(self.opens) if self._catalog and self.opens else None
        if onward:
            self.turn_to(onward)
        return onward is not None

    def read(self) -> None:
        """Note that the actor reads the page, if it has the focus."""
        self._is_read = self._is_read or self._pane.has_focus

    def leave(self) -> None:
        """Save the reading position, if the page was read."""
        if self._is_read and self.opens and self.opens.kind in _WITH_PLACES:
            self.bookmarks.leave(name(self.opens), self._pane.position)
        self._is_read = self._pane.has_focus

    @property
    def own(self) -> CollectedPage | None:
        """The page, if it is an imported one."""
        return self._catalog.own_page(self.opens) if self._catalog and self.opens else None

    def toggle_bookmark(self) -> str:
        """Set or remove the bookmark; return a message, empty if no page is open."""
        if self.opens is None:
            return ""
        is_in = self.bookmarks.toggle(name(self.opens))
        return f"{'Bookmarked' if is_in else 'Bookmark removed'}: {self._pane.heading}"

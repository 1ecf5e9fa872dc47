"""What lies open in the library: its place is kept once it was read, and a bookmark put into it."""

from callbacktui.advice.library import search
from callbacktui.advice.pages.collection import CollectedPage
from callbacktui.tui.library.article_pane import ArticlePane
from callbacktui.tui.library.bookmarks import Bookmarks, ReadingPosition
from callbacktui.tui.library.catalog import LibraryCatalog, blank, name
from callbacktui.tui.library.shelf_view import PageRef

_WITH_PLACES = {search.ARTICLE, search.PAGE}


class OpenPage:
    """One page of the shelf in a reading; `opens` says which, and it is `None` before the first."""

    def __init__(self, reading: ArticlePane, bookmarks: Bookmarks) -> None:
        self.opens: PageRef | None = None
        self.bookmarks = bookmarks
        self._reading = reading
        self._shelving: LibraryCatalog | None = None
        self._is_read = False

    def put(self, shelving: LibraryCatalog) -> None:
        """Take pages from another shelf; what lay open is closed."""
        self.opens, self._shelving = None, shelving
        self._reading.open("", blank)

    def turn_to(self, opens: PageRef) -> None:
        """Open a page where it was left or where words were found, unless it lies open already."""
        if self._shelving is None or opens == self.opens:
            return
        self.leave()
        self.opens = opens
        place = self.bookmarks.place(name(opens))
        mark = ReadingPosition(opens.section) if opens.section else place
        self._reading.open(*self._shelving.page(opens), mark, opens.words)

    def close(self) -> None:
        """Let nothing lie open; the place in what did is kept."""
        if self.opens is not None:
            self.leave()
            self.opens = None
            self._reading.open("", blank)

    def turn_onward(self) -> bool:
        """From a voice or a term on to its article; false where the page leads nowhere."""
        onward = self._shelving.onward(self.opens) if self._shelving and self.opens else None
        if onward:
            self.turn_to(onward)
        return onward is not None

    def read(self) -> None:
        """The actor may have read in it from here on."""
        self._is_read = self._is_read or self._reading.has_focus

    def leave(self) -> None:
        """Keep the place, if it was read."""
        if self._is_read and self.opens and self.opens.kind in _WITH_PLACES:
            self.bookmarks.leave(name(self.opens), self._reading.mark)
        self._is_read = self._reading.has_focus

    @property
    def own(self) -> CollectedPage | None:
        """The page, where it is one of the actor's own."""
        return self._shelving.own_page(self.opens) if self._shelving and self.opens else None

    def toggle_bookmark(self) -> str:
        """Put a bookmark in, or take it out; the words that say which, or none without a page."""
        if self.opens is None:
            return ""
        is_in = self.bookmarks.toggle(name(self.opens))
        return f"{'Bookmarked' if is_in else 'No bookmark any more'}: {self._reading.heading}"

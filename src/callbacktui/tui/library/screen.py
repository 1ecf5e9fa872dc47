"""The library screen: articles, voices and glossary terms, with the open page beside the shelf."""

import asyncio
from collections.abc import Awaitable
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Label

from callbacktui.advice.library.errors import ArticleError
from callbacktui.advice.library.library import Library
from callbacktui.advice.library.search_entries import PageKind
from callbacktui.advice.pages.pages_by_slug import CollectedPage
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.session import Session
from callbacktui.tui.commands.command import Place, Requirement, bindings
from callbacktui.tui.commands.library import LIBRARY
from callbacktui.tui.commands.registry import PROGRAM, ROOMS
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.components.panes import Panes
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.library.article_pane import ArticlePane
from callbacktui.tui.library.bookmarks import Bookmarks
from callbacktui.tui.library.catalog import LibraryCatalog, LibraryContext, View, view_titles
from callbacktui.tui.library.current_page import OpenPage
from callbacktui.tui.library.import_and_remove_pages import (
    PagesChanged,
    import_page,
    remove_page,
    with_own_pages,
)
from callbacktui.tui.library.key_hints import finding_keys, reading_keys, searching_keys, shelf_keys
from callbacktui.tui.library.referring_auditions import go_to_audition
from callbacktui.tui.library.search_input import SearchInput
from callbacktui.tui.library.shelf_list import Shelf
from callbacktui.tui.library.shelf_view import PageRef, ShelfItem
from callbacktui.tui.runtime.debounce import Debouncer
from callbacktui.tui.shell.base_screen import BaseScreen
from callbacktui.tui.shell.undo import redo, undo
from callbacktui.tui.theme.glyphs import Glyphs

_SHELF, _PAGE = 0, 1
_VIEWS: Final = tuple(View)


class LibraryScreen(BaseScreen):
    """The shelf at the left and the open page at the right; only one in a narrow window."""

    CSS_PATH = "library.tcss"
    NAV_COMMAND = "room_library"
    PALETTE_COMMANDS = (*LIBRARY, *ROOMS, *PROGRAM)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PALETTE_COMMANDS)]

    def __init__(
        self, session: Session, glyphs: Glyphs, library: Library, context: LibraryContext
    ) -> None:
        super().__init__(session, glyphs)
        self.library = library
        self._line = SearchInput()
        self._shelf = Shelf(glyphs, id="shelf")
        self._page = ArticlePane(glyphs, id="page")
        self._library_context = context
        self._open = OpenPage(self._page, Bookmarks(session.memory))
        self._catalog: LibraryCatalog | None = None
        self._view = View.ARTICLES
        self._words = self._head = ""
        self._is_finding = False
        self.catching_up = Debouncer(self, self._turn_to_cursor)

    def compose(self) -> ComposeResult:
        yield TopBar(self.glyphs, id="top")
        with Horizontal(id="search"):
            yield Label("/", markup=False)
            yield self._line
        with Panes(id="books"):
            yield self._shelf
            yield self._page
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Focus the shelf and load the library."""
        self._shelf.focus()
        self._entitle()
        self.enqueue(self.fill())
        themes = self.app.theme_changed_signal
        themes.subscribe(self._shelf, lambda _: self._shelf.restyle())
        themes.subscribe(self._page, lambda _: self._page.restyle())

    def on_unmount(self) -> None:
        """Save the reading position."""
        self._open.leave()

    async def fill(self, opens: PageRef | None = None) -> None:
        """Load the catalog and list it, with the cursor at `opens` if that is listed."""
        repository = self.session.repository
        try:
            there = (
                self._open.bookmarks,
                self._library_context,
                self.glyphs,
                self.keys["library_open"],
            )
            self._catalog = await asyncio.to_thread(
                lambda: LibraryCatalog(with_own_pages(self.library, repository), *there)
            )
        except (ArticleError, OSError) as trouble:
            self.say(str(trouble), failed=True)
            return
        self.query_one(TopBar).summary = self._catalog.summary
        self._open.put(self._catalog)
        if opens:
            self.action_view(_VIEWS.index(View.PAGES))
        self._lay_out(ShelfItem("", opens) if opens else self._shelf.here)

    @property
    def own_page(self) -> CollectedPage | None:
        """The imported page that is open or under the cursor."""
        self._turn_to_cursor()
        return self._open.own

    def missing_for(self, need: Requirement) -> str | None:
        """What is missing among the actor's own pages."""
        if need is Requirement.OWN_PAGE and self.own_page is None:
            shows = self.keys["library_pages"]
            return f"Only pages of your own can be removed; {shows} shows them."
        return super().missing_for(need)

    def run_command(self, id_: str) -> None:
        """Import a page, remove one, or undo and redo the last change."""
        if id_ == "library_bring_in":
            self.enqueue(self._change_pages(import_page(self, self.library)))
        elif id_ in {"library_put_back", "library_redo"}:
            self.enqueue(self._undo(back=id_ == "library_put_back"))
        elif own := self.own_page:
            self.enqueue(self._change_pages(remove_page(self, own)))

    async def _change_pages(self, change: Awaitable[PagesChanged | None]) -> None:
        if changed := await change:
            await self.fill(changed.opens)
            self.say(changed.words, failed=changed.failed)

    async def _undo(self, *, back: bool) -> None:
        """Undo or redo the last change, and list the pages again."""
        ledger = self.session.ledger
        step = ledger.next_undo if back else ledger.next_redo
        await (undo if back else redo)(self)
        ids = [change.id for change in step.changes] if step else []
        pages = (self.session.repository.get(ImportedPage, id_) for id_ in ids)
        slugs = (page.slug for page in pages if isinstance(page, ImportedPage))
        slug = next(slugs, "")
        await self.fill(PageRef(PageKind.PAGE, slug) if slug else None)

    def _lay_out(self, at: ShelfItem | None = None) -> None:
        """List the search results, or else the current view, with the cursor at `at`."""
        if catalog := self._catalog:
            items = catalog.found(self._words) if self._words else catalog.items(self._view)
            self._shelf.empty_words = catalog.empty_words(self.keys)
            self._shelf.show(items, at or catalog.first(items))
            self._entitle()

    def _entitle(self) -> None:
        """Update the titles of the panes, the number of results and the key hints."""
        views = view_titles(None if self._words else self._view, self.keys)
        found = f"{self._shelf.count} found" if self._words else ""
        self._shelf.border_title = views
        self._shelf.border_subtitle = Content(found)
        self._page.border_title = Content(self._head)
        self._show_keys()

    def _turn_to_cursor(self) -> None:
        """Open the page under the cursor."""
        if item := self._shelf.here:
            self._open.turn_to(item.opens)
        elif self._catalog:
            self._open.close()

    @on(Shelf.Moved)
    def _cursor_moved(self) -> None:
        self.catching_up.trigger()

    @on(SearchInput.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._words = event.value if event.value.strip() else ""
        self._lay_out()

    @on(SearchInput.Stepped)
    def _stepped(self, event: SearchInput.Stepped) -> None:
        self._shelf.step(event.by)

    @on(Shelf.Opened)
    @on(SearchInput.Submitted)
    def _opened(self) -> None:
        """Move to the open page; the search results stay on the shelf."""
        if self._shelf.here:
            self.action_to_page()

    @on(ArticlePane.Turned)
    def _turned(self, event: ArticlePane.Turned) -> None:
        self._head, self._is_finding = event.head, event.is_finding
        self._entitle()

    def on_descendant_focus(self) -> None:
        self._open.read()
        self._entitle()

    def help_first(self) -> Place:
        """Return which commands the help lists first, by focus."""
        return Place.READING if self._page.has_focus else Place.LIBRARY

    def action_view(self, place: int) -> None:
        """Show another view and end the search."""
        self._view = _VIEWS[place]
        self._end_search()
        self.action_to_shelf()

    def action_next_view(self, by: int) -> None:
        """Go `by` views on, and from the last to the first."""
        self.action_view((_VIEWS.index(self._view) + by) % len(_VIEWS))

    def action_search(self) -> None:
        """Show and focus the search line."""
        self.query_one("#search").display = True
        self._line.focus()

    def action_open(self) -> None:
        """Move to the page; in it, go on to a voice's article, or scroll down a page."""
        if not self._page.has_focus:
            self.action_to_page()
        elif not self._open.turn_onward():
            self._page.action_page(1)

    def action_bookmark(self) -> None:
        """Set or remove the bookmark of the page that is open or under the cursor."""
        if not self._page.has_focus:
            self._turn_to_cursor()
        if words := self._open.toggle_bookmark():
            self.say(words)
            if not self._words:
                self._lay_out(self._shelf.here)

    def action_auditions(self) -> None:
        """Let the actor choose an audition the article was shown for, and go to it."""
        self._turn_to_cursor()
        if opens := self._open.opens:
            go_to_audition(self, self._library_context.read_for.of(opens.slug))

    def action_to_page(self) -> None:
        """Open the page under the cursor and focus it."""
        self._turn_to_cursor()
        self.query_one(Panes).go(_PAGE)

    def action_to_shelf(self) -> None:
        """Focus the shelf."""
        self.query_one(Panes).go(_SHELF)
        self.catching_up.trigger()

    def action_back(self) -> None:
        """Go one step back: from the search on the page, to the shelf, to the desk."""
        if self._page.step_back():
            return
        if self.query_one(Panes).front == _PAGE:
            self.action_to_shelf()
        elif self._words or self.query_one("#search").display:
            self._end_search()
            self.action_to_shelf()
        else:
            self.action_room("room_desk")

    def _end_search(self) -> None:
        with self.prevent(Input.Changed):
            self._line.value = self._words = ""
        self.query_one("#search").display = False
        self._lay_out()

    def _show_keys(self) -> None:
        """Show the key hints for the widget with the focus."""
        keys = reading_keys(self.commands, is_finding=self._is_finding)
        if not self._page.has_focus:
            keys = shelf_keys(self.offered, own=self._view is View.PAGES)
            if self._page.has_focus_within:
                keys = finding_keys(self.keys)
        if self._line.has_focus:
            keys = searching_keys(self.keys)
        self.query_one(KeyBar).keys = keys

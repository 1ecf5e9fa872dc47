"""A room where the actor's own pages are brought in, taken out, and put back."""

import asyncio
from abc import abstractmethod

from callbacktui.advice.library import search
from callbacktui.advice.library.library import Library
from callbacktui.advice.pages.collection import CollectedPage
from callbacktui.advice.pages.importing import PageOutcome
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.page_import import PagesImported, import_pages
from callbacktui.session import Session
from callbacktui.tui.commands.command import Requirement
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.forms.file_paths import paths_in, why_no_file
from callbacktui.tui.library.shelf_view import PageRef
from callbacktui.tui.shell.base_screen import BaseScreen
from callbacktui.tui.theme.glyphs import Glyphs

_DRAFT = "bring in a page"
_HINT = (
    "The file of an article that you saved as plain text, Markdown or a web page. Drag it here, "
    "or write where it lies. It is kept word for word, for you alone."
)
_SAYS = {
    PageOutcome.NEW: "Brought in: {}",
    PageOutcome.SAME: "It is here already, word for word: {}",
    PageOutcome.CHANGED: "Brought up to date: {}",
}


class OwnPagesRoom(BaseScreen):
    """Keeps the pages first, and only then shows them; a removal can be taken back."""

    def __init__(self, workplace: Session, glyphs: Glyphs, library: Library) -> None:
        super().__init__(workplace, glyphs)
        self.library = library

    @property
    @abstractmethod
    def own_page(self) -> CollectedPage | None:
        """The page of the actor's own that lies open or is under the cursor."""

    @abstractmethod
    async def fill(self, opens: PageRef | None = None) -> None:
        """Show what is on the shelf now, the cursor at `opens`."""

    def fetched(self) -> Library:
        """The library with every page that is kept; it takes its time with hundreds of them."""
        kept = self.workplace.repository.pages.all()
        if kept != [copy.kept for copy in self.library.own]:
            self.library.put(kept)
        return self.library

    def lacks(self, need: Requirement) -> str | None:
        """What is missing among the actor's own pages."""
        match need:
            case Requirement.OWN_PAGE if self.own_page is None:
                shows = self.keys["library_pages"]
                return f"Only pages of your own can be removed; {shows} shows them."
        return None

    def perform(self, id_: str) -> None:
        """Bring a page in, take one out or put it back."""
        acts = {
            "library_bring_in": self._bring_in,
            "library_remove": self._remove,
            "library_put_back": self._put_back,
        }
        self.act(acts[id_]())

    async def _bring_in(self) -> None:
        """Ask for a file until there is a page in it, and keep that."""
        came = PagesImported([], [])
        line: str | None = ""
        while not came.brought:
            trouble = "\n".join(unread.words for unread in came.unread)
            line = await self.ask(self._which_file(line or "", trouble))
            now_came = await self.outcome(self._bring(line)) if line else None
            if now_came is None:
                return
            came = now_came
        self.workplace.drafts.drop(_DRAFT)
        await self.fill(_opens(came))
        self.say("\n".join(_told(came)), failed=bool(came.unread))

    def _which_file(self, line: str, trouble: str) -> LineDialog:
        return LineDialog(
            "Bring in a page",
            line,
            drafts=self.workplace.drafts,
            clock=self.workplace.clock,
            draft_key=_DRAFT,
            hint=_HINT,
            validate=why_no_file,
            trouble=trouble,
        )

    async def _bring(self, line: str) -> PagesImported:
        return await import_pages(paths_in(line), self.workplace, self.library)

    async def _remove(self) -> None:
        """Take the page under the cursor out, once the actor says so."""
        copy = self.own_page
        if copy is None:
            return
        title = copy.page.title
        question = (
            f"{title}\n\nIt is backed up first, and {self.keys['library_put_back']} puts it back."
        )
        sure = await self.ask(
            ConfirmDialog("Remove this page?", question, yes="Remove", no="Keep it")
        )
        if not sure:
            return
        ledger, repository = self.workplace.ledger, self.workplace.repository

        async def remove() -> None:
            await ledger.run_exclusive(lambda: repository.back_up(self.now(), "removal"))
            await ledger.remove([copy.kept.id], f"Removed {title}", ImportedPage)

        if await self.run_change(remove()) is None:
            await self.fill()
            self.say(f"Removed: {title}")

    async def _put_back(self) -> None:
        """Keep the page that was removed last again."""
        removed = await asyncio.to_thread(self.workplace.repository.pages.removed)
        if not removed:
            self.say("No page was removed lately.")
            return
        back = removed[-1]
        work = self.workplace.ledger.add([back], f"Put back {back.title}")
        if await self.run_change(work) is None:
            await self.fill(PageRef(search.PAGE, back.slug))
            self.say(f"Put back: {back.title}")


def _opens(came: PagesImported) -> PageRef | None:
    return PageRef(search.PAGE, came.brought[-1].page.slug) if came.brought else None


def _told(came: PagesImported) -> list[str]:
    said = [_SAYS[brought.outcome].format(brought.page.title) for brought in came.brought]
    return [*said, *(unread.words for unread in came.unread)]

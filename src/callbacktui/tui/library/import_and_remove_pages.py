"""Import the actor's own pages into the library, and remove them."""

from typing import NamedTuple

from callbacktui.advice.library.library import Library
from callbacktui.advice.library.search_entries import PageKind
from callbacktui.advice.pages.importing import PageOutcome
from callbacktui.advice.pages.pages_by_slug import CollectedPage
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.page_import import PagesImported, import_pages
from callbacktui.store.repository import Repository
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.forms.file_paths import paths_in, why_no_file
from callbacktui.tui.library.shelf_view import PageRef
from callbacktui.tui.shell.base_screen import BaseScreen

_DRAFT = "bring in a page"
_HINT = (
    "The file of an article that you saved as plain text, Markdown or a web page. Drag it here, "
    "or type its path. It is kept word for word, for you alone."
)
_SAYS = {
    PageOutcome.NEW: "Imported: {}",
    PageOutcome.SAME: "Already in your library: {}",
    PageOutcome.CHANGED: "Updated: {}",
}


class PagesChanged(NamedTuple):
    """What a command did to the pages: what to say, and the page to go to."""

    words: str
    opens: PageRef | None = None
    failed: bool = False


def with_own_pages(library: Library, repository: Repository) -> Library:
    """Return `library` with every page that is kept; slow with hundreds, so run it in a thread."""
    kept = repository.pages.all()
    if kept != [copy.kept for copy in library.own]:
        library.set_pages(kept)
    return library


async def import_page(screen: BaseScreen, library: Library) -> PagesChanged | None:
    """Ask for a file until there is a page in it, and keep that."""
    came = PagesImported([], [])
    line: str | None = ""
    while not came.imported:
        trouble = "\n".join(unread.words for unread in came.unread)
        line = await screen.ask(_which_file(screen, line or "", trouble))
        if not line:
            return None
        now_came = await screen.outcome(import_pages(paths_in(line), screen.session, library))
        if now_came is None:
            return None
        came = now_came
    screen.session.drafts.drop(_DRAFT)
    return PagesChanged("\n".join(_told(came)), _opens(came), bool(came.unread))


def _which_file(screen: BaseScreen, line: str, trouble: str) -> LineDialog:
    return LineDialog(
        "Import a page",
        line,
        drafts=screen.session.drafts,
        clock=screen.session.clock,
        draft_key=_DRAFT,
        hint=_HINT,
        validate=why_no_file,
        trouble=trouble,
    )


async def remove_page(screen: BaseScreen, copy: CollectedPage) -> PagesChanged | None:
    """Remove a page, once the actor says so; it is backed up first."""
    title = copy.page.title
    question = (
        f"{title}\n\nIt is backed up first, and {screen.keys['library_put_back']} puts it back."
    )
    if not await screen.ask(
        ConfirmDialog("Remove this page?", question, yes="Remove", no="Keep it")
    ):
        return None
    ledger, repository = screen.session.ledger, screen.session.repository

    async def remove() -> None:
        await ledger.run_exclusive(lambda: repository.back_up(screen.now(), "removal"))
        await ledger.remove([copy.kept.id], f"Removed {title}", ImportedPage)

    if await screen.run_change(remove()) is not None:
        return None
    return PagesChanged(f"Removed: {title}; {screen.keys['library_put_back']} puts it back.")


def _opens(came: PagesImported) -> PageRef | None:
    return PageRef(PageKind.PAGE, came.imported[-1].page.slug) if came.imported else None


def _told(came: PagesImported) -> list[str]:
    said = [_SAYS[brought.outcome].format(brought.page.title) for brought in came.imported]
    return [*said, *(unread.words for unread in came.unread)]

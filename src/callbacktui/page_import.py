"""Import files that the actor saved as pages: read each once, and save them in one step."""

import asyncio
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from callbacktui.advice.library.library import Library
from callbacktui.advice.pages.html_to_text import LARGEST
from callbacktui.advice.pages.importing import PageImport, PageOutcome, import_page
from callbacktui.advice.pages.parsed_page import PageError
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.session import Clock, Session
from callbacktui.store.base.errors import StoreReadOnly, display_path, reason_of
from callbacktui.store.record_table import ValueTable

_NO_FILE: Final = ("There is no such file", "Check its name and its folder")
_CHECK_OWNER: Final = "Check that the file is yours to read, then import it again"


class UnreadableFile(NamedTuple):
    """A file that could not be imported, with the reason and the remedy (without full stops)."""

    file: str
    reason: str
    mend: str

    @property
    def words(self) -> str:
        """The whole message for the actor."""
        return f"{self.file}: {self.reason}. {self.mend}."


class PagesImported(NamedTuple):
    """The result of an import: pages read, and files that could not be read."""

    imported: list[PageImport]
    unread: list[UnreadableFile]

    def count(self, outcome: PageOutcome) -> int:
        """Return how many pages had this outcome (new, same or changed)."""
        return sum(page.outcome is outcome for page in self.imported)


async def import_pages(files: Iterable[Path], session: Session, library: Library) -> PagesImported:
    """Import files as pages in one step; unreadable files are skipped and reported.

    If a page replaces an earlier version of itself, a backup is made first.

    Raises:
        StoreError: if the pages could not be saved; nothing has changed then.
    """
    repository, ledger = session.repository, session.ledger
    if repository.read_only:
        raise StoreReadOnly(repository.read_only)
    found, pages = await asyncio.to_thread(_read, files, repository.pages, library, session.clock)
    if found.count(PageOutcome.CHANGED):
        await ledger.run_exclusive(lambda: repository.back_up(session.clock(), "import"))
    if pages:
        await ledger.add(pages, _summary(pages), "imported")
    return found


def _read(
    files: Iterable[Path], kept: ValueTable[ImportedPage], library: Library, clock: Clock
) -> tuple[PagesImported, list[ImportedPage]]:
    """Read the files; return the result, and the pages that are new or changed."""
    known = {page.id: page for page in kept.all()}
    found = PagesImported([], [])
    changed: dict[str, ImportedPage] = {}
    for file in files:
        try:
            data = _read_bytes(file)
            result = import_page(data, file.name, known.values(), library.slugs, clock())
        except PageError as error:
            found.unread.append(UnreadableFile(display_path(file), error.reason, error.mend))
            continue
        found.imported.append(result)
        if result.outcome is not PageOutcome.SAME:
            known[result.page.id] = changed[result.page.id] = result.page
    return found, list(changed.values())


def _read_bytes(file: Path) -> bytes:
    """Read a file, up to one byte more than a page may have.

    Raises:
        PageError: if there is no such file, or it cannot be read.
    """
    try:
        mode = file.stat().st_mode
    except FileNotFoundError:
        raise PageError(*_NO_FILE) from None
    except OSError as error:
        raise PageError(f"It cannot be read, {reason_of(error)}", _CHECK_OWNER) from error
    except ValueError:  # no path has a NUL in it
        raise PageError(*_NO_FILE) from None
    if stat.S_ISDIR(mode):
        raise PageError("It is a folder", "Name the files in it")
    if not stat.S_ISREG(mode):
        raise PageError("It is not a file", "Save the page as a file, and name that")
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise PageError(f"It cannot be read, {reason_of(error)}", _CHECK_OWNER) from error


def _summary(pages: list[ImportedPage]) -> str:
    return f"Brought in {pages[0].title if len(pages) == 1 else f'{len(pages)} pages'}"

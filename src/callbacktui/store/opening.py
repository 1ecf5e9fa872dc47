"""The store as it is found: the data file, and over it what the journal knows better."""

from pathlib import Path
from typing import Final, NamedTuple

from callbacktui.store.disk import Disk
from callbacktui.store.entry import Entry, Said
from callbacktui.store.errors import StoreUnreadable, reason_of
from callbacktui.store.holdings import Holdings, make
from callbacktui.store.journal import Journal, Told, told
from callbacktui.store.layout import Meta, read_file
from callbacktui.store.mark import Mark
from callbacktui.store.shelf import Shelf
from callbacktui.store.strays import fitting, words_for

_LOOKS: Final = 3
_DAMAGED: Final = (
    "The journal had a damaged line, perhaps the latest changes; a copy is kept beside it."
)


class Found(NamedTuple):
    """What there is: `entries` are the changes that the data file does not show yet.

    `earlier` are changes that it shows, and that the journal still tells of.
    """

    meta: Meta | None
    mark: Mark | None
    holdings: Holdings
    entries: list[Entry]
    earlier: list[Entry]
    notice: str


class _File(NamedTuple):
    meta: Meta | None
    mark: Mark | None
    tables: dict[str, dict[str, bytes]]


def look(path: Path, disk: Disk, journal: Journal | None, instead: bytes | None = None) -> Found:
    """Read the data file, or what is given `instead` of it, and the journal; nothing is written.

    Raises `StoreNewer`, `StoreForeign`, `StoreDamaged` or `StoreUnreadable`.
    """
    data = b""
    known = told(b"", "")
    for _ in range(_LOOKS):  # its writer may be changing from one journal to the next
        data = _journal_of(path, journal)
        file = _read(path, disk) if instead is None else _file(path, instead, None)
        known = told(data, base_of(file.meta))
        if not known.strays:
            break
    return _found(file, known, journal, data)


def base_of(meta: Meta | None) -> str:
    """By what the journal names a data file, or that there was none."""
    return meta.sha256 if meta else ""


def _found(file: _File, known: Told, journal: Journal | None, data: bytes) -> Found:
    shelves = {name: Shelf(lines) for name, lines in file.tables.items()}
    entries = list(known.entries)
    for entry in entries:
        make(shelves, entry)
    strays = fitting(known.strays, shelves)
    notice = words_for(strays) or (_DAMAGED if known.is_damaged else "")
    if strays.moves:
        last = max(entry.seq for entry in known.strays)
        seq = max(last, entries[-1].seq if entries else 0, file.meta.seq if file.meta else 0) + 1
        late = Entry(seq, known.strays[-1].at, Said(), strays.moves)
        make(shelves, late)
        entries.append(late)
    if journal:
        aside = data if notice or known.is_damaged else b""
        journal.begin(base_of(file.meta), entries, aside)
    said = file.meta.seq if file.meta else 0
    seq = max(said, entries[-1].seq if entries else 0)
    held = Holdings(shelves, seq, file.meta.seen if file.meta else {})
    return Found(file.meta, file.mark, held, entries, known.earlier, notice)


def _journal_of(path: Path, journal: Journal | None) -> bytes:
    try:
        return journal.read() if journal else b""
    except OSError as error:
        raise StoreUnreadable(journal.path if journal else path, reason_of(error)) from error


def _read(path: Path, disk: Disk) -> _File:
    try:
        data, known = disk.read_whole(path)
    except FileNotFoundError:
        if path.is_symlink():
            raise StoreUnreadable(path, "what it links to is not there") from None
        return _File(None, None, {})
    except OSError as error:
        raise StoreUnreadable(path, reason_of(error)) from error
    return _file(path, data, Mark.of(known))


def _file(path: Path, data: bytes, mark: Mark | None) -> _File:
    meta, tables = read_file(path, data)
    return _File(meta, mark, tables)

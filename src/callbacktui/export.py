"""Collect what an export writes, one way for the shell and the screen, and write it to files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pendulum import DateTime

from callbacktui.domain.change import Record
from callbacktui.exchange.export_formats import ExportData
from callbacktui.session import Session
from callbacktui.store.backup.portable_backup import why_not_writable, write_portable
from callbacktui.store.base.errors import reason_of
from callbacktui.store.base.tables import AUDITIONS, MONEY, REMOVED
from callbacktui.store.io.disk import Disk


class FilterError(ValueError):
    """The filter cannot be read; says why."""


def collect_export(
    session: Session, now: DateTime, words: str = "", *, with_nda: bool = True
) -> ExportData:
    """Return all records, or only the auditions that match the filter `words`.

    Without `with_nda`, auditions under NDA are left out.

    Raises:
        FilterError: if the filter cannot be read.
    """
    records, auditions = session.repository.records(), session.ledger.all()
    tables = session.repository
    others: tuple[Record, ...] = (
        *tables.practice.all(),
        *tables.contacts.all(),
        *tables.bookouts.all(),
        *tables.money.all(),
        *tables.pieces.all(),
    )
    if words:
        picked = _matching(session, words, now)
        auditions = tuple(audition for audition in auditions if audition.id in picked)
        records, others = {AUDITIONS: records.get(AUDITIONS, [])}, ()
    if not with_nda:
        hidden = {audition.id for audition in auditions if audition.nda}
        auditions = tuple(audition for audition in auditions if not audition.nda)
        others = tuple(one for one in others if getattr(one, "audition", "") not in hidden)
        if MONEY in records:
            paid = [one for one in records[MONEY] if one.get("audition", "") not in hidden]
            records = {**records, MONEY: paid}
    if words or not with_nda:
        kept = {audition.id for audition in auditions}
        some = [record for record in records.get(AUDITIONS, []) if record["id"] in kept]
        left: dict[str, list[Any]] = (
            {} if with_nda else {REMOVED: []}
        )  # what was removed may have been under NDA
        records = {**records, **left, AUDITIONS: some}
    return ExportData(records, auditions, others, now)


def _matching(session: Session, words: str, now: DateTime) -> set[str]:
    """Return the ids of the auditions that match a filter."""
    from callbacktui.domain.query import read_query  # late: most exports are of everything
    from callbacktui.domain.query_matcher import QueryMatcher

    wanted = read_query(words)
    if wanted.problems:
        raise FilterError("\n".join(wanted.problems))
    rows = [row for section in session.board(now) for row in section.rows]
    return {row.audition.id for row in QueryMatcher().pick(rows, wanted, now)}


def why_no_tables(folder: Path) -> str:
    """Return why no tables can be written into a folder, and what to do; empty if they can."""
    if not folder.exists():
        return why_not_writable(folder)
    if not folder.is_dir():
        return f"{folder} is a file, not a folder; choose a new name."
    try:
        is_empty = not any(folder.iterdir())
    except OSError as error:
        return f"{folder} cannot be read: {reason_of(error)}."
    if not is_empty:
        return f"{folder} is not empty, and stays as it is; choose a new folder."
    return ""


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made if it is not there.

    Raises:
        StoreError: if one of them could not be written.
        OSError: if the folder could not be made.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    for name, data in files.items():
        write_portable(folder / name, data, Disk())

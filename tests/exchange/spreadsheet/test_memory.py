"""The memory of an import is proportional to the size of the file; larger files are refused.

Measured on small files as a ratio, which is the same for large ones.
"""

import asyncio
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from callbacktui.config import Config
from callbacktui.domain.audition import Audition
from callbacktui.exchange.json_document import export_document, read_document
from callbacktui.exchange.spreadsheet.types import SheetError
from callbacktui.session import open_session
from tests.factories import NOW


def document(count: int, notes: str) -> bytes:
    auditions = [{"id": f"a{n}", "project": "Hamlet", "notes": notes} for n in range(count)]
    return export_document({"auditions": auditions}, NOW)


def peak(act: Callable[[], object]) -> int:
    """Return the peak memory of a call, in bytes."""
    tracemalloc.start()
    act()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


@pytest.mark.parametrize("letter", ["x", "é"])
def test_import_memory_is_limited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, letter: str
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "state"))
    monkeypatch.setattr("callbacktui.store.engine.store_session._LARGEST", 1 << 20)
    data = document(500, letter * 8000)
    place = open_session(tmp_path / "auditions.json", Config(), lambda: NOW)

    def bring_in() -> None:
        auditions: list[Audition] = read_document(data).auditions
        asyncio.run(place.ledger.add(auditions, "import", "imported"))
        place.close()

    assert peak(bring_in) < 9 * len(data)  # ten times, with the file itself


def test_too_many_records_are_refused_before_decoding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("callbacktui.exchange.json_document.MOST_RECORDS", 20_000)
    data = document(20_001, "")

    def refused() -> None:
        with pytest.raises(SheetError, match="20,001 records"):
            read_document(data)

    assert peak(refused) < 10 * len(data)

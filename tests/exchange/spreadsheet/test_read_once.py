"""A long sheet is read and saved without doing the same work twice; work is counted, not timed."""

import asyncio
from pathlib import Path

import pytest

from callbacktui.config import Config
from callbacktui.domain.change import Record
from callbacktui.exchange.spreadsheet.cell_reader import ColumnReader
from callbacktui.exchange.spreadsheet.import_plan import plan_import
from callbacktui.session import open_session
from callbacktui.sheet_import import arrivals, keep_import
from callbacktui.store import record_table
from callbacktui.store.engine import durable_writer
from callbacktui.store.format.codec import json_of_value
from callbacktui.store.format.data_file_format import Tables, body_of
from tests.exchange.spreadsheet.read_sheet import read_sheet
from tests.factories import NOW

HEADINGS = "Date,Project,Role,Casting,How,Result,Notes"
ROWS = [
    f"{n % 28 + 1}/{n % 12 + 1}/2024,Hamlet,Role {n},Office {n % 3},zoom,no cb,note {n % 5}"
    for n in range(300)
]
SHEET = "\n".join([HEADINGS, *ROWS])


def test_each_distinct_cell_of_a_column_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []
    reading = ColumnReader.read

    def counted(column: ColumnReader, cell: str, *context: object) -> object:
        asked.append((column.label, cell))
        return reading(column, cell, *context)  # type: ignore[arg-type]

    monkeypatch.setattr(ColumnReader, "read", counted)
    assert len(read_sheet(SHEET, NOW).rows) == 300
    labels = HEADINGS.split(",")
    cells = {one for row in ROWS for one in zip(labels, row.split(","), strict=True)}
    assert sorted(asked) == sorted(cells)


def test_large_import_encodes_the_data_file_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "state"))
    monkeypatch.setattr("callbacktui.store.engine.store_session._LARGEST", 1 << 10)
    joined: list[int] = []

    def counted(tables: Tables) -> bytes:
        joined.append(len(tables))
        return body_of(tables)

    monkeypatch.setattr(durable_writer, "body_of", counted)
    place = open_session(tmp_path / "auditions.json", Config(), lambda: NOW)
    plan = plan_import(read_sheet(SHEET, NOW), {}, NOW)
    asyncio.run(keep_import(place, arrivals(plan, NOW, closes_old=False), "sheet.csv"))
    place.close()
    assert (len(joined), len(place.repository.backups.all())) == (1, 1)


def test_each_record_of_an_import_is_encoded_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "state"))
    encoded: list[str] = []

    def counted(value: Record, earlier: bytes | None) -> bytes:
        encoded.append(value.id)
        return json_of_value(value, earlier)

    monkeypatch.setattr(record_table, "json_of_value", counted)
    place = open_session(tmp_path / "auditions.json", Config(), lambda: NOW)
    plan = plan_import(read_sheet(SHEET, NOW), {}, NOW)
    asyncio.run(keep_import(place, arrivals(plan, NOW, closes_old=False), "sheet.csv"))
    place.close()
    assert sorted(encoded) == sorted(one.id for one in plan.new)

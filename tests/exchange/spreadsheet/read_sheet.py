"""Reads a sheet from its bytes, as an import does without a memory of earlier ones."""

from typing import Any

from pendulum import DateTime

from callbacktui.exchange.spreadsheet.open_file import open_table
from callbacktui.exchange.spreadsheet.sheet_to_auditions import read_table
from callbacktui.exchange.spreadsheet.types import Headings, Mending, SheetReading


def read_sheet(
    data: bytes | str,
    now: DateTime,
    *,
    mending: Mending | None = None,
    own_headings: Headings | None = None,
    **options: Any,
) -> SheetReading:
    said = mending or Mending()
    table = open_table(data, said, own_headings)
    return read_table(table, now, mending=said, own_headings=own_headings, **options)

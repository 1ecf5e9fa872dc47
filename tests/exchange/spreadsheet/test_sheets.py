"""Whole sheets: fifty that were given, and our own of the same kinds in other words."""

import pytest

from callbacktui.exchange.spreadsheet.types import SheetError
from tests.exchange.spreadsheet.scoring import expectations, facts, read

FOLDERS = ("given", "own")
ALL = [(folder, name) for folder in FOLDERS for name in expectations(folder)]


@pytest.mark.parametrize(("folder", "name"), ALL)
def test_sample_sheets_are_read_as_meant(folder: str, name: str) -> None:
    expected = expectations(folder)[name]
    if expected.get("refused"):
        with pytest.raises(SheetError):
            read(folder, name, expected)
        return
    found = list(facts(expected, read(folder, name, expected)))
    assert [fact for fact in found if not fact.is_right] == []


def test_there_are_sheets_of_every_kind() -> None:
    assert len(expectations("given")) == 46
    assert len(expectations("own")) >= 40

"""Rows of the same part: which are later rounds of one audition, and which are others."""

import pendulum
import pytest

from callbacktui.exchange.spreadsheet.import_plan import plan_import
from callbacktui.exchange.spreadsheet.reading_summary import summary_lines
from callbacktui.tui.importing.preview_rows import Part, make_preview
from callbacktui.tui.importing.preview_view import summary_line
from callbacktui.tui.theme.glyphs import PLAIN
from tests.exchange.spreadsheet.read_sheet import read_sheet

NOW = pendulum.datetime(2026, 11, 21, 9, 0, tz="Europe/London")
SHEET = (
    "Date,Play,Part,Theatre,Round,Outcome\n"
    "2026-06-05,Jerusalem,Lee,{first},1st,no\n"
    "2026-08-21,Jerusalem,Lee,{other},recall,offer!\n"
)


@pytest.mark.parametrize(
    ("first", "other", "offices"),
    [
        ("Young Vic", "Bristol Old Vic", ["Young Vic", "Bristol Old Vic"]),
        ("Young Vic", "young vic", ["Young Vic"]),
        ("Young Vic", "Young Vic Theatre", ["Young Vic"]),
        ("Young Vic", "", ["Young Vic"]),
        ("", "Young Vic", ["Young Vic"]),
    ],
)
def test_the_same_part_at_another_office_is_another_audition(
    first: str, other: str, offices: list[str]
) -> None:
    reading = read_sheet(SHEET.format(first=first, other=other), NOW)
    assert [row.audition.office for row in reading.rows] == offices
    assert reading.joined == (() if len(offices) == 2 else ((3, 2),))


def test_a_recall_goes_to_the_audition_of_its_own_office() -> None:
    sheet = SHEET.format(first="Young Vic", other="Donmar") + (
        "2026-09-01,Jerusalem,Lee,Young Vic,recall,\n"
    )
    first, _ = read_sheet(sheet, NOW).rows
    assert (first.audition.office, len(first.audition.rounds)) == ("Young Vic", 2)


def test_the_preview_says_which_rows_were_joined_and_how_many() -> None:
    reading = read_sheet(SHEET.format(first="Young Vic", other="Young Vic"), NOW)
    lines = summary_lines(reading)
    assert "1 audition read, 1 row joined as later rounds, 0 rows not readable, " in " ".join(lines)
    assert "Row 3 is a later round of row 2." in lines
    preview = make_preview(reading, plan_import(reading, {}, NOW), set(), set())
    assert [row.label for row in preview.rows if row.part is Part.JOINED] == ["row 3"]
    assert summary_line(preview, PLAIN).plain.startswith("1 audition (1 row joined): 1 new")


def test_a_row_below_a_merged_cell_is_told_as_joined() -> None:
    sheet = "Date,Project,Role,Result\n2026-06-05,Lear,Fool,\n2026-06-09,,,callback\n"
    assert read_sheet(sheet, NOW).joined == ((3, 2),)

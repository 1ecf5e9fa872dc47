"""Rows of the same part: which are later rounds of one audition, and which are others."""

import pendulum
import pytest

from callbacktui.domain.enums import Medium
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
def test_same_role_at_another_office_is_another_audition(
    first: str, other: str, offices: list[str]
) -> None:
    reading = read_sheet(SHEET.format(first=first, other=other), NOW)
    assert [row.audition.office for row in reading.rows] == offices
    assert reading.joined == (() if len(offices) == 2 else ((3, 2),))


def test_recall_joins_the_audition_of_its_office() -> None:
    sheet = SHEET.format(first="Young Vic", other="Donmar") + (
        "2026-09-01,Jerusalem,Lee,Young Vic,recall,\n"
    )
    first, _ = read_sheet(sheet, NOW).rows
    assert (first.audition.office, len(first.audition.rounds)) == ("Young Vic", 2)


def test_preview_lists_joined_rows() -> None:
    reading = read_sheet(SHEET.format(first="Young Vic", other="Young Vic"), NOW)
    lines = summary_lines(reading)
    assert "1 audition read, 1 row joined as later rounds, 0 rows not readable, " in " ".join(lines)
    assert "Row 3 is a later round of row 2." in lines
    preview = make_preview(reading, plan_import(reading, {}, NOW), set(), set())
    assert [row.label for row in preview.rows if row.part is Part.JOINED] == ["row 3"]
    assert summary_line(preview, PLAIN).plain.startswith("1 audition (1 row joined): 1 new")


def test_row_below_a_merged_cell_is_listed_as_joined() -> None:
    sheet = "Date,Project,Role,Result\n2026-06-05,Lear,Fool,\n2026-06-09,,,callback\n"
    assert read_sheet(sheet, NOW).joined == ((3, 2),)


OF_ROUNDS = (
    "Date,Round,Project,Role,Type,Casting,Agent,Rate,Submitted,Response date,Call,Outcome\n"
    "6/5/2026,1st,Lear,Fool,,Telsey,Kit,$500,5/1/2026,6/6/2026,union,\n"
    "6/9/2026,callback,Lear,Fool,Theatre,Telsey + Co,Bo,$783.10,5/2/2026,6/12/2026,union,no\n"
)


def test_joined_row_keeps_all_its_facts() -> None:
    (row,) = read_sheet(OF_ROUNDS, NOW).rows
    audition = row.audition
    assert audition.rate
    assert (audition.rate.said, audition.rep, audition.office) == ("$500", "Kit", "Telsey")
    assert audition.medium is Medium.THEATRE
    assert str(audition.submitted_on) == "2026-05-01"
    assert str(audition.heard_on) == "2026-06-12"
    assert audition.notes.splitlines() == [
        "Call: union", "Office: Telsey + Co", "Rep: Bo", "Rate: $783.10",
        "Submitted on: 2026-05-02", "Heard on: 2026-06-06",
    ]  # fmt: skip


def test_facts_of_a_joined_row_do_not_change_the_id() -> None:
    (row,) = read_sheet(OF_ROUNDS, NOW).rows
    (before,) = read_sheet(OF_ROUNDS.replace("Theatre", ""), NOW).rows
    assert row.audition.id == before.audition.id


def test_callback_dates_of_a_joined_row_are_rounds() -> None:
    sheet = (
        "Date,Round,Project,Role,Callback dates\n2026-06-05,1st,Lear,Fool,\n"
        "2026-06-09,callback,Lear,Fool,2026-06-12 callback\n"
    )
    (row,) = read_sheet(sheet, NOW).rows
    assert [str(read.when.day) for read in row.audition.rounds if read.when] == [
        "2026-06-05", "2026-06-09", "2026-06-12",
    ]  # fmt: skip


def test_another_role_below_merged_cells_is_of_the_project_above() -> None:
    sheet = "Project,Role,Casting,Date\nKettle,Ann,Vale,3/9/2026\n,Beth,{},3/9/2026\n"
    _, beth = read_sheet(sheet.format(""), NOW).rows
    assert (beth.audition.project, beth.audition.office) == ("Kettle", "Vale")
    forgotten = read_sheet(sheet.format("Marsh"), NOW)  # the project is not written down
    assert [bad.row for bad in forgotten.unreadable] == [3]

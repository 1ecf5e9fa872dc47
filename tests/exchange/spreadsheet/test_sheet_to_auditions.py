"""Reads actors' own spreadsheets, with all their quirks."""

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Any

import pendulum
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import Cleared, Format, HoldKind, Medium, Source, Union
from callbacktui.domain.moment import Moment
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.exchange.spreadsheet.csv_parsing import (
    LONGEST_CELL,
    detect_delimiter,
    parse_rows,
)
from callbacktui.exchange.spreadsheet.reading_summary import summary_lines
from callbacktui.exchange.spreadsheet.text_decoding import MOST_BYTES, decode
from callbacktui.exchange.spreadsheet.types import Mending, ReadRow, SheetError, SheetReading
from tests.exchange.spreadsheet.read_sheet import read_sheet
from tests.factories import present

NOW = pendulum.datetime(2026, 11, 22, 15, 30, tz="America/New_York")
REAL = Path(__file__).parent / "data" / "actor-sheet.csv"


@pytest.fixture(scope="module")
def real() -> SheetReading:
    return read_sheet(REAL.read_bytes(), NOW)


def row_of(reading: SheetReading, row: int) -> ReadRow:
    return next(read for read in reading.rows if read.row == row)


def first(text: str, **options: Any) -> Audition:
    return read_sheet(text, NOW, **options).rows[0].audition


def test_every_row_of_the_real_sheet_is_accounted_for(real: SheetReading) -> None:
    spreadsheet = list(csv.reader(io.StringIO(REAL.read_text("utf-8-sig"))))
    rows = {read.row for read in real.rows} | {bad.row for bad in real.unreadable}
    rows |= {row for row, _ in real.duplicates}
    blank = {n for n, cells in enumerate(spreadsheet, 1) if not any(cells)}
    assert rows | blank == set(range(2, len(spreadsheet) + 1))
    assert (len(real.rows), real.blank) == (165, 5)
    for read in real.rows:
        cells = spreadsheet[read.row - 1]
        assert (read.audition.project, read.audition.role) == (cells[1], cells[3])


def test_unreadable_rows_give_place_and_reason(real: SheetReading) -> None:
    assert [(bad.row, bad.column, bad.value, bad.reason) for bad in real.unreadable] == [
        (172, "Date", "13/45/26", "13/45/26 is not a date: there is no month 13 or 45"),
    ]
    assert all(bad.mend for bad in real.unreadable)


def test_duplicate_row_is_imported_once(real: SheetReading) -> None:
    assert real.duplicates == ((42, 41),)


def test_how_the_real_sheet_was_taken(real: SheetReading) -> None:
    assert (real.encoding, real.delimiter) == ("UTF-8 with a mark", ",")
    assert (real.order.order, real.order.sure) == (DateOrder.MDY, True)
    assert {name: field.value for name, field in real.mapping.items() if field} == {
        "Date": "date",
        "Project": "project",
        "Type": "medium",
        "Role": "role",
        "Casting": "office",
        "How": "format",
        "Via": "source",
        "Union": "union",
        "Wore": "wore",
        "Result": "result",
        "Notes / thoughts": "notes",
    }
    lines = summary_lines(real)
    assert "  How: “Self-Tape”, 28 times → self-tape" in lines
    assert lines[-3:] == [
        "165 auditions read, 1 row not readable, 1 duplicate, 5 blank.",
        (
            "Row 172, Date “13/45/26”: 13/45/26 is not a date: there is no month 13 or 45. "
            "Check the date."
        ),
        "Row 42 says the same as row 41; it is taken once.",
    ]


def test_how_the_real_results_ended(real: SheetReading) -> None:
    ends = Counter((r.audition.stage.value, r.audition.disposition.value) for r in real.rows)
    assert ends == {
        ("auditioned", "open"): 47,
        ("auditioned", "passed_told"): 17,
        ("auditioned", "presumed_passed"): 13,
        ("auditioned", "role_cut"): 10,
        ("callback", "open"): 23,
        ("callback", "passed_told"): 6,
        ("hold", "released"): 30,
        ("booked", "open"): 19,
    }
    assert len({r.audition.id for r in real.rows}) == 165


def test_one_row_cell_by_cell(real: SheetReading) -> None:
    read = row_of(real, 3)
    audition, given = read.audition, read.audition.rounds[0]
    assert (audition.project, audition.role) == ("Second Violin", "Park Ranger")
    assert (audition.office, audition.medium) == ("Kestrel Casting", Medium.FILM)
    assert (audition.source, audition.platform) == (Source.SELF, "Casting Networks")
    assert (given.format, given.wore) == (Format.IN_PERSON, "grey blazer")
    assert given.done_at == Moment(day=present(given.done_at).day, zone="America/New_York")
    assert str(given.done_at.day) == "2024-01-17"
    assert (audition.stage, audition.disposition) == (Stage.HOLD, Disposition.RELEASED)
    assert audition.holds[0].kind is HoldKind.AVAIL
    assert (audition.holds[0].word_used, audition.holds[0].cleared) == ("avail", Cleared.RELEASED)
    assert read.said == ("“avail -> released”: hold (“avail”), released from a hold",)


def test_quirks_of_the_real_sheet(real: SheetReading) -> None:
    assert row_of(real, 16).audition.notes == "=drive 22mi each way"
    assert row_of(real, 16).audition.union is Union.NON_UNION
    assert row_of(real, 10).audition.role == "Étienne"
    assert row_of(real, 10).audition.medium is Medium.STUDENT
    assert row_of(real, 7).audition.platform == "Actors Access"
    assert row_of(real, 17).audition.notes == (
        "liked my choice, kept it simple\nasked about availability in March"
    )
    cut = row_of(real, 2).audition
    assert (cut.reason, cut.certainty) == (Reason.ROLE_CUT, Certainty.TOLD)
    assert row_of(real, 4).audition.booking is not None


def test_a_sheet_with_semicolons_and_the_day_first() -> None:
    text = "Datum;Date;Title;Part\nx;03/04/2024;Lear;Fool\ny;26/11/2024;Hamlet;Clown\n"
    reading = read_sheet(text, NOW)
    assert reading.order.order is DateOrder.DMY
    assert [
        str(r.audition.rounds[0].when.day) for r in reading.rows if r.audition.rounds[0].when
    ] == [
        "2024-04-03",
        "2024-11-26",
    ]
    assert reading.rows[0].audition.notes == "Datum: x"


def test_ambiguous_date_order_is_reported() -> None:
    text = "Date\tProject\n03/04/2024\tLear\n"
    assert not read_sheet(text, NOW).order.sure
    assert any("--date-order" in line for line in summary_lines(read_sheet(text, NOW)))
    told = first(text, mending=Mending(order=DateOrder.DMY)).rounds[0].done_at
    assert told
    assert str(told.day) == "2024-04-03"


def test_date_order_setting_applies_only_to_ambiguous_sheets() -> None:
    left_open = read_sheet("Date,Project\n03/04/2024,Lear\n", NOW, usual_order=DateOrder.DMY)
    decided = read_sheet("Date,Project\n03/14/2024,Lear\n", NOW, usual_order=DateOrder.DMY)
    days = [read.rows[0].audition.rounds[0].done_at for read in (left_open, decided)]
    assert [str(when and when.day) for when in days] == ["2024-04-03", "2024-03-14"]
    assert not left_open.order.sure


def test_file_name_can_give_the_year() -> None:
    reading = read_sheet("Date,Project\nDec 3,Lear\n", NOW, name="auditions 2025")
    assert str(present(reading.rows[0].audition.rounds[0].done_at).day) == "2025-12-03"


def test_merged_cells_continue_and_rounds_of_one_role_are_joined() -> None:
    reading = read_sheet(
        "Date,Project,Role,Round,Notes\n3/4/24,Lear,Fool,first,one\n3/9/24,,,callback,two\n", NOW
    )
    [row] = reading.rows
    assert [read.kind.value for read in row.audition.rounds] == ["audition", "callback"]
    assert row.audition.notes == "one\ntwo"
    assert len(row.source) == 10


def test_windows_1252_file_is_read() -> None:
    reading = read_sheet("Date,Project,Role\n1/27/24,Café,Étienne\n".encode("cp1252"), NOW)
    assert reading.encoding == "Windows-1252"
    assert reading.rows[0].audition.name == "Étienne, Café"


def test_utf16_text_file_is_read() -> None:
    data = "Date\tProject\n1/27/24\tCafé\n".encode("utf-16")
    assert read_sheet(data, NOW).rows[0].audition.project == "Café"


def test_unclosed_quote_affects_only_its_row() -> None:
    text = (
        "Date,Project,Notes\n"
        '1/2/24,Lear,"two\nlines"\n'
        '1/3/24,Hamlet,"never closed\n'
        '1/4/24,Macbeth,"closed, again"\n'
        '1/5/24,Othello,5" heels\n'
    )
    reading = read_sheet(text, NOW)
    assert [(r.row, r.audition.project) for r in reading.rows] == [
        (2, "Lear"),
        (4, "Macbeth"),
        (5, "Othello"),
    ]
    assert [(bad.row, bad.reason) for bad in reading.unreadable] == [
        (3, "A quote is opened and not closed")
    ]
    assert reading.rows[2].audition.notes == '5" heels'


def test_extra_cell_is_an_error() -> None:
    reading = read_sheet("Date,Project\n1/2/24,Lear,again\n", NOW)
    assert reading.unreadable[0].reason == "there are 3 cells under 2 headings"


def test_hostile_cells_are_plain_text() -> None:
    audition = first(
        'Date,Project,Role,Notes,Wild\n1/2/24,[/lead],"\x1b[31m\u202eevil",=cmd|calc,@x\n'
    )
    assert audition.project == "[/lead]"
    assert audition.role == "\u241b[31m\u2039202E\u203aevil"
    assert audition.notes == "=cmd|calc\nWild: @x"


def test_oversized_cell_is_refused() -> None:
    bad = read_sheet(f"Date,Project\n1/2/24,{'x' * (LONGEST_CELL + 1)}\n", NOW).unreadable[0]
    assert (bad.column, bad.reason) == ("Project", "the cell is longer than 20,000 characters")
    assert len(bad.value) == 200


def test_quoted_cell_that_csv_does_not_take_is_called_too_long() -> None:
    read = read_sheet(f'Date,Project\n1/2/24,"{"x" * 200_000}"\n1/3/24,Lear\n', NOW)
    assert [bad.reason for bad in read.unreadable] == ["A cell is longer than 20,000 characters"]
    assert len(read.rows) == 1


def test_unknown_words_go_to_the_notes() -> None:
    read = read_sheet(
        "Date,Project,Type,How,Via,Union,Result\n"
        "1/2/24,Lear,Puppets,carrier pigeon,my aunt,Equity,cb then a cake\n",
        NOW,
    ).rows[0]
    audition = read.audition
    assert (audition.medium, audition.subtype) == (Medium.OTHER, "Puppets")
    assert audition.stage is Stage.CALLBACK
    for kept in ("How: carrier pigeon", "Via: my aunt", "Union: Equity", "a cake"):
        assert kept in audition.notes


def test_future_date_means_requested() -> None:
    audition = first("Date,Project\n12/1/2026,Lear\n")
    assert audition.stage is Stage.REQUESTED
    assert audition.pending
    assert audition.pending.at


def test_callback_hours_have_their_own_columns() -> None:
    audition = first(
        "Project,Date,Time,Callback date,Callback time,2nd callback,Time\n"
        "Lear,11/3/2026,10am,11/9/2026,2:30pm,11/22/2026,6pm\n"
    )
    read, second, third = audition.rounds
    assert [str(present(r.when).time)[:5] for r in audition.rounds] == ["10:00", "14:30", "18:00"]
    assert read.done_at
    assert second.done_at
    assert third.at  # later today


def test_column_of_later_rounds_gives_their_kind() -> None:
    audition = first(
        "Project,Date,Callback,Chem read,Screen test\n"
        "Lear,11/2/2026,11/4/2026,11/9/2026,11/12/2026\n"
    )
    kinds = [read.kind.value for read in audition.rounds]
    assert kinds == ["audition", "callback", "chemistry_read", "screen_test"]
    assert audition.stage is Stage.TEST


def test_answer_to_an_in_person_audition_implies_it_happened() -> None:
    header = "Project,How,Tape due,Sent,Result\n"
    room, tape = "Lear,in person,11/3/2026,,no\n", "Lear,self tape,11/3/2026,,no\n"
    assert first(header + room).stage is Stage.AUDITIONED
    assert not first(header + tape).rounds[0].done_at


def test_callback_hour_without_a_callback_goes_to_the_notes() -> None:
    audition = first("Project,Date,Callback date,Callback time\nLear,11/3/2026,,2:30pm\n")
    assert audition.notes == "Callback time: 2:30pm"


@pytest.mark.parametrize(
    "line",
    [
        "JANUARY,,",
        "~ January 2026 ~,,",
        "Total Jan: 3,,",
        "January (3 auditions),,",
        ",JANUARY,",
        "Jan total: 2,,",
    ],
)
def test_month_lines_with_counts_are_skipped(line: str) -> None:
    text = f"2026,,\nDate,Project,Result\n1/6,Lear,no\n{line}\n2/6,Macbeth,\n"
    reading = read_sheet(text, NOW)
    assert [row.audition.project for row in reading.rows] == ["Lear", "Macbeth"]
    assert [len(row.audition.rounds) for row in reading.rows] == [1, 1]
    assert reading.unreadable == ()


def test_month_line_applies_to_the_days_below() -> None:
    text = (
        "2026,,\nDate,Project,Result\nMARCH,,\n3,Lear,no\nTue 17,Lear,no\n~ April ~,,\n3,Lear,no\n"
    )
    reading = read_sheet(text, NOW)
    days = [str(present(row.audition.rounds[0].done_at).day) for row in reading.rows]
    assert days == ["2026-03-03", "2026-03-17", "2026-04-03"]
    assert reading.duplicates == ()


def test_week_line_gives_the_year_of_the_days_below() -> None:
    sheet = (
        "WEEK OF 12/21/26,,\nDay,Project,Role\nMon 12/21,Ford,Dad\n,,\n"
        "Week of 12/28/26,,\nDay,Project,Role\nWed 12/30,Oreo,Mom\nFri 1/1,Geico,Mom\n"
    )
    reading = read_sheet(sheet, NOW)
    assert reading.unreadable == ()
    days = [
        str(row.audition.rounds[0].when.day) for row in reading.rows if row.audition.rounds[0].when
    ]
    assert days == ["2026-12-21", "2026-12-30", "2027-01-01"]


def test_a_day_without_a_month_is_never_guessed() -> None:
    reading = read_sheet("2026,\nDate,Project\n1/6/26,Lear\n1/9/26,Hamlet\n17,Macbeth\n", NOW)
    assert [row.row for row in reading.unreadable] == [5]


def test_nan_is_a_possible_role() -> None:
    reading = read_sheet("Project,Role\nHarvest Home,Nan\nLear,nan\nMacbeth,NaN\n", NOW)
    assert [row.audition.role for row in reading.rows] == ["Nan", "", ""]


def test_audition_noted_twice_differently_is_kept_twice() -> None:
    reading = read_sheet("Date,Project,Notes\n1/2/24,Lear,one\n1/2/24,Lear,two\n", NOW)
    assert len({r.audition.id for r in reading.rows}) == 2
    assert "as an earlier row" in reading.rows[1].said[-1]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("26/11", "26/11 has no year"),
        ("2/30/24", "2/30/24 is not a date: February 2024 has no day 30"),
    ],
)
def test_a_date_is_never_guessed(cell: str, reason: str) -> None:
    bad = read_sheet(f"Date,Project\n{cell},Lear\n", NOW).unreadable[0]
    assert (bad.row, bad.column, bad.value, bad.reason) == (2, "Date", cell, reason)


@pytest.mark.parametrize("cell", ["soon", "yesterday", "early March 2026", "2026"])
def test_unstated_day_is_unknown_and_its_words_kept(cell: str) -> None:
    audition = first(f"Date,Project,Result\n{cell},Lear,cb\n")
    assert audition.rounds == ()
    assert audition.notes == f"Date: {cell}"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"PK\x03\x04",
        b"a\x00b",
        b"Name,Age\nx,3\n",
        b'"Date,Project\n',
        b"\xff\xfe\x00",
    ],
)
def test_unsupported_file_is_refused_kindly(data: bytes) -> None:
    with pytest.raises(SheetError) as caught:
        read_sheet(data, NOW)
    assert caught.value.mend


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(SheetError, match="20,000,000"):
        decode(b"x" * (MOST_BYTES + 1))


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("callbacktui.exchange.spreadsheet.csv_parsing.MOST_ROWS", 3)
    with pytest.raises(SheetError, match="more than 3 rows"):
        list(parse_rows("a\nb\nc\nd\n", ","))


@given(
    st.lists(
        st.lists(st.text(alphabet='ab "\n,;=é', max_size=6), min_size=2, max_size=2),
        min_size=1,
        max_size=8,
    )
)
def test_spreadsheet_rows_are_read_exactly(rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([["one", "two"], *rows])
    assert [list(r.cells) for r in parse_rows(written.getvalue(), ",")] == [["one", "two"], *rows]


wild = st.text(max_size=200) | st.lists(
    st.sampled_from(['"', ",", "\n", ";", "1/2/24", "13/45/26", "Lear", "cb", "->", "\x00", "é"]),
    max_size=60,
).map("".join)


@example(";\nCB;\n;\n;")  # rows of nothing but a mark do not make it the delimiter
@given(wild)
def test_any_text_is_read_row_by_row(text: str) -> None:
    reading = read_sheet("Date,Project,Result\n" + text, NOW)
    assert all(read.audition.project for read in reading.rows)
    assert all(bad.reason for bad in reading.unreadable)


@given(st.binary(max_size=200) | wild.map(str.encode))
def test_any_file_is_read_or_refused(data: bytes) -> None:
    try:
        reading = read_sheet(data, NOW)
    except SheetError:
        return
    assert detect_delimiter(decode(data)[0]) == reading.delimiter

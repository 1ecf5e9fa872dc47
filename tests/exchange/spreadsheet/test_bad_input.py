"""Files that are traps, locked, cut off, or no sheets are refused with the reason and the mend."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pendulum
import pytest

from callbacktui.exchange.spreadsheet import workbook
from callbacktui.exchange.spreadsheet.types import Mending, SheetError, SheetReading
from tests.exchange.spreadsheet.read_sheet import read_sheet

NOW = pendulum.datetime(2026, 11, 22, 15, 30, tz="America/New_York")
GIVEN = Path(__file__).parent / "data" / "given"
XLSX = (GIVEN / "workbook.xlsx").read_bytes()
ODS = (GIVEN / "sheet.ods").read_bytes()
CELL = (
    b'<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    b"</table:table-row>"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def repacked(data: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """Return an archive with its parts changed, and with more parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
        for name, content in more.items():
            target.writestr(name, content)
    return out.getvalue()


def same(_name: str, content: bytes) -> bytes:
    return content


def read(data: bytes | str, sheet: str = "") -> SheetReading:
    return read_sheet(data, NOW, mending=Mending(sheet=sheet))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (repacked(XLSX, same, **{"xl/vbaProject.bin": b"x"}), "has macros"),
        (XLSX[:-400], "cut off or damaged"),
        (XLSX[:2000], "cut off or damaged"),
        (OLE + bytes(5000), "cut off or damaged"),
        (repacked(ODS, lambda n, c: b"<x" if n == "content.xml" else c), "cut off or damaged"),
        (b"%PDF-1.7 x", "This is a PDF"),
        (b"\x89PNG\r\n", "This is a picture"),
        (b"From: a@b.c\nTo: d\nSubject: Audition\n\nHi", "callbacktui paste FILE"),
        (b"<!doctype html><p>Nice", "callbacktui advice import FILE"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "holds no event"),
        (b'Date,Project,"Role\n3/4/2026,Ford,Dad\n', "A quote is opened and not closed"),
    ],
    ids=[
        *("password", "macros", "xlsx cut", "xlsx cut short", "xls damaged", "ods damaged"),
        *("pdf", "picture", "mail", "page", "calendar", "quote in the headings"),
    ],
)
def test_unsupported_file_is_identified(data: bytes, reason: str) -> None:
    with pytest.raises(SheetError, match=reason) as caught:
        read(data)
    assert caught.value.mend


def test_archive_is_refused_by_name(tmp_path: Path) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("a.csv", "Date,Project\n")
    with pytest.raises(SheetError, match="an archive"):
        read(archive.getvalue())


def test_zip_bomb_is_measured_by_its_real_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "_MOST_UNPACKED", 50_000)
    bomb = repacked(XLSX, lambda n, c: c + b" " * 60_000 if n.endswith("sheet1.xml") else c)
    with pytest.raises(SheetError, match="unpacks to more than"):
        read(bomb)


def test_far_away_cell_is_refused_before_it_takes_memory() -> None:
    far = b'<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    data = repacked(XLSX, lambda _, content: content.replace(b"</row></sheetData>", far))
    assert data != XLSX
    with pytest.raises(SheetError, match="reaches over"):
        read(data)


@pytest.mark.parametrize(
    "trap",
    [
        b'<table:table-row table:number-rows-repeated="1000000">' + CELL,
        b"<table:table-row>"
        + CELL.replace(b" ", b' table:number-columns-repeated="100000000" ', 1),
    ],
)
def test_row_or_cell_repeated_a_million_times_is_refused(trap: bytes) -> None:
    data = repacked(
        ODS, lambda _, content: content.replace(b"</table:table>", trap + b"</table:table>")
    )
    assert data != ODS
    with pytest.raises(SheetError, match="reaches over"):
        read(data)


def test_a_million_empty_rows_are_skipped() -> None:
    reading = read("Date,Project\n" + ",\n" * 1_000_000 + "3/4/2026,Lear\n")
    assert (len(reading.rows), reading.blank) == (1, 1_000_000)


def test_too_many_columns_are_refused_early() -> None:
    with pytest.raises(SheetError, match="200000 columns"):
        read(",".join(f"c{n}" for n in range(200_000)) + "\n")


def test_worksheet_is_chosen_by_headings_or_name() -> None:
    assert read(XLSX).sheet == "Auditions"
    assert read(XLSX, sheet="costs").sheet == "Costs"
    with pytest.raises(SheetError, match="Sheets: Auditions, Costs"):
        read(XLSX, sheet="nowhere")


def test_event_repeating_every_second_is_reported() -> None:
    event = "BEGIN:VEVENT\nUID:{0}\nDTSTART:20260304T150000Z\nSUMMARY:{1}\n{2}END:VEVENT\n"
    reading = read(
        (
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n"
            + event.format(1, "Audition: Lear", "RRULE:FREQ=SECONDLY\n")
            + event.format(2, "Callback: Hamlet", "LOCATION:Pearl Studios\n")
            + event.format(3, "Dentist", "")
            + event.format(4, "Self tape due: Othello", "STATUS:CANCELLED\n")
            + "END:VCALENDAR\n"
        ).encode()
    )
    assert [(bad.reason, bad.mend) for bad in reading.unreadable] == [
        ("It repeats without end", "Add it by hand, on its own day")
    ]
    assert [skipped.text for skipped in reading.skipped] == ["Dentist"]
    hamlet, othello = (row.audition for row in reading.rows)
    assert (hamlet.project, hamlet.place, hamlet.stage.value) == (
        "Hamlet", "Pearl Studios", "callback",
    )  # fmt: skip
    assert hamlet.rounds[0].done_at is not None
    assert hamlet.rounds[0].done_at.isoformat() == "2026-03-04T10:00:00-05:00"
    assert (othello.project, othello.disposition.value) == ("Othello", "cancelled")


def test_html_table_is_read_as_a_sheet() -> None:
    page = (
        "<html><table><tr><th>Date<th>Project<th>Result</tr>"
        "<tr><td>3/4/2026<td>Lear &amp; Co<td>cb</tr></table></html>"
    )
    [row] = read(page.encode()).rows
    assert (row.audition.project, row.audition.stage.value) == ("Lear & Co", "callback")

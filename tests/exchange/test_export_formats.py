"""Texts of an export: Markdown shows each word, a page has no markup of others, tables have all."""

import datetime as dt
import io
import shutil
import subprocess
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.domain.stage import Stage
from callbacktui.exchange.auditions_by_year_html import write_print_page
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material
from callbacktui.exchange.export_tables import export_tables
from callbacktui.exchange.markdown_export import escape_markdown, write_markdown
from callbacktui.exchange.workbook_export import write_workbook
from tests.exchange.spreadsheet.read_sheet import read_sheet
from tests.factories import NOW, days_ago, present, read_on

CAREER = make_career(60, 7, NOW, open_material())
PRACTICE = Practice(id="p1", date=days_ago(3), kind=PracticeKind.CLASS, who="Ann Lee", note="Warm.")
EVIL = "<script>alert(1)</script> & [x](http://y) `# no` *bold* =1+1"


def test_every_table_has_all_rows_and_columns() -> None:
    tables = {table.name: table for table in export_tables(CAREER, [PRACTICE], NOW)}
    assert len(tables["Auditions"].rows) == len(tables["Details"].rows) == len(CAREER)
    for name in ("Rounds", "Holds", "Follow ups", "Feedback"):
        field = name.lower().replace(" ", "_")
        parts = [part for one in CAREER for part in getattr(one, field)]
        assert len(tables[name].rows) == len(parts)
        if parts:
            fields = msgspec.structs.fields(type(parts[0]))
            heads = {head.partition(": ")[0] for head in tables[name].header}
            assert {field.name.replace("_", " ") for field in fields} <= heads
    assert "Ann Lee" in tables["Practice"].rows[0]
    booked = next(one for one in CAREER if one.booking and one.booking.fee)
    assert booked.booking
    assert booked.booking.fee
    [row] = [row for row in tables["Details"].rows if row[1] == booked.id]
    assert row[tables["Details"].header.index("booking: fee")] == booked.booking.fee.said
    for table in tables.values():
        assert all(len(row) == len(table.header) for row in table.rows)


def test_workbook_cells_are_never_formulas_links_or_cut_silently() -> None:
    long = "x" * 40_000
    kept = [
        read_on(3, id="a", project="=1+1", notes="https://example.org"),
        read_on(4, id="b", project="+2", notes=long),
    ]
    data = write_workbook(export_tables(kept, [], NOW), NOW)
    with ZipFile(io.BytesIO(data)) as book:
        sheets = [book.read(name) for name in book.namelist() if "worksheets/sheet" in name]
    assert not any(b"<f>" in sheet or b"hyperlink" in sheet for sheet in sheets)
    rows = {row.audition.project: row.audition for row in read_sheet(data, NOW).rows}
    assert rows["=1+1"].notes == "https://example.org"
    assert rows.keys() == {"=1+1"}, "a cell that is longer than an import takes is said, not kept"
    with ZipFile(io.BytesIO(data)) as book:
        assert b"[cut: a cell holds no more" in book.read("xl/sharedStrings.xml")


def test_markdown_has_every_field_and_the_months_in_order() -> None:
    text = write_markdown(CAREER, [PRACTICE], NOW).decode()
    for one in CAREER:
        assert f"### {escape_markdown(one.name)}\n" in text
    first, last = text.index("## August 2025"), text.index("## November 2026")
    assert first < last
    assert "## Practice" in text
    reflected = next(r.reflection for one in CAREER for r in one.rounds if r.reflection)
    assert escape_markdown(reflected.felt_good) in text


def test_single_audition_is_exported_as_its_own_page() -> None:
    text = write_markdown([read_on(3, role="Nina", project="The Seagull")], [], NOW).decode()
    assert text.startswith("# Nina, The Seagull\n")
    assert "## " not in text


@given(st.text(alphabet="abc *_`#[]()<>-+=1.!|~\\&\n", max_size=40))
def test_text_in_markdown_exports_is_escaped(text: str) -> None:
    import markdown_it

    shown = markdown_it.MarkdownIt("commonmark").render(f"x {escape_markdown(text)}")
    tags = {part.split(">")[0].strip("/ ") for part in shown.split("<")[1:]}
    assert tags <= {"p", "pre", "code", "br"}
    assert "<code>" not in shown or "\n    " in f"\n{text}", "only an indent makes it code"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_print_page_has_every_audition_and_no_scripts() -> None:
    evil = replace(read_on(4, id="evil", role=EVIL), project=EVIL)
    undated = Audition(id="u", project="Some Day")
    page = Tags()
    page.feed(write_print_page([*CAREER, evil, undated]).decode())
    assert page.tags == {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "tr", "th",
        "td",
    }  # fmt: skip
    words = "\n".join(page.words)
    assert EVIL in words
    assert words.index("2025") < words.index("2026") < words.index("Without a date")
    for one in CAREER:
        assert one.project in words


def test_openpyxl_reads_every_cell_of_the_workbook() -> None:
    tables = export_tables(
        [*CAREER, read_on(3, id="evil", project="=1+1", notes=EVIL)], [PRACTICE], NOW
    )
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(tables, NOW)))
    assert book.sheetnames == [table.name for table in tables]
    for table in tables:
        head, *rows = book[table.name].iter_rows()
        assert [cell.value for cell in head] == list(table.header)
        assert len(rows) == len(table.rows)
        for row, wanted in zip(rows, table.rows, strict=True):
            assert {cell.data_type for cell in row} <= {"s", "n", "d", "b"}, "f is a formula"
            assert [_as_read(cell.value) for cell in row] == [_as_read(cell) for cell in wanted]


def _as_read(cell: object) -> object:
    """Return a cell as a workbook has it: nothing for an empty text, a time for a day."""
    if isinstance(cell, dt.date) and not isinstance(cell, dt.datetime):
        return dt.datetime.combine(cell, dt.time())
    return float(cell) if isinstance(cell, int | Decimal) else (cell or None)


def test_workbook_written_by_openpyxl_is_imported() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Date", "Project", "Role", "Result"])
    sheet.append([dt.date(2026, 11, 2), "The Seagull", "Nina", "callback"])
    sheet.append([dt.datetime(2026, 11, 3, 14, 30), "Hamlet", "Ophelia", None])
    out = io.BytesIO()
    book.save(out)
    seagull, hamlet = (row.audition for row in read_sheet(out.getvalue(), NOW).rows)
    assert (seagull.project, seagull.role, seagull.stage) == ("The Seagull", "Nina", Stage.CALLBACK)
    assert str(present(hamlet.rounds[0].when).time) == "14:30:00"


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize("ending", ["csv", "ods", "xls", "xlsx"])
def test_auditions_survive_a_round_trip_through_libreoffice(tmp_path: Path, ending: str) -> None:
    file = tmp_path / "all.xlsx"
    file.write_bytes(write_workbook(export_tables(CAREER, [PRACTICE], NOW), NOW))
    saved = tmp_path / "saved"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"  # one for each process
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(saved),
         str(file)],
        check=True, timeout=120, capture_output=True,
    )  # fmt: skip
    ours = read_sheet(file.read_bytes(), NOW).rows
    theirs = read_sheet((saved / f"all.{ending}").read_bytes(), NOW).rows
    assert [row.audition.project for row in theirs] == [one.project for one in CAREER]
    assert [row.audition for row in theirs] == [row.audition for row in ours]

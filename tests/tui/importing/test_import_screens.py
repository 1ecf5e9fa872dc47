"""A sheet on its way in: the file, the preview, the mending, and what is kept."""

import json
import threading
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from callbacktui.config import Config
from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.json_document import export_document
from callbacktui.exchange.spreadsheet.types import Mending
from callbacktui.import_memory import load_mending
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.importing import preview_screen
from callbacktui.tui.importing.file_screen import FileScreen
from callbacktui.tui.importing.folder_list import FolderList
from callbacktui.tui.importing.preview_list import PreviewList
from callbacktui.tui.importing.preview_rows import Part, PreviewRow
from callbacktui.tui.importing.preview_screen import ImportScreen
from tests.factories import NOW
from tests.tui.actions import seen, until
from tests.tui.conftest import MakeApp
from tests.tui.host_app import HOSTILE
from tests.tui.sample_desks import SEVERAL, lines, settled, shown

SHEET = """Date,Project,Role,Casting,Vibe,Result
11/14/2026,Tin Kettle,Ada,Harbor Casting,warm,callback
11/16/2026,Small Tide,Orr,Quill Street,cold,glorp
11/17/2026,Dry Run,Lee,Quill Street,odd,glorp
02/30/2026,Tin Kettle,Mum,Harbor Casting,,
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    (folder / "old").mkdir(parents=True)
    (folder / "mine.csv").write_text(SHEET, "utf-8")
    (folder / "letter.pdf").write_bytes(b"%PDF-1.4")
    monkeypatch.setenv("HOME", str(folder))
    return folder


async def opened(pilot: Pilot[None], path: Path | str) -> ImportScreen:
    """Open the preview of a file, as an actor does."""
    await shown(pilot)
    await pilot.press("plus")
    await until(pilot, FileScreen)
    pilot.app.screen.query_one(LineEntry).value = str(path)
    await pilot.press("enter")
    await until(pilot, ImportScreen)
    return await read(pilot)


async def read(pilot: Pilot[None]) -> ImportScreen:
    """Wait until the sheet is read."""
    screen = pilot.app.screen
    assert isinstance(screen, ImportScreen)
    while screen._is_reading:
        await pilot.pause(0.01)
    await seen(pilot)
    return screen


def rows(screen: ImportScreen, part: Part) -> dict[str, PreviewRow]:
    assert screen._preview
    return {row.label: row for row in screen._preview.rows if row.part is part}


def go(screen: ImportScreen, label: str) -> None:
    listed = screen.query_one(PreviewList)
    listed.go(next(n for n, at in enumerate(listed._lines) if getattr(at, "label", "") == label))


def text(screen: ImportScreen) -> str:
    listed = screen.query_one(PreviewList)
    strips = (listed.strip(index) for index in range(listed.line_count))
    return "\n".join(strip.text for strip in strips if strip)


async def choose(pilot: Pilot[None], name: str) -> None:
    await until(pilot, ChoiceDialog)
    screen = pilot.app.screen
    assert isinstance(screen, ChoiceDialog)
    place = [choice.name for choice in screen._choices].index(name)
    screen.query_one(OptionList).highlighted = place
    await seen(pilot, "enter")


def trouble(screen: Any) -> str:
    return str(screen.query_one(".trouble", Static).content)


def by_project(app: CallbackApp) -> dict[str, Audition]:
    return {one.project: one for one in app.session.ledger.all()}


async def test_empty_desk_shows_the_import_key(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await shown(pilot)
        assert any("+ imports the spreadsheet" in line for line in lines(app))


async def test_preview_shows_how_everything_is_read(make_app: MakeApp, home: Path) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, home / "mine.csv")
        columns = rows(screen, Part.COLUMNS)
        assert (columns["Casting"].value, columns["Casting"].often) == ("office", "3")
        assert (columns["Vibe"].value, columns["Vibe"].is_open) == ("the notes", True)
        [unknown] = rows(screen, Part.UNKNOWN).values()
        assert (unknown.label, unknown.often) == ("Result: “glorp”", "2")
        assert rows(screen, Part.WORDS)["Result: “callback”"].value == "callback"
        [bad] = rows(screen, Part.UNREADABLE).values()
        assert "02/30/2026" in bad.value
        assert len(rows(screen, Part.AUDITIONS)) == 3
        seen_words = str(screen.query_one("#seen", Static).content)
        assert seen_words.startswith("3 auditions: 3 new")
        assert "1 row that cannot be read, 2 words not known" in seen_words
        assert "Words not known" in text(screen)
        await pilot.press("escape")
        await until(pilot, FileScreen)
        await pilot.press("escape")
        await until(pilot, DeskScreen)
        assert app.session.ledger.all() == ()


async def test_corrected_columns_and_words_are_remembered(make_app: MakeApp, home: Path) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, home / "mine.csv")
        go(screen, "Vibe")
        await pilot.press("enter")
        await choose(pilot, "Tags")
        await read(pilot)
        go(screen, "Result: “glorp”")
        await pilot.press("e")
        await choose(pilot, "Hold (“pin”)")
        await read(pilot)
        assert rows(screen, Part.COLUMNS)["Vibe"].is_said
        assert rows(screen, Part.WORDS)["Result: “glorp”"].is_said
        assert not rows(screen, Part.UNKNOWN)
        here = screen.query_one(PreviewList).here
        assert here is not None
        assert here.label == "Result: “glorp”", "the cursor left the word it was on"
        await pilot.press("ctrl+s")
        await settled(pilot)
        kept = by_project(app)
        assert kept["Small Tide"].stage is Stage.HOLD
        assert kept["Small Tide"].tags == ("cold",)
        (home / "mine.csv").write_text(SHEET + "11/18/2026,New One,Pip,Quill,kind,glorp\n")
        screen = await opened(pilot, home / "mine.csv")
        assert rows(screen, Part.COLUMNS)["Vibe"].value == "tags"
        assert str(screen.query_one("#seen", Static).content).startswith(
            "4 auditions: 1 new, 3 here already"
        )
        await pilot.press("escape")
        await until(pilot, FileScreen)
        await pilot.press("escape")
        await until(pilot, DeskScreen)
        await pilot.press("u")
        await until(pilot, ConfirmDialog)
        await pilot.press("y")
        await settled(pilot)
        assert app.session.ledger.all() == (), "one import is one step"


async def test_word_can_be_moved_to_the_notes_and_back(make_app: MakeApp, home: Path) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, home / "mine.csv")
        go(screen, "Result: “callback”")
        await pilot.press("x")
        await read(pilot)
        assert rows(screen, Part.UNKNOWN)["Result: “callback”"].value == "the notes"
        assert screen._preview
        first = screen._preview.plan.auditions[0]
        assert "Result: callback" in first.notes
        assert first.stage is not Stage.CALLBACK
        go(screen, "Result: “callback”")
        await pilot.press("backspace")
        await read(pilot)
        assert rows(screen, Part.WORDS)["Result: “callback”"].value == "callback"
        assert load_mending(app.session.memory, screen._fingerprint).words == {}


async def test_unreadable_day_can_be_typed_or_skipped(make_app: MakeApp, home: Path) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, home / "mine.csv")
        go(screen, "row 5")
        await pilot.press("x")
        await read(pilot)
        assert not rows(screen, Part.UNREADABLE)
        assert screen._preview
        mum = screen._preview.plan.auditions[3]
        assert (mum.rounds, mum.notes) == ((), "Date: 02/30/2026")
        screen._say_of_sheet(Mending())
        await read(pilot)
        go(screen, "row 5")
        await pilot.press("enter")
        await until(pilot, LineDialog)
        app.screen.query_one(LineEntry).value = "28 Feb 2026 3pm"
        await seen(pilot, "enter")
        await until(pilot, ImportScreen)
        await read(pilot)
        mum = screen._preview.plan.auditions[3]
        assert [read.when.isoformat()[:16] for read in mum.rounds if read.when] == [
            "2026-02-28T15:00"
        ]


@pytest.mark.parametrize(("label", "name"), [("Date", "Date"), ("Result: “callback”", "Callback")])
async def test_question_starts_at_the_current_reading(
    make_app: MakeApp, home: Path, label: str, name: str
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        go(await opened(pilot, home / "mine.csv"), label)
        await pilot.press("enter")
        await until(pilot, ChoiceDialog)
        screen = app.screen
        assert isinstance(screen, ChoiceDialog)
        place = screen.query_one(OptionList).highlighted
        assert place is not None
        assert screen._choices[place].name == name


async def test_file_can_be_picked_from_its_folder(make_app: MakeApp, home: Path) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("plus")
        await until(pilot, FileScreen)
        listed = app.screen.query_one(FolderList)
        names = [entry.location.name for entry in listed.options]  # type: ignore[attr-defined]
        assert names == ["..", "old", "mine.csv"], "a PDF holds no auditions"
        await seen(pilot, "enter")
        assert listed.has_focus, "Enter on an empty line leads to the list"
        await pilot.press("j", "ctrl+s")
        await until(pilot, ImportScreen)
        await read(pilot)
        await pilot.press("escape")
        await until(pilot, FileScreen)
        await pilot.press("tab", "enter")
        while listed.location == home:
            await pilot.pause(0.01)
            listed = app.screen.query_one(FolderList)
        assert listed.location == home / "old"
        await pilot.press("backspace")
        await seen(pilot)
        assert listed.location == home


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nowhere.csv", "There is no file nowhere.csv"),
        ("https://example.org/sheet.csv", "web address"),
    ],
)
async def test_missing_file_is_reported(make_app: MakeApp, line: str, words: str) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("plus")
        await until(pilot, FileScreen)
        app.screen.query_one(LineEntry).value = line
        await seen(pilot, "enter")
        assert words in trouble(app.screen)
        assert isinstance(app.screen, FileScreen)


async def test_sheet_without_a_project_column_asks_for_it(make_app: MakeApp, home: Path) -> None:
    sheet = home / "odd.csv"
    sheet.write_text("Date,Blorp\n11/14/2026,Tin Kettle\n", "utf-8")
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("plus")
        await until(pilot, FileScreen)
        app.screen.query_one(LineEntry).value = str(sheet)
        await pilot.press("enter")
        await choose(pilot, "Blorp")
        await until(pilot, ImportScreen)
        screen = await read(pilot)
        assert rows(screen, Part.COLUMNS)["Blorp"].value == "project"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "Tin Kettle" in by_project(app)


async def test_ambiguous_dates_follow_the_actors_choice(make_app: MakeApp, home: Path) -> None:
    sheet = home / "dates.csv"
    sheet.write_text("Date,Project\n03/04/2026,Tin Kettle\n", "utf-8")
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, sheet)
        assert rows(screen, Part.SHEET)["dates"].is_open
        go(screen, "dates")
        await pilot.press("enter")
        await choose(pilot, "Day first")
        await read(pilot)
        assert screen._preview
        [one] = screen._preview.plan.auditions
        [day] = [read.when.day.isoformat() for read in one.rounds if read.when]
        assert day == "2026-04-03"


async def test_escape_cancels_a_running_import(
    make_app: MakeApp, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, may_go_on, stopped = threading.Event(), threading.Event(), threading.Event()

    def slow(*_: object, watch: Any, **__: object) -> None:
        watch(200, 20_000)
        going.set()
        may_go_on.wait(10)
        try:
            watch(400, 20_000)
        except preview_screen.ReadingStopped:
            stopped.set()
            raise

    monkeypatch.setattr(preview_screen, "preview_table", slow)
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("plus")
        await until(pilot, FileScreen)
        app.screen.query_one(LineEntry).value = str(home / "mine.csv")
        await pilot.press("enter")
        await until(pilot, ImportScreen)
        while not going.is_set():
            await pilot.pause(0.01)
        screen = app.screen
        assert isinstance(screen, ImportScreen)
        screen._say_progress()
        assert "row 200 of 20,000; Esc" in str(screen.query_one("#seen", Static).content)
        await pilot.press("escape")
        await until(pilot, FileScreen)
        may_go_on.set()
        while not stopped.is_set():
            await pilot.pause(0.01)


async def test_old_auditions_are_closed_on_request(make_app: MakeApp, home: Path) -> None:
    (home / "old.csv").write_text("Date,Project\n01/14/2021,Tin Kettle\n", "utf-8")
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, home / "old.csv")
        await pilot.press("ctrl+s")
        await until(pilot, ConfirmDialog)
        await pilot.press("y")
        await settled(pilot)
        assert by_project(app)["Tin Kettle"].disposition is Disposition.PRESUMED_PASSED


async def test_unsupported_file_says_what_it_is(make_app: MakeApp, home: Path) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, home / "letter.pdf")
        assert "This is a PDF" in trouble(screen)
        await pilot.press("ctrl+s", "enter", "x", "j")
        await seen(pilot)
        assert isinstance(app.screen, ImportScreen)
        assert app.session.ledger.all() == ()


async def test_exported_json_can_be_imported(make_app: MakeApp, home: Path) -> None:
    whole = home / "all.json"
    app = make_app(SEVERAL)
    whole.write_bytes(export_document(app.session.repository.records(), NOW))
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("d")
        await settled(pilot)
        await pilot.press("plus")
        await until(pilot, FileScreen)
        app.screen.query_one(LineEntry).value = str(whole)
        await pilot.press("enter")
        await until(pilot, ConfirmDialog)
        await pilot.press("y")
        await settled(pilot)
        assert len(app.session.ledger) == len(SEVERAL)
        assert len(json.loads(whole.read_bytes())["auditions"]) == len(SEVERAL)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_sheet_text_is_never_parsed_as_markup(
    make_app: MakeApp, home: Path, size: tuple[int, int]
) -> None:
    cells = [f'"{words}"' for words in HOSTILE if len(words) < 1000]
    sheet = home / "hostile.csv"
    body = "\n".join(f"11/1{n}/2026,{cell},{cell}" for n, cell in enumerate(cells))
    sheet.write_text(f"Date,Project,Result\n{body}\n", "utf-8")
    app = make_app(config=Config(ascii=size[0] == 80))
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot, sheet)
        listed = screen.query_one(PreviewList)
        for _ in range(listed.line_count):
            await pilot.press("j")
        await seen(pilot)
        assert "\x1b" not in text(screen)
        assert len(rows(screen, Part.AUDITIONS)) == len(cells)
        go(screen, next(iter(rows(screen, Part.UNKNOWN))))
        await pilot.press("enter")
        await until(pilot, ChoiceDialog)


async def test_header_question_shows_the_current_row(make_app: MakeApp, home: Path) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, home / "mine.csv")
        go(screen, "headings")
        await pilot.press("enter")
        await until(pilot, LineDialog)
        hint = app.screen.query_one(".hint", Static)
        assert "Now row 1 is taken." in str(hint.content)

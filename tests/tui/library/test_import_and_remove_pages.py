"""Imported pages in the library: imported, read, found, removed and put back."""

import asyncio
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from callbacktui.store.base.errors import StoreWriteFailed
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.forms.file_paths import paths_in, why_no_file
from tests.advice.pages.test_parser import DATA
from tests.tui.conftest import MakeApp, look_only
from tests.tui.library.test_screen import NARROW, SIZES, go, head, here, page, room, search, shelf
from tests.tui.sample_desks import HOSTILE, QUIET, SEVERAL, in_library, shown

PAGE = DATA / "saved-page.txt"
TITLE = "Should You Learn the Lines Word for Word?"


async def ask(pilot: Pilot[None], key: str, dialog: type[LineDialog] | type[ConfirmDialog]) -> None:
    """Press a key that asks, without waiting for the answer."""
    await pilot.press(key)
    while not isinstance(pilot.app.screen, dialog):
        await pilot.pause(0.01)


async def bring_in(pilot: Pilot[None], file: Path | str) -> None:
    await ask(pilot, "i", LineDialog)
    dialog = pilot.app.screen
    dialog.query_one(Input).value = str(file)
    await pilot.press("enter")
    while pilot.app.screen is dialog and not dialog.query_one(".trouble").display:
        await pilot.pause(0.01)
    if pilot.app.screen is not dialog:
        await in_library(pilot)


@SIZES
async def test_page_is_imported_read_found_removed_and_restored(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await go(pilot, "L")
        await bring_in(pilot, PAGE)
        assert here(pilot) == TITLE
        assert shelf(pilot)[1].strip() == "¶ your own page, by Alma Reyes-Holt"
        await go(pilot, "enter", "g")
        assert page(pilot)[:2] == [TITLE, "What being off book is really for"]
        told = " ".join(" ".join(page(pilot)).split())
        assert told.count("I would rather see a choice than a recital") == 1
        await go(pilot, "n", "n", "n", "n")
        assert head(pilot).endswith("What it points to")
        await go(pilot, "escape")
        await search(pilot, "procedurals")
        assert here(pilot) == "When the Words Matter"
        assert "your own page" in shelf(pilot)[1]
        await go(pilot, "escape", "4")
        await ask(pilot, "d", ConfirmDialog)
        assert "backed up first" in str(app.screen.query(Static).first().render())
        await go(pilot, "y")
        assert here(pilot) == ""
        assert app.session.repository.pages.all() == []
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await go(pilot, "L", "4")
        assert here(pilot) == ""
        await go(pilot, "u")
        assert here(pilot) == TITLE
        await go(pilot, "u")  # and what was brought in goes out again
        assert here(pilot) == ""
        assert app.session.repository.pages.all() == []
        await go(pilot, "ctrl+r")
        assert here(pilot) == TITLE


@SIZES
async def test_imported_page_and_its_voices_are_listed(
    make_app: MakeApp, size: tuple[int, int], tmp_path: Path
) -> None:
    waiting = tmp_path / "waiting.txt"
    waiting.write_text(
        "How Do You Wait?\n\n(By Alma Reyes)\n\nOn Hearing Nothing\n\n"
        "“Silence is the sound of a far desk,” says coach Imre Vance.\n"
    )
    app = make_app([QUIET])
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await go(pilot, "L")
        await bring_in(pilot, waiting)
        await go(pilot, "1")
        lines = shelf(pilot)
        at = next(n for n, line in enumerate(lines) if line.strip() == "On Hearing Nothing")
        fitting = next(n for n, line in enumerate(lines) if "For this moment" in line)
        assert at > fitting
        assert lines[at + 1].strip() == "¶ your own page, in How Do You Wait?"
        await go(pilot, "2", "G")
        assert here(pilot) == "Imre Vance"
        *_, heading, name, where, words = (line.strip() for line in shelf(pilot) if line.strip())
        assert heading == "Quoted in your own pages"
        assert name.split() == ["Imre", "Vance", "coach"]
        assert (where, words) == (
            "¶ your own page, How Do You Wait?",
            "“Silence is the sound of a far desk”",
        )
        await go(pilot, "enter")
        assert head(pilot).endswith("How Do You Wait? · On Hearing Nothing")


async def test_missing_files_and_bad_pages_are_reported(make_app: MakeApp, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    app = make_app(SEVERAL)
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        await go(pilot, "L")
        await bring_in(pilot, tmp_path / "nowhere.txt")
        assert isinstance(app.screen, LineDialog)
        assert "There is no file" in str(app.screen.query_one(".trouble").render())
        await pilot.press("escape")
        await bring_in(pilot, tmp_path)
        assert "is a folder" in str(app.screen.query_one(".trouble").render())
        await pilot.press("escape")
        await ask(pilot, "i", LineDialog)
        first, empty = app.screen, str(tmp_path / "empty.txt")
        first.query_one(Input).value = empty
        await pilot.press("enter")
        async with asyncio.timeout(10):
            while app.screen is first or not isinstance(app.screen, LineDialog):
                await pilot.pause(0.01)
        await pilot.pause()
        assert "It is empty" in str(app.screen.query_one(".trouble").render())
        assert app.screen.query_one(Input).value == empty
        await pilot.press("escape")
        await in_library(pilot)
        assert app.session.drafts.all() == []
        await go(pilot, "1", "d")
        assert any("Only pages of your own" in note.message for note in app._notifications)


async def test_imported_page_leaves_no_draft(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(SEVERAL)
    drafts = app.session.drafts
    keep, drop, is_dropped = drafts.keep, drafts.drop, Event()

    def keep_late(*draft: Any) -> None:
        is_dropped.wait(0.2)  # a slow disk: the page is saved before the draft
        keep(*draft)

    def drop_and_tell(key: str) -> None:
        drop(key)
        is_dropped.set()

    monkeypatch.setattr(drafts, "keep", keep_late)
    monkeypatch.setattr(drafts, "drop", drop_and_tell)
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        await go(pilot, "L")
        await bring_in(pilot, PAGE)
        while isinstance(app.screen, LineDialog):
            await pilot.pause(0.01)
        await in_library(pilot)
    assert drafts.all() == []


async def test_failed_page_import_saves_nothing_and_says_so(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(SEVERAL)

    def full(*_: object) -> None:
        raise StoreWriteFailed(app.session.path, OSError(28, "full"))

    monkeypatch.setattr(app.session.repository, "write", full)
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        await go(pilot, "L")
        await bring_in(pilot, PAGE)
        assert any(note.message.startswith("Not saved") for note in app._notifications)
        assert room(pilot).query_one(TopBar).trouble == "the disk is full"  # the rest is below
        await go(pilot, "4")
        assert here(pilot) == ""


async def test_read_only_library_does_not_ask_for_pages(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    app = look_only(app.session)
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        await go(pilot, "L", "4")
        for key in ("i", "d", "u"):
            await go(pilot, key)
            said = [note.message for note in app._notifications]
            assert app.screen is room(pilot)
            assert "Nothing can be changed here: as you asked" in said[0]
            app.clear_notifications()


@pytest.mark.parametrize("size", [(1, 1), (20, 5), NARROW])
async def test_page_text_is_never_parsed_as_markup(
    make_app: MakeApp, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "[bold].txt"
    parts = [f"{text[:99]}\n\n“{text[:99]},” says coach [b]Bo[/b].\n" for text in HOSTILE]
    file.write_text("[/]\n\n(By [/b])\n\n" + "\n\n".join(parts), encoding="utf-8")
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await go(pilot, "L")
        await bring_in(pilot, file)
        await go(pilot, "enter", "n", "G", "g", "B")
        if size == NARROW:
            assert "[/]" in page(pilot)[0]
        await go(pilot, "escape")
        await ask(pilot, "d", ConfirmDialog)
        await go(pilot, "y")
        assert app.is_running


def test_path_can_be_typed_pasted_or_dragged(tmp_path: Path) -> None:
    one, other = tmp_path / "one page.txt", tmp_path / "other.txt"
    for file in (one, other):
        file.touch()
    for text in (
        str(one),
        f" '{one}' ",
        str(one).replace(" ", "\\ "),
        f"file://{str(one).replace(' ', '%20')}",
    ):
        assert paths_in(text) == [one]
        assert why_no_file(text) == ""
    assert paths_in(f"'{one}' '{other}'") == [one, other]
    for text in ("", " ", "'", "\x00", "~nobody-here/x", str(tmp_path), "nowhere.txt"):
        assert why_no_file(text)
    assert why_no_file("https://example.com/a.html").startswith("That's a web address.")
    assert why_no_file("/dev/null").startswith("/dev/null is not a file.")

"""The pocket while the program runs: written after a change, said or asked if it is not."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from callbacktui.config import Config, PocketSettings
from callbacktui.domain.audition import Audition
from callbacktui.session import open_session
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.unasked_dialog import UnaskedDialog
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.shell import pocket_sync
from tests.factories import NOW, asked, audition, moment
from tests.tui.actions import done_with, kept, seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import shown

NINA = audition(id="nina", role="Nina", project="The Seagull", rounds=(asked(at=moment(3, 15)),))


@pytest.fixture(autouse=True)
def _no_look_but_those_of_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pocket_sync, "EVERY", 3600)


def _config(folder: Path) -> Config:
    return Config(pocket=PocketSettings(folder=str(folder)))


async def _looked(pilot: Pilot[None]) -> None:
    """Look as the timer does, and wait until that is done."""
    app = pilot.app
    assert isinstance(app, CallbackApp)
    app.pocket_sync.look()
    while app.pocket_sync.is_busy and not isinstance(app.screen, UnaskedDialog):
        await pilot.pause(0.01)
    await pilot.pause()


async def _rename(app: CallbackApp, project: str) -> None:
    def edit(one: Audition) -> Audition:
        return replace(one, project=project)

    await app.session.ledger.update(["nina"], edit, "renamed")


async def test_pocket_is_written_at_start_and_after_changes_only(
    make_app: MakeApp, tmp_path: Path
) -> None:
    app = make_app([NINA], _config(tmp_path / "phone"))
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await _looked(pilot)
        page = tmp_path / "phone" / "today.html"
        assert "The Seagull" in page.read_text("utf-8")
        page.write_text(page.read_text("utf-8").replace("Seagull", "Gull"), "utf-8")
        await _looked(pilot)
        assert "The Gull" in page.read_text("utf-8")  # nothing changed, so nothing was written
        await _rename(app, "Three Sisters")
        await _looked(pilot)
        assert "Three Sisters" in page.read_text("utf-8")
        assert app.store_status.pocket == ""


def _looks_by_itself(app: CallbackApp) -> bool:
    return any(timer._interval == pocket_sync.EVERY for timer in app._timers)


async def test_pocket_sync_runs_only_with_a_folder_and_a_writable_store(
    make_app: MakeApp, tmp_path: Path
) -> None:
    for folder, looks in ((str(tmp_path / "phone"), True), ("", False)):
        app = make_app([NINA], Config(pocket=PocketSettings(folder=folder)))
        async with app.run_test(size=(80, 24)) as pilot:
            await shown(pilot)
            assert _looks_by_itself(app) == looks
    config = _config(tmp_path / "phone")
    place = open_session(app.session.path, config, lambda: NOW, read_only="as you asked")
    app = CallbackApp(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        assert not _looks_by_itself(app)


async def test_demo_is_never_written_to_the_pocket(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app([NINA], _config(tmp_path / "phone"))
    made_up = CallbackApp(replace(app.session, is_demo=True))
    async with made_up.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        assert made_up.session.pocket.folder == ""
        assert not (tmp_path / "phone").exists()


async def test_pocket_failure_is_shown_until_it_works(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app([NINA], _config(tmp_path / "usb" / "phone"))
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await _looked(pilot)
        assert "There is no folder" in app.store_status.pocket
        await done_with(pilot, "#", *"late", "enter")  # saving goes on
        assert kept(app, "nina").tags
        (tmp_path / "usb").mkdir()
        await _looked(pilot)
        assert app.store_status.pocket == ""
        assert (tmp_path / "usb" / "phone" / "today.html").exists()


async def test_emptied_pocket_folder_asks_once(make_app: MakeApp, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    app = make_app([NINA], _config(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await _looked(pilot)
        shutil.rmtree(folder / "calendar")
        await _rename(app, "Ivanov")
        await _looked(pilot)
        await _looked(pilot)
        assert isinstance(app.screen, UnaskedDialog)
        assert not (folder / "calendar").exists() or not list((folder / "calendar").iterdir())
        await seen(pilot, "down", "enter")
        await pilot.app.workers.wait_for_complete()
        assert len(list((folder / "calendar").iterdir())) == 1


async def test_declining_leaves_the_pocket_folder_alone(make_app: MakeApp, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    app = make_app([NINA], _config(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await _looked(pilot)
        shutil.rmtree(folder)
        await _rename(app, "Ivanov")
        await _looked(pilot)
        await _looked(pilot)
        await seen(pilot, "enter")  # the key that may be typed for something else is the safe one
        await _rename(app, "Platonov")
        await _looked(pilot)
        assert not folder.exists()
        assert "pocket --again" in app.store_status.pocket


async def test_pocket_question_is_repeated_after_an_error(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CallbackApp, "recovers", True)
    folder = tmp_path / "phone"
    app = make_app([NINA], _config(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await _looked(pilot)
        shutil.rmtree(folder)
        await _rename(app, "Ivanov")
        await _looked(pilot)
        await _looked(pilot)
        first = app.screen
        assert isinstance(first, UnaskedDialog)
        app.recover_from(RuntimeError("a fault"))
        while not isinstance(app.screen, DeskScreen):
            await pilot.pause(0.01)
        await shown(pilot)
        await _looked(pilot)
        assert isinstance(app.screen, UnaskedDialog)
        assert app.screen is not first
        await seen(pilot, "down", "enter")
        await app.workers.wait_for_complete()
        assert "Ivanov" in (folder / "today.html").read_text("utf-8")


async def test_pocket_page_is_updated_the_next_day(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app([NINA], _config(tmp_path / "phone"))
    page = tmp_path / "phone" / "today.html"
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await _looked(pilot)
        before = page.read_text("utf-8")
        app.session.pocket._clock = lambda: NOW.add(days=1)
        await _looked(pilot)
        assert page.read_text("utf-8") != before
        page.write_text("", "utf-8")
        await _looked(pilot)
        assert page.read_text("utf-8") == ""  # once a day, if nothing changes

"""The banner shows problems of the store for as long as they last."""

from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Static

from callbacktui.ledger import Ledger
from callbacktui.store.base.errors import DataFileBehind, StoreChangedOutside
from callbacktui.store.repository import Repository
from callbacktui.tui.commands.registry import COMMANDS
from callbacktui.tui.components.message_dialog import NotesDialog
from callbacktui.tui.components.store_banner import StoreBanner
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.library.screen import LibraryScreen
from callbacktui.tui.shell.background_sync import EVERY
from tests.factories import asked, audition, moment
from tests.tui.conftest import MakeApp, look_only
from tests.tui.sample_desks import SEVERAL, desk, settled, shown

FILE = Path("auditions.json")
NARROW = (80, 24)


def banner(app: App[None]) -> str:
    """Return the text of the top screen's banner; empty if it is not shown."""
    return "".join(str(shown.content) for shown in app.screen.query(StoreBanner) if shown.display)


def toasts(app: App[None]) -> str:
    return " ".join(notification.message for notification in app._notifications)


def drawn(app: App[None]) -> list[Strip]:
    return app.screen._compositor.render_strips()


async def sync(pilot: Pilot[None]) -> None:
    desk(pilot.app).background_sync.now()
    await settled(pilot)


async def test_read_only_reason_is_shown_for_every_change(make_app: MakeApp) -> None:
    place = make_app(SEVERAL).session
    app = look_only(place, "the disk is full")
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        assert "Nothing can be changed here: the disk is full." in banner(app)
        for command in COMMANDS:
            if command.writes:
                desk(app).action_do(command.id)
                await pilot.pause()
                assert "the disk is full" in toasts(app)
                app.clear_notifications()
        await settled(pilot)
        assert app.screen is desk(app)
        assert app.session.ledger.all() == place.ledger.all()
        await pilot.press("slash", *"seagull")
        await settled(pilot)
        assert len(desk(app).board) == 1
        await pilot.press("enter", "L")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert "the disk is full" in banner(app)


async def test_pending_data_file_is_shown_until_it_is_written(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def behind(repository: Repository) -> None:
        raise DataFileBehind(FILE, "the disk is full")

    app = make_app(SEVERAL)
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        assert banner(app) == ""
        with monkeypatch.context() as patch:
            patch.setattr(Repository, "flush", behind)
            await sync(pilot)
            assert banner(app).startswith("Your changes are saved")
            assert "the disk is full" in banner(app)
        await sync(pilot)
        assert banner(app) == ""


async def test_external_changes_are_merged_when_the_window_gets_focus(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def sync_external(ledger: Ledger) -> str:
        return "The laptop changed one audition."

    app = make_app(SEVERAL)
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        monkeypatch.setattr(Repository, "is_changed_outside", lambda repository: True)
        monkeypatch.setattr(Ledger, "sync_external", sync_external)
        app.post_message(events.AppFocus())
        await settled(pilot)
        assert "The laptop changed one audition." in toasts(app)
        desk(app).action_notices()
        await pilot.pause()
        assert "The laptop" in str(app.screen.query(".notice").first(Static).content)


async def test_second_window_follows_the_first(
    make_app: MakeApp,
) -> None:
    place = make_app(SEVERAL).session
    app = look_only(place, "another window has them open")
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        await pilot.press("T")
        await settled(pilot)
        due = moment(1, 18)
        new = audition(id="z", role="Zerbinetta", stage="requested", rounds=(asked(due_at=due),))
        await place.ledger.add([new], "Added Zerbinetta")
        while "z" not in app.session.ledger:
            await pilot.pause(EVERY / 10)
        await settled(pilot)
        assert "Zerbinetta" in "".join(str(strip.text) for strip in drawn(app))
        assert toasts(app) == ""
        assert app.session.repository.notices == []


async def test_failed_sync_is_not_retried_at_once(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = 0

    def gone(repository: Repository) -> bool:
        nonlocal tries
        tries += 1
        raise StoreChangedOutside(FILE, gone=True)

    app = make_app(SEVERAL)
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        monkeypatch.setattr(Repository, "is_changed_outside", gone)
        for _ in range(3):
            desk(app).background_sync.glance()
            await settled(pilot)
        assert tries == 1
        assert "is no longer there" in banner(app)


async def test_failed_sync_is_shown_until_it_succeeds(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(ledger: Ledger) -> str:
        raise StoreChangedOutside(FILE, gone=True)

    app = make_app(SEVERAL)
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(Repository, "is_changed_outside", lambda repository: True)
            patch.setattr(Ledger, "sync_external", gone)
            app.post_message(events.AppFocus())
            await settled(pilot)
            assert banner(app).startswith("! ")
            assert "is no longer there" in banner(app)
        app.post_message(events.AppFocus())
        await settled(pilot)
        assert banner(app) == ""


async def test_opening_notices_stay_until_read_and_can_be_reopened(
    make_app: MakeApp,
) -> None:
    long = "auditions.json is damaged: [/] " + "3 records came from the backup of Monday. " * 60
    app = make_app(SEVERAL)
    app.session.repository.notices[:] = [long, "One record changed in both places."]
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for _ in range(2):
            assert isinstance(app.screen, NotesDialog)
            notices = app.screen.query(".notice")
            assert [
                str(n.content) for n in notices.results(Static)
            ] == app.session.repository.notices
            assert all(n.region.width <= NARROW[0] for n in notices)
            await pilot.press("end")
            await pilot.pause()
            last = notices.last()
            assert app.screen.frame.region.overlaps(last.region)
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, DeskScreen)
            desk(app).action_notices()
            await pilot.pause()

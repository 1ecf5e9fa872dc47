"""Reverting one change, bringing back removed auditions, and restoring a backup."""

import asyncio
from asyncio import to_thread
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from msgspec.structs import replace
from textual.widgets import OptionList

from callbacktui.domain.text import clean
from callbacktui.store.base.errors import StoreReadOnly
from callbacktui.store.repository import Repository
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.list_detail_dialog import ListDetailDialog
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.history.backups_screen import BackupsScreen
from callbacktui.tui.history.history_screen import HistoryScreen
from callbacktui.tui.history.removed_screen import RemovedScreen
from tests.factories import NOW
from tests.tui.actions import kept
from tests.tui.conftest import MakeApp, look_only
from tests.tui.sample_desks import (
    HOSTILE,
    SEVERAL,
    WAITING,
    desk,
    detail_text,
    details_drawn,
    listed,
    press,
    rows,
    shown,
    trouble,
)

SIZES = [(80, 24), (120, 36), (200, 60)]
WIDE = (120, 36)


async def edit(app: CallbackApp, summary: str, **fields: Any) -> None:
    ledger = app.session.ledger
    await ledger.update(["waiting"], lambda a: replace(a, **fields), summary)


@pytest.mark.parametrize("size", SIZES)
async def test_single_change_is_reverted_and_the_revert_undone(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await edit(app, "First", notes="in blue", office="Gantry")
        await edit(app, "Second", notes="in red")
        desk(app).show("waiting")
        await shown(pilot)
        await press(pilot, "v")
        assert [line.split("  ")[1] for line in rows(app)] == ["Second", "First"]
        await press(pilot, "j")
        assert "Kestrel → Gantry" in detail_text(app)
        assert "what was changed after it stays: notes." in detail_text(app)
        await press(pilot, "t")
        assert (kept(app, "waiting").office, kept(app, "waiting").notes) == ("Kestrel", "in red")
        assert rows(app)[0].endswith("Took back: First")
        assert "Kestrel → Gantry" in detail_text(
            app
        )  # the cursor stays on the change, now one row lower
        assert "Nothing of this is left to undo" in detail_text(app)
        await press(pilot, "u")
        assert kept(app, "waiting").office == "Gantry"
        assert "Kestrel → Gantry" in detail_text(app)
        assert rows(app)[0].endswith("Undone: Took back: First")
        await press(pilot, "u")
        assert "Nothing was undone here yet" in trouble(app)
        assert kept(app, "waiting").office == "Gantry"
        await press(pilot, "escape")
        assert isinstance(app.screen, DeskScreen)


async def test_history_works_after_a_restart(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    await edit(app, "First", office="Gantry")
    await edit(app, "Second", notes="in red")
    again = make_app()
    async with again.run_test(size=WIDE) as pilot:
        desk(again).show("waiting")
        await shown(pilot)
        await press(pilot, "v", "j", "t", "escape")
        assert (kept(again, "waiting").office, kept(again, "waiting").notes) == (
            "Kestrel",
            "in red",
        )
        found = {a.id: a for a in again.session.repository.load()}
        assert found["waiting"] == kept(again, "waiting")
        await press(pilot, "u")
        assert kept(again, "waiting").office == "Gantry"


async def test_failed_revert_changes_nothing_and_says_why(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(SEVERAL)

    def refuse(*_: object) -> None:
        raise StoreReadOnly("the disk is full")

    async with app.run_test(size=WIDE) as pilot:
        await edit(app, "First", office="Gantry")
        desk(app).show("waiting")
        await shown(pilot)
        monkeypatch.setattr(Repository, "write", refuse)
        await press(pilot, "v", "t")
        assert isinstance(app.screen, HistoryScreen)
        assert "the disk is full" in trouble(app)
        assert kept(app, "waiting").office == "Gantry"
        assert len(rows(app)) == 1


async def test_unchanged_audition_says_so(make_app: MakeApp) -> None:
    app = make_app([WAITING])
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "v", "t", "u", "j", "k")
        assert detail_text(app).startswith("Nothing is known of earlier changes")
        await press(pilot, "escape", "minus", "enter", "v")
        assert detail_text(app).startswith("Nothing was removed lately")
        await press(pilot, "escape", "0", "enter")
        assert isinstance(app.screen, BackupsScreen)


async def test_removed_audition_is_restored_with_its_history(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    await edit(app, "First", office="Gantry")
    before = kept(app, "waiting")
    await app.session.ledger.remove(["waiting", "quiet"], "Removed 2 auditions")
    again = make_app()
    async with again.run_test(size=WIDE) as pilot:
        await shown(pilot)
        desk(again).say("Removed 2 auditions; u puts them back.")
        await press(pilot, "minus")
        assert isinstance(again.screen, RemovedScreen)
        assert not again._notifications
        at = next(n for n, line in enumerate(rows(again)) if "Detective Orr" in line)
        again.screen.query_one(OptionList).highlighted = at
        await details_drawn(pilot)
        assert "Gantry" in detail_text(again)
        await press(pilot, "v")
        assert isinstance(again.screen, HistoryScreen)
        assert [line.split("  ")[1] for line in rows(again)] == ["Removed 2 auditions", "First"]
        await press(pilot, "escape")
        again.screen.query_one(OptionList).highlighted = at
        await press(pilot, "enter")
        assert kept(again, "waiting") == before
        assert len(rows(again)) == 1
        await press(pilot, "escape")
        assert listed(again).cursor == "waiting"


@pytest.mark.parametrize("size", SIZES)
async def test_backup_shows_its_changes_and_is_restored(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(SEVERAL)
    app.session.repository.back_up(NOW)
    before = set(app.session.ledger.all())
    await edit(app, "First", office="Gantry")
    await app.session.ledger.remove(["quiet"], "Removed Park Ranger")
    since = set(app.session.ledger.all())
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await press(pilot, "0")
        assert rows(app)[0] == "Sat 21 Nov, 14:00  6 records"
        assert "Brings back 1" in detail_text(app)
        assert "Park Ranger, Fernhill" in detail_text(app)
        assert "Changes 1" in detail_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ConfirmDialog)
        await press(pilot, "enter")
        assert isinstance(app.screen, BackupsScreen)
        assert set(app.session.ledger.all()) == since
        await press(pilot, "enter", "y")
        assert isinstance(app.screen, DeskScreen)
        assert set(app.session.ledger.all()) == before == set(app.session.repository.load())
        assert "quiet" in listed(app).stops
        await press(pilot, "u")
        assert set(app.session.ledger.all()) == since


async def test_backup_can_be_made_and_a_damaged_one_is_marked(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    backups = app.session.repository.backups
    torn = backups._folder / app.session.repository.back_up(NOW, "import").name
    torn.write_bytes(torn.read_bytes()[:-9])
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "0")
        assert rows(app)[0] == "Sat 21 Nov, 14:00  damaged, before an import"
        assert "is damaged" in detail_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, BackupsScreen)
        count = len(backups.all())
        await press(pilot, "b")
        assert len(backups.all()) == count + 1
        assert rows(app)[0] == "Sat 21 Nov, 14:00  6 records"
        assert "Identical to what you have now." in detail_text(app)
        await press(pilot, "enter")
        assert "identical" in trouble(app)


async def test_history_and_backups_can_be_viewed_read_only(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    app.session.repository.back_up(NOW)
    await edit(app, "First", office="Gantry")
    app = look_only(app.session)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        count = len(app.session.repository.backups.all())
        await press(pilot, "0")
        assert "Changes 1" in detail_text(app)
        for key in ("enter", "b"):
            await press(pilot, key)
            assert isinstance(app.screen, BackupsScreen)
            assert "Nothing can be changed here: as you asked" in trouble(app)
        await press(pilot, "escape")
        desk(app).show("waiting")
        await shown(pilot)
        await press(pilot, "v", "t")
        assert "Nothing can be changed here: as you asked" in trouble(app)
        assert desk(app).query_one(TopBar).trouble == ""
        assert desk(app).store_status.errors == ()
        assert kept(app, "waiting").office == "Gantry"
        assert len(app.session.repository.backups.all()) == count


@pytest.mark.parametrize("size", SIZES)
async def test_history_text_is_never_parsed_as_markup(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        app.session.repository.back_up(NOW)
        for words in HOSTILE:
            seen = clean(words)
            await edit(app, f"Edited {words}", notes=words, role=words, project=seen, tags=(words,))
        desk(app).show("waiting")
        await shown(pilot)
        await press(pilot, "v", *["j"] * len(HOSTILE), "t", "tab", "j", "escape", "0", "enter", "n")
        await press(pilot, "escape", "d")
        await press(pilot, "minus", "v", "t", "escape", "escape")
        assert isinstance(app.screen, DeskScreen)
        assert "waiting" in app.session.ledger


@pytest.mark.parametrize("key", ["0", "-", "v", "p"])
async def test_reading_for_a_screen_ends_with_it(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    app = make_app(SEVERAL)
    may_go = Event()

    def slow(work: Callable[..., Any], *args: Any) -> Any:
        may_go.wait(5)
        return work(*args)

    async def in_thread(work: Callable[..., Any], /, *args: Any) -> Any:
        return await to_thread(slow, work, *args)

    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        monkeypatch.setattr(asyncio, "to_thread", in_thread)
        await pilot.press(key)
        while not isinstance(app.screen, ListDetailDialog):
            await pilot.pause(0.01)
        await pilot.pause()
        screen = app.screen
        reading = [worker for worker in app.workers if worker.node is screen]
        assert reading
        screen.action_leave()
        assert all(worker.is_cancelled for worker in reading)
        may_go.set()
        while app.screen is screen:
            await pilot.pause(0.01)

"""Questions that come up by themselves: what the actor was typing does not answer them."""

import shutil
from collections.abc import Awaitable, Callable
from math import inf
from pathlib import Path
from string import ascii_letters

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from callbacktui.config import Config, PocketSettings
from callbacktui.domain.change import Change
from callbacktui.store.repository import Repository
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components import unasked_dialog
from callbacktui.tui.components.unasked_dialog import UnaskedDialog
from callbacktui.tui.shell import pocket_sync
from tests.factories import NOW
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, settled, shown

Come = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture(params=["missing records", "welcome back", "pocket"])
def coming(
    request: pytest.FixtureRequest,
    make_app: MakeApp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[CallbackApp, Come]:
    """Return the program, and what brings the question up."""

    async def of_itself(_: Pilot[None]) -> None:
        pass

    if request.param == "missing records":
        app = make_app(SEVERAL[:2])
        path, few = app.session.path, app.session.path.read_bytes()
        app.session.repository.write([Change(before=None, after=a) for a in SEVERAL[2:]], "Four")
        app.session.close()
        path.write_bytes(few)
        return make_app(), of_itself
    if request.param == "welcome back":
        monkeypatch.setattr(Repository, "last_change", lambda _: NOW.subtract(days=60))
        return make_app(SEVERAL), of_itself

    folder = tmp_path / "phone"
    monkeypatch.setattr(pocket_sync, "EVERY", 3600)
    app = make_app(SEVERAL, Config(pocket=PocketSettings(folder=str(folder))))

    async def emptied(pilot: Pilot[None]) -> None:
        await shown(pilot)
        for one in SEVERAL[:2]:
            app.pocket_sync.look()
            await app.workers.wait_for_complete()
            shutil.rmtree(folder / "calendar", ignore_errors=True)
            await app.session.ledger.remove([one.id], "Removed")
        app.pocket_sync.look()

    return app, emptied


async def _asked(pilot: Pilot[None], come: Come) -> int:
    """Wait until it asks; return where the cursor is."""
    await come(pilot)
    while not isinstance(pilot.app.screen, UnaskedDialog):
        await pilot.pause(0.01)
    await pilot.pause()
    return _cursor(pilot)


def _cursor(pilot: Pilot[None]) -> int:
    place = pilot.app.screen.query_one(OptionList).highlighted
    assert place is not None
    return place


async def test_keys_typed_as_a_question_appears_do_not_answer_it(
    coming: tuple[CallbackApp, Come], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unasked_dialog, "PAUSE", inf)
    app, come = coming
    async with app.run_test(size=(100, 30)) as pilot:
        cursor = await _asked(pilot, come)
        before = app.session.ledger.all()
        for key in ("j", "down", "end", "enter", "escape", *ascii_letters):
            await pilot.press(key)
            assert isinstance(app.screen, UnaskedDialog), key
            assert _cursor(pilot) == cursor
        assert app.session.ledger.all() == before
        monkeypatch.setattr(unasked_dialog, "PAUSE", 0)  # the actor pauses
        await pilot.press("escape")
        await settled(pilot)
        assert app.session.ledger.all() == before


async def test_letters_never_answer_and_enter_changes_nothing(
    coming: tuple[CallbackApp, Come],
) -> None:
    app, come = coming
    async with app.run_test(size=(100, 30)) as pilot:
        await _asked(pilot, come)
        before = app.session.ledger.all()
        for key in ascii_letters:
            await pilot.press(key)
            assert isinstance(app.screen, UnaskedDialog), key
        await pilot.press("home", "enter")
        await settled(pilot)
        assert app.screen is app.screen_stack[1]
        assert app.session.ledger.all() == before

"""If most records are gone from the data file, the program asks before it changes anything."""

from pathlib import Path

import pytest

from callbacktui.config import Config
from callbacktui.domain.change import Change
from callbacktui.session import Session, open_session
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.components.unasked_dialog import UnaskedDialog
from tests.factories import NOW
from tests.tui.components.test_store_banner import banner
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, settled, shown

NARROW = (80, 24)
FEW = SEVERAL[:2]


def held(path: Path) -> bytes:
    return path.read_bytes()


def put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def opened(path: Path) -> Session:
    return open_session(path, Config(), lambda: NOW)


@pytest.fixture
def emptied(make_app: MakeApp) -> Path:
    """Return a store of six auditions whose file is replaced by an old one with two."""
    place = make_app(FEW).session
    few = held(place.path)
    added = [Change(before=None, after=audition) for audition in SEVERAL[2:]]
    place.repository.write(added, "Added four")
    place.close()
    put(place.path, few)
    return place.path


@pytest.mark.parametrize(("steps", "count"), [(1, 6), (2, 2)])
async def test_actor_decides_about_missing_records(emptied: Path, steps: int, count: int) -> None:
    place = opened(emptied)
    app = CallbackApp(place)
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        assert isinstance(app.screen, UnaskedDialog)
        assert desk(app).query_one(TopBar).badge == "READ ONLY"
        await pilot.press(*["down"] * steps, "enter")
        await settled(pilot)
        assert len(place.ledger) == count
        assert desk(app).query_one(TopBar).badge == ""
        assert banner(app) == ""
        await pilot.press("d")
        await settled(pilot)
        assert len(place.ledger) == count - 1
    place.close()
    again = opened(emptied)
    assert (len(again.ledger), again.repository.question) == (count - 1, None)
    again.close()


async def test_escape_opens_read_only_and_asks_again_next_time(emptied: Path) -> None:
    data = held(emptied)
    for _ in range(2):
        place = opened(emptied)
        app = CallbackApp(place)
        async with app.run_test(size=NARROW) as pilot:
            await shown(pilot)
            await pilot.press("escape")
            await settled(pilot)
            assert app.screen is desk(app)
            assert "2 of 6 records" in banner(app)
            await pilot.press("d")
            await settled(pilot)
            assert len(place.ledger) == len(FEW)
        place.close()
        assert held(emptied) == data


async def test_older_file_put_back_while_open_removes_nothing(make_app: MakeApp) -> None:
    app = make_app(FEW)
    place = app.session
    few = held(place.path)
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        await place.ledger.add(SEVERAL[2:], "Added four")
        place.flush()
        desk(app).refresh_data()
        put(place.path, few)
        desk(app).background_sync.now()
        await settled(pilot)
        assert app.screen is desk(app)
        assert len(place.ledger) == len(SEVERAL)
    assert held(place.path) != few

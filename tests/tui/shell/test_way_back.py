"""The desk, once a room is left: it shows what was changed there, and the file is written."""

import pytest

from callbacktui.tui.today.screen import TodayScreen
from tests.factories import audition
from tests.tui.actions import done_with, seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, listed, shown


@pytest.mark.parametrize("room", ["T", "P", "L"])
async def test_desk_shows_changes_made_in_another_screen(make_app: MakeApp, room: str) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        new = audition(id="new", role="Zoe", project="Dune")
        await desk(app).change(app.session.ledger.add([new], "Added Zoe"))
        await shown(pilot)
        assert "new" in listed(app).stops
        await seen(pilot, room)
        await done_with(pilot, "u")
        assert "new" not in app.session.ledger
        await seen(pilot, "A")
        await shown(pilot)
        assert "new" not in listed(app).stops


async def test_data_file_is_flushed_after_leaving_a_screen(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "T")
        room = app.screen
        assert isinstance(room, TodayScreen)
        new = audition(id="new", role="Zoe", project="Dune")
        await room.change(app.session.ledger.add([new], "Added Zoe"))
        assert room.background_sync._timer
        assert desk(app).background_sync._timer is None
        await seen(pilot, "A")
        assert desk(app).background_sync._timer

"""Leaving a room while a change there is written: how that ends is said all the same."""

import pytest

from callbacktui.domain.stage import Stage
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.today.screen import TodayScreen
from tests.factories import asked, audition, moment
from tests.tui.actions import HeldWrite, kept, seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import desk, settled, shown

NINA = audition(id="nina", stage=Stage.REQUESTED, rounds=(asked(id="r1", at=moment(0, 9)),))


@pytest.mark.parametrize("fails", [True, False])
async def test_result_of_a_save_is_reported_after_leaving_the_screen(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    app = make_app([NINA])
    async with app.run_test(size=(120, 40)) as pilot:
        await shown(pilot)
        await seen(pilot, "T", "S")
        disk = HeldWrite(monkeypatch, full=fails)
        await pilot.press("enter")
        await disk.until_begun(pilot)
        room = next(screen for screen in app.screen_stack if isinstance(screen, TodayScreen))
        room.action_room("room_desk")  # as a click on the top line does; a key would wait
        for _ in range(5):
            await pilot.pause()
        disk.goes_on.set()
        while not isinstance(app.screen, DeskScreen):
            await pilot.pause(0.01)
        await settled(pilot)
        said = [notice.message for notice in app._notifications]
        assert ("Not saved" in said[-1]) if fails else ("takes it back" in said[-1])
        assert bool(desk(app).store_status.not_saved) is fails
        assert bool(desk(app).query_one(TopBar).trouble) is fails
        assert (kept(app, "nina").stage is Stage.REQUESTED) is fails
        assert not desk(app).query_one(TopBar).saving

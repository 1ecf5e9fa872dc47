"""Where the parts of the desk stand, at every size; a message covers the tip and nothing else."""

from typing import Final

import pytest
from textual.app import App
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets._toast import Toast

from callbacktui.tui.components.pane import Pane
from tests.factories import read_on
from tests.tui.actions import seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, shown

SIZES: Final = ((80, 24), (120, 36), (120, 28), (170, 45), (200, 60))
SHORT: Final = "Nothing to take back."
LONG: Final = "Nina, The Seagull goes on to hold at Harbor Casting; u takes it back. " * 6


def part(app: App[None], id_: str) -> Widget:
    return desk(app).query_one(f"#{id_}")


def told(app: App[None]) -> list[Region]:
    """Return what the messages on the screen cover."""
    return [toast.region for toast in app.screen.query(Toast)]


@pytest.mark.parametrize("words", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("size", SIZES)
async def test_message_covers_only_the_tip(
    make_app: MakeApp, size: tuple[int, int], words: str
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size, notifications=True) as pilot:
        await shown(pilot)
        desk(app).say(words)
        await seen(pilot)
        (toast,) = told(app)
        assert toast == part(app, "tip").region


async def test_long_error_messages_are_shown_whole(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shown(pilot)
        desk(app).say(LONG, failed=True)
        await seen(pilot)
        (toast,) = told(app)
        assert toast.height > part(app, "tip").region.height
        assert toast.bottom_right == part(app, "tip").region.bottom_right


async def test_message_replaces_the_previous_one(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await shown(pilot)
        for failed in (False, True, False):
            desk(app).say(SHORT, failed=failed)
            await seen(pilot)
            assert told(app) == [part(app, "tip").region]


@pytest.mark.parametrize("size", SIZES)
async def test_panes_fill_the_window_without_overlap(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        ids = ("top", "now", "list", "detail", "reflection", "waits", "weeks", "tip", "keys")
        regions = [part(app, id_).region for id_ in ids if part(app, id_).display]
        assert sum(region.area for region in regions) == size[0] * size[1]
        for number, region in enumerate(regions):
            assert not any(region.overlaps(other) for other in regions[number + 1 :])


async def test_waits_and_weeks_appear_in_a_wide_window(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        assert not part(app, "waits").display
        await pilot.resize_terminal(200, 60)
        await shown(pilot)
        for id_, words in (("waits", "Detective Orr"), ("weeks", "Mo")):
            pane = app.screen.query_one(f"#{id_}", Pane)
            assert words in "".join(segment.text for line in pane.lines for segment in line)
            assert pane.region.height >= len(pane.lines)


def rows(app: App[None], id_: str) -> list[str]:
    lines = app.screen.query_one(f"#{id_}", Pane).lines
    return ["".join(segment.text for segment in line) for line in lines]


async def test_taller_window_shows_more_waits_and_weeks(
    make_app: MakeApp,
) -> None:
    app = make_app(
        [read_on(n % 20, id=f"w{n}", role=f"Part {n}", medium="film") for n in range(40)]
    )
    async with app.run_test(size=(170, 42)) as pilot:
        for height, waits, weeks in ((42, 3, 6), (50, 9, 6), (60, 16, 8), (42, 3, 6)):
            await pilot.resize_terminal(170, height)
            await shown(pilot)
            await seen(pilot)
            assert sum("Part" in row for row in rows(app, "waits")) == waits
            assert len(rows(app, "weeks")) == weeks + 2
            assert part(app, "reflection").size.height >= 9

"""After many changes of size, a screen looks as it did at first."""

import pytest
from textual.pilot import Pilot

from tests.factories import read_on
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, shown

STORM = ((1, 1), (20, 5), (200, 60), (3, 40), (99, 29), (160, 8), (45, 12), (101, 31))
MANY = [read_on(30 + n, id=f"q{n}", role=f"Role {n}", project=f"Play {n}") for n in range(9)]


def drawn(pilot: Pilot[None]) -> list[str]:
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


async def rest(pilot: Pilot[None]) -> None:
    for _ in range(4):
        await pilot.pause(0.05)
    await pilot.app.workers.wait_for_complete(
        [w for w in pilot.app.workers if w.group not in {"acts", "default"}]
    )
    await pilot.pause()


@pytest.mark.parametrize("keys", [(), ("w",), ("L", "enter"), ("t",), ("L", "2"), ("e",)])
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_room_is_drawn_as_at_first(
    make_app: MakeApp, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    app = make_app([*SEVERAL, *MANY])
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await rest(pilot)
        await pilot.press(*keys)
        await rest(pilot)
        before = drawn(pilot)
        for other in (*STORM, size):
            await pilot.resize_terminal(*other)
            await pilot.pause()
        await rest(pilot)
        assert drawn(pilot) == before

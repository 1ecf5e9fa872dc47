"""A line that is not drawn again is as it would be drawn anew, after any keys."""

from random import Random
from typing import Final

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, shown
from tests.tui.test_sizes import MANY

KEYS: Final = [
    "j",
    "j",
    "j",
    "k",
    "k",
    "G",
    "g",
    "m",
    "M",
    "1",
    "2",
    "3",
    "z",
    "]",
    "o",
    "X",
    "tab",
    "shift+tab",
    "escape",
    "enter",
    "pagedown",
    "pageup",
]


def drawn(pilot: Pilot[None]) -> list[list[tuple[str, str]]]:
    """Return the lines on the screen, with their styles, from what each widget has kept."""
    strips = pilot.app.screen._compositor.render_strips()
    return [
        [(segment.text, str(segment.style)) for segment in strip.simplify()] for strip in strips
    ]


@pytest.mark.usefixtures("every_drawing")
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize("seed", range(2))
async def test_cached_lines_are_never_stale(
    make_app: MakeApp, size: tuple[int, int], seed: int
) -> None:
    app = make_app([*SEVERAL, *MANY])
    chance = Random(f"{seed} {size}")
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        for _ in range(12):
            keys = chance.choices(KEYS, k=chance.randint(1, 3))
            for key in keys:
                await pilot.press(key)
            await shown(pilot)
            kept = drawn(pilot)
            for widget in app.screen.walk_children():
                widget.refresh()
            await shown(pilot)
            assert drawn(pilot) == kept, keys

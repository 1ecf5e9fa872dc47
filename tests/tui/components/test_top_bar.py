"""The two ends of the top line never overlap, and the store's state is never shortened."""

import pytest

from callbacktui.tui.components.top_bar import TopBar
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, shown

COUNT = "6 articles · 15 voices · 8 words"
PARTS = ("", "6 articles", "6 articles · 15 voices", COUNT)
DEMO = "DEMO: a made-up career"
WHOLE = {
    ("READ ONLY", 60): (True, False),
    ("READ ONLY", 80): (True, False),
    ("READ ONLY", 120): (True, True),
    (DEMO, 60): (False, False),
    (DEMO, 80): (False, False),
    (DEMO, 120): (False, True),
}
"""By badge and width: whether the badge and the count are shown in full."""


@pytest.mark.parametrize(("badge", "width"), WHOLE)
async def test_narrow_top_bar_keeps_the_store_status(
    make_app: MakeApp, badge: str, width: int
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(width, 24)) as pilot:
        await shown(pilot)
        top = desk(app).query_one(TopBar)
        top.badge, top.summary = badge, COUNT
        await pilot.pause()
        line = top.render_line(0).text
        assert line.endswith("   saved ")
        assert f"  {badge.partition(':')[0]}" in line
        assert (f"{badge}  " in line, COUNT in line) == WHOLE[badge, width]
        assert "…" not in line
        words = line.rstrip().removesuffix("   saved").split(f"  {badge.partition(':')[0]}")[1]
        assert words.removeprefix(": a made-up career").strip() in PARTS

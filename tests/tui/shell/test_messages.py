"""Where messages are on screens without a tip: over keys and frames, never over text."""

import pytest
from textual.widgets._toast import Toast

from callbacktui.tui.components.virtual_lines import VirtualList
from callbacktui.tui.shell.base_screen import BaseScreen
from tests.tui.actions import done_with, seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, shown

LONG = "Nina, The Seagull goes on to hold at Harbor Casting; u takes it back. " * 6


@pytest.mark.parametrize("words", ["Copied.", LONG], ids=["short", "long"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize("key", ["T", "P", "I", "L"])
async def test_message_covers_no_text(
    make_app: MakeApp, key: str, size: tuple[int, int], words: str
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size, notifications=True) as pilot:
        await shown(pilot)
        await done_with(pilot, key)
        assert isinstance(app.screen, BaseScreen)
        app.screen.say(words)
        await seen(pilot)
        toast = app.screen.query_one(Toast).region
        panes = [pane for pane in app.screen.query() if isinstance(pane, VirtualList)]
        texts = [pane.content_region for pane in panes if pane.region]
        assert toast.height
        assert texts
        assert not any(toast.overlaps(text) for text in texts)

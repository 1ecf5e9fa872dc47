"""A new screen is styled once, counted; and has the classes of its size from the beginning."""

from collections import Counter
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget

from tests.tui.actions import seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, shown


async def test_form_widgets_are_styled_about_once(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: Counter[Widget] = Counter()
    apply = Stylesheet.apply

    def counted(sheet: Stylesheet, node: Widget, **more: Any) -> None:
        styled[node] += 1
        apply(sheet, node, **more)

    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        monkeypatch.setattr(Stylesheet, "apply", counted)
        await seen(pilot, "e")
        there = [app.screen, *app.screen.query("*")]
        assert sum(styled[node] for node in there) <= 1.4 * len(there)


@pytest.mark.parametrize("size", [(60, 10), (200, 60)])
@pytest.mark.parametrize("key", ["e", "v"])
async def test_breakpoint_classes_match_textuals_own(
    make_app: MakeApp, size: tuple[int, int], key: str
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await seen(pilot, key)
        at_first = app.screen.classes
        await pilot.resize_terminal(size[0] - 1, size[1])
        await pilot.resize_terminal(*size)
        assert app.screen.classes == at_first

"""Text can be selected by dragging in the list, the detail and an article, and copied."""

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from callbacktui.tui.library.highlighted_page import Page
from tests.factories import audition
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, in_library, listed, shown


async def dragged(pilot: Pilot[None], widget: Widget, row: int, columns: int = 30) -> str:
    await pilot.mouse_down(widget, offset=(2, row))
    await pilot.hover(widget, offset=(columns, row))
    await pilot.mouse_up(widget, offset=(columns, row))
    await pilot.pause()
    return pilot.app.screen.get_selected_text() or ""


@pytest.mark.parametrize("pane", ["#list", "#detail"])
async def test_text_on_the_desk_is_selected_and_copied(make_app: MakeApp, pane: str) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(160, 42)) as pilot:
        await shown(pilot)
        widget = desk(app).query_one(pane)
        drawn = {y: widget.render_line(y).text for y in range(widget.size.height)}
        row = next(y for y, text in drawn.items() if "Nina" in text)
        chosen = await dragged(pilot, widget, row + widget.gutter.top)
        assert chosen
        assert chosen.strip() in drawn[row]
        await pilot.press("ctrl+c")
        assert app.clipboard == chosen
        assert len(app.session.ledger) == len(SEVERAL)


async def test_text_of_an_article_is_selected(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(160, 42)) as pilot:
        await shown(pilot)
        await pilot.press("L", "enter")
        await in_library(pilot)
        page = app.screen.query_one(Page)
        row = next(y for y in range(3, 20) if len(page.render_line(y).text.strip()) > 30)
        chosen = await dragged(pilot, page, row + page.gutter.top)
        assert chosen
        assert chosen.strip() in page.render_line(row).text


async def test_click_still_selects_a_row(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(160, 42)) as pilot:
        await shown(pilot)
        drawn = [listed(app).render_line(y).text for y in range(listed(app).size.height)]
        row = next(y for y, text in enumerate(drawn) if "Vale" in text)
        await pilot.click(listed(app), offset=(5, row + listed(app).gutter.top))
        await shown(pilot)
        assert listed(app).cursor == "held"


async def test_scrolling_click_keeps_the_cursor(make_app: MakeApp) -> None:
    many = [audition(id=f"many{n:02}", project=f"Play {n}") for n in range(40)]
    app = make_app(many)
    async with app.run_test(size=(120, 30)) as pilot:
        await shown(pilot)
        rows, before = listed(app).content_region, listed(app).cursor
        await pilot.click(offset=(rows.right - 1, rows.bottom - 2))
        await shown(pilot)
        assert listed(app).scroll_offset.y > 0
        assert listed(app).cursor == before

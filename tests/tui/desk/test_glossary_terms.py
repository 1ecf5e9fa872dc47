"""Glossary terms in the detail pane: underlined, stepped through, explained, and clicked."""

import pytest
from textual.app import App
from textual.pilot import Pilot

from callbacktui.domain.enums import HoldKind
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.stage import Stage
from callbacktui.tui.components.help_screen import HelpScreen
from callbacktui.tui.desk.detail_pane import DetailPane
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.library.highlighted_page import Page
from callbacktui.tui.library.reader_screen import ReaderScreen
from tests.factories import days_ago, read_on
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import desk, shown

PINNED = read_on(
    9,
    id="pinned",
    stage=Stage.HOLD,
    usage="buyout, one year",
    holds=(Hold(id="h", kind=HoldKind.PIN, word_used="pinned", told_on=days_ago(2)),),
)
PLAIN = read_on(9, id="plain", role="", project="x", office="", stage=Stage.AUDITIONED)


def detail(app: App[None]) -> DetailPane:
    return desk(app).query_one(DetailPane)


async def to_word(pilot: Pilot[None], word: str) -> None:
    """Step through the terms until `word` is the current one."""
    seen: set[str] = set()
    while detail(pilot.app).word not in {word, *seen}:
        seen.add(detail(pilot.app).word)
        await pilot.press("right_square_bracket")
        await pilot.pause()
    assert detail(pilot.app).word == word


def page(app: App[None]) -> str:
    lines = app.screen.query_one(Page)
    return " ".join(lines.render_line(y).text.strip() for y in range(lines.size.height))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_term_key_explains_a_term_and_opens_its_article(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app([PINNED])
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await pilot.press("2")
        await to_word(pilot, "pinned")
        assert "? pinned" in str(detail(app).border_subtitle)
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        card = app.screen.query_one("#reader").region
        assert card.width <= 64  # beside the word, with the desk around it
        assert card.height <= 18
        assert app.screen.region.contains_region(card)
        assert "Contested: people in the business disagree" in page(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Avail, pin, hold" in page(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, DeskScreen)
        assert detail(app).has_focus


async def test_help_keys_open_the_help(
    make_app: MakeApp,
) -> None:
    app = make_app([PINNED])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "2", "f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)


async def test_term_key_opens_the_help_without_a_term(make_app: MakeApp) -> None:
    app = make_app([])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("2", "right_square_bracket", "question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)


async def test_click_on_a_term_explains_it(make_app: MakeApp) -> None:
    app = make_app([PINNED])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        pane = detail(app)
        line, text = next(
            (y, strip)
            for y in range(pane.size.height)
            if "“pinned”" in (strip := pane.render_line(y).text)
        )
        origin = pane.content_region.offset - pane.region.offset
        await pilot.click(pane, offset=(origin.x + text.index("pinned") + 2, origin.y + line))
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.click(pane, offset=(origin.x, origin.y + line))
        await pilot.pause()
        assert isinstance(app.screen, DeskScreen)

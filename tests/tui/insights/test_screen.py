"""Insights: a question, its answer, and never a number without its base."""

import datetime as dt
import re
from collections.abc import Sequence

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from callbacktui.domain.audition import Audition
from callbacktui.insight import questions
from callbacktui.tui.components.pane import StillPane
from callbacktui.tui.insights.screen import InsightsScreen
from callbacktui.tui.theme.glyphs import FINE
from tests.factories import read_on
from tests.insight.test_questions import FORTY
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import HOSTILE, shown

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])


async def insights(pilot: Pilot[None]) -> StillPane:
    """Go to Insights, and return the answer."""
    await shown(pilot)
    await pilot.press("I")
    return await answered(pilot)


async def answered(pilot: Pilot[None]) -> StillPane:
    """Wait until the question under the cursor is answered, and return the pane."""
    for _ in range(1000):
        screen = pilot.app.screen
        if isinstance(screen, InsightsScreen) and screen.query(StillPane) and screen.here:
            break
        await pilot.pause(0.01)
    await pilot.pause()
    return pilot.app.screen.query_one(StillPane)


def text(pane: StillPane) -> str:
    return "\n".join("".join(part.text for part in line) for line in pane.lines)


async def test_questions_take_one_line_in_a_wide_window(make_app: MakeApp) -> None:
    app = make_app(())
    async with app.run_test(size=(170, 50)) as pilot:
        await insights(pilot)
        listed = app.screen.query_one(OptionList)
        assert listed.virtual_size.height == listed.option_count


async def test_shares_are_not_cut_at_100_columns(make_app: MakeApp) -> None:
    app = make_app(FORTY)
    async with app.run_test(size=(100, 30)) as pilot:
        pane = await insights(pilot)
        await pilot.press("j")
        await answered(pilot)
        shares = [line for line in text(pane).splitlines() if "too early to tell, " in line]
        assert any("job after a callback" in line for line in shares)
        assert not any(FINE.ellipsis in line for line in shares)


@SIZES
async def test_every_question_has_an_answer(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(FORTY)
    async with app.run_test(size=size) as pilot:
        pane = await insights(pilot)
        listed = app.screen.query_one(OptionList)
        assert listed.option_count == 5
        seen = set()
        for _ in range(5):
            await answered(pilot)
            assert "How this is counted" in text(pane)
            seen.add(text(pane))
            await pilot.press("j")
        assert len(seen) == 5
        await pilot.press("k")
        assert listed.highlighted == 3


@SIZES
async def test_percentages_always_have_a_denominator(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(FORTY)
    async with app.run_test(size=size) as pilot:
        pane = await insights(pilot)
        for _ in range(5):
            await answered(pilot)
            words = " ".join(text(pane).split())
            for share in re.finditer(r"(\d+) of (\d+)[^%]{0,60}%", words):
                assert int(share[2]) >= 5, share[0]
            assert (
                words.count("%")
                <= len(re.findall(r"(\d+|none) (of|callbacks? from) \d+", words)) * 2
            )
            await pilot.press("j")


async def test_only_the_shown_question_is_computed(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    whole = questions.answer

    def answer(id_: str, auditions: Sequence[Audition], today: dt.date) -> questions.Answer:
        asked.append(id_)
        return whole(id_, auditions, today)

    monkeypatch.setattr("callbacktui.tui.insights.screen.answer", answer)
    app = make_app(FORTY)
    async with app.run_test(size=(120, 36)) as pilot:
        await insights(pilot)
        await pilot.press("j")
        await answered(pilot)
        await pilot.press("k", "j")
        await answered(pilot)
        assert asked == ["called_in_again", "called_back"]


async def test_few_auditions_show_counts_only(make_app: MakeApp) -> None:
    app = make_app([read_on(3, id=f"a{n}") for n in range(4)])
    async with app.run_test(size=(120, 36)) as pilot:
        pane = await insights(pilot)
        for _ in range(5):
            await answered(pilot)
            assert "%" not in text(pane)
            await pilot.press("j")


async def test_the_answer_scrolls_and_can_be_copied(make_app: MakeApp) -> None:
    app = make_app(FORTY)
    async with app.run_test(size=(80, 24)) as pilot:
        pane = await insights(pilot)
        await pilot.press("j")
        await answered(pilot)
        await pilot.press("space")
        await pilot.pause()
        assert pane.scroll_offset.y > 0
        await pilot.press("y")
        await pilot.pause()
        assert app.clipboard.startswith("Who calls you back?\n7 of")


@SIZES
async def test_empty_record_says_so_and_text_is_never_markup(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app([])
    async with app.run_test(size=size) as pilot:
        assert "Not enough of your own yet." in text(await insights(pilot))
    app = make_app([read_on(n, id=f"h{n}", role=w, office=w) for n, w in enumerate(HOSTILE)])
    async with app.run_test(size=size) as pilot:
        pane = await insights(pilot)
        drawn = [pane.render_line(y).text for y in range(pane.size.height)]
        assert "\x1b" not in "".join(drawn)
        await pilot.resize_terminal(8, 4)
        await pilot.pause()
        await pilot.resize_terminal(120, 36)
        await pilot.press("j", "space", "A")

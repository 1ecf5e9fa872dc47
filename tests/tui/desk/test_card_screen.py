"""The card on the desk: one key opens it, another copies it, a third leads to the round."""

import pytest
from textual.pilot import Pilot

from callbacktui.tui.components.pane import Pane
from callbacktui.tui.desk.card_screen import CardScreen
from callbacktui.tui.forms.form_screen import FormScreen
from tests.domain.test_door_card import BEFORE, CALLED
from tests.factories import audition, done, moment, read_on, reflection
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import HOSTILE, desk, listed, shown

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])


async def card(pilot: Pilot[None]) -> str:
    """Open the card of the callback, and return what it shows."""
    await shown(pilot)
    desk(pilot.app).show("called")
    await shown(pilot)
    await pilot.press("a")
    for _ in range(500):
        if isinstance(pilot.app.screen, CardScreen):
            break
        await pilot.pause(0.01)
    await pilot.pause()
    pane = pilot.app.screen.query_one(Pane)
    return "\n".join(pane.render_line(y).text.rstrip() for y in range(pane.size.height))


@SIZES
async def test_card_shows_everything(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app([CALLED, BEFORE])
    async with app.run_test(size=size) as pilot:
        text = await card(pilot)
        for words in ("Clerk", "14 Candle Row", "met once in October", "navy shirt, hair up"):
            assert words in text
        assert app.screen.query_one(".frame").max_scroll_y == 0


async def test_full_card_fits_80x24_without_scrolling(make_app: MakeApp) -> None:
    """Its blank lines are given up before anything of it is out of sight."""
    looks = [
        reflection(next_time=f"Thing number {n} to do.", made_at=moment(-n)) for n in range(1, 4)
    ]
    more = [
        read_on(n, id=f"m{n}", role=f"Role {n}", rounds=(done(n, reflection=look),))
        for n, look in enumerate(looks, 2)
    ]
    app = make_app([CALLED, BEFORE, *more])
    async with app.run_test(size=(80, 24)) as pilot:
        text = await card(pilot)
        pane = app.screen.query_one(Pane)
        assert pane.max_scroll_y == 0
        assert len(text.splitlines()) > 17
        assert pane.virtual_size.height <= 20


async def test_card_is_copied_with_its_date(make_app: MakeApp) -> None:
    app = make_app([CALLED, BEFORE])
    async with app.run_test(size=(80, 24)) as pilot:
        await card(pilot)
        await pilot.press("y")
        await shown(pilot)
        assert "Mon 23 Nov 2026, 10:00" in app.clipboard
        assert "Half the volume." in app.clipboard


async def test_missing_facts_can_be_added_to_the_round(make_app: MakeApp) -> None:
    app = make_app([CALLED, BEFORE])
    async with app.run_test(size=(120, 36)) as pilot:
        await card(pilot)
        await pilot.press("R")
        for _ in range(500):
            if isinstance(app.screen, FormScreen):
                break
            await pilot.pause(0.01)
        assert isinstance(app.screen, FormScreen)


async def test_card_without_a_round_says_how_to_add_one(make_app: MakeApp) -> None:
    app = make_app([audition(id="bare")])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shown(pilot)
        await pilot.press("a")
        await shown(pilot)
        assert listed(app).cursor == "bare"
        assert any("no audition yet" in said.message for said in app._notifications)


async def test_card_text_is_never_parsed_as_markup(make_app: MakeApp) -> None:
    for words in HOSTILE:
        app = make_app([
            audition(id="called", role=words, project=words, people=(words,), rounds=CALLED.rounds,
                     stage=CALLED.stage)
        ])  # fmt: skip
        async with app.run_test(size=(80, 24)) as pilot:
            assert "\x1b" not in await card(pilot)

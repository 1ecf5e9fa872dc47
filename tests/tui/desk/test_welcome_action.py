"""Coming back after three weeks: asked once, three ways, and no count of missed days."""

import datetime as dt

import pytest
from textual.widgets import OptionList, Static

from callbacktui.domain.let_rest import is_rested
from callbacktui.store.repository import Repository
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.unasked_dialog import UnaskedDialog
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.forms.quick_add_screen import QuickAddScreen
from tests.factories import NOW
from tests.tui.actions import kept, seen, until
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, rows, settled, shown

WIDE = (120, 36)


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Repository, "last_change", lambda _: NOW.subtract(days=60))


@pytest.mark.usefixtures("away")
async def test_welcome_offers_three_choices_once_without_counting_days(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, UnaskedDialog)
        words = str(app.screen.query_one(".words", Static).content)
        assert words == "Next: Nina, The Seagull, tape tomorrow 18:00."
        names = [row.split("  ")[0] for row in rows(app)]
        assert names == [
            "Leave it all as it is",
            "Bring in what happened",
            "Let the one that is quiet rest",
            "Start fresh from today",
        ]
        assert "60" not in f"{words} {rows(app)}"
        await pilot.press("escape")
        await settled(pilot)
        assert [kept(app, one.id) for one in SEVERAL] == list(SEVERAL)
    again = make_app()
    async with again.run_test(size=WIDE) as pilot:
        await pilot.pause(0.6)
        await settled(pilot)
        assert isinstance(again.screen, DeskScreen)


@pytest.mark.parametrize(
    ("steps", "rested"), [(2, {"quiet"}), (3, {"quiet", "waiting", "reflected"})]
)
@pytest.mark.usefixtures("away")
async def test_letting_rest_is_one_step(make_app: MakeApp, steps: int, rested: set[str]) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, UnaskedDialog)
        app.screen.query_one(OptionList).highlighted = steps
        await pilot.press("enter")
        await settled(pilot)
        assert {one.id for one in app.session.ledger.all() if is_rested(one)} == rested
        await pilot.press("u")
        await settled(pilot)
        assert [kept(app, one.id) for one in SEVERAL] == list(SEVERAL)


@pytest.mark.usefixtures("away")
async def test_news_can_be_added_line_by_line(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, UnaskedDialog)
        await pilot.press("down", "enter")
        await seen(pilot)
        await until(pilot, ChoiceDialog)
        await pilot.press("j", "enter")
        await until(pilot, QuickAddScreen)
        await pilot.press("escape")
        await settled(pilot)


async def test_recent_user_is_not_asked(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Repository, "last_change", lambda _: NOW.subtract(days=20))
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.6)
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)


async def test_store_knows_the_time_of_the_latest_step(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    assert app.session.repository.last_change() is None
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("d")
        await settled(pilot)
        last = app.session.repository.last_change()
        assert last is not None
        assert last.astimezone(dt.UTC) == NOW.astimezone(dt.UTC)

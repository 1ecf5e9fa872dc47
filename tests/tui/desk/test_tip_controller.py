"""Tips on the desk: off and on, remembered after a restart, and found in the library."""

from collections.abc import Iterable
from threading import current_thread, main_thread

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from callbacktui.advice.tips.context import Career, summarize_career
from callbacktui.config import Config
from callbacktui.domain.audition import Audition
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.desk import tip_controller
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.desk.tip_card import TipCard
from callbacktui.tui.library.screen import LibraryScreen
from tests.factories import present
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, in_library, settled, shown

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])


def card(app: CallbackApp) -> str:
    tip = desk(app).query_one(TipCard)
    return " ".join(tip.render_line(y).text.strip() for y in range(tip.size.height))


@SIZES
async def test_quiet_tips_stay_quiet_after_a_restart(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        assert desk(app).tips.tip is not None
        await pilot.press("X")
        await settled(pilot)
        assert desk(app).tips.tip is None
        await pilot.press("t")
        await settled(pilot)
        assert app.screen is desk(app)
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        assert "Tips are off. X brings them back" in card(app)
        await pilot.press("X")
        await settled(pilot)
        assert desk(app).tips.tip is not None
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        assert desk(app).tips.tip is not None


async def test_settings_set_the_default_and_the_key_overrides(make_app: MakeApp) -> None:
    quiet = Config(quiet_tips=True, keys={"quiet_tips": "Z"})
    app = make_app(SEVERAL, quiet)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        assert "Z brings them back" in card(app)
        await pilot.press("Z")
        await settled(pilot)
        assert desk(app).tips.tip is not None
    app = make_app((), quiet)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        assert desk(app).tips.tip is not None


async def test_tip_history_is_kept_after_a_restart(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await on(pilot, "quiet")
        put_off = present(desk(app).tips.tip).rule
        await pilot.press("x")
        await settled(pilot)
        instead = desk(app).tips.tip
        assert present(instead).rule != put_off
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await on(pilot, "quiet")
        assert desk(app).tips.tip == instead


async def test_library_leads_back_to_the_audition_of_a_tip(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await on(pilot, "quiet")
        assert present(desk(app).tips.tip).article == "silence-after-an-audition"
        await on(pilot, "waiting")
        await pilot.press("L")
        await in_library(pilot)
        room = app.screen
        assert isinstance(room, LibraryScreen)
        await pilot.press("slash", *"silence", "space", *"means")
        await in_library(pilot)
        assert room._open.opens
        assert room._open.opens.slug == "silence-after-an-audition"
        await pilot.press("enter", "f")
        await pilot.pause()
        assert "Park Ranger, Fernhill" in listed_in(app)
        await pilot.press("p")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert present(desk(app).selected).id == "quiet"
        await pilot.press("d")
        await settled(pilot)
        await pilot.press("L")
        await in_library(pilot)
        library = app.screen
        assert isinstance(library, LibraryScreen)
        names = [a.id for a in library._library_context.read_for.of("silence-after-an-audition")]
        assert "quiet" not in names


async def on(pilot: Pilot[None], id_: str) -> None:
    """Put the cursor on an audition, and wait for its tip."""
    await shown(pilot)
    desk(pilot.app).show(id_)
    await shown(pilot)


def listed_in(app: CallbackApp) -> str:
    strips = app.screen._compositor.render_strips()
    return " ".join("".join(segment.text for segment in strip) for strip in strips)


async def test_tip_counts_run_in_a_thread_once_per_change(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_loop: list[bool] = []

    def noted(auditions: Iterable[Audition]) -> Career:
        on_loop.append(current_thread() is main_thread())
        return summarize_career(auditions)

    monkeypatch.setattr(tip_controller, "summarize_career", noted)
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("j", "k")
        await settled(pilot)
        assert on_loop == [False]
        one = next(a for a in app.session.ledger.all() if a.is_open)
        await app.session.ledger.update([one.id], lambda a: replace(a, notes="New."), "Noted")
        desk(app).refresh_data()
        await shown(pilot)
        assert on_loop == [False, False]

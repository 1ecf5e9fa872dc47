"""No share without its base, none of a small base, and no number at all while they are quiet."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from callbacktui.config import Config
from callbacktui.domain.enums import Medium
from callbacktui.domain.stage import Disposition
from callbacktui.tui.components.virtual_lines import VirtualLines
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.insights.screen import InsightsScreen
from callbacktui.tui.people.screen import PeopleScreen
from tests.factories import days_ago, read_on
from tests.insight.test_questions import FORTY
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, shown

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
ENDED = {"disposition": Disposition.PASSED_TOLD, "closed_on": days_ago(60), "medium": Medium.TV}
WAIT = read_on(6, id="here", office="Kestrel", medium=Medium.TV, role="Here")
MANY = [WAIT, *FORTY, *(read_on(90, id=f"w{n}", office="Kestrel", **ENDED) for n in range(9))]
COUNTED = re.compile(
    r"(?<!day )\b(\d+|none) of \d+|\d+ ?%|\b\d+ (settled|open|auditions|times|is quiet|are quiet)\b"
    r"|called back|\u2500 \d+ *[\u2502\u256e]"
)


def screen_text(pilot: Pilot[None]) -> str:
    """Return all that is on screen, pane for pane."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def rested(pilot: Pilot[None]) -> None:
    """Wait until no worker of the screen on top runs any more."""
    await shown(pilot)
    for _ in range(500):
        await pilot.pause(0.01)
        on_top = pilot.app.screen
        if all(worker.is_finished for worker in pilot.app.workers if worker.node is on_top):
            break
    await pilot.pause()


class Seen(NamedTuple):
    """What was on the screens, and what their panes held."""

    screens: list[str]
    panes: list[str]


async def tour(pilot: Pilot[None]) -> Seen:
    """Return what is on the desk, in Today, People and Insights, at several items each."""
    seen = Seen([], [])

    def note() -> None:
        seen.screens.append(screen_text(pilot))
        seen.panes.extend(pane_texts(pilot))

    await rested(pilot)
    desk(pilot.app).show("here")
    await rested(pilot)
    note()
    for key, steps in (("T", 1), ("P", 4), ("I", 5)):
        await pilot.press(key)
        for _ in range(steps):
            await rested(pilot)
            note()
            await pilot.press("j")
    await pilot.press("A")
    await rested(pilot)
    return seen


def pane_texts(pilot: Pilot[None]) -> Sequence[str]:
    """Return what each pane holds, in sight or not, as one line."""
    panes = pilot.app.screen.query(VirtualLines)
    lines = (" ".join("".join(part.text for part in line) for line in p.lines) for p in panes)
    return [" ".join(text.split()) for text in lines]


@SIZES
async def test_quiet_numbers_hide_counts_on_every_screen(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(MANY, Config(quiet_numbers=True))
    async with app.run_test(size=size) as pilot:
        seen = await tour(pilot)
        for text in (*seen.screens, *seen.panes):
            assert not COUNTED.search(text), COUNTED.search(text)


@SIZES
@pytest.mark.parametrize("count", [4, len(MANY)])
async def test_shares_need_a_base_of_five(
    make_app: MakeApp, size: tuple[int, int], count: int
) -> None:
    app = make_app(MANY[:count])
    async with app.run_test(size=size) as pilot:
        texts = await tour(pilot)
    assert any(COUNTED.search(text) for text in texts.screens)  # else the rule proves nothing
    shares = [(text, share.start()) for text in texts.panes for share in re.finditer("%", text)]
    assert bool(shares) == (count > 4)
    for text, at in shares:
        before = text[max(0, at - 160) : at]
        bases = re.findall(r"\b[Oo]f (\d+)|(\d+) settled", before)
        assert bases, before
        assert int("".join(bases[-1])) >= 5, before


@SIZES
async def test_quiet_numbers_hide_counts_in_dialogs(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    quiet = [read_on(60 + n, id=f"q{n}", role=f"Quiet {n}") for n in range(12)]
    long_over = [read_on(300 + n, id=f"l{n}", role=f"Long {n}") for n in range(3)]
    app = make_app([*MANY, *quiet, *long_over], Config(quiet_numbers=True))
    async with app.run_test(size=size) as pilot:
        await rested(pilot)
        for key, back in (("w", "escape"), ("a", "escape"), ("B", "A"), ("K", "A"), ("L", "A")):
            desk(pilot.app).show("here")
            await rested(pilot)
            await pilot.press(key)
            await rested(pilot)
            assert (key == "w") == ("Sweep" in screen_text(pilot))
            for text in (screen_text(pilot), *pane_texts(pilot)):
                assert not COUNTED.search(text), (key, COUNTED.search(text))
                assert not re.search(r"\b(all|the) \d+ (rest|that)|\d+ (ended|of them)", text)
            await pilot.press(back)
            await rested(pilot)


async def test_quiet_numbers_are_remembered_on_every_screen(make_app: MakeApp) -> None:
    app = make_app([*MANY, *SEVERAL])
    async with app.run_test(size=(120, 36)) as pilot:
        await rested(pilot)
        assert isinstance(app.screen, DeskScreen)
        open_ones = app.screen.query_one("#top")
        assert "open" in open_ones.render_line(0).text
        await pilot.press("I")
        await rested(pilot)
        assert isinstance(app.screen, InsightsScreen)
        app.screen.action_quiet_numbers()
        await rested(pilot)
        assert "Numbers are hidden" in screen_text(pilot)
        await pilot.press("y")
        assert not app.clipboard
        await pilot.press("A")
        await rested(pilot)
        assert "open ·" not in app.screen.query_one("#top").render_line(0).text
        assert app.session.memory.get("quiet_numbers", False)
        app.screen.action_quiet_numbers()
        await rested(pilot)
        assert "open ·" in app.screen.query_one("#top").render_line(0).text
        assert app.session.memory.get("quiet_numbers", True)  # nothing: as the settings say


async def test_quiet_numbers_leave_names_and_facts_in_people(make_app: MakeApp) -> None:
    app = make_app(MANY, Config(quiet_numbers=True))
    async with app.run_test(size=(120, 36)) as pilot:
        await rested(pilot)
        await pilot.press("P")
        await rested(pilot)
        assert isinstance(app.screen, PeopleScreen)
        assert "Every time" in screen_text(pilot)


async def test_message_about_hidden_numbers_is_accurate(make_app: MakeApp) -> None:
    app = make_app(MANY)
    async with app.run_test(size=(200, 60)) as pilot:
        await rested(pilot)
        desk(app).show("here")
        desk(app).action_quiet_numbers()
        await rested(pilot)
        [message] = (str(one.message) for one in app._notifications)
        assert "Counts, shares and chances are hidden" in message
        assert "the days of a wait stay" in message
        assert "everywhere" not in message
        text = screen_text(pilot)
        assert not COUNTED.search(text)
        assert re.search(r"\b6/\d+|day 6", text)

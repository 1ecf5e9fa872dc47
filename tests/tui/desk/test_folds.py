"""Groups of the list fold and unfold, and the cursor keeps its audition."""

import pytest
from msgspec.structs import replace
from textual.app import App

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import board, rows_of
from callbacktui.domain.open_first import RowsOnDemand
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Group
from callbacktui.tui.components.pane import Pane
from callbacktui.tui.desk.fold_view import fold_writer
from callbacktui.tui.desk.list_lines import fold_stop
from tests.factories import NOW, asked, audition, moment, read_on
from tests.tui.actions import seen
from tests.tui.conftest import MakeApp
from tests.tui.desk.drawing import plain, written
from tests.tui.sample_desks import CLOSED, TAPE, WAITING, desk, lines, listed, shown, typed

SIZE = (120, 36)
QUIET = fold_stop(Group.QUIET)
ENDED = fold_stop(Group.CLOSED)


def quiet(count: int) -> list[Audition]:
    return [read_on(30 + n, id=f"q{n}", role=f"Quiet {n}") for n in range(count)]


def text(app: App[None]) -> str:
    return "\n".join(lines(app))


@pytest.mark.parametrize(("count", "folds"), [(5, False), (6, True)])
async def test_quiet_group_folds_from_six_on(make_app: MakeApp, count: int, folds: bool) -> None:
    app = make_app([TAPE, *quiet(count)])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        assert ("Quiet 0" not in text(app)) is folds
        assert (QUIET in listed(app).stops) is folds


async def test_closed_group_is_always_folded_first(make_app: MakeApp) -> None:
    app = make_app([TAPE, CLOSED])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        assert listed(app).stops == ("tape", ENDED)
        assert "▸ Closed 1" in text(app)


async def test_enter_toggles_a_group(make_app: MakeApp) -> None:
    app = make_app([TAPE, CLOSED, *quiet(6)])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        await seen(pilot, "j", "enter")
        assert listed(app).cursor == QUIET
        assert "Quiet 5" in text(app)
        assert "▾ Quiet" in text(app)
        await seen(pilot, "enter")
        assert listed(app).cursor == QUIET
        assert "Quiet 5" not in text(app)


async def test_click_toggles_a_group(make_app: MakeApp) -> None:
    app = make_app([TAPE, CLOSED])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        at = next(y for y, line in enumerate(lines(app)) if "Closed" in line)
        await pilot.click(listed(app), offset=(5, at + 1))
        await seen(pilot)
        assert "Mum" in text(app)
        assert listed(app).cursor == ENDED


async def test_filter_unfolds_every_group(make_app: MakeApp) -> None:
    app = make_app([TAPE, CLOSED, *quiet(6)])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        await seen(pilot, "slash")
        await typed(pilot, "quiet")
        await seen(pilot)
        assert "Quiet 5" in text(app)
        await seen(pilot, "escape", "escape")
        assert "Quiet 5" not in text(app)


async def test_enter_on_a_heading_does_nothing_under_a_filter(make_app: MakeApp) -> None:
    app = make_app([TAPE, *quiet(6)])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        await seen(pilot, "slash")
        await typed(pilot, "quiet")
        await seen(pilot, "enter")
        listed(app).cursor = QUIET
        await seen(pilot, "enter")
        assert "Quiet 5" in text(app)
        assert listed(app).unfolded == frozenset()


async def test_showing_an_audition_unfolds_its_group(make_app: MakeApp) -> None:
    app = make_app([TAPE, CLOSED, *quiet(6)])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        desk(app).show("closed")
        await seen(pilot)
        assert listed(app).cursor == "closed"
        assert "Mum" in text(app)
        assert "Quiet 5" not in text(app)


async def test_folding_another_group_keeps_the_cursor(make_app: MakeApp) -> None:
    app = make_app([WAITING, CLOSED, *quiet(6)])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        for unfolded in (frozenset({Group.CLOSED}), frozenset[Group]()):
            listed(app).unfolded = unfolded
            await seen(pilot)
            assert listed(app).cursor == "waiting"


async def test_mark_all_skips_folded_groups(make_app: MakeApp) -> None:
    app = make_app([WAITING, CLOSED])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        await seen(pilot, "M")
        assert desk(app).marked == {"waiting"}


def beside(app: App[None]) -> str:
    pane = desk(app).query_one("#detail", Pane)
    rows = ["".join(segment.text for segment in line) for line in pane.lines]
    return "\n".join([str(pane.border_title), *rows])


async def test_folded_group_shows_its_contents_beside_it(make_app: MakeApp) -> None:
    app = make_app([TAPE, CLOSED, *quiet(6)])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        await seen(pilot, "G")
        assert beside(app).startswith("2 Closed\nEnter folds and unfolds them")
        assert "Mum, Brackwater" in beside(app)
        await seen(pilot, "k")
        assert "Quiet: safe to let go" in beside(app)
        assert "day 35, past 14" in beside(app)
        assert beside(app).count("Quiet ") == 6
        await seen(pilot, "k")
        assert "Nina" in beside(app)


def test_heading_of_closed_group_does_not_build_its_rows() -> None:
    ended = [replace(CLOSED, id=f"e{n}", role=f"Ended {n}") for n in range(70)]
    rows = RowsOnDemand(70, lambda: pytest.fail("made for a look"))
    write = fold_writer(rows, [TAPE, *ended], NOW, "Enter")
    drawn = [plain(line) for line in written(write, 66)]
    assert drawn[-1] == "10 more"
    assert sum("Ended" in line for line in drawn) == 60


def test_a_quiet_one_whose_read_nobody_spoke_of_is_not_said_to_be_open() -> None:
    read = asked(at=moment(-20, 9))
    unsaid = audition(id="unsaid", role="Unsaid", stage=Stage.REQUESTED, rounds=(read,))
    rows = rows_of(board([unsaid], NOW, Windows()), Group.QUIET)
    [drawn] = [
        plain(line)
        for line in written(fold_writer(rows, [unsaid], NOW, "Enter"), 66)
        if "Unsaid" in plain(line)
    ]
    assert drawn.endswith("done?")
    assert not drawn.startswith("Unsaid")

"""Every dialog of the desk begins in one row, and leaves the last line of the screen alone."""

import pytest
from textual.widgets import Button, OptionList

from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.key_bar import KeyBar
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, details_drawn, settled, shown

DOORS = ("e", "n", "c", "s", "v", "minus", "0", "p", "f1", "r", "R", "w", "number_sign")
KEYS_IF_EMPTY = {"minus": {"Esc"}, "0": {"b", "Esc"}, "p": {"n", "u", "Esc"}}


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_dialogs_start_in_the_third_row(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(SEVERAL)
    width, height = size
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        for door in DOORS:
            await pilot.press(door)
            await pilot.pause(0.1)
            assert isinstance(app.screen, Dialog), door
            frame = app.screen.frame.region
            if door == "r" and height < 32:  # the look back has seven questions and three notes
                assert frame.height == height
            else:
                assert frame.y == 2, door
                assert frame.bottom < height, door
            assert abs(frame.x - (width - frame.right)) <= 1, door
            await pilot.press("escape")
            await settled(pilot)
            assert not isinstance(app.screen, Dialog), door


@pytest.mark.parametrize("size", [(20, 5), (80, 24), (120, 36)])
@pytest.mark.parametrize("door", KEYS_IF_EMPTY)
async def test_empty_list_dialog_is_short_and_says_so(
    make_app: MakeApp, door: str, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await pilot.press(door)
        await details_drawn(pilot)
        dialog = app.screen
        assert isinstance(dialog, Dialog)
        assert not dialog.query_one(OptionList).display
        assert dialog.frame.region.height <= 10
        assert {hint.key for hint in dialog.query_one(KeyBar).keys} == KEYS_IF_EMPTY[door]


async def test_list_returns_when_it_has_items(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("0")
        await details_drawn(pilot)
        await pilot.press("b")
        await details_drawn(pilot)
        listed = app.screen.query_one(OptionList)
        assert listed.option_count == 1
        assert listed.has_focus


async def test_question_keys_are_before_their_words(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("e", "x", "escape")
        await pilot.pause()
        dialog = app.screen
        assert isinstance(dialog, ConfirmDialog)
        labels = [str(button.label) for button in dialog.query(Button)]
        assert labels == ["n Keep editing", "y Discard them"]
        assert [hint.key for hint in dialog.query_one(KeyBar).keys] == ["Esc"]


async def test_reasons_are_in_two_groups(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause(0.1)
        await pilot.press("s")  # somebody did say why
        await pilot.pause(0.1)
        assert isinstance(app.screen, ChoiceDialog)
        listed = app.screen.query_one(OptionList)
        rows = [str(option.prompt) for option in listed.options]
        assert rows[0] == "Not about you"
        assert rows[-2] == "Yours"
        assert rows[-1].split()[1:] == ["Performance"]
        assert listed.highlighted == 1  # below the heading

"""Small annoyances on the desk, in forms and in the library, which must not come back."""

import random

import pytest
from textual.widgets import Input
from textual.widgets._toast import Toast, ToastRack

from callbacktui.domain.board import board
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Group
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.desk.list_lines import fold_stop
from callbacktui.tui.desk.stage_track import _skipped
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.forms.quick_add_screen import QuickAddScreen
from callbacktui.tui.library.screen import LibraryScreen
from tests.factories import NOW, asked, audition, done, held, moment, read_on
from tests.tui.actions import kept
from tests.tui.conftest import MakeApp
from tests.tui.desk.test_named_audition import narrow, standing
from tests.tui.sample_desks import CLOSED, SEVERAL, desk, in_library, lines, listed, settled, shown

WIDE = (120, 36)


async def test_filter_matching_only_closed_auditions_selects_one(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await narrow(pilot, "is:closed")
        assert listed(app).cursor == "closed"
        assert desk(app).selected == CLOSED


async def test_escape_from_a_filter_keeps_the_cursor(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await narrow(pilot, "is:closed")
        await pilot.press("escape")
        await shown(pilot)
        assert listed(app).cursor == "closed"
        assert "closed" in listed(app).stops


async def test_escape_while_typing_a_filter_restores_the_cursor(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        desk(app).show("quiet")
        await pilot.press("slash")
        await shown(pilot)
        desk(app).query_one(Input).value = "is:closed"
        await shown(pilot)
        await pilot.press("escape")
        await shown(pilot)
        assert listed(app).cursor == "quiet"


async def test_mark_all_key_toggles_all_shown(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await narrow(pilot, "is:waiting")
        await pilot.press("M")
        await shown(pilot)
        assert (
            desk(app).marked
            == set(listed(app).stops) - {fold_stop(Group.CLOSED)}
            == {"waiting", "reflected"}
        )
        await pilot.press("M")
        await shown(pilot)
        assert not desk(app).marked


async def test_editing_one_of_several_marked_says_so(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("m", "m", "e")
        await standing(pilot, ChoiceDialog)
        await pilot.press("enter")
        await standing(pilot, FormScreen)
        assert "this one only, of 2 marked" in str(app.screen.title)
        await pilot.press("escape")
        await settled(pilot)


@pytest.mark.parametrize("answer", ["n", "y"])
async def test_marking_an_upcoming_audition_as_done_asks(make_app: MakeApp, answer: str) -> None:
    tonight = audition(id="x", stage=Stage.REQUESTED, rounds=(asked(at=moment(0, 20)),))
    app = make_app((tonight,))
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("s")
        await standing(pilot, ChoiceDialog)
        await pilot.press("a")
        await standing(pilot, ConfirmDialog)
        await pilot.press(answer)
        await settled(pilot)
        assert (kept(app, "x").stage is Stage.AUDITIONED) == (answer == "y")


async def test_text_after_existing_tags_is_a_new_tag(make_app: MakeApp) -> None:
    app = make_app((audition(id="x", tags=("drama", "night")),))
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("number_sign")
        await standing(pilot, LineDialog)
        await pilot.press("f", "u", "n", "enter")
        await settled(pilot)
        assert kept(app, "x").tags == ("drama", "night", "fun")


async def test_quick_line_is_visible_in_a_small_window(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.press("n", "o", "l", "d", "escape")
        await settled(pilot)
        await pilot.press("n")
        await standing(pilot, QuickAddScreen)
        await pilot.pause(0.2)
        field = app.screen.query_one(LineEntry)
        assert app.screen.region.contains_region(field.region)
        assert field.region.bottom < app.screen.query_one(".foot").region.y + 1
        await pilot.press("escape")
        await settled(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_example_on_an_empty_desk_is_not_cut(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        words = " ".join(" ".join(lines(app)).split())
        assert "Nina, The Seagull @Harbor Casting thu 3pm" in words
        assert "n keeps the first one; a line is enough:" in words


def test_skipped_test_is_not_drawn_as_reached() -> None:
    assert _skipped(held(3)) == {Stage.SUBMITTED, Stage.CALLBACK, Stage.TEST}
    called = read_on(stage=Stage.HOLD, rounds=(done(9), done(3, kind=RoundKind.CALLBACK)))
    assert _skipped(called) == {Stage.SUBMITTED, Stage.TEST}
    tested = read_on(stage=Stage.OFFER, rounds=(done(9), done(3, kind=RoundKind.SCREEN_TEST)))
    assert Stage.TEST not in _skipped(tested)


@pytest.mark.parametrize(("key", "field"), [("c", "at"), ("e", "due_at")])
async def test_a_booked_round_asks_for_its_time_first(
    make_app: MakeApp, key: str, field: str
) -> None:
    app = make_app([read_on(3, id="read")])
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("b")
        await standing(pilot, ChoiceDialog)
        await pilot.press(key)
        await standing(pilot, FormScreen)
        await pilot.press(*"tomorrow", "space", *"10:00", "ctrl+s")
        await settled(pilot)
        pending = kept(app, "read").pending
        assert pending
        assert getattr(pending, field) == moment(1, 10)


async def test_direct_callback_is_not_called_an_audition(make_app: MakeApp) -> None:
    straight = read_on(2, id="x", stage=Stage.CALLBACK, rounds=(done(2, kind=RoundKind.CALLBACK),))
    app = make_app((straight,))
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        title = str(desk(app).query_one("#reflection").border_title)
        assert "callback" in title
        assert "first audition" not in title


def test_undated_rows_have_a_stable_order() -> None:
    undated = [audition(id=f"u{n}", stage=Stage.REQUESTED) for n in range(6)]
    undated += [audition(id=f"b{n}", stage=Stage.BOOKED) for n in range(6)]
    first = board(undated, NOW, Windows())
    for seed in range(5):
        mixed = random.Random(seed).sample(undated, len(undated))
        assert board(mixed, NOW, Windows()) == first


async def test_empty_library_view_shows_no_page(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("L")
        await in_library(pilot)
        room = app.screen
        assert isinstance(room, LibraryScreen)
        assert room._open.opens
        await pilot.press("4")
        await in_library(pilot)
        assert room._open.opens is None


async def test_summary_and_list_show_both_times(make_app: MakeApp) -> None:
    from callbacktui.tui.desk.actions.non_editing_actions import summary

    there = asked(due_at=moment(1, 12, "America/Los_Angeles"))
    sent = audition(id="x", stage=Stage.REQUESTED, rounds=(there,))
    app = make_app((sent,))
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        assert "15:00 here, 12:00 PST" in summary(sent, desk(app))
        row = " ".join(lines(app))
        assert "15:00" in row
        assert "12:00 PST" in row


async def test_message_is_shown_once_even_if_a_dialog_opens(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await shown(pilot)
        desk(app).refuse("One message.")
        await pilot.pause()
        desk_of_it = app.screen
        assert desk_of_it.query_one(ToastRack).display
        await app.push_screen(ConfirmDialog("Sure?", "Really?", yes="Yes", no="No"))
        await pilot.pause()
        racks = [screen.query_one(ToastRack) for screen in app.screen_stack]
        assert sum(bool(rack.display and rack.query(Toast)) for rack in racks) == 1
        assert not desk_of_it.query_one(ToastRack).display

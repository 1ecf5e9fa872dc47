"""A command changes the audition it was begun on, whatever happens to the list."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Order
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.commands.command import OF_AUDITIONS
from callbacktui.tui.commands.desk import DESK
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.forms.quick_add_screen import QuickAddScreen
from callbacktui.tui.reflection.reflect_screen import ReflectScreen
from callbacktui.tui.reflection.sweep_screen import SweepScreen
from tests.factories import TODAY, present, read_on
from tests.tui.actions import kept
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import (
    CLOSED,
    SEVERAL,
    TAPE,
    WAITING,
    desk,
    listed,
    settled,
    shown,
    trouble,
)

NEXT_DOOR = read_on(8, id="next door", role="Tom", project="Copper Street", medium="tv")
OTHERS = (*SEVERAL, NEXT_DOOR)

WRITES = {c.id: c for c in DESK if c.writes and c.needs in OF_AUDITIONS}

STEPS: dict[str, tuple[type[Screen[Any]] | str, ...]] = {
    "next_stage": (ChoiceDialog, "c", FormScreen, "ctrl+s"),
    "reflect": (ReflectScreen, "y", "ctrl+s"),
    "close": (ChoiceDialog, "enter", ChoiceDialog, "enter"),
    "callback": (ChoiceDialog, "c", FormScreen, "ctrl+s"),
    "edit": (FormScreen, "X", "ctrl+s"),
    "edit_round": (FormScreen, "tab", "tab", "tab", "tab", "X", "ctrl+s"),
    "reopen": (ChoiceDialog, "enter"),
    "heard": (ChoiceDialog, "enter"),
    "called_in": (FormScreen, "X", "ctrl+s"),
    "remove": (),
    "rest": (),
    "feedback": (FormScreen, "X", "ctrl+s"),
    "receipt": (ChoiceDialog, "enter"),
    "change_time": (FormScreen, "tab", "X", "ctrl+s"),
    "follow_up": (ChoiceDialog, "enter", FormScreen, "ctrl+s"),
    "tags": (LineDialog, "X", "enter"),
    "notes": (),
    "payment": (FormScreen, "$", "9", "ctrl+s"),
}


@pytest.fixture(autouse=True)
def _editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the notes be edited by a program that adds a word to them."""
    script = tmp_path / "editor.py"
    script.write_text("import sys, pathlib\npathlib.Path(sys.argv[-1]).write_text('X')\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    monkeypatch.setattr(CallbackApp, "suspend", lambda _: nullcontext())


async def standing(pilot: Pilot[None], kind: type[Screen[Any]]) -> None:
    for _ in range(300):
        if isinstance(pilot.app.screen, kind):
            return
        await pilot.pause(0.01)
    raise AssertionError(f"{pilot.app.screen} stands where {kind.__name__} should")


async def do(pilot: Pilot[None], id_: str) -> None:
    """Press the key of a command, and answer all that it asks."""
    desk(pilot.app).action_do(id_)
    for step in STEPS[id_]:
        if isinstance(step, str):
            await pilot.press(step)
        else:
            await standing(pilot, step)
    await settled(pilot)


async def narrow(pilot: Pilot[None], words: str) -> None:
    await pilot.press("slash")
    await shown(pilot)
    desk(pilot.app).query_one(Input).value = words
    await shown(pilot)
    await pilot.press("enter")
    await shown(pilot)


async def under_a_filter(pilot: Pilot[None], target: Audition) -> None:
    group = "next" if target.pending else "waiting" if target.is_open else "closed"
    await narrow(pilot, f"is:{group}")
    desk(pilot.app).show(target.id)


async def under_a_fold(pilot: Pilot[None], target: Audition) -> None:
    desk(pilot.app).show(target.id)
    listed(pilot.app).unfolded = frozenset()


async def under_another_order(pilot: Pilot[None], target: Audition) -> None:
    desk(pilot.app).order = Order.PROJECT
    desk(pilot.app).show(target.id)


async def marked(pilot: Pilot[None], target: Audition) -> None:
    desk(pilot.app).show(target.id)
    await pilot.press("m")
    await shown(pilot)


VIEWS = (under_a_filter, under_a_fold, under_another_order, marked)
OF_THE_CURSOR = {
    *("reflect", "callback", "edit", "edit_round", "called_in", "feedback", "follow_up", "notes"),
    *("receipt", "change_time", "payment"),
}


def test_every_writing_command_is_covered() -> None:
    assert STEPS.keys() == WRITES.keys()


@pytest.mark.parametrize("id_", STEPS)
async def test_command_changes_the_audition_it_was_begun_on(make_app: MakeApp, id_: str) -> None:
    app = make_app(OTHERS)
    target = {"reopen": CLOSED, "receipt": TAPE, "change_time": TAPE}.get(id_, WAITING)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        before = {a.id: a for a in app.session.ledger.all()}
        for view in VIEWS:
            await view(pilot, target)
            await shown(pilot)
            if view is marked and id_ in OF_THE_CURSOR:
                desk(app).show(target.id)
            await do(pilot, id_)
            after = {a.id: a for a in app.session.ledger.all()}
            changed = {key for key in before if after.get(key) != before[key]}
            if id_ == "called_in":
                assert changed == set(), view
                new = {a.came_from for key, a in after.items() if key not in before}
                assert new == {target.id}, view
            elif id_ == "payment":
                assert changed == set(), view
                money = app.session.repository.money.all()
                assert [entry.audition for entry in money] == [target.id], view
            else:
                assert changed == {target.id}, view
            said = " ".join(note.message for note in app._notifications)
            assert "takes it back" in said or "puts it back" in said, (view, said)
            await pilot.press("u")
            await settled(pilot)
            now_is = {a.id: a for a in app.session.ledger.all()}
            assert now_is == before, (view, "one key, one step back")
            desk(app).unmark(desk(app).marked)
            await pilot.press("escape")
            await shown(pilot)


async def test_changed_row_stays_visible_until_the_cursor_moves(
    make_app: MakeApp,
) -> None:
    app = make_app(OTHERS)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await under_a_filter(pilot, WAITING)
        await do(pilot, "callback")
        assert listed(app).cursor == "waiting"
        assert "waiting" in listed(app).stops
        listed(app).action_last()
        await shown(pilot)
        assert "waiting" not in listed(app).stops


async def test_closing_auditions_moves_the_cursor_down(make_app: MakeApp) -> None:
    app = make_app(OTHERS)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        await shown(pilot)
        at = listed(app).stops.index("waiting")
        below = listed(app).stops[at + 1]
        await do(pilot, "close")
        assert listed(app).stops.index("waiting") == at
        await pilot.press("j")
        await shown(pilot)
        assert listed(app).cursor == below
        assert "waiting" not in listed(app).stops


async def test_hold_question_is_asked_under_a_filter(make_app: MakeApp) -> None:
    app = make_app(OTHERS)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await under_a_filter(pilot, WAITING)
        await shown(pilot)
        desk(app).action_do("next_stage")
        await standing(pilot, ChoiceDialog)
        await pilot.press("h")
        await standing(pilot, FormScreen)
        assert "Detective Orr" in str(app.screen.title)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert kept(app, "waiting").stage is Stage.HOLD


@pytest.mark.parametrize(("id_", "answer"), [("next_stage", "h"), ("callback", "c")])
async def test_escape_from_the_form_saves_nothing(make_app: MakeApp, id_: str, answer: str) -> None:
    app = make_app(OTHERS)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        desk(app).action_do(id_)
        await standing(pilot, ChoiceDialog)
        await pilot.press(answer)
        await standing(pilot, FormScreen)
        await pilot.press("escape")
        await settled(pilot)
        assert kept(app, "waiting") == WAITING
        assert app.session.ledger.next_undo is None
        assert [note.message for note in app._notifications] == [
            "Not done: Detective Orr, Copper Street stays as it was."
        ]


async def test_reopening_at_a_callback_opens_the_round_form(make_app: MakeApp) -> None:
    app = make_app(OTHERS)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("closed")
        desk(app).action_do("reopen")
        await standing(pilot, ChoiceDialog)
        await pilot.press("c")
        await standing(pilot, FormScreen)
        assert kept(app, "closed") == CLOSED
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert kept(app, "closed").stage is Stage.CALLBACK
        assert kept(app, "closed").is_open


async def test_record_removed_while_its_form_is_open_is_reported(
    make_app: MakeApp,
) -> None:
    app = make_app(OTHERS)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        desk(app).action_do("callback")
        await standing(pilot, ChoiceDialog)
        await pilot.press("c")
        await standing(pilot, FormScreen)
        await app.session.ledger.remove(["waiting"], "Removed from outside")
        desk(app).refresh_data()
        before = app.session.ledger.all()
        await pilot.press("ctrl+s")
        while not trouble(app):
            await pilot.pause(0.01)
        await pilot.press("escape")
        await settled(pilot)
        assert app.session.ledger.all() == before


async def test_only_the_actor_moves_the_cursor(make_app: MakeApp) -> None:
    app = make_app(OTHERS)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await under_a_filter(pilot, WAITING)
        closing = app.session.ledger.update(["waiting"], closed_outside, "Closed outside")
        await closing
        desk(app).refresh_data()
        await shown(pilot)
        assert listed(app).cursor == "waiting"


async def test_news_can_set_a_decision_date(make_app: MakeApp) -> None:
    app = make_app(OTHERS)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        desk(app).action_do("heard")
        await standing(pilot, ChoiceDialog)
        await pilot.press("t")
        await standing(pilot, LineDialog)
        for letter in ("2", "7", "space", "n", "o", "v"):
            await pilot.press(letter)
        await pilot.press("enter")
        await settled(pilot)
        waiting = kept(app, "waiting")
        assert str(waiting.decision_by) == "2026-11-27"
        assert present(waiting.decision).told_on == TODAY


async def test_refusal_is_not_shown_as_success(make_app: MakeApp) -> None:
    app = make_app(())
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("s")
        await settled(pilot)
        assert [note.severity for note in app._notifications] == ["warning"]


def closed_outside(audition: Audition) -> Audition:
    from msgspec.structs import replace

    return replace(audition, disposition=Disposition.WITHDRAWN)


HISTORY = tuple(
    read_on(1037 + n, id=f"old {n}", role=f"Part {n}", stage=Stage.BOOKED) for n in range(12)
)


async def test_letting_go_of_old_auditions_is_one_undo_step(make_app: MakeApp) -> None:
    app = make_app((*OTHERS, *HISTORY))
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).action_do("sweep")
        await standing(pilot, ChoiceDialog)
        await pilot.press("enter")
        await settled(pilot)
        assert {kept(app, a.id).stage for a in HISTORY} == {Stage.WRAPPED}
        assert kept(app, "quiet").is_open
        assert [note.message for note in app._notifications] == [
            "12 auditions: let rest; u takes it back."
        ]
        await pilot.press("u")
        await settled(pilot)
        assert [kept(app, a.id) for a in HISTORY] == list(HISTORY)


async def test_sweep_reverts_only_its_own_changes(make_app: MakeApp) -> None:
    app = make_app(OTHERS)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).action_do("sweep")
        await standing(pilot, SweepScreen)
        await pilot.press("y")
        while kept(app, "quiet").is_open:
            await pilot.pause(0.01)
        await pilot.pause(0.05)
        await app.session.ledger.remove(["waiting"], "Meanwhile")
        await pilot.press("u")
        while not trouble(app):
            await pilot.pause(0.01)
        await pilot.press("escape")
        await settled(pilot)
        assert app.session.ledger.get("waiting") is None
        assert not kept(app, "quiet").is_open


async def test_escaped_quick_line_is_kept_when_typing_again(make_app: MakeApp) -> None:
    app = make_app(OTHERS)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("n", "o", "l", "d", "escape")
        await settled(pilot)
        await pilot.press("n")
        await standing(pilot, QuickAddScreen)
        await pilot.pause(0.2)
        assert app.screen.query_one(Input).value == "old", "it is offered again"
        await pilot.press("n", "e", "w")
        await pilot.pause()
        assert app.screen.query_one(Input).value == "oldnew"
        await pilot.press("escape")
        await settled(pilot)

"""With marked auditions, a command acts on those that it names, and on no others."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Group
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.commands.command import Requirement
from callbacktui.tui.commands.registry import COMMANDS
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.desk.list_lines import fold_stop
from callbacktui.tui.forms.form_screen import FormScreen
from tests.factories import NOW
from tests.tui.actions import kept
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import CLOSED, QUIET, SEVERAL, WAITING, desk, listed, settled, shown

WIDE = (120, 36)
OF_ONE = {Requirement.AUDITION, Requirement.OPEN_HERE, Requirement.DUE_HERE}
OF_SOME = {Requirement.PICKED, Requirement.OPEN, Requirement.CLOSED}


async def mark(pilot: Pilot[None], *ids: str) -> None:
    await shown(pilot)
    for id_ in ids:
        desk(pilot.app).show(id_)
        await pilot.press("m")
    await shown(pilot)


async def choose(pilot: Pilot[None], key: str, answer: str) -> None:
    """Press a key that asks, and answer it."""
    await pilot.press(key)
    while not isinstance(pilot.app.screen, ChoiceDialog):
        await pilot.pause(0.01)
    await pilot.press(answer)


async def form(pilot: Pilot[None]) -> FormScreen:
    while not isinstance(pilot.app.screen, FormScreen):
        await pilot.pause(0.01)
    return pilot.app.screen


def foot(app: CallbackApp) -> str:
    return str(listed(app).border_subtitle)


async def test_callback_is_added_only_to_the_audition_under_the_cursor(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, "quiet")
        desk(app).show("waiting")
        await choose(pilot, "b", "c")
        await form(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
    assert kept(app, "waiting").stage is Stage.CALLBACK
    assert kept(app, "quiet") == QUIET


async def test_news_is_noted_only_for_open_marked_auditions(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, "waiting", "closed")
        await choose(pilot, "H", "enter")
        await settled(pilot)
    assert kept(app, "waiting").heard_on == NOW.date()
    assert kept(app, "closed") == CLOSED


async def test_reopening_affects_only_closed_marked_auditions(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, "waiting", "closed")
        await choose(pilot, "O", "enter")
        await settled(pilot)
    assert kept(app, "closed").is_open
    assert kept(app, "waiting") == WAITING


async def test_follow_up_question_is_about_the_moved_audition(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, "waiting")
        desk(app).show("quiet")
        await choose(pilot, "s", "c")
        asked = await form(pilot)
        assert "Detective Orr" in str(asked.title)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert listed(app).cursor == "waiting"
    assert kept(app, "waiting").stage is Stage.CALLBACK
    assert kept(app, "quiet") == QUIET


@pytest.mark.parametrize("marked", [False, True])
async def test_keys_on_a_heading_act_on_marks_or_say_what_is_missing(
    make_app: MakeApp, marked: bool
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, *(["waiting"] if marked else []))
        listed(app).cursor = fold_stop(Group.CLOSED)
        await shown(pilot)
        for command in (c for c in COMMANDS if c.needs in OF_ONE | OF_SOME):
            needs, hindered = command.needs, desk(app).missing_for(command.needs)
            assert bool(hindered) == (not marked or needs in {*OF_ONE, Requirement.CLOSED})
            if hindered:
                app.clear_notifications()
                desk(app).action_do(command.id)
                await settled(pilot)
                said = [notification.message for notification in app._notifications]
                assert said == [hindered], command.id
                assert app.screen is desk(app)


@pytest.mark.parametrize("auditions", [(), SEVERAL], ids=["none", "several"])
async def test_mark_key_without_auditions_says_so(
    make_app: MakeApp, auditions: tuple[Audition, ...]
) -> None:
    app = make_app(auditions)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        listed(app).cursor = fold_stop(Group.CLOSED) if auditions else ""
        await shown(pilot)
        await pilot.press("m")
        await shown(pilot)
        assert [note.message for note in app._notifications] == [
            desk(app).missing_for(Requirement.AUDITION)
        ]
        assert not desk(app).marked


@pytest.mark.parametrize("agrees", [True, False])
async def test_marked_auditions_hidden_by_the_filter_need_consent(
    make_app: MakeApp, agrees: bool
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, WAITING.id, QUIET.id)
        desk(app).use_filter("Ranger")
        await shown(pilot)
        await pilot.press("d")
        while not isinstance(app.screen, ConfirmDialog):
            await pilot.pause(0.01)
        said = " ".join(str(text.content) for text in app.screen.query(Static))
        assert "1 of the 2 marked is not shown here" in said
        assert WAITING.name in said
        await pilot.press("y" if agrees else "n")
        await settled(pilot)
        left = {WAITING.id, QUIET.id} & {audition.id for audition in app.session.ledger.all()}
        assert left == (set() if agrees else {WAITING.id, QUIET.id})


@pytest.mark.parametrize("agrees", [True, False])
async def test_marked_auditions_in_folded_groups_need_consent(
    make_app: MakeApp, agrees: bool
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, WAITING.id, CLOSED.id)
        assert "not shown" not in foot(app)
        await pilot.press("k", "enter")
        await shown(pilot)
        assert fold_stop(Group.CLOSED) == listed(app).cursor
        assert "2 marked, 1 of them not shown" in foot(app)
        await pilot.press("d")
        while not isinstance(app.screen, ConfirmDialog):
            await pilot.pause(0.01)
        said = " ".join(str(text.content) for text in app.screen.query(Static))
        assert "1 of the 2 marked is not shown here" in said
        assert CLOSED.name in said
        await pilot.press("y" if agrees else "n")
        await settled(pilot)
        left = {WAITING.id, CLOSED.id} & {audition.id for audition in app.session.ledger.all()}
        assert left == (set() if agrees else {WAITING.id, CLOSED.id})

"""The letters of a paste without brackets answer nothing and run no command."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import ModalScreen

from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.history.backups_screen import BackupsScreen
from callbacktui.tui.history.history_screen import HistoryScreen
from callbacktui.tui.history.removed_screen import RemovedScreen
from callbacktui.tui.practice.screen import PracticeScreen
from callbacktui.tui.reflection.reflect_screen import ReflectScreen
from callbacktui.tui.reflection.scale import Scale
from callbacktui.tui.reflection.sweep_screen import SweepScreen
from callbacktui.tui.runtime.terminal_driver import Burst
from tests.factories import NOW
from tests.tui.actions import done_with, seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, details_drawn, shown

SENTENCES = ("dear harbor, they may be up by 4", "\ryes, bring three headshots")


async def paste(pilot: Pilot[None], text: str) -> None:
    keys = [
        Key("enter", "\r") if character == "\r" else Key(_character_to_key(character), character)
        for character in text
    ]
    pilot.app.post_message(Burst(keys))
    await seen(pilot)
    await details_drawn(pilot)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("s", ChoiceDialog),
        ("w", SweepScreen),
        ("v", HistoryScreen),
        ("minus", RemovedScreen),
        ("0", BackupsScreen),
        ("p", PracticeScreen),
        ("r", ReflectScreen),
    ],
)
async def test_paste_does_not_answer_a_dialog(
    make_app: MakeApp, key: str, kind: type[ModalScreen[Any]], sentence: str
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        await app.session.ledger.remove(["closed"], "Removed Mum, Brackwater")
        app.session.repository.back_up(NOW)
        before = app.session.ledger.all(), app.session.repository.backups.all()
        await seen(pilot, key)
        await details_drawn(pilot)
        assert isinstance(app.screen, kind)
        await paste(pilot, sentence)
        assert (app.session.ledger.all(), app.session.repository.backups.all()) == before
        assert [scale.answer for scale in app.screen.query(Scale) if scale.answer] == []
        if kind is not PracticeScreen:  # its n opens a form, and the rest is typed there
            assert isinstance(app.screen, kind)
            assert "as a paste does" in next(iter(app._notifications)).message


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    "dialog",
    [
        lambda: ConfirmDialog("Remove?", "Really?", yes="Remove", no="Keep it"),
        lambda: ChoiceDialog("Which?", [Choice(n, name) for n, name in enumerate(("Ay", "Be"))]),
    ],
)
async def test_paste_does_not_answer_a_question_but_a_key_does(
    make_app: MakeApp, dialog: Callable[[], ModalScreen[object]], sentence: str
) -> None:
    app = make_app(SEVERAL)
    answers: list[object] = []
    async with app.run_test() as pilot:
        await shown(pilot)
        app.push_screen(dialog(), answers.append)
        await pilot.pause()
        await paste(pilot, sentence)
        assert answers == []
        await pilot.pause(0.1)
        await done_with(pilot, "enter")
        assert len(answers) == 1

"""What leaves the program does not work in a browser, and says so."""

from typing import Any

import pytest
from textual.app import App
from textual.screen import ModalScreen

from callbacktui.tui.commands.registry import COMMANDS
from callbacktui.tui.invitation.paste_screen import PasteScreen
from callbacktui.tui.shell.command_availability import NOT_IN_BROWSER, why_unavailable
from tests.factories import audition
from tests.tui.actions import seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import shown


@pytest.fixture
def in_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(App, "is_web", property(lambda _: True))


@pytest.mark.usefixtures("in_browser")
async def test_commands_that_leave_the_program_are_refused_in_a_browser(make_app: MakeApp) -> None:
    app = make_app([audition()])
    said: list[str] = []
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        app.screen.refuse = said.append  # type: ignore[attr-defined]
        await seen(pilot, "E", "plus")
        app.screen.action_do("export")  # type: ignore[attr-defined]
        app.screen.action_do("to_calendar")  # type: ignore[attr-defined]
        await pilot.pause()
        assert said == [NOT_IN_BROWSER] * 4
        assert not isinstance(app.screen, ModalScreen)


@pytest.mark.usefixtures("in_browser")
async def test_invitation_cannot_be_read_from_a_file_in_a_browser(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "i")
        assert isinstance(app.screen, PasteScreen)
        await seen(pilot, "ctrl+o")
        assert isinstance(app.screen, PasteScreen)
        assert NOT_IN_BROWSER in str(app.screen.query_one(".trouble").render())


def test_commands_that_leave_the_program_are_listed() -> None:
    leaving = {command.id for command in COMMANDS if command.leaves}
    assert leaving == {"export", "import", "library_bring_in", "notes", "to_calendar"}


async def test_no_command_is_refused_in_a_terminal(make_app: MakeApp) -> None:
    app = make_app([audition()])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk: Any = app.screen
        refusals = [why_unavailable(command, desk) for command in COMMANDS if command.leaves]
        assert NOT_IN_BROWSER not in refusals

"""What is being saved is saved once, whatever is pressed or clicked until that is done."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.drafted_dialog import DraftedDialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.forms.quick_add_screen import QuickAddScreen
from callbacktui.tui.importing.file_screen import FileScreen
from callbacktui.tui.importing.preview_screen import ImportScreen
from callbacktui.tui.invitation.screen import InvitationScreen
from callbacktui.tui.reflection.reflect_screen import ReflectScreen
from tests.tui.actions import HeldWrite, seen, until, until_form, write
from tests.tui.conftest import MakeApp
from tests.tui.invitation.test_review_state import MAIL
from tests.tui.sample_desks import SEVERAL, desk, settled, shown


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text("Date,Project,Role\n11/14/2026,Tin Kettle,Ada\n", "utf-8")
    return path


async def _opened(pilot: Pilot[None], kind: type, sheet: Path) -> None:
    """Open the dialog, and put something into it that can be saved."""
    app = pilot.app
    assert isinstance(app, CallbackApp)
    if kind is InvitationScreen:
        await pilot.press("i")
        await until(pilot, kind)
    elif kind is ImportScreen:
        await pilot.press("plus")
        await until(pilot, FileScreen)
        app.screen.query_one(LineEntry).value = str(sheet)
        await pilot.press("enter")
        await until(pilot, kind)
        screen = app.screen
        assert isinstance(screen, ImportScreen)
        while screen._is_reading:
            await pilot.pause(0.01)
    elif kind is FormScreen:
        await pilot.press("e")
        await until_form(pilot)
        write(app, "project", "Hamlet")
    elif kind is QuickAddScreen:
        await pilot.press("n")
        await until(pilot, kind)
        await seen(pilot, *"Ada, Tin Kettle")
    else:
        desk(app).show("waiting")
        await pilot.press("r")
        await until(pilot, kind)
        await seen(pilot, "3")


@pytest.mark.parametrize(
    "kind", [FormScreen, QuickAddScreen, ReflectScreen, InvitationScreen, ImportScreen]
)
async def test_second_save_or_escape_waits_for_the_first(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, sheet: Path, kind: type[Dialog[object]]
) -> None:
    monkeypatch.setattr("callbacktui.clipboard.read_clipboard", lambda: MAIL)
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 40)) as pilot:
        await shown(pilot)
        await _opened(pilot, kind, sheet)
        dialog = app.screen
        assert isinstance(dialog, Dialog)
        disk = HeldWrite(monkeypatch)
        await dialog.run_action("save")
        await disk.until_begun(pilot)
        await dialog.run_action("save")  # as clicks on the foot do; keys would wait
        await dialog.run_action("leave")
        if isinstance(dialog, DraftedDialog):
            await dialog.run_action("throw_away")
        await seen(pilot)
        assert app.screen is dialog
        disk.goes_on.set()
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        ledger = app.session.ledger
        assert ledger.next_undo
        await ledger.undo()
        assert ledger.next_undo is None
        assert sorted(one.id for one in ledger.all()) == sorted(one.id for one in SEVERAL)
        assert any("takes it back" in notice.message for notice in app._notifications)

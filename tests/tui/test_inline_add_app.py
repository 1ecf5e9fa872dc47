"""The quick line below the shell's prompt: saved, read only, gone on in the form, or left."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from callbacktui.session import Session
from callbacktui.store.base.errors import StoreError
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.forms.field_row import FieldRow
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.forms.quick_add_screen import QuickAddScreen, Saved
from callbacktui.tui.inline_add_app import InlineAdd
from tests.factories import present
from tests.tui.host_app import session

LINE = "callback Ophelia, Hamlet fri noon zoom"


async def standing(pilot: Pilot[Saved], kind: type) -> None:
    while type(pilot.app.screen) is not kind:
        await pilot.pause(0.01)
    await pilot.pause()


async def write(pilot: Pilot[Saved], line: str, key: str) -> None:
    await standing(pilot, QuickAddScreen)
    pilot.app.screen.query_one(LineEntry).rewrite(line)
    await pilot.pause()
    await pilot.press(key)


async def until_over(app: InlineAdd, pilot: Pilot[Saved]) -> Saved | None:
    while app.is_running:
        await pilot.pause(0.01)
    return app.return_value


async def test_enter_saves_the_line_and_exits(tmp_path: Path) -> None:
    place = session(tmp_path)
    app = InlineAdd(place, keeps=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, LINE, "enter")
        saved = present(await until_over(app, pilot))
    assert (saved.audition.name, saved.line) == ("Ophelia, Hamlet", LINE)
    assert place.ledger.all() == (saved.audition,)
    assert place.drafts.all() == []


async def test_dry_run_saves_nothing(tmp_path: Path) -> None:
    place = session(tmp_path)
    app = InlineAdd(place, keeps=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, LINE, "enter")
        assert present(await until_over(app, pilot)).audition.role == "Ophelia"
    assert place.ledger.all() == ()


async def test_escape_saves_nothing_and_keeps_the_draft(tmp_path: Path) -> None:
    place = session(tmp_path)
    app = InlineAdd(place, keeps=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, LINE, "escape")
        assert await until_over(app, pilot) is None
    assert place.ledger.all() == ()
    assert place.drafts.all()[0].fields["line"] == LINE


async def test_tab_opens_the_form_and_escape_returns(tmp_path: Path) -> None:
    place = session(tmp_path)
    app = InlineAdd(place, keeps=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "Nina, The Seagull", "tab")
        await standing(pilot, FormScreen)
        await pilot.press("escape")
        await write(pilot, "Nina, The Seagull", "tab")
        await standing(pilot, FormScreen)
        next(r for r in app.screen.query(FieldRow) if r.field.name == "rep").rewrite("Mara")
        await pilot.press("ctrl+s")
        saved = present(await until_over(app, pilot))
    assert (saved.audition.name, saved.audition.rep) == ("Nina, The Seagull", "Mara")
    assert place.ledger.all() == (saved.audition,)
    assert place.drafts.all() == []


async def test_failed_save_is_reported_and_keeps_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place: Session = session(tmp_path)

    async def full(*_: object) -> None:
        raise StoreError("The disk is full.", "Make room.")

    monkeypatch.setattr(place.ledger, "add", full)
    app = InlineAdd(place, keeps=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, LINE, "enter")
        await pilot.pause()
        while "full" not in str(app.screen.query_one(".trouble").render()):
            await pilot.pause(0.01)
        assert app.is_running
        assert app.screen.query_one(LineEntry).value == LINE

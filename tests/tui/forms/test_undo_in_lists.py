"""In every dialog with a list of its own, undo and redo are those of the desk."""

from collections.abc import Sequence

import pytest

from callbacktui.domain.change import Record
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.forms.base_records_dialog import RecordsDialog
from callbacktui.tui.forms.form_screen import FormScreen
from tests.factories import audition
from tests.tui.conftest import MakeApp
from tests.tui.practice.test_screen import save, write
from tests.tui.sample_desks import press, shown

LISTS = {
    "practice": ("p", {"note": "Two takes"}, {"note": "Three takes"}),
    "bookouts": ("B", {"times": "14-18 Dec"}, {"why": "family"}),
    "money": ("K", {"amount": "$40", "reason": "prints"}, {"reason": "new prints"}),
    "pieces": ("U", {"title": "Memory"}, {"key": "B flat"}),
}
"""Of each list: the key that opens it, what a new record has, and what is changed."""


def kept(app: CallbackApp, table: str) -> Sequence[Record]:
    records: Sequence[Record] = getattr(app.session.repository, table).all()
    return records


def test_every_record_list_is_covered() -> None:
    tables = {one.__module__.split(".")[-2] for one in RecordsDialog.__subclasses__()}
    assert tables <= set(LISTS)


@pytest.mark.parametrize("table", LISTS)
async def test_undo_reverts_additions_changes_and_removals(make_app: MakeApp, table: str) -> None:
    opens, new, changed = LISTS[table]
    app = make_app((audition(),))
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await press(pilot, opens)
        await pilot.press("n")
        await pilot.pause()
        if isinstance(app.screen, ChoiceDialog):
            await pilot.press("e")
        while not isinstance(app.screen, FormScreen):
            await pilot.pause(0.01)
        await write(pilot, **new)
        await save(pilot)
        [first] = kept(app, table)
        await press(pilot, "u")
        assert kept(app, table) == []
        await press(pilot, "ctrl+r")
        assert kept(app, table) == [first]
        await press(pilot, "e")
        await write(pilot, **changed)
        await save(pilot)
        [second] = kept(app, table)
        assert second != first
        await press(pilot, "u")
        assert kept(app, table) == [first]
        await press(pilot, "ctrl+r", "d")
        assert kept(app, table) == []
        await press(pilot, "u")
        assert kept(app, table) == [second]
        await press(pilot, "u", "u", "u")
        assert kept(app, table) == []
        assert "Nothing to undo" in str(app.screen.query_one(".hint").render())

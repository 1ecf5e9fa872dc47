"""An app that no longer responds still ends, and what is typed in it is on disk."""

from threading import Event, Timer
from typing import Any

import pytest
from textual.widgets import Input, TextArea

from callbacktui.tui.runtime.shutdown import ShutdownHandler
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import REFLECTED, SEVERAL, desk, shown, typed

PATIENCE = 30.0


async def test_draft_is_saved_if_the_app_hangs(make_app: MakeApp) -> None:
    app, over, codes = make_app(SEVERAL), Event(), list[int]()

    def end(code: int) -> None:
        codes.append(code)
        over.set()

    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("n")
        await pilot.pause()
        await typed(pilot, "Ariadne")
        leaving = ShutdownHandler(app, end)
        leaving.begin(15)
        leaving.begin(1)
        assert over.wait(PATIENCE)  # nothing else runs here
        assert [draft.fields for draft in app.session.drafts.all()] == [{"line": "Ariadne"}]
        assert codes[0] == 128 + 15


@pytest.mark.parametrize("door", ["n", "e", "number_sign", "r"])
async def test_draft_includes_the_last_key_even_if_the_loop_is_busy(
    make_app: MakeApp, door: str
) -> None:
    """No message of the last key has been handled, and none will be before the program ends."""
    seen = REFLECTED if door == "r" else SEVERAL[0]
    app = make_app([seen])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press(door)
        while app.screen is desk(app):
            await pilot.pause(0.01)
        await pilot.pause()
        entry = app.screen.query("Input, TextArea").first()
        entry.focus()
        await pilot.pause()
        if isinstance(entry, Input):
            entry.insert_text_at_cursor("Ariadne")
        elif isinstance(entry, TextArea):
            entry.insert("Ariadne")
        ShutdownHandler(app, lambda _: None).begin(
            15
        )  # nothing ran between the last key and the signal
        (draft,) = app.session.drafts.all()
        assert "Ariadne" in " ".join(draft.fields.values())
    (draft,) = app.session.drafts.all()
    assert "Ariadne" in " ".join(draft.fields.values())


async def test_slow_disk_never_overwrites_a_newer_draft(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(SEVERAL)
    keep, began, may_go, slow = app.session.drafts.keep, Event(), Event(), [True]

    def held_up(*arguments: Any) -> None:
        if slow.pop() if slow else False:
            began.set()
            may_go.wait(PATIENCE)
        keep(*arguments)

    monkeypatch.setattr(app.session.drafts, "keep", held_up)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("n")
        await pilot.pause()
        await typed(pilot, "Ari")
        while not began.is_set():
            await pilot.pause(0.01)
        await typed(pilot, "adne")
        Timer(0.05, may_go.set).start()
        ShutdownHandler(app, lambda _: None).begin(15)
        assert [draft.fields for draft in app.session.drafts.all()] == [{"line": "Ariadne"}]
    assert [draft.fields for draft in app.session.drafts.all()] == [{"line": "Ariadne"}]

"""Keys typed all at once have the same effect as if they were typed slowly."""

import asyncio
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.dialog import PASTED
from callbacktui.tui.components.inputs import LineEntry, ProseEntry
from callbacktui.tui.forms.quick_add_screen import DRAFT, QuickAddScreen
from callbacktui.tui.practice.screen import PracticeScreen
from callbacktui.tui.runtime import key_queue as type_ahead
from tests.factories import NOW, read_on
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, listed, settled, shown

STILL = 4
"""After this many equal states in a row, everything typed is done."""

NAMED = {"\t": "tab", "\r": "enter", "\x1b": "escape"}


def burst(pilot: Pilot[None], text: str) -> None:
    """Type `text` at once: all keys arrive before the first one is handled."""
    for character in text:
        key = NAMED.get(character) or _character_to_key(character)
        pilot.app.post_message(Key(key, character if character.isprintable() else None))


async def until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait until a condition holds; fail the test if it never does."""
    async with asyncio.timeout(20):
        while not is_so():
            await pilot.pause(0.01)
    await pilot.pause()


def line(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    lines = [entry.written for entry in screen.query(LineEntry)]
    return lines[0] if lines and isinstance(screen, QuickAddScreen) else ""


def texts(pilot: Pilot[None]) -> list[str]:
    lines = [entry.written for entry in pilot.app.screen.query(LineEntry)]
    return lines + [entry.written for entry in pilot.app.screen.query(ProseEntry)]


async def test_typed_ahead_line_is_complete_and_runs_no_command(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        before = app.session.ledger.all()
        burst(pilot, "nHugo, Sea de los Santos @Harbor")
        await until(pilot, lambda: line(pilot).endswith("Harbor"))
        assert line(pilot) == "Hugo, Sea de los Santos @Harbor"
        assert app.session.ledger.all() == before


async def test_typing_continues_after_a_restored_line(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    app.session.drafts.keep(DRAFT, {"line": "Nina, "}, NOW)
    async with app.run_test() as pilot:
        await shown(pilot)
        burst(pilot, "nThe Seagull")
        await until(pilot, lambda: line(pilot).endswith("Seagull"))
        assert line(pilot) == "Nina, The Seagull"


async def test_keys_after_enter_go_to_the_screen_again(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        await pilot.press("G")
        last = listed(app).cursor
        await pilot.press("g")
        burst(pilot, "nMasha, The Seagull\rG")
        await until(pilot, lambda: len(app.session.ledger) > len(SEVERAL))
        await until(pilot, lambda: listed(app).has_focus and listed(app).cursor == last)


async def test_typed_ahead_fields_get_their_own_text(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        burst(pilot, "pn\t\tAna Cole\t45\tTwo scenes.")
        await until(pilot, lambda: "Two scenes." in str(texts(pilot)))
        _, who, minutes, *_, note = texts(pilot)
        assert (who, minutes, note) == ("Ana Cole", "45", "Two scenes.")
        burst(pilot, "\x1by")
        await until(pilot, lambda: isinstance(app.screen, PracticeScreen))
        assert app.session.repository.practice.all() == []


async def test_paste_keeps_its_order_among_keys(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        burst(pilot, "n")
        app.post_message(Paste("Nina, The Sea"))
        burst(pilot, "gull")
        await until(pilot, lambda: line(pilot).endswith("gull"))
        assert line(pilot) == "Nina, The Seagull"


async def test_paste_that_goes_into_no_text_is_refused_in_words(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        app.post_message(Paste("Dear Nina,\nyour callback is on Friday."))
        words = f"{PASTED} i opens a box to paste into."
        await until(pilot, lambda: [told.message for told in app._notifications] == [words])
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        app.clear_notifications()
        app.post_message(Paste("passed"))
        await until(pilot, lambda: [told.message for told in app._notifications] == [PASTED])


async def test_keys_wait_for_a_save_with_a_limit(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(SEVERAL)
    may_go, began = Event(), Event()
    write = app.session.repository.write

    def slow(*args: Any, **options: Any) -> Any:
        began.set()
        may_go.wait(5)
        return write(*args, **options)

    async with app.run_test() as pilot:
        await shown(pilot)
        await app.session.ledger.add([read_on(1, id="taken-back")], "Nina kept")
        monkeypatch.setattr(app.session.repository, "write", slow)
        monkeypatch.setattr(type_ahead, "PATIENCE", 60)
        await pilot.press("g")
        first = listed(app).cursor
        burst(pilot, "uG")
        await until(pilot, began.is_set)
        await pilot.pause(0.05)
        assert listed(app).cursor == first
        monkeypatch.setattr(type_ahead, "PATIENCE", 0)
        await until(pilot, lambda: listed(app).cursor != first)
        assert not may_go.is_set()
        may_go.set()
        await settled(pilot)


async def stands(app: CallbackApp, pilot: Pilot[None]) -> tuple[object, ...]:
    """Return the state of the program, once it no longer changes."""
    before: tuple[object, ...] = ()
    same = 0
    async with asyncio.timeout(30):
        while same < STILL:
            await pilot.pause(0.03)
            screen, focused = pilot.app.screen, pilot.app.focused
            now = (
                [type(screen).__name__ for screen in pilot.app.screen_stack],
                (type(focused).__name__, focused.id if focused else ""),
                [entry.value for entry in screen.query(Input)],
                [entry.text for entry in screen.query(TextArea)],
                listed(pilot.app).cursor,
                sorted(desk(pilot.app).marked),
                len(pilot.app.screen_stack),
            )
            is_done = now == before and not app._ahead.is_busy
            same = same + 1 if is_done else 0
            before = now
    return before


@pytest.mark.parametrize(
    "keys",
    [
        "nNina, The Seagull @Har\tzz",
        "/orr\rG",
        "/f\r2",
        "z2z\x1bG",
        "z2\x1b\x1bG",
        ":edit\rabc",
        ":history\r\x1bG",
        "L/slate\r\x1bj",
        "L\r/word\rnn\x1b\x1bA",
        "-\x1b0\x1bv\x1bG",
        "mm?\x1bG",
        "e\t\t\tabc\x1b",
    ],
)
async def test_fast_typing_has_the_same_result_as_slow(make_app: MakeApp, keys: str) -> None:
    ends: list[object] = []
    for is_fast in (False, True):
        app = make_app(() if ends else SEVERAL)
        for draft in app.session.drafts.all():
            app.session.drafts.drop(draft.key)
        async with app.run_test(size=(120, 40)) as pilot:
            await shown(pilot)
            if is_fast:
                burst(pilot, keys)
            for key in "" if is_fast else keys:
                burst(pilot, key)
                await stands(app, pilot)
            ends.append(await stands(app, pilot))
    slow, fast = ends
    assert fast == slow

"""After an error in the program the desk comes back; only one that repeats ends it."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.components.pane import Pane
from callbacktui.tui.components.screen_workers import KeysWait
from callbacktui.tui.desk.audition_list import AuditionList
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.forms.quick_add_screen import QuickAddScreen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, lines, listed, shown, typed

pytestmark = pytest.mark.usefixtures("every_drawing")

SECRET = "what I wrote"


@pytest.fixture(autouse=True)
def _recovers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CallbackApp, "recovers", True)


def fails(*_: Any, **__: Any) -> None:
    raise RuntimeError(SECRET)


async def fails_later(*_: Any, **__: Any) -> None:
    raise RuntimeError(SECRET)


def in_a_worker(app: CallbackApp) -> None:
    desk(app).run_worker(fails_later(), keys=KeysWait.NO)


def in_a_handler(app: CallbackApp) -> None:
    desk(app).call_later(fails)


def in_a_timer(app: CallbackApp) -> None:
    desk(app).set_timer(0.001, fails)


def in_the_app(app: CallbackApp) -> None:
    app.call_later(fails)


def in_a_widget(app: CallbackApp) -> None:
    listed(app).call_later(fails)


def in_the_dialog(app: CallbackApp) -> None:
    app.screen.call_later(fails)


FAULTS = [in_a_worker, in_a_handler, in_a_timer, in_the_app, in_a_widget, in_the_dialog]


async def back(pilot: Any, before: DeskScreen) -> None:
    for _ in range(300):
        await asyncio.sleep(0.01)  # a pilot would wait for removed widgets
        if pilot.app.screen is not before and isinstance(pilot.app.screen, DeskScreen):
            break
    await shown(pilot)


def said(app: CallbackApp) -> list[str]:
    return [notice.message for notice in app._notifications]


@pytest.mark.parametrize("fault", FAULTS)
async def test_desk_is_restored_after_an_error(
    make_app: MakeApp, fault: Callable[[CallbackApp], None]
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("held")
        await shown(pilot)
        await pilot.press("n")
        await pilot.pause()
        await typed(pilot, "Ariadne")
        before = desk(app)
        fault(app)
        await back(pilot, before)
        assert app.screen is desk(app)
        assert desk(app) is not before
        assert listed(app).cursor == "held"
        assert any("Nina" in line for line in lines(app))
        (words,) = said(app)
        assert "fault of the program's own" in words
        assert SECRET not in words
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, QuickAddScreen)
        assert app.screen.query_one(LineEntry).value == "Ariadne"
    assert not app.return_code


@pytest.mark.parametrize(
    ("where", "name"), [(AuditionList, "render_line"), (Pane, "show"), (DeskScreen, "refresh_data")]
)
async def test_single_error_is_recovered_from(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, where: type[Any], name: str
) -> None:
    app, usual = make_app(SEVERAL), getattr(where, name)
    times: list[int] = []

    def once(*arguments: Any, **options: Any) -> Any:
        if times:
            return usual(*arguments, **options)
        times.append(1)
        raise RuntimeError(SECRET)

    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        before = desk(app)
        monkeypatch.setattr(where, name, once)
        await pilot.press("j")
        before.call_later(before.refresh_data)
        listed(app).refresh()
        await back(pilot, before)
        assert desk(app) is not before
        assert any("Nina" in line for line in lines(app))


async def test_repeated_error_ends_the_program_with_a_report(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    app = make_app(SEVERAL)
    times = 0

    async def run() -> None:
        nonlocal times
        async with app.run_test() as pilot:
            await shown(pilot)
            while app.is_running and times < 9:
                before = desk(app)
                times += 1
                before.call_later(fails)
                await back(pilot, before)

    with pytest.raises(RuntimeError):
        await run()
    assert times == 3
    assert app.return_code == 1
    report = capsys.readouterr().err
    assert "stopped: a fault of its own" in report
    assert SECRET not in report


async def test_unrecoverable_desk_ends_the_program(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    app = make_app(SEVERAL)

    async def run() -> None:
        async with app.run_test() as pilot:
            await shown(pilot)
            monkeypatch.setattr(DeskScreen, "refresh_data", fails)
            before = desk(app)
            before.call_later(before.refresh_data)
            for _ in range(100):
                await asyncio.sleep(0.01)

    with pytest.raises(RuntimeError):
        await run()
    assert app.return_code == 1
    assert SECRET not in capsys.readouterr().err


async def test_failing_dialog_returns_to_the_desk(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        monkeypatch.setattr(Dialog, "compose", fails)
        before = desk(app)
        await pilot.press("n")
        await back(pilot, before)
        assert app.screen is desk(app)
        assert desk(app) is not before
        assert "fault" in said(app)[0]


async def test_panic_exits_nonzero(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        app.panic("gone")
    assert app.return_code

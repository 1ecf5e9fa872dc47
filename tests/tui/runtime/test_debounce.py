"""Slow work begins once after a burst of keys, however busy the machine is."""

import asyncio
from itertools import count

import pytest

from callbacktui.tui.runtime.debounce import Debouncer
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import shown


async def test_call_comes_even_if_the_thread_is_held_up_as_the_timer_starts(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await shown(pilot)
        seconds = count()  # each look at the clock is a second after the one before
        monkeypatch.setattr("textual._time.get_time", lambda: float(next(seconds)))
        called: list[str] = []
        debouncer = Debouncer(app.screen, lambda: called.append("drawn"))
        debouncer.trigger()
        debouncer.trigger()
        assert debouncer.is_awaited
        for _ in range(100):
            if called:
                break
            await pilot.pause(0.01)
        assert called == ["drawn"]
        assert not debouncer.is_awaited


async def test_no_call_comes_once_the_program_ends(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await shown(pilot)
        called: list[str] = []
        debouncer = Debouncer(app.screen, lambda: called.append("drawn"))
        with monkeypatch.context() as ending:
            ending.setattr(app, "_running", False)
            debouncer.trigger()
            for _ in range(50):
                await asyncio.sleep(0.01)
        assert called == []

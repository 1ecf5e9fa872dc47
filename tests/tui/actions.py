"""Helpers that use the program as an actor would: press keys, fill in forms, read results."""

from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from callbacktui.domain.audition import Audition
from callbacktui.store.repository import Repository
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.forms.field_row import FieldRow
from callbacktui.tui.forms.form_screen import FormScreen


async def seen(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait until the screens are drawn, but not for commands that ask."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    for _ in range(5):
        await pilot.pause()


async def done_with(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait until all commands have ended."""
    await seen(pilot, *keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def write(app: CallbackApp, name: str, text: str) -> None:
    next(row for row in app.screen.query(FieldRow) if row.field.name == name).rewrite(text)


def kept(app: CallbackApp, id_: str) -> Audition:
    found = app.session.ledger.get(id_)
    assert found is not None
    return found


async def until(pilot: Pilot[None], kind: type) -> None:
    """Wait until a screen of that kind is on top, and drawn."""
    while type(pilot.app.screen) is not kind:
        await pilot.pause(0.01)
    await seen(pilot)


async def until_form(pilot: Pilot[None]) -> None:
    """Wait until the command has opened its form."""
    while not isinstance(pilot.app.screen, FormScreen) or not pilot.app.screen.query(FieldRow):
        await pilot.pause()


class HeldWrite:
    """A disk that writes nothing until it `goes_on`, and then fails if it is `full`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, full: bool = False) -> None:
        self.begun, self.goes_on, self.full = Event(), Event(), full
        self._write = Repository.write
        monkeypatch.setattr(Repository, "write", lambda *a, **more: self._hold(*a, **more))

    def _hold(self, *arguments: Any, **more: Any) -> object:
        self.begun.set()
        self.goes_on.wait(20)  # a test that fails goes on, too
        if self.full:
            raise OSError(28, "No space left on device")
        return self._write(*arguments, **more)

    async def until_begun(self, pilot: Pilot[None]) -> None:
        """Wait until the program writes."""
        while not self.begun.is_set():
            await pilot.pause(0.01)

"""Fixtures for the whole program over a temporary store, with a stopped clock."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.pilot import Pilot
from textual.screen import Screen

from callbacktui.config import Config
from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.session import Session, open_session
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components import unasked_dialog
from callbacktui.tui.theme.cached_style_sheet import CachedStyleSheet
from tests.factories import NOW

_READ: dict[tuple[object, ...], list[RuleSet]] = {}


class OneReading(CachedStyleSheet):
    """Reads a style sheet once for all tests: a tenth of their time went into reading it."""

    def _parse_rules(self, *source: Any, **more: Any) -> list[RuleSet]:
        key = (*source, *more.items(), *self._variables.items())
        if key not in _READ:
            _READ[key] = super()._parse_rules(*source, **more)
        return _READ[key]


class DrawnAtRest:
    """Draws what has changed when a test pauses, not after each message in between.

    A fifth of the time of these tests went into pictures that nothing looked at. The tests of
    drawing itself ask for `every_drawing`.
    """

    def __init__(self) -> None:
        self.draw = Screen._compositor_refresh
        self.pause = Pilot.pause
        self.undrawn: set[Screen[Any]] = set()

    def patch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Put both in place for one test."""

        def wait_to_draw(screen: Screen[Any]) -> None:
            if screen is screen.app.screen and screen.app.is_headless:
                self.undrawn.add(screen)
            else:
                self.draw(screen)

        async def draw_and_pause(pilot: Pilot[Any], delay: float | None = None) -> None:
            await self.pause(pilot, delay)
            for screen in self.undrawn & {*pilot.app.screen_stack}:
                self.draw(screen)
            self.undrawn.clear()

        monkeypatch.setattr(Screen, "_compositor_refresh", wait_to_draw)
        monkeypatch.setattr(Pilot, "pause", draw_and_pause)


@pytest.fixture
def every_drawing() -> None:
    """Let the test's screens draw at every change, as the program does."""


MakeApp = Callable[..., CallbackApp]


@pytest.fixture(autouse=True)
def _own_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("callbacktui.clipboard.read_clipboard", lambda: "")
    monkeypatch.setattr("callbacktui.tui.runtime.base_app.CachedStyleSheet", OneReading)
    if "every_drawing" not in request.fixturenames:
        DrawnAtRest().patch(monkeypatch)
    monkeypatch.setattr(unasked_dialog, "PAUSE", 0)
    monkeypatch.setattr(CallbackApp, "recovers", False)  # no error may hide from a test


@pytest.fixture
def make_app(tmp_path: Path) -> Iterator[MakeApp]:
    """Return a function that opens the program with the given auditions."""
    opened: list[Session] = []

    def make(auditions: Iterable[Audition] = (), config: Config | None = None) -> CallbackApp:
        for earlier in opened:
            earlier.close()
        opened.clear()
        session = open_session(tmp_path / "auditions.json", config or Config(), lambda: NOW)
        kept = [Change(before=None, after=audition) for audition in auditions]
        if kept:
            session.repository.write(kept)
            session.close()
            session = open_session(tmp_path / "auditions.json", config or Config(), lambda: NOW)
        opened.append(session)
        return CallbackApp(session)

    yield make
    for session in opened:
        session.close()


def look_only(place: Session, why: str = "as you asked") -> CallbackApp:
    """Return the program over the same store, opened read-only."""
    return CallbackApp(open_session(place.path, Config(), lambda: NOW, read_only=why))

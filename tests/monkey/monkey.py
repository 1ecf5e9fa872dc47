"""A monkey that presses keys, and checks after each key which auditions it changed."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pendulum import DateTime
from textual import events
from textual.geometry import Offset
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

import callbacktui.tui
from callbacktui.config import Config
from callbacktui.domain.audition import Audition
from callbacktui.session import open_session
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.commands.command import Place
from callbacktui.tui.commands.registry import COMMANDS
from callbacktui.tui.desk.audition_list import AuditionList
from callbacktui.tui.desk.screen import DeskScreen
from tests.factories import NOW
from tests.monkey.keys import Deed

_PATIENCE: Final = 120
"""Seconds after which an unfinished key counts as a hang; allows for a slow machine."""

_BY_KEY: Final = {
    key: command.id
    for command in COMMANDS
    if command.place in {Place.DESK, Place.PROGRAM}
    for key in command.keys.split(",")
}
_ADDS: Final = {"new", "called_in", "removed", "undo", "redo", "palette"}
"""Commands that may add an audition, the last one by running another."""

_NAMES_ITS_OWN: Final = {"undo", "redo", "removed", "backups", "sweep", "palette"}
"""Commands that act on earlier changes, or that may run one which does."""


class Watched(CallbackApp):
    """The program, which records all of its errors, also those it recovers from."""

    CSS_PATH = str(Path(callbacktui.tui.__file__).with_name("styles.tcss"))

    def __init__(self, folder: Path) -> None:
        self.time = NOW
        super().__init__(open_session(folder / "auditions.json", Config(), self.clock))
        self.faults: list[Exception] = []

    def clock(self) -> DateTime:
        """Return the time, which a monkey may move on."""
        return self.time

    def _handle_exception(self, error: Exception) -> None:
        self.faults.append(error)
        super()._handle_exception(error)


class Monkey:
    """Does what it is told, and checks that only the named audition changes."""

    def __init__(self, app: Watched, pilot: Pilot[None]) -> None:
        self._app = app
        self._pilot = pilot
        self._desk = next(screen for screen in app.screen_stack if isinstance(screen, DeskScreen))
        self._command = ""
        self._named: frozenset[str] = frozenset()
        self.wrong: list[str] = []

    async def do(self, deed: Deed) -> None:
        """Do one thing, wait until it is done, and check the auditions."""
        if deed.what == "text" and not self._is_typing:
            for character in str(deed.value)[:3]:
                await self.do(Deed("key", character))
            return
        before = self._auditions()
        async with asyncio.timeout(_PATIENCE):
            await self._do(deed)
            await self._quiet()
        self._check(deed, before, self._auditions())

    async def leave(self) -> None:
        """Close what is open, and quit as an actor does."""
        async with asyncio.timeout(_PATIENCE):
            self._app.exit()
            await self._pilot.pause()

    async def _do(self, deed: Deed) -> None:
        match deed.what, deed.value:
            case "key", str(key):
                await self._press(key)
            case "text", str(text):
                for character in text:
                    if self._is_typing:
                        await self._press(character)
            case "paste", str(text):
                self._app.post_message(events.Paste(text))
            case "size", (int(columns), int(rows)):
                await self._pilot.resize_terminal(columns, rows)
            case "focus", "away":
                self._app.post_message(events.AppBlur())
            case "focus", _:
                self._app.post_message(events.AppFocus())
            case "click", (int(x), int(y)):
                await self._click(Offset(x, y))
            case "minute", int(minutes):
                self._app.time = self._app.time.add(minutes=minutes)
                self._desk.refresh_data()

    async def _press(self, key: str) -> None:
        if self._app.screen is self._desk and not self._is_typing:
            self._command = _BY_KEY.get(_character_to_key(key) if len(key) == 1 else key, "")
            self._named = self._desk.marked | {self._cursor}
        await self._pilot.press({" ": "space"}.get(key, key))

    async def _click(self, where: Offset) -> None:
        size = self._app.size
        place = Offset(where.x % max(size.width, 1), where.y % max(size.height, 1))
        if self._app.screen is self._desk:
            self._command, self._named = "palette", frozenset()
        await self._pilot.click(offset=place)
        if self._app.screen is self._desk:
            self._named |= {self._cursor}

    @property
    def _cursor(self) -> str:
        """Return the id of the audition under the cursor, or an empty string."""
        return self._desk.query_one(AuditionList).cursor

    @property
    def _is_typing(self) -> bool:
        return isinstance(self._app.focused, Input | TextArea)

    async def _quiet(self) -> None:
        """Wait until only dialogs are left that wait for an answer."""
        still = 0
        while still < 2 and self._app.is_running:
            await self._pilot.pause()
            still = 0 if self._is_busy else still + 1
            if not still:
                await asyncio.sleep(0.002)

    @property
    def _is_busy(self) -> bool:
        threads = (w for w in self._app.workers if w._thread_worker and not w.is_finished)
        waits = any(True for _ in threads)
        return waits or self._app.session.ledger.busy or self._desk.catching_up.is_awaited

    def _auditions(self) -> dict[str, Audition]:
        return {audition.id: audition for audition in self._app.session.ledger.all()}

    def _check(self, deed: Deed, before: dict[str, Audition], after: dict[str, Audition]) -> None:
        if before == after or self._command in _NAMES_ITS_OWN:
            return
        touched = {id_ for id_ in before if before[id_] is not after.get(id_)}
        changed = {id_ for id_ in touched if before[id_] != after.get(id_)}
        if strangers := changed - self._named:
            self.wrong.append(
                f"{self._command or 'no command'} at {deed} changed {_names(before, strangers)}; "
                f"named was {_names(before, self._named)}"
            )
        if (fresh := after.keys() - before.keys()) and self._command not in _ADDS:
            self.wrong.append(f"{self._command or 'no command'} at {deed} added {len(fresh)}")


def _names(auditions: dict[str, Audition], ids: Iterable[str]) -> str:
    return ", ".join(auditions[id_].name for id_ in ids if id_ in auditions) or "nothing"

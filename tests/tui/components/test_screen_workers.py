"""Every worker of a screen says whether keys wait for it."""

import ast
import asyncio
from functools import partial
from pathlib import Path

import pytest
from textual.screen import ModalScreen
from textual.widgets import Label
from textual.worker import WorkerFailed

import callbacktui.tui
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.screen_workers import (
    KeysWait,
    ScreenWorkers,
    keys_wait,
    screen_worker,
)
from tests.tui.host_app import Host

TUI = Path(callbacktui.tui.__file__).parent


class Room(ScreenWorkers, ModalScreen[None]):
    said = ""

    @screen_worker(KeysWait.UNLESS_ESC, group="reading")
    async def read(self, words: str) -> None:
        self.said = words

    async def show(self, there: str) -> None:
        while self.query(there):  # noqa: ASYNC110 - it is the end that is waited for
            await asyncio.sleep(0)
        self.query_one("#answer")


async def nothing() -> None:
    pass


@pytest.mark.parametrize("screen", [Room(), ConfirmDialog("Leave?", "", yes="Yes", no="No")])
async def test_worker_without_keys_wait_cannot_start(screen: ModalScreen[None]) -> None:
    app = Host(screen)
    async with app.run_test() as pilot:
        await pilot.pause()
        work = nothing()
        with pytest.raises(TypeError, match="whether keys wait"):
            screen.run_worker(work)
        work.close()
        assert not [worker for worker in app.workers if worker.node is screen]


async def test_keys_wait_of_a_worker_is_independent_of_its_group() -> None:
    room = Room()
    app = Host(room)
    async with app.run_test() as pilot:
        await pilot.pause()
        reading = room.read("sides")
        saving = room.run_worker(nothing(), keys=KeysWait.YES, group="reading")
        assert (keys_wait(reading), keys_wait(saving)) == (KeysWait.UNLESS_ESC, KeysWait.YES)
        await app.workers.wait_for_complete([reading, saving])
        assert (room.said, reading.group, reading.name) == ("sides", "reading", "read")


async def show_and_leave(there: str) -> None:
    room = Room()
    async with Host(room).run_test() as pilot:
        await pilot.pause()
        await room.mount(Label(id="question"))
        room.run_worker(partial(room.show, there), keys=KeysWait.NO)


async def test_query_failure_during_shutdown_is_ignored() -> None:
    await show_and_leave("#question")


async def test_query_failure_on_a_running_screen_is_an_error() -> None:
    with pytest.raises(WorkerFailed, match="answer"):
        await show_and_leave("#nothing")


def test_no_module_uses_textuals_work_directly() -> None:
    for path in TUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module == "textual":
                assert "work" not in {name.name for name in node.names}, path
            if isinstance(node, ast.ClassDef):
                bases = [ast.unparse(base).partition("[")[0] for base in node.bases]
                if {"Screen", "ModalScreen"} & set(bases):
                    assert bases[0] == "ScreenWorkers", node.name

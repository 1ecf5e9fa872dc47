"""Text is never run or parsed as markup: hostile text in every field, on every screen and size."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from itertools import product
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec
import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.domain.holds_and_bookings import Feedback, Hold
from callbacktui.domain.reflection import Addendum
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Stage
from callbacktui.domain.text import clean
from callbacktui.store.repository import Repository
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from tests.factories import audition, days_ago, moment, reflection
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import HOSTILE, desk, listed, settled, shown

KEPT = {"id", "zone"}


def filled(kind: type[msgspec.Struct], words: str, **fields: Any) -> Any:
    """Return a value with `words` in every text field."""
    for name in kind.__struct_fields__:
        hint = kind.__annotations__.get(name)
        if name in KEPT or name in fields:
            continue
        if hint is str:
            fields[name] = words
        elif get_origin(hint) is tuple and get_args(hint)[0] is str:
            fields[name] = (words, words)
    return kind(**fields)


def hostile(place: int, words: str) -> list[Audition]:
    """Return auditions at several stages, with `words` in every text field."""
    looked_back = filled(type(reflection()), words, addenda=(Addendum(at=moment(), text=words),))
    read = filled(Round, words, id="r1", done_at=moment(-3), reflection=looked_back)
    coming = filled(Round, words, id="r2", at=moment(2))
    hold = filled(Hold, words, id="h1", told_on=days_ago(1))
    told = Feedback(text=words, via=words, on=days_ago(2))
    shared: dict[str, Any] = {"rounds": (read,), "feedback": (told,), "stage": Stage.AUDITIONED}
    kinds: list[dict[str, Any]] = [
        shared,
        {**shared, "rounds": (read, coming), "stage": Stage.CALLBACK},
        {**shared, "holds": (hold,), "stage": Stage.HOLD},
    ]
    return [
        filled(Audition, words, id=f"hostile-{place}-{n}", **kind) for n, kind in enumerate(kinds)
    ]


ALL = [one for place, words in enumerate(HOSTILE) for one in hostile(place, words)]
QUIET = audition(
    id="quiet",
    role=HOSTILE[0],
    project=HOSTILE[3],
    stage=Stage.AUDITIONED,
    rounds=(Round(id="r1", done_at=moment(-90)),),
)


MIXED = hostile(100, " ".join(HOSTILE[:-1]))
LONG = hostile(101, HOSTILE[-1])


KEYS = ("s", "c", "e", "R", "r", "b", "number_sign", "ctrl+p")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_every_screen_opens_with_hostile_text(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app([*MIXED, *LONG])
    async with app.run_test(size=size) as pilot:
        for one, key in product((MIXED[0], LONG[1], MIXED[2]), KEYS):
            desk(app).show(one.id)
            await shown(pilot)
            await pilot.press(key)
            await pilot.pause()
            assert app.screen is not desk(app), key
            for _ in range(9):
                if app.screen is desk(app):
                    break
                if isinstance(app.screen, ConfirmDialog):
                    app.screen.dismiss(True)
                else:
                    await pilot.press("escape")
                await pilot.pause()
            assert app.screen is desk(app), key
            await settled(pilot)


async def test_panes_filter_and_sweep_handle_hostile_text(make_app: MakeApp) -> None:
    app = make_app([*ALL, QUIET])
    async with app.run_test(size=(160, 42)) as pilot:
        for one in ALL:
            desk(app).show(one.id)
            await shown(pilot)
        for text in ("[/", "[@click=app.quit]x[/]", 'project:"[bold', "@[/", "#[/"):
            desk(app)._filter = text
            desk(app).refresh_data()
            await shown(pilot)
        desk(app)._filter = ""
        desk(app).refresh_data()
        await pilot.press("w")
        await pilot.pause()
        await pilot.press("escape")
        await settled(pilot)
        assert app.is_running


def test_no_control_character_reaches_the_terminal(tmp_path: Path) -> None:
    """Checked on a real terminal, with a data file whose text was never cleaned."""
    state = str(tmp_path / "state")
    store = tmp_path / "auditions.json"
    os.environ["CALLBACKTUI_STATE"] = state
    repository = Repository.open(store)
    kept = [one for one in ALL if one.id.startswith(("hostile-3", "hostile-4"))]
    repository.write([Change(before=None, after=one) for one in kept])
    repository.close()
    drawn = _drawn(store, state, keys=b"jjj\rg3jj")
    assert b"red" in drawn
    for code in (b"\x1b[31mred", b"\x1b]52", b"aGk=\x07", "\u202e".encode(), "\u202c".encode()):
        assert code not in drawn


def _drawn(store: Path, state: str, keys: bytes) -> bytes:
    """Return everything that the program sends to a terminal while `keys` are pressed."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (40, 160))
    command = [sys.executable, "-m", "callbacktui", "--db", str(store)]
    env = {**os.environ, "TERM": "xterm-256color", "CALLBACKTUI_STATE": state}
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True
    )
    os.close(slave)
    drawn = b""
    try:
        drawn += _until(master, b"red")
        for key in keys:
            os.write(master, bytes([key]))
            drawn += _until(master, None)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(master)
    return drawn


def _until(master: int, words: bytes | None) -> bytes:
    """Read until `words` appear, or until the terminal is quiet."""
    seen = b""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        ready, _, _ = select.select([master], [], [], 30 if words else 0.3)
        if not ready:
            return seen
        seen += os.read(master, 65536)
        if words and words in seen:
            return seen
    return seen


@pytest.mark.parametrize("words", [HOSTILE[3], HOSTILE[4]])
async def test_uncleaned_text_is_measured_as_drawn(make_app: MakeApp, words: str) -> None:
    app = make_app(hostile(0, words))
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        drawn = listed(app)
        for y in range(6):
            line = drawn.render_line(y).text
            assert line == clean(line)

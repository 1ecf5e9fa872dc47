"""Random bytes into a terminal: keys, invalid bytes, old mouse reports, new sizes."""

import os
import random
import select
import signal
import termios
from pathlib import Path
from typing import Final

import pytest

from callbacktui.store.repository import Repository
from tests.faults.window import Window, can

COUNT: Final = max(1, int(os.environ.get("CALLBACKTUI_MONKEYS", "8")) // 6)
ONLY: Final = os.environ.get("CALLBACKTUI_MONKEY", "")
SEEDS: Final = [int(ONLY)] if ONLY else range(COUNT)
LONG: Final = 60
_KEYS: Final = (*"jkGgmnsrcbeHOdu/LAtxXozv-p0w123hl[]?", "\r", "\t", "\x1b", "\x12", "\x13", "\x10")
_ODD: Final = (
    b"\xff",
    b"\xe9",
    b"\xc3",
    b"\xf0\x9f",
    b"\x80\x81",
    b"\xed\xa0\x80",
    b"\x00",
    b"\x1b[M \xff\xff",
    b"\x1b[M#\xe9!",
    b"\x1b[<0;300;90M",
    b"\x1b[<64;5;5M",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[200~one\xff\ntwo\x1b[201~",
    b"\x1b[999;999R",
    b"\x1b]11;rgb:ffff/ffff/ffff\x07",
    b"\x1b[?2026;2$y",
    "\u05e9\u202e\U0001f469\u200d\U0001f3a4".encode(),
)
_SIZES: Final = ((24, 80), (36, 120), (60, 200), (8, 30), (1, 1), (3, 5), (40, 3))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_input_byte_ends_the_program(seed: int, folder: Path) -> None:
    chance = random.Random(seed)
    sent: list[object] = []
    with Window(folder / "auditions.json", CALLBACKTUI_STATE=os.environ["CALLBACKTUI_STATE"]) as it:
        it.until("Next")
        try:
            for _ in range(LONG):
                sent.append(_one(it, chance))
                _drain(it, chance.choice((0, 0.01, 0.05, 0.3)))
                assert it.process.poll() is None
            termios.tcsetwinsize(it.slave, (24, 80))
            os.kill(it.process.pid, signal.SIGWINCH)
            it.type("\x1b")
            it.quiet()
            os.write(it.master, b"\x11")
            code, _ = it.gone(60)
        except BaseException as fault:
            fault.add_note(f"CALLBACKTUI_MONKEY={seed} does it again; what was sent:\n{sent}")
            fault.add_note(it.words[-900:])
            raise
    assert code == 0, (seed, sent)
    repository = Repository.open(folder / "auditions.json")
    assert repository.notices == []
    assert not any(audition.project == "" for audition in repository.load())
    repository.close()


def _drain(window: Window, wait: float) -> None:
    """Read what is drawn within `wait` seconds; the program takes no keys while it cannot draw."""
    while can(window.master, select.POLLIN, wait):
        window.said = (window.said + os.read(window.master, 65536))[-65536:]


def _one(window: Window, chance: random.Random) -> object:
    """Press a key, send invalid input, or change the size."""
    kind = chance.random()
    if kind < 0.15:
        size = chance.choice(_SIZES)
        termios.tcsetwinsize(window.slave, size)
        os.kill(window.process.pid, signal.SIGWINCH)
        return size
    data = chance.choice(_ODD) if kind < 0.4 else chance.choice(_KEYS).encode()
    os.write(window.master, data)
    return data

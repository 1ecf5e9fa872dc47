"""Creates stores of any size for benchmarks."""

import os
from pathlib import Path

from callbacktui.domain.board import board
from callbacktui.domain.change import Change
from callbacktui.domain.silence import Windows
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material
from callbacktui.store.repository import Repository
from tests.factories import NOW


def keep_career(store: Path, size: int, env: dict[str, str]) -> str:
    """Save a made-up career of `size` auditions; return the start of the first name listed."""
    made = make_career(size, 7, NOW, open_material())
    before = dict(os.environ)
    os.environ.update(env)
    try:
        repository = Repository.open(store)
        repository.write([Change(before=None, after=audition) for audition in made])
        repository.close()
    finally:
        os.environ.clear()
        os.environ.update(before)
    return board(made, NOW, Windows())[0].rows[0].audition.name[:12]

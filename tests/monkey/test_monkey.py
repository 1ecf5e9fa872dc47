"""Random keys in the real program: no errors, no hangs, no changes to other auditions.

`CALLBACKTUI_MONKEYS=400` runs for long; `CALLBACKTUI_MONKEY=17` repeats one sequence.
"""

import os
from pathlib import Path
from typing import Final

import pytest

from callbacktui.store.repository import Repository
from tests.monkey.keys import Deed, deeds
from tests.monkey.monkey import Monkey, Watched

COUNT: Final = int(os.environ.get("CALLBACKTUI_MONKEYS", "4"))
ONLY: Final = os.environ.get("CALLBACKTUI_MONKEY", "")
SEEDS: Final = [int(ONLY)] if ONLY else range(COUNT)
LONG: Final = 60
"""The number of deeds in a sequence."""


@pytest.mark.parametrize("seed", SEEDS)
async def test_random_keys_change_only_what_was_named_and_all_of_it_is_kept(
    seed: int, folder: Path
) -> None:
    told = deeds(seed, LONG)
    done: list[Deed] = []
    app = Watched(folder)
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            monkey = Monkey(app, pilot)
            for deed in told:
                done.append(deed)
                await monkey.do(deed)
                assert not monkey.wrong, monkey.wrong
                assert not app.faults, app.faults
                assert app.is_running
            await monkey.leave()
    except BaseException as fault:
        fault.add_note(f"CALLBACKTUI_MONKEY={seed} does it again; what was done:\n{done}")
        raise
    said = {audition.id: audition for audition in app.session.ledger.all()}
    app.session.close()
    assert not app.faults, (seed, app.faults)
    repository = Repository.open(folder / "auditions.json")
    kept = {audition.id: audition for audition in repository.load()}
    assert repository.notices == []
    repository.close()
    assert kept == said, f"CALLBACKTUI_MONKEY={seed}: the file is not what the screen had"

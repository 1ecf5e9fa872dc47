"""The guards of the promise, as guards.toml names them."""

import tomllib
from pathlib import Path
from typing import Final, NamedTuple


class Guard(NamedTuple):
    """One guard: replacing `text` by `by` takes it out of `file`, and `tests` must see it."""

    name: str
    file: str
    text: str
    by: str
    tests: str


_TABLE: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
GUARDS: Final = tuple(Guard(**guard) for guard in _TABLE["guard"])

"""The guards listed in guards.toml."""

import tomllib
from pathlib import Path
from typing import Final, NamedTuple


class Guard(NamedTuple):
    """One guard: replacing `text` by `by` removes it from `file`, and `tests` have to fail then."""

    name: str
    file: str
    text: str
    by: str
    tests: str


_TABLE: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
GUARDS: Final = tuple(Guard(**guard) for guard in _TABLE["guard"])

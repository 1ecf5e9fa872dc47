"""What comes of writing the pocket: what was written, or why it was not."""

from pathlib import Path
from typing import NamedTuple


class PocketError(Exception):
    """The pocket could not be written; says why, and what mends it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what} {mend}")
        self.what = what
        self.mend = mend


class PocketQuestion(PocketError):
    """Something has to be answered first: writing with `again` is the answer yes."""


class PocketFailed(PocketError):
    """The disk refused; what was written before is whole."""


class Written(NamedTuple):
    """Where it is, how many events there are, how many files changed, and what was left alone."""

    folder: Path
    events: int
    written: int
    removed: int
    notices: tuple[str, ...] = ()

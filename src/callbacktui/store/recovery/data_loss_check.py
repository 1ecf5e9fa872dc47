"""Notice that most of the records are gone, so that the actor is asked before it is accepted."""

from typing import Final

import msgspec

from callbacktui.domain.text import capitalized
from callbacktui.store.backup.backups import Backup

ANSWERS: Final = (
    "callbacktui doctor --repair brings back what is missing; "
    "callbacktui doctor --accept takes the file as it is."
)

_FEW: Final = 4


class DataLossQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """The question: how many records the data file has now and had before, and the newest backup.

    `is_gone` is true if the file itself is missing.
    """

    now: int
    then: int
    backup: str
    is_gone: bool = False

    @property
    def words(self) -> str:
        """The reason for the question, in words that fit after a colon."""
        if self.is_gone:
            return f"the data file is not there any more; it had {self.then} records"
        return f"the data file came back with {self.now} of {self.then} records"

    @property
    def asked(self) -> str:
        """The question in full, with the commands that answer it."""
        held = f" The newest backup is of {self.day}." if self.day else ""
        return f"{capitalized(self.words)}. Nothing was changed for that.{held} {self.answers}"

    @property
    def answers(self) -> str:
        """The commands that restore the missing records or accept the file."""
        return ANSWERS

    @property
    def day(self) -> str:
        """The day of the newest backup, as 2026-11-22; empty if there is none."""
        return self.backup[:10]


def check_data_loss(
    now: int, then: int, backup: Backup | None, *, is_gone: bool = False
) -> DataLossQuestion | None:
    """Return a question if fewer than half of at least four records are left, else `None`."""
    if then < _FEW or 2 * now >= then:
        return None
    return DataLossQuestion(
        now=now, then=then, backup=backup.name if backup else "", is_gone=is_gone
    )

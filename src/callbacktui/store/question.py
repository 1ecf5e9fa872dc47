"""What is asked before it is believed: that most of the records are gone."""

from typing import Final

import msgspec

from callbacktui.store.backups import Backup

ANSWERS: Final = (
    "callbacktui doctor --repair brings back what is missing; "
    "callbacktui doctor --accept takes the file as it is."
)

_FEW: Final = 4


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """How many records the file has now and had the last time, and the newest backup's name."""

    now: int
    then: int
    backup: str

    @property
    def words(self) -> str:
        """The question's cause, in words that fit after a colon."""
        return f"the data file came back with {self.now} of {self.then} records"

    @property
    def asked(self) -> str:
        """The question in full, with what answers it."""
        held = f" The newest backup is of {self.day}." if self.day else ""
        return (
            f"The data file came back with {self.now} of {self.then} records, and nothing was "
            f"changed for that.{held} {self.answers}"
        )

    @property
    def answers(self) -> str:
        """What brings back what is missing, and what takes the file as it is."""
        return ANSWERS

    @property
    def day(self) -> str:
        """The day of the newest backup, as 2026-11-22; empty where there is none."""
        return self.backup[:10]


def question_about(now: int, then: int, backup: Backup | None) -> Question | None:
    """Return a question where fewer than half are left of more than a few."""
    if then < _FEW or 2 * now >= then:
        return None
    return Question(now=now, then=then, backup=backup.name if backup else "")

"""How safe the auditions are, where that is anything else than: every change is on disk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Safety:
    """What the actor should know for as long as it is so, each in words or empty.

    `read_only`: why nothing can be changed. `not_saved`: why the last change was not kept.
    `outside`: what another program did to the data file. `behind`: why the file waits, while
    every change is safe in the journal.
    """

    read_only: str = ""
    not_saved: str = ""
    outside: str = ""
    behind: str = ""

    @property
    def grave(self) -> tuple[str, ...]:
        """What asks for something to be done."""
        said = (f"Not saved. {self.not_saved}" if self.not_saved else "", self.outside)
        return tuple(words for words in said if words)

    @property
    def calm(self) -> tuple[str, ...]:
        """What is good to know, and endangers nothing."""
        read_only = read_only_words(self.read_only) if self.read_only else ""
        return tuple(words for words in (read_only, self.behind) if words)


def read_only_words(why: str) -> str:
    """That nothing can be changed and why, and what can be done all the same."""
    return (
        f"Nothing can be changed here: {why}. Looking, searching, copying and export work as ever."
    )

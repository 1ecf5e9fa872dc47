"""The state of the store, and the banner that says it if something is wrong."""

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class StoreStatus:
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


class StoreBanner(Static):
    """A line or a few, whole; nothing at all where everything is as it should be."""

    DEFAULT_CSS = """
    StoreBanner {
        display: none;
        height: auto;
        max-height: 6;
        padding: 0 1;
        background: $bar;
    }
    """

    safety: reactive[StoreStatus] = reactive(StoreStatus())

    def watch_safety(self, safety: StoreStatus) -> None:
        """Say it as it is now."""
        rows = [Content.from_markup("[$error]! $words[/]", words=words) for words in safety.grave]
        rows += [Content.from_markup("[$callback]$words[/]", words=words) for words in safety.calm]
        self.display = bool(rows)
        self.update(Content("\n").join(rows))

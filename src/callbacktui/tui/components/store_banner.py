"""The status of the store, and the banner that shows it if something is wrong."""

import msgspec
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static


class StoreStatus(msgspec.Struct, frozen=True):
    """What the actor should know about the store; each part is a message or empty.

    `read_only`: why nothing can be changed. `not_saved`: why the last change was not saved, and
    `not_saved_brief` in the few words for which the top line has room.
    `outside`: what another program did to the data file. `behind`: why the data file is not up to
    date; every change is safe in the journal. `pocket`: why the folder of the phone is not.
    """

    read_only: str = ""
    not_saved: str = ""
    not_saved_brief: str = ""
    outside: str = ""
    behind: str = ""
    pocket: str = ""

    @property
    def errors(self) -> tuple[str, ...]:
        """The messages that ask the actor to do something."""
        said = (f"Not saved. {self.not_saved}" if self.not_saved else "", self.outside)
        return tuple(words for words in said if words)

    @property
    def notices(self) -> tuple[str, ...]:
        """The messages that are good to know but report no danger."""
        read_only = read_only_words(self.read_only) if self.read_only else ""
        return tuple(words for words in (read_only, self.behind, self.pocket) if words)


def read_only_words(why: str) -> str:
    """Return why nothing can be changed, and what still works."""
    return f"Nothing can be changed here: {why}. Looking, searching, copying and export still work."


class StoreBanner(Static):
    """A banner of one or more lines, hidden if all is well."""

    DEFAULT_CSS = """
    StoreBanner {
        display: none;
        height: auto;
        max-height: 6;
        padding: 0 1;
        background: $bar;
    }
    """

    store_status: reactive[StoreStatus] = reactive(StoreStatus())

    def watch_store_status(self, status: StoreStatus) -> None:
        rows = [Content.from_markup("[$error]! $words[/]", words=words) for words in status.errors]
        rows += [
            Content.from_markup("[$callback]$words[/]", words=words) for words in status.notices
        ]
        self.display = bool(rows)
        self.update(Content("\n").join(rows))

"""What a command is: its keys, its name, where it works and what it needs."""

from collections.abc import Iterable
from enum import Enum
from functools import partial
from typing import Final

import msgspec
from textual.binding import Binding


class Place(Enum):
    """Where a command works; the value is its heading in the help."""

    DESK = "Anywhere on the desk"
    LIST = "In the list"
    DETAIL = "In the detail"
    TEXT_PANE = "In the detail and the reflection"
    PANES = "Between the panes"
    FILTER = "In the filter line"
    LIBRARY = "In the library"
    READING = "While reading"
    SEARCHING = "In the search line of the library"
    FINDING = "In the line that finds words on a page"
    READER = "While a tip's article is open"
    TODAY = "In Today"
    MONTH = "In the month"
    INSIGHTS = "In Insights"
    PEOPLE = "In People"
    ROOMS = "From room to room"
    PROGRAM = "The program"
    HISTORY = "In the history"
    REMOVED = "Among the lately removed"
    BACKUPS = "Among the backups"
    PRACTICE = "In the practice log"
    BOOKOUTS = "Among the book-outs"
    MONEY = "In the money log"
    PIECES = "Among the pieces and materials"
    BROWSING = "In history, removed, backups, practice, book-outs, money and pieces"
    SWEEP = "In the sweep"
    QUICK_ADD = "In the quick line"
    PASTING = "Where an invitation is pasted"
    INVITATION = "In an invitation"
    FILE = "Where a file is chosen"
    IMPORT = "In the preview of an import"
    FORM = "In a form"
    FIELD = "In a field of a form"
    REFLECTING = "On a question of the look back"
    LINE = "In a dialog with one line"
    CHOICE = "In a dialog with several answers"
    CONFIRM = "In a dialog with two answers"
    SCROLLING = "In the help and the notices"
    HELP = "In the help"
    NOTICES = "In the notices"
    CARD = "On the card"
    QR = "Beside a QR code"
    DIALOG = "In every dialog"


class Requirement(Enum):
    """What a command needs before it can do anything."""

    NOTHING = "nothing"
    AUDITION = "an audition under the cursor"
    PICKED = "an audition under the cursor, or marked ones"
    OPEN_HERE = "an open audition under the cursor"
    DUE_HERE = "an open audition under the cursor, or a job with a letter or a payment to note"
    CLOSED = "a closed audition"
    OPEN = "an open audition"
    TIP = "a tip on the desk"
    UNDO = "something to undo"
    REDO = "something to redo"
    QUIET = "a quiet audition"
    OWN_PAGE = "a page of the actor's own"
    ITEM = "an item in the list of the screen"


OF_AUDITIONS: Final = {
    Requirement.AUDITION,
    Requirement.PICKED,
    Requirement.OPEN_HERE,
    Requirement.DUE_HERE,
    Requirement.CLOSED,
    Requirement.OPEN,
}
"""The requirements that concern auditions."""


OF_MARKED: Final = {Requirement.PICKED, Requirement.CLOSED, Requirement.OPEN}
"""Those that concern the marked ones, if any are."""


class Command(msgspec.Struct, frozen=True):
    """One thing the actor can do.

    `short` is its word in the footer, empty if it is not shown there. `action` is the Textual
    action that runs it; without one it is `do('id')`, which first checks if the command can run.
    `writes` is true if it changes saved data. With `priority` its key works before the keys of
    the widget that has the focus. `leaves` is true if it opens a file, the editor or another
    program, which cannot be done from a browser.
    """

    id: str
    keys: str
    name: str
    about: str
    place: Place = Place.DESK
    needs: Requirement = Requirement.NOTHING
    short: str = ""
    action: str = ""
    writes: bool = False
    priority: bool = False
    leaves: bool = False

    @property
    def does(self) -> str:
        """The Textual action that runs it, `do('id')` by default."""
        return self.action or f"do('{self.id}')"

    def binding(self) -> Binding:
        """The binding that runs it; the settings remap its keys by its id."""
        return Binding(
            self.keys,
            self.does,
            self.name,
            show=bool(self.short),
            priority=self.priority,
            id=self.id,
            tooltip=self.about,
        )


Change: Final = partial(Command, writes=True)
"""A command that changes saved data."""


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """Return the bindings of `commands`, leaving out those without a key."""
    return [command.binding() for command in commands if command.keys]

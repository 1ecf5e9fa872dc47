"""Why a command cannot run right now, as a message, so that no key fails silently."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Protocol

from textual.app import App

from callbacktui.domain.agenda import of_job
from callbacktui.domain.audition import Audition
from callbacktui.ledger import Ledger
from callbacktui.session import Session
from callbacktui.tui.commands.command import Command, Place, Requirement
from callbacktui.tui.commands.keymap import key_word
from callbacktui.tui.components.store_banner import read_only_words
from callbacktui.tui.shell.command_target import CommandTarget

if TYPE_CHECKING:
    from callbacktui.tui.shell.desk_protocol import CommandContext

NOT_IN_BROWSER: Final = "Not in a browser: files, editor and calendar need the terminal."

_ON_THE_DESK: Final = (Place.DESK, Place.LIST, Place.DETAIL, Place.TEXT_PANE, Place.PANES)
ROOM_OF: Final = {
    **dict.fromkeys(_ON_THE_DESK, "room_desk"),
    Place.TODAY: "room_today",
    Place.MONTH: "room_today",
    Place.INSIGHTS: "room_insights",
    Place.PEOPLE: "room_people",
    Place.LIBRARY: "room_library",
    Place.READING: "room_library",
}
"""The command that goes to the room in which a command works."""

_WAY_OF: Final = {
    Place.LIST: "pane_list",
    Place.DETAIL: "pane_detail",
    Place.TEXT_PANE: "pane_detail",
    Place.MONTH: "month",
    Place.READING: "library_to_page",
}
"""The command that goes to a place from elsewhere in its room."""


class OnSession(Protocol):
    """Anything that has a session."""

    session: Session


class CommandScreen(OnSession, Protocol):
    """The screen on which a command is to run."""

    @property
    def app(self) -> App[object]:
        """The app that shows it."""

    def missing_for(self, need: Requirement) -> str | None:
        """Return what a command with this need lacks there, or `None`."""


def why_unavailable(command: Command, screen: CommandScreen) -> str | None:
    """Return why the command cannot run right now, or `None` if it can."""
    if command.leaves and screen.app.is_web:
        return NOT_IN_BROWSER
    return (command.writes and why_read_only(screen)) or screen.missing_for(command.needs)


def elsewhere(command: Command, key: str, keys: Mapping[str, str], *, is_here: bool) -> str:
    """Say where a command works whose `key` does nothing now, and which key goes there.

    `is_here` says that its place is in this room.
    """
    where = f"{command.place.value[0].lower()}{command.place.value[1:]}"
    said = f"{key_word(key)} ({command.name}) works {where}"
    way = keys.get(_WAY_OF.get(command.place, "") if is_here else ROOM_OF[command.place])
    return f"{said}; {way} goes there." if way else f"{said}."


def why_read_only(screen: OnSession) -> str | None:
    """Return why nothing can be changed there, or `None` if it can."""
    why = screen.session.repository.read_only
    return read_only_words(why) if why else None


def missing_for(need: Requirement, desk: "CommandContext", about: CommandTarget) -> str | None:
    """Return what a command with this need lacks, or `None` if it can run."""
    keys = desk.keys
    match need:
        case Requirement.AUDITION | Requirement.OPEN_HERE | Requirement.DUE_HERE if (
            about.one is None
        ):
            return f"There is no audition under the cursor. {keys['new']} keeps a new one."
        case Requirement.PICKED | Requirement.OPEN | Requirement.CLOSED if not about.some:
            return f"There is no audition under the cursor. {keys['new']} keeps a new one."
        case Requirement.OPEN if not any(a.is_open for a in about.some):
            return f"It is closed; {keys['reopen']} reopens it."
        case Requirement.OPEN_HERE if about.one and not about.one.is_open:
            return f"It is closed; {keys['reopen']} reopens it."
        case Requirement.DUE_HERE if about.one and not (
            about.one.is_open or _is_owed(about.one, desk)
        ):
            return f"It is closed; {keys['reopen']} reopens it."
        case Requirement.CLOSED if not any(not a.is_open for a in about.some):
            return f"It is still open; {keys['next_stage']} shows the way on."
        case Requirement.TIP if desk.tips.tip is None:
            if desk.tips.are_off:
                return f"Tips are off. {keys['quiet_tips']} brings them back."
            return "There's no tip right now."
        case Requirement.QUIET if not desk.quiet:
            return "Nothing is quiet past its window."
    return missing_step(need, desk.session.ledger)


def _is_owed(audition: Audition, desk: "CommandContext") -> bool:
    """True if a letter about the use of a job, or a payment for it, is still to be noted."""
    money = desk.session.repository.money.all()
    return any(of_job(audition, money, desk.now()))


def missing_step(need: Requirement, ledger: Ledger) -> str | None:
    """Return that there is nothing to undo or redo, or `None` if there is or need not be."""
    if need is Requirement.UNDO and ledger.next_undo is None:
        return "Nothing to undo."
    if need is Requirement.REDO and ledger.next_redo is None:
        return "Nothing to redo."
    return None

"""The help: every key, made from the commands, the pane you are in first."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from callbacktui.domain.query import NAMES
from callbacktui.tui.commands.command import Command, Place
from callbacktui.tui.commands.keymap import all_key_words
from callbacktui.tui.commands.registry import COMMANDS
from callbacktui.tui.components.dialog import ScrollDialog
from callbacktui.tui.theme.styles import Styles

_KEY_CELLS = 10
_NAME_CELLS = 20

_ROOMS = (
    (Place.DESK, Place.LIST, Place.DETAIL, Place.PANES),
    (Place.LIBRARY, Place.READING),
)
"""What answers keys together: in a room, its own come before those of the others."""

_ABOUT = (
    "The preparing, the reading and the looking back are yours. The rest is theirs, and the clock "
    "beside each audition says how long it has been quiet, and when it is safe to let it go."
)


class HelpScreen(ScrollDialog):
    """All keys on one page."""

    TITLE = "Help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "leave", "Back", show=False, id="help"),
    ]

    DEFAULT_CSS = """
    HelpScreen {
        & > .frame { width: 92; height: 90%; }
        & Static { padding: 0 1; }
    }
    """

    def __init__(self, first: Place, commands: Sequence[Command] = COMMANDS) -> None:
        super().__init__()
        self._first = first
        self._commands = commands

    def body(self) -> ComposeResult:
        """The whole page."""
        inks = Styles.of(self.app.theme_variables)
        yield Static(_help(self._first, self._commands, inks), markup=False)


def _help(first: Place, commands: Sequence[Command], inks: Styles) -> RenderableType:
    near = next((room for room in _ROOMS if first in room), ())
    places = sorted(Place, key=lambda place: (place is not first, place not in near))
    parts: list[RenderableType] = [Text(_ABOUT, inks.muted)]
    for place in places:
        known = [command for command in commands if command.place is place]
        parts += [Text(), Text(place.value, inks.accent), _keys(known, inks)]
    parts += [
        Text(),
        Text("Filter", inks.accent),
        Text(
            "Words find projects, roles, offices, people and notes; slips are forgiven. "
            "Terms narrow it down, and a minus turns one round:",
            inks.text,
        ),
        Text(f"{'  '.join(NAMES)}  -word", inks.muted),
        Text(),
        Text("Mouse", inks.accent),
        Text(
            "A click selects, a double click opens, the wheel scrolls, the keys in the last "
            "line can be clicked. Shift and drag selects text as ever.",
            inks.text,
        ),
    ]
    return Stack(*parts)


def _keys(commands: Iterable[Command], inks: Styles) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_KEY_CELLS, style=inks.next)
    table.add_column(width=_NAME_CELLS, style=inks.text)
    table.add_column(ratio=1, style=inks.muted)
    for command in commands:
        table.add_row(all_key_words(command.keys) or "palette", command.name, command.about)
    return table

"""The help: every key, made from the commands, those of the focused pane first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from callbacktui.domain.query import NAMES
from callbacktui.tui.commands.command import Command, Place, bindings
from callbacktui.tui.commands.dialogs import DIALOG, HELP, SCROLLING
from callbacktui.tui.commands.keymap import all_key_words
from callbacktui.tui.commands.registry import BY_ID, COMMANDS
from callbacktui.tui.commands.search_words import OTHER_WORDS, begins
from callbacktui.tui.components.dialog import ScrollDialog
from callbacktui.tui.theme.styles import Styles

_KEY_CELLS = 10
_NAME_CELLS = 20

_NEAR = (
    (
        *(Place.DESK, Place.LIST, Place.DETAIL, Place.TEXT_PANE, Place.PANES, Place.FILTER),
        *(Place.ROOMS, Place.PROGRAM),
    ),
    (
        *(Place.LIBRARY, Place.READING, Place.SEARCHING, Place.FINDING),
        *(Place.ROOMS, Place.PROGRAM),
    ),
)
"""What answers keys in one room: its own come before those of other places."""

_CLOSE = replace(BY_ID["help"], about="Back to where you were.", short="", action="leave")

_ABOUT = (
    "The preparing, the reading and the looking back are yours. The rest is theirs, and the clock "
    "beside each audition says how long it has been quiet, and when it is safe to let it go."
)


class HelpScreen(ScrollDialog):
    """All keys on one page: those of the place first, or those that words are found in."""

    TITLE = "Help"
    PLACE = Place.HELP
    PALETTE_COMMANDS = (*SCROLLING, *HELP, _CLOSE, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*HELP, _CLOSE))]

    DEFAULT_CSS = """
    HelpScreen {
        & > .frame { width: 92; height: 90%; }
        & Static { padding: 0 1; }
        & Input { dock: top; display: none; background: $surface; padding: 0 1; }
    }
    """

    def __init__(
        self,
        first: Place,
        commands: Sequence[Command] = COMMANDS,
        near: Sequence[Place] = (),
    ) -> None:
        super().__init__()
        self._near = near or next((places for places in _NEAR if first in places), ())
        self._first = first
        self._commands = commands
        self._page = Static(markup=False)
        self._line = Input(placeholder="words to look for among all keys", compact=True)

    def body(self) -> ComposeResult:
        """The line to search in, and the page."""
        yield self._line
        yield self._page

    def on_mount(self) -> None:
        """Every key."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the words are found in."""
        event.stop()
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The keys scroll what was found."""
        event.stop()
        self.frame.focus()

    def action_search(self) -> None:
        """Show and focus the search line."""
        self._line.display = True
        self._line.focus()

    def action_leave(self) -> None:
        """Out of the search, or out of the help."""
        if self._line.display:
            self._line.display = False
            self._line.value = ""
            self.frame.focus()
        else:
            super().action_leave()

    def _show(self, words: str) -> None:
        styles = Styles.of(self.app.theme_variables)
        self._page.update(
            _found(words, self._commands, self.keys["dialog_back"], styles)
            if words.strip()
            else _help(self._first, self._near, self._commands, styles)
        )
        self.frame.scroll_home(animate=False)


def _help(
    first: Place, near: Sequence[Place], commands: Sequence[Command], styles: Styles
) -> RenderableType:
    """This place, then those near it, then the rest."""
    places = sorted(Place, key=lambda place: (place is not first, place not in near))
    parts: list[RenderableType] = [Text(_ABOUT, styles.muted)]
    for place in places:
        parts += _section(place, commands, styles)
    parts += [
        Text(),
        Text("Filter", styles.accent),
        Text(
            "Words find projects, roles, offices, people and notes; slips are forgiven. "
            "Terms narrow it down, and a minus turns one round:",
            styles.text,
        ),
        Text(f"{'  '.join(NAMES)}  -word", styles.muted),
        Text(),
        Text("Mouse", styles.accent),
        Text(
            "A click selects, a double click opens, the wheel scrolls, the keys in the last "
            "line can be clicked. Shift and drag selects text as ever.",
            styles.text,
        ),
    ]
    return Stack(*parts)


def _found(words: str, commands: Sequence[Command], back: str, styles: Styles) -> RenderableType:
    """The keys that `words` are found in, place by place."""
    found = [command for command in commands if begins(_searched(command), words)]
    if not found:
        return Text(f"No key has to do with these words. {back} shows them all.", styles.text)
    parts = [part for place in Place for part in _section(place, found, styles)]
    return Stack(*parts[1:])


def _searched(command: Command) -> str:
    """What a search looks at."""
    other = OTHER_WORDS.get(command.id, "")
    keys = all_key_words(command.keys)
    return f"{command.name} {command.about} {other} {command.place.value} {keys}"


def _section(place: Place, commands: Iterable[Command], styles: Styles) -> list[RenderableType]:
    """A heading and the keys under it, nothing if there are none."""
    known = [command for command in commands if command.place is place]
    return [Text(), Text(place.value, styles.accent), _keys(known, styles)] if known else []


def _keys(commands: Iterable[Command], styles: Styles) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_KEY_CELLS, style=styles.next)
    table.add_column(width=_NAME_CELLS, style=styles.text)
    table.add_column(ratio=1, style=styles.muted)
    for command in commands:
        table.add_row(all_key_words(command.keys) or "palette", command.name, command.about)
    return table

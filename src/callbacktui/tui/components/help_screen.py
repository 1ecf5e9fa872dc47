"""The help: every key, made from the commands, those of the focused pane first."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from msgspec.structs import replace
from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from callbacktui.domain.query import NAMES
from callbacktui.exchange.quick_line.parser import GRAMMAR
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

_TWO_COLUMNS_FROM = 150
_NOTHING = "No key matches these words."
_ABOUT = (
    "Preparing, auditioning and looking back are up to you. The rest is up to them, and the clock "
    "beside each audition says how long it's been quiet, and when it's safe to let go."
)


class _Section(NamedTuple):
    """A part of the page, and about how many lines it takes."""

    lines: int
    drawn: RenderableType


class HelpScreen(ScrollDialog):
    """All keys on one page: those of the place first, or those that words are found in."""

    TITLE = "Help"
    PLACE = Place.HELP
    PALETTE_COMMANDS = (*SCROLLING, *HELP, _CLOSE, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*HELP, _CLOSE))]

    DEFAULT_CSS = """
    HelpScreen {
        & > .frame { width: 92; height: 100%; }
        &.-two-columns > .frame { width: 148; }
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

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the words are found in."""
        event.stop()
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
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

    def on_mount(self) -> None:
        self._show("")

    def on_resize(self) -> None:
        """Use two columns in a wide window."""
        is_wide = self.size.width >= _TWO_COLUMNS_FROM
        if is_wide != self.has_class("-two-columns"):
            self.set_class(is_wide, "-two-columns")
            self._show(self._line.value)

    def _show(self, words: str) -> None:
        styles = Styles.of(self.app.theme_variables)
        if words.strip():
            sections = _found(words, self._commands, styles)
            said = "" if sections else f"{_NOTHING} {self.keys['dialog_back']} shows them all."
        else:
            sections, said = _help(self._first, self._near, self._commands, styles), _ABOUT
        above = [Text(f"{said}\n", styles.muted)] if said else []
        columns = 2 if self.has_class("-two-columns") else 1
        self._page.update(Stack(*above, _laid_out(sections, columns)))
        self.frame.scroll_home(animate=False)


def _help(
    first: Place, near: Sequence[Place], commands: Sequence[Command], styles: Styles
) -> list[_Section]:
    """This place, then those near it, then the rest."""
    places = sorted(Place, key=lambda place: (place is not first, place not in near))
    words = Text(
        "Words find projects, roles, offices, people and notes; slips are forgiven. "
        "Terms narrow it down, and a minus turns one round; a time is in:2025, in:spring, "
        "in:last-month or from:2026-03 to:may:\n",
        styles.text,
    ).append(f"{'  '.join(NAMES)}  -word", styles.muted)
    mouse = Text(
        "A click selects, a double click opens, the wheel scrolls, the keys in the last "
        "line can be clicked. Shift and drag selects text, as usual.",
        styles.text,
    )
    return [
        *_sections(places, commands, styles),
        _Section(6, Stack(Text("The quick line", styles.strong), Text(GRAMMAR, styles.text))),
        _Section(4, Stack(Text("Filter", styles.strong), words)),
        _Section(3, Stack(Text("Mouse", styles.strong), mouse)),
    ]


def _found(words: str, commands: Sequence[Command], styles: Styles) -> list[_Section]:
    """The keys that `words` are found in, place by place."""
    found = [command for command in commands if begins(_searched(command), words)]
    return _sections(Place, found, styles)


def _laid_out(sections: Sequence[_Section], columns: int) -> RenderableType:
    """Set the sections one below the other, in columns of about the same height."""
    share = max(1, sum(section.lines for section in sections)) / columns
    filled: list[list[RenderableType]] = [[] for _ in range(columns)]
    above = 0
    for section in sections:
        column = filled[min(int(above / share), columns - 1)]
        column += [Text()] * bool(column) + [section.drawn]
        above += section.lines
    table = Table.grid(padding=(0, 4, 0, 0), expand=True)
    for _ in filled:
        table.add_column(ratio=1)
    table.add_row(*(Stack(*column) for column in filled))
    return table


def _searched(command: Command) -> str:
    """Return the words of a key that a search compares."""
    other = OTHER_WORDS.get(command.id, "")
    keys = all_key_words(command.keys)
    return f"{command.name} {command.about} {other} {command.place.value} {keys}"


def _sections(
    places: Iterable[Place], commands: Sequence[Command], styles: Styles
) -> list[_Section]:
    """A heading and the keys under it, for each place that has any."""
    by_place = ((place, [c for c in commands if c.place is place]) for place in places)
    return [
        _Section(len(known) + 2, Stack(Text(place.value, styles.strong), _keys(known, styles)))
        for place, known in by_place
        if known
    ]


def _keys(commands: Iterable[Command], styles: Styles) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_KEY_CELLS, style=styles.next)
    table.add_column(width=_NAME_CELLS, style=styles.text)
    table.add_column(ratio=1, style=styles.muted)
    for command in commands:
        table.add_row(all_key_words(command.keys) or "palette", command.name, command.about)
    return table

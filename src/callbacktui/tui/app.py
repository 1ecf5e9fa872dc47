"""The program on the whole screen."""

import os
import sys
from collections.abc import Sequence

from rich.text import Text
from textual.app import App
from textual.command import CommandPalette, Provider
from textual.filter import LineFilter

from callbacktui.tui.crash import crash_report
from callbacktui.tui.glyphs import glyphs
from callbacktui.tui.keys import keymap
from callbacktui.tui.rooms import open_room
from callbacktui.tui.screens.desk import DeskScreen
from callbacktui.tui.screens.room import Room
from callbacktui.tui.sealed import Sealed
from callbacktui.tui.sizes import HEIGHTS, WIDTHS
from callbacktui.tui.themes import CONTRAST, THEMES, fallback_variables
from callbacktui.workplace import Workplace

_THEME = "theme"


def _palette() -> type[Provider]:
    from callbacktui.tui.palette import DeskPalette

    return DeskPalette


class CallbackApp(App[None]):
    """Holds the looks and the rooms; what happens, happens in a room."""

    TITLE = "callbacktui"
    CSS_PATH = "styles.tcss"
    COMMANDS = {_palette}
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, workplace: Workplace) -> None:
        no_color = "NO_COLOR" in os.environ
        super().__init__()
        self.workplace = workplace
        plain = workplace.config.ascii
        self._glyphs = glyphs(ascii_only=plain)
        self._seal = Sealed(ascii_only=plain)
        for theme in THEMES:
            self.register_theme(theme)
        chosen = workplace.memory.get(_THEME, workplace.config.theme)
        known = chosen if chosen in self.available_themes else workplace.config.theme
        self.theme = CONTRAST.name if no_color else known
        self.set_keymap(keymap(workplace.config.keys))

    def on_mount(self) -> None:
        """The desk is the first room."""
        self.push_screen(DeskScreen(self.workplace, self._glyphs))
        self.theme_changed_signal.subscribe(self, lambda theme: self._remember_theme(theme.name))

    async def on_room_wanted(self, event: Room.Wanted) -> None:
        """Leave one room for another; the desk stays open under all of them."""
        if not isinstance(self.screen, Room) or event.room == self.screen.DOOR:
            return
        if not isinstance(self.screen, DeskScreen):
            await self.pop_screen()
        if isinstance(self.screen, DeskScreen) and event.audition:
            self.screen.show(event.audition)
        if isinstance(self.screen, DeskScreen) and event.room != self.screen.DOOR:
            await self.push_screen(open_room(event.room, self.screen))

    def action_command_palette(self) -> None:
        """Every command, and every audition by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder="A command, or an audition by its name"))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that are not ours."""
        return fallback_variables(dark=self.current_theme.dark)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and the gate."""
        return (*super().get_line_filters(), self._seal)

    def _fatal_error(self) -> None:
        # Textual would print every local variable, and with them what the actor wrote.
        error = sys.exception()
        self.panic(Text(crash_report(error) if error else ""))

    def _remember_theme(self, name: str) -> None:
        self.workplace.memory.put(_THEME, name)


def run(workplace: Workplace) -> int:
    """Open the program on `workplace` and return its exit code once it is left."""
    app = CallbackApp(workplace)
    app.run()
    return app.return_code or 0

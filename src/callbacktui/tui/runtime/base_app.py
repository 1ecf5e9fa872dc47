"""The base class of the full-screen apps: themes, terminal, keys, shutdown and crashes."""

import os
from collections.abc import Mapping, Sequence
from typing import TypeVar

from rich.console import RenderableType
from rich.text import Text
from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.filter import LineFilter
from textual.message import Message
from textual.worker import WorkerFailed

from callbacktui.theme_names import DEFAULT_THEME, THEME_NAMES
from callbacktui.tui.commands.keymap import keymap, own_commands
from callbacktui.tui.commands.registry import COMMANDS
from callbacktui.tui.runtime.control_char_filter import ControlCharFilter
from callbacktui.tui.runtime.crash_report import crash_report
from callbacktui.tui.runtime.key_queue import Barrier, KeyQueue
from callbacktui.tui.runtime.shutdown import ShutdownHandler
from callbacktui.tui.runtime.terminal_driver import Burst, watching_driver
from callbacktui.tui.runtime.textual_leaks import ThemeSignal, share_background_styles
from callbacktui.tui.theme.breakpoints import HEIGHTS, WIDTHS
from callbacktui.tui.theme.cached_style_sheet import CachedStyleSheet
from callbacktui.tui.theme.chained_filter import ChainedFilter
from callbacktui.tui.theme.fewer_colors import FewerColors
from callbacktui.tui.theme.themes import CONTRAST, THEMES, fallback_variables

Answer = TypeVar("Answer")


class BaseApp(App[Answer]):
    """An app in our own looks; `theme` is the one to begin with, `ascii_only` draws plainly.

    `keys` are the actor's own, by the command's id. On a signal, or if the terminal closes, it
    saves what is being typed and ends within two seconds.

    Raises:
        KeyClash: if a key cannot be given to a command.
    """

    TITLE = "callbacktui"
    CSS_PATH = "styles.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self, *themes: str, ascii_only: bool, keys: Mapping[str, str] | None = None
    ) -> None:
        no_color = "NO_COLOR" in os.environ
        self._leaving = ShutdownHandler(self)
        self._fault: BaseException | None = None
        share_background_styles()
        super().__init__()
        self.theme_changed_signal = ThemeSignal(self, "theme-changed")
        self.own_keys = keymap(keys or {})
        self.set_keymap(self.own_keys)
        self._ahead = KeyQueue(self, super().on_event)
        self._seal = ControlCharFilter(ascii_only=ascii_only)
        self._fewer = FewerColors(self.console.color_system or "")
        self._filter = ChainedFilter(())
        for own in THEMES:
            self.register_theme(own)
        for name in self.available_themes.keys() - THEME_NAMES:
            self.unregister_theme(name)  # do not offer a theme that cannot be drawn
        known = next((name for name in themes if name in THEME_NAMES), DEFAULT_THEME)
        self.theme = CONTRAST.name if no_color else known
        self.stylesheet = CachedStyleSheet(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """Return a driver that notices when the terminal goes away."""
        return watching_driver(super().get_driver_class(), self._leaving.begin)

    def on_load(self) -> None:
        """Install the signal handlers, if the app has a real terminal."""
        if not self.is_headless:
            self._leaving.prepare()

    async def on_event(self, event: Event) -> None:
        """Pass keys and pastes through the queue; handle other events as Textual does."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self._ahead.take(event)
        elif isinstance(event, Burst):
            await self._ahead.take_burst(event)
        else:
            await super().on_event(event)

    async def on_barrier(self, event: Barrier) -> None:
        """Tell the queue that everything sent before the barrier is done."""
        await self._ahead.heard(event)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own colors for themes that do not define them."""
        return fallback_variables(dark=self.current_theme.dark)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Add the control character filter and the color reduction to Textual's filters."""
        self._fewer.selection = self.theme_variables.get("selection", "")
        self._fewer.is_dark = self.current_theme.dark
        fewer = (self._fewer,) if self._fewer.enabled and not self.is_headless else ()
        filters = (*super().get_line_filters(), self._seal, *fewer)
        if filters != self._filter.filters:
            self._filter = ChainedFilter(filters)
        return (self._filter,)

    def action_help_here(self) -> None:
        """All keys, those of the dialog on top first."""
        from callbacktui.tui.components.dialog import Dialog
        from callbacktui.tui.components.help_screen import HelpScreen

        if isinstance(here := self.screen, Dialog):
            near = [command.place for command in here.offered]
            self.push_screen(HelpScreen(here.PLACE, own_commands(COMMANDS, self), near))

    def recover_from(self, error: BaseException) -> bool:
        """Recover from an error in the program; false if that is not possible."""
        return False

    async def _dispatch_message(self, message: Message) -> None:
        """Dispatch a message; an error in its handler does not end the app's loop."""
        try:
            await super()._dispatch_message(message)
        except Exception as error:  # noqa: BLE001 - the outermost guard, for all commands
            self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        cause = error.error if isinstance(error, WorkerFailed) else error
        if self.recover_from(cause):
            return
        self._fault = self._fault or cause
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual would print all local variables, and with them what the actor wrote.
        error = self._fault
        self.panic(Text(crash_report(error) if error else ""))

    def panic(self, *renderables: RenderableType) -> None:
        """End with a crash report and a nonzero exit code."""
        self._return_code = self._return_code or 1
        super().panic(*renderables)

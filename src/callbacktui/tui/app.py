"""The full-screen app: it owns the screens and switches between them."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.command import CommandPalette, Provider
from textual.reactive import reactive

from callbacktui.config import Config, ConfigError
from callbacktui.session import Clock, Session
from callbacktui.store.base.errors import StoreLocked
from callbacktui.theme_names import THEME_NAMES, no_such_theme
from callbacktui.tui.commands.keymap import keymap, unknown_commands
from callbacktui.tui.components.store_banner import StoreStatus
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.runtime.base_app import BaseApp
from callbacktui.tui.runtime.fault_recovery import FaultRecovery, fault_words
from callbacktui.tui.runtime.shutdown import keep_drafts
from callbacktui.tui.shell.base_screen import BaseScreen
from callbacktui.tui.theme.glyphs import glyphs
from callbacktui.tui.theme.styles import Styles

if TYPE_CHECKING:
    from callbacktui.tui.already_open_prompt import LockedChoice
    from callbacktui.tui.forms.quick_add_screen import Saved
    from callbacktui.tui.shell.pocket_sync import PocketSync

_THEME = "theme"


def _palette() -> type[Provider]:
    from callbacktui.tui.command_palette import DeskPalette

    return DeskPalette


class CallbackApp(BaseApp[None]):
    """Owns the screens; what the actor does is handled by the screens."""

    COMMANDS = {_palette}

    store_status: reactive[StoreStatus] = reactive(StoreStatus())

    recovers = True
    """Whether to recover after an error in the program; tests turn it off."""

    def __init__(self, session: Session) -> None:
        config = session.config
        remembered = session.memory.get(_THEME, "")
        super().__init__(config.theme, remembered, ascii_only=config.ascii, keys=config.keys)
        self.session = session
        if not config.theme and remembered and remembered not in THEME_NAMES:
            session.repository.notices.append(no_such_theme(remembered))
        self._glyphs = glyphs(ascii_only=config.ascii)
        self._faults = FaultRecovery()
        session.repository.notices.extend(unknown_commands(config.keys))

    def on_mount(self) -> None:
        self.store_status = StoreStatus(read_only=self.session.repository.read_only)
        self._desk = self._new_desk()
        self.push_screen(self._desk)
        if self.session.config.pocket.folder:
            self.pocket_sync.begin()

    @cached_property
    def pocket_sync(self) -> "PocketSync":
        """What writes the pocket while the program runs; imported only if there is one."""
        from callbacktui.tui.shell.pocket_sync import PocketSync

        return PocketSync(self, self.session, self._show_pocket)

    def recover_from(self, error: BaseException) -> bool:
        """Reopen the desk after an error, at the same audition; false if errors repeat."""
        if not self.recovers or not self.is_running or not self._faults.allows(error):
            return False
        if self._faults.begin_clearing():
            keep_drafts(self)
            self.call_later(self._reopen_desk, self._desk.cursor, error)
        return True

    async def _reopen_desk(self, cursor: str, error: BaseException) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self._faults.begin_opening()
        self._desk = self._new_desk()
        self._desk.is_reopened = True
        await self.push_screen(self._desk)
        self._desk.call_after_refresh(self._desk_reopened, cursor, error)

    def _desk_reopened(self, cursor: str, error: BaseException) -> None:
        self._faults.end()
        if cursor in self.session.ledger:
            self._desk.show(cursor)
        self._desk.say(fault_words(error), failed=True)

    def _new_desk(self) -> DeskScreen:
        return DeskScreen(self.session, self._glyphs).data_bind(CallbackApp.store_status)

    async def on_base_screen_switch_requested(self, event: BaseScreen.SwitchRequested) -> None:
        """Switch screens; the desk stays open below the others."""
        if not isinstance(self.screen, BaseScreen) or event.room == self.screen.NAV_COMMAND:
            return
        if not isinstance(self.screen, DeskScreen):
            if self.screen.is_saving:  # it says how that ends
                self.run_worker(self._switch_once_saved(self.screen, event), group="switch")
                return
            self.workers.cancel_node(self.screen)  # its workers would use a closed screen
            await self.pop_screen()
            # What was bound to it is let go only when it is set: else every closed screen stays.
            self.mutate_reactive(CallbackApp.store_status)
            if isinstance(self.screen, BaseScreen):
                self.screen.take_over()
        desk = self.screen
        if not isinstance(desk, DeskScreen):
            return
        if event.audition:
            desk.show(event.audition)
        if event.filter:
            desk.use_filter(event.filter)
        if event.command:
            desk.action_do(event.command)
        if event.room != desk.NAV_COMMAND:
            from callbacktui.tui.screen_factory import make_screen

            screen = make_screen(event.room, desk)
            await self.push_screen(screen.data_bind(CallbackApp.store_status))

    async def _switch_once_saved(
        self, screen: BaseScreen, event: BaseScreen.SwitchRequested
    ) -> None:
        await screen.wait_for_commands()
        if self.screen is screen:
            self.post_message(
                BaseScreen.SwitchRequested(event.room, event.audition, event.command, event.filter)
            )

    def on_base_screen_store_status_changed(self, event: BaseScreen.StoreStatusChanged) -> None:
        """Pass the store status on to all screens."""
        self.store_status = event.status

    def _show_pocket(self, words: str) -> None:
        self.store_status = replace(self.store_status, pocket=words)

    def on_app_focus(self) -> None:
        """Look for changes by other programs when the terminal window gets the focus."""
        if isinstance(self.screen_stack[1], BaseScreen):
            self.screen_stack[1].background_sync.look()

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            from callbacktui.tui.components.palette_screen import SearchPalette

            self.push_screen(SearchPalette(placeholder="A command, or an audition by its name"))

    def search_themes(self) -> None:
        """Let the actor try the themes on, and choose one."""
        from callbacktui.tui.components.theme_picker import ThemePalette

        self.push_screen(ThemePalette(self.theme, self.choose_theme, self._glyphs.marked))

    def choose_theme(self, name: str) -> None:
        """Use a theme, and remember it once it is drawn: one that cannot be drawn is not kept."""
        self.theme = name
        self.screen.call_after_refresh(self._remember_theme, name)
        if self.session.config.theme and isinstance(self.screen, BaseScreen):
            self.screen.say(
                f"Until you quit; the settings ask for {self.session.config.theme} "
                "at the next start."
            )

    def _remember_theme(self, name: str) -> None:
        Styles.of(self.theme_variables)  # raises if the views cannot be drawn in its colors
        self.session.memory.put(_THEME, name)


def run(session: Session) -> int:
    """Run the program on `session` and return its exit code."""
    app = CallbackApp(session)
    app.run()
    return app.return_code or 0


def key_problems(keys: Mapping[str, str]) -> list[str]:
    """Return what is wrong with the keys that the settings give to commands."""
    try:
        keymap(keys)
    except ConfigError as error:
        return [*unknown_commands(keys), f"{error} Until then the screen does not open."]
    return [*unknown_commands(keys)]


def ask_quick_line(session: Session, *, keeps: bool) -> "tuple[Saved | None, int]":
    """Ask for a quick line below the shell's prompt; return what was saved and the exit code.

    With `keeps` false nothing is saved.
    """
    from callbacktui.tui.inline_add_app import InlineAdd

    app = InlineAdd(session, keeps=keeps)
    saved = app.run(inline=True)
    return saved, app.return_code or 0


def ask_at_locked_prompt(
    holder: StoreLocked, config: Config, clock: Clock, *, is_first: bool
) -> "tuple[LockedChoice, int]":
    """Say that another window has the auditions, and return the choice and the exit code.

    `is_first` is false if this was asked before and the actor tried again.
    """
    from callbacktui.tui.already_open_prompt import (
        FIRST,
        STILL,
        LockedApp,
        LockedChoice,
        holder_words,
    )

    app = LockedApp(config, FIRST if is_first else STILL, holder_words(holder, clock()))
    choice = app.run()
    return choice or LockedChoice.QUIT, app.return_code or 0

"""The base class of the screens: it runs commands, makes changes and reports the results."""

import asyncio
import gc
from collections.abc import Awaitable, Coroutine, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from time import monotonic
from typing import Any, ClassVar, TypeVar

from msgspec.structs import replace
from pendulum import DateTime
from textual.events import Key, ScreenResume
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.reactive import reactive
from textual.screen import ModalScreen, Screen
from textual.widgets._toast import ToastRack

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import EditedSince, Step
from callbacktui.domain.clash_words import warning
from callbacktui.domain.clashes import Clash, audition_commitments
from callbacktui.domain.transitions import IllegalMove
from callbacktui.hidden_numbers import WHAT_IS_HIDDEN
from callbacktui.session import Session
from callbacktui.store.base.errors import (
    ChangedMeanwhile,
    RecordRemoved,
    StoreError,
    StoreReadOnly,
    StoreWriteFailed,
)
from callbacktui.tui.commands.command import Command, Place, Requirement
from callbacktui.tui.commands.keymap import key_words, with_chosen_keys
from callbacktui.tui.commands.registry import BY_ID, COMMANDS, ROOMS
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.components.panes import Panes
from callbacktui.tui.components.screen_workers import KeysWait, ScreenWorkers, screen_worker
from callbacktui.tui.components.store_banner import StoreBanner, StoreStatus
from callbacktui.tui.components.styled_once import StyledOnce
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.shell.background_sync import BackgroundSync
from callbacktui.tui.shell.command_availability import (
    ROOM_OF,
    elsewhere,
    missing_step,
    why_unavailable,
)
from callbacktui.tui.shell.startup_notices import drafts_text, notices_text
from callbacktui.tui.theme.glyphs import Glyphs

Answer = TypeVar("Answer")
Result = TypeVar("Result")

_SAID_SECONDS, _FAILED_SECONDS = 4, 8
_IDLE_SECONDS = 0.3

_MANY, _MANY_SECONDS = 3, 6.0
"""This many different commands that changed something within these seconds are pointed out."""


class BaseScreen(ScreenWorkers, StyledOnce, Screen[None]):
    """What every screen can do; a subclass shows its data in `refresh_data`.

    `NAV_COMMAND` is the command that opens it, `PALETTE_COMMANDS` are those that the palette offers
    there.
    """

    NAV_COMMAND: ClassVar[str] = ""
    PALETTE_COMMANDS: ClassVar[Sequence[Command]] = ()

    store_status: reactive[StoreStatus] = reactive(StoreStatus())

    clashes: tuple[Clash, ...] = ()
    """What clashes, as of the last time that the data was read."""

    is_reopened: bool
    """Whether it was reopened after an error: then the notices of opening are not repeated."""

    @dataclass
    class SwitchRequested(Message):
        """The actor goes to another screen; on the desk to an audition, a command or a filter."""

        room: str
        audition: str = ""
        command: str = ""
        filter: str = ""

    @dataclass
    class StoreStatusChanged(Message):
        """The status of the store changed, for all screens."""

        status: StoreStatus

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__()
        self.session = session
        self.glyphs = glyphs
        self.commands = with_chosen_keys(COMMANDS, session.config.keys)
        self.keys = key_words(self.commands)
        self.is_reopened = False
        self._command_turn = asyncio.Lock()
        self._command = ""
        self._changed_lately: list[tuple[float, str]] = []
        self._has_asked_about_missing = False
        self._told_notices = self._has_untold = False
        self.background_sync = BackgroundSync(self, session, self.set_timer, self.run_worker)

    def on_mount(self) -> None:
        """Show the screen's name and the store status in the top line."""
        top = self.query_one(TopBar)
        room_ids = {command.id for command in ROOMS}
        top.rooms = [command for command in self.commands if command.id in room_ids]
        top.room = self.NAV_COMMAND
        self.watch_store_status(self.store_status)

    def on_screen_suspend(self) -> None:
        """Hide the messages: what comes on top shows them, and would show them a second time."""
        self.query(ToastRack).set(display=False)

    def watch_store_status(self, status: StoreStatus) -> None:
        """Show the badge, whether all is saved, and the banner if there is something to report."""
        demo = "DEMO: a made-up career" if self.session.is_demo else ""
        for top in self.query(TopBar):
            top.badge = "READ ONLY" if status.read_only else demo
            top.trouble = status.not_saved_brief or status.not_saved
            if (status.errors or status.notices) and not self.query(StoreBanner):
                self.mount(StoreBanner().data_bind(BaseScreen.store_status), after=top)

    def welcome(self) -> None:
        """Show the notices of opening, and preload what the commands need."""
        self.set_timer(_IDLE_SECONDS, self._get_ready)
        if self.is_reopened:
            return
        if self.session.repository.answerable_question:
            self.ask_about_missing_records()
        elif self.session.repository.notices:
            self.action_notices()
            self._told_notices = True
        elif self.session.ledger.is_read:
            self.tell_unread()
        self._recall()

    def tell_unread(self) -> None:
        """Show which auditions could not be read, unless the notices of opening said it."""
        repository = self.session.repository
        was_told = self.is_reopened or self._told_notices or repository.answerable_question
        if not was_told and repository.unread:
            if self.app.screen is self:
                self.action_notices()
            else:
                self._has_untold = True

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Tell what could not be told while something else was on screen."""
        if self._has_untold:
            self._has_untold = False
            self.action_notices()

    def refresh_data(self) -> None:
        """Read the ledger again and show its data."""

    def take_over(self) -> None:
        """Show what the screen above changed before it closed, and see that it is written."""
        self.refresh_data()
        self.background_sync.soon()

    def now(self) -> DateTime:
        """Return the current time in the actor's zone."""
        return self.session.clock()

    def enqueue(self, work: Awaitable[None]) -> None:
        """Run a command's work once that of the previous one is done."""
        self.run_worker(self._in_turn(work), keys=KeysWait.YES, group="commands")

    @property
    def is_saving(self) -> bool:
        """True while a change is being written."""
        return self.query_one(TopBar).saving

    async def wait_for_commands(self) -> None:
        """Wait until the commands so far are done, and what came of them is said."""
        async with self._command_turn:
            pass

    async def ask(self, question: ModalScreen[Answer]) -> Answer | None:
        """Show a modal screen and wait for its answer."""
        return await self.app.push_screen_wait(question)

    async def run_change(self, work: Awaitable[object]) -> str | None:
        """Wait for a change and show it; return why it failed, or `None`."""
        top = self.query_one(TopBar)
        top.saving = True
        try:
            await work
        except (EditedSince, IllegalMove, StoreReadOnly) as refusal:
            self.refuse(str(refusal))
            return str(refusal)
        except (ChangedMeanwhile, RecordRemoved) as refusal:
            words = str(refusal)
            if isinstance(refusal, RecordRemoved) and _has_text(self.app.screen):
                words = f"{words} Copy what you typed."
            self.refuse(words)
            self.refresh_data()
            return words
        except (StoreError, OSError) as failure:
            brief = failure.reason if isinstance(failure, StoreWriteFailed) else ""
            status = replace(self.store_status, not_saved=str(failure), not_saved_brief=brief)
            self.show_store_status(status)
            self.say(f"Not saved: {failure}", failed=True)
            return str(failure)
        finally:
            top.saving = False
        if self._command in {"undo", "redo"}:
            self._changed_lately.clear()
        else:
            self._changed_lately.append((monotonic(), self._command))
        read_only = self.session.repository.read_only
        status = replace(self.store_status, not_saved="", not_saved_brief="", read_only=read_only)
        self.show_store_status(status)
        self.background_sync.soon()
        self.refresh_data()
        return None

    async def change(self, work: Coroutine[Any, Any, Step], said: str = "") -> str | None:
        """Make a step, and say `said` or its summary with the undo key; return why it failed.

        What an audition meets on its days is said, too, if the step changed those.
        """
        task = asyncio.create_task(work)
        trouble = await self.run_change(task)
        if trouble is None and (step := task.result()).changes:
            met = self.clash_warning(*_with_other_days(step, self.now()))
            self.say(f"{said or step.summary}; {self.keys['undo']} takes it back.{met}")
        return trouble

    def clash_warning(self, *auditions: Audition) -> str:
        """Return a sentence about the first clash of these auditions, after a blank, or nothing."""
        for audition in auditions:
            met = [clash for clash in self.clashes if clash.is_about(audition.id)]
            if met:
                return f" {warning(met, audition.id, self.now())}."
        return ""

    async def outcome(self, work: Coroutine[Any, Any, Result]) -> Result | None:
        """Make a change and return its result, or `None` if it failed."""
        task = asyncio.create_task(work)
        return None if await self.run_change(task) else task.result()

    def show(self, id_: str) -> None:
        """Put the cursor on an audition, if this screen lists them."""

    def say(self, words: str, *, failed: bool = False) -> None:
        """Show a message that disappears after a few seconds."""
        self._tell(words, "error" if failed else "information")

    def refuse(self, words: str) -> None:
        """Show why nothing was done."""
        self._tell(words, "warning")

    def refuse_paste(self) -> None:
        """Say why the letters of a paste did nothing."""
        from callbacktui.tui.components.dialog import PASTED

        self.say(f"{PASTED} {self.keys['invitation']} opens a box to paste into.", failed=True)

    def _tell(self, words: str, severity: SeverityLevel) -> None:
        self.app.clear_notifications()
        many = self._many_changes()
        if many and severity != "error":
            severity, undo = "warning", self.keys["undo"]
            words = (
                f"{words} {many} changes in a few seconds; {undo} takes back one after the other."
            )
        seconds = _FAILED_SECONDS if many or severity == "error" else _SAID_SECONDS
        self.notify(words, severity=severity, timeout=seconds, markup=False)

    def _many_changes(self) -> int:
        """Return how many changes different commands made within seconds; 0 if that is not odd.

        Whoever types a name where letters are commands has to learn what they did.
        """
        since = monotonic() - _MANY_SECONDS
        self._changed_lately = [made for made in self._changed_lately if made[0] >= since]
        commands = {command for _, command in self._changed_lately}
        return len(self._changed_lately) if len(commands) >= _MANY else 0

    async def copy(self, text: str, what: str) -> None:
        """Copy `text` to the clipboard of the terminal (OSC 52) and of the system; say so."""
        from callbacktui.clipboard import write_clipboard

        self.app.copy_to_clipboard(text)
        by_system = await asyncio.to_thread(write_clipboard, text)
        how = "" if by_system else " (through the terminal; not every terminal takes it)"
        self.say(f"Copied {what}{how}")

    def show_store_status(self, status: StoreStatus) -> None:
        """Pass the store status on to all screens, if it changed."""
        if status != self.store_status:
            self.post_message(self.StoreStatusChanged(status))

    def ask_about_missing_records(self) -> None:
        """Ask, once per session, what it means that most records are gone."""
        if not self._has_asked_about_missing:
            self._has_asked_about_missing = True
            from callbacktui.tui.shell.missing_records_prompt import ask_about_data_loss

            self.enqueue(ask_about_data_loss(self))

    def show_external_changes(self, words: str) -> None:
        """Show what another program wrote, on all screens, and say what that was."""
        from callbacktui.tui.components.dialog import Dialog

        for screen in self.app.screen_stack:
            if isinstance(screen, BaseScreen | Dialog):
                screen.refresh_data()
        if words:
            self.session.repository.notices.append(words)
            self.say(words)

    @cached_property
    def offered(self) -> tuple[Command, ...]:
        """The commands that the palette offers here, with the keys of the settings."""
        by_id = {command.id: command for command in self.commands}
        return tuple(by_id[command.id] for command in self.PALETTE_COMMANDS)

    def show_keys(self, commands: Sequence[Command]) -> None:
        """Show commands in the footer; those that can do nothing right now are dim."""
        bar = self.query_one(KeyBar)
        bar.commands = commands
        bar.off = frozenset(c.id for c in commands if c.short and why_unavailable(c, self))

    def missing_for(self, need: Requirement) -> str | None:
        """Return what a command with this need lacks here, or `None` if it can run."""
        return missing_step(need, self.session.ledger)

    def run_command(self, id_: str) -> None:
        """Run a command of this screen; undo and redo are those of every screen."""

    def on_key(self, event: Key) -> None:
        """Say where a key works that does nothing here, though the help has it."""
        if not event.is_printable or event.key in self.active_bindings:
            return
        found = [command for command in self.commands if _is_key_of_room(command, event.key)]
        here = [command for command in found if ROOM_OF[command.place] == self.NAV_COMMAND]
        if found:
            self.refuse(elsewhere((here or found)[0], event.key, self.keys, is_here=bool(here)))

    def action_do(self, id_: str) -> None:
        """Run a command, or say why it cannot run right now."""
        if missing := why_unavailable(BY_ID[id_], self):
            self.refuse(missing)
            return
        self._command = id_
        if id_ in {"undo", "redo"}:
            from callbacktui.tui.shell.undo import redo, undo

            self.enqueue(undo(self) if id_ == "undo" else redo(self))
        else:
            self.run_command(id_)

    def help_first(self) -> Place:
        """Return which commands the help lists first, by focus."""
        return Place.PROGRAM

    def action_help(self) -> None:
        from callbacktui.tui.components.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.help_first(), self.commands))

    def action_quiet_numbers(self) -> None:
        """Hide every number about the record, on all screens, or show them again."""
        numbers = self.session.numbers
        numbers.toggle()
        for screen in self.app.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.refresh_data()
        if numbers.are_hidden:
            self.say(f"{WHAT_IS_HIDDEN} The palette shows them again.")
        else:
            self.say("Numbers are shown again.")

    def action_notices(self) -> None:
        """Show what opening found, and outside changes since then."""
        from callbacktui.tui.shell.startup_notices import notices_dialog

        if found := notices_text(self.session.repository):
            self.app.push_screen(notices_dialog(found))
        else:
            self.say("No problems at startup.")

    def action_room(self, room: str) -> None:
        self.post_message(self.SwitchRequested(room))

    def action_pane(self, place: int) -> None:
        self.query_one(Panes).go(place)

    def action_step(self, by: int) -> None:
        self.query_one(Panes).step(by)

    def action_cycle(self, by: int) -> None:
        self.query_one(Panes).step(by, round_and_round=True)

    @screen_worker(KeysWait.NO, group="recall")
    async def _recall(self) -> None:
        drafts = await asyncio.to_thread(self.session.drafts.all)
        if words := drafts_text(drafts):
            self.say(words)

    @screen_worker(KeysWait.NO, group="idle", thread=True)
    def _get_ready(self) -> None:
        """Import what moves an audition on; the first list is drawn without it.

        What other commands need is imported when they are used, as most are not. Objects made
        so far live to the end; garbage collection starts only now.
        """
        import_module("callbacktui.tui.desk.actions.stage_actions")
        gc.freeze()
        gc.enable()

    async def _in_turn(self, work: Awaitable[None]) -> None:
        async with self._command_turn:
            await work


def _with_other_days(step: Step, now: DateTime) -> Iterator[Audition]:
    """Yield the auditions whose claims on the actor's time a step changed."""
    for change in step.changes:
        before, after = change.before, change.after
        if isinstance(after, Audition):
            was = [*audition_commitments(before, now)] if isinstance(before, Audition) else []
            if [*audition_commitments(after, now)] != was:
                yield after


def _has_text(screen: Screen[Any]) -> bool:
    """Return whether something was typed in a dialog that is not saved."""
    from callbacktui.tui.components.drafted_dialog import DraftedDialog

    return isinstance(screen, DraftedDialog) and screen.drafting.has_text


def _is_key_of_room(command: Command, key: str) -> bool:
    """Whether a key runs a command in one of the rooms, and in no dialog."""
    return command.place in ROOM_OF and key in command.keys.split(",")

"""The base class of dialogs that write something about one round."""

from abc import abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, ClassVar, Final, Generic, TypeVar

from pendulum import DateTime
from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Static, TextArea

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.round import Round
from callbacktui.store.io.drafts import Drafts
from callbacktui.tui.commands.command import Command, Place, bindings
from callbacktui.tui.commands.dialogs import DIALOG
from callbacktui.tui.commands.forms import ROUND
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.draft_autosave import DraftAutosave, draft_message, nothing_seen
from callbacktui.tui.components.drafted_dialog import SavingDialog
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.reflection.scale import Scale
from callbacktui.tui.theme.glyphs import FINE, Glyphs


def round_title(audition: Audition, read: Round, glyphs: Glyphs, width: int) -> str:
    """Return audition and round in `width` cells; only the name may be shortened."""
    when = read.when
    day = f", {format_date(when.day, weekday=True)}" if when else ""
    tail = f" {glyphs.separator} {read.kind.word}{day}"
    return cut_text(audition.name, max(0, width - cell_len(tail)), glyphs) + tail


Saved = TypeVar("Saved")

_WIDEST: Final = 88
_LEAVING: Final = "Discard unsaved changes?"


class RoundDialog(SavingDialog[bool], Generic[Saved]):
    """Base class of the reflection dialogs; true once the text is saved.

    `keep` saves the result; it returns `None` once that is on disk, else why not. `seen` is what
    the actor has seen of what is kept.

    A draft is saved a moment after every key, and restored after the window was closed.
    """

    PLACE = Place.FORM
    PALETTE_COMMANDS: ClassVar[tuple[Command, ...]] = (*ROUND, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ROUND)]

    DEFAULT_CSS = """
    RoundDialog {
        & > .frame { width: 88; }
        & #words { height: auto; min-height: 1; padding: 0 2; color: $muted; }
        & #words.-trouble { color: $error; }
        & .foot { height: 1; padding: 0 1; }
        &.-short > .frame { margin: 0; padding: 0 1; }
        &.-tall {
            & Note > TextArea { height: 5; }
            & #words { margin-top: 1; }
        }
    }
    """

    draft_kind: ClassVar[str] = ""
    """The beginning of the draft's key, before the ids of audition and round."""

    def __init__(
        self,
        audition: Audition,
        read: Round,
        keep: Callable[[Saved], Awaitable[str | None]],
        *,
        drafts: Drafts,
        now: Callable[[], DateTime],
        glyphs: Glyphs = FINE,
        seen: SeenValues[Any] | None = None,
    ) -> None:
        super().__init__()
        self.read = read
        self.now = now
        self.glyphs = glyphs
        self._audition = audition
        self._keep = keep
        key = f"{self.draft_kind}-{audition.id}-{read.id}"
        self._seen = seen
        begun_on = seen.begun_on if seen else nothing_seen
        self.drafting = DraftAutosave(drafts, key, now, self._on_screen, begun_on)
        self._first: dict[str, str] = {}
        self._latest: dict[str, str] = {}
        self._has_draft = False

    @abstractmethod
    def written(self) -> ComposeResult:
        """Yield the inputs, from top to bottom."""

    @abstractmethod
    def fields(self) -> dict[str, str]:
        """Return the texts of all inputs as they are on screen."""

    @abstractmethod
    def take_up(self, fields: Mapping[str, str]) -> None:
        """Put texts back into the inputs."""

    @abstractmethod
    def result(self) -> Saved:
        """Return what is on screen, as it is saved."""

    @abstractmethod
    def begin(self) -> None:
        """Focus the input where writing continues."""

    def body(self) -> ComposeResult:
        yield from self.written()
        yield Static(id="words", markup=False)

    async def on_mount(self) -> None:
        """Restore the draft of an earlier session, if it differs from what is saved."""
        self._first = self._latest = self.fields()
        if draft := await self.drafting.offered():
            known = {name: text for name, text in draft.fields.items() if name in self._first}
            if {**self._first, **known} != self._first:
                self.take_up({**self._first, **known})
                self._has_draft = True
                away = self.keys["draft_throw_away"]
                changed = self._seen.restore(draft.begun_on, known) if self._seen else ()
                said = draft_message(draft, self.now(), changed)
                self.say(f"{said} {away} throws it away.")
        self.begin()

    def on_resize(self) -> None:
        """Shorten the title to the width."""
        width = min(_WIDEST, self.size.width) - 6
        title = round_title(self._audition, self.read, self.glyphs, width)
        self.frame.border_title = Content(title)

    @on(TextArea.Changed)
    def touched(self) -> None:
        """Schedule saving the draft."""
        if self._first:
            self._latest = self.fields()
            self.drafting.touch(self, self._complain)

    @on(Scale.Answered)
    def _go_on(self, event: Scale.Answered) -> None:
        event.stop()
        self.touched()
        if event.is_final and event.scale.has_focus:
            self.focus_next()

    async def _save(self) -> None:
        self._latest = self.fields()
        is_changed = bool(self._changed())
        trouble = await self._keep(self.result()) if is_changed else None
        if trouble is None:
            await self.drafting.drop()
            self.dismiss(is_changed)
            return
        self._complain(trouble)

    @screen_worker(KeysWait.YES, group="leave", exclusive=True)
    async def _leave(self) -> None:
        self._latest = self.fields()
        if self._changed() and not await self.app.push_screen_wait(
            ConfirmDialog("Not saved yet", _LEAVING, yes="Discard", no="Keep editing")
        ):
            return
        await self.drafting.drop()
        self.dismiss(False)

    async def action_throw_away(self) -> None:
        """Discard the restored draft, and show what is saved."""
        if not self._has_draft:
            return
        self._has_draft = False
        if self._seen:
            self._seen.forget()
        self.take_up(self._first)
        self.say("")
        await self.drafting.clear()

    def say(self, words: str, *, is_trouble: bool = False) -> None:
        """Show a message below the inputs."""
        line = self.query_one("#words", Static)
        line.update(Content(f"! {words}" if is_trouble else words))
        line.set_class(is_trouble, "-trouble")

    def _complain(self, words: str) -> None:
        self.say(words, is_trouble=True)

    def _on_screen(self) -> dict[str, str]:
        """Return the changed texts, also if a message of the last key is still pending."""
        if self._first and self.is_attached:
            with suppress(NoMatches):  # the inputs are gone, so use the last texts
                self._latest = self.fields()
        return self._changed()

    def _changed(self) -> dict[str, str]:
        """Return the texts that differ from what is saved."""
        return {k: v for k, v in self._latest.items() if v != self._first[k]}

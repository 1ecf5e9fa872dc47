"""A panel about one round to write on: saved from any field, and never let go unasked."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from pendulum import DateTime
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from callbacktui.domain.audition import Audition
from callbacktui.domain.round import Round
from callbacktui.tui.drafting import DRAFT_AFTER, Drafting, picked_up
from callbacktui.tui.glyphs import Glyphs
from callbacktui.tui.screens.confirm import Confirm
from callbacktui.tui.views.round_title import round_title

_WIDEST: Final = 88
_LEAVING: Final = "What you changed here is not saved yet. Let go of it?"


class Writing(ModalScreen[bool]):
    """What screens that write about a round have in common; true once it is kept.

    A draft is kept a moment after every key, and stands here again after a closed window.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "leave", "Back"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]

    DEFAULT_CSS = """
    Writing {
        align: center middle;
        & > VerticalScroll {
            width: 88;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            border: round $next;
            border-title-color: $next;
            border-title-style: bold;
            border-subtitle-color: $muted;
            background: $panel;
            padding: 0 1;
        }
        & #words { height: auto; min-height: 1; color: $muted; }
        & #words.-trouble { color: $error; text-style: bold; }
        &.-tall {
            & > VerticalScroll { padding: 1 2; }
            & Note > TextArea { height: 5; }
            & #words { margin-top: 1; }
        }
    }
    """

    keys: ClassVar[str] = ""
    """Markup of ours for the lower edge: what the keys do here."""

    def __init__(
        self, audition: Audition, read: Round, drafting: Drafting, now: Callable[[], DateTime],
        glyphs: Glyphs,
    ) -> None:
        super().__init__()
        self.read = read
        self.now = now
        self.glyphs = glyphs
        self._audition = audition
        self._drafting = drafting
        self._first: Mapping[str, str] = {}
        self._drafted: Mapping[str, str] = {}
        self._is_waiting = self._is_saving = False

    def written(self) -> ComposeResult:
        """The fields, from top to bottom."""
        raise NotImplementedError

    def fields(self) -> dict[str, str]:
        """Everything as it stands on screen, as raw text."""
        raise NotImplementedError

    def take_up(self, fields: Mapping[str, str]) -> None:
        """Put raw text back where it stood."""
        raise NotImplementedError

    async def keep(self) -> str | None:
        """Keep what stands here; `None` once it is on disk, else why it is not."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the focus where writing goes on."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The fields in their frame, and a line for what must be said."""
        with VerticalScroll(can_focus=False) as frame:
            frame.border_subtitle = Content.from_markup(self.keys)
            yield from self.written()
            yield Static(id="words", markup=False)

    async def on_mount(self) -> None:
        """Go on from what an earlier window left, where that is anything else than is kept."""
        self._first = self._drafted = self.fields()
        if draft := await self._drafting.offered():
            known = {name: text for name, text in draft.fields.items() if name in self._first}
            if {**self._first, **known} != self._first:
                self.take_up({**self._first, **known})
                self.say(picked_up(draft, self.now()))
        self.begin()

    def on_resize(self) -> None:
        """Another width, another title."""
        width = min(_WIDEST, self.size.width) - 6
        title = round_title(self._audition, self.read, self.glyphs, width)
        self.query_one(VerticalScroll).border_title = Content(title)

    @on(TextArea.Changed)
    def touched(self) -> None:
        """Keep a draft soon, once for all that is typed until then."""
        if self._is_waiting or self.fields() == self._drafted:
            return
        self._is_waiting = True
        self.set_timer(DRAFT_AFTER, self.keep_draft)

    @work(group="draft")
    async def keep_draft(self) -> None:
        """Keep what stands here now, so that a closed window loses none of it."""
        self._is_waiting = False
        self._drafted = self.fields()
        if trouble := await self._drafting.keep(self._drafted):
            self.say(trouble, is_trouble=True)

    def action_save(self) -> None:
        """Keep it, from any field."""
        if self._is_saving:
            return
        self._is_saving = True
        self._save()

    @work(group="save")
    async def _save(self) -> None:
        is_changed = self.fields() != self._first
        trouble = await self.keep() if is_changed else None
        if trouble is None:
            await self._drafting.drop()
            self.dismiss(is_changed)
            return
        self._is_saving = False
        self.say(trouble, is_trouble=True)

    @work(group="leave", exclusive=True)
    async def action_leave(self) -> None:
        """One step back; what was changed asks first."""
        if self._is_saving:
            return
        if self.fields() != self._first and not await self.app.push_screen_wait(
            Confirm("Not saved yet", _LEAVING, yes="Discard", no="Keep editing")
        ):
            return
        await self._drafting.drop()
        self.dismiss(False)

    def say(self, words: str, *, is_trouble: bool = False) -> None:
        """Say it in the line below the fields."""
        line = self.query_one("#words", Static)
        line.update(Content(f"! {words}" if is_trouble else words))
        line.set_class(is_trouble, "-trouble")

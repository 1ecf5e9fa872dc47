"""A look back that a result has closed: to be read, and to have a later thought put beside it."""

from collections.abc import Awaitable, Callable
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
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.round import Round
from callbacktui.domain.standing import short_day
from callbacktui.store.drafts import Drafts
from callbacktui.tui.drafting import DRAFT_AFTER, Drafting, picked_up
from callbacktui.tui.glyphs import FINE, Glyphs
from callbacktui.tui.inks import Inks
from callbacktui.tui.screens.confirm import Confirm
from callbacktui.tui.views.answers import answers_view
from callbacktui.tui.views.round_title import round_title
from callbacktui.tui.widgets.note import Note

KeepThought = Callable[[str], Awaitable[str | None]]
"""Keeps a later thought; `None` once it is on disk, else the words that say why not."""

_STANDS: Final = (
    "A result is known, so this stands as you wrote it. A later thought is kept beside it, "
    "with its date."
)
_KEYS: Final = (
    " [@click=screen.save][bold $next]ctrl+s[/] save[/]  "
    "[@click=screen.leave][bold $next]Esc[/] back[/] "
)
_FIELD: Final = "thought"


class LaterThought(ModalScreen[bool]):
    """Shows a locked look back and takes one addendum; true once that is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "leave", "Back"),
    ]

    DEFAULT_CSS = """
    LaterThought {
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
            padding: 1 2 0 2;
        }
        & Static { height: auto; }
        & .stands { color: $muted; margin: 1 0; }
        & #words { min-height: 1; color: $muted; }
        & #words.-trouble { color: $error; text-style: bold; }
    }
    """

    def __init__(
        self,
        audition: Audition,
        read: Round,
        keep: KeepThought,
        *,
        drafts: Drafts,
        now: Callable[[], DateTime],
        glyphs: Glyphs = FINE,
    ) -> None:
        super().__init__()
        self._audition = audition
        self._read = read
        self._keep = keep
        self._now = now
        self._glyphs = glyphs
        self._drafting = Drafting(drafts, f"later-{audition.id}-{read.id}", now)
        self._is_waiting = self._is_saving = False

    def compose(self) -> ComposeResult:
        """What was written, that it stands, and a few lines for what came to mind since."""
        reflection = self._read.reflection or Reflection()
        now = self._now()
        with VerticalScroll(can_focus=False) as frame:
            frame.border_subtitle = Content.from_markup(_KEYS)
            inks = Inks.of(self.app.theme_variables)
            yield Static(answers_view(reflection, now, inks, self._glyphs), markup=False)
            yield Static(Content(_STANDS), classes="stands")
            day = short_day(now.date(), now).capitalize()
            yield Note(day, "", sign=self._glyphs.focus, id=_FIELD)
            yield Static(id="words", markup=False)

    async def on_mount(self) -> None:
        """Ready to write, with what an earlier window left."""
        note = self.query_one(Note)
        draft = await self._drafting.offered()
        if draft and draft.fields.get(_FIELD):
            note.text = draft.fields[_FIELD]
            self._say(picked_up(draft, self._now()))
        note.query_one(TextArea).focus()

    def on_resize(self) -> None:
        """Another width, another title."""
        width = min(88, self.size.width) - 6
        title = round_title(self._audition, self._read, self._glyphs, width)
        self.query_one(VerticalScroll).border_title = Content(title)

    @on(TextArea.Changed)
    def _touched(self) -> None:
        if self._is_waiting:
            return
        self._is_waiting = True
        self.set_timer(DRAFT_AFTER, self.keep_draft)

    @work(group="draft")
    async def keep_draft(self) -> None:
        """Keep what stands here now, so that a closed window loses none of it."""
        self._is_waiting = False
        trouble = await self._drafting.keep({_FIELD: self.query_one(Note).text})
        if trouble:
            self._say(trouble, is_trouble=True)

    def action_save(self) -> None:
        """Keep the thought; nothing written keeps nothing."""
        if self._is_saving:
            return
        self._is_saving = True
        self._save()

    @work(group="save")
    async def _save(self) -> None:
        text = self.query_one(Note).text
        trouble = await self._keep(text) if text.strip() else None
        if trouble is None:
            await self._drafting.drop()
            self.dismiss(bool(text.strip()))
            return
        self._is_saving = False
        self._say(trouble, is_trouble=True)

    @work(group="leave", exclusive=True)
    async def action_leave(self) -> None:
        """One step back; what was written asks first."""
        if self._is_saving:
            return
        if self.query_one(Note).text.strip() and not await self.app.push_screen_wait(
            Confirm("Let go of what you wrote here?", yes="Discard", no="Keep editing")
        ):
            return
        await self._drafting.drop()
        self.dismiss(False)

    def _say(self, words: str, *, is_trouble: bool = False) -> None:
        line = self.query_one("#words", Static)
        line.update(Content(f"! {words}" if is_trouble else words))
        line.set_class(is_trouble, "-trouble")

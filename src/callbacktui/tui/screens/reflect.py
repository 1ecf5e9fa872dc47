"""The look back on one read: ninety seconds, while the room is still with you."""

from collections.abc import Awaitable, Callable, Mapping
from typing import ClassVar, Final

import msgspec
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
from callbacktui.store.drafts import Draft, Drafts
from callbacktui.tui.drafting import DRAFT_AFTER, Drafting, picked_up
from callbacktui.tui.glyphs import FINE, Glyphs
from callbacktui.tui.screens.confirm import Confirm
from callbacktui.tui.views.questions import ALL, BY_NAME, FIVE, GAVE, GUT
from callbacktui.tui.views.round_title import round_title
from callbacktui.tui.widgets.note import Note
from callbacktui.tui.widgets.scale import Scale

KeepReflection = Callable[[Reflection], Awaitable[str | None]]
"""Keeps a look back; `None` once it is on disk, else the words that say why not."""

_NOTES: Final = {"felt_good": "Felt good", "felt_off": "Felt off", "next_time": "Next time"}

_KEYS: Final = (
    " [bold $next]1-5[/] or a letter answers  [bold $next]Tab[/] next  "
    "[@click=screen.save][bold $next]ctrl+s[/] save[/]  "
    "[@click=screen.leave][bold $next]Esc[/] back[/] "
)


class ReflectScreen(ModalScreen[bool]):
    """Five questions, the gut, and three notes about one round; true once they are kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "leave", "Back"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]

    DEFAULT_CSS = """
    ReflectScreen {
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
        & #gave_my_audition, & #gut { margin-bottom: 1; }
        & #felt_good, & #felt_off { margin-bottom: 1; }
        & #words { height: auto; min-height: 1; color: $muted; }
        & #words.-trouble { color: $error; text-style: bold; }
        &.-tall {
            & > VerticalScroll { padding: 1 2; }
            & Note > TextArea { height: 5; }
            & #words { margin-top: 1; }
        }
    }
    """

    def __init__(
        self,
        audition: Audition,
        read: Round,
        keep: KeepReflection,
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
        self._before = read.reflection or Reflection()
        self._drafting = Drafting(drafts, f"reflect-{audition.id}-{read.id}", now)
        self._drafted = self._first = _raw(self._before)
        self._is_waiting = self._is_saving = False

    def compose(self) -> ComposeResult:
        """The question that counts, the five, the gut, the notes."""
        with VerticalScroll(can_focus=False) as frame:
            frame.border_subtitle = Content.from_markup(_KEYS)
            for question in (GAVE, *FIVE, GUT):
                answer = getattr(self._before, question.name)
                yield Scale(question, answer, self._glyphs, id=question.name)
            for name, label in _NOTES.items():
                yield Note(label, getattr(self._before, name), sign=self._glyphs.focus, id=name)
            yield Static(id="words", markup=False)

    async def on_mount(self) -> None:
        """Begin at the first question that is open, with what an earlier window left."""
        draft = await self._drafting.offered()
        if draft:
            self._take_up(draft)
        scales = list(self.query(Scale))
        next((s for s in scales if s.answer is None), scales[0]).focus()

    def on_resize(self) -> None:
        """Another width, another title."""
        frame = self.query_one(VerticalScroll)
        width = min(88, self.size.width) - 6
        frame.border_title = Content(round_title(self._audition, self._read, self._glyphs, width))

    @on(Scale.Answered)
    def _go_on(self, event: Scale.Answered) -> None:
        event.stop()
        self._touched()
        if event.is_final and event.scale.has_focus:
            self.focus_next()

    @on(TextArea.Changed)
    def _touched(self) -> None:
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
        trouble = await self._drafting.keep(self._drafted)
        if trouble:
            self._say(trouble, is_trouble=True)

    def action_save(self) -> None:
        """Keep it, from any field."""
        if self._is_saving:
            return
        self._is_saving = True
        self._save()

    @work(group="save")
    async def _save(self) -> None:
        if self.fields() == self._first:
            await self._drafting.drop()
            self.dismiss(False)
            return
        trouble = await self._keep(self._reflection())
        if trouble is None:
            await self._drafting.drop()
            self.dismiss(True)
            return
        self._is_saving = False
        self._say(trouble, is_trouble=True)

    @work(group="leave", exclusive=True)
    async def action_leave(self) -> None:
        """One step back; what was changed asks first."""
        if self._is_saving:
            return
        if self.fields() != self._first and not await self.app.push_screen_wait(
            Confirm("Let go of what you changed here?", yes="Discard", no="Keep editing")
        ):
            return
        await self._drafting.drop()
        self.dismiss(False)

    def fields(self) -> dict[str, str]:
        """Everything as it stands on screen, as raw text."""
        answers = {scale.question.name: scale.answer for scale in self.query(Scale)}
        raw = {name: "" if answer is None else str(answer) for name, answer in answers.items()}
        return raw | {name: self.query_one(f"#{name}", Note).text for name in _NOTES}

    def _reflection(self) -> Reflection:
        fields = self.fields()
        answers = {q.name: q.parsed(fields[q.name]) for q in ALL}
        given = {name: answer for name, answer in answers.items() if answer is not None}
        return msgspec.convert(given | {name: fields[name] for name in _NOTES}, Reflection)

    def _take_up(self, draft: Draft) -> None:
        """Go on from a draft, where it holds anything else than what is saved."""
        kept = self._first | {k: v for k, v in draft.fields.items() if k in self._first}
        if kept == self._first:
            return
        for scale in self.query(Scale):
            scale.answer = BY_NAME[scale.question.name].parsed(kept[scale.question.name])
        for name in _NOTES:
            self.query_one(f"#{name}", Note).text = kept[name]
        self._say(picked_up(draft, self._now()))

    def _say(self, words: str, *, is_trouble: bool = False) -> None:
        line = self.query_one("#words", Static)
        line.update(Content(f"! {words}" if is_trouble else words))
        line.set_class(is_trouble, "-trouble")


def _raw(reflection: Reflection) -> Mapping[str, str]:
    answers = {question.name: getattr(reflection, question.name) for question in ALL}
    raw = {name: "" if answer is None else str(answer) for name, answer in answers.items()}
    return raw | {name: getattr(reflection, name) for name in _NOTES}

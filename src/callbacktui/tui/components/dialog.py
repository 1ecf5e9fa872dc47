"""The base class of every dialog, its frame, and a dialog that scrolls text."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar, TypeVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from callbacktui.domain.text import clean_line
from callbacktui.tui.commands.command import Command, Place, bindings
from callbacktui.tui.commands.dialogs import DIALOG, SCROLLING
from callbacktui.tui.commands.keymap import key_words, own_commands
from callbacktui.tui.commands.registry import BY_ID
from callbacktui.tui.components.draft_autosave import DraftAutosave
from callbacktui.tui.components.key_bar import KeyBar, KeyHint, key_hints
from callbacktui.tui.components.screen_workers import ScreenWorkers
from callbacktui.tui.components.styled_once import StyledOnce

HELP_HERE = replace(BY_ID["help"], short="", action="app.help_here")
"""The help, from a dialog."""


class DialogFrame(VerticalScroll):
    """A scrolling frame whose page keys allow for the docked footer, which Textual's do not."""

    def action_page_up(self) -> None:
        self.scroll_relative(y=-self._screenful)

    def action_page_down(self) -> None:
        self.scroll_relative(y=self._screenful)

    @property
    def _screenful(self) -> int:
        docked = (child for child in self.children if child.styles.dock != "none")
        feet = sum(child.outer_size.height for child in docked if child.display)
        return max(1, self.scrollable_content_region.height - feet)


Answer = TypeVar("Answer")

PASTED = "That came all at once, as a paste does, so its letters did nothing."
_PASTED_SECONDS = 8
_FEW_LINES = 12


class Dialog(ScreenWorkers, StyledOnce, ModalScreen[Answer]):
    """Base class of dialogs; subclasses yield the content of the frame in `body`.

    The title is drawn on the border. All begin in the same row and leave the last line in sight,
    except in a window of only a few lines: there they fill it.
    """

    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]
    PLACE: ClassVar[Place] = Place.DIALOG
    """Where its keys are in the help."""

    PALETTE_COMMANDS: ClassVar[tuple[Command, ...]] = DIALOG
    """What can be done here, the way back last; foot and palette are made from it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*DIALOG, HELP_HERE))]

    DEFAULT_CSS = """
    Dialog {
        align: center top;
        & > .frame {
            margin: 2 0 1 0;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            border: round $next;
            border-title-color: $next;
            border-title-style: bold;
            border-subtitle-color: $muted;
            background: $panel;
            padding: 1 2;
            scrollbar-size-vertical: 1;
        }
        & .foot { dock: bottom; height: 2; padding-top: 1; background: $panel; }
        & .hint { height: auto; padding: 0 1; color: $muted; }
        & .trouble { display: none; height: auto; padding: 0 1; color: $error; }
        & .draft {
            display: none;
            height: auto;
            padding: 0 1;
            background: $selection;
            link-color: $next;
            link-style: bold;
        }
        &.-tiny {
            & > .frame { margin: 0; padding: 0 1; }
            & .foot { height: 1; padding-top: 0; }
            & .draft { max-height: 1; margin-bottom: 0; }
            & .hint { max-height: 1; margin-top: 0; }
        }
    }
    """

    scrolls: ClassVar[bool] = False
    """True if the keys scroll the frame itself."""

    drafting: DraftAutosave | None = None
    """Saves drafts of what is typed here, if anything can be typed."""

    @abstractmethod
    def body(self) -> ComposeResult:
        """Yield the widgets in the frame, from top to bottom."""

    def refresh_data(self) -> None:
        """Show what another program changed, if this lists records."""

    def compose(self) -> ComposeResult:
        with DialogFrame(can_focus=self.scrolls, classes="frame") as frame:
            frame.border_title = Content(clean_line(self.title or ""))
            yield from self.body()
            if hints := self.hints():
                yield KeyBar(hints, classes="foot")

    def on_resize(self) -> None:
        """Drop the padding in a window of only a few lines."""
        self.set_class(self.size.height < _FEW_LINES, "-tiny")

    @property
    def offered(self) -> tuple[Command, ...]:
        """What can be done here, with the settings' keys."""
        return own_commands(self.PALETTE_COMMANDS, self.app)

    @property
    def keys(self) -> Mapping[str, str]:
        """The key of each command here by its id, as people write it."""
        return key_words(self.offered)

    def hints(self) -> Sequence[KeyHint]:
        """What the foot says; nothing if the body says it all."""
        return key_hints(self.offered)

    @property
    def frame(self) -> DialogFrame:
        return self.query_one(".frame", DialogFrame)

    def complain(self, *reasons: str | None) -> None:
        """Show the `reasons` there are in the error line, in sight, or hide it without any."""
        line, told = self.query_one(".trouble", Static), [*filter(None, reasons)]
        line.update(Content("\n".join(f"! {reason}" for reason in told)))
        line.display = bool(told)
        if told:
            self.call_after_refresh(line.scroll_visible, animate=False)

    def refuse_paste(self) -> None:
        """Say why the letters of a paste did nothing."""
        self.app.clear_notifications()
        self.notify(PASTED, severity="error", timeout=_PASTED_SECONDS, markup=False)

    def action_leave(self) -> None:
        """Close the dialog without an answer."""
        self.dismiss(None)


class ScrollDialog(Dialog[None]):
    """Base class of dialogs with one scrolling text: the help and the notices."""

    PLACE = Place.SCROLLING
    PALETTE_COMMANDS: ClassVar[tuple[Command, ...]] = (*SCROLLING, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SCROLLING)]

    scrolls = True

    def hints(self) -> Sequence[KeyHint]:
        """Return the keys that scroll, in pairs."""
        keys = self.keys
        return (
            KeyHint(f"{keys['text_down']} {keys['text_up']}", "a line", "focused.scroll_down"),
            KeyHint(
                f"{keys['text_page_down']} {keys['text_page_up']}",
                "a screenful",
                "focused.page_down",
            ),
            KeyHint(f"{keys['text_first']} {keys['text_last']}", "the ends", "focused.scroll_end"),
            *key_hints(self.offered),
        )

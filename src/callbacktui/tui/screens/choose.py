"""One question with a few answers; a letter or Enter picks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

T = TypeVar("T")

_LETTERS = "asdfgwertzxcvbyuiopnm"


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One answer: what it stands for, its name, and a word about it."""

    value: T
    name: str
    about: str = ""


class Choose(ModalScreen[T | None], Generic[T]):
    """Asks for one of `choices`; `None` where the actor steps back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
    ]

    DEFAULT_CSS = """
    Choose {
        align: center middle;
        & > Vertical {
            width: 72;
            max-width: 100%;
            height: auto;
            max-height: 90%;
            border: round $next;
            border-title-color: $next;
            border-title-style: bold;
            background: $panel;
            padding: 1 2 0 2;
        }
        & OptionList {
            height: auto;
            max-height: 24;
            border: none;
            padding: 0;
            background: $panel;
            background-tint: $foreground 0%;
        }
        & OptionList:focus { background-tint: $foreground 0%; }
        & .foot { color: $muted; padding: 1 0; }
    }
    """

    def __init__(self, title: str, choices: Sequence[Choice[T]], *, foot: str = "") -> None:
        super().__init__()
        self._title = title
        self._choices = tuple(choices)
        self._letters = _letters(self._choices)
        self._foot = foot or "a letter or Enter picks, Esc goes back"

    def compose(self) -> ComposeResult:
        """The answers in a frame that asks the question."""
        with Vertical() as frame:
            frame.border_title = Content(self._title)
            yield OptionList(
                *(
                    Option(_prompt(letter, choice), id=str(place))
                    for place, (letter, choice) in enumerate(
                        zip(self._letters, self._choices, strict=True)
                    )
                ),
                compact=True,
            )
            yield Static(Content(self._foot), classes="foot")

    def on_mount(self) -> None:
        """The first answer is under the cursor."""
        self.query_one(OptionList).highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click picks."""
        self.dismiss(self._choices[event.option_index].value)

    def on_key(self, event: Key) -> None:
        """A letter picks."""
        if event.character and event.character in self._letters:
            event.stop()
            self.dismiss(self._choices[self._letters.index(event.character)].value)

    def action_leave(self) -> None:
        """No answer."""
        self.dismiss(None)

    def action_down(self) -> None:
        """The next answer."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """The answer before."""
        self.query_one(OptionList).action_cursor_up()


def _letters(choices: Sequence[Choice[T]]) -> list[str]:
    """A letter for each choice: one of its own where it can be, j and k left for moving."""
    taken: list[str] = []
    for choice in choices:
        own = [c for c in choice.name.lower() if c.isascii() and c.isalpha() and c not in "jk"]
        taken.append(next(c for c in (*own, *_LETTERS) if c not in taken))
    return taken


def _prompt(letter: str, choice: Choice[T]) -> Content:
    about = f"  [$muted]{'$about'}[/]" if choice.about else ""
    return Content.from_markup(
        f"[bold $next]$letter[/]  $name{about}",
        letter=letter,
        name=choice.name,
        about=choice.about,
    )

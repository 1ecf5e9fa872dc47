"""A dialog that asks one question with a few answers, picked by letter, Enter or click."""

from collections.abc import Collection, Iterator, Sequence
from typing import ClassVar, Generic, TypeVar

import msgspec
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import CHOICE, DIALOG
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.hanging_text import HangingText
from callbacktui.tui.components.pick_list import PickList

T = TypeVar("T")

_NAME_CELLS = 24
_LETTERS = "asdfgwertzxcvbyuiopnm"


class Choice(msgspec.Struct, Generic[T], frozen=True):
    """One answer: what it returns, its label, a short explanation, and the group it is in."""

    value: T
    name: str
    about: str = ""
    group: str = ""


class ChoiceDialog(Dialog[T | None], Generic[T]):
    """Ask for one of `choices`, with `words` above them; `None` if the actor goes back.

    The cursor is on the choice with the value `now`, else on the first.
    """

    PLACE = Place.CHOICE
    PALETTE_COMMANDS = (*CHOICE, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHOICE)]

    DEFAULT_CSS = """
    ChoiceDialog {
        & > .frame { width: 72; }
        & .words { dock: top; height: auto; padding: 0 1 1 1; }
        & OptionList.-textual-compact {
            height: auto;
            min-width: 4;
            max-height: 100%;
            border: none;
            padding: 0 1;
            background: $panel;
            background-tint: $foreground 0%;
            scrollbar-size-vertical: 1;
            &:focus { background-tint: $foreground 0%; }
            & > .option-list--option-disabled { color: $foreground; }
        }
    }
    """

    has_letters: ClassVar[bool] = True
    """Whether each choice has a letter that picks it."""

    def __init__(
        self, title: str, choices: Sequence[Choice[T]], *, words: str = "", now: T | None = None
    ) -> None:
        super().__init__()
        self.title = title
        self._choices = tuple(choices)
        self._words = words
        self._letters: list[str] = []
        self._now = now

    def body(self) -> ComposeResult:
        if self._words:
            yield Static(Content(self._words), classes="words")
        taken = {key for command in self.offered for key in command.keys.split(",")}
        if self.has_letters:
            self._letters = _letters(self._choices, taken)
        yield PickList(*self._options(), compact=True)

    def _options(self) -> Iterator[Option]:
        names = [cell_len(choice.name) for choice in self._choices if choice.about]
        width = min(max(names, default=0), _NAME_CELLS)
        group = ""
        for place, choice in enumerate(self._choices):
            if choice.group != group:
                group = choice.group
                yield Option(Content.styled(group, "bold"), disabled=True)
            letter = self._letters[place].ljust(1) + "  " if self.has_letters else ""
            yield Option(_prompt(letter, choice, width), id=str(place))

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.action_first()
        values = [choice.value for choice in self._choices]
        if self._now is not None and self._now in values:
            options.highlighted = options.get_option_index(str(values.index(self._now)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[int(event.option_id or 0)].value)

    def on_key(self, event: Key) -> None:
        """Pick the choice with that letter."""
        if event.character and self.answers_to(event):
            event.stop()
            self.dismiss(self._choices[self._letters.index(event.character)].value)

    def answers_to(self, key: Key) -> bool:
        """Return whether `key` is the letter of a choice."""
        return bool(key.character) and key.character in self._letters

    def action_pick(self) -> None:
        self.query_one(OptionList).action_select()

    def action_down(self) -> None:
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        self.query_one(OptionList).action_cursor_up()


def _letters(choices: Sequence[Choice[T]], taken: Collection[str]) -> list[str]:
    """A letter for each choice while they last: one of its own, those `taken` by commands left."""
    letters: list[str] = []
    for choice in choices:
        own = [c for c in choice.name.lower() if c.isascii() and c.isalpha()]
        free = (c for c in (*own, *_LETTERS) if c not in letters and c not in taken)
        letters.append(next(free, ""))
    return letters


def _prompt(letter: str, choice: Choice[T], width: int) -> Content | HangingText:
    """The letter with its gap, the name, and what it means in a column of its own."""
    label = Content.from_markup(
        "[bold $next]$letter[/]$name",
        letter=letter,
        name=choice.name + " " * (width - cell_len(choice.name)),
    )
    if not choice.about:
        return label
    about = Content.styled(choice.about, "$muted")
    return HangingText(Content.assemble(label, "  "), about)

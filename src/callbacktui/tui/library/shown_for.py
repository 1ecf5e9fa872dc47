"""The auditions that an article was shown for: a page of the library in the actor's own life."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from callbacktui.domain.audition import Audition
from callbacktui.ledger import Ledger
from callbacktui.tui.shell.base_screen import BaseScreen

if TYPE_CHECKING:
    from callbacktui.tui.components.choice_dialog import ChoiceDialog

_DESK: Final = "room_desk"
_NONE: Final = "No tip has led here from an audition so far."


class ShownFor:
    """Looks up, for each article, the auditions that a tip led to it from."""

    def __init__(self, kept: Mapping[str, Collection[str]], ledger: Ledger) -> None:
        self._kept = kept
        self._ledger = ledger

    def of(self, slug: str) -> tuple[Audition, ...]:
        """The auditions an article was shown for, the latest first; removed ones are left out."""
        found = (self._ledger.get(id_) for id_ in reversed((*self._kept.get(slug, ()),)))
        return tuple(audition for audition in found if audition)


def go_to_audition(room: BaseScreen, auditions: Sequence[Audition]) -> None:
    """Let one of `auditions` be chosen, and go to it on the desk."""

    def go(chosen: str | None) -> None:
        if chosen:
            room.post_message(BaseScreen.SwitchRequested(_DESK, chosen))

    if auditions:
        room.app.push_screen(_choose(auditions), go)
    else:
        room.say(_NONE)


def _choose(auditions: Sequence[Audition]) -> "ChoiceDialog[str]":
    from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog

    choices = [Choice(a.id, a.name, a.office or a.stage.word) for a in auditions]
    return ChoiceDialog("From my auditions", choices)

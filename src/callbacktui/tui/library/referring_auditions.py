"""The auditions for which a tip referred to an article, and the way to one of them."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from callbacktui.domain.audition import Audition
from callbacktui.ledger import Ledger
from callbacktui.tui.shell.base_screen import BaseScreen

if TYPE_CHECKING:
    from callbacktui.tui.components.choice_dialog import ChoiceDialog

_DESK: Final = "room_desk"
_NONE: Final = "No tip has led here from an audition so far."


class ReferringAuditions:
    """Looks up the auditions an article was shown for."""

    def __init__(self, kept: Mapping[str, Collection[str]], ledger: Ledger) -> None:
        self._kept = kept
        self._ledger = ledger

    def of(self, slug: str) -> tuple[Audition, ...]:
        """Return the auditions an article was shown for, latest first, without removed ones."""
        found = (self._ledger.get(id_) for id_ in reversed((*self._kept.get(slug, ()),)))
        return tuple(audition for audition in found if audition)


def go_to_audition(screen: BaseScreen, auditions: Sequence[Audition]) -> None:
    """Let the actor choose one of `auditions`, and show it on the desk."""

    def go(chosen: str | None) -> None:
        if chosen:
            screen.post_message(BaseScreen.SwitchRequested(_DESK, chosen))

    if auditions:
        screen.app.push_screen(_choose(auditions), go)
    else:
        screen.say(_NONE)


def _choose(auditions: Sequence[Audition]) -> "ChoiceDialog[str]":
    from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog

    choices = [Choice(a.id, a.name, a.office or a.stage_word) for a in auditions]
    return ChoiceDialog("From my auditions", choices)

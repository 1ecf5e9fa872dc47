"""The colours of the theme in force, as Rich styles for the views that draw text."""

from collections.abc import Mapping
from typing import NamedTuple, Self

from rich.style import Style

from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Stage
from callbacktui.domain.standing import Group


class Inks(NamedTuple):
    """One style for each kind of thing that is drawn."""

    text: Style
    strong: Style
    muted: Style
    line: Style
    accent: Style
    error: Style
    next: Style
    waiting: Style
    callback: Style
    hold: Style
    booked: Style
    quiet: Style

    @classmethod
    def of(cls, variables: Mapping[str, str]) -> Self:
        """The inks of a theme's variables."""
        text = Style(color=variables["foreground"])
        return cls(
            text=text,
            strong=text + Style(bold=True),
            muted=Style(color=variables["muted"]),
            line=Style(color=variables["line"]),
            accent=Style(color=variables["next"], bold=True),
            error=Style(color=variables["error"], bold=True),
            next=Style(color=variables["next"]),
            waiting=Style(color=variables["waiting"]),
            callback=Style(color=variables["callback"]),
            hold=Style(color=variables["hold"]),
            booked=Style(color=variables["booked"]),
            quiet=Style(color=variables["quiet"]),
        )

    def of_group(self, group: Group, audition: Audition) -> Style:
        """One hue for each kind of thing: by its group, and by its stage where it is in play."""
        stage = audition.stage
        match group:
            case Group.CLOSED:
                return self.booked if stage is Stage.WRAPPED else self.muted
            case Group.QUIET:
                return self.quiet
            case Group.WAITING:
                return self.waiting
            case Group.NEXT if stage.rank < Stage.CALLBACK.rank:
                return self.next
        if stage.rank >= Stage.OFFER.rank:
            return self.booked
        return self.hold if stage is Stage.HOLD else self.callback

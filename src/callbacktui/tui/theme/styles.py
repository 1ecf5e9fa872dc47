"""The colors of the current theme as Rich styles, for views that draw text."""

from collections.abc import Mapping
from typing import NamedTuple, Self

from rich.style import Style

from callbacktui.tui.theme.status_kind import StatusKind


class Styles(NamedTuple):
    """One style for each kind of text."""

    text: Style
    strong: Style
    muted: Style
    faint: Style
    line: Style
    hairline: Style
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
        """Create the styles from a theme's variables."""
        text = Style(color=variables["foreground"])
        return cls(
            text=text,
            strong=text + Style(bold=True),
            muted=Style(color=variables["muted"]),
            faint=Style(color=variables["line"]),
            line=Style(color=variables["line"]),
            hairline=Style(color=variables["hairline"]),
            accent=Style(color=variables["next"], bold=True),
            error=Style(color=variables["error"], bold=True),
            next=Style(color=variables["next"]),
            waiting=Style(color=variables["waiting"]),
            callback=Style(color=variables["callback"]),
            hold=Style(color=variables["hold"]),
            booked=Style(color=variables["booked"]),
            quiet=Style(color=variables["quiet"]),
        )

    def of_kind(self, kind: StatusKind) -> Style:
        """Return the style for a kind of status."""
        match kind:
            case StatusKind.CLOSED:
                return self.muted
            case StatusKind.WRAPPED:
                return self.booked
        hue: Style = getattr(self, kind.value)
        return hue

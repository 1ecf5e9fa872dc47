"""The themes: dark, light, and high contrast.

Text has a contrast of 4.5:1 or more against its background, lines 3:1; a test checks both.
"""

from typing import Final

from textual.theme import Theme

HUES: Final = ("next", "waiting", "callback", "hold", "booked", "quiet", "muted", "line", "bar")
"""The theme variables of our own; `$waiting` in a style sheet, `styles.waiting` in a view."""

_DARK: Final = {
    "next": "#f0b35a",
    "waiting": "#93b7d1",
    "callback": "#e39a94",
    "hold": "#c4a5de",
    "booked": "#a3c794",
    "quiet": "#a89c8c",
    "muted": "#a89c8c",
    "line": "#7d7060",
    "bar": "#211b16",
}

_LIGHT: Final = {
    "next": "#8a5200",
    "waiting": "#27587c",
    "callback": "#9a3831",
    "hold": "#6c3f92",
    "booked": "#35661f",
    "quiet": "#63594d",
    "muted": "#63594d",
    "line": "#8a7f71",
    "bar": "#ebe3d6",
}

_STARK: Final = {
    "next": "#ffd75f",
    "waiting": "#87d7ff",
    "callback": "#ffc4b8",
    "hold": "#dfbfff",
    "booked": "#afff87",
    "quiet": "#d0d0d0",
    "muted": "#d0d0d0",
    "line": "#b0b0b0",
    "bar": "#000000",
}


def _with_cursor(hues: dict[str, str], selection: str, text: str, scroll: str) -> dict[str, str]:
    return {
        **hues,
        "selection": selection,
        "block-cursor-background": selection,
        "block-cursor-foreground": text,
        "block-cursor-blurred-background": selection,
        "block-cursor-blurred-foreground": text,
        "input-selection-background": selection,
        "border": hues["next"],
        "border-blurred": hues["line"],
        "hairline": scroll,
        "scrollbar": scroll,
        "scrollbar-hover": hues["line"],
        "scrollbar-active": hues["next"],
        "scrollbar-background": hues["bar"],
        "scrollbar-corner-color": hues["bar"],
    }


GHOSTLIGHT: Final = Theme(
    name="ghostlight",
    primary="#f0b35a",
    secondary="#93b7d1",
    accent="#f0b35a",
    warning="#f0b35a",
    error="#f08a80",
    success="#a3c794",
    foreground="#ece4d8",
    background="#15120f",
    surface="#1b1713",
    panel="#211b16",
    variables=_with_cursor(_DARK, "#3a2f22", "#ece4d8", "#4a4036"),
)

MATINEE: Final = Theme(
    name="matinee",
    primary="#8a5200",
    secondary="#27587c",
    accent="#8a5200",
    warning="#8a5200",
    error="#a3261b",
    success="#35661f",
    foreground="#26201a",
    background="#faf6ef",
    surface="#f4eee3",
    panel="#ebe3d6",
    dark=False,
    variables=_with_cursor(_LIGHT, "#e8d9bf", "#26201a", "#cbbfac"),
)

CONTRAST: Final = Theme(
    name="contrast",
    primary="#ffd75f",
    secondary="#87d7ff",
    accent="#ffd75f",
    warning="#ffd75f",
    error="#ffc4b8",
    success="#afff87",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    variables=_with_cursor(_STARK, "#303030", "#ffffff", "#6c6c6c"),
)

THEMES: Final = (GHOSTLIGHT, MATINEE, CONTRAST)


def fallback_variables(*, dark: bool) -> dict[str, str]:
    """Return our colors for a theme that does not define them."""
    theme = GHOSTLIGHT if dark else MATINEE
    return {name: theme.variables[name] for name in (*HUES, "hairline", "selection")}

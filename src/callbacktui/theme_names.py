"""The names of the themes there are, for those who must not load the screen to know them."""

from difflib import get_close_matches
from typing import Final

DEFAULT_THEME: Final = "ghostlight"
OWN_THEMES: Final = (DEFAULT_THEME, "matinee", "contrast")

THEME_NAMES: Final = frozenset(
    {
        *OWN_THEMES,
        *("atom-one-dark", "atom-one-light", "catppuccin-frappe", "catppuccin-latte"),
        *("catppuccin-macchiato", "catppuccin-mocha", "dracula", "flexoki", "gruvbox", "monokai"),
        *("nord", "rose-pine", "rose-pine-dawn", "rose-pine-moon", "solarized-dark"),
        *("solarized-light", "textual-dark", "textual-light", "tokyo-night"),
    }
)
"""Our own, and those of Textual whose colors are colors: its ansi themes leave them to the
terminal, and nobody can tell then whether a text can be read."""


def no_such_theme(name: str) -> str:
    """Say that there is no theme of that name, and which to take."""
    near = get_close_matches(name, THEME_NAMES) or OWN_THEMES
    return f"There is no theme “{name[:40]}”; this is {DEFAULT_THEME}. Others: {', '.join(near)}."

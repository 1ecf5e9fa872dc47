"""The names of all themes, importable without loading Textual."""

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
"""Our own and Textual's, except its ansi themes: those leave the colors to the terminal, so
nobody can tell whether a text is readable."""


def no_such_theme(name: str) -> str:
    """Return a message that no theme has this name, with the closest names."""
    near = get_close_matches(name, THEME_NAMES) or OWN_THEMES
    return f"There is no theme “{name[:40]}”; this is {DEFAULT_THEME}. Others: {', '.join(near)}."

"""The tables that a data file has, by name."""

from typing import Final

AUDITIONS: Final = "auditions"
PAGES: Final = "pages"
PRACTICE: Final = "practice"
REMOVED: Final = "removed"

TABLES: Final = frozenset({AUDITIONS, PAGES, PRACTICE, REMOVED})
"""Every one of them."""

"""The names of the tables in a data file."""

from typing import Final

AUDITIONS: Final = "auditions"
PAGES: Final = "pages"
PRACTICE: Final = "practice"
CONTACTS: Final = "contacts"
REMOVED: Final = "removed"

TABLES: Final = frozenset({AUDITIONS, PAGES, PRACTICE, CONTACTS, REMOVED})
"""All table names."""

"""The names of the tables in a data file."""

from typing import Final

AUDITIONS: Final = "auditions"
PAGES: Final = "pages"
PRACTICE: Final = "practice"
CONTACTS: Final = "contacts"
BOOKOUTS: Final = "bookouts"
MONEY: Final = "money"
PIECES: Final = "pieces"
REMOVED: Final = "removed"

TABLES: Final = frozenset({AUDITIONS, PAGES, PRACTICE, CONTACTS, BOOKOUTS, MONEY, PIECES, REMOVED})
"""All table names."""

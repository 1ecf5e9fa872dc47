"""Where a reading is: kept when it is left, and found again at every width."""

from typing import Final, NamedTuple


class Mark(NamedTuple):
    """Where a reading is: a section's slug, empty at the head, and lines beyond its start."""

    section: str = ""
    beyond: int = 0


HEAD: Final = Mark()
"""The very beginning."""

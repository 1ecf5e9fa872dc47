"""How auditions changed because another program wrote to the data file."""

from collections.abc import Mapping
from typing import NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.store.format.codec import value_of


class ExternalChanges(NamedTuple):
    """The auditions that changed, and a message; the message is empty if nothing did."""

    changes: list[Change]
    words: str


def changes_between(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[Change]:
    """Return the changes of auditions between two tables of record lines, in any order."""
    changed = [key for key in {**before, **now} if before.get(key) != now.get(key)]
    found = [Change(before=_read(before, key), after=_read(now, key)) for key in changed]
    return [change for change in found if change.before != change.after]


def _read(lines: Mapping[str, bytes], key: str) -> Audition | None:
    try:
        return value_of(Audition, key, lines[key]) if key in lines else None
    except ValueError:
        return None

"""What another program's change to the file made of the auditions."""

from collections.abc import Mapping
from typing import NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.store.format.codec import value_of


class ExternalChanges(NamedTuple):
    """The auditions that are otherwise now, and what to say; no words where nothing came."""

    changes: list[Change]
    words: str


def changes_between(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[Change]:
    """Return what became of auditions from one set of lines to another, in no order."""
    changed = [key for key in {**before, **now} if before.get(key) != now.get(key)]
    found = [Change(before=_read(before, key), after=_read(now, key)) for key in changed]
    return [change for change in found if change.before != change.after]


def _read(lines: Mapping[str, bytes], key: str) -> Audition | None:
    try:
        return value_of(Audition, key, lines[key]) if key in lines else None
    except ValueError:
        return None

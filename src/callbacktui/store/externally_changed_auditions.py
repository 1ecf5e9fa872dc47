"""How auditions changed because another program wrote to the data file."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.domain.round import Round
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


def rounds_noted_twice(changes: Iterable[Change]) -> str:
    """Say of which auditions a round to come may be noted here and elsewhere; empty if of none."""
    found = []
    for change in changes:
        before, after = change.before, change.after
        if not isinstance(before, Audition) or not isinstance(after, Audition):
            continue
        known = {read.id for read in before.rounds}
        mine = [read for read in after.all_pending if read.id in known]
        theirs = [read for read in after.all_pending if read.id not in known]
        twins = [new for new in theirs if any(_is_same(new, read) for read in mine)]
        found += [f"{after.name} has another {new.kind.word} to come now." for new in twins]
    return " ".join([*found, "If they are one, its history takes one back."] if found else [])


def _is_same(one: Round, other: Round) -> bool:
    return one.kind is other.kind and (
        one.when == other.when or one.when is None or other.when is None
    )


def _read(lines: Mapping[str, bytes], key: str) -> Audition | None:
    try:
        return value_of(Audition, key, lines[key]) if key in lines else None
    except ValueError:
        return None

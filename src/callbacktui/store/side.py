"""A store as one of two that are to be made one: each record's JSON, and what it has seen."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from callbacktui.store.holdings import Holdings
from callbacktui.store.lines import json_of
from callbacktui.store.stamps import hand_of

Rows = dict[str, dict[str, bytes]]
"""Each record's JSON, by table and id; the removed are a table of their own."""


class Side(NamedTuple):
    """One of two stores; `seen` has the latest save of each computer that it shows."""

    rows: Rows
    seen: Mapping[str, int]

    def knows(self, stamp: str) -> bool:
        """Whether it shows the save in which something was set."""
        device, seq = hand_of(stamp)
        return seq <= self.seen.get(device, 0)


NOTHING: Final = Side({}, {})
"""A store that holds nothing."""


def seen_by_either(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """Return the latest save of each computer that one of two stores shows."""
    return {name: max(one.get(name, 0), other.get(name, 0)) for name in {*one, *other}}


def rows_of(tables: Mapping[str, Mapping[str, bytes]]) -> Rows:
    """Return the JSON of every line."""
    return {t: {key: json_of(line) for key, line in lines.items()} for t, lines in tables.items()}


def side_of(held: Holdings) -> Side:
    """Return holdings as one side of a merging."""
    return Side(rows_of(held.lines), held.seen)

"""A hunch from reflections: the mark that was lowest in the last five."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from callbacktui.domain.reflection import Reflection

LATELY: Final = 5
"""A hunch is about this many reflections, and sets them against as many before."""

_FEWEST: Final = 3
"""A mark given less often than that in them says nothing."""

_MARKS: Final = {
    "clarity": "clear choices",
    "direction": "taking direction",
    "listening": "listening",
    "myself": "bringing yourself",
}


class Hunch(NamedTuple):
    """What may be worth a thought: `words` name a mark, `middle` is its median in the last five.

    `before` is the median in the five reflections before those, `None` if there are none.
    """

    words: str
    middle: float
    before: float | None


def hunch(looks: Sequence[Reflection]) -> Hunch | None:
    """Return the one mark that is lower than all others in the last five reflections, if one is.

    Of several marks one is often low by chance alone (five tested at 5 % give a false alarm in 23
    of 100 cases), so there is one at a time, and nothing is claimed.
    """
    last, earlier = looks[-LATELY:], looks[-2 * LATELY : -LATELY]
    if len(last) < LATELY:
        return None
    middles = {name: middle for name in _MARKS if (middle := _middle(last, name)) is not None}
    lowest = min(middles.values(), default=None)
    names = [name for name, middle in middles.items() if middle == lowest]
    if len(middles) < 2 or len(names) != 1:
        return None
    (name,) = names
    before = _middle(earlier, name) if len(earlier) == LATELY else None
    return Hunch(_MARKS[name], middles[name], before)


def _middle(looks: Sequence[Reflection], name: str) -> float | None:
    marks = [getattr(look, name) for look in looks]
    there = [mark for mark in marks if isinstance(mark, int)]
    from statistics import median  # late: it is large, and a hunch is rare

    return median(there) if len(there) >= _FEWEST else None

"""A rule of the tips: its moment, what it says, and the page and the person it leads to."""

from collections.abc import Callable
from typing import NamedTuple

from callbacktui.advice.tips.context import Context

When = Callable[[Context], str | None]
"""A moment: the reason why a tip is in place now, or `None` where it is not."""


class Rule(NamedTuple):
    """One tip: its name, its moment, its words, and the section (and voice) it leads to.

    Empty words are the point of its voice, or of the day's voice where it names none.
    """

    name: str
    when: When
    text: str
    article: str
    section: str
    voice: str = ""

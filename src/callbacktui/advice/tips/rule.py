"""A row in the table of tips: its condition, its text, and the article and voice it links to."""

from collections.abc import Callable
from typing import NamedTuple

from callbacktui.advice.tips.context import Context

When = Callable[[Context], str | None]
"""A condition: returns the reason why the tip applies ("because …"), or None if it does not."""


class Rule(NamedTuple):
    """A tip in the table: its name, condition, text, and the section and voice it links to.

    If `text` is empty, the tip is the point of its voice, or of the daily voice if it names none.
    """

    name: str
    when: When
    text: str
    article: str
    section: str
    voice: str = ""

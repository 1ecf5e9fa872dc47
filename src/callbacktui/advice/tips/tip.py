"""A tip, and the rule of the table of tips that gives it."""

from collections.abc import Callable
from typing import NamedTuple

from callbacktui.advice.tips.context import Context
from callbacktui.domain.base_classes import Value

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


class Tip(Value, frozen=True, kw_only=True):
    """What the tip card says, why it is shown, its source, and the article to read on.

    `voice` is the person whose point it is, or "" if the text is our own; `pressing` is the first
    rule that applied when the tip was chosen.
    """

    rule: str
    text: str
    voice: str = ""
    reason: str
    source: str
    article: str
    section: str
    pressing: str = ""

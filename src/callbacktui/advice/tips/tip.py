"""A tip: a short text that fits the situation, and its source."""

from callbacktui.domain.value import Value


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

"""A tip: a few words for this moment, and where they come from."""

from callbacktui.domain.value import Value


class Tip(Value, frozen=True, kw_only=True):
    """What the card says, why it is here, where it comes from, and where to read on.

    `voice` is the person whose point it passes on, empty where the words are nobody's but ours;
    `pressing` is the rule that stood first at that moment.
    """

    rule: str
    text: str
    voice: str = ""
    reason: str
    source: str
    article: str
    section: str
    pressing: str = ""

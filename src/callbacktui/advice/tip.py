"""A tip: a few words for this moment, and where they come from."""

from callbacktui.domain.value import Value


class Tip(Value, frozen=True, kw_only=True):
    """What the card says, why it is here, where it comes from, and where to read on."""

    rule: str
    text: str
    reason: str
    source: str
    article: str
    section: str

"""The voices: people of the trade, each with one point, in our words and unverified."""

from typing import Any

import msgspec

from callbacktui.advice.library.toml_list import read_list
from callbacktui.domain.value import Value


class Voice(Value, frozen=True, kw_only=True):
    """Who said it, what their trade is, our paraphrase of it, and where it is told.

    `article` and `section` are where it belongs in the library; `note` is what to know about
    the attribution itself.
    """

    name: str
    trade: str
    point: str
    told_in: str
    section: str
    article: str = ""
    moments: tuple[str, ...] = ()
    note: str = ""

    @property
    def attribution(self) -> str:
        """Where the point comes from, in a line."""
        return f"after {self.name}, {self.trade}, {self.told_in}"


def parse(text: str) -> tuple[Voice, ...]:
    """Read the voices of a TOML text, in its order.

    Raises:
        ArticleError: where the text or one of its voices cannot be read.
    """
    voices, held = read_list(text, "voice", Voice, "The voices")
    article = str(held.get("article", ""))
    return tuple(msgspec.structs.replace(v, article=v.article or article) for v in voices)


def as_document(voice: Voice) -> dict[str, Any]:
    """The voice as `voices --json` prints it."""
    return {
        "name": voice.name,
        "trade": voice.trade,
        "point": voice.point,
        "told_in": voice.told_in,
        "note": voice.note,
        "article": voice.article,
        "section": voice.section,
        "moments": list(voice.moments),
    }

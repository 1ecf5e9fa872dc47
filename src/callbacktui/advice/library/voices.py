"""The voices: points made by people in the business, paraphrased by us and unverified."""

from typing import Any

import msgspec

from callbacktui.advice.library.toml_list import read_list
from callbacktui.domain.base_classes import Value


class Voice(Value, frozen=True, kw_only=True):
    """A point somebody made: name, trade, our paraphrase of it, and where it was published.

    `told_in` names the source in full, `briefly` in a few words for a card. `article` and
    `section` say where it belongs in the library; `note` says what to know about the attribution.
    """

    name: str
    trade: str
    point: str
    section: str
    told_in: str = ""
    briefly: str = ""
    article: str = ""
    moments: tuple[str, ...] = ()
    note: str = ""

    @property
    def attribution(self) -> str:
        """The trade and where the point was published, in a few words; the point has the name."""
        article = "an" if self.trade[0] in "aeiou" else "a"
        return f"{article} {self.trade}, {self.briefly or self.told_in}"


def parse_voices(text: str) -> tuple[Voice, ...]:
    """Parse the voices in a TOML text, in its order; what they share may be told once above them.

    Raises:
        ArticleError: if the text or one of its voices cannot be parsed.
    """
    voices, held = read_list(text, "voice", Voice, "The voices")
    shared = {name: str(held.get(name, "")) for name in ("article", "told_in", "briefly")}
    return tuple(
        msgspec.structs.replace(
            voice, **{name: getattr(voice, name) or value for name, value in shared.items()}
        )
        for voice in voices
    )


def as_document(voice: Voice) -> dict[str, Any]:
    """Return the voice as `voices --json` prints it."""
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

"""Conditions of tips about what a breakdown or the instructions mention: an accent, tears, glasses.

Many of these words have another sense: a play "carries the weight" of something, a waiter brings
"a tray of glasses", and somebody "tears up" a bill. So each is looked for with the words around it.
"""

import re
from typing import Final

from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.tip import When
from callbacktui.domain.text import fold


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")


_DIALECT: Final = _pattern(
    r"accent(?:s|ed)?\b(?! (?:wall|chair|light|lighting|colou?r|table|lamp|mark|on the))",
    r"dialects?",
)
_TEARS: Final = _pattern(
    r"(?:in|to|through|with|into|near|back|of|close to|fight\w*|holding|wip\w*) tears",
    r"tears (?:well|roll|run|stream|fall|come|flow)\w*",
    r"tears up(?! (?:the|a|an|his|her|their|my|your|our|its?|this|that|every|all|old)\b)",
    r"tearful\w*",
    r"teary(?:-eyed)?",
    r"(?<!far )(?<!war )(?<!battle )(?:cry|cries|crying)\b"
    r"(?! (?:wolf|foul|out|for help|havoc|baby|need|over spilled))",
    r"weep(?:s|ing)?\b(?! willow)",
    r"sob(?:s|bing)",
)
_BODY: Final = _pattern(
    r"(?:over|under)weight",
    r"plus[- ]sized?",
    r"heavy[- ]?set",
    r"skinny",
    r"slender",
    r"obese",
    r"(?:los|gain|drop|shed)(?:e|es|ing|s|ped|ed|t)? (?:some |a lot of |the )?weight",
    r"weight (?:loss|gain)",
    r"height(?: and |/|, )weight",
    r"(?<!wearing )(?<!worn )(?<!spread )(?<!stretched )(?:slim|thin)\b"
    r"(?!-skinned)(?! (?:chance|hope|line|ice|margins?|patience|walls?|air|excuse|majority|of))",
)
_NOT_WORN: Final = (
    r"(?:wine|champagne|cocktail|shot|beer|drinking|empty|full|dirty|clean|two|three|four|their)"
)
_GLASSES: Final = _pattern(
    r"eye-?glasses",
    r"spectacles(?! of)",
    r"bespectacled",
    rf"(?:wears?|wearing|with|without|no|has|his|her|your|reading|thick|take off|takes off|remove)"
    rf" (?!{_NOT_WORN}\b)(?:\w+ )?glasses\b(?! (?:of|on (?:the|a)|from|and bottles))",
    r"glasses (?:ok|okay|optional|allowed|preferred|required|on|off)\b(?! the)",
    r"glasses:",
)
_GLASSES_ALONE: Final = re.compile(r"(?:no |with |wears )?glasses\.?")


def _mentioned(pattern: re.Pattern[str], words: str, alone: re.Pattern[str] | None = None) -> When:
    """A read is coming up, and its breakdown, types or instructions match `pattern`.

    `alone` is matched against a whole type or instruction, which needs no words around it.
    """

    def when(context: Context) -> str | None:
        audition, read = context.audition, context.coming
        if audition is None or read is None:
            return None
        for where, texts in (
            ("instructions mention", (read.specs,)),
            ("breakdown mentions", (audition.breakdown, *audition.type_tags)),
        ):
            folded = [fold(text).strip() for text in texts]
            if any(pattern.search(t) or (alone and alone.fullmatch(t)) for t in folded):
                return f"because the {where} {words}"
        return None

    return when


dialect: Final = _mentioned(_DIALECT, "an accent or a dialect")
tears: Final = _mentioned(_TEARS, "tears")
body: Final = _mentioned(_BODY, "a build or a weight")
glasses: Final = _mentioned(_GLASSES, "glasses", _GLASSES_ALONE)

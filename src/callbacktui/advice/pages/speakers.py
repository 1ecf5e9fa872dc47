"""Finds who is quoted: the name and trade in the words around a quotation."""

import re
from typing import Final

from callbacktui.domain.value import Value


class Speaker(Value, frozen=True, kw_only=True):
    """A quoted person; the page may give the name, the trade, or both."""

    name: str = ""
    trade: str = ""


_SAYS: Final = re.compile(
    r"\b(?:says?|said|saying|tells|told|adds|added|explain(?:s|ed)|note[sd]|recall(?:s|ed)"
    r"|remember(?:s|ed)|writes|wrote|puts?|advise[sd]|suggest(?:s|ed)|admit(?:s|ted)|ask(?:s|ed)"
    r"|warn(?:s|ed)|remind(?:s|ed)|share[sd]|observe[sd]|insist(?:s|ed)|confess(?:es|ed)"
    r"|reveal(?:s|ed)|agree[sd]|continue[sd]|state[sd]|point(?:s|ed) out|joke[sd]|laugh(?:s|ed)"
    r"|repl(?:ies|ied)|answer(?:s|ed)|offer(?:s|ed)|argue[sd]|stress(?:es|ed)|conclude[sd]"
    r"|quip(?:s|ped)|wonder(?:s|ed)|confide[sd]|teaches|taught)\b",
    re.IGNORECASE,
)
_CREDITS: Final = re.compile(r"\b(?:according to|in the words of|as told by)\s+", re.IGNORECASE)
_TRADE: Final = re.compile(
    r"\b(?:act(?:or|ress)(?:es|s)?|coach|directors?|associate|assistant|agent|manager|producer"
    r"|teacher|instructor|tutor|writer|author|playwright|screenwriter|dancer|singer|reader"
    r"|photographer|performer|comedian|comic|founder|professor|therapist|psychologist|host"
    r"|filmmaker|showrunner|mentor|artist|star|student|dramaturg|choreographer|designer|editor"
    r"|casting|veteran|critic|journalist|lecturer|voice-?over|stunt)\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"(?<![\s.][^\W\d_a-z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)[.!?…;]\s+")
_PRONOUNS: Final = "he|she|they"
_ARTICLES: Final = "a|an|the|one|my|our|his|her|their"
_NEAR: Final = "at|of|in|from|for|with|on|to|by|about|between|inside"
_CUT: Final = (
    f"{_ARTICLES}|{_NEAR}|your|as|but|when|then|while|another|some|this|that|so|i|we|you|it"
)
_NO_NAME: Final = re.compile(
    f"{_CUT}|{_PRONOUNS}|and|every|everyone|everybody|people|many|most|others|someone|somebody"
    "|nobody|these|those|there|here|what|who|which|if|now|yet|or|no|not|just|even|nor|years|later"
    "|once|recently|says|said|also|always|often",
    re.IGNORECASE,
)
_PRONOUN: Final = re.compile(rf"\b(?:{_PRONOUNS})\b", re.IGNORECASE)
_BEGINS: Final = re.compile(f"{_PRONOUNS}|{_ARTICLES}", re.IGNORECASE)
_BESIDE: Final = re.compile(_NEAR, re.IGNORECASE)
_LEADS: Final = re.compile(_CUT, re.IGNORECASE)
_PARTICLE: Final = re.compile("de|da|di|del|der|den|la|le|van|von|bin|al|el|y")
_NAMED: Final = frozenset({"named", "called"})
_TOLD: Final = frozenset({"me", "us", "them", "him", "her", "that", "it", "this"})
_PLACE: Final = re.compile(r"\s+(?:at|from|in|for|with|on|who|whose|based)\s", re.IGNORECASE)
_ASIDE: Final = ("who ", "whose ", "which ", "that ")
_SHORT: Final = 9
_LONGEST_TRADE: Final = 60
_DASHES: Final = "—\u2013―-"


def is_one_sentence(text: str) -> bool:
    """Whether a text is one sentence; the periods of initials and of "Dr." do not end it."""
    return not _SENTENCE.search(text.strip(" .,"))


def find_speaker_after(words: str, gap: str, last: Speaker | None) -> Speaker | None:
    """Return the speaker named after a quotation, or None."""
    clause = _SENTENCE.split(gap.strip(), maxsplit=1)[0].strip(" .,")
    if not clause:
        return None
    if clause[0] in _DASHES or (clause[0] == "(" and clause[-1] == ")"):
        return _find_person(clause.strip(f"{_DASHES}() "), first=True)
    verb = _SAYS.match(clause)
    if verb:
        return _find_person(clause[verb.end() :], first=True) or _resolve_pronoun(
            clause[verb.end() :], last
        )
    if credited := _CREDITS.match(clause):
        return _find_person(clause[credited.end() :], first=True)
    ended = words.endswith((".", "…")) or gap.startswith(".")
    if ended or not (verb := _SAYS.search(clause)):
        return None
    head = clause[: verb.start()]
    return (
        _find_person(head, first=True) or _resolve_pronoun(head, last)
        if _is_subject(head)
        else None
    )


def find_speaker_before(gap: str, last: Speaker | None) -> Speaker | None:
    """Return the speaker named before a quotation, or None."""
    clause = _SENTENCE.split(gap.strip())[-1].strip()
    said = clause.strip(" ,:")
    if credited := _CREDITS.search(said):
        return _find_person(said[credited.end() :], first=True)
    verbs = list(_SAYS.finditer(said))
    if len(verbs) == 1 and (verb := _SAYS.match(said)):
        return _find_person(said[verb.end() :], first=True)
    for verb in reversed(verbs):
        head, rest = said[: verb.start()], said[verb.end() :].split()
        if not clause.endswith((",", ":")) and not _TOLD.issuperset(rest):
            return None  # a quoted word in the middle of a sentence
        if speaker := _find_person(head, first=_is_subject(head)) or _resolve_pronoun(head, last):
            return speaker
    if clause.endswith(":") and len(said.split()) <= _SHORT:
        speaker = _find_person(said, first=True)
        return speaker if speaker and speaker.name else None
    return None


def is_split_quotation(words: str, gap: str) -> bool:
    """Whether two quotations are one, with only its speaker named in between."""
    said = gap.strip()
    clause = said.strip(" .,;:")
    one_breath = said.endswith((",", ".", ";", ":", "—", "\u2013")) or not said
    if not clause or not one_breath or _SENTENCE.search(f"{clause} "):
        return False
    verbs = len(_SAYS.findall(clause))
    if verbs != 1 or (
        said.endswith((",", ":")) and words.endswith(".") and not _SAYS.match(clause)
    ):
        return False  # “One.” Somebody else says, “Two.”
    return find_speaker_after(words, gap, Speaker(name="?")) is not None


def _resolve_pronoun(text: str, last: Speaker | None) -> Speaker | None:
    """Return the last speaker if the text says he, she or they."""
    return last if _PRONOUN.search(text) else None


def _find_person(text: str, *, first: bool = False) -> Speaker | None:
    """Find the name and trade in a clause: the `first` name in it, or else the last one."""
    pieces = [p.strip() for p in re.split(r"[,()]|\s[—\u2013]\s", text) if p.strip(" .:")]
    named = [
        (place, name, lead)
        for place, piece in enumerate(pieces)
        if not piece.casefold().startswith(_ASIDE)
        for name, lead in _find_names(piece)
    ]
    if not named:
        trade = _find_trade(pieces[0]) if pieces else ""
        return Speaker(trade=trade) if trade else None
    place, name, lead = named[0] if first else named[-1]
    trade = _find_trade(lead)
    ahead = [
        p for p in pieces[max(0, place - 1) : place] if not _SAYS.search(p) and not _find_names(p)
    ]
    for piece in [*pieces[place + 1 :], *ahead]:
        if not trade and not piece.casefold().startswith(_ASIDE):
            trade = _find_trade(piece)
    return Speaker(name=name, trade=trade)


def _is_subject(text: str) -> bool:
    """Whether a clause begins with a person: a name, a trade, an article or a pronoun."""
    words = text.split(maxsplit=1)
    word = words[0].strip(".,") if words else ""
    begins = bool(_BEGINS.fullmatch(word) or _TRADE.fullmatch(word))
    return begins or (bool(word) and _is_name(word))


def _find_names(piece: str) -> list[tuple[str, str]]:
    """Return each name in a piece, with the words before it; places after "at" are left out."""
    words = piece.split()
    found: list[tuple[str, str]] = []
    place = 0
    while place < len(words):
        end = place
        while end < len(words) and (
            _is_name(words[end])
            or (end > place and _PARTICLE.fullmatch(words[end]) and _leads_to_name(words, end))
        ):
            end += 1
        start = place
        while start < end - 1 and _TRADE.fullmatch(words[start]):
            start += 1
        name = " ".join(words[start:end]).strip(' .:;!?"“”')
        near = words[place - 1] if place else ""
        thing = near.casefold() == "the" and end - start == 1
        theirs = name.endswith(("\u2019s", "'s"))
        if name and not (thing or theirs or _TRADE.fullmatch(name)) and not _BESIDE.fullmatch(near):
            found.append((name, " ".join(words[:start])))
        place = max(end, place + 1)
    return found


def _is_name(word: str) -> bool:
    return word[0].isupper() and not _NO_NAME.fullmatch(word.strip(".,"))


def _leads_to_name(words: list[str], place: int) -> bool:
    while place < len(words) and _PARTICLE.fullmatch(words[place]):
        place += 1
    return place < len(words) and _is_name(words[place])


def _find_trade(text: str) -> str:
    """Return the trade that ends a text, without articles and places: "casting director"."""
    words = [word for word in _PLACE.split(f"{text} ")[0].split() if word not in _NAMED]
    if not words or not _TRADE.search(" ".join(words)):
        return ""
    cut = [n for n, word in enumerate(words) if _LEADS.fullmatch(word)]
    if cut and _TRADE.search(" ".join(words[cut[-1] + 1 :])):
        words = words[cut[-1] + 1 :]
    plain = (word.lower() if _TRADE.fullmatch(word) and word.istitle() else word for word in words)
    trade = " ".join(plain).strip(" .,:")
    return trade if len(trade) <= _LONGEST_TRADE else ""

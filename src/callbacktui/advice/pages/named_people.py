"""Finds the people named in a sentence, each with the trade that is beside the name.

The name is the one before or after the trade, never a word that describes it: in "Acting coach Bo
Lind", "New York casting director Bo Lind" and "Bo Lind, who is a coach" the name is Bo Lind.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from callbacktui.domain.base_classes import Value


class Speaker(Value, frozen=True, kw_only=True):
    """A quoted person; the page may give the name, the trade, or both."""

    name: str = ""
    trade: str = ""


class Mention(NamedTuple):
    """A person in a text, and where the words for them begin and end, the trade included."""

    person: Speaker
    start: int
    end: int


_SHORT_FORMS: Final = {
    "CD": "casting director",
    "CDs": "casting directors",
    "DP": "director of photography",
    "EP": "executive producer",
}
_TRADE: Final = re.compile(
    r"(?:act(?:or|ress)|coach|director|associate|assistant|agent|manager|producer|teacher"
    r"|instructor|tutor|trainer|writer|author|novelist|playwright|screenwriter|dancer|singer"
    r"|musician|composer|conductor|reader|photographer|cinematographer|cameraman|performer"
    r"|comedian|comic|clown|founder|professor|therapist|psychologist|counsell?or|doctor|host"
    r"|filmmaker|film-maker|showrunner|mentor|artist|star|student|graduate|dramaturg"
    r"|choreographer|designer|editor|critic|journalist|columnist|lecturer|stuntman|stuntwoman"
    r"|understudy|extra|player|publicist|lawyer|attorney|scout|usher|dresser|runner|technician"
    r"|engineer|stagehand|puppeteer|narrator|model|headhunter|executive|rep|receptionist"
    r"|monitor|accompanist|pianist|supervisor|coordinator|co-ordinator|co-director|co-founder"
    r"|(?:step|grand)?(?:mother|father)-?in-?law)",
    re.IGNORECASE,
)
_TRADES: Final = re.compile(rf"{_TRADE.pattern}(?:e?s)", re.IGNORECASE)
_KIND: Final = re.compile(
    r"(?:acting|casting|commercial|voice|vocal|voice-?over|speech|dialect|accent|movement|dance"
    r"|stage|screen|theat(?:re|er)|film|movie|tv|television|radio|talent|literary|artistic|musical"
    r"|music|fight|stunt|intimacy|script|story|executive|associate|assistant|creative|managing"
    r"|general|line|lead|senior|head|chief|principal|second|first|third|unit|day|drama|on-?camera"
    r"|audition|self-?tape|improv|comedy|theatrical|children['\u2019]?s|youth|legit|freelance"
    r"|independent|background|character|company|production|make-?up|hair|costume|lighting|sound"
    r"|set|prop|props|print|headshot|sitcom|series|soap|supporting|working|professional|veteran"
    r"|former|retired|deputy|co-?founding|guest|Shakespearean|classical|singing)",
    re.IGNORECASE,
)
"""Words that say what kind of trade it is; with a capital they still name nobody."""

_NO_NAME: Final = re.compile(
    r"(?:an?|the|one|my|our|his|her|hers|their|its|your|at|of|in|from|for|with|on|to|by|about|as"
    r"|between|inside|but|when|then|while|another|some|this|that|so|i|i['\u2019]\w+|we|you|it|he"
    r"|she|they|and|every|everyone|everybody|people|many|most|others|someone|somebody|anyone"
    r"|anybody|nobody|these|those|there|here|what|who|whose|which|if|now|yet|or|no|not|just|even"
    r"|nor|years?|later|once|recently|says?|said|also|always|often|after|before|because|since"
    r"|although|though|where|how|why|was|is|are|were|do|does|did|have|had|has|be|can|could"
    r"|will|would|should|may|might|must|never|only|all|both|each|few|several|half|two|three|four"
    r"|five|six|seven|eight|nine|ten|today|yesterday|tomorrow|tonight|first|last|next|perhaps"
    r"|maybe|still|again|instead|meanwhile|finally|eventually|according|asked|until|under|over"
    r"|during|without|unlike|like|let|ask|tell|take|read|keep|put|go|come|don['\u2019]t|yes"
    r"|well|oh|okay|ok|long|longtime|late|award-winning|legendary|renowned|acclaimed|beloved"
    r"|famed|fellow|old|young|new|good|great|actors?|casting|adds?|added|according|years|months"
    r"|weeks|days|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february"
    r"|march|april|june|july|august|september|october|november|december|christmas|easter"
    r"|summer|winter|spring|autumn|however|still|sometimes|usually|remember|whether|than"
    r"|q|questions?|answers?)",
    re.IGNORECASE,
)
_HONORIFIC: Final = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame)\.?", re.IGNORECASE)
_PARTICLE: Final = re.compile(r"(?:de|da|di|del|der|den|la|le|van|von|bin|al|el|y|ter|du)")
_BESIDE: Final = re.compile(
    r"(?:at|of|in|from|for|with|on|to|by|about|between|inside|near|like|behind|beside|above|below"
    r"|against|around|opposite|outside|across|toward)",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    r"(?:an?|the|one|my|our|his|her|their|your|another|some|this|that|as|but|when|then|while|so"
    r"|at|of|in|from|for|with|on|to|by|about|says?|said|adds?|added|and|or|i|we|you|it|is|was)",
    re.IGNORECASE,
)
_DETERMINER: Final = re.compile(r"(?:an?|the|one|my|our|his|her|their|another)", re.IGNORECASE)
_PRAISE: Final = re.compile(
    r"(?:late|great|long-?time|long|award-winning|\w+-winning|\w+-nominated|legendary|renowned"
    r"|acclaimed|beloved|famed|fellow|old|young|good|dear|well-known|noted|respected|busy"
    r"|local|same|brilliant|wonderful|lovely|kind|celebrated|certain|wise|other|very)",
    re.IGNORECASE,
)
_NAMED: Final = frozenset({"named", "called"})
_ASIDE: Final = re.compile(r"(?:who|whose|which|that|where|when)\b", re.IGNORECASE)
_IS: Final = re.compile(
    r"\s+(?:is|was|has been|works as|worked as|became)\s+(?=(?:an?|the|one)\s)", re.IGNORECASE
)
_TOKEN: Final = re.compile(r"[^\s,;:()—\u2013!?\"“”«»]+|[,;:()—\u2013!?\"“”«»]")
_TELLS_WHICH: Final = frozenset({"I", "we", "you", "that", "here", "there"})
"""What goes on after a trade: "An agent I spoke to, Bo Lind, said"."""

_PLACE: Final = re.compile(r"(?:at|from|in|for|with|on|of|to|by|who|whose|based|and)", re.I)
_TRADE_AT_MOST: Final = 6
"""The longest trade, in words."""

_TRADE_NEAR: Final = 8
"""How many words after a name are searched for its trade."""


class _Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        return self.text.strip(".'\u2018\u2019")

    @property
    def is_break(self) -> bool:
        return not any(c.isalnum() for c in self.text)

    @property
    def is_trade(self) -> bool:
        return bool(_TRADE.fullmatch(self.bare)) or self.bare in _SHORT_FORMS

    @property
    def is_kind(self) -> bool:
        return bool(_KIND.fullmatch(self.bare))

    @property
    def is_name(self) -> bool:
        bare = self.bare
        return (
            bool(bare)
            and bare[0].isalpha()
            and not bare[0].islower()
            and bare not in _SHORT_FORMS
            and not _NO_NAME.fullmatch(bare)
            and not _BESIDE.fullmatch(bare)
            and not _TRADES.fullmatch(bare)
        )


def find_people(text: str) -> list[Mention]:
    """Return the people in a sentence in order: those with a name, or with a trade alone."""
    words = [_Word(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text)]
    found: list[Mention] = []
    place = 0
    while place < len(words):
        end = _name_ends(words, place)
        if end == place:
            place += 1
            continue
        mention = _read_name(text, words, place, end)
        if mention:
            found.append(mention)
        place = end
    unnamed = [m for m in _find_unnamed(words) if not any(_overlap(m, n) for n in found)]
    return sorted([*found, *unnamed], key=lambda mention: mention.start)


def is_full_name(text: str) -> bool:
    """Whether a text is a name of two or three words and nothing else."""
    people = find_people(text)
    if len(people) != 1 or len(text.split()) not in (2, 3):
        return False
    return people[0].person == Speaker(name=text)


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _name_ends(words: Sequence[_Word], place: int) -> int:
    """Return where the run of capitalized words that begins at `place` ends."""
    end = place
    while end < len(words):
        if words[end].is_name or (end > place and _goes_on_as_name(words, end)):
            end += 1
        else:
            break
    return end


def _goes_on_as_name(words: Sequence[_Word], place: int) -> bool:
    while place < len(words) and _PARTICLE.fullmatch(words[place].text):
        place += 1
        if place < len(words) and words[place].is_name:
            return True
    return False


def _read_name(text: str, words: Sequence[_Word], start: int, end: int) -> Mention | None:
    """Read the run of capitalized words from `start` to `end` as a person, if it is one."""
    begin = start
    while start < end and (
        words[start].is_kind or words[start].is_trade or _PRAISE.fullmatch(words[start].bare)
    ):
        start += 1  # "Casting Director Hedda Mollin"
    if start > begin and not words[start - 1].is_trade:
        start = begin
    if start + 1 < end and _HONORIFIC.fullmatch(words[start].text):
        start += 1
    if start == end:
        return None
    last = words[end - 1].text
    if last.endswith(("\u2019s", "'s", "s\u2019")) or _describes(words, end):
        return None
    before = words[begin - 1].text if begin else ""
    if (before.casefold() == "the" and end - start == 1) or _BESIDE.fullmatch(before):
        return None
    name = text[words[start].start : words[end - 1].end].strip(" .'\u2018\u2019")
    if end - start == 1 and (name.isupper() and len(name) > 1):
        return None  # CSG, SAG-AFTRA
    first, trade = _trade_before(words, start)
    stop = end
    if not trade:
        stop, trade = _trade_after(words, end)
        stop = stop if trade else end
    if not trade:
        first, trade = _apposition_before(words, start)
    if first == start and start and _HONORIFIC.fullmatch(words[start - 1].text):
        first -= 1
    return Mention(Speaker(name=name, trade=trade), words[first].start, words[stop - 1].end)


def _describes(words: Sequence[_Word], end: int) -> bool:
    """Whether what ends at `end` only describes the trade after it: "Acting coach Bo Lind"."""
    place = end
    while place < len(words) and place - end < _TRADE_AT_MOST:
        word = words[place]
        if word.is_break or _BOUND.fullmatch(word.bare):
            return False
        if word.is_trade and not (place + 1 < len(words) and words[place + 1].is_trade):
            return place > end or not word.text[0].isupper()
        if not (word.is_kind or word.is_trade or _PRAISE.fullmatch(word.bare)):
            return False
        place += 1
    return False


def _trade_before(words: Sequence[_Word], start: int) -> tuple[int, str]:
    """Return where the words for a person begin, and the trade right before the name."""
    end = start
    if end and words[end - 1].text in _NAMED:
        end -= 1
    if end and _HONORIFIC.fullmatch(words[end - 1].text):
        end -= 1
    if not end or not words[end - 1].is_trade:
        return start, ""
    return _trade_ending(words, end)


def _trade_ending(words: Sequence[_Word], end: int) -> tuple[int, str]:
    """Return the trade whose last word is before `end`, and where its article is, if any."""
    begin = end - 1
    while begin > 0 and end - begin < _TRADE_AT_MOST:
        word = words[begin - 1]
        joins = word.text == "and" and begin > 1 and words[begin - 2].is_trade
        owns = word.text.endswith(("\u2019s", "'s")) and not word.is_break
        known = word.is_kind or word.is_trade or _PRAISE.fullmatch(word.bare) or owns or joins
        plain = not word.is_break and not _BOUND.fullmatch(word.bare) and word.text[0].isalpha()
        if not known and not (plain and _leads_from_article(words, begin - 1)):
            break
        begin -= 1
    trade = _format_trade(words[begin:end])
    first = begin - 1 if begin and _DETERMINER.fullmatch(words[begin - 1].bare) else begin
    return first, trade


def _leads_from_article(words: Sequence[_Word], place: int) -> bool:
    """Whether the words before are a few adjectives after an article: "a very busy London"."""
    for word in reversed(words[max(0, place - 3) : place]):
        if _DETERMINER.fullmatch(word.bare):
            return True
        if word.is_break or _BOUND.fullmatch(word.bare):
            return False
    return False


def _format_trade(words: Sequence[_Word]) -> str:
    start = 0
    while start < len(words) - 1 and _PRAISE.fullmatch(words[start].bare):
        start += 1
    return " ".join(
        _SHORT_FORMS.get(w.bare)
        or (w.bare.lower() if (w.is_kind or w.is_trade) and w.bare.istitle() else w.bare)
        for w in words[start:]
    )


def _trade_after(words: Sequence[_Word], end: int) -> tuple[int, str]:
    """Return the trade after a name, in commas, brackets or after "is a", and where it ends."""
    place = end
    if place < len(words) and words[place].text == "(":
        closing = next((n for n in range(place, len(words)) if words[n].text == ")"), place)
        _, trade = _first_trade(words, place + 1, closing)
        if trade or closing == place:
            return (closing + 1 if trade else end), trade
        place = closing + 1  # "(CSG)", "(she/her)"
    if place >= len(words):
        return end, ""
    if words[place].text in (",", "—", "\u2013"):
        return _first_trade(words, place + 1, len(words))
    is_a = words[place].text in ("is", "was") and place + 1 < len(words)
    if is_a and _DETERMINER.fullmatch(words[place + 1].bare):
        _, trade = _first_trade(words, place + 1, len(words))
        return end, trade
    return end, ""


def _first_trade(words: Sequence[_Word], start: int, stop: int) -> tuple[int, str]:
    """Return the trade that a phrase from `start` on begins with, and where it ends."""
    place = start
    while place < min(stop, start + _TRADE_NEAR):
        word = words[place]
        if word.bare.isupper() and place + 1 < stop and words[place + 1].text == ",":
            place += 2  # "Jen Rude, CSA, casting director"
            continue
        if word.is_break or (word.is_name and not word.is_kind and not word.is_trade):
            nation = word.is_name and place + 1 < stop and not words[place + 1].is_break
            if not nation:
                return start, ""
        if place > start and _PLACE.fullmatch(word.bare):
            return start, ""
        if _ASIDE.match(word.bare):
            return start, ""
        if word.is_trade:
            last = place + 1
            while last < stop and words[last].is_trade:
                last += 1
            if last + 1 < stop and words[last].text == "and" and words[last + 1].is_trade:
                last += 2
            _, trade = _trade_ending(words[start:], last - start)
            return last, trade
        place += 1
    return start, ""


def _apposition_before(words: Sequence[_Word], start: int) -> tuple[int, str]:
    """Return the trade in "My voice teacher, Ilse Marten", and where it begins.

    So it is in "The casting director of that play, Lionel Marsh, says".
    """
    if start < 2 or words[start - 1].text != ",":
        return start, ""
    if words[start - 2].is_trade:
        return _trade_ending(words, start - 1)
    place = start - 2
    while place > 0 and start - place < _TRADE_NEAR and not words[place].is_break:
        told = _PLACE.fullmatch(words[place].bare) or words[place].bare in _TELLS_WHICH
        if told and words[place - 1].is_trade:
            first, trade = _trade_ending(words, place)
            led = first == 0 or words[first - 1].is_break
            return (
                (first, trade) if led and _DETERMINER.fullmatch(words[first].bare) else (start, "")
            )
        place -= 1
    return start, ""


def _find_unnamed(words: Sequence[_Word]) -> list[Mention]:
    """Find people with a trade and no name: "a day player", "one casting director"."""
    found: list[Mention] = []
    for place, word in enumerate(words):
        below = words[place + 1] if place + 1 < len(words) else None
        if not word.is_trade or (below and below.is_trade):
            continue
        first, trade = _trade_ending(words, place + 1)
        ruled = _DETERMINER.fullmatch(words[first].bare)
        if ruled or first == 0:
            found.append(Mention(Speaker(trade=trade), words[first].start, word.end))
    return found

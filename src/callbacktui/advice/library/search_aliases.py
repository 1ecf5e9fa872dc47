"""The hidden words of the search: what actors type, and the article or term that it leads to."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log, sqrt
from typing import Final, NamedTuple

from callbacktui.advice.library.english_spelling import stem
from callbacktui.advice.library.errors import ArticleError
from callbacktui.domain.text import fold

_WORD: Final = re.compile(r"[^\W_]+")
_MEASURE: Final = re.compile(
    r"\b(\d+)(hours?|hrs?|days?|weeks?|wks?|months?|years?|yrs?|pages?|bars?|lbs?|pounds?|mins?)\b"
)
_DENIED: Final = re.compile(
    r"\b(do|does|did|ca|wo|is|are|was|were|have|has|had|could|would|should)n'?t\b"
)
_IS: Final = re.compile(r"\b(who|what|how|where|when|why|that|there)s\b")
_SHORT: Final = {
    "u": "you", "ur": "your", "r": "are", "n": "and", "b4": "before", "abt": "about",
    "bc": "because", "cuz": "because", "tmrw": "tomorrow", "tmr": "tomorrow", "rn": "now",
    "gonna": "going to", "wanna": "want to", "gotta": "have to", "aud": "audition",
    "auds": "auditions", "cb": "callback", "cbs": "callbacks", "callbk": "callback",
    "thx": "thanks", "pls": "please", "plz": "please", "msg": "message", "appt": "appointment",
    "diff": "different", "asap": "soon", "bday": "birthday", "sesh": "session",
    "rly": "really", "prob": "probably", "ppl": "people", "comm": "commercial",
    "insta": "instagram", "ig": "instagram", "yt": "youtube", "vo": "voiceover",
    "bf": "boyfriend", "gf": "girlfriend", "hr": "hour", "hrs": "hours", "wk": "week",
    "wks": "weeks", "yr": "year", "yrs": "years", "lb": "pounds", "lbs": "pounds",
    "pic": "pictures", "pics": "pictures", "pix": "pictures", "tvc": "commercial",
}  # fmt: skip
"""What people type for a longer word."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SMALL: Final = _set(
    "a an the my your our his her their they them i me you we us it to for of in on at is are was"
    " were be been do does did doing done have has had can ca could should would will wo shall may"
    " might am s t m re ve ll d and or so this that these those with about from by as if than"
    " then just really very any some there here please"
)
"""Words that lead nowhere by themselves."""

_ARTICLES: Final = _set("a an the my your our")
_ASKING: Final = _set(
    "how what who where when why which whom whose tell mean means meaning get gets getting got not"
    " no never"
    " want wants need needs know think feel make makes put go goes going went come comes keep keeps"
    " up out off down back again even ever still always too much thing things something anything"
    " nothing someone somebody anyone anybody everyone everybody nobody else im ive ok like anymore"
)
"""Words that only ask or deny: part of a phrase here, but nothing to look for in a text."""

_DEFINING: Final = _set("what mean means meaning meant define definition")

_ADVISING: Final = _set("should can could may shall must ought")

_COMMON: Final = _set(
    "actor actors actress acting act audition auditions auditioning casting director"
)
"""Words of nearly every page: they tell something only if they are all that was asked."""

_SAME: Final = {
    "part": "role", "parts": "role", "roles": "role", "movie": "film", "movies": "film",
    "advert": "commercial", "adverts": "commercial", "ad": "commercial", "ads": "commercial",
    "mum": "mother", "mums": "mother", "mom": "mother", "moms": "mother", "mommy": "mother",
    "kid": "child", "kids": "child", "children": "child", "cv": "resume", "recall": "callback",
    "recalls": "callback", "dress": "wear", "wore": "wear", "page": "sides", "pages": "sides",
    "script": "sides", "scripts": "sides", "held": "hold", "lost": "lose", "got": "get",
    "getting": "get", "went": "go", "sent": "send", "wrote": "write", "told": "tell",
    "said": "say", "quitting": "quit", "cd": "casting", "cds": "casting", "haircut": "hair",
    "felt": "feel", "heard": "hear", "cried": "cry", "saw": "see", "seen": "see",
    "froze": "freeze", "frozen": "freeze", "blew": "blow", "chose": "choose",
    "chosen": "choose", "thought": "think", "paid": "pay", "met": "meet", "wept": "weep",
    "fell": "fall",
}  # fmt: skip
"""Words that lead to the same pages."""

_UNSTEMMED: Final = _set("casting dues")
"""What would be another word without its ending: an office is not "cast", nor a fee "due"."""

_STRESS: Final = "!"
_TOGETHER: Final = 0.5
"""What it adds if the words of an entry stand together in a search, in their order."""

_BEGUN: Final = 3
"""From this many letters on, the last word may be unfinished."""


_OTHERS: Final = 8
"""How much less the other entries that lead to a slug count than the best one."""

_USUAL: Final = 2.0
"""The rarity of the words of a usual entry; rarer words count more."""

_LONG_LIST: Final = 0.1
"""How much a long list of entries counts against its slug, which has more words of any kind."""


class _Lead(NamedTuple):
    stems: tuple[str, ...]
    slug: str
    weight: float


class SearchWords:
    """Finds the slugs that a search leads to, whatever the words of the pages are."""

    def __init__(self, lead_to: Mapping[str, Sequence[str]]) -> None:
        self._sizes = {slug: len(entries) for slug, entries in lead_to.items()}
        leads = [_lead(entry, slug) for slug, entries in lead_to.items() for entry in entries]
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        for lead in leads:
            for one in set(lead.stems):
                self._counts[one][lead.slug] += 1
        self._rarity = {key: self._rarity_of(key) for key in self._counts}
        self._by_last: dict[str, list[_Lead]] = defaultdict(list)
        for lead in leads:
            rarity = sum(self._rarity[one] for one in lead.stems) / len(lead.stems)
            weight = lead.weight * sqrt(rarity / _USUAL)
            self._by_last[lead.stems[-1]].append(_Lead(lead.stems, lead.slug, weight))
        self.words: frozenset[str] = frozenset(
            content_words(" ".join(chain.from_iterable(lead_to.values())))
        )
        """Every word that leads somewhere, alone or with others."""

    def _rarity_of(self, key: str) -> float:
        """Return how much a word tells: more if it leads to few pages, less if it only asks."""
        tells = 0.3 if is_common(key) else 0.6 if is_asking(key) else 1
        return tells * log(1 + len(self._sizes) / (1 + len(self._counts[key])))

    def leads(self, words: Sequence[str], *, begun: bool = False) -> dict[str, float]:
        """Return the slugs that the folded `words` of a search lead to, and how surely."""
        keys = [_key(word) for word in words]
        asked = set(keys)
        weights: dict[str, list[float]] = defaultdict(list)
        ends = set(asked)
        if begun and words and len(words[-1]) >= _BEGUN:
            ends.update(end for end in self._by_last if end.startswith(words[-1]))
        matched = [
            lead
            for end in ends
            for lead in self._by_last.get(end, ())
            if asked.issuperset(lead.stems[:-1]) and not _lacks_one(lead.stems, keys)
        ]
        for lead in matched:
            if not any(_is_part(lead, other) for other in matched):
                together = _TOGETHER if _stand_together(lead.stems, words) else 0
                weights[lead.slug].append(lead.weight + together)
        return {slug: max(all_) + sum(all_) / _OTHERS for slug, all_ in weights.items()}

    def likely(self, words: Sequence[str]) -> dict[str, float]:
        """Return the slugs that have the `words` in their entries, and how likely each is meant.

        No entry needs to match as a whole: many words that are often and only in the entries of a
        slug are enough. It finds what nobody thought of in these very words.
        """
        weights: dict[str, float] = defaultdict(float)
        for key in dict.fromkeys(_key(word) for word in words if word not in _SMALL):
            for slug, count in self._counts.get(key, {}).items():
                weights[slug] += self._rarity[key] * log(1 + count)
        return {slug: weight / self._sizes[slug] ** _LONG_LIST for slug, weight in weights.items()}


def read_search_words(text: str) -> SearchWords:
    """Read the hidden words from a TOML text.

    Raises:
        ArticleError: if it cannot be read.
    """
    try:
        return SearchWords(tomllib.loads(text)["lead_to"])
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise ArticleError(f"The search words cannot be read: {error}.") from error


def split_words(text: str) -> list[str]:
    """Return the words of a text, folded; "didn't" and "didnt" are "did not"."""
    plain = _MEASURE.sub(r"\1 \2", fold(text).replace("%", " percent "))
    words = _WORD.findall(_IS.sub(r"\1", _DENIED.sub(r"\1 not", plain)))
    if _SHORT.keys().isdisjoint(words):
        return words
    return " ".join(_SHORT.get(word, word) for word in words).split()


def content_words(text: str) -> list[str]:
    """Return the words of a text that lead somewhere; all of them if none does."""
    words = split_words(text)
    return [word for word in words if word not in _SMALL] or words


def _lead(entry: str, slug: str) -> _Lead:
    """Read an entry: the words that a search must have, and how much they count.

    Small words do not count, unless the others alone would say less: "forgot me", "been weeks".
    """
    words = split_words(entry)
    needed = found = [word for word in words if word not in _SMALL] or words
    if sum(not (is_asking(word) or is_common(word)) for word in found) < 2:
        needed = [word for word in words if word not in _ARTICLES] or found
    weight = len(found) * (1 + entry.count(_STRESS))
    return _Lead(tuple(map(_key, needed)), slug, weight)


def is_common(word: str) -> bool:
    """Whether a word is in nearly every page: "audition", "casting"."""
    return word in _COMMON


def is_asking(word: str) -> bool:
    """Whether a word only asks: it is in any page, and says nothing of what a page is about."""
    return word in _ASKING


def is_defining(word: str) -> bool:
    """Whether a word asks what another one means: "what does pinned mean"."""
    return word in _DEFINING


def _is_part(lead: _Lead, other: _Lead) -> bool:
    """Whether the other entry says the same and more: "crying after" is no "crying"."""
    if other.slug == lead.slug or other.weight < lead.weight:
        return False
    more = set(other.stems) - set(lead.stems)
    return set(lead.stems) < set(other.stems) and not all(map(is_common, more))


def is_advising(words: Iterable[str]) -> bool:
    """Whether the words of a search ask what to do: "should I follow up"."""
    return not _ADVISING.isdisjoint(words)


def _stand_together(stems: tuple[str, ...], words: Sequence[str]) -> bool:
    """Whether the stems follow each other in `words`, with nothing but small words between."""
    if len(stems) < 2:
        return False
    keys = [_key(word) for word in words if word not in _SMALL or _key(word) in stems]
    size = len(stems)
    return any(tuple(keys[n : n + size]) == stems for n in range(len(keys) - size + 1))


def _lacks_one(stems: tuple[str, ...], keys: Sequence[str]) -> bool:
    """Whether a word that stands twice in an entry, "word for word", stands once in `keys`."""
    return len(set(stems)) < len(stems) and any(
        stems.count(one) > keys.count(one) for one in set(stems) & set(keys)
    )


def _key(word: str) -> str:
    same = _SAME.get(word, word)
    return same if same in _UNSTEMMED else stem(same)

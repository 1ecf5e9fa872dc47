"""Finds who says a quotation, in the words around it; without a verb of saying nobody does."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from callbacktui.advice.pages.named_people import Mention, Speaker, find_people

_SAYS: Final = re.compile(
    r"\b(?:sa(?:ys?|id|ying)|tell(?:s|ing)?|told|add(?:s|ed|ing)?|explain(?:s|ed|ing)?"
    r"|not(?:es|ed|ing)|recall(?:s|ed|ing)?|remember(?:s|ed)|writ(?:es|ing)|wrote|puts? it"
    r"|advis(?:es?|ed|ing)|suggest(?:s|ed|ing)?|admit(?:s|ted|ting)?|ask(?:s|ed|ing)?"
    r"|warn(?:s|ed|ing)?|remind(?:s|ed|ing)?|shar(?:es?|ed)|observ(?:es?|ed)|insist(?:s|ed)?"
    r"|confess(?:es|ed)?|reveal(?:s|ed)|agree[sd]|continue[sd]|went on|goes on|state[sd]"
    r"|point(?:s|ed) out|jok(?:es|ed|ing)|laugh(?:s|ed|ing)|repl(?:y|ies|ied|ying)"
    r"|answer(?:s|ed|ing)?|offer(?:s|ed)|argue[sd]|stress(?:es|ed)|conclude[sd]|quip(?:s|ped)"
    r"|wonder(?:s|ed)|confide[sd]|teach(?:es)?|taught|counsel(?:s|l?ed)|recommend(?:s|ed)"
    r"|urge[sd]|caution(?:s|ed)|s(?:ees|aw) it|disagree[sd]|sum(?:s|med)? (?:it )?up|promise[sd]"
    r"|swears?|swore|declare[sd]|announce[sd]|whisper(?:s|ed)|murmur(?:s|ed)|mutter(?:s|ed)|shout(?:s|ed)"
    r"|call(?:s|ed) back|repeat(?:s|ed|ing)?|report(?:s|ed)|remark(?:s|ed)|comment(?:s|ed)"
    r"|maintain(?:s|ed)|counter(?:s|ed)|preach(?:es|ed)?|plead(?:s|ed)|muse[sd]|sigh(?:s|ed)|shrug(?:s|ged)"
    r"|smile[sd]|grin(?:s|ned)|chuckle[sd]|emails?|emailed|texted|posted|tweeted|claim(?:s|ed)"
    r"|begins?|began|finishe[sd]|allow(?:s|ed)|grumble[sd]|cries|cried|snap(?:s|ped))\b",
    re.IGNORECASE,
)
_MANNER: Final = re.compile(
    r"laugh|smile|grin|sigh|shrug|chuckle|begin|began|finish|allow|cries|cried|snap", re.IGNORECASE
)
"""Verbs that tell who spoke only if they are right after the words: “Never,” she smiled."""

_COMMA_AND_NAME: Final = re.compile(
    r"[,!?]\s+(?:(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*){0,3})\s+)?(?=\w)"
)
_CREDITS: Final = re.compile(r"\b(?:according to|in the words of|as told by)\s+", re.IGNORECASE)
_SENTENCE: Final = re.compile(
    r"(?=[.!?…;]\s)(?<![\s.(][^\W\d_a-z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bMx)(?<!\bDr)(?<!\bSt)[.!?…;]\s+"
)
PRONOUN: Final = re.compile(r"(?:he|she|they)", re.IGNORECASE)
_SUPPOSED: Final = re.compile(
    r"\s*(?:if|when|whenever|unless|suppose|imagine|until|should|whether|even if"
    r"|would|could|did|does|do|can|might|quoting|to quote|citing|echoing)\b",
    re.IGNORECASE,
)
_ON_ASKING: Final = re.compile(
    r"when(?:ever)? (?:I|we) (?:\w+ )?asked\b[^,]*,\s+(?=(?:he|she|they)\b)", re.IGNORECASE
)
"""Something that was really said, though it begins with "when": "When I asked Bo, he said"."""

_PLAYED: Final = re.compile(
    r"\bin (?:the|an?|one|her|his|their|that) (?:\w+ )?(?:play|film|movie|scene|sketch|sitcom|pilot"
    r"|episode|trailer|musical)\b",
    re.IGNORECASE,
)
"""Where the words are those of a character: "In the play, Bo Lind says"."""

_PASSIVE: Final = re.compile(
    r"\b(?:is|was|are|were|am|be|been|being|gets?|got)(?:\s+(?!and|but|then|what|how)\w+)?\s*$",
    re.IGNORECASE,
)
_REMEMBERS: Final = re.compile(r"remember|recall", re.IGNORECASE)
_OTHER_SAYING: Final = re.compile(r"\s*(?P<who>\S.*?)\s+(?:saying|say|telling)\b", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"\b(?:and|who|but|while|then)\b")
_SAYS_TO: Final = re.compile(r"sa(?:ys?|id)|explain|add|note|write|wrote|admit|joke", re.IGNORECASE)
"""Verbs after which a name is who spoke, and not who was spoken to: "Bo, says Imre Vance,"."""

_MYSELF: Final = re.compile(r"\s*(?:I|we)\s+(?:\w+\s+)?", re.IGNORECASE)
ASKS: Final = re.compile(r"\bask(?:s|ed)\b", re.IGNORECASE)
_DENIED: Final = re.compile(
    r"\b(?:never|not|nobody|no one|none|neither|cannot|\w+n['\u2019]t)\b", re.IGNORECASE
)
_ADVERBS: Final = re.compile(
    r"(?:\s+(?:once|also|often|always|still|then|later|recently|again|sometimes|usually|simply"
    r"|just|famously|even|has|had|have|would|will|could|can|might|is|was|likes? to|liked to"
    r"|used to|loves? to|loved to|keeps?|kept|is fond of|\w+ly|both|all|first))+$",
    re.IGNORECASE,
)
_WHO: Final = re.compile(r",\s+who$")
_BEAT: Final = re.compile(
    r"(?P<who>[^.,;:]{2,60}?)\s+(?:laugh|smile|grin|sigh|shrug|chuckle|nod)\w*(?:\s+[a-z]+){0,3}[.]\s*"
)
"""What somebody does before speaking, in a sentence of its own: "She laughed. “No.”"."""

_OF_OTHERS: Final = re.compile(r"\bwho(?:m)?\s+(?:\w+\s+){1,4}$")
"""What makes a person the object of others: "People who met Bo Lind say"."""

_JOINED: Final = re.compile(r"(?:\band|\bthen|\bbut)$", re.IGNORECASE)
_ASIDE: Final = re.compile(
    r"\s*(?:\([^()]*\))?\s*(?:(?:,|at|on|of|in|from|for|with)(?:\s(?!.*\b(?:and|but)\b).{0,120},)?)?\s*",
    re.IGNORECASE,
)
"""What may be between a person and the verb: a bracket, or words between two commas."""

_APPOSED: Final = re.compile(r"(?:an?|the|my|our|his|her|their)\s[^,]{1,60},", re.IGNORECASE)
"""Who a person is, before the name: "our head of acting, Bo Lind, says"."""

_MANNERS: Final = (
    r"blunt|careful|cautious|certain|clear|diplomatic|direct|firm|forgiving|frank|generous|gentle"
    r"|harsh|hopeful|kind|optimistic|pessimistic|philosophical|plain|practical|precise|simple|soft"
    r"|specific|strict|sure|sympathetic"
)
_IS_STRICT: Final = re.compile(
    r"\s+has (?:an?|one|another|(?:her|his|their) own) (?:rule|motto|answer|theory|view|mantra)"
    r"(?: for (?:it|this|that))?"
    r"|\s+(?:is|was|sounds?|sounded)\s+(?:(?:rather|much|even|more|less|not so|a bit)\s+)?"
    rf"(?:(?:{_MANNERS})(?:e?r)?|stricter|simpler|emphatic|adamant)"
    r"(?:\s+(?:about|on) (?:it|this|that))?"
)
"""How somebody puts it, instead of a verb: "Bo Lind is stricter:"."""

_TOLD: Final = frozenset({"me", "us", "them", "him", "her", "that", "it", "this"})
_DASHES: Final = "—\u2013―-"
_ADDRESSED_AT_MOST: Final = 12
_SIGNED_AT_MOST: Final = 14
_FEW_WORDS: Final = 3
"""A bare quotation of fewer words, in the middle of a sentence, is a word that is talked about."""


Meant = Callable[[], Speaker | None]
"""Returns who a pronoun means, `None` if that is not known."""


def split_sentences(text: str) -> list[str]:
    """Split a text into its sentences; the periods of initials and of "Dr." end none."""
    return _SENTENCE.split(text)


def is_one_sentence(text: str) -> bool:
    """Whether a text is one sentence."""
    return not _SENTENCE.search(text.strip(" .,"))


def find_speaker_after(words: str, gap: str, she: Meant) -> Speaker | None:
    """Return the speaker named after a quotation; `she` is who a pronoun means."""
    clause = split_sentences(gap.strip())[0].strip(" .,")
    if not clause:
        return None
    if clause[0] in _DASHES or (clause[0] == "(" and clause[-1] == ")"):
        return find_signature(clause.strip(f"{_DASHES}() "))
    if credited := _CREDITS.match(clause):
        return _person_at_start(clause[credited.end() :])
    verb = _SAYS.match(clause)
    if verb:
        rest = clause[verb.end() :].strip()
        return _pronoun_at_start(rest, she) or _person_at_start(rest)
    ended = words.endswith((".", "…")) or gap.startswith(".")
    if ended:
        return None
    if _PLAYED.search(clause):
        return None
    for verb in _SAYS.finditer(clause):
        if _is_passive(clause, verb):
            return _agent(clause, verb)
        told = _REMEMBERS.match(verb[0]) and _OTHER_SAYING.match(clause, verb.end())
        if told:
            return _person_at_start(told["who"])
        head = clause[: verb.start()].removeprefix("as ").removeprefix("As ")
        if speaker := _subject(head, she, alone=True):
            return speaker
    return None


def find_speaker_before(words: str, gap: str, she: Meant) -> Speaker | None:
    """Return the speaker named before a quotation; `she` is who a pronoun means."""
    clause = split_sentences(gap)[-1].strip()
    said = clause.strip(" ,:")
    if not said and (beat := _BEAT.fullmatch(gap.lstrip())):
        who = beat["who"]
        whole = words[:1].isupper() and words.endswith((".", "!", "?"))
        if whole and " " not in who:
            return _pronoun_at_start(who, she)
        people = find_people(who)
        alone = bool(people) and (people[0].start, people[0].end) == (0, len(who))
        return people[0].person if whole and alone else None
    if asked := _ON_ASKING.match(said):
        said = said[asked.end() :]
    if not said or _SUPPOSED.match(said) or _PLAYED.match(said):
        return None
    led = clause.endswith((",", ":"))
    credited = _CREDITS.search(said)
    if led and credited and not _SAYS.search(said, credited.end()):
        return _person_at_start(said[credited.end() :])
    verbs = list(_SAYS.finditer(said))
    if led and len(verbs) == 1 and (verb := _SAYS.match(said)):  # Says Bo Lind, a coach:
        return _person_at_start(said[verb.end() :])
    for verb in reversed(verbs):
        rest = said[verb.end() :].split()
        is_part = rest[-1:] in (["to"], ["that"]) and len(words.split()) > _FEW_WORDS
        is_part = is_part and not _DENIED.search(" ".join(rest))
        if (
            not led
            and not is_part
            and (not _TOLD.issuperset(rest) or len(words.split()) < _FEW_WORDS)
        ):
            return None  # a quoted word in the middle of a sentence
        if len(rest) > _ADDRESSED_AT_MOST or _MANNER.match(verb[0]):
            return None
        if _is_passive(said, verb):
            return _agent(said, verb)
        inverted = led and said[: verb.start()].rstrip().endswith(",") and _SAYS_TO.match(verb[0])
        if inverted and (speaker := _person_at_start(said[verb.end() :].strip())):
            return speaker
        return _subject(said[: verb.start()], she, verb=verb[0])
    if clause.endswith(":"):
        people = [m for m in find_people(said) if m.person.name]
        left = said[people[0].end :] if people and people[0].start == 0 else "-"
        if left.strip(" ,") in ("", "again") or _IS_STRICT.fullmatch(left):
            return people[0].person
    return None


def may_be_attributed(text: str) -> bool:
    """Whether somebody says it at a comma in these words, as in "I went in, Bo says."."""
    places = (found.end() for found in _COMMA_AND_NAME.finditer(text))
    return any(_SAYS.match(text, place) for place in places)


def is_said_by_other(gap: str) -> bool:
    """Whether somebody else said the words before: “Never,” I said, or “Never,” said the clerk."""
    myself = _MYSELF.match(gap)
    verb = _SAYS.match(gap, myself.end() if myself else len(gap) - len(gap.lstrip()))
    return verb is not None and not _pronoun_at_start(gap[verb.end() :].strip(), _somebody)


def is_supposed(gap: str) -> bool:
    """Whether others may say the words that follow: "When producers say “maybe,” Bo Lind sighs"."""
    clause = split_sentences(gap)[-1].strip()
    verbs = list(_SAYS.finditer(clause))
    said = bool(verbs) and verbs[-1].end() == len(clause)
    return said and "," not in clause and bool(_SUPPOSED.match(clause))


def find_signature(text: str) -> Speaker | None:
    """Return the person if a text is a signature: "Bo Lind, acting coach in Leeds"."""
    people = [m for m in find_people(text) if m.person.name]
    if not people or people[0].start or len(text.split()) > _SIGNED_AT_MOST:
        return None
    rest = text[people[0].end :].strip()
    ruled = not rest or rest[0] in ",(|" or re.match(r"(?:at|of|in|from|on|to|and)\b", rest)
    return people[0].person if ruled else None


def is_split_quotation(words: str, gap: str) -> bool:
    """Whether two quotations are one, with only its speaker named in between."""
    said = gap.strip()
    clause = said.strip(" .,;:")
    one_breath = said.endswith((",", ".", ";", ":", "—", "\u2013"))
    if not clause or not one_breath or _SENTENCE.search(f"{clause} "):
        return False
    verbs = list(_SAYS.finditer(clause))
    credited = _CREDITS.match(clause)
    if not verbs and not credited:
        return False
    if words.endswith("?") and ASKS.search(clause):
        return False  # “Why?” Bo asks Imre. “Why not?” she says.
    if len(verbs) > 1 and _GOES_ON.search(clause):
        return False  # “One,” says Bo, and Imre replies, “Two.”
    if said.endswith((",", ":")) and words.endswith(".") and not _SAYS.match(clause):
        return False  # “One.” Somebody else says, “Two.”
    return find_speaker_after(words, gap, _somebody) is not None


def _is_passive(clause: str, verb: re.Match[str]) -> bool:
    """Whether the words were said to the subject of the verb: "Bo Lind was told"."""
    return not verb[0].endswith("ing") and bool(_PASSIVE.search(clause[: verb.start()]))


def _agent(clause: str, verb: re.Match[str]) -> Speaker | None:
    """Return who said it: "Bo Lind was told by Imre Vance"."""
    rest = clause[verb.end() :].strip()
    return _person_at_start(rest.removeprefix("by ")) if rest.startswith("by ") else None


def _somebody() -> Speaker:
    return Speaker(name="?")


def _person_at_start(text: str) -> Speaker | None:
    """Return the person that a text begins with, apart from an adverb."""
    people = find_people(text)
    if not people:
        return None
    lead = text[: people[0].start].strip(" ,")
    if all(word[0].isupper() or "-" in word or word in ("my", "friend") for word in lead.split()):
        return people[0].person
    return people[0].person if _ADVERBS.fullmatch(f" {lead}") else None


def _pronoun_at_start(text: str, she: Meant) -> Speaker | None:
    word = text.partition(" ")[0].strip(",.")
    return she() if PRONOUN.fullmatch(word) else None


def _subject(head: str, she: Meant, *, alone: bool = False, verb: str = "") -> Speaker | None:
    """Return the person who is the subject of the verb after `head`.

    `alone` asks for nothing before the person.
    """
    if _DENIED.search(head.rpartition(",")[2]):
        return None
    doing = verb.endswith("ing")
    before = _WHO.sub("", _ADVERBS.sub("", head.rstrip()))
    joined = _JOINED.search(before.strip())
    people = find_people(before)
    if joined or (doing and before.rstrip().endswith(",")):
        return _clause_subject(before, people, she)
    if doing and not joined and before == head.rstrip():
        return None  # she remembers her mother saying
    word = before.split()[-1] if before.split() else ""
    if PRONOUN.fullmatch(word):
        lead = before.split()[:-1]
        return None if alone and lead else _she(people, she)
    if not people or not _ASIDE.fullmatch(before[people[-1].end :]):
        named = [m for m in people if _ASIDE.fullmatch(before[m.end :])]
        if not named:
            return None
        people = named[:1]
    ahead = before[: people[-1].start].strip()
    if _OF_OTHERS.search(before[: people[-1].start]):
        return None
    if alone and ahead and not _APPOSED.fullmatch(ahead):
        return None
    if (
        before[: people[-1].start].rstrip().endswith(" and")
        and len(people) > 1
        and "," not in before
    ):
        return None  # both of them said it
    return people[-1].person


def _she(people: Sequence[Mention], she: Meant) -> Speaker | None:
    """Return who a pronoun means: somebody named earlier in the sentence, or `she`."""
    return people[0].person if people and people[0].person.name else she()


def _clause_subject(before: str, people: Sequence[Mention], she: Meant) -> Speaker | None:
    """Return the person a clause begins with: "Bo Lind shrugged and said"."""
    if people and not before[: people[0].start].strip():
        return people[0].person
    return _pronoun_at_start(before.strip(), she)

"""What each phrase of a result means: "no 2nd callback", "avail, then released", "yes - booked"."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from callbacktui.domain.enums import HoldKind
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.cell_words import Tick, tick_of
from callbacktui.exchange.spreadsheet.result_steps import (
    DAY_WITHIN,
    DROPPED,
    LEADS,
    REFUSED,
    STEPPED_AWAY,
    Phrase,
    answered_within,
    bare_of,
    read_beside,
)
from callbacktui.exchange.spreadsheet.result_words import (
    CUT_IN_EDIT,
    RESULT_PATTERNS,
    RESULT_WORDS,
    Meaning,
    Sign,
)

_LONGEST_PIECE: Final = 9
_BETWEEN: Final = re.compile(
    r"\s*(?:->|=>|\u2192|>|[,/;|+&\n\u00b7\u2022]|\s[-\u2013\u2014]+\s|[.!]+\s|\b(?:then|puis|dann|danach|poi|luego|despues)\b|\bbut\b|(?<!\bme\s)\band\b|\bafter that\b)\s*"
)
_SIGNS: Final = re.compile(r"[^\w\s'?/&()+-]+|(?<!\w)[()]+(?!\w)|(?<=\s)[-:;]+[()dp]?(?=\s|$)")
_HYPHEN: Final = re.compile(r"_|(?<=[a-z])-(?=[a-z])")
_BRACKETED: Final = re.compile(r"\(([^)]*)\)?")
_COUNTED: Final = re.compile(
    r"^(?!cbs\b)(?:\d ?x? ?|(?:\d(?:st|nd|rd|th)|first|second|third|two|three) )?"
    r"(?P<what>cb(?=s?\b)|callbacks?|call backs?|recalls?)s?(?: ?#? ?x? ?\d)?$",
    re.ASCII,
)
_ORDINAL: Final = re.compile(r"(?:first|1st|second|2nd|third|3rd|soft|firm|light) ")
_AFTER: Final = re.compile(r"(?<!not )\b(?:after|following|at|in|from) (?:the |my |an? )?")
_ENDED_AT: Final = re.compile(
    r"^(?:rejected|eliminated|passed|lost|released|dismissed|declined)(?= (?:at|in|after|from)\b)|^eliminated(?= )|^cut(?= (?:round|r\d))"
)
_READ_RANK: Final = Stage.AUDITIONED.rank
_DECLINED_STEP: Final = re.compile(
    r"^(?:i )?(?:declined|refused|turned down|passed on|said no to) (?:the |my |an? )?(?P<what>.+)$"
)
_NO_MORE: Final = re.compile(
    r"\b(?:no|not|get|got) (?:an? |any |the )?(?:2nd|second|further|3rd|third|final|more|other|another) "
    r"(?:callbacks?|cb|recalls?)\b"
)
_CALLBACK_WITHIN: Final = re.compile(r"\b(?:callbacks?|cb|recalls?)\b")
_OFFER_WITHIN: Final = re.compile(r"\b(?:the|their|an?|my) offer\b")
_NOT_AFTER: Final = frozenset({Disposition.OPEN, Disposition.ROLE_CUT})
_NOT_SO_FAR: Final = frozenset(
    {
        "cast",
        "test",
        "read",
        "set",
        "option",
        "up",
        "shot",
        "kept",
        "seen",
        "sent",
        "selected",
        "chosen",
    }
)
"""Words that may go on: "cast someone older", "test shoot"."""
_GO_ON: Final = frozenset({"went", "they", "role", "part", "lost", "gave", "cast"})
_BOTH: Final[dict[str, tuple[Meaning, ...]]] = {
    **dict.fromkeys(
        "runner up|second place|2nd place|came second|close second|first alternate".split("|"),
        (Stage.TEST, Disposition.CAST_OTHERWISE),
    ),
    **dict.fromkeys(
        ("avail released", "released from avail"), (HoldKind.AVAIL, Disposition.RELEASED)
    ),
    **dict.fromkeys(
        ("hold released", "released from hold", "let off hold", "taken off hold"),
        (HoldKind.HOLD, Disposition.RELEASED),
    ),
    **dict.fromkeys(("pin released", "unpinned"), (HoldKind.PIN, Disposition.RELEASED)),
}
"""Words that say at once how far it went and how it ended."""
_TELLS_MORE: Final = frozenset(
    "asked to stay|kept to read|kept to dance|kept and read|sang and read|did not get seen|didn't get seen"
    "|cut after dance|cut at dance|cut (dance)|went local|went to a name|went to a friend|went to names|wrong type"
    "|lost funding|funding fell through|rained off|ran out of time|pilot not picked up|recast after table read"
    "|alternate|upgraded|liked|liked by client|second choice|2nd choice|longlist|double booked"
    .split("|")
)  # fmt: skip
"""Words of the table that tell more than what they mean, so that they stay in the notes."""
_GOT_IT: Final = re.compile(
    r"^(?:(?:yes|yay|omg|wow|and|i|we|he|she)\b\W*)*got it[ .]*(?:!|:\)|[\U0001f389\U0001f38a\U0001f64c\U0001f973\u2705])"
    r"|^(?:yes|yay|omg|wow|woo\w*)\b[^a-z]+(?:i |we )?got it\W*$"
)
"""Said with joy it is the job; "got it" alone may be the mail."""
_SENT_ALONG: Final = re.compile(r"\b(?:e?mails?|sides|script|invite|message|text|link|breakdown)\b")
_SHORT: Final = {
    re.compile(r"\bw/o\b ?", re.I): "without ", re.compile(r"\bw/ ?", re.I): "with ",
    re.compile(r"\bn ?[/.] ?r\b\.?", re.I): "no reply", re.compile(r"\bc/b\b", re.I): "cb",
    re.compile(r"\b(\d)\. ?runde\b", re.I): r"round \1", re.compile(r"\bthru\b", re.I): "through", re.compile(r"\((yet|so far)\)", re.I): r"\1",
    re.compile(r"\b(mix(?:ed)?) ?(?:&|and|n|/) ?(match(?:ed)?)\b", re.I): r"\1 \2",
    re.compile(r"\bu/s\b", re.I): "understudy", re.compile(r"\bb/g\b", re.I): "background",
}  # fmt: skip
"""What is written short with a stroke, a stop or brackets, which part no phrases there."""
_SPELLED: Final = re.compile(r"thru|\bmix", re.I)
_YES_LEADS: Final = re.compile(r"^(?:yes|ja|oui|si)\b *")
_ASIDES: Final = frozenset({"self", "agent", "tape", "by agent", "by me", "online", "in person"})
_FAR: Final = frozenset({Stage.CALLBACK, Stage.TEST, Stage.OFFER, Stage.BOOKED})
_DENIED: Final = re.compile(r"^(?:\w+ )?(?:not|no|never|wasn'?t|weren'?t|didn'?t|isn'?t|without)\b")
_TOO_BARE: Final = frozenset(
    {"no", "-", "?", "cut", "set", "next", "read", "live", "dead", "option"}
)
"""Words that mean something only if they stand alone."""


def result_words(meaning: Meaning) -> str:
    """Return the text for a stage, hold or ending that `read_result` can parse back.

    A meaning without such a text is written as its label, which an import puts into the notes.
    """
    label = meaning.value if isinstance(meaning, Sign) else meaning.word
    if isinstance(meaning, Stage) and meaning_of(label) is meaning:
        return label
    return RESULT_WORDS.get(meaning, label).partition("|")[0]


@cache
def known_results() -> dict[str, Meaning]:
    """Return the table of results: what is written, and what it means."""
    own = {member.value: member for kind in (Stage, HoldKind, Disposition) for member in kind}
    listed = {p: meaning for meaning, phrases in RESULT_WORDS.items() for p in phrases.split("|")}
    plain = {name.replace("_", " "): member for name, member in own.items()}
    return {
        **{_trim(k): m for k, m in (own | plain).items()},
        **{_trim(k): m for k, m in listed.items()},
    }


@lru_cache(maxsize=4096)
def meaning_of(text: str) -> Meaning | None:
    """Return what one phrase means, or None; a plain yes or no means nothing by itself."""
    piece = _trim(text)
    return _meaning(piece) if piece else None


def is_word(piece: str) -> bool:
    """Whether a piece is a word of the table, and says no more than its meaning."""
    if piece in _TELLS_MORE:
        return False
    return piece in _BOTH or _meaning_of_whole(LEADS.sub("", piece) or piece) is not None


def read_phrases(text: str, topic: object = None) -> list[Phrase]:
    """Read each phrase of a result, by what is beside it: "declined" after an offer is mine.

    `topic` is what a yes would mean under its heading.
    """
    if _GOT_IT.search(fold(text)) and not _SENT_ALONG.search(fold(text)):
        return [(text, Stage.BOOKED)]
    bare, days = DAY_WITHIN.sub(" ", _spell_out(text)), DAY_WITHIN.findall(text)
    read = read_beside([*_split(bare, topic), *((day, None) for day in days)], fold(text))
    if text.rstrip().endswith("?") and any(m in _FAR or isinstance(m, HoldKind) for _, m in read):
        read = [(text, None)]  # "booked?" asks, and says nothing
    return read


def _spell_out(text: str) -> str:
    """Spell out "w/", "n/r" and "(yet)"."""
    if "/" in text or "." in text or "(" in text or _SPELLED.search(text):
        for short, whole in _SHORT.items():
            text = short.sub(whole, text)
    return text


def split_result(text: str) -> list[str]:
    """Return the pieces of a text between the words and marks that part the phrases of a result."""
    return [part for part in _BETWEEN.split(f" {text} ") if part.strip()]


def _split(text: str, topic: object) -> Iterable[Phrase]:
    """Yield the phrases of a result, one by one."""
    whole = _trim(text)
    if whole in _BOTH:
        yield from _read_piece(whole)
        return
    if (meaning := _meaning_of_whole(whole)) is not None:
        yield whole, meaning
        return
    said: list[tuple[str, Meaning | Tick | None]] = []
    for part in _BETWEEN.split(_BRACKETED.sub(r", \1, ", fold(text))):
        if asked := answered_within(part):
            said += _read_answer(part, *asked)
            continue
        group, _, state = part.partition(": ")
        if state and meaning_of(group) and meaning_of(state):  # "Closed: rejected"
            said += [*_read_piece(_trim(group)), *_read_piece(_trim(state))]
            continue
        piece = _trim(part)
        tick = None if piece.isdecimal() else tick_of(piece)
        if topic is None and (tick is not Tick.NO or "/" in text):
            tick = None  # a plain yes says nothing then, and "n/c" is no answer
        if tick:
            said.append((piece, tick))
        elif piece:
            said += [one for one in _read_piece(piece) if one[1] or piece not in _ASIDES]
    is_yes = any(meaning is Tick.YES for _, meaning in said)
    says_of_what = any(m is not None and not isinstance(m, Tick) for _, m in said)
    for piece, told in said:
        if told is Tick.NO:
            yield piece, denied(topic)
        elif told is Tick.YES:
            if not says_of_what and isinstance(topic, Stage | HoldKind | Sign):
                yield piece, topic
        elif is_yes and topic is Stage.BOOKED and told in STEPPED_AWAY:
            yield piece, Disposition.OFFER_DECLINED  # "yes, but turned it down"
        elif not isinstance(told, Tick):  # "yes - booked" says of what itself
            yield piece, told


def denied(topic: object) -> Disposition:
    """Return what a no with more words says under a heading; by itself it may say less."""
    if topic is Disposition.PRESUMED_PASSED or topic is Disposition.NOT_SEEN:
        return topic
    return Disposition.OPEN if isinstance(topic, Sign) else Disposition.PASSED_TOLD


def _read_answer(part: str, question: str, answer: Tick) -> list[Phrase]:
    """Read a question with its answer beside it: "CB? no" tells of no callback."""
    of = meaning_of(question)
    if of is None:
        return [(_trim(part), None)]
    if answer is Tick.YES:
        return [(question, of)]
    is_silence = of is Stage.CALLBACK
    return [(_trim(part), Disposition.PRESUMED_PASSED if is_silence else denied(of))]


def _read_piece(piece: str) -> list[Phrase]:
    """Return what a piece says: a meaning, or both how far it went and how it ended."""
    if piece in _BOTH:
        return [(piece, meaning) for meaning in _BOTH[piece]]
    known = _meaning_of_whole(piece)
    if known is None and (both := _far_then_end(piece) or _step_declined(piece)):
        return both
    meaning = known or _meaning_of_piece(piece)
    if meaning is Disposition.RELEASED and (hold := _hold_within(piece)):
        return [(piece, hold), (piece, meaning)]
    if known is not None or meaning is None:
        return [(piece, meaning)]
    if meaning is Disposition.ROLE_CUT and CUT_IN_EDIT.search(piece):
        return [(piece, Stage.BOOKED), (piece, meaning)]
    if meaning is Sign.AHEAD and _CALLBACK_WITHIN.search(piece):
        return [(piece, Stage.CALLBACK)]
    if meaning in STEPPED_AWAY and _OFFER_WITHIN.search(piece):
        return [(piece, Disposition.OFFER_DECLINED)]
    if isinstance(meaning, Stage) and (ended := _ENDED_AT.match(piece)):
        end = _meaning_of_whole(ended[0]) if ended[0] != "cut" else Disposition.PASSED_TOLD
        return [(piece, meaning), (piece, end)]
    if isinstance(meaning, Disposition) and (far := _far_before_the_end(piece, meaning)):
        return [(piece, far), (piece, meaning)]
    return [(piece, meaning)]


def _far_then_end(piece: str) -> list[Phrase]:
    """Read "callback no luck" and "avail not booked" as both; return nothing if it is neither."""
    words = piece.split()
    if "if" in words:  # "callback Friday if picked" is none yet
        return []
    for cut in range(len(words) - 1, 0, -1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        far = _meaning_of_whole(head)
        may_go_on = head in _NOT_SO_FAR and _meaning_of_whole(tail) is None
        if may_go_on or not isinstance(far, Stage | HoldKind | Sign):
            continue
        end = _meaning(tail)
        if far is Stage.CALLBACK and bare_of(tail) in REFUSED:
            end = Disposition.WITHDRAWN
        if isinstance(far, HoldKind) and bare_of(tail) in DROPPED:
            end = Disposition.RELEASED
        is_theirs = end is Disposition.CAST_OTHERWISE and (
            words[cut] not in _GO_ON or far is Stage.OFFER  # "offer went to another actress"
        )
        if isinstance(end, Disposition) and not is_theirs:
            return [(head, far), (tail, end)]
    return []


def _step_declined(piece: str) -> list[Phrase]:
    """Read "declined callback" and "turned down the avail" as both; return nothing if it is neither."""
    found = _DECLINED_STEP.match(piece)
    if found is None:
        return []
    far = _meaning_of_whole(found["what"])
    if far is Stage.CALLBACK or isinstance(far, HoldKind):
        return [(found["what"], far), (piece, Disposition.WITHDRAWN)]
    return []


def _far_before_the_end(piece: str, end: Disposition) -> Stage | HoldKind | None:
    """Return how far it went by "cut after callbacks", "no second callback"."""
    if _NO_MORE.search(piece) or (end in STEPPED_AWAY and _CALLBACK_WITHIN.search(piece)):
        return Stage.CALLBACK
    *_, rest = ["", *_AFTER.split(piece, maxsplit=1)[1:]]
    words = rest.split() if end not in _NOT_AFTER else []
    for cut in range(len(words), 0, -1):
        far = _meaning_of_whole(" ".join(words[:cut]))
        if isinstance(far, HoldKind) or (isinstance(far, Stage) and far.rank > _READ_RANK):
            return far
    return None


def _hold_within(piece: str) -> HoldKind | None:
    kinds = (_meaning_of_whole(word) for word in piece.replace("first refusal", "frr").split())
    return next((kind for kind in kinds if isinstance(kind, HoldKind)), None)


def _meaning_of_piece(piece: str) -> Meaning | None:
    bare = _YES_LEADS.sub("", piece)
    return _meaning(piece) or (_meaning(bare) if bare != piece else None)


def _meaning_of_whole(piece: str) -> Meaning | None:
    table = known_results()
    counted = _COUNTED.match(piece)
    found = table.get(counted["what"] if counted else piece)
    if found is None and (ordinal := _ORDINAL.match(piece)):  # "2nd hold"
        held = table.get(piece[ordinal.end() :])
        return held if isinstance(held, HoldKind) else None
    if found is None and piece.endswith(("a", "ee")):  # "richiamata", "rappelee"
        return table.get(f"{piece[:-1]}o" if piece.endswith("a") else piece[:-1])
    return found


def _meaning(piece: str) -> Meaning | None:
    if (found := _meaning_of_whole(piece)) is not None:
        return found
    shorter = bare_of(piece)
    if (
        shorter
        and shorter != piece
        and shorter not in _TOO_BARE
        and (found := _meaning_of_whole(shorter))
    ):
        return found
    if len(piece.split()) <= _LONGEST_PIECE:
        for pattern, meaning in _compiled():
            if pattern.search(piece):
                is_far = isinstance(meaning, HoldKind) or meaning in _FAR
                return Disposition.PASSED_TOLD if is_far and _DENIED.search(piece) else meaning
    return None


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    return tuple((re.compile(pattern), meaning) for pattern, meaning in RESULT_PATTERNS)


def _trim(text: str) -> str:
    bare = _HYPHEN.sub(" ", fold(text)).strip()
    trimmed = " ".join(_SIGNS.sub(" ", bare).strip(" .!:;()*~'\"").split())
    return trimmed or bare

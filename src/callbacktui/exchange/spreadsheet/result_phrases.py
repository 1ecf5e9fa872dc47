"""What each phrase of a result means: "no 2nd callback", "avail, then released", "yes - booked"."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from callbacktui.domain.enums import HoldKind
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.cell_words import Tick, tick_of
from callbacktui.exchange.spreadsheet.result_words import (
    RESULT_PATTERNS,
    RESULT_WORDS,
    Meaning,
    Sign,
)

Phrase = tuple[str, Meaning | None]
"""A phrase, and what it means, or None if that is not known."""

_LONGEST_PIECE: Final = 9
_BETWEEN: Final = re.compile(
    r"\s*(?:->|=>|\u2192|>|[,/;|+&\n\u00b7\u2022]|\s[-\u2013\u2014]+\s|[.!]+\s|\bthen\b|\bbut\b|(?<!\bme\s)\band\b|\bafter that\b)\s*"
)
_SIGNS: Final = re.compile(r"[^\w\s'?/&()+-]+|(?<!\w)[()]+(?!\w)|(?<=\s)[-:;]+[()dp]?(?=\s|$)")
DAY_WITHIN: Final = re.compile(
    r"(?<![\d/])\d{1,2}[/.](?:\d{1,2}(?:[/.]\d{2,4})?)?\.? ?[-\u2013] ?\d{1,2}(?:[/.](?:\d{1,2}(?:[/.]\d{2,4})?)?)?(?![\d/%])\.?"
    r"|(?<![\d/])\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?(?![\d/%])|\b\d{4}-\d\d-\d\d\b",
    re.ASCII,
)
"""A day beside the result, such as "CB 3/12", which is kept in the notes."""
_HYPHEN: Final = re.compile(r"_|(?<=[a-z])-(?=[a-z])")
_BRACKETED: Final = re.compile(r"\(([^)]*)\)?")
_COUNTED: Final = re.compile(
    r"^(?!cbs\b)(?:\d ?x |(?:\d(?:st|nd|rd|th)?|first|second|third|two|three) )?"
    r"(?P<what>cb(?=s?\b)|callbacks?|call backs?|recalls?)s?(?: ?#? ?x? ?\d)?$",
    re.ASCII,
)
_LEADS: Final = re.compile(
    r"^(?:i |i'm |it'?s |it was |was |were |been |has been |have been |got |just |finally |now |currently |status |result |a |an |the |"
    r"yay |yes |nice |officially |woohoo |omg |ugh |sadly |unfortunately |alas |hurray |hooray |update |am |is |still )+"
)
_TAILS: Final = re.compile(
    r"(?: (?:it|me|again|the (?:role|part|job|gig)|for (?:it|this|me)|by (?:casting|cd|them|production|the office|(?:the )?client|agent|me)|from (?:casting|cd|them|production|the office|the client)|today|"
    r"yay|already|yesterday|self|self tape|online|via \w+|lol|haha|though|sadly|ugh|grr|argh|wow|woo|woohoo|:\w|now"
    r"|(?:on |by |last |this |next )?(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?|(?:last|this|next) week))+$"
)
_AFTER: Final = re.compile(r"(?<!not )\b(?:after|following|at|in|from) (?:the |my |an? )?")
_ENDED_AT: Final = re.compile(
    r"^(?:rejected|eliminated|passed|lost|released|dismissed|declined)(?= (?:at|in|after|from)\b)|^eliminated(?= )"
)
_READ_RANK: Final = Stage.AUDITIONED.rank
_NO_MORE: Final = re.compile(
    r"\b(?:no|not|get|got) (?:an? |any |the )?(?:2nd|second|further|3rd|third|final|more|other|another) "
    r"(?:callbacks?|cb|recalls?)\b"
)
_CALLBACK_WITHIN: Final = re.compile(r"\b(?:callbacks?|cb|recalls?)\b")
_OFFER_WITHIN: Final = re.compile(r"\b(?:the|their|an?|my) offer\b")
_NOT_AFTER: Final = frozenset({Disposition.OPEN, Disposition.ROLE_CUT})
_CLASH: Final = re.compile(r"\bdouble ?booked\b|\bconflicts?\b|\bclash(?:es|ed)?\b")
"""A reason to withdraw, or only one to move a slot."""
_SOLVED: Final = re.compile(
    r"\b(?:moved|switched|swapped|changed|re ?scheduled|resolved|solved|worked (?:it )?out|made it"
    r"|did both|instead|anyway|conflicts? (?:sent|given|listed)|(?:sent|listed|gave) (?:my )?conflicts?)\b"
)
_MINE: Final = frozenset({Disposition.WITHDRAWN, Disposition.REQUEST_DECLINED})
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
_DECLINED: Final = frozenset({"declined", "refused", "no", "passed", "said no", "turned down"})
_REFUSED: Final = frozenset({"declined", "refused", "turned down"})
"""Of a callback or a job, these are the actor's words too."""
_TAKEN: Final = frozenset({"took it", "i took it", "said yes", "i said yes", "taken", "signed"})
"""Of an offer, these are the actor's words; alone nobody knows whose they are."""
_DROPPED: Final = frozenset(
    {
        "expired",
        "lapsed",
        "came off",
        "fell off",
        "over",
        "lost",
        "dropped",
        "off",
        "gone",
        "let go",
        "no longer",
        "not used",
        "cut loose",
        "let loose",
        "freed",
        "unused",
        "cleared",
        "lifted",
    }
)
"""Of a hold, these say that it was released."""
_TELLS_MORE: Final = frozenset(
    "asked to stay|kept to read|kept to dance|kept and read|sang and read|did not get seen|didn't get seen"
    "|cut after dance|cut at dance|cut (dance)|went local|went to a name|went to a friend|went to names|wrong type"
    "|lost funding|funding fell through|rained off|ran out of time|pilot not picked up|recast after table read"
    "|alternate|upgraded|liked|liked by client|second choice|2nd choice|longlist|double booked"
    .split("|")
)  # fmt: skip
"""Words of the table that tell more than what they mean, so that they stay in the notes."""
_LET_GO: Final = frozenset({"let go", "they let go", "dropped", "replaced", "fired"})
"""Of a job, these say that somebody else has it now."""
_CUT: Final = frozenset({"cut", "released", "got cut", "then cut"})
_CUT_FROM: Final = frozenset({Stage.CALLBACK, Stage.TEST})
"""After a callback "cut" is the actor's end, and not the role's."""
_AT_A_CALL: Final = re.compile(r"^(?:danced|sang|sung|tapped)\b|\b(?:combos?|bars|ballet)\b")
"""Beside what was done at a call, "cut" is the actor's end there, and not the role's."""
_GOT_IT: Final = re.compile(
    r"^(?:(?:yes|yay|omg|wow|and|i|we|he|she)\b\W*)*got it[ .]*(?:!|:\)|[\U0001f389\U0001f38a\U0001f64c\U0001f973\u2705])"
    r"|^(?:yes|yay|omg|wow|woo\w*)\b[^a-z]+(?:i |we )?got it\W*$"
)
"""Said with joy it is the job; "got it" alone may be the mail."""
_SENT_ALONG: Final = re.compile(r"\b(?:e?mails?|sides|script|invite|message|text|link|breakdown)\b")
_SHORT: Final = {
    re.compile(r"\bw/o\b ?", re.I): "without ", re.compile(r"\bw/ ?", re.I): "with ",
    re.compile(r"\bn ?[/.] ?r\b\.?", re.I): "no reply", re.compile(r"\bc/b\b", re.I): "cb",
    re.compile(r"\bthru\b", re.I): "through", re.compile(r"\((yet|so far)\)", re.I): r"\1",
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
    return piece in _BOTH or _meaning_of_whole(_LEADS.sub("", piece) or piece) is not None


def read_phrases(text: str, topic: object = None) -> list[Phrase]:
    """Read each phrase of a result, by what is beside it: "declined" after an offer is mine.

    `topic` is what a yes would mean under its heading.
    """
    if _GOT_IT.search(fold(text)) and not _SENT_ALONG.search(fold(text)):
        return [(text, Stage.BOOKED)]
    bare, days = DAY_WITHIN.sub(" ", _spell_out(text)), DAY_WITHIN.findall(text)
    read = [*_split(bare, topic), *((day, None) for day in days)]
    if Stage.OFFER in (meaning for _, meaning in read):
        read = [(p, Disposition.OFFER_DECLINED if _bare(p) in _DECLINED else m) for p, m in read]
        read = [(p, Stage.BOOKED if {p, _bare(p)} & _TAKEN else m) for p, m in read]
    if {Stage.CALLBACK, Stage.BOOKED} & {meaning for _, meaning in read}:
        read = [(p, Disposition.WITHDRAWN if _bare(p) in _REFUSED else m) for p, m in read]
    if Stage.BOOKED in (meaning for _, meaning in read):
        read = [(p, Disposition.RECAST if _bare(p) in _LET_GO else m) for p, m in read]
    if len(read) > 1 and any(_AT_A_CALL.search(piece) for piece, _ in read):
        read = [(p, Disposition.PASSED_TOLD if p in _CUT else m) for p, m in read]
    if _CUT_FROM & {m for _, m in read} and Stage.BOOKED not in (m for _, m in read):
        read = [(p, Disposition.PASSED_TOLD if p in _CUT - {"released"} else m) for p, m in read]
    if any(isinstance(meaning, HoldKind) for _, meaning in read):
        read = [(p, Disposition.RELEASED if _bare(p) in _DROPPED else m) for p, m in read]
    if _CLASH.search(_trim(text)):
        read = _without_solved_clash(read, is_solved=bool(_SOLVED.search(_trim(text))))
    if text.rstrip().endswith("?") and any(m in _FAR or isinstance(m, HoldKind) for _, m in read):
        read = [(text, None)]  # "booked?" asks, and says nothing
    return read


def _without_solved_clash(read: list[Phrase], *, is_solved: bool) -> list[Phrase]:
    """Take no clash for a withdrawal if the actor went anyway: "double booked, moved my slot"."""
    clashes = [p for p, m in read if m is Disposition.WITHDRAWN and _CLASH.search(p)]
    others = [p for p, m in read if p not in clashes and not DAY_WITHIN.fullmatch(p)]
    told = {m for p, m in read if p in others}
    is_mine = bool(told & _MINE) or bool({_bare(p) for p in others} & (_REFUSED | {"passed"}))
    went = not told.isdisjoint({None, Sign.GIVEN, Sign.AHEAD, Stage.BOOKED, Stage.WRAPPED})
    if is_mine or not (is_solved or (went and any("double" in p for p in clashes))):
        return read
    return [(p, None if p in clashes else m) for p, m in read]


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
    pieces = [_trim(part) for part in _BETWEEN.split(_BRACKETED.sub(r", \1", fold(text)))]
    ticks = {p: tick_of(p) for p in pieces if not p.isdecimal()} if topic is not None else {}
    said = [one for piece in pieces if piece and not ticks.get(piece) for one in _read_piece(piece)]
    said = [(piece, m) for piece, m in said if m is not None or piece not in _ASIDES]
    says_of_what = any(meaning is not None for _, meaning in said)  # as "yes - booked" does
    if topic is Stage.BOOKED and Tick.YES in ticks.values():  # "yes, but turned it down"
        said = [(p, Disposition.OFFER_DECLINED if m in _MINE else m) for p, m in said]
    for piece, tick in ticks.items():
        if tick is Tick.NO:
            yield piece, topic if topic is Disposition.PRESUMED_PASSED else Disposition.PASSED_TOLD
        elif tick is Tick.YES and not says_of_what and isinstance(topic, Stage | HoldKind | Sign):
            yield piece, topic
    yield from said


def _read_piece(piece: str) -> list[Phrase]:
    """Return what a piece says: a meaning, or both how far it went and how it ended."""
    if piece in _BOTH:
        return [(piece, meaning) for meaning in _BOTH[piece]]
    known = _meaning_of_whole(piece)
    if known is None and (both := _far_then_end(piece)):
        return both
    meaning = known or _meaning_of_piece(piece)
    if meaning is Disposition.RELEASED and (hold := _hold_within(piece)):
        return [(piece, hold), (piece, meaning)]
    if known is not None or meaning is None:
        return [(piece, meaning)]
    if meaning is Sign.AHEAD and _CALLBACK_WITHIN.search(piece):
        return [(piece, Stage.CALLBACK)]
    if meaning in _MINE and _OFFER_WITHIN.search(piece):
        return [(piece, Disposition.OFFER_DECLINED)]
    if isinstance(meaning, Stage) and (ended := _ENDED_AT.match(piece)):
        return [(piece, meaning), (piece, _meaning_of_whole(ended[0]))]
    if isinstance(meaning, Disposition) and (far := _far_before_the_end(piece, meaning)):
        return [(piece, far), (piece, meaning)]
    return [(piece, meaning)]


def _far_then_end(piece: str) -> list[Phrase]:
    """Read "callback no luck" and "avail not booked" as both; return nothing if it is neither."""
    words = piece.split()
    for cut in range(len(words) - 1, 0, -1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        far = _meaning_of_whole(head)
        if head in _NOT_SO_FAR or not isinstance(far, Stage | HoldKind | Sign):
            continue
        end = _meaning(tail)
        if far is Stage.CALLBACK and _bare(tail) in _REFUSED:
            end = Disposition.WITHDRAWN
        if isinstance(far, HoldKind) and _bare(tail) in _DROPPED:
            end = Disposition.RELEASED
        is_theirs = end is Disposition.CAST_OTHERWISE and (
            words[cut] not in _GO_ON or far is Stage.OFFER  # "offer went to another actress"
        )
        if isinstance(end, Disposition) and not is_theirs:
            return [(head, far), (tail, end)]
    return []


def _far_before_the_end(piece: str, end: Disposition) -> Stage | HoldKind | None:
    """Return how far it went by "cut after callbacks", "no second callback"."""
    if _NO_MORE.search(piece) or (end in _MINE and _CALLBACK_WITHIN.search(piece)):
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
    return table.get(counted["what"] if counted else piece)


def _bare(piece: str) -> str:
    """Return a piece without the words around it that change nothing: "i got dropped friday"."""
    return _TAILS.sub("", _LEADS.sub("", piece)).strip()


def _meaning(piece: str) -> Meaning | None:
    if (found := _meaning_of_whole(piece)) is not None:
        return found
    shorter = _bare(piece)
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

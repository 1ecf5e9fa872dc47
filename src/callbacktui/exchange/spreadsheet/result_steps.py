"""What the phrases of a result mean beside each other, and in the order in which they are written.

"Declined" beside an offer is the actor's word. "no -> booked" is a job: a step that comes later takes an ending back. "CB? no" answers itself,
and "pass (me)" says whose pass it was.
"""

import re
from collections.abc import Sequence
from typing import Final

from callbacktui.domain.enums import HoldKind
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.spreadsheet.cell_words import Tick, tick_of
from callbacktui.exchange.spreadsheet.result_words import Meaning, Sign

Phrase = tuple[str, Meaning | None]
"""A phrase, and what it means, or None if that is not known."""

DAY_WITHIN: Final = re.compile(
    r"(?<![\d/])\d{1,2}[/.](?:\d{1,2}(?:[/.]\d{2,4})?)?\.? ?[-\u2013] ?\d{1,2}(?:[/.](?:\d{1,2}(?:[/.]\d{2,4})?)?)?(?![\d/%])\.?"
    r"|(?<![\d/])\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?(?![\d/%])|\b\d{4}-\d\d-\d\d\b",
    re.ASCII,
)
"""A day beside the result, such as "CB 3/12", which is kept in the notes."""

LEADS: Final = re.compile(
    r"^(?:put (?=on )|mise? (?=en )|i |i'm |it'?s |it was |was |were |been |has been |have been |got |just |finally |now |currently |status |result |a |an |the |"
    r"yay |yes |nice |officially |woohoo |omg |ugh |sadly |unfortunately |alas |hurray |hooray |update |am |is |still )+"
)
_TAILS: Final = re.compile(
    r"(?: (?:(?:le|il|el|am) \d{1,2}|it|me|again|the (?:role|part|job|gig)|for (?:it|this|me)|by (?:casting|cd|them|production|the office|(?:the )?client|agent|me)|from (?:casting|cd|them|production|the office|the client)|today|"
    r"yay|already|yesterday|self|self tape|online|via \w+|lol|haha|though|sadly|ugh|grr|argh|wow|woo|woohoo|:\w|now"
    r"|(?:on |by |last |this |next )?(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?|(?:last|this|next) week))+$"
)
_DECLINED: Final = frozenset({"declined", "refused", "no", "passed", "said no", "turned down"})
REFUSED: Final = frozenset({"declined", "refused", "turned down"})
"""Of a callback or a job, these are the actor's words too."""
_TAKEN: Final = frozenset({"took it", "i took it", "said yes", "i said yes", "taken", "signed"})
"""Of an offer, these are the actor's words; alone nobody knows whose they are."""
DROPPED: Final = frozenset(
    "expired|lapsed|came off|fell off|over|lost|dropped|off|gone|let go|no longer|not used|cut loose"
    "|let loose|freed|unused|cleared|lifted|not exercised|not taken up".split("|")
)
"""Of a hold, these say that it was released."""
_LET_GO: Final = frozenset({"let go", "they let go", "dropped", "replaced", "fired"})
"""Of a job, these say that somebody else has it now."""
_CUT: Final = frozenset({"cut", "released", "got cut", "then cut"})
_CUT_FROM: Final = frozenset({Stage.CALLBACK, Stage.TEST})
"""After a callback "cut" is the actor's end, and not the role's."""
_AT_A_CALL: Final = re.compile(r"^(?:danced|sang|sung|tapped)\b|\b(?:combos?|bars|ballet)\b")
"""Beside what was done at a call, "cut" is the actor's end there, and not the role's."""
_CLASH: Final = re.compile(r"\bdouble[- ]?booked\b|\bconflicts?\b|\bclash(?:es|ed)?\b")
"""A reason to withdraw, or only one to move a slot."""
_SOLVED: Final = re.compile(
    r"\b(?:moved|switched|swapped|changed|re[- ]?scheduled|resolved|solved|worked (?:it )?out|made it"
    r"|did both|instead|anyway|conflicts? (?:sent|given|listed)|(?:sent|listed|gave) (?:my )?conflicts?)\b"
)

_PAST_A_READ: Final = frozenset({Stage.CALLBACK, Stage.TEST, Stage.BOOKED})
STEPPED_AWAY: Final = frozenset({Disposition.WITHDRAWN, Disposition.REQUEST_DECLINED})
_AS_EXPORTED: Final = "declined to tape"
"""How an export writes that a request was declined, at whatever stage."""

_IN_ORDER: Final = re.compile(r"->|=>|\u2192|>|\b(?:then|later|after that|eventually|finally)\b")
_AGAIN: Final = re.compile(r"\bre ?schedul")
_ANSWERED: Final = re.compile(r"\s*(?P<of>[^?:=]+?)\s*[?:=]+\s*(?P<answer>\S+)\s*")
_PASSES: Final = frozenset({"pass", "passed", "no", "declined", "turned down", "withdrew"})
_BY_ME: Final = frozenset(
    {"me", "us", "by me", "by us", "my choice", "my call", "my end", "my side"}
)
_BY_THEM: Final = frozenset(
    {"them", "casting", "client", "by them", "their choice", "cd", "network"}
)
_FORWARD: Final = frozenset({
    Stage.CALLBACK, Stage.TEST, Stage.OFFER, Stage.BOOKED, Stage.WRAPPED, Sign.AHEAD,
})  # fmt: skip


def read_beside(read: list[Phrase], text: str) -> list[Phrase]:
    """Read each phrase by what is beside it; `text` is the whole, folded."""
    if Stage.OFFER in (meaning for _, meaning in read):
        read = [(p, Disposition.OFFER_DECLINED if bare_of(p) in _DECLINED else m) for p, m in read]
        read = [(p, Stage.BOOKED if {p, bare_of(p)} & _TAKEN else m) for p, m in read]
    if any(piece == "got it" for piece, _ in read):  # "got it, turned it down"
        read = [(p, Disposition.OFFER_DECLINED if m in STEPPED_AWAY else m) for p, m in read]
    if {Stage.CALLBACK, Stage.BOOKED} & {meaning for _, meaning in read}:
        read = [(p, Disposition.WITHDRAWN if bare_of(p) in REFUSED else m) for p, m in read]
    if not _PAST_A_READ.isdisjoint(meaning for _, meaning in read):
        away = STEPPED_AWAY if _AS_EXPORTED not in (piece for piece, _ in read) else ()
        read = [(p, Disposition.WITHDRAWN if m in away else m) for p, m in read]
    if Stage.BOOKED in (meaning for _, meaning in read):
        read = [(p, Disposition.RECAST if bare_of(p) in _LET_GO else m) for p, m in read]
    if len(read) > 1 and any(_AT_A_CALL.search(piece) for piece, _ in read):
        read = [(p, Disposition.PASSED_TOLD if p in _CUT else m) for p, m in read]
    if _CUT_FROM & {m for _, m in read} and Stage.BOOKED not in (m for _, m in read):
        read = [(p, Disposition.PASSED_TOLD if p in _CUT - {"released"} else m) for p, m in read]
    if any(isinstance(meaning, HoldKind) for _, meaning in read):
        read = [(p, Disposition.RELEASED if bare_of(p) in DROPPED else m) for p, m in read]
    read = _settle_steps(_whose_pass(read), text)
    if _CLASH.search(text):
        read = _without_solved_clash(read, is_solved=bool(_SOLVED.search(text)))
    return read


def bare_of(piece: str) -> str:
    """Return a piece without the words around it that change nothing: "i got dropped friday"."""
    return _TAILS.sub("", LEADS.sub("", piece)).strip()


def _settle_steps(read: Sequence[Phrase], text: str) -> list[Phrase]:
    """Take back an ending that a later step went beyond: "released, then booked".

    Nothing is taken back without a word or an arrow that tells the order, as a list may begin with
    the end; only a session that was called off goes on if it is rescheduled.
    """
    told = _IN_ORDER.search(text)
    steps = list(read)
    for place, (piece, meaning) in enumerate(steps):
        if not isinstance(meaning, Disposition) or meaning is Disposition.OPEN:
            continue
        later = [one for one in steps[place + 1 :] if one[1] is not None]
        goes_on = told and any(m in _FORWARD or isinstance(m, HoldKind) for _, m in later)
        if meaning is Disposition.CANCELLED:
            goes_on = goes_on or any(_AGAIN.search(p) and m is Sign.AHEAD for p, m in later)
        if goes_on:
            steps[place] = (piece, Disposition.OPEN)
    return steps


def _whose_pass(read: Sequence[Phrase]) -> list[Phrase]:
    """Tell by "pass (me)" and "pass (them)" who passed."""
    said = {piece for piece, _ in read}
    if not said & _PASSES or not (by := said & (_BY_ME | _BY_THEM)):
        return list(read)
    told = [(p, Disposition.WITHDRAWN if by & _BY_ME and p in _PASSES else m) for p, m in read]
    return [(p, m) for p, m in told if p not in by]


def answered_within(part: str) -> tuple[str, Tick] | None:
    """Return the question and the answer of a part such as "CB? no" or "booked: N"."""
    found = _ANSWERED.fullmatch(part)
    tick = tick_of(found["answer"]) if found else None
    return (found["of"], tick) if found and tick in {Tick.YES, Tick.NO} else None


def _without_solved_clash(read: list[Phrase], *, is_solved: bool) -> list[Phrase]:
    """Take no clash for a withdrawal if the actor went anyway: "double booked, moved my slot"."""
    clashes = [p for p, m in read if m is Disposition.WITHDRAWN and _CLASH.search(p)]
    others = [p for p, m in read if p not in clashes and not DAY_WITHIN.fullmatch(p)]
    told = {m for p, m in read if p in others}
    is_mine = bool(told & STEPPED_AWAY) or bool(
        {bare_of(p) for p in others} & (REFUSED | {"passed"})
    )
    went = not told.isdisjoint({None, Sign.GIVEN, Sign.AHEAD, Stage.BOOKED, Stage.WRAPPED})
    if is_mine or not (is_solved or (went and any("double" in p for p in clashes))):
        return read
    return [(p, None if p in clashes else m) for p, m in read]

"""Sample contexts in which each rule on practice applies, and ones in which it does not."""

from typing import Any

from msgspec.structs import replace

from callbacktui.advice.tips.context import Career, Context, recent_practice
from callbacktui.domain.practice_entry import Practice, PracticeKind
from tests.advice.tips.sample_contexts import PENDING, asked, at, day, on

CLASS, TAPE = PracticeKind.CLASS, PracticeKind.MOCK_TAPE
IDLE = Career(last_read=day(40))


def done(kind: PracticeKind, ago: int, **known: Any) -> Practice:
    return Practice(id=f"{kind}-{ago}", date=day(ago), kind=kind, **known)


def after(*practices: Practice, base: Context | None = None, record: Career = IDLE) -> Context:
    return replace(base or on(None, record), practice=recent_practice(practices))


NEAR = on(replace(PENDING, rounds=(asked(at(-1)),)))
FAR = on(replace(PENDING, rounds=(asked(at(-5)),)))

PRACTICE_DESKS = {
    "practised-for-this": (
        after(done(CLASS, 1), base=NEAR),
        "because it's tomorrow, and you had a class yesterday",
    ),
    "mock-tapes-rushed": (
        after(done(TAPE, 9, pacing=-1), done(TAPE, 5), done(TAPE, 2, pacing=-2)),
        "because you marked your last two mock tapes as rushed",
    ),
    "practice-low-direction": (
        after(done(CLASS, 1, direction=2)),
        "because you marked direction 2 of 5 in practice yesterday",
    ),
    "practice-rising": (
        after(*(done(TAPE, 10 - mark, listening=mark) for mark in (2, 3, 5))),
        "because you marked listening 2, then 3, then 5 in practice",
    ),
    "coached": (after(done(PracticeKind.COACHING, 3)), "because you had coaching 3 days ago"),
    "met-people": (
        after(done(PracticeKind.NETWORKING, 0)),
        "because you were networking today",
    ),
    "made-own-work": (
        after(done(PracticeKind.OWN_CONTENT, 14)),
        "because you made something of your own 14 days ago",
    ),
    "practising-unasked": (
        after(done(CLASS, 3), done(CLASS, 10)),
        "because you practiced 2 times in two weeks, and your last audition was 40 days ago",
    ),
    "no-practice-lately": (
        after(done(CLASS, 23)),
        "because the last practice on your record, a class, was 23 days ago",
    ),
}

PRACTICE_NOT_NOW = {
    "practised-for-this": after(done(CLASS, 1), base=FAR),
    "mock-tapes-rushed": after(done(TAPE, 9, pacing=-1), done(TAPE, 2, pacing=0)),
    "practice-low-direction": after(done(CLASS, 8, direction=1)),
    "practice-rising": after(*(done(TAPE, 10 - mark, listening=mark) for mark in (3, 5))),
    "coached": after(done(PracticeKind.COACHING, 8)),
    "met-people": after(done(PracticeKind.NETWORKING, -2)),
    "made-own-work": after(done(PracticeKind.OWN_CONTENT, 15)),
    "practising-unasked": after(done(CLASS, 3), done(CLASS, 10), record=Career()),
    "no-practice-lately": after(done(CLASS, 23), done(CLASS, -2)),
}

"""More sample contexts: records for which a rule applies, and the reason that it must give."""

from typing import Any

import msgspec
from msgspec.structs import replace

from callbacktui.advice.tips.context import Context, summarize_career
from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import (
    FollowUpKind,
    Format,
    HoldKind,
    Medium,
    OffBook,
    RoundKind,
    Source,
)
from callbacktui.domain.outcome import Feedback, FollowUp
from callbacktui.domain.reflection import Gave, Reflection
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from tests.advice.tips.sample_contexts import (
    CALLED,
    HELD,
    PENDING,
    asked,
    at,
    closed,
    day,
    on,
    quiet_read,
    read,
)


def with_record(audition: Audition | None, *others: Audition) -> Context:
    """Return a context whose career is computed from the given auditions."""
    known = [*others, audition] if audition else others
    return on(audition, summarize_career(a for a in known if a))


def callback(days: int, before: Round | None = None, **known: Any) -> Audition:
    ahead = Round(id="c", kind=RoundKind.CALLBACK, at=at(-days), **known)
    return replace(CALLED, rounds=(before or read(9), ahead))


def tape(breakdown: str = "", **known: Any) -> Audition:
    return replace(PENDING, rounds=(asked(**known),), breakdown=breakdown)


def marked(question: str, *marks: int) -> tuple[Audition, ...]:
    """Return closed auditions with one rating each, latest first."""
    return tuple(
        closed(Disposition.PASSED_TOLD, id=f"m{ago}", rounds=(read(ago, _marked(question, mark)),))
        for ago, mark in enumerate(marks, 20)
    )


def _marked(question: str, mark: int) -> Reflection:
    return msgspec.convert({question: mark}, Reflection)


def ended(why: Reason, certainty: Certainty = Certainty.TOLD) -> Audition:
    return closed(Disposition.PASSED_TOLD, reason=why, certainty=certainty)


def sent(ago: int, **known: Any) -> Audition:
    known = {"id": "a", "project": "H"} | known
    return Audition(stage=Stage.SUBMITTED, submitted_on=day(ago), **known)


NINE = tuple(closed(Disposition.PASSED_TOLD, id=f"n{n}", submitted_on=day(90)) for n in range(9))
ALONE = tuple(
    closed(Disposition.PASSED_TOLD, id=f"s{n}", source=Source.SELF, stage=Stage.CALLBACK)
    for n in range(10)
)
REDIRECTED = replace(read(9), redirects="quieter")
OFFER = replace(CALLED, stage=Stage.OFFER)
BOOKED = replace(CALLED, stage=Stage.BOOKED)
HUNDRED = tuple(replace(NINE[0], id=f"h{n}") for n in range(99))
WISH = FollowUp(kind=FollowUpKind.FEEDBACK_REQUEST)
LAST_READ = closed(Disposition.PASSED_TOLD, id="old", rounds=(read(70),), stage=Stage.CALLBACK)

FURTHER: dict[str, tuple[Context, str]] = {
    "callback-note": (
        on(callback(3, REDIRECTED)),
        "because a callback is booked in 3 days, and you were given a note before",
    ),
    "callback-days-before": (on(callback(1)), "because a callback is booked for tomorrow"),
    "callback-on-paper": (
        on(callback(5, format=Format.IN_PERSON)),
        "because a callback is booked in 5 days, in person",
    ),
    "hundred-and-counting": (
        with_record(replace(PENDING, submitted_on=day(1)), *HUNDRED),
        "because this is audition number 100 on your record",
    ),
    "tenth-audition": (
        with_record(replace(PENDING, submitted_on=day(1)), *NINE),
        "because this is audition number 10 on your record",
    ),
    "first-steps": (with_record(PENDING), "because this is the first audition on your record"),
    "first-in-a-while": (with_record(PENDING, LAST_READ), "because your last read was 70 days ago"),
    "dialect-named": (
        on(tape("Warm, with a Yorkshire accent.")),
        "because the word accent stands in the breakdown or the specs",
    ),
    "tears-named": (on(tape("In tears by the end")), "because the word tears stands in"),
    "body-named": (on(tape("Slim, any height")), "because the word slim stands in"),
    "glasses-named": (on(tape(specs="No glasses.")), "because the word glasses stands in"),
    "lines-for-tomorrow": (
        on(tape(due_at=at(-1, 18))),
        "because this is due tomorrow and off book is not noted",
    ),
    "commercial-ahead": (
        on(replace(PENDING, medium=Medium.COMMERCIAL)),
        "because this is a commercial",
    ),
    "tape-frame": (on(PENDING), "because no instructions are noted for this tape"),
    "tape-reader": (on(PENDING), "because no reader is noted for this tape"),
    "tape-eye-line": (on(tape(reader="Sam")), "because somebody reads with you on this tape"),
    "tape-place": (on(PENDING), "because no place is noted for this tape"),
    "tape-colours": (on(PENDING), "because it is not noted yet what you will wear"),
    "tape-in-black": (on(tape(wore="Black jumper")), "because black is noted to wear"),
    "tape-glasses": (on(PENDING), "because a self-tape is asked for"),
    "tape-black-or-not": (on(PENDING), "because it is not noted yet what you will wear"),
    "offer-made": (on(OFFER), "because an offer has been made"),
    "hold-contested": (
        on(HELD),
        "because the word here is pinned, which offices use in more than one way",
    ),
    "kept-free": (
        on(replace(HELD, disposition=Disposition.RELEASED, closed_on=day(1), holds=())),
        "because this was released yesterday",
    ),
    "booked-commercial": (
        on(replace(BOOKED, medium=Medium.COMMERCIAL)),
        "because this one is booked, and it is a commercial",
    ),
    "made-for-the-net": (
        on(replace(OFFER, usage="Six months, online only")),
        "because the word online stands in its use",
    ),
    "footage-to-come": (
        on(replace(BOOKED, stage=Stage.WRAPPED, disposition=Disposition.COMPLETED)),
        "because this job is wrapped and no footage is noted",
    ),
    "look-decided": (
        on(ended(Reason.LOOK_OR_PAIRING)),
        "because the reason you were told is look or pairing",
    ),
    "someone-in-mind": (
        on(ended(Reason.SOMEONE_IN_MIND, Certainty.GUESS)),
        "because the reason you guess at is someone in mind",
    ),
    "age-decided": (on(ended(Reason.AGE_READ)), "because the reason you were told is age"),
    "read-decided": (
        on(ended(Reason.PERFORMANCE, Certainty.UNKNOWN)),
        "because the reason you noted is performance",
    ),
    "came-close": (
        on(closed(Disposition.PASSED_TOLD, stage=Stage.CALLBACK)),
        "because this reached a callback before it ended",
    ),
    "not-the-look": (on(closed(Disposition.PASSED_TOLD)), "because they went another way"),
    "one-event": (on(closed(Disposition.PRESUMED_PASSED)), "because you let this one go"),
    "commercial-went-by": (
        on(closed(Disposition.PRESUMED_PASSED, medium=Medium.COMMERCIAL)),
        "because this commercial went another way 2 days ago",
    ),
    "thank-you-noted": (
        on(replace(CALLED, follow_ups=(FollowUp(kind=FollowUpKind.THANK_YOU),))),
        "because a thank-you is noted and not sent",
    ),
    "feedback-came": (
        on(quiet_read(9, feedback=(Feedback(text="warm", on=day(2)),))),
        "because feedback on this came 2 days ago",
    ),
    "feedback-through-a-rep": (
        on(quiet_read(5, rep="Ash", follow_ups=(WISH,))),
        "because you noted a wish for feedback, and this came through a rep",
    ),
    "decision-named": (
        on(quiet_read(9, decision_by=day(-3))),
        "because they named 25 November as the day to decide by",
    ),
    "longer-than-usual": (
        on(quiet_read(9, medium=Medium.TV)),
        "because this is day 9 of 14, and 7 are usual",
    ),
    "listening-low-twice": (
        with_record(PENDING, *marked("listening", 2, 1)),
        "because you marked listening 1 and then 2 of 5 on your last reads",
    ),
    "clarity-low-twice": (
        with_record(PENDING, *marked("clarity", 1, 2)),
        "because you marked clarity 2 and then 1 of 5",
    ),
    "direction-low-twice": (
        with_record(PENDING, *marked("direction", 2, 2)),
        "because you marked direction 2 and then 2 of 5",
    ),
    "myself-low-twice": (
        with_record(PENDING, *marked("myself", 1, 1)),
        "because you marked bringing yourself 1 and then 1 of 5",
    ),
    "marks-rising": (
        with_record(PENDING, *marked("listening", 4, 3, 2)),
        "because you marked listening 2, then 3, then 4 of 5",
    ),
    "lines-not-held": (
        on(
            quiet_read(
                4, rounds=(replace(read(4), off_book=OffBook.NO, prep_minutes=20, reflection=None),)
            )
        ),
        "because you were not off book on this read, after 20 minutes of preparing",
    ),
    "gave-it": (
        on(quiet_read(9, Reflection(gave_my_audition=Gave.YES))),
        "because you marked that you gave the audition you came to give",
    ),
    "commercial-sent": (
        on(sent(2, medium=Medium.COMMERCIAL)),
        "because this went out for a commercial",
    ),
    "first-submissions": (
        with_record(sent(2), sent(3, id="b")),
        "because 2 submissions stand on your record, and no read yet",
    ),
    "sent-by-yourself": (
        with_record(None, *ALONE),
        "because you put yourself forward 10 times, and no rep is on your record",
    ),
    "hundreds-unanswered": (
        with_record(None, *NINE, LAST_READ, replace(NINE[0], id="n9")),
        "because your last 10 settled auditions ended before a callback",
    ),
    "dry-spell-days": (with_record(None, LAST_READ), "because your last read was 70 days ago"),
    "dry-spell-company": (with_record(None, LAST_READ), "because your last read was 70 days ago"),
    "dry-spell-own-scene": (with_record(None, LAST_READ), "because your last read was 70 days ago"),
    "long-dry-spell": (with_record(LAST_READ), "because your last read was 70 days ago"),
}

NOT_NOW: dict[str, Context] = {
    "callback-note": on(callback(3)),
    "callback-days-before": on(callback(3)),
    "callback-on-paper": on(callback(5, format=Format.VIRTUAL_LIVE)),
    "tenth-audition": with_record(replace(PENDING, submitted_on=day(1)), *NINE[1:]),
    "first-in-a-while": with_record(PENDING, replace(LAST_READ, rounds=(read(59),))),
    "dialect-named": on(tape("Accentuate the positive")),
    "body-named": on(tape("A heavyweight of the city")),
    "lines-for-tomorrow": on(tape(due_at=at(-1, 18), off_book=OffBook.YES)),
    "commercial-ahead": on(PENDING),
    "tape-reader": on(tape(reader="Sam")),
    "tape-eye-line": on(PENDING),
    "tape-in-black": on(tape(wore="Blackberry wool")),
    "tape-glasses": on(tape(format=Format.IN_PERSON)),
    "offer-made": on(BOOKED),
    "hold-contested": on(
        replace(HELD, holds=(replace(HELD.holds[0], kind=HoldKind.BACKUP),)),
    ),
    "booked-commercial": on(BOOKED),
    "made-for-the-net": on(replace(OFFER, usage="Cinema, one year")),
    "look-decided": on(ended(Reason.SCHEDULE)),
    "came-close": on(closed(Disposition.PASSED_TOLD)),
    "commercial-went-by": on(quiet_read(3, medium=Medium.COMMERCIAL)),
    "thank-you-noted": on(
        replace(CALLED, follow_ups=(FollowUp(kind=FollowUpKind.THANK_YOU, sent_on=day(1)),))
    ),
    "feedback-came": on(quiet_read(9, feedback=(Feedback(text="warm", on=day(8)),))),
    "feedback-through-a-rep": on(quiet_read(5, follow_ups=(WISH,))),
    "decision-named": on(quiet_read(9, decision_by=day(3))),
    "longer-than-usual": on(quiet_read(7, medium=Medium.TV)),
    "listening-low-twice": with_record(PENDING, *marked("listening", 2, 3)),
    "marks-rising": with_record(PENDING, *marked("listening", 4, 3, 3)),
    "lines-not-held": on(quiet_read(4)),
    "gave-it": on(quiet_read(9, Reflection(gave_my_audition=Gave.PARTLY))),
    "first-submissions": with_record(sent(2), LAST_READ),
    "sent-by-yourself": with_record(replace(ALONE[0], id="z", rep="Ash"), *ALONE),
    "dry-spell-days": with_record(PENDING, LAST_READ),
}

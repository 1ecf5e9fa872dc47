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
from callbacktui.domain.holds_and_bookings import Feedback, FollowUp
from callbacktui.domain.reflection import Gave, Reflection
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from tests.advice.tips.sample_contexts import (
    CALLED,
    HELD,
    LOOK,
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


def called_back(ago: int, **known: Any) -> Audition:
    done = read(ago, LOOK, RoundKind.CALLBACK)
    return replace(CALLED, rounds=(read(ago + 8), done), **known)


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
        "because this callback is in 3 days, and they gave you a note last time",
    ),
    "callback-days-before": (on(callback(1)), "because this callback is tomorrow at 10:00"),
    "callback-on-paper": (
        on(callback(5, format=Format.IN_PERSON)),
        "because this callback is in 5 days, in person",
    ),
    "hundred-and-counting": (
        with_record(replace(PENDING, submitted_on=day(1)), *HUNDRED),
        "because this is audition number 100 in your record",
    ),
    "tenth-audition": (
        with_record(replace(PENDING, submitted_on=day(1)), *NINE),
        "because this is audition number 10 in your record",
    ),
    "first-steps": (with_record(PENDING), "because this is the first audition in your record"),
    "first-in-a-while": (
        with_record(PENDING, LAST_READ),
        "because your last audition was 70 days ago",
    ),
    "dialect-named": (
        on(tape("Warm, with a Yorkshire accent.")),
        "because the breakdown mentions an accent or a dialect",
    ),
    "tears-named": (on(tape("In tears by the end")), "because the breakdown mentions tears"),
    "body-named": (
        on(tape("Slim, any height")),
        "because the breakdown mentions a build or a weight",
    ),
    "glasses-named": (on(tape(specs="No glasses.")), "because the instructions mention glasses"),
    "lines-for-tomorrow": (
        on(tape(due_at=at(-1, 18))),
        "because this is due tomorrow, and your lines aren't marked as learned",
    ),
    "commercial-ahead": (
        on(replace(PENDING, medium=Medium.COMMERCIAL)),
        "because this is a commercial",
    ),
    "tape-frame": (on(PENDING), "because you haven't noted any instructions for this tape"),
    "tape-reader": (on(PENDING), "because you haven't noted a reader for this tape"),
    "tape-eye-line": (on(tape(reader="Sam")), "because you have a reader for this tape"),
    "tape-place": (on(PENDING), "because you haven't noted a place for this tape"),
    "tape-colours": (on(PENDING), "because you haven't noted what to wear for this tape"),
    "tape-in-black": (
        on(tape(wore="Black sweater")),
        "because you noted black to wear for this tape",
    ),
    "tape-glasses": (on(PENDING), "because they asked for a self-tape"),
    "tape-black-or-not": (on(PENDING), "because you haven't noted what to wear for this tape"),
    "offer-made": (on(OFFER), "because they made you an offer"),
    "hold-contested": (
        on(HELD),
        "because they said pinned, and offices use the word in more than one way",
    ),
    "kept-free": (
        on(replace(HELD, disposition=Disposition.RELEASED, closed_on=day(1), holds=())),
        "because they released you yesterday (hold)",
    ),
    "booked-commercial": (
        on(replace(BOOKED, medium=Medium.COMMERCIAL)),
        "because you booked this commercial",
    ),
    "made-for-the-net": (
        on(replace(OFFER, usage="Six months, online only")),
        "because its use includes online",
    ),
    "footage-to-come": (
        on(replace(BOOKED, stage=Stage.WRAPPED, disposition=Disposition.COMPLETED)),
        "because this job is done, and you haven't noted any footage",
    ),
    "look-decided": (
        on(ended(Reason.LOOK_OR_PAIRING)),
        "because they told you it was your look or the pairing",
    ),
    "someone-in-mind": (
        on(ended(Reason.SOMEONE_IN_MIND, Certainty.GUESS)),
        "because you think it was someone they had in mind",
    ),
    "age-decided": (on(ended(Reason.AGE_READ)), "because they told you it was your age"),
    "read-decided": (
        on(ended(Reason.PERFORMANCE, Certainty.UNKNOWN)),
        "because you noted it was the audition itself",
    ),
    "came-close": (
        on(closed(Disposition.PASSED_TOLD, stage=Stage.CALLBACK)),
        "because this reached a callback before it ended",
    ),
    "not-the-look": (
        on(ended(Reason.LOOK_OR_PAIRING)),
        "because they told you it was your look or the pairing",
    ),
    "one-event": (on(closed(Disposition.PRESUMED_PASSED)), "because you let this one go"),
    "commercial-went-by": (
        on(closed(Disposition.PRESUMED_PASSED, medium=Medium.COMMERCIAL)),
        "because this commercial went another way 2 days ago",
    ),
    "thank-you-noted": (
        on(called_back(2, follow_ups=(FollowUp(kind=FollowUpKind.THANK_YOU),))),
        "because you noted a thank-you, and haven't sent it",
    ),
    "feedback-came": (
        on(quiet_read(9, feedback=(Feedback(text="warm", on=day(2)),))),
        "because feedback came 2 days ago",
    ),
    "feedback-through-a-rep": (
        on(
            closed(
                Disposition.PASSED_TOLD,
                stage=Stage.CALLBACK,
                rep="Ash",
                source=Source.REPEAT_CALL_IN,
                follow_ups=(WISH,),
            )
        ),
        "because you noted that you'd like feedback, and it's decided",
    ),
    "decision-named": (
        on(quiet_read(9, decision_by=day(-3))),
        "because they said they'd decide by 25 November",
    ),
    "longer-than-usual": (
        on(quiet_read(9, medium=Medium.TV)),
        "because this is day 9 of 14, and 7 days are usual",
    ),
    "listening-low-twice": (
        with_record(PENDING, *marked("listening", 2, 1)),
        "because you marked listening 1 and then 2 of 5 on your last auditions",
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
        "because you weren't off book, after 20 minutes of prep",
    ),
    "gave-it": (
        on(quiet_read(9, Reflection(gave_my_audition=Gave.YES))),
        "because you said you gave the audition you came to give",
    ),
    "commercial-sent": (
        on(sent(2, medium=Medium.COMMERCIAL)),
        "because you submitted for a commercial",
    ),
    "first-submissions": (
        with_record(sent(2), sent(3, id="b")),
        "because you've sent 2 submissions and haven't been called in yet",
    ),
    "sent-by-yourself": (
        with_record(None, *ALONE),
        "because you've submitted yourself 10 times, and no agent or manager is noted",
    ),
    "hundreds-unanswered": (
        with_record(None, *NINE, LAST_READ, replace(NINE[0], id="n9")),
        "because your last 10 decided auditions ended before a callback",
    ),
    "dry-spell-days": (with_record(None, LAST_READ), "because your last audition was 70 days ago"),
    "dry-spell-company": (
        with_record(None, LAST_READ),
        "because your last audition was 70 days ago",
    ),
    "dry-spell-own-scene": (
        with_record(None, LAST_READ),
        "because your last audition was 70 days ago",
    ),
    "long-dry-spell": (with_record(LAST_READ), "because your last audition was 70 days ago"),
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
        called_back(2, follow_ups=(FollowUp(kind=FollowUpKind.THANK_YOU, sent_on=day(1)),))
    ),
    "feedback-came": on(quiet_read(9, feedback=(Feedback(text="warm", on=day(8)),))),
    "feedback-through-a-rep": on(quiet_read(5, rep="Ash", follow_ups=(WISH,))),
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

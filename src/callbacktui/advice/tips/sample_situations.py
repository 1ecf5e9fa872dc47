"""The table of situations: a moment, a kind of work and a round, and the records that make it.

`callbacktui tip --table` prints it with the tip that each situation gets, and the tests go through
it. All the names in it are made up.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.advice.library.voices import Voice
from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.history import TipHistory
from callbacktui.advice.tips.sample_records import (
    IN,
    MISSED,
    NOW,
    TODAY,
    TOMORROW,
    after,
    career,
    closed,
    coming,
    considering,
    hold,
    practiced,
    read,
    sent,
    staged,
)
from callbacktui.advice.tips.selector import choose_tip
from callbacktui.advice.tips.tip import Tip
from callbacktui.domain.enums import (
    Cleared,
    FollowUpKind,
    Format,
    HoldKind,
    Medium,
    RoundKind,
    Size,
)
from callbacktui.domain.practice_entry import PracticeKind
from callbacktui.domain.stage import Disposition, Reason, Stage


class Situation(NamedTuple):
    """A moment, the kind of work, what it is about, and how to make its context at a time."""

    moment: str
    work: str
    what: str
    make: Callable[[DateTime], Context]


_TAPE, _ROOM, _CALL, _PHONE = (
    Format.SELF_TAPE,
    Format.IN_PERSON,
    Format.VIRTUAL_LIVE,
    Format.PHONE,
)
_CB: Final = RoundKind.CALLBACK

SITUATIONS: Final = (
    # The clock: overdue, within the hour, today, tomorrow, in a few days.
    Situation("Overdue", "TV", "a tape that isn't marked as sent", coming(MISSED, _TAPE)),
    Situation("Overdue", "film", "an audition in a room, not marked as done",
              coming(MISSED, _ROOM, medium=Medium.FILM)),
    Situation("Overdue", "voice", "a tape that isn't marked as sent",
              coming(MISSED, _TAPE, medium=Medium.VOICE_OVER)),
    Situation("Overdue", "commercial", "a callback on a call, not marked as done",
              coming(MISSED, _CALL, _CB, medium=Medium.COMMERCIAL)),
    Situation("Within the hour", "TV", "a tape is due", coming(NOW, _TAPE)),
    Situation("Within the hour", "voice", "a tape is due",
              coming(NOW, _TAPE, medium=Medium.VOICE_OVER)),
    Situation("Within the hour", "film", "a first audition in a room",
              coming(NOW, _ROOM, medium=Medium.FILM)),
    Situation("Within the hour", "theater", "a dance call",
              coming(NOW, _ROOM, RoundKind.DANCE_CALL, medium=Medium.THEATRE)),
    Situation("Within the hour", "TV", "a first audition on a call", coming(NOW, _CALL)),
    Situation("Within the hour", "other", "a first audition by phone",
              coming(NOW, _PHONE, medium=Medium.OTHER)),
    Situation("Within the hour", "TV", "a callback in a room", coming(NOW, _ROOM, _CB)),
    Situation("Within the hour", "commercial", "a callback on a call",
              coming(NOW, _CALL, _CB, medium=Medium.COMMERCIAL)),
    Situation("Within the hour", "TV", "a network test in a room",
              coming(NOW, _ROOM, RoundKind.NETWORK_TEST)),
    Situation("Within the hour", "voice", "a live session on a call",
              coming(NOW, _CALL, medium=Medium.VOICE_OVER)),
    Situation("Within the hour", "print", "a casting in a room",
              coming(NOW, _ROOM, medium=Medium.PRINT)),
    Situation("Today", "TV", "a tape is due", coming(TODAY, _TAPE)),
    Situation("Today", "film", "a callback tape is due",
              coming(TODAY, _TAPE, _CB, medium=Medium.FILM)),
    Situation("Today", "voice", "a tape is due", coming(TODAY, _TAPE, medium=Medium.VOICE_OVER)),
    Situation("Today", "film", "a first audition in a room, with sides",
              coming(TODAY, _ROOM, medium=Medium.FILM)),
    Situation("Today", "theater", "a first audition in a room, without sides",
              coming(TODAY, _ROOM, medium=Medium.THEATRE, sides=None)),
    Situation("Today", "TV", "a first audition on a call", coming(TODAY, _CALL)),
    Situation("Today", "other", "a first audition by phone",
              coming(TODAY, _PHONE, medium=Medium.OTHER)),
    Situation("Today", "TV", "a callback in a room", coming(TODAY, _ROOM, _CB)),
    Situation("Today", "commercial", "a callback on a call",
              coming(TODAY, _CALL, _CB, medium=Medium.COMMERCIAL)),
    Situation("Today", "TV", "a studio test", coming(TODAY, _ROOM, RoundKind.STUDIO_TEST)),
    Situation("Today", "theater", "an EPA",
              coming(TODAY, _ROOM, RoundKind.EPA, medium=Medium.THEATRE)),
    Situation("Today", "theater", "a dance call",
              coming(TODAY, _ROOM, RoundKind.DANCE_CALL, medium=Medium.THEATRE)),
    Situation("Today", "theater", "a singing call",
              coming(TODAY, _ROOM, RoundKind.SINGING_CALL, medium=Medium.THEATRE)),
    Situation("Today", "TV", "a workshop with casting", coming(TODAY, _ROOM, RoundKind.WORKSHOP)),
    Situation("The day before", "TV", "a tape is due", coming(TOMORROW, _TAPE)),
    Situation("The day before", "TV", "a tape is due, off book",
              coming(TOMORROW, _TAPE, learned=True)),
    Situation("The day before", "voice", "a tape is due",
              coming(TOMORROW, _TAPE, medium=Medium.VOICE_OVER)),
    Situation("The day before", "film", "a callback tape is due",
              coming(TOMORROW, _TAPE, _CB, medium=Medium.FILM, learned=True)),
    Situation("The day before", "film", "a first audition in a room",
              coming(TOMORROW, _ROOM, medium=Medium.FILM)),
    Situation("The day before", "TV", "a first audition on a call", coming(TOMORROW, _CALL)),
    Situation("The day before", "other", "a first audition by phone",
              coming(TOMORROW, _PHONE, medium=Medium.OTHER)),
    Situation("The day before", "TV", "a callback in a room", coming(TOMORROW, _ROOM, _CB)),
    Situation("The day before", "commercial", "a callback on a call",
              coming(TOMORROW, _CALL, _CB, medium=Medium.COMMERCIAL)),
    Situation("The day before", "film", "a screen test",
              coming(TOMORROW, _ROOM, RoundKind.SCREEN_TEST, medium=Medium.FILM)),
    Situation("The day before", "theater", "an open call",
              coming(TOMORROW, _ROOM, RoundKind.OPEN_CALL, medium=Medium.THEATRE)),
    Situation("The day before", "theater", "a dance call",
              coming(TOMORROW, _ROOM, RoundKind.DANCE_CALL, medium=Medium.THEATRE)),
    Situation("The day before", "theater", "a singing call",
              coming(TOMORROW, _ROOM, RoundKind.SINGING_CALL, medium=Medium.THEATRE)),
    Situation("The day before", "print", "a casting in a room",
              coming(TOMORROW, _ROOM, medium=Medium.PRINT)),
    Situation("The day before", "TV", "a workshop with casting",
              coming(TOMORROW, _ROOM, RoundKind.WORKSHOP)),
    Situation("In a few days", "TV", "a callback in a room", coming(IN, _ROOM, _CB)),
    Situation("In a few days", "TV", "a callback after they gave a note",
              coming(IN, _ROOM, _CB, noted=True)),
    Situation("In a few days", "voice", "a callback tape",
              coming(IN, _TAPE, _CB, medium=Medium.VOICE_OVER)),
    Situation("In a few days", "film", "a callback tape",
              coming(IN, _TAPE, _CB, medium=Medium.FILM)),
    Situation("In a few days", "film", "a chemistry read",
              coming(IN, _ROOM, RoundKind.CHEMISTRY_READ, medium=Medium.FILM)),
    Situation("In a few days", "TV", "a producer session",
              coming(IN, _ROOM, RoundKind.PRODUCER_SESSION)),
    Situation("In a few days", "TV", "a network test", coming(IN, _ROOM, RoundKind.NETWORK_TEST)),
    Situation("In a few days", "film", "a retape",
              coming(IN, _TAPE, RoundKind.RETAPE, medium=Medium.FILM)),
    Situation("In a few days", "TV", "a tape with no instructions, no reader, no place",
              coming(IN, _TAPE)),
    Situation("In a few days", "TV", "a tape with everything noted but the clothes",
              coming(IN, _TAPE, specs="720p", reader="Sam", place="Home")),
    Situation("In a few days", "TV", "a tape, black to wear",
              coming(IN, _TAPE, specs="720p", reader="Sam", place="Home", wore="black shirt")),
    Situation("In a few days", "commercial", "a tape",
              coming(IN, _TAPE, medium=Medium.COMMERCIAL)),
    Situation("In a few days", "game", "a voice tape", coming(IN, _TAPE, medium=Medium.GAME)),
    Situation("In a few days", "print", "a casting in a room",
              coming(IN, _ROOM, medium=Medium.PRINT)),
    Situation("In a few days", "theater", "a first audition in a room",
              coming(IN, _ROOM, medium=Medium.THEATRE)),
    Situation("In a few days", "film", "a first audition on a call",
              coming(IN, _CALL, medium=Medium.FILM)),
    Situation("In a few days", "film", "a first audition in a room, without sides",
              coming(IN, _ROOM, medium=Medium.FILM, sides=None)),
    Situation("In a few days", "film", "the breakdown asks for an accent",
              coming(IN, _TAPE, medium=Medium.FILM, breakdown="A nurse with a Yorkshire accent.")),
    Situation("In a few days", "film", "the breakdown has tears in it",
              coming(IN, _ROOM, medium=Medium.FILM, breakdown="In tears by the end.")),
    Situation("In a few days", "film", "the breakdown names a build",
              coming(IN, _TAPE, medium=Medium.FILM, breakdown="Slender, any age.")),
    Situation("In a few days", "TV", "the instructions mention glasses",
              coming(IN, _TAPE, specs="Please remove glasses.")),
    Situation("No date yet", "TV", "an audition without a date", coming(None, None)),
    Situation("No date yet", "commercial", "a tape without a date",
              coming(None, _TAPE, medium=Medium.COMMERCIAL)),
    # Milestones, and being known.
    Situation("The first one", "TV", "the first audition in the record, in a few days",
              coming(IN, _ROOM, career=career(first=True))),
    Situation("The tenth", "TV", "in a few days", coming(IN, _ROOM, career=career(number=10))),
    Situation("The hundredth", "film", "in a few days",
              coming(IN, _ROOM, medium=Medium.FILM, career=career(number=100))),
    Situation("After a gap", "TV", "the last audition was 80 days ago",
              coming(IN, _ROOM, career=career(last_read=80))),
    Situation("Called in after a no", "film", "a no led to this one",
              coming(IN, _ROOM, medium=Medium.FILM, came_from="earlier")),
    Situation("The same office again", "TV", "they saw you before",
              coming(IN, _ROOM, career=career(seen_by="Holt Casting"))),
    Situation("The same type again", "TV", "the fourth nurse",
              coming(IN, _ROOM, type_tags=("nurse",), career=career(types={"nurse": 4}))),
    Situation("A kind of role", "TV", "a co-star", coming(IN, _ROOM, size=Size.COSTAR)),
    Situation("A kind of role", "TV", "a guest star", coming(IN, _ROOM, size=Size.GUEST_STAR)),
    Situation("A kind of role", "TV", "a series regular",
              coming(IN, _ROOM, size=Size.SERIES_REGULAR)),
    # Before anybody has called.
    Situation("Considering", "film", "not submitted yet", considering(Medium.FILM)),
    Situation("Considering", "student film", "not submitted yet", considering(Medium.STUDENT)),
    Situation("Submitted", "commercial", "no answer", sent(Medium.COMMERCIAL)),
    Situation("Submitted", "TV", "the first submissions of all", sent(Medium.TV, first=True)),
    Situation("Submitted", "voice", "no answer", sent(Medium.VOICE_OVER)),
    # The hours and days after.
    Situation("Just done", "TV", "a first audition, not looked back on", read(0)),
    Situation("Just done", "TV", "a first audition, looked back on", read(0, reflected=True)),
    Situation("Two days", "commercial", "since the audition",
              read(2, reflected=True, medium=Medium.COMMERCIAL)),
    Situation("Two days", "TV", "since the audition", read(2, reflected=True)),
    Situation("Three days", "film", "since the audition",
              read(3, reflected=True, medium=Medium.FILM)),
    Situation("Five days", "theater", "since the audition",
              read(5, reflected=True, medium=Medium.THEATRE)),
    Situation("Nine days", "TV", "since the audition, longer than usual", read(9, reflected=True)),
    Situation("Nine days", "commercial", "since the audition, past the limit",
              read(9, reflected=True, medium=Medium.COMMERCIAL)),
    Situation("Nine days", "film", "since the audition",
              read(9, reflected=True, medium=Medium.FILM)),
    Situation("Twenty days", "TV", "since the audition, past the limit", read(20, reflected=True)),
    Situation("Four days", "TV", "since the callback", read(4, _CB, reflected=True)),
    Situation("Twenty days", "TV", "since the callback, past the limit",
              read(20, _CB, reflected=True)),
    Situation("Waiting for a named day", "film", "they said when they'd decide",
              read(6, reflected=True, medium=Medium.FILM, decides_in=4)),
    Situation("A thank-you noted", "TV", "after a first audition",
              read(1, reflected=True, follow=FollowUpKind.THANK_YOU)),
    Situation("A thank-you noted", "TV", "after a callback",
              read(1, _CB, reflected=True, follow=FollowUpKind.THANK_YOU)),
    Situation("A thank-you noted", "TV", "20 days after a callback",
              read(20, _CB, reflected=True, follow=FollowUpKind.THANK_YOU)),
    Situation("A question noted", "film", "where it is, after a first audition",
              read(5, reflected=True, medium=Medium.FILM, follow=FollowUpKind.ROLE_STATUS)),
    Situation("A question noted", "film", "where it is, after a callback",
              read(5, _CB, reflected=True, medium=Medium.FILM, follow=FollowUpKind.ROLE_STATUS)),
    Situation("Feedback wanted", "TV", "after a first audition, office unknown, with an agent",
              read(5, reflected=True, follow=FollowUpKind.FEEDBACK_REQUEST, rep="Ash Rowe")),
    Situation("Feedback wanted", "TV", "after a first audition, no agent",
              read(5, reflected=True, follow=FollowUpKind.FEEDBACK_REQUEST)),
    Situation("Feedback wanted", "TV", "after a callback, office known, not decided",
              read(5, _CB, reflected=True, follow=FollowUpKind.FEEDBACK_REQUEST, rep="Ash Rowe",
                   career=career(seen_by="Holt Casting"))),
    Situation("Feedback wanted", "TV", "after a callback, office known, decided",
              closed(Disposition.PASSED_TOLD, stage=Stage.CALLBACK, rep="Ash Rowe",
                     follow=FollowUpKind.FEEDBACK_REQUEST, career=career(seen_by="Holt Casting"))),
    Situation("Feedback came", "film", "two days ago",
              read(9, reflected=True, medium=Medium.FILM, feedback="Warm, but a bit slow.")),
    # Holds, offers, bookings.
    Situation("On hold", "commercial", "pinned, with an agent",
              hold(HoldKind.PIN, medium=Medium.COMMERCIAL, rep="Ash Rowe")),
    Situation("On hold", "TV", "first refusal, no agent", hold(HoldKind.FIRST_REFUSAL)),
    Situation("On hold", "theater", "penciled",
              hold(HoldKind.PENCIL, medium=Medium.THEATRE, rep="Ash Rowe")),
    Situation("Released", "commercial", "from a pin",
              hold(HoldKind.PIN, medium=Medium.COMMERCIAL, cleared=Cleared.RELEASED)),
    Situation("An offer", "film", "not answered", staged(Stage.OFFER, Medium.FILM)),
    Situation("An offer", "web", "not answered", staged(Stage.OFFER, Medium.WEB)),
    Situation("Booked", "theater", "", staged(Stage.BOOKED, Medium.THEATRE)),
    Situation("Booked", "commercial", "", staged(Stage.BOOKED, Medium.COMMERCIAL)),
    Situation("Wrapped", "film", "no footage yet", staged(Stage.WRAPPED, Medium.FILM)),
    Situation("Wrapped", "theater", "", staged(Stage.WRAPPED, Medium.THEATRE)),
    # How it ended.
    Situation("They passed", "TV", "and said so", closed(Disposition.PASSED_TOLD)),
    Situation("They passed", "commercial", "and said so",
              closed(Disposition.PASSED_TOLD, medium=Medium.COMMERCIAL)),
    Situation("They passed", "film", "after a callback",
              closed(Disposition.PASSED_TOLD, medium=Medium.FILM, stage=Stage.CALLBACK)),
    Situation("They cast someone else", "TV", "", closed(Disposition.CAST_OTHERWISE)),
    Situation("You let it go", "TV", "after an audition", closed(Disposition.PRESUMED_PASSED)),
    Situation("You let it go", "film", "a submission",
              closed(Disposition.PRESUMED_PASSED, medium=Medium.FILM, stage=Stage.SUBMITTED)),
    Situation("The role was cut", "TV", "", closed(Disposition.ROLE_CUT)),
    Situation("The project was shelved", "film", "",
              closed(Disposition.PROJECT_SHELVED, medium=Medium.FILM)),
    Situation("The session was canceled", "commercial", "",
              closed(Disposition.CANCELLED, medium=Medium.COMMERCIAL, stage=Stage.REQUESTED)),
    Situation("The deadline passed", "TV", "",
              closed(Disposition.DEADLINE_MISSED, stage=Stage.REQUESTED)),
    Situation("You said no", "film", "to an offer",
              closed(Disposition.OFFER_DECLINED, medium=Medium.FILM, stage=Stage.OFFER)),
    Situation("You said no", "commercial", "to a request",
              closed(Disposition.REQUEST_DECLINED, medium=Medium.COMMERCIAL,
                     stage=Stage.REQUESTED)),
    Situation("The offer was withdrawn", "film", "",
              closed(Disposition.OFFER_WITHDRAWN, medium=Medium.FILM, stage=Stage.OFFER)),
    Situation("They recast the part", "TV", "", closed(Disposition.RECAST, stage=Stage.BOOKED)),
    Situation("The reason they gave", "TV", "the look", closed(reason=Reason.LOOK_OR_PAIRING)),
    Situation("The reason they gave", "TV", "too similar to somebody cast",
              closed(reason=Reason.TOO_SIMILAR_TO_CAST)),
    Situation("The reason they gave", "TV", "someone in mind",
              closed(reason=Reason.SOMEONE_IN_MIND)),
    Situation("The reason they gave", "film", "too young",
              closed(reason=Reason.AGE_READ, medium=Medium.FILM,
                     feedback="You didn't read old enough.")),
    Situation("The reason they gave", "TV", "too old",
              closed(reason=Reason.AGE_READ, feedback="A bit too old for him.")),
    Situation("The reason they gave", "commercial", "a conflict",
              closed(reason=Reason.CONFLICT, medium=Medium.COMMERCIAL)),
    Situation("The reason they gave", "film", "the dates",
              closed(reason=Reason.SCHEDULE, medium=Medium.FILM)),
    Situation("The reason they gave", "film", "they wanted a name",
              closed(reason=Reason.NAME_VALUE, medium=Medium.FILM)),
    Situation("The reason they gave", "TV", "the role being cut", closed(reason=Reason.ROLE_CUT)),
    Situation("The reason they gave", "TV", "the audition itself",
              closed(reason=Reason.PERFORMANCE)),
    # The work itself, practice, and the career.
    Situation("Low marks", "TV", "listening, once", read(6, marks={"listening": 2})),
    Situation("Low marks", "TV", "clarity, once", read(6, marks={"clarity": 1})),
    Situation("Rushed twice", "TV", "before the next tape",
              coming(IN, _TAPE, career=career(pacing=(-1, -2)))),
    Situation("A class yesterday", "none", "nothing coming up, nothing for 41 days",
              practiced((PracticeKind.CLASS, 1), last_read=41)),
    Situation("Coaching", "none", "three days ago",
              practiced((PracticeKind.COACHING, 3), last_read=9)),
    Situation("Networking", "none", "yesterday",
              practiced((PracticeKind.NETWORKING, 1), last_read=9)),
    Situation("Own work", "none", "last week",
              practiced((PracticeKind.OWN_CONTENT, 6), last_read=9)),
    Situation("No practice", "none", "for three weeks",
              practiced((PracticeKind.CLASS, 25), last_read=40)),
    Situation("A dry spell", "none", "35 days", after(last_read=35)),
    Situation("A dry spell", "none", "90 days", after(last_read=90)),
    Situation("Ten without a callback", "none", "", after(without_callback=12)),
    Situation("No agent", "none", "twelve submissions on your own", after(by_yourself=12)),
)  # fmt: skip


class TipForSituation(NamedTuple):
    """A situation, its tip, and the tip that comes next when that one was shown."""

    situation: Situation
    tip: Tip
    then: Tip


def tips_for_situations(now: DateTime, voices: Sequence[Voice]) -> tuple[TipForSituation, ...]:
    """Return every situation on the day of `now` with the two tips that it gets first."""
    morning = now.replace(hour=9, minute=0, second=0, microsecond=0)
    return tuple(_tips(situation, morning, voices) for situation in SITUATIONS)


def _tips(situation: Situation, now: DateTime, voices: Sequence[Voice]) -> TipForSituation:
    context = situation.make(now)
    first = choose_tip(context, TipHistory(), voices)
    shown = TipHistory().after_showing(first, context) if first else TipHistory()
    then = choose_tip(context, shown.forget_today(), voices)
    if first is None or then is None:
        raise LookupError(f"no tip for {situation.moment}: {situation.what}")
    return TipForSituation(situation, first, then)

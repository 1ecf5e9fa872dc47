"""The one thing to do now, and the next date."""

import datetime as dt

import pytest
from msgspec.structs import replace

from callbacktui.domain.agenda import Part, agenda
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Board, board
from callbacktui.domain.enums import Format, Medium, ReceiptKind, RoundKind
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.most_urgent_thing import NextThing, next_date, next_thing
from callbacktui.domain.round import Receipt
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from tests.factories import NOW, TODAY, ZONE, asked, audition, done, moment, read_on, reflection

YESTERDAY = audition(id="past", role="Past", stage=Stage.REQUESTED, rounds=(asked(at=moment(-1)),))
TAPE = audition(
    id="tape",
    role="Tape",
    stage=Stage.REQUESTED,
    rounds=(asked(format=Format.SELF_TAPE, due_at=moment(1, 12)),),
)
READ = read_on(2, id="read", role="Read", medium=Medium.TV)
QUIET = read_on(30, id="quiet", role="Quiet", medium=Medium.TV)
FAR = audition(id="far", role="Far", stage=Stage.REQUESTED, rounds=(asked(at=moment(9, 10)),))


def shown(*auditions: Audition) -> Board:
    return board(auditions, NOW, Windows())


def thing(*auditions: Audition) -> NextThing:
    return next_thing(shown(*auditions), NOW)


def test_most_urgent_thing_comes_first() -> None:
    order = [YESTERDAY, TAPE, READ, QUIET]
    found = [thing(*reversed(order[n:])) for n in range(len(order))]
    assert [found_.audition for found_ in found] == ["past", "tape", "read", ""]
    assert [found_.words for found_ in found] == [
        "did you do it?",
        "tape due, in 22 h",
        "no look back yet",
        "1 is quiet and safe to let go",
    ]
    assert [found_.brief for found_ in found] == [
        "done?",
        "tape due",
        "no look back",
        "1 is quiet",
    ]
    assert [tuple(id_ for id_, _ in found_.ways) for found_ in found] == [
        ("next_stage", "change_time"),
        ("receipt",),
        ("reflect",),
        ("sweep",),
    ]


@pytest.mark.parametrize(("minutes", "leads"), [(-1, False), (15, True), (180, True), (181, False)])
def test_imminent_appointment_comes_before_old_questions(minutes: int, leads: bool) -> None:
    at = Moment.of(NOW.add(minutes=minutes))
    door = audition(id="door", role="Door", stage=Stage.REQUESTED, rounds=(asked(at=at),))
    found = thing(YESTERDAY, door)
    assert (found.audition == "door") is leads
    assert (found.words == "audition, in 15 min") is (minutes == 15)
    first = agenda(shown(YESTERDAY, door), NOW)[0]
    assert (first.title == door.name) is leads
    assert first.part(NOW) is Part.NOW


def test_tape_past_its_deadline_asks_with_one_key() -> None:
    late = audition(stage=Stage.REQUESTED, rounds=(asked(due_at=moment(-1)),))
    assert thing(late).words == "was it sent?"
    assert thing(late).ways == (("receipt", "answer"),)


def test_oldest_open_question_comes_first() -> None:
    older = audition(id="older", stage=Stage.REQUESTED, rounds=(asked(at=moment(-3)),))
    assert thing(YESTERDAY, older).audition == "older"


def test_nothing_urgent_says_nothing_to_do() -> None:
    looked_back = read_on(2, rounds=(done(2, reflection=reflection()),))
    assert thing() == thing(FAR) == thing(looked_back) == NextThing(words="Nothing to do now.")


def test_quiet_auditions_are_counted() -> None:
    assert thing(QUIET, read_on(40, id="q2", medium=Medium.TV)).words == (
        "2 are quiet and safe to let go"
    )


@pytest.mark.parametrize(("hours", "is_near"), [(0, True), (36, True), (37, False)])
def test_appointment_is_urgent_from_36_hours_before(hours: int, is_near: bool) -> None:
    at = Moment.of(NOW.add(hours=hours))
    soon = audition(id="soon", stage=Stage.REQUESTED, rounds=(asked(at=at),))
    assert (thing(soon).audition == "soon") is is_near


def test_day_without_a_time_shows_no_hours() -> None:
    day = Moment.on(NOW.date() + dt.timedelta(1), ZONE)
    soon = audition(
        id="soon", role="Soon", stage=Stage.CALLBACK,
        rounds=(asked(kind=RoundKind.CALLBACK, at=day),),
    )  # fmt: skip
    assert thing(soon)[:3] == ("Tomorrow", "Soon, Hamlet", "callback")


@pytest.mark.parametrize(("days", "asks"), [(0, True), (3, True), (4, False)])
def test_look_back_is_suggested_for_three_days(days: int, asks: bool) -> None:
    assert (thing(read_on(days)).words == "no look back yet") is asks


def test_next_date_is_the_first_upcoming_one() -> None:
    undated = audition(id="undated", stage=Stage.CONSIDERING)
    assert next_date(shown(YESTERDAY, FAR, TAPE, undated), NOW) == NextThing(
        "tomorrow 12:00", "Tape, Hamlet", "tape", "tape"
    )
    assert next_date(shown(YESTERDAY, undated), NOW) == NextThing()


def test_confirm_by_time_comes_before_the_appointment() -> None:
    read = asked(at=moment(1, 15), confirm_by=moment(0, 18))
    found = thing(audition(id="soon", stage=Stage.REQUESTED, rounds=(read,)), TAPE)
    assert (found.when, found.words, found.ways) == (
        "By today 18:00",
        "confirm the audition",
        (("receipt", "confirmed"),),
    )
    confirmed = replace(read, receipts=(Receipt(what=ReceiptKind.CONFIRMED),))
    assert thing(audition(stage=Stage.REQUESTED, rounds=(confirmed,))).words == "audition, in 25 h"


def pinned(**fields: object) -> Audition:
    hold = Hold(id="h", word_used="pinned", **fields)  # type: ignore[arg-type]
    return audition(id="pin", role="Pin", stage=Stage.HOLD, holds=(hold,), rounds=(done(9),))


def test_hold_comes_at_its_answer_by_time_or_after_all_dates() -> None:
    asked_for = thing(pinned(answer_by=moment(0, 17)), TAPE)
    assert (asked_for.when, asked_for.audition) == ("By today 17:00", "pin")
    assert (asked_for.words, asked_for.ways) == ("answer “pinned”", (("receipt", "answer"),))
    assert thing(pinned(), TAPE).audition == "tape"
    assert (thing(pinned(), READ).audition, thing(pinned(), READ).when) == ("pin", "")
    assert thing(pinned(answer_by=moment(3, 17))).words == "Nothing to do now."
    assert thing(pinned(replied_on=TODAY)).words == "Nothing to do now."


def test_hold_past_its_answer_by_time_is_still_asked_about() -> None:
    late = thing(pinned(answer_by=moment(-2, 12)), YESTERDAY, QUIET)
    assert (late.when, late.audition) == ("19 Nov 12:00", "pin")
    assert (late.words, late.brief) == ("“pinned”: did you answer?", "answered?")
    assert late.ways == (("receipt", "answer"),)
    answered = thing(pinned(answer_by=moment(-2, 12), replied_on=TODAY), YESTERDAY)
    assert answered.audition == "past"


def test_confirm_by_time_that_is_over_is_asked_about_until_the_appointment() -> None:
    read = asked(at=moment(1, 15), confirm_by=moment(-1, 18))
    found = thing(audition(id="soon", stage=Stage.REQUESTED, rounds=(read,)), QUIET)
    assert (found.when, found.words) == ("Yesterday 18:00", "was it confirmed?")
    assert found.ways == (("receipt", "answer"),)
    over = replace(read, at=moment(-1, 19))
    found = thing(audition(id="soon", stage=Stage.REQUESTED, rounds=(over,)))
    assert (found.when, found.words) == ("Yesterday 19:00", "did you do it?")

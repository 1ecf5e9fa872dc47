"""Times of an invitation: none is wrong, none is lost, and what can be read two ways is asked."""

import datetime as dt
from typing import Final

import pendulum
import pytest

from callbacktui.domain.dates.spans import Span
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.moment import Moment
from callbacktui.domain.stage import Stage
from callbacktui.exchange.invitation.days import find_days
from callbacktui.exchange.invitation.propose_audition import propose, propose_change
from callbacktui.exchange.invitation.reader import read_invitation
from callbacktui.exchange.invitation.reading_result import Reading, with_answer
from callbacktui.tui.invitation.review_state import Review
from tests.factories import asked as ask_round
from tests.factories import audition, present

NOW = pendulum.datetime(2026, 11, 29, 21, 0, tz="America/New_York")  # a Sunday
TAPE = "Self-tape for THE DEEP, role of ANNA."
CALLBACK = "Callback for THE DEEP, role of ANNA."


def read(text: str, order: DateOrder = DateOrder.MDY) -> Reading:
    return read_invitation(text.encode(), NOW, order=order)


def asked(reading: Reading, field: str) -> tuple[str, ...]:
    return next((one.plain for one in reading.questions if one.field == field), ())


@pytest.mark.parametrize(
    ("said", "at"),
    [
        (
            "Paper Harbor has moved your callback from Thursday 11:40am to 12:20pm.",
            "2026-12-03T12:20:00-05:00",
        ),
        (
            "Your audition for MAEVE has been moved from Wednesday 10:50am to 11:30am.",
            "2026-12-02T11:30:00-05:00",
        ),
        (
            "Your Thursday callback has been moved from 11:40 to 12:20.",
            "2026-12-03T12:20:00-05:00",
        ),
        ("They're pushing your 11:40am on Thursday to 12:20pm.", "2026-12-03T12:20:00-05:00"),
        ("Your Thursday 12/3 11:40am slot is now 12:20pm.", "2026-12-03T12:20:00-05:00"),
        ("Time change: Thu 3 Dec 11.40am -> 12.20pm", "2026-12-03T12:20:00-05:00"),
        ("Wednesday 12/2, from 10:50am to 11:30am instead.", "2026-12-02T11:30:00-05:00"),
        ("casting bumped u from 3 to 345 thurs, same zoom", "2026-12-03T15:45:00-05:00"),
        ("Your callback was Thursday at 11:40am, now 12:20pm.", "2026-12-03T12:20:00-05:00"),
        (
            "Your recall has been brought forward from 4pm on Thursday to 2.15.",
            "2026-12-03T14:15:00-05:00",
        ),
        (
            "Your 11:40am slot on Thursday has been rescheduled to Friday 12/4 at 2pm.",
            "2026-12-04T14:00:00-05:00",
        ),
    ],
)
def test_moved_audition_has_the_new_hour(said: str, at: str) -> None:
    reading = read(f"THE DEEP, role of ANNA. {said}")
    assert (reading.kind.value, reading.text_of("at")) == ("change", at)
    assert not asked(reading, "at")


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("The tape deadline moved from Friday noon to Friday 5pm.", "2026-12-04T17:00:00-05:00"),
        (
            "The self tape deadline is extended from Monday 10am to Tuesday 6pm PT.",
            "2026-12-01T18:00:00-08:00",
        ),
    ],
)
def test_moved_deadline_has_the_new_hour(said: str, due: str) -> None:
    reading = read(f"THE DEEP, role of ANNA. {said}")
    assert (reading.text_of("due_at"), reading.text_of("at")) == (due, "")


def test_audition_moved_to_another_day_asks_for_its_hour() -> None:
    reading = read(f"{CALLBACK} It has moved from Wednesday 12/2 at 10:50am to Thursday 12/3.")
    assert reading.text_of("at") == ""
    assert asked(reading, "at") == ("2026-12-03T10:50:00-05:00",)


def test_moved_hour_is_on_the_day_of_the_answered_mail() -> None:
    reading = read(
        "Hi, they've moved your callback from 11:40am to 12:20pm.\n\n"
        "On Sat, Nov 28, 2026 at 3:10 PM Ann <ann@x.example> wrote:\n"
        "> Callback for ANNA in THE DEEP: Thursday 12/3 at 11:40am, 12 Main St, New York."
    )
    assert reading.text_of("at") == "2026-12-03T12:20:00-05:00"


def test_hour_range_is_not_a_move() -> None:
    assert read(f"{CALLBACK} Wednesday 12/2, from 10:50am to 11:30am.").text_of("at") == (
        "2026-12-02T10:50:00-05:00"
    )


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Tape due: Wed 2 Dec, 17.00 UK", "2026-12-02T17:00:00+00:00"),
        ("Due Friday noon LA.", "2026-12-04T12:00:00-08:00"),
        ("Due Friday 5pm L.A. Thanks!", "2026-12-04T17:00:00-08:00"),
        ("Tapes in by 6pm UK on Thursday please.", "2026-12-03T18:00:00+00:00"),
        ("Due Thursday 10am London, sorry for the rush", "2026-12-03T10:00:00+00:00"),
        ("Due Friday 3pm NYC or sooner", "2026-12-04T15:00:00-05:00"),
        ("Due Friday 3pm London Bridge Studios", "2026-12-04T15:00:00-05:00"),
    ],
)
def test_country_or_city_after_an_hour_is_its_zone(said: str, due: str) -> None:
    assert read(f"{TAPE}\n{said}").text_of("due_at") == due


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Due tomorrow EOD (6pm PST).", "2026-11-30T18:00:00-08:00"),
        ("Due tomorrow by close of business, 5pm GMT.", "2026-11-30T17:00:00+00:00"),
        ("Due Tuesday COB / 6pm ET.", "2026-12-01T18:00:00-05:00"),
        ("Due Tuesday 6pm PT EOD", "2026-12-01T18:00:00-08:00"),
        ("Due: EOD Tuesday 12/1 (that's 7pm PT)", "2026-12-01T19:00:00-08:00"),
        ("Send it no later than 30/11 kl 15:00 CET.", "2026-11-30T15:00:00+01:00"),
        ("Due dec 1 1159pm PT", "2026-12-01T23:59:00-08:00"),
        (
            "Due tomorrow, Monday 11/30, 11:15am Pacific / 2:15pm Eastern",
            "2026-11-30T14:15:00-05:00",
        ),
    ],
)
def test_hour_beside_an_end_of_day_is_read(said: str, due: str) -> None:
    assert read(f"{TAPE} {said}").text_of("due_at") == due


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        (
            "tomorrow, Tuesday 12/1, at 3pm",
            ("2026-12-01T15:00:00-05:00", "2026-11-30T15:00:00-05:00"),
        ),
        ("tomorrow, Wednesday, at 3pm", ("2026-12-02T15:00:00-05:00", "2026-11-30T15:00:00-05:00")),
        (
            "December 4th, Thursday, at 3pm",
            ("2026-12-04T15:00:00-05:00", "2026-12-03T15:00:00-05:00"),
        ),
    ],
)
def test_contradicting_day_is_asked(said: str, choices: tuple[str, ...]) -> None:
    assert asked(read(f"{CALLBACK} They can see you {said}."), "at") == choices


@pytest.mark.parametrize(
    "said",
    [
        "We could do Tuesday 8th at 7.45pm or Wednesday 9th at 8.15. Which do you prefer?",
        "Slots: Tues 8th Dec 7.45pm / Wed 9th Dec at 8.15",
        "Tues 8th Dec 7.45pm works for them. They could also do Wednesday 9th at 8.15.",
    ],
)
def test_hour_after_an_evening_hour_is_in_the_evening(said: str) -> None:
    assert asked(read(f"{CALLBACK} {said}"), "at") == (
        "2026-12-08T19:45:00-05:00",
        "2026-12-09T20:15:00-05:00",
    )


@pytest.mark.parametrize(
    "said",
    [
        "Monday 12/7. We have 10:10am or 1:40pm. Which works?",
        "Monday 12/7\n\nAvailable times: 10:10am, 1:40pm",
        "mon 12/7. they hv 1010a or 140p lmk",
        "Monday 12/7 at 10:10am. They also have 1:40pm if that's easier.",
        "Date: Monday 12/7\nTime: 10:10am or 1:40pm",
        "They can do Monday 7th December. Either 10.10 or 1.40, let me know",
        "Slots:\n- Mon 12/7 10:10am\n- Mon 12/7 1:40pm",
    ],
)
def test_alternative_hours_of_a_day_are_asked(said: str) -> None:
    reading = read(f"{CALLBACK}\n{said}")
    assert reading.text_of("at") == ""
    assert asked(reading, "at") == ("2026-12-07T10:10:00-05:00", "2026-12-07T13:40:00-05:00")


@pytest.mark.parametrize(
    "said",
    [
        "Audition Dates: Sunday, December 6, 10am-1pm and Monday, December 7, 6:30-9:30pm",
        "Auditions will be held Sun, December 6, 10am-1pm and Mon, December 7, 6:30-9:30pm.",
        "We are holding auditions Sun, December 6, 10am-1pm and Mon, December 7, 6:30-9:30pm.",
        "Dates and times: Sunday, December 6, 10am-1pm and Monday, December 7, 6:30-9:30pm.",
    ],
)
def test_alternative_audition_days_are_asked(said: str) -> None:
    reading = read(f"Audition for THE DEEP, role of ANNA.\n{said}")
    assert asked(reading, "at") == ("2026-12-06T10:00:00-05:00", "2026-12-07T18:30:00-05:00")
    assert reading.text_of("shoot_from") == reading.text_of("at") == ""


def test_proposed_hour_within_a_range_is_read() -> None:
    reading = read(
        "Thanks for applying via Backstage. We're holding auditions for THE DEEP Saturday Dec 5"
        " between 1pm and 4pm at Tisch, 721 Broadway, 11th floor. We'd love you to read Anna.\n\n"
        "Could you do 2:30?"
    )
    assert reading.text_of("at") == "2026-12-05T14:30:00-05:00"
    assert reading.text_of("place") == "Tisch, 721 Broadway, 11th floor"


def test_alternative_day_is_asked() -> None:
    reading = read(f"{CALLBACK} Monday 12/7 at 10:10am, or Tuesday 12/8.")
    assert asked(reading, "at") == ("2026-12-07T10:10:00-05:00", "2026-12-08")


FORWARDED = """Subject: Fwd: Self tape THE DEEP

{said}

---------- Forwarded message ---------
From: Casting <casting@office.example>
Date: Sun, Nov 29, 2026 at 4:00 PM
Subject: Self tape THE DEEP
To: Agent <agent@agency.example>

Self tape request for ANNA in THE DEEP.
Deadline {deadline}"""


def test_day_takes_the_hour_of_the_forwarded_mail() -> None:
    reading = read(
        FORWARDED.format(
            said="tape for ANNA due tmrw EOD their time", deadline="Monday, Nov 30, 6:00 PM PST"
        )
    )
    assert reading.text_of("due_at") == "2026-11-30T18:00:00-08:00"


def test_agents_deadline_is_used_and_the_other_shown() -> None:
    reading = read(
        FORWARDED.format(said="Tape for ANNA due by Monday", deadline="Tuesday, Dec 1, 6 PM PST")
    )
    assert reading.text_of("due_at") == "2026-11-30"
    assert reading.unplaced == ("Deadline Tuesday, Dec 1, 6 PM PST",)


def test_hour_apart_from_the_deadline_day_is_asked() -> None:
    reading = read(f"{TAPE} Tape due Monday. They need it uploaded before 3pm GMT.")
    assert asked(reading, "due_at") == ("2026-11-30T15:00:00+00:00",)


@pytest.mark.parametrize("whose", ["their time", "casting's time", "office time"])
def test_hour_in_an_unknown_zone_is_asked(whose: str) -> None:
    assert asked(read(f"{TAPE} Tape due Friday by 5pm {whose}."), "due_at") == (
        "2026-12-04T17:00:00-08:00",
        "2026-12-04T17:00:00-05:00",
        "2026-12-04T17:00:00+00:00",
    )


@pytest.mark.parametrize(
    ("said", "by", "decides"),
    [
        (
            "Decision expected by Friday\nPlease confirm hold by 5pm ET today",
            "2026-11-29T17:00:00-05:00",
            "2026-12-04",
        ),
        (
            "Decision due Friday. Please confirm the hold by noon tomorrow.",
            "2026-11-30T12:00:00-05:00",
            "2026-12-04",
        ),
        (
            "Word expected by Friday. Reply by 6pm tonight to hold.",
            "2026-11-29T18:00:00-05:00",
            "2026-12-04",
        ),
        (
            "We expect an answer from client by Friday. Confirm your avail by 10am tomorrow.",
            "2026-11-30T10:00:00-05:00",
            "2026-12-04",
        ),
    ],
)
@pytest.mark.parametrize("word", ["FIRST REFUSAL", "1st refusal", "Pinned", "Hold"])
def test_hold_is_not_a_self_tape(word: str, said: str, by: str, decides: str) -> None:
    reading = read(
        f"{word}: Orchid Mobile\nHold dates: Dec 16, 17\nFitting: December 15 (time TBD)\n{said}"
    )
    assert reading.kind.value == "hold"
    assert reading.text_of("confirm_by") == by
    assert reading.text_of("decision_by") == decides
    assert reading.text_of("fitting") == "2026-12-15"
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (
        "2026-12-16",
        "2026-12-17",
    )
    assert reading.text_of("due_at") == reading.text_of("format") == ""


def test_source_words_of_a_format_are_in_the_mail() -> None:
    mail = "Audition for THE DEEP, role of ANNA. Upload your work by Friday 5pm."
    [said] = [one for one in read(mail).said if one.field == "format"]
    assert said.value == "self_tape"
    assert said.words in mail


def test_date_is_asked_if_the_usual_order_is_in_the_past() -> None:
    reading = read(
        "Self tape request\nProduction: The Salt Road\nRole: Ewan\nDeadline: 02/12/2026 12:00\n"
        "Shoot dates: 11/01/2027 - 12/02/2027"
    )
    assert asked(reading, "due_at") == ("2026-12-02T12:00:00-05:00", "2026-02-12T12:00:00-05:00")
    assert asked(reading, "shoot_from") == ("2027-01-11", "2027-11-01")
    assert asked(reading, "shoot_to") == ("2027-02-12", "2027-12-02")
    [first] = [one for one in reading.questions if one.field == "shoot_from"]
    told = with_answer(reading, first, first.choices[0])
    assert told.text_of("shoot_to") == "2027-02-12"
    assert [one.field for one in told.questions] == ["due_at"]


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        ("Deadline 02/12 12:00 GMT", ("2026-12-02T12:00:00+00:00", "2027-02-12T12:00:00+00:00")),
        ("Tape due 3/12 at 5pm", ("2026-12-03T17:00:00-05:00", "2027-03-12T17:00:00-05:00")),
        ("Deadline: 02.12.2026, 12:00", ("2026-12-02T12:00:00-05:00", "2026-02-12T12:00:00-05:00")),
        ("Due 05/12/26 noon", ("2026-12-05T12:00:00-05:00", "2026-05-12T12:00:00-04:00")),
    ],
)
def test_far_or_past_deadline_asks_for_its_month(said: str, choices: tuple[str, ...]) -> None:
    reading = read(f"{TAPE}\n{said}")
    assert asked(reading, "due_at") == choices
    assert not asked(read(f"{TAPE}\n{said}", DateOrder.DMY), "due_at")


@pytest.mark.parametrize(
    "proof", ["Fitting 30/11.", "Table read: 14/12/26.", "Recalls 14/12.", "Today is Sunday 29/11."]
)
def test_one_date_sets_the_order_of_the_mail(proof: str) -> None:
    reading = read(f"Avail check for WINTER LIGHT. {proof} They need you 4/12 or 5/12.")
    days = {day for one in reading.questions if one.field == "shoot_from" for day in one.plain}
    assert {"2026-12-04", "2026-12-05"} <= days
    assert not any(day.startswith("2027") for day in days)


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Submitted: 05/11/2026\nDeadline: 12/2/2026 12:00", "2026-12-02T12:00:00-05:00"),
        ("Deadline: 12/4 at noon. Shoots 1/11-2/12.", "2026-12-04T12:00:00-05:00"),
    ],
)
def test_a_likely_date_is_read_in_the_usual_order(said: str, due: str) -> None:
    assert read(f"{TAPE}\n{said}").text_of("due_at") == due


def mail(sender: str, offset: str, end: str, *, is_file: bool = True) -> str:
    file = "MIME-Version: 1.0\n" if is_file else ""
    return (
        f"{file}From: {sender}\nDate: Sun, 29 Nov 2026 18:00:00 {offset}\nSubject: HARBOR"
        f"\nTo: me@mail.example\n\nTape for HARBOR, role of Tess, due Thursday 3rd at 5pm.\n\n{end}"
    )


@pytest.mark.parametrize(
    ("offset", "end", "there"),
    [
        ("+0000", "Pippa x\n+44 20 7946 0000", "+00:00"),
        ("+0000", "Pippa, London WC2H 7JA", "+00:00"),
        ("+0000", "Pippa\n020 7946 0000", "+00:00"),
        ("+0000", "Pippa", "+00:00"),
        ("+0000", "Zoom chat before it: Wednesday 4pm GMT.\n\nPippa", "+00:00"),
        ("+0000", "We sign off at 9pm PT on Friday.\n\nLee", "-08:00"),
        ("-0800", "Lee", "-08:00"),
        ("-0600", "Lee", "-06:00"),
        ("+0100", "Jo", "+01:00"),
    ],
)
@pytest.mark.parametrize("is_file", [True, False])
def test_hour_written_in_another_zone_is_asked(
    offset: str, end: str, there: str, *, is_file: bool
) -> None:
    reading = read(mail("Pippa <pippa@agency.example>", offset, end, is_file=is_file))
    assert asked(reading, "due_at") == ("2026-12-03T17:00:00-05:00", f"2026-12-03T17:00:00{there}")


@pytest.mark.parametrize(
    ("sender", "offset", "end"),
    [
        ("Lee <lee@agency.example>", "-0500", "Lee"),
        ("Lee <lee@agency.example>", "+0000", "Lee\n212-555-0101"),
        ("Lee <lee@agency.example>", "+0000", "We sign off at 9pm ET on Friday.\n\nLee"),
        ("Lee <lee@agency.example>", "+0000", "Shoots December 12.\n\nLee"),
        ("Lee <lee@agency.example>", "+0000", "Lee\n212.555.0101"),
        ("Actors Access <noreply@platform.example>", "+0000", ""),
    ],
)
def test_mail_program_zone_is_not_the_writers(sender: str, offset: str, end: str) -> None:
    assert read(mail(sender, offset, end)).text_of("due_at") == "2026-12-03T17:00:00-05:00"


def test_australian_mail_uses_the_australian_zone() -> None:
    sydney = NOW.in_timezone("Australia/Sydney")
    text = mail("Lee <lee@agency.com.au>", "+0000", "Lee\n0291 570 006")
    found = read_invitation(text.encode(), sydney).text_of("due_at")
    assert found == "2026-12-03T17:00:00+11:00"


PLAY = "Audition for THE WEIR, role of NELL: Wednesday 12/2 at 2pm, 12 Main St, New York.\n"


@pytest.mark.parametrize(
    "said",
    [
        "Rehearsals Tues/Thurs evenings from 12 January. Opening: February 6. Closing: March 7.",
        "Rehearsals: Tues/Thurs evenings from 12 January\nOpening: February 6\nClosing: March 7",
        "Rehearsals Mon-Fri from January 12. Opens February 6, closes March 7.",
        "Rehearsals begin Jan 12 (Mondays to Fridays). Performances Feb 6 - March 7, Thu-Sun.",
        "Rehearsals every Tuesday and Thursday from 12 January. Runs 6 Feb to 7 March",
        "First rehearsal: 1/12\nOpening night: 2/6\nFinal performance: 3/7",
        "Rehearsals start January 12\nPreviews: Feb 4\nPress night: Feb 6\nClosing night: March 7",
    ],
)
def test_work_on_a_play_spans_all_its_dates(said: str) -> None:
    reading = read(PLAY + said)
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (
        "2027-01-12",
        "2027-03-07",
    )
    assert reading.text_of("due_at") == ""


def test_recurring_weekdays_are_not_dates() -> None:
    assert read(f"{PLAY}Rehearsals Tues/Thurs evenings in January.").text_of("shoot_from") == ""


def test_closing_day_without_a_play_is_a_deadline() -> None:
    reading = read("You're invited to submit a self-tape for THE WEIR. Closing: Friday 5pm.")
    assert reading.text_of("due_at") == "2026-12-04T17:00:00-05:00"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (
            "Subject: Screen test - PINES\n\n12/9, 8:15a call. Chem read w/ Ann. Then test 12/16.",
            "screen_test",
        ),
        (
            "Screen test\nDate: 12/9\nCall: 8:15a\nChem read with Ann\nHold 12/16, network test",
            "screen_test",
        ),
        (
            "Screen test\nWhen: Wednesday, December 9, 8:15a call\nNetwork test: 12/16 (hold)",
            "screen_test",
        ),
        (
            "Producer session for Cass in HOLLOW PINES, 12/9, 8:15a call. Studio test TBD.",
            "producer_session",
        ),
        ("Callback + chemistry read for Cass in HOLLOW PINES, 12/9 at 8:15am.", "chemistry_read"),
        ("Callback for Cass in HOLLOW PINES, 12/9 at 8:15. Network test might follow.", "callback"),
    ],
)
def test_round_is_the_one_the_mail_is_about(said: str, kind: str) -> None:
    reading = read(said)
    assert reading.text_of("kind_of_round") == kind
    assert reading.text_of("at") == "2026-12-09T08:15:00-05:00"
    assert reading.text_of("shoot_from") == ""


PUT_OFF = [
    "Your callback for THE WEIR on Thursday is cancelled. New date next week - will let you know.",
    "Unfortunately Thursday's session is cancelled, director is sick. We'll reschedule next week.",
    "Your callback for THE WEIR on Thursday 12/3 at 2pm has been postponed. New time to follow.",
    "Thurs is off, THE WEIR. they'll find another day",
    "Callback cancelled: THE WEIR, Thursday 12/3 2pm. Client is away; hoping to rebook in January.",
    "Thursday 12/3 can't happen, it's called off. We don't have a new date yet, sit tight!",
]
OVER = [
    "Your callback for THE WEIR on Thursday 12/3 at 2pm has been cancelled. The role has been cut.",
    "Your callback for THE WEIR on Thursday 12/3 is cancelled and will not be rescheduled.",
    "Your callback for THE WEIR is cancelled. We don't have a new date.",
]


@pytest.mark.parametrize("said", PUT_OFF)
def test_postponed_audition_stays_open_without_a_time(said: str) -> None:
    reading = read(said)
    assert reading.kind.value == "change"
    assert reading.is_put_off
    assert reading.text_of("at") == ""
    old = Moment(day=dt.date(2026, 12, 3), time=dt.time(14), zone="America/New_York")
    before = audition(stage=Stage.CALLBACK, rounds=(ask_round(kind=RoundKind.CALLBACK, at=old),))
    after = propose_change(before, reading, NOW)
    assert after.is_open
    assert [one.at for one in after.rounds] == [None]
    assert [when.at for when in after.rounds[0].told_times] == [old]


@pytest.mark.parametrize("said", OVER)
def test_canceled_audition_ends(said: str) -> None:
    assert read(said).kind.value == "cancel"


def test_postponement_of_another_day_is_ignored() -> None:
    at = Moment(day=dt.date(2026, 12, 8), time=dt.time(14), zone="America/New_York")
    before = audition(stage=Stage.CALLBACK, rounds=(ask_round(kind=RoundKind.CALLBACK, at=at),))
    after = propose_change(before, read(PUT_OFF[2]), NOW)
    assert [one.at for one in after.rounds] == [at]


@pytest.mark.parametrize(
    "said",
    [
        "Your callback on Thursday 12/3 at 2pm is cancelled. New time: Friday 12/4 at 3pm.",
        "Your callback on Thursday 12/3 at 2pm has been postponed to Friday 12/4 at 3pm.",
        "Thursday's callback is off. We're rescheduling to Friday 12/4 at 3pm.",
    ],
)
def test_audition_postponed_to_a_time_has_that_time(said: str) -> None:
    reading = read(said)
    assert (reading.kind.value, reading.is_put_off) == ("change", False)
    assert reading.text_of("at") == "2026-12-04T15:00:00-05:00"


@pytest.mark.parametrize("word", ["AVAIL / first refusal", "Pinned", "Avail check", "1st refusal"])
def test_hold_on_alternative_days_keeps_both(word: str) -> None:
    reading = read(f"{word}: TORCH, role of Guard. Shoot 12/14 or 12/15, fitting 12/11.")
    assert asked(reading, "shoot_from") == ("2026-12-14", "2026-12-15")
    assert reading.text_of("fitting") == "2026-12-11"
    after = propose_change(audition(project="Torch", role="Guard"), reading, NOW)
    [hold] = after.holds
    assert hold.dates
    assert (hold.dates.words, hold.dates.said) == (
        "14 to 15 Dec 2026, tentative",
        "12/14 or 12/15",
    )
    assert "fitting 12/11" in after.notes
    [question] = reading.questions
    told = propose_change(
        audition(project="Torch", role="Guard"),
        with_answer(reading, question, question.choices[1]),
        NOW,
    )
    assert told.holds[0].dates
    assert told.holds[0].dates.words == "15 Dec 2026"


def test_open_times_are_kept_under_an_nda() -> None:
    reading = read(
        FORWARDED.format(
            said="Tape for ANNA due by Monday. NDA attached, sign it first.",
            deadline="Tuesday, Dec 1, 6 PM PST",
        )
    )
    assert reading.nda
    after = propose_change(audition(project="The Deep"), reading, NOW)
    assert after.notes == ("From a mail of 2026-11-29:\nDeadline Tuesday, Dec 1, 6 PM PST")
    assert propose_change(after, reading, NOW).notes == after.notes
    plain = propose_change(audition(), read(f"{CALLBACK} NDA. 12/7 at 3pm. Fitting 12/9."), NOW)
    assert "role of ANNA" not in plain.notes


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        ("choose a slot on 8 December: 10am / 10.30am / 2pm", ("10:00", "10:30", "14:00")),
        ("Tues 12/8: 11:00, 11:20 or 11:40?", ("11:00", "11:20", "11:40")),
        ("available times on Tuesday 12/8 are 9:40, 10:20 and 3:00", ("09:40", "10:20", "15:00")),
        ("Tuesday 12/8. Slots available are 10:10am, 11am and 1:40", ("10:10", "11:00", "13:40")),
        ("runs from 10am to 6pm on 8 December; your slot is 2:20pm.", ("14:20",)),
    ],
)  # fmt: skip
def test_slots_of_a_day_are_asked_in_any_words(said: str, choices: tuple[str, ...]) -> None:
    reading = read(f"Callback THE TERN, role of ANNA: {said}")
    assert asked(reading, "at") == tuple(f"2026-12-08T{hour}:00-05:00" for hour in choices)
    assert reading.text_of("shoot_from") == reading.text_of("at") == ""


def test_alternative_days_are_asked() -> None:
    reading = read("THE TERN callback, either Saturday morning or Sunday at 2pm. Which is better?")
    assert asked(reading, "at") == ("2026-12-06T14:00:00-05:00", "2026-12-05")


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("Arrive 2:45 for 3:15.", "2026-12-07T15:15:00-05:00"),
        ("They asked if you could do 3:15 rather than 2:20 on 12/7.", "2026-12-07T15:15:00-05:00"),
        (
            "Production needs to move your Monday 12/7 2:20pm with Renee to 3:15pm same day.",
            "2026-12-07T15:15:00-05:00",
        ),
        ("They've swapped you: now 3:15pm on 12/7, not 2:20pm.", "2026-12-07T15:15:00-05:00"),
        ("can u do 315 instead of 220 on 12/7", "2026-12-07T15:15:00-05:00"),
    ],
)  # fmt: skip
def test_audition_hour_is_found_beside_another(said: str, at: str) -> None:
    head = "Callback THE TERN Monday 12/7. " if said.startswith("Arrive") else "THE TERN callback. "
    assert read(head + said).text_of("at") == at


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Due 12/2 at 5pm LA (8pm NY).", "2026-12-02T20:00:00-05:00"),
        ("Due 12/2 5pm UK/12pm ET.", "2026-12-02T12:00:00-05:00"),
        ("Due 12/2, 5:00 p.m. (Atlanta)", "2026-12-02T17:00:00-05:00"),
        ("Due 12.2 for THE TERN.", "2026-12-02"),
        ("Due 5pm LA Wednesday", "2026-12-02T17:00:00-08:00"),
    ],
)
def test_deadline_named_twice_is_one(said: str, due: str) -> None:
    reading = read(f"Tape for THE TERN, Kit. {said}")
    assert (reading.text_of("due_at"), reading.unplaced) == (due, ())


@pytest.mark.parametrize(
    "said",
    [
        "Friday's callback has been canceled, we'll get you a new slot on Monday.",
        "Callback for THE WEIR tomorrow cancelled :( trying for next week, will text u",
        "Sadly your callback on 12/3 at 3pm won't happen as planned; a new date will be announced.",
    ],
)
def test_postponed_audition_does_not_end(said: str) -> None:
    reading = read(said)
    assert (reading.kind.value, reading.text_of("at")) == ("change", "")


def test_sentence_is_not_a_label() -> None:
    reading = read("Audition THE WEIR 12/2 2pm. Shoot: Jan 16-17.")
    assert reading.text_of("at") == "2026-12-02T14:00:00-05:00"
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (
        "2027-01-16",
        "2027-01-17",
    )


def test_end_of_a_test_option_is_not_work() -> None:
    reading = read(
        "THE WEIR network test Thursday 12/10 9:30a call time, Burbank. Test option runs to 12/31."
    )
    assert reading.text_of("kind_of_round") == "network_test"
    assert reading.text_of("at") == "2026-12-10T09:30:00-05:00"
    assert reading.text_of("shoot_from") == ""


def test_airline_name_is_not_an_air_date() -> None:
    reading = read("u r on heavy pencil for kestrel air 16 + 17 dec, fitting 14 dec. confirm asap")
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (
        "2026-12-16",
        "2026-12-17",
    )
    assert (reading.text_of("fitting"), reading.text_of("fitting_place")) == ("2026-12-14", "")


@pytest.mark.parametrize(
    ("said", "dates"),
    [
        ("5/12/2026 to 8/12/2026", "5 to 8 Dec 2026, tentative"),
        ("5/12 or 8/12. Answer due 3/12/2026", "5 Dec 2026, 8 Dec 2026, 12 May 2027, 12 Aug 2027"),
    ],
)
def test_hold_with_ambiguous_months_keeps_all_future_days(said: str, dates: str) -> None:
    reading = read(f"Pencilled for TORCH, role of Guard, {said}.")
    assert "shoot_from" in {one.field for one in reading.questions}
    [hold] = propose_change(audition(project="Torch", role="Guard"), reading, NOW).holds
    assert hold.dates
    assert hold.dates.words.startswith(dates)


def test_one_answer_settles_both_dates() -> None:
    review = Review(read("Pencilled for TORCH, Guard, 5/12/2026 to 8/12/2026."), (), NOW)
    review.answer("shoot_from", dt.date(2026, 12, 5))
    assert review.reading.text_of("shoot_to") == "2026-12-08"
    assert "shoot_to" not in {row.field for row in review.open_rows}


def test_offered_role_is_an_open_offer() -> None:
    reading = read("You've been offered the role of NELL in THE WEIR. Rehearsals from 12 January.")
    assert reading.kind.value == "booking"
    assert reading.text_of("shoot_from") == "2027-01-12"
    assert propose_change(audition(), reading, NOW).stage is Stage.OFFER


@pytest.mark.parametrize(
    ("said", "kind", "field"),
    [
        ("You've been offered a callback, Wednesday 12/2 at 2pm.", "callback", "at"),
        ("You've been offered an audition slot, Wednesday 12/2 at 2pm.", "appointment", "at"),
        ("You've been offered a self tape, due Wednesday 12/2 at 2pm.", "request", "due_at"),
        ("We're delighted to offer you a meeting, Wednesday 12/2 at 2pm.", "appointment", "at"),
        ("Offer of a first audition, Wednesday 12/2 at 2pm.", "appointment", "at"),
    ],
)
def test_offered_audition_is_not_a_booking(said: str, kind: str, field: str) -> None:
    reading = read(f"{said} Role of NELL in THE WEIR.")
    assert (reading.kind.value, reading.text_of(field)) == (kind, "2026-12-02T14:00:00-05:00")


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        (
            "Your callback has moved from Wed 12/2 to Fri 12/4 at 2:20pm.",
            "at",
            "2026-12-04T14:20:00-05:00",
        ),
        (
            "Your audition moves from Wednesday to Friday at 2pm.",
            "at",
            "2026-12-04T14:00:00-05:00",
        ),
        ("Your audition has moved from Dec 2 to Dec 4.", "at", "2026-12-04"),
        (
            "The tape deadline has moved from 12/2 to 12/4 at noon ET.",
            "due_at",
            "2026-12-04T12:00:00-05:00",
        ),
        ("Shoot dates have moved from Dec 14-16 to Dec 17-19.", "shoot_from", "2026-12-17"),
    ],
)
def test_moved_day_is_the_new_one(said: str, field: str, value: str) -> None:
    reading = read(f"Subject: THE WEIR - NELL\n\n{said}")
    assert (reading.kind.value, reading.text_of(field)) == ("change", value)


@pytest.mark.parametrize(
    "said",
    [
        "The shoot has moved from 12/14 at 7am to 12/16 at 7am.",
        "Production has moved from 12/14 to 12/16 at 7am.",
    ],
)
def test_moved_work_is_listed_and_not_an_audition(said: str) -> None:
    reading = read(f"Subject: THE WEIR - NELL\n\n{said}")
    assert (reading.text_of("at"), reading.unplaced) == ("", (said,))


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("by 4.12 at 10.30", "2026-12-04T10:30:00-05:00"),
        ("by 10.12 at 5pm", "2026-12-10T17:00:00-05:00"),
        ("due 3.12, noon", "2026-12-03T12:00:00-05:00"),
        ("by 4.12 on Thursday", "2026-12-03T16:12:00-05:00"),
        ("by 4.12 tomorrow", "2026-11-30T16:12:00-05:00"),
    ],
)
def test_dotted_figures_before_an_hour_are_a_day(said: str, due: str) -> None:
    assert read(f"{TAPE} Please send it {said}.", DateOrder.DMY).text_of("due_at") == due


def test_far_off_dotted_date_is_asked() -> None:
    reading = read(f"{TAPE} Please send it by 4.12 at 10.30am.")
    assert "2026-12-04T10:30:00-05:00" in asked(reading, "due_at")


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("Wednesday 12/2 with Jo at 3 and with Sam at 3:30.", ("15:00", "15:30")),
        ("Wednesday 12/2 with Jo at 3pm and with Sam at 3:30pm.", ("15:00", "15:30")),
        ("Wed 12/2: Priya at 2:15pm, Tom at 2:45pm, 12 Main St, New York.", ("14:15", "14:45")),
        ("Wed Dec 2, chem reads: with Ines 10.30, with Rob 11.15.", ("10:30", "11:15")),
        ("Wed Dec 2 for the director at 10am, for the producers at 2pm.", ("10:00", "14:00")),
        ("Wed Dec 2 at 10am with Jo, 10:40am with Sam.", ("10:00", "10:40")),
        ("\nDate: Wed 12/2\nTime: 3:00pm with Jo, 3:30pm with Sam", ("15:00", "15:30")),
        ("\nWhen: Wed 12/2, 3:00pm (Jo), 3:30pm (Sam)", ("15:00", "15:30")),
        ("\nWednesday 12/2\n3:00pm with Jo\n3:30pm with Sam", ("15:00", "15:30")),
        ("\nWednesday 12/2\n3:00pm - Jo\n3:30pm - Sam", ("15:00", "15:30")),
    ],
)
def test_hours_with_several_people_are_asked(said: str, hours: tuple[str, str]) -> None:
    reading = read(f"{CALLBACK} {said}")
    assert {one[:16] for one in asked(reading, "at")} == {f"2026-12-02T{hour}" for hour in hours}


@pytest.mark.parametrize(
    "said",
    [
        "Wednesday 12/2 at 3pm with Jo and Sam.",
        "Wednesday 12/2 at 3pm ET with Jo (noon PT for Sam).",
        "Wednesday 12/2 at 3pm with Jo, ends 3:30pm.",
        "Wednesday 12/2 at 3pm with Jo. Please arrive by 2:45pm to park with Sam.",
    ],
)
def test_single_hour_with_several_people_is_the_auditions(said: str) -> None:
    assert read(f"{CALLBACK} {said}").text_of("at") == "2026-12-02T15:00:00-05:00"


@pytest.mark.parametrize(
    "said",
    [
        "Pinned for 12/16, backup 12/18.",
        "Pinned for 12/16 (12/18 backup).",
        "First hold 12/16, alternate date 12/18.",
        "First hold: Dec 16 or, if it rains, Dec 18.",
        "Pencilled for Dec 16 with Dec 18 on standby.",
        "Hold for Dec 16; weather date: Dec 18.",
        "You're on 2nd hold, Dec 16 (rain date Dec 18).",
    ],
)
def test_reserve_day_is_not_a_work_day(said: str) -> None:
    reading = read(f"THE DEEP, role of ANNA. {said}")
    assert reading.kind.value == "hold"
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == ("2026-12-16", "")


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("Your fitting has moved from 12/7 at 2pm to 12/8 at 4pm.", "fitting", "2026-12-08T16:00"),
        ("The fitting is now Tue Dec 8 at 4pm instead of Monday.", "fitting", "2026-12-08T16:00"),
        ("They pushed your fitting to Dec 14 at 10am, 9 Mill St.", "fitting", "2026-12-14T10:00"),
        ("New fitting time: Tuesday 12/8, 4:30pm", "fitting", "2026-12-08T16:30"),
        ("Your wardrobe fitting is confirmed for 12/14 at 3pm.", "fitting", "2026-12-14T15:00"),
        ("Heads up: the shoot day moved to Friday Dec 11.", "shoot_from", "2026-12-11"),
        ("Change of plan: filming is now Dec 14, not Dec 12.", "shoot_from", "2026-12-14"),
        ("Production has shifted your Dec 9 work day to Dec 11.", "shoot_from", "2026-12-11"),
        ("They've pushed the shoot to Dec 14.", "shoot_from", "2026-12-14"),
        ("The shoot has moved from 12/14 at 7am to 12/16 at 7am.", "shoot_from", "2026-12-16"),
        ("Rehearsals now start Jan 5 instead of Jan 4.", "shoot_from", "2027-01-05"),
    ],
)  # fmt: skip
def test_moved_work_and_fitting_are_not_auditions(said: str, field: str, value: str) -> None:
    reading = read(f"THE DEEP, role of ANNA. {said}")
    assert (reading.kind.value, reading.text_of("at")) == ("change", "")
    assert reading.text_of(field)[:16] == value


def test_moved_work_day_leaves_the_other_days() -> None:
    dec9, dec12 = dt.date(2026, 12, 9), dt.date(2026, 12, 12)
    dates = Span.of(dec9, dt.date(2026, 12, 10))
    job = audition(
        project="The Deep", stage=Stage.BOOKED, booking=Booking(work_dates=dates), shoot_dates=dates
    )
    reading = read("THE DEEP. Your Dec 9 shoot day has moved to Dec 12.")
    after = propose_change(job, reading, NOW)
    tenth = dt.date(2026, 12, 10)
    assert present(after.shoot_dates).ranges == ((tenth, tenth), (dec12, dec12))
    assert present(present(after.booking).work_dates).ranges == ((tenth, tenth), (dec12, dec12))
    assert after.rounds == ()
    bare = propose_change(job, read("THE DEEP. The shoot day moved to Dec 12."), NOW)
    assert present(bare.booking).work_dates == dates, "nobody said which of the two"


def test_change_of_work_dates_creates_no_audition() -> None:
    reading = read("THE DEEP. The shoot has moved from Dec 9 to Dec 12.")
    assert propose(reading, (), "new", NOW).after is None


@pytest.mark.parametrize(
    ("said", "fitting"),
    [
        ("First hold for Dec 16. Fitting Dec 14 at 3pm.", "2026-12-14T15:00:00-05:00"),
        ("First hold for Dec 16. There would be a fitting on Dec 14 at 3pm.", ""),
        ("Avail check for Dec 16. Fitting Dec 14 at 3pm.", ""),
    ],
)
def test_fitting_before_a_booking_is_kept(said: str, fitting: str) -> None:
    reading = read(f"THE DEEP, role of ANNA. {said}")
    after = propose_change(audition(project="The Deep", role="Anna"), reading, NOW)
    found = after.booking.fitting if after.booking else None
    assert (found.isoformat() if found else "") == fitting
    assert after.stage is Stage.HOLD


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Bitte bis 30.11. schicken.", "2026-11-30"),
        ("Deadline: bis 30.11.", "2026-11-30"),
        ("Bis 2.12. bitte. Dreh 14.12. bis 18.12. in Berlin", "2026-12-02"),
        ("Bis 2.12. bitte. Dreh: 14. bis 18. Dezember.", "2026-12-02"),
        ("Einsendeschluss 5.12.", "2026-12-05"),
        ("bis zum 4. Dezember, 12 Uhr MEZ", "2026-12-04T12:00:00+01:00"),
        ("The scene is 3.12. Due Friday noon, golden 3.11. is old.", "2026-12-04T12:00:00-05:00"),
        ("bis 31.11.", ""),
    ],
)
def test_a_german_deadline_is_read(said: str, due: str) -> None:
    reading = read(f"{TAPE} {said}")
    assert reading.text_of("due_at") == due
    shoots = reading.text_of("shoot_from"), reading.text_of("shoot_to")
    assert shoots == (("2026-12-14", "2026-12-18") if "Dreh" in said else ("", ""))


def test_a_german_hour_is_asked_for_an_actor_elsewhere() -> None:
    for said in ("Bitte bis 3.12., 17 Uhr.", "Bis Donnerstag, 3.12. um 17:00 hochladen"):
        reading = read(f"{TAPE} {said}")
        assert asked(reading, "due_at") == (
            "2026-12-03T17:00:00-05:00",
            "2026-12-03T17:00:00+01:00",
        )
    weekday = read(f"{TAPE} Bitte bis Freitag, 5.12.")
    assert asked(weekday, "due_at") == ("2026-12-05", "2026-12-04")


@pytest.mark.parametrize(
    ("said", "by"),
    [
        ("I'd know more after the tech scout on Dec 7.", ""),
        ("They'll decide once the network meets on Dec 9.", ""),
        ("They should know by Dec 9.", "2026-12-09"),
        ("The client would confirm or release by Dec 9.", "2026-12-09"),
        ("Results will be emailed by Dec 9.", "2026-12-09"),
    ],
)
def test_day_before_a_decision_is_not_the_decision_date(said: str, by: str) -> None:
    assert read(f"1st hold for ANNA in THE DEEP, Jan 11. {said}").text_of("decision_by") == by


@pytest.mark.parametrize(
    "said",
    [
        "Please send back the attached form by December 16.",
        "Return the medical questionnaire by Dec 16, please.",
        "We need your measurements by Dec 16 at noon.",
        "Submit your registration form by Dec 16.",
    ],
)
def test_papers_to_send_are_not_a_tape(said: str) -> None:
    reading = read(f"Invitation to audition for UNDERTOW on Sunday, January 10, 2027. {said}")
    assert (reading.kind.value, reading.text_of("due_at")) == ("appointment", "")
    assert reading.text_of("at") == "2027-01-10"


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("Class begins at 10am sharp.", ("10:00",)),
        ("Registration opens at 9.15am and the class begins at 10am.", ("09:15", "10:00")),
        ("We start promptly at 10am.", ("10:00",)),
        ("The shoot starts at 7am.", ()),
    ],
)
def test_start_hour_is_the_auditions(said: str, hours: tuple[str, ...]) -> None:
    reading = read(f"Invitation to audition for UNDERTOW on Sunday, January 10, 2027. {said}")
    found = asked(reading, "at") or (reading.text_of("at"),)
    assert tuple(one[11:16] for one in found if len(one) > 10) == hours


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("1st option on you for Jan 11.", "hold"),
        ("They've optioned you for Jan 11.", "hold"),
        ("You have a callback Thu 12/3 at 4pm. They also put you on avail for 1/11.", "callback"),
        ("You have a callback Thurs 12/3 at 4pm. You're on hold for 1/11, too.", "callback"),
        ("You're pinned for 1/11. A callback is possible.", "hold"),
    ],
)  # fmt: skip
def test_option_is_a_hold_unless_beside_a_callback(said: str, kind: str) -> None:
    reading = read(f"THE DEEP, role of ANNA. {said}")
    assert (reading.kind.value, reading.text_of("shoot_from")) == (kind, "2027-01-11")


def test_days_on_their_own_line_are_work_days() -> None:
    reading = read(
        "Avail check for RIDGEBACK:\n\nJan 19-22 in Reno\nRehearsal Jan 14\nWeather cover Jan 25"
    )
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (
        "2027-01-14",
        "2027-01-22",
    )


@pytest.mark.parametrize("said", ["Thurs 3 Dec 10.15", "Thursday 3rd December, 10.15"])
def test_dotted_hour_after_its_day_is_read(said: str) -> None:
    reading = read(f"{CALLBACK} {said}. The fee is 12.50 an hour.")
    assert reading.text_of("at") == "2026-12-03T10:15:00-05:00"


_SATURDAY: Final = pendulum.datetime(2026, 11, 21, 14, tz="America/New_York")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Can you come in a week on Tuesday at 10am?", "2026-12-01"),
        ("Callback a week tomorrow at 10am", "2026-11-29"),
        ("Callback a fortnight today, 10am", "2026-12-05"),
        ("Recall a week from Monday, 10am", "2026-11-30"),
        ("Recall Friday next week at 10am", "2026-11-27"),
        ("Recall Tuesday week at 10am", "2026-12-01"),
        ("Recall Tuesday at 10am; next week we call", "2026-11-24"),
        ("For a week in Leeds; see you Tuesday", "2026-11-24"),
    ],
)
def test_day_weeks_after_another_is_counted(words: str, day: str) -> None:
    [found] = find_days(words, _SATURDAY, DateOrder.MDY)
    assert (str(found.first), found.doubts) == (day, ())


@pytest.mark.parametrize(
    "words", ["in two weeks Thursday", "Wednesday in two weeks", "Monday the following week"]
)
def test_day_in_an_unclear_week_is_asked(words: str) -> None:
    [found] = find_days(words, _SATURDAY, DateOrder.MDY)
    assert len(found.doubts) == 2


@pytest.mark.parametrize(
    "words",
    ["Thursday at 3pm next week", "next week (Thursday at 3pm)", "Thursday, a week from now, 3pm"],
)
def test_weekday_beside_next_week_is_asked(words: str) -> None:
    [found] = find_days(words, _SATURDAY, DateOrder.MDY)
    assert len(found.doubts) == 2


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Thank you for coming in on 11/20", ["2026-11-20"]),
        ("You taped on October 30", ["2026-10-30"]),
        ("thanks for Friday 20 Nov", ["2026-11-20"]),
        ("we met on Sat 11/20", ["2027-11-20"]),
        ("we shoot November 16 to January 22", ["2026-11-16", "2027-01-22"]),
        ("we shoot September 12", ["2027-09-12"]),
        ("Dec 30, Jan 2 2028", ["2027-12-30", "2028-01-02"]),
        ("Dec 30 - Jan 2, 2028", ["2027-12-30", "2028-01-02"]),
        ("Jan 5 & Jan 6, 2028", ["2028-01-05", "2028-01-06"]),
        ("March 3, 4 and 5 2028", ["2028-03-03", "2028-03-04", "2028-03-05"]),
        ("30/12, 2/1/28", ["2027-12-30", "2028-01-02"]),
        ("Jan 6 or Jan 5, 2028", ["2028-01-06", "2028-01-05"]),
        ("Jan 5 and 6, 2028 Main St", ["2027-01-05", "2027-01-06"]),
        ("Thursday Dec 30, Sunday Jan 2 2028", ["2027-12-30", "2028-01-02"]),
    ],
)
def test_day_without_a_year_is_the_nearest_or_that_of_its_list(said: str, days: list[str]) -> None:
    order = DateOrder.DMY if said[0] == "3" else DateOrder.MDY
    [found] = find_days(said, NOW, order)
    assert [str(day) for day in found.days] == days
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("said", "field", "choices"),
    [
        (
            "Audition for ANNA in THE DEEP: 11/20 at 3pm",
            "at",
            ("2027-11-20T15:00:00-05:00", "2026-11-20T15:00:00-05:00"),
        ),
        (
            f"{TAPE} Tape due 11/24 at noon",
            "due_at",
            ("2027-11-24T12:00:00-05:00", "2026-11-24T12:00:00-05:00"),
        ),
        ("Hold for ANNA in THE DEEP. Shoot: 10/20", "shoot_from", ("2026-10-20", "2027-10-20")),
    ],
)
def test_offered_day_that_just_passed_is_asked(
    said: str, field: str, choices: tuple[str, ...]
) -> None:
    reading = read(said)
    assert asked(reading, field) == choices
    assert reading[field] is None


@pytest.mark.parametrize(
    "said",
    [
        "Thank you for coming in on 11/20 at 3pm for ANNA in THE DEEP. They went another way.",
        "You're released from THE DEEP. Thank you for holding 11/20 and 11/21.",
        f"{CALLBACK} Your audition on 11/20 was great. Come back on Dec 4 at 2pm.",
        f"{TAPE} Posted 11/20, sides dated 11/18. Due Dec 4 at noon.",
    ],
)
def test_past_day_is_neither_read_nor_asked(said: str) -> None:
    reading = read(said)
    shown = [one.plain for one in reading.said] + [str(one.plain) for one in reading.questions]
    assert not [words for words in shown if "-11-20" in words or "-11-18" in words]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("Filming Wednesday to Friday.", "2026-12-02", "2026-12-04"),
        ("Filming Saturday to Tuesday.", "2026-12-05", "2026-12-08"),
        ("Filming Thu-Fri.", "2026-12-03", "2026-12-04"),
        ("Shooting 5 days a week, Monday to Friday.", "", ""),
        ("We shoot Mon-Fri, five days per week.", "", ""),
        ("Rehearsals are Monday to Friday, 10-6.", "", ""),
        ("Performances Thu-Sun in spring.", "", ""),
        ("We work Monday to Friday, five days a week, from January 11.", "2027-01-11", ""),
    ],
)
def test_weekly_days_are_not_work_days(said: str, first: str, last: str) -> None:
    reading = read(f"Audition for ANNA in THE DEEP: Monday 12/7 at 3pm. {said}")
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (first, last)
    assert reading.text_of("at") == "2026-12-07T15:00:00-05:00"


@pytest.mark.parametrize(
    "said",
    [
        "Are you around next week? Thursday is good for a work session for ANNA in THE DEEP, 4pm.",
        "Could you come in next week? Thursday at 4pm for ANNA in THE DEEP?",
        "We'd love to see you next week for ANNA in THE DEEP. Thursday at 4pm?",
    ],
)
def test_weekday_after_next_week_sentence_is_asked(said: str) -> None:
    assert "2026-12-10T16:00:00-05:00" in asked(read(said), "at")


@pytest.mark.parametrize(
    "said",
    [
        "First option is Thursday 12/10 at 2:20pm, second option Friday 12/11 at 10:40am.",
        "First option: Thursday 12/10 at 2:20pm\nSecond option: Friday 12/11 at 10:40am",
        "1st choice Thursday 12/10 at 2:20pm\n2nd choice Friday 12/11 at 10:40am",
    ],
)
def test_two_slot_options_are_asked_and_not_a_hold(said: str) -> None:
    reading = read(f"They'd like to meet you for ANNA in THE DEEP.\n{said}")
    assert reading.kind.value == "appointment"
    assert asked(reading, "at") == ("2026-12-10T14:20:00-05:00", "2026-12-11T10:40:00-05:00")


@pytest.mark.parametrize(
    "said",
    [
        "You're on second option for ANNA in THE DEEP, shooting 12/14.",
        "You're on first option for ANNA in THE DEEP, 12/14; the second option has been told.",
    ],
)
def test_an_option_on_an_actor_is_a_hold(said: str) -> None:
    assert read(said).kind.value == "hold"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Backup day is Tuesday 12/8.", "Backup day is Tuesday 12/8."),
        ("Shoot: January 11-15. Backup January 16.", "Backup January 16."),
        ("Weather days: January 20-21.", "Weather days: January 20-21."),
        ("Backup shoot days: January 20 and 21.", "Backup shoot days: January 20 and 21."),
        ("Callbacks are on 12/9 and 12/10.", "Callbacks are on 12/9 and 12/10."),
        ("A fitting would be on 12/11.", "A fitting would be on 12/11."),
        ("Keep 5-7pm free as well, hold it.", "Keep 5-7pm free as well, hold it."),
    ],
)
def test_further_days_and_hours_are_listed(said: str, left: str) -> None:
    room = "Audition for ANNA in THE DEEP: Monday 12/7 at 3:15pm, 12 Main St, New York."
    reading = read(f"{room} {said}")
    assert reading.unplaced == (left,)
    assert reading.text_of("at") == "2026-12-07T15:15:00-05:00"
    assert reading.text_of("shoot_to") in {"", "2027-01-15"}


def test_second_hour_range_beside_a_place_is_listed() -> None:
    said = "Callback for ANNA in THE DEEP on Monday 12/7, 10am-12pm and 2-4pm, 12 Main St."
    assert read(said).unplaced == (said,)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("We'd like to see you for ANNA in THE DEEP.", "appointment"),
        ("You have an audition for ANNA in THE DEEP, time to follow.", "appointment"),
        ("Please confirm your availability for THE DEEP, role ANNA.", "avail"),
        ("You're on hold for ANNA in THE DEEP.", "hold"),
        ("As you know, we start with a change.", "change"),
    ],
)
def test_new_start_of_work_is_not_a_change_of_the_invitation(said: str, kind: str) -> None:
    reading = read(f"{said} Rehearsals will now start on January 11.")
    assert (reading.kind.value, reading.text_of("shoot_from")) == (kind, "2027-01-11")


@pytest.mark.parametrize(
    ("answer", "due"),
    [
        ("Of course! Let's say Sunday 12/6 at 8pm ET instead.", "2026-12-06T20:00:00-05:00"),
        ("Sure, Sunday at 8pm is fine. Producers watch on Monday.", "2026-12-06T20:00:00-05:00"),
        ("No problem, make it Saturday 12/5.", "2026-12-05"),
    ],
)
def test_extension_is_the_new_deadline(answer: str, due: str) -> None:
    reading = read(
        "From: Priya <priya@kestrelcasting.example>\nTo: Anna Voss\n"
        "Subject: Re: THE DEEP tape - ANNA\n\n"
        "> On Nov 29, 2026, at 9:20 AM, Anna Voss wrote:\n"
        "> Any chance for a little more time on the tape for THE DEEP, due on Friday at 5pm?\n\n"
        f"{answer}\n\nPriya\nKestrel Casting"
    )
    assert (reading.kind.value, reading.text_of("due_at")) == ("change", due)
    assert not reading["at"]


def test_past_day_does_not_change_the_date_order() -> None:
    reading = read("They loved your read on 11/12. Callback for ANNA in THE DEEP on 12/3 at 2pm.")
    assert (reading.text_of("at"), reading.questions) == ("2026-12-03T14:00:00-05:00", ())
    offered = read("Callback for ANNA in THE DEEP on 10/12 at 2pm.")
    assert asked(offered, "at") == ("2026-12-10T14:00:00-05:00", "2027-10-12T14:00:00-04:00")


def test_the_day_on_which_a_choice_is_told_is_no_deadline_of_the_tape() -> None:
    reading = read(f"{TAPE} First choice will be told by Dec 10. Self tape due Dec 2 at noon.")
    assert reading.text_of("due_at") == "2026-12-02T12:00:00-05:00"


@pytest.mark.parametrize(
    "said",
    [
        "Please confirm you are still available by 12/1 5pm ET.",
        "Please confirm your availability by 12/1 5pm ET.",
        "Let us know you're still free by 12/1 5pm ET.",
        "Let me know if you're available by 5pm ET on 12/1.",
        "Please reconfirm by 12/1 5pm ET.",
        "Can you confirm you're good by 12/1 5pm ET?",
        "Pls confirm these dates still work for you by 12/1 5pm ET.",
        "By 12/1 5pm ET please confirm you are still available.",
    ],
)
def test_the_answer_whether_one_is_still_free_is_wanted_by_its_time(said: str) -> None:
    reading = read(
        'You\'ve been PINNED by Feldstein/Park Casting for "Low Country" (role: Paramedic #2). '
        f"Work dates 12/10-12/11. {said}"
    )
    assert reading.kind.value == "hold"
    assert reading.text_of("confirm_by") == "2026-12-01T17:00:00-05:00"
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (
        "2026-12-10",
        "2026-12-11",
    )
    assert not reading.unplaced


def test_a_day_by_which_one_may_be_free_is_not_that_of_the_answer() -> None:
    reading = read('Avail check for "Low Country". Let me know if you\'re free by Friday 12/11.')
    assert not reading["confirm_by"]


@pytest.mark.parametrize(
    "said",
    [
        "Either Tuesday the 8th or Wed the 9th, afternoon. Can you let me know which works?",
        "Either Tuesday 12/8 or Wednesday 12/9.",
        "It's either Tue Dec 8 or Wed Dec 9, in the afternoon.",
    ],
)
@pytest.mark.parametrize("what", ["They'd like you to read", "A callback"])
def test_either_of_two_days_is_asked_about(what: str, said: str) -> None:
    reading = read(f"{what} for ANNA in THE DEEP. {said} Sides to follow.")
    assert asked(reading, "at") == ("2026-12-08", "2026-12-09")
    assert not reading["shoot_from"]


def test_either_of_two_days_of_work_is_no_read() -> None:
    reading = read(f"{CALLBACK} Thursday 12/3 at 2pm. Shoots either Tue 12/8 or Wed 12/9.")
    assert (reading.text_of("at"), asked(reading, "at")) == ("2026-12-03T14:00:00-05:00", ())

"""Times of an invitation: none is wrong, none is lost, and what can be read two ways is asked."""

import pendulum
import pytest

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.exchange.invitation.reader import read_invitation
from callbacktui.exchange.invitation.reading_result import Reading

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
def test_a_read_that_moves_has_its_new_hour(said: str, at: str) -> None:
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
def test_a_deadline_that_moves_has_its_new_hour(said: str, due: str) -> None:
    reading = read(f"THE DEEP, role of ANNA. {said}")
    assert (reading.text_of("due_at"), reading.text_of("at")) == (due, "")


def test_a_read_that_moves_to_another_day_asks_for_its_hour() -> None:
    reading = read(f"{CALLBACK} It has moved from Wednesday 12/2 at 10:50am to Thursday 12/3.")
    assert reading.text_of("at") == ""
    assert asked(reading, "at") == ("2026-12-03T10:50:00-05:00",)


def test_an_hour_that_moves_is_on_the_day_of_the_mail_it_answers() -> None:
    reading = read(
        "Hi, they've moved your callback from 11:40am to 12:20pm.\n\n"
        "On Sat, Nov 28, 2026 at 3:10 PM Ann <ann@x.example> wrote:\n"
        "> Callback for ANNA in THE DEEP: Thursday 12/3 at 11:40am, 12 Main St, New York."
    )
    assert reading.text_of("at") == "2026-12-03T12:20:00-05:00"


def test_a_slot_from_one_hour_to_another_does_not_move() -> None:
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
def test_a_country_or_city_after_an_hour_is_its_zone(said: str, due: str) -> None:
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
def test_the_hour_beside_an_end_of_day_or_a_day_is_read(said: str, due: str) -> None:
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
def test_a_day_that_is_said_in_two_ways_that_differ_is_asked(
    said: str, choices: tuple[str, ...]
) -> None:
    assert asked(read(f"{CALLBACK} They can see you {said}."), "at") == choices


@pytest.mark.parametrize(
    "said",
    [
        "We could do Tuesday 8th at 7.45pm or Wednesday 9th at 8.15. Which do you prefer?",
        "Slots: Tues 8th Dec 7.45pm / Wed 9th Dec at 8.15",
        "Tues 8th Dec 7.45pm works for them. They could also do Wednesday 9th at 8.15.",
    ],
)
def test_an_hour_after_one_in_the_evening_is_in_the_evening(said: str) -> None:
    assert asked(read(f"{CALLBACK} {said}"), "at") == (
        "2026-12-08T19:45:00-05:00",
        "2026-12-09T20:15:00-05:00",
    )

"""The rules of a careful reader, one sentence each."""

import pendulum
import pytest
from msgspec.structs import replace

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import format_range
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import RoundKind, TimeOf
from callbacktui.domain.moment import Moment
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Stage
from callbacktui.exchange.invitation.matching import find_matches
from callbacktui.exchange.invitation.propose_audition import (
    old_value,
    propose,
    propose_change,
    propose_new,
)
from callbacktui.exchange.invitation.reader import read_invitation
from callbacktui.exchange.invitation.reading_result import Kind, Question, Reading, roles_left
from callbacktui.exchange.invitation.zones import lacks_zone
from tests.factories import asked as ask_round
from tests.factories import audition, moment

NOW = pendulum.datetime(2026, 12, 1, 9, 0, tz="America/New_York")  # a Tuesday

TAPE = "Self-tape request for KETTLE, role of NINA."
ROOM = "Audition for KETTLE, role of NINA: Monday 12/7 at 3pm, 12 Main St, New York."


def read(text: str, zone: str = "America/New_York", order: DateOrder = DateOrder.MDY) -> Reading:
    return read_invitation(text.encode(), NOW.in_timezone(zone), order=order)


def asked(reading: Reading, field: str) -> tuple[str, ...]:
    return next((one.plain for one in reading.questions if one.field == field), ())


def test_text_message_with_a_time_is_an_appointment_though_dates_are_to_be_confirmed() -> None:
    reading = read(
        "hey!! u have an in-person for the Verizon spot tmrw 10:15a @ House Casting 450 W 31st, "
        "role is MOM 30s, casual, bring ID. shoot dates 12/17 or 12/18 - pls confirm avail asap."
    )
    assert reading.kind is Kind.APPOINTMENT
    assert reading.text_of("at") == "2026-12-02T10:15:00-05:00"
    assert (reading.text_of("role"), reading.text_of("project")) == ("MOM", "Verizon")
    assert reading.text_of("place") == "450 W 31st"


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Tape due Friday at noon.", "2026-12-04T12:00:00-05:00"),
        ("Tape due Friday at noon PT.", "2026-12-04T12:00:00-08:00"),
        ("Tape due Fri 12/4, 10a CST.", "2026-12-04T10:00:00-06:00"),
        ("Please send your tape by EOD Friday.", "2026-12-04"),
        ("Deadline: 4 December 2026, 17:00 GMT", "2026-12-04T17:00:00+00:00"),
        ("The deadline is tomorrow at half past two.", "2026-12-02T14:30:00-05:00"),
        ("Tapes by the 9th, 5pm.", "2026-12-09T17:00:00-05:00"),
    ],
)
def test_deadline_is_read_in_its_stated_zone(said: str, due: str) -> None:
    assert read(f"Self-tape request for KETTLE, role of NINA. {said}").text_of("due_at") == due


@pytest.mark.parametrize(
    "said",
    [
        "Please confirm by Friday at noon.",
        "Shout by 5 tomorrow if you can't.",
        "Let me know tonight.",
        "Posted: 12/1/2026",
        "The fitting is on 12/11 at 10am.",
        "Callbacks are on 12/9.",
    ],
)
def test_other_dates_are_not_deadlines(said: str) -> None:
    reading = read(f"Self-tape request for KETTLE, role of NINA.\n{said}")
    assert reading.text_of("due_at") == reading.text_of("at") == ""
    assert "due_at" in reading.not_said


@pytest.mark.parametrize(
    ("said", "by"),
    [
        ("Let us know by noon tomorrow.", "2026-12-02T12:00:00-05:00"),
        ("Can you confirm with me by 6 tonight?", "2026-12-01T18:00:00-05:00"),
        ("Kindly confirm no later than Wed 2 December at 17:00.", "2026-12-02T17:00:00-05:00"),
        ("Deadline to confirm: 12/3 5pm", "2026-12-03T17:00:00-05:00"),
        ("Status: please CONFIRM by 12/3 noon", "2026-12-03T12:00:00-05:00"),
        ("By Thursday noon please confirm.", "2026-12-03T12:00:00-05:00"),
        (
            "You must confirm by 12/2 at 5 PM or your slot will be released.",
            "2026-12-02T17:00:00-05:00",
        ),
        ("RSVP by Friday", "2026-12-04"),
        ("Let me know tonight.", "2026-12-01"),
    ],
)
@pytest.mark.parametrize("is_tape", [True, False])
def test_confirm_by_time_is_read(said: str, by: str, *, is_tape: bool) -> None:
    reading = read(f"{TAPE if is_tape else ROOM}\n{said}")
    assert reading.text_of("confirm_by") == by
    assert reading.text_of("due_at") == reading.text_of("decision_by") == ""


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        ("Let me know by 6pm if you can do this.", ("2026-12-01T18:00:00-05:00",)),
        ("Please let us know by Thursday if you can't make it.", ("2026-12-03",)),
        ("Please confirm before Thursday.", ("2026-12-03",)),
        ("Please confirm by Thursday or Friday.", ("2026-12-03", "2026-12-04")),
        ("Please confirm that you are back in town by Friday.", ("2026-12-04",)),
        ("Questions? Reply by Friday.", ("2026-12-04",)),
    ],
)
def test_unclear_confirm_by_time_is_asked(said: str, choices: tuple[str, ...]) -> None:
    reading = read(f"{ROOM}\n{said}")
    assert asked(reading, "confirm_by") == choices
    assert reading["confirm_by"] is None


@pytest.mark.parametrize(
    "said",
    [
        "They'll confirm by Friday.",
        "We will confirm by Friday at noon.",
        "Please confirm Friday 12/4 at 3pm.",
        "Please confirm today at 3pm works.",
        "Let me know asap if Thursday works.",
        "No reply by Friday means no.",
        "Please confirm receipt and send your tape by Friday noon.",
    ],
)
def test_other_times_are_not_confirm_by_times(said: str) -> None:
    for head in (TAPE, ROOM):
        reading = read(f"{head}\n{said}")
        assert reading["confirm_by"] is None
        assert asked(reading, "confirm_by") == ()


def test_agents_confirm_by_time_replaces_the_forwarded_one() -> None:
    head = "From: Wendy <w@pier.example>\nDate: Mon, 30 Nov 2026 10:00:00 -0500\n"
    inner = f"{head}Subject: KETTLE\n\n{ROOM}\nPlease confirm by Thursday at noon."
    passed = f"Confirm with me by 6 tonight.\n\nBegin forwarded message:\n\n{inner}"
    assert read(passed).text_of("confirm_by") == "2026-12-01T18:00:00-05:00"
    quoted = "\n".join(f"> {line}" for line in [*ROOM.splitlines(), "Confirm by Thursday noon."])
    wrote = "On Mon, Nov 30, 2026 at 10:00 AM Wendy wrote:"
    reply = f"See you Monday 12/7 at 4pm instead.\n\n{wrote}\n{quoted}"
    assert read(reply)["confirm_by"] is None


def test_preferred_time_is_not_the_deadline() -> None:
    said = "We'd love it by Thursday 12/3 at noon. The latest is Friday 12/4 at 6pm."
    reading = read(f"Self-tape for KETTLE, role of NINA. {said}")
    assert reading.text_of("due_at") == "2026-12-04T18:00:00-05:00"


def test_weekday_that_contradicts_the_date_is_asked() -> None:
    reading = read("Audition for KETTLE, role of NINA: Friday 12/8 at 3pm, 12 Main St.")
    assert asked(reading, "at") == ("2026-12-08T15:00:00-05:00", "2026-12-11T15:00:00-05:00")
    assert reading["at"] is None


def test_times_in_two_zones_agree_or_are_asked() -> None:
    line = "Zoom callback for KETTLE, role of NINA: Thursday 12/3 at {}."
    assert read(line.format("1pm PT / 4pm ET")).text_of("at") == "2026-12-03T16:00:00-05:00"
    assert len(asked(read(line.format("1pm PT / 3pm ET")), "at")) == 2


@pytest.mark.parametrize(
    ("day", "hour"), [("March 14, 2027", "2:30am"), ("November 7, 2027", "1:30am")]
)
def test_skipped_or_repeated_hour_is_asked(day: str, hour: str) -> None:
    reading = read(f"Self-tape for KETTLE, role of NINA. Due {day} at {hour} ET.")
    assert reading["due_at"] is None
    assert asked(reading, "due_at")


def test_in_person_time_is_in_the_zone_of_the_city() -> None:
    text = "Audition for KETTLE, role of NINA.\nFriday 12/4 at 3pm, 8817 Melrose Pl, Los Angeles"
    assert read(text).text_of("at") == "2026-12-04T15:00:00-08:00"


def test_office_in_another_zone_without_a_stated_zone_is_asked() -> None:
    text = "Self-tape for KETTLE, role of NINA. Due Friday at 5pm.\n\nBright Row Casting\n{}"
    reading = read(text.format("5225 Wilshire Blvd, Los Angeles, CA 90036"))
    assert asked(reading, "due_at") == ("2026-12-04T17:00:00-05:00", "2026-12-04T17:00:00-08:00")


def test_date_order_setting_is_used() -> None:
    text = "Recall for Kettle, part: Nina. Thurs 10/12 at 14.20, 9 Shad Row, London SE1."
    reading = read(text, "Europe/London", DateOrder.DMY)
    assert reading.kind is Kind.CALLBACK
    assert reading.text_of("at") == "2026-12-10T14:20:00+00:00"


@pytest.mark.parametrize(
    ("said", "is_straight"),
    [
        ("Look as in your tape.", False),
        ("Same sides as before.", False),
        ("", False),
        ("You go straight to the callback.", True),
        ("No pre-read needed.", True),
    ],
)
def test_callback_is_direct_only_if_the_mail_says_so(said: str, is_straight: bool) -> None:
    mail = f"Callback for KETTLE, role of NINA: Monday 12/7 at 3pm. {said}\n\nHarbor Casting"
    new = propose_new(read(mail), "a", NOW)
    assert (new.stage, new.straight_to_callback) == (Stage.CALLBACK, is_straight)


@pytest.mark.parametrize(
    ("said", "is_nda"),
    [
        ("The script is under NDA and comes once you have signed.", True),
        ("Please sign the NDA first.", True),
        ("There is no NDA.", False),
        ("", False),
    ],
)
def test_mail_under_nda_is_kept_without_its_text(said: str, is_nda: bool) -> None:
    kept = propose_new(read(f"{TAPE} {said}"), "a", NOW)
    assert (kept.nda, kept.notes == "") == (is_nda, is_nda)


def booked(*lines: str) -> Reading:
    return read("\n".join(["You booked it! NINA in KETTLE, co-star, Harbor Casting.", *lines]))


def test_single_work_days_are_not_a_span() -> None:
    job = propose_new(booked("Work: Wed 12/16 and Fri 12/18"), "a", NOW).booking
    assert job
    assert list(map(format_range, job.work_days)) == ["16 Dec 2026", "18 Dec 2026"]
    whole = propose_new(booked("Work: Wed 12/16 to Fri 12/18"), "a", NOW).booking
    assert whole
    assert list(map(format_range, whole.work_days)) == ["16 to 18 Dec 2026"]


def test_single_hold_days_are_not_a_span() -> None:
    said = "NINA in KETTLE, co-star, Harbor Casting: you are pinned for Wed 12/16 and Fri 12/18."
    one = propose_new(read(said), "a", NOW)
    [hold] = one.holds
    assert list(map(format_range, hold.days)) == ["16 Dec 2026", "18 Dec 2026"]
    assert one.work_days == hold.days


def test_fitting_is_read_with_its_place() -> None:
    job = propose_new(booked("Fitting: Mon 12/14, 10:00, 3rd floor, 9 Mill St"), "a", NOW).booking
    assert job
    assert job.fitting
    assert job.fitting.isoformat() == "2026-12-14T10:00:00-05:00"
    assert job.fitting_place == "3rd floor, 9 Mill St"


def test_deadline_without_a_field_is_listed() -> None:
    reading = booked("The paperwork has to be back tomorrow by 5pm.", "Work: 12/16")
    assert reading.unplaced == ("The paperwork has to be back tomorrow by 5pm.",)
    assert read(f"{TAPE} Due Friday at noon. Please confirm by 5pm tomorrow.").unplaced == ()


def test_several_roles_are_asked() -> None:
    roles = "\n".join(f"{n}) ROLE {chr(64 + n)}LPHA - co-star" for n in range(1, 11))
    reading = read(f"Self-tapes for KETTLE please, any of these:\n{roles}\nDue Friday noon.")
    assert reading["role"] is None
    assert len(asked(reading, "role")) == 10


def test_fee_in_words_is_kept_as_text() -> None:
    assert read("Self-tape request\nProject: KETTLE\nRole: NINA\nRate: scale plus ten").text_of(
        "rate"
    ) == ("scale plus ten")


def test_every_value_has_its_source_words() -> None:
    reading = read("Self-tape for KETTLE, role of NINA (co-star). Due Friday at noon PT.")
    assert reading.said
    assert all(one.words for one in reading.said)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("Filming 08/02/27 - 19/02/27.", "2027-02-08", "2027-02-19"),
        ("Filming 08/02/27. Rehearsal read-through 25/01/27.", "2027-02-08", ""),
        ("Filming Tuesday 09/02/27.", "2027-02-09", ""),
        ("Filming 2/8/27 - 2/19/27.", "2027-02-08", "2027-02-19"),
        ("Filming 8.2.2027, 24/7 catering.", "2027-08-02", ""),
    ],
)
def test_one_unambiguous_date_sets_the_order_of_the_mail(said: str, first: str, last: str) -> None:
    reading = read(f"Self-tape request for KETTLE, role of NINA. Due 10 Dec 2026.\n{said}")
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (first, last)


@pytest.mark.parametrize(
    ("place", "at"),
    [
        ("8899 Beverly Blvd, LA", "2026-12-07T15:00:00-08:00"),
        ("8899 Beverly Blvd, LA 90048", "2026-12-07T15:00:00-08:00"),
        ("12 Main St, Baton Rouge, LA", "2026-12-07T15:00:00-06:00"),
        ("12 Main St, Gretna, LA 70053", "2026-12-07T15:00:00-06:00"),
    ],
)
def test_la_means_los_angeles_unless_louisiana_is_named(place: str, at: str) -> None:
    reading = read(f"Audition for KETTLE, role of NINA: Monday 12/7 at 3pm, {place}.")
    assert reading.text_of("at") == at


def test_tape_instead_of_an_appointment_is_a_change() -> None:
    reading = read(
        "Audition: KETTLE (Nina)\n\nMonday 12/7 at 3pm is off, sorry. Could you tape it instead, "
        "by Tuesday 12/8 noon ET? Callbacks will be in person on 12/10.\n\n"
        "On Mon, Nov 30, 2026 at 9:00 AM Ann wrote:\n"
        "> Audition for KETTLE, role of NINA: Monday 12/7 at 3pm, 12 Main St, New York.\n"
    )
    assert reading.kind is Kind.CHANGE
    assert reading.text_of("due_at") == "2026-12-08T12:00:00-05:00"
    assert reading.text_of("at") == reading.text_of("place") == ""
    assert read("The tape that was due Tuesday is cancelled: KETTLE.").kind is Kind.CANCEL


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("They have pushed you to 3:45, same day.", "2026-12-07T15:45:00-05:00"),
        ("They have pushed you to 3:45.", ""),
    ],
)
def test_moved_hour_uses_the_day_of_the_earlier_mail(said: str, at: str) -> None:
    reading = read(
        f"{said}\n\nAnn\n\n---------- Forwarded message ---------\nFrom: Bo <bo@casting.example>\n"
        f"Date: Mon, Nov 30, 2026 at 9:00 AM\nSubject: KETTLE\nTo: Ann\n\n{ROOM}\n"
    )
    assert reading.text_of("at") == at
    if not at:
        assert set(asked(reading, "at")) == {
            "2026-12-07T15:45:00-05:00",
            "2026-12-07T15:00:00-05:00",
        }


def test_sentence_after_a_label_decides_what_its_day_means() -> None:
    reading = read(
        f"{ROOM}\nFirst rehearsal: 3/2/2027. Closes 4/25/2027. Appointments went live on 1/7/2027."
    )
    assert reading.text_of("shoot_from") == "2027-03-02"
    assert reading.text_of("shoot_to") == "2027-04-25"


def test_short_reply_above_a_mail_is_skipped() -> None:
    reading = read(
        "From: Noor Castellan <noor@mail.example>\nTo: Ann <ann@talent.example>\n"
        "Subject: Re: KETTLE\n\nGot it, thanks!\n\n"
        "On Mon, Nov 30, 2026 at 9:00 AM Ann <ann@talent.example> wrote:\n"
        "> Self-tape for KETTLE, role of NINA. Due Wed 12/9 5pm ET.\n"
    )
    assert (reading.kind, reading.text_of("project")) == (Kind.REQUEST, "KETTLE")
    assert reading.text_of("due_at") == "2026-12-09T17:00:00-05:00"
    assert read("Subject: Re: KETTLE\n\nGot it, thanks!").kind is Kind.OTHER


def test_two_jobs_in_one_mail_do_not_share_place_or_office() -> None:
    reading = read(
        "Subject: Two for you\n\n"
        "1. THE QUIET ROOM (film) - Tess - Monday 12/7, 11am, 171 Union Street, New York. "
        "Casting: Bo Casting.\n"
        "2. HARD SHOULDER (BBC) - PC Lowe - Wednesday 12/9, 3:40pm, Zoom. Casting: Ann Casting.\n"
    )
    assert asked(reading, "project") == ("THE QUIET ROOM", "HARD SHOULDER")
    assert len(asked(reading, "at")) == 2
    assert not {"office", "place", "format", "medium"} & {one.field for one in reading.said}


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("Shooting 11.01. - 05.02.2027.", "2027-01-11", "2027-02-05"),
        ("Shooting Weds 16 and Thurs 17 December.", "2026-12-16", "2026-12-17"),
        ("Fitting Fri 12/18, shoot Mon 12/21.", "2026-12-21", ""),
        ("Shoots 12/21, 12/22 (weather day 12/23).", "2026-12-21", "2026-12-22"),
    ],
)
def test_work_days_are_read_in_many_notations(said: str, first: str, last: str) -> None:
    reading = read(f"{TAPE} Due 10 Dec 2026.\n{said}")
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (first, last)


def test_agents_own_deadline_is_asked_beside_the_offices() -> None:
    reading = read(
        "Your KETTLE tape (Nina) was due Friday at 6pm and is now due Monday 12/7 at 9am. "
        "Get it to me Sunday 12/6 by 5pm so I can label it."
    )
    assert set(asked(reading, "due_at")) == {
        "2026-12-06T17:00:00-05:00",
        "2026-12-07T09:00:00-05:00",
    }


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("Tuesday 12/8 between 10 and 12; your slot is 10:50.", "2026-12-08T10:50:00-05:00"),
        ("Tuesday 12/8 between 10 and 12.", "2026-12-08"),
        ("Tuesday 12/8, 2:40pm, Studio 12A.", "2026-12-08T14:40:00-05:00"),
        ("tomorrow at 1330hrs.", "2026-12-02T13:30:00-05:00"),
    ],
)
def test_slot_is_told_from_hour_ranges_and_room_numbers(said: str, at: str) -> None:
    reading = read(f"Audition for KETTLE, role of NINA: {said}")
    assert reading.text_of("at") == at


def test_corrected_hour_replaces_the_wrong_one() -> None:
    reading = read(
        "My typo: it's 11:45 AM, not 1:45 PM, on Tuesday 12/8.\n\n"
        "On Mon, Nov 30, 2026 at 9:00 AM Ann wrote:\n"
        "> Callback for KETTLE, role of NINA: Tuesday 12/8, 1:45 PM, 12 Main St, New York.\n"
    )
    assert (reading.kind, reading.text_of("at")) == (Kind.CHANGE, "2026-12-08T11:45:00-05:00")


def test_optional_tape_is_not_a_deadline() -> None:
    said = "If you can't make it, a tape by Wednesday noon ET is fine."
    reading = read(f"{ROOM} {said}")
    assert reading.kind is Kind.APPOINTMENT
    assert reading.text_of("due_at") == ""
    assert reading.unplaced == (said,)


@pytest.mark.parametrize(
    "said",
    [
        "Casting wants an answer on availability by tomorrow noon.",
        "Please answer by Thursday, or the slot goes to somebody else.",
    ],
)
def test_requested_answer_is_not_a_decision_date(said: str) -> None:
    assert read(f"{ROOM} {said}").text_of("decision_by") == ""


def test_released_days_are_not_held_days() -> None:
    reading = read(
        "Please release 12/8-12/10 and hold 12/15 through 12/17 instead for KETTLE. "
        "First refusal still. The script comes Friday."
    )
    assert reading.kind is Kind.HOLD
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (
        "2026-12-15",
        "2026-12-17",
    )


def test_forwarded_header_may_be_split_into_paragraphs() -> None:
    mail = (
        "Subject: Fwd: KETTLE\nContent-Type: text/html\n\n<div>Below! Yes?</div><div>Ann</div>"
        "<div>---------- Forwarded message ---------<br>From: Bo &lt;bo@casting.example&gt;<br>"
        "Date: Sat, Nov 28, 2026 at 5:58 PM<br>Subject: KETTLE<br>To: Ann<br><br>"
        "<table><tr><td>Role</td><td>NINA</td></tr><tr><td>Date</td><td>Monday, December 7</td>"
        "</tr><tr><td>Time</td><td>1:20p</td></tr></table></div>"
    )
    assert read(mail).text_of("at") == "2026-12-07T13:20:00-05:00"


def test_ambiguous_zone_abbreviation_is_asked() -> None:
    said = f"{TAPE} Tape due Friday 12/4 at 5pm IST."
    assert read(said).text_of("due_at") == ""
    assert set(asked(read(said), "due_at")) == {
        "2026-12-04T17:00:00+00:00",
        "2026-12-04T17:00:00+05:30",
        "2026-12-04T17:00:00+02:00",
    }
    in_dublin = read(said, "Europe/Dublin")
    assert in_dublin.text_of("due_at") == "2026-12-04T17:00:00+00:00"


@pytest.mark.parametrize(
    ("letters", "offset"), [("AST", "-04:00"), ("JST", "+09:00"), ("NZDT", "+13:00")]
)
def test_stated_zone_overrides_the_actors(letters: str, offset: str) -> None:
    due = read(f"{TAPE} Tape due Friday 12/4 at 5pm {letters}.").text_of("due_at")
    assert due == f"2026-12-04T17:00:00{offset}"


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("Your tape, requested on 11/25, is due 12/2 at 5 PM ET.", "due_at", "2026-12-02T17:00"),
        ("Tape due 12/7. Her days are 12, 13 & 20 Jan.", "shoot_from", "2027-01-12"),
        ("Tape due 12/7. We will make offers by the 14th.", "decision_by", "2026-12-14"),
    ],
)
def test_each_day_gets_the_field_its_words_name(said: str, field: str, value: str) -> None:
    assert read(f"{TAPE} {said}").text_of(field).startswith(value)


def test_two_slots_are_asked() -> None:
    reading = read(
        f"{ROOM.partition(':')[0]}. Can you do Thurs at 2:15 or 4:45? 12 Main St, New York."
    )
    assert set(asked(reading, "at")) == {
        "2026-12-03T14:15:00-05:00",
        "2026-12-03T16:45:00-05:00",
    }
    reading = read(
        f"{ROOM.partition(':')[0]}. Please pick a slot by Friday at 5. Slots are Wed 12/9."
    )
    assert reading.text_of("due_at") == ""
    assert asked(reading, "confirm_by") or reading.text_of("confirm_by")


def test_rescheduled_callback_has_the_new_time() -> None:
    reading = read(
        "The callback for KETTLE (Nina) that was set for Wed Dec 9 at 11:20 AM has been "
        "rescheduled to Thu Dec 10 at 2:05 PM PT."
    )
    assert reading.text_of("at") == "2026-12-10T14:05:00-08:00"


def test_callback_leaves_the_pending_first_round() -> None:
    first = propose_new(read(f"{ROOM}\n\nHarbor Casting"), "a", NOW)
    mail = "Project: Kettle\nRole: Nina\nCasting: Harbor\nCallback: {}, Dec {} at 11:30 AM ET"
    twice = propose_change(first, read(mail.format("Wednesday", 9)), NOW.add(hours=1))
    assert twice.stage is Stage.CALLBACK
    assert twice.rounds[:-1] == first.rounds
    assert [one.kind for one in twice.rounds] == [RoundKind.AUDITION, RoundKind.CALLBACK]
    assert [one.at.isoformat() for one in twice.rounds if one.at] == [
        "2026-12-07T15:00:00-05:00",
        "2026-12-09T11:30:00-05:00",
    ]
    moved = propose_change(twice, read(mail.format("Thursday", 10)), NOW.add(hours=2))
    assert moved.rounds[:-1] == first.rounds
    assert [one.at and one.at.isoformat() for one in moved.rounds[1:]] == [
        "2026-12-10T11:30:00-05:00"
    ]


def test_callback_at_another_time_is_a_move_unless_it_is_another_one() -> None:
    first = propose_new(read(f"{ROOM}\n\nHarbor Casting"), "a", NOW)
    given = moves.give(first, NOW.add(days=7))
    mail = "{} for KETTLE, role of NINA: {} at 3pm.\n\nHarbor Casting"
    once = propose_change(given, read(mail.format("Callback", "12/9")), NOW.add(days=7))
    moved = propose_change(once, read(mail.format("Callback", "12/10")), NOW.add(days=7))
    assert [str(one.at and one.at.day) for one in moved.rounds] == ["2026-12-07", "2026-12-10"]
    assert [str(w.at.day) for w in moved.rounds[1].earlier(TimeOf.AT)] == ["2026-12-09"]
    more = propose_change(once, read(mail.format("Second callback", "12/10")), NOW.add(days=7))
    assert [str(one.at and one.at.day) for one in more.rounds] == [
        "2026-12-07",
        "2026-12-09",
        "2026-12-10",
    ]


def test_screen_test_leaves_pending_rounds() -> None:
    first = propose_new(read(f"{ROOM}\n\nHarbor Casting"), "a", NOW)
    callback = "Callback for KETTLE, role of NINA: Wednesday 12/9 at 3pm.\n\nHarbor Casting"
    twice = propose_change(first, read(callback), NOW.add(hours=1))
    test = "Callback for KETTLE, role of NINA: screen test, Friday 12/11 at 3pm."
    thrice = propose_change(twice, read(f"{test}\n\nHarbor Casting"), NOW.add(hours=2))
    assert thrice.stage is Stage.TEST
    assert thrice.rounds[:-1] == twice.rounds
    assert thrice.rounds[-1].kind is RoundKind.SCREEN_TEST


def test_undated_first_round_becomes_the_callback() -> None:
    first = propose_new(read("Audition for KETTLE, role of NINA.\n\nHarbor Casting"), "a", NOW)
    callback = "Callback for KETTLE, role of NINA: Wednesday 12/9 at 3pm.\n\nHarbor Casting"
    [only] = propose_change(first, read(callback), NOW.add(hours=1)).rounds
    assert (only.id, only.kind) == (first.rounds[0].id, RoundKind.CALLBACK)


def test_heard_on_is_the_date_of_the_pasted_header() -> None:
    head = "Date: {} 18:02 -0500\nFrom: Jo <jo@harbor.example>\n\n"
    first = propose_new(read(head.format("Sat, 28 Nov 2026") + ROOM), "a", NOW)
    assert str(first.heard_on) == "2026-11-28"
    assert first.notes.startswith("From a mail of 2026-11-28:")
    older = propose_change(first, read(head.format("Fri, 27 Nov 2026") + ROOM), NOW)
    assert str(older.heard_on) == "2026-11-28"
    assert propose_new(read(ROOM), "b", NOW).heard_on == NOW.date()


@pytest.mark.parametrize(
    ("said", "role", "project"),
    [
        ("We'd love to see you for the role of Lena in Cold Front on Friday", "Lena", "Cold Front"),
        (
            "We'd love to see you for the role of Lena in Cold Front this Friday",
            "Lena",
            "Cold Front",
        ),
        ("Come in for the part of Lena for Cold Front tomorrow", "Lena", "Cold Front"),
        ("Callback for Officer Hale on Night Ferry on Dec 3", "Officer Hale", "Night Ferry"),
        ("Please read for the role of Lena in London on Friday", "Lena", ""),
        ("Please read for the role of Lena at Harbor Stage on Friday", "Lena", ""),
        ("Please read for Lena in the Bluebird commercial on Friday", "Lena", "Bluebird"),
    ],
)
def test_role_ends_before_project_and_day(said: str, role: str, project: str) -> None:
    reading = read(f"Hi Noor,\n\n{said} at 2:15pm.\n\nDana")
    assert (reading.text_of("role"), reading.text_of("project")) == (role, project)
    assert not asked(reading, "role")
    assert not asked(reading, "project")


@pytest.mark.parametrize(
    ("said", "roles", "projects"),
    [
        ("the role of Girl in White on Friday", ("Girl", "Girl in White"), ("White",)),
        ("the role of Nurse in Scrubs on Friday", ("Nurse", "Nurse in Scrubs"), ("Scrubs",)),
        ("the role of Beth from Accounts on Friday", ("Beth", "Beth from Accounts"), ("Accounts",)),
        ("the role of June in Monday Mornings on Friday", ("June",), ("Monday Mornings",)),
        ("Death in Venice on Friday", ("Death", "Death in Venice"), ("Death in Venice",)),
        ("Nora on Friday", ("Nora",), ("Nora",)),
        ("Nora Friday", ("Nora", "Nora Friday"), ("Nora Friday",)),
    ],
)
def test_ambiguous_name_is_asked(
    said: str, roles: tuple[str, ...], projects: tuple[str, ...]
) -> None:
    reading = read(f"Hi Noor,\n\nWe'd love to see you for {said} at 2:15pm.\n\nDana")
    assert (asked(reading, "role"), asked(reading, "project")) == (roles, projects)
    assert not roles_left(reading, roles[-1])


def test_project_named_elsewhere_settles_the_role() -> None:
    reading = read("Subject: Death in Venice\n\nPlease read for Girl in White on Friday at 2pm.")
    assert reading.text_of("project") == "Death in Venice"
    named = read("Project: White\nPlease read for Girl in White on Friday at 2pm.")
    assert (named.text_of("project"), named.text_of("role")) == ("White", "Girl")


def test_wish_for_a_tape_has_the_deadline() -> None:
    reading = read("I'd love you to self-tape for my thesis film KETTLE by Sunday at 5pm.")
    assert reading.text_of("due_at") == "2026-12-06T17:00:00-05:00"
    assert not reading.text_of("shoot_from")


def test_greeted_name_is_not_a_platform() -> None:
    assert not read(f"Noor - you have an audition. {ROOM}").text_of("platform")


SENT = "Fri, Nov 20, 2026 at 6:12 PM"
CALL = "Hi Noor,\n\nCan you come in tomorrow at 2pm as NINA in KETTLE?\n\nDana\nKestrel Casting"
QUOTED = "\n".join(f"> {line}" for line in CALL.split("\n"))
HEAD = f"From: Kestrel Casting <k@kestrel.example>\nDate: {SENT}\nSubject: KETTLE\nTo: Mara"
OUTER = "From: Mara\nDate: Sun, Nov 22, 2026 at 1:00 PM\nSubject: Fwd: x\nTo: me"
FORWARD = "---------- Forwarded message ---------"


@pytest.mark.parametrize(
    "pasted",
    [
        f"FYI, Mara\n\n{FORWARD}\n{HEAD}\n\n{CALL}",
        f"{FORWARD}\n{OUTER}\n\nLook\n\n{FORWARD}\n{HEAD}\n\n{CALL}",
        f"View this mail in your browser\n\n{HEAD}\n\n{CALL}",
        f"See below\n\nOn {SENT}, Dana <k@kestrel.example> wrote:\n\n{QUOTED}",
        f"KETTLE\nInbox\n\nKestrel Casting\n{SENT} (11 days ago)\nto me\n\n{CALL}",
        f"Kestrel Casting\nDate: {SENT}\n\n{CALL}",
        f"KETTLE\nSent: Friday, November 20, 2026 6:12 PM\n\n{CALL}",
        f"From my agent:\n\nDate: {SENT}\n{CALL}",
        f"{HEAD}\n\n{CALL}",
    ],
)
def test_tomorrow_is_relative_to_the_mails_date(pasted: str) -> None:
    assert read(pasted).text_of("at") == "2026-11-21T14:00:00-05:00"


@pytest.mark.parametrize(
    ("pasted", "day"),
    [
        (f"FYI\n\n{FORWARD}\n{HEAD}\n\n{CALL}", 20),
        (f"Mara here.\n\n{HEAD}\n\n{CALL}", 20),
        (
            f"{OUTER}\n\nFYI\n\n{FORWARD}\n{HEAD}\n\n{CALL}",
            22,
        ),
        (f"Kestrel Casting\nDate: {SENT}\n\n{CALL}", 20),
        (f"On {SENT}, Noor <n@mail.example> wrote:\n\n> Can I come later?", NOW.day),
    ],
)
def test_written_date_is_that_of_the_dated_mail(pasted: str, day: int) -> None:
    assert read(pasted).written.day == day


def test_newest_mail_of_a_conversation_counts() -> None:
    earlier = f"Kestrel Casting\n{SENT} (11 days ago)\nto me\n\n{CALL}"
    later = "Kestrel Casting\nMon, Nov 23, 2026, 9:12 AM (8 days ago)\nto me"
    pasted = f"{earlier}\n\n{later}\n\nSorry, we have to move it to Friday at 4pm."
    reading = read(pasted)
    assert reading.text_of("at") == "2026-11-27T16:00:00-05:00"
    assert reading.written.day == 23


@pytest.mark.parametrize(
    "label", ["Monday, December 7 at 2:15 PM", "Monday, December 7\nTime: 2:15 PM"]
)
def test_date_label_is_not_a_mail_header(label: str) -> None:
    for pasted in (f"Date: {label}\nAudition for KETTLE\nRole: Nina", f"{ROOM}\nDate: {label}"):
        assert read(pasted).text_of("at") == "2026-12-07T14:15:00-05:00" or asked(
            read(pasted), "at"
        )


def test_tomorrow_in_an_undated_forward_is_asked() -> None:
    undated = HEAD.replace(f"Date: {SENT}\n", "")
    pasted = f"FYI\n\n{FORWARD}\n{undated}\n\n{CALL}"
    assert asked(read(pasted), "at") == ("2026-12-02T14:00:00-05:00",)
    dated = pasted.replace("tomorrow", "on December 7")
    assert read(dated).text_of("at") == "2026-12-07T14:00:00-05:00"


def test_offer_is_not_a_booking() -> None:
    mail = "We're so pleased to offer you the role of NINA in KETTLE. Rehearsals start January 18."
    offered = propose_new(read(f"{mail}\n\nHarbor Casting"), "a", NOW)
    assert (offered.stage, offered.booking) == (Stage.OFFER, None)
    taken = propose_change(offered, booked(), NOW)
    assert taken.stage is Stage.BOOKED


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("Shoot dates to be confirmed.", Stage.OFFER),
        ("The dates are confirmed, Dec 14 to 18.", Stage.OFFER),
        ("Tell us once you have accepted.", Stage.OFFER),
        ("Let us know if you are booked that week.", Stage.OFFER),
        ("Travel will be booked for you.", Stage.OFFER),
        ("No one else has been confirmed yet.", Stage.OFFER),
        ("Best,\nDana Fox\nBooking Dept", Stage.OFFER),
        ("Your agent has accepted.", Stage.BOOKED),
        ("You're confirmed for Dec 14.", Stage.BOOKED),
        ("You have been booked for Dec 14 to 18.", Stage.BOOKED),
        ("You booked it!", Stage.BOOKED),
        ("Booking confirmed.", Stage.BOOKED),
    ],
)
def test_offer_becomes_a_booking_only_if_the_mail_says_so(said: str, stage: Stage) -> None:
    mail = f"We're delighted to offer you the role of NINA in KETTLE. {said}"
    assert propose_new(read(mail), "a", NOW).stage is stage


def test_hold_gets_its_answer_by_time() -> None:
    mail = "Avail check: NINA in KETTLE, Dec 15, 16, 17. Please confirm by noon tomorrow."
    [hold] = propose_new(read(f"{mail}\n\nHarbor Casting"), "a", NOW).holds
    assert hold.answer_by
    assert hold.answer_by.isoformat() == "2026-12-02T12:00:00-05:00"
    assert list(map(format_range, hold.days)) == ["15 to 17 Dec 2026"]


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("8, 10 in the morning", "10:00"),
        ("8, 11 in the evening", "23:00"),
        ("8, 10 at night", "22:00"),
        ("8, 5 in the morning", "05:00"),
        ("8, 10 in the AM", "10:00"),
        ("8, 12 noon", "12:00"),
        ("8, 10 o'clock", "10:00"),
        ("8, 10 a.m.", "10:00"),
        ("8, 10ish", "10:00"),
        ("8, 10-ish", "10:00"),
        ("8, 10 sharp", "10:00"),
        ("8 - 10 sharp", "10:00"),
        ("8 - 10am", "10:00"),
        ("8 & 10 sharp", "10:00"),
        ("8, 10 to 11", "10:00"),
        ("8, 10 and 11 am", "10:00"),
    ],
)
def test_number_that_is_an_hour_is_not_another_day(said: str, at: str) -> None:
    reading = read(f"For KETTLE, role of NINA. Callback Tue Dec {said}")
    assert reading.text_of("at") == f"2026-12-08T{at}:00-05:00"


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("10 or 11 am", (10, 11)),
        ("9 or 10 in the morning", (9, 10)),
        ("10 or 11 o'clock", (10, 11)),
        ("11 or 12 noon", (11, 12)),
        ("10 or 11-ish", (10, 11)),
        ("9, 10 or 11 am", (9, 10, 11)),
        ("9am, 10am, or 11am", (9, 10, 11)),
    ],
)
def test_alternative_hours_on_one_day_are_asked(said: str, hours: tuple[int, ...]) -> None:
    reading = read(f"For KETTLE, role of NINA. Callback Tue Dec 8, {said}")
    assert asked(reading, "at") == tuple(f"2026-12-08T{at:02}:00:00-05:00" for at in hours)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("Callback Tue Dec 8, 10.", "at"),
        ("Callback Tue Dec 8, 10 in Studio 4.", "at"),
        ("Tape due Tue Dec 8, 10.", "due_at"),
        ("Tape due Fri Dec 11. Please confirm by Dec 8, 10.", "confirm_by"),
    ],
)
def test_number_that_may_be_an_hour_or_a_day_is_asked(said: str, field: str) -> None:
    reading = read(f"For KETTLE, role of NINA. {said}")
    assert asked(reading, field) == ("2026-12-08T10:00:00-05:00", "2026-12-08", "2026-12-10")


def test_number_after_work_days_is_a_day() -> None:
    reading = read("Hold for KETTLE, role of NINA. The shoot is Dec 15, 16 in Pittsburgh.")
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (
        "2026-12-15",
        "2026-12-16",
    )


def test_house_number_is_not_an_hour() -> None:
    reading = read("NINA in KETTLE: audition Jan 5, 12 Main St, 3pm")
    assert reading.text_of("at") == "2027-01-05T15:00:00-05:00"


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Tape due by noon tomorrow PT.", "2026-12-02T12:00:00-08:00"),
        ("Tape due 5pm Friday PT.", "2026-12-04T17:00:00-08:00"),
        ("Tape due 5pm on Friday, Dec 4 (Pacific).", "2026-12-04T17:00:00-08:00"),
        ("Tape due 5pm Friday, Pacific Time.", "2026-12-04T17:00:00-08:00"),
        ("Tape due 5pm Friday. Pacific Playhouse.", "2026-12-04T17:00:00-05:00"),
        ("Tape due 5pm Friday, Central Park Productions.", "2026-12-04T17:00:00-05:00"),
    ],
)
def test_zone_after_the_day_applies_to_the_hour(said: str, due: str) -> None:
    assert read(f"Self-tape request for KETTLE, role of NINA. {said}").text_of("due_at") == due


def test_unclear_project_must_be_answered_before_saving() -> None:
    reading = read("Could you come read for June in Ninety Days of Rain on Saturday at 2pm?")
    refusal = propose(reading, (), "a", NOW).refusal
    assert refusal == "Say first whether the project is Ninety Days of Rain"


@pytest.mark.parametrize(
    "said",
    [
        "Your callback is Tue 12/8, 10am.",
        "Callback Tue 12/8, 10am",
        "You have a callback on Tue Dec 8 at 10:00.",
    ],
)
def test_single_timed_callback_is_the_actors(said: str) -> None:
    reading = read(f"{said}\nRole: Nora")
    assert reading.kind is Kind.CALLBACK
    assert reading.text_of("at") == "2026-12-08T10:00:00-05:00"


@pytest.mark.parametrize("said", ["Callbacks are Dec 8, 10am-2pm.", "Callback is Dec 8."])
def test_general_callback_dates_are_not_an_invitation(said: str) -> None:
    reading = read(f"Audition Thu Dec 3 at 2pm for Nora. {said}")
    assert reading.kind is Kind.APPOINTMENT
    assert reading.text_of("at") == "2026-12-03T14:00:00-05:00"


def test_project_after_in_is_not_a_place() -> None:
    reading = read("Callback on Tue Dec 8 at 3pm for Nora in Glass House")
    assert reading.text_of("project") == "Glass House"
    assert not reading.text_of("place")


def _of_names(field: str, *names: str) -> Reading:
    asks = Question(field=field, choices=names, words="")
    return Reading(kind=Kind.REQUEST, questions=(asks,), written=NOW)


def test_name_within_a_longer_name_is_different() -> None:
    assert roles_left(_of_names("role", "Dan", "Dana", "Dan in White"), "Dan") == ("Dana",)
    for names, said in (
        (("Cold", "Coldwater"), "It is about several projects"),
        (("Cold", "Cold Water"), "Say first whether the project is Cold or Cold Water"),
    ):
        assert propose(_of_names("project", *names), (), "a", NOW).refusal == said


def test_project_does_not_match_a_longer_name() -> None:
    mail = "Audition for {}, role of NINA: Monday 12/7 at 3pm.\n\nDana Reyes\nKestrel Casting"
    here = propose_new(read(mail.format("COLDWATER")), "a", NOW)
    assert here.office
    assert not find_matches(read(mail.format("COLD")), [here])
    assert find_matches(read(mail.format("COLDWATER")), [here])


OFFICE_MAIL = "Project: Kettle\nRole: Nina\nCasting: {}\n\nYour audition is Mon 12/7 at 3pm."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Feldstein", "Feldstein/Park Casting"),
        ("Telsey", "The Telsey Office"),
        ("Harbor", "Harbor Casting"),
        ("Telsey & Company", "Telsey Office"),
    ],
)
def test_an_office_that_is_written_shorter_or_longer_is_matched(one: str, other: str) -> None:
    for said, kept in ((one, other), (other, one)):
        reading = read(OFFICE_MAIL.format(said))
        assert reading.text_of("office") == said
        here = audition(project="Kettle", role="Nina", office=kept)
        assert [match.id for match in find_matches(reading, [here])] == [here.id]
        for apart in ({"office": "Gantry Casting"}, {"role": "Masha"}, {"project": "Lear"}):
            assert find_matches(reading, [replace(here, **apart)]) == ()


def test_the_very_office_goes_before_one_of_a_like_name() -> None:
    reading = read(OFFICE_MAIL.format("Telsey"))
    here = [
        audition(id=office, project="Kettle", role="Nina", office=office)
        for office in ("Telsey Office Two", "Telsey Casting")
    ]
    assert [match.id for match in find_matches(reading, here)] == ["Telsey Casting"]


def _day(hour: int, day: int) -> Moment:
    return Moment.of(pendulum.datetime(2026, 12, day, hour, tz="America/New_York"))


BOTH_PENDING = Audition(
    id="a",
    project="Kettle",
    role="Nina",
    office="Harbor Casting",
    stage=Stage.CALLBACK,
    rounds=(
        Round(id="first", at=_day(10, 3)),
        Round(id="back", kind=RoundKind.CALLBACK, at=_day(11, 9)),
    ),
)
MOVED = "Project: Kettle\nRole: Nina\nCasting: Harbor Casting\n\n"


@pytest.mark.parametrize("pasted_on", [1, 7, 10])
@pytest.mark.parametrize(
    "said",
    [
        "Your callback has moved to Thu Dec 10, 3pm.",
        "Your callback is now at 3pm on Thu Dec 10, not on Wednesday.",
        "Good news. The time has changed: your callback is now Thu Dec 10 at 3pm.",
    ],
)
def test_moved_callback_leaves_an_unfinished_first_round(said: str, pasted_on: int) -> None:
    now = NOW.set(day=pasted_on, hour=12)
    reading = read_invitation(f"{MOVED}{said}".encode(), now)
    assert reading.kind is Kind.CHANGE
    first, back = propose_change(BOTH_PENDING, reading, now).rounds
    assert first == BOTH_PENDING.rounds[0]
    assert (back.kind, back.at) == (RoundKind.CALLBACK, _day(15, 10))


@pytest.mark.parametrize(("pasted_on", "moves"), [(1, ""), (3, ""), (7, "back"), (12, "")], ids=str)
def test_unnamed_change_applies_to_the_upcoming_round_or_asks(pasted_on: int, moves: str) -> None:
    now = NOW.set(day=pasted_on, hour=12)
    reading = read_invitation(f"{MOVED}Your time has moved to Mon Dec 14, 3pm.".encode(), now)
    assert reading.kind is Kind.CHANGE
    assert not reading.text_of("kind_of_round")
    proposal = propose(reading, (BOTH_PENDING,), "b", now)
    moved = [one.id for one in (proposal.after or BOTH_PENDING).rounds if one.at == _day(15, 14)]
    assert moved == ([moves] if moves else [])
    assert proposal.refusal.startswith("It may be about the audition") is not bool(moves)
    assert propose_change(BOTH_PENDING, reading, now).rounds[0] == BOTH_PENDING.rounds[0]


def test_unknown_moved_callback_is_added_beside_the_first_round() -> None:
    here = replace(BOTH_PENDING, stage=Stage.REQUESTED, rounds=BOTH_PENDING.rounds[:1])
    after = propose_change(here, read(f"{MOVED}Your callback has moved to Thu Dec 10, 3pm."), NOW)
    assert after.stage is Stage.CALLBACK
    assert after.rounds[0] == here.rounds[0]
    assert (after.rounds[1].kind, after.rounds[1].at) == (RoundKind.CALLBACK, _day(15, 10))


def test_moved_audition_is_not_a_callback() -> None:
    here = replace(BOTH_PENDING, stage=Stage.REQUESTED, rounds=BOTH_PENDING.rounds[:1])
    said = "Your audition has moved to Fri Dec 4, 3pm. The callback is on Dec 9."
    [only] = propose_change(here, read(f"{MOVED}{said}"), NOW).rounds
    assert (only.kind, only.at) == (RoundKind.AUDITION, _day(15, 4))


def test_appointment_updates_the_upcoming_or_matching_round() -> None:
    now = NOW.set(day=7)
    mail = f"{MOVED}You are confirmed to come in on {{}}, 12 Main St."
    for when, at in (("Wed Dec 9 at 2pm", (10, 14)), ("Thu Dec 3 at 10am", (10, 11))):
        reading = read_invitation(mail.format(when).encode(), now)
        assert reading.kind is Kind.APPOINTMENT
        after = propose_change(BOTH_PENDING, reading, now)
        assert tuple(one.at.time.hour for one in after.rounds if one.at and one.at.time) == at


def test_old_time_is_that_of_the_changed_round() -> None:
    first = ask_round(id="first", at=moment(2, 10))
    callback = ask_round(id="later", kind=RoundKind.CALLBACK, at=moment(8, 15))
    before = audition(rounds=(first, callback))
    moved = replace(callback, at=moment(9, 15))
    assert old_value(before, replace(before, rounds=(first, moved)), "at") == callback.at
    added = replace(callback, id="added", at=moment(9, 15))
    assert old_value(before, replace(before, rounds=(first, callback, added)), "at") is None
    assert old_value(before, before, "at") is None


@pytest.mark.parametrize(
    ("place", "zone", "offsets"),
    [
        ("12 Cremorne St, Richmond", "Australia/Melbourne", ("+11:00", "-05:00")),
        ("12 Hunter St, Newcastle", "Australia/Sydney", ("+11:00", "+00:00")),
        ("12 Hill St, Birmingham", "America/Chicago", ("-06:00", "+00:00")),
        ("12 Main St, Richmond", "America/Los_Angeles", ("-05:00",)),
        ("12 Main St, Richmond, VA 23220", "Australia/Melbourne", ("-05:00",)),
        ("12 Main St, Birmingham, AL 35203", "America/New_York", ("-06:00",)),
        ("12 Hill St, Manchester M1 2AB", "America/New_York", ("+00:00",)),
        ("12 Hill St, Newcastle", "Europe/London", ("+00:00",)),
    ],
)
def test_ambiguous_city_is_asked(place: str, zone: str, offsets: tuple[str, ...]) -> None:
    mail = f"Audition for KETTLE, role of NINA: Thu Dec 10, 10:20am at Studio 4, {place}"
    reading = read(mail, zone)
    said = asked(reading, "at") or (reading.text_of("at"),)
    assert said == tuple(f"2026-12-10T10:20:00{offset}" for offset in offsets)


PENCIL_AND_RELEASE = """Subject: Avail check - Slow Horses

Hi Sam, avail check for Slow Horses, 11, 12 + 14 Jan. They'd like to heavy pencil you.
Also, you're released from the NT workshop.
"""


def test_pencil_and_release_in_one_mail_read_the_pencil() -> None:
    reading = read(PENCIL_AND_RELEASE)
    assert (reading.kind, reading.text_of("project")) == (Kind.AVAIL, "Slow Horses")
    assert reading.text_of("shoot_from") == "2027-01-11"
    assert reading.other_matter == "Also, you're released from the NT workshop."
    here = audition(project="Slow Horses", role="", stage=Stage.HOLD)
    assert propose_change(here, reading, NOW).is_open


def test_subject_decides_between_release_and_pencil() -> None:
    text = "Subject: Release - Ford\n\nYou're released from Ford. Are you free 11-14 Jan for Lexus?"
    reading = read(text)
    assert (reading.kind, reading.text_of("project")) == (Kind.RELEASE, "Ford")
    assert reading.other_matter == "Are you free 11-14 Jan for Lexus?"


@pytest.mark.parametrize(
    "said",
    [
        "You're released from Ford. Thank you for holding the dates 12/12 and 12/13!",
        "You were on avail for 12/12. The client has released you.",
        "They went another way, you're released from the 12th. Next time!",
        "You're released from Ford. They want to see you for more. Sigh. It wraps 12/20 now.",
    ],
)
def test_release_mentioning_its_own_hold_is_one_matter(said: str) -> None:
    reading = read(f"Subject: Ford\n\n{said}")
    assert (reading.kind, reading.other_matter) == (Kind.RELEASE, "")


def test_release_applies_to_the_job_it_names() -> None:
    reading = read("Subject: Slow Horses\n\nHi Sam, you're released from the NT workshop.")
    assert (reading.kind, reading.text_of("project")) == (Kind.RELEASE, "NT")


@pytest.mark.parametrize(
    "said",
    [
        "Subject: OFFER!!! Hedda Gabler - Tesman\n\nThey need an answer by Fri 12/11 noon ET.",
        "OFFER: Iago in Othello. Rehearsals from 1/4/27. Answer by Fri 12/11 noon ET.",
        "Subject: Offer - Iago, Othello\n\nThe part is yours to take. Answer by Fri 12/11 noon ET.",
        "Subject: Iago\n\nWe have an offer for Iago in Othello. Answer by Fri 12/11 noon ET.",
        "Subject: Iago\n\nThey'd like to make an offer for Othello. Answer by Fri 12/11 noon ET.",
        "Subject: Othello\n\nOFFER for Iago in Othello! They need an answer by Fri 12/11 noon ET.",
    ],
)
def test_offer_has_an_answer_by_time_and_no_fitting(said: str) -> None:
    reading = read(said)
    assert (reading.kind_word, reading.text_of("confirm_by")) == (
        "offer",
        "2026-12-11T12:00:00-05:00",
    )
    assert reading.text_of("fitting") == ""
    made = propose_new(reading, "new", NOW)
    assert made.stage is Stage.OFFER
    assert "Answer by 11 Dec 2026, 12:00 (America/New_York)" in made.notes


@pytest.mark.parametrize(
    "said",
    [
        "Subject: BOOKED - Othello\n\nYou're booked! Iago in Othello. Offer attached.",
        "Subject: Othello\n\nYou booked it! Iago in Othello, first rehearsal 1/4/27.",
        "Subject: Othello\n\nNo OFFER yet, but you're booked for Iago in Othello on 1/4/27.",
    ],
)
def test_booking_mentioning_an_offer_is_a_booking(said: str) -> None:
    assert read(said).kind_word == "booking"


@pytest.mark.parametrize(
    ("said", "project", "theatre"),
    [
        (
            "We'd like to see you for TESMAN in HEDDA GABLER at the Almeida",
            "HEDDA GABLER",
            "Almeida",
        ),
        ("Recall for Tesman in Hedda Gabler at the Almeida", "Hedda Gabler", "Almeida"),
        ("Audition for Iago in Othello at the Rose Playhouse", "Othello", "Rose Playhouse"),
        (
            "We'd like to see you for the role of LARRY in NIGHT AT THE MUSEUM",
            "NIGHT AT THE MUSEUM",
            "",
        ),
    ],
)
def test_theater_is_not_part_of_the_title(said: str, project: str, theatre: str) -> None:
    reading = read(f"{said}, Monday 12/7 at 3pm.")
    assert (reading.text_of("project"), reading.text_of("theatre")) == (project, theatre)
    assert propose_new(reading, "new", NOW).place == theatre


@pytest.mark.parametrize("office", ["National", "NT", "National Theatre", "the National Theatre"])
def test_theater_is_matched_by_any_of_its_names(office: str) -> None:
    reading = read("OFFER: Tesman in Hedda Gabler at the National Theatre.")
    there = audition(project="Hedda Gabler", role="Tesman", office=office)
    assert [one.id for one in find_matches(reading, [there])] == [there.id]
    assert find_matches(reading, [replace(there, office="Bristol Old Vic")]) == ()


def test_different_theater_is_a_different_audition() -> None:
    reading = read("Subject: OFFER\n\nOFFER: Tesman in Hedda Gabler, Almeida.")
    tesman = audition(project="Hedda Gabler", role="Tesman", office="National")
    assert find_matches(reading, [tesman]) == ()
    for office in ("Almeida Theatre", "Julia Horan Casting", ""):
        [match] = find_matches(reading, [replace(tesman, office=office)])
        assert match.why
        changed = propose_change(replace(tesman, office=office), reading, NOW)
        assert (changed.office, changed.place) == (office, "Almeida")


def test_main_day_is_kept_and_the_backup_listed() -> None:
    said = "session Wed 12/9 2-3pm ET at Sound Lounge, backup Thu 12/10 same time"
    reading = read(
        f"Subject: Avail check Ford\n\nYou're on first refusal for Ford - {said}. You good?"
    )
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == ("2026-12-09", "")
    assert any(said in words for words in reading.unplaced)
    assert reading.text_of("size") == ""


@pytest.mark.parametrize("word", ["backup", "back up", "b/u", "bu"])
def test_backup_day_is_not_a_work_day(word: str) -> None:
    reading = read(f"Subject: Avail check Ford\n\nSession 12/9 11a-12p ET {word} 12/10")
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == ("2026-12-09", "")


def test_name_in_an_avail_check_is_not_a_project() -> None:
    reading = read(
        "Subject: Fwd: AVAIL CHECK Ford\n\nFord/ANNCR: pls check avail on K. Miller 12/9"
    )
    assert (reading.text_of("project"), reading.text_of("role")) == ("Ford", "")


@pytest.mark.parametrize(
    "said", ["Recalls w/c 7 Dec", "Recalls 2 Dec", "Meetings w/c 7 Dec", "Callbacks 9 Dec"]
)
def test_audition_days_are_not_work_days(said: str) -> None:
    mail = f"{ROOM} {said}. Rehearsals from 1/4/27, runs to 3/27/27."
    assert read(mail).text_of("shoot_from") == "2027-01-04"
    booked_ = read(f"{said}, shoot 11-22 Jan.\nYou're on first refusal for KETTLE, role of NINA.")
    assert booked_.text_of("shoot_from") == "2027-01-11"


def test_booked_session_keeps_its_day_and_lists_its_hours() -> None:
    said = "Tues 12/8 1:00-2:30pm at Buttons NY"
    reading = read(f"Subject: BOOKING Geico radio\n\nBooked!! Geico radio. {said}.")
    assert reading.text_of("shoot_from") == "2026-12-08"
    assert reading.unplaced == (f"{said}.",)


TAGGED = """From: Jo Marsh <jo@marshandco.co.uk>
Date: Wed, 9 Dec 2026 12:01:00 +0000
Subject: OFFER Hedda Gabler - Tesman

<html><body><div>OFFER <b>Tesman</b> in <i>Hedda Gabler</i>, Almeida.</div>
<ul><li>Run: 12 Feb - 27 Mar 2027</li><li>&pound;620 pw</li>
<li>Costume fitting: Mon 14/12, 3.45pm, Almeida wardrobe</li></ul>
<div>They need an answer by Fri 11th noon GMT.</div>
<a href="https://example.com/unsub">Click here</a></body></html>
"""


def test_html_tags_and_unsubscribe_links_are_ignored() -> None:
    now = pendulum.datetime(2026, 12, 9, 13, tz="Europe/London")
    reading = read_invitation(TAGGED.encode(), now, order=DateOrder.DMY)
    found = {one.field: one.plain for one in reading.said}
    assert found == {
        "project": "Hedda Gabler",
        "role": "Tesman",
        "medium": "theatre",
        "theatre": "Almeida",
        "confirm_by": "2026-12-11T12:00:00+00:00",
        "rate": "\u00a3620 pw",
        "shoot_from": "2027-02-12",
        "shoot_to": "2027-03-27",
        "fitting": "2026-12-14T15:45:00+00:00",
        "fitting_place": "Almeida wardrobe",
    }
    assert "<div>" not in reading.text


def test_inline_tags_do_not_break_lines() -> None:
    reading = read(
        "<b>Project:</b> KETTLE<br>\n<b>Role:</b> NINA\nDue: Mon 12/7 5pm ET\nDana <d@x.com>"
    )
    assert (reading.text_of("project"), reading.text_of("role")) == ("KETTLE", "NINA")
    assert reading.text_of("due_at") == "2026-12-07T17:00:00-05:00"
    assert reading.text.endswith("Dana <d@x.com>")


def test_a_mail_dated_after_the_clock_is_read_as_of_its_own_date() -> None:
    head = "From: Jo <jo@x.co.uk>\nDate: Wed, 9 Dec 2026 12:01:00 +0000\nSubject: HEDDA recall\n\n"
    now = pendulum.datetime(2026, 11, 21, 13, tz="Europe/London")
    reading = read_invitation(f"{head}Recall for Tesman tomorrow at 3pm.".encode(), now)
    assert reading.written == pendulum.datetime(2026, 12, 9, 12, 1)
    assert reading.text_of("at") == "2026-12-10T15:00:00+00:00"


@pytest.mark.parametrize(
    ("head", "zone", "lacks"),
    [
        ("Date: Tue, 1 Dec 2026 08:00:00 -0500", "America/New_York", False),
        ("Date: Tue, 1 Dec 2026 08:00:00 -0800", "America/New_York", True),
        ("Date: Tue, 1 Dec 2026 08:00:00 +0000", "America/New_York", True),
        ("Date: Tue, 1 Dec 2026 08:00:00 +0000", "Europe/London", False),
        ("To: Sam", "Europe/London", True),
    ],
)
def test_mail_from_the_actors_zone_does_not_ask_for_a_zone(
    head: str, zone: str, *, lacks: bool
) -> None:
    mail = f"From: Jo Marsh <jo@x.com>\n{head}\nSubject: KETTLE\n\nAudition for NINA Friday at 3pm."
    reading = read(mail, zone)
    assert (reading["at"] is None or lacks_zone(reading, "at", NOW.in_timezone(zone))) is lacks


def test_close_of_play_means_end_of_day() -> None:
    reading = read(f"{ROOM} Can you confirm by COP Monday?")
    assert reading.text_of("confirm_by") == "2026-12-07"


def test_terms_and_days_without_a_field_are_listed() -> None:
    said = ("Session: 12/9 or 12/10, NYC or source connect", "Conflicts: automotive, 1 yr")
    reading = read("\n".join(["Project: KETTLE", "Role: ANNCR", *said, "Tape due: 12/4 5PM ET"]))
    assert reading.unplaced == said


@pytest.mark.parametrize("project", ["HEDDA", "Hedda Gabler"])
def test_part_of_the_title_matches_a_recall_of_the_same_role(project: str) -> None:
    there = audition(project="Hedda Gabler", role="Tesman", office="")
    again = read(f"Recall for {project}, role of TESMAN: Monday 12/7 at 3pm ET.")
    assert [one.id for one in find_matches(again, [there])] == [there.id]
    assert find_matches(again, [replace(there, role="Brack")]) == ()
    first = read("Audition for HEDDA, role of TESMAN: Monday 12/7 at 3pm ET.")
    assert find_matches(first, [there]) == ()


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("OFFER: Nina in KETTLE.", Stage.OFFER),
        ("You're booked! Nina in KETTLE, shoots 1/11/27.", Stage.BOOKED),
        ("Nina in KETTLE: you are pinned for 1/11/27.", Stage.HOLD),
    ],
)
def test_job_news_is_kept_even_if_the_audition_was_not_noted(said: str, stage: Stage) -> None:
    late = audition(
        project="KETTLE", role="Nina", stage=Stage.REQUESTED, rounds=(ask_round(at=moment(-90)),)
    )
    assert propose_change(late, read(said), NOW).stage is stage


@pytest.mark.parametrize(
    ("more", "days"),
    [
        (", and 1/18 for pick-ups", "11 Jan 2027, 12 Jan 2027, 14 Jan 2027, 18 Jan 2027"),
        (
            ". No offer yet - and the 1/18 as a light pencil",
            "11 Jan 2027, 12 Jan 2027, 14 Jan 2027, 18 Jan 2027",
        ),
        (". The shoot wraps 1/18", ""),
    ],
)
def test_listed_days_are_not_joined_into_a_span(more: str, days: str) -> None:
    reading = read(f"Subject: Avail check - KETTLE\n\nAre you free to shoot Jan 11, 12 + 14{more}?")
    assert reading.text_of("work_days") == days


def test_month_after_its_day_can_end_a_sentence() -> None:
    said = "We'd like to pencil you for KETTLE 12-14 Jan. You're released from Lexus."
    reading = read(f"Subject: Pencil\n\n{said}")
    assert (reading.kind, reading.other_matter) == (Kind.HOLD, "You're released from Lexus.")


@pytest.mark.parametrize(
    "said",
    [
        (
            "We'd love to see you for Nina in The Seagull, Thursday 3 December at 2pm. "
            "If you have an offer elsewhere, let us know."
        ),
        (
            "An audition for Nina in The Seagull on Thursday 3 December at 2pm. "
            "Casting hopes to make an offer by Friday."
        ),
        "SPECIAL OFFER: 20% off headshots! Audition for Nina in The Seagull, 3 December at 2pm.",
    ],
)
def test_mention_of_an_offer_leaves_the_appointment(said: str) -> None:
    found = read(said)
    assert (found.kind, found.is_offer) == (Kind.APPOINTMENT, False)
    assert "at" in {one.field for one in found.said}


def test_offer_to_someone_else_is_not_an_offer() -> None:
    found = read("Production have made an offer to another actress for Nina in The Seagull.")
    assert found.kind is not Kind.BOOKING


def test_german_dotted_day_keeps_month_and_hour() -> None:
    said = "Casting für Nina in Möwe am Donnerstag, 10. Dezember um 14 Uhr."
    found = read(said, "Europe/Berlin", DateOrder.DMY)
    [at] = [one.value for one in found.said if one.field == "at"]
    assert isinstance(at, Moment)
    assert (str(at.day), str(at.time)) == ("2026-12-10", "14:00:00")


def test_hold_and_release_in_one_mail_keep_their_projects() -> None:
    found = read(
        "Subject: Riverside\n\nThey've released you from the hold on Riverside. We're pencilling "
        "you for Glass House, Dec 14-16."
    )
    assert found.kind is Kind.HOLD
    assert not any("Riverside" in str(one.value) for one in found.said)


@pytest.mark.parametrize(
    "said",
    [
        "If you are cast you will shoot January 11-15 in Tucson.",
        "If you're cast, you must be free to travel.",
        "Should you be booked, the fee is $500.",
        "Once you've booked it, wardrobe will call you.",
        "When you are booked, you get a contract.",
        "You will be booked for three days if you're selected.",
        "If you have been booked elsewhere, let us know.",
        "Let us know if you are released from your other job.",
        "Please tell us whether you've been cast in anything else.",
        "If we have to cancel, we will call you.",
        "If you are chosen you'll be put on hold for January 11-12.",
        "Please keep January 11-12 clear until you are released.",
    ],
)
def test_conditional_sentence_is_not_a_result(said: str) -> None:
    reading = read(f"{ROOM} {said}")
    assert reading.kind is Kind.APPOINTMENT
    assert reading.text_of("at") == "2026-12-07T15:00:00-05:00"
    assert not reading["decision_by"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (
            "You've booked KETTLE, role of NINA! If you are cast in the next one, we'll write.",
            "booking",
        ),
        ("If you can do both days, you're booked as NINA in KETTLE.", "booking"),
        ("You're on hold for NINA in KETTLE and we will tell you if you are booked.", "hold"),
        ("You're on first refusal for NINA in KETTLE until you're booked or released.", "hold"),
        ("You're released from KETTLE. Let us know if you are booked elsewhere.", "release"),
    ],
)
def test_result_beside_a_conditional_sentence_counts(said: str, kind: str) -> None:
    assert read(said).kind.value == kind


@pytest.mark.parametrize(
    "said",
    [
        "Please choose CONFIRM, RESCHEDULE or CANCEL in the app.",
        "If you need to cancel, call us by Friday.",
        "To reschedule or cancel, log in.",
        "You can reschedule in the app.",
        "Late cancellations may be charged.",
        "We'll put you on tape in the room.",
        "It's before we put you in front of the producers.",
        "If you can't make that time, let us know.",
    ],
)
def test_optional_step_changes_nothing(said: str) -> None:
    reading = read(f"{ROOM} {said}")
    assert reading.kind is Kind.APPOINTMENT
    assert reading.text_of("at") == "2026-12-07T15:00:00-05:00"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("We need to cancel your audition for NINA in KETTLE.", Kind.CANCEL),
        ("Your audition for NINA in KETTLE is cancelled. To reschedule, call us.", Kind.CANCEL),
        ("We have to reschedule your read for NINA in KETTLE to Monday 12/7 at 3pm.", Kind.CHANGE),
        ("We're putting you on hold for NINA in KETTLE.", Kind.HOLD),
        ("Check her avails. We need a tape for NINA in KETTLE by Friday noon.", Kind.REQUEST),
    ],
)
def test_step_by_the_office_counts(said: str, kind: Kind) -> None:
    reading = read(said)
    assert reading.kind is kind
    assert reading.text_of("project") == "KETTLE"


@pytest.mark.parametrize(
    "said",
    [
        "We'd love to have you at callbacks for OUR HILL, reading for MAE.",
        "You are invited to attend the final callbacks for OUR HILL, reading for MAE.",
        "You've made callbacks for OUR HILL, reading for MAE!",
    ],
)
def test_invitation_to_callbacks_is_a_callback(said: str) -> None:
    reading = read(f"{said}\nCallbacks are Wednesday, December 9th from 7:00 to 9:30 PM.")
    assert (reading.kind, reading.text_of("kind_of_round")) == (Kind.CALLBACK, "callback")
    assert reading.text_of("at") == "2026-12-09T19:00:00-05:00"


@pytest.mark.parametrize(
    "said", ["If selected, you will be invited to callbacks on Wednesday 12/9.", "Callbacks: 12/9."]
)
def test_expected_callbacks_are_not_callbacks(said: str) -> None:
    reading = read(f"{ROOM} {said}")
    assert reading.kind is Kind.APPOINTMENT
    assert reading.text_of("at") == "2026-12-07T15:00:00-05:00"


def test_round_kind_is_the_one_beside_its_time() -> None:
    reading = read(
        "Subject: Network test - KETTLE - NINA\n\nThe network has approved you for the test!\n"
        "Studio test: Mon, Dec 7 at 2:45pm\nNetwork test: Thu, Dec 10, time TBA"
    )
    assert reading.text_of("kind_of_round") == "studio_test"


def test_two_jobs_keep_their_own_deadlines() -> None:
    reading = read(
        "Two came in:\n1) HOLLIS & CO (ABC pilot) - JUDGE TERRY, co-star. Due Fri 12/4 10am PT.\n"
        "2) BLUE MILE (indie feature) - ANGELA, supporting. Due Mon 12/7 6pm ET."
    )
    assert asked(reading, "project") == ("HOLLIS & CO", "BLUE MILE")
    assert len(asked(reading, "due_at")) == 2


@pytest.mark.parametrize(
    "said",
    [
        "NDA first, please. Needs to be back by Friday noon.",
        "Please sign the NDA. It's due Friday at 5pm.",
        "The consent form is attached. Send it by Friday.",
    ],
)
def test_papers_mentioned_before_are_not_a_tape(said: str) -> None:
    reading = read(f"{TAPE} Tape due Thursday 12/3 at 9am. {said}")
    assert reading.text_of("due_at") == "2026-12-03T09:00:00-05:00"


@pytest.mark.parametrize(
    "said",
    [
        "Due to the production schedule tomorrow's session is shorter.",
        "The new location for today is room 5.",
        "Today's read takes ten minutes.",
    ],
)
def test_audition_day_is_not_a_work_day(said: str) -> None:
    assert not read(f"{ROOM} {said}")["shoot_from"]


def test_day_in_brackets_is_not_a_work_day() -> None:
    reading = read(f"{TAPE} Work: 3/22-4/2 (the clocks change on 3/14). Due Friday at noon.")
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (
        "2027-03-22",
        "2027-04-02",
    )
    assert read(f"{TAPE} Shoots (12/14) in Boston.").text_of("shoot_from") == "2026-12-14"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (
            "Thank you for your tape. We're not moving forward. Use code A2 for tickets.",
            "pass",
        ),
        ("Self test request for NINA in KETTLE, due back Friday 10am.", "request"),
        ("If you were at 11:00 for KETTLE please come at 11:40 instead.", "change"),
        ("That's a wrap on KETTLE! Please send your timecards by Monday noon.", "other"),
        (
            "Audition Date: Mon Dec 7\nAudition Time: 2:25 PM\nCallback Date: Wed Dec 9",
            "appointment",
        ),
        ("Can you come to callbacks for KETTLE this Saturday at 3pm?", "callback"),
    ],
)
def test_kind_of_a_mail_is_read_in_other_wordings(said: str, kind: str) -> None:
    assert read(said).kind.value == kind


def test_a_receipt_with_the_own_tape_below_asks_for_nothing() -> None:
    reading = read(
        "Subject: Re: self tape for NINA - KETTLE\n\nHi Noor! Got it, thank you so much, it was "
        "beautiful work. It is with the producers now. Callbacks are being scheduled for the week "
        "of the 19th, and we'll reach out if they want to see more of it. Have a great week!\n\n"
        "On Tue, Dec 1, 2026 at 8:02 AM Noor Castellan wrote:\n"
        "> Hi Osei, here is my tape for NINA in KETTLE: https://drive.example/xyz"
    )
    assert (reading.kind, reading.said, reading.questions) == (Kind.OTHER, (), ())


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (
            "Thanks for submitting! You've been given an audition slot: Friday 1:30 PM.",
            "appointment",
        ),
        ("Here is the link for tomorrow's callbacks for KETTLE, 2:20pm.", "callback"),
    ],
)
def test_a_slot_that_is_given_is_no_receipt(said: str, kind: str) -> None:
    assert read(said).kind.value == kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Let us know if that works - you're booked Jan 11-15 as NINA in KETTLE!", "booking"),
        ("Tell us if the dates are a problem as you are booked Jan 11-15 on KETTLE.", "booking"),
        ("We'd like to pin you for KETTLE until the client has confirmed. Jan 11-15.", "hold"),
        ("Let us know if you can move to Friday at 11am instead of Thursday.", "change"),
    ],
)
def test_a_result_behind_an_if_is_still_one_if_it_stands_apart(said: str, kind: str) -> None:
    assert read(f"Subject: Kettle\n\nHi Sam,\n{said}").kind.value == kind


@pytest.mark.parametrize(
    "said",
    [
        "Your audition will be on Zoom with the director, Thursday at 2:30pm.",
        "You have a first round Zoom with the director on Thursday at 2:30pm.",
        "This is a first audition, a chat with the director on Thursday at 2:30pm.",
    ],
)
def test_an_audition_with_the_director_is_no_later_round(said: str) -> None:
    assert read(f"Hi Sam,\nNINA in KETTLE. {said}").kind is Kind.APPOINTMENT


@pytest.mark.parametrize(
    "said",
    [
        "Please include your headshot. Must be in by Friday at noon.",
        "Email your headshot and resume. Due Friday at noon.",
        "NDA required. Due Friday at noon.",
    ],
)
def test_a_tape_is_due_behind_what_goes_with_it(said: str) -> None:
    assert read(f"{TAPE} {said}").text_of("due_at") == "2026-12-04T12:00:00-05:00"


@pytest.mark.parametrize(
    "said",
    [
        "Shoot: Mon-Fri Jan 11-15.",
        "You're a great fit for this - shoot Jan 11-15.",
        "Production schedule: January 11-15 in Atlanta.",
    ],
)
def test_the_days_of_work_are_read_beside_other_words(said: str) -> None:
    reading = read(f"{ROOM} {said}")
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (
        "2027-01-11",
        "2027-01-15",
    )


def test_a_read_after_lunch_is_a_read() -> None:
    reading = read(
        "Right after our lunch break, at 2:30pm on Friday, we'd love to see NINA in KETTLE."
    )
    assert reading.text_of("at") == "2026-12-04T14:30:00-05:00"


@pytest.mark.parametrize(
    "said",
    [
        "Please reserve Jan 11-15 for the shoot. You're booked as NINA in KETTLE.",
        "Avail check for NINA in KETTLE. Please be on standby Jan 11-15.",
    ],
)
def test_days_to_reserve_are_those_of_the_work(said: str) -> None:
    reading = read(said)
    assert (reading.text_of("shoot_from"), reading.text_of("shoot_to")) == (
        "2027-01-11",
        "2027-01-15",
    )
    assert read(f"{TAPE} Shoot 1/11, reserve day 1/13.").text_of("shoot_from") == "2027-01-11"

"""Cells that say two things at once: a medium and a size, a round and how it was read."""

import datetime as dt

import pendulum
import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Format, Medium, RoundKind, Size, Source
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.spreadsheet.cell_words import medium_in
from tests.exchange.spreadsheet.read_sheet import read_sheet

NOW = pendulum.datetime(2026, 11, 22, 9, 30, tz="America/New_York")


def first(sheet: str) -> Audition:
    reading = read_sheet(sheet, NOW)
    assert reading.unreadable == ()
    return reading.rows[0].audition


@pytest.mark.parametrize(
    ("said", "medium", "size"),
    [
        ("TV co-star", Medium.TV, Size.COSTAR), ("Guest Star - TV", Medium.TV, Size.GUEST_STAR),
        ("Film (Lead)", Medium.FILM, Size.LEAD), ("Feature Drama", Medium.FILM, None),
        ("Web Comedy", Medium.WEB, None), ("Student feature", Medium.STUDENT, None),
        ("Feature film", Medium.FILM, None),
    ],
)  # fmt: skip
def test_a_type_of_several_words(said: str, medium: Medium, size: Size | None) -> None:
    audition = first(f"Project,Role,Type\nFord,Dad,{said}\n")
    assert (audition.medium, audition.size) == (medium, size)


@pytest.mark.parametrize(
    ("role", "size"),
    [
        ("Nurse Pat (Co-Star)", Size.COSTAR),
        ("Kid (US)", None),
        ("Kit (twin)", None),
        ("Clerk / co-star", Size.COSTAR),
        ("Doyle / SR", Size.SERIES_REGULAR),
        ("Ann / Ruth", None),
    ],
)
def test_a_size_in_brackets_behind_a_role(role: str, size: Size | None) -> None:
    audition = first(f"Project,Role\nFord,{role}\n")
    assert (audition.role, audition.size) == (role, size)


def test_how_and_which_round_in_one_cell() -> None:
    audition = first("Date,Project,Role,How\n11/2/2026,Ford,Dad,Callback - Zoom\n")
    (read,) = audition.rounds
    assert (read.kind, read.format) == (RoundKind.CALLBACK, Format.VIRTUAL_LIVE)


def test_tape_to_do_keeps_its_deadline() -> None:
    audition = first("Date,Project,Role,How,Status\n11/26/2026,Ford,Dad,self tape,to do\n")
    (read,) = audition.rounds
    assert (audition.stage, str(read.due_at and read.due_at.day)) == (Stage.REQUESTED, "2026-11-26")


def test_hour_beside_an_appointment_is_on_its_day() -> None:
    sheet = "Date,Project,Role,Result\n11/24/2026,Ford,Dad,{}\n"
    (read,) = first(sheet.format("appt 3:40pm")).rounds
    assert read.at
    assert read.at.time == dt.time(15, 40)
    (read,) = first(sheet.format("self-tape due 5pm")).rounds
    assert read.due_at
    assert read.due_at.time is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("1st Audition", RoundKind.AUDITION), ("3rd Callback", RoundKind.CALLBACK),
        ("ECC (singers)", RoundKind.ECC), ("Producer's Callback", RoundKind.PRODUCER_SESSION),
    ],
)  # fmt: skip
def test_kinds_of_rounds_by_their_number_and_with_brackets(said: str, kind: RoundKind) -> None:
    (read,) = first(f"Date,Project,Role,Round\n11/2/2026,Ford,Dad,{said}\n").rounds
    assert read.kind is kind


@pytest.mark.parametrize(
    ("said", "format_"),
    [
        ("Self-tape 14/01/2026", Format.SELF_TAPE), ("In room 06/02/2026 11.40", Format.IN_PERSON),
        ("06/02/2026 (zoom)", Format.VIRTUAL_LIVE), ("06/02/2026 with Ola", None),
    ],
)  # fmt: skip
def test_day_cell_may_name_the_format(said: str, format_: Format | None) -> None:
    (read,) = first(f"Audition,Project,Role\n{said},Ford,Dad\n").rounds
    assert read.format is format_
    (read,) = first(f"Audition,Project,Role,How\n{said},Ford,Dad,phone\n").rounds
    assert read.format is Format.PHONE


def test_dotted_hour_after_a_slashed_day() -> None:
    (read,) = first("Audition,Project,Role\n06/02/2026 11.40,Ford,Dad\n").rounds
    assert read.done_at
    assert read.done_at.time == dt.time(11, 40)
    (read,) = first('Audition,Project,Role\n"04.12.2026, 05.12",Ford,Dad\n').rounds
    assert read.at
    assert read.at.time is None


def test_fraction_of_a_day_is_an_hour() -> None:
    (read,) = first("Date,Time,Project,Role\n46066,0.4375,Ford,Dad\n").rounds
    assert read.done_at
    assert read.done_at.time == dt.time(10, 30)


SUBMISSIONS = "Project,Role,Submitted,{head}Status\nFord,Dad,11/02/2026,{cell}{status}\n"


def test_selected_submission_is_not_a_job() -> None:
    reading = read_sheet(SUBMISSIONS.format(head="", cell="", status="Selected"), NOW)
    audition = reading.rows[0].audition
    assert (audition.stage, audition.notes) == (Stage.SUBMITTED, "Status: Selected")
    assert reading.noted == {"Status": 1}


def test_declined_after_a_request_is_left_open() -> None:
    theirs = first(SUBMISSIONS.format(head="", cell="", status="declined"))
    assert theirs.disposition is Disposition.PASSED_TOLD
    asked = {"head": "Request Date,", "cell": "11/05/2026,"}
    assert first(SUBMISSIONS.format(**asked, status="declined")).disposition is Disposition.OPEN
    mine = first(SUBMISSIONS.format(**asked, status="Declined by me"))
    assert mine.disposition is Disposition.REQUEST_DECLINED


def test_time_cell_may_name_the_format() -> None:
    sheet = "Date,Time,Project,Role\n11/2/2026,self tape,Ford,Dad\n11/3/2026,9am,Oreo,Mom\n"
    (read,) = first(sheet).rounds
    assert read.format is Format.SELF_TAPE


@pytest.mark.parametrize(
    ("said", "medium"),
    [
        ("TV/Film", None), ("TV/Web", None), ("Student short film", Medium.STUDENT),
        ("Natl Commercial", Medium.COMMERCIAL), ("Regional spot", Medium.COMMERCIAL),
        ("YouTube series", Medium.WEB), ("Video game VO", Medium.GAME),
        ("Animation series", Medium.VOICE_OVER), ("Low budget feature", Medium.FILM),
        ("Print/Commercial", None), ("Netflix series", Medium.TV), ("B'way", Medium.THEATRE),
    ],
)  # fmt: skip
def test_media_beside_each_other_are_the_narrower_one_or_none(
    said: str, medium: Medium | None
) -> None:
    assert medium_in(said) is medium


def test_a_type_is_that_of_the_field_whose_word_it_is() -> None:
    lines = ["Ford,Dad,Co-Star", "Oreo,Dad,National commercial", "Lear,Dad,Guest Star"]
    reading = read_sheet("\n".join(["Project,Role,Type", *lines]), NOW)
    oreo = reading.rows[1].audition
    assert (oreo.medium, oreo.size, oreo.notes) == (Medium.COMMERCIAL, None, "")


def test_a_type_that_is_a_format_is_one() -> None:
    lines = ["11/2/2026,Ford,Film", "11/3/2026,Oreo,E-Casting", "11/4/2026,Lear,Audiobooks"]
    _, oreo, lear = read_sheet("\n".join(["Date,Project,Genre", *lines]), NOW).rows
    assert oreo.audition.rounds[0].format is Format.SELF_TAPE
    assert lear.audition.medium is Medium.VOICE_OVER


def test_a_type_that_may_be_of_two_fields_is_kept() -> None:
    lines = ["Ford,Dad,Co-Star", "Oreo,Dad,Studio thing", "Lear,Dad,Guest Star"]
    reading = read_sheet("\n".join(["Project,Role,Type", *lines]), NOW)
    assert reading.rows[1].audition.notes == "Type: Studio thing"


def test_a_day_by_which_a_tape_is_due_tells_that_it_is_a_tape() -> None:
    audition = first("Project,Role,Self Tape Due,Status\nFord,Dad,11/24/2026,To do\n")
    (read,) = audition.rounds
    assert (audition.stage, read.format) == (Stage.REQUESTED, Format.SELF_TAPE)
    assert read.due_at
    assert read.due_at.day == dt.date(2026, 11, 24)


def test_what_was_sent_in_before_it_was_due_is_a_submission() -> None:
    sheet = "Due,Title,Submitted,Result\n3/3/2026,Lear,3/2/2026,\n1/15/2026,Oreo,1/14/2026,no\n"
    lear, oreo = (row.audition for row in read_sheet(sheet, NOW).rows)
    assert (lear.stage, lear.rounds, lear.notes) == (Stage.SUBMITTED, (), "Due: 2026-03-03")
    assert (oreo.stage, oreo.disposition) == (Stage.SUBMITTED, Disposition.PASSED_TOLD)


def test_an_open_call_in_brackets_is_one() -> None:
    audition = first("Date,Project,Type\n3/2/2026,Lear,Generals (EPA)\n3/3/2026,Oreo,callback\n")
    assert audition.source is Source.OPEN_CALL


@pytest.mark.parametrize(
    ("how", "stage"), [("Self-tape", Stage.AUDITIONED), ("In person", Stage.SUBMITTED)]
)
def test_submitted_is_said_of_the_tape_that_was_asked_for(how: str, stage: Stage) -> None:
    sheet = "Received,Due,Project,Format,Status\n10/2/2026,10/4/2026,Lear,{},Submitted 10/4\n"
    audition = first(sheet.format(how))
    assert audition.stage is stage
    assert any(read.done_at for read in audition.rounds) is (stage is Stage.AUDITIONED)

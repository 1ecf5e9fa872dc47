"""What a quick line only hopes for, or has to be done by a time that is not that of the tape."""

from typing import Final

import pendulum
import pytest

from callbacktui.domain.moment import Moment
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.quick_line.parser import QuickLine, read_line

NOW: Final = pendulum.datetime(2026, 11, 24, 10, 30, tz="America/New_York")  # a Tuesday


def read(line: str) -> QuickLine:
    return read_line(line, NOW)


def when(line: QuickLine, field: str = "at") -> str:
    moment = line.values.get(field)
    return moment.isoformat()[:16] if isinstance(moment, Moment) else ""


@pytest.mark.parametrize(
    "said",
    [
        "waiting on callback",
        "hoping for a callback",
        "no callback",
        "callback?",
        "booked?",
        "if cb dec 7",
        "didn't get the offer",
        "zoom?",
    ],
)
def test_hoped_for_steps_are_ignored(said: str) -> None:
    line = read(f"Nina, Hamlet {said}")
    assert (line.stage, line.unread) == (Stage.CONSIDERING, (said,))
    assert (line.values["project"], when(line)) == ("Hamlet", "")


def test_callback_after_the_audition_hour_is_still_to_come() -> None:
    line = read("Nina, Hamlet dec 5 2pm, callback dec 8")
    assert (line.stage, when(line)) == (Stage.REQUESTED, "2026-12-05T14:00")
    assert line.unread == ("callback dec 8",)
    line = read("Nina, Hamlet auditioned 11/20 2pm, callback dec 8 2pm")
    assert (line.stage, when(line)) == (Stage.CALLBACK, "2026-12-08T14:00")


@pytest.mark.parametrize(
    "said",
    ["conf by thu noon", "sides by thurs", "off book by thurs", "arrive by 1:45pm", "hear by mon"],
)
def test_other_deadlines_are_not_tapes(said: str) -> None:
    line = read(f"Nina, Hamlet fri 2pm {said}")
    assert (when(line), when(line, "due_at")) == ("2026-11-27T14:00", "")
    assert line.unread == (said,)


def test_moved_deadline_is_the_new_one_or_asked() -> None:
    line = read("Nina, Hamlet deadline extended to fri 5pm")
    assert (when(line), when(line, "due_at")) == ("", "2026-11-27T17:00")
    line = read("Nina, Hamlet due wed extended to fri")
    assert (when(line), line.unread) == ("", ("due wed extended to fri",))


def test_zone_may_follow_the_day() -> None:
    line = read("Nina, Hamlet tape by 9am fri London time")
    due = line.values["due_at"]
    assert (due.zone, str(due.time), line.unread) == ("Europe/London", "09:00:00", ())


@pytest.mark.parametrize(
    ("said", "unread"),
    [("dec 5/6", "dec 5/6"), ("5/6 dec", "5/6 dec"), ("sat & sun 10-6", "sat & sun 10-6")],
)
def test_days_separated_by_a_slash_are_not_a_date(said: str, unread: str) -> None:
    line = read(f"Nina, Hamlet {said}")
    assert (when(line), line.unread, line.values["project"]) == ("", (unread,), "Hamlet")


@pytest.mark.parametrize(
    ("line", "project", "moment"),
    [
        ("Nina, High Noon thu 3pm", "High Noon", "2026-11-26T15:00"),
        ("Noon Thu: Nina, Hamlet", "Hamlet", "2026-11-26T12:00"),
        ("Nina, Hamlet Thu Noon", "Hamlet", "2026-11-26T12:00"),
        ("NINA, HAMLET THU NOON", "HAMLET", "2026-11-26T12:00"),
        ("Nina, Hamlet Thu", "Hamlet", "2026-11-26"),
        ("Nina, Hamlet 12/2 10-6", "Hamlet", "2026-12-02T10:00"),
        ("Nina, Hamlet 12/2 1115", "Hamlet", "2026-12-02"),
        ("Nina, Hamlet 1500 hrs thu", "Hamlet", "2026-11-26T15:00"),
        ("Nina, Hamlet due by the 27th", "Hamlet", ""),
    ],
)
def test_hours_and_days_are_told_from_names(line: str, project: str, moment: str) -> None:
    found = read(line)
    assert (found.values["project"], when(found)) == (project, moment)


def test_audition_done_today_is_noted_as_done() -> None:
    for said in ("taped Nina, Hamlet today", "auditioned for Nina, Hamlet today"):
        line = read(said)
        assert (line.stage, line.values["role"], line.is_past) == (Stage.AUDITIONED, "Nina", True)


@pytest.mark.parametrize(
    ("said", "word", "first", "last"),
    [
        ("avail check 6, 7, 8 jan", "avail check", "2027-01-06", "2027-01-08"),
        ("light pencil 6-8 jan", "light pencil", "2027-01-06", "2027-01-08"),
        ("avail 1/4/27 thru 1/6/27", "avail", "2027-01-04", "2027-01-06"),
    ],
)
def test_every_hold_day_is_read(said: str, word: str, first: str, last: str) -> None:
    line = read(f"Nina, Hamlet {said}")
    hold = line.audition("one", NOW).holds[0]
    assert hold.dates is not None
    assert (hold.word_used, str(hold.dates.first), str(hold.dates.last)) == (word, first, last)
    assert line.values["project"] == "Hamlet"


def test_hold_word_may_be_far_from_its_days() -> None:
    line = read("heavy pencil Harbour Bank 6-8 jan")
    hold = line.audition("one", NOW).holds[0]
    assert (hold.word_used, line.values["project"]) == ("heavy pencil", "Harbour Bank")
    assert hold.dates is not None
    assert str(hold.dates.last) == "2027-01-08"


@pytest.mark.parametrize("said", ["off pencil", "pencil lifted", "pin released"])
def test_ended_hold_is_released(said: str) -> None:
    line = read(f"Nina, Hamlet {said}")
    assert (line.values["ending"], line.values["project"]) == (Disposition.RELEASED, "Hamlet")


@pytest.mark.parametrize("said", ["@$350/day", "$450pw", "$450 p/w"])
def test_pay_is_read_after_at_or_with_a_currency_code(said: str) -> None:
    line = read(f"Nina, Hamlet {said}")
    rate = line.audition("one", NOW).rate
    assert rate is not None
    assert (rate.said, line.values.get("office"), line.values["project"]) == (
        said.strip("@"),
        None,
        "Hamlet",
    )
    assert rate.unit in {"day", "week"}


@pytest.mark.parametrize(
    "said",
    [
        "answer by fri 5pm",
        "expires fri 5pm",
        "good thru fri 5pm",
        "fri 5pm to answer",
        "respond fri noon",
        "have til fri",
        "they need to know by fri",
        "deadline fri 5pm",
        "due fri",
        "by fri 5pm",
    ],
)
def test_answer_by_time_of_an_offer_is_not_an_audition(said: str) -> None:
    line = read(f"offer Nina, Hamlet {said}")
    assert (line.stage, line.unread, line.values["project"]) == (Stage.OFFER, (said,), "Hamlet")
    assert (when(line), when(line, "due_at")) == ("", "")


@pytest.mark.parametrize(
    ("said", "due", "unread"),
    [
        ("tape due wed (tmrw)", "2026-11-25", ()),
        ("tape due fri (tomorrow)", "", ("due fri (tomorrow)",)),
        ("tape due fri, 2 scenes", "2026-11-27", ("2 scenes",)),
        ("tape due fri noon, rep wants by thurs", "2026-11-27T12:00", ("rep wants", "by thurs")),
        ("tape needs to be in by fri noon", "2026-11-27T12:00", ("needs to be",)),
    ],
)
def test_deadline_is_a_single_day(said: str, due: str, unread: tuple[str, ...]) -> None:
    line = read(f"Nina, Hamlet {said}")
    assert (when(line), when(line, "due_at"), line.unread) == ("", due, unread)


def test_last_day_of_a_hold_is_not_its_only_day() -> None:
    for said in ("avail thru 12/11", "on avail until 12/11"):
        hold = read(f"Nina, Hamlet {said}").audition("one", NOW).holds[0]
        assert hold.dates is None
    hold = read("Nina, Hamlet avail 12/7 until 12/11").audition("one", NOW).holds[0]
    assert hold.dates is not None
    assert (str(hold.dates.first), str(hold.dates.last)) == ("2026-12-07", "2026-12-11")
    line = read("Nina, Hamlet avail 12/7-11, ask my rep by wed")
    assert (line.stage, when(line, "due_at")) == (Stage.HOLD, "")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("got a tape for sunset strip due fri 3p", (None, "sunset strip")),
        ("new audition!! Mia, Sunset Strip fri 3p", ("Mia", "Sunset Strip")),
        ("got callback! Mia, Sunset Strip fri 1p", ("Mia", "Sunset Strip")),
        ("Mia, Sunset Strip shoots mid jan tape due fri", ("Mia", "Sunset Strip")),
        ("Mia, Sunset Strip starts filming 1/4", ("Mia", "Sunset Strip")),
        ("Mia, Sunset Strip they went another way", ("Mia", "Sunset Strip")),
        ("Mia, Sunset Strip didn't book", ("Mia", "Sunset Strip")),
        ("Mia, Sunset Strip table read dec 4", ("Mia", "Sunset Strip")),
    ],
)
def test_surrounding_words_are_not_names(line: str, names: tuple[str | None, str]) -> None:
    found = read(line)
    assert (found.values.get("role"), found.values["project"]) == names
    assert when(found)[:10] in {"", "2026-11-27"}


@pytest.mark.parametrize("said", ["sign in 8am", "train 12:15", "arrive 1:45pm", "doors open 7pm"])
def test_hour_of_something_else_is_not_the_auditions(said: str) -> None:
    line = read(f"Nina, Hamlet dec 2, {said}")
    assert (when(line), " ".join(line.unread)) == ("2026-12-02", said)


def test_wardrobe_day_is_not_an_audition() -> None:
    line = read("Nina, Hamlet shoot 12/18 wardrobe 12/17")
    assert (when(line), line.unread) == ("", ("wardrobe 12/17",))


def test_words_after_the_hour_are_not_a_project() -> None:
    line = read("Audition for Matilda Tues 15th Dec 2pm, sing 16 bars")
    assert (line.values["project"], line.unread) == ("Matilda", ("sing 16 bars",))
    assert read("Nina, fri 3pm, Hamlet").values["project"] == "Hamlet"


def test_role_in_place_of_the_project_is_asked() -> None:
    line = read("21 Jump Street, Officer Penhall fri 2pm")
    assert any("Officer Penhall, 21 Jump Street" in problem for problem in line.problems)
    assert not read("Nina, Hamlet fri 2pm").problems


@pytest.mark.parametrize(
    ("said", "moment", "unread"),
    [
        ("either 2.30 wed or 11 thurs", "", ("either 2.30 wed or 11 thurs",)),
        ("tomorrow morning at 9", "2026-11-25T09:00", ()),
        ("wed morning 9.30", "2026-11-25T09:30", ()),
        ("wed evening 7", "2026-11-25T19:00", ()),
        ("wed morning 9pm", "2026-11-25", ("morning 9pm",)),
        ("this evening 7pm", "2026-11-24T19:00", ()),
        ("this afternoon at 3", "2026-11-24T15:00", ()),
        ("this morning at 3", "", ("this morning at 3",)),
        ("day after tmrw 2pm", "2026-11-26T14:00", ()),
    ],
)
def test_part_of_the_day_settles_am_or_pm(said: str, moment: str, unread: tuple[str, ...]) -> None:
    line = read(f"Nina, Hamlet {said}")
    assert (when(line), line.unread, line.values["project"]) == (moment, unread, "Hamlet")
    assert "place" not in line.values


@pytest.mark.parametrize(
    "line",
    [
        "Hi love, audition for Nina in Hamlet thurs 3pm",
        "Recall!!! Nina, Hamlet, thurs 3pm",
        "Nina in Hamlet - they want a tape by thurs 3pm",
    ],
)
def test_words_around_names_are_not_names(line: str) -> None:
    found = read(line)
    assert (found.values["role"], found.values["project"]) == ("Nina", "Hamlet")
    assert "2026-11-26T15:00" in {when(found), when(found, "due_at")}


def test_penciled_days_are_a_hold() -> None:
    hold = read("they've pencilled you 14 + 15 Jan for Hamlet").audition("one", NOW).holds[0]
    assert hold.dates is not None
    assert (str(hold.dates.first), str(hold.dates.last)) == ("2027-01-14", "2027-01-15")


def test_answer_by_and_confirm_by_times_are_read() -> None:
    line = read("pencil 14-16 jan Nina, Hamlet answer by fri 5pm")
    hold = line.audition("one", NOW).holds[0]
    assert hold.answer_by is not None
    assert hold.answer_by.isoformat()[:16] == "2026-11-27T17:00"
    assert line.unread == ("answer by fri 5pm",)
    line = read("Nina, Hamlet fri 2pm confirm by thu noon")
    first = line.audition("one", NOW).rounds[0]
    assert first.confirm_by is not None
    assert (first.confirm_by.isoformat()[:16], when(line)) == (
        "2026-11-26T12:00",
        "2026-11-27T14:00",
    )
    assert ("confirm by", "Thu 26 Nov 2026, 12:00") in [(a, b[:22]) for a, b, _ in line.reading]


@pytest.mark.parametrize("said", ["confirm by sat noon", "confirm by wed or thu", "confirm soon"])
def test_uncertain_confirm_by_time_stays_text(said: str) -> None:
    line = read(f"Nina, Hamlet fri 2pm {said}")
    assert (line.audition("one", NOW).rounds[0].confirm_by, when(line)) == (
        None,
        "2026-11-27T14:00",
    )


@pytest.mark.parametrize(
    ("line", "stage", "moment"),
    [
        ("submitted 11/20 Nina, Hamlet", Stage.SUBMITTED, "2026-11-20"),
        ("submitted on Backstage 11/20: Nina, Hamlet", Stage.SUBMITTED, "2026-11-20"),
        ("auditioned Nina, Hamlet 11/20 2pm", Stage.AUDITIONED, "2026-11-20T14:00"),
        ("taped Nina, Hamlet nov 22", Stage.AUDITIONED, "2026-11-22"),
        ("submitted Nina, Hamlet 3/3", Stage.SUBMITTED, ""),
        ("12/3 Nina, Hamlet", Stage.REQUESTED, "2026-12-03"),
        ("11/27 Nina, Hamlet 2pm", Stage.REQUESTED, "2026-11-27T14:00"),
    ],
)
def test_past_step_is_on_the_last_such_day(line: str, stage: Stage, moment: str) -> None:
    found = read(line)
    assert (found.stage, when(found)) == (stage, moment)
    assert (found.values["role"], found.values["project"]) == ("Nina", "Hamlet")

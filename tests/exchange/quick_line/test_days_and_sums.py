"""Days, weeks and sums of a quick line: what is not sure is asked, never chosen."""

from typing import Any, Final

import pendulum
import pytest

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.moment import Moment
from callbacktui.exchange.quick_line.parser import QuickLine, read_line

NOW: Final = pendulum.datetime(2026, 11, 24, 10, 30, tz="America/New_York")  # a Tuesday


def read(line: str, order: DateOrder = DateOrder.MDY) -> QuickLine:
    return read_line(line, NOW, order=order)


def when(line: QuickLine, field: str = "at") -> str:
    moment = line.values.get(field)
    return moment.isoformat()[:16] if isinstance(moment, Moment) else ""


def names(line: QuickLine) -> tuple[Any, Any]:
    return line.values.get("role"), line.values.get("project")


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("3 weeks fri 3pm", "2026-12-18T15:00"),
        ("2 wks fri 3pm", "2026-12-11T15:00"),
        ("week on friday 3pm", "2026-12-04T15:00"),
        ("week today", "2026-12-01"),
        ("fortnight today", "2026-12-08"),
        ("fortnight tomorrow 3pm", "2026-12-09T15:00"),
        ("fortnight on friday", "2026-12-11"),
        ("this week on friday 3pm", "2026-11-27T15:00"),
        ("tmrw wed 2pm", "2026-11-25T14:00"),
        ("thu 3pm 12/3", "2026-12-03T15:00"),
        ("thu 3pm dec 3", "2026-12-03T15:00"),
        ("sun 29 12:30", "2026-11-29T12:30"),
        ("fri 27", "2026-11-27"),
        ("thu 3 3:30pm", "2026-12-03T15:30"),
    ],
)
def test_counted_weeks_and_days_are_read(said: str, moment: str) -> None:
    line = read(f"Nina, Hamlet {said}")
    assert (when(line), names(line)[0]) == (moment, "Nina")
    assert str(names(line)[1]).removesuffix(" this week") == "Hamlet"


@pytest.mark.parametrize(
    "said",
    [
        "3 weeks tue",
        "in 3 weeks fri 3pm",
        "week on tuesday 3pm",
        "mon 10 tue 11am",
        "mon 10am tue 11am",
        "mon tue 11am",
        "12/2 12/3",
        "thu 3pm 12/4",
        "tues or weds pm",
        "mon 15 3pm",
        "before thu 3pm",
        "wk of 11/30",
        "weekend of dec 5",
        "after thu 3pm",
        "sides thu 4pm",
        "sides due wed 10am",
    ],
)
def test_ambiguous_days_are_asked(said: str) -> None:
    line = read(f"Nina, Hamlet {said}")
    assert (when(line), line.unread, names(line)) == ("", (said,), ("Nina", "Hamlet"))


def test_open_day_ranges_are_not_their_first_day() -> None:
    line = read("Nina, Hamlet nov 26 thru 28 workshop")
    assert (when(line), line.unread, names(line)) == ("", ("nov 26 thru 28",), ("Nina", "Hamlet"))


def test_two_separate_days_are_both_left_unread() -> None:
    line = read("Nina, Hamlet audition mon 10, callback wed 2")
    assert (when(line), line.unread) == ("", ("mon 10", "wed 2"))
    line = read("Nina, Hamlet audition mon, callback wed 2pm")
    assert (names(line), line.unread) == (("Nina", "Hamlet"), ("mon",))


@pytest.mark.parametrize(
    ("line", "project", "moment"),
    [
        ("Nina, Two Weeks fri 3pm", "Two Weeks", "2026-11-27T15:00"),
        ("Nina, Shark Week tomorrow 3pm", "Shark Week", "2026-11-25T15:00"),
        ("Nina, The Night Before fri 3pm", "The Night Before", "2026-11-27T15:00"),
        ("nina, black friday tues 11am", "black friday", "2026-11-24T11:00"),
        ("nina, a raisin in the sun fri 3pm", "a raisin in the sun", "2026-11-27T15:00"),
        ("Nina, 9 1/2 Weeks fri 3pm", "9 1/2 Weeks", "2026-11-27T15:00"),
        ("Nina, Hamlet fri 3pm bring sides", "Hamlet", "2026-11-27T15:00"),
        ("Nina, Hamlet bring sides fri 3pm", "Hamlet", "2026-11-27T15:00"),
    ],
)
def test_weeks_and_days_in_a_title_are_kept(line: str, project: str, moment: str) -> None:
    found = read(line)
    assert (str(found.values["project"]).lower(), when(found)) == (project.lower(), moment)


def test_week_at_the_end_of_a_title_is_asked() -> None:
    assert read("nina, shark week tomorrow 3pm").unread == ("week tomorrow 3pm",)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("jan 4-6 2028", "2028-01-04", "2028-01-06"),
        ("jan 4, 5 and 6 2028", "2028-01-04", "2028-01-06"),
        ("jan 4-6, 2028", "2028-01-04", "2028-01-06"),
        ("4-6 jan 2028", "2028-01-04", "2028-01-06"),
    ],
)
def test_year_after_days_applies_to_them(said: str, first: str, last: str) -> None:
    for head in (f"pencil {said} Nina, Hamlet", f"Nina, Hamlet pencil {said}"):
        hold = read(head).audition("one", NOW).holds[0]
        assert hold.dates is not None
        assert (str(hold.dates.first), str(hold.dates.last)) == (first, last)
        assert names(read(head)) == ("Nina", "Hamlet")
    shoot = read(f"Nina, Hamlet shoots {said}").audition("one", NOW).shoot_dates
    assert shoot is not None
    assert (str(shoot.first), str(shoot.last)) == (first, last)


def test_weekday_after_a_comma_is_not_the_holds() -> None:
    line = read("Nina, Hamlet pencil dec 14, fri 3pm")
    hold = line.audition("one", NOW).holds[0]
    assert hold.dates is not None
    assert (str(hold.dates.first), when(line)) == ("2026-12-14", "2026-11-27T15:00")
    line = read("Nina, Hamlet next thu avail @2pm")
    assert (line.values["hold"], line.unread) == (("avail", "next thu"), ("@2pm",))
    line = read("Nina, Hamlet pencil dec 18, fri 3pm")  # the 18th is a Friday
    assert (when(line), line.unread) == ("", ("3pm",))


@pytest.mark.parametrize(
    "said",
    [
        "callbacks week of 12/7",
        "callbacks dec 7",
        "callback dec 7",
        "zoom recalls fri 18th",
        "callbacks tbd",
    ],
)
def test_callback_after_a_tape_is_still_to_come(said: str) -> None:
    line = read(f"Nina, Hamlet self tape due fri, {said}")
    assert (line.values.get("kind"), line.unread) == (None, (said,))
    assert (when(line), when(line, "due_at")) == ("", "2026-11-27")


def test_callback_words_give_a_callback() -> None:
    for said in ("callback dec 7, tape due fri", "callbacks dec 7", "callback tape due fri"):
        assert read(f"Nina, Hamlet {said}").values["kind"] == "callback"


def test_start_of_rehearsals_is_not_an_audition() -> None:
    line = read("Nina, Hamlet tape due fri, rehearsals start 5 jan, opens 14 feb")
    assert (when(line), line.unread) == ("", ("rehearsals start 5 jan", "opens 14 feb"))


def test_absurd_amount_is_asked() -> None:
    line = read("Nina, Hamlet $999999999k")
    assert (line.values.get("rate"), line.unread) == (None, ("$999999999k",))
    assert any("too large an amount" in problem for problem in line.problems)


@pytest.mark.parametrize(
    ("line", "role", "project", "moment"),
    [
        ("ana, blue door fri 3pm @Harbor Casting", "ana", "blue door", "2026-11-27T15:00"),
        ("fri 3pm ana, blue door on Actors Access", "ana", "blue door", "2026-11-27T15:00"),
        ("blue door @Harbor Casting fri 3pm", None, "blue door", "2026-11-27T15:00"),
        ("due fri 2nd callback June, 9 to 5", "June", "9 to 5", ""),
        ("3pm fri pencil 12/8-10 Ana, Blue Door", "Ana", "Blue Door", "2026-11-27T15:00"),
        ("@Harbor Casting fri at 3 Ana, Blue Door", "Ana", "Blue Door", "2026-11-27T15:00"),
        ("fri at 3 Ana, Blue Door", "Ana", "Blue Door", "2026-11-27T15:00"),
        ("@Roz Pettibone Casting Ana, Blue Door fri 3pm", "Ana", "Blue Door", "2026-11-27T15:00"),
        ("Mr. March, The Long May 12/3 2:15", "Mr. March", "The Long May", "2026-12-03T14:15"),
        ("Mr. March, The Long May 2 dec 11.20", "Mr. March", "The Long May", "2026-12-02T11:20"),
        ("Ana, The Long May 2 weeks fri 3pm", "Ana", "The Long May", "2026-12-11T15:00"),
        ("June, 9 to 5 fri 3pm 11/27", "June", "9 to 5", "2026-11-27T15:00"),
        ("ana, blue door fri 3pm wear black", "ana", "blue door", "2026-11-27T15:00"),
        ("ana, bring it home fri 3pm", "ana", "bring it home", "2026-11-27T15:00"),
    ],
)
def test_names_are_found_beside_offices_and_days(
    line: str, role: str | None, project: str, moment: str
) -> None:
    assert (*names(read(line)), when(read(line))) == (role, project, moment)


def test_note_beside_an_office_is_not_a_project() -> None:
    for note in ("bring sides", "wear black, no logos"):
        assert names(read(f"@Harbor Casting fri 3pm {note}")) == (None, None)


def test_audition_weekday_is_not_the_holds() -> None:
    line = read("pencil 12/8-10 thu 3p Det. Ruiz, 24")
    assert (*names(line), when(line)) == ("Det. Ruiz", "24", "2026-11-26T15:00")
    line = read("Ana, Blue Door 1st refusal 12/8, 12/9 fri 27 3pm")
    hold = line.audition("one", NOW).holds[0]
    assert hold.dates is not None
    assert (str(hold.dates.last), when(line)) == ("2026-12-09", "2026-11-27T15:00")


@pytest.mark.parametrize("said", ["dec 2 hold", "hold dec 2"])
def test_a_day_before_the_word_of_a_hold_is_its_day(said: str) -> None:
    line = read(f"Nina, Hamlet {said}")
    assert (names(line), "hold" in line.values) == (("Nina", "Hamlet"), True)


@pytest.mark.parametrize(
    "said", ["table read", "wardrobe", "recording", "costumes", "readthrough", "rehearsal"]
)
def test_an_hour_of_work_is_no_part_of_a_name(said: str) -> None:
    line = read(f"{said} thu 3pm Nina, Hamlet")
    assert (names(line), when(line), line.unread) == (("Nina", "Hamlet"), "", (f"{said} thu 3pm",))


@pytest.mark.parametrize(
    ("line", "project"),
    [
        ("New Voices thu 3pm", "New Voices"),
        ("Hold Me thu 3pm", "Hold Me"),
        ("New Readers thu 3pm", "New Readers"),
    ],
)
def test_a_title_that_begins_like_a_line_of_the_trade_is_a_title(line: str, project: str) -> None:
    assert (names(read(line))[1], when(read(line))) == (project, "2026-11-26T15:00")


@pytest.mark.parametrize(
    "said",
    [
        "tape please by fri noon",
        "tape uploaded by fri noon",
        "tape to my agent by fri noon",
        "tape with slate by fri noon",
        "tape 2 takes by fri noon",
        "tape turned in by fri noon",
        "tape due Noon fri",
    ],
)
def test_a_tape_is_due_by_a_day_behind_words_of_sending(said: str) -> None:
    assert when(read(f"Nina, Hamlet {said}"), "due_at") == "2026-11-27T12:00"


def test_bars_and_minutes_behind_a_weekday_are_no_day() -> None:
    assert when(read("Nina, Hamlet wed 16 bars")) != "2026-12-16"
    assert when(read("Nina, Hamlet mon 30 mins 3pm")) in {"", "2026-11-30T15:00"}

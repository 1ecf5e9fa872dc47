"""The quick line: a whole audition in one line."""

import datetime as dt
import re

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.enums import Format, Medium, RoundKind
from callbacktui.domain.moment import Moment
from callbacktui.domain.stage import Stage
from callbacktui.domain.text import clean_line
from callbacktui.exchange.quick_line.parser import LineError, read_line

NOW = pendulum.datetime(2026, 11, 22, 15, 30, tz="Europe/London")
LONDON = "Europe/London"
FULL = "Nina, The Seagull @Harbor Casting thu 3pm #theatre !tape due fri noon"


def test_a_whole_audition_in_one_line() -> None:
    line = read_line(FULL, NOW)
    kept = line.audition("one", NOW)
    asked = kept.rounds[0]
    assert line.problems == ()
    assert (kept.role, kept.project, kept.office) == ("Nina", "The Seagull", "Harbor Casting")
    assert (kept.medium, kept.stage) == (Medium.THEATRE, Stage.REQUESTED)
    assert asked.format is Format.SELF_TAPE
    assert asked.at == Moment(day=dt.date(2026, 11, 26), time=dt.time(15), zone=LONDON)
    assert asked.due_at == Moment(day=dt.date(2026, 11, 27), time=dt.time(12), zone=LONDON)
    assert not asked.is_done


def test_reading_describes_every_part() -> None:
    assert read_line(FULL, NOW).reading == (
        ("role", "Nina", True),
        ("project", "The Seagull", True),
        ("office", "Harbor Casting", True),
        ("medium", "theater", True),
        ("when", "Thu 26 Nov 2026, 15:00 (Europe/London), in 4 days", True),
        ("due", "Fri 27 Nov 2026, 12:00 (Europe/London), in 5 days", True),
        ("read", "self-tape", True),
        ("stage", "requested", True),
    )


@pytest.mark.parametrize(
    ("typed", "role", "project"),
    [
        ("The Seagull", "", "The Seagull"),
        ("Nurse #2, Glass Orchard thu", "Nurse #2", "Glass Orchard"),
        ("Nina, Any Other Tuesday", "Nina", "Any Other Tuesday"),
        ('Nina, "the sunday"', "Nina", "the sunday"),
        ('"Rosencrantz, Guildenstern"', "", "Rosencrantz, Guildenstern"),
        ("Apollo 13", "", "Apollo 13"),
        ("Lead, Due Date due fri noon", "Lead", "Due Date"),
        ("Mother! @A&B sat 10am", "", "Mother!"),
        ("Étienne, Fernhill nov 26, 6pm", "Étienne", "Fernhill"),
        ("Nina, The Seagull, a play", "Nina", "The Seagull, a play"),
        ("Nina, [bold]The Seagull[/", "Nina", "[bold]The Seagull[/"),
    ],
)
def test_titles_keep_trade_words(typed: str, role: str, project: str) -> None:
    line = read_line(typed, NOW)
    assert (line.values.get("role", ""), line.values["project"]) == (role, project)


@pytest.mark.parametrize(
    ("typed", "stage"),
    [
        ("Nina, Seagull", Stage.CONSIDERING),
        ("Nina, Seagull !tape", Stage.REQUESTED),
        ("Nina, Seagull thu 3pm", Stage.REQUESTED),
        ("Nina, Seagull due thu", Stage.REQUESTED),
        ("Nina, Seagull yesterday", Stage.AUDITIONED),
        ("Nina, Seagull !submitted", Stage.SUBMITTED),
        ("Nina, Seagull !callback thu 3pm", Stage.CALLBACK),
        ("Nina, Seagull !considering due thu", Stage.CONSIDERING),
    ],
)
def test_the_stage_follows_from_what_is_said(typed: str, stage: Stage) -> None:
    assert read_line(typed, NOW).audition("one", NOW).stage is stage


def test_past_date_means_a_finished_audition() -> None:
    kept = read_line("Nina, Seagull yesterday", NOW).audition("one", NOW)
    assert kept.rounds[0].done_at == Moment.on(dt.date(2026, 11, 21), LONDON)
    assert kept.heard_on is None


def test_submission_is_not_a_round() -> None:
    kept = read_line("Nina, Seagull !submitted yesterday", NOW).audition("one", NOW)
    assert (kept.submitted_on, kept.rounds) == (dt.date(2026, 11, 21), ())


def test_a_callback_can_come_first() -> None:
    kept = read_line("Nina, Seagull !callback thu 3pm", NOW).audition("one", NOW)
    assert not kept.straight_to_callback, "there may have been a read before"
    assert kept.rounds[0].kind is RoundKind.CALLBACK


def test_first_medium_tag_is_the_medium() -> None:
    line = read_line("X #student film #period #tv thu 3pm", NOW)
    assert (line.values["medium"], line.values["tags"]) == (Medium.STUDENT, ("period", "tv"))
    assert line.values["at"]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Which project? Write it as: Nina, The Seagull"),
        ("Nina, thu 3pm", "Which project? Write it as: Nina, The Seagull"),
        ("X thu 6", "“6” goes to the notes: that could be two hours."),
        ("X due", "“due” goes to the notes: it waits for a date, such as due fri noon."),
        (
            "X 11/2 3pm",
            "“11/2 3pm” goes to the notes: “11/2” has passed, or is next year. Add the year.",
        ),
        ("X due yesterday", "That deadline has passed."),
        ("X !tape !zoom", "Two ways of reading: self-tape and virtual live."),
        ("X @Y thu 3pm #tv fri 3pm", "“thu 3pm” goes to the notes: two dates."),
    ],
)
def test_contradictions_are_reported(typed: str, problem: str) -> None:
    assert problem in read_line(typed, NOW).problems


def test_unread_words_go_to_the_notes() -> None:
    line = read_line("X #tv hello there !foo due sometime", NOW)
    assert line.audition("one", NOW).notes == "hello there !foo due sometime"
    assert [words for _, words, stands in line.reading if not stands] == list(line.unread)


def test_line_without_a_project_is_refused() -> None:
    with pytest.raises(LineError):
        read_line("@Harbor thu 3pm", NOW).audition("one", NOW)


PIECES = """
Nina, @ # ! due thu 3pm fri #tv !tape 12 30 feb “ " \x1b[ \u202e Harbor !cb !foo callback tape zoom
VO EPA lead spot tv/film self series reg via my agent Mara on Backstage submitted avail pinned
12/8-10 12/3 2:15 5ish or and / - ( ) ' at Rooms, PT LA (PT) w/ director 24 June Friday eod next
week 7 5p tonight booked from to
"""
pieces = st.sampled_from(PIECES.split())
lines = st.text(max_size=80) | st.lists(pieces, max_size=14).map(" ".join)


@given(lines)
def test_any_line_can_be_parsed(typed: str) -> None:
    line = read_line(typed, NOW)
    if line.is_ready:
        assert line.audition("one", NOW).project == line.values["project"]
    else:
        assert line.problems
    shown = "".join(words for _, words, _ in line.reading)
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@given(lines)
def test_every_word_is_in_a_field_or_the_notes(typed: str) -> None:
    line = read_line(typed, NOW)
    kept = line.notes
    assert all(words in kept for words in line.unread)
    found = words_of(" ".join((kept, *(claim.words for claim in line.read))))
    assert words_of(clean_line(typed)) - found <= {"for", "in", "as", "on"}


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w*[^\W_]\w*", text))


@given(lines)
def test_marks_keep_their_meaning_in_any_line(typed: str) -> None:
    line = read_line(f"!live #theatre {typed}", NOW)
    assert line.values["format"] is Format.VIRTUAL_LIVE
    assert line.values["medium"] is Medium.THEATRE


@pytest.mark.parametrize("filler", ["word " * 300, "x" * 1500, "word " * 3000])
def test_text_beyond_the_limit_goes_to_the_notes(filler: str) -> None:
    line = f"Nina, The Seagull @Harbor {filler}and the last words"
    read = read_line(line, NOW)
    assert any("kept in its notes" in problem for problem in read.problems)
    kept = read.audition("id", NOW)
    words = " ".join((kept.role, kept.project, kept.office, kept.notes)).replace(",", "").split()
    assert "".join(words) == "".join(line.replace("@", "").replace(",", "").split())
    assert kept.notes.endswith("and the last words")
    short = read_line("Nina, The Seagull @Harbor", NOW)
    assert not any("notes" in problem for problem in short.problems)

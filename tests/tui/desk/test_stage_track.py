"""The track of stages: what happened, what did not, and when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Format, RoundKind
from callbacktui.domain.holds_and_bookings import Event, Hold
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import status_of
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.desk.stage_track import write_track
from callbacktui.tui.theme.glyphs import FINE, PLAIN
from tests.domain.strategies import auditions
from tests.factories import NOW, asked, audition, days_ago, done, moment, read_on
from tests.tui.desk.drawing import cells, plain, written

WORDS = ("sent", "asked", "went in", "callback", "test", "hold", "offer", "booked")
WIDE = 100


def track(of: Audition, width: int = WIDE) -> list[str]:
    def write(writer: LineWriter) -> None:
        write_track(writer, of, status_of(of, NOW, Windows()), NOW)

    return [plain(line) for line in written(write, width)]


def signs(of: Audition) -> dict[str, str]:
    """Return the sign over each word."""
    line, words, *_ = track(of)
    return {word: line[words.index(word)] for word in WORDS}


def passed(of: Audition) -> list[str]:
    return [word for word, sign in signs(of).items() if sign == FINE.reached]


def dates(of: Audition) -> dict[str, str]:
    """Return the date below each word that has one."""
    _, words, *rest = (line.ljust(WIDE) for line in track(of))
    starts = [words.index(word) for word in WORDS] + [WIDE]
    below = rest[0] if rest else ""
    found = {
        word: below[start:end].strip()
        for word, start, end in zip(WORDS, starts, starts[1:], strict=False)
    }
    return {word: day for word, day in found.items() if day}


@given(auditions, st.integers(10, 140))
def test_no_line_is_wider_than_the_pane(of: Audition, width: int) -> None:
    def write(writer: LineWriter) -> None:
        write_track(writer, of, status_of(of, NOW, Windows()), NOW)

    for signs in (FINE, PLAIN):
        assert all(cells(line) <= width for line in written(write, width, signs))


@given(auditions)
def test_later_stages_are_not_drawn_as_reached(of: Audition) -> None:
    words = dict(zip(list(Stage)[1:-1], WORDS, strict=True))
    shown = signs(of)
    for stage, word in words.items():
        if stage.rank > of.stage.rank:
            assert shown[word] == FINE.ahead
    if of.stage in words:
        assert shown[words[of.stage]] == FINE.here


def test_skipped_stages_are_not_drawn_as_reached() -> None:
    offered = read_on(9, stage=Stage.OFFER, submitted_on=days_ago(20))
    assert passed(offered) == ["sent", "asked", "went in"]
    called = (done(20), done(9, id="r2", kind=RoundKind.CALLBACK))
    held = (Hold(id="h", told_on=days_ago(5)),)
    offered = read_on(9, stage=Stage.OFFER, submitted_on=days_ago(30), rounds=called, holds=held)
    assert passed(offered) == ["sent", "asked", "went in", "callback", "hold"]


@pytest.mark.parametrize(
    "stage", [Stage.CALLBACK, Stage.TEST, Stage.HOLD, Stage.OFFER, Stage.BOOKED, Stage.WRAPPED]
)
def test_stages_before_the_first_are_not_drawn_as_reached(stage: Stage) -> None:
    assert passed(audition(stage=stage)) == []


def test_entered_stages_are_drawn_as_reached() -> None:
    held = audition(stage=Stage.HOLD, holds=(Hold(id="h", told_on=days_ago(5)),))
    assert passed(replace(held, stage=Stage.BOOKED)) == ["hold"]
    offered = Event(at=moment(-2), what="stage", before="hold", after="offer")
    assert passed(replace(held, stage=Stage.BOOKED, events=(offered,))) == ["hold", "offer"]
    called = read_on(rounds=(done(9, kind=RoundKind.CALLBACK),), stage=Stage.BOOKED)
    assert passed(called) == ["asked", "callback"]
    tested = read_on(rounds=(done(9), done(3, kind=RoundKind.SCREEN_TEST)), stage=Stage.OFFER)
    assert passed(tested) == ["asked", "went in", "test"]


def test_audition_without_a_submission_is_not_drawn_as_sent() -> None:
    assert passed(read_on(9)) == ["asked"]


def test_direct_callback_is_not_drawn_as_auditioned() -> None:
    rounds = (asked(kind=RoundKind.CALLBACK, at=moment(2)),)
    of = audition(
        stage=Stage.CALLBACK, straight_to_callback=True, submitted_on=days_ago(9), rounds=rounds
    )
    assert passed(of) == ["sent", "asked"]


def test_self_tape_has_its_own_stage_words() -> None:
    taped = read_on(3, rounds=(done(3, format=Format.SELF_TAPE),))
    assert "taped" in track(taped)[1]
    assert "went in" not in track(taped)[1]
    assert track(taped, 40)[0].endswith(" tape sent")
    assert track(read_on(3), 40)[0].endswith(" auditioned")


def test_dates_are_below_their_stages() -> None:
    of = read_on(
        stage=Stage.HOLD,
        submitted_on=days_ago(30),
        rounds=(
            done(20, received_at=moment(-25)),
            done(12, id="r2", kind=RoundKind.CALLBACK),
            done(9, id="r3", kind=RoundKind.STUDIO_TEST),
        ),
        holds=(Hold(id="h", told_on=days_ago(5)),),
    )
    assert dates(of) == {
        "sent": "22 Oct", "asked": "27 Oct", "went in": "1 Nov",
        "callback": "9 Nov", "test": "12 Nov", "hold": "16 Nov",
    }  # fmt: skip


def test_date_of_another_year_shows_the_year() -> None:
    assert dates(read_on(400, stage=Stage.AUDITIONED))["went in"] == "17 Oct \u201925"


@pytest.mark.parametrize("width", range(50, 80))
def test_dates_never_touch(width: int) -> None:
    of = read_on(10, submitted_on=days_ago(11), rounds=(done(9, received_at=moment(-10)),))
    assert "Nov1" not in "".join(track(of, width))


@pytest.mark.parametrize("stage", Stage)
def test_narrow_track_names_the_stage(stage: Stage) -> None:
    for width in range(12, 50):
        assert track(read_on(9, stage=stage), width)[0].endswith(
            "booked" if stage is Stage.WRAPPED else stage.word
        )


def test_unknown_stage_is_ignored() -> None:
    event = Event(at=moment(-2), what="stage", before="auditioned", after="chemistry")
    assert track(read_on(9, events=(event,)))

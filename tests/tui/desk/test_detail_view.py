"""The detail and the look back fit any pane, whatever was typed into the fields."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import AuditionContext, History, context_of
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.enums import Cleared, HoldKind
from callbacktui.domain.holds_and_bookings import Booking, Decision, Hold
from callbacktui.domain.money import Money
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.time_changes import with_new_decision
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.desk.detail_view import write_detail
from callbacktui.tui.desk.reflection_view import write_look_back
from callbacktui.tui.forms.round_fields import round_fields
from callbacktui.tui.theme.glyphs import FINE, PLAIN
from tests.domain.strategies import auditions
from tests.factories import NOW, asked, audition, days_ago, done, held, moment, read_on, reflection
from tests.tui.desk.drawing import STYLES, cells, plain, written

TEXTS: Final = st.text(max_size=60) | st.sampled_from(
    ("a\nb", "x" * 200, "日本語の役 " * 9, "👩‍🎤🎭", "\x1b[31mred", "[/]")
)


def about(of: Audition, *others: Audition) -> AuditionContext:
    return context_of(of, History((of, *others)), NOW, Windows())


@st.composite
def filled(draw: st.DrawFn) -> Audition:
    """Draw an audition with anything typed into its fields."""
    names = ("role", "project", "office", "director", "notes", "rep", "breakdown")
    typed = {name: draw(TEXTS) for name in names}
    facts = {"rate": Money(said=draw(TEXTS)), "shoot_dates": Span(said=draw(TEXTS))}
    lists = {"people": (draw(TEXTS),), "tags": (draw(TEXTS),)}
    return replace(draw(auditions), **typed, **facts, **lists)


def detail(context: AuditionContext, width: int = 66) -> list[str]:
    return [plain(line) for line in written(lambda w: write_detail(w, context), width)]


def look_back(context: AuditionContext, width: int = 44) -> list[str]:
    return [plain(line) for line in written(lambda w: write_look_back(w, context, "r"), width)]


@given(filled(), filled(), st.integers(15, 140))
def test_no_line_is_wider_than_the_pane(of: Audition, other: Audition, width: int) -> None:
    context = about(of, replace(other, id="other", office=of.office))

    def write(writer: LineWriter) -> None:
        write_detail(writer, context)
        write_look_back(writer, context, "r")

    for signs in (FINE, PLAIN):
        for line in written(write, width, signs):
            assert cells(line) <= width, plain(line)
            assert not set(plain(line)) & set("\n\x1b")


def test_earlier_decision_date_is_shown_below_the_current_one() -> None:
    told = Decision(on=days_ago(-9), told_by="Hollis", told_on=days_ago(1), said="by the 30th")
    moved = with_new_decision(read_on(3, decision_by=days_ago(-3)), told)
    text = " ".join(" ".join(detail(about(moved))).split())
    assert "Decision by 30 Nov, said by Hollis 20 Nov, “by the 30th”" in text
    assert "Before they said by Tue" in text


@pytest.mark.parametrize(
    ("days", "label"), [(3, "To wear"), (None, "To wear"), (0, "Wore"), (-3, "Wore")]
)
def test_clothes_label_depends_on_the_day(days: int | None, label: str) -> None:
    read = asked(at=None if days is None else moment(days), wore="the grey coat")
    whole = audition(stage=Stage.REQUESTED, rounds=(read,))
    assert any(
        line.split() == [*label.split(), "the", "grey", "coat"] for line in detail(about(whole))
    )
    form = {field.name: field.label for field in round_fields(read, NOW)}
    assert form["wore"] == ("What to wear" if label == "To wear" else "What you wore")


def marked(day: int, clarity: int, id_: str) -> Audition:
    return read_on(day, id=id_, rounds=(done(day, reflection=reflection(clarity=clarity)),))


def test_earlier_marks_are_shown_beside_the_current_ones() -> None:
    context = about(marked(1, 2, "here"), marked(9, 5, "a"), marked(5, 3, "b"))
    (clarity,) = (line for line in look_back(context) if "before" in line and "5 3" in line)
    assert clarity.endswith("before: 5 3")


def test_no_earlier_marks_without_earlier_auditions() -> None:
    assert "before:" not in "".join(look_back(about(marked(1, 2, "here"))))


@pytest.mark.parametrize("width", [30, 44, 66, 90])
def test_every_look_back_answer_is_drawn_at_any_width(width: int) -> None:
    for label in ("Clarity", "Listening", "Myself", "Direction", "Pacing"):
        assert label in " ".join(look_back(about(marked(1, 2, "here")), width))


def test_rounds_have_the_whole_width_if_nothing_is_known_of_the_job() -> None:
    place = "Studio 4, 1180 Long Street, second floor"
    of = read_on(9, rounds=(done(9, place=place),))
    assert any(place in line for line in detail(about(of), 80))


def test_upcoming_round_is_above_past_ones() -> None:
    of = read_on(9, stage=Stage.CALLBACK, rounds=(done(9), asked(id="r2", at=moment(2))))
    text = "\n".join(detail(about(of)))
    assert text.index("Round 2") < text.index("Round 1")


def test_closed_audition_shows_its_ending_and_no_wait() -> None:
    of = read_on(30, disposition=Disposition.PASSED_TOLD, closed_on=days_ago(9))
    text = "\n".join(detail(about(of)))
    assert "they went another way, and said so, 12 Nov" in text
    assert "The wait" not in text


def test_live_hold_is_shown_as_not_a_booking() -> None:
    hold = Hold(id="h", kind=HoldKind.FIRST_REFUSAL, word_used="AVAIL / first refusal")
    live = " ".join(" ".join(detail(about(held(holds=(hold,))))).split())
    assert "Their word “AVAIL / first refusal”, read as first refusal; not a booking" in live
    over = replace(hold, cleared=Cleared.CONVERTED, cleared_on=days_ago(1))
    booked = detail(about(held(stage=Stage.BOOKED, booking=Booking(), holds=(over,))))
    assert "not a booking" not in " ".join(" ".join(booked).split())
    silent = " ".join(detail(about(held())))
    assert "Their word" not in silent
    assert "Which sort" in silent


def test_tall_pane_lists_more_earlier_auditions_of_the_office() -> None:
    times = [read_on(n, id=f"a{n}", role=f"Part {n}", office="Kestrel") for n in range(1, 30)]
    context = about(times[0], *times[1:])

    def count(height: int) -> int:
        lines = LineWriter(70, STYLES, FINE, height=height)
        write_detail(lines, context)
        assert height < 30 or len(lines.lines) <= height
        return sum("Part" in plain(line) for line in lines.lines) - 1

    assert [count(height) for height in (0, 20, 40, 80)] == [5, 5, 20, 28]

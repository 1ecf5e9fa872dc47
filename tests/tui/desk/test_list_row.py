"""In a row of the list only names are cut, and only at the right; its time is whole."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len, set_cell_size
from rich.style import Style

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Order, Row, board
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.enums import Format, HoldKind, Medium
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.money import read_money
from callbacktui.domain.row_time_words import row_words
from callbacktui.domain.silence import Phase, Window, Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import status_of
from callbacktui.domain.text import clean_line
from callbacktui.tui.desk.drawn_line_cache import ListCache, RowBackground
from callbacktui.tui.desk.list_lines import ListLayout
from callbacktui.tui.desk.list_row import RowContext, RowStyle, one_line, two_lines
from callbacktui.tui.theme.glyphs import FINE, PLAIN, Glyphs
from tests.domain.strategies import auditions
from tests.factories import NOW, asked, audition, days_ago, held, moment, read_on, span
from tests.tui.desk.drawing import STYLES, cells, plain

WIDTHS: Final = st.integers(20, 120)
WINDOWS: Final = st.sampled_from((Windows(), Windows(default=Window(usual=100, limit=1000))))
NAMES: Final = st.text(max_size=40) | st.sampled_from(
    (
        "",
        "日本語の役",
        "👩‍🎤🎭 x",
        "The Lighthouse Keeper's Sister",
        "é" * 30,
        "a\nb\tc",
        "\x1b[31m",
    )
)
HOLDS: Final = st.builds(
    Hold,
    id=st.just("h"),
    kind=st.sampled_from(HoldKind),
    word_used=NAMES,
    dates=st.builds(Span, said=NAMES),
    told_on=st.sampled_from((None, days_ago(3))),
)
KINDS: Final = st.sampled_from(
    (
        audition(stage=Stage.CONSIDERING),
        audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(400, 15)),)),
        audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(-1, 9, "Asia/Tokyo")),)),
        audition(stage=Stage.REQUESTED, rounds=(asked(format=Format.SELF_TAPE),)),
        audition(stage=Stage.BOOKED, heard_on=days_ago(3)),
        audition(stage=Stage.SUBMITTED, submitted_on=days_ago(150)),
        read_on(9, medium=Medium.TV),
        read_on(40, medium=Medium.TV),
        read_on(3, decision_by=days_ago(-12)),
        read_on(60, disposition=Disposition.PASSED_TOLD, closed_on=days_ago(600)),
    )
)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Draw one audition with any names, dates and life, and its status."""
    of: Audition = draw(KINDS | auditions | HOLDS.map(lambda hold: held(3, holds=(hold,))))
    of = replace(of, role=draw(NAMES), project=draw(NAMES), office=draw(NAMES))
    if of.stage is Stage.BOOKED:
        of = replace(of, booking=Booking(work_dates=Span(said=draw(NAMES))))
    return Row(of, status_of(of, NOW, draw(WINDOWS)))


def context(width: int, order: Order = Order.WHEN, signs: Glyphs = FINE) -> RowContext:
    return RowContext(STYLES, signs, NOW, width, order)


def bar(row: Row, size: int) -> str:
    """Return the bar of a wait, empty if the row has none."""
    silence = row.status.silence
    if silence is None or silence.phase is Phase.PAUSED:
        return ""
    full = min(size, round(silence.day / silence.window.limit * size))
    return FINE.bar * full + FINE.gap * (size - full)


@given(rows(), WIDTHS, st.sampled_from(Order), st.booleans())
def test_every_list_line_has_the_exact_width(
    row: Row, width: int, order: Order, tall: bool
) -> None:
    layout = ListLayout(board([row.audition], NOW, Windows(), order), folded=(), tall=tall)
    ground = RowBackground(Style(), Style())
    cache = ListCache(layout, context(width, order), ground, {}, "")
    for index in range(layout.line_count):
        assert cache.line(index, row.audition.id, {row.audition.id}).cell_length == width
        assert "\n" not in cache.line(index, "", ()).text


@given(rows(), WIDTHS, st.sampled_from(Order))
def test_two_line_row_never_cuts_its_lead_or_end(row: Row, width: int, order: Order) -> None:
    words = row_words(row, NOW)
    above, below = map(plain, two_lines(row, context(width, order), RowStyle()))
    assert set_cell_size(above, 12) == f" {' ' * (11 - cell_len(words.day))}{words.day}"
    assert below.startswith(f"  {bar(row, 10)}" if bar(row, 10) else f" {words.time:>11}")
    for line, end in ((above, words.what or words.note), (below, words.what and words.note)):
        assert cell_len(line) <= width
        if cell_len(end) <= width - 16:
            assert line.endswith(end)


@given(rows(), WIDTHS, st.sampled_from(Order))
def test_one_line_row_never_cuts_its_lead_or_end(row: Row, width: int, order: Order) -> None:
    words, wait = row_words(row, NOW), bar(row, 8)
    line = plain(one_line(row, context(width, order), RowStyle()))
    lead = " ".join(filter(None, (words.day, words.time)))
    end = " ".join(filter(None, (words.what, words.note)))
    if wait and row.status.silence:
        silence = row.status.silence
        lead, end = f"{silence.day}/{silence.window.limit} {wait}", ""
    assert line.strip().startswith(lead)
    begun = max(16, 1 + cell_len(lead)) + 3
    if begun + 2 + cell_len(end) <= width:
        assert line.endswith(end)
    assert cell_len(line) <= max(width, begun)


@given(st.integers(0, 180), st.sampled_from(Medium), NAMES, st.integers(70, 120))
def test_wait_bars_are_aligned(days: int, medium: Medium, name: str, width: int) -> None:
    of = read_on(days, medium=medium, role=name)
    row = Row(of, status_of(of, NOW, Windows()))
    assert plain(one_line(row, context(width), RowStyle()))[8:16] == bar(row, 8)
    assert plain(two_lines(row, context(width), RowStyle())[1])[2:12] == bar(row, 10)


@given(NAMES.filter(bool), st.integers(22, 120))
def test_names_are_cut_only_at_the_right(name: str, width: int) -> None:
    of = read_on(9, role=name, medium=Medium.TV)
    above, _ = two_lines(Row(of, status_of(of, NOW, Windows())), context(width), RowStyle())
    shown = clean_line(above[3].text)
    assert shown == clean_line(name) or clean_line(name).startswith(clean_line(shown[:-1]))
    assert shown == clean_line(name) or not shown or shown.endswith(FINE.ellipsis)


@pytest.mark.parametrize(
    ("order", "first", "second"),
    [
        (Order.WHEN, "Ophelia", "Hamlet · Telsey Office"),
        (Order.ROLE, "Ophelia", "Hamlet · Telsey Office"),
        (Order.ADDED, "Ophelia", "Hamlet · Telsey Office"),
        (Order.PROJECT, "Hamlet", "Ophelia · Telsey Office"),
        (Order.OFFICE, "Telsey Office", "Ophelia, Hamlet"),
    ],
)
def test_sorted_name_comes_first(order: Order, first: str, second: str) -> None:
    of = read_on(9)
    row = Row(of, status_of(of, NOW, Windows()))
    above, below = two_lines(row, context(60, order), RowStyle())
    assert (above[3].text.rstrip(), below[-1].text.strip()) == (first, second)
    assert plain(one_line(row, context(80, order), RowStyle()))[19:].startswith(first)


@pytest.mark.parametrize(
    ("order", "last"), [(Order.WORK, "8 to 9 Dec 2026"), (Order.PAY, "$250 a day")]
)
def test_work_days_and_pay_are_shown_when_sorted_by(order: Order, last: str) -> None:
    of = read_on(9, shoot_dates=span("8-9 Dec"), rate=read_money("$250 a day"))
    row = Row(of, status_of(of, NOW, Windows()))
    assert last in plain(two_lines(row, context(60, order), RowStyle())[1])
    assert last in plain(one_line(row, context(90, order), RowStyle()))


def test_first_work_day_is_shown() -> None:
    job = Booking(work_dates=span("8-9 Dec"), more_dates=(span("30 Nov"), span("20 Dec")))
    of = read_on(9, booking=job)
    row = Row(of, status_of(of, NOW, Windows()))
    assert "from 30 Nov 2026" in plain(one_line(row, context(110, Order.WORK), RowStyle()))


def test_sorted_list_is_in_order() -> None:
    made = [read_on(9, id=n, project=n, role=r) for n, r in (("b", "x"), ("a", "y"), ("c", "w"))]
    for order, leads in ((Order.PROJECT, "abc"), (Order.ROLE, "wxy")):
        (section,) = board(made, NOW, Windows(), order)
        drawn = [two_lines(row, context(60, order), RowStyle())[0] for row in section.rows]
        assert "".join(line[3].text.strip() for line in drawn) == leads


def test_far_date_takes_room_from_the_name() -> None:
    of = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(400, 15)),))
    line = one_line(Row(of, status_of(of, NOW, Windows())), context(70), RowStyle())
    assert plain(line).startswith(" 26 Dec 2027 15:00 ◆ Ophelia, Hamlet ")
    assert plain(line).endswith(" audition")
    assert cells(line) <= 70


def test_ascii_rows_are_ascii() -> None:
    of = read_on(9, medium=Medium.TV)
    row = Row(of, status_of(of, NOW, Windows()))
    drawn = two_lines(row, context(50, signs=PLAIN), RowStyle(is_marked=True))
    assert plain([*drawn[0], *drawn[1]]).isascii()


@pytest.mark.parametrize("width", range(70, 160))
def test_office_is_not_cut_while_there_is_room(width: int) -> None:
    """An office that fits on a line beside the whole name is whole."""
    of = audition(
        role="The Buyer",
        project="The Glass Beekeeper",
        office="Thimble & Daughters",
        stage=Stage.REQUESTED,
        rounds=(asked(at=moment(6, 10)),),
    )
    line = plain(one_line(Row(of, status_of(of, NOW, Windows())), context(width), RowStyle()))
    _, _, rest = line.partition(FINE.next)
    fits = len("The Buyer, The Glass Beekeeper Thimble & Daughters audition") <= len(
        rest.removeprefix(" ")
    )
    assert ("Thimble & Daughters" in rest) == fits
    assert FINE.ellipsis not in rest or not fits


@pytest.mark.parametrize("office", ["Harbor", "Harbor Casting"])
def test_short_office_is_shown_like_a_long_one(office: str) -> None:
    of = audition(
        role="Nina", office=office, stage=Stage.REQUESTED, rounds=(asked(at=moment(6, 10)),)
    )
    row = Row(of, status_of(of, NOW, Windows()))
    assert office in plain(one_line(row, context(100), RowStyle()))

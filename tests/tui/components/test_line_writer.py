"""Lines are as wide as their pane at most, and say all that there is to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text

from callbacktui.domain.text import clean
from callbacktui.tui.components.heading import heading
from callbacktui.tui.components.line_writer import LineWriter, column_widths, wrap_phrases
from callbacktui.tui.theme.glyphs import FINE
from tests.tui.desk.drawing import STYLES, cells, plain

TEXTS = st.text(max_size=80) | st.sampled_from(("a\nb", "日本語の役 " * 9, "\x1b[31mred", "x" * 99))
WIDTHS = st.integers(1, 120)


def writer(width: int, most_lines: int = 0) -> LineWriter:
    return LineWriter(width, STYLES, FINE, most_lines=most_lines, more=", z shows all")


def test_list_item_has_a_hanging_indent() -> None:
    lines = writer(12)
    lines.point("one two three four")
    assert [plain(line).rstrip() for line in lines.lines] == ["· one two", "  three four"]


def test_facts_wrap_between_phrases() -> None:
    lines = writer(65)
    history = (
        "Thimble & Daughters  18th time · 4 of 17 called back, 1 held or booked without, "
        "1 still open · called you in again twice"
    )
    via = "agent, on the site of the union, Hollis at Made-Up Talent"
    lines.facts([("Office", history), ("Via", via)])
    assert [plain(line).rstrip() for line in lines.lines] == [
        "Office       Thimble & Daughters  18th time",
        "             4 of 17 called back, 1 held or booked without,",
        "             1 still open · called you in again twice",
        "Via          agent, on the site of the union,",
        "             Hollis at Made-Up Talent",
    ]


@given(TEXTS, st.integers(2, 120))
def test_wrapping_phrases_loses_nothing(one: str, width: int) -> None:
    said = clean(f"{one}, {one} · {one}")
    rows = [row.plain for row in wrap_phrases(Text(said), width, FINE)]
    assert all(cell_len(row.rstrip()) <= width for row in rows)
    assert _letters("".join(rows)) == _letters(said)


def _letters(text: str) -> str:
    """Return a text without blanks and separators."""
    return "".join(text.replace("·", "").split())


def test_hairline_extends_to_the_right_edge() -> None:
    lines = writer(12)
    lines.heading("By rep")
    lines.heading("By rep", ("", "3"))
    assert [plain(line) for line in lines.lines] == ["By rep ─────", "", "By rep ─── 3"]


@given(TEXTS, TEXTS, WIDTHS)
def test_no_line_is_wider_than_its_pane(one: str, other: str, width: int) -> None:
    lines = writer(width)
    lines.heading(one, ("w", "sweep"))
    lines.text(other)
    lines.text(Text(one))
    lines.point(one)
    lines.between(one, other, STYLES.text, STYLES.muted)
    lines.facts([("Label", one), ("A longer label", Text(other))])
    assert all(cells(line) <= width for line in lines.lines)
    assert not set("".join(map(plain, lines.lines))) & set("\n\x1b")


@given(TEXTS, TEXTS, st.integers(24, 120))
def test_two_columns_are_joined_side_by_side(one: str, other: str, width: int) -> None:
    whole = writer(width)
    left, right = map(whole.narrower, column_widths(width))
    left.text(one)
    right.facts([("Label", other)])
    whole.columns(left, right)
    assert all(cells(line) <= width for line in whole.lines)
    assert cell_len(plain(whole.lines[0]).rpartition("Label")[0]) == left.width + 3


@given(st.text("ab ", min_size=1, max_size=400), st.integers(10, 60))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    lines = writer(width)
    lines.text(text)
    assert "".join("".join(map(plain, lines.lines)).split()) == "".join(text.split())


def test_long_text_ends_with_a_count_and_a_key() -> None:
    lines = writer(40, most_lines=3)
    lines.text("\n".join(f"line {n}" for n in range(9)))
    assert [plain(line) for line in lines.lines] == [
        "line 0", "line 1", "line 2", "6 lines more, z shows all",
    ]  # fmt: skip


def test_single_remaining_line_is_shown() -> None:
    lines = writer(40, most_lines=3)
    lines.text("\n".join(f"line {n}" for n in range(4)))
    assert plain(lines.lines[-1]) == "line 3"


def test_two_texts_are_placed_at_both_edges() -> None:
    lines = writer(20)
    lines.between("Nina", "#dream", STYLES.text, STYLES.muted)
    lines.between("Nina Zarechnaya", "#dream", STYLES.text, STYLES.muted)
    assert [plain(line) for line in lines.lines] == [
        "Nina          #dream", "Nina Zarechnaya", "#dream",
    ]  # fmt: skip


def test_blank_lines_are_never_first_or_repeated() -> None:
    lines = writer(20)
    lines.gap()
    lines.text("x")
    lines.gap()
    lines.gap()
    lines.heading("Notes")
    assert [plain(line)[:5] for line in lines.lines] == ["x", "", "Notes"]


def test_empty_block_has_no_heading() -> None:
    lines = writer(20)
    lines.block("The job", [])
    assert lines.lines == []


@given(st.integers(1, 80))
def test_heading_fills_its_width_or_shows_only_the_title(width: int) -> None:
    drawn = heading([Segment("Waiting 8")], ("w", "sweep"), width, STYLES, FINE)
    if plain(drawn) != "Waiting 8":
        assert cells(drawn) == width
        assert plain(drawn).endswith("─ w sweep")


def test_long_label_gets_at_most_a_third_of_the_line() -> None:
    narrow, wide = writer(40), writer(96)
    for lines in (narrow, wide):
        lines.facts([("The Estate Agent, Flat Twelve", "Less apology."), ("Who", "Cass")])
    assert [plain(line).rstrip() for line in narrow.lines] == [
        "The Estate Age… Less apology.",
        "Who             Cass",
    ]
    assert plain(wide.lines[0]).startswith("The Estate Agent, Flat Twelve  Less")
    assert plain(wide.lines[1]).startswith(f"{'Who':31}Cass")


@pytest.mark.parametrize("width", range(12, 60))
def test_no_line_ends_inside_a_date_or_a_count(width: int) -> None:
    lines = writer(width)
    lines.text("Called in again twice, last seen 18 Nov, or Nov 18; word came in 10 of 13 of them.")
    shown = [plain(line).strip() for line in lines.lines]
    for whole in ("18 Nov", "Nov 18", "10 of 13"):
        assert any(whole in line for line in shown)

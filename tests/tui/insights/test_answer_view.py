"""The lines of an answer."""

from callbacktui.domain.stage import STRAIGHT_TO
from callbacktui.insight.aalen_johansen import Step
from callbacktui.insight.proportion import LABELS, Proportion
from callbacktui.insight.questions import TITLES, Answer
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.insights.answer_view import write_answer
from callbacktui.tui.theme.glyphs import FINE
from tests.tui.desk.drawing import STYLES


def test_axis_labels_are_unique_whole_numbers() -> None:
    step = Step(day=4, at_risk=5, came=0.4, against=0.0, going=0.6)
    writer = LineWriter(60, STYLES, FINE)
    write_answer(writer, Answer(next(iter(TITLES)), "", (), (), steps=(step,)), str)
    lines = ["".join(part.text for part in line) for line in writer.lines]
    labels = [line.split(FINE.edge)[0].strip() for line in lines if FINE.edge in line]
    assert [label for label in labels if label.isdigit()] == ["2", "1", "0"]


def test_every_number_names_its_set() -> None:
    """Numbers of different sets stand side by side, so each says its own, and what is not in it."""
    for name, (label, one, more) in LABELS.items():
        counted = Proportion(name, 18, 35, 6, straight=2)
        writer = LineWriter(60, STYLES, FINE)
        write_answer(writer, Answer(next(iter(TITLES)), "", (counted,), ()), str)
        lines = ["".join(part.text for part in line) for line in writer.lines]
        [at] = [n for n, line in enumerate(lines) if "18 of 35" in line]
        assert lines[at].startswith(label)
        said = " ".join(" ".join(lines[at + 1 :]).split())
        assert f"of {one}s{more}; 2 went straight to {STRAIGHT_TO}; 6 more are still open" in said


def test_no_line_is_wider_than_the_pane() -> None:
    few, many = Proportion("callback_rate", 1, 2), Proportion("booking_rate", 3, 30)
    for width in range(1, 140):
        for counted in ((few,), (few, many)):
            writer = LineWriter(width, STYLES, FINE)
            write_answer(writer, Answer(next(iter(TITLES)), "1 of 2.", counted, ()), str)
            room = max(width, max(len(one.counts) for one in counted) + 2, 10)
            assert all(sum(s.cell_length for s in line) <= room for line in writer.lines), width


def test_wide_answer_shows_the_method_beside_the_numbers() -> None:
    counted = Proportion("callback_rate", 18, 35, 6)
    one = Answer(next(iter(TITLES)), "18 of 35.", (counted,), ("a1",), "auditions")
    writer = LineWriter(139, STYLES, FINE)
    write_answer(writer, one, str)
    lines = ["".join(part.text for part in line) for line in writer.lines]
    assert "How this is counted" in lines[0]
    assert any("18 of 35" in line and FINE.full in line for line in lines)
    assert max(map(len, lines)) <= 139


def test_list_of_counted_auditions_has_a_title() -> None:
    writer = LineWriter(60, STYLES, FINE)
    one = Answer(next(iter(TITLES)), "", (), ("a1", "a2"), "auditions with a reflection")
    write_answer(writer, one, str)
    lines = ["".join(part.text for part in line) for line in writer.lines]
    assert any(line.startswith("2 auditions with a reflection ") for line in lines)


def test_empty_answer_has_no_count() -> None:
    writer = LineWriter(60, STYLES, FINE)
    write_answer(writer, Answer(next(iter(TITLES)), "", (), ()), str)
    lines = ["".join(part.text for part in line) for line in writer.lines]
    assert next(line for line in lines if line.startswith("How this")).endswith(FINE.dash)

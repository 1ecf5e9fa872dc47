"""The lines of an answer."""

from callbacktui.insight.aalen_johansen import Step
from callbacktui.insight.questions import TITLES, Answer
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.insights.answer_view import write_answer
from callbacktui.tui.theme.glyphs import FINE
from tests.tui.desk.drawing import STYLES


def test_the_axis_of_few_reads_names_each_whole_number_once() -> None:
    step = Step(day=4, at_risk=5, came=0.4, against=0.0, going=0.6)
    writer = LineWriter(60, STYLES, FINE)
    write_answer(writer, Answer(next(iter(TITLES)), "", (), "", (), steps=(step,)), str)
    lines = ["".join(part.text for part in line) for line in writer.lines]
    labels = [line.split(FINE.edge)[0].strip() for line in lines if FINE.edge in line]
    assert [label for label in labels if label.isdigit()] == ["2", "1", "0"]


def test_an_answer_that_counts_nothing_has_no_count() -> None:
    writer = LineWriter(60, STYLES, FINE)
    write_answer(writer, Answer(next(iter(TITLES)), "", (), "", ()), str)
    lines = ["".join(part.text for part in line) for line in writer.lines]
    assert next(line for line in lines if line.startswith("How this")).endswith(FINE.dash)

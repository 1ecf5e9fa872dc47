"""The answer to a question, written as lines: a sentence, proportions as strips, how it counts."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from callbacktui.domain.text import capitalized
from callbacktui.hidden_numbers import HIDDEN
from callbacktui.insight.aalen_johansen import Step
from callbacktui.insight.proportion import GROUPED_BY, Proportion
from callbacktui.insight.questions import Answer
from callbacktui.tui.components.fit_text import fit_text
from callbacktui.tui.components.line_writer import GAP, LineWriter

_MOST_NAME: Final = 28
_LEAST_NAME: Final = 22
_LEAST_COUNTS: Final = 10
_LEAST_STRIP: Final = 10
_MOST_STRIP: Final = 40
_CURVE_ROWS: Final = 6
_CURVE_WIDTH: Final = 60
_MOST_COUNTED: Final = 200
_INDENT: Final = 2
_NO_SHARE: Final = "counts only"
_TWO_COLUMNS: Final = 120
"""From this width on there are two columns."""


class _Columns(NamedTuple):
    """The widths of the names, the counts and the shares in cells; without room `share` is 0."""

    name: int
    counts: int
    share: int


def write_answer(writer: LineWriter, answer: Answer, name_of: Callable[[str], str]) -> None:
    """Write one answer; `name_of` returns the name of the audition with an id.

    Where there is room, how it is counted stands beside the numbers.
    """
    if writer.width < _TWO_COLUMNS:
        _write_numbers(writer, answer)
        _write_counting(writer, answer, name_of)
        return
    left = writer.narrower(writer.width * 3 // 5)
    right = writer.narrower(writer.width - left.width - GAP)
    _write_numbers(left, answer)
    _write_counting(right, answer, name_of)
    writer.columns(left, right)


def _write_numbers(writer: LineWriter, answer: Answer) -> None:
    """Write the question, the answer in a sentence, and the numbers behind it."""
    styles = writer.styles
    writer.text(answer.title, styles.strong)
    writer.gap()
    writer.text(answer.sentence)
    if answer.steps:
        writer.gap()
        _write_curve(writer, answer.steps)
    whole = [p for p in answer.proportions if p.n and not p.group]
    parts = [p for p in answer.proportions if p.n and p.group]
    by = capitalized(GROUPED_BY[parts[0].name]) if parts else ""
    all_ = (*whole, *parts)
    longest = max((cell_len(one.share or _NO_SHARE) for one in all_), default=0)
    names = max((cell_len(_name(one)) for one in all_), default=0)
    counts = max(max((len(one.counts) + 2 for one in all_), default=0), _LEAST_COUNTS)
    name = min(max(names, _LEAST_NAME), _MOST_NAME)
    share = longest + 2
    if name + counts + share > writer.width:  # then the shares go below
        name, share = max(0, writer.width - counts), 0
    columns = _Columns(name, counts, share)
    strip = min(_MOST_STRIP, writer.width - sum(columns) - 2)
    for title, counted in (("In numbers", whole), (by, parts)):
        if counted:
            writer.heading(title)
            if title == by:
                writer.text(f"{counted[0].label}, of {counted[0].what}", styles.muted)
            for one in counted:
                _write_proportion(writer, one, columns, strip if strip >= _LEAST_STRIP else 0)
                if below := _below(one, with_share=not columns.share):
                    _write_below(writer, below)
    if answer.notes:
        writer.gap()
        for note in answer.notes:
            writer.point(note)


def _write_counting(writer: LineWriter, answer: Answer, name_of: Callable[[str], str]) -> None:
    """Write how it is counted, and which auditions were."""
    styles = writer.styles
    writer.heading("How this is counted")
    writer.text(answer.how, styles.muted)
    if answer.counted:
        writer.heading(answer.counted_words)
    for id_ in answer.counted[:_MOST_COUNTED]:
        writer.point(name_of(id_))
    if (left := len(answer.counted) - _MOST_COUNTED) > 0:
        writer.text(f"and {left:,} more", styles.muted)


def write_hidden(writer: LineWriter) -> None:
    """Write that numbers are hidden, and how to see them again."""
    writer.text(HIDDEN, writer.styles.muted)


def _name(counted: Proportion) -> str:
    return counted.group or counted.label


def _write_proportion(
    writer: LineWriter, counted: Proportion, columns: _Columns, strip: int
) -> None:
    """Write the name, the counts, and from a base of five on the interval, as a strip if wide."""
    styles = writer.styles
    name = fit_text(_name(counted), columns.name, writer.glyphs)
    counts = f"{counted.counts:>{columns.counts}}"
    words = counted.share or _NO_SHARE
    line = [Segment(name, styles.text), Segment(counts, styles.strong)]
    if columns.share:
        line.append(Segment("  "))
    if counted.interval and strip:
        line += _strip(writer, counted, strip)
        words = f"{words:>{writer.width - sum(one.cell_length for one in line)}}"
    if columns.share:
        line.append(Segment(words, styles.muted))
    writer.add(*line)


def _below(counted: Proportion, *, with_share: bool) -> str:
    """Say what a proportion is a part of, unless its group does; and its share if asked for."""
    if counted.group:
        return counted.share if with_share else ""
    return f"of {counted.what}{counted.in_brackets if with_share else ''}{counted.rest}"


def _write_below(writer: LineWriter, words: str) -> None:
    """Write more about a proportion, below it and indented."""
    below = writer.narrower(writer.width - _INDENT)
    below.text(words, writer.styles.muted)
    for line in below.lines:
        writer.add(Segment(" " * _INDENT), *line)


def _strip(writer: LineWriter, counted: Proportion, cells: int) -> list[Segment]:
    """Return the interval between 0 and 100 %, with a dot at the share and its ends marked."""
    styles, glyphs = writer.styles, writer.glyphs
    low, high = counted.interval or (0.0, 1.0)
    last = cells - 1
    start, dot, end = round(low * last), round(counted.k / counted.n * last), round(high * last)
    before = glyphs.edge + glyphs.dash * (dot - start - 1) if dot > start else ""
    behind = glyphs.dash * (end - dot - 1) + glyphs.edge if end > dot else ""
    return [
        Segment(" " * start),
        Segment(before, styles.line),
        Segment(glyphs.full, styles.callback),
        Segment(behind, styles.line),
        Segment(" " * (last - end)),
    ]


def _write_curve(writer: LineWriter, steps: Sequence[Step]) -> None:
    """Write the share of reads for which word had come, day by day."""
    styles, glyphs = writer.styles, writer.glyphs
    days = max(steps[-1].day, 7)
    width = max(8, min(_CURVE_WIDTH, writer.width - 10))
    top = max(steps[-1].came, 0.05)
    levels = []
    for column in range(width):
        day = column * days / (width - 1)
        came = max((step.came for step in steps if step.day <= day), default=0.0)
        levels.append(round(came / top * (_CURVE_ROWS - 1)))
    at_risk, since = steps[0].at_risk, steps[0].day
    waited = "" if since == 0 else f" that waited to day {since}"
    writer.text(f"Good news by day, of {at_risk:,} auditions{waited}", styles.muted)
    shares = [round(top * row / (_CURVE_ROWS - 1) * at_risk) for row in range(_CURVE_ROWS)]
    for row in range(_CURVE_ROWS - 1, -1, -1):
        share = shares[row] if shares.index(shares[row]) == row else ""
        label = f"{share:>5} {glyphs.edge} "
        line = "".join(glyphs.track if level == row else " " for level in levels)
        writer.add(Segment(label, styles.muted), Segment(line.rstrip(), styles.callback))
    writer.add(Segment(f"{'day':>5} {glyphs.edge} 0{days:>{width - 1}}", styles.muted))

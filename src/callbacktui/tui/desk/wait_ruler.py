"""The wait drawn to scale: today on it, the usual wait, the day to let go, earlier callbacks."""

import datetime as dt
from collections.abc import Collection

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text

from callbacktui.domain.dates.style import format_date
from callbacktui.domain.silence import Phase, Silence
from callbacktui.tui.components.line_writer import LineWriter

_LEAST = 24
"""A ruler narrower than this says nothing; the words above it do."""


def write_wait(writer: LineWriter, silence: Silence, callbacks: Collection[int], kind: str) -> None:
    """Write the wait: its words, the ruler, and the days of this office's earlier callbacks.

    `kind` is the status kind whose color it has.
    """
    styles, glyphs = writer.styles, writer.glyphs
    hue = getattr(styles, kind)
    reading = f"  {silence.reading}"
    meaning = f"  since the {silence.after.word}; {silence.phase.meaning}"
    if silence.phase is Phase.PAUSED:
        meaning = ""  # the reading has said so
    label = "The wait"
    if cell_len(label + reading + meaning) <= writer.width:
        writer.add(
            Segment(label, styles.strong),
            Segment(reading, hue),
            Segment(meaning, styles.muted),
        )
    else:
        writer.text(Text.assemble((label, styles.strong), (reading, hue)))
        writer.text(meaning.strip(), styles.muted)
    if silence.phase is Phase.PAUSED or writer.width < _LEAST:
        return
    window = silence.window
    days = max(window.limit, silence.day, 1)
    last = writer.width - 1

    def at(day: int) -> int:
        return round(min(day, days) / days * last)

    shown = sorted({day for day in callbacks if day <= days})
    if shown:
        words = f"  callbacks here came on day {', '.join(map(str, shown))}"
        marks = _place({at(day): glyphs.callback for day in shown})
        fits = len(marks) + cell_len(words) <= writer.width
        writer.add(Segment(marks, styles.callback), Segment(words if fits else "", styles.muted))
    here = at(silence.day)
    writer.add(
        Segment(glyphs.bar * here, hue),
        Segment(glyphs.full, hue),
        Segment(glyphs.gap * (last - here), styles.line),
    )
    labels = _labels(silence, at(window.usual), at(window.limit), writer)
    writer.add(Segment(labels, styles.muted))


def _labels(silence: Silence, usual: int, limit: int, writer: LineWriter) -> str:
    """Return the line under the ruler: where it starts, the usual wait, and when to let go."""
    window, glyphs = silence.window, writer.glyphs
    start = f"{silence.after.word} {format_date(silence.since)}"
    last = dt.date.max.toordinal()  # a day of the far future may have been kept
    let_go = dt.date.fromordinal(min(last, silence.since.toordinal() + window.limit))
    end = f"let go {format_date(let_go)} {glyphs.mark}"
    end_at = max(0, limit + 1 - len(end))
    line = start.ljust(end_at)[: max(end_at, len(start))]
    middle = f"{glyphs.mark} usual {window.usual}"
    if window.usual < window.limit and len(start) < usual and usual + len(middle) < end_at:
        line = line[:usual] + middle + line[usual + len(middle) :]
    if len(start) < end_at:
        return line + end
    after = f"{start.ljust(limit)}{glyphs.mark} let go {format_date(let_go)}"
    return after if len(start) < limit and len(after) <= writer.width else start


def _place(marks: dict[int, str]) -> str:
    return "".join(marks.get(place, " ") for place in range(max(marks) + 1))

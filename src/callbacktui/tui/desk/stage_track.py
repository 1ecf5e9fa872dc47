"""The stages from submission to booking on one line, their names and dates below."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from pendulum import DateTime
from rich.segment import Segment
from rich.style import Style

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.enums import Format, RoundKind
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Status
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.theme.status_kind import status_kind

_STOPS: Final = tuple(s for s in Stage if s not in {Stage.CONSIDERING, Stage.WRAPPED})
_SHORT: Final = {Stage.SUBMITTED: "sent", Stage.REQUESTED: "asked", Stage.AUDITIONED: "went in"}
_LEAST: Final = 6
"""A date such as "19 Dec" needs this many cells."""

_BY_VALUE: Final = {stage.value: stage for stage in Stage}


def write_track(writer: LineWriter, audition: Audition, status: Status, now: DateTime) -> None:
    """Write the stages on a grid; in a narrow pane only the current one has its name.

    A stage that did not happen is not drawn as passed.
    """
    hue = writer.styles.of_kind(status_kind(status.group, audition))
    skipped = _skipped(audition)
    words = [_name(stop, audition) for stop in _STOPS]
    cells = [max(len(word), _LEAST) + 1 for word in words]
    spare = writer.width - sum(cells)
    if spare < 0:
        cells = [2] * len(_STOPS)
    else:
        cells = [width + min(4, spare // len(cells)) for width in cells]
    days = _days(audition)
    line: list[Segment] = []
    below: list[Segment] = []
    dates: list[Segment] = []
    for place, (stop, word, width) in enumerate(zip(_STOPS, words, cells, strict=True)):
        reached = stop.rank <= audition.stage.rank and stop not in skipped
        is_here = stop is _here(audition)
        line.append(_sign(writer, hue, reached=reached, is_here=is_here))
        if place < len(_STOPS) - 1:
            goes_on = _STOPS[place + 1].rank <= audition.stage.rank
            joint = writer.glyphs.track if goes_on else writer.glyphs.gap
            line.append(Segment(joint * (width - 1), hue if goes_on else writer.styles.line))
        style = writer.styles.strong if is_here else writer.styles.muted
        below.append(Segment(word.ljust(width), style))
        dates.append(Segment(_date(days.get(stop), now, width), writer.styles.muted))
    if spare < 0:
        here = _here(audition)
        name = audition.stage_word if here is Stage.AUDITIONED else here.word
        word = cut_text(name, writer.width, writer.glyphs)
        if Segment.get_line_length(line) + 1 + len(word) <= writer.width:
            word = f" {word}"
        else:
            line = []
        writer.add(*line, Segment(word, hue))
        return
    writer.add(*line)
    writer.add(*below)
    if days:
        writer.add(*dates)


def _name(stop: Stage, audition: Audition) -> str:
    first = next((read for read in audition.rounds if read.kind.is_first), None)
    if stop is Stage.AUDITIONED and first and first.format is Format.SELF_TAPE:
        return "taped"
    return _SHORT.get(stop, stop.word)


def _here(audition: Audition) -> Stage:
    return Stage.BOOKED if audition.stage is Stage.WRAPPED else audition.stage


def _sign(writer: LineWriter, hue: Style, *, reached: bool, is_here: bool) -> Segment:
    if not reached:
        return Segment(writer.glyphs.ahead, writer.styles.line)
    return Segment(writer.glyphs.here if is_here else writer.glyphs.reached, hue)


def _date(day: dt.date | None, now: DateTime, width: int) -> str:
    if day is None:
        return " " * width
    word = format_date(day)
    if day.year != now.year and len(word) + 4 < width:
        word += f" \u2019{day:%y}"
    return word.ljust(width)


def _days(audition: Audition) -> dict[Stage, dt.date]:
    """Return the day of each stage that is known: the act itself, else when it was entered."""
    days = dict(_entered(audition))
    if audition.submitted_on:
        days[Stage.SUBMITTED] = audition.submitted_on
    for read in audition.rounds:
        stop = _stop_of(read.kind)
        when = read.done_at or (read.at if stop is not Stage.AUDITIONED else None)
        if when:
            days.setdefault(stop, when.day)
            if read.done_at and stop is Stage.AUDITIONED:
                days[stop] = read.done_at.day
    if audition.rounds and (asked := audition.rounds[0].received_at):
        days[Stage.REQUESTED] = asked.day
    if audition.holds and (told := audition.holds[0].told_on):
        days[Stage.HOLD] = told
    reached = audition.stage.rank
    return {stop: day for stop, day in days.items() if stop in _STOPS and stop.rank <= reached}


def _stop_of(kind: RoundKind) -> Stage:
    if kind.is_first:
        return Stage.AUDITIONED
    return Stage.TEST if kind.is_test else Stage.CALLBACK


def _skipped(audition: Audition) -> set[Stage]:
    """Return the stages before the last one of which nothing is known: it went past them."""
    known = {_stop_of(read.kind) for read in audition.rounds}
    known |= {stage for stage, _ in _entered(audition)} | {_here(audition)}
    known |= {Stage.HOLD} if audition.holds else set()
    known |= {Stage.SUBMITTED} if audition.submitted_on else set()
    known |= {Stage.REQUESTED} if audition.rounds else set()
    passed: set[Stage] = {stop for stop in _STOPS if stop.rank < audition.stage.rank}
    return passed - known


def _entered(audition: Audition) -> Iterator[tuple[Stage, dt.date]]:
    """Yield the stages in the history and their days; a later version may know others."""
    for event in audition.events:
        if event.what == "stage" and event.after in _BY_VALUE:
            yield _BY_VALUE[event.after], event.at.day

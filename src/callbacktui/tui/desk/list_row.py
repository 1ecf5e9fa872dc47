"""One audition as a list row of a given width: the name may be shortened, the date never."""

from typing import NamedTuple

from pendulum import DateTime
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from callbacktui.domain.board import Row
from callbacktui.domain.silence import Phase, Silence
from callbacktui.domain.status import Group, headline_within
from callbacktui.tui.components.fit_text import cut_text, fit_text
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.status_kind import status_kind
from callbacktui.tui.theme.styles import Styles

_BAR_CELLS = 8
_OFFICE_FROM = 72
_OFFICE_CELLS = 20
_DATE_CELLS = 24
_NAME_CELLS = 16


class RowContext(NamedTuple):
    """What all rows are drawn with."""

    inks: Styles
    glyphs: Glyphs
    now: DateTime
    width: int


class RowStyle(NamedTuple):
    """The state of one row."""

    is_cursor: bool = False
    is_marked: bool = False


def one_line(row: Row, pen: RowContext, look: RowStyle) -> list[Segment]:
    """Draw a row on one line: sign, name, office if there is room, date."""
    audition, stands = row
    ink = pen.inks.of_kind(status_kind(stands.group, audition))
    office = _OFFICE_CELLS if pen.width >= _OFFICE_FROM else 0
    words = headline_within(pen.width - 5 - _NAME_CELLS - office, audition, stands, pen.now)
    date = cut_text(words, max(0, pen.width - 5), pen.glyphs)
    dated = max(cell_len(date), _DATE_CELLS if office else 0)
    room = max(0, pen.width - 5 - dated - office)
    return [
        *_sign(row, pen, look, ink),
        Segment(fit_text(audition.name, room, pen.glyphs), _name_style(row, pen, look)),
        Segment(fit_text(f" {audition.office}", office, pen.glyphs), pen.inks.muted),
        Segment(" " * (dated - cell_len(date) + 2)),
        Segment(date, ink),
    ]


def two_lines(row: Row, pen: RowContext, look: RowStyle) -> tuple[list[Segment], list[Segment]]:
    """Draw a row on two lines: sign and name; office, date and the silence so far."""
    audition, stands = row
    ink = pen.inks.of_kind(status_kind(stands.group, audition))
    name = cut_text(audition.name, pen.width - 4, pen.glyphs)
    date = headline_within(pen.width - 5, audition, stands, pen.now)
    room = max(0, pen.width - 5 - cell_len(date))
    bar = _silence_bar(stands.silence, pen, ink)
    if bar and cell_len(audition.office) + _BAR_CELLS < room:
        room -= _BAR_CELLS + 1
    else:
        bar = []
    below = [
        Segment("   "),
        Segment(fit_text(audition.office, room, pen.glyphs), pen.inks.muted),
        Segment(" "),
        Segment(cut_text(date, max(0, pen.width - 5), pen.glyphs), ink),
        *bar,
    ]
    return [*_sign(row, pen, look, ink), Segment(name, _name_style(row, pen, look))], below


def _sign(row: Row, pen: RowContext, look: RowStyle, ink: Style) -> list[Segment]:
    sign = pen.glyphs.of_kind(status_kind(row.standing.group, row.audition))
    if look.is_marked:
        return [Segment(pen.glyphs.marked, pen.inks.accent), Segment(f"{sign} ", ink)]
    return [Segment(f" {sign} ", ink)]


def _name_style(row: Row, pen: RowContext, look: RowStyle) -> Style:
    if look.is_cursor:
        return pen.inks.strong
    return pen.inks.muted if row.standing.group is Group.CLOSED else pen.inks.text


def _silence_bar(reading: Silence | None, pen: RowContext, ink: Style) -> list[Segment]:
    if reading is None or reading.phase in {Phase.SAFE, Phase.PAUSED}:
        return []
    full = min(_BAR_CELLS, round(reading.day / reading.window.limit * _BAR_CELLS))
    return [
        Segment(" "),
        Segment(pen.glyphs.track * full, ink),
        Segment(pen.glyphs.gap * (_BAR_CELLS - full), pen.inks.line),
    ]

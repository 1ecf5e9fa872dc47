"""One audition as a list row: its time leads and is never cut; only names are, at the right."""

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from pendulum import DateTime
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Order, Row
from callbacktui.domain.dates.spans import format_range
from callbacktui.domain.dates.style import time_cells
from callbacktui.domain.row_time_words import RowWords, row_words
from callbacktui.domain.silence import Phase, Silence
from callbacktui.domain.status import Group
from callbacktui.domain.text import clean_line
from callbacktui.tui.components.fit_text import cut_text, fit_text
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.status_kind import status_kind
from callbacktui.tui.theme.styles import Styles

_LEAD: Final = 11
_LONG_DAY: Final = 9
_BAR: Final = 10
_SHORT_BAR: Final = 8
_NAMES: Final = 52
_TAIL: Final = range(20, 47)
"""How many cells the office and what a row is have at the end of a line: what names leave."""

_LEAST_OFFICE: Final = 12
_LEAST_NAME: Final = 24
_ONE_LINE_FROM: Final = 70
"""From this many cells on a row needs only one line."""


class RowContext(NamedTuple):
    """What all rows are drawn with.

    `clashing` are the ids of those that meet something; `counts` is whether headings say how many
    there are.
    """

    styles: Styles
    glyphs: Glyphs
    now: DateTime
    width: int
    order: Order = Order.WHEN
    clashing: Collection[str] = ()
    counts: bool = True


class RowStyle(NamedTuple):
    """The state of one row."""

    is_cursor: bool = False
    is_marked: bool = False


def fits_one_line(width: int) -> bool:
    """True if a list of this width shows a row on one line."""
    return width >= _ONE_LINE_FROM


def one_line(row: Row, context: RowContext, state: RowStyle) -> list[Segment]:
    """Draw a row on one line: lead, sign, names, office if there is room, what it is.

    Offices begin in one column, or before it if that is how they are whole.
    """
    words, hue = row_words(row, context.now), _hue(row, context)
    first, rest = _names(row.audition, context, with_office=False)
    lead = " ".join(filter(None, (words.day, words.time)))
    end = " ".join(filter(None, (words.what, words.note)))
    lead_cells = _LONG_DAY + 1 + time_cells()
    begun = [Segment(f" {_right(lead, lead_cells)}", _lead_style(words, hue))]
    silence = row.status.silence
    if _has_bar(silence) and silence:
        count = f"{silence.day}/{silence.window.limit}".rjust(lead_cells - 1 - _SHORT_BAR)
        begun = [Segment(f" {count} ", hue), *wait_bar(silence, _SHORT_BAR, hue, context)]
        end = ""
    begun += _sign(row, context, state, hue)
    names = ", ".join(filter(None, (first, rest)))
    clash = _clash(row, context)
    room = max(0, context.width - Segment.get_line_length(begun) - 1)
    tail = min(max(room - _NAMES, _TAIL[0]), _TAIL[-1])
    end = cut_text(end, room - Segment.get_line_length(clash), context.glyphs)  # long dates
    ended = [*([Segment(f" {end}", _lead_style(words, hue))] if end else []), *clash]
    last = "" if context.order is Order.OFFICE else _last(row.audition, context)
    after = Segment.get_line_length(ended)
    left, whole = tail - after, cell_len(clean_line(last))
    if left < whole <= room - after - cell_len(names) - 1:
        left, tail = whole, whole + after
    if not last or left < min(whole, _LEAST_OFFICE) or room - tail <= _LEAST_NAME:
        left, tail = -1, after - 1
    return [
        *begun,
        Segment(
            fit_text(names, max(0, room - tail - 1), context.glyphs), _name(row, state, context)
        ),
        Segment(
            f" {fit_text(last, left, context.glyphs)}" if left > 0 else "", context.styles.muted
        ),
        *ended,
    ]


def two_lines(
    row: Row, context: RowContext, state: RowStyle
) -> tuple[list[Segment], list[Segment]]:
    """Draw a row on two lines: the day, the part and what it is; the time or the wait, the rest."""
    words, hue = row_words(row, context.now), _hue(row, context)
    muted = context.styles.muted
    first, rest = _names(row.audition, context, with_office=True)
    above = words.what or words.note
    below, clash = words.note if words.what else "", _clash(row, context)
    silence = row.status.silence
    if _has_bar(silence) and silence:
        lead = [Segment(" " * (_LEAD + 1 - _BAR)), *wait_bar(silence, _BAR, hue, context)]
    else:
        lead = [Segment(f" {words.time.rjust(_LEAD)}", _lead_style(words, hue))]
    return (
        [
            Segment(f" {_right(words.day, _LEAD)}", _lead_style(words, hue)),
            *_sign(row, context, state, hue),
            *_ended(first, above, context, _name(row, state, context), _lead_style(words, hue)),
        ],
        [
            *lead,
            Segment("   "),
            *_ended(rest, below, context, muted, _lead_style(words, hue), clash),
        ],
    )


def wait_bar(silence: Silence, cells: int, hue: Style, context: RowContext) -> list[Segment]:
    """Draw how much of the wait is over."""
    full = min(cells, round(silence.day / silence.window.limit * cells))
    return [
        Segment(context.glyphs.bar * full, hue),
        Segment(context.glyphs.gap * (cells - full), context.styles.line),
    ]


def _ended(
    text: str,
    end: str,
    context: RowContext,
    style: Style,
    end_style: Style,
    last: Sequence[Segment] = (),
) -> list[Segment]:
    """Fill the line after lead and sign with a text, cut if need be, and an end that never is."""
    room = context.width - _LEAD - 5 - Segment.get_line_length([*last])
    if end and cell_len(end) > room:  # dates written at such length
        return [Segment(cut_text(end, room, context.glyphs), end_style), *last]
    room -= cell_len(end) + bool(end)
    filled = Segment(fit_text(text, max(0, room), context.glyphs), style)
    return [filled, *([Segment(f" {end}", end_style)] if end else []), *last]


def _clash(row: Row, context: RowContext) -> list[Segment]:
    """Return the sign and the word of a row that meets something on the same days."""
    if row.audition.id not in context.clashing:
        return []
    return [Segment(f" {context.glyphs.clash} clash", context.styles.error)]


def _last(audition: Audition, context: RowContext) -> str:
    """Return the words of the last column: the office, or what the list is sorted by."""
    if context.order is Order.WORK and (days := audition.work_days):
        return f"from {format_range(days[0])}" if len(days) > 1 else format_range(days[0])
    if context.order is Order.PAY and audition.pay:
        return clean_line(audition.pay.said)
    return audition.office


def _names(audition: Audition, context: RowContext, *, with_office: bool) -> tuple[str, str]:
    """Return the name that the list is sorted by, and the others."""
    office = _last(audition, context)
    match context.order:
        case Order.OFFICE if office:
            return office, audition.name
        case Order.PROJECT:
            names = [audition.project, audition.role, office]
        case _:
            names = [audition.short_name, audition.rest_of_name, office]
    rest = names[1:] if with_office else names[1:2]
    return names[0], f" {context.glyphs.separator} ".join(filter(None, rest))


def _sign(row: Row, context: RowContext, state: RowStyle, hue: Style) -> list[Segment]:
    sign = context.glyphs.of_kind(status_kind(row.status.group, row.audition))
    mark = context.glyphs.marked if state.is_marked else " "
    return [Segment(mark, context.styles.accent), Segment(f"{sign} ", hue)]


def _hue(row: Row, context: RowContext) -> Style:
    return context.styles.of_kind(status_kind(row.status.group, row.audition))


def _right(text: str, cells: int) -> str:
    return " " * (cells - cell_len(text)) + text


def _lead_style(words: RowWords, hue: Style) -> Style:
    return hue + Style(bold=True) if words.is_past else hue


def _name(row: Row, state: RowStyle, context: RowContext) -> Style:
    if state.is_cursor:
        return context.styles.strong
    is_closed = row.status.group is Group.CLOSED
    return context.styles.muted if is_closed else context.styles.text


def _has_bar(silence: Silence | None) -> bool:
    return silence is not None and silence.phase is not Phase.PAUSED

"""One audition in full as text: every field that is filled in, in words."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.cli.text import terminal_width, wrap
from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import AuditionContext
from callbacktui.domain.change_description import format_value
from callbacktui.domain.dates.formatting import format_both_clocks, format_day, format_moment
from callbacktui.domain.event_words import before_and_after
from callbacktui.domain.fields_in_words import spell_out
from callbacktui.domain.holds_and_bookings import Event
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money_entry_words import payment_words
from callbacktui.domain.status import headline

_LABEL_WIDTH: Final = 18
_LINE_WIDTH: Final = 96
_LEAST_WIDTH: Final = 20
"""The least width of a value next to its label; with less room it goes below the label."""

_ARROW: Final = " → "
_BELOW: Final = 6
_SAID_ABOVE: Final = {"id", "role", "project", "stage", "disposition", "came_from", "events"}


class _Labelled(NamedTuple):
    """A label and its value; a heading if the label is empty."""

    label: str
    words: str


def format_audition(whole: AuditionContext, room: int | None = None) -> list[str]:
    """Format the audition: its status, its history with the office, and then field by field.

    Lines have at most `room` cells, by default the terminal's width.
    """
    room = min(_LINE_WIDTH, terminal_width() if room is None else room)
    return [row for line in _lines(whole) for row in _wrap_line(line, room)]


def plain_audition(whole: AuditionContext) -> list[str]:
    """Format the audition for a screen reader: each line, never wrapped, makes sense by itself."""
    audition, now = whole.audition, whole.now
    lines = [audition.name, *(f"{label}: {words}" for label, words in _above(whole))]
    within: list[str] = []
    for label, words, level in spell_out(audition, partial(_format_value, now=now), _SAID_ABOVE):
        within = within[:level]
        if label:
            lines.append(f"{', '.join((*within, label))}: {words}")
        else:
            within.append(words)
    lines += [f"payment: {payment_words(one, today(now))}" for one in whole.payments]
    for event in audition.events:
        day, words = _format_event(event, audition, now)
        lines.append(f"history, {day.strip()}: {words.replace(_ARROW, ' to ')}")
    return [row for line in (*lines, f"id: {audition.id}") for row in line.split("\n")]


def _above(whole: AuditionContext) -> Iterator[tuple[str, str]]:
    """Yield what is said before the fields: how far it is, and what the office said so far."""
    audition = whole.audition
    state = audition.stage_word
    if not audition.is_open:
        state = f"{state}; {audition.disposition.sentence}"
    yield "stage", state
    words = headline(audition, whole.status, whole.now)
    yield "stands", f"{whole.status.group.word}: {words}"
    if whole.office_line:
        yield "office so far", whole.office_line
    if whole.came_from:
        yield "led here by", whole.came_from.name


def _lines(whole: AuditionContext) -> list[_Labelled]:
    audition, now = whole.audition, whole.now
    lines = [_Labelled("", audition.name)]
    for label, words in _above(whole):
        lines += _field(label, words)
    for label, words, level in spell_out(audition, partial(_format_value, now=now), _SAID_ABOVE):
        margin = "  " * level
        lines += _field(label, words, margin) if label else [_Labelled("", f"{margin}{words}")]
    for payment in whole.payments:
        lines += _field("payment", payment_words(payment, today(now)))
    if audition.events:
        lines.append(_Labelled("", "history"))
        lines += [_format_event(event, audition, now) for event in audition.events]
    return [*lines, *_field("id", audition.id)]


def _field(label: str, said: str, margin: str = "") -> list[_Labelled]:
    """Return a label and its value in a list, which is empty if the value is."""
    return [_Labelled(f"{margin}  {label}", said)] if said else []


def _wrap_line(line: _Labelled, room: int) -> Iterator[str]:
    """Wrap the value next to its label, or below it if there is too little room."""
    head = f"{line.label:<{_LABEL_WIDTH}} " if line.label else ""
    if head and room - len(head) < _LEAST_WIDTH:
        yield from wrap(line.label, room, margin="  ")
        head = " " * _BELOW
    for paragraph in line.words.split("\n"):
        for row in wrap(_break_long_words(paragraph, room - len(head)), room - len(head)) or [""]:
            yield f"{head}{row}".rstrip()
            head = " " * len(head)


def _break_long_words(paragraph: str, width: int) -> str:
    """Break words longer than a line first: `wrap` copies the rest of a long word per line."""
    return re.sub(rf"(\S{{{width}}})(?=\S)", r"\1 ", paragraph)


def _format_event(event: Event, audition: Audition, now: DateTime) -> _Labelled:
    """Format one event of the history: the day, and what changed to what."""
    day = format_day(event.at.day, today(now))
    steps = _ARROW.join(filter(None, before_and_after(event, audition)))
    what = "" if event.what == "stage" else f"{event.what} "
    return _Labelled(f"  {day}", f"{what}{steps}")


def _format_value(value: object, now: DateTime) -> str:
    """Format a value; a moment in full, since it has its own line and may be pasted back."""
    if not isinstance(value, Moment):
        return format_value(value, now)
    here = format_both_clocks(value, now)
    return f"{format_moment(value, now)}{f' ({here})' if here else ''}"

"""A day of the month: what is on it, what claims it, and what comes after it."""

import datetime as dt
from typing import Final, NamedTuple

from pendulum import DateTime
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from callbacktui.domain.calendar_days import Calendar
from callbacktui.domain.clash_words import whole_clash_words
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.row_time_words import moment_words
from callbacktui.tui.components.fit_text import cut_text, fit_text
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.today.month_view import item_hue

_LEAST_NAME: Final = 6
"""Cells of a name that give way last; the word of a hold is not cut before."""

_LEAST: Final = 3
"""Of what comes next, so many lines stand below a full day; the pane scrolls."""


class Coming(NamedTuple):
    """Something on a later day, as one line tells it."""

    day: dt.date
    sign: str
    name: str
    end: str
    hue: Style


def write_day(writer: LineWriter, calendar: Calendar, day: dt.date, now: DateTime) -> None:
    """Write what is on one day, what claims it, and what comes next."""
    styles, glyphs = writer.styles, writer.glyphs
    items, claims = calendar.on(day), calendar.claims_on(day)
    if clashes := calendar.clashes_on(day):
        for clash in clashes:
            writer.text(f"{glyphs.clash} {whole_clash_words(clash, now)}", styles.error)
    elif calendar.is_claimed_twice(day):
        writer.text("Asked for more than once.", styles.error)
    for item in items:
        audition = item.row.audition
        hue = item_hue(writer, item)
        sign = glyphs.tape if item.is_tape else glyphs.next
        writer.gap()
        writer.text(f"{sign} {audition.name}", hue)
        _, time, there = moment_words(item.at, now)
        what = f"{item.what} due" if item.is_tape else item.what
        said = "done" if item.is_given else ""
        writer.text(", ".join(filter(None, (time, there, what, said))), styles.muted)
    for claim in claims:
        writer.gap()
        hue = styles.booked if claim.word == "booked" else styles.hold
        writer.text(f"{glyphs.hold} {claim.row.audition.name}", hue)
        told = f"said by {claim.told_by}" if claim.told_by else ""
        writer.text(", ".join(filter(None, (claim.word, told))), styles.muted)
    for out in (bookouts := calendar.bookouts_on(day)):
        writer.gap()
        writer.text(f"{glyphs.bar} Out {out.time_out.words(now)}", styles.text)
        writer.text(", ".join(filter(None, (out.why, out.firmness.word))), styles.muted)
    coming = _coming(writer, calendar, day, now)
    if not items and not claims and not bookouts:
        words = "Nothing on this day." if coming else "Nothing on this day, and nothing after it."
        writer.text(words, styles.muted)
    if coming:
        _write_coming(writer, coming)


def _coming(writer: LineWriter, calendar: Calendar, day: dt.date, now: DateTime) -> list[Coming]:
    """Return what begins after a day, the soonest first."""
    styles, glyphs = writer.styles, writer.glyphs
    found = [
        Coming(
            later,
            glyphs.tape if item.is_tape else glyphs.next,
            item.row.audition.short_name,
            moment_words(item.at, now)[1] or item.what,
            item_hue(writer, item),
        )
        for later, items in calendar.items.items()
        if later > day
        for item in items
    ]
    for claim in calendar.claims:
        if (first := claim.span.first) > day:
            is_booked = claim.word == "booked"
            sign, hue = (glyphs.booked, styles.booked) if is_booked else (glyphs.hold, styles.hold)
            name = claim.row.audition.short_name
            found.append(Coming(first, sign, name, claim.word, hue))
    found += [
        Coming(out.days.first, glyphs.bar, "Out", out.why, styles.muted)
        for out in calendar.bookouts
        if out.days and out.days.first > day
    ]
    return sorted(found, key=lambda one: one.day)


def _write_coming(writer: LineWriter, coming: list[Coming]) -> None:
    """Write as many as there is room for, a line each, and how many more there are."""
    styles, glyphs = writer.styles, writer.glyphs
    writer.heading("Next")
    room = max(_LEAST, writer.height - len(writer.lines))
    shown = coming if len(coming) <= room else coming[: room - 1]
    days = [format_date(one.day, weekday=True) for one in shown]
    lead = max(map(cell_len, days))
    before = None
    for one, words in zip(shown, days, strict=True):
        room = max(0, writer.width - lead - 4)
        end = cut_text(one.end, max(0, room - min(cell_len(one.name), _LEAST_NAME)), glyphs)
        space = max(0, room - cell_len(end))
        writer.add(
            Segment(("" if one.day == before else words).rjust(lead), styles.muted),
            Segment(f" {one.sign} ", one.hue),
            Segment(fit_text(one.name, space, glyphs), styles.text),
            Segment(f" {end}", styles.muted),
        )
        before = one.day
    if left := len(coming) - len(shown):
        writer.text(f"{left} more", styles.muted)

"""Makes a table of the events of a calendar, one row each, if they have to do with auditions."""

import datetime as dt
import re
from typing import Any, Final

from callbacktui.domain.text import clean, clean_line, fold
from callbacktui.exchange.ics.parsing import CalendarDamaged, parse_calendar
from callbacktui.exchange.ics.repeats import other_times, repeats_too_often
from callbacktui.exchange.ics.writer import KIND
from callbacktui.exchange.spreadsheet.csv_parsing import MOST_ROWS
from callbacktui.exchange.spreadsheet.types import CALENDAR, SheetError, SkippedRow, Table, TableRow

_MOST_BYTES: Final = 5_000_000
_HEADER: Final = ("Date", "Due", "Project", "Round", "How", "Place", "Result", "Notes")
_OURS: Final = (*_HEADER, "Role", "Casting office")
"""The columns of a calendar that this program wrote: its descriptions have a line for each."""

_READS: Final = frozenset({"appointment", "tape_due"})
_FACT: Final = re.compile(r"^(Role|Project|Casting office|Round|How): (.+)$", re.MULTILINE)
_OF_AUDITIONS: Final = re.compile(
    r"\b(audition|callback|call back|recall|self[- ]?tape|tape due|casting|screen test|chem(istry)? "
    r"read|vorsprechen|audicion|provino|open call|epa|ecc|pre-?read)\b"
)
_KIND: Final = re.compile(
    r"^(?P<kind>(?:\w+ )?(?:audition|callback|call back|recall|self[- ]?tape(?: due)?|tape due|open call|"
    r"epa|ecc|chemistry read|screen test|pre-?read))\s*[:\u2013\u2014-]\s*(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_CLASS: Final = re.compile(
    r"\b(class(es)?|rehearsals?|workshops?|lessons?|coaching|training|course|practice|meetup|"
    r"unterricht|proben?|clase|ensayos?|cours)\b"
)


def open_calendar(data: bytes) -> Table:
    """Make a table of a calendar's events; those that say nothing of auditions are left out.

    Of an event that repeats, the first time is taken, and the others are in the notes; a class or
    a rehearsal that repeats is left out. Both are said.

    Raises:
        SheetError: if it is damaged, too large, or holds no event.
    """
    if len(data) > _MOST_BYTES:
        raise SheetError(f"The calendar has {len(data):,} bytes", f"The most is {_MOST_BYTES:,}")
    try:
        calendar, events = parse_calendar(data)
    except CalendarDamaged as error:
        raise SheetError("The calendar is cut off or damaged", "Export it again") from error
    if not events:
        raise SheetError("The calendar holds no event", "Export the one with your auditions")
    if len(events) > MOST_ROWS:
        raise SheetError(f"The calendar has more than {MOST_ROWS:,} events", "Import it in parts")
    takes_all = bool(_OF_AUDITIONS.search(fold(str(calendar.get("X-WR-CALNAME", "")))))
    is_ours = any(event.get(KIND) for event in events)
    rows = [TableRow(0, _OURS if is_ours else _HEADER)]
    skipped = []
    for number, event in enumerate(events, 1):
        if kind := str(event.get(KIND, "")):
            if kind in _READS:
                rows.append(_own_row(number, event, is_tape=kind == "tape_due"))
            else:
                words = _text(event, "SUMMARY")[:200]
                skipped.append(
                    SkippedRow(row=number, why="days or a reminder, not an audition", text=words)
                )
            continue
        said = " ".join(_text(event, name) for name in ("SUMMARY", "DESCRIPTION", "CATEGORIES"))
        again = other_times(event)
        if again.sentence and _CLASS.search(fold(said)):
            why = "a class or a rehearsal that repeats"
            skipped.append(SkippedRow(row=number, why=why, text=_text(event, "SUMMARY")[:200]))
        elif takes_all or _OF_AUDITIONS.search(fold(said)):
            rows.append(_row(number, event, again.sentence))
            if again.sentence:
                why = f"imported once, and {again.note}"
                skipped.append(SkippedRow(row=number, why=why, text=again.sentence))
        else:
            why = "an event that doesn't mention an audition"
            skipped.append(SkippedRow(row=number, why=why, text=_text(event, "SUMMARY")[:200]))
    return Table(rows, encoding=CALENDAR, skipped=tuple(skipped))


def _own_row(number: int, event: Any, *, is_tape: bool) -> TableRow:  # noqa: ANN401
    """Return the row of a read or a tape that was written by `exchange.ics`."""
    said = dict(_FACT.findall(clean(str(event.get("DESCRIPTION", "")))))
    day, link = _day(event), _text(event, "URL")
    name = _text(event, "SUMMARY").partition(": ")[2]
    return TableRow(
        number,
        (
            "" if is_tape else day,
            day if is_tape else "",
            said.get("Project", name),
            said.get("Round", ""),
            said.get("How", ""),
            _text(event, "LOCATION"),
            "cancelled" if _text(event, "STATUS").upper() == "CANCELLED" else "",
            f"Link: {link}" if link else "",
            said.get("Role", ""),
            said.get("Casting office", ""),
        ),
    )


def _row(number: int, event: Any, again: str) -> TableRow:  # noqa: ANN401
    if repeats_too_often(event):
        wrong, mend = "It repeats without end", "Add it by hand, on its own day"
        return TableRow(number, (_text(event, "SUMMARY"),), wrong, mend)
    notes = [clean(str(event.get("DESCRIPTION", ""))).strip()]
    if again:
        notes.append(again)
    found = _KIND.match(_text(event, "SUMMARY"))
    kind = fold(found["kind"]) if found else ""
    is_tape = "tape" in kind
    day = _day(event)
    is_due = is_tape or kind.endswith("due")
    return TableRow(
        number,
        (
            "" if is_due else day,
            day if is_due else "",
            clean_line(found["rest"]) if found else _text(event, "SUMMARY"),
            "" if is_tape else kind,
            "self-tape" if is_tape else "",
            _text(event, "LOCATION"),
            "cancelled" if _text(event, "STATUS").upper() == "CANCELLED" else "",
            "\n".join(filter(None, notes)),
        ),
    )


def _day(event: Any) -> str:  # noqa: ANN401
    try:
        start = event.decoded("DTSTART")
    except (KeyError, ValueError, TypeError, AttributeError):
        return ""
    if isinstance(start, dt.datetime):
        zone = str(getattr(event.get("DTSTART"), "params", {}).get("TZID", ""))
        if start.tzinfo is not None and (start.utcoffset() is not None):
            return start.isoformat(timespec="minutes")
        return f"{start:%Y-%m-%d %H:%M} {zone}".strip()
    return start.isoformat() if isinstance(start, dt.date) else ""


def _text(event: Any, name: str) -> str:  # noqa: ANN401
    found = event.get(name, "")
    if isinstance(found, list):
        found = " ".join(map(str, found))
    return clean_line(found.to_ical().decode() if name == "CATEGORIES" and found else str(found))

"""The history of one audition as text and as JSON: what changed when, latest first."""

from collections.abc import Iterable, Iterator

from pendulum import DateTime

from callbacktui.domain.change_description import FieldChange, field_changes, format_stamp, label_of
from callbacktui.domain.text import clean_line
from callbacktui.store.journal.step_log import HistoryEntry


def history_lines(entries: Iterable[HistoryEntry], now: DateTime) -> Iterator[str]:
    """Yield a line for each change, with a line below it for each field that changed."""
    for entry in reversed(list(entries)):
        way = "" if entry.way == "done" else f" ({entry.way})"
        yield f"{format_stamp(entry.at, now)}  {clean_line(entry.summary)}{way}"
        yield from (f"  {change_line(shift)}" for shift in field_changes(entry.change, now))


def history_document(entries: Iterable[HistoryEntry], now: DateTime) -> list[object]:
    """Return the history as a JSON document, with times as stored."""
    return [
        {
            "at": entry.at,
            "summary": entry.summary,
            "way": entry.way,
            "changed": [shift._asdict() for shift in field_changes(entry.change, now)],
        }
        for entry in reversed(list(entries))
    ]


def change_line(shift: FieldChange) -> str:
    """Return what changed in one line: "round 1 when: Thu 3 Dec → Fri 4 Dec"."""
    label = " ".join(filter(None, (shift.within, label_of(shift.field))))
    before = f"{shift.before} → " if shift.before else ""
    return clean_line(f"{label}: {before}{shift.after or 'nothing'}")

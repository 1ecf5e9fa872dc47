"""The history of one audition on the command line: what changed when, the latest first."""

from collections.abc import Iterable, Iterator

from pendulum import DateTime

from callbacktui.domain.change_description import Shift, say_stamp, shifts
from callbacktui.domain.text import clean_line
from callbacktui.store.journal.step_log import Told


def history_lines(told: Iterable[Told], now: DateTime) -> Iterator[str]:
    """Each change in a line, the fields that it touched below it."""
    for one in reversed(list(told)):
        way = "" if one.way == "done" else f" ({one.way})"
        yield f"{say_stamp(one.at, now)}  {clean_line(one.summary)}{way}"
        yield from (f"  {_line(shift)}" for shift in shifts(one.change, now))


def history_document(told: Iterable[Told], now: DateTime) -> list[object]:
    """The same for other programs, with times as they were kept."""
    return [
        {
            "at": one.at,
            "summary": one.summary,
            "way": one.way,
            "changed": [shift._asdict() for shift in shifts(one.change, now)],
        }
        for one in reversed(list(told))
    ]


def _line(shift: Shift) -> str:
    field = shift.field.replace(".", " ").replace("_", " ")
    label = " ".join(filter(None, (shift.within, field)))
    before = f"{shift.before} → " if shift.before else ""
    return clean_line(f"{label}: {before}{shift.after or 'nothing'}")

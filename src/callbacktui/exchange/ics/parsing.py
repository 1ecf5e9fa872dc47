"""Parses what a calendar program wrote: a file of events, or one event."""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_REFUSED: Final = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    RecursionError,
)
"""What the parser raises for bytes that are no calendar."""


class CalendarDamaged(ValueError):
    """Bytes that are no calendar, or one that is cut off."""


def parse_calendar(data: bytes) -> tuple["Calendar", list[Any]]:
    """Return a calendar and its events, in the order of the file.

    Raises:
        CalendarDamaged: if it is none, or is cut off.
    """
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(data)
        return calendar, list(calendar.walk("VEVENT"))
    except _REFUSED as error:
        raise CalendarDamaged from error


def parse_event(data: bytes) -> "Event | None":
    """Return an event, `None` if the bytes are none."""
    from icalendar import Event

    try:
        found = Event.from_ical(data) if data else None
    except _REFUSED:
        return None
    return found if isinstance(found, Event) else None

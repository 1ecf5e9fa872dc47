"""Writes calendar entries as iCalendar (RFC 5545): each event by itself, or a whole calendar.

An event that did not change keeps every byte: only a change raises its SEQUENCE
and sets its LAST-MODIFIED.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple
from zoneinfo import ZoneInfo

from pendulum import UTC, DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import computable
from callbacktui.domain.moment import Moment
from callbacktui.exchange.ics.entries import CalendarEntry, all_entries
from callbacktui.exchange.ics.vtimezone import has_rules, zone_rules

if TYPE_CHECKING:
    from icalendar import Alarm, Component, Event

PRODUCT: Final = b"-//callbacktui//auditions//EN"
"""The PRODID of every calendar written here."""

KIND: Final = "X-CALLBACKTUI-KIND"
"""The property that says what an event is: appointment, tape_due, hold …"""

_DAY: Final = dt.timedelta(days=1)
_STAMPS: Final = ("SEQUENCE", "LAST-MODIFIED", "DTSTAMP")
_EVENT: Final = re.compile(rb"BEGIN:VEVENT\r?\n.*?^END:VEVENT\r?\n", re.DOTALL | re.MULTILINE)
_ZONE: Final = re.compile(rb"TZID=\"?([^:;\"]+)\"?(?:;[^:]*)?:(\d{4})")
_UID: Final = re.compile(rb"^UID:([\w-]+)\r?$", re.MULTILINE)
_CANCELLED: Final = re.compile(rb"^STATUS:CANCELLED\r?$", re.MULTILINE)

Alarms = Mapping[str, int]
"""Minutes before an event of each kind at which the phone rings; a kind without one is silent."""


class Stamp(NamedTuple):
    """How often an event has changed, and when it did so last."""

    sequence: int
    changed: dt.datetime


def write_event(
    entry: CalendarEntry, now: DateTime, alarms: Alarms | None = None, before: bytes = b""
) -> bytes:
    """Return an entry as a VEVENT; the bytes of `before`, as it was written, if nothing changed."""
    old = _event_of(before)
    stamp = _next_stamp(old, now)
    new = _event(entry, stamp, alarms or {})
    if old is not None and _says_the_same(old, new):
        return before
    return bytes(new.to_ical())


def cancel_event(before: bytes, now: DateTime) -> bytes:
    """Return an event, as it was written, as cancelled; unchanged if it is so already."""
    old = _event_of(before)
    if old is None or _CANCELLED.search(before):
        return before
    for name in (*_STAMPS, "STATUS"):
        old.pop(name, None)
    old.subcomponents = []
    _stamp(old, _next_stamp(_event_of(before), now))
    old.add("status", "CANCELLED")
    return bytes(old.to_ical())


def write_calendar(events: Iterable[bytes]) -> bytes:
    """Return a whole calendar of events, with the rules of the time zones that they are in."""
    body = b"".join(events)
    years: dict[str, set[int]] = {}
    for zone, year in _ZONE.findall(body):
        years.setdefault(zone.decode(), set()).add(int(year))
    zones = b"".join(zone_rules(zone, min(of), max(of)) for zone, of in sorted(years.items()))
    head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:" + PRODUCT
    return head + b"\r\nX-WR-CALNAME:Auditions\r\n" + zones + body + b"END:VCALENDAR\r\n"


def export_calendar(auditions: Iterable[Audition], now: DateTime) -> bytes:
    """Return every read, tape, fitting, hold and job of these auditions as one calendar."""
    return write_calendar(write_event(entry, now) for entry in all_entries(auditions))


def event_in(file: bytes) -> bytes:
    """Return the VEVENT in the bytes of a calendar with one event; empty if there is none."""
    found = _EVENT.search(file)
    return found[0] if found else b""


def uid_of(event: bytes) -> str:
    """Return the UID of an event; empty if it has none that we would write."""
    found = _UID.search(event)
    return found[1].decode() if found else ""


def is_cancelled(event: bytes) -> bool:
    """True if an event is written as cancelled."""
    return bool(_CANCELLED.search(event))


def changed_on(event: bytes) -> dt.date | None:
    """Return the day of an event's last change, in UTC."""
    return _day_of(_event_of(event), "LAST-MODIFIED")


def ends_on(event: bytes) -> dt.date | None:
    """Return the last day of an event, in its own zone."""
    found = _event_of(event)
    end = _day_of(found, "DTEND")
    return end - _DAY if end else _day_of(found, "DTSTART")


def _event(entry: CalendarEntry, stamp: Stamp, alarms: Alarms) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    _stamp(event, stamp)
    event.add("summary", entry.summary)
    if days := entry.span:
        event.add("dtstart", computable(days.first))
        event.add("dtend", computable(days.last) + _DAY)
    elif entry.at:
        event.add("dtstart", _zoned(entry.at))
    if entry.place:
        event.add("location", entry.place)
    if is_link := entry.link.startswith(("https://", "http://")):
        event.add("url", entry.link)
    facts = (*entry.facts, *([("Link", entry.link)] if entry.link and not is_link else []))
    if facts:
        event.add("description", "\n".join(": ".join(fact) for fact in facts))
    event.add("status", entry.status.value.upper())
    is_free = entry.days and entry.status.value == "tentative"
    event.add("transp", "TRANSPARENT" if is_free else "OPAQUE")
    event.add(KIND, entry.kind)
    if (minutes := alarms.get(entry.kind)) is not None:
        event.add_component(_alarm(entry.summary, minutes))
    return event


def _alarm(words: str, minutes: int) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", -dt.timedelta(minutes=minutes))
    return alarm


def _stamp(event: "Event", stamp: Stamp) -> None:
    event.add("sequence", stamp.sequence)
    event.add("last-modified", stamp.changed)
    event.add("dtstamp", stamp.changed)


def _zoned(at: Moment) -> dt.datetime:
    """Return the time in its zone, or in UTC if the clock shows that hour a second time.

    RFC 5545 reads an hour that comes twice as the first of the two.
    """
    instant = at.instant
    plain = dt.datetime.fromtimestamp(instant.timestamp(), dt.UTC)
    if at.fold or not has_rules(at.zone):
        return plain
    return plain.astimezone(ZoneInfo(at.zone))


def _event_of(data: bytes) -> "Event | None":
    from callbacktui.exchange.ics.parsing import parse_event  # late: an export parses none

    return parse_event(data)


def _next_stamp(old: "Event | None", now: DateTime) -> Stamp:
    changed = dt.datetime.fromtimestamp(now.timestamp(), dt.UTC).replace(microsecond=0)
    if old is None:
        return Stamp(0, changed)
    try:
        return Stamp(int(old.get("SEQUENCE", 0)) + 1, changed)
    except (TypeError, ValueError):
        return Stamp(1, changed)


def _says_the_same(old: "Event", new: "Event") -> bool:
    """True if every property of `new` is so in `old`, too; a calendar server may add its own."""
    names = set(new) - set(_STAMPS)
    if any(_text(old, name) != _text(new, name) for name in names):
        return False
    gone = {"LOCATION", "URL", "DESCRIPTION", "DTEND"} - set(new)
    return not gone & set(old) and list(_rings(old)) == list(_rings(new))


def _text(event: "Component", name: str) -> tuple[bytes, str]:
    value = event.get(name)
    if value is None or not hasattr(value, "to_ical"):
        return b"", ""
    params = getattr(value, "params", {})
    return value.to_ical(), str(params.get("TZID", ""))


def _rings(event: "Event") -> Iterator[tuple[bytes, str]]:
    for alarm in event.walk("VALARM"):
        yield _text(alarm, "TRIGGER")


def _day_of(event: "Event | None", name: str) -> dt.date | None:
    if event is None:
        return None
    try:
        found = event.decoded(name)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None
    if isinstance(found, dt.datetime):
        return found.astimezone(UTC).date() if name == "LAST-MODIFIED" else found.date()
    return found if isinstance(found, dt.date) else None

"""Reads the event of a calendar file: its times in the zone that is meant, and its words."""

import datetime as dt
from typing import Any, Final

import pendulum
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.moment import Moment
from callbacktui.domain.text import clean
from callbacktui.exchange.ics.parsing import CalendarDamaged, parse_calendar
from callbacktui.exchange.ics.repeats import other_times
from callbacktui.exchange.invitation.mail import MailError

_MOST_BYTES: Final = 500_000
_MOST_EVENTS: Final = 200
_LONGEST: Final = 65_536


class CalendarEvent(Value, frozen=True, kw_only=True):
    """One event; whole days have `first_day` and `last_day`, others `at`.

    `more_times` are those of further events in the same file, and `repeats` says when it takes
    place again. It is doubtful if it ends before it
    begins, or is in a zone that is not known.
    """

    uid: str = ""
    summary: str = ""
    description: str = ""
    location: str = ""
    organizer: str = ""
    attendee: str = ""
    at: Moment | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    is_cancelled: bool = False
    is_doubtful: bool = False
    written: DateTime | None = None
    more_times: tuple[Moment, ...] = ()
    repeats: str = ""


def read_event(data: bytes, home: str) -> CalendarEvent:
    """Read the first event of a calendar file; `home` is the zone of a time that names none.

    Raises:
        MailError: if it is no calendar, too large, or holds no event.
    """
    if len(data) > _MOST_BYTES:
        raise MailError("That calendar is larger than 500 KB. Save the one event by itself")
    try:
        calendar, found = parse_calendar(data)
    except CalendarDamaged as error:
        raise MailError(
            "That calendar file is cut off or damaged. Export the event again"
        ) from error
    if not found:
        raise MailError("That calendar file holds no event")
    method = str(calendar.get("METHOD", "")).upper()
    events = [_event(one, home, method) for one in found[:_MOST_EVENTS]]
    first, rest = events[0], events[1:]
    spans = [e for e in events if e.first_day and e.summary == first.summary]
    if len(spans) > 1:
        first = replace(
            first,
            first_day=min(e.first_day for e in spans if e.first_day),
            last_day=max(e.last_day for e in spans if e.last_day),
        )
    others = (e.at for e in rest if e.at and e.at != first.at)
    return replace(first, more_times=tuple(others))


def _event(one: Any, home: str, method: str) -> CalendarEvent:  # noqa: ANN401
    start, end = _time(one, "DTSTART"), _time(one, "DTEND")
    fields: dict[str, Any] = {}
    if isinstance(start, dt.datetime):
        named = _zone_name(one)
        fields["at"] = _moment(start, _iana(named), home)
        unknown = bool(named) and start.tzinfo is None
        fields["is_doubtful"] = unknown or _is_before(end, start)
    elif start:
        last = end - dt.timedelta(days=1) if end and not isinstance(end, dt.datetime) else start
        fields |= {"first_day": start, "last_day": max(start, last)}
    stamp = _time(one, "DTSTAMP")
    if isinstance(stamp, dt.datetime) and stamp.tzinfo:
        fields["written"] = pendulum.instance(stamp).in_timezone(home)
    return CalendarEvent(
        uid=_text(one, "UID")[:500],
        summary=_text(one, "SUMMARY")[:500],
        description=_text(one, "DESCRIPTION"),
        location=_text(one, "LOCATION")[:500],
        organizer=_person(one, "ORGANIZER"),
        attendee=_person(one, "ATTENDEE"),
        repeats=other_times(one).sentence,
        is_cancelled=method == "CANCEL" or _text(one, "STATUS").upper() == "CANCELLED",
        **fields,
    )


def _time(one: Any, name: str) -> dt.date | None:  # noqa: ANN401
    try:
        found = one.decoded(name)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None
    return found if isinstance(found, dt.date) else None


def _is_before(end: dt.date | None, start: dt.datetime) -> bool:
    if not isinstance(end, dt.datetime) or (end.tzinfo is None) != (start.tzinfo is None):
        return False
    return end < start


def _zone_name(one: Any) -> str:  # noqa: ANN401
    return str(getattr(one.get("DTSTART"), "params", {}).get("TZID", ""))


def _moment(when: dt.datetime, name: str, home: str) -> Moment:
    """Return the moment in the zone named; one in no known zone is on the actor's own clock."""
    if when.tzinfo is None:
        return Moment(day=when.date(), time=when.time().replace(second=0, microsecond=0), zone=home)
    there = pendulum.instance(when.astimezone(dt.UTC))
    if name and (mine := there.in_timezone(name)).utcoffset() == when.utcoffset():
        return Moment.of(mine)
    return Moment.of(there.in_timezone(home))


def _iana(name: str) -> str:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    said = WINDOWS_TO_OLSON.get(name, name.strip('"/'))
    try:
        Moment(day=dt.date(2026, 1, 1), zone=said)
    except ValueError:
        return ""
    return "" if said.upper() in {"UTC", "Z"} else said


def _text(one: Any, name: str) -> str:  # noqa: ANN401
    found = one.get(name, "")
    if isinstance(found, list):
        found = found[0] if found else ""
    return clean(str(found))[:_LONGEST].strip()


def _person(one: Any, name: str) -> str:  # noqa: ANN401
    found = one.get(name)
    if isinstance(found, list):
        found = found[0] if found else None
    params = getattr(found, "params", {})
    return clean(str(params.get("CN", "")))[:200].strip()

"""The rules of a time zone as a VTIMEZONE (RFC 5545, section 3.6.5).

icalendar 7 writes the hour of a change to summer time as the clock shows it afterwards; the RFC
wants it as shown before, and calendars that follow it are an hour off in that night.
"""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_DAY: Final = dt.timedelta(days=1)
_SECOND: Final = dt.timedelta(seconds=1)
_YEARS: Final = (1971, 2100)


class _Change(NamedTuple):
    """A change of the clock: its onset as the clock shows it before, and the offsets from UTC."""

    onset: dt.datetime
    before: dt.timedelta
    after: dt.timedelta
    is_summer: bool
    name: str


@lru_cache(maxsize=256)
def has_rules(zone: str) -> bool:
    """True for a known time zone other than UTC."""
    if zone.upper() in {"UTC", "GMT", "Z"}:
        return False
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@lru_cache(maxsize=256)
def zone_rules(zone: str, first: int, last: int) -> bytes:
    """Return the VTIMEZONE of a zone, from the year before `first` to that after `last`.

    It is empty if the zone is not known.
    """
    if not has_rules(zone):
        return b""
    begins, ends = (min(max(year, _YEARS[0]), _YEARS[1]) for year in (first - 1, last + 2))
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone}"]
    for change in _changes(ZoneInfo(zone), begins, ends):
        kind = "DAYLIGHT" if change.is_summer else "STANDARD"
        lines += [
            f"BEGIN:{kind}",
            f"DTSTART:{change.onset:%Y%m%dT%H%M%S}",
            f"TZOFFSETFROM:{_offset(change.before)}",
            f"TZOFFSETTO:{_offset(change.after)}",
            f"TZNAME:{change.name}",
            f"END:{kind}",
        ]
    return "".join(f"{line}\r\n" for line in (*lines, "END:VTIMEZONE")).encode()


def _changes(zone: ZoneInfo, begins: int, ends: int) -> Iterator[_Change]:
    """Yield the state of the clock at the start of `begins`, then its changes before `ends`."""
    at, end = (dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in (begins, ends))
    yield _change(zone, at, _offset_at(zone, at))
    while at < end:
        before = _offset_at(zone, at)
        if before != _offset_at(zone, at + _DAY):
            yield _change(zone, _first_after(zone, at), before)
        at += _DAY


def _first_after(zone: ZoneInfo, at: dt.datetime) -> dt.datetime:
    """Return the first second of the new offset, within the day after `at`."""
    before, low, high = _offset_at(zone, at), at, at + _DAY
    while high - low > _SECOND:
        middle = (low + (high - low) / 2).replace(microsecond=0)
        low, high = (middle, high) if _offset_at(zone, middle) == before else (low, middle)
    return high


def _change(zone: ZoneInfo, at: dt.datetime, before: dt.timedelta) -> _Change:
    there = at.astimezone(zone)
    return _Change(
        onset=at.replace(tzinfo=None) + before,
        before=before,
        after=_offset_at(zone, at),
        is_summer=bool(there.dst()),
        name=there.tzname() or str(zone),
    )


def _offset_at(zone: ZoneInfo, at: dt.datetime) -> dt.timedelta:
    return at.astimezone(zone).utcoffset() or dt.timedelta()


def _offset(offset: dt.timedelta) -> str:
    seconds = int(offset.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    sign = "-" if seconds < 0 else "+"
    return f"{sign}{minutes // 60:02}{minutes % 60:02}{f'{rest:02}' if rest else ''}"

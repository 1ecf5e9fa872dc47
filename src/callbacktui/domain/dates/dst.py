"""Clock changes: the hour that is skipped in spring, and the one that repeats in autumn."""

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

from callbacktui.domain.dates.style import format_date, format_time
from callbacktui.domain.dates.vocabulary import MomentError

_MINUTE = dt.timedelta(minutes=1)


def is_repeated(day: dt.date, time: dt.time, zone: str) -> bool:
    """True if the clocks go back over this time, so that it occurs twice that day."""
    first, second = _both(day, time, zone)
    return first.utcoffset() != second.utcoffset() and _is_there(first)


def fold_of(day: dt.date, time: dt.time, zone: str, which: str = "", letters: str = "") -> int:
    """Return the fold of a time: 0 for the only or the first occurrence, 1 for the second.

    `which` ("first", "second") or the abbreviation `letters` ("EDT", "EST") says which one.

    Raises:
        MomentError: if the clocks skip this time, or it occurs twice and neither says which one.
    """
    first, second = _both(day, time, zone)
    if not _is_there(first):
        _refuse_gap(first, zone)
    if first.utcoffset() == second.utcoffset():
        if which:
            raise MomentError(
                f"{format_time(time)} comes once on {format_date(day, long=True)}",
                f"Leave out “{which}”",
            )
        return 0
    meant = "first" if letters == first.tzname() else "second" if letters else which
    if which and which != meant:
        raise MomentError(
            f"The {which} {format_time(time)} on {format_date(day, long=True)} is not on {letters}",
            f"Leave out “{which}”",
        )
    if not meant:
        raise MomentError(
            f"{format_time(time)} comes twice on {format_date(day, long=True)}, when the clocks go "
            f"back: first {first.tzname()}, then {second.tzname()}",
            "Add “first” or “second”",
        )
    return 1 if meant == "second" else 0


def letters_at(day: dt.date, time: dt.time, zone: str) -> set[str]:
    """Return the zone's abbreviation then ("EST", "BST"); both if the time occurs twice."""
    return {when.tzname() or "" for when in _both(day, time, zone)}


@lru_cache(maxsize=8192)
def first_minute(day: dt.date, time: dt.time, zone: str) -> int:
    """Return when the clock first comes to a time on a day, in minutes since 1970.

    A time that the clocks skip is come to when they do.
    """
    return _minute(_both(day, time, zone)[0])


@lru_cache(maxsize=8192)
def last_minute(day: dt.date, time: dt.time, zone: str) -> int:
    """Return when the clock has shown the last minute before a time, in minutes since 1970.

    If the clocks repeat the minute before, that is the second time.
    """
    return _minute(_both(day, time, zone)[1])


def _minute(when: dt.datetime) -> int:
    """Return the minute of a time, stepping back as long as the one before shows no earlier time.

    So a time that is skipped is that of the change, and what ends as the clocks go back ends then.
    """
    known = when if _is_there(when) else when.replace(fold=0)
    minute, zone = int(known.timestamp()) // 60, when.tzinfo
    wanted = when.replace(tzinfo=None)
    while dt.datetime.fromtimestamp((minute - 1) * 60, zone).replace(tzinfo=None) >= wanted:
        minute -= 1
    return minute


def _both(day: dt.date, time: dt.time, zone: str) -> tuple[dt.datetime, dt.datetime]:
    first = dt.datetime.combine(day, time, ZoneInfo(zone))
    return first, first.replace(fold=1)


def _is_there(when: dt.datetime) -> bool:
    back = when.astimezone(dt.UTC).astimezone(when.tzinfo)
    return back.replace(tzinfo=None) == when.replace(tzinfo=None)


def _refuse_gap(when: dt.datetime, zone: str) -> None:
    after = when
    while not _is_there(after):
        after += _MINUTE
    raise MomentError(
        f"There is no {format_time(when)} on {format_date(when, long=True)} in {zone}: the clocks "
        "go forward",
        f"The next time there is {format_time(after)}",
    )

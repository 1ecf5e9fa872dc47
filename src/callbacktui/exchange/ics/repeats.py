"""Says when an event of a calendar repeats, at most for a year."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

_MOST_TOLD: Final = 12
_MOST_COUNTED: Final = 1000
_AHEAD: Final = dt.timedelta(days=366)
_TOO_OFTEN: Final = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_UNKNOWN: Final = "It repeats in a way that is not known here; this is the first time."


class OtherTimes(NamedTuple):
    """When an event takes place after its first time, and what of that a note tells, in words."""

    sentence: str = ""
    note: str = ""


def repeats_too_often(event: Any) -> bool:  # noqa: ANN401
    """Whether an event is every hour, minute or second, as no audition is."""
    return any(str(word).upper() in _TOO_OFTEN for word in _rule(event).get("FREQ", []))


def other_times(event: Any) -> OtherTimes:  # noqa: ANN401
    """Say when an event takes place after its first time; nothing if it does not.

    The sentence has at most `_MOST_TOLD` times, and counts those that follow within a year.
    """
    if ("RRULE" not in event and "RDATE" not in event) or repeats_too_often(event):
        return OtherTimes()
    try:
        found, goes_on = _times(event)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return OtherTimes(_UNKNOWN, "how it repeats could not be read")
    if not found:
        return OtherTimes()
    told = ", ".join(found[:_MOST_TOLD])
    more = f", and {len(found) - _MOST_TOLD} more after that" if len(found) > _MOST_TOLD else ""
    count = len(found)
    if goes_on:
        more = ", and on after that"
        shown = min(count, _MOST_TOLD)
        ones = f"next {shown} of its other times are" if shown > 1 else "next of its other times is"
        note = f"the {ones} only in the notes"
    elif count > _MOST_TOLD:
        note = f"the first {_MOST_TOLD} of its {count} other times are only in the notes"
    else:
        note = f"its {count} other times are" if count > 1 else "its other time is"
        note += " only in the notes"
    return OtherTimes(f"It repeats on {told}{more}.", note)


def _times(event: Any) -> tuple[list[str], bool]:  # noqa: ANN401
    """Return the other times of an event within a year, and whether it goes on after that."""
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    start = event.decoded("DTSTART")
    first = _wall(start)
    left_out = {_wall(day) for day in _listed(event, "EXDATE")}
    extra = {_wall(day) for day in _listed(event, "RDATE")}
    rule = _rule(event)
    by_rule: list[dt.datetime] = []
    goes_on = False
    if rule:
        ends = [_wall(_beside(day, start), end=True) for day in rule.get("UNTIL", [])]
        last = min([first + _AHEAD, *ends])
        bare = {name: said for name, said in rule.items() if name not in {"COUNT", "UNTIL"}}
        words = type(rule)(bare).to_ical().decode() + f";UNTIL={last:%Y%m%dT%H%M%S}"
        count = rule.get("COUNT", [None])[0]
        most = min(count or _MOST_COUNTED, _MOST_COUNTED)
        by_rule = list(islice(rrulestr(words, dtstart=first), most))
        goes_on = len(by_rule) != count and (last not in ends or len(by_rule) == most)
    times = sorted({*by_rule, *extra} - {first} - left_out)
    form = "%Y-%m-%d %H:%M" if isinstance(start, dt.datetime) else "%Y-%m-%d"
    return [f"{time:{form}}" for time in times], goes_on


def _rule(event: Any) -> Any:  # noqa: ANN401
    """Return the rule by which an event repeats, the first one if there are several."""
    rule = event.get("RRULE") or {}
    return rule[0] if isinstance(rule, list) else rule


def _listed(event: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
    said = event.get(name) or []
    for one in said if isinstance(said, list) else [said]:
        for day in one.dts:
            yield day.dt[0] if isinstance(day.dt, tuple) else day.dt


def _beside(day: dt.date, start: dt.date) -> dt.date:
    """Return a time in the zone of the start; it is usually given in Greenwich time."""
    if isinstance(day, dt.datetime) and isinstance(start, dt.datetime) and day.tzinfo:
        return day.astimezone(start.tzinfo) if start.tzinfo else day
    return day


def _wall(day: dt.date, *, end: bool = False) -> dt.datetime:
    """Return a day or a time as the clock on the wall shows it; a day's end if `end`."""
    if isinstance(day, dt.datetime):
        return day.replace(tzinfo=None)
    return dt.datetime.combine(day, dt.time(23, 59) if end else dt.time())

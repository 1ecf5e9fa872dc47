"""Says when an event of a calendar is again, without ever counting to its end."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

_MOST_TIMES: Final = 12
_AHEAD: Final = dt.timedelta(days=366)
_TOO_OFTEN: Final = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})


def repeats_too_often(event: Any) -> bool:  # noqa: ANN401
    """Whether an event is every hour, minute or second, as no audition is."""
    return any(str(word).upper() in _TOO_OFTEN for word in _rule(event).get("FREQ", []))


def repeats(event: Any) -> str:  # noqa: ANN401
    """Return on which days an event is again, in a sentence; nothing if it is only once.

    At most a year ahead and `_MOST_TIMES` times; what may follow is said.
    """
    if ("RRULE" not in event and "RDATE" not in event) or repeats_too_often(event):
        return ""
    try:
        found = list(islice(_times(event), _MOST_TIMES + 1))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return "It repeats in a way that is not known here; this is the first time."
    told = ", ".join(found[:_MOST_TIMES])
    rule = _rule(event)
    is_more = len(found) > _MOST_TIMES or (rule and not {"COUNT", "UNTIL"} & rule.keys())
    more = ", and on after that" if is_more else ""
    return f"It is again on {told}{more}." if told else ""


def _times(event: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the other times of an event, as its calendar shows them."""
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    start = event.decoded("DTSTART")
    first = _wall(start)
    left_out = {_wall(day) for day in _listed(event, "EXDATE")}
    extra = {_wall(day) for day in _listed(event, "RDATE")}
    rule = _rule(event)
    by_rule: Iterator[dt.datetime] = iter(())
    if rule:
        ends = (_wall(_beside(day, start), end=True) for day in rule.get("UNTIL", []))
        last = min([first + _AHEAD, *ends])
        bare = {name: said for name, said in rule.items() if name not in {"COUNT", "UNTIL"}}
        words = type(rule)(bare).to_ical().decode() + f";UNTIL={last:%Y%m%dT%H%M%S}"
        count = rule.get("COUNT", [None])[0]
        by_rule = islice(rrulestr(words, dtstart=first), count)
    times = sorted({*islice(by_rule, _MOST_TIMES + len(left_out) + 2), *extra} - {first} - left_out)
    has_hour = isinstance(start, dt.datetime)
    for time in times:
        yield f"{time:%Y-%m-%d %H:%M}" if has_hour else f"{time:%Y-%m-%d}"


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

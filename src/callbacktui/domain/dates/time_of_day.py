"""Parse the time of day in a phrase: "6pm", "18:00", "noon", "midnight"."""

import datetime as dt
import re

from callbacktui.domain.dates.vocabulary import MomentError

_HALF = re.compile(
    r"(?<![\w/.:-])(?P<hour>\d{1,2})([:.](?P<minute>\d{2})(:\d{2})?)? ?(?P<half>[ap])\.?m\b\.?",
    re.ASCII,
)
_CLOCK = re.compile(
    r"(?<![\w/.:-])(?P<hour>\d{1,2})(:(?P<minute>\d{2})(:\d{2})?|[.h](?P<dotted>\d{2}))"
    r"(?![\w/:-]|\.\d)",
    re.ASCII,
)
_NAMED = re.compile(r"\b(noon|midday|midnight)\b")
_NAMES = {
    "noon": dt.time(12),
    "midday": dt.time(12),
    "midnight": dt.time(23, 59),
}
"""Midnight is 23:59, so that "Friday midnight" is still on Friday."""

_END = re.compile(r"\b(eod|end of( the)? day)\b")
_DAYTIME = re.compile(
    r"\b(?:(?:in the |this )?(?P<part>morning|afternoon|evening)|tonight|night)\b"
)


def hour_by_daylight(hour: int, minute: int, *, tonight: bool = False) -> dt.time | None:
    """Return the time that 1 to 12 o'clock without a.m. or p.m. means; `None` if it could be two.

    8 to 11 is morning, 12 and 1 to 6 afternoon, and 7 is neither; `tonight`, 5 to 11 is evening.
    """
    if tonight:
        return dt.time(hour + 12, minute) if 5 <= hour <= 11 else None
    if hour == 7:
        return None
    return dt.time(hour + 12 if hour < 7 else hour, minute)


def half_of_start(start: tuple[int, int], end: tuple[int, int], half: str) -> str:
    """Return the half, "a" or "p", in which hours begin that name only the `half` of their end.

    It is that of the end unless the start would come after it: 11-1pm begins in the morning.
    """
    begins, ends = (hour % 12 * 60 + minute for hour, minute in (start, end))
    if begins < ends or (half == "a" and not ends):  # 9-12am hardly begins in the evening
        return half
    return "p" if half == "a" else "a"


def is_bare(said: str) -> bool:
    """Whether an hour could be in either half of the day: 4:30 or 12:15, but not 04:30 or 16:30."""
    return re.fullmatch(r"(?:[1-9]|1[0-2])(?:[:.h]\d{2})*", said) is not None


def split_time(text: str) -> tuple[str, dt.time | None]:
    """Split lower-case `text` into the rest and its time of day, `None` if it has none.

    "End of day" counts as no time, since a day without a time lasts until its end. An hour on a
    clock of twelve is read by daylight: 4:30 is 16:30, while 04:30 is early.

    Raises:
        MomentError: if there is no such hour or minute, or it could be in the morning or evening.
    """
    if end := _END.search(text):
        return _without(text, end) or "today", None
    for pattern in (_HALF, _CLOCK, _NAMED):
        if found := pattern.search(text):
            rest = _without(text, found)
            daytime = _DAYTIME.search(rest)
            rest = _without(rest, daytime) if daytime and daytime["part"] else rest
            return rest or "today" * bool(daytime), _time(found, daytime)
    return text, None


def _time(found: re.Match[str], daytime: re.Match[str] | None) -> dt.time:
    said = found[0].strip()
    if said in _NAMES:
        return _NAMES[said]
    parts = found.groupdict()
    hour, minute = int(parts["hour"]), int(parts["minute"] or parts.get("dotted") or 0)
    if half := parts.get("half"):
        if not 1 <= hour <= 12:
            raise MomentError(f"{said} is not a time", f"Write it as 6pm, or as {hour % 24:02}:00")
        hour = hour % 12 + (12 if half == "p" else 0)
    if (hour, minute) == (24, 0):
        return _NAMES["midnight"]
    if hour > 23 or minute > 59:
        raise MomentError(f"{said} is not a time", "A day runs from 00:00 to 23:59")
    if half or not is_bare(said):
        return dt.time(hour, minute)
    if daytime and daytime["part"] in {"morning", "afternoon"}:
        return dt.time(hour % 12 + 12 * (daytime["part"] == "afternoon"), minute)
    time = hour_by_daylight(hour, minute, tonight=daytime is not None)
    if time is None:
        raise MomentError(
            f"{said} could be in the morning or in the evening", f"Write {said}am or {said}pm"
        )
    return time


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())

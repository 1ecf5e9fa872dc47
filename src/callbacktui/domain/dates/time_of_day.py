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


def split_time(text: str) -> tuple[str, dt.time | None]:
    """Split lower-case `text` into the rest and its time of day, `None` if it has none.

    "End of day" counts as no time, since a day without a time lasts until its end.

    Raises:
        MomentError: if there is no such hour or minute.
    """
    if end := _END.search(text):
        return _without(text, end) or "today", None
    for pattern in (_HALF, _CLOCK, _NAMED):
        if found := pattern.search(text):
            return _without(text, found), _time(found)
    return text, None


def _time(found: re.Match[str]) -> dt.time:
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
    return dt.time(hour, minute)


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())

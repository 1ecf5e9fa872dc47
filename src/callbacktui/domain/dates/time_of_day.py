"""Parse the time of day in a phrase: "6pm", "18:00", "noon", "midnight"."""

import datetime as dt
import re
from typing import Final

from callbacktui.domain.dates.vocabulary import HOUR_OF, MomentError

_HALF = re.compile(
    r"(?<![\w/.:-])(?P<hour>\d{1,2})([:.](?P<minute>\d{2})(:\d{2})?)? ?(?P<half>[ap])\.?m\b\.?",
    re.ASCII,
)
_CLOCK = re.compile(
    r"(?<![\w/.:-])(?!(?:2[4-9]|3[01])\.(?:0[1-9]|1[0-2])(?!\d))"
    r"(?P<hour>\d{1,2})(:(?P<minute>\d{2})(:\d{2})?"
    r"|[.h](?P<dotted>\d{2})(?!\.? \d{1,2}[.:]\d))"
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

END_OF_DAY: Final = (
    r"(?:eod|(?-i:COP|cop)|cob|eob|end of (?:the )?day|end of play|close of (?:play|business))"
)
"""A pattern for an end of the day, which names no hour."""

_END = re.compile(rf"\b{END_OF_DAY}\b")
_WORDS: Final = "|".join(HOUR_OF)
_MINUTES: Final = {
    **{"half": 30, "half past": 30, "quarter past": 15, "five past": 5, "ten past": 10},
    **{"twenty past": 20, "twenty five past": 25, "quarter to": -15, "twenty to": -20},
    **{"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty five": 45, "fifty": 50},
}
_SPOKEN: Final = (
    rf"(?:a )?(?:(?P<past>half(?: past)?|(?:quarter|five|ten|twenty(?:[ -]five)?) past"
    rf"|(?:quarter|twenty) to) (?P<hour>1[0-2]|[1-9]|{_WORDS})(?![\w:]|\.\d)"
    rf"|(?P<said>{_WORDS})[ -](?P<minutes>fifteen|twenty|thirty|forty[ -]five|forty|fifty)\b)"
)
SPOKEN_HOUR: Final = re.sub(r"[?]P<\w+>", "?:", _SPOKEN)
"""A pattern for an hour in words: "half ten", "quarter to six", "ten thirty"."""

_IN_WORDS = re.compile(rf"(?<![\w.:]){_SPOKEN}")
_DAYTIME = re.compile(
    r"\b(?:(?:in the |this )?(?P<part>morning|afternoon|evening)|tonight|night)\b"
)


_DAY_OR_HOUR = re.compile(
    r"(?:(?:on|by) )?(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.?", re.ASCII
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


def with_figures(text: str) -> str:
    """Return lower-case `text` with hours in words as figures: "half ten" as "10:30"."""
    return _IN_WORDS.sub(_in_figures, text)


def _in_figures(found: re.Match[str]) -> str:
    said = found["hour"] or found["said"]
    minute = _MINUTES[(found["past"] or found["minutes"]).replace("-", " ")]
    hour = (HOUR_OF.get(said) or int(said)) - (minute < 0)
    return f"{hour or 12}:{minute % 60:02}"


def split_time(text: str) -> tuple[str, dt.time | None]:
    """Split lower-case `text` into the rest and its time of day, `None` if it has none.

    "End of day" counts as no time, since a day without a time lasts until its end. An hour on a
    clock of twelve is read by daylight: 4:30 is 16:30, while 04:30 is early.

    Raises:
        MomentError: if there is no such hour or minute, or it could be in the morning or evening.
    """
    text = with_figures(text)
    if end := _END.search(text):
        return _without(text, end) or "today", None
    if _DAY_OR_HOUR.fullmatch(text):
        return text, None
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

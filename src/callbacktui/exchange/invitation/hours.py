"""Finds the hours in running text, with the zone they are in: "3:15pm ET", "noon", "at 4"."""

import datetime as dt
import re
from typing import Final

from msgspec.structs import replace

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.places import CITY_ZONES, LETTER_ZONES, REGION_ZONES
from callbacktui.domain.dates.time_of_day import half_of_start

_TOWNS: Final = (
    *(
        "new york",
        "nyc",
        "chicago",
        "denver",
        "los angeles",
        "london",
        "dublin",
        "paris",
        "atlanta",
    ),
    *("boston", "miami", "toronto", "vancouver", "sydney", "melbourne"),
)
ZONES: Final = {
    **REGION_ZONES,
    **{town: CITY_ZONES[town] for town in _TOWNS},
    **dict.fromkeys(("et", "est", "edt", "ny"), "America/New_York"),
    **dict.fromkeys(("ct", "cst", "cdt"), "America/Chicago"),
    **dict.fromkeys(("mt", "mst", "mdt"), "America/Denver"),
    **dict.fromkeys(("pt", "pst", "pdt", "la", "l.a."), "America/Los_Angeles"),
    **dict.fromkeys(("gmt", "bst", "uk", "british"), "Europe/London"),
    **dict.fromkeys(("irish", "ireland"), "Europe/Dublin"),
    **dict.fromkeys(("berlin", "madrid"), "Europe/Paris"),
    **LETTER_ZONES,
    **dict.fromkeys(("mez", "mesz"), "Europe/Berlin"),
    "utc": "UTC",
}
"""The zones that people name after an hour; EST is the clock of that coast all year."""

SEVERAL_ZONES: Final = {"IST": ("Europe/Dublin", "Asia/Kolkata", "Asia/Jerusalem")}
"""Letters after an hour that mean another zone in each of several places."""

_LETTERS: Final = (
    r"ET|[ECMP][SD]T|CT|MT|PT|GMT|BST|UTC|CES?T|A[EC][SD]T|NZ[SD]T|AK?[SD]T|MES?Z|EES?T|HST|JST|KST"
    rf"|AWST|SAST|HKT|{'|'.join(SEVERAL_ZONES)}"
)
_WORDS: Final = r"Pacific|Eastern|Central|Mountain"
_CITIES: Final = (
    r"UK|London|British|Dublin|Irish|Ireland|L\.?A\.?|Los Angeles|NYC?|New York|Chicago|Denver"
    r"|Toronto|Vancouver|Atlanta|Boston|Miami|Paris|Berlin|Madrid|Sydney|Melbourne"
)
_MON_OR_JAN: Final = "Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Tod|Tom|Pl|Th|If|Let"
_ENDS_HOUR: Final = (
    rf"(?! (?-i:(?!{_MON_OR_JAN})[A-Z]))"
    r"(?! (?:offices?|studios?|casting|shoots?|based|area|production|street|st|road|bridge|local|team)\b)"
)
"""What follows a place that is the zone of an hour: "17.00 UK", but not "5pm London Bridge"."""

ZONE: Final = (
    rf"(?:(?:{_LETTERS})\b|(?:{_WORDS})\b(?! (?-i:(?!Standard|Daylight|Time)[A-Z][a-z]))"
    r"(?:[ -](?:standard|daylight))?(?:[ -]time)?"
    rf"|(?:{_CITIES})(?:[ -]time\b|(?!\w){_ENDS_HOUR})|in (?:London|Dublin|New York|Los Angeles|LA|Chicago)\b)"
)
_ZONE_AFTER: Final = re.compile(rf"[ ,]{{0,2}}\(?(?P<zone>{ZONE})\)?", re.IGNORECASE)
_NUMBERS: Final = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
    **{"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12},
}
_NAMED: Final = "|".join(_NUMBERS)
_HALF: Final = r"(?P<half>a\.?m|p\.?m|[ap])(?:\b\.?|(?=\s|$))"
_TYPED: Final = r"(?=\s*(?:$|[.,!?;)](?!\d)|(?:_|on|mon|tue|wed|thu|fri|sat|sun|today|tom|tmrw|instead|pls|please|same|now|sharp)))"
"""What follows an hour that is typed without a mark: "pushed to 345 thurs"."""

_UNITS: Final = (
    r"(?!\s?(?:st|nd|rd|th|pages?|scenes?|lines?|minutes?|mins?|hours?|hrs?|days?|weeks?|roles?|people"
    r"|actors?|takes?|floor|fl|%|x|of|more|files?|years?|months?|episodes?|parts?|songs?|other|others)\b)"
)
_HOUR: Final = re.compile(
    r"(?<![\w.$\u00a3\u20ac:'-])(?<!\d/)(?:"
    rf"(?:(?P<from>\d{{1,2}})(?:[:.]?(?P<from_m>\d\d))? ?(?P<from_half>[ap])?\.?m?\.? ?(?:-|to|until|till|(?<=\d )and) ?)?"
    rf"(?P<h>\d{{1,2}})(?:[:.]?(?P<m>\d\d))? ?{_HALF}"
    r"|(?P<uhr>\d{1,2})(?:[:.](?P<uhr_m>\d\d))? ?Uhr\b"
    r"|(?P<h24>\d{1,2}):(?P<m24>\d\d)(?::\d\d)?(?![\d:/])"
    r"|(?P<hh>\d{1,2})h(?P<mh>\d\d)\b"
    r"|(?P<hr>[01]\d|2[0-3])(?P<mr>[0-5]\d) ?(?:hrs?|hours)\b"
    r"|(?P<hd>\d{1,2})\.(?P<md>\d\d)(?![\d%/]|\.\d)"
    rf"|(?:(?<=\bto )|(?<=\bat )|(?<=\bdo )|(?<=\bof )|(?<=\bnow )|(?<=@ )|(?<=@))(?P<ht>[1-9]|1[0-2])(?P<mt>[0-5][05]){_TYPED}"
    r"|(?P<name>(?:12 ?)?(?:noon|midday|midnight))\b"
    r"|(?P<end>eod|cob|cop|eob|end of (?:the |that |play|business)?(?:day)?|close of (?:play|business|day)"
    r"|lunch(?:time)?|the evening)\b"
    rf"|(?P<past>half(?: past)?|quarter past|quarter to) (?P<past_h>\d{{1,2}}|{_NAMED})\b"
    rf"|(?P<said>{_NAMED})[ -](?P<said_m>fifteen|thirty|forty[- ]?five)\b"
    rf"|(?P<clock>\d{{1,2}}|{_NAMED})(?: ?o'?clock|[ -]?ish| sharp)\b"
    rf"|(?P<bare>\d{{1,2}})(?![\w/:%'\"]|[.,-]\d|-\d){_UNITS}"
    rf")",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r"[ ,.]{0,3}(?:/|\||\(|=|,|-|;|that's|that is|which is|or|i\.e\.)\s*(?:that's |which is |or |i\.e\. )?",
    re.IGNORECASE,
)
_OF_PLACE: Final = re.compile(
    r"(?:\b(?:studio|suite|ste|room|rm|unit|apt|floor|fl|stage|building|bldg|lot|gate)\.?|#) ?$",
    re.IGNORECASE,
)
"""Before a number of a place: "Studio 12A"."""

_SAME_TIME: Final = re.compile(
    r"[\s,(:=/-]*(?:(?:i\.e\.?|that is|that's|which is|meaning|so|by|at|or) )?[\s(]*", re.IGNORECASE
)
"""Between an end of the day and the hour that it means: "EOD (6pm PST)", "6pm COB"."""

_EVENING: Final = 17
_MORNING: Final = range(7, 12)
_LATER_IN_DAY: Final = re.compile(
    r" (?:(?:in the )?(?=[aem])|at (?=n))(afternoon|evening|morning|night)\b", re.IGNORECASE
)


class Hour(Value, frozen=True, kw_only=True):
    """An hour in a text; `time` is None for an end of the day, which names no hour.

    `is_bare` is true for a figure alone, which is an hour only after a day. `others` are the
    same instant on other clocks. It `is_halved` if a.m. or p.m. is clear.
    """

    time: dt.time | None
    start: int
    end: int
    zone: str = ""
    letters: str = ""
    is_bare: bool = False
    is_open: bool = False
    is_halved: bool = False
    others: tuple["Hour", ...] = ()


def find_hours(text: str) -> list[Hour]:
    """Return the hours in `text`; those side by side in two zones are one."""
    found: list[Hour] = []
    end = -1
    for match in _HOUR.finditer(text):
        if match.start() < end:
            continue
        hour = _read(match, text)
        if hour is None:
            continue
        last = found[-1] if found else None
        between = text[last.end : hour.start] if last else ""
        hour = in_evening(hour, last)
        if last and (merged := _of_day_end(last, hour, between)):
            found[-1] = merged
        elif last and last.zone and hour.zone and _AGAIN.fullmatch(between):
            found[-1] = _joined(last, hour)
        elif (
            last
            and not hour.zone
            and last.time
            and re.fullmatch(r" ?(?:-|to|until|till) ?", between)
        ) or (
            last
            and not last.zone
            and last.time
            and hour.zone
            and re.fullmatch(r" ?(?:-|to) ?", between)
        ):
            found[-1] = _ended(last, hour.end, hour)
        else:
            found.append(hour)
        end = hour.end
    return found


def _of_day_end(last: Hour, hour: Hour, between: str) -> Hour | None:
    """Return the hour that is said beside an end of the day; None if these are two times."""
    if (last.time is None) == (hour.time is None) or not _SAME_TIME.fullmatch(between):
        return None
    named, other = (last, hour) if last.time else (hour, last)
    if named.is_bare:
        return None
    zoned = named if named.zone or named.letters else other
    return replace(
        named, start=last.start, end=hour.end, zone=zoned.zone, letters=zoned.letters, is_open=False
    )


def in_evening(hour: Hour, last: Hour | None) -> Hour:
    """Return an hour after one in the evening as in the evening, too: "7.45pm or 8.15"."""
    if not (hour.time and last and last.time and last.is_halved) or hour.is_halved:
        return hour
    if last.time.hour < _EVENING or hour.time.hour not in _MORNING:
        return hour
    return replace(hour, time=hour.time.replace(hour=hour.time.hour + 12), is_halved=True)


def with_zone_at(hour: Hour, text: str, start: int) -> tuple[Hour, int]:
    """Return an hour that names its zone at `start`, right after its day, and where it ends.

    Such as "5pm Friday PT". Without a zone there, the hour is as it was.
    """
    found = _ZONE_AFTER.match(text, start)
    if hour.zone or hour.letters or found is None:
        return hour, start
    letters = found["zone"]
    end = found.end() - found[0].endswith(")") * ("(" not in found[0])
    zoned = replace(hour, zone=zone_of_words(letters), letters=letters.upper(), is_bare=False)
    return zoned, end


def zone_of_words(words: str) -> str:
    """Return the zone that words such as "Pacific Time" name, empty if none."""
    said = re.sub(r"[ -](?:standard|daylight)?[ -]?time$", "", words.strip().lower())
    said = said.removeprefix("in ").strip()
    return ZONES.get(said) or ZONES.get(said.replace(".", ""), "")


def _read(match: re.Match[str], text: str) -> Hour | None:
    if _OF_PLACE.search(text, 0, match.start()):
        return None
    time, is_bare, is_open = _time(match, text)
    if time is None and not match["end"]:
        return None
    end = match.end()
    if later := _LATER_IN_DAY.match(text, end):
        end = later.end()
        if time:
            time = _in_part_of_day(time, later[1].lower(), is_said=bool(match["half"]))
        is_bare = is_open = False
    zone = _ZONE_AFTER.match(text, end)
    letters = ""
    if zone:
        end, letters = zone.end() - zone[0].endswith(")") * ("(" not in zone[0]), zone["zone"]
    return Hour(
        time=time,
        start=match.start(),
        end=end,
        zone=zone_of_words(letters),
        letters=letters.upper(),
        is_bare=is_bare and not zone,
        is_open=is_open,
        is_halved=bool(match["half"] or match["uhr"] or match[0].startswith("0")),
    )


def _time(match: re.Match[str], text: str) -> tuple[dt.time | None, bool, bool]:
    """Return the time, whether it is a figure alone, and whether morning or evening is open."""
    said = match.groupdict()
    if name := said["name"]:
        return dt.time(23, 59) if name.lower().endswith("midnight") else dt.time(12), False, False
    if said["h"]:
        hour, minute, half = said["h"], said["m"], said["half"][0].lower()
        bare_letter = len(said["half"]) == 1
        if bare_letter and re.match(r" [a-z]", text[match.end() - 2 : match.end()]):
            return None, False, False  # "a" or "p" is a word of its own: "6 a ..."
        if said["from"]:
            end = (int(hour), int(minute or 0))
            hour, minute = said["from"], said["from_m"]
            half = said["from_half"] or half_of_start((int(hour), int(minute or 0)), end, half)
            half = half.lower()
        return _halved(hour, minute, half), False, False
    if said["past"]:
        hours = _number(said["past_h"])
        way = said["past"].lower()
        if hours is None:
            return None, False, False
        if way.startswith("half"):
            return likely_time(hours, 30), False, not 1 <= hours <= 6
        if way.endswith("to"):
            return likely_time(hours - 1 or 12, 45), False, not 1 <= hours <= 7
        return likely_time(hours, 15), False, not 1 <= hours <= 6
    if named := said["said"]:
        spelled = said["said_m"].lower()
        minutes = 15 if spelled == "fifteen" else 30 if spelled == "thirty" else 45
        return likely_time(_NUMBERS[named.lower()], minutes), False, False
    if clock := said["clock"]:
        hours = _number(clock)
        return (likely_time(hours, 0) if hours else None), False, bool(hours and 7 <= hours <= 11)
    if said["uhr"]:
        hours, minutes = int(said["uhr"]), int(said["uhr_m"] or 0)
        return (dt.time(hours, minutes) if hours < 24 and minutes < 60 else None), False, False
    for hour_name, minute_name in (
        ("h24", "m24"),
        ("hh", "mh"),
        ("hr", "mr"),
        ("hd", "md"),
        ("ht", "mt"),
    ):
        if said[hour_name]:
            hours, minutes = int(said[hour_name]), int(said[minute_name])
            if hours > 23 or minutes > 59:
                return None, False, False
            dotted = hour_name == "hd"
            if said[hour_name].startswith("0"):
                return dt.time(hours, minutes), dotted, False
            return likely_time(hours, minutes), dotted, False
    if said["bare"]:
        hours = int(said["bare"])
        return (likely_time(hours, 0) if 1 <= hours <= 12 else None), True, 7 <= hours <= 11
    return None, False, False


def _in_part_of_day(time: dt.time, part: str, *, is_said: bool) -> dt.time:
    """Return the time in the morning or later in the day; `is_said` is true after "am" or "pm"."""
    if part == "morning":
        early = time.hour > 12 and not is_said
        return time.replace(hour=time.hour - 12) if early else time
    if part == "night" and time.hour == 12 and not is_said:
        return dt.time(23, 59)
    return time.replace(hour=time.hour + 12) if time.hour < 12 else time


def _number(said: str) -> int | None:
    number = _NUMBERS.get(said.lower()) or (int(said) if said.isdigit() else 0)
    return number if 1 <= number <= 12 else None


def _halved(hour: str, minute: str | None, half: str) -> dt.time | None:
    hours, minutes = int(hour), int(minute or 0)
    if 13 <= hours <= 23 and half == "p" and minutes <= 59:
        return dt.time(hours, minutes)
    if not 1 <= hours <= 12 or minutes > 59:
        return None
    return dt.time(hours % 12 + (12 if half == "p" else 0), minutes)


def likely_time(hour: int, minute: int) -> dt.time:
    """Return the time in working hours that a figure without a.m. or p.m. means."""
    return dt.time(hour + 12 if 1 <= hour <= 6 else hour, minute)


def _joined(first: Hour, second: Hour) -> Hour:
    return Hour(
        time=first.time,
        start=first.start,
        end=second.end,
        zone=first.zone,
        letters=first.letters,
        is_halved=first.is_halved,
        others=(*first.others, second),
    )


def _ended(first: Hour, end: int, last: Hour) -> Hour:
    """Return an hour with the end of its slot taken in."""
    return Hour(
        time=first.time,
        start=first.start,
        end=end,
        zone=first.zone or last.zone,
        letters=first.letters or last.letters,
        is_bare=first.is_bare and last.is_bare,
        is_open=first.is_open,
        is_halved=first.is_halved or last.is_halved,
    )

"""Finds the time zone of an hour: the one said, that of the city, or the actor's own."""

import re
from collections.abc import Iterable
from typing import Final

from pendulum import DateTime, timezone

from callbacktui.domain.dates.places import CITY_ZONES, SHARED_CITIES, STATE_ZONES
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.moment import Moment
from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.hours import ZONE, zone_of_words
from callbacktui.exchange.invitation.reading_result import Reading

_NO_CITY: Final = (
    r"(?! (?:Beach|Studios?|Stages?|Rooms?|Theat(?:re|er)|Hall|House|Hotel|Building|Casting|Playhouse|Lot"
    r"|Center|Centre|St|Street|Ave|Avenue|Blvd|Rd|Road|Pl|Place|Dr|Drive|Lane|Ln|Way)\b)"
)
"""Behind a name that is that of a house or a street, and of no city here: "Raleigh Studios"."""

_CITY: Final = re.compile(rf"\b({'|'.join(map(re.escape, CITY_ZONES))})\b{_NO_CITY}", re.IGNORECASE)
_STATE: Final = re.compile(rf",? ({'|'.join(STATE_ZONES)})\b(?:,? \d{{5}})?(?=[\s,.;)]|$)")
_LOS_ANGELES: Final = re.compile(
    r"(?<!Baton Rouge, )(?<!Shreveport, )(?<!Lafayette, )\bLA\b(?:[\s,]+9\d{4}\b|(?![\s,]+\d{5}\b))"
)
"""Without a ZIP code or a city of Louisiana, the trade means Los Angeles by it."""

_ALL: Final = re.compile(
    rf"\b(?:all (?:the )?times|times(?: shown| given| listed| below)?|time ?zone)\b[^.\n]{{0,24}}?\b(?P<zone>{ZONE})",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    rf"(?:\d|[ap]\.?m\b\.?|noon|midnight|day|tomorrow|tonight|\btimes?\b[^.\n]{{0,24}}?)[ ,(]{{0,3}}\b{ZONE}",
    re.IGNORECASE,
)
_HOUR_ZONE: Final = re.compile(
    rf"(?:\d|[ap]\.?m\b\.?|noon|midnight)[ ,(]{{0,3}}\b(?P<zone>{ZONE})", re.IGNORECASE
)
STREET: Final = re.compile(
    r"\b\d{1,5}(?:-\d{1,4})?[A-Za-z]? (?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.? )?"
    r"(?:[A-Z\u00c0-\u00de0-9][\w'.\u00c0-\u00ff-]* ){0,4}?"
    r"(?:St(?! [A-Z][\w']+ (?:Road|Rd|Street|Lane|Square|Place|Avenue|Ave)\b)|Street|Ave|Avenue|Blvd|Boulevard|Rd|Road|Row|Lane|Ln|Pl|Place|Drive|Dr|Way|Court|Ct|Square|Sq"
    r"|Terrace|Plaza|Broadway|Highway|Hwy|Parkway|Pkwy|Mews|Quay|Yard|Close|Gardens|Walk|Crescent|Alley"
    r"|Wharf|Hill|Green|Park|Parade|Gate|Circle|Bridge|Embankment|Circus|Grove|Strand|Market|Arches|Passage)\b\.?"
    r"(?: (?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\b| (?:St|Street|Ave|Avenue|Rd|Road|Lane|Ln)\b)?"
    r"|\b\d{1,5} (?:[nsewNSEW]\.? |(?:north|south|east|west|North|South|East|West) )?"
    r"\d{1,3}(?:st|nd|rd|th) (?:st|street|ave|avenue|rd|road|pl|blvd)\b\.?"
    r"|\b\d{1,5} (?:[a-z][\w']* ){1,2}(?:st|street|ave|avenue|blvd|boulevard|rd|road|lane|broadway)\b\.?"
    r"|\b\d{1,5} broadway\b"
    r"|\b\d{1,5} (?:[NSEW]\.?|North|South|East|West) \d{1,3}(?:st|nd|rd|th)\b"
)
"""A street with its number."""

_WORKPLACE: Final = re.compile(
    r"\b(?:shoots?|shooting|film(?:s|ing|ed)?|fitting|wardrobe|local hire|on location|set in|takes place)\b",
    re.IGNORECASE,
)
_CLOCKS: Final = (
    *("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
    *("Europe/London", "Europe/Paris", "Australia/Sydney"),
)
_BRITISH: Final = re.compile(
    r"\b(?:GMT|BST)\b|\.uk\b|\+44|\u00a3|\bUK\b|\bLondon\b(?! Road)|\bSpotlight\b|\bCDG\b"
    r"|\b(?:Manchester|Bristol|Cardiff|Leeds|Glasgow|Edinburgh|Liverpool|Belfast)\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b0(?:20 ?\d{4} ?\d{4}|[17]\d{3} ?\d{3} ?\d{3})\b"
)
_AMERICAN: Final = re.compile(
    r"\$ ?\d|\b[A-Z]{2},? \d{5}\b|(?<![\d+])\(?\d{3}(?:\) |[-.)])\d{3}[-.]\d{4}\b|\bSAG|\b(?:NYC?|LA|CA)\b"
    r"|\b(?:New York|Los Angeles|Brooklyn|Chicago|Atlanta|Hollywood)\b|\b\d{1,2}/(?:1[3-9]|2\d|3[01])\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:[1-9]|[12]\d|3[01])\b(?!:)"
)
_SIGNS: Final = {
    "America": _AMERICAN,
    "Australia": re.compile(r"\.au\b|\+61|\b04\d\d ?\d{3} ?\d{3}\b|\bMEAA\b"),
    "Pacific": re.compile(r"\.nz\b|\+64"),
    "Europe": re.compile(r"\.(?:ie|de|fr|es|it|nl|eu)\b|\+(?:353|49|33|34|39|31)"),
}
"""Signs in a mail that it was written in the part of the world where the actor is."""

_MACHINE: Final = re.compile(
    r"no-?reply|do-?not-?reply|notif(?:y|ication)|automat|mailer|\balerts?@|backstage|casting ?networks"
    r"|actors ?access|casting ?frontier|eco ?cast",
    re.IGNORECASE,
)
_IN_BRITAIN: Final = re.compile(r"\b(?:UK|England|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\b")
_FOOTER: Final = re.compile(r"\u00a9|\(c\)|unsubscribe|all rights reserved", re.IGNORECASE)


def zone_of_place(text: str) -> str:
    """Return the zone of the city that a place is in; empty if none is known."""
    names = {found.lower() for found in _CITY.findall(text)}
    state = _STATE.search(text)
    cities = {CITY_ZONES[name] for name in names}
    if len(cities) == 1 and not (state and names <= SHARED_CITIES):
        return cities.pop()
    if _LOS_ANGELES.search(text):
        return "America/Los_Angeles"
    return STATE_ZONES[state[1]] if state else ""


def zones_of_place(text: str, home: str) -> list[str]:
    """Return the zones that a place may be in: two for a city of which `home` may have another one.

    "Richmond" alone is in Virginia or, for an actor in Melbourne, around the corner.
    """
    there = zone_of_place(text)
    if not there or there.partition("/")[0] == home.partition("/")[0]:
        return [there] if there else []
    names = {found.lower() for found in _CITY.findall(text)}
    is_said = _STATE.search(text) or (there == "Europe/London" and _IN_BRITAIN.search(text))
    return [there] if is_said or not names <= SHARED_CITIES else [home, there]


def says_zone(text: str, place: str) -> bool:
    """Return whether an invitation says in which zone its hours are, by name or by the place."""
    return bool(_NAMED.search(text) or zone_of_place(place))


def lacks_zone(reading: Reading, field: str, now: DateTime) -> bool:
    """Whether a field is an hour on the actor's own clock only because no zone was said."""
    value = reading[field]
    if (
        not isinstance(value, Moment)
        or value.time is None
        or reading.uid
        or reading.is_on_home_clock
    ):
        return False
    is_elsewhere = value.zone != zone_of(now)
    return not is_elsewhere and not says_zone(reading.text, reading.text_of("place"))


def clock_of(offset: str, words: str, home: str, written: DateTime) -> str:
    """Return the zone in which a mail with this offset in its head was written.

    Empty if that is the actor's own. Machines and many mail programs write "+0000" wherever they
    are: then `words`, the mail and its head, tell where. If they do not, it may be Britain.
    """
    at = written.naive()
    zones = (home, *_CLOCKS)
    fits = [zone for zone in zones if at.replace(tzinfo=timezone(zone)).strftime("%z") == offset]
    if not fits or fits[0] == home:
        return ""
    if offset != "+0000" or _BRITISH.search(words):
        return fits[0]
    named = {zone_of_words(found["zone"]) for found in _HOUR_ZONE.finditer(words)} - {""}
    if len(named) == 1:
        return "" if home in named else named.pop()
    signs = _SIGNS.get(home.partition("/")[0])
    is_home = bool(named) or zone_of_place(words) == home or bool(signs and signs.search(words))
    return "" if is_home or _MACHINE.search(words) else fits[0]


def is_home_clock(offset: str, words: str, home: str, written: DateTime) -> bool:
    """Return whether a mail with this offset in its head was written in the zone of the actor.

    In Britain its words may say so, too; "+0000" alone is also that of machines elsewhere.
    """
    is_british = home == "Europe/London" and bool(_BRITISH.search(words))
    if is_british or not offset:
        return is_british
    if written.naive().replace(tzinfo=timezone(home)).strftime("%z") != offset:
        return False
    return offset != "+0000" or not (_MACHINE.search(words) or _AMERICAN.search(words))


def zone_for_all(clauses: Iterable[Clause]) -> str:
    """Return the zone that a letter states for all its times; empty if it states none."""
    for clause in clauses:
        said = f"{clause.label}: {clause.text}" if clause.label else clause.text
        if found := _ALL.search(said):
            return zone_of_words(found["zone"])
    return ""


def zone_of_address(clauses: Iterable[Clause]) -> str:
    """Return the zone of the address that an office gives of itself; empty if it gives none."""
    clauses = tuple(clauses)
    for number, clause in enumerate(clauses):
        said = f"{clause.label}: {clause.text}" if clause.label else clause.text
        if _FOOTER.search(said) or _WORKPLACE.search(said) or not STREET.search(said):
            continue
        near = clauses[number + 1].text if number + 1 < len(clauses) else ""
        if zone := zone_of_place(said) or (zone_of_place(near) if len(near) < 40 else ""):
            return zone
    return ""

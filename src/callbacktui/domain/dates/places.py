"""The time zones of the cities, regions and states in which the trade works."""

from typing import Final

_NEW_YORK: Final = "America/New_York"
_CHICAGO: Final = "America/Chicago"
_DENVER: Final = "America/Denver"
_LA: Final = "America/Los_Angeles"
CITY_ZONES: Final = {
    **dict.fromkeys(
        [
            "new york",
            "nyc",
            "brooklyn",
            "manhattan",
            "queens",
            "astoria",
            "long island city",
            "boston",
            "philadelphia",
            "atlanta",
            "miami",
            "washington",
            "wilmington",
            "orlando",
            "pittsburgh",
            "baltimore",
            "jersey city",
            "hoboken",
            "newark",
            "charlotte",
            "savannah",
            "tampa",
            "detroit",
            "cleveland",
            "columbus",
            "providence",
            "hartford",
            "raleigh",
            "richmond",
        ],
        _NEW_YORK,
    ),
    **dict.fromkeys(
        [
            "chicago",
            "dallas",
            "austin",
            "houston",
            "new orleans",
            "nashville",
            "minneapolis",
            "st. louis",
            "saint louis",
            "kansas city",
            "milwaukee",
            "memphis",
            "san antonio",
            "oklahoma city",
            "evanston",
        ],
        _CHICAGO,
    ),
    **dict.fromkeys(
        ["denver", "salt lake city", "albuquerque", "santa fe", "boulder", "boise"], _DENVER
    ),
    "phoenix": "America/Phoenix",
    **dict.fromkeys(
        [
            "los angeles",
            "hollywood",
            "west hollywood",
            "north hollywood",
            "burbank",
            "santa monica",
            "culver city",
            "sherman oaks",
            "studio city",
            "pasadena",
            "glendale",
            "van nuys",
            "san francisco",
            "san diego",
            "seattle",
            "portland",
            "las vegas",
            "beverly hills",
            "encino",
            "venice beach",
            "silver lake",
            "oakland",
            "sacramento",
        ],
        _LA,
    ),
    **dict.fromkeys(["toronto", "montreal", "ottawa", "hamilton"], "America/Toronto"),
    "vancouver": "America/Vancouver",
    **dict.fromkeys(
        [
            "london",
            "manchester",
            "bristol",
            "cardiff",
            "leeds",
            "glasgow",
            "edinburgh",
            "birmingham",
            "liverpool",
            "soho",
            "shoreditch",
            "hackney",
            "sheffield",
            "nottingham",
            "newcastle",
            "brighton",
            "salford",
            "oxford",
            "stratford-upon-avon",
        ],
        "Europe/London",
    ),
    "belfast": "Europe/London",
    **dict.fromkeys(["dublin", "galway", "limerick", "bray", "ardmore studios"], "Europe/Dublin"),
    "paris": "Europe/Paris",
    "berlin": "Europe/Berlin",
    "madrid": "Europe/Madrid",
    "sydney": "Australia/Sydney",
    "melbourne": "Australia/Melbourne",
}
"""Cities, and parts of cities, in lowercase."""

SHARED_CITIES: Final = frozenset(
    ("richmond", "newcastle", "hamilton", "birmingham", "manchester", "brighton", "liverpool")
)
"""Cities that the trade works in on other continents, too, or suburbs there."""

REGION_ZONES: Final = {
    "eastern": _NEW_YORK,
    "central": _CHICAGO,
    "mountain": _DENVER,
    "pacific": _LA,
}
"""The words for the four zones of the United States."""

LETTER_ZONES: Final = {
    **dict.fromkeys(("cet", "cest"), "Europe/Paris"),
    **dict.fromkeys(("eet", "eest"), "Europe/Helsinki"),
    **dict.fromkeys(("aest", "aedt"), "Australia/Sydney"),
    **dict.fromkeys(("acst", "acdt"), "Australia/Adelaide"),
    **dict.fromkeys(("nzst", "nzdt"), "Pacific/Auckland"),
    **dict.fromkeys(("ast", "adt"), "America/Halifax"),
    **dict.fromkeys(("akst", "akdt"), "America/Anchorage"),
    **{"hst": "Pacific/Honolulu", "jst": "Asia/Tokyo", "kst": "Asia/Seoul"},
    **{"awst": "Australia/Perth", "sast": "Africa/Johannesburg", "hkt": "Asia/Hong_Kong"},
}
"""Letters behind an hour for zones that are neither of the mainland United States nor British."""

STATE_ZONES: Final = {
    **dict.fromkeys(
        [
            "NY",
            "NJ",
            "GA",
            "MA",
            "PA",
            "NC",
            "SC",
            "VA",
            "MD",
            "DC",
            "CT",
            "RI",
            "OH",
            "MI",
            "NH",
            "VT",
            "ME",
            "DE",
            "WV",
        ],
        _NEW_YORK,
    ),
    **dict.fromkeys(["IL", "TX", "LA", "MN", "WI", "MO", "IA", "OK", "AR", "MS", "AL"], _CHICAGO),
    **dict.fromkeys(["CO", "UT", "NM", "WY", "MT"], _DENVER),
    **dict.fromkeys(["CA", "WA", "NV", "OR"], _LA),
}
"""States that lie in one zone for the most part, by their letters."""

"""What the name of a project or a role looks like in a mail, and how it is cleaned."""

import re
from typing import Final

from callbacktui.domain.text import fold
from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.day_patterns import NOT_THE_SUN
from callbacktui.exchange.invitation.people import UP, People
from callbacktui.exchange.invitation.trade_words import is_trade

WORD: Final = rf"(?:[{UP}][\w'\u00c0-\u00ff]*(?:[.-][\w\u00c0-\u00ff]+)*\.?|(?<=[\w.] )\d{{1,3}}(?!\d|s\b|[/:.]\d| ?[ap]m)|#\d+)"
_LINK: Final = r"(?:of|the|and|&|de|del|la|le|der|von|van|in|on|at|to|for|a|from|y|\+)"
_NOT_ME: Final = (
    r"(?!(?:and|that|when|if) I (?!(?:at|in|on|for|is|was|has|will|to|by|from|and)\b)[a-z])"
)
"""Where a name ends: "Gravel Road Kings and I saw you"; "The King and I" is a title."""

NAME: Final = rf"{WORD}(?: {_NOT_ME}(?:{_LINK} ){{0,2}}{WORD}){{0,6}}"
_CAPS_WORD: Final = rf"(?:(?!\d{{1,2}}[/:]\d)[{UP}0-9][{UP}0-9'&.-]*)"
CAPS: Final = (
    rf"(?=[{UP}0-9'&. -]*[{UP}]{{2}})(?:{_CAPS_WORD})(?: (?:& )?{_CAPS_WORD})*(?: #\d+)?(?![a-z\d])"
)
QUOTED: Final = r"\"[^\"\n]{2,60}\"|(?<!\w)'[^'\n]{2,60}'(?!\w)"
_RANKED: Final = rf"(?:DS|DI|DC|DCI|PC|WPC|DR|SGT|LT) {NAME}"
TITLE: Final = rf"(?:{QUOTED}|{_RANKED}|{CAPS}|{NAME})"
BRAND: Final = rf"(?:(?:{NAME})(?: - | / |,? )\"[^\"\n]{{2,60}}\"|{TITLE})"

SIZE: Final = (
    r"(?i:(?:co-?star|guest[- ]star|series[- ]regular|recurring|day[- ]player|under-?five)"
    r"(?:(?: |/| or )(?:co-?star|guest[- ]star|series[- ]regular|recurring|day[- ]player|role))*)"
)
NETWORK: Final = (
    r"(?:(?i:netflix|hulu|hbo|peacock|paramount\+?|disney\+?|amazon|starz|showtime|hallmark|lifetime|tubi)"
    r"|HBO Max|Max|Apple(?: TV)?\+?|Prime(?: Video)?|ABC|NBC|CBS|FOX|Fox|FX|AMC|(?:The )?CW|USA|BBC(?: \w+)?|ITV|C4|Channel [45]|Sky)"
)
OF_SIZE: Final = rf"{SIZE}(?: -|:)? (?!(?:ON|IN|FOR|AT|OF|AS|TO|WITH|ROLE|AND|OR)\b)(?!{NETWORK}\b)"
"""Before a role in capitals: "guest star DEPUTY OWENS"."""

_CHANNEL: Final = re.compile(NETWORK)
_STOP: Final = {
    *("callback", "call back", "recall", "audition", "self tape", "selftape", "tape", "appointment", "appt", "avail", "hold", "pin", "pinned"),
    *("release", "released", "booked", "booking", "eod", "cob", "asap", "rsvp", "fyi", "nda", "pdf", "zoom", "sides", "sag", "aftra", "sag aftra", "aea"),
    *("equity", "tv", "vo", "uk", "us", "usa", "la", "ny", "nyc", "confirm", "deadline", "due", "update", "updated", "cancelled", "canceled", "no", "yes"),
    *("et", "pt", "ct", "mt", "est", "pst", "gmt", "bst", "cst", "ok", "mp4", "mov", "hd", "csa", "cdg", "urgent", "reminder", "please", "thanks", "hi"),
    *("self-tape", "new", "you", "i", "we", "they", "it", "the", "a", "your tape", "co-star", "guest star", "series regular", "recurring", "lead"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "pass", "passed", "not", "first refusal"),
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "non-union", "cd"),
    *("eco cast", "avail check", "change", "new time", "time change", "correction", "casting", "role", "project", "one", "two", "both", "all", "slate"),
    *("chemistry read", "producer session", "screen test", "pages", "scene", "scenes", "page", "x", "m", "ps", "re", "fwd", "fw", "in person", "virtual"),
    *("availability", "availability check", "good news", "great news", "lovely news", "quick one", "heads up", "google meet", "teams", "lmk", "self tapes"),
    *("client", "the client", "production", "agency", "the agency", "brand", "network", "the network", "studio", "the studio", "team", "the team"),
    *("creative", "creatives", "director", "producer", "producers", "the producers", "everyone", "somebody", "someone", "nobody", "they all"),
    *("shoot", "shoots", "shooting", "films", "filming", "rehearses", "rehearsals", "works", "working", "records", "recording", "performances"),
    *("fitting", "fittings", "wardrobe", "parking", "travel", "auditions", "callbacks", "meetings"),
    *("on", "off", "self test", "self tests", "nda required", "this", "that", "she", "he", "there", "when", "each", "here", "congratulations", "congrats", "offer", "wow", "hooray", "yay"),
}  # fmt: skip
"""Words in the place of a name that are not one."""

_NOT_IN_NAME: Final = re.compile(
    r"^(?:today|tomorrow|tonight)(?:'s)?\b|^(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day|s)?\b|^\d|^(?:they|we|i|you|s?he|it|that|there|who|what)'(?:ll|re|ve|d|s|m)\b|^(?:https?|www)|\bcasting$|^(?:please|confirm|due|deadline|attached|re|sides)\b"
    r"|^(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?:\.? \d|$)",
    re.IGNORECASE,
)
_TRAILING: Final = re.compile(
    r"\s*(?:[,(]|(?<!\w)[-/]|-(?=[\s(]))[,(/-]*\s*(?:(?:the|an?|our) (?:[a-z-]+ ){0,3}(?:musical|play|film|series)|season|series|s|ep|eps|episode|vol|part|pilot|feature|film|short|tv|netflix|hulu|hbo|max|apple|amazon|bbc|itv|:?\d+).*$"
    r"|\s*[(\[](?![^)\]]*$)[^)\]]*[)\]]\s*$|\s+(?:season|series) (?:\d+|one|two|three|four|five|six)\b.*$|\s+s\d+\b.*$|(?<=[\"'])\s+:?\d\d\b.*$|\s+TVC$|(?-i:\s+(?:first |second )?(?:national|international|regional|world|UK|US) tour)$",
    re.IGNORECASE,
)
_ROLE_TAIL: Final = re.compile(
    r"\s*(?:[([\u2013,/|]|- |--).*$|\s+(?:co-?star|guest[- ]star|series regular|recurring|lead|supporting|principal)\b.*$",
    re.IGNORECASE,
)
_ADVERB: Final = re.compile(
    r"^(?:(?-i:OFFER|BOOKING|BOOKED)[!:]*|sadly|unfortunately|sorry|today|tomorrow|now|so|and|but|however|hi|hello|also|alas|good news|great news|the role of|the part of)[, ]+(?=[A-Z\"])",
    re.IGNORECASE,
)


_GREETING: Final = re.compile(
    rf"(?!Dear [^,!:.]+ -)(?:Hi|Hey|Hello|Hiya|Dear|Morning|Good (?:morning|afternoon|evening)),?"
    rf"(?: (?:(?i:again|there|all|love|lovely|darling|hon|dear|you|friend|team)|[{UP}](?=[\w'-]*[a-z])[\w'-]+(?: [{UP}][\w'-]*[a-z])?))?"
    r"(?: ?[,!:.]+| -+)(?:\s+(?:- )?|$)"
)
"""How a letter begins: "Hey Sam -", "Hello love,"; no title is in it."""

WEEKDAY: Final = (
    rf"(?:{NOT_THE_SUN}(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)"
)
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_LEADS: Final = r"(?: (?:on|for|by|at|from|to|this|next|coming|the|due|starting|until))"
_DAY: Final = re.compile(
    rf"{_LEADS}+ (?:{WEEKDAY}(?= (?:{_MONTH}|\d|(?:at|from|by) \d)|$)|{_MONTH}(?= \d|$)|\d).*$"
    rf"| {WEEKDAY}(?= (?:{_MONTH}|\d|(?:at|from|by) \d)).*$"
    rf"| {_MONTH} \d.*$"
    rf"|{_LEADS}* (?:today|tonight|tomorrow|noon|midnight)$",
    re.IGNORECASE,
)
"""A day at the end of a name. "Monday Mornings" and "Tuesday's Child" are names."""


def without_greeting(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a letter without the greeting before them: "Hey Sam - in person"."""
    if not clauses or clauses[0].label or not (found := _GREETING.match(clauses[0].text)):
        return clauses
    said = clauses[0].text[found.end() :]
    own = (Clause(text=said, line=clauses[0].line, starts=clauses[0].starts),) if said else ()
    return (*own, *clauses[1:])


def plain_project(said: str) -> str:
    """Return a title without its network, season and length."""
    name = _ADVERB.sub("", said.strip(" ,.;:-"))
    while (shorter := _whole_brackets(_TRAILING.sub("", name)).strip(" ,;:-")) != name and shorter:
        name = shorter
    quoted = re.fullmatch(r"[\"'](.+)[\"']", name)
    return (quoted[1] if quoted and '"' not in quoted[1] else name).strip(" ,.")


def _whole_brackets(name: str) -> str:
    """Return a name without a bracket at its end that was cut: "Peachtree Blues (CBS"."""
    return re.sub(r"\s*(?:\([^)]*|\[[^\]]*)$", "", name)


def plain_role(said: str) -> str:
    """Return a role as it is called, without its size and description."""
    name = _ROLE_TAIL.sub("", _ADVERB.sub("", said.strip(" ,.;:-*"))).strip(" ,.;:\"'*")
    return re.sub(r"^(?:the )?(?:role|part) of ", "", name, flags=re.IGNORECASE)


def cut_day(name: str) -> str:
    """Return a name without the day after it: "Cold Front on Friday"."""
    return _DAY.sub("", f" {name}").strip(" ,")


def is_name(name: str, people: People) -> bool:
    """Return whether this may name a project or a role; a date, a person or "callback" may not."""
    if not name or not 2 <= len(name) <= 70 or _NOT_IN_NAME.search(name):
        return False
    if _CHANNEL.fullmatch(name):
        return False
    if (
        name_key(name) in _STOP
        or is_trade(name)
        or people.is_known(name)
        or not re.search(r"[^\W\d]", name)
    ):
        return False
    return not all(name_key(word) in _STOP or word.isdigit() for word in name.split())


def name_key(name: str) -> str:
    """Return the form by which names are compared: folded, without quotes and stops."""
    return " ".join(re.sub(r"[\"',.]", "", fold(name)).split())


def distinct_names(names: list[str]) -> list[str]:
    """Leave out names that are there already, or are a part of another one."""
    kept: list[str] = []
    for name in names:
        key = name_key(name)
        if any(key == name_key(other) or key in name_key(other) for other in kept):
            continue
        kept = [other for other in kept if name_key(other) not in key]
        kept.append(name)
    return kept

"""Takes the subject of a mail apart: the project and the role, without the words of the trade."""

import re
from typing import Final

from callbacktui.exchange.invitation.clauses import straight
from callbacktui.exchange.invitation.letters import Letter
from callbacktui.exchange.invitation.people import UP, People
from callbacktui.exchange.invitation.project_and_role_patterns import (
    CAPS,
    WEEKDAY,
    distinct_names,
    is_name,
    plain_project,
)
from callbacktui.exchange.invitation.trade_words import TRADE, is_trade

KINDS: Final = (
    r"(?:taping|self[- ]?(?:tape|test)s?(?: request| invitation)?|ST req(?:uest)?|tapes?|auditions?|appointments?|appts?|call[- ]?backs?|recalls?|avail(?:ability)?(?: check)?|chemistry reads?"
    r"|chem reads?|(?:producers?|director'?s?|work) session|screen test|network test|studio test|session|first refusal(?: on)?|hold|(?:(?:1st|first|2nd|second) )?option(?: request)?|pin(?:ned)?|pencil(?:led)?|booked|read(?:ing)?|cast(?:ing)?|role|casting for)"
)
_KIND_WORDS: Final = re.compile(
    r"^(?:(?:quick |a |an |your |some |casting )*(?:updates?|news|word|decision|info|details|feedback) (?:on|about|re|regarding|from|for)|regarding|about|concerning)\s*:?\s+"
    r"|^invitation to (?:an? |our )?|^thank(?:s| you)\b[^:-]{0,40}[:-] "
    r"|^(?:re|fwd?|fw|aw|updated?|urgent|new|reminder|please|action required|invitation|canceled|cancelled|accepted|important|tentative|exciting news|change|correction)\s*[:!-]\s*"
    rf"|^(?:(?:your|a|the|new|first|second|final|virtual|in[- ]person|zoom|online|live|general|commercial|open) )*(?:{KINDS}|test|(?:open|chorus|dance|singing) calls?|e[cp][ca]s?)\b(?: (?:request|invitation|invite|confirmed|confirmation|scheduled|notice|check|time|appointment|details|update|reminder|cancelled|canceled|moved|change|changed))*\s*(?:!+|[:,-]|for\b|on\b|\()*\s*"
    r"|^(?-i:OFFER|BOOKING|RELEASE|Offer|Booking)\b(?:\s|[!:,-])*(?:(?:for|on|of)\s)?",
    re.IGNORECASE,
)
_SEGMENTS: Final = re.compile(
    r"\s*[\u2022\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]+\s*|\s+[-|/~]+\s+|\s*:\s+|\s*\|\s*|,\s+(?![a-z])|\s*[()]\s*|!+\s*|\s+//?\s+"
)
_LEAD: Final = re.compile(r"^(?:my|our|an?|the|your) (?:[a-z-]+ ){1,3}(?=[\"'])")
_SORT: Final = r"(?:(?:the|a|an|our|my|new|indie|fringe|short|feature|student|thesis|web|stage|tv|national|regional|film|show|play|musical|series|pilot|commercial|spot|project|production|reading|promo|campaign) ?)*"
_SORT_AND_TITLE: Final = re.compile(rf"{_SORT}\"(?P<title>[^\"]+)\" ?{_SORT}", re.IGNORECASE)
"""A quoted title with the sort of work beside it: 'Fringe show "Ten Spoons"'."""

_LED: Final = re.compile(
    rf"^(?P<led>(?:[\w'/&-]+,? ){{0,7}}?)(?:for|on) (?:the |an? |our |your )?(?=[{UP}0-9\"'])"
)
"""What leads to a title: "Your EPA appointment for"."""

_IN_CAPITALS: Final = re.compile(
    rf"[\"'({UP}0-9]\S*(?: (?:[\"'({UP}0-9#&+-]\S*|of|the|and|an?|in|on|at|to|for|from|with|by|or|de|del|la|le|der|von|van|y|vs\.?|is|not|as))*"
)
"""A title begins its words with capitals; "Great seeing you" is a sentence."""

_KIND_NOUNS: Final = {
    *("video", "film", "spot", "commercial", "campaign", "ad", "advert", "radio", "lookbook"),
    *("tour", "promo", "series", "musical", "play"),
    *("short", "feature", "pilot"),
}
_ROLE_IN: Final = re.compile(rf"(?P<role>{CAPS}) in (?P<project>{CAPS})")
_AS_ROLE: Final = re.compile(rf"[{UP}][\w'-]*(?: [{UP}][\w'-]*){{0,2}} as (?P<role>[\"'{UP}].*)")
"""Who plays what: 'Noor Castellan as "Cassidy"'."""

_NO_SEGMENT: Final = re.compile(
    r"^(?:heavy|light|please\b.*|your .*|taping.*|you(?:'re|'ve| are| have)\b.*|we\b.*|.*\bcasting\b.*|.*\b\d{1,2}[:/.]\d.*|\d.*|job #?\d+|due\b.*|deadline.*|confirm\w*"
    r"|needed.*|read\b.*|action.*|time.*|new\b.*|updated?.*|moved.*|change.*|today.*|tomorrow.*|tonight.*|sag.*|\w+ roles?|more time.*|not this time.*|zoom link.*"
    r"|call (?:info|time|sheet).*|fittings?\b.*|quick\b.*|nda\b.*|.*\b(?:am|pm|noon|et|pt)\b.*|avail.*|release.*)$",
    re.IGNORECASE,
)


_HOUR_END: Final = re.compile(
    r" (?:on |at |for |this |next )?(?:\d{1,2}[/:]|tomorrow|today)", re.IGNORECASE
)
_DAY_END: Final = re.compile(
    rf" (?:on |at |for |this |next )?(?:{WEEKDAY}|\d{{1,2}}[/:]|tomorrow|today)", re.IGNORECASE
)
"""What ends a name. In capitals, and with the day elsewhere, "SECOND SUNDAY" is a title."""


def _opening(letter: Letter) -> str:
    """Return the first sentences of a mail without a subject, if they begin as one would."""
    line = next((line for line in straight(letter.text).split("\n") if line.strip()), "")
    said = _SENDER.sub("", line.strip())
    opens = _OPENS.match(said)
    return re.split(r"\.(?: |$)", said)[0] if opens and not letter.is_inner else ""


_SENDER: Final = re.compile(rf"[{UP}][\w.'-]*(?: [{UP}][\w.'-]*)?(?: ?\([^)]*\)| ?/ ?\w+)?: ")
_OPENS: Final = re.compile(rf"(?:{KINDS})(?: request)?(?:!+ | - |: )", re.IGNORECASE)
"""How an opening tells what it is about: "Callback!!! Trooper Mills, Coldwater"."""


def _is_repeated(name: str, letter: Letter) -> bool:
    """Whether words of a subject stand just so in the letter: "Hollis Bank onboarding"."""
    return name[:1].isupper() and len(name.split()) > 1 and name in straight(letter.text)


def _parts(said: str, text: str) -> list[str]:
    """Return the parts of a subject; a title with a colon that the letter repeats is one."""
    parts = [part.strip(" -,.!?:;/|~") for part in _SEGMENTS.split(said) if part]
    joined: list[str] = []
    for part in parts:
        whole = f"{joined[-1]}: {part}" if joined else ""
        if whole and whole in said and not is_trade(joined[-1]) and whole.lower() in text.lower():
            joined[-1] = whole
        else:
            both = _ROLE_IN.fullmatch(part)
            joined += [both["project"], both["role"]] if both else [part]
    return joined


def _is_day(said: str) -> bool:
    """Whether a part of a subject is a day or an hour, and nothing else."""
    return bool(re.search(rf"\b{WEEKDAY}|\d", said, re.IGNORECASE)) and is_trade(said)


def _without_kind(name: str) -> str:
    """Return a name without the kind of work after it in small letters: "MedCore safety video"."""
    words = name.split()
    if words[-1] in _KIND_NOUNS:
        while len(words) > 1 and words[-1].islower():
            words.pop()
    return " ".join(words)


def _without_quotes(name: str) -> str:
    """Return a name without the quotes around it; 'Goldfinch "Fence"' keeps those in it."""
    return name if name[:1] not in "\"'" and name.count('"') == 2 else name.strip(" \"'")


def _without_trade(name: str) -> str:
    """Return a name without the words of the trade after it in small letters: "KETTLE release"."""
    words = name.split()
    while len(words) > 1 and words[-1] in TRADE - _KIND_NOUNS and words[-1].islower():
        words.pop()
    return " ".join(words)


def subject_names(letters: tuple[Letter, ...], people: People) -> list[str]:
    """Return the names in the subjects, in their order, without words of the trade."""
    for letter in letters:
        said = straight(letter.subject).strip()
        said = said if re.search(r"\w", said) else _opening(letter)
        before = ""
        while said != before:
            before, said = said, _KIND_WORDS.sub("", said).strip()
            if (led := _LED.match(said)) and led["led"] and is_trade(led["led"]):
                said = said[led.end() :]
        names: list[str] = []
        described: list[str] = []
        parts = _parts(said, straight(letter.text))
        tells_day = any(_is_day(part) for part in parts)
        for part in parts:
            if names and (led := _LED.match(part)) and led["led"] and is_trade(led["led"]):
                part = part[led.end() :]  # "Magpie - self-tape for Annie"
            name = _plain_part(part, tells_day=tells_day)
            if not name or _NO_SEGMENT.match(name) or not is_name(name, people):
                continue
            is_title = _IN_CAPITALS.fullmatch(_without_kind(name)) or _is_repeated(name, letter)
            if len(name.split()) > 6 or not is_title:
                continue
            kept = (
                names if _IN_CAPITALS.fullmatch(name) or _is_repeated(name, letter) else described
            )
            kept.append(plain_project(name))
        if names := names or described:  # "Magpie - BFI short": that is a kind of work
            return distinct_names(names)
    return []


def _plain_part(part: str, *, tells_day: bool) -> str:
    """Return a part of a subject without the words of the trade and the day around the name."""
    name = _LEAD.sub("", re.sub(r" :\d\d\b", "", part))
    if played := _AS_ROLE.fullmatch(name):
        name = played["role"]
    if sort := _SORT_AND_TITLE.fullmatch(name):
        name = sort["title"]
    name = re.sub(
        r"^(?:you(?:'ve| have)? booked|booked|audition|appt|callback|recall|tape|release) ",
        "",
        name,
        flags=re.IGNORECASE,
    )
    name = (_HOUR_END if tells_day and name.isupper() else _DAY_END).split(name)[0]
    name = re.sub(
        rf"(?:'s)? {KINDS}(?: (?:request|invitation|details|time|update|moved|changed|cancel+ed|postponed))*$| (?:update|news|result|outcome|decision)$",
        "",
        name,
        flags=re.IGNORECASE,
    )
    return _without_quotes(_without_trade(name).strip())

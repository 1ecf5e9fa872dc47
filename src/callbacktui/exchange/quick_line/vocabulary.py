"""The words of the trade that a quick line knows without a mark, and the fields they fill."""

import re
from typing import Any, Final, NamedTuple

from callbacktui.domain.enums import Format, HoldKind, Medium, RoundKind, Size, Source, Union
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.quick_line.line_state import LEFT, RIGHT


class Term(NamedTuple):
    """A word of the trade: its pattern, the field and the value it stands for.

    One that is `sure` is taken wherever it is in small letters; any other could be part of a
    name, and is taken only at its edge.
    """

    pattern: re.Pattern[str]
    field: str
    value: Any
    sure: bool


_WHICH: Final = (
    r"(?:(?:straight to|final|first|second|third|1st|2nd|3rd|another|next|live|producers?'?"
    r"|directors?'?|dance|singing|music|vocal|movement) )?"
)
_WITHOUT_MY: Final = r"(?:thru|through|via|from|by|w/) (?:(?:my|an?|the) )?"
_SURE: Final[dict[str, tuple[str, Any]]] = {
    r"(?:submitted )?self[ -]?tap(?:e|es|ing)(?: (?:request|req|audition|invite))?"
    r"|tap(?:e|ing)(?: (?:request|req))?|^st(?= for )": ("format", Format.SELF_TAPE),
    r"in[ -]person|in the room|irl": ("format", Format.IN_PERSON),
    r"(?:(?:on|via|over|by) )?(?:zoom|skype|facetime|google meet)(?: call)?"
    r"|video call|(?:live )?virtual(?:ly)?": ("format", Format.VIRTUAL_LIVE),
    r"phone call|phoner|(?:by|on|over) (?:the )?phone": ("format", Format.PHONE),
    rf"{_WHICH}(?:call[ -]?backs?|cb|c/b|recalls?)(?: #\d)?": ("kind", RoundKind.CALLBACK),
    r"chem(?:istry)?[ -](?:read|test)s?": ("kind", RoundKind.CHEMISTRY_READ),
    r"(?:producers?'?|producer's) session": ("kind", RoundKind.PRODUCER_SESSION),
    r"(?:directors?'?|director's) session": ("kind", RoundKind.DIRECTOR_SESSION),
    r"work[ -]?session": ("kind", RoundKind.WORK_SESSION),
    r"network test": ("kind", RoundKind.NETWORK_TEST),
    r"studio test": ("kind", RoundKind.STUDIO_TEST),
    r"screen[ -]?test": ("kind", RoundKind.SCREEN_TEST),
    r"re[ -]?tap(?:e|ing)": ("kind", RoundKind.RETAPE),
    r"pre[ -]?read": ("kind", RoundKind.PRE_READ),
    r"epas?|equity principal auditions?": ("kind", RoundKind.EPA),
    r"(?:eccs?|(?:equity )?chorus calls?)(?: (?:singers|dancers))?": ("kind", RoundKind.ECC),
    r"open (?:casting )?call|open audition|cattle call": ("kind", RoundKind.OPEN_CALL),
    r"(?:dance|dancers?'?|movers?'?) call": ("kind", RoundKind.DANCE_CALL),
    r"(?:sing(?:ing|ers?'?)?|vocal) call": ("kind", RoundKind.SINGING_CALL),
    r"co[ -]?star(?:s| role)?": ("size", Size.COSTAR),
    r"guest[ -]?star(?:s| role)?": ("size", Size.GUEST_STAR),
    r"series[ -]?reg(?:ular)?(?: role)?": ("size", Size.SERIES_REGULAR),
    r"u/s|understudy(?:ing)?": ("size", Size.UNDERSTUDY),
    r"day[ -]?player": ("size", Size.DAY_PLAYER),
    r"under[ -]?(?:five|5)|u/5|u5": ("size", Size.UNDER_FIVE),
    r"tv|tv (?:series|show|pilot|movie|film)|television": ("medium", Medium.TV),
    r"feature film|indie (?:film|feature)": ("medium", Medium.FILM),
    r"(?:(?-i:[A-Z]{2,5}) )?student (?:film|short|feature|short film|project)"
    r"|(?:(?-i:[A-Z]{2,5}) )?(?:student )?thesis(?: film| short| project)?": (
        "medium",
        Medium.STUDENT,
    ),
    r"short film": ("medium", Medium.SHORT),
    r"(?:tv|web|national|regional|radio) (?:spot|ad|advert|commercial)|tvc": (
        "medium",
        Medium.COMMERCIAL,
    ),
    r"(?:(?:radio spot|radio|commercial|spot|animation|cartoon|video ?game|game|promo|narration"
    r"|audiobook) )?(?:vo|v/o|v\.o\.|voice[ -]?over)(?: (?:spot|commercial|ad|promo|job|gig|work))?"
    r"|audiobook(?: narration| sample| audition)?": ("medium", Medium.VOICE_OVER),
    r"web[ -]?series|new media": ("medium", Medium.WEB),
    r"video ?game": ("medium", Medium.GAME),
    r"music vid(?:eo)?": ("medium", Medium.MUSIC_VIDEO),
    r"print (?:ad|job|campaign|shoot)": ("medium", Medium.PRINT),
    r"(?:corporate|training|industrial) (?:video|film)": ("medium", Medium.INDUSTRIAL),
    rf"{_WITHOUT_MY}(?:agents?|agency|agt)|agent sub(?:mission|mitted(?: me)?(?: for)?)?": (
        "source",
        Source.AGENT,
    ),
    rf"{_WITHOUT_MY}(?:manager|mgr|mgmt)|manager sub(?:mission|mitted(?: me)?(?: for)?)?": (
        "source",
        Source.MANAGER,
    ),
    r"(?:by |via |thru |through )?referral|referred": ("source", Source.REFERRAL),
    r"sag(?:[ -]aftra)?(?: (?:ulb|mlb|lb|ultra low|mod(?:erate|ified)? low|low)(?: budget)?)?": (
        "union",
        Union.SAG_AFTRA,
    ),
    r"aea": ("union", Union.EQUITY_US),
    r"actra": ("union", Union.ACTRA),
    r"non[ -]?union": ("union", Union.NON_UNION),
    r"direct request|cd request": ("source", Source.DIRECT_REQUEST),
    r"self[ -]sub(?:mit|mitted|mission|bed)?": ("source", Source.SELF),
    r"(?<=\x00 )(?:is |was |already )?sent(?: (?:in|off))?(?: for)?"
    r"|sent(?: in)?(?: (?:my|the))?(?= \x00)": (
        "stage",
        Stage.AUDITIONED,
    ),
    r"submitted|subbed|sub'd": ("stage", Stage.SUBMITTED),
    r"(?:i )?(?:got )?booked(?: it)?": ("stage", Stage.BOOKED),
    r"(?:auditioned|taped)(?: for)?": ("stage", Stage.AUDITIONED),
    r"off pencil|pencil (?:lifted|off|dropped|cleared)|(?:taken )?off (?:hold|avail)"
    r"|(?:(?:pin|hold|avail|pencil) )?released(?: from(?: (?:my |the )?(?:hold|pin|avail))?)?": (
        "ending",
        Disposition.RELEASED,
    ),
}
_UNSURE: Final[dict[str, tuple[str, Any]]] = {
    r"phone": ("format", Format.PHONE),
    r"mo-?cap|motion capture|perf(?:ormance)? (?:cap|capture)": ("tags", "mocap"),
    r"(?:got (?:an |the )?|straight )?offer(?:ed)?(?: for)?": ("stage", Stage.OFFER),
    r"agent|agt|agency": ("source", Source.AGENT),
    r"manager|mgr|mgmt": ("source", Source.MANAGER),
    r"(?:first |chorus |company |general )?(?:audition|read|meeting)(?: request)?"
    r"|appointment|appt": (
        "kind",
        RoundKind.AUDITION,
    ),
    r"workshop(?: of)?": ("kind", RoundKind.WORKSHOP),
    r"recur(?:ring)?(?: role)?": ("size", Size.RECURRING),
    r"lead(?: role)?": ("size", Size.LEAD),
    r"supporting(?: role)?": ("size", Size.SUPPORTING),
    r"principal(?: role)?": ("size", Size.PRINCIPAL),
    r"ensemble": ("size", Size.ENSEMBLE),
    r"featured(?: role)?": ("size", Size.FEATURED),
    r"background|bg|extra": ("size", Size.BACKGROUND),
    r"film|feature|movie": ("medium", Medium.FILM),
    r"short": ("medium", Medium.SHORT),
    r"episodic|sitcom|soap": ("medium", Medium.TV),
    r"(?:regional )?theat(?:re|er)|(?:stage )?play|musical": ("medium", Medium.THEATRE),
    r"commercial|comm|spot|ad|advert": ("medium", Medium.COMMERCIAL),
    r"print": ("medium", Medium.PRINT),
    r"industrial|corporate": ("medium", Medium.INDUSTRIAL),
    r"game": ("medium", Medium.GAME),
    r"podcast|fiction podcast": ("medium", Medium.PODCAST),
}


def _term(pattern: str, meaning: tuple[str, Any], *, sure: bool) -> Term:
    bounded = re.compile(rf"{LEFT}(?:{pattern}){RIGHT}", re.IGNORECASE)
    return Term(bounded, *meaning, sure)


SURE: Final = tuple(_term(pattern, meaning, sure=True) for pattern, meaning in _SURE.items())
UNSURE: Final = tuple(_term(pattern, meaning, sure=False) for pattern, meaning in _UNSURE.items())

ANY: Final = re.compile("|".join((*_SURE, *_UNSURE)), re.IGNORECASE)
"""A pattern for any of the words."""

CALLS: Final = {
    RoundKind.EPA,
    RoundKind.ECC,
    RoundKind.OPEN_CALL,
    RoundKind.DANCE_CALL,
    RoundKind.SINGING_CALL,
}
"""Calls that are for a project: what follows "EPA for" is not a role."""

LETTERS: Final = re.compile(
    r"(?:TVC|TV|VO|V/O|V\.O\.|CB|C/B|EPAS?|ECCS?|U/S|U5|BG|SAG|AEA|ACTRA)\b"
)
"""Words of the trade that are written in capitals."""

HOLDS: Final = {
    "check avail": HoldKind.AVAIL_CHECK,
    "avail check": HoldKind.AVAIL_CHECK,
    "availability check": HoldKind.AVAIL_CHECK,
    "availability": HoldKind.AVAIL_CHECK,
    "avails": HoldKind.AVAIL,
    "avail": HoldKind.AVAIL,
    "light pencil": HoldKind.PENCIL,
    "on pencil": HoldKind.PENCIL,
    "heavy pencil": HoldKind.HEAVY_PENCIL,
    "heavy pencilled": HoldKind.HEAVY_PENCIL,
    "pencilled": HoldKind.PENCIL,
    "penciled": HoldKind.PENCIL,
    "pencil": HoldKind.PENCIL,
    "pinned": HoldKind.PIN,
    "pin": HoldKind.PIN,
    "first refusal": HoldKind.FIRST_REFUSAL,
    "1st refusal": HoldKind.FIRST_REFUSAL,
    "on hold": HoldKind.HOLD,
    **{
        f"{rank} {word}": kind
        for word, kind in (
            ("hold", HoldKind.HOLD),
            ("option", HoldKind.HOLD),
            ("pencil", HoldKind.PENCIL),
            ("avail", HoldKind.AVAIL),
        )
        for rank in ("first", "1st", "second", "2nd", "third", "3rd", "soft", "hard")
    },
    "hold": HoldKind.HOLD,
    "on avail": HoldKind.AVAIL,
}
"""The words for a claim on the actor's dates, none of which is a booking."""

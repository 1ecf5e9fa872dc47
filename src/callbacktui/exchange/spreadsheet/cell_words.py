"""Reads the words of cells: yes and no, formats, media, sizes, ways in, kinds of rounds.

It knows the words of `words_to_values`, which the quick line knows too, and many that are only in
sheets, where a column says what a word is about.
"""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from enum import Enum, auto
from functools import lru_cache
from typing import Final, TypeVar

from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.enums import Format, Medium, RoundKind, Size, Source, Union
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet import words_to_values
from callbacktui.exchange.spreadsheet.hours import CLOCK

_T = TypeVar("_T")
_W = TypeVar("_W", bound=LabelledEnum)
_V = TypeVar("_V", bound=LabelledEnum)


class Tick(Enum):
    """What a check box, or the answer to a question, says; an empty box says nothing."""

    YES = auto()
    NO = auto()
    EMPTY_BOX = auto()


_YES: Final = frozenset(
    "yes y yep yup yeah yas true x xx 1 checked ticked ✔ ✓ ☑ ✅ ☒ 👍 ● ★ ⭐ ♥ ❤ 🎉 🏆 📌 🟢 💚 ja oui si sim".split()
)
_NO: Final = frozenset("no n nope nah nay nein non nao nee ✗ ✘ ❌ ✖ 👎".split())
_BOX: Final = frozenset("false 0 unchecked y/n yes/no ☐ □ ◻ [] [ ] falsch faux falso".split())
_TICKED_BOX: Final = frozenset({"[x]", "[*]", "wahr", "vrai", "verdadero", "verdad"})
_NOTHING: Final = frozenset({
    "", "-", "--", "---", "\u2014", "\u2013", "n/a", "na", "n.a.", "none", "unknown", "null", "nil",
    "tbd", "tba", "tbc", "?", "??", "???", ".", "x/x", "not sure", "unsure", "not known",
    "unbekannt", "keine", "keiner", "desconocido", "ninguno", "ninguna", "inconnu", "inconnue",
    "aucun", "aucune", "sconosciuto", "nessuno", "(blank)", "(none)", "undefined",
})  # fmt: skip


def tick_of(cell: str) -> Tick | None:
    """Return what a check box or a yes or no says, None if the cell is neither."""
    text = _VARIATION.sub("", fold(cell)).strip(" .!")
    if text in _YES or text in _TICKED_BOX:
        return Tick.YES
    if text in _BOX:
        return Tick.EMPTY_BOX
    return Tick.NO if text in _NO else None


def says_nothing(cell: str) -> bool:
    """Whether a cell is empty in all but form: a dash, "Unknown", "TBD", a broken formula."""
    if not cell:
        return True
    if len(cell) > 16:
        return False
    text = fold(cell).strip()
    if text == "nan":
        return cell.strip() != "Nan"  # a name; "NaN" is an empty cell
    return text in _NOTHING or (text.startswith("#") and text.rstrip("!?").lstrip("#") in _BROKEN)


_BROKEN: Final = frozenset(
    "ref n/a value name div/0 num null error spill calc getting_data".split()
)


def _key(text: str) -> str:
    return " ".join(re.sub(r"[-_/.\u2013]", " ", fold(text)).strip(" !?:*").split())


def _table(words: Mapping[_T, str]) -> dict[str, _T]:
    return {_key(word): value for value, line in words.items() for word in line.split("|")}


_FORMATS: Final = _table({
    Format.SELF_TAPE: "self test|taped at home|taped at agency|taped @ agency|taped at agent|taped at my agent's|taped myself|self tests|self taped|selftaped|taped|tape at home|home tape|st|on tape|tape request"
    "|self tape request|eco cast|ecocast|eco cast self tape|e cast|video|video submission|vo tape"
    "|e casting|ecasting|self tapes|remote tape|mp3|audio file|home recording|recorded at home"
    "|selfie tape|cinta|autotape|autocasting|videobook|tape from home|self recorded|self-tape (eco cast)",
    Format.IN_PERSON: "in studio|at cd office|at casting office|at casting|at cd's office|at the studio|studio|live in person|physical|face to face|f2f|f 2 f"
    "|onsite|on site|in house|person|in-person live|at the office|office|casting office|vor ort"
    "|persoenlich|personlich|live vor ort|presencial|en persona|en presentiel|en personne|presentiel"
    "|in presenza|di persona|live room|in studio live|live in room",
    Format.VIRTUAL_LIVE: "live virtual|weaudition|virtual live|live online|online|online live|live zoom|zoom live"
    "|zoom call|skype|facetime|google meet|teams|webex|remote|remote live|virtual callback"
    "|live remote|source connect|live stream|videocall|video conference|videollamada|por zoom"
    "|en visio|visio|visioconference|videochiamata|eco cast live|ecocast live|we audition",
    Format.PHONE: "phone call|phone interview|phone chat|by phone|telephone|on the phone|telefon|telefono",
})  # fmt: skip
_MEDIA: Final = _table({
    Medium.TV: "1hr drama|1 hr drama|hr drama|1hr|half hr|half hr comedy|1/2 hr|1/2 hour|hour long|hour long drama|multicam|singlecam|ltd series|episodic|tv episodic|episodic tv|tv - episodic|television episodic|tv drama|tv comedy"
    "|sitcom|pilot|tv pilot|tv movie|mow|soap|soap opera|streaming|streaming series|network|cable"
    "|network tv|procedural|limited series|mini series|miniseries|multi cam|single cam|tv show"
    "|tv series|television series|serie|series tv|fernsehen|tv serie|fernsehfilm|reality|drama series"
    "|half hour|one hour|hour drama|series regular|daytime|scripted tv|tele|television serie|tv theatrical",
    Medium.FILM: "ft|ftr|peli|feat|feat film|indie feature|film - feature|feature film|features|indie|indie film|independent film|movies|kino"
    "|kinofilm|spielfilm|cine|pelicula|largometraje|long metrage|cinema|lungometraggio|ultra low budget"
    "|low budget|film theatrical|studio film|mfl|feature length|film (feature)|hallmark|low budget film",
    Medium.THEATRE: "plays|off bway|off off broadway|bway|b'way|nat'l tour|natl tour|equity tour|children's theatre|children's theater|straight play|musical theatre|musical theater|mt|musicals|broadway|off broadway"
    "|regional theatre|regional|regional theater|tour|national tour|touring|cabaret|workshop|staged reading"
    "|reading|opera|dance|ballet|concert|panto|pantomime|cruise|cruise ship|theme park|fringe|west end"
    "|summer stock|stock|teatro|obra de teatro|theater|schauspiel|oper|comedie musicale|theatre musical"
    "|immersive|live show|live theatre|stage play|stage musical|childrens theatre|tya|dinner theatre|chorus",
    Medium.COMMERCIAL: "comm'l|comml|coml|comm|commercial spot|commerical|commercials|tvc|tv commercial|adverts|spots|commercial print|national commercial"
    "|regional commercial|promo|branded|branded content|brand|digital ad|web commercial|werbung"
    "|werbespot|anuncio|publi|publicidad|spot publicitario|publicite|pub|pubblicita|comercial|advertisement",
    Medium.VOICE_OVER: "voice overs|v.o.|vo commercial|vo|commercial vo|radio|radio spot|radio ad|ivr"
    "|narration|audiobook|audio book|dubbing|adr|loop group|looping|e learning|elearning|voice acting"
    "|animation|animated|cartoon|voice-over|synchron|horspiel|horbuch|sprecher|locucion|doblaje|voz"
    "|voix off|doublage|doppiaggio|anime|explainer|tag|radio drama|audio drama|audio|phone system|telephone|phone tree|voicemail"
    "|promo vo|trailer|on hold|telephony|corporate narration|medical narration|imaging",
    Medium.PRINT: "print ad|photo|photo shoot|modeling|modelling|model|still|stills|lookbook|catalogue|catalog",
    Medium.INDUSTRIAL: "industrials|corporate video|training video|training|educational|industrie|explainer video"
    "|corporate film|live industrial|trade show|role play|simulated patient|standardized patient|sp",
    Medium.STUDENT: "student|nyu grad film|student feature|student pilot|student films|student short|thesis|thesis film|film student|grad film|nyu|afi"
    "|usc|graduation film|school project|student thesis|studentenfilm|hochschulfilm|abschlussfilm",
    Medium.SHORT: "shorts|short|short films|kurzfilm|corto|cortometraje|court metrage|court|cortometraggio",
    Medium.WEB: "webseries|web show|online series|digital series|digital|youtube|tiktok|social|social media"
    "|ugc|vertical|vertical series|vertical drama|web content|new media series|internet|serie web|webserie"
    "|micro drama|social content|online content",
    Medium.GAME: "games|video game vo|videogame vo|video games|videogame|gaming|mocap|motion capture|interactive|game vo|videojuego"
    "|jeu video|computerspiel|performance capture",
    Medium.MUSIC_VIDEO: "music videos|mv|musikvideo|videoclip|clip|video musical",
    Medium.PODCAST: "podcasts|fiction podcast|scripted podcast|audio fiction",
})  # fmt: skip
_SIZES: Final = _table({
    Size.SERIES_REGULAR: "regular|sr|series reg.|serienhauptrolle|main cast|ser reg|episodenhauptrolle",
    Size.RECURRING: "recurring role|recurring guest star|recurring gs|rec|recur.|recurring co star"
    "|wiederkehrend|recurrente|recurring guest",
    Size.GUEST_STAR: "guest|gs|guest starring|top of show|major guest star|tos|guest-star|gaststar"
    "|episodenrolle|guest lead",
    Size.COSTAR: "costar|co starring|cs|co-star|co star (1 line)|large co star|small co star",
    Size.LEAD: "leading|lead role|main|main role|starring|title role|protagonist|leading role|hero|star"
    "|hauptrolle|protagonista|principal role lead|role principal|premier role|ruolo principale|lead role (m)",
    Size.SUPPORTING: "support|supporting role|secondary|sup|supp|nebenrolle|secundario|second role|secondaire"
    "|reparto|strong supporting",
    Size.PRINCIPAL: "principals|prin|ocp|on camera principal|spokesperson|hero principal|commercial principal",
    Size.ENSEMBLE: "ens|chorus|swing|dancer|chorus member|choir|ensemble track|corps|corps de ballet|tutti",
    Size.UNDERSTUDY: "us|u/s|cover|standby|stand by|alternate|walking cover",
    Size.DAY_PLAYER: "day player|dayplayer|day role|day actor|weekly|tagesrolle|one day",
    Size.FEATURED: "feat|featured role|featured extra|featured background|silent featured|feature",
    Size.UNDER_FIVE: "u/5|under five|under-5|5 and under|five and under|under 5 lines|u 5|five or less",
    Size.BACKGROUND: "extras|atmosphere|atmo|bg|background actor|walk on|walkon|supporting artist|sa"
    "|stand in|komparse|figurante|figurant|comparsa|crowd",
    Size.VOICE: "voice role|vo role|narrator|announcer|sprecherrolle",
})  # fmt: skip
_UNIONS: Final = _table({
    Union.SAG_AFTRA: "sagaftra|sag ulb|sag new media|sag ultra low budget|sag low budget|sag student|sag short|sag-aftra theatrical|sag-aftra tv|sag aftra new media|sag ultra low|sag-e"
    "|ulb|mpa|sag aftra commercial|sag/aftra|sag indie|aftra/sag|sag-aftra (ulb)|union (sag)|sag lba",
    Union.EQUITY_US: "actors equity|lort a|lort b|lort c|lort d|lort b+|aea equity|equity aea|lort|aea spt|aea lort|actors' equity|equity (aea)|spt|equity (us)",
    Union.EQUITY_UK: "uk equity|british equity|equity uk|equity (uk)|itc|bectu equity",
    Union.ACTRA: "actra apprentice|ubcp|ubcp actra|actra/ubcp",
    Union.NON_UNION: "non|non-u|n/u|nonu|no union|not union|non sag|non equity|non aea|no",
    Union.MIXED: "mixed|union and non union|mixed union",
})  # fmt: skip
_SOURCES: Final = _table({
    Source.AGENT: "my agent|agency|agent submission|agent sub|rep|reps|agentur|agente|thru agent"
    "|through agent|via agent|agent request|commercial agent|theatrical agent|agent (theatrical)",
    Source.MANAGER: "my manager|management|manager submission|mgmt|via manager|through manager",
    Source.SELF: "self|myself|self submission|self sub|own|own submission|ss|selbst|eigenbewerbung"
    "|propio|yo|moi|selbst beworben|self-sub|own initiative|by myself|cold submission",
    Source.DIRECT_REQUEST: "direct|cd direct|direct from cd|straight from casting|requested by casting|casting requested me|cd requested|director reached out|cd|casting|casting director|casting request|requested|request by cd"
    "|direct request|straight to me|offer only|invited|invitation|cd called|casting called",
    Source.OPEN_CALL: "open calls|opencall|equity call|epa call|chorus call|open audition|dance call"
    "|cattle call|walk in|walkin|offenes casting|audicion abierta|audition ouverte|audition publique",
    Source.REFERRAL: "referred|friend referral|referral from a friend|friend|a friend|recommendation|recommended|word of mouth|freund|amigo"
    "|ami|colleague|empfehlung|contact|personal contact|through a friend|teacher|director friend",
    Source.REPEAT_CALL_IN: "repeat|called back in|called in again|know them|they know me|called in before",
})  # fmt: skip
_KINDS: Final = {_key(kind.word): kind for kind in RoundKind} | _table({
    RoundKind.PRE_READ: "preread|general|pre screen|prescreen|prelims|prelim|preliminary",
    RoundKind.AUDITION: "interview|1st interview|first interview|interview 1|appointment|appt|by appointment|first|1st|first round|1st round|round 1|1|initial|first read|1st read|first audition"
    "|audition 1|erste runde|primera|premier tour|first call|1st call|initial audition|r1|vorsprechen|meeting|first meeting|1st meeting|1st audition|1st appointment|initial tape|1st tape|first tape",
    RoundKind.CALLBACK: "2nd interview|second interview|3rd interview|third interview|final interview|interview 2|cb|call back|recall|2nd|second|2nd round|second round|round 2|2|3rd|third|final"
    "|finals|final round|callback 1|callback 2|1st callback|2nd callback|first callback|second callback"
    "|second callback|3|round 3|3rd round|third round|final callback|semis|semi finals|zweite runde|recall 1"
    "|recall 2|ruckruf|zweiter recall|rappel|segunda|r2|final recall|dance callback|callbacks|cb1|cb2|2nd cb"
    "|3rd callback|third callback|4th callback|fourth callback|callback 3|3rd cb|recall 3|2nd audition|second audition|2nd call|second call|3rd audition|third audition|2nd recall|second recall",
    RoundKind.WORK_SESSION: "worksession|work call",
    RoundKind.PRODUCER_SESSION: "prods|producers|producer|producer call|producers session|to producers|straight to producers|producer callback|producers callback|producer's callback|producers' callback",
    RoundKind.DIRECTOR_SESSION: "director|directors session|director call|w director|director callback|directors callback|director's callback|meet the director|director meeting",
    RoundKind.CHEMISTRY_READ: "chem|chem read|chemistry|chem test|mix and match|mix & match",
    RoundKind.STUDIO_TEST: "studio", RoundKind.NETWORK_TEST: "network", RoundKind.SCREEN_TEST: "test|screentest|camera test",
    RoundKind.RETAPE: "re tape|retape request|second tape|2nd tape",
    RoundKind.EPA: "equity principal audition|principal audition|equity principals|epa appointment",
    RoundKind.ECC: "equity chorus call|chorus call|equity chorus|ecc dancers|ecc singers|ecc dance|ecc dancer|ecc singer|ecc vocal|ecc dance call|ecc singing",
    RoundKind.OPEN_CALL: "open|opencall|open audition|cattle call|offenes casting|open casting|audicion abierta",
    RoundKind.DANCE_CALL: "dance|open dance call|open dance|dance audition|movement call|dancer call|dance-in|tanzcall",
    RoundKind.SINGING_CALL: "singing|open singing call|open singer call|open singers call|open vocal call|singer call|vocal call|singers call|sing call|song call",
    RoundKind.WORKSHOP: "cd workshop|casting workshop|lab|reading",
})  # fmt: skip
_OPEN_CALLS: Final = frozenset({
    RoundKind.EPA, RoundKind.ECC, RoundKind.OPEN_CALL, RoundKind.DANCE_CALL, RoundKind.SINGING_CALL,
})  # fmt: skip
_PLATFORMS: Final = {
    "actorsaccess": "Actors Access", "breakdown services": "Breakdown Express",
    "casting networks international": "Casting Networks", "castingnetworks": "Casting Networks",
    "cni": "Casting Networks", "la casting": "LA Casting", "ny castings": "NYCastings",
    "encast": "Encast", "e talenta": "e-Talenta", "etalenta": "e-Talenta", "filmmakers": "Filmmakers",
    "cast forward": "Cast Forward", "castforward": "Cast Forward", "schauspielervideos": "schauspielervideos",
    "casting app": "Casting App", "allcasting": "AllCasting", "all casting": "AllCasting",
    "actorsequity": "Actors' Equity", "equity callboard": "Equity Callboard", "bodalgo": "Bodalgo",
    "voices": "Voices.com", "voice 123": "Voice123", "voquent": "Voquent", "indeed": "Indeed",
    "linkedin": "LinkedIn", "craigslist": "Craigslist", "facebook": "Facebook", "instagram": "Instagram",
    "acx": "ACX", "casting droid": "Casting Droid", "castit": "Cast It", "cast it": "Cast It",
    "castittalent": "Cast It", "rapid reels": "Rapid Reels", "wetransfer": "WeTransfer",
    "dance plug": "DancePlug", "danceplug": "DancePlug", "answers4dancers": "Answers4Dancers",
    "audition update": "Audition Update", "auditions free": "Auditions Free", "yap tracker": "YAP Tracker",
    "yaptracker": "YAP Tracker", "musical chairs": "Musical Chairs", "muvac": "muvac", "fiverr": "Fiverr",
    "upwork": "Upwork", "central casting": "Central Casting", "castify": "Castify", "kftv": "KFTV",
    "submittable": "Submittable", "handshake": "Handshake", "glassdoor": "Glassdoor",
}  # fmt: skip
_SITE: Final = re.compile(
    r"^(?:https?://)?(?:www\.)?([\w-]+)\.(?:com|co\.uk|net|org|de|es|fr|tv)/?\S*$"
)
_IN_BRACKETS: Final = re.compile(r"\([^)]*\)")
_PART: Final = re.compile(r"\s*[-\u2013/,:|]\s*|\s+&\s+")
_BETWEEN_WORDS: Final = re.compile(r"\s+[-\u2013]\s+|\s*[/,:|]\s*|\s+&\s+")
_SPACE: Final = re.compile(r"\s+")
_PUNCTUATION: Final = re.compile(r"[/,:|()]|\s[-\u2013]\s")
_GENRES: Final = frozenset(
    "drama comedy dramedy horror thriller romance romcom action western fantasy mystery crime family "
    "sci-fi scifi period historical low budget ultra kids national natl nat'l regional local union "
    "non-union nonunion non-eq paid unpaid netflix hulu hbo amazon disney apple".split()
)
"""Words beside a medium that say what sort of it: "feature drama"."""
_WITHIN: Final[dict[Medium, frozenset[Medium]]] = {
    Medium.STUDENT: frozenset({Medium.STUDENT, Medium.SHORT, Medium.FILM}),
    Medium.SHORT: frozenset({Medium.SHORT, Medium.FILM}),
    Medium.WEB: frozenset({Medium.WEB, Medium.TV}),
    Medium.GAME: frozenset({Medium.GAME, Medium.VOICE_OVER}),
    Medium.VOICE_OVER: frozenset({Medium.VOICE_OVER, Medium.TV, Medium.COMMERCIAL}),
}
"""Media within wider ones, whose words may stand beside theirs."""
_MOST_WORDS: Final = 5
_SORTS: Final = frozenset({"feature", "feat"})
"""Sizes of a role, but beside a medium a sort of film."""
_VARIATION: Final = re.compile("[\ufe00-\ufe0f]")
"""Characters that only choose how the one before them is drawn."""
_VIA: Final = re.compile(
    r"^(?P<who>[^()]*?)\s*(?:\((?P<bracketed>[^()]+)\)|(?:\s?[-\u2013:/,]\s?|\bvia\b|\bon\b|\bthrough\b)\s*(?P<rest>.+))?$"
)


@lru_cache(maxsize=4096)
def format_in(cell: str) -> Format | None:
    """Return the format that a cell names."""
    bare = CLOCK.sub(" ", fold(cell)).strip(" @,") or cell  # "Zoom 2.30pm"
    return _find(cell, words_to_values.format_of, _FORMATS) or _find(
        bare, words_to_values.format_of, _FORMATS
    )


@lru_cache(maxsize=4096)
def medium_in(cell: str) -> Medium | None:
    """Return the medium that a cell names, by the whole of it or by a part: "TV-Episodic"."""
    parts = {medium_in(part) for part in cell.split("/")} if "/" in cell else set()
    if len(parts - {None}) > 1:
        return None  # "TV/Film" is either
    found = _find(cell, words_to_values.medium_of, _MEDIA) or _by_parts(cell, medium_in)
    words = _SPACE.split(cell.strip())
    if found is None and len(words) > 1:
        telling = [word for word in words if fold(word).strip(",.") not in _GENRES] or words
        if named := _narrowest({medium_in(word) for word in telling}):
            return named
        both = medium_and_size_in(cell)
        return both[0] if both else None
    return found


@lru_cache(maxsize=4096)
def medium_and_size_in(cell: str) -> tuple[Medium, Size] | None:
    """Return the medium and the size of role that a cell names one beside the other: "TV co-star"."""
    if _MEDIA.get(_key(cell)) or words_to_values.medium_of(cell):
        return None
    return _both(cell, medium_in, lambda part: None if _key(part) in _SORTS else size_in(part))


@lru_cache(maxsize=4096)
def format_and_kind_in(cell: str) -> tuple[Format, RoundKind] | None:
    """Return the format and the kind of round in "Callback - Zoom", "self tape (2nd callback)"."""
    return _both(cell, format_in, kind_in)


def _narrowest(named: AbstractSet[Medium | None]) -> Medium | None:
    """Return the medium that several words name: a student's short film is a student's."""
    if len(named) == 1:
        return next(iter(named))
    return next((one for one, wider in _WITHIN.items() if one in named and named <= wider), None)


def _both(
    cell: str, read: Callable[[str], _W | None], other: Callable[[str], _V | None]
) -> tuple[_W, _V] | None:
    """Return what two parts of a cell name, one beside the other."""
    words = _SPACE.split(_PUNCTUATION.sub(" ", cell).strip())
    for cut in range(1, len(words) if len(words) <= _MOST_WORDS else 0):
        parts = " ".join(words[:cut]), " ".join(words[cut:])
        for one, two in (parts, parts[::-1]):
            if (found := read(one)) and (beside := other(two)):
                return found, beside
    return None


@lru_cache(maxsize=4096)
def size_in(cell: str) -> Size | None:
    """Return the size of role that a cell names."""
    if found := _find(cell, words_to_values.size_of, _SIZES):
        return found
    both = medium_and_size_in(cell)
    return both[1] if both else _by_parts(cell, size_in)


@lru_cache(maxsize=4096)
def union_in(cell: str) -> Union | None:
    """Return the union that a cell names; "Equity" alone may be either of two."""
    return _find(cell, words_to_values.union_of, _UNIONS)


@lru_cache(maxsize=4096)
def kind_in(cell: str) -> RoundKind | None:
    """Return the kind of round that a cell names."""
    if found := _KINDS.get(_key(cell)):
        return found
    bare = _IN_BRACKETS.sub(" ", cell).strip()
    within = _IN_BRACKETS.search(cell)  # "Generals (EPA)"
    part = _KINDS.get(_key(bare)) or _by_parts(cell, kind_in)  # "ECC - dancers who sing"
    if part is None and within:
        part = _KINDS.get(_key(within[0].strip("()[] ")))
    return part if part in _OPEN_CALLS else None


@lru_cache(maxsize=4096)
def platform_in(cell: str) -> str:
    """Return the platform that a cell names, as it is written usually, or nothing."""
    key = _key(cell)
    known = words_to_values.PLATFORMS.get(key) or _PLATFORMS.get(key)
    if known is None and (site := _SITE.match(fold(cell).strip())):
        known = words_to_values.PLATFORMS.get(site[1]) or _PLATFORMS.get(site[1])
    return known or ""


@lru_cache(maxsize=4096)
def source_in(cell: str) -> tuple[Source | None, str] | None:
    """Return source and platform of a cell: "self (AA)", "Agent via Spotlight"; None if unknown."""
    if platform := platform_in(cell):
        return None, platform
    if (known := words_to_values.parse_source(cell)) is not None:
        return known
    if (source := _SOURCES.get(_key(cell))) is not None:
        return source, ""
    parts = _VIA.match(cell.strip())
    where = parts and (parts["bracketed"] or parts["rest"])
    if not parts or not where:
        return None
    source = words_to_values.source_of(parts["who"]) or _SOURCES.get(_key(parts["who"]))
    if source is None:
        first, second = platform_in(parts["who"]), _SOURCES.get(_key(where))
        return (second, first) if first and second else None
    platform = platform_in(where)
    return (source, platform) if platform else None


def is_open_call(kind: RoundKind) -> bool:
    """Whether anybody of the union, or anybody at all, may come to a round of this kind."""
    return kind in _OPEN_CALLS


def _find(cell: str, usual: Callable[[str], _W | None], more: Mapping[str, _W]) -> _W | None:
    for text in dict.fromkeys((cell, _IN_BRACKETS.sub(" ", cell).strip())):
        if found := more.get(_key(text)) or usual(text.strip(" !?:*")):
            return found
        if text[-1:] in {"s", "S"} and (found := more.get(_key(text[:-1])) or usual(text[:-1])):
            return found  # "Audiobooks"
    return None


def _by_parts(cell: str, read: Callable[[str], _W | None]) -> _W | None:
    """Return what the parts of a cell name, if those that name anything agree."""
    for between in (_BETWEEN_WORDS, _PART):  # "Clerk / co-star" is no star
        parts = [part for part in between.split(cell) if part and part != cell]
        if found := {value for part in parts if (value := read(part)) is not None}:
            return next(iter(found)) if len(found) == 1 else None
    return None


def known_words() -> list[tuple[str, str, tuple[str, ...]]]:
    """Return field, meaning and the words for it, of all words but those of results."""
    tables: dict[str, Mapping[str, LabelledEnum]] = {
        "format": _FORMATS, "medium": _MEDIA, "size": _SIZES, "union": _UNIONS,
        "source": _SOURCES, "kind": _KINDS,
    }  # fmt: skip
    rows = []
    for field, table in tables.items():
        by_meaning: dict[str, list[str]] = {}
        for word, value in table.items():
            by_meaning.setdefault(value.word, []).append(word)
        rows += [(field, meaning, tuple(words)) for meaning, words in by_meaning.items()]
    return rows

"""Reads the trade's terms: kind of work, union, size of the role."""

import re
from collections.abc import Iterable
from typing import Final, TypeVar

from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.enums import Medium, Size, Union
from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.labels import field_of, labelled
from callbacktui.exchange.invitation.reading_result import Question, Said

_T = TypeVar("_T", bound=LabelledEnum)
_I: Final = re.IGNORECASE
_Table = tuple[tuple[LabelledEnum, str], ...]

_WORK: Final[_Table] = (
    (Medium.STUDENT, r"student (?:film|short|project|production)|thesis (?:film|short)|graduat(?:e|ion) film|film school"),
    (Medium.MUSIC_VIDEO, r"music (?:video|promo)"),
    (Medium.VOICE_OVER, r"voice[- ]?overs?|\bVO\b|audio ?books?|voice (?:test|job|role|session|spot|campaign)|animation|animated|radio (?:spot|commercial|ad)|dubbing"),
    (Medium.PODCAST, r"podcast|audio drama|radio (?:drama|play)"),
    (Medium.GAME, r"video ?games?|game (?:capture|title)|mo-?cap|motion capture"),
    (Medium.WEB, r"web ?series|new media|vertical (?:series|drama|short)|branded content|digital series|online series"),
    (Medium.INDUSTRIAL, r"industrial|corporate|(?:training|safety|company|internal) (?:film|video)|explainer"),
    (Medium.PRINT, r"\bprint (?:ads?|campaign|job|shoot|model(?:l)?ing)\b|stills (?:shoot|campaign)|photo ?shoot|lookbook"),
    (Medium.COMMERCIAL, r"commercials?\b(?! agent| rep| dept| st\b| street| road| rd\b| way| row| drive)|\bspot\b|\badvert(?:s|isement)?\b|\bTVC\b|\bad campaign|\bTV ad\b|\bonline ad\b|(?<!\d):(?:15|30|60)\b|\b[A-Z][\w']+ ad\b|\b(?:an|the) ad (?:for|with)\b"),
    (Medium.SHORT, r"\b(?:an? |the |indie |our |new )shorts?\b(?! (?:(?:\w+ )?(?:monologue|piece|song|speech|poem|cut)s?\b|notice|note|scene|walk|list|version|time|form|clip|tape|wait|while|film festival))|\bshort film|^short\b|\(short\)|, short\b"),
    (Medium.TV, r"(?:Apple(?: TV)?\+?|Netflix|Hulu|HBO|Amazon|Peacock|Paramount\+?|Disney\+?|Starz|FX|ABC|NBC|CBS|Fox|AMC) (?:\w+ )?(?:series|show|pilot|drama|comedy|sitcom)|tv (?:drama|series|pilot|movie|film|comedy|show|mow)|\bTV\b(?! (?:ad|commercial|spot|rep|agent|&|and))|television|episodic|half[- ]hour(?! (?:slot|early|before|each|session|later|of|read|to|with))|one[- ]hour(?! (?:slot|early|before))|hour[- ]long|multi-?cam\w*|single-?cam\w*|sitcom|\bpilot\b|\bseries (?:for|on|about|at)\b|(?:drama|comedy|limited|mini|anthology|network|cable|streaming|crime|period|medical|new|original) ?-?series|\d+ ?[x\u00d7] ?\d+ ?('|min)|\b(?:BBC|ITV|RT\u00c9|RTE|Channel [45]|Sky|S4C|TG4)(?:[ /]\w+){0,2} series\b|(?<=[(\[])(?-i:BBC(?: (?:One|Two|Three|[1-4]))?|ITV[1-4X]?|Channel [45]|C[45]|RT\u00c9|ABC|NBC|CBS|FOX|FX|The CW|CW)(?=[)\],;/]| -)|\b(?:1|one|half)[- ]?(?:hr|hour) (?:drama|comedy|series)|\(series\)|, (?-i:BBC (?:One|Two|Three|Four)|ITV[1-4]?|Channel [45])\b|\bep(?:isode)?s?\.? ?#?[1-9]0\d\b|\b(?:kids'?|children's|live[- ]action) series\b|procedural\b|soap\b(?! (?:brand|ad|commercial|spot))|serial\b"),
    (Medium.FILM, r"features?\b(?! (?:in|on|a|the|an)\b)|feature[- ]film|\bindie film|independent film|\bmovie\b|\bmotion picture|(?<!short )(?<!student )(?<!training )(?<!indie short )(?<!copy of )(?<!cut of )\b(?:an?|the|new|debut|our|low[- ]budget|horror|period|action) film\b(?! (?:yourself|festival|noir|school|set))|\bfilm\b(?=\)|,|;|$| /| -)"),
    (Medium.THEATRE, r"off-?(?:off-?)?[- ]?broadway|\bbroadway (?:musical|play|production|show|transfer|revival)|\bmusical\b(?! (?:director|theat|number|intro|background))|\bstage (?:play|production|show|musical|adaptation)\b|theat(?:re|er) (?:production|show|play|tour|company)|\b(?:regional|fringe|summer stock|west end|dinner|children's|outdoor) (?:theat|production|show|play|tour|musical)\w*|\bpanto(?:mime)?\b|our (?:\w+ )?production of\b|(?:an? |the |new |my |our |his |her )play\b(?! (?:date|the|it|her|him))|\bplay\b(?=\)|,|;|$)|\bLORT\b|\brepertory\b|\bUK tour\b|\bnational tour\b|\bmusical theat|\bpress night\b|\btech week\b|\bpreviews? (?:from|begins?|starts?|on)\b|\bAEA principal|\bEquity (?:Principal Audition|Chorus Call)|(?-i:\bEPA\b|\bECC\b)"),
)  # fmt: skip
_WORK_LABELS: Final[_Table] = (
    *_WORK,
    (Medium.FILM, r"\bfilm\b"), (Medium.THEATRE, r"\btheat(?:re|er)\b|\bstage\b|\bplay\b"),
    (Medium.TV, r"\bseries\b|\bnetwork\b|\bcable\b|\bstreaming\b|\bdrama\b"),
    (Medium.SHORT, r"\bshort\b"), (Medium.GAME, r"\bgame\b"), (Medium.VOICE_OVER, r"\bvoice\b"),
    (Medium.WEB, r"\bweb\b"), (Medium.PRINT, r"\bprint\b"), (Medium.STUDENT, r"\bstudent\b"), (Medium.COMMERCIAL, r"\bad\b"),
)  # fmt: skip
_SIZES: Final[_Table] = (
    (Size.SERIES_REGULAR, r"series[- ]regular|series reg\b|\bregular\b"),
    (Size.GUEST_STAR, r"guest[- ]?(?:star|lead|role)(?:ring)?|\bguest\b"),
    (Size.COSTAR, r"co-?[- ]?star(?:ring)?"),
    (Size.RECURRING, r"recurring|recurs\b|\brecur\b"),
    (Size.UNDERSTUDY, r"understud(?:y|ies|ying)|\bu/s\b|\bswing\b"),
    (Size.DAY_PLAYER, r"day[- ]?player"),
    (Size.BACKGROUND, r"background|\bextra\b|supporting artist|(?-i:\bSA\b)"),
    (Size.ENSEMBLE, r"ensemble|\bchorus\b"),
    (Size.PRINCIPAL, r"principal|featured principal"),
    (Size.SUPPORTING, r"supporting"),
    (Size.LEAD, r"(?:co-?)?lead(?:ing)?(?: role)?"),
)  # fmt: skip
_UNIONS: Final[_Table] = (
    (Union.NON_UNION, r"non[- ]?union\b|\bnon-?sag\b|\bNU\b"),
    (Union.SAG_AFTRA, r"SAG[-/ ]?AFTRA|\bSAG\b|\bSAGAFTRA\b|\bAFTRA\b"),
    (Union.EQUITY_US, r"\bAEA\b|Actors'? Equity(?: Association)?|\bLORT\b|\bEquity (?:showcase|SPT|LOA|principal)"),
    (Union.ACTRA, r"\bACTRA\b|\bUBCP\b"),
)  # fmt: skip
_EQUITY: Final = re.compile(r"\bEquity\b(?! (?:fund|firm|partner|card|member))")
_NEGATED: Final = re.compile(
    r"\b(?:no|not|n't|never|isn't|without) (?:an? |for )?(?:\w+ ){0,2}$|\b(?:previous|last|next|other|another|her|his) (?:\w+ ){0,2}$",
    _I,
)
_ASIDE: Final = re.compile(
    r"\b(?:reel|credits|r\u00e9sum\u00e9|resume|headshot|showreel|website|agent|your last|her last|his last|her next|his next|as seen)\b",
    _I,
)

_ONLY_SIZE: Final = re.compile(
    rf"(?:\(|\[)?(?:{'|'.join(shape for _, shape in _SIZES)})(?: role)?[\])]?\.?", _I
)
_A_PART: Final = r"\bone of (?:\w+ ){1,3}leads\b|\b(?:lead(?:ing)?|supporting|principal|recurring|ensemble) (?:roles?|parts?|characters?)\b"
_NAMES_SIZE: Final = re.compile(
    r"\b(?:series regular|guest[- ]?star|co-?star|recurring|lead|supporting|principal|day player|ensemble|understudy)\b",
    _I,
)


def work_of(
    clauses: Iterable[Clause], subject: str, titles: Iterable[str]
) -> Said | Question | None:
    """Return the kind of work that a mail names; of two, a question.

    The words of titles and roles are no sign of it: "The Pilot Light".
    """
    clauses = tuple(clauses)
    for field in ("medium", "project"):
        for clause in labelled(clauses, field):
            table = _WORK_LABELS if field == "medium" else _WORK
            label = _chosen("medium", _WORK_LABELS, clause.label) if field == "project" else None
            if clause.text[:1].islower():
                table = _WORK_LABELS  # no title but a description: "Job: print, e-comm"
            if found := label or _chosen("medium", table, clause.text):
                return found  # "Spot: ...", or what is said there
    said = [
        subject,
        *(_without_aside(c.text) for c in clauses if not field_of(c.label)),
    ]
    said += [
        f"{c.label}: {c.text}" for c in clauses if field_of(c.label) in {"role", "size", "rate"}
    ]
    text = "\n".join(said)
    for title in titles:
        if title.lower().startswith("untitled "):
            continue  # its last word is its kind: "Untitled Lena Park Pilot"
        called = re.sub(r"(?: [a-z]+)+$", "", title)  # "Corewell safety video"
        text = re.sub(re.escape(called), "Xx", text, flags=_I)
    return _chosen("medium", _WORK, text)


def _without_aside(text: str) -> str:
    """Return a sentence without its parts about other work of the actor: "we loved your reel"."""
    if not _ASIDE.search(text):
        return text
    return " ".join(p for p in re.split(r"[,;]| and | but ", text) if not _ASIDE.search(p))


def size_of_roles(clauses: Iterable[Clause], roles: tuple[str, ...]) -> Said | Question | None:
    """Return the size of the role, or of all roles if each is named with its own."""
    if len(roles) < 2:
        return _size_of_role(clauses, "".join(roles))
    found = [
        size
        for clause in clauses
        if _NAMES_SIZE.search(clause.text) and (size := _size_of_role([clause], ""))
    ]
    if several := next((size for size in found if isinstance(size, Question)), None):
        return several
    sizes = [size for size in found if isinstance(size, Said)]
    different = tuple(dict.fromkeys(size.plain for size in sizes))
    if len(different) > 1:
        return Question(field="size", choices=different, words="; ".join(s.words for s in sizes))
    return sizes[0] if len(sizes) > 1 else None


def _size_of_role(clauses: Iterable[Clause], role: str) -> Said | Question | None:
    """Return the size of the role: labelled, or in the words beside its name."""
    clauses = tuple(clauses)
    for clause in labelled(clauses, "size"):
        if found := _chosen("size", _SIZES, clause.text):
            return found
    called = re.compile(rf"{re.escape(role)}(?= *\S)", _I) if role else None
    near = [
        called.sub("", c.text[:90], count=1) if called else c.text[:90]
        for c in labelled(clauses, "role")
    ]
    near += [c.text for c in clauses if _ONLY_SIZE.fullmatch(c.text)]
    near += [c.text for c in clauses if field_of(c.label) == "medium"]
    last = role.split()[-1] if role else ""
    for clause in clauses:
        wholes = [one.span() for one in _named(role, clause.text)]
        lasts = [one.span() for one in _named(last, clause.text)]
        lasts = [one for one in lasts if not any(a <= one[0] < b for a, b in wholes)]
        near += [_beside(clause.text, start, end) for start, end in (*wholes, *lasts)]
    found = _chosen("size", _SIZES, "\n".join(near)) if near else None
    if found:
        return found
    shape = r"\b(?:series regular|guest[- ]star|co-?star|recurring|day player|understudy|(?:for|as|doing|work) background)\b"
    whole = "\n".join(
        f"{c.label}: {c.text}"
        for c in clauses
        if not field_of(c.label) or field_of(c.label) == "role"
    )
    if found := _chosen("size", _SIZES, "\n".join(re.findall(_A_PART, whole, _I))):
        return found
    return _chosen("size", _SIZES[:7], "\n".join(re.findall(shape, whole, _I)))


def _named(name: str, text: str) -> list[re.Match[str]]:
    return [*re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, _I)] if name else []


def _beside(text: str, start: int, end: int) -> str:
    before = re.search(r"(?<!\w)[\w -]{0,22}$", text[:start])
    after = re.match(r"[^.;\n]{0,70}(?!\w)", text[end:])
    tail = re.split(
        r"\b(?:who|with|opposite|against|for|to|in|and the|by)\b", after[0] if after else ""
    )[0]
    return f"{before[0] if before else ''} {tail}"


def union_of_work(clauses: Iterable[Clause], subject: str, zone: str) -> Said | Question | None:
    """Return the union contract; "Equity" alone is that of the actor's own country."""
    clauses = tuple(clauses)
    for field in ("union", "medium"):
        for clause in labelled(clauses, field):
            if found := _chosen("union", _UNIONS, clause.text) or _equity(clause.text, zone):
                return found
    text = "\n".join([subject, *(f"{c.label}: {c.text}" if c.label else c.text for c in clauses)])
    return _chosen("union", _UNIONS, text) or _equity(text, zone)


def _equity(text: str, zone: str) -> Said | None:
    found = _EQUITY.search(text)
    if not found or re.search(r"\bIrish Equity\b", text):
        return None
    if zone == "Europe/London":
        return Said(field="union", value=Union.EQUITY_UK.value, words=found[0])
    if zone.startswith("America/"):
        return Said(field="union", value=Union.EQUITY_US.value, words=found[0])
    return None


def _chosen(field: str, table: _Table, text: str) -> Said | Question | None:
    """Return the one value that a text names; a question if it names several."""
    found: dict[str, str] = {}
    rest = text
    for value, shape in table:
        for match in re.finditer(shape, rest, _I):
            if not _NEGATED.search(rest[max(0, match.start() - 30) : match.start()]):
                found.setdefault(value.value, match[0].strip(" ,-"))
        rest = re.sub(shape, lambda one: "\x00" * len(one[0]), rest, flags=_I)
    if not found:
        return None
    if Medium.VOICE_OVER.value in found:
        found.pop(Medium.COMMERCIAL.value, "")  # it is the voice of one
    words = "; ".join(found.values())
    if len(found) > 1:
        return Question(field=field, choices=tuple(found), words=words)
    return Said(field=field, value=next(iter(found)), words=words)

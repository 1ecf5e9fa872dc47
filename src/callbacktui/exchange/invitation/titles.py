"""Finds the project and the role: by their labels, in the sentences, and in the subject."""

import re
from collections.abc import Iterable
from typing import Final

from callbacktui.domain.base_types import Value
from callbacktui.domain.text import fold
from callbacktui.exchange.invitation.clauses import Clause, straight
from callbacktui.exchange.invitation.labels import KNOWN, labelled
from callbacktui.exchange.invitation.letters import Letter
from callbacktui.exchange.invitation.people import UP, People

_WORD: Final = rf"(?:[{UP}][\w'\u00c0-\u00ff]*(?:[.-][\w\u00c0-\u00ff]+)*\.?|(?<=[\w.] )\d{{1,3}}(?!\d|[/:.]\d| ?[ap]m)|#\d+)"
_LINK: Final = r"(?:of|the|and|&|de|del|la|le|der|von|van|in|on|at|to|for|a|from|y|\+)"
_NAME: Final = rf"{_WORD}(?: (?:{_LINK} ){{0,2}}{_WORD}){{0,6}}"
_CAPS_WORD: Final = rf"(?:[{UP}0-9][{UP}0-9'&.-]*)"
_CAPS: Final = rf"(?=[{UP}0-9'&. -]*[{UP}]{{2}})(?:{_CAPS_WORD})(?: (?:& )?{_CAPS_WORD})*(?![a-z])"
_QUOTED: Final = r"\"[^\"\n]{2,60}\"|(?<!\w)'[^'\n]{2,60}'(?!\w)"
_RANKED: Final = rf"(?:DS|DI|DC|DCI|PC|WPC|DR|SGT|LT) {_NAME}"
_TITLE: Final = rf"(?:{_QUOTED}|{_RANKED}|{_CAPS}|{_NAME})"
_BRAND: Final = rf"(?:(?:{_NAME})(?: - | / |,? )\"[^\"\n]{{2,60}}\"|{_TITLE})"

_KINDS: Final = (
    r"(?:taping|self[- ]?tapes?(?: request| invitation)?|ST req(?:uest)?|tapes?|audition|appointment|appt|call[- ]?back|recall|avail(?:ability)?(?: check)?|chemistry read"
    r"|chem read|(?:producers?|director'?s?|work) session|screen test|network test|studio test|session|first refusal(?: on)?|hold|pin(?:ned)?|pencil(?:led)?|booked|read(?:ing)?|cast(?:ing)?|role|casting for)"
)
_FOR_TITLE: Final = r"(?:[Ss]elf[- ]?[Tt]apes?|SELF[- ]?TAPES?|ST req(?:uest)?|[Tt]apes?|TAPES?|[Aa]udition(?:ing)?|[Aa]ppointment|[Aa]ppt|[Cc]all[- ]?[Bb]ack|CALLBACK|[Rr]ecall(?:ed)?|RECALL|[Aa]vail(?:ability)?(?: check)?|[Rr]ead|[Pp]roducers? session|[Ww]ork session|[Cc]ast(?:ing)?|[Dd]ate check|[Bb]ooked|BOOKED)"
_BOTH: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?:[Rr]ole|[Pp]art|[Cc]haracter)(?: of| is|:| =)? ?(?P<role>{_TITLE})(?:,? (?:\([^)]*\) )?(?:in|on|for) (?:the |our |a new )?(?:(?:[a-z][\w-]+ ){{0,4}})?(?P<project>{_BRAND}))?",
        rf"\b(?:for|as|play|playing|booked(?: it)?:?|is|offer you|you're|you are) (?:the (?:role|part) of )?(?P<role>{_TITLE})(?: \([^)]*\))?,? (?:in|on) (?:the |our |a )?(?:(?:new |feature |film |short |play |series |pilot |musical |commercial |drama |comedy )*)(?P<project>{_BRAND})",
        rf"^(?P<role>{_TITLE}) in (?P<project>{_BRAND})",
    )
)
_ROLE: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?:[Rr]ole|[Pp]art|[Cc]haracter)(?: of|: ?| = ?| is| name:?| called)? ?(?P<role>{_TITLE})",
        rf"\b[Rr](?:ole)? ?= ?(?P<role>{_TITLE})",
        rf"\b(?:see|bring|have|want|like|love|invite|consider|read|tape|asked|pinned|PINNED|avail check|checking you|release you|holding you|hold you|booked|cast|record|need) (?:to (?:see|have|tape) )?(?:you|him|her|them|[{UP}][\w'-]+)(?: (?:back|again|in|on tape|to (?:read|tape|come in|audition)))? (?:for|as|on) (?:the (?:role|part) of )?(?P<role>{_TITLE})",
        rf"\b(?:another way|(?:another|a different|other) direction|someone else|somebody else|cast (?:it )?(?:elsewhere|otherwise)|elsewhere|another actor|a pass) (?:for|on|with|as|with the role of|in casting) (?P<role>{_TITLE})",
        rf"(?P<role>{_TITLE}) (?:has|have) (?:now )?(?:gone to|been cast|been given to) ",
        rf"^For (?P<role>{_NAME}),? (?:we|they|he|she|it|the)\b",
        rf"\b(?:[Tt]est|[Rr]ead|[Ss]ession|[Aa]udition|[Cc]allback|further|forward|ahead) (?:as|for) (?:the (?:role|part) of )?(?P<role>{_TITLE})",
        rf"\b(?:you|her|him) (?:for|as) (?:the (?:role|part) of )?(?P<role>{_TITLE})",
        rf"\b(?:taped|read|auditioned|up|came in|seen|playing|to play|play|be playing|you as|reading|read for|going in|put you up|submitted) (?:for|as)?,? ?(?P<role>{_TITLE})",
        rf"\b(?:PINNED|[Pp]inned|[Pp]encil+ed|(?<!who has been )(?<!who is )(?<!who was )[Cc]ast|[Cc]onfirmed|on hold|[Bb]ooked|released) (?:for|as) (?:the (?:role|part) of )?(?P<role>{_TITLE})",
        rf"\b(?:hold|pin|pencil|refusal|avail|deadline|slot|time|appointment|sides|chemistry read|chem read|screen test|session|[Ii]t's|[Tt]his is|[Yy]ou're) (?:for|as|is for) (?:the (?:role|part) of )?(?P<role>{_TITLE})",
        rf"\b(?:hold|pin|pencil|avail)\b[^.;]{{0,60}}? for (?:the (?:role|part) of )?(?P<role>{_TITLE})(?=,)",
    )
)
_PROJECT: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?:cast|casting) (?:for |the )?(?P<project>{_BRAND})(?=,| \()",
        rf"^(?P<project>{_BRAND})(?: \([^)]*\))?,? (?!(?:has|have|is|was)? ?(?:now )?(?:gone|going|went) to )(?:is|,|-|will be|goes|films|shoots|has been|has|was) (?:an? |the |now |going |in )?(?:[\w-]+ ){{0,4}}(?:feature|film|short|pilot|series|play|musical|half-hour|hour|commercial|drama|comedy|spot|game|another|different|direction|cast)\b",
        rf"^(?P<project>{_CAPS}|{_QUOTED}) - ",
        rf"\b(?:an?|the|our|my) (?:[a-z-]+ ){{0,3}}(?:short|feature|film|pilot|series|play|musical|documentary|commercial),? (?P<project>{_NAME}|{_QUOTED})(?=,|\.| \()",
        rf"\b(?:called|titled|entitled|named) (?P<project>{_BRAND})",
        rf"(?<![\w'])(?P<project>{_BRAND}) (?:has |have )?(?:let you go|released you|(?:has )?gone (?:another|with|a)|went (?:another|with|a)|is going (?:another|with|in)|(?:has )?cast (?:it|the)|(?:has )?booked you|want(?:s)? you)",
        rf"\bin (?:the |our )?(?P<project>{_QUOTED}|{_CAPS})",
        rf"\bon (?:the |our )?(?P<project>{_QUOTED}|{_CAPS}|{_BRAND} / \"[^\"]+\")",
        rf"\bin the (?P<project>{_NAME}(?:,? \"[^\"]+\")?) (?:commercial|spot|campaign|ad|advert|film|feature|series|pilot|play|musical|short)\b",
        rf"\b(?:booked|BOOKED|got|landed|in|with|to do) (?P<project>{_CAPS}|{_QUOTED})",
        rf"\bfor (?:the |our |a |new )*(?P<project>{_CAPS}|{_QUOTED})(?= \((?i:itv|bbc|c4|ch(?:annel)? ?[45]|sky|netflix|hulu|hbo|apple|amazon|disney|\d+[ -]?(?:part|x|ep)|(?:tv |new |short |feature )*(?:feature|film|short|series|pilot|play|musical|commercial|drama|comedy))\b)",
    )
)
_PERHAPS_PROJECT: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b{_FOR_TITLE}\b(?: (?:in|request|you|her|him|them|confirmed|check))*(?: (?:for|on|of|from|:)|:|!+| -) (?:the |our |your |a )?(?:(?:new |feature |film |short |play |series |pilot |musical |commercial |show )*)(?P<project>{_BRAND})",
        rf"\b(?:released from|release from|off|avail for|refusal on|hold on|pin on|pencil on)(?: (?:your|the|first|refusal|hold|pin|avail|on|for|heavy|pencil))* (?P<project>{_BRAND}(?: / \"[^\"]+\")?)",
    )
)
"""What stands there may be the role, too: "a callback for Agnes"."""

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
    *("nda required", "this", "that", "she", "he", "there", "when", "each", "here", "congratulations", "congrats", "offer", "wow", "hooray", "yay"),
}  # fmt: skip
_NOT_IN_NAME: Final = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day|s)?\b|^\d|^(?:they|we|i|you|s?he|it|that|there|who|what)'(?:ll|re|ve|d|s|m)\b|^(?:https?|www)|\bcasting$|^(?:please|confirm|due|deadline|attached|re|sides)\b"
    r"|^(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?:\.? \d|$)",
    re.IGNORECASE,
)
_KIND_WORDS: Final = re.compile(
    r"^(?:re|fwd?|fw|aw|updated?|urgent|new|reminder|please|action required|invitation|canceled|cancelled|accepted|important|tentative|exciting news|change|correction)\s*[:!-]\s*"
    rf"|^(?:(?:your|a|the|new|first|second|final|virtual|in[- ]person|zoom|online|live|general|commercial|open) )*(?:{_KINDS}|test|(?:open|chorus|dance|singing) calls?|e[cp][ca]s?)(?: (?:request|invitation|invite|confirmed|confirmation|scheduled|notice|check|time|appointment|details|update|reminder|cancelled|canceled|moved|change|changed))*\s*(?:!+|[:,-]|for|on|\()*\s*",
    re.IGNORECASE,
)
_TRAILING: Final = re.compile(
    r"\s*[,(-]+\s*(?:the (?:musical|play|film|series)|season|series|s|ep|eps|episode|vol|part|pilot|feature|film|short|tv|netflix|hulu|hbo|max|apple|amazon|bbc|itv|:?\d+).*$"
    r"|\s*\((?![^)]*$)[^)]*\)\s*$|\s+(?:season|series) (?:\d+|one|two|three|four|five|six)\b.*$|\s+s\d+\b.*$",
    re.IGNORECASE,
)
_ROLE_TAIL: Final = re.compile(
    r"\s*(?:[([\u2013,/|]|- |--).*$|\s+(?:co-?star|guest[- ]star|series regular|recurring|lead|supporting|principal)\b.*$",
    re.IGNORECASE,
)
_ADVERB: Final = re.compile(
    r"^(?:sadly|unfortunately|sorry|today|tomorrow|now|so|and|but|however|hi|hello|also|alas|good news|great news|the role of|the part of)[, ]+(?=[A-Z\"])",
    re.IGNORECASE,
)
_SEGMENTS: Final = re.compile(
    r"\s+[-|/~]+\s+|\s*:\s+|\s*\|\s*|,\s+(?![a-z])|\s*[()]\s*|!+\s*|\s+//?\s+"
)
_NO_SEGMENT: Final = re.compile(
    rf"^(?:please\b.*|\w+ round\b.*|your .*|taping.*|you(?:'re|'ve| are| have)\b.*|we\b.*|.*\bcasting\b.*|.*\b\d{{1,2}}[:/.]\d.*|\d.*|(?:zoom|virtual|in person|producers?|directors?|casting|self[- ]?tape|tape|due\b.*|deadline.*|urgent|confirm\w*|needed.*|read\b.*|action.*|time.*|new\b.*|updated?.*|moved.*|change.*|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today.*|tomorrow.*|tonight.*|mon|tues?|wed|thurs?|fri|sat|sun|good news|great news|news|details|appointment|appt|sag.*|aea|equity|non-?union|commercial|feature|film|pilot|tv|series|theatre|play|short|\w+ roles?|cancelled|canceled|request|you|and|in|for|more time.*|in[- ]person|not this time.*|heavy|light|test|(?:equity )?(?:open|chorus|dance|singing|principal) (?:call|audition)s?|(?:room|location|venue|studio|address|schedule)(?: changed?)?|.*\b(?:am|pm|noon|et|pt)\b.*|first refusal|hold|pin|avail.*|release.*|{_KINDS}))$",
    re.IGNORECASE,
)


class Titles(Value, frozen=True, kw_only=True):
    """Project and role with their words; where several are named, all of them are choices."""

    project: str = ""
    project_words: str = ""
    projects: tuple[str, ...] = ()
    role: str = ""
    role_words: str = ""
    roles: tuple[str, ...] = ()


_NOT_ROLE: Final = re.compile(
    r"\b(?:hulu|netflix|hbo|max|abc|nbc|cbs|fox|fx|amc|cw|apple|amazon|prime|peacock|paramount|disney|bbc|itv|channel|c4|sky|rt\u00e9|rte|starz|showtime|lifetime"
    r"|hallmark|tubi|studios?|network|tv|rep|theatre|theater|productions?|pictures|films?|company|playhouse|sag|aea|equity|season|series|episode|ep|pilot|musical"
    r"|feature|short|commercial|zoom|virtual|self|tape|in person|nda|lead|recurring|guest|star|regular|usa|streaming|original|national|regional|spot)\b|^[A-Z0-9]{2,4}$",
    re.IGNORECASE,
)
_LIST_ROLE: Final = re.compile(
    rf"^(?:\d{{1,2}}[.)]|[-*\u2022]|role \d+ ?[:-]|[ab]\))\s*(?P<role>{_CAPS}|{_NAME})\s*(?:[-,(:]|$)",
    re.IGNORECASE,
)


_LIST_JOB: Final = re.compile(
    rf"^(?:\d{{1,2}}[.)]|[-*\u2022]) ?(?P<project>{_CAPS}|{_QUOTED})(?: \([^)]*\))? - (?P<role>{_TITLE}) - "
)
_TIMED_ROLE: Final = re.compile(
    rf"^(?P<role>{_CAPS}|{_NAME}) ?[-|] ?"
    r"(?i:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\d{1,2}(?:[/:.]\d| ?[ap]\.?m\b))"
)
_TWO_ROLES: Final = re.compile(
    rf"\b(?:roles|parts|characters)(?: of|:)? (?P<a>{_CAPS}|{_QUOTED}|{_WORD}(?: {_WORD}){{0,3}})(?: \([^)]*\))?,? (?:and|&|or) (?:the (?:role|part) of )?(?P<b>{_TITLE})"
)


_ROLES_BEHIND: Final = re.compile(
    r"\b(?:two|three|four|five|both|\d+|these|following) (?:parts|roles|characters)\b[^:.]{0,60}: (?P<names>[^.;:]{5,200})",
    re.IGNORECASE,
)


def find_titles(
    letters: tuple[Letter, ...],
    clauses: tuple[tuple[Clause, ...], ...],
    people: People,
    listed: tuple[str, ...],
) -> Titles:
    """Return project and role; `listed` are roles that stand in a list of their own."""
    whole = tuple(clause for some in clauses for clause in some)
    roles = _labelled_names(whole, "role", people)
    projects = _labelled_names(whole, "project", people)
    role_words = "; ".join(roles)
    project_words = "; ".join(projects)
    subject = _subject_names(letters, people)
    if len(listed) > 1:
        roles, role_words = list(listed), "; ".join(listed)
    for some in clauses:
        if not roles or not projects:
            found_role, found_project = _both(some, people)
            roles = roles or found_role
            projects = projects or found_project
        if not projects:
            taken = {*roles, *_in_role_place(whole)}
            told = [
                name
                for name in subject
                if _is_told(name, some) and _key(name) not in map(_key, taken)
                if len(subject) < 2 or not _stands_as_role(name, some)
            ]
            projects = _first(_PROJECT, "project", some, people, taken) or told[:1]
            if not projects:
                perhaps = _first(_PERHAPS_PROJECT, "project", some, people, taken)
                as_role = _first(_ROLE, "role", some, people, set(subject[:1]))
                is_role = bool(subject) and {*map(_key, perhaps)} <= {*map(_key, as_role)}
                projects = [] if is_role else perhaps
        if not roles:
            roles = _first(_ROLE, "role", some, people, {*projects, *subject[:1]})
    if not projects:
        projects = [name for name in subject if _key(name) not in set(map(_key, roles))][:1]
    elif len(projects) > 1 and any(_key(name) in set(map(_key, projects)) for name in subject):
        projects = [name for name in projects if _key(name) in set(map(_key, subject))]
    known = {_key(name) for name in projects}
    if not roles and projects:
        roles = _bracketed(projects[0], letters, whole, people)
    if not roles and len(subject) > 1:
        rest = [
            name
            for name in subject
            if _key(name) not in known and _key(name) not in " ".join(known)
        ]
        roles = rest[:1]
    roles = _distinct([name for name in roles if _key(name) not in known])
    projects = _distinct(projects)
    return Titles(
        project=projects[0] if len(projects) == 1 else "",
        projects=tuple(projects),
        project_words=project_words or "; ".join(projects),
        role=roles[0] if len(roles) == 1 else "",
        roles=tuple(roles),
        role_words=role_words or "; ".join(roles),
    )


def listed_roles(lines: Iterable[str], people: People) -> tuple[str, ...]:
    """Return the roles that stand in a list: numbered, or each behind a dash."""
    found = []
    for line in lines:
        if (match := _LIST_ROLE.match(line)) and (name := plain_role(match["role"])):
            numbered = line[0].isdigit() or line[0] not in "-*\u2022" or match["role"].isupper()
            if numbered and _is_name(name, people):
                found.append(name)
    if not found:
        timed = [match["role"] for line in lines if (match := _TIMED_ROLE.match(line))]
        named = [plain_role(said) for said in timed if said.lower() not in KNOWN]
        found = [name for name in named if _is_name(name, people)]
        found = found if len(_distinct(found)) > 1 else []
    for line in () if len(found) > 1 else lines:
        for match in _TWO_ROLES.finditer(line):
            both = (plain_role(match["a"]), plain_role(match["b"]))
            found += [name for name in both if _is_name(name, people)]
        if match := _ROLES_BEHIND.search(line):
            names = [plain_role(name) for name in re.split(r",? and |, | & |/", match["names"])]
            found += [name for name in names if name[:1].isupper() and _is_name(name, people)]
    return tuple(_distinct(found)) if len(_distinct(found)) > 1 else ()


def listed_jobs(lines: Iterable[str], people: People) -> Titles | None:
    """Return the projects and roles of a list of jobs: "1. KETTLE (film) - Nina - Monday"."""
    found = [match for line in lines if (match := _LIST_JOB.match(line))]
    projects = _distinct([plain_project(match["project"]) for match in found])
    roles = _distinct([plain_role(match["role"]) for match in found])
    if len(projects) < 2 or not all(_is_name(name, people) for name in (*projects, *roles)):
        return None
    return Titles(
        projects=tuple(projects),
        project_words="; ".join(projects),
        role=roles[0] if len(roles) == 1 else "",
        roles=tuple(roles),
        role_words="; ".join(roles),
    )


def plain_project(said: str) -> str:
    """Return a title without its network, season and length."""
    name = _ADVERB.sub("", said.strip(" ,.;:-"))
    while (shorter := _TRAILING.sub("", name).strip(" ,;:-")) != name and shorter:
        name = shorter
    quoted = re.fullmatch(r"[\"'](.+)[\"']", name)
    return (quoted[1] if quoted and '"' not in quoted[1] else name).strip(" ,.")


def plain_role(said: str) -> str:
    """Return a role as it is called, without its size and description."""
    name = _ROLE_TAIL.sub("", _ADVERB.sub("", said.strip(" ,.;:-*"))).strip(" ,.;:\"'*")
    return re.sub(r"^(?:the )?(?:role|part) of ", "", name, flags=re.IGNORECASE)


def _labelled_names(clauses: Iterable[Clause], field: str, people: People) -> list[str]:
    plain = plain_role if field == "role" else plain_project
    found = []
    for clause in labelled(clauses, field):
        said = re.split(r"(?:(?<=[a-z]{4})|(?<=\)))\. ", clause.text)[0]
        parts = [said]
        if (
            field == "role"
            and re.search(r" (?:/|&|and|or) |; ", said)
            and clause.label.lower().endswith("s")
        ):
            parts = re.split(r" (?:/|&|and|or) |; |, ", said)
        for part in parts:
            name = plain(part)
            if (
                name
                and len(name) <= 80
                and not re.fullmatch(
                    r"(?:tb[acd]|n/?a|various|see .*|none|to be .*)", name, re.IGNORECASE
                )
            ):
                found.append(name)
    return _distinct(found)


def _both(clauses: Iterable[Clause], people: People) -> tuple[list[str], list[str]]:
    """Return role and project that stand in one sentence: "the role of Agnes in ..."."""
    for shape in _BOTH:
        for clause in clauses:
            for match in shape.finditer(clause.text):
                role = plain_role(match["role"])
                project = plain_project(match["project"] or "")
                if match["project"] and _is_name(role, people) and _is_name(project, people):
                    return [role], [project]
    return [], []


def _first(
    shapes: tuple[re.Pattern[str], ...],
    field: str,
    clauses: Iterable[Clause],
    people: People,
    taken: set[str],
) -> list[str]:
    plain = plain_role if field == "role" else plain_project
    known = {_key(name) for name in taken}
    for shape in shapes:
        found = []
        for clause in clauses:
            for match in shape.finditer(clause.text):
                name = plain(match[field])
                if _key(name) not in known and _is_name(name, people):
                    found.append(name)
        if found:
            return _distinct(found)
    return []


def _bracketed(
    project: str, letters: tuple[Letter, ...], clauses: Iterable[Clause], people: People
) -> list[str]:
    """Return the role in brackets behind the project: "North Wind (Juno)"."""
    shape = re.compile(
        rf"{re.escape(project)}[\"']? (?:- |(?:self[- ]?)?tape |audition |callback )?\((?P<role>{_NAME})\)",
        re.IGNORECASE,
    )
    for text in (*(straight(one.subject) for one in letters), *(c.text for c in clauses)):
        if (found := shape.search(text)) and not _NOT_ROLE.search(found["role"]):
            name = plain_role(found["role"])
            if name[:1].isupper() and _is_name(name, people):
                return [name]
    return []


def _is_told(name: str, clauses: Iterable[Clause]) -> bool:
    """Whether a name in the subject stands in the letter, too."""
    return any(_key(name) in _key(clause.text) for clause in clauses)


def _stands_as_role(name: str, clauses: Iterable[Clause]) -> bool:
    shape = re.compile(
        rf"\b(?:role|part|for|as|playing|reading|with)(?: of|:)? (?:the )?{re.escape(name)}\b",
        re.IGNORECASE,
    )
    return any(shape.search(clause.text) for clause in clauses)


def _in_role_place(clauses: Iterable[Clause]) -> list[str]:
    """Return names that stand where only a role stands, so that none is taken for the project."""
    return [
        plain_role(match["role"]) for clause in clauses for match in _ROLE[0].finditer(clause.text)
    ]


def _subject_names(letters: tuple[Letter, ...], people: People) -> list[str]:
    """Return the names in the subjects, in their order, without words of the trade."""
    for letter in letters:
        said = straight(letter.subject).strip()
        before = ""
        while said != before:
            before, said = said, _KIND_WORDS.sub("", said).strip()
        names = []
        for part in _SEGMENTS.split(said):
            name = (part or "").strip(" -,.!?")
            name = re.sub(
                r"^(?:you(?:'ve| have)? booked|booked|audition|appt|callback|recall|tape|release) ",
                "",
                name,
                flags=re.IGNORECASE,
            )
            name = re.split(
                r" (?:on |at |for |this |next )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d{1,2}[/:]|tomorrow|today)",
                name,
                flags=re.IGNORECASE,
            )[0]
            name = re.sub(
                rf"(?:'s)? {_KINDS}(?: (?:request|invitation|details|time|update))*$",
                "",
                name,
                flags=re.IGNORECASE,
            )
            name = name.strip(" \"'")
            if not name or _NO_SEGMENT.match(name) or not _is_name(name, people):
                continue
            if len(name.split()) > 6 or not re.match(rf"[{UP}0-9\"]", name):
                continue
            names.append(plain_project(name))
        if names:
            return _distinct(names)
    return []


def _is_name(name: str, people: People) -> bool:
    if not name or not 2 <= len(name) <= 70 or _NOT_IN_NAME.search(name):
        return False
    if _key(name) in _STOP or people.is_known(name) or not re.search(r"[^\W\d]", name):
        return False
    return not all(_key(word) in _STOP for word in name.split())


def _key(name: str) -> str:
    return " ".join(re.sub(r"[\"',.]", "", fold(name)).split())


def _distinct(names: list[str]) -> list[str]:
    """Leave out names that are there already, or are a part of another one."""
    kept: list[str] = []
    for name in names:
        key = _key(name)
        if any(key == _key(other) or key in _key(other) for other in kept):
            continue
        kept = [other for other in kept if _key(other) not in key]
        kept.append(name)
    return kept

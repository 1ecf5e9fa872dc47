"""Finds the project and the role: by their labels, in the sentences, and in the subject."""

import re
from collections.abc import Iterable
from typing import Final

from callbacktui.domain.base_classes import Value
from callbacktui.exchange.invitation.clauses import Clause, straight
from callbacktui.exchange.invitation.labels import labelled
from callbacktui.exchange.invitation.letters import Letter
from callbacktui.exchange.invitation.lines_of_names import described_roles, title_lines
from callbacktui.exchange.invitation.people import UP, People, is_for_brand
from callbacktui.exchange.invitation.project_and_role_patterns import (
    BRAND,
    CAPS,
    NAME,
    NETWORK,
    OF_SIZE,
    QUOTED,
    SIZE,
    TITLE,
    cut_day,
    distinct_names,
    is_name,
    name_key,
    plain_project,
    plain_role,
    without_greeting,
)
from callbacktui.exchange.invitation.role_in_project import COMPANY, Way, ways_to_read, ways_to_want
from callbacktui.exchange.invitation.subject_line import KINDS, subject_names
from callbacktui.exchange.invitation.theatres import without_theatre
from callbacktui.exchange.title_words import ROLE

_FOR_TITLE: Final = r"(?:CB|cb|[Ss]elf[- ]?[Tt](?:ape|est)s?|SELF[- ]?T(?:APE|EST)S?|ST req(?:uest)?|[Tt]apes?|TAPES?|[Aa]udition(?:ing)?|[Aa]ppointment|[Aa]ppt|[Cc]all[- ]?[Bb]acks?|CALLBACKS?|[Rr]ecall(?:ed)?|RECALL|[Aa]vail(?:ability)?(?: check)?|[Rr]ead|[Pp]roducers? session|[Ww]ork session|[Cc]ast(?:ing)?|[Dd]ate check|[Bb]ooked|BOOKED)"
_BOTH: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?:[Rr]ole|[Pp]art|[Cc]haracter)(?: of| is|:| =)? ?(?:the )?(?P<role>{TITLE})(?:,? (?:\([^)]*\) )?(?:in|on|for) (?:the |our |a new )?(?:(?:[a-z][\w-]+ ){{0,4}})?(?P<project>{BRAND}))?",
        rf"\b(?:for|as|about|discuss|(?:session|tape|read|work) on|play|playing|booked(?: it)?:?|is|offer you|you're|you are) (?:the (?:role|part) of )?(?P<role>{TITLE})(?: \([^)]*\))?,? (?:in|on) (?:the |our |a |my )?(?:(?:MFA |BFA |MA |BA |thesis |student |graduat(?:e|ion) |new |feature |film |short |play |series |pilot |musical |commercial |drama |comedy )*)(?P<project>{BRAND})",
        rf"^(?P<role>{TITLE}) in (?P<project>{BRAND})",
        rf"^(?i:{KINDS})(?: for)?:? (?P<project>{CAPS}|{QUOTED}|{NAME}) - (?P<role>{NAME})",
    )
)
_ROLE: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?:[Rr]ole|[Pp]art|[Cc]haracter)(?: of|: ?| = ?| is| name:?| called)? ?(?:the )?(?P<role>{TITLE})",
        rf"\b[Rr](?:ole)? ?= ?(?P<role>{TITLE})",
        rf"^(?P<role>{TITLE})(?: - | ?[(\[])(?:an? |the )?{SIZE}",
        rf"\b{OF_SIZE}(?P<role>{CAPS})(?=[.,;:!?()]| - | in | on |$)",
        rf"\b(?:see|bring|have|want|like|love|invite|consider|read|tape|asked|pinned|PINNED|avail check|checking you|release you|holding you|hold you|booked|cast|record|need) (?:to (?:see|have|tape) )?(?:you|him|her|them|[{UP}][\w'-]+)(?: (?:back|again|in|on tape|tape|read|to (?:read|tape|come in|audition)))? (?:for|as|on) (?:the (?:role|part) of )?(?P<role>{TITLE})",
        rf"\btape from (?:you|[{UP}][\w'-]+(?: [{UP}][\w'-]+)?) (?:on|for|as) (?:the (?:role|part) of )?(?P<role>{TITLE})",
        rf"\b[Yy]ou(?:'d| would|'ll| will) be (?:playing |reading (?:for )?)?(?P<role>{QUOTED}|{CAPS})(?=[.,;!]|$)",
        rf"\breading (?:with|w/) [^.,;]{{1,40}}? for (?P<role>{QUOTED}|{CAPS})",
        rf"\b(?:coming|came) in for (?:the (?:role|part) of )?(?P<role>{TITLE})",
        rf"\b(?:another way|(?:another|a different|other) direction|someone else|somebody else|cast (?:it )?(?:elsewhere|otherwise)|elsewhere|another actor|a pass) (?:for|on|with|as|with the role of|in casting) (?P<role>{TITLE})",
        rf"(?P<role>{TITLE}) (?:has|have) (?:now )?(?:gone to|been cast|been given to) ",
        rf"^For (?P<role>{NAME}),? (?:we|they|he|she|it|the)\b",
        rf"\b(?:[Tt]est|[Rr]ead|[Ss]ession|[Aa]udition|[Cc]allback|further|forward|ahead) (?:as|for) (?:the (?:role|part) of )?(?P<role>{TITLE})",
        rf"\b(?:you|her|him) (?:for|as) (?:the (?:role|part) of )?(?P<role>{TITLE})",
        rf"\b(?:taped|read|auditioned|up|came in|seen|[Pp]laying|to play|play|be playing|you as|reading|read for|going in|put you up|submitted) (?:for|as)?,? ?(?P<role>{TITLE})",
        rf"\b(?:PINNED|[Pp]inned|[Pp]encil+ed|(?<!who has been )(?<!who is )(?<!who was )[Cc]ast|[Cc]onfirmed|on hold|[Bb]ooked|released) (?:for|as) (?:the (?:role|part) of )?(?P<role>{TITLE})",
        rf"\b(?:hold|pin|pencil|refusal|option|avail|deadline|slot|time|appointment|sides|chemistry read|chem read|screen test|session|[Ii]t's|[Tt]his is|[Yy]ou're) (?:for|as|is for) (?:the (?:role|part) of )?(?P<role>{TITLE})",
        rf"\b(?:hold|pin|pencil|avail)\b[^.;]{{0,60}}? for (?:the (?:role|part) of )?(?P<role>{TITLE})(?=,)",
    )
)
_PROJECT: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"(?<![\w']){NETWORK}(?:'s)?:? (?:(?:new |original |limited |drama |comedy )*(?:series|pilot|film|feature|movie|show) )?(?P<project>{QUOTED})",
        rf"(?P<project>{QUOTED})(?=(?:,| -)? \(?{OF_SIZE}{CAPS})",
        rf"^[^\"]*\b{SIZE},? (?P<project>{QUOTED})(?=,? (?:- |\()?(?:for |as )?(?:the )?(?:[Rr]ole|[Pp]art|{CAPS}))",
        rf"\b(?:(?:an?|the|our|my|this|new) (?:[a-z-]+ ){{0,3}}(?:short|feature|film|pilot|series|play|musical|movie|documentary),?|(?:[Ss]eries|[Pp]ilot|[Mm]usical|[Ff]eature|[Ss]hort|(?:[Ff]eature|[Ss]hort|[Ii]ndie|[Ss]tudent) film):?) (?P<project>{QUOTED})",
        rf"\b(?:cast|casting) (?:for |the )?(?P<project>{BRAND})(?=,| \()",
        rf"\b(?:cast|casting|shooting|making) (?:an?|the|our) (?:[a-z-]+ ){{0,3}}(?:spot|commercial|ad|advert|campaign|promo) for (?P<project>{NAME}|{QUOTED})",
        rf"^(?P<project>{BRAND})(?: \([^)]*\))?,? (?!(?:has|have|is|was)? ?(?:now )?(?:gone|going|went) to )(?:is|,|-|will be|goes|films|shoots|has been|has|was) (?:an? |the |now |going |in )?(?:[\w-]+ ){{0,4}}(?:feature|film|short|pilot|series|play|musical|half-hour|hour|commercial|drama|comedy|spot|game|another|different|direction|cast)\b",
        rf"^(?P<project>{CAPS}|{QUOTED}) - (?!{SIZE})",
        rf"^(?i:{KINDS})(?: for)?:? (?P<project>{CAPS}|{QUOTED}|{NAME})(?= \([A-Z]| - [A-Z])",
        rf"\b(?:team|producers?|creatives|company|cast) (?:of|for|at|behind) (?P<project>{CAPS}|{QUOTED})",
        rf"(?P<project>{QUOTED}) \((?i:itv|bbc|c4|sky|netflix|hulu|hbo|max|apple|amazon|disney|peacock|paramount|abc|nbc|cbs|fox|fx|amc)\b",
        rf"\b(?:an?|the|our|my) (?:[a-z-]+ ){{0,3}}(?:short|feature|film|pilot|series|play|musical|documentary|commercial),? (?P<project>{NAME}|{QUOTED})(?=,|\.| \()",
        rf"\b(?:dancers?|singers?|actors?|performers?|movers?|voices?) for (?:the |our )?(?P<project>{QUOTED})",
        rf"\b(?:called|titled|entitled|named) (?P<project>{BRAND})",
        rf"(?<![\w'])(?P<project>{BRAND}) (?:has |have )?(?:let you go|released you|(?:has )?gone (?:another|with|a)|went (?:another|with|a)|is going (?:another|with|in)|(?:has )?cast (?:it|the)|(?:has )?booked you|want(?:s)? you)",
        rf"\bfor (?P<project>{QUOTED}|{CAPS}) (?:has|have|is|are|had to be|must be) (?:now |sadly |unfortunately |all |been )*(?:cancel+ed|postponed|moved|called off|off\b|on hold)",
        rf"\bin (?:the |our )?(?P<project>{QUOTED}|{CAPS})",
        rf"\bon (?:the |our )?(?P<project>{QUOTED}|{CAPS}|{BRAND} / \"[^\"]+\")",
        rf"(?:\b(?i:{KINDS}) for (?:the |our |a )?)?(?P<project>{NAME}) (?:national |regional |web |tv |TV )*(?:spot|commercial)\b,? \(?(?:for )?(?:the )?role\b",
        rf"\bin the (?P<project>{NAME}(?:,? \"[^\"]+\")?) (?:commercial|spot|campaign|ad|advert|film|feature|series|pilot|play|musical|short)\b",
        rf"\bfor (?!(?:National|Regional|Local|Union|Non|New|TV|Web|Online|Digital|Radio|Print|US|UK|SAG|Commercial)\b)(?P<project>{NAME}) (?:(?:national|regional|web|tv|TV) )*(?:spot|commercial)\b",
        rf"\b(?:booked|BOOKED|got|landed|in|with|to do) (?P<project>{CAPS}|{QUOTED})",
        rf"\bfor (?:the |our |a |new )*(?P<project>{CAPS}|{QUOTED})(?= \((?i:itv|bbc|c4|ch(?:annel)? ?[45]|sky|netflix|hulu|hbo|apple|amazon|disney|\d+[ -]?(?:part|x|ep)|(?:tv |new |short |feature )*(?:feature|film|short|series|pilot|play|musical|commercial|drama|comedy))\b)",
        rf"(?<![\w'])(?P<project>{BRAND}),? (?:- )?(?:an?|the|our|my|this) (?:[a-z-]+ ){{0,4}}(?:feature|film|short|pilot|series|show|play|musical|movie|commercial|drama|comedy|spot|game)\b",
    )
)
_ROLE_AT: Final = re.compile(rf"\d ?[ap]\.?m\.? for (?P<role>{QUOTED}|{CAPS})(?=[.,;!)]|$)")
"""Here is the role if the project is named elsewhere: "you're at 2:15pm for ROY"."""

_WENT_OTHERWISE: Final = re.compile(
    rf"\b(?:way|direction|elsewhere|otherwise) (?:for|on|with) (?P<project>{CAPS}|{QUOTED})"
)
"""Here is the project if the role is named elsewhere."""

_PERHAPS_PROJECT: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b{_FOR_TITLE}\b(?: (?:in|request|you|her|him|them|confirmed|check))*(?: (?:for|on|of|from|:)|:|!+| -) (?:the |our |your |a )?(?:(?:new |feature |film |short |play |series |pilot |musical |commercial |show )*)(?P<project>{BRAND})",
        rf"\b(?:released from|release from|off|avail for|refusal on|hold on|pin on|pencil on)(?: (?:your|the|first|refusal|hold|pin|avail|on|for|heavy|pencil))* (?P<project>{BRAND}(?: / \"[^\"]+\")?)",
    )
)
"""What is there may be a role as well: "a callback for Agnes"."""


class Titles(Value, frozen=True, kw_only=True):
    """The projects and the roles that a mail names, with the words they are in.

    `is_doubtful` if the same words can be read in several ways, of which one is right.
    """

    projects: tuple[str, ...] = ()
    project_words: str = ""
    roles: tuple[str, ...] = ()
    role_words: str = ""
    is_doubtful: bool = False


_NOT_ROLE: Final = re.compile(
    r"\b(?:hulu|netflix|hbo|max|abc|nbc|cbs|fox|fx|amc|cw|apple|amazon|prime|peacock|paramount|disney|bbc|itv|channel|c4|sky|rt\u00e9|rte|starz|showtime|lifetime"
    r"|hallmark|tubi|studios?|network|tv|rep|theatre|theater|productions?|pictures|films?|company|playhouse|sag|aea|equity|season|series|episode|ep|pilot|musical"
    r"|feature|short|commercial|zoom|virtual|self|tape|in person|nda|lead|recurring|guest|star|regular|usa|streaming|original|national|regional|spot)\b|(?-i:^[A-Z0-9]{2,4}$)",
    re.IGNORECASE,
)


def find_titles(
    letters: tuple[Letter, ...],
    clauses: tuple[tuple[Clause, ...], ...],
    people: People,
    listed: tuple[str, ...],
) -> Titles:
    """Return project and role; `listed` are roles that are in a list of their own."""
    clauses = tuple(map(without_greeting, clauses))
    whole = tuple(clause for some in clauses for clause in some)
    roles = _labelled_names(whole, "role")
    projects = _labelled_names(whole, "project") or _brand(whole, people)
    role_words = "; ".join(roles)
    project_words = "; ".join(projects)
    subject = subject_names(letters, people)
    if len(listed) > 1 and len(roles) != 1:
        roles, role_words = list(listed), "; ".join(listed)
    if not roles and (ways := ways_to_read(whole, people, projects or subject, subject)):
        if len(ways) > 1:
            return _doubtful(ways, projects, subject)
        roles = [ways[0].role] if ways[0].role else []
        projects = projects or ([ways[0].project] if ways[0].project else [])
    if not roles and not projects and not subject and (ways := ways_to_want(whole, people)):
        return _doubtful(ways, projects, subject)
    roles = roles or described_roles(whole, people)
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
                if _is_told(name, some) and name_key(name) not in map(name_key, taken)
                if len(subject) < 2 or not _stands_as_role(name, some)
            ]
            projects = _first(_PROJECT, "project", some, people, taken) or told[:1]
            projects = projects or title_lines(some, people)
            if not projects:
                perhaps = _first(_PERHAPS_PROJECT, "project", some, people, taken)
                perhaps = _title_of_both(subject, perhaps) or perhaps
                as_role = _first(_ROLE, "role", some, people, set(subject[:1]))
                is_role = bool(subject) and {*map(name_key, perhaps)} <= {*map(name_key, as_role)}
                projects = [] if is_role else perhaps
        if not roles:
            known_ones = {*projects, *subject[:1]}
            roles = [
                name
                for name in _first(_ROLE, "role", some, people, known_ones)
                if not any(name_key(one).startswith(f"{name_key(name)} ") for one in subject)
            ]
        if not roles and (projects or subject):
            roles = _first((_ROLE_AT,), "role", some, people, {*projects, *subject})
    if not projects and roles:
        projects = _first((_WENT_OTHERWISE,), "project", whole, people, set(roles))
    if not projects:
        left = [name for name in subject if name_key(name) not in set(map(name_key, roles))]
        told = [name for name in left if _is_told(name, whole)] if roles and len(left) > 1 else []
        projects = (told if len(told) == 1 else left)[:1]
    elif len(projects) > 1 and any(
        name_key(name) in set(map(name_key, projects)) for name in subject
    ):
        projects = [name for name in projects if name_key(name) in set(map(name_key, subject))]
    projects = [_whole(name, subject, whole) for name in projects]
    known = {name_key(name) for name in projects}
    if not roles and projects:
        roles = _bracketed(projects[0], letters, whole, people)
    if not roles and len(subject) > 1:
        rest = [
            name
            for name in subject
            if name_key(name) not in known and name_key(name) not in " ".join(known)
            if not COMPANY.search(name)
        ]
        roles = rest[:1]
    if not roles and projects:
        perhaps = _first(_PERHAPS_PROJECT, "project", whole, people, {*projects, *subject[:1]})
        titles = [f"{name} " for name in (*known, *map(name_key, subject))]
        roles = [plain_role(one) for one in perhaps if not _is_part(one, titles)]
    roles = distinct_names([name for name in roles if name_key(name) not in known])
    projects = distinct_names([without_theatre(name) for name in projects])
    is_plain = len(projects) == 1 and not project_words and not role_words
    if is_plain and ROLE.match(projects[0]) and not any(map(ROLE.match, roles)):
        roles, projects = projects, roles  # "DS Callow" is a role
    return Titles(
        projects=tuple(projects),
        project_words=project_words or "; ".join(projects),
        roles=tuple(roles),
        role_words=role_words or "; ".join(roles),
    )


def _doubtful(ways: tuple[Way, ...], known: list[str], subject: list[str]) -> Titles:
    """Return role and project of words that can be read in several ways."""
    roles = tuple(dict.fromkeys(way.role for way in ways if way.role))
    named = known or [way.project for way in ways if way.project] or subject[:1]
    projects = tuple(dict.fromkeys(named))
    return Titles(
        projects=projects,
        project_words=max(projects, key=len, default=""),
        roles=roles,
        role_words=max(roles, key=len, default=""),
        is_doubtful=True,
    )


def _brand(clauses: tuple[Clause, ...], people: People) -> list[str]:
    """Return the brand that a commercial is for, if no project is named: "Client: Medlow"."""
    named = _labelled_names(clauses, "client") if is_for_brand(clauses) else []
    return [name for name in named if is_name(name, people)]


def _labelled_names(clauses: Iterable[Clause], field: str) -> list[str]:
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
                and (field != "project" or not name[:1].islower())
                and not re.fullmatch(
                    r"(?:tb[acd]|n/?a|various|see .*|none|to be .*)", name, re.IGNORECASE
                )
            ):
                found.append(name)
    return distinct_names(found)


def _both(clauses: Iterable[Clause], people: People) -> tuple[list[str], list[str]]:
    """Return role and project that are in one sentence: "the role of Agnes in ..."."""
    for shape in _BOTH:
        for clause in clauses:
            for match in shape.finditer(clause.text):
                role = plain_role(cut_day(match["role"]))
                project = plain_project(cut_day(match["project"] or ""))
                if match["project"] and is_name(role, people) and is_name(project, people):
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
    known = {name_key(name) for name in taken}
    for shape in shapes:
        found = []
        for clause in clauses:
            for match in shape.finditer(clause.text):
                if field == "role" and _WITH_OTHERS.match(clause.text, match.end(field)):
                    continue
                name = plain(cut_day(match[field]))
                if name_key(name) not in known and is_name(name, people):
                    found.append(name)
        if found:
            return distinct_names(found)
    return []


_WITH_OTHERS: Final = re.compile(
    r" (?:and|&) (?:the |our |her |his )*(?:producers?|directors?|creatives?|team|clients?|agency|network|studio|writers?)\b"
)
"""Behind somebody who is in the room, and no role: "read for Lena and the producers"."""


def _bracketed(
    project: str, letters: tuple[Letter, ...], clauses: Iterable[Clause], people: People
) -> list[str]:
    """Return the role in brackets after the project: "North Wind (Juno)"."""
    shape = re.compile(
        rf"{re.escape(project)}[\"']? (?:- |(?:self[- ]?)?tape |audition |callback )?\((?P<role>{NAME})(?:, [^)]*)?\)",
        re.IGNORECASE,
    )
    for text in (*(straight(one.subject) for one in letters), *(c.text for c in clauses)):
        if (found := shape.search(text)) and not _NOT_ROLE.search(found["role"]):
            name = plain_role(found["role"])
            if name[:1].isupper() and is_name(name, people):
                return [name]
    return []


_TITLE_WORDS: Final = re.compile(r"\b(?:the|of|and|in|on|for|a)\b", re.IGNORECASE)


def _title_of_both(subject: list[str], perhaps: list[str]) -> list[str]:
    """Return the one of two names in the subject that is a title by its words, if only one is.

    "THE LAST LIGHTHOUSE - Abigail" has a project first, though the tape is "for Abigail".
    """
    keys = set(map(name_key, subject))
    if len(subject) != 2 or not {*map(name_key, perhaps)} & keys:
        return []
    titles = [name for name in subject if _TITLE_WORDS.search(name) and len(name.split()) > 2]
    return titles if len(titles) == 1 else []


def _is_part(name: str, titles: list[str]) -> bool:
    """Whether a name and one of the titles begin alike, and may be the same: "Gumdrop Airlines"."""
    key = f"{name_key(name)} "
    return any(key.startswith(one) or one.startswith(key[:-1]) for one in titles)


def _whole(name: str, subject: list[str], clauses: Iterable[Clause]) -> str:
    """Return a title in full, if the subject has it so, or the letter has that of the subject."""
    longer = [
        one for one in subject if _TITLE_GOES_ON.match(one[len(name) :]) and one.startswith(name)
    ]
    if not longer and name in subject:
        shape = re.compile(rf"(?<![\w']){re.escape(name)} (?:[Aa]bout|[Oo]f) {NAME}")
        longer = [match[0] for clause in clauses for match in shape.finditer(clause.text)]
    return longer[0] if longer else name


_TITLE_GOES_ON: Final = re.compile(r": \w")


def _is_told(name: str, clauses: Iterable[Clause]) -> bool:
    """Whether a name in the subject is in the letter, too."""
    return any(name_key(name) in name_key(clause.text) for clause in clauses)


def _stands_as_role(name: str, clauses: Iterable[Clause]) -> bool:
    shape = re.compile(
        rf"\b(?:role|part|for|as|playing|reading|with)(?: of|:)? (?:the )?{re.escape(name)}\b",
        re.IGNORECASE,
    )
    return any(shape.search(clause.text) for clause in clauses)


def _in_role_place(clauses: Iterable[Clause]) -> list[str]:
    """Return names that are where only a role is, so that none is taken for the project."""
    return [
        plain_role(match["role"]) for clause in clauses for match in _ROLE[0].finditer(clause.text)
    ]

"""Finds the project and the role: by their labels, in the sentences, and in the subject."""

import re
from collections.abc import Iterable
from typing import Final

from callbacktui.domain.base_classes import Value
from callbacktui.exchange.invitation.clauses import Clause, straight
from callbacktui.exchange.invitation.labels import labelled
from callbacktui.exchange.invitation.letters import Letter
from callbacktui.exchange.invitation.lines_of_names import described_roles, title_lines
from callbacktui.exchange.invitation.people import People, is_for_brand
from callbacktui.exchange.invitation.project_and_role_patterns import (
    CAPS,
    NAME,
    WORD,
    cut_day,
    distinct_names,
    is_name,
    name_key,
    plain_project,
    plain_role,
    without_greeting,
)
from callbacktui.exchange.invitation.role_in_project import (
    COMPANY,
    SORT,
    Way,
    ways_to_read,
    ways_to_want,
    without_company,
)
from callbacktui.exchange.invitation.sentences_with_names import (
    BOTH,
    IS_YOURS,
    PERHAPS_PROJECT,
    PERHAPS_ROLE,
    ROLE_AT,
    SURE_PROJECT,
    SURE_ROLE,
    WENT_OTHERWISE,
)
from callbacktui.exchange.invitation.subject_line import subject_names
from callbacktui.exchange.invitation.theatres import without_theatre
from callbacktui.exchange.invitation.trade_words import TRADE
from callbacktui.exchange.title_words import ROLE, is_place

_BY_SORT: Final = re.compile(
    r"\b(?:read(?:ing)?|tape|taping|audition(?:ing)?|see you|play(?:ing)?|you're|you are|you) (?:for |as )?(?:the|our) "
    rf"(?P<role>(?!lead|guest|person|student){SORT.pattern})(?=[.,;!?)]|$| in | on )"
)
"""A role without a name: "read for the mom"."""


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
    subject, parts = _project_first(subject_names(letters, people), whole)
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
            taken = {*roles, *parts, *_in_role_place(whole)}
            told = [
                name
                for name in subject
                if _is_told(name, some) and name_key(name) not in map(name_key, taken)
                if len(subject) < 2 or not _stands_as_role(name, some)
            ]
            projects = _first(SURE_PROJECT, "project", some, people, taken) or told[:1]
            projects = projects or title_lines(some, people)
            if not projects:
                perhaps = _first(PERHAPS_PROJECT, "project", some, people, taken)
                perhaps = _title_of_both(subject, perhaps) or perhaps
                as_role = _first(
                    (*SURE_ROLE, *PERHAPS_ROLE), "role", some, people, set(subject[:1])
                )
                is_role = bool(subject) and {*map(name_key, perhaps)} <= {*map(name_key, as_role)}
                projects = [] if is_role else perhaps
        if not roles:
            known_ones = {*projects, *subject[:1]}
            roles = _first(SURE_ROLE, "role", some, people, known_ones) or [
                name
                for name in _first(PERHAPS_ROLE, "role", some, people, known_ones)
                if not any(
                    re.match(rf"{re.escape(name_key(name))}:? ", name_key(one)) for one in subject
                )
                if not any(name_key(name).startswith(f"{name_key(one)} ") for one in projects)
            ]
        if not roles and (projects or subject):
            roles = _first((ROLE_AT, IS_YOURS), "role", some, people, {*projects, *subject})
    if not projects and roles:
        projects = _first((WENT_OTHERWISE,), "project", whole, people, set(roles))
    if not projects:
        left = [name for name in subject if name_key(name) not in set(map(name_key, roles))]
        told = [name for name in left if _is_told(name, whole)] if roles and len(left) > 1 else []
        projects = (told if len(told) == 1 else left)[:1]
    elif len(projects) > 1 and any(
        name_key(name) in set(map(name_key, projects)) for name in subject
    ):
        projects = [name for name in projects if name_key(name) in set(map(name_key, subject))]
    projects = [_whole(without_company(name), subject, whole) for name in projects]
    roles = [_without_project(name, projects) for name in roles]
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
        perhaps = _first(PERHAPS_PROJECT, "project", whole, people, {*projects, *subject[:1]})
        titles = [f"{name} " for name in (*known, *map(name_key, subject))]
        roles = [plain_role(one) for one in perhaps if not _is_part(one, titles)]
    if not roles and projects:
        roles = [match["role"] for one in whole for match in _BY_SORT.finditer(one.text)][:1]
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
        said = re.split(
            r"(?:(?<=[a-z]{4})|(?<=\))|(?<=[A-Z]{4})(?<!CAPT)(?<!PROF))\. ", clause.text
        )[0]
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
    for shape in BOTH:
        for clause in clauses:
            for match in shape.finditer(clause.text):
                role = plain_role(match["role"])
                if role != plain_role(cut_day(match["role"])) or is_place(match["project"] or ""):
                    continue  # "Starts June 21 in Vancouver"
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
    is_perhaps = shapes is PERHAPS_PROJECT or shapes is PERHAPS_ROLE
    for shape in shapes:
        found = []
        for clause in clauses:
            for match in shape.finditer(clause.text):
                if field == "role" and _WITH_OTHERS.match(clause.text, match.end(field)):
                    continue
                if is_perhaps and _AND_ANOTHER.match(clause.text, match.end(field)):
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


_AND_ANOTHER: Final = re.compile(rf", {CAPS}(?=[.;!]|$)")
"""Behind the one of two names of which nothing tells the role: "callback for NINA, KETTLE"."""


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


_TITLE_WORDS: Final = re.compile(r"\b(?:the|of|and|in|on|for|a|untitled)\b", re.IGNORECASE)


def _title_of_both(subject: list[str], perhaps: list[str]) -> list[str]:
    """Return the one of two names in the subject that is a title by its words, if only one is.

    "THE LAST LIGHTHOUSE - Abigail" has a project first, though the tape is "for Abigail".
    """
    keys = set(map(name_key, subject))
    if len(subject) != 2 or not {*map(name_key, perhaps)} & keys:
        return []
    titles = [name for name in subject if _TITLE_WORDS.search(name) and len(name.split()) > 2]
    return titles if len(titles) == 1 else []


def _without_project(role: str, projects: list[str]) -> str:
    """Return a role without the project behind it: "The Pharmacist in Night Bloom"."""
    head, joint, tail = role.rpartition(" in ")
    return head if joint and name_key(tail) in map(name_key, projects) else role


def _project_first(
    names: list[str], clauses: Iterable[Clause]
) -> tuple[list[str], tuple[str, ...]]:
    """Return two names of a subject with the project first, and the one that is a role by its words."""
    if len(names) != 2:
        return names, ()
    one, other = names
    clauses = tuple(clauses)
    for is_role in (
        lambda name: _stands_as_role(name, clauses),
        ROLE.match,
        lambda name: not _is_title(name),
    ):
        if bool(is_role(one)) != bool(is_role(other)):
            ordered = [other, one] if is_role(one) else names
            return ordered, (ordered[1],)
    return names, ()


def _is_title(name: str) -> bool:
    return len(name.split()) > 2 and bool(_TITLE_WORDS.search(name))


_NO_MORE: Final = re.compile(
    rf"{COMPANY.pattern}|^ I(?:'|$)|^ (?:{'|'.join(map(re.escape, sorted(TRADE)))})$", re.IGNORECASE
)
"""What does not belong to a title before it: "Lidl Summer I'm afraid"."""


def _is_part(name: str, titles: list[str]) -> bool:
    """Whether a name and one of the titles begin alike, and may be the same: "Gumdrop Airlines"."""
    key = f"{name_key(name)} "
    return any(key.startswith(one) or one.startswith(key[:-1]) for one in titles)


def _whole(name: str, subject: list[str], clauses: tuple[Clause, ...]) -> str:
    """Return a title in full, if the subject has it so, or the letter has that of the subject."""
    longer = [
        one for one in subject if _TITLE_GOES_ON.match(one[len(name) :]) and one.startswith(name)
    ]
    if not longer and name in subject:
        shape = re.compile(rf"(?<![\w']){re.escape(name)} (?:[Aa]bout|[Oo]f) {NAME}")
        longer = [match[0] for clause in clauses for match in shape.finditer(clause.text)]
    if longer:
        return longer[0]
    shape = re.compile(rf"(?<![\w']){re.escape(name)}(?P<next>(?: {WORD})?)")
    behind = {found["next"].rstrip(".") for one in clauses for found in shape.finditer(one.text)}
    if (
        name in subject
        and len(behind) == 1
        and (more := behind.pop())
        and not _NO_MORE.search(more)
    ):
        return plain_project(f"{name}{more}")  # the letter says it in full each time
    return name


_TITLE_GOES_ON: Final = re.compile(r": \w")


def _is_told(name: str, clauses: Iterable[Clause]) -> bool:
    """Whether a name in the subject is in the letter, too."""
    return any(name_key(name) in name_key(clause.text) for clause in clauses)


def _stands_as_role(name: str, clauses: Iterable[Clause]) -> bool:
    shape = re.compile(
        rf"\b(?:role|part|for|as|playing|reading|with)(?: of|:)? (?:the )?{re.escape(name)}\b"
        rf"|\b(?:our|your) {re.escape(name)}\b(?! (?:self|tapes?|auditions?|call|recall|sessions?|reads?|slot|appointment|appt|time|role|hold|pin|dates?)\b)",
        re.IGNORECASE,
    )
    return any(shape.search(clause.text) for clause in clauses)


def _in_role_place(clauses: Iterable[Clause]) -> list[str]:
    """Return names that are where only a role is, so that none is taken for the project."""
    return [
        plain_role(match["role"])
        for clause in clauses
        for match in SURE_ROLE[0].finditer(clause.text)
    ]

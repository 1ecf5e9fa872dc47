"""Finds lists of roles and of jobs in a mail: "1. KETTLE (film) - Nina - Monday"."""

import re
from collections.abc import Iterable
from typing import Final

from callbacktui.exchange.invitation.labels import KNOWN
from callbacktui.exchange.invitation.people import People
from callbacktui.exchange.invitation.project_and_role import Titles
from callbacktui.exchange.invitation.project_and_role_patterns import (
    CAPS,
    NAME,
    QUOTED,
    TITLE,
    WORD,
    distinct_names,
    is_name,
    plain_project,
    plain_role,
)

_LIST_ROLE: Final = re.compile(
    rf"^(?:\d{{1,2}}[.)]|[-*\u2022]|(?i:role \d+ ?[:-])|[abAB]\))\s*(?P<role>{CAPS}|{NAME})\s*(?:[-,(:]|$)"
)
_LIST_JOB: Final = re.compile(
    rf"^(?:\d{{1,2}}[.)]|[-*\u2022]) ?(?P<project>{CAPS}|{QUOTED})"
    rf"(?:(?: \([^)]*\))? - (?P<role>{TITLE}) - "
    r"| \([^)]*\b(?i:pilot|film|feature|series|short|commercial|spot|play|musical|tv|theat(?:re|er)|voice|game)\b[^)]*\)"
    rf" - (?P<role2>{TITLE})(?=[,.;(]|$))"
)
_TIMED_ROLE: Final = re.compile(
    rf"^(?P<role>{CAPS}|{NAME}) ?[-|] ?"
    r"(?i:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\d{1,2}(?:[/:.]\d| ?[ap]\.?m\b))"
)
_TWO_ROLES: Final = re.compile(
    rf"\b(?:roles|parts|characters)(?: of|:)? (?P<a>{CAPS}|{QUOTED}|{WORD}(?: {WORD}){{0,3}})(?: \([^)]*\))?,? (?:and|&|or) (?:the (?:role|part) of )?(?P<b>{TITLE})"
)
_EITHER_ROLE: Final = re.compile(
    rf"\b(?:[Rr]ead(?:ing)?|[Tt]ap(?:e|ing)|[Aa]udition(?:ing)?|[Cc]onsider(?:ed)?|[Ss]een?|[Yy]ou) (?:for|as) (?:either|both) (?:of )?"
    rf"(?:the (?:role|part) of )?(?P<a>{CAPS}|{QUOTED}|{WORD}(?: {WORD}){{0,3}})(?: \([^)]*\))?,? (?:and|&|or) (?:the (?:role|part) of )?(?P<b>{TITLE})"
)
"""Two roles to choose from, or to read both: "read for either BEN or THE BROTHER"."""

_BOTH_CAPS: Final = re.compile(
    rf"\b(?:for|as|read|tape|sides for) (?:the (?:role|part) of )?(?P<a>{CAPS}),? (?:and|or) (?P<b>{CAPS})(?= in | on |[,.;]|$)"
)

_ROLES_BEHIND: Final = re.compile(
    r"\b(?:two|three|four|five|both|\d+|these|following) (?:parts|roles|characters)\b[^:.]{0,60}: (?P<names>[^.;:]{5,200})",
    re.IGNORECASE,
)


def listed_roles(lines: Iterable[str], people: People) -> tuple[str, ...]:
    """Return the roles that are in a list: numbered, or each after a dash."""
    found = []
    for line in lines:
        if (match := _LIST_ROLE.match(line)) and (name := plain_role(match["role"])):
            numbered = line[0].isdigit() or line[0] not in "-*\u2022" or match["role"].isupper()
            if numbered and is_name(name, people):
                found.append(name)
    if not found:
        timed = [match["role"] for line in lines if (match := _TIMED_ROLE.match(line))]
        named = [plain_role(said) for said in timed if said.lower() not in KNOWN]
        found = [name for name in named if is_name(name, people)]
        found = found if len(distinct_names(found)) > 1 else []
    for line in () if len(found) > 1 else lines:
        for match in (
            m for shape in (_TWO_ROLES, _EITHER_ROLE, _BOTH_CAPS) for m in shape.finditer(line)
        ):
            both = (plain_role(match["a"]), plain_role(match["b"]))
            found += [name for name in both if is_name(name, people)]
        if match := _ROLES_BEHIND.search(line):
            names = [plain_role(name) for name in re.split(r",? and |, | & |/", match["names"])]
            found += [name for name in names if name[:1].isupper() and is_name(name, people)]
    return tuple(distinct_names(found)) if len(distinct_names(found)) > 1 else ()


def listed_jobs(lines: Iterable[str], people: People) -> Titles | None:
    """Return the projects and roles of a list of jobs: "1. KETTLE (film) - Nina - Monday"."""
    found = [match for line in lines if (match := _LIST_JOB.match(line))]
    projects = distinct_names([plain_project(match["project"]) for match in found])
    roles = distinct_names([plain_role(match["role"] or match["role2"]) for match in found])
    if len(projects) < 2 or not all(is_name(name, people) for name in (*projects, *roles)):
        return None
    return Titles(
        projects=tuple(projects),
        project_words="; ".join(projects),
        roles=tuple(roles),
        role_words="; ".join(roles),
    )

"""Finds lines that are a name and nothing else: a title above its kind, a role in a breakdown."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.people import People
from callbacktui.exchange.invitation.project_and_role_patterns import (
    CAPS,
    NAME,
    QUOTED,
    SIZE,
    TITLE,
    distinct_names,
    is_name,
    plain_project,
    plain_role,
)
from callbacktui.exchange.invitation.role_in_project import COMPANY

_I: Final = re.IGNORECASE
_WHOLE: Final = re.compile(rf"(?P<name>{QUOTED}|{NAME}|{CAPS})(?: ?[(\[][^)\]]*[)\]]| - .*)?")
_OF_KIND: Final = re.compile(
    r"(?:(?:an?|the|new|indie|independent|untitled|national|regional|network|cable|streaming|episodic|tv|television|short|feature|student|thesis|web|video|music|print|stage) )*"
    r"(?:commercial|spot|feature|film|short|movie|series|television|tv|episodic|pilot|drama|comedy|sitcom|musical|play|theat(?:re|er)|tour|video|game|voice-?over|print|industrial|podcast"
    rf"|sag(?:-aftra)?|non-?union|equity|aea|{SIZE})\b(?! (?:for|of|is|in|at|with)\b)",
    _I,
)
"""How the line below a title begins: "Feature Film", "Commercial | Non-Union", "Co-Star"."""

_WHO: Final = (
    r"(?:(?:fe)?male\b|(?:wo)?m[ae]n\b|non-?binary|any (?:gender|ethnicity)|all (?:genders|ethnicities)|[mf]\b|(?:he|she|they)/|(?:early|mid|late)[- ]"
    r"|age[ds]?\b|teens?\b|\d0(?:'?s\b| ?(?:-|to) ?\d0)|\d\d ?(?:-|to) ?\d\d\b)"
)
_DESCRIBED: Final = re.compile(
    rf"(?:\[(?P<a>{TITLE})\](?:$|[ :,-])|(?P<b>{CAPS})(?: -|,|:| ?[(\[]) ?[(\[]?{_WHO})", re.UNICODE
)
"""A role in a breakdown: "[TOBIAS KANE]", "TOBIAS KANE - 40s, a beekeeper"."""

_AGE_FIRST: Final = re.compile(rf"[(\[]?{_WHO}", _I)


def title_lines(clauses: Iterable[Clause], people: People) -> list[str]:
    """Return the first title that has a line of its own, above the kind of work or of role."""
    for one, below in pairwise(clauses):
        found = None if one.label or below.line == one.line else _WHOLE.fullmatch(one.text)
        if found is None or below.line > one.line + 2 or below.label:
            continue
        name = plain_project(found["name"])
        if _OF_KIND.match(below.text) and is_name(name, people) and not COMPANY.search(name):
            return [name]
    return []


def described_roles(clauses: Iterable[Clause], people: People) -> list[str]:
    """Return the roles that a breakdown describes, each at the head of its line."""
    found = []
    for one in clauses:
        label, _, size = one.label.partition(" (")
        if label.isupper() and one.starts and (_AGE_FIRST.match(one.text) or size):
            found.append(plain_role(label))
        elif not one.label and (match := _DESCRIBED.match(one.text)):
            found.append(plain_role(match["a"] or match["b"]))
    return distinct_names([name for name in found if is_name(name, people)])

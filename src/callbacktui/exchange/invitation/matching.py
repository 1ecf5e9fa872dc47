"""Finds the audition that an invitation is about: by message, or by role and office or project."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import Value
from callbacktui.domain.moment import today
from callbacktui.domain.same_names import look_alike
from callbacktui.domain.text import fold
from callbacktui.exchange.invitation.reading_result import Kind, Reading, is_part
from callbacktui.exchange.invitation.theatres import is_same_theatre, is_theatre

UID: Final = "Calendar id:"
MESSAGE_ID: Final = "Message id:"
"""The lines under a kept text that name the event and the message."""


class Match(Value, frozen=True, kw_only=True):
    """An audition that an invitation may be about, and why."""

    id: str
    why: str


def find_matches(reading: Reading, auditions: Iterable[Audition]) -> tuple[Match, ...]:
    """Return the auditions that share the message, or the role and its office or project.

    The project tells only if the invitation or the audition has no office, or both offices look
    alike: "Telsey" and "The Telsey Office". It does alone if the mail names no role, is about what
    went before, and only one audition here is of that project.
    """
    auditions = tuple(auditions)
    found = [
        (not audition.is_open, Match(id=audition.id, why=why))
        for audition in auditions
        if (why := _why(reading, audition))
    ]
    if not found and (only := _only_one(reading, auditions)):
        return (Match(id=only.id, why="the only one of this project here"),)
    found = [one for one in found if one[1].why != _LIKE_OFFICE] or found
    certain = [one for one in found if one[1].why not in _LIKELY]
    return tuple(match for _, match in sorted(certain or found, key=lambda one: one[0]))


def match_meant(
    matches: Collection[Match], auditions: Mapping[str, Audition], reading: Reading
) -> Match | None:
    """Return the match that is meant, and why: the only one, or the only one that is open.

    `None` if that cannot be told: several are open, or the mail is older than the open one.
    """
    if len(matches) < 2:
        return next(iter(matches), None)
    still_open = [one for one in matches if auditions[one.id].is_open]
    if len(still_open) != 1:
        return None
    [meant] = still_open
    added = auditions[meant.id].added_at
    if added and added.day > today(reading.written):
        return None
    closed = len(matches) - 1
    others = "the other one is closed" if closed == 1 else f"the {closed} others are closed"
    return Match(id=meant.id, why=f"{meant.why}; {others}")


_OFFICE_AND_ROLE: Final = "the same office and role"
_PROJECT_AND_ROLE: Final = "the same project and role"
_PART_AND_ROLE: Final = "the same role, and a part of the title"
_LIKE_OFFICE: Final = "the same project and role, and an office of a like name"
_LIKELY: Final = {_OFFICE_AND_ROLE, _PROJECT_AND_ROLE, _PART_AND_ROLE, _LIKE_OFFICE}


_NEW: Final = {Kind.REQUEST, Kind.APPOINTMENT, Kind.OTHER}
"""The kinds of mail that may begin an audition, for another role of the same project."""


def _only_one(reading: Reading, auditions: tuple[Audition, ...]) -> Audition | None:
    """Return the audition that a mail without a role is about: the only one of its project."""
    project, office = reading.text_of("project"), reading.text_of("office")
    if reading.kind in _NEW or reading.text_of("role") or not project:
        return None
    if any(one.field == "role" for one in reading.questions):
        return None
    some = [one for one in auditions if one.project and _overlap(project, one.project)]
    open_ones = [one for one in some if one.is_open]
    [only] = open_ones if len(open_ones) == 1 else some if len(some) == 1 else [None]
    if only and office and only.office and not _same(office, only.office):
        return None
    if only and _is_elsewhere(reading, only):
        return None
    return only


def is_turned_round(reading: Reading, audition: Audition) -> bool:
    """Whether what is read as the role is the project of an audition here, and the other way."""
    role, project = reading.text_of("role"), reading.text_of("project")
    return _same(role, audition.project) and _same(project, audition.role)


def _why(reading: Reading, audition: Audition) -> str:
    if reading.uid and f"{UID} {reading.uid}" in audition.notes:
        return "the same calendar event"
    if reading.message_id and f"{MESSAGE_ID} {reading.message_id}" in audition.notes:
        return "the same message"
    office, role = reading.text_of("office"), reading.text_of("role")
    project = reading.text_of("project")
    if _is_elsewhere(reading, audition):
        return ""
    if is_turned_round(reading, audition):
        return _PROJECT_AND_ROLE
    if not _same(role, audition.role):
        return ""
    if not (office and audition.office):
        if _same(project, audition.project):
            return _PROJECT_AND_ROLE
        is_of_it = (
            project and audition.project and is_part(_plain(project), _plain(audition.project))
        )
        return _PART_AND_ROLE if is_of_it and reading.kind not in _NEW else ""
    if not _same(office, audition.office):
        is_like = look_alike(office, audition.office, is_office=True)
        return _LIKE_OFFICE if is_like and _same(project, audition.project) else ""
    return "" if project and not _overlap(project, audition.project) else _OFFICE_AND_ROLE


def _same(one: str, other: str) -> bool:
    return bool(one and other) and _plain(one) == _plain(other)


def _is_elsewhere(reading: Reading, audition: Audition) -> bool:
    """Whether a mail names another theatre than an audition has, as its office or its place."""
    theatre = reading.text_of("theatre")
    theirs = [name for name in (audition.office, audition.place) if is_theatre(name)]
    return bool(theatre and theirs) and not any(is_same_theatre(theatre, name) for name in theirs)


def _overlap(one: str, other: str) -> bool:
    """Whether two titles are one: a commercial goes by its brand, its title or both."""
    mine, theirs = _plain(one), _plain(other)
    return not theirs or is_part(mine, theirs)


def _plain(name: str) -> str:
    said = re.sub(r"\b(?:casting|the|cdg|csa)\b|[^\w ]", " ", fold(name))
    return " ".join(said.split()) or fold(name)

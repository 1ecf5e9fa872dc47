"""Tells role and project apart in a run of capitals: "Lena in Cold Front on Friday"."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.people import UP, People
from callbacktui.exchange.invitation.project_and_role_patterns import (
    NAME,
    TITLE,
    WEEKDAY,
    cut_day,
    is_name,
    name_key,
    plain_project,
    plain_role,
)
from callbacktui.exchange.invitation.theatres import is_theatre
from callbacktui.exchange.title_words import NO_ROLE, ROLE, TITLE_ENDS, is_place

_BARE_DAY: Final = re.compile(rf" {WEEKDAY}$", re.IGNORECASE)
_DAY_TITLE: Final = re.compile(
    rf"{WEEKDAY}(?:'s)? (?-i:(?!(?:Morning|Afternoon|Evening|Night|Noon)$)[{UP}])", re.IGNORECASE
)
"""A title that begins with a day, as "Monday Mornings" does; it may be a day after all."""

_MONTH_NAMES: Final = {"April", "May", "June", "August"}
_THE: Final = re.compile(rf"(?<= (?:in|on) )(?:the|a|an) (?=[{UP}])")
_HOUR_NEXT: Final = re.compile(r",? (?:at |@ ?)?(?:\d|noon)")
_JOINT: Final = re.compile(
    rf" (?P<joint>in|on|for|from|at) (?=[\"'{UP}0-9]|(?P<small>the|a|an) [{UP}])"
)
_NAMED: Final = re.compile(
    rf"\b(?:(?P<sure>(?:[Rr]ole|[Pp]art|[Cc]haracter)(?: of|:)? |(?:(?<!cast )(?<!set )as|(?<!our )(?<!the )(?<!a )(?<!new )(?<!short )play|playing) (?:the )?)"
    rf"|(?:[Yy]ou(?:'re)?|[Hh]im|[Hh]er|[Tt]hem|[{UP}][\w'-]+|[Rr]ead(?:ing)?|[Tt]ap(?:e|ing)|[Aa]udition(?:ing)?|[Aa]ppointment|[Aa]ppt"
    rf"|[Cc]all-?back|[Rr]ecall|[Cc]onfirmed|[Bb]ooked|[Pp]inned|[Ss]ession|[Ss]lot|[Tt]est|[Ss]ides) (?:for|as) )"
    rf"(?P<run>{NAME}(?:(?<=[{UP}]) [{UP}][{UP}'&-]*(?![\w/:]))*)"
)
_WANTS: Final = re.compile(
    rf"(?:^|[.,!:] )(?:(?i:hi|hey|hello|so|and|also|ok|love|lovely)[,!]? )*(?P<who>{NAME})"
    r" (?:(?:want|need|ask(?:ed)?(?: for)?|request(?:ed)?|after)s?|would (?:like|love)|'d (?:like|love)|(?:is|are) after"
    r"|ha(?:s|ve) (?:asked for|requested)) (?:"
    r"(?:an? |another |your |you on )?(?:new |quick |fresh )?(?:self[- ]?tapes?|tapes?|read|audition|recall|call-?back)(?: from you)?"
    r"|(?:to see )?you (?:to (?:self[- ]?)?(?:tape|read|audition|come in|go in)|in|back|on tape))"
    rf" (?:for|as) (?:the (?:role|part) of )?(?P<what>{TITLE})(?!\w)(?! (?:[{UP}][\w'-]* )*in )"
)
"""Who wants a tape, and for what."""

COMPANY: Final = re.compile(
    r"\b(?:casting|hulu|netflix|hbo|max|abc|nbc|cbs|fox|fx|amc|cw|apple|amazon|prime|peacock|paramount"
    r"|disney|bbc|itv|channel|c4|sky|starz|showtime|hallmark|studios?|network|productions?|pictures|films"
    r"|entertainment|company|theatre|theater|playhouse|rep|agency|talent|management)\b",
    re.IGNORECASE,
)
"""Words that show that a name is a company's, not a project's."""

_WORK_NEXT: Final = re.compile(
    r" (?:commercial|spot|campaign|ad|advert|film|feature|movie|short|series|pilot|play|musical)\b"
)
"""What can follow "in the Bluebird", and shows that "the" is not part of the title."""

SORT: Final = re.compile(
    r"(?:(?:young|old|older|younger|little|first|second|third|another) )*"
    r"(?:boyfriend|bartender|bride|brother|child|clerk|cop|customer|dad|daughter|doctor|driver"
    r"|father|friend|girlfriend|groom|guard|guest|host|husband|lead|mom|mother|mum|neighbor|nurse"
    r"|officer|patient|person|sister|son|student|teacher|teen|voice|waiter|waitress|wife)"
    r"(?: #?\d+)?",
    re.IGNORECASE,
)
"""Roles without a name: "Nurse in Scrubs" may be all of a role."""


class Way(NamedTuple):
    """One way to read a run of capitals; what is not in it is empty."""

    role: str
    project: str


def without_company(name: str) -> str:
    """Return a title without the company that makes it: "An Gleann for Saltmarsh Films"."""
    found = _FOR_COMPANY.fullmatch(name)
    return found["title"] if found and COMPANY.search(found["company"]) else name


_FOR_COMPANY: Final = re.compile(r"(?P<title>.+?) (?:for|from|by|with) (?:the )?(?P<company>.+)")


def _without_company(run: str) -> str:
    """Return a run of names without the company at its end: "Ines in The Weir at Hollis Rep"."""
    head, joint, tail = run.rpartition(" at ")
    if not (joint and " in " in head):
        return run
    return head if COMPANY.search(tail) or is_theatre(tail.rstrip(".")) else run


def ways_to_read(
    clauses: Iterable[Clause], people: People, known: Collection[str], roles: Collection[str]
) -> tuple[Way, ...]:
    """Return how a sentence that names role and project in one breath can be read.

    `known` are projects and `roles` roles that the mail names elsewhere. Empty if no sentence
    does so; more than one way if a careful person would ask.
    """
    for clause in clauses:
        for match in _NAMED.finditer(clause.text):
            run = _without_company(match["run"])
            ways = tuple(
                Way(role, project)
                for role, project in _ways(run, clause.text[match.start("run") + len(run) :])
                if is_name(role, people) or role.title() in _MONTH_NAMES
                if not project or is_name(project, people) or _DAY_TITLE.match(project)
            )
            if not ways or ways == (Way(plain_role(run), ""),):
                continue
            told = [way for way in ways if _is_in(way.project, known) or _is_in(way.role, roles)]
            told = told or [way for way in ways if known and not way.project]
            if len(told) == 1:
                return (told[0],)
            if any(_DAY_TITLE.match(way.project) or way.role in _MONTH_NAMES for way in ways):
                ways = (*ways, *(Way(way.role, "") for way in ways))
            is_work = _WORK_NEXT.match(clause.text[match.end() :]) is not None
            if not known and match["sure"] is None and not _is_plain(run, is_work=is_work):
                ways = (*ways, Way("", cut_day(run)))
            return tuple(dict.fromkeys(ways))
    return ()


def ways_to_want(clauses: Iterable[Clause], people: People) -> tuple[Way, ...]:
    """Return how "Ironbridge want a tape for DS Callow" can be read.

    Who wants it may be the project or a company, whom it is for a role or the project.
    """
    for clause in clauses:
        if (match := _WANTS.search(clause.text)) is None:
            continue
        what = plain_role(cut_day(match["what"]))
        who = plain_project(match["who"]) if is_name(match["who"], people) else ""
        who = "" if COMPANY.search(who) else who
        if not is_name(what, people):
            continue
        ways = (Way(what, who), *((Way(what, ""),) if who else ()))
        return ways if ROLE.match(what) else (*ways, Way("", plain_project(match["what"])))
    return ()


def _ways(said: str, after: str) -> Iterator[Way]:
    name = cut_day(said)
    if (day := _BARE_DAY.search(name)) and _HOUR_NEXT.match(after):
        yield from _parted(name[: day.start()])
    yield from _parted(_THE.sub("", name) if _WORK_NEXT.match(after) else name)


def _parted(name: str) -> Iterator[Way]:
    joints = list(_JOINT.finditer(name))
    for joint in reversed(joints):
        role, behind = plain_role(name[: joint.start()]), plain_project(name[joint.end() :])
        yield Way(role, "" if joint["joint"] == "at" or is_place(behind) else behind)
    if len(joints) != 1 or _may_be_role(name, joints[0]):
        yield Way(plain_role(name), "")


def _may_be_role(name: str, joint: re.Match[str]) -> bool:
    """Whether a name with "in" or "at" in it may be all of a role: "Girl in White"."""
    role = name[: joint.start()]
    return (
        joint["joint"] == "from"
        or bool(SORT.fullmatch(role))
        or not _may_part(role, name[joint.end() :])
    )


def _may_part(role: str, project: str) -> bool:
    return not NO_ROLE.fullmatch(role) and project.lower() not in TITLE_ENDS


def _is_plain(run: str, *, is_work: bool) -> bool:
    """Whether words without "the role of" name a role, and are not just a title."""
    joints = list(_JOINT.finditer(cut_day(run)))
    if len(joints) != 1 or _may_be_role(run, joints[0]):
        return False
    return is_work or joints[0]["small"] is None


def _is_in(name: str, names: Collection[str]) -> bool:
    return bool(name) and name_key(name) in set(map(name_key, names))

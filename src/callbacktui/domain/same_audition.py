"""The audition here that a new one may be about; it is only ever proposed."""

from collections.abc import Iterable

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Medium, Union
from callbacktui.domain.round import Round
from callbacktui.domain.stage_effects import enter_stage, with_round
from callbacktui.domain.text import fold

_FACTS = ("office", "medium", "size", "union", "source", "platform", "rep", "shoot_dates")
_UNSAID = (None, "", Medium.OTHER, Union.UNKNOWN)
_OF_ROUND = ("format", "at", "due_at", "done_at", "place")


def same_auditions(new: Audition, auditions: Iterable[Audition]) -> tuple[Audition, ...]:
    """Return the open auditions for the same role in the same project, at no other office."""
    if not new.role:
        return ()
    return tuple(
        one
        for one in auditions
        if one.is_open
        and (fold(one.role), fold(one.project)) == (fold(new.role), fold(new.project))
        and (not one.office or not new.office or fold(one.office) == fold(new.office))
    )


def with_news(audition: Audition, new: Audition, now: DateTime) -> Audition:
    """Return the audition with what a new one says: how far it is, its read, what was not known.

    Nothing is taken away: facts fill only what is empty, notes and tags are added.
    """
    here = enter_stage(audition, new.stage, now) if _is_further(new, audition) else audition
    for read in new.rounds:
        here = _with_read(here, read)
    facts = {
        name: getattr(new, name)
        for name in _FACTS
        if getattr(here, name) in _UNSAID and getattr(new, name) not in _UNSAID
    }
    notes = "\n\n".join(filter(None, (here.notes, new.notes)))
    tags = tuple(dict.fromkeys((*here.tags, *new.tags)))
    holds = (*here.holds, *new.holds) if new.holds and here.live_hold is None else here.holds
    return replace(here, **facts, notes=notes, tags=tags, holds=holds)


def _is_further(new: Audition, audition: Audition) -> bool:
    return new.stage.rank > audition.stage.rank


def _with_read(audition: Audition, read: Round) -> Audition:
    """Return the audition with what was said of a read: of the one to come, else of a new one."""
    asked = audition.pending
    if asked is None or asked.kind.is_first != read.kind.is_first:
        ids = {one.id for one in audition.rounds}
        return audition if read.id in ids else replace(audition, rounds=(*audition.rounds, read))
    said = {name: value for name in _OF_ROUND if (value := getattr(read, name)) not in _UNSAID}
    return with_round(audition, replace(asked, **said))

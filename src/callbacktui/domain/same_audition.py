"""The audition here that a new one may be about; it is only ever proposed."""

from collections.abc import Iterable

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Medium, Union
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Stage
from callbacktui.domain.stage_effects import enter_stage, round_meant, with_round
from callbacktui.domain.text import fold
from callbacktui.domain.transitions import close

_FACTS = ("office", "medium", "size", "union", "source", "platform", "rep", "shoot_dates")
_UNSAID = (None, "", Medium.OTHER, Union.UNKNOWN)
_OF_ROUND = ("format", "at", "due_at", "done_at", "place")


def same_auditions(new: Audition, auditions: Iterable[Audition]) -> tuple[Audition, ...]:
    """Return the open auditions for the same role in the same project, at no other office.

    News such as an offer or a release is of any role there if it names none.
    """
    if not (new.role or not new.is_open or new.stage.rank >= Stage.OFFER.rank):
        return ()
    return tuple(
        one
        for one in auditions
        if one.is_open
        and fold(one.project) == fold(new.project)
        and (not new.role or fold(one.role) == fold(new.role))
        and (not one.office or not new.office or fold(one.office) == fold(new.office))
    )


def with_news(audition: Audition, new: Audition, now: DateTime) -> Audition:
    """Return the audition with what a new one says: how far it is, its read, what was not known.

    Nothing is taken away: facts fill only what is empty, notes and tags are added.

    Raises:
        IllegalMove: if the new one is closed, and this one cannot end that way.
    """
    is_further = new.is_open and new.stage.rank > audition.stage.rank
    here = enter_stage(audition, new.stage, now) if is_further else audition
    before = {one.id for one in audition.rounds}
    fresh = next((one for one in here.rounds if one.id not in before), None)
    for read in new.rounds:
        here = _with_read(here, read, fresh, now)
        fresh = None
    facts = {
        name: getattr(new, name)
        for name in _FACTS
        if getattr(here, name) in _UNSAID and getattr(new, name) not in _UNSAID
    }
    notes = "\n\n".join(filter(None, (here.notes, new.notes)))
    tags = tuple(dict.fromkeys((*here.tags, *new.tags)))
    holds = (*here.holds, *new.holds) if new.holds and here.live_hold is None else here.holds
    here = replace(here, **facts, notes=notes, tags=tags, holds=holds)
    return here if new.is_open else close(here, new.disposition, now)


def _with_read(audition: Audition, read: Round, fresh: Round | None, now: DateTime) -> Audition:
    """Return the audition with what was said of a read: of the one meant, else of a new one.

    `fresh` is the round that the news brought with it, which is the one meant.
    """
    asked = fresh or round_meant(audition, read.kind, now, may_be_past=read.is_done)
    if asked is None:
        ids = {one.id for one in audition.rounds}
        return audition if read.id in ids else replace(audition, rounds=(*audition.rounds, read))
    said = {name: value for name in _OF_ROUND if (value := getattr(read, name)) not in _UNSAID}
    if asked.kind.is_first is not read.kind.is_first:
        said["kind"] = read.kind
    return with_round(audition, replace(asked, **said))

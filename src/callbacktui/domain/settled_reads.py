"""Which reads are settled: they went further, or ended by somebody's answer.

Further is a callback, or a hold, an offer or a job that came straight after the first read.
"""

from collections.abc import Iterable
from typing import Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.days_to_callback import first_read
from callbacktui.domain.let_rest import is_rested
from callbacktui.domain.stage import Disposition, Stage

OWN_ENDS: Final = frozenset(
    {
        Disposition.WITHDRAWN,
        Disposition.REQUEST_DECLINED,
        Disposition.DEADLINE_MISSED,
        Disposition.NOT_SEEN,
    }
)
"""Ends that are no answer from the other side: they are left out of every proportion."""


_SHOWS_A_READ: Final = frozenset(
    stage for stage in Stage if Stage.AUDITIONED.rank <= stage.rank <= Stage.TEST.rank
)
"""Stages that nobody reaches without a read; a hold, an offer or a job may come straight."""


def was_read(audition: Audition) -> bool:
    """True if it is known that a first read was given; a callback alone does not show one."""
    rounds = audition.rounds
    if audition.straight_to_callback or (rounds and not any(r.kind.is_first for r in rounds)):
        return False
    if audition.stage in _SHOWS_A_READ or any(read.is_done for read in rounds):
        return True
    came_by = {event.after for event in audition.events if event.what == "stage"}
    return any(stage.value in came_by for stage in _SHOWS_A_READ)


def is_waiting(audition: Audition) -> bool:
    """True if its end is not known: it is open, or was let rest with others."""
    return audition.is_open or is_rested(audition)


def settled_reads(auditions: Iterable[Audition]) -> list[Audition]:
    """Return the reads that are settled, either way, and whose day is known, in their order."""
    found = []
    for audition in auditions:
        day = first_read(audition)
        ended = not is_waiting(audition) and audition.disposition not in OWN_ENDS
        if day and was_read(audition) and (audition.went_further or ended):
            found.append((day, audition.id, audition))
    return [audition for _, _, audition in sorted(found, key=lambda entry: entry[:2])]


def run_without_callback(settled: Iterable[Audition]) -> int:
    """Return how many of the latest settled reads, in a row, went no further."""
    run = 0
    for audition in settled:
        run = 0 if audition.went_further else run + 1
    return run

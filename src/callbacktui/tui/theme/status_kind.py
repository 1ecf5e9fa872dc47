"""The kinds of status an audition can have; each has one sign and one color."""

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Group


class StatusKind(LabelledEnum):
    """A kind of status, drawn as a sign in a color."""

    NEXT = "next"
    CALLBACK = "callback"
    WAITING = "waiting"
    QUIET = "quiet"
    HOLD = "hold"
    BOOKED = "booked"
    CLOSED = "closed"
    WRAPPED = "wrapped"


def status_kind(group: Group, audition: Audition) -> StatusKind:
    """Return the kind for an audition: by its group, and by its stage if it is active."""
    stage = audition.stage
    match group:
        case Group.CLOSED:
            return StatusKind.WRAPPED if stage is Stage.WRAPPED else StatusKind.CLOSED
        case Group.QUIET:
            return StatusKind.QUIET
        case Group.WAITING:
            return StatusKind.WAITING
        case Group.NEXT if stage.rank < Stage.CALLBACK.rank:
            return StatusKind.NEXT
    if stage.rank >= Stage.OFFER.rank:
        return StatusKind.BOOKED
    return StatusKind.HOLD if stage is Stage.HOLD else StatusKind.CALLBACK

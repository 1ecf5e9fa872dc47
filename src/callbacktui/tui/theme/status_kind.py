"""The kinds of things on the desk: each has one sign and one hue."""

from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Group
from callbacktui.domain.value import LabelledEnum


class StatusKind(LabelledEnum):
    """What a sign and a hue stand for."""

    NEXT = "next"
    CALLBACK = "callback"
    WAITING = "waiting"
    QUIET = "quiet"
    HOLD = "hold"
    BOOKED = "booked"
    CLOSED = "closed"
    WRAPPED = "wrapped"


def status_kind(group: Group, audition: Audition) -> StatusKind:
    """The kind an audition is of: by its group, and by its stage where it is in play."""
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

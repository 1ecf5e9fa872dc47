"""The kinds of things on the desk: each has one sign and one hue."""

from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Group
from callbacktui.domain.value import Word


class Tint(Word):
    """What a sign and a hue stand for."""

    NEXT = "next"
    CALLBACK = "callback"
    WAITING = "waiting"
    QUIET = "quiet"
    HOLD = "hold"
    BOOKED = "booked"
    CLOSED = "closed"
    WRAPPED = "wrapped"


def tint(group: Group, audition: Audition) -> Tint:
    """The kind an audition is of: by its group, and by its stage where it is in play."""
    stage = audition.stage
    match group:
        case Group.CLOSED:
            return Tint.WRAPPED if stage is Stage.WRAPPED else Tint.CLOSED
        case Group.QUIET:
            return Tint.QUIET
        case Group.WAITING:
            return Tint.WAITING
        case Group.NEXT if stage.rank < Stage.CALLBACK.rank:
            return Tint.NEXT
    if stage.rank >= Stage.OFFER.rank:
        return Tint.BOOKED
    return Tint.HOLD if stage is Stage.HOLD else Tint.CALLBACK

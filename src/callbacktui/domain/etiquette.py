"""What may be sent after a read, as the trade sees it; what is not done has a reason.

The program never nudges an actor to chase casting.
"""

import datetime as dt
from typing import Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.enums import FollowUpKind
from callbacktui.domain.stage import Stage

_STILL_WELCOME: Final = dt.timedelta(7)
"""A thank-you after that is odd."""


def why_not(kind: FollowUpKind, audition: Audition, *, know_you: bool) -> str:
    """Return why a follow-up is not done, empty if it is fine.

    `know_you` is true if this office has read the actor before.
    """
    was_called_back = audition.stage.rank >= Stage.CALLBACK.rank and (
        audition.stage.rank > Stage.CALLBACK.rank or _has_read_again(audition)
    )
    match kind:
        case FollowUpKind.THANK_YOU if not was_called_back:
            return "after a first audition none is sent; after a callback one brief one is welcome"
        case FollowUpKind.ROLE_STATUS if not was_called_back:
            return "nobody asks casting for news after a first audition"
        case FollowUpKind.ROLE_STATUS if not audition.rep:
            return "only a rep asks casting where it stands, and none is named here"
        case FollowUpKind.FEEDBACK_REQUEST if not audition.last_done:
            return "there is no audition yet to hear about"
        case FollowUpKind.FEEDBACK_REQUEST if not audition.rep:
            return "it is asked for through an agent, and none is named here"
        case FollowUpKind.FEEDBACK_REQUEST if not know_you:
            return "it is asked for only if they know you, and this was your first audition there"
    return ""


def feedback_draft(audition: Audition) -> str:
    """Return a short note to the rep that asks for feedback on the last read."""
    read = audition.last_done
    when = f" on {format_date(read.done_at.day, long=True)}" if read and read.done_at else ""
    who = audition.office or "casting"
    return (
        f"Hi {audition.rep},\n\n"
        f"if it's easy to ask, I'd be glad of a word from {who} on my audition for {audition.name}"
        f"{when}: anything that I could use next time. If not, that's fine, too.\n\n"
        "Thank you."
    )


def may_thank(audition: Audition, today: dt.date) -> bool:
    """True if a thank-you is fine, the last read is not long ago, and none is noted since."""
    if why_not(FollowUpKind.THANK_YOU, audition, know_you=False) or not audition.last_done:
        return False
    given = audition.last_done.done_at
    noted = (sent for sent in audition.follow_ups if sent.kind is FollowUpKind.THANK_YOU)
    if given is None or today - given.day > _STILL_WELCOME:
        return False
    return all(sent.sent_on is not None and sent.sent_on < given.day for sent in noted)


def _has_read_again(audition: Audition) -> bool:
    return any(read.is_done and not read.kind.is_first for read in audition.rounds)

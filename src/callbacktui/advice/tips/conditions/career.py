"""When a tip on the whole career is in place, and why: each gives its reason, or `None`."""

from typing import Final

from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.rule import When
from callbacktui.domain.enums import Medium
from callbacktui.domain.stage import Stage

_IN_A_ROW: Final = 10
_ALONE: Final = 10
_A_WHILE_DAYS: Final = 60
_FEW: Final = 5


def first(context: Context) -> str | None:
    """The first audition on record, while it is new."""
    if _place(context) != 1 or len(context.career.places) > 1 or not context.is_open:
        return None
    return "because this is the first audition on your record"


def numbered(number: int) -> When:
    """The audition with that place on record, while it is open."""

    def when(context: Context) -> str | None:
        if _place(context) != number or not context.is_open:
            return None
        return f"because this is audition number {number} on your record"

    return when


def first_in_a_while(context: Context) -> str | None:
    """A read is to be given, and the last one lies two months back or more."""
    last = context.career.last_read
    if not context.pending or last is None or context.days_since(last) < _A_WHILE_DAYS:
        return None
    return f"because your last read was {context.days_since(last)} days ago"


def only_sent(context: Context) -> str | None:
    """The first few submissions, before anybody asked for a read."""
    sent = context.career.sent
    if not _is_sent(context) or context.career.places or sent > _FEW:
        return None
    return f"because {_counted(sent, 'submission')} stand on your record, and no read yet"


def commercial_sent(context: Context) -> str | None:
    """A commercial was submitted for."""
    spot = context.audition and context.audition.medium is Medium.COMMERCIAL
    return "because this went out for a commercial" if spot and _is_sent(context) else None


def by_yourself(context: Context) -> str | None:
    """Many auditions put forward by the actor, and no agent or manager on record."""
    alone = context.career.by_yourself
    if alone < _ALONE or context.career.represented:
        return None
    return f"because you put yourself forward {alone} times, and no rep is on your record"


def dry_spell(days: int) -> When:
    """Nothing open is selected, nothing is asked for, and no read was given for so many days."""

    def when(context: Context) -> str | None:
        last = context.career.last_read
        if context.is_open or context.career.asked or last is None:
            return None
        since = context.days_since(last)
        return f"because your last read was {since} days ago" if since >= days else None

    return when


def ten_without_callback(context: Context) -> str | None:
    """Ten settled auditions or more in a row ended before a callback."""
    count = context.career.without_callback
    if count < _IN_A_ROW or (context.audition is not None and context.is_open):
        return None
    return f"because your last {count} settled auditions ended before a callback"


def every_day(_: Context) -> str | None:
    """Always: what to read when nothing else is pressing."""
    return "because nothing is pressing just now"


def _place(context: Context) -> int | None:
    return context.career.places.get(context.audition.id) if context.audition else None


def _is_sent(context: Context) -> bool:
    return context.is_open and bool(context.audition and context.audition.stage is Stage.SUBMITTED)


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"

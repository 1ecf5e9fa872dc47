"""Conditions of tips about the whole career."""

from typing import Final

from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.tip import When
from callbacktui.domain.enums import Medium
from callbacktui.domain.stage import Stage

_IN_A_ROW: Final = 10
_ALONE: Final = 10
_A_WHILE_DAYS: Final = 60
_FEW: Final = 5


def first(context: Context) -> str | None:
    """The selected audition is the only one on record, and open."""
    if _place(context) != 1 or len(context.career.places) > 1 or not context.is_open:
        return None
    return "because this is the first audition on your record"


def numbered(number: int) -> When:
    """The selected audition is open and the `number`th on record."""

    def when(context: Context) -> str | None:
        if _place(context) != number or not context.is_open:
            return None
        return f"because this is audition number {number} on your record"

    return when


def first_in_a_while(context: Context) -> str | None:
    """A read is coming up, and the last one was at least 60 days ago."""
    last = context.career.last_read
    if not context.pending or last is None or context.days_since(last) < _A_WHILE_DAYS:
        return None
    return f"because your last read was {context.days_since(last)} days ago"


def only_sent(context: Context) -> str | None:
    """There are up to five submissions on record, and no read yet."""
    sent = context.career.sent
    if not _is_sent(context) or context.career.places or sent > _FEW:
        return None
    return f"because {_counted(sent, 'submission')} stand on your record, and no read yet"


def commercial_sent(context: Context) -> str | None:
    """The selected audition is a commercial at the submission stage."""
    spot = context.audition and context.audition.medium is Medium.COMMERCIAL
    return "because this went out for a commercial" if spot and _is_sent(context) else None


def by_yourself(context: Context) -> str | None:
    """The actor submitted at least ten times, and no agent or manager is on record."""
    alone = context.career.by_yourself
    if alone < _ALONE or context.career.represented:
        return None
    return f"because you put yourself forward {alone} times, and no rep is on your record"


def dry_spell(days: int) -> When:
    """The last read was at least `days` ago, none is coming up, and no open one is selected."""

    def when(context: Context) -> str | None:
        last = context.career.last_read
        if context.is_open or context.career.asked or last is None:
            return None
        since = context.days_since(last)
        return f"because your last read was {since} days ago" if since >= days else None

    return when


def ten_without_callback(context: Context) -> str | None:
    """At least ten closed auditions in a row ended before a callback."""
    count = context.career.without_callback
    if count < _IN_A_ROW or (context.audition is not None and context.is_open):
        return None
    return f"because your last {count} settled auditions ended before a callback"


def every_day(_: Context) -> str | None:
    """Always applies: for when nothing else is pressing."""
    return "because nothing is pressing just now"


def _place(context: Context) -> int | None:
    return context.career.places.get(context.audition.id) if context.audition else None


def _is_sent(context: Context) -> bool:
    return context.is_open and bool(context.audition and context.audition.stage is Stage.SUBMITTED)


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"

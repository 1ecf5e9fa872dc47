"""Conditions of tips about the whole career."""

from typing import Final

from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.predicates import before_the_read, unsubmitted
from callbacktui.advice.tips.tip import When
from callbacktui.domain.enums import Medium, Size
from callbacktui.domain.stage import Stage
from callbacktui.domain.text import count_of, fold

_IN_A_ROW: Final = 10
_ALONE: Final = 10
_A_WHILE_DAYS: Final = 60
_FEW: Final = 5
_A_TYPE: Final = 3


def first(context: Context) -> str | None:
    """The selected audition is the only one on record, and still to come."""
    if _place(context) != 1 or len(context.career.places) > 1 or not context.coming:
        return None
    if context.audition and context.audition.last_done:
        return None
    return "because this is the first audition in your record"


def numbered(number: int) -> When:
    """The selected audition is the `number`th on record, and still to come."""

    def when(context: Context) -> str | None:
        if _place(context) != number or not context.coming:
            return None
        if context.audition and context.audition.last_done:
            return None
        return f"because this is audition number {number} in your record"

    return when


def seen_before(context: Context) -> str | None:
    """An audition is coming up at an office that saw the actor for something else."""
    audition = context.audition
    if audition is None or not context.coming:
        return None
    times = context.career.times_seen_by(audition.office, audition)
    if not times:
        return None
    return f"because {audition.office} saw you {'once' if times == 1 else f'{times} times'} before"


def same_type(context: Context) -> str | None:
    """The type of the role is one that at least three auditions on record have."""
    audition = context.audition
    if audition is None or not before_the_read(context):
        return None
    for tag in audition.type_tags:
        count = context.career.types.get(fold(tag), 0)
        if count >= _A_TYPE:
            return f"because {count} of your auditions are tagged {tag}"
    return None


def on_television(words: str, *sizes: Size) -> When:
    """The selected audition is for a television role of one of these sizes, and still to come."""

    def when(context: Context) -> str | None:
        audition = context.audition
        if audition is None or audition.size not in sizes or not before_the_read(context):
            return None
        return f"because this is {words}" if audition.medium is Medium.TV else None

    return when


def considered(context: Context) -> str | None:
    """The selected audition has not been submitted for."""
    return "because you haven't submitted for this yet" if unsubmitted(context) else None


def sent_out(context: Context) -> str | None:
    """The selected audition is at the submission stage."""
    return "because you submitted for this" if _is_sent(context) else None


def first_in_a_while(context: Context) -> str | None:
    """A read is coming up, and the last one was at least 60 days ago."""
    last = context.career.last_read
    if not context.coming or last is None or context.days_since(last) < _A_WHILE_DAYS:
        return None
    return f"because your last audition was {context.days_since(last)} days ago"


def only_sent(context: Context) -> str | None:
    """There are up to five submissions on record, and no read yet."""
    sent = context.career.sent
    if not _is_sent(context) or context.career.places or sent > _FEW:
        return None
    return f"because you've sent {count_of(sent, 'submission')} and haven't been called in yet"


def commercial_sent(context: Context) -> str | None:
    """The selected audition is a commercial at the submission stage."""
    spot = context.audition and context.audition.medium is Medium.COMMERCIAL
    return "because you submitted for a commercial" if spot and _is_sent(context) else None


def by_yourself(context: Context) -> str | None:
    """The actor submitted at least ten times, and no agent or manager is on record."""
    alone = context.career.by_yourself
    if alone < _ALONE or context.career.represented:
        return None
    return f"because you've submitted yourself {alone} times, and no agent or manager is noted"


def dry_spell(days: int) -> When:
    """The last read was at least `days` ago, none is coming up, and no open one is selected."""

    def when(context: Context) -> str | None:
        last = context.career.last_read
        if context.is_open or context.career.asked or last is None:
            return None
        since = context.days_since(last)
        return f"because your last audition was {since} days ago" if since >= days else None

    return when


def ten_without_callback(context: Context) -> str | None:
    """At least ten closed auditions in a row ended before a callback."""
    count = context.career.without_callback
    if count < _IN_A_ROW or (context.audition is not None and context.is_open):
        return None
    return f"because your last {count} decided auditions ended before a callback"


def every_day(context: Context) -> str | None:
    """Always applies: for when nothing else is pressing."""
    return f"because nothing {'about this one ' if context.audition else ''}is due right now"


def _place(context: Context) -> int | None:
    return context.career.places.get(context.audition.id) if context.audition else None


def _is_sent(context: Context) -> bool:
    return context.is_open and bool(context.audition and context.audition.stage is Stage.SUBMITTED)

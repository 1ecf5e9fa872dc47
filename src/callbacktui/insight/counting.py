"""What is counted: which auditions a proportion is about, and which of them are still open."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable

from callbacktui.domain.audition import Audition
from callbacktui.domain.days_to_callback import days_to_word, first_read
from callbacktui.domain.settled_reads import OWN_ENDS, is_waiting, was_read
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.text import count_of
from callbacktui.insight.aalen_johansen import End, Wait
from callbacktui.insight.proportion import Proportion

Test = Callable[[Audition], bool]
"""Tells whether an audition counts."""


def reached(stage: Stage) -> Test:
    """Return a test for having reached a stage or further."""
    return lambda audition: audition.stage.rank >= stage.rank


def list_counted(
    counted: Iterable[tuple[str, int]], *, counts: bool, most: int | None = None
) -> str:
    """List words, each with its count if `counts`: "TV 4, film 2"; after `most`, "and 3 more"."""
    words = [f"{word} {count:,}" if counts else word for word, count in counted]
    left = len(words[most:]) if most else 0
    more = f" and {left} more" if counts else " and more"
    return ", ".join(words[:most]) + (more if left else "")


def was_submitted(audition: Audition) -> bool:
    """True if it began with a submission."""
    return audition.submitted_on is not None or audition.stage is Stage.SUBMITTED


def proportion(
    name: str, auditions: Iterable[Audition], base: Test, counts: Test, group: str = ""
) -> Proportion:
    """Count those of `base` that `counts`; those without an end so far are open."""
    k = n = still_open = presumed = 0
    for audition in auditions:
        if not base(audition):
            continue
        if counts(audition):
            k, n = k + 1, n + 1
        elif is_waiting(audition):
            still_open += 1
        elif audition.disposition not in OWN_ENDS:
            n += 1
            presumed += audition.disposition is Disposition.PRESUMED_PASSED
    return Proportion(name, k, n, still_open, presumed, group)


def callback_rate(auditions: Iterable[Audition], group: str = "") -> Proportion:
    """Count the callbacks among the first reads that are settled.

    One that went straight to an offer or a job is settled, and no callback; a hold is settled once
    it is over.
    """
    read = [audition for audition in auditions if was_read(audition)]
    others = [audition for audition in read if not audition.was_called_back]
    straight = [a for a in others if a.went_straight and (_is_won(a) or not is_waiting(a))]
    decided = {audition.id for audition in straight}
    rest = [audition for audition in others if audition.id not in decided]
    counted = proportion("callback_rate", rest, was_read, lambda _: False, group)
    k = len(read) - len(others)
    return counted._replace(k=k, n=counted.n + k + len(straight), straight=len(straight))


def led_to_callback(back: Proportion) -> str:
    """Say how many led to a callback: "7 of 24 settled auditions led to a callback (29%, ...)"."""
    if not back.k:
        return f"No callback from {count_of(back.n, 'settled audition')} so far{back.in_brackets}"
    return f"{back.counts} {back.what} led to a callback{back.in_brackets}"


def _is_won(audition: Audition) -> bool:
    """True if no more auditions are to come, since the part is offered or booked."""
    return audition.stage.rank >= Stage.OFFER.rank


def by_group(
    count: Callable[[list[Audition], str], Proportion],
    auditions: Iterable[Audition],
    group_of: Callable[[Audition], str],
) -> tuple[Proportion, ...]:
    """Count each group by itself, the largest base first; those without a group are left out."""
    groups: dict[str, list[Audition]] = defaultdict(list)
    for audition in auditions:
        if group := group_of(audition):
            groups[group].append(audition)
    found = (count(those, group) for group, those in groups.items())
    return tuple(sorted((p for p in found if p.n), key=lambda p: (-p.n, p.group)))


def wait_of(audition: Audition, today: dt.date) -> Wait | None:
    """Return the wait after the first read; `None` without a read or without the day it ended.

    Letting go is the actor's own act and no word: such a wait lasted at least until then.
    """
    given = first_read(audition)
    if given is None or not was_read(audition):
        return None
    if audition.went_further:
        days = days_to_word(audition)
        return None if days is None else Wait(days, End.FOR)
    until = today if audition.is_open else audition.closed_on
    if until is None or until < given:
        return None
    end = End.AGAINST if audition.disposition.theirs else End.NOT_YET
    return Wait((until - given).days, end)

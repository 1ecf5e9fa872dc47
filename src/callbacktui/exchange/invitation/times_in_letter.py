"""The times in one letter of an invitation, found but not yet chosen."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.moment import today
from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.days import Days
from callbacktui.exchange.invitation.letters import Letter
from callbacktui.exchange.invitation.time_mentions import Mention, find_mentions

_SOON: Final = dt.timedelta(days=30)
"""A tape or a read that is asked for is seldom further ahead."""

_STALE: Final = re.compile(r"^\s*(?:re|aw|sv)\s*:", re.IGNORECASE)


_OVER: Final = re.compile(
    r"\b(?:thank(?:s| you)|came|coming in (?:on|last)|saw|met|was|were|had|been|sent|taped|auditioned|applied|submitted"
    r"|received|posted|following|after|since|last|loved|liked|enjoyed|released|passed|dated|version|wrapped|shot|aired)\b",
    re.IGNORECASE,
)
"""Words of what was, in a sentence with a day that is over."""


class Page(Value, frozen=True, kw_only=True):
    """A letter with its clauses and the times in them."""

    letter: Letter
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]
    by_rep: bool = False


def read_page(
    letter: Letter, clauses: Iterable[Clause], order: DateOrder, *, is_proven: bool = True
) -> Page:
    """Find the times in a letter and in its subject.

    If it `is_proven` by no date of the mail that day and month stand in this order, a date that
    would be over, or far off, may be meant the other way round, and so may all its others.
    """
    body = tuple(clauses)
    subject = () if _STALE.match(letter.subject) else (Clause(text=letter.subject, line=-9),)
    whole = (*subject, *body)
    mentions = find_mentions(whole, letter.written, order)
    if not is_proven:
        other = DateOrder.DMY if order is not DateOrder.DMY else DateOrder.MDY
        turned = find_mentions(whole, letter.written, other)
        mentions = _with_others(mentions, turned, today(letter.written))
    return Page(letter=letter, clauses=body, mentions=mentions)


def _with_others(
    mentions: tuple[Mention, ...], turned: tuple[Mention, ...], here: dt.date
) -> tuple[Mention, ...]:
    """Return the times with what they are in the other order, if one of them is unlikely."""
    if [m.words for m in mentions] != [m.words for m in turned]:
        return mentions
    pairs = [*zip(mentions, turned, strict=True)]
    if not any(
        one.days and other.days and _is_unlikely(one.purpose, one.days, other.days, here)
        for one, other in pairs
        if not (one.days and one.days.later and _tells_of_past(one))
    ):
        return mentions
    return tuple(
        replace(one, days=replace(_ahead(one.days), others=_ahead(other.days).days))
        if one.days
        and other.days
        and one.days.days != other.days.days
        and not (one.days.later and _tells_of_past(one))
        else one
        for one, other in pairs
    )


def _ahead(days: Days) -> Days:
    """Return days that may also be others a year on, if they are over."""
    return replace(days, days=days.later) if days.later else days


def _is_unlikely(purpose: str, days: Days, turned: Days, here: dt.date) -> bool:
    """Whether days are over or far off, and are not if day and month are the other way round."""
    if days.days == turned.days or purpose in {"skip", "old"} or turned.last < here:
        return False
    if days.last < here:
        return True
    far = here + _SOON
    return purpose in {"due", "at", "later", "wish", ""} and days.first > far >= turned.last


def sets_hour(page: Page) -> bool:
    """Whether a letter sets the hour of a read, or gives its day and some hours to choose from."""
    reads = {"at", "later"}
    live = [m for m in page.mentions if not is_gone(m, page) or is_offered(m, page)]
    if any(m.days and m.purpose in reads for m in live) and any(
        m.hour and m.hour.time and not m.days and m.purpose in {*reads, ""} for m in live
    ):
        return True
    return any(
        m.hour
        and (m.purpose == "old" or (m.purpose in {"at", "later", ""} and (m.days or m.is_first)))
        for m in live
    )


def sets_deadline(page: Page) -> bool:
    """Whether a letter sets a deadline for a tape."""
    return any(m.purpose in {"due", "wish"} for m in page.mentions)


def on_that_day(mention: Mention, page: Page) -> Mention:
    """Return an hour without a day as one on the day on which its letter was written."""
    day = today(page.letter.written)
    return replace(mention, days=Days(days=(day,), start=0, end=0))


def is_gone(mention: Mention, page: Page) -> bool:
    """Whether a day had gone by when the letter was written."""
    if mention.days is None:
        return False
    return max((mention.days.last, *mention.days.others)) < today(page.letter.written)


def is_offered(mention: Mention, page: Page) -> bool:
    """Whether a mail offers a day that had gone by, and says no year: it may be next year's."""
    is_behind = is_gone(mention, page) and bool(mention.days and mention.days.later)
    return is_behind and not _tells_of_past(mention)


def _tells_of_past(mention: Mention) -> bool:
    """Whether the sentence of a time speaks of what was: "they loved you on 2/4"."""
    return bool(_OVER.search(f"{mention.clause.label} {mention.clause.text}"))


def with_next_year(page: Page) -> Page:
    """Return a page with the same day a year on beside each day that it offers too late."""
    mentions = tuple(
        replace(m, days=replace(m.days, others=m.days.later))
        if m.days and is_offered(m, page)
        else m
        for m in page.mentions
    )
    return replace(page, mentions=mentions)


def with_deadlines(page: Page) -> Page:
    """Return a page on which the time that seems to be of a read is the deadline of a tape.

    That is each with an hour, else the first day; other days are of something else.
    """
    loose = [m for m in page.mentions if m.purpose in {"at", "", "weak"} and m.days]
    dues = [m for m in loose if m.hour] or loose[:1]
    mentions = tuple(
        replace(m, purpose="due" if m in dues else "skip") if m in loose else m
        for m in page.mentions
    )
    return replace(page, mentions=mentions)


def words_before(mention: Mention) -> str:
    """Return what is before a time in its sentence."""
    before = mention.clause.text.partition(mention.words)[0]
    return f"{mention.clause.label}: {before}" if mention.clause.label else before

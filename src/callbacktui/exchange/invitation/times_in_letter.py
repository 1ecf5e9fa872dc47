"""The times in one letter of an invitation, found but not yet chosen."""

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

_STALE: Final = re.compile(r"^\s*(?:re|aw|sv)\s*:", re.IGNORECASE)


class Page(Value, frozen=True, kw_only=True):
    """A letter with its clauses and the times in them."""

    letter: Letter
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]
    by_rep: bool = False


def read_page(letter: Letter, clauses: Iterable[Clause], order: DateOrder) -> Page:
    """Find the times in a letter and in its subject."""
    body = tuple(clauses)
    subject = () if _STALE.match(letter.subject) else (Clause(text=letter.subject, line=-9),)
    return Page(
        letter=letter,
        clauses=body,
        mentions=find_mentions((*subject, *body), letter.written, order),
    )


def sets_hour(page: Page) -> bool:
    """Whether a letter sets the hour of a read."""
    return any(
        m.hour
        and (m.purpose == "old" or (m.purpose in {"at", "later", ""} and (m.days or m.is_first)))
        for m in page.mentions
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
    return mention.days is not None and mention.days.last < today(page.letter.written)

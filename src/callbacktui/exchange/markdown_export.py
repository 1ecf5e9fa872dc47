"""Writes auditions as Markdown, by year and month; one alone is a page of its own."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Final

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import Value
from callbacktui.domain.change_description import format_value
from callbacktui.domain.dates.vocabulary import MONTHS
from callbacktui.domain.fields_in_words import spell_out
from callbacktui.domain.practice_entry import Practice
from callbacktui.exchange.auditions_in_date_order import Dated, by_day, outcome_words

_SIGNS: Final = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LEADS: Final = re.compile(r"^(\s*\d*)([-+=.)])(?=\s|$|[-=])", re.MULTILINE)
_SAID_ABOVE: Final = frozenset({
    "id", "project", "role", "stage", "disposition", "came_from", "events", "added_at",
})  # fmt: skip


def write_markdown(
    auditions: Sequence[Audition], practice: Sequence[Practice], now: DateTime
) -> bytes:
    """Return auditions and practice as Markdown, earliest first; undated ones come last."""
    if len(auditions) == 1 and not practice:
        lines = list(_audition(auditions[0], now, "#"))
    else:
        lines = ["# Auditions", ""]
        for (year, month), some in groupby(by_day(auditions), key=_month):
            lines += [f"## {MONTHS[month - 1]} {year}" if year else "## Without a date", ""]
            for _, audition in some:
                lines += _audition(audition, now, "###")
        if practice:
            lines += ["## Practice", ""]
            for session in sorted(practice, key=lambda one: one.date):
                lines += [f"### {escape_markdown(session.name)}", ""]
                lines += [*_fields(session, now, {"id", "kind", "who"}), ""]
    return ("\n".join(lines).rstrip() + "\n").encode()


def escape_markdown(text: str) -> str:
    """Return a text as Markdown shows it word for word: none of it is markup."""
    return _LEADS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))


def _month(dated: Dated) -> tuple[int, int]:
    return (dated.day.year, dated.day.month) if dated.day else (0, 0)


def _audition(audition: Audition, now: DateTime, level: str) -> Iterator[str]:
    yield f"{level} {escape_markdown(audition.name)}"
    yield ""
    yield f"- **outcome:** {outcome_words(audition)}"
    yield from _fields(audition, now, _SAID_ABOVE)
    yield ""


def _fields(value: Value, now: DateTime, skip: frozenset[str] | set[str]) -> Iterator[str]:
    """Yield the fields as a list; those of a nested value are a list within it."""
    for label, words, level in spell_out(value, partial(format_value, now=now), skip):
        margin = "  " * level
        if not label:
            yield f"{margin}- **{escape_markdown(words)}**"
            continue
        first, *more = escape_markdown(words).split("\n")
        yield f"{margin}- **{label}:** {first}".rstrip()
        yield from (f"{margin}  {line}".rstrip() if line else "" for line in more)

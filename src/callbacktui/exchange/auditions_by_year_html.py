"""Writes every audition of each year as a page to print: "I was working"."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.stage import Stage
from callbacktui.domain.text import count_of
from callbacktui.exchange.auditions_in_date_order import Dated, by_day, outcome_words
from callbacktui.exchange.html_page_template import html_page

_STYLE: Final = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.4 system-ui, sans-serif; max-width: 60rem; margin: 1.5rem auto;
  padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.4rem; margin: 2rem 0 0; break-after: avoid; }
p { margin: .2rem 0 .6rem; opacity: .8; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0;
  border-bottom: 1px solid #8886; }
th { font-weight: 600; }
td:first-child { white-space: nowrap; }
tr { break-inside: avoid; }
@media print { body { font-size: 9.5pt; margin: 0; max-width: none; }
  h2 { break-before: page; } h2.first { break-before: auto; } }
"""
_TITLE: Final = "I was working"
_HEAD: Final = ("Day", "Project", "Role", "Casting", "How", "How far it came")


def write_print_page(auditions: Iterable[Audition]) -> bytes:
    """Return all auditions as one HTML page, a table for each year, without any script."""
    years = [
        (year, list(some))
        for year, some in groupby(by_day(auditions), key=lambda one: one.day and one.day.year)
    ]
    parts = (part for n, (year, some) in enumerate(years) for part in _year(year, some, n))
    return html_page(_TITLE, "\n".join((f"<h1>{_TITLE}</h1>", *parts)), _STYLE).encode()


def _year(year: int | None, dated: Sequence[Dated], number: int) -> Iterator[str]:
    first = ' class="first"' if number == 0 else ""
    yield f"<h2{first}>{year or 'Without a date'}</h2>"
    yield f"<p>{_counts([one.audition for one in dated])}</p>"
    yield f"<table>\n<tr>{''.join(f'<th>{heading}</th>' for heading in _HEAD)}</tr>"
    for one in dated:
        yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in _row(one))}</tr>"
    yield "</table>"


def _row(dated: Dated) -> tuple[str, ...]:
    day, audition = dated
    read = audition.rounds[0] if audition.rounds else None
    later = [read.kind.word for read in audition.rounds[1:]]
    how = read.format.word if read and read.format else ""
    return (
        format_date(day) if day else "",
        audition.project,
        audition.role,
        audition.office,
        ", ".join(filter(None, (how, *later))),
        outcome_words(audition),
    )


def _counts(auditions: Sequence[Audition]) -> str:
    """Return how many there were, and of them callbacks and bookings, as counts alone."""
    kinds = [read.kind for one in auditions for read in one.rounds]
    later = sum(not kind.is_first for kind in kinds)
    booked = sum(one.stage.rank >= Stage.BOOKED.rank for one in auditions)
    counts = (
        (len(auditions), "audition", "auditions"),
        (len(kinds) - later, "first audition", "first auditions"),
        (later, "callback or later round", "callbacks and later rounds"),
        (booked, "booking", "bookings"),
    )
    return ", ".join(count_of(n, one, many) for n, one, many in counts if n)

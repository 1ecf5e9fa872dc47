"""Writes auditions as CSV, one row each, with columns that `import` recognizes."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Union
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.name_list import join_words
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.spreadsheet.csv_parsing import guard_formula
from callbacktui.exchange.spreadsheet.result_phrases import meaning_of, result_words
from callbacktui.exchange.spreadsheet.rounds_in_one_cell import local_time, rounds_cell

Cell = str | int | float | Decimal | bool | dt.date | dt.datetime | None
"""What a cell of a table holds; a time is the actor's own, without a zone."""

HEADER: Final = (
    "Date", "Due", "Project", "Role", "Size", "Medium", "Sort of work", "Casting", "How", "Via",
    "Platform", "Rep", "Submitted", "Union", "Network", "Director", "People", "Place", "Shoot dates", "Rate", "Usage", "Product category",
    "Wore", "Callback dates", "Result", "Feedback", "Tags", "Breakdown", "Notes",
)  # fmt: skip
"""The column headings, which both people and `import` understand."""


def write_sheet(auditions: Iterable[Audition], now: DateTime) -> bytes:
    """Return the auditions as CSV in UTF-8, with the byte order mark that spreadsheets expect.

    Date, format and clothes are those of the first read; later rounds have their own column.
    """
    return write_csv(HEADER, sheet_rows(auditions, now))


def sheet_rows(auditions: Iterable[Audition], now: DateTime) -> list[tuple[Cell, ...]]:
    """Return one row for each audition, its cells in the order of `HEADER`."""
    return [_row(audition, now) for audition in auditions]


def write_csv(header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """Return a table as CSV; no cell is a formula."""
    out = io.StringIO()
    written = csv.writer(out, lineterminator="\r\n")
    written.writerow(header)
    for row in rows:
        written.writerow(guard_formula(_text(cell)) for cell in row)
    return out.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case dt.datetime():
            return f"{cell:%Y-%m-%d %H:%M}"
        case dt.date():
            return cell.isoformat()
        case Decimal():
            return f"{cell:f}"
    return str(cell)


def _row(audition: Audition, now: DateTime) -> tuple[Cell, ...]:
    read = audition.rounds[0] if audition.rounds else None
    return (
        _local(read.done_at or read.at, now) if read else None,
        _local(read.due_at, now) if read else None,
        audition.project,
        audition.role,
        audition.size.word if audition.size else "",
        audition.medium.word,
        audition.subtype,
        audition.office,
        read.format.word if read and read.format else "",
        audition.source.word if audition.source else "",
        audition.platform,
        audition.rep,
        audition.submitted_on,
        "" if audition.union is Union.UNKNOWN else audition.union.word,
        audition.network_brand,
        audition.director,
        join_words(audition.people, people=True),
        audition.place,
        audition.shoot_dates.said if audition.shoot_dates else "",
        audition.rate.said if audition.rate else "",
        audition.usage,
        audition.product_category,
        read.wore if read else "",
        rounds_cell(audition.rounds, now),
        _result(audition),
        " / ".join(filter(None, (one.text for one in audition.feedback))),
        join_words(audition.tags),
        audition.breakdown,
        audition.notes,
    )


def _hold_words(hold: Hold) -> str:
    """Return the word that was used for a hold, or that of its kind if it says something else."""
    word = hold.word_used
    return word if word and meaning_of(word) is hold.kind else result_words(hold.kind)


def left_out(auditions: Iterable[Audition]) -> list[str]:
    """Return what auditions hold that their rows have no column for, in words."""
    found = {what for audition in auditions for what in _left_out(audition)}
    return sorted(found)


def _left_out(audition: Audition) -> Iterator[str]:
    if any(h.dates or h.rank or h.told_by or h.answer_by for h in audition.holds):
        yield "dates of holds"
    if audition.booking not in {None, Booking()}:
        yield "terms of jobs"
    if audition.follow_ups:
        yield "thank-yous and questions"
    if audition.attachments or audition.materials:
        yield "materials"
    for read in audition.rounds:
        if read.reflection:
            yield "looks back"
        if read.choices or read.redirects or read.sides or read.tape:
            yield "what was prepared and taped"


def _local(moment: Moment | None, now: DateTime) -> dt.date | dt.datetime | None:
    return local_time(moment, now) if moment else None


def _result(audition: Audition) -> str:
    """Return how far it went and how it ended, in words that `import` understands."""
    holds = audition.holds if audition.stage.rank >= Stage.HOLD.rank else ()
    steps = [_hold_words(hold) for hold in holds]
    if audition.stage is not Stage.HOLD or not steps:
        steps.append(result_words(audition.stage))
    if audition.disposition is not Disposition.OPEN:
        steps.append(result_words(audition.disposition))
    return " -> ".join(steps)

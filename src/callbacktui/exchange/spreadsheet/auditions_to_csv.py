"""Writes auditions as CSV, one row each, with columns that `import` recognizes."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

import msgspec
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import Value
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


_IN_A_ROW: Final = frozenset(
    "id project role size size_said medium subtype office source platform rep submitted_on union"
    " network_brand director people place shoot_dates rate usage product_category stage disposition"
    " straight_to_callback closed_on feedback tags breakdown notes rounds holds booking"
    " events added_at".split()
)
"""The fields of an audition that a row has, or says in other words; its history is in no row."""

_ROUND_IN_A_ROW: Final = frozenset("id kind at due_at done_at told_times".split())
_FIRST_IN_A_ROW: Final = frozenset(("format", "wore"))
_HOLD_IN_A_ROW: Final = frozenset("id kind word_used cleared cleared_on told_times".split())

_PREPARED: Final = "what was prepared and taped"
_LEFT_OUT: Final = {
    "nda": "NDA",
    "reason": "reasons",
    "certainty": "reasons",
    "heard_on": "days of the last word",
    "told_decisions": "days they decide by",
    "decision_by": "days they decide by",
    "type_tags": "types",
    "attachments": "materials",
    "follow_ups": "thank-yous and questions",
    "reflection": "looks back",
    "received_at": "days you were asked",
    "url": "links",
    "wore": "clothes of callbacks",
    "wore_photo": "photos of clothes",
    "hair_makeup": "hair and makeup",
    "format": "formats of callbacks",
    "place": "where auditions were",
    "people": "people in the room",
    **dict.fromkeys(
        ("choices", "redirects", "sides", "tape", "takes", "slate", "specs", "prep_minutes",
         "off_book", "pieces", "reader"),
        _PREPARED,
    ),
}  # fmt: skip
"""What a row has no column for, in words; fields that are missing here are called as in a form."""


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
    yield from (_named(name) for name in _filled(audition) - _IN_A_ROW)
    if any(_filled(hold) - _HOLD_IN_A_ROW for hold in audition.holds):
        yield "dates of holds"
    if audition.booking not in {None, Booking()}:
        yield "terms of jobs"
    if any(one.via or one.reason or one.on for one in audition.feedback):
        yield "who gave feedback, and when"
    for number, read in enumerate(audition.rounds):
        left = _filled(read) - _ROUND_IN_A_ROW - (set() if number else _FIRST_IN_A_ROW)
        yield from map(_named, left)


def _named(name: str) -> str:
    from callbacktui.domain.change_description import label_of  # late: few fields need it

    return _LEFT_OUT.get(name) or label_of(name)


def _filled(value: Value) -> set[str]:
    """Return the names of the fields that are filled in."""
    fields = msgspec.structs.fields(value)
    return {field.name for field in fields if getattr(value, field.name) != field.default}


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

"""Writes auditions as CSV, one row each, with columns that `import` recognizes."""

import csv
import io
from collections.abc import Iterable
from typing import Final

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Union
from callbacktui.domain.name_list import join_words
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.spreadsheet.csv_parsing import guard_formula
from callbacktui.exchange.spreadsheet.result_phrases import result_words
from callbacktui.exchange.spreadsheet.rounds import moment_cell, rounds_cell

_NOTHING_TO_SAY: Final = {Stage.CONSIDERING, Stage.SUBMITTED, Stage.REQUESTED, Stage.AUDITIONED}

HEADER: Final = (
    "Date", "Project", "Role", "Size", "Type", "Casting", "How", "Via", "Rep", "Union", "Network",
    "Director", "People", "Place", "Rate", "Wore", "Callback dates", "Result", "Tags", "Notes",
)  # fmt: skip
"""The column headings, which both people and `import` understand."""


def write_sheet(auditions: Iterable[Audition], now: DateTime) -> bytes:
    """Return the auditions as CSV in UTF-8, with the byte order mark that spreadsheets expect.

    Date, format and clothes are those of the first read; later rounds have their own column.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEADER)
    for audition in auditions:
        rows.writerow(guard_formula(cell) for cell in _row(audition, now))
    return out.getvalue().encode("utf-8-sig")


def _row(audition: Audition, now: DateTime) -> tuple[str, ...]:
    read = audition.rounds[0] if audition.rounds else None
    via = audition.source.word if audition.source else ""
    return (
        _date(audition, now),
        audition.project,
        audition.role,
        audition.size.word if audition.size else "",
        audition.subtype or audition.medium.word,
        audition.office,
        read.format.word if read and read.format else "",
        f"{via} - {audition.platform}".strip(" -") if audition.platform else via,
        audition.rep,
        "" if audition.union is Union.UNKNOWN else audition.union.word,
        audition.network_brand,
        audition.director,
        join_words(audition.people, people=True),
        audition.place,
        audition.rate.said if audition.rate else "",
        read.wore if read else "",
        rounds_cell(audition.rounds, now),
        _result(audition),
        join_words(audition.tags),
        audition.notes,
    )


def _date(audition: Audition, now: DateTime) -> str:
    """Return the date and time of the first read, else the first day that is known."""
    if audition.rounds and (when := audition.rounds[0].when):
        return moment_cell(when, now)
    return audition.first_day.isoformat() if audition.first_day else ""


def _result(audition: Audition) -> str:
    """Return how far it went and how it ended, in words that `import` understands."""
    hold = audition.holds[-1] if audition.holds else None
    steps = [result_words(hold.kind)] if hold and audition.stage is Stage.HOLD else []
    if not steps and audition.stage not in _NOTHING_TO_SAY:
        steps = [result_words(audition.stage)]
    if audition.disposition is not Disposition.OPEN:
        steps.append(result_words(audition.disposition))
    return " -> ".join(steps)

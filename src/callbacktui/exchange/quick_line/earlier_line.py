"""Writes out the days of a quick line that was typed earlier: "mon" is the Monday of then."""

from typing import Final

from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import MONTHS, WEEKDAYS, DateOrder
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.moment import Moment
from callbacktui.domain.text import clean_line
from callbacktui.exchange.quick_line.line_state import Claim
from callbacktui.exchange.quick_line.parser import read_line

_TIMES: Final = {"at", "due_at", "confirm_by", "answer_by"}


def with_days_written_out(line: str, typed_at: DateTime, now: DateTime, order: DateOrder) -> str:
    """Return a line that names the same days `now` as `line` did when it was typed.

    A line that is read alike at both times stays as it is.
    """
    meant, again = _times(line, typed_at, order), _times(line, now, order)
    if [claim.value for claim in meant] == [claim.value for claim in again]:
        return line
    written, cut = clean_line(line), 0
    told: set[tuple[str, str]] = set()
    for claim in meant:
        words = _written_out(claim.field, claim.value, typed_at)
        words = "" if (claim.field, words) in told else words  # "mon zoom 3pm" has its hour apart
        told.add((claim.field, words))
        start = written.index(claim.words, claim.start + cut)
        written = f"{written[:start]}{words}{written[start + len(claim.words) :]}"
        cut += len(words) - len(claim.words)
    return clean_line(written)


def _times(line: str, when: DateTime, order: DateOrder) -> list[Claim]:
    return [claim for claim in read_line(line, when, order=order).read if claim.field in _TIMES]


def _written_out(field: str, moment: Moment, when: DateTime) -> str:
    day = moment.day
    weekday, month = WEEKDAYS[day.weekday()][:3].lower(), MONTHS[day.month - 1][:3].lower()
    hour = f" {moment.time:%H:%M}" if moment.time else ""
    zone = f" {moment.zone}" if hour and moment.zone != zone_of(when) else ""
    due = "due " if field == "due_at" else ""
    return f"{due}{weekday} {day.day} {month} {day.year}{hour}{zone}"

"""Makes one audition of the rows that tell of it: its rounds, its stage, its ending."""

import datetime as dt
import re
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha1
from operator import attrgetter
from typing import Any, Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.dates.spans import Span, format_range, read_span
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import Format, Medium, RoundKind
from callbacktui.domain.holds_and_bookings import Booking, Feedback
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money import read_money
from callbacktui.domain.name_list import split_people, split_words
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.text import clean_line, fold
from callbacktui.exchange.spreadsheet.cell_reader import OTHER_WORK
from callbacktui.exchange.spreadsheet.fields import PERFORMED, Field
from callbacktui.exchange.spreadsheet.result_text import (
    NO_RESULT,
    Outcome,
    join_results,
    settle_silence,
)
from callbacktui.exchange.spreadsheet.rounds_in_one_cell import parse_rounds, with_date
from callbacktui.exchange.spreadsheet.row_reader import RowFacts

_SHEET: Final = uuid.UUID("6f0d3f0c-7c0e-5b53-9a44-3f1f6a0c7b11")
_SHEET_DIGEST: Final = sha1(_SHEET.bytes, usedforsecurity=False)
_READ: Final = ("shoot_dates", "rate", "people", "tags", "feedback")
"""Texts that an audition has under the same name, read as days, money or a list."""

_OF_FIRST: Final = frozenset({"format", "kind", OTHER_WORK})
"""What only the first row says; a later row says the others if no row before it does."""

_EACH_KEPT: Final = frozenset({"format", "kind", "wore", "callbacks", "feedback"})
"""What is kept of each row: its round has it, or the audition has all of them."""

_OF_ROUND: Final = frozenset({
    "format", "kind", "wore", "callbacks", OTHER_WORK, *(field.value for field in PERFORMED),
})  # fmt: skip
"""Values of a row that an audition has not under the same name."""

_PERFORMED: Final = frozenset(field.value for field in PERFORMED)
_WHOLE_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_SLACK: Final = 7
"""How many days before the last read a job may have ended: a note made late, a slip."""

_LATER: Final = Round(id="sheet-1", kind=RoundKind.CALLBACK)
_KIND_OF_ROW: Final = (RoundKind.AUDITION, RoundKind.CALLBACK)
"""The kind of the round in the first row of an audition and in a later one, if none is told."""

_LIVE: Final = frozenset({Format.IN_PERSON, Format.VIRTUAL_LIVE, Format.PHONE})
_BOOKED: Final = frozenset({Stage.BOOKED, Stage.WRAPPED})
_BEFORE_A_READ: Final = frozenset({Stage.CONSIDERING, Stage.SUBMITTED})


class Assembler:
    """Makes auditions; `fields` are those that the sheet has a column for.

    In a submission log the only days are those of submissions and answers, so nothing was read.
    """

    def __init__(self, fields: frozenset[Field], now: DateTime, order: DateOrder) -> None:
        self._has_sent = Field.SENT in fields
        self._has_heard = Field.HEARD_ON in fields
        self._has_submitted = Field.SUBMITTED in fields
        self._has_booked = Field.BOOKED_ON in fields
        self._is_sent_by_due = {Field.SUBMITTED, Field.DUE} <= fields and not fields & {
            Field.DATE, Field.SENT, Field.RECEIVED,
        }  # fmt: skip
        self._performed = [field.value for field in PERFORMED if field in fields]
        self._read_names = [name for name in _READ if name in fields]
        self.is_submission_log = Field.SUBMITTED in fields and not fields & {
            Field.DATE, Field.DUE, Field.SENT,
        }  # fmt: skip
        self._now = now
        self._today = today(now)
        self._long_over = self._today - dt.timedelta(days=2)  # in every zone
        self._added_at = Moment.of(now)
        self._order = order
        self._taken: dict[str, int] = {}

    def audition(self, rows: Sequence[RowFacts]) -> tuple[Audition, int]:
        """Make the audition of these rows, which are about the same part.

        Return also how many there are by now of the same date, project, role, office and medium.
        """
        first = rows[0]
        said, outcome = first.values, first.outcome
        if len(rows) > 1:
            outcome = join_results([row.outcome for row in rows])
            said = {
                name: value
                for row in reversed(rows)
                for name, value in row.values.items()
                if row is first or name not in _OF_FIRST
            }
        if _was_tape(outcome, first, said.get("format")):
            outcome = replace(outcome, stage=None, is_given=True)
            first.said.append("it had been asked for, so what was submitted is the tape")
        rounds: list[Round] = []
        notes: list[str] = []
        for number, row in enumerate(rows):
            rounds += self._rounds(row, outcome, number, notes)
            notes += row.notes if number == 0 else [n for n in row.notes if n not in notes]
            if number:
                notes += [note for note in _not_kept(row, said) if note not in notes]
        rounds, submitted_on = self._settle_submission(rows, outcome, rounds, notes)
        for row in rows:
            if later := row.values.get("callbacks"):
                rounds, unread = self._with_later_rounds(later, rounds)
                if unread:
                    notes.append(f"Callback dates: {unread}")
                    row.said.append(f"Callback dates “{unread}” is kept in the notes")
        if len(rounds) > 1:
            rounds = [
                replace(read, id=f"sheet-{n}")
                for n, read in enumerate(sorted(rounds, key=_by_day), 1)
            ]
        values = {name: value for name, value in said.items() if name not in _OF_ROUND}
        values["subtype"] = said.get("subtype") or said.get(OTHER_WORK, "")
        for name in self._read_names:
            if text := said.get(name):
                values[name] = self._read_text(name, text, rows, rounds)
        if outcome is not NO_RESULT:
            is_silent = outcome.disposition is Disposition.PRESUMED_PASSED
            days_ago = self._days_ago(rounds) if is_silent else None
            values["disposition"] = settle_silence(outcome, days_ago)
            values["reason"] = outcome.reason
            values["certainty"] = outcome.certainty
            values["holds"] = outcome.holds
        if self._has_heard and (heard := _days_of("heard_on", rows)):
            *before, values["heard_on"] = sorted(heard)
            notes += [f"{Field.HEARD_ON.word.capitalize()}: {day.isoformat()}" for day in before]
        stage = self._stage(outcome, rounds, rows, submitted_on)
        if stage in _BOOKED:
            values["booking"] = Booking()
        id_, number = self._id(rounds, (
            said["project"], said.get("role", ""), said.get("office", ""),
            first.values.get("medium", Medium.OTHER), values["subtype"],
        ))  # fmt: skip
        audition = Audition(
            id=id_,
            submitted_on=submitted_on,
            stage=stage,
            notes="\n".join(notes),
            rounds=tuple(rounds),
            added_at=self._added_at,
            **values,
        )
        return audition, number

    def _read_text(
        self, name: str, said: str, rows: Sequence[RowFacts], rounds: Sequence[Round]
    ) -> object:
        """Return the value of a text that is days, money or a list."""
        match name:
            case "shoot_dates":
                return self._job_days(said, rows[0], rounds)
            case "rate":
                return read_money(said)
            case "people":
                return split_people(said)
            case "tags":
                return split_words(said)
            case _:
                told = (row.values.get("feedback") for row in rows)
                return tuple(Feedback(text=text) for text in told if text)

    def _job_days(self, said: str, row: RowFacts, rounds: Sequence[Round]) -> Span | None:
        """Return the days of the job; those without a year come after the last read."""
        known = [read.when or read.received_at for read in rounds]
        days = [when.day for when in known if when]
        if not days:
            span = read_span(said, self._today, self._order)
        else:
            span = read_span(said, max(days), self._order, back=_SLACK)
        if span and span.ranges and not _WHOLE_YEAR.search(said):
            named = " and ".join(map(format_range, span.ranges))
            row.dated.append(f"“{clean_line(said)}” is read as {named}")
        return span

    def _id(self, rounds: Sequence[Round], about: tuple[str, ...]) -> tuple[str, int]:
        """Return the id of a row, and its number among those about the same read."""
        first = _id_of(rounds, about, 1, _fold)
        number = self._taken[first] = self._taken.get(first, 0) + 1
        return (first if number == 1 else _id_of(rounds, about, number, _fold)), number

    def _rounds(
        self, row: RowFacts, outcome: Outcome, number: int, notes: list[str]
    ) -> list[Round]:
        """Return the rounds that a row tells of; none if it names neither a day nor a read."""
        days, said = row.days, row.values
        format_, wore = said.get("format"), said.get("wore", "")
        if format_ is None:
            format_ = row.format or (Format.SELF_TAPE if row.outcome.is_tape else None)
        at, due, sent = days.get("date"), days.get("due_at"), days.get("done_at")
        if at:
            is_due = row.is_due or format_ is Format.SELF_TAPE
            at = row.with_hour(at, row.clock, is_due=is_due)
        is_unsaid = outcome.stage is None and outcome.is_given is None
        is_sent = self._is_sent_by_due and is_unsaid and days.get("submitted_on")
        if due and is_sent and format_ is not Format.SELF_TAPE:  # a submission, and it went in
            notes.append(f"Due: {due.isoformat()}")
            due = None
        if row.is_due and due is None:
            at, due = None, at
        elif due and at is None:
            due = row.with_hour(due, row.clock, is_due=True)
        if row.clock.time and not (at or due):
            row.note(row.clock)
        done = None
        pieces: tuple[str, ...] = ()
        if self._performed:
            named = [text for name in self._performed if (text := said.get(name))]
            pieces = tuple(title for text in named for title in split_words(text))
        rounds = []
        received = days.get("received_at")
        has_day = bool(sent or at or due or received)
        if sent or at or due:
            has_read = bool(sent or at or format_ in _LIVE)
            at, due, done = self._days(outcome, format_, at=at, due=due, sent=sent)
            if done and not has_read:
                row.said.append("the day it was sent is not told, so that of the deadline is taken")
        if has_day or (number == 0 and self._is_ahead_undated(row, outcome)):
            rounds.append(
                Round(
                    id="sheet-1",
                    kind=said.get("kind") or _KIND_OF_ROW[number > 0],
                    format=format_,
                    wore=wore,
                    pieces=pieces,
                    received_at=received,
                    at=at,
                    due_at=due,
                    done_at=done,
                )
            )
        else:
            notes += [f"How: {format_.word}"] if format_ else []
            notes += [f"Wore: {wore}"] if wore else []
            notes += [f"Performed: {'; '.join(pieces)}"] if pieces else []
        for kind, when in row.callbacks:
            rounds.append(with_date(replace(_LATER, kind=kind), when, self._now))
        if booked := days.get("booked_on"):
            notes.append(f"Booked on: {booked.isoformat()}")
        return rounds

    def _days(
        self,
        outcome: Outcome,
        format_: Format | None,
        *,
        at: Moment | None,
        due: Moment | None,
        sent: Moment | None,
    ) -> tuple[Moment | None, Moment | None, Moment | None]:
        """Return when a read is, when it is due, and when it was given; one of them is known."""
        if sent:
            return (at if at != sent else None), due, sent
        when = at or due
        if when is not None and self._is_given(
            outcome, when, is_sent=at is None and format_ not in _LIVE
        ):
            if at or format_ in _LIVE:
                return None, due, when
            return None, due, replace(when, time=None)  # a tape is sent at any hour before
        if format_ is Format.SELF_TAPE and due is None:
            return None, at, None
        return at, due, None

    def _is_given(self, outcome: Outcome, when: Moment, *, is_sent: bool) -> bool:
        """Whether a read on that day was given: not if it is still to come, or said to be ahead.

        `is_sent` if it is due on that day, as a tape that is sent.
        """
        if self._is_still_to_come(when) or outcome.is_given is False:
            return False
        if outcome.is_given or not is_sent:
            return True
        is_settled = not _is_open(outcome) and outcome.disposition is not Disposition.WITHDRAWN
        return is_settled and not self._has_sent

    def _is_still_to_come(self, when: Moment) -> bool:
        if when.time is None or when.day < self._long_over:
            return when.day > self._today
        return when.instant > self._now

    def _is_tape_to_come(self, read: Round) -> bool:
        due = read.due_at if read.format is Format.SELF_TAPE else None
        return due is not None and self._is_still_to_come(due)

    def _is_ahead_undated(self, row: RowFacts, outcome: Outcome) -> bool:
        """Whether a row without a day tells of a read that is asked for."""
        if outcome.stage is not None or outcome.is_given or not _is_open(outcome):
            return False
        if outcome.is_given is False or outcome.names_read:
            return True
        return "date" in row.days and row.days.get("submitted_on") is None

    def _settle_submission(
        self, rows: Sequence[RowFacts], outcome: Outcome, rounds: list[Round], notes: list[str]
    ) -> tuple[list[Round], dt.date | None]:
        """Take the day of a submission from its own column, or from that of the sheet's days."""
        said = _days_of("submitted_on", rows) if self._has_submitted else []
        submitted_on = said[0] if said else None
        notes += [f"{Field.SUBMITTED.word.capitalize()}: {day.isoformat()}" for day in said[1:]]
        if outcome.stage not in _BEFORE_A_READ or any(read.done_at for read in rounds):
            return rounds, submitted_on
        if outcome.stage is Stage.CONSIDERING and any(map(self._is_tape_to_come, rounds)):
            return rounds, submitted_on  # "to do": to be taped
        for read in rounds:
            if read.received_at:
                notes.append(f"Asked for on: {read.received_at.isoformat()}")
            if read.due_at and outcome.stage is Stage.SUBMITTED and read.at is None:
                notes.append(f"Due: {read.due_at.isoformat()}")
            elif outcome.stage is Stage.SUBMITTED and submitted_on is None and read.when:
                submitted_on = read.when.day
            elif read.when:
                notes.append(f"Date: {read.when.isoformat()}")
        if rounds and rounds[0].format:
            notes.append(f"How: {rounds[0].format.word}")
        return [], submitted_on

    def _with_later_rounds(self, cell: str, rounds: list[Round]) -> tuple[list[Round], str]:
        first = rounds[0] if rounds else Round(id="sheet-1")
        found, unread = parse_rounds(cell, first, self._now, self._order)
        is_told = bool(rounds) or found[0] != first  # "undated callback" is the first of all
        return [*(found if is_told else found[1:]), *rounds[1:]], unread

    def _stage(
        self,
        outcome: Outcome,
        rounds: list[Round],
        rows: Sequence[RowFacts],
        submitted_on: dt.date | None,
    ) -> Stage:
        """Return how far it went: what was said, and no less than the rounds show."""
        shown = [outcome.stage] if outcome.stage else []
        if self._has_booked and any(row.days.get("booked_on") for row in rows):
            shown.append(Stage.BOOKED)
        later = [read for read in rounds if not read.kind.is_first]
        if later:
            shown.append(Stage.CALLBACK)
            shown += [Stage.TEST for read in later if read.kind.is_test and read.is_done]
        if outcome.is_given or [read for read in rounds if read.done_at]:
            shown.append(Stage.AUDITIONED)
        elif any(read.when for read in rounds) or (rounds and _is_open(outcome)):
            shown.append(Stage.REQUESTED)
        if shown:
            return shown[0] if len(shown) == 1 else max(shown, key=_rank)
        if outcome.is_given is False:
            return Stage.REQUESTED
        if submitted_on or self.is_submission_log:
            return Stage.SUBMITTED
        closed = not _is_open(outcome)
        return Stage.AUDITIONED if closed else Stage.CONSIDERING

    def _days_ago(self, rounds: list[Round]) -> int | None:
        days = [read.when.day for read in rounds if read.when]
        return (self._today - max(days)).days if days else None


def _days_of(name: str, rows: Sequence[RowFacts]) -> list[dt.date]:
    """Return the days that rows have in a column, each once, in the order of the rows."""
    return list(dict.fromkeys(day.day for row in rows if (day := row.days.get(name))))


def _not_kept(row: RowFacts, said: Mapping[str, Any]) -> Iterator[str]:
    """Yield a note for each value of a later row that is another one than the audition has."""
    for name, value in row.values.items():
        if name in _EACH_KEPT or name in _PERFORMED or _folded(value) == _folded(said.get(name)):
            continue
        label = Field.SUBTYPE.word if name == OTHER_WORK else Field(name).word
        yield f"{label.capitalize()}: {value.word if isinstance(value, LabelledEnum) else value}"


def _folded(value: object) -> object:
    return fold(value) if type(value) is str else value


def _was_tape(outcome: Outcome, row: RowFacts, format_: Format | None) -> bool:
    """Whether "submitted" is said of the tape: a submission comes before it is asked for."""
    is_tape = Format.SELF_TAPE in {format_, row.format}
    return outcome.stage is Stage.SUBMITTED and is_tape and bool(row.days.get("received_at"))


def _is_open(outcome: Outcome) -> bool:
    return outcome.disposition is Disposition.OPEN


_rank: Final = attrgetter("rank")


def _by_day(read: Round) -> tuple[bool, dt.date]:
    return (read.when is None, read.when.day if read.when else dt.date.max)


def row_id(audition: Audition, occurrence: int, fold: Callable[[str], str]) -> str:
    """Return the id that a row gets at every import; `occurrence`, from 1, tells twins apart."""
    about = (audition.project, audition.role, audition.office, audition.medium, audition.subtype)
    return _id_of(audition.rounds, about, occurrence, fold)


def _id_of(
    rounds: Sequence[Round], about: tuple[str, ...], occurrence: int, fold: Callable[[str], str]
) -> str:
    when = rounds[0].when if rounds else None
    same = "\x1f".join(about)
    # Folded as a whole, or if that takes long, each name once; that gives the same.
    same = same.lower() if same.isascii() and "`" not in same else "\x1f".join(map(fold, about))
    return _uuid5(f"{when.isoformat() if when else ''}\x1f{same}\x1f{occurrence}")


_fold = lru_cache(maxsize=65_536)(fold)


def _uuid5(name: str) -> str:
    """Return what `uuid.uuid5` would, in a fifth of its time; a large sheet has many rows."""
    digest = _SHEET_DIGEST.copy()
    digest.update(name.encode())
    text = digest.hexdigest()
    variant = "89ab"[int(text[16], 16) & 3]
    return f"{text[:8]}-{text[8:12]}-5{text[13:16]}-{variant}{text[17:20]}-{text[20:32]}"

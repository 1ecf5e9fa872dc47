"""Makes one audition of the rows that tell of it: its rounds, its stage, its ending."""

import datetime as dt
import uuid
from collections.abc import Callable, Sequence
from functools import lru_cache
from hashlib import sha1
from typing import Any, Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import Format, Medium, RoundKind
from callbacktui.domain.holds_and_bookings import Booking, Feedback
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money import read_money
from callbacktui.domain.name_list import split_people, split_words
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.fields import PERFORMED, Field
from callbacktui.exchange.spreadsheet.result_text import (
    NO_RESULT,
    Outcome,
    join_results,
    settle_silence,
)
from callbacktui.exchange.spreadsheet.rounds_in_one_cell import parse_rounds, with_date
from callbacktui.exchange.spreadsheet.row_reader import RowFacts, with_hour

_SHEET: Final = uuid.UUID("6f0d3f0c-7c0e-5b53-9a44-3f1f6a0c7b11")
_SHEET_DIGEST: Final = sha1(_SHEET.bytes, usedforsecurity=False)
_AS_THEY_STAND: Final = {field: field.value for field in (
    Field.PROJECT, Field.ROLE, Field.OFFICE, Field.NETWORK_BRAND, Field.PRODUCT_CATEGORY,
    Field.DIRECTOR, Field.PLACE, Field.USAGE, Field.BREAKDOWN, Field.REP,
)}  # fmt: skip
"""Texts that an audition has under the same name, word for word."""

_READ: Final = (Field.SHOOT_DATES, Field.RATE, Field.PEOPLE, Field.TAGS, Field.FEEDBACK)
"""Texts that an audition has under the same name, read as days, money or a list."""

_OF_WORDS: Final = frozenset({"medium", "union", "size", "source", "platform"})
"""What a row says of an audition in words that are known."""

_LATER_TOLD: Final = frozenset({"size", "source", "platform"})
"""What a later row says of an audition if the first does not."""

_LATER: Final = Round(id="sheet-1", kind=RoundKind.CALLBACK)
_LIVE: Final = frozenset({Format.IN_PERSON, Format.VIRTUAL_LIVE, Format.PHONE})
_BOOKED: Final = frozenset({Stage.BOOKED, Stage.WRAPPED})
_BEFORE_A_READ: Final = frozenset({Stage.CONSIDERING, Stage.SUBMITTED})


class Assembler:
    """Makes auditions; `fields` are those that the sheet has a column for.

    In a submission log the only days are those of submissions and answers, so nothing was read.
    """

    def __init__(self, fields: frozenset[Field], now: DateTime, order: DateOrder) -> None:
        self._has_sent = Field.SENT in fields
        self._has_booked = Field.BOOKED_ON in fields
        self._performed = [field for field in PERFORMED if field in fields]
        self._read_fields = [field for field in _READ if field in fields]
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
        texts, words, outcome = first.texts, first.words, first.outcome
        if len(rows) > 1:
            outcome = join_results([row.outcome for row in rows])
            texts = {field: text for row in reversed(rows) for field, text in row.texts.items()}
            words = {
                name: value
                for row in reversed(rows)
                for name, value in row.words.items()
                if row is first or name in _LATER_TOLD
            }
        rounds: list[Round] = []
        notes: list[str] = []
        for number, row in enumerate(rows):
            rounds += self._rounds(row, outcome, number, notes)
            notes += row.notes
        rounds, submitted_on = self._settle_submission(first, outcome, rounds, notes)
        if later := first.texts.get(Field.CALLBACKS):
            rounds, unread = self._with_later_rounds(later, rounds)
            if unread:
                notes.append(f"Callback dates: {unread}")
                first.said.append(f"Callback dates “{unread}” is kept in the notes")
        if len(rounds) > 1:
            rounds = [
                replace(read, id=f"sheet-{n}")
                for n, read in enumerate(sorted(rounds, key=_by_day), 1)
            ]
        stage = self._stage(outcome, rounds, rows, submitted_on)
        values: dict[str, Any] = {
            _AS_THEY_STAND[field]: text for field, text in texts.items() if field in _AS_THEY_STAND
        }
        values |= {name: value for name, value in words.items() if name in _OF_WORDS}
        for field in self._read_fields:
            if said := texts.get(field):
                values[field.value] = self._read_text(field, said, rows, rounds)
        if outcome is not NO_RESULT:
            is_silent = outcome.disposition is Disposition.PRESUMED_PASSED
            days_ago = self._days_ago(rounds) if is_silent else None
            values["disposition"] = settle_silence(outcome, days_ago)
            values["reason"] = outcome.reason
            values["certainty"] = outcome.certainty
            values["holds"] = outcome.holds
        if heard := first.days.get(Field.HEARD_ON):
            values["heard_on"] = heard.day
        if stage in _BOOKED:
            values["booking"] = Booking()
        medium = words.get("medium", Medium.OTHER)
        subtype = texts.get(Field.SUBTYPE) or words.get("subtype", "")
        role, office = texts.get(Field.ROLE, ""), texts.get(Field.OFFICE, "")
        id_, number = self._id(rounds, (texts[Field.PROJECT], role, office, medium, subtype))
        audition = Audition(
            id=id_,
            subtype=subtype,
            submitted_on=submitted_on,
            stage=stage,
            notes="\n".join(notes),
            rounds=tuple(rounds),
            added_at=self._added_at,
            **values,
        )
        return audition, number

    def _read_text(
        self, field: Field, said: str, rows: Sequence[RowFacts], rounds: Sequence[Round]
    ) -> object:
        """Return the value of a text that is days, money or a list."""
        match field:
            case Field.SHOOT_DATES:
                days = [read.when.day for read in rounds if read.when]
                return read_span(said, days[-1] if days else self._today, self._order)
            case Field.RATE:
                return read_money(said)
            case Field.PEOPLE:
                return split_people(said)
            case Field.TAGS:
                return split_words(said)
            case _:
                told = (row.texts.get(Field.FEEDBACK) for row in rows)
                return tuple(Feedback(text=text) for text in told if text)

    def _id(self, rounds: Sequence[Round], about: tuple[str, ...]) -> tuple[str, int]:
        """Return the id of a row, and its number among those about the same read."""
        first = _id_of(rounds, about, 1, _fold)
        number = self._taken[first] = self._taken.get(first, 0) + 1
        return (first if number == 1 else _id_of(rounds, about, number, _fold)), number

    def _rounds(
        self, row: RowFacts, outcome: Outcome, number: int, notes: list[str]
    ) -> list[Round]:
        """Return the rounds that a row tells of; none if it names neither a day nor a read."""
        days = row.days
        at, due = _at_hour(days.get(Field.DATE), row), days.get(Field.DUE)
        if row.is_due and due is None:
            at, due = None, at
        elif due and at is None:
            due = _at_hour(due, row)
        sent = days.get(Field.SENT)
        done = None
        format_, wore = row.words.get("format"), row.texts.get(Field.WORE, "")
        named = [said for field in self._performed if (said := row.texts.get(field))]
        pieces = tuple(title for said in named for title in split_words(said))
        rounds = []
        has_day = bool(sent or at or due)
        if has_day:
            at, due, done = self._days(outcome, format_, at=at, due=due, sent=sent)
        if has_day or (number == 0 and self._is_ahead_undated(row, outcome)):
            kind = RoundKind.AUDITION if number == 0 else RoundKind.CALLBACK
            rounds.append(
                Round(
                    id="sheet-1",
                    kind=row.words.get("kind", kind),
                    format=format_,
                    wore=wore,
                    pieces=pieces,
                    received_at=days.get(Field.RECEIVED),
                    at=at,
                    due_at=due,
                    done_at=done,
                )
            )
        else:
            notes += [f"How: {format_.word}"] if format_ else []
            notes += [f"Wore: {wore}"] if wore else []
            notes += [f"Performed: {'; '.join(pieces)}"] if pieces else []
        rounds += [
            with_date(replace(_LATER, kind=kind), when, self._now) for kind, when in row.callbacks
        ]
        if booked := days.get(Field.BOOKED_ON):
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
            return None, due, when
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

    def _is_ahead_undated(self, row: RowFacts, outcome: Outcome) -> bool:
        """Whether a row without a day tells of a read that is asked for."""
        if outcome.stage is not None or outcome.is_given or not _is_open(outcome):
            return False
        if outcome.is_given is False:
            return True
        return Field.DATE in row.days and row.days.get(Field.SUBMITTED) is None

    def _settle_submission(
        self, row: RowFacts, outcome: Outcome, rounds: list[Round], notes: list[str]
    ) -> tuple[list[Round], dt.date | None]:
        """Take the day of a submission from its own column, or from that of the sheet's days."""
        said = row.days.get(Field.SUBMITTED)
        submitted_on = said.day if said else None
        if outcome.stage not in _BEFORE_A_READ or any(read.done_at for read in rounds):
            return rounds, submitted_on
        for read in rounds:
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
        if self._has_booked and any(row.days.get(Field.BOOKED_ON) for row in rows):
            shown.append(Stage.BOOKED)
        if [read for read in rounds if not read.kind.is_first]:
            shown.append(Stage.CALLBACK)
        if [read for read in rounds if read.kind.is_test and read.is_done]:
            shown.append(Stage.TEST)
        if outcome.is_given or [read for read in rounds if read.is_done]:
            shown.append(Stage.AUDITIONED)
        elif rounds:
            shown.append(Stage.REQUESTED)
        if shown:
            return shown[0] if len(shown) == 1 else max(shown, key=lambda stage: stage.rank)
        if outcome.is_given is False:
            return Stage.REQUESTED
        if submitted_on or self.is_submission_log:
            return Stage.SUBMITTED
        closed = not _is_open(outcome)
        return Stage.AUDITIONED if closed else Stage.CONSIDERING

    def _days_ago(self, rounds: list[Round]) -> int | None:
        days = [read.when.day for read in rounds if read.when]
        return (self._today - max(days)).days if days else None


def _is_open(outcome: Outcome) -> bool:
    return outcome.disposition is Disposition.OPEN


def _at_hour(when: Moment | None, row: RowFacts) -> Moment | None:
    return with_hour(when, row.time, row.zone) if when else None


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

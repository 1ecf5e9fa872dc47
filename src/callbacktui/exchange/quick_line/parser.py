"""Parses the quick line, a whole audition in one line, while it is being typed.

`Nina, The Seagull @Harbor Casting thu 3pm #theatre !tape due fri noon`
"""

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.formatting import format_moment
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import Format, Medium, RoundKind
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Stage
from callbacktui.domain.transitions import round_id
from callbacktui.domain.value import Value
from callbacktui.exchange.quick_line.marks import Marks, parse_marks
from callbacktui.exchange.quick_line.parts import Parts, split_line


class LineError(ValueError):
    """The quick line names no project yet."""


class QuickLine(Value, frozen=True, kw_only=True):
    """A parsed quick line, and how each part of it was understood.

    `reading` is shown while the actor types: a label, the words, and whether they are accepted.
    `problems` are whole sentences; a line with a project can be saved in spite of them.
    """

    project: str = ""
    role: str = ""
    office: str = ""
    medium: Medium | None = None
    tags: tuple[str, ...] = ()
    format: Format | None = None
    at: Moment | None = None
    due_at: Moment | None = None
    stage: Stage = Stage.CONSIDERING
    is_past: bool = False
    left_over: str = ""
    reading: tuple[tuple[str, str, bool], ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether the line can be saved: it names a project."""
        return bool(self.project)

    def audition(self, id: str, now: DateTime) -> Audition:
        """Create the audition that the line describes, received at `now`.

        Words that were not understood go to its notes, so that nothing typed is lost.

        Raises:
            LineError: if the line names no project.
        """
        if not self.project:
            raise LineError("Which project? Write it as: Nina, The Seagull")
        on_submission = self._is_submission_day
        asked = self.stage in {Stage.REQUESTED, Stage.CALLBACK} and not self.is_past
        submitted = self.at.day if on_submission and self.at else today(now)
        return Audition(
            id=id,
            project=self.project,
            role=self.role,
            office=self.office,
            medium=self.medium or Medium.OTHER,
            tags=self.tags,
            stage=self.stage,
            straight_to_callback=self.stage is Stage.CALLBACK,
            submitted_on=submitted if self.stage is Stage.SUBMITTED else None,
            heard_on=today(now) if asked else None,
            rounds=() if on_submission else self._rounds(now),
            notes=self.left_over,
            added_at=Moment.of(now),
        )

    @property
    def _is_submission_day(self) -> bool:
        """Whether the date is when it was submitted, as in `!submitted yesterday`."""
        return self.stage is Stage.SUBMITTED and self.is_past

    def _rounds(self, now: DateTime) -> tuple[Round, ...]:
        nothing = not (self.at or self.due_at or self.format)
        if nothing and self.stage.rank < Stage.REQUESTED.rank:
            return ()
        kind = RoundKind.CALLBACK if self.stage is Stage.CALLBACK else RoundKind.AUDITION
        given = Round(
            id=round_id(now, 1),
            kind=kind,
            format=self.format,
            received_at=None if self.is_past else Moment.of(now),
            at=self.at,
            due_at=self.due_at,
            done_at=self.at if self.is_past else None,
        )
        return (given,)


def read_line(
    line: str,
    now: DateTime,
    *,
    order: DateOrder = DateOrder.MDY,
    zone: str | None = None,
    thorough: bool = False,
) -> QuickLine:
    """Parse a quick line at `now`; `thorough` accepts dates in any words, slow the first time.

    The stage is the one the line names (`!submitted`, `!callback`), else auditioned if its date
    has passed, else requested if it has a date, a deadline or a format, else considering.
    """
    parts = split_line(line, now, order=order, zone=zone, thorough=thorough)
    marks = parse_marks(parts.hashes, parts.bangs)
    is_past = parts.at is not None and _has_passed(parts.at, now, marks.stage)
    line_read = QuickLine(
        project=parts.project,
        role=parts.role,
        office=parts.office,
        medium=marks.medium,
        tags=marks.tags,
        format=marks.format,
        at=parts.at,
        due_at=parts.due_at,
        stage=marks.stage or _stage(parts, marks, is_past=is_past),
        is_past=is_past,
        left_over=" ".join(word for word in (parts.left_over, *marks.left_over) if word),
        problems=_problems(parts, marks, now),
    )
    return _with_reading(line_read, parts, marks, now)


def _has_passed(at: Moment, now: DateTime, stage: Stage | None) -> bool:
    """Whether the date has passed; a submission dated today counts as sent."""
    if stage is Stage.SUBMITTED and at.time is None:
        return at.day <= today(now)
    return at.instant < now


def _stage(parts: Parts, marks: Marks, *, is_past: bool) -> Stage:
    if is_past:
        return Stage.AUDITIONED
    return Stage.REQUESTED if parts.at or parts.due_at or marks.format else Stage.CONSIDERING


def _problems(parts: Parts, marks: Marks, now: DateTime) -> tuple[str, ...]:
    found = [*parts.problems, *marks.problems]
    if not parts.project:
        found.insert(0, "Which project? Write it as: Nina, The Seagull")
    if parts.due_at and parts.due_at.instant < now:
        found.append("That deadline has gone by.")
    return tuple(found)


def _with_reading(line: QuickLine, parts: Parts, marks: Marks, now: DateTime) -> QuickLine:
    when = "read on" if line.is_past else "when"
    if line.stage is Stage.SUBMITTED and line.is_past:
        when = "sent on"
    due_stands = line.due_at is not None and line.due_at.instant >= now
    rows = [
        ("role", line.role, True),
        ("project", line.project or "which one?", bool(line.project)),
        ("office", line.office, True),
        ("medium", line.medium.word if line.medium else "", True),
        (when, format_moment(line.at, now) if line.at else "", True),
        ("due", format_moment(line.due_at, now) if line.due_at else "", due_stands),
        ("read", line.format.word if line.format else "", True),
        ("tags", " ".join(line.tags), True),
        ("stage", line.stage.word, True),
        *((label, words, False) for label, words in (*parts.unread, *marks.unread)),
    ]
    return replace(line, reading=tuple(row for row in rows if row[1]))

"""Parses the quick line, a whole audition in one line, while it is being typed.

`Nina, The Seagull @Harbor Casting thu 3pm #theater !tape due fri noon`
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.dates.formatting import format_both_clocks, format_moment
from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import Medium, RoundKind, Source, Union
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money import read_money
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.stage_effects import round_id
from callbacktui.domain.text import clean_line
from callbacktui.exchange.quick_line.dates import When
from callbacktui.exchange.quick_line.line_state import Claim
from callbacktui.exchange.quick_line.resolve_conflicts import Fields, has_begun
from callbacktui.exchange.quick_line.take_apart import read_claims
from callbacktui.exchange.quick_line.take_trade_terms import ENDED
from callbacktui.exchange.quick_line.vocabulary import HOLDS

LONGEST: Final = 1_000
"""How many characters are read; more are kept in the notes."""

GRAMMAR: Final = (
    "Role, project @office. Say the rest as you would: callback Ophelia, Hamlet fri noon zoom; "
    "self tape, tv, guest star, EPA, thru my agent, on Actors Access, at Spoke Studios, due or by "
    "with a time. #theater is a medium, #period a tag, !tape how it is read. A capital is a name "
    "(Friday Night Lights), fri 3p a day. What could mean two things goes to the notes."
)
"""How a line is written, for the actor."""

WHICH_PROJECT: Final = "Which project? Write it as: Nina, The Seagull"
HOW_IT_ENDED: Final = (
    "That is how an audition ended, and this line begins a new one. End the one you have; "
    "to note an old one, write the word last: Nina, The Seagull passed"
)

_LABELS: Final = {
    "role": "role",
    "project": "project",
    "office": "office",
    "producers": "company",
    "medium": "medium",
    "size": "size",
    "union": "union",
    "kind": "round",
    "at": "when",
    "due_at": "due",
    "confirm_by": "confirm by",
    "format": "read",
    "place": "place",
    "source": "way in",
    "rep": "rep",
    "platform": "platform",
    "rate": "rate",
    "hold": "hold",
    "answer_by": "answer by",
    "ending": "ended",
    "shoot_dates": "shoot",
    "fitting": "fitting",
    "nda": "NDA",
    "tags": "tags",
}
"""The fields in the order in which they are shown, and their labels."""


class LineError(ValueError):
    """The quick line names no project yet."""


class QuickLine(Value, frozen=True, kw_only=True):
    """A parsed quick line, and how each part of it was understood.

    `read` and `unread` hold the words as they were typed. `reading` is shown while the actor
    types: a label, the words, and whether they are accepted. `problems` are whole sentences; a
    line with a project can be saved in spite of them, unless it is one that `is_ending`: it begins
    with the end of an audition, which is no new one.
    """

    values: dict[str, Any] = {}
    stage: Stage = Stage.CONSIDERING
    is_past: bool = False
    order: DateOrder = DateOrder.MDY
    notes: str = ""
    read: tuple[Claim, ...] = ()
    unread: tuple[str, ...] = ()
    reading: tuple[tuple[str, str, bool], ...] = ()
    problems: tuple[str, ...] = ()

    is_ending: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether the line can be saved: it names a project, and does not end an audition."""
        return not self.why_not

    @property
    def why_not(self) -> str:
        """Why the line cannot be saved, empty if it can."""
        if not self.values.get("project"):
            return WHICH_PROJECT
        return HOW_IT_ENDED if self.is_ending else ""

    def audition(self, id: str, now: DateTime) -> Audition:
        """Create the audition that the line describes, received at `now`.

        Words that were not understood go to its notes, so that nothing typed is lost.

        Raises:
            LineError: if the line names no project.
        """
        if not self.is_ready:
            raise LineError(self.why_not)
        return self.filled_in(id, now)

    def filled_in(self, id: str, now: DateTime) -> Audition:
        """Create the audition as far as the line names it, perhaps without a project."""
        get = self.values.get
        fitting: Moment | None = get("fitting")
        sent_on = get("at") if self.stage is Stage.SUBMITTED and self.is_past else None
        is_asked = self.stage.rank >= Stage.REQUESTED.rank and not self.is_past
        submitted = sent_on.day if sent_on else today(now)
        return Audition(
            id=id,
            project=get("project", ""),
            role=get("role", ""),
            office=get("office", ""),
            producers=(get("producers", ""),) if get("producers") else (),
            medium=get("medium", Medium.OTHER),
            size=get("size"),
            union=get("union", Union.UNKNOWN),
            source=get("source"),
            platform=get("platform", ""),
            rep=get("rep", ""),
            rate=read_money(get("rate", "")),
            shoot_dates=read_span(get("shoot_dates", ""), today(now), self.order),
            nda=get("nda", False),
            tags=get("tags", ()),
            stage=self.stage,
            submitted_on=submitted if self.stage is Stage.SUBMITTED else None,
            heard_on=today(now) if is_asked and get("source") is not Source.OPEN_CALL else None,
            rounds=() if sent_on else self._rounds(now),
            holds=self._holds(now),
            booking=Booking(fitting=fitting) if fitting or self.stage is Stage.BOOKED else None,
            disposition=get("ending", Disposition.OPEN),
            closed_on=today(now) if get("ending") else None,
            notes=self.notes,
            added_at=Moment.of(now),
        )

    def _rounds(self, now: DateTime) -> tuple[Round, ...]:
        get = self.values.get
        about = ("at", "due_at", "format", "kind", "place")
        is_asked = Stage.REQUESTED.rank <= self.stage.rank < Stage.HOLD.rank
        is_given = any(map(get, about))
        if not is_given and (get("hold") or not is_asked):
            return ()
        kind = RoundKind.CALLBACK if self.stage is Stage.CALLBACK else RoundKind.AUDITION
        given = Round(
            id=round_id(now, 1),
            kind=get("kind") or kind,
            format=get("format"),
            received_at=None if self.is_past else Moment.of(now),
            at=get("at"),
            due_at=get("due_at"),
            confirm_by=get("confirm_by"),
            done_at=get("at") if self.is_past else None,
            place=get("place", ""),
        )
        return (given,)

    def _holds(self, now: DateTime) -> tuple[Hold, ...]:
        if (said := self.values.get("hold")) is None:
            return ()
        word, dates = said
        hold = Hold(
            id=f"hold-{round_id(now, 1)}",
            kind=HOLDS[word],
            word_used=word,
            dates=read_span(dates, today(now), self.order),
            told_on=today(now),
            answer_by=self.values.get("answer_by"),
        )
        return (hold,)


def read_line(
    line: str,
    now: DateTime,
    *,
    order: DateOrder = DateOrder.MDY,
    offices: Sequence[str] = (),
) -> QuickLine:
    """Parse a quick line at `now`; an office of which `offices` knows the beginning is completed.

    The stage is the one the line names (`!submitted`, callback), else auditioned if its date has
    passed, else requested if it has a date, a deadline or a format, else considering.
    """
    text, rest = _cut(clean_line(line))
    fields = Fields(read_claims(text, When(now, order), offices), now)
    named = {claim.field: claim.value for claim in fields.claims}
    values = fields.values | {k: named[k] for k in ("role", "project", "office") if k in named}
    at = values.get("at")
    is_past = at is not None and _has_passed(at, now, values.get("stage"))
    stage = values.get("stage") or _stage(values, is_past=is_past)
    unread = tuple(claim.words for claim in fields.unread)
    return QuickLine(
        values=values,
        stage=stage,
        is_past=is_past,
        order=order,
        notes=" ".join(filter(None, (fields.notes, rest))),
        read=fields.read,
        unread=(*unread, rest) if rest else unread,
        is_ending=_is_ending(fields),
        reading=_reading(values, fields, now, stage, is_past=is_past),
        problems=_problems(values, fields, now, rest),
    )


def known_offices(auditions: Iterable[Audition]) -> tuple[str, ...]:
    """Return the offices of auditions, each once."""
    return tuple(sorted({audition.office for audition in auditions if audition.office}))


def _cut(line: str) -> tuple[str, str]:
    """Split a line that is too long at the last space that can be read."""
    if len(line) <= LONGEST:
        return line, ""
    end = line.rfind(" ", 0, LONGEST + 1)
    end = end if end > 0 else LONGEST
    return line[:end], line[end:].strip()


def _has_passed(at: Moment, now: DateTime, stage: Stage | None) -> bool:
    """Whether the date has passed; what is said to be done today is done."""
    done = stage in {Stage.SUBMITTED, Stage.AUDITIONED}
    return has_begun(at, now) if done else at.instant < now


def _stage(values: dict[str, Any], *, is_past: bool) -> Stage:
    kind = values.get("kind")
    if values.get("hold") or values.get("ending"):
        return Stage.HOLD
    if kind and not kind.is_first:
        return Stage.TEST if kind.is_test else Stage.CALLBACK
    if is_past:
        return Stage.AUDITIONED
    is_asked = any(map(values.get, ("at", "due_at", "format", "kind")))
    return Stage.REQUESTED if is_asked else Stage.CONSIDERING


def _is_ending(fields: Fields) -> bool:
    """Whether a line begins with how an audition ended: "passed on Maeve, Kettle"."""
    return any(claim.reason == ENDED and not claim.start for claim in fields.unread)


def _problems(values: dict[str, Any], fields: Fields, now: DateTime, rest: str) -> tuple[str, ...]:
    found = [] if values.get("project") else [WHICH_PROJECT]
    found += [HOW_IT_ENDED] if _is_ending(fields) and values.get("project") else []
    if rest:
        found.append(
            f"Only the first {LONGEST:,} characters are read as an audition; "
            "the rest is kept in its notes."
        )
    found += [
        f"“{claim.words}” goes to the notes: {_sentence(claim.reason)}" for claim in fields.unread
    ]
    found += [claim.reason for claim in fields.read if claim.reason]
    found += fields.problems
    due = values.get("due_at")
    if due and due.instant < now:
        found.append("That deadline has passed.")
    return tuple(found)


def _sentence(reason: str) -> str:
    return reason if reason.endswith("?") else f"{reason.rstrip('.')}."


def _reading(
    values: dict[str, Any], fields: Fields, now: DateTime, stage: Stage, *, is_past: bool
) -> tuple[tuple[str, str, bool], ...]:
    rows = []
    for field, label in _LABELS.items():
        value = values.get(field)
        if field == "at" and is_past:
            label = "sent on" if stage is Stage.SUBMITTED else "done on"
        if field == "project" and not value:
            rows.append((label, "which one?", False))
        elif value:
            stands = field != "due_at" or value.instant >= now
            rows.append((label, _in_words(value, now), stands))
    rows.append(("stage", stage.word, True))
    rows += [("sure?", claim.reason, False) for claim in fields.read if claim.reason]
    rows += [("to notes", claim.words, False) for claim in fields.unread]
    return tuple(rows)


def _in_words(value: object, now: DateTime) -> str:
    match value:
        case Moment():
            return ", ".join(
                filter(None, (format_moment(value, now), format_both_clocks(value, now)))
            )
        case bool():
            return "under NDA; its names are hidden in what you share"
        case LabelledEnum():
            return value.word
        case tuple():
            return " ".join(filter(None, value))
        case _:
            return str(value)

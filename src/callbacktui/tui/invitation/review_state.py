"""What the actor does with the reading of an invitation: confirms, empties, answers, fills in.

No widgets: the screen shows its rows, and a draft holds its answers.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from enum import Enum
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import History, context_of
from callbacktui.domain.dates.dst import fold_of
from callbacktui.domain.dates.formatting import format_both_clocks, format_day
from callbacktui.domain.dates.style import format_time
from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.piece_uses import seen_facts
from callbacktui.domain.round import Round
from callbacktui.domain.silence import Windows
from callbacktui.domain.status import short_moment
from callbacktui.domain.text import clean_line, fold
from callbacktui.exchange.invitation.field_formatting import field_label, format_field
from callbacktui.exchange.invitation.matching import Match, find_matches, match_meant
from callbacktui.exchange.invitation.propose_audition import (
    ENDINGS,
    WITH_ROUND,
    Proposal,
    old_value,
    propose,
    propose_change,
)
from callbacktui.exchange.invitation.reading_result import (
    FIELDS,
    FieldValue,
    Kind,
    Question,
    Reading,
    Said,
    choices_left,
    roles_left,
    still_open,
    twin_answer,
)
from callbacktui.exchange.invitation.round_that_moves import doubtful_rounds
from callbacktui.exchange.invitation.zones import lacks_zone
from callbacktui.tui.invitation.review_field_types import answer_from_draft

TARGET: Final = "audition"
"""The row that says which audition it is about."""

NDA: Final = "nda"
"""The row that says whether the text is kept."""

KIND: Final = "kind"
"""The row that says what the mail is about; another kind has other fields."""

NEW: Final = ""
"""The target of a new audition."""

_MOST_TARGETS: Final = 12
KINDS: Final[tuple[Kind, ...]] = tuple(
    kind for kind in Kind if kind not in {Kind.CHANGE, Kind.OTHER}
)
"""What the actor may say that a mail is about."""


class State(Enum):
    """How sure a row is; the value is the word for it."""

    SAID = "said"
    CONFIRMED = "confirmed"
    ASKED = "which?"
    GUESSED = "no zone said"
    EMPTY = "left empty"
    MISSING = "not said"


class ReviewRow(NamedTuple):
    """One field on screen: its value, what an audition here has instead, and the words it is from.

    `was` is empty if nothing changes.
    """

    field: str
    label: str
    value: str
    state: State
    was: str = ""
    words: str = ""


class Review:
    """A reading with what the actor has said to it so far.

    `auditions` are those it may be about.
    """

    def __init__(self, read: Reading, auditions: Collection[Audition], now: DateTime) -> None:
        self._read = read
        self._auditions = {audition.id: audition for audition in auditions}
        self._now = now
        self._answers: dict[str, FieldValue | None] = {}
        self._confirmed: set[str] = set()
        self._target: str | None = None
        self._kind: Kind | None = None
        self.is_nda = bool(read.nda)

    @property
    def reading(self) -> Reading:
        """The reading with everything that the actor answered, emptied or filled in."""
        said = {one.field: one for one in self._read.said if one.field not in self._answers}
        for field, value in self._answers.items():
            if value is not None:
                said[field] = Said(field=field, value=value, words=self.words_of(field))
        asked = tuple(one for one in self._read.questions if one.field not in self._answers)
        order = {field: place for place, field in enumerate(FIELDS)}
        some = tuple(sorted(said.values(), key=lambda one: order[one.field]))
        nda = (self._read.nda or "said by you") if self.is_nda else ""
        read = replace(self._read, said=some, questions=asked, nda=nda)
        if self._kind:
            read = replace(read, kind=self._kind, is_offer=False)
        return still_open(read)

    @property
    def matches(self) -> tuple[Match, ...]:
        """The auditions here that it may be about."""
        return find_matches(self.reading, self._auditions.values())

    @property
    def target(self) -> str | None:
        """The id of the audition that it changes, `NEW`, or `None` as long as that is open."""
        if self._target is not None:
            return self._target
        matches = self.matches
        if meant := match_meant(matches, self._auditions, self.reading):
            return meant.id
        return None if matches or self.reading.kind in ENDINGS else NEW

    @property
    def before(self) -> Audition | None:
        """The audition that it changes, if any."""
        return self._auditions.get(self.target or "")

    @property
    def targets(self) -> tuple[Audition, ...]:
        """What it may be about: what matches, else what is open at this office, else all open."""
        found = [self._auditions[match.id] for match in self.matches]
        if not found:
            still_open = [a for a in self._auditions.values() if a.is_open]
            office = fold(self.reading.text_of("office"))
            found = [a for a in still_open if office and fold(a.office) == office] or still_open
        return tuple(found[:_MOST_TARGETS])

    @property
    def can_be_new(self) -> bool:
        """True if it may be kept as a new audition; one that ends something may not."""
        return self.reading.kind not in ENDINGS

    @property
    def roles_left(self) -> tuple[str, ...]:
        """The other roles of the mail, once one of them was chosen; each is kept by itself."""
        return roles_left(self._read, self.reading.text_of("role")) if self.can_be_new else ()

    @property
    def said_by(self) -> str:
        """Who said it: the agent, else the office."""
        return clean_line(self.reading.text_of("rep") or self.reading.text_of("office"))

    @property
    def rows(self) -> tuple[ReviewRow, ...]:
        """Every row: which audition, then what was said, asked or emptied, in the mail's order."""
        return tuple(self._rows())

    @property
    def gaps(self) -> tuple[ReviewRow, ...]:
        """What an actor would miss in such a mail, and at the end whether it is under NDA."""
        there = {row.field for row in self.rows}
        missing = [*self.reading.not_said, *self.reading.unread]
        missing = [field for field in missing if field not in there]
        if self.reading.kind in WITH_ROUND:
            missing += [field for field in ("wore", "confirm_by") if field not in there]
        if self.before and doubtful_rounds(self.before, self.reading):
            missing += [field for field in ("kind_of_round",) if field not in there]
        if self.reading["link"]:
            missing = [field for field in missing if field != "place"]
        kept = "yes: the text is not kept" if self.is_nda else "no: the text is kept with it"
        nda = ReviewRow(NDA, "under NDA", kept, State.SAID, words=clean_line(self._read.nda))
        state = State.CONFIRMED if self._kind else State.SAID
        kind = ReviewRow(KIND, "kind of mail", self.reading.kind_word, state)
        return (*(ReviewRow(f, field_label(f), "", State.MISSING) for f in missing), kind, nda)

    @property
    def open_rows(self) -> tuple[ReviewRow, ...]:
        """The rows that wait for an answer."""
        return tuple(row for row in self.rows if row.state in {State.ASKED, State.GUESSED})

    def choices(self, field: str) -> tuple[FieldValue, ...]:
        """Return what a field may be: the answers to its question, or an hour in two zones."""
        for question in self._read.questions:
            if question.field == field:
                return choices_left(question, self.reading)
        value = self.reading[field]
        return self._in_zones(value) if isinstance(value, Moment) else ()

    def words_of(self, field: str) -> str:
        """Return the words of the mail that a field was read from."""
        found: tuple[Said | Question, ...] = (*self._read.said, *self._read.questions)
        return next((one.words for one in found if one.field == field), "")

    def in_short(self, field: str, value: FieldValue) -> str:
        """Return a value in words; an hour always with its zone, and on the actor's clock."""
        if not isinstance(value, Moment):
            return clean_line(format_field(field, value, self._now))
        day = format_day(value.day, today(self._now))
        hour = f" {format_time(value.time)} {value.instant.tzname()}" if value.time else ""
        here = format_both_clocks(value, self._now)
        return f"{day}{hour}{f', {here}' if here else ''}"

    def aim(self, target: str) -> None:
        """Say which audition it is about; `NEW` for a new one."""
        self._target = target
        self._confirmed.add(TARGET)

    def say_kind(self, kind: Kind | None) -> None:
        """Say what the mail is about; `None` is what was read."""
        self._kind = None if kind is self._read.kind and not self._read.is_offer else kind

    def confirm(self, field: str) -> None:
        """Say that a value is right."""
        self._confirmed.add(field)

    def answer(self, field: str, value: FieldValue | None) -> None:
        """Give a field another value; `None` leaves it empty."""
        self._answers[field] = value
        self._confirmed.add(field)
        question = next((one for one in self._read.questions if one.field == field), None)
        if question and (found := twin_answer(self._read, question, value)):
            twin, other = found
            self._answers[twin.field] = other
            self._confirmed.add(twin.field)

    def empty(self, field: str) -> None:
        """Leave a field empty, or bring back what the mail says if it is empty already."""
        if self._answers.get(field, "") is None:
            del self._answers[field]
            self._confirmed.discard(field)
        else:
            self.answer(field, None)

    @property
    def is_changed(self) -> bool:
        """True once the actor has answered anything."""
        is_turned = self.is_nda != bool(self._read.nda)
        is_aimed = self._target is not None
        return bool(self._answers or self._confirmed or is_turned or is_aimed or self._kind)

    def proposal(self, id: str) -> Proposal:
        """Return what would be kept now; `id` is that of a new audition."""
        before = self.before
        return propose(self.reading, (before,) if before else (), id, self._now)

    def change(self, audition: Audition) -> Audition:
        """Return an audition with what was read, as it is now."""
        return propose_change(audition, self.reading, self._now)

    @property
    def office_words(self) -> str:
        """The history with this office, and which pieces it saw: "3rd time · they saw Memory"."""
        before = self.before
        office = self.reading.text_of("office") or (before.office if before else "")
        if not office:
            return ""
        blank = before or Audition(id="", project="", office=office)
        history = History(tuple(self._auditions.values()))
        context = context_of(blank, history, self._now, Windows())
        saw = (f"they saw {w}" for _, w in seen_facts(context.seen, Round(id=""), self._now))
        words = " · ".join(filter(None, (context.office_line, *saw)))
        return clean_line(f"{office}: {words}") if words else ""

    @property
    def same_day(self) -> tuple[str, ...]:
        """The other reads on the day of this one, with their hours."""
        at = self.reading["at"]
        if not isinstance(at, Moment):
            return ()
        day = at.day_in(self._now)
        others = (
            (when, audition.name)
            for audition in self._auditions.values()
            if audition.is_open and audition.id != self.target
            for read in audition.rounds
            if not read.is_done and (when := read.at) and when.day_in(self._now) == day
        )
        return tuple(clean_line(f"{short_moment(when, self._now)} {name}") for when, name in others)

    def to_text(self) -> str:
        """Return the answers as text for a draft."""
        return msgspec.json.encode(
            {
                "answers": self._answers,
                "confirmed": sorted(self._confirmed),
                "target": self._target,
                "kind": self._kind.value if self._kind else "",
                "nda": self.is_nda,
            }
        ).decode()

    def restore(self, text: str) -> None:
        """Take up the answers of a draft, as far as they can be read."""
        try:
            draft = msgspec.json.decode(text, type=_Draft)
            answers = {
                f: answer_from_draft(f, raw) for f, raw in draft.answers.items() if f in FIELDS
            }
        except (msgspec.MsgspecError, ValueError):
            return
        for field, value in answers.items():
            self.answer(field, value)
        self._confirmed |= {TARGET, *FIELDS}.intersection(draft.confirmed)
        self.is_nda = draft.nda
        self.say_kind(next((kind for kind in KINDS if kind.value == draft.kind), None))
        if draft.target is not None and (draft.target in self._auditions or not draft.target):
            self.aim(draft.target)

    def _rows(self) -> Iterator[ReviewRow]:
        reading, before = self.reading, self.before
        after = self.proposal(before.id).after if before else None
        if self.targets and (self.matches or before or not self.can_be_new):
            yield self._target_row()
        asked = {one.field: one for one in reading.questions}
        for field in FIELDS:
            words = clean_line(self.words_of(field))
            if question := asked.get(field):
                choices = (self.in_short(field, one) for one in question.choices)
                asks = clean_line(" or ".join(choices))
                yield ReviewRow(field, field_label(field), asks, State.ASKED, "", words)
            elif (value := reading[field]) is not None:
                shown = self.in_short(field, value)
                was = self._was(field, before, after) if before and after else ""
                yield ReviewRow(field, field_label(field), shown, self._state(field), was, words)
            elif field in self._answers:
                yield ReviewRow(field, field_label(field), "", State.EMPTY, "", words)

    def _target_row(self) -> ReviewRow:
        if self.target is None:
            names = " or ".join(audition.name for audition in self.targets)
            names = names if self.matches else "none here has that office and role"
            return ReviewRow(TARGET, "which one", clean_line(names), State.ASKED)
        before = self.before
        if before is None:
            return ReviewRow(TARGET, "which one", "a new audition", State.CONFIRMED)
        matches = self.matches
        meant = match_meant(matches, self._auditions, self.reading)
        found = (meant, *matches) if meant else matches
        why = next((match.why for match in found if match.id == before.id), "")
        office = f", {before.office}" if before.office else ""
        words = f"changes {before.name}{office}" + (f": {why}" if why else "")
        state = State.CONFIRMED if TARGET in self._confirmed else State.SAID
        return ReviewRow(TARGET, "which one", clean_line(words), state)

    def _state(self, field: str) -> State:
        if field in self._confirmed:
            return State.CONFIRMED
        value = self.reading[field]
        is_hour = isinstance(value, Moment) and value.time is not None
        is_open = is_hour and lacks_zone(self._read, field, self._now)
        return State.GUESSED if is_open else State.SAID

    def _in_zones(self, moment: Moment) -> tuple[FieldValue, ...]:
        """Return an hour on the clock that this office used before, and on the actor's own."""
        office = fold(self.reading.text_of("office"))
        earlier = Counter(
            when.zone
            for audition in self._auditions.values()
            if office and fold(audition.office) == office
            for read in audition.rounds
            for when in (read.at, read.due_at)
            if when and when.time
        )
        if (
            moment.time is None
            or not earlier
            or (usual := earlier.most_common(1)[0][0]) == (moment.zone)
        ):
            return ()
        try:
            turn = fold_of(moment.day, moment.time, usual)
        except MomentError:
            return ()
        return (replace(moment, zone=usual, fold=turn), moment)

    def _was(self, field: str, before: Audition, after: Audition) -> str:
        """Return what the audition has in a field so far, if it would change."""
        old = old_value(before, after, field)
        return "" if old is None else self.in_short(field, old)


class _Draft(msgspec.Struct):
    answers: dict[str, str | dict[str, object] | None] = {}
    confirmed: list[str] = []
    target: str | None = None
    kind: str = ""
    nda: bool = False

"""Turns a reading into what is kept: a new audition, or the change of one that is there."""

import datetime as dt
import re
from itertools import combinations
from typing import Final, TypeVar

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.enums import (
    Format,
    Medium,
    RoundKind,
    Size,
    Source,
    TimeOf,
    Union,
)
from callbacktui.domain.holds_and_bookings import Booking, Decision
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money import Money, read_money
from callbacktui.domain.round import Round, Sides
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.stage_effects import (
    add_round,
    at_stage,
    enter_stage,
    round_meant,
    with_round,
)
from callbacktui.domain.text import clean_line, fold
from callbacktui.domain.time_changes import with_new_decision, with_new_time
from callbacktui.exchange.invitation.dates_of_work import (
    answer_to_offer,
    with_answer_by,
    with_fitting,
    with_word_of_hold,
    with_work,
)
from callbacktui.exchange.invitation.matching import MESSAGE_ID, UID, is_turned_round
from callbacktui.exchange.invitation.reading_result import (
    FieldValue,
    Kind,
    Question,
    Reading,
    is_part,
    open_times,
)
from callbacktui.exchange.invitation.round_that_moves import (
    alike,
    doubtful_rounds,
    is_of_any_round,
    kind_meant,
    reads_are_over,
    rounds_that_may_move,
    which_round,
)

_E = TypeVar("_E", bound=LabelledEnum)

MOST_KEPT: Final = 65_536
"""The most bytes of a text that are kept in the notes."""

_STAGES: Final = {
    Kind.REQUEST: Stage.REQUESTED,
    Kind.APPOINTMENT: Stage.REQUESTED,
    Kind.CHANGE: Stage.REQUESTED,
    Kind.CALLBACK: Stage.CALLBACK,
    Kind.AVAIL: Stage.HOLD,
    Kind.HOLD: Stage.HOLD,
    Kind.BOOKING: Stage.BOOKED,
}
ENDINGS: Final = {
    Kind.RELEASE: Disposition.RELEASED,
    Kind.PASS: Disposition.PASSED_TOLD,
    Kind.CANCEL: Disposition.CANCELLED,
}
"""The kinds of mail that end an audition, and how."""

_IN_ROUND: Final = {
    "at": "at",
    "due_at": "due_at",
    "confirm_by": "confirm_by",
    "place": "place",
    "link": "url",
    "format": "format",
    "kind_of_round": "kind",
    "specs": "specs",
    "wore": "wore",
    "reader": "reader",
}
"""The fields of the round, and their names there."""

_FURTHER: Final = re.compile(
    r"\b(?:second|2nd|third|3rd|another|final|further|additional) (?:round of )?(?:call-?back|recall)"
    r"|\b(?:call-?back|recall) (?:#|no\.? |number )?[23]\b",
    re.IGNORECASE,
)
"""Words of one more callback; without them it is the one that is to come, at another time."""


_STRAIGHT: Final = re.compile(
    r"\b(?:straight|direct(?:ly)?) (?:in)?to (?:the |a |an? )?(?:call-?back|producers?|test|recall)"
    r"|\bno (?:first|pre)-?\s?(?:read|audition|tape) (?:needed|required|necessary)"
    r"|\bwithout (?:a |an )?(?:first|pre)-?\s?(?:read|audition)\b",
    re.IGNORECASE,
)
"""The words that say there was no earlier read."""

_UNSAID: Final = {None, "", Medium.OTHER, Union.UNKNOWN}
_TESTS: Final = {RoundKind.SCREEN_TEST, RoundKind.STUDIO_TEST, RoundKind.NETWORK_TEST}
WITH_ROUND: Final = {Kind.REQUEST, Kind.APPOINTMENT, Kind.CHANGE, Kind.CALLBACK}
"""The kinds of mail about a read."""

ALL_KEPT: Final = "All of it is kept here already"
"""The refusal of a mail that brings nothing new."""


class NothingToKeep(ValueError):
    """A reading of which nothing can be kept; says why."""


class Proposal(Value, frozen=True, kw_only=True):
    """What would be kept: `after`, in the place of `before` if an audition here is meant.

    Where nothing can be kept, `refusal` says why, without a full stop.
    """

    before: Audition | None = None
    after: Audition | None = None
    refusal: str = ""


def propose(reading: Reading, matches: tuple[Audition, ...], id: str, now: DateTime) -> Proposal:
    """Return the change of the one audition that matches, else a new audition."""
    if len(matches) > 1:
        return Proposal(refusal="Several auditions here fit; say which by hand")
    if matches and (some := doubtful_rounds(matches[0], reading)):
        return Proposal(before=matches[0], refusal=which_round(some, now))
    if matches and reading.kind is not Kind.OTHER:
        after = propose_change(matches[0], reading, now)
        if after == matches[0]:
            return Proposal(refusal=ALL_KEPT)
        return Proposal(before=matches[0], after=after)
    try:
        return Proposal(after=propose_new(reading, id, now))
    except NothingToKeep as reason:
        return Proposal(refusal=str(reason))


def propose_new(reading: Reading, id: str, now: DateTime) -> Audition:
    """Return a new audition with what was said for sure.

    Raises:
        NothingToKeep: if it is no invitation, names no project, or ends what is not kept here.
    """
    if reading.kind is Kind.OTHER:
        raise NothingToKeep("I see no invitation here")
    if reading.kind in ENDINGS or reading.is_about_work:
        raise NothingToKeep("It is about an audition that is not kept here")
    project = reading.text_of("project")
    asked = next((one for one in reading.questions if one.field == "project"), None)
    if not project and asked:
        names = " or ".join(asked.plain)
        one = f"Say first whether the project is {names}"
        raise NothingToKeep("It is about several projects" if _are_several(asked) else one)
    sender = reading.text_of("office") or reading.text_of("platform")
    if not project and not sender:
        raise NothingToKeep("It names neither project nor casting office")
    blank = Audition(id=id, project=project or f"Request from {sender}", added_at=Moment.of(now))
    return propose_change(blank, reading, now)


def _are_several(asked: Question) -> bool:
    """Whether the choices of a question are projects, and not one that can be read in two ways."""
    return (
        not any(is_part(one, other) for one, other in combinations(asked.plain, 2))
        and len(asked.choices) > 1
    )


def propose_change(audition: Audition, reading: Reading, now: DateTime) -> Audition:
    """Return the audition with what was said for sure; a move that is not legal is not made."""
    moved = _moved(audition, reading, now)
    told = _with_facts(moved, reading)
    if reading.kind in WITH_ROUND and not reading.is_about_work:
        there = {one.id for one in audition.rounds}
        fresh = next((one for one in told.rounds if one.id not in there), None)
        told = _with_round(told, reading, fresh, now)
    if told.heard_on == today(now):  # the word came with the mail, not when it was pasted
        wrote = min(today(reading.written), today(now))
        told = replace(told, heard_on=max(audition.heard_on or wrote, wrote))
    is_secret = bool(reading.nda) or audition.nda
    told = replace(told, nda=audition.nda or bool(reading.nda))
    return replace(told, notes=_notes(audition.notes, reading, is_secret=is_secret))


def old_value(before: Audition, after: Audition, field: str) -> FieldValue | None:
    """Return what an audition had in the place of a field, `None` if nothing or if it stays."""
    changed = next((one for one in after.rounds if one not in before.rounds), None)
    was = next((one for one in before.rounds if changed and one.id == changed.id), None)
    if was is None and field in {*_IN_ROUND, "sides", "pages"}:
        return None
    old = _value_of(before, was or Round(id=""), field)
    return None if old == _value_of(after, changed or Round(id=""), field) else old


def _value_of(audition: Audition, asked: Round, field: str) -> FieldValue | None:
    sides = asked.sides or Sides()
    if field in _IN_ROUND:
        value = getattr(asked, _IN_ROUND[field])
    elif field in {"sides", "pages"}:
        value = sides.path if field == "sides" else sides.pages
    elif field in {"fitting", "fitting_place"}:
        value = getattr(audition.booking or Booking(), field)
    elif field == "theatre":
        value = audition.place
    elif field in {"shoot_from", "shoot_to", "work_days", "passcode"}:
        value = audition.shoot_dates if field == "shoot_from" else ""
    else:
        value = getattr(audition, field)
    if isinstance(value, Span | Money):
        return value.words
    if isinstance(value, Moment | dt.date):
        return value
    return str(value) if value not in _UNSAID else None


def _moved(audition: Audition, reading: Reading, now: DateTime) -> Audition:
    """Return the audition at the stage that a mail of this kind brings it to."""
    try:
        if ending := ENDINGS.get(reading.kind):
            return moves.close(audition, ending, now)
        stage, kind = _STAGES[reading.kind], kind_meant(reading)
        brings_round = bool(kind and not kind.is_first and not alike(audition, kind))
        if reading.kind is Kind.CHANGE and brings_round:
            stage = Stage.CALLBACK  # word of one that was not known here
        if reading["kind_of_round"] in {kind.value for kind in _TESTS}:
            stage = Stage.TEST
        if stage is Stage.BOOKED and reading.is_offer:
            stage = Stage.OFFER  # it is theirs to answer yet
        opened = audition if audition.is_open else moves.reopen(audition, now)
        if reading.is_about_work or reading.about_round:
            return opened
        if not opened.rounds and opened.stage is Stage.CONSIDERING:
            return _begun(opened, reading, stage, now)
        if (reading.kind is Kind.CHANGE and not brings_round) or (
            stage.rank <= opened.stage.rank and stage is not Stage.CALLBACK
        ):
            return opened
        if kind and not kind.is_first and not _FURTHER.search(reading.text):
            asked = round_meant(opened, kind, now)
            if asked and not asked.kind.is_first:
                return at_stage(opened, stage, now)
        if opened.last_done is None and stage is Stage.CALLBACK:
            return _begun(opened, reading, stage, now)
        if opened.stage is Stage.REQUESTED and reads_are_over(opened, stage, now):
            return enter_stage(opened, stage, now)
        return moves.advance(opened, stage, now)
    except moves.IllegalMove:
        return audition


def _begun(audition: Audition, reading: Reading, stage: Stage, now: DateTime) -> Audition:
    """Return an audition of which no read is known at a stage, as if entered by hand.

    It goes straight to the callback only if the mail says so: there may have been a read.
    """
    is_straight = stage in {Stage.CALLBACK, Stage.TEST} and _STRAIGHT.search(reading.text)
    begun = replace(
        audition, straight_to_callback=audition.straight_to_callback or bool(is_straight)
    )
    return enter_stage(begun, stage, now)


def _with_facts(audition: Audition, reading: Reading) -> Audition:
    """Return the audition with the facts about the project, the role and the people."""
    texts = {
        name: value
        for name in (
            "project",
            "role",
            "office",
            "director",
            "rep",
            "platform",
            "usage",
            "product_category",
        )
        if (value := reading.text_of(name)) and (name != "project" or not audition.project)
        if name != "role" or not is_turned_round(reading, audition)
        if fold(value) != fold(getattr(audition, name))
    }
    found = replace(
        audition,
        **texts,
        medium=_word(Medium, reading.text_of("medium")) or audition.medium,
        size=_word(Size, reading.text_of("size")) or audition.size,
        union=_word(Union, reading.text_of("union")) or audition.union,
        source=_word(Source, reading.text_of("source")) or audition.source,
        rate=read_money(reading.text_of("rate")) or audition.rate,
        place=audition.place or reading.text_of("theatre"),
    )
    if reading.kind not in ENDINGS:
        found = with_work(found, reading)
    found = with_word_of_hold(found, reading)
    found = with_answer_by(with_fitting(found, reading), reading)
    decides = next((one for one in reading.said if one.field == "decision_by"), None)
    if decides and isinstance(decides.value, dt.date) and decides.value != found.decision_by:
        found = with_new_decision(
            found,
            Decision(
                on=decides.value,
                said=clean_line(decides.words),
                told_by=reading.text_of("rep") or reading.text_of("office"),
                told_on=today(reading.written),
            ),
        )
    return found


def _with_round(
    audition: Audition, reading: Reading, fresh: Round | None, now: DateTime
) -> Audition:
    """Return the audition with what was said of the pending round that is meant, or a new one.

    `fresh` is a round that the mail brought with it.
    """
    kind, meant = _word(RoundKind, reading.text_of("kind_of_round")), kind_meant(reading)
    asked = fresh
    if asked is None and is_of_any_round(reading):
        some = rounds_that_may_move(audition, reading, meant)
        if len(some) > 1:
            return audition
        asked = next(iter(some), None)
        kind = asked.kind if asked else kind  # a change names a round, it gives no other kind
    elif asked is None:
        asked = round_meant(audition, meant, now) if meant else audition.pending
    if asked is None:
        audition = add_round(audition, meant or RoundKind.AUDITION, now)
        asked = audition.rounds[-1]
    sides = asked.sides or Sides()
    sides = replace(
        sides,
        path=reading.text_of("sides") or sides.path,
        pages=reading.text_of("pages") or sides.pages,
    )
    code = reading.text_of("passcode")
    specs = [reading.text_of("specs") or asked.specs, f"Passcode {code}" if code else ""]
    told: Round = replace(
        asked,
        kind=kind or asked.kind,
        format=_word(Format, reading.text_of("format")) or asked.format,
        received_at=asked.received_at or Moment.of(reading.written),
        place=reading.text_of("place") or asked.place,
        url=reading.text_of("link") or asked.url,
        wore=reading.text_of("wore") or asked.wore,
        reader=reading.text_of("reader") or asked.reader,
        sides=sides if sides != Sides() else None,
        specs="\n".join(words for words in specs if words),
    )
    heard = replace(audition, heard_on=today(now))
    if reading.is_put_off and told.at and reading.off_day in {None, told.at.day}:
        told = replace(told, at=None)  # a new one is to come
    return with_round(heard, _with_times(told, reading))


def _with_times(read: Round, reading: Reading) -> Round:
    """Return the round with the times that were said, in their words, and who said them."""
    told_by = reading.text_of("rep") or reading.text_of("office")
    for said in reading.said:
        if said.field in {of.value for of in TimeOf} and isinstance(said.value, Moment):
            of = TimeOf(said.field)
            if said.value != getattr(read, of.value):
                on, words = today(reading.written), clean_line(said.words)
                read = with_new_time(read, of, said.value, said=words, told_by=told_by, told_on=on)
    return read


def _notes(notes: str, reading: Reading, *, is_secret: bool) -> str:
    """Return the notes with the text of the mail after them; under NDA, only its open times."""
    head = f"From a mail of {reading.written.to_date_string()}:"
    if is_secret:
        told = (*answer_to_offer(reading), *open_times(reading))
        lines = [line for line in told if line not in notes]
        kept = "\n".join([head, *lines]) if lines else ""
        return "\n\n".join(filter(None, (notes, kept)))
    ids = [
        f"{label} {value}"
        for label, value in ((UID, reading.uid), (MESSAGE_ID, reading.message_id))
        if value
    ]
    text = reading.text.encode()[:MOST_KEPT].decode(errors="ignore")
    kept = "\n".join([head, *ids, *answer_to_offer(reading), text])
    if text and text in notes:
        return notes
    return f"{notes}\n\n{kept}" if notes else kept


def _word(words: type[_E], value: str) -> _E | None:
    return words(value) if value in {word.value for word in words} else None

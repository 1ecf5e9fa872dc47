"""What was read from an invitation: its kind, the fields, the open questions and the gaps."""

import datetime as dt
import re
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.moment import Moment


class Kind(LabelledEnum):
    """What a mail is about."""

    REQUEST = "request"
    APPOINTMENT = "appointment"
    CALLBACK = "callback"
    AVAIL = "avail"
    HOLD = "hold"
    BOOKING = "booking"
    RELEASE = "release"
    PASS = "pass"  # noqa: S105 - a word of the trade
    CHANGE = "change"
    CANCEL = "cancel"
    OTHER = "other"


FIELDS: Final = (
    *(
        "project",
        "role",
        "theatre",
        "office",
        "medium",
        "size",
        "union",
        "rep",
        "source",
        "platform",
    ),
    *(
        "kind_of_round",
        "format",
        "at",
        "due_at",
        "confirm_by",
        "place",
        "link",
        "passcode",
        "sides",
        "pages",
        "wore",
        "reader",
        "director",
    ),
    *("specs", "rate", "usage", "product_category", "shoot_from", "shoot_to", "work_days"),
    *("fitting", "fitting_place", "decision_by"),
)
"""All fields of a reading, in the order in which they are shown."""

_TAPE: Final = ("project", "role", "office", "due_at", "sides", "specs", "shoot_from")
_READ: Final = ("project", "role", "office", "at", "place", "sides", "shoot_from")
_CLAIM: Final = ("project", "role", "office", "shoot_from", "decision_by")
_NEWS: Final = ("project", "role", "office")

_LONGEST: Final = 200
_WANTED: Final = {
    Kind.REQUEST: _TAPE,
    Kind.APPOINTMENT: _READ,
    Kind.CALLBACK: _READ,
    Kind.AVAIL: _CLAIM,
    Kind.HOLD: _CLAIM,
    Kind.BOOKING: (*_NEWS, "shoot_from", "rate"),
    Kind.OTHER: (),
}
"""What an actor would miss in a mail of each kind."""

NO_SIDES: Final = re.compile(
    r"\b(?:no|(?:aren't|isn't|not) any) (?:sides|script)\b(?! (?:yet|changes?))",
    re.IGNORECASE,
)
"""Says that there are none: "No sides, improv at the session"."""

_SPOKEN_OF: Final = {
    "sides": r"\bsides\b|\bscript\b",
    "office": r"\bcasting (?:is|by|office|director|associate)s?\b|\bCDs?\b",
    "role": r"\b(?:the|your) (?:role|part|character)\b",
    "place": r"\b(?:address|location|venue)\b|\b(?:st|street|ave|avenue|blvd|road|floor|fl|suite|studios?)\b",
    "rate": r"[$\u00a3\u20ac] ?\d|\b(?:rate|fee|scale)\b",
    "decision_by": r"\bdeci(?:de|sion)\b",
    "shoot_from": r"\b(?:shoots?|shooting|film(?:s|ing)|rehears\w+|opens|performances?|work dates)\b",
    "due_at": r"\b(?:due|deadline)\b",
    "at": r"\d ?[ap]\.?m\b",
}
"""Words by which a mail speaks of a field; then it is not denied, though it may not be read."""

FieldValue = str | Moment | dt.date


class Said(Value, frozen=True, kw_only=True):
    """The value of a field, and the words it was read from."""

    field: str
    value: FieldValue
    words: str

    @property
    def plain(self) -> str:
        """The value as text; a time in ISO 8601 with the offset of its zone."""
        return self.value if isinstance(self.value, str) else self.value.isoformat()


class Question(Value, frozen=True, kw_only=True):
    """A field whose value is not sure: what it may be, and the words that leave it open."""

    field: str
    choices: tuple[FieldValue, ...]
    words: str

    @property
    def plain(self) -> tuple[str, ...]:
        """The choices as text."""
        return tuple(Said(field="", value=choice, words="").plain for choice in self.choices)


Found = Said | Question
"""What was found for one field: a value, or a question about it."""


class Reading(Value, frozen=True, kw_only=True):
    """Everything that was read from an invitation; `text` is what an actor would see of it.

    A booking `is_offer` as long as nothing says that it was taken. `nda` are the words by which it is under NDA, empty if it is not; its text is not kept then.
    `unplaced` are its sentences with a deadline for which there is no field, `other_matter` are those
    about another job that ends or begins; nothing is done about it. `repeats` says when
    the event of a calendar takes place again; only its first time is read. It `is_on_home_clock` if
    all its letters were written in the actor's zone. It `is_put_off` if its
    time is taken back and a new one is to come; `off_day` is the old day, if that is said.
    `moved_days` are days of work that are on other days now. `about_round` is the id of the round
    that it is about, if the actor said so.
    """

    kind: Kind
    said: tuple[Said, ...] = ()
    questions: tuple[Question, ...] = ()
    nda: str = ""
    unplaced: tuple[str, ...] = ()
    other_matter: str = ""
    is_offer: bool = False
    repeats: str = ""
    is_on_home_clock: bool = False
    is_put_off: bool = False
    off_day: dt.date | None = None
    moved_days: tuple[dt.date, ...] = ()
    about_round: str = ""
    text: str = ""
    written: DateTime
    uid: str = ""
    message_id: str = ""

    @property
    def kind_word(self) -> str:
        """The word for its kind: an offer is not called a booking."""
        return "offer" if self.is_offer else self.kind.word

    def __getitem__(self, field: str) -> FieldValue | None:
        """Return the value of a field, None if it was not said for sure."""
        return next((said.value for said in self.said if said.field == field), None)

    def text_of(self, field: str) -> str:
        """Return the value of a field as text, empty if it was not said for sure."""
        return next((said.plain for said in self.said if said.field == field), "")

    @property
    def is_about_work(self) -> bool:
        """Whether it changes days of work or a fitting, and nothing of a read."""
        fields = {one.field for one in self.said} | {one.field for one in self.questions}
        of_read = fields & {"at", "due_at", "confirm_by", "kind_of_round"}
        of_work = fields & {"shoot_from", "fitting"}
        return self.kind is Kind.CHANGE and bool(of_work) and not of_read

    @property
    def not_said(self) -> tuple[str, ...]:
        """What an actor would miss in a mail of this kind."""
        return tuple(name for name in self._missing if not self._speaks_of(name))

    @property
    def unread(self) -> tuple[str, ...]:
        """What an actor would miss, and the mail speaks of, but could not be read from it."""
        return tuple(name for name in self._missing if self._speaks_of(name))

    @property
    def _missing(self) -> tuple[str, ...]:
        known = {said.field for said in self.said} | {asked.field for asked in self.questions}
        if NO_SIDES.search(self.text):
            known.add("sides")
        return tuple(name for name in _WANTED.get(self.kind, _NEWS) if name not in known)

    def _speaks_of(self, field: str) -> bool:
        words = _SPOKEN_OF.get(field, "")
        return bool(words) and re.search(words, self.text, re.IGNORECASE) is not None


def open_times(reading: Reading) -> tuple[str, ...]:
    """Return the times of which it is open what they mean, and those of no field, in their words."""
    asked = [
        f"{one.field.replace('_', ' ')}: {one.words}"
        for one in reading.questions
        if any(not isinstance(choice, str) for choice in one.choices)
    ]
    fitting = [f"fitting: {one.words}" for one in reading.said if one.field == "fitting"]
    return tuple(
        " ".join(words.split())[:_LONGEST]
        for words in (*asked, *fitting, *reading.unplaced, *filter(None, [reading.other_matter]))
    )


def with_answer(reading: Reading, question: Question, value: FieldValue) -> Reading:
    """Return the reading with a question answered by the actor.

    The answer for the first day of work is one for the last day, too, in the same words.
    """
    said = [Said(field=question.field, value=value, words=question.words)]
    rest = tuple(asked for asked in reading.questions if asked is not question)
    if found := twin_answer(reading, question, value):
        twin, last = found
        said.append(Said(field=twin.field, value=last, words=twin.words))
        rest = tuple(asked for asked in rest if asked is not twin)
    return still_open(replace(reading, said=(*reading.said, *said), questions=rest))


def twin_answer(
    reading: Reading, question: Question, value: FieldValue | None
) -> tuple[Question, FieldValue] | None:
    """Return the question that an answer settles, too, and the answer to it."""
    twin = next((asked for asked in reading.questions if are_twins(asked, question)), None)
    if twin is None or value not in question.choices:
        return None
    return twin, twin.choices[question.choices.index(value)]


def are_twins(one: Question, other: Question) -> bool:
    """Whether two questions ask for the first and the last day of the same dates."""
    fields = {one.field, other.field}
    return (
        fields == {"shoot_from", "shoot_to"}
        and one.words == other.words
        and len(one.choices) == len(other.choices)
    )


def still_open(reading: Reading) -> Reading:
    """Return the reading without what an answer settled: the role's name is not the project's."""
    left = (replace(one, choices=choices_left(one, reading)) for one in reading.questions)
    return replace(reading, questions=tuple(asked for asked in left if asked.choices))


def choices_left(question: Question, reading: Reading) -> tuple[FieldValue, ...]:
    """Return the choices of a question without the name that the other of role and project has."""
    other = {"role": "project", "project": "role"}.get(question.field, "")
    taken = reading.text_of(other) if other else ""
    return tuple(one for one in question.choices if one != taken or not taken)


def roles_left(reading: Reading, role: str) -> tuple[str, ...]:
    """Return the other roles that a mail names, once `role` was chosen among them.

    Of "Girl" and "Girl in White" only one is a role: they are two readings of the same words.
    """
    asked = next((one for one in reading.questions if one.field == "role"), None)
    if asked is None or role not in asked.plain:
        return ()
    return tuple(name for name in asked.plain if not is_part(name, role))


def is_part(one: str, other: str) -> bool:
    """Whether one of two names is the other or a part of it, in whole words: not "Dan" and "Dana"."""
    return any(
        re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole)
        for part, whole in ((one, other), (other, one))
    )


def reading_document(reading: Reading) -> dict[str, object]:
    """Return the reading as `paste --json` prints it, without its matches."""
    return {
        "kind": "offer" if reading.is_offer else reading.kind.value,
        "fields": [
            {"field": said.field, "value": said.plain, "words": said.words} for said in reading.said
        ],
        "unsure": [
            {"field": asked.field, "choices": asked.plain, "words": asked.words}
            for asked in reading.questions
        ],
        "not_said": reading.not_said,
        "unread": reading.unread,
        "nda": bool(reading.nda),
        "unplaced": reading.unplaced,
        "other_matter": reading.other_matter,
        "repeats": reading.repeats,
    }

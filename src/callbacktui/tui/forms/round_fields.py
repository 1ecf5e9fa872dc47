"""The form fields of a round. A new field needs only its entry here."""

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import Format, OffBook, RoundKind
from callbacktui.domain.piece import Piece
from callbacktui.domain.piece_uses import Seen
from callbacktui.domain.round import Round
from callbacktui.domain.text import fold
from callbacktui.tui.components.date_field_types import DateField, MomentField
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import (
    LONGEST,
    EnumField,
    ListField,
    MultilineField,
    NumberField,
)
from callbacktui.tui.forms.booking_fields import COMMAS, DAY, MOMENT, group

_PEOPLE: Final = ListField(people=True)
_THERE: Final = frozenset({Format.IN_PERSON})
_TAPED: Final = frozenset({Format.SELF_TAPE})
_CALLED: Final = frozenset({Format.VIRTUAL_LIVE, Format.PHONE})


class PiecesField(ListField, frozen=True, kw_only=True):
    """Titles of pieces; `titles` are those that are kept, folded, so that a comma stays in one.

    `seen` says of a folded title who saw it before.
    """

    titles: frozenset[str] = frozenset()
    seen: Mapping[str, str] = {}

    def read(self, text: str, now: DateTime, order: DateOrder) -> tuple[str, ...]:
        """Return each title once; what is between commas is one if it is kept as one."""
        left, found = super().read(text, now, order), list[str]()
        while left:
            lengths = (
                n for n in range(len(left), 1, -1) if fold(", ".join(left[:n])) in self.titles
            )
            count = next(lengths, 1)
            found.append(", ".join(left[:count]))
            left = left[count:]
        return tuple(found)

    def echo(self, value: object, now: DateTime) -> str:
        """Say which of them this team has seen before."""
        titles = value if isinstance(value, tuple) else ()
        return " ".join(self.seen[fold(title)] for title in titles if fold(title) in self.seen)

    def glance(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the echo of half-typed text."""
        return "" if len(text) > LONGEST else self.echo(self.read(text, now, order), now)


ROUND_FIELDS: Final = (
    *group(
        "The audition",
        Field(name="kind", label="What it is", kind=EnumField(words=RoundKind, may_be_empty=False)),
        Field(name="format", label="How", kind=EnumField(words=Format), turns=True),
        Field(name="at", label="When", kind=MomentField(), hint=MOMENT),
        Field(name="due_at", label="Due by", kind=MomentField(), hint="For a tape. " + MOMENT),
        Field(name="people", label="Who with", kind=_PEOPLE, hint=COMMAS, known="people"),
        Field(
            name="wore",
            label="What you wore",
            hint="The same look goes to the callback.",
            known="worn",
        ),
        Field(
            name="pieces",
            label="Pieces",
            kind=PiecesField(),
            hint="Songs, monologues, scenes. " + COMMAS,
            known="performed",
        ),
    ),
    *group(
        "Getting ready",
        Field(name="place", label="Place", near=_THERE, known="round_place"),
        Field(name="url", label="Link to join", near=_CALLED),
        Field(name="sides.path", label="Sides", hint="The file or link."),
        Field(name="sides.pages", label="Pages"),
        Field(name="sides.version_date", label="Version of", kind=DateField(past=True), hint=DAY),
        Field(name="specs", label="Specs", hint="Frame, file name, where to send it.", near=_TAPED),
        Field(name="slate", label="Slate", near=_TAPED),
        Field(name="reader", label="Reader", near=_TAPED, known="people"),
        Field(name="hair_makeup", label="Hair, makeup"),
        Field(name="wore_photo", label="Photo of it", hint="The file."),
        Field(name="off_book", label="Off book", kind=EnumField(words=OffBook)),
        Field(
            name="prep_minutes",
            label="Prep, minutes",
            kind=NumberField(most=100_000),
        ),
        Field(name="confirm_by", label="Confirm by", kind=MomentField(), hint=MOMENT),
        Field(name="received_at", label="Asked on", kind=MomentField(past=True), hint=MOMENT),
    ),
    *group(
        "In the room",
        Field(name="done_at", label="Done on", kind=MomentField(past=True), hint=MOMENT),
        Field(
            name="choices", label="Choices", kind=MultilineField(), hint="What you decided to play."
        ),
        Field(
            name="redirects",
            label="Redirects",
            kind=MultilineField(),
            hint="What they asked for then.",
        ),
        Field(name="takes", label="Takes", kind=NumberField(most=9_999)),
    ),
    *group(
        "The tape",
        Field(name="tape.link", label="Link", near=_TAPED),
        Field(name="tape.passcode", label="Passcode", near=_TAPED),
        Field(name="tape.path", label="File"),
        Field(name="tape.expires", label="Link ends on", kind=DateField()),
    ),
)
"""The fields of a round that actors write; reflections have their own screen."""


def round_fields(
    read: Round, now: DateTime, seen: Iterable[Seen] = (), pieces: Iterable[Piece] = ()
) -> tuple[Field, ...]:
    """Return the fields of a round; before its day, clothes are what to wear.

    `seen` is what its team has seen; such a piece is said as it is written down, until the round
    is over. `pieces` are those that are kept.
    """
    titles = frozenset(fold(piece.title) for piece in pieces)
    words = {} if read.is_done else {fold(one.title): one.words(now) for one in seen}

    def fitting(field: Field) -> Field:
        if field.name == "pieces":
            return replace(field, kind=PiecesField(titles=titles, seen=words))
        if field.name == "wore" and read.is_ahead(now):
            return replace(field, label="What to wear")
        return field

    return tuple(map(fitting, ROUND_FIELDS))

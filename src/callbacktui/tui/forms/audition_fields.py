"""The form fields of auditions, rounds, holds, feedback and follow-ups.

A new field needs only its entry here.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import (
    Cleared,
    FollowUpKind,
    Format,
    HoldAnswer,
    HoldKind,
    Medium,
    OffBook,
    Realistic,
    RoundKind,
    Size,
    Source,
    Union,
)
from callbacktui.domain.piece import Piece
from callbacktui.domain.piece_uses import Seen
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Certainty, Reason
from callbacktui.domain.text import fold
from callbacktui.tui.components.date_field_types import (
    DateField,
    MomentField,
    SpanField,
)
from callbacktui.tui.components.field import Field
from callbacktui.tui.components.field_types import (
    LONGEST,
    EnumField,
    LinesField,
    ListField,
    MoneyField,
    MultilineField,
    NumberField,
    TextField,
    YesNoField,
)
from callbacktui.tui.forms.booking_fields import (
    BOOKING_FIELDS,
    COMMAS,
    DAY,
    LINES,
    MOMENT,
    MONEY,
    SPAN,
    group,
)

_PEOPLE: Final = ListField(people=True)


class PiecesField(ListField, frozen=True, kw_only=True):
    """Titles of pieces; `titles` are those that are kept, folded, so that a comma stays in one.

    `seen` says of a folded title who saw it before.
    """

    titles: frozenset[str] = frozenset()
    seen: Mapping[str, str] = {}

    def read(self, text: str, now: DateTime, order: DateOrder) -> tuple[str, ...]:
        """Return each title once; what stands between commas is one if it is kept as one."""
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


_SCREEN: Final = frozenset({Medium.TV, Medium.COMMERCIAL, Medium.WEB})
_SOLD: Final = frozenset({Medium.COMMERCIAL, Medium.VOICE_OVER, Medium.PRINT})
_DIRECTED: Final = frozenset({Medium.FILM, Medium.THEATRE, Medium.SHORT, Medium.STUDENT})
_THERE: Final = frozenset({Format.IN_PERSON})
_TAPED: Final = frozenset({Format.SELF_TAPE})
_CALLED: Final = frozenset({Format.VIRTUAL_LIVE, Format.PHONE})


AUDITION_FIELDS: Final = (
    *group(
        "The part",
        Field(
            name="project",
            label="Project",
            kind=TextField(required="Name the project, so that you can find it again."),
            known="project",
        ),
        Field(name="role", label="Role", known="role"),
        Field(
            name="medium",
            label="Medium",
            kind=EnumField(words=Medium, may_be_empty=False),
            turns=True,
        ),
        Field(name="size", label="Size of role", kind=EnumField(words=Size)),
        Field(name="office", label="Casting office", known="office"),
        Field(name="source", label="Came by", kind=EnumField(words=Source)),
        Field(name="rep", label="Agent or rep", known="rep"),
        Field(name="union", label="Union", kind=EnumField(words=Union, may_be_empty=False)),
    ),
    *group(
        "The work",
        Field(name="network_brand", label="Network, brand", near=_SCREEN, known="network_brand"),
        Field(
            name="product_category",
            label="Product",
            hint="What is sold; two spots for the same thing conflict.",
            near=_SOLD,
        ),
        Field(
            name="usage",
            label="Usage",
            hint="Where and how long it may be shown.",
            near=_SOLD,
        ),
        Field(name="director", label="Director", near=_DIRECTED, known="people"),
        Field(
            name="subtype",
            label="What sort",
            hint="Sitcom, musical, spot, audiobook, or a word of your own.",
            known="subtype",
        ),
        Field(
            name="size_said",
            label="Size, your word",
            hint="Swing, cover, featured dancer: what the list of sizes lacks.",
            known="size_said",
        ),
        Field(
            name="producers",
            label="Producers",
            kind=ListField(people=True),
            hint=COMMAS,
            known="people",
        ),
        Field(name="shoot_dates", label="Dates of work", kind=SpanField(), hint=SPAN),
        Field(name="place", label="Place", hint="Where the work is."),
        Field(name="rate", label="Rate", kind=MoneyField(), hint=MONEY),
        Field(name="nda", label="Under an NDA", kind=YesNoField()),
        Field(
            name="type_tags",
            label="Your type",
            kind=ListField(),
            hint="What they look for in you: best friend, lawyer. " + COMMAS,
            known="type_tags",
        ),
        Field(name="breakdown", label="Breakdown", kind=MultilineField()),
    ),
    *group(
        "The way in",
        Field(name="submitted_on", label="Submitted on", kind=DateField(past=True), hint=DAY),
        Field(
            name="platform", label="Platform", hint="Where it was found or sent.", known="platform"
        ),
        Field(
            name="materials",
            label="Sent with it",
            hint="Headshot, reel, which of them.",
            known="sent",
        ),
        Field(name="people", label="People", kind=_PEOPLE, hint=COMMAS, known="people"),
        Field(
            name="straight_to_callback",
            label="Callback first",
            kind=YesNoField(),
            hint="Yes if it went straight to the callback.",
        ),
    ),
    *group(
        "What came of it",
        Field(
            name="heard_on",
            label="Last word on",
            kind=DateField(past=True),
            hint="The last day they said anything; the silence clock starts there. " + DAY,
        ),
        Field(
            name="decision_by",
            label="They decide by",
            kind=DateField(),
            hint="A date they named themselves; the silence clock waits for it.",
        ),
        Field(
            name="realistic",
            label="Was it likely",
            kind=EnumField(words=Realistic),
            hint="Your own honest guess.",
        ),
        Field(
            name="distance",
            label="In a year or two",
            hint="What will this one have been?",
            only="closed_on",
        ),
        Field(
            name="closed_on",
            label="Ended on",
            kind=DateField(past=True),
            hint=DAY,
            only="closed_on",
        ),
        Field(name="reason", label="Reason", kind=EnumField(words=Reason), only="closed_on"),
        Field(
            name="certainty",
            label="How you know",
            kind=EnumField(words=Certainty, may_be_empty=False),
            only="closed_on",
        ),
    ),
    *BOOKING_FIELDS,
    *group(
        "Notes and more",
        Field(
            name="tags",
            label="Tags",
            kind=ListField(),
            hint="Your own words. " + COMMAS,
            known="tags",
        ),
        Field(name="notes", label="Notes", kind=MultilineField()),
        Field(
            name="attachments",
            label="Attachments",
            kind=LinesField(),
            hint="Files or links. " + LINES,
        ),
    ),
)
"""The fields of an audition that actors write; stages and endings have commands."""

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
        Field(name="done_at", label="Given on", kind=MomentField(past=True), hint=MOMENT),
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


HOLD_FIELDS: Final = group(
    "The hold",
    Field(
        name="word_used",
        label="Their word",
        hint="Exactly as they said it: pinned, on avail, first refusal. Offices differ.",
    ),
    Field(name="kind", label="Which sort", kind=EnumField(words=HoldKind, may_be_empty=False)),
    Field(name="rank", label="Rank", hint="First, second, backup, if they said so."),
    Field(name="dates", label="Dates held", kind=SpanField(), hint=SPAN),
    Field(name="told_by", label="Told by", known="people"),
    Field(name="told_on", label="Told on", kind=DateField(past=True), hint=DAY),
    Field(name="answer_by", label="Answer by", kind=MomentField(), hint=MOMENT),
    Field(name="replied_on", label="Answered on", kind=DateField(past=True), hint=DAY),
    Field(name="answer", label="Your answer", kind=EnumField(words=HoldAnswer)),
    Field(
        name="cleared",
        label="How it ended",
        kind=EnumField(words=Cleared),
        hint="Leave it empty if it is live again.",
        only="cleared",
    ),
    Field(
        name="cleared_on",
        label="Ended on",
        kind=DateField(past=True),
        hint=DAY,
        only="cleared",
    ),
)
"""A claim on the actor's dates, in the words that were used."""

TIME_FIELDS: Final = group(
    "The new time",
    Field(name="at", label="New time", kind=MomentField(), hint=MOMENT),
    Field(name="told_by", label="Who said so", known="told_by"),
    Field(name="told_on", label="Told on", kind=DateField(past=True), hint=DAY),
    Field(name="said", label="Their words", hint="If the words matter."),
)
"""A change of time: the new one, and who said so."""

FEEDBACK_FIELDS: Final = group(
    "What they said",
    Field(
        name="text",
        label="Their words",
        kind=MultilineField(required="Write down what they said, as closely as you remember it."),
    ),
    Field(name="via", label="Said by", hint="Who said it, or passed it on.", known="people"),
    Field(name="on", label="Said on", kind=DateField(past=True), hint=DAY),
    Field(name="reason", label="Reason", kind=EnumField(words=Reason), hint="If they gave one."),
)
"""What somebody said about the audition."""

FOLLOW_UP_FIELDS: Final = group(
    "The follow-up",
    Field(name="kind", label="What it is", kind=EnumField(words=FollowUpKind, may_be_empty=False)),
    Field(name="via", label="Through", hint="Your agent, an email, a card.", known="rep"),
    Field(name="text", label="Your words", kind=MultilineField()),
    Field(name="due", label="To send by", kind=DateField(), hint=DAY),
    Field(name="sent_on", label="Sent on", kind=DateField(past=True), hint=DAY),
    Field(name="answered_on", label="Answered on", kind=DateField(past=True), hint=DAY),
)
"""A thank-you or a question: still wanted, sent, or answered."""

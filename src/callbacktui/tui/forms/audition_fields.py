"""The form fields of auditions, holds, feedback and follow-ups.

A new field needs only its entry here.
"""

from typing import Final

from pendulum import DateTime

from callbacktui.domain.dates.style import format_date
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.enums import (
    Cleared,
    FollowUpKind,
    HoldAnswer,
    HoldKind,
    Medium,
    Realistic,
    Size,
    Source,
    Union,
)
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.stage import Certainty, Reason
from callbacktui.tui.components.date_field_types import (
    DateField,
    MomentField,
    SpanField,
)
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import (
    EnumField,
    LinesField,
    ListField,
    MoneyField,
    MultilineField,
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
_SCREEN: Final = frozenset({Medium.TV, Medium.COMMERCIAL, Medium.WEB})
_SOLD: Final = frozenset({Medium.COMMERCIAL, Medium.VOICE_OVER, Medium.PRINT})
_DIRECTED: Final = frozenset({Medium.FILM, Medium.THEATRE, Medium.SHORT, Medium.STUDENT})

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
            kind=_PEOPLE,
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
            label="Last word",
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

_TOLD_FIELDS: Final = group(
    "The new time",
    Field(name="told_by", label="Who said so", known="told_by"),
    Field(name="told_on", label="Told on", kind=DateField(past=True), hint=DAY),
    Field(name="said", label="Their words", hint="If the words matter."),
)


def time_fields(was: Moment, now: DateTime) -> tuple[Field, ...]:
    """Return the fields for a change of the time `was`; an hour alone keeps day and zone."""
    place = [f"in {was.zone}"] if was.zone != zone_of(now) else []
    if was.day >= today(now):
        place.append(f"on {format_date(was.day, weekday=True)}")
    own = f" An hour alone is {' and '.join(place)}, as now." if place else ""
    new = Field(
        name="at", label="New time", kind=MomentField().in_place_of(was), hint=f"{MOMENT}{own}"
    )
    return (*group("The new time", new), *_TOLD_FIELDS)


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

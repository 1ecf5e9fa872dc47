"""The form fields of a job that is booked: its terms, and the use of what was made."""

from typing import Final

from msgspec.structs import replace

from callbacktui.domain.enums import FirmBy
from callbacktui.tui.components.date_field_types import (
    CyclesField,
    DateField,
    MomentField,
    SpanField,
    SpansField,
)
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import (
    EnumField,
    ListField,
    MoneyField,
    NumberField,
    YesNoField,
)

MOMENT: Final = "Such as thu 6pm, in 2 weeks, 26 Nov 14:30, or thu 3pm New York."
DAY: Final = "Such as today, last tue, or 26 Nov."
SPAN: Final = "Such as 14-18 Dec, 16 and 18 Dec, 30 Nov tentative, or any words."
MONEY: Final = "As it was said: scale, $250, 250 a day…"
COMMAS: Final = "Commas between them."
LINES: Final = "One on each line."


def group(name: str, *fields: Field) -> tuple[Field, ...]:
    """Return the fields as those of a group."""
    return tuple(replace(field, group=name) for field in fields)


BOOKING_FIELDS: Final = (
    *group(
        "The job",
        Field(name="booking.firm_by", label="Firm by", kind=EnumField(words=FirmBy), only="is_job"),
        Field(
            name="booking.fitting",
            label="Fitting",
            kind=MomentField(),
            hint=MOMENT,
            only="is_job",
        ),
        Field(
            name="booking.fitting_place",
            label="Fitting at",
            hint="Where it is; a shop, a studio, an address.",
            only="is_job",
        ),
        Field(
            name="booking.work_dates",
            label="Work dates",
            kind=SpanField(),
            hint=SPAN,
            only="is_job",
        ),
        Field(
            name="booking.more_dates",
            label="More days",
            kind=SpansField(),
            hint="Pickups, reshoots, looping; such as 20 Jan. " + LINES,
            only="is_job",
        ),
        Field(name="booking.fee", label="Fee", kind=MoneyField(), hint=MONEY, only="is_job"),
        Field(
            name="booking.commission_percent",
            label="Commission, %",
            kind=NumberField(most=100, whole=False),
            only="is_job",
        ),
        Field(name="booking.usage", label="Usage agreed", only="is_job"),
        Field(
            name="booking.cycle_start",
            label="Cycle starts",
            kind=DateField(),
            hint="The first day of use. " + DAY,
            only="is_job",
        ),
        Field(
            name="booking.exclusive",
            label="Exclusive days",
            kind=SpanField(),
            hint="While no other spot of the product category may be seen. " + SPAN,
            only="is_job",
        ),
        Field(
            name="booking.payment_expected",
            label="Payment due",
            kind=MoneyField(),
            hint="Payments are kept with the money now, where they are summed up; empty this then.",
            only="has_old_payments",
        ),
        Field(
            name="booking.payment_paid",
            label="Payment made",
            kind=MoneyField(),
            only="has_old_payments",
        ),
        Field(name="booking.residuals", label="Residuals", only="is_job"),
        Field(
            name="booking.wrapped_on", label="Wrapped on", kind=DateField(past=True), only="is_job"
        ),
        Field(
            name="booking.footage_received", label="Footage here", kind=YesNoField(), only="is_job"
        ),
    ),
    *group(
        "The use",
        Field(
            name="booking.contract",
            label="Contract",
            hint="Its name, as the contract has it.",
            only="is_job",
        ),
        Field(
            name="booking.contract_on",
            label="Contract of",
            kind=DateField(past=True),
            only="is_job",
        ),
        Field(
            name="booking.session_on",
            label="Session on",
            kind=DateField(),
            hint="The first day of the session. " + DAY,
            only="is_job",
        ),
        Field(
            name="booking.use_kinds",
            label="Kinds of use",
            kind=ListField(),
            hint="Broadcast, cable, web, social, a foreign country. " + COMMAS,
            only="is_job",
        ),
        Field(
            name="booking.is_exclusive",
            label="Exclusive",
            kind=YesNoField(),
            hint="Yes if no other spot of the product category may run; without days of its own, "
            "from the session to the end of the use.",
            only="is_job",
        ),
        Field(
            name="booking.cycles",
            label="Cycles",
            kind=CyclesField(),
            hint="Such as 1 Jan-31 Mar, paid 3 Jan. " + LINES,
            only="is_job",
        ),
        Field(
            name="booking.use_ends_on",
            label="Use ends on",
            kind=DateField(),
            hint="From the pay stub; it is never worked out here. " + DAY,
            only="is_job",
        ),
        Field(
            name="booking.no_end_stated", label="No end stated", kind=YesNoField(), only="is_job"
        ),
        Field(
            name="booking.wrote_on",
            label="Wrote on",
            kind=DateField(past=True),
            hint="That it is not to be renewed: 120 to 60 days before the end. " + DAY,
            only="is_job",
        ),
    ),
)
"""The fields of a booking; they show once a job is booked."""

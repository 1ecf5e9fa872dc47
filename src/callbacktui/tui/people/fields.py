"""The form fields of a contact."""

from typing import Final

from callbacktui.domain.contact import Answers, ContactKind
from callbacktui.tui.components.date_field_types import DateField
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import (
    EnumField,
    ListField,
    MultilineField,
    TextField,
)

_WHO: Final = "Who they are"
_MORE: Final = "What you know of them"

CONTACT_FIELDS: Final = (
    Field(
        name="name",
        label="Name",
        kind=TextField(required="Write their name."),
        group=_WHO,
        hint="A new name reaches every audition that has the old one; that stays an alias.",
    ),
    Field(name="kind", label="What", kind=EnumField(words=ContactKind, may_be_empty=False),
          group=_WHO),
    Field(name="aliases", label="Also called", kind=ListField(), group=_WHO,
          hint="Other spellings, separated by commas; auditions with them are theirs, too."),
    Field(name="office", label="Office", group=_WHO, known="office"),
    Field(name="city", label="City", group=_WHO),
    Field(name="answers", label="Answers", kind=EnumField(words=Answers, may_be_empty=False),
          group=_WHO, hint="As you found it."),
    Field(name="notes", label="Notes", kind=MultilineField(), group=_MORE),
    Field(name="kind_words", label="Kind words", group=_MORE,
          hint="Something kind they said or wrote; it shows among the fans."),
    Field(name="last_touch", label="Last touch", kind=DateField(past=True), group=_MORE,
          hint="When you last met or wrote, beside the auditions."),
    Field(name="email", label="Mail", group=_MORE),
    Field(name="phone", label="Phone", group=_MORE),
)  # fmt: skip
"""In the order of the form."""

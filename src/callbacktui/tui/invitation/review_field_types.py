"""How the answer to a field of an invitation is typed, and how it is read from a draft."""

import datetime as dt
from typing import Final

import msgspec

from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.moment import Moment
from callbacktui.exchange.invitation.field_formatting import ENUMS
from callbacktui.exchange.invitation.reading_result import FieldValue
from callbacktui.tui.components.date_field_types import DateField, MomentField
from callbacktui.tui.components.field_types import EnumField, FieldType, TextField

HOURS: Final = ("at", "due_at", "confirm_by", "fitting")
"""The fields with an hour."""


def field_type(field: str) -> FieldType:
    """Return the form field in which the actor corrects a field of an invitation."""
    if field in ENUMS:
        return EnumField(words=ENUMS[field])
    if field in HOURS:
        return MomentField()
    return DateField() if field in {"shoot_from", "shoot_to", "decision_by"} else TextField()


def plain_value(value: object) -> FieldValue | None:
    """Return a typed value as a reading holds it: the stored form of a word, `None` for nothing."""
    if isinstance(value, LabelledEnum):
        return value.value
    if isinstance(value, Moment | dt.date):
        return value
    return str(value) if value else None


def answer_from_draft(field: str, raw: object) -> FieldValue | None:
    """Return an answer from its form in a draft.

    Raises:
        msgspec.ValidationError: if it is no value of this field.
    """
    if raw is None:
        return None
    match field_type(field):
        case MomentField():
            return msgspec.convert(raw, Moment)
        case DateField():
            return msgspec.convert(raw, dt.date)
    return msgspec.convert(raw, str)

"""The names and values of an invitation's fields in words, as the shell and the screen say them."""

from typing import Final

from pendulum import DateTime

from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.dates.formatting import format_day, format_moment
from callbacktui.domain.enums import Format, Medium, RoundKind, Size, Source, Union
from callbacktui.domain.moment import Moment, today
from callbacktui.exchange.invitation.reading_result import FieldValue

ENUMS: Final[dict[str, type[LabelledEnum]]] = {
    "medium": Medium,
    "size": Size,
    "union": Union,
    "source": Source,
    "kind_of_round": RoundKind,
    "format": Format,
}
"""The fields that take one word of a list."""

_LABELS: Final = {
    "office": "casting",
    "at": "when",
    "due_at": "due",
    "confirm_by": "confirm by",
    "place": "where",
    "format": "how",
    "wore": "what to wear",
    "reader": "reading with",
    "shoot_from": "work from",
    "shoot_to": "work to",
    "work_days": "days of work",
    "fitting_place": "fitting at",
    "decision_by": "they decide by",
    "kind_of_round": "round",
    "product_category": "product",
}


def field_label(field: str) -> str:
    """Return the name of a field as an actor says it: "due", "work from"."""
    return _LABELS.get(field, field)


def format_field(field: str, value: FieldValue, now: DateTime) -> str:
    """Return the value of a field in words."""
    if isinstance(value, Moment):
        return format_moment(value, now)
    if not isinstance(value, str):
        return format_day(value, today(now))
    words = ENUMS.get(field)
    return words(value).word if words and value in {word.value for word in words} else value

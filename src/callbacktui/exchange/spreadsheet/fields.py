"""The fields of a sheet: what a column can hold."""

from typing import Final

from callbacktui.domain.base_classes import LabelledEnum


class Field(LabelledEnum):
    """The fields that a column can be mapped to."""

    DATE = "date"
    PROJECT = "project"
    ROLE = "role"
    MEDIUM = "medium"
    OFFICE = "office"
    FORMAT = "format"
    SOURCE = "source"
    UNION = "union"
    WORE = "wore"
    RESULT = "result"
    NOTES = "notes"
    CALLBACKS = "callbacks"
    SIZE = "size"
    NETWORK_BRAND = "network_brand"
    DIRECTOR = "director"
    PEOPLE = "people"
    REP = "rep"
    PLACE = "place"
    RATE = "rate"
    TAGS = "tags"
    TIME = "time"
    DUE = "due_at"
    SUBMITTED = "submitted_on"
    RECEIVED = "received_at"
    SENT = "done_at"
    CALLBACK_ON = "callback_on"
    CALLBACK_TIME = "callback_time"
    BOOKED_ON = "booked_on"
    HEARD_ON = "heard_on"
    KIND = "kind"
    PLATFORM = "platform"
    USAGE = "usage"
    SHOOT_DATES = "shoot_dates"
    BREAKDOWN = "breakdown"
    FEEDBACK = "feedback"
    PRODUCT_CATEGORY = "product_category"
    SUBTYPE = "subtype"
    SONG = "song"
    MONOLOGUE = "monologue"
    PIECES = "pieces"

    @property
    def word(self) -> str:
        return _WORDS.get(self) or super().word


_WORDS: Final = {
    Field.MEDIUM: "medium",
    Field.SUBTYPE: "sort of work",
    Field.DUE: "due",
    Field.SUBMITTED: "submitted on",
    Field.RECEIVED: "asked for on",
    Field.SENT: "given or sent on",
    Field.CALLBACK_ON: "callback on",
    Field.CALLBACK_TIME: "callback time",
    Field.BOOKED_ON: "booked on",
    Field.HEARD_ON: "heard on",
    Field.KIND: "kind of round",
}

PERFORMED: Final = (Field.SONG, Field.MONOLOGUE, Field.PIECES)
"""The fields whose cells name what was performed; the first two say the kind, too."""

DATES: Final = frozenset({
    Field.DATE, Field.DUE, Field.SUBMITTED, Field.RECEIVED, Field.SENT, Field.CALLBACK_ON,
    Field.BOOKED_ON, Field.HEARD_ON,
})  # fmt: skip
"""The fields whose cells are days."""

SHARED: Final = frozenset({
    Field.NOTES, Field.RESULT, Field.CALLBACK_ON, Field.CALLBACK_TIME,
})  # fmt: skip
"""The fields that several columns may have: "Callback?" and "Booked?" both tell the result."""

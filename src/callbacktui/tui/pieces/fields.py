"""The form fields of a piece."""

from typing import Final

from callbacktui.domain.piece import PieceKind, PieceUse
from callbacktui.tui.components.date_field_types import DateField
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import EnumField, MultilineField, TextField

UNKEPT: Final = "unkept"
"""The name of the suggestions with titles that auditions name and that are not kept yet."""

_WHAT, _MORE = "What it is", "More"
_DAY: Final = "Such as today, last tue, or 17 Nov."
_PERFORMED: Final = frozenset(kind for kind in PieceKind if kind.use is PieceUse.PERFORMED)

PIECE_FIELDS: Final = (
    Field(
        name="title",
        label="Title or name",
        kind=TextField(required="Write the title, or a name that you know it by."),
        group=_WHAT,
        hint="Auditions that have exactly this title count as its uses.",
        known=UNKEPT,
    ),
    Field(
        name="kind",
        label="Kind",
        kind=EnumField(words=PieceKind, may_be_empty=False),
        group=_WHAT,
        turns=True,
    ),
    Field(
        name="style", label="Style", group=_WHAT, hint="What it is like, or what it shows of you."
    ),
    Field(
        name="since",
        label="In use from",
        kind=DateField(past=True),
        group=_WHAT,
        hint=_DAY,
    ),
    Field(
        name="source",
        label="From",
        group=_MORE,
        hint="The show, play or film.",
        near=_PERFORMED,
    ),
    Field(name="writer", label="By", group=_MORE, hint="Who wrote it.", near=_PERFORMED),
    Field(
        name="length",
        label="Length",
        group=_MORE,
        hint="Such as 90 seconds, or 16 bars.",
        near=_PERFORMED | {PieceKind.REEL, PieceKind.VOICE_DEMO},
    ),
    Field(name="key", label="Key", group=_MORE, hint="B flat.", near=frozenset({PieceKind.SONG})),
    Field(
        name="file",
        label="File or link",
        group=_MORE,
        hint="Where it is: the picture, the reel, the sheet music.",
        near=frozenset(PieceKind) - _PERFORMED,
    ),
    Field(name="retired_on", label="Retired on", kind=DateField(past=True), group=_MORE, hint=_DAY),
    Field(name="notes", label="Notes", kind=MultilineField(), group=_MORE),
)
"""In the order of the form; those that the kind needs come first."""

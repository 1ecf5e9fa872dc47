"""Reads the marked words of a quick line: `#theater` and `#period`, `!tape` and `!callback`."""

from collections.abc import Sequence
from typing import Any, Final

from msgspec.structs import replace

from callbacktui.domain.stage import Stage
from callbacktui.domain.text import fold
from callbacktui.exchange.quick_line.line_state import UNREAD, Claim
from callbacktui.exchange.spreadsheet.words_to_values import format_of, medium_of

_STAGES: Final = {
    "considering": Stage.CONSIDERING,
    "submitted": Stage.SUBMITTED,
    "sub": Stage.SUBMITTED,
    "requested": Stage.REQUESTED,
    "callback": Stage.CALLBACK,
    "recall": Stage.CALLBACK,
    "cb": Stage.CALLBACK,
}


def read_marks(claims: Sequence[Claim]) -> tuple[list[Claim], dict[str, Any], list[str]]:
    """Return the claims with their marks read, the fields these decide, and what is wrong.

    The first medium, format and stage count; any other word after `#` is a tag.
    """
    values: dict[str, Any] = {}
    problems: list[str] = []
    read: list[Claim] = []
    for claim in claims:
        field, value = _meaning(claim)
        if field == UNREAD:
            reason = "not known here. Try !tape, !live, !room, !phone, !submitted or !callback"
            read.append(replace(claim, field=UNREAD, reason=reason))
        elif claim.field not in {"#", "!"}:
            read.append(claim)
        elif values.setdefault(field, value) == value and field != "tags":
            read.append(replace(claim, field=field, value=value))
        elif claim.field == "#":
            read.append(replace(claim, field="tags"))
        else:
            two = "ways of reading" if field == "format" else "stages"
            problems.append(f"Two {two}: {values[field].word} and {value.word}.")
            read.append(replace(claim, field=UNREAD, reason=f"two {two}"))
    tags = dict.fromkeys(claim.value for claim in read if claim.field == "tags")
    return read, values | {"tags": tuple(tags)}, problems


def _meaning(claim: Claim) -> tuple[str, Any]:
    if claim.field == "#":
        medium = medium_of(claim.value)
        return ("medium", medium) if medium else ("tags", claim.value)
    if claim.field != "!":
        return "", None
    if known := format_of(claim.value):
        return "format", known
    stage = _STAGES.get(fold(claim.value))
    return ("stage", stage) if stage else (UNREAD, None)

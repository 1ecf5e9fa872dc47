"""What a read line says, held against what it should say: every field right, and nothing else."""

import datetime as dt
import re
import unicodedata
from typing import Any, Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import Moment
from callbacktui.domain.round import Round

FIELDS: Final = (
    "project", "role", "office", "medium", "size", "source", "rep", "platform", "union", "stage",
)  # fmt: skip
_NOTHING: Final = {"kind": "audition", "medium": "other", "union": "unknown"}


def fields_of(audition: Audition) -> dict[str, Any]:
    """Return the fields that a line can fill, without those that say nothing."""
    first = audition.rounds[0] if audition.rounds else Round(id="")
    said = {name: getattr(audition, name) for name in FIELDS}
    said |= {name: getattr(first, name) for name in ("kind", "format", "at", "due_at", "place")}
    return {name: value for name, value in said.items() if value and value != _NOTHING.get(name)}


def faults(expected: dict[str, Any], audition: Audition, unread: tuple[str, ...]) -> list[str]:
    """Return what is missing, wrong or not to be there; empty if the line is read right."""
    said, wanted, may = fields_of(audition), expected["expect"], expected.get("may", {})
    found = [
        f"{name}: {said.get(name)!r} is not {right!r}"
        for name, right in wanted.items()
        if name != "tags" and not _is_one(right, said.get(name))
    ]
    found += [
        f"{name}: {value!r} was not said"
        for name, value in said.items()
        if name not in wanted and name != "stage" and not _is_one(may.get(name, []), value)
    ]
    if set(wanted.get("tags", ())) - set(audition.tags):
        found.append(f"tags: {audition.tags!r}")
    words = expected.get("unread")
    together = _plain("".join(unread))
    if words is not None and (
        bool(words) < bool(unread) or any(_plain(w) not in together for w in words)
    ):
        found.append(f"unread: {unread!r} is not {words!r}")
    return found


def _is_one(right: Any, value: Any) -> bool:
    return any(_same(one, value) for one in (right if isinstance(right, list) else [right]))


def _same(right: str, value: Any) -> bool:
    if isinstance(value, Moment):
        if value.time is None:
            return right == value.day.isoformat()
        return len(right) > 10 and dt.datetime.fromisoformat(right) == value.instant
    return value is not None and _plain(right) == _plain(str(value))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s\"'\u2018-\u201f]", "", folded).strip(".,;:()[]<>-")

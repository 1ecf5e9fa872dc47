"""Maps the columns of a spreadsheet to fields: "How" is the format, "Via" the source."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from callbacktui.domain.text import clean_line, fold
from callbacktui.domain.value import LabelledEnum


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


class MappingError(ValueError):
    """A `COLUMN=FIELD` names an unknown column or field."""


_ALIASES: Final = {
    Field.DATE: ("date", "audition date", "day", "when", "aud date", "date of audition"),
    Field.PROJECT: ("project", "title", "show", "production", "project title", "job"),
    Field.ROLE: ("role", "character", "part", "role name"),
    Field.MEDIUM: ("type", "medium", "project type", "category", "kind"),
    Field.OFFICE: ("casting", "casting office", "office", "cd", "casting director", "cast by"),
    Field.FORMAT: ("how", "format", "in person or tape", "audition type", "self tape"),
    Field.SOURCE: ("via", "source", "submitted by", "submitted via", "through", "from", "platform"),
    Field.UNION: ("union", "contract", "union status"),
    Field.WORE: ("wore", "outfit", "wardrobe", "what i wore", "look"),
    Field.RESULT: ("result", "outcome", "status", "callback", "response", "results"),
    Field.NOTES: ("notes", "notes thoughts", "thoughts", "comments", "comment", "remarks"),
    Field.CALLBACKS: ("callback dates", "dates of callbacks", "later rounds"),
    Field.SIZE: ("size", "role size", "role type", "billing"),
    Field.NETWORK_BRAND: ("network", "brand", "client", "network brand", "studio"),
    Field.DIRECTOR: ("director",),
    Field.PEOPLE: ("people", "who was there", "in the room", "read with", "reader"),
    Field.REP: ("rep", "agent", "agency", "manager"),
    Field.PLACE: ("place", "location", "where", "address"),
    Field.RATE: ("rate", "pay", "fee"),
    Field.TAGS: ("tags", "tag"),
}
_CLOSE_ENOUGH: Final = 86
_NONE: Final = frozenset({"", "-", "none"})


def column_labels(header: Iterable[str]) -> tuple[str, ...]:
    """Return a unique name for each column: its heading, numbered if two are the same."""
    given: list[str] = []
    for place, heading in enumerate(header):
        name = clean_line(heading)[:60] or f"column {_column_letters(place)}"
        label, number = name, 2
        while label in given:
            label, number = f"{name} ({number})", number + 1
        given.append(label)
    return tuple(given)


def propose_mapping(header: Iterable[str]) -> dict[str, Field | None]:
    """Guess the field of each column, each field once; None for columns without a field."""
    columns = column_labels(header)
    mapping: dict[str, Field | None] = dict.fromkeys(columns)
    for column in columns:
        found = _match_exactly(column)
        if found and found not in mapping.values():
            mapping[column] = found
    for column in columns:
        if mapping[column] is None and _match_exactly(column) is None:
            mapping[column] = _match_closely(column, set(mapping.values()))
    return mapping


def with_overrides(
    mapping: Mapping[str, Field | None], overrides: Iterable[str]
) -> dict[str, Field | None]:
    """Return the mapping with each `COLUMN=FIELD` applied; `COLUMN=none` unmaps a column.

    A field that is mapped to one column is taken from any other.

    Raises:
        MappingError: if there is no such column or field.
    """
    changed = dict(mapping)
    for override in overrides:
        name, _, said = override.rpartition("=")
        column = next((c for c in changed if fold(c) == fold(clean_line(name))), None)
        if column is None:
            raise MappingError(f"There is no column {name!r}. Columns: {', '.join(changed)}.")
        key = fold(said.strip())
        field = next((f for f in Field if f.value == key), None)
        if field is None and key not in _NONE:
            raise MappingError(f"There is no field {said!r}. Fields: {', '.join(Field)}.")
        if field is not Field.NOTES:
            changed = {c: None if f is field else f for c, f in changed.items()}
        changed[column] = field
    return changed


def _match_exactly(column: str) -> Field | None:
    key = _key(column)
    return next((field for field, names in _ALIASES.items() if key in names), None)


def _match_closely(column: str, taken: set[Field | None]) -> Field | None:
    key = _key(column)
    if len(key) < 3:
        return None
    from rapidfuzz import fuzz, process

    names = {name: f for f, aliases in _ALIASES.items() if f not in taken for name in aliases}
    found = process.extractOne(key, list(names), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    return names[found[0]] if found else None


def _key(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(text)).split())


def _column_letters(place: int) -> str:
    """Return the letters of a spreadsheet's column, counted from 0: A, B, … Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

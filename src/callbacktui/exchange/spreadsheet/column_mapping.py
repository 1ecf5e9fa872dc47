"""Maps the columns of a sheet to fields, by their headings and by what is below them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from callbacktui.domain.base_classes import Value
from callbacktui.domain.enums import Format, HoldKind, Source
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.text import clean_line, fold
from callbacktui.exchange.spreadsheet.cell_words import kind_in, says_nothing
from callbacktui.exchange.spreadsheet.column_content import ColumnContent
from callbacktui.exchange.spreadsheet.columns_by_content import (
    find_days,
    find_project,
    find_result,
)
from callbacktui.exchange.spreadsheet.date_words import month_of_line
from callbacktui.exchange.spreadsheet.fields import DATES, PERFORMED, SHARED, Field
from callbacktui.exchange.spreadsheet.heading_topics import Topic, topic_of
from callbacktui.exchange.spreadsheet.headings import SURE, heading_key, meanings
from callbacktui.exchange.spreadsheet.hours import zone_in
from callbacktui.exchange.spreadsheet.result_text import ENDS
from callbacktui.exchange.spreadsheet.result_words import Sign
from callbacktui.exchange.spreadsheet.types import Headings


class MappingError(ValueError):
    """A `COLUMN=FIELD` names an unknown column or field."""


class Column(Value, frozen=True, kw_only=True):
    """A column: its field, and what a yes in it means if it is a question.

    `zone` is that of the times below a heading such as "Due (PST)".
    """

    label: str
    field: Field | None = None
    topic: Topic | None = None

    @property
    def zone(self) -> str:
        """The time zone that the heading names in brackets, or nothing."""
        found = _BRACKETS.search(self.label)
        return zone_in(fold(found[1])) if found else ""


_NONE: Final = frozenset({"", "-", "none", "notes only"})
_MOST: Final = 0.5
_DOUBTFUL: Final = 90
_NEARLY_ALL: Final = 0.7
_SOME: Final = 0.2
_BY_WORDS: Final = 40
_QUESTION_OF_DAYS: Final = 70
_LISTED: Final = re.compile(r"\b(?:short|long) ?list(?:ed)?\b")
"""Headings of days on which nothing was read, but a list was made."""
_LAST_DAY: Final = re.compile(r" by$|\b(?:due|deadline|closes|closing|cut ?off)\b")
"""Words of a heading with the days by which something must be in: "Upload by", "request_due"."""
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_TAPE: Final = re.compile(r"tape|record|upload|deliver|video")
_OF_NO_FIELD: Final = re.compile(
    r"\bpre ?screen|\bvideo round\b|\b(application|app) (status|result)\b"
    r"|^who (taped|filmed|recorded|helped|drove)\b"
)
"""Headings of a stage before the audition, which is no result, and of who helped with a tape."""

_ASKING: Final = frozenset({Field.RESULT, Field.FORMAT, Field.SOURCE})
"""Fields of which a heading may ask."""

_NAMING: Final = frozenset({Field.MEDIUM, Field.SIZE, Field.FORMAT, Field.KIND, Field.SOURCE})
"""Fields whose headings ("Type", "Category", "Source") are used for one another."""

_HOUSE: Final = re.compile(r"\b(?:theat(?:re|er)|orchestra|opera|ensemble|troupe|teatro)\b")
"""Headings of houses that one auditions for, and not by way of."""
_DAY_OF: Final[dict[Topic, Field]] = {
    Stage.CALLBACK: Field.CALLBACK_ON,
    Stage.BOOKED: Field.BOOKED_ON,
    Stage.OFFER: Field.BOOKED_ON,
    Stage.SUBMITTED: Field.SUBMITTED,
    Sign.GIVEN: Field.DATE,
    Sign.AHEAD: Field.RECEIVED,
}
_TEXTS: Final = frozenset({
    Field.PROJECT, Field.ROLE, Field.OFFICE, Field.DIRECTOR, Field.PEOPLE, Field.REP,
    Field.NETWORK_BRAND, Field.WORE, Field.PLATFORM,
})  # fmt: skip


def column_labels(header: Iterable[str]) -> tuple[str, ...]:
    """Return a unique name for each column: its heading, numbered if two are the same."""
    given: list[str] = []
    taken: set[str] = set()
    for place, heading in enumerate(header):
        name = clean_line(heading)[:60] or f"column {_column_letters(place)}"
        label, number = name, 2
        while label in taken:
            label, number = f"{name} ({number})", number + 1
        given.append(label)
        taken.add(label)
    return tuple(given)


def propose_columns(
    labels: Sequence[str], rows: Sequence[Sequence[str]] = (), own: Headings | None = None
) -> tuple[Column, ...]:
    """Guess the field of each column from its label and the cells of `rows` below it.

    `own` are the actor's own headings, which come before all others.
    """
    mine = own or {}
    fits: list[dict[Field, int]] = []
    contents: dict[int, ColumnContent] = {}
    topics: list[Topic | None] = []
    has_months = any(_is_month_line(cells) for cells in rows)
    for place, label in enumerate(labels):
        if (said := mine.get(fold(label))) is not None:
            fits.append({said: SURE + 1})
            topics.append(topic_of(label))
            continue
        content = ColumnContent(cells[place] for cells in rows if place < len(cells))
        contents[place] = content
        topic = topic_of(label)
        found = dict(meanings(label))
        if has_months and Field.DATE in found and content.days_alone >= _MOST:
            fits.append({Field.DATE: found[Field.DATE]})
        elif not found and _OF_NO_FIELD.search(heading_key(label)):
            fits.append({})
        elif content.dates >= _MOST and (days := _days_named(label, found)):
            fits.append({days: _QUESTION_OF_DAYS})
        else:
            fits.append(_with_project(_fit(found, content, topic), label))
        topics.append(topic)
    fields = _assign(fits)
    for place, content in contents.items():  # "What: TV co-star" beside a title
        if fields[place] is None and fits[place] and content.filled:
            fields[place] = next((f for f in _fit_unknown(content) if f not in fields), None)
    _give_hours_to_callbacks(fields, fits, rows)
    if Field.SENT in fields and not {Field.DATE, Field.DUE, Field.SUBMITTED}.intersection(fields):
        place = fields.index(Field.SENT)
        if not _TAPE.search(heading_key(labels[place])):
            fields[place] = (
                Field.SUBMITTED
            )  # nothing is read here, so what was sent is a submission
    if Field.PROJECT not in fields:
        find_project(fields, rows)
    if Field.PROJECT not in fields and {Field.ROLE, Field.OFFICE} <= set(fields):
        fields[fields.index(Field.ROLE)] = Field.PROJECT  # a job is called by its role
    if Field.PROJECT not in fields and Field.OFFICE in fields:
        place = fields.index(Field.OFFICE)
        if _HOUSE.search(heading_key(labels[place])):
            fields[place] = Field.PROJECT  # generals are for the house itself
    if Field.RESULT not in fields:
        find_result(labels, fields, rows)
    if not DATES.intersection(fields):
        find_days(labels, fields, rows)
    if Field.DUE in fields:  # of tapes, "Submitted?" asks if the tape went in
        topics = [Sign.GIVEN if topic is Stage.SUBMITTED else topic for topic in topics]
    return tuple(
        Column(label=label, field=field, topic=topic if field in _ASKING else None)
        for label, field, topic in zip(labels, fields, topics, strict=True)
    )


def with_overrides(
    columns: Sequence[Column], said: Mapping[str, Field | None]
) -> tuple[Column, ...]:
    """Return the columns with the fields that the actor said, by label.

    A field that is given to one column is taken from any other, unless several may have it.
    """
    given = {field for field in said.values() if field and field not in SHARED}
    changed = []
    for column in columns:
        field = column.field
        if column.label in said:
            field = said[column.label]
        elif field in given:
            field = None
        changed.append(Column(label=column.label, field=field, topic=topic_of(column.label)))
    return tuple(changed)


def parse_override(override: str, labels: Iterable[str]) -> tuple[str, Field | None]:
    """Read `COLUMN=FIELD`; `COLUMN=none` sends a column to the notes.

    Raises:
        MappingError: if there is no such column or field.
    """
    name, _, said = override.rpartition("=")
    known = list(labels)
    column = next((c for c in known if fold(c) == fold(clean_line(name))), None)
    if column is None:
        raise MappingError(f"There is no column {name!r}. Columns: {', '.join(known)}.")
    return column, parse_field(said)


def parse_field(said: str) -> Field | None:
    """Read the name of a field; "none" means that there is none.

    Raises:
        MappingError: if there is no such field.
    """
    key = fold(said.strip()).replace(" ", "_")
    field = next((f for f in Field if f.value == key), None)
    if field is None and key not in _NONE:
        raise MappingError(f"There is no field {said!r}. Fields: {', '.join(Field)}.")
    return field


def _is_month_line(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and month_of_line(filled[0]) is not None


def _fit(found: dict[Field, int], content: ColumnContent, topic: Topic | None) -> dict[Field, int]:
    """Weigh the fields of a heading by what is below it."""
    if not content.filled:
        return found
    if content.is_count:
        found = {field: weight for field, weight in found.items() if field is not Field.KIND}
    if Field.MEDIUM in found and content.employment >= _NEARLY_ALL:
        return {}
    best = max(found.values(), default=0)
    if {Field.UNION, Field.RESULT} <= found.keys():  # "Contract?"
        other = Field.RESULT if content.unions >= _SOME else Field.UNION
        found = {field: found[field] for field in found if field is not other}
    is_told = Field.RESULT in found and content.results + content.answers >= _MOST
    if Field.RESULT in found and not is_told and content.ticks < _MOST and found.keys() & _NAMING:
        found = {field: found[field] for field in found if field is not Field.RESULT}
    if {Field.PROJECT, Field.NETWORK_BRAND} <= found.keys() and content.is_constant:
        return {}  # "Client" is the actor in the list of a manager
    if Field.REP in found and content.known[Field.SOURCE] >= _NEARLY_ALL:  # "Agent/Showcast"
        return {Field.SOURCE: best}
    if found.keys() & PERFORMED and content.results >= _NEARLY_ALL:  # "Kept or cut"
        return {Field.RESULT: best}
    is_how = content.known[Field.FORMAT] >= _MOST  # "Room or tape"
    if Field.PLACE in found and content.rooms >= _MOST and not is_how:  # "Studio: Opal 4"
        return {Field.PLACE: best}
    if {Field.RESULT, Field.FEEDBACK} <= found.keys():  # "What they said"
        other = Field.FEEDBACK if is_told else Field.RESULT
        found = {field: best for field in found if field is not other}
    if content.dates >= _MOST and not is_told:
        return _fit_days(found, topic, best)
    if not best and content.ticks >= _MOST and topic is not None:
        return {Field.FORMAT if isinstance(topic, Format) else Field.RESULT: _BY_WORDS}
    if not best:
        return _fit_unknown(content)
    if content.ticks >= _MOST:
        return _fit_ticks(found, topic, best)
    fits = {field: weight for field, weight in found.items() if field not in DATES}
    if Field.KIND in found and content.hours >= _MOST:  # "Call: 5:42 AM"
        return {Field.TIME: best}
    if found.keys() & (DATES | {Field.TIME, Field.CALLBACK_TIME}):
        if content.hours >= _MOST:
            return {Field.CALLBACK_TIME if Field.CALLBACK_TIME in found else Field.TIME: best}
        fits.pop(Field.TIME, None)
    if content.numbers > 0.8:
        fits = {
            field: weight
            for field, weight in fits.items()
            if field not in _TEXTS | {Field.RESULT} or weight > _DOUBTFUL
        }
    return _fit_words(found, fits, content, best)


def _days_named(label: str, found: dict[Field, int]) -> Field | None:
    """Return the field of days below "Upload by", or below a kind of round: "1st call", "Final"."""
    key = heading_key(label)
    if _LISTED.search(key):
        return Field.HEARD_ON
    if found.keys() & (DATES | {Field.RESULT}):
        return None
    if _LAST_DAY.search(key):
        return Field.DUE
    kind = kind_in(key)
    if kind is None:
        return Field.DATE if key == "casting" else None
    return Field.DATE if kind.is_first else Field.CALLBACK_ON


def _with_project(fit: dict[Field, int], label: str) -> dict[Field, int]:
    """Leave a column that is called the project one, should nothing else be: "1984" is a title."""
    if meanings(label).get(Field.PROJECT, 0) > _DOUBTFUL and Field.PROJECT not in fit:
        return {**fit, Field.PROJECT: 1}
    return fit


def _fit_unknown(content: ColumnContent) -> dict[Field, int]:
    """Read a heading that says nothing by the words below it, if nearly all of them are of a kind."""
    shares = {**content.known, Field.RESULT: content.results}
    field = max(shares, key=lambda one: shares[one])
    sure = shares[field] >= _NEARLY_ALL and content.ticks < _MOST and content.numbers < _MOST
    return {field: _BY_WORDS} if sure and content.kinds > 1 else {}


def _fit_days(found: dict[Field, int], topic: Topic | None, best: int) -> dict[Field, int]:
    days = {field: weight for field, weight in found.items() if field in DATES}
    if Field.CALLBACK_TIME in found:
        return {Field.CALLBACK_ON: best}
    is_end = isinstance(topic, Disposition) and topic in {*ENDS, Disposition.PASSED_TOLD}
    is_told = Field.RESULT in found or not found
    if not days and ((is_told and isinstance(topic, HoldKind)) or is_end):
        return {Field.RESULT: best or _QUESTION_OF_DAYS}  # on that day it came so far
    if not days and Field.RESULT in found:
        days = {_DAY_OF.get(topic, Field.HEARD_ON) if topic else Field.HEARD_ON: best}
    elif not days and Field.TIME in found:  # "Slot: Wed 11/11 3:40p"
        days = {Field.DATE: best}
    elif not days and topic in _DAY_OF and not found:
        days = {_DAY_OF[topic]: _QUESTION_OF_DAYS}
    elif not days and Field.FORMAT in found and topic:
        days = {Field.DATE: 60}
    free = {Field.NOTES, Field.SHOOT_DATES, Field.CALLBACKS, Field.USAGE}
    return days | {field: weight for field, weight in found.items() if field in free}


def _fit_ticks(found: dict[Field, int], topic: Topic | None, best: int) -> dict[Field, int]:
    """A box or a question tells the result or the format, if its heading says of what."""
    if isinstance(topic, Format | Source):
        return {Field.FORMAT if isinstance(topic, Format) else Field.SOURCE: best}
    if topic is not None and found.keys() & ({Field.RESULT} | DATES | _TEXTS):
        return {Field.RESULT: best}
    kept = {Field.RESULT, Field.NOTES, Field.UNION}
    return {field: weight for field, weight in found.items() if field in kept}


def _fit_words(
    found: dict[Field, int], fits: dict[Field, int], content: ColumnContent, best: int
) -> dict[Field, int]:
    """Let the words below a heading such as "Type" or "Source" decide among what it may name."""
    names = found.keys() & (_NAMING | {Field.DATE, Field.RECEIVED})
    if not names:
        return fits
    shares = {field: share for field, share in content.known.items() if share >= _MOST}
    if Field.ROLE in fits and Field.SIZE in fits:  # "Role (size)"
        is_size = Field.SIZE in shares and content.pairs < _MOST
        return {Field.SIZE if is_size else Field.ROLE: best}
    if Field.PLATFORM in shares and Field.SOURCE in names and shares[Field.PLATFORM] > 0.7:
        return {Field.PLATFORM: best}
    own = max((content.known.get(field, 0) for field in fits if field in _NAMING), default=0)
    if own >= _NEARLY_ALL:  # "Room or tape" is no place
        fits = {field: weight for field, weight in fits.items() if field in _NAMING}
    other = max(shares, key=lambda field: shares[field], default=None)
    if other is not None and other not in fits and shares[other] > own + 0.2:
        if other is Field.PLATFORM:
            other = Field.SOURCE
        return {other: best}
    if own < _SOME and other is None and content.ways >= _NEARLY_ALL:  # "Art: Vorsprechen, Tape"
        return {Field.FORMAT: best}
    if Field.DATE in found and not fits and content.filled and content.money < _MOST:
        return {Field.PROJECT: 40}
    return fits


def _assign(fits: list[dict[Field, int]]) -> list[Field | None]:
    """Give each field to the column it fits best, the project first."""
    fields: list[Field | None] = [None] * len(fits)
    taken: set[Field] = set()
    wanted = sorted(
        (
            (weight, -place, field)
            for place, fit in enumerate(fits)
            for field, weight in fit.items()
        ),
        key=lambda one: (one[2] is Field.PROJECT, one[0], one[1]),
        reverse=True,
    )
    for _weight, place, field in wanted:
        if fields[-place] is None and (field not in taken or field in SHARED):
            fields[-place] = field
            taken.add(field)
    return fields


def _give_hours_to_callbacks(
    fields: list[Field | None], fits: list[dict[Field, int]], rows: Sequence[Sequence[str]]
) -> None:
    """Take a column of hours right behind the days of callbacks as their hours.

    If an hour is there without a callback in any row, the hours are those of the reads.
    """
    for place in range(1, len(fields)):
        if fields[place - 1] is not Field.CALLBACK_ON or fields[place] not in {None, Field.TIME}:
            continue
        filled = [cells for cells in rows if place < len(cells) and not says_nothing(cells[place])]
        if Field.TIME in fits[place] and filled and all(cells[place - 1] for cells in filled):
            fields[place] = Field.CALLBACK_TIME


def _column_letters(place: int) -> str:
    """Return the letters of a spreadsheet's column, counted from 0: A, B, … Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

"""Describe a change field by field, with the values before and after in words."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, TypeGuard

import msgspec
import pendulum
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.change import Change
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.dates.style import format_time
from callbacktui.domain.holds_and_bookings import Cycle, Decision, Hold
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money import Money
from callbacktui.domain.pay_stub_lines import FeeLine
from callbacktui.domain.reflection import NONE_GIVEN, NONE_GIVEN_WORDS
from callbacktui.domain.round import Round, When
from callbacktui.domain.stage import Disposition, Stage

WHOLE: Final = (Moment, Span, Money, When, Decision, Cycle, FeeLine)
"""Values that are described as one."""

_NOT_DESCRIBED: Final = {"id", "events", "came_from", "added_at", "made_at", "locked_before_result"}


class FieldChange(NamedTuple):
    """One changed field, with the values before and after in words.

    `within` names the round or hold it belongs to, empty for the audition itself. `field` is its
    name, with dots if it is nested; empty if a whole round or hold was added or removed.
    """

    within: str
    field: str
    before: str
    after: str


def field_changes(change: Change, now: DateTime) -> tuple[FieldChange, ...]:
    """Return every field that a change changed; nothing for a removal."""
    if change.after is None:
        return ()
    return tuple(_field_changes(change.before, change.after, now, "", ""))


_LABELS: Final = {
    "at": "when",
    "due_at": "due",
    "done_at": "done on",
    "received_at": "asked on",
    "heard_on": "last word on",
    "added_at": "added on",
    "closed_on": "ended on",
    "decision_by": "they decide by",
    "came_from": "led here by",
    "told_by": "said by",
    "told_on": "said on",
    "told_times": "who said so",
    "told_decisions": "who named the day",
}
"""Labels of fields whose names say too little."""


def label_of(field: str) -> str:
    """Return a field's name in words: "last word on", "work dates"; `field` may have dots."""
    return " ".join(_LABELS.get(name, name.replace("_", " ")) for name in field.split("."))


def format_value(value: object, now: DateTime) -> str:
    """Return the value of a field in words; empty for `None`."""
    match value:
        case None:
            return ""
        case Moment():
            return _format_moment(value, now)
        case Span() | Money() | Cycle() | FeeLine():
            return value.words
        case When():
            return f"{value.of.word} {_format_moment(value.at, now)}{_told(value)}"
        case Decision():
            return f"{format_day(value.on, today(now))}{_told(value)}"
        case Disposition():
            return value.sentence
        case LabelledEnum():
            return value.word
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:g}"
        case dt.date():
            return format_day(value, today(now))
        case tuple():
            return ", ".join(format_value(one, now) for one in value)
        case Value():
            held = (
                getattr(value, f.name)
                for f in _described_fields(value)
                if not _is_default(value, f)
            )
            return ", ".join(format_value(one, now) for one in held)
    return NONE_GIVEN_WORDS if value == NONE_GIVEN else str(value)


def _told(value: When | Decision) -> str:
    """Return who said it, and in what words."""
    quoted = f", “{value.said}”" if value.said else ""
    return f"{f', said by {value.told_by}' if value.told_by else ''}{quoted}"


def format_stamp(stamp: str, now: DateTime) -> str:
    """Format an ISO 8601 time as a day and an hour in the zone of `now`.

    A time without an offset is assumed to be in that zone; text that is not a time is returned
    as it is.
    """
    zone = now.timezone or pendulum.UTC
    try:
        when = pendulum.instance(dt.datetime.fromisoformat(stamp), tz=zone)
    except ValueError:
        return stamp
    return _format_moment(Moment.of(when.in_timezone(zone)), now)


def _field_changes(
    before: Value | None, after: Value, now: DateTime, within: str, path: str
) -> Iterator[FieldChange]:
    for field in _described_fields(after):
        was, made = _value_of(before, field), getattr(after, field.name)
        if was == made or _is_same_time(was, made):
            continue
        if field.name in {"told_times", "told_decisions"}:
            earlier = was if isinstance(was, tuple) else ()
            sourced = tuple(when for when in made if when not in earlier and when.told_by)
            if sourced:
                yield FieldChange(within, f"{path}{field.name}", "", format_value(sourced, now))
        elif _has_ids(was) and _has_ids(made):
            yield from _items(was, made, now)
        elif isinstance(made, Value) and not isinstance(made, WHOLE):
            old = was if isinstance(was, Value) else None
            yield from _field_changes(old, made, now, within, f"{path}{field.name}.")
        else:
            name = f"{path}{field.name}"
            old_words = _of(before, was, now) if before else ""
            yield FieldChange(within, name, old_words, _of(after, made, now))


def _of(record: Value | None, value: object, now: DateTime) -> str:
    """Return the value of a field of a record in words; a stage as that audition reached it."""
    if isinstance(record, Audition) and isinstance(value, Stage):
        return record.word_of(value)
    return format_value(value, now)


def _items(was: tuple[Any, ...], made: tuple[Any, ...], now: DateTime) -> Iterator[FieldChange]:
    """Yield the changes of rounds or holds, one item after the other."""
    earlier, later = ({item.id: item for item in items} for items in (was, made))
    for id_, item in {**earlier, **later}.items():
        old, new = earlier.get(id_), later.get(id_)
        if old is None or new is None:
            yield FieldChange(_name_of(item), "", "", "added" if old is None else "taken away")
        if new is not None:
            yield from _field_changes(old, new, now, _name_of(item), "")


def _name_of(item: object) -> str:
    match item:
        case Round():
            return item.kind.word
        case Hold():
            return item.word_used or item.kind.word
    return ""


def _described_fields(value: Value) -> list[msgspec.structs.FieldInfo]:
    return [field for field in msgspec.structs.fields(value) if field.name not in _NOT_DESCRIBED]


def _value_of(value: Value | None, field: msgspec.structs.FieldInfo) -> object:
    if value is not None:
        return getattr(value, field.name)
    return None if field.default is msgspec.NODEFAULT else field.default


def _is_default(value: Value, field: msgspec.structs.FieldInfo) -> bool:
    return bool(getattr(value, field.name) == field.default)


def _has_ids(items: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(items, tuple) and all(hasattr(item, "id") for item in items)


def _is_same_time(was: object, made: object) -> bool:
    """True for moments that differ in nothing but `fold`, at an hour that no clock repeats."""
    if not isinstance(was, Moment) or not isinstance(made, Moment):
        return False
    return replace(was, fold=made.fold) == made and was.instant == made.instant


def _format_moment(moment: Moment, now: DateTime) -> str:
    """Format day and hour, short; with the zone only if it is not that of `now`."""
    hour = f", {format_time(moment.time)}" if moment.time else ""
    zone = "" if moment.zone == now.timezone_name else f" ({moment.zone})"
    return f"{format_day(moment.day, today(now))}{hour}{zone}"

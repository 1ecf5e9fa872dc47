"""Revert one change in a value that was edited again since."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.moment import Moment
from callbacktui.domain.money import Money
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.stage import Stage

_WHOLE: Final = (Moment, Money, Reflection, Span)
_END: Final = frozenset({"stage", "disposition", "reason", "certainty", "closed_on"})


class Reverted(NamedTuple):
    """A value without the change; `is_whole` is true if all of the change was reverted."""

    value: Any
    is_whole: bool


def revert_change(before: object, after: object, now: object) -> Reverted:
    """Revert the change from `before` to `after` in the value as it is `now`.

    Parts that are still as the change left them go back; parts edited since stay. Values are
    compared field by field, tuples with ids item by item, other tuples as lists of words. Moments,
    money, spans and reflections are never split.
    """
    if before == after:
        return Reverted(now, is_whole=True)
    if now in (after, before):
        return Reverted(before, is_whole=True)
    if isinstance(before, tuple) and isinstance(after, tuple) and isinstance(now, tuple):
        has_ids = all(map(_has_ids, (before, after, now)))
        return (_by_id if has_ids else _one_by_one)(before, after, now)
    if isinstance(before, Value) and isinstance(after, Value) and isinstance(now, Value):
        return _by_field(before, after, now)
    return Reverted(now, is_whole=False)


def fields_left(before: Value, after: Value, now: Value) -> tuple[str, ...]:
    """Return the fields in which the change cannot be fully reverted."""
    return tuple(name for name, field in _fields(before, after, now).items() if not field.is_whole)


def _by_field(before: Value, after: Value, now: Value) -> Reverted:
    if not type(before) is type(after) is type(now) or isinstance(now, _WHOLE):
        return Reverted(now, is_whole=False)
    fields = _fields(before, after, now)
    value = replace(now, **{name: field.value for name, field in fields.items()})
    return Reverted(value, all(field.is_whole for field in fields.values()))


def _fields(before: Value, after: Value, now: Value) -> dict[str, Reverted]:
    fields = {
        name: revert_change(getattr(before, name), getattr(after, name), getattr(now, name))
        for name in now.__struct_fields__
        if getattr(before, name) != getattr(after, name)
    }
    # Stage and ending belong together: reverting only some of them would be a contradiction.
    end = fields.keys() & _END
    if not all(fields[name].is_whole for name in end):
        fields |= {name: Reverted(getattr(now, name), is_whole=False) for name in end}
    elif "stage" in fields and _is_there_anyway(before, after, now):
        stays = fields.keys() & (_END | {"heard_on"})
        fields |= {name: Reverted(getattr(now, name), is_whole=False) for name in stays}
    return fields


def _is_there_anyway(before: Any, after: Any, now: Any) -> bool:  # noqa: ANN401 - auditions
    """Return whether an audition came to its stage by something else, too: a second callback."""
    later = _surplus(now.events, (*before.events, *_surplus(after.events, before.events)))
    known = {read.id for read in (*before.rounds, *after.rounds)}
    kinds = [read.kind for read in now.rounds if read.id not in known and not read.kind.is_first]
    stages = [Stage.TEST if kind.is_test else Stage.CALLBACK for kind in kinds]
    return after.stage in [*stages, *(event.after for event in later if event.what == "stage")]


def _by_id(before: Sequence[Any], after: Sequence[Any], now: Sequence[Any]) -> Reverted:
    was, made, left = ({item.id: item for item in items} for items in (before, after, now))
    found = {
        id_: revert_change(was.get(id_), made.get(id_), left.get(id_)) for id_ in {**left, **was}
    }
    value = {id_: one.value for id_, one in found.items() if one.value is not None}
    order = _order([*left], [*was], value)
    return Reverted(tuple(value[id_] for id_ in order), all(one.is_whole for one in found.values()))


def _one_by_one(before: Sequence[Any], after: Sequence[Any], now: Sequence[Any]) -> Reverted:
    added, gone = _surplus(after, before), _surplus(before, after)
    if added and gone and any(item not in now for item in added if isinstance(item, Value)):
        return Reverted(tuple(now), is_whole=False)  # values without ids, edited again since
    left = list(now)
    for item in added:
        if item in left:
            left.remove(item)
    back = [item for item in gone if item not in left]
    return Reverted(tuple(_order(left, before, [*left, *back])), is_whole=True)


def _has_ids(items: Sequence[Any]) -> bool:
    ids = {getattr(item, "id", None) for item in items}
    return None not in ids and len(ids) == len(items)


def _order(now: Sequence[Any], before: Sequence[Any], wanted: Iterable[Any]) -> list[Any]:
    """Return `wanted` in the order of `now`; restored items follow their old predecessor."""
    wanted = list(wanted)
    order = [item for item in now if item in wanted]
    for place, item in enumerate(before):
        if item in order or item not in wanted:
            continue
        ahead = next((other for other in reversed(before[:place]) if other in order), None)
        order.insert(0 if ahead is None else order.index(ahead) + 1, item)
    return order


def _surplus(items: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """Return the items that `others` lacks, counting duplicates."""
    rest: list[Any] = list(others)
    surplus = []
    for item in items:
        if item in rest:
            rest.remove(item)
        else:
            surplus.append(item)
    return surplus

"""One audition in full, in lines of text: every field that holds something, in words."""

import re
import textwrap
from collections.abc import Iterator
from typing import Final

import msgspec
from pendulum import DateTime

from callbacktui.domain.dossier import Dossier
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.name_list import list_words
from callbacktui.domain.outcome import Event
from callbacktui.domain.retold import say_value
from callbacktui.domain.said import say_day, say_here, say_moment
from callbacktui.domain.standing import headline
from callbacktui.domain.value import Value

_LABEL_WIDTH: Final = 18
_LINE_WIDTH: Final = 96
_SAID_ABOVE: Final = {"id", "role", "project", "stage", "disposition", "came_from", "events"}


def portrait(whole: Dossier) -> list[str]:
    """The audition, its standing, its office's past, and then field by field."""
    audition, now = whole.audition, whole.now
    stands = headline(audition, whole.standing, now)
    state = audition.stage.word
    if not audition.is_open:
        state = f"{state}; {audition.disposition.sentence}"
    lines = [
        audition.name,
        *_field("stage", state),
        *_field("stands", f"{whole.standing.group.word}: {stands}"),
        *_field("office so far", whole.office_line),
    ]
    if whole.came_from:
        lines += _field("led here by", whole.came_from.name)
    lines += _fields(audition, now, _SAID_ABOVE)
    if audition.events:
        lines += ["history", *(_happened(event, now) for event in audition.events)]
    return [*lines, *_field("id", audition.id)]


def _fields(value: Value, now: DateTime, skip: set[str], margin: str = "") -> Iterator[str]:
    """What stands in a value, plain fields first, then the values within it."""
    inner: list[tuple[str, Value]] = []
    for field in msgspec.structs.fields(value):
        held = getattr(value, field.name)
        if field.name in skip or held == field.default:
            continue
        many = held if isinstance(held, tuple) else (held,)
        nested = [one for one in many if isinstance(one, Value) and not isinstance(one, Moment)]
        label = field.encode_name.replace("_", " ")
        if nested:
            inner += zip(_titles(label, held), nested, strict=True)
        else:
            yield from _field(label, list_words([_say(one, now) for one in many]), margin)
    for label, one in inner:
        yield f"{margin}{label}"
        yield from _fields(one, now, {"id"}, f"{margin}  ")


def _titles(label: str, held: object) -> list[str]:
    """What stands over each value: "hold", or "round 1" and "round 2"."""
    if not isinstance(held, tuple):
        return [label]
    one = label.removesuffix("s")
    return [one] if len(held) == 1 else [f"{one} {number}" for number in range(1, len(held) + 1)]


def _field(label: str, said: str, margin: str = "") -> list[str]:
    """A label and its words, wrapped with a hanging indent; nothing where nothing is said."""
    if not said:
        return []
    head = f"{margin}  {label}".ljust(_LABEL_WIDTH) + " "
    rows: list[str] = []
    width = _LINE_WIDTH - len(head)
    for paragraph in said.split("\n"):
        rows += textwrap.wrap(_broken(paragraph, width), width) or [""]
    return [f"{head}{rows[0]}", *(f"{' ' * len(head)}{row}" for row in rows[1:])]


def _broken(paragraph: str, width: int) -> str:
    """Break words of a line and more beforehand: `textwrap` copies all the rest for each line."""
    return re.sub(rf"(\S{{{width}}})(?=\S)", r"\1 ", paragraph)


def _happened(event: Event, now: DateTime) -> str:
    """One line of the history: the day, and what changed to what."""
    day = say_day(event.at.day, today(now))
    steps = " → ".join(step.replace("_", " ") for step in (event.before, event.outcome) if step)
    what = "" if event.what == "stage" else f"{event.what} "
    return f"  {day:<{_LABEL_WIDTH - 2}} {what}{steps}".rstrip()


def _say(value: object, now: DateTime) -> str:
    """In full where it is a moment: here it stands alone, and may be pasted back."""
    if not isinstance(value, Moment):
        return say_value(value, now)
    here = say_here(value, now)
    return f"{say_moment(value, now)}{f' ({here})' if here else ''}"

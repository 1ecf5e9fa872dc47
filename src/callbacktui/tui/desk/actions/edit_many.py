"""The command that edits one field of all marked auditions, in one step."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.change_description import format_value
from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.text import capitalized, clean_line
from callbacktui.domain.time_changes import keep_told_decisions
from callbacktui.store.base.errors import ChangedMeanwhile
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.field_definition import Field, value_of, with_changes
from callbacktui.tui.components.field_types import (
    EnumField,
    LinesField,
    ListField,
    MultilineField,
    YesNoField,
)
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.desk.actions.batch import change_all
from callbacktui.tui.desk.actions.tag_actions import replace_tags
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS
from callbacktui.tui.forms.suggestions import words_of
from callbacktui.tui.shell.desk_protocol import CommandContext

FIELDS: Final = tuple(
    field
    for field in AUDITION_FIELDS
    if not field.only and not isinstance(field.kind, MultilineField | LinesField)
)
"""The fields that several auditions can be given at once: those of one line."""

_MOST_NAMED: Final = 3
_CELLS: Final = 38
"""This much of what they have is beside a field in the list."""


async def choose_field(
    desk: CommandContext, picked: Sequence[Audition], one: Audition | None
) -> Field | bool | None:
    """Ask which field of `picked` to edit; true for every field of `one` only, `None` for none."""
    choices: list[Choice[Field | bool]] = [
        Choice(field, field.label, cut_text(held_words(picked, field, desk), _CELLS, desk.glyphs))
        for field in FIELDS
    ]
    if one:
        choices.insert(0, Choice(True, "Only one of them", cut_text(one.name, _CELLS, desk.glyphs)))
    return await desk.ask(ChoiceDialog(f"Edit which field of {len(picked)} auditions?", choices))


async def edit_field(desk: CommandContext, picked: Sequence[Audition], field: Field) -> None:
    """Ask for the new value of a field, and give it to all in one step."""
    match field.kind:
        case EnumField() | YesNoField():
            text = await _choose(desk, picked, field)
        case _:
            text = await _write(desk, picked, field)
    if text is None:
        return
    value = field.kind.read(text, desk.now(), desk.session.config.numeric_order)
    if await change_all(desk, picked, _setting(picked, field, value), _what(desk, field, value)):
        return
    await asyncio.to_thread(desk.session.drafts.drop, _draft_key(picked, field))


def held_words(picked: Sequence[Audition], field: Field, desk: CommandContext) -> str:
    """Return what the auditions have in a field, most often first: "Mara Lind 28, nothing 2"."""
    counts = Counter(format_value(value_of(a, field.name), desk.now()) for a in picked)
    words = [
        f"{clean_line(value) or 'nothing'} {count}"
        for value, count in counts.most_common(_MOST_NAMED)
    ]
    return ", ".join([*words, "…"] if len(counts) > _MOST_NAMED else words)


async def _choose(desk: CommandContext, picked: Sequence[Audition], field: Field) -> str | None:
    kind = field.kind
    if not isinstance(kind, EnumField | YesNoField):
        return None
    now, order = desk.now(), desk.session.config.numeric_order
    options = list(kind.options)
    if isinstance(kind, EnumField) and kind.may_be_empty:
        options.append(("nothing", ""))
    choices = [
        Choice(text, capitalized(word), _preview(picked, field, kind.read(text, now, order)))
        for word, text in options
    ]
    return await desk.ask(ChoiceDialog(_title(picked, field), choices))


async def _write(desk: CommandContext, picked: Sequence[Audition], field: Field) -> str | None:
    now, order, kind = desk.now(), desk.session.config.numeric_order, field.kind
    wrong = partial(kind.problem, now=now, order=order)

    def preview(line: str) -> str:
        return "" if wrong(line) else _preview(picked, field, kind.read(line, now, order))

    known = await words_of(desk.session)
    return await desk.ask(
        LineDialog(
            _title(picked, field),
            kind.to_text(_shared(picked, field), now),
            drafts=desk.session.drafts,
            clock=desk.session.clock,
            draft_key=_draft_key(picked, field),
            hint=f"Now: {held_words(picked, field, desk)}. {example_dates(field.hint)}".strip(),
            known=known.get(field.known, ()),
            validate=wrong,
            of_words=isinstance(kind, ListField),
            preview=preview,
            written_out=partial(kind.written_out, now=now, order=order),
        )
    )


def _setting(
    picked: Sequence[Audition], field: Field, value: object
) -> Callable[[Audition], Audition]:
    """Return the edit that gives a field its value; of a list, what is not shared stays.

    It refuses an audition that was given another value in the meantime, which nobody has seen.
    """
    shared = _shared(picked, field)
    seen = {audition.id: value_of(audition, field.name) for audition in picked}

    def edit(audition: Audition) -> Audition:
        held = value_of(audition, field.name)
        new = value
        if isinstance(held, tuple) and isinstance(shared, tuple) and isinstance(value, tuple):
            new = replace_tags(held, shared, value)
        elif held not in (seen[audition.id], value):
            raise ChangedMeanwhile([f"{field.label} of {audition.name}."], again="")
        if new == held:
            return audition
        return keep_told_decisions(audition, with_changes(audition, {field.name: new}))

    return edit


def _shared(picked: Sequence[Audition], field: Field) -> object:
    """Return the value that all have in a field; of a list, what all of them have in it."""
    first, *others = [value_of(audition, field.name) for audition in picked]
    if isinstance(first, tuple):
        return tuple(w for w in first if all(isinstance(o, tuple) and w in o for o in others))
    return first if all(other == first for other in others) else None


def _preview(picked: Sequence[Audition], field: Field, value: object) -> str:
    edit = _setting(picked, field, value)
    count = sum(edit(audition) != audition for audition in picked)
    if count == len(picked):
        return f"all {count} change"
    return f"{count} of {len(picked)} change" if count else "none changes"


def _what(desk: CommandContext, field: Field, value: object) -> str:
    words = clean_line(format_value(value, desk.now())) or "nothing"
    return f"{field.label[:1].lower()}{field.label[1:]} is {words}"


def _title(picked: Sequence[Audition], field: Field) -> str:
    return f"{field.label} of {len(picked)} auditions"


def _draft_key(picked: Sequence[Audition], field: Field) -> str:
    return f"{field.name} of {' '.join(sorted(audition.id for audition in picked))}"

"""What they said about a read, and what you sent or mean to send after it."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import FollowUpKind
from callbacktui.domain.moment import today
from callbacktui.domain.outcome import Feedback, FollowUp
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.field import Field, rewritten
from callbacktui.tui.desk.actions.edit_actions import fill_in, only_this, revise
from callbacktui.tui.forms.audition_fields import FEEDBACK_FIELDS, FOLLOW_UP_FIELDS
from callbacktui.tui.shell.desk_protocol import CommandContext
from callbacktui.tui.shell.targets import CommandTarget

Entry = Feedback | FollowUp


class _List(NamedTuple):
    """One list of an audition: its field, what its entries are called, and their form."""

    field: str
    title: str
    new: str
    doing: str
    undoing: str
    form: tuple[Field, ...]


_REMOVE: Final = "remove"
_FEEDBACK: Final = _List(
    field="feedback",
    title="Feedback",
    new="Something they said",
    doing="Kept feedback on",
    undoing="Took out feedback on",
    form=FEEDBACK_FIELDS,
)
_FOLLOW_UPS: Final = _List(
    field="follow_ups",
    title="Follow-up",
    new="A thank-you or a question",
    doing="Kept a follow-up on",
    undoing="Took out a follow-up on",
    form=FOLLOW_UP_FIELDS,
)


async def feedback(desk: CommandContext, about: CommandTarget) -> None:
    """What somebody said about the audition: one more, or one that is kept already."""
    await _write(desk, about, _FEEDBACK, Feedback(on=today(desk.now())))


async def follow_up(desk: CommandContext, about: CommandTarget) -> None:
    """A thank-you or a question: wanted, sent, answered."""
    await _write(desk, about, _FOLLOW_UPS, FollowUp(kind=FollowUpKind.THANK_YOU))


async def _write(desk: CommandContext, about: CommandTarget, kept: _List, blank: Entry) -> None:
    """Ask which one if there are any, then lay its form over the desk."""
    audition = about.one
    if audition is None:
        return
    entries: tuple[Entry, ...] = getattr(audition, kept.field)
    entry = await _which(desk, kept, entries, blank, audition) if entries else blank
    if entry == _REMOVE:
        await _remove(desk, kept, entries, audition)
    if not isinstance(entry, Feedback | FollowUp):
        return

    async def keep(changed: Mapping[str, object]) -> str | None:
        written = rewritten(entry, changed)
        return await revise(desk, audition, lambda a: _with(a, kept, entry, written), kept.doing)

    title = f"{kept.title}: {audition.name}{only_this(about)}"
    number = entries.index(entry) if entry in entries else "new"
    await fill_in(desk, title, kept.form, entry, f"{kept.field} {audition.id} {number}", keep)


async def _which(
    desk: CommandContext, kept: _List, entries: tuple[Entry, ...], blank: Entry, audition: Audition
) -> Entry | str | None:
    """The entry to write in: a new one, or one of those there are; `None` to step back."""
    choices: list[Choice[Entry | str]] = [Choice(blank, kept.new, "a new one")]
    choices += [Choice(entry, *_named(entry)) for entry in entries]
    choices.append(Choice(_REMOVE, "Take one out…", "undo brings it back"))
    return await desk.ask(ChoiceDialog(f"{kept.title}: {audition.name}", choices))


async def _remove(
    desk: CommandContext, kept: _List, entries: tuple[Entry, ...], audition: Audition
) -> None:
    choices = [Choice(entry, *_named(entry)) for entry in entries]
    entry = await desk.ask(ChoiceDialog(f"Take out which? {audition.name}", choices))
    if entry is not None:
        await revise(desk, audition, lambda a: _with(a, kept, entry, None), kept.undoing)


def _named(entry: Entry) -> tuple[str, str]:
    """How an entry is called in a list of them, and a word about it."""
    if isinstance(entry, Feedback):
        first = entry.text.partition("\n")[0]
        return first[:40] or "Feedback", entry.via
    return entry.kind.word.capitalize(), entry.state


def _with(audition: Audition, kept: _List, entry: Entry, written: Entry | None) -> Audition:
    """The audition with `written` in the place of `entry`, or as one more; `None` takes it out."""
    entries: list[Entry] = [*getattr(audition, kept.field)]
    place = entries.index(entry) if entry in entries else len(entries)
    entries[place : place + 1] = [written] if written else []
    changed: dict[str, Any] = {kept.field: tuple(entries)}
    return replace(audition, **changed)

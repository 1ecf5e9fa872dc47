"""Commands for feedback on an audition and for follow-ups such as thank-yous."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import FollowUpKind
from callbacktui.domain.etiquette import why_not
from callbacktui.domain.holds_and_bookings import Feedback, FollowUp
from callbacktui.domain.moment import today
from callbacktui.domain.text import capitalized
from callbacktui.store.base.errors import ChangedMeanwhile
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.field_definition import Field, with_changes
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.desk.actions.batch import update_one
from callbacktui.tui.desk.actions.edit_actions import fill_in, only_this
from callbacktui.tui.forms.audition_fields import FEEDBACK_FIELDS, FOLLOW_UP_FIELDS
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext

Entry = Feedback | FollowUp


class _List(NamedTuple):
    """One of an audition's lists: its field, its words, and the form of its entries."""

    field: str
    title: str
    new: str
    doing: str
    undoing: str
    form: tuple[Field, ...]


_REMOVE: Final = "remove"
_NOTED: Final = "noted"
_ABOUT: Final = {
    FollowUpKind.THANK_YOU: "one, brief",
    FollowUpKind.ROLE_STATUS: "where it stands, through your rep",
    FollowUpKind.FEEDBACK_REQUEST: "through your agent, and only once",
    FollowUpKind.UPDATE: "news for them, such as a booking",
}
_FEEDBACK: Final = _List(
    field="feedback",
    title="Feedback",
    new="Something they said",
    doing="Saved feedback on",
    undoing="Took out feedback on",
    form=FEEDBACK_FIELDS,
)
_FOLLOW_UPS: Final = _List(
    field="follow_ups",
    title="Follow-up",
    new="A thank-you or a question",
    doing="Saved a follow-up on",
    undoing="Took out a follow-up on",
    form=FOLLOW_UP_FIELDS,
)


async def feedback(desk: CommandContext, about: CommandTarget) -> None:
    """Add or edit what somebody said about the audition."""
    await _write(desk, about, _FEEDBACK, Feedback(on=today(desk.now())))


async def follow_up(desk: CommandContext, about: CommandTarget) -> None:
    """Add or edit a thank-you or a question: wanted, sent or answered.

    What etiquette rules out is not offered, and the reason is said.
    """
    if (audition := about.one) is None:
        return
    others = (a for a in desk.session.ledger.all() if a.id != audition.id)
    know_you = bool(audition.office) and any(
        other.office == audition.office and other.last_done for other in others
    )
    reasons = {kind: why_not(kind, audition, know_you=know_you) for kind in FollowUpKind}
    fine = [kind for kind, reason in reasons.items() if not reason]
    blank = FollowUp(kind=fine[0])
    choices: list[Choice[Entry | str]] = [
        Choice(FollowUp(kind=kind), capitalized(kind.word), _ABOUT[kind]) for kind in fine
    ]
    choices += [Choice(entry, *_named(entry)) for entry in audition.follow_ups]
    choices.append(Choice(_NOTED, "One that was sent…", "any sort, noted as it was"))
    if audition.follow_ups:
        choices.append(Choice(_REMOVE, "Take one out…", "undo puts it back"))
    words = "\n".join(
        f"{capitalized(kind.word)}: {reason}." for kind, reason in reasons.items() if reason
    )
    title = f"Follow-up: {audition.name}{only_this(about)}"
    picked = await desk.ask(ChoiceDialog(title, choices, words=words))
    await _write_entry(desk, about, _FOLLOW_UPS, blank if picked == _NOTED else picked)


async def _write(desk: CommandContext, about: CommandTarget, kept: _List, blank: Entry) -> None:
    """Let the actor choose an entry if there are any, and open its form."""
    audition = about.one
    if audition is None:
        return
    entries: tuple[Entry, ...] = getattr(audition, kept.field)
    entry = await _which(desk, kept, entries, blank, audition) if entries else blank
    await _write_entry(desk, about, kept, entry)


async def _write_entry(
    desk: CommandContext, about: CommandTarget, kept: _List, entry: Entry | str | None
) -> None:
    """Open the form of an entry, new or there already; or ask which one to take out."""
    audition = about.one
    if audition is None:
        return
    entries: tuple[Entry, ...] = getattr(audition, kept.field)
    if entry == _REMOVE:
        await _remove(desk, kept, entries, audition)
    if not isinstance(entry, Feedback | FollowUp):
        return

    is_new = entry not in entries
    seen = SeenValues(entry, kept.form, desk.now)
    told: tuple[Entry, ...] = entries

    async def keep(changed: Mapping[str, object]) -> str | None:
        written = with_changes(entry, changed)

        def edit(current: Audition) -> Audition:
            nonlocal told
            here: tuple[Entry, ...] = getattr(current, kept.field)
            if not (is_new or entry in here) and told != here:
                told = here
                raise ChangedMeanwhile([_gone(here, entries)], "keep yours beside it")
            return _with(current, kept, entry, written)

        return await update_one(desk, audition, edit, f"{kept.doing} {audition.name}")

    title = f"{kept.title}: {audition.name}{only_this(about)}"
    key = f"{kept.field} {audition.id} {'new' if is_new else entries.index(entry)}"
    await fill_in(desk, title, kept.form, entry, key, keep, None if is_new else seen)


async def _which(
    desk: CommandContext, kept: _List, entries: tuple[Entry, ...], blank: Entry, audition: Audition
) -> Entry | str | None:
    """Ask which entry to edit: a new or an existing one; `None` if the actor goes back."""
    choices: list[Choice[Entry | str]] = [Choice(blank, kept.new, "a new one")]
    choices += [Choice(entry, *_named(entry)) for entry in entries]
    choices.append(Choice(_REMOVE, "Take one out…", "undo puts it back"))
    return await desk.ask(ChoiceDialog(f"{kept.title}: {audition.name}", choices))


async def _remove(
    desk: CommandContext, kept: _List, entries: tuple[Entry, ...], audition: Audition
) -> None:
    choices = [Choice(entry, *_named(entry)) for entry in entries]
    entry = await desk.ask(ChoiceDialog(f"Take out which? {audition.name}", choices))
    if entry is not None:
        summary = f"{kept.undoing} {audition.name}"
        await update_one(desk, audition, lambda a: _with(a, kept, entry, None), summary)


def _gone(here: tuple[Entry, ...], before: tuple[Entry, ...]) -> str:
    """Say that an entry is not there as it was, and what is there that was not before."""
    new = [": ".join(filter(None, _named(entry))) for entry in here if entry not in before]
    return f"now there is “{'”, “'.join(new)}”." if new else "it was taken out."


def _named(entry: Entry) -> tuple[str, str]:
    """Return an entry's label in a list, and a short explanation."""
    if isinstance(entry, Feedback):
        first = entry.text.partition("\n")[0]
        return first[:40] or "Feedback", entry.via
    return capitalized(entry.kind.word), entry.state


def _with(audition: Audition, kept: _List, entry: Entry, written: Entry | None) -> Audition:
    """Return the audition with `entry` replaced by `written`, added, or removed for `None`."""
    entries: list[Entry] = [*getattr(audition, kept.field)]
    place = entries.index(entry) if entry in entries else len(entries)
    entries[place : place + 1] = [written] if written else []
    changed: dict[str, Any] = {kept.field: tuple(entries)}
    return replace(audition, **changed)

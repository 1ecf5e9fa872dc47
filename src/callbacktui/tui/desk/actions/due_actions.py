"""Commands that settle what is due: a tape sent, a time changed or confirmed, a hold answered."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.agenda import AgendaItem, AgendaKind, items_of, of_job
from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.enums import Format, ReceiptKind, TimeOf
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.mark_done import note_letter, note_receipt, send_tape, send_thanks, wrap_job
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition
from callbacktui.domain.status import round_word, short_moment
from callbacktui.domain.text import capitalized
from callbacktui.domain.time_changes import with_new_time
from callbacktui.domain.transitions import close, give, legal, read_ahead
from callbacktui.ledger import Edit
from callbacktui.store.base.errors import RecordRemoved
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.date_field_types import SpanField
from callbacktui.tui.components.field_definition import Field, with_changes
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.desk.actions.batch import as_asked, save_one
from callbacktui.tui.desk.actions.edit_actions import fill_in, only_this, part_of, with_part
from callbacktui.tui.desk.actions.settle_hold_actions import settle_hold
from callbacktui.tui.forms.audition_fields import time_fields
from callbacktui.tui.forms.suggestions import words_of
from callbacktui.tui.money.settle_payment import ask_expected, payment_of, settle_payment
from callbacktui.tui.shell.ask import ask_day, ask_line, ask_value
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import ChangeContext, CommandContext

_READS: Final = {AgendaKind.APPOINTMENT: TimeOf.AT, AgendaKind.TAPE_DUE: TimeOf.DUE_AT}
_TIMES: Final = {
    **_READS,
    AgendaKind.CONFIRM_BY: TimeOf.CONFIRM_BY,
    AgendaKind.HOLD_REPLY: TimeOf.ANSWER_BY,
}
_MOST_WAYS: Final = 5
_OTHER: Final = "\0"


class TimeChange(Value, frozen=True, kw_only=True):
    """A new time, `None` if it stays as it was, and who said so."""

    at: Moment | None = None
    told_by: str = ""
    told_on: dt.date | None = None
    said: str = ""


async def receipt(desk: CommandContext, about: CommandTarget) -> None:
    """Settle what is due of the audition, chosen by the actor if there are several things."""
    if (audition := about.one) is None:
        return
    now = desk.now()
    items = sorted(_open_items(audition, desk), key=lambda item: _soonest(item, now))
    opened = _unopened(audition)
    choices: list[Choice[AgendaItem | Hold | str]] = [
        Choice(
            item,
            capitalized(item.what),
            item.state or (short_moment(item.at, now) if item.at else ""),
        )
        for item in items
    ]
    hold = audition.live_hold
    if hold and all(item.of != hold.id for item in items):
        choices.append(Choice(hold, "What became of the hold", hold.named))
    if opened:
        choices.append(Choice("opened", "They opened the tape", "if you were told so"))
    if not choices:
        onward = f"{desk.keys['next_stage']} takes it further"
        desk.refuse(f"{audition.name}: nothing of it waits to be sent or answered; {onward}.")
        return
    what: AgendaItem | Hold | str | None = choices[0].value
    if len(choices) > 1:
        title = f"What is done? {audition.name}{only_this(about)}"
        what = await desk.ask(ChoiceDialog(title, choices))
    if isinstance(what, AgendaItem):
        await settle(desk, what)
    elif isinstance(what, Hold):
        await settle_hold(desk, audition, what)
    elif what and opened:
        await _note(desk, audition, opened, ReceiptKind.OPENED)


async def settle(screen: ChangeContext, item: AgendaItem) -> None:
    """Ask what became of one thing that is due, and note it in one step."""
    audition = item.audition
    if payment := payment_of(screen.session, item):
        await settle_payment(screen, payment)
        return
    if audition is None:
        screen.refuse(f"The sweep asks about each of them; {screen.keys['agenda_open']} opens it.")
        return
    part = part_of(audition, item.of)
    match item.kind:
        case AgendaKind.TAPE_DUE | AgendaKind.APPOINTMENT if isinstance(part, Round):
            await _read_or_tape(screen, item, audition, part)
        case AgendaKind.CONFIRM_BY if isinstance(part, Round):
            await _note(screen, audition, part, ReceiptKind.CONFIRMED)
        case AgendaKind.HOLD_REPLY | AgendaKind.HOLD_OVER if isinstance(part, Hold):
            await settle_hold(screen, audition, part)
        case AgendaKind.THANK_YOU:
            await _thank(screen, audition)
        case AgendaKind.CLASH:
            screen.refuse("Both want the same days. Ask your rep who goes first, and change one.")
        case AgendaKind.USAGE:
            await _write_about_use(screen, audition)
        case AgendaKind.FITTING if item.at:
            when = short_moment(item.at, screen.now())
            screen.refuse(f"The fitting is still to come, {when}; the form of the audition has it.")
        case AgendaKind.WORK:
            screen.refuse("The job is still to come; once its last day is over, it asks here.")
        case AgendaKind.WRAP if item.at:
            await _wrap(screen, audition, item.at.day)
        case _:
            screen.refuse(f"There is nothing to note here; {screen.keys['room_desk']} shows it.")


async def change_time(desk: CommandContext, about: CommandTarget) -> None:
    """Change a time of a round that is not done or of a hold, and note who said so."""
    if (audition := about.one) is None:
        return
    hold = audition.live_hold
    parts: list[Round | Hold] = [*audition.all_pending, *([hold] if hold else [])]
    if not parts:
        desk.refuse(f"No audition is coming up; {desk.keys['callback']} books one.")
        return
    times = [(part, of) for part in parts for of in TimeOf if getattr(part, of.value, None)]
    if not times:
        desk.refuse(f"It has no time yet; {desk.keys['edit_round']} sets one.")
        return
    picked: tuple[Round | Hold, TimeOf] | None = times[0]
    if len(times) > 1:
        now = desk.now()
        choices = [
            Choice((part, of), _time_name(part, of), short_moment(getattr(part, of.value), now))
            for part, of in times
        ]
        picked = await desk.ask(ChoiceDialog(f"Which time changes? {audition.name}", choices))
    if picked:
        await _change(desk, audition, *picked)


async def change_time_of(screen: ChangeContext, item: AgendaItem) -> None:
    """Change the time that an item of the agenda is about, and note who said so."""
    if payment := payment_of(screen.session, item):
        if work := await ask_expected(screen, payment):
            await screen.change(work)
        return
    audition, of = item.audition, _TIMES.get(item.kind)
    part = part_of(audition, item.of) if audition else None
    if audition and part and of and getattr(part, of.value):
        await _change(screen, audition, part, of)
    else:
        screen.refuse(
            "Only the time of an audition, a tape, a hold or a confirmation changes here, and the "
            "day of a payment."
        )


def _time_name(part: Round | Hold, of: TimeOf) -> str:
    """Return what a time is of: "Callback: appointment", "Tape: deadline"."""
    if isinstance(part, Hold):
        return capitalized(of.word)
    return f"{capitalized(round_word(part))}: {of.word}"


async def _change(
    screen: ChangeContext, audition: Audition, part: Round | Hold, of: TimeOf
) -> None:
    was: Moment = getattr(part, of.value)
    record = TimeChange(told_on=today(screen.now()))
    time = Field(name=of.value, label=capitalized(of.word))
    seen: SeenValues[Round | Hold] = SeenValues(part, [time], screen.now)

    async def keep(changed: Mapping[str, object]) -> str | None:
        told = with_changes(record, changed)
        if told.at in {None, was} and not told.told_by:
            return "Write the new time, or who said the one that it has."
        at, heard = told.at or was, told.told_on or today(screen.now())

        def edit(current: Audition) -> Audition:
            if (here := part_of(current, part.id)) is None:
                raise RecordRemoved
            seen.with_changes(here, {of.value: at})  # refuses if it has another time by now
            new = with_new_time(
                here, of, at, said=told.said, told_by=told.told_by, told_on=told.told_on
            )
            return replace(with_part(current, new), heard_on=max(current.heard_on or heard, heard))

        when = short_moment(at, screen.now())
        moved = f", was {short_moment(was, screen.now())}" if at != was else ""
        return await save_one(screen, audition, edit, f"{of.word} now {when}{moved}")

    title = f"{capitalized(of.word)}, now {short_moment(was, screen.now())}: {audition.name}"
    key = f"time {audition.id} {part.id} {of.value}"
    await fill_in(screen, title, time_fields(was, screen.now()), record, key, keep)


async def _read_or_tape(
    screen: ChangeContext, item: AgendaItem, audition: Audition, read: Round
) -> None:
    pending, now = audition.pending, screen.now()
    if pending is None or pending.id != read.id:
        screen.refuse("Another round of it comes before this one; the desk has the rest.")
        return
    is_tape = item.kind is AgendaKind.TAPE_DUE and (
        read.format is Format.SELF_TAPE or read.at is None
    )
    ahead = read_ahead(audition, now)
    if ahead and not is_tape:
        screen.refuse(f"It is still to come, {short_moment(ahead, now)}; the time can be changed.")
        return
    done = "in time" if is_tape else "given"
    if item.is_past(now) or not is_tape:
        answer = await screen.ask(ChoiceDialog(*_asked(item, audition, screen, is_tape=is_tape)))
        if answer == "moved":
            await change_time_of(screen, item)
        if isinstance(answer, Disposition):
            end = answer
            await save_one(screen, audition, lambda a: close(a, end, now), answer.word)
        if answer not in {"in time", "today", "given"}:
            return
        done = str(answer)
    if not is_tape:
        given = as_asked([audition], lambda a: give(a, now), now)
        await save_one(screen, audition, given, "you went in")
        return
    at = None
    if done == "in time" and item.is_past(now) and item.at:
        at = Moment.on(item.at.day_in(now), zone_of(now))

    def sent(via: str) -> Edit:
        return as_asked([audition], lambda a: send_tape(a, now, via=via, at=at), now)

    await _note_way(screen, audition, "How did it go out?", "Sent", sent, "sent")


def _asked(
    item: AgendaItem, audition: Audition, screen: ChangeContext, *, is_tape: bool
) -> tuple[str, list[Choice[str | Disposition]]]:
    """Return the question about a time that is over, and its answers."""
    now, choices = screen.now(), list[Choice[str | Disposition]]()
    if is_tape:
        when = f"by {short_moment(item.at, now)}" if item.at else ""
        choices.append(Choice("in time", "It went out in time", when))
        choices.append(Choice("today", "It went out today", "after the deadline"))
        choices.append(Choice("moved", "They extended it…", "the new time, and who said so"))
        end, words = Disposition.DEADLINE_MISSED, ("Let it go", "it ends here; it can be reopened")
    else:
        choices.append(Choice("given", "I did it", "you went in; the clock starts"))
        choices.append(Choice("moved", "It moved…", "the new time, and who said so"))
        end, words = Disposition.CANCELLED, ("It was cancelled", "by them")
    if end in legal(audition, now):
        choices.append(Choice(end, *words))
    return f"{capitalized(item.state) or 'Did you do it?'} {audition.name}", choices


async def _note(screen: ChangeContext, audition: Audition, read: Round, what: ReceiptKind) -> None:
    word = round_word(read)
    question, done = {
        ReceiptKind.OPENED: ("Who said that they opened it?", "They opened it"),
        ReceiptKind.CONFIRMED: (f"How did you confirm the {word}?", "Confirmed"),
    }[what]

    def noted(via: str) -> Edit:
        return lambda a: note_receipt(a, read.id, what, screen.now(), via=via)

    await _note_way(screen, audition, question, done, noted, f"{word} {what.word}")


async def _thank(screen: ChangeContext, audition: Audition) -> None:
    def thanked(via: str) -> Edit:
        return lambda a: send_thanks(a, screen.now(), via=via)

    done = "Thank-you sent"
    await _note_way(screen, audition, "How was it sent?", done, thanked, "thank-you sent")


async def _wrap(screen: ChangeContext, audition: Audition, last: dt.date) -> None:
    now = screen.now()
    day = short_moment(Moment.on(last, zone_of(now)), now)
    choices = [
        Choice("wrapped", "It wrapped", day),
        Choice("longer", "It goes on…", "the days to come"),
    ]
    answer = await screen.ask(ChoiceDialog(f"Did it wrap? {audition.name}", choices))
    if answer == "wrapped":
        await save_one(screen, audition, lambda a: wrap_job(a, last, now), "wrapped")
    if answer != "longer":
        return

    def wrong(span: Span | None) -> str:
        if span and span.ranges and span.ranges[-1].last >= today(now):
            return ""
        return example_dates("Write days that end today or later, such as 14-18 Dec.")

    title, key = f"More days of work: {audition.name}", f"work dates {audition.id}"
    hint = example_dates("Those so far stay. Such as 14-18 Dec, or 16 and 18 Dec.")
    span = await ask_value(screen, SpanField(), title, key, wrong, hint=hint)
    if span is None:
        return

    def moved(current: Audition) -> Audition:
        booking = current.booking and current.booking.going_on(span)
        return replace(current, booking=booking)

    await save_one(screen, audition, moved, f"work dates {span.words}", key)


async def _write_about_use(screen: ChangeContext, audition: Audition) -> None:
    key = f"wrote {audition.id}"
    day = await ask_day(screen, f"On what day did you write? {audition.name}", key)
    if day:
        await save_one(screen, audition, lambda a: note_letter(a, day), "letter written", key)


async def _note_way(
    screen: ChangeContext,
    audition: Audition,
    question: str,
    done: str,
    edit: Callable[[str], Edit],
    what: str,
) -> None:
    """Ask which way something went, and note it; `edit` gets the way, empty if not noted."""
    known = await words_of(screen.session)
    ways = dict.fromkeys((audition.rep, audition.platform, *known.get("via", ()), "email"))
    choices = [
        Choice("", done, "without noting how"),
        *(Choice(way, f"Through {way}") for way in [*filter(None, ways)][:_MOST_WAYS]),
        Choice(_OTHER, "Another way…"),
    ]
    title, draft = f"{question} {audition.name}", f"way {audition.id}"
    way = await screen.ask(ChoiceDialog(title, choices))
    if way == _OTHER:
        way = await ask_line(screen, title, draft)
    if way is not None:
        await save_one(screen, audition, edit(way), what, draft)


def _soonest(item: AgendaItem, now: DateTime) -> tuple[bool, float]:
    """Sort what asks for an answer first, what is only still to come last."""
    waits = item.kind in {AgendaKind.APPOINTMENT, AgendaKind.FITTING, AgendaKind.WORK}
    is_to_come = waits and not item.is_past(now)
    return is_to_come, item.at.instant.timestamp() if item.at else 0


def _open_items(audition: Audition, screen: ChangeContext) -> Iterator[AgendaItem]:
    """Yield what is due of an audition, and its next tape though it has no deadline."""
    now, money = screen.now(), screen.session.repository.money.all()
    yield from of_job(audition, money, now)
    if not audition.is_open:
        return
    items = [*items_of(audition, now)]
    yield from items
    tape = audition.pending
    if tape and tape.format is Format.SELF_TAPE and all(item.of != tape.id for item in items):
        yield AgendaItem(
            AgendaKind.TAPE_DUE, audition.name, audition, what=round_word(tape), of=tape.id
        )


def _unopened(audition: Audition) -> Round | None:
    """Return the latest tape that was sent, if nobody said yet that it was opened."""
    last = audition.last_done
    if last is None or last.format is not Format.SELF_TAPE or not audition.is_open:
        return None
    return None if last.receipt(ReceiptKind.OPENED) else last

"""Rounds and holds, drawn as facts."""

from collections.abc import Iterator
from typing import Final

from callbacktui.domain.audition_context import AuditionContext
from callbacktui.domain.dates.formatting import format_both_clocks
from callbacktui.domain.dates.style import format_date, format_time
from callbacktui.domain.enums import ReceiptKind, TimeOf
from callbacktui.domain.hold_questions import fresh_hold, hold_questions
from callbacktui.domain.holds_and_bookings import Decision, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.name_list import list_words
from callbacktui.domain.piece_uses import seen_facts
from callbacktui.domain.round import Round, When
from callbacktui.domain.status import short_day
from callbacktui.domain.text import capitalized, count_of
from callbacktui.tui.components.filled_fields import field_facts, nonempty
from callbacktui.tui.components.line_writer import Fact
from callbacktui.tui.forms.audition_fields import HOLD_FIELDS
from callbacktui.tui.forms.round_fields import ROUND_FIELDS

_DRAWN_OF_ROUND: Final = {
    "kind", "format", "at", "due_at", "confirm_by", "done_at", "received_at", "place", "url",
    "people", "reader", "pieces", "wore", "hair_makeup", "sides.path", "sides.pages", "specs",
    "slate", "choices", "redirects", "prep_minutes", "off_book", "takes", "tape.link", "tape.path",
}  # fmt: skip
_TIMES: Final = {TimeOf.AT: "When", TimeOf.DUE_AT: "Due", TimeOf.CONFIRM_BY: "Confirm by"}
_DRAWN_OF_HOLD: Final = {
    "word_used", "kind", "dates", "told_by", "told_on", "rank", "answer_by", "replied_on",
    "answer", "cleared", "cleared_on",
}  # fmt: skip


def round_heading(read: Round, number: int) -> str:
    """Return which round it is: "Round 2: callback, in person"."""
    form = f", {read.format.word}" if read.format else ""
    return f"Round {number}: {read.kind.word}{form}"


def round_facts(read: Round, context: AuditionContext) -> Iterator[Fact]:
    """Yield the filled fields of a round: when, where, with whom, what was worn."""
    if read.done_at:
        sent = read.receipt(ReceiptKind.SENT)
        via = f", through {sent.via}" if sent and sent.via else ""
        yield (
            "Sent" if read.is_tape else "Done",
            f"{_said(read.done_at, context)}{via}",
        )
    for of, label in _TIMES.items():
        now = getattr(read, of.value)
        if now and now != read.done_at:
            yield label, f"{_said(now, context)}{told_source(read.source(of), context)}"
        for when in read.earlier(of):
            yield "Before", f"{of.word} {_said(when.at, context)}{told_source(when, context)}"
    for receipt in read.receipts:
        if receipt.what is not ReceiptKind.SENT:
            day = short_day(receipt.on, context.now) if receipt.on else ""
            via = f"through {receipt.via}" if receipt.via else ""
            yield capitalized(receipt.what.word), ", ".join(filter(None, (day, via)))
    if read.received_at and read.received_at != read.done_at:
        yield "Asked", _said(read.received_at, context)
    wore = "To wear" if read.is_ahead(context.now) else "Wore"
    yield from nonempty(
        ("Where", ", ".join(filter(None, (read.place, read.url)))),
        ("With", list_words((*read.people, *((f"reader {read.reader}",) if read.reader else ())))),
        (wore, ", ".join(filter(None, (read.wore, read.hair_makeup)))),
        ("Pieces", list_words(read.pieces)),
        *seen_facts(context.seen, read, context.now),
        (
            "Sides",
            ", ".join(filter(None, (read.sides.pages, read.sides.path))) if read.sides else "",
        ),
        ("Specs", read.specs),
        ("Slate", read.slate),
        ("Choices", read.choices),
        ("Redirects", read.redirects),
        ("Prepared", _prepared(read)),
        ("Tape", ", ".join(filter(None, (read.tape.link, read.tape.path))) if read.tape else ""),
    )
    yield from field_facts(ROUND_FIELDS, read, context.now, _DRAWN_OF_ROUND)


def _said(moment: Moment, context: AuditionContext) -> str:
    """Return a time in full, on the actor's clock, too, if that differs."""
    there = f" ({moment.zone})" if moment.zone != context.now.timezone_name else ""
    here = format_both_clocks(moment, context.now)
    return f"{_full(moment, context)}{there}{f', {here}' if here else ''}"


def told_source(when: When | Decision | None, context: AuditionContext) -> str:
    """Return who said a time or a day, and on what day, as far as that is known."""
    if when is None:
        return ""
    day = short_day(when.told_on, context.now) if when.told_on else ""
    said = f"said by {when.told_by}" if when.told_by else "said" if day else ""
    words = " ".join(filter(None, (said, day)))
    quoted = f"“{when.said}”" if when.said else ""
    return "".join(f", {part}" for part in (words, quoted) if part)


def _prepared(read: Round) -> str:
    parts = []
    if read.prep_minutes is not None:
        parts.append(f"{read.prep_minutes} minutes")
    if read.off_book:
        parts.append(f"off book: {read.off_book.word}")
    if read.takes is not None:
        parts.append(count_of(read.takes, "take"))
    return ", ".join(parts)


def hold_heading(hold: Hold) -> str:
    """Return the heading of a hold, with how it ended."""
    return f"Hold, {hold.cleared.word}" if hold.cleared else "Hold"


def hold_facts(hold: Hold, context: AuditionContext) -> Iterator[Fact]:
    """Yield the filled fields of a hold, the word that was used first."""
    word = f"“{hold.word_used}”, read as {hold.kind.word}" if hold.word_used else hold.kind.word
    label = "Their word" if hold.word_used else "Which sort"
    yield label, f"{word}; not a booking" if hold.is_live else word
    told = short_day(hold.told_on, context.now) if hold.told_on else ""
    yield from nonempty(
        ("Dates", hold.dates.words if hold.dates else ""),
        ("Told", " ".join(filter(None, (told, f"by {hold.told_by}" if hold.told_by else "")))),
        ("Rank", hold.rank),
    )
    if hold.answer_by:
        yield "Answer by", f"{_said(hold.answer_by, context)}{told_source(hold.source(), context)}"
    for when in hold.earlier():
        yield "Before", f"{when.of.word} {_said(when.at, context)}{told_source(when, context)}"
    answered = short_day(hold.replied_on, context.now) if hold.replied_on else ""
    answer = hold.answer.word if hold.answer else ""
    yield from nonempty(("You said", ", ".join(filter(None, (answer, answered)))))
    if hold.cleared:
        day = f", {short_day(hold.cleared_on, context.now)}" if hold.cleared_on else ""
        yield "Ended", f"{hold.cleared.word}{day}"
    yield from field_facts(HOLD_FIELDS, hold, context.now, _DRAWN_OF_HOLD)
    if hold is fresh_hold(context.audition, context.now):
        for number, question in enumerate(hold_questions(hold)):
            yield "" if number else "To ask", question


def _full(moment: Moment, context: AuditionContext) -> str:
    day = moment.day
    time = f", {format_time(moment.time)}" if moment.time else ""
    near = short_day(day, context.now)
    has_year = day.year != context.now.year
    plain = f"{format_date(day, weekday=True, year=has_year)}{time}"
    return f"{near}, {plain}" if near in {"today", "tomorrow"} else plain

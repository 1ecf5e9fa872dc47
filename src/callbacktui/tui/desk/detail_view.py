"""Everything about one audition, written as lines."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text

from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import AuditionContext
from callbacktui.domain.clash_words import clash_words
from callbacktui.domain.clashes import Clash
from callbacktui.domain.commercial_use import window_to_write
from callbacktui.domain.dates.spans import format_range
from callbacktui.domain.enums import Union
from callbacktui.domain.event_words import before_and_after
from callbacktui.domain.holds_and_bookings import Decision, Event
from callbacktui.domain.moment import today
from callbacktui.domain.money_entry_words import payment_words
from callbacktui.domain.name_list import list_words
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Certainty, Reason
from callbacktui.domain.status import ending_word, short_day
from callbacktui.domain.text import capitalized
from callbacktui.tui.components.filled_fields import field_facts, nonempty
from callbacktui.tui.components.line_writer import Fact, LineWriter, column_widths
from callbacktui.tui.desk.rounds_and_holds_view import (
    hold_facts,
    hold_heading,
    round_facts,
    round_heading,
    told_source,
)
from callbacktui.tui.desk.stage_track import write_track
from callbacktui.tui.desk.wait_ruler import write_wait
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS, FEEDBACK_FIELDS, FOLLOW_UP_FIELDS
from callbacktui.tui.theme.status_kind import status_kind
from callbacktui.tui.theme.styles import Styles

_HISTORY_LINES = 12
_BEFORE_LINES = 5
_TWO_COLUMNS = 72
_DRAWN: Final = {
    "project", "role", "medium", "size", "size_said", "subtype", "union", "tags", "office",
    "people", "director", "decision_by", "closed_on", "reason", "certainty", "network_brand",
    "notes", "product_category", "producers", "shoot_dates", "booking.work_dates", "place", "rate",
    "usage", "type_tags", "breakdown", "source", "rep", "platform", "submitted_on", "materials",
}  # fmt: skip
"""The fields drawn here explicitly; all others are taken from the form's fields."""


def write_detail(
    writer: LineWriter,
    context: AuditionContext,
    before: str = "",
    clashes: Sequence[Clash] = (),
) -> None:
    """Write everything known of an audition, without its empty fields; and what it meets.

    `before` says how silences like this one ended.
    """
    audition = context.audition
    _write_names(writer, audition)
    writer.gap()
    write_track(writer, audition, context.status, context.now)
    if audition.is_open and (silence := context.status.silence):
        kind = status_kind(context.status.group, audition)
        writer.gap()
        write_wait(writer, silence, context.office_callbacks, kind.value)
        if before:
            writer.text(before, writer.styles.muted)
    writer.gap()
    writer.facts((*_met(context, clashes, writer.styles), *_standing(context, writer.styles)))
    left, right = map(writer.narrower, column_widths(writer.width))
    if writer.width >= _TWO_COLUMNS:
        _write_rounds(left, context)
        _write_job(right, context)
    if left.lines and right.lines:
        writer.gap()
        writer.columns(left, right)
    else:
        _write_rounds(writer, context)
        _write_job(writer, context)
    if audition.notes:
        writer.heading("Notes")
        writer.text(audition.notes)
    writer.block("Kept with it", _rest(context, "Notes and more"))
    history = list(_history(context))
    _write_before(writer, context, writer.height - len(writer.lines) - len(history) - 4)
    writer.block("What happened", history)


def _write_names(writer: LineWriter, audition: Audition) -> None:
    styles, separator = writer.styles, f" {writer.glyphs.separator} "
    size = audition.size.word if audition.size else ""
    union = "" if audition.union is Union.UNKNOWN else audition.union.word
    kind = separator.join(filter(None, (audition.medium_word, size, audition.size_said, union)))
    writer.between(audition.short_name, kind, styles.strong, styles.muted)
    project = (audition.rest_of_name, audition.subtype)
    tags = " ".join(f"#{tag}" for tag in audition.tags)
    writer.between(separator.join(filter(None, project)), tags, styles.muted, styles.muted)


def _write_rounds(writer: LineWriter, context: AuditionContext) -> None:
    """Write the coming round first, then holds, then the rounds that were given, latest first."""
    audition = context.audition
    numbered = list(enumerate(audition.rounds, start=1))
    for number, read in numbered:
        if not read.is_done:
            _write_round(writer, context, number, read)
    for hold in audition.holds:
        writer.block(hold_heading(hold), hold_facts(hold, context))
    for number, read in reversed(numbered):
        if read.is_done:
            _write_round(writer, context, number, read)
    for told in audition.feedback:
        writer.block("Feedback", field_facts(FEEDBACK_FIELDS, told, context.now, ()))
    for sent in audition.follow_ups:
        writer.heading(capitalized(sent.kind.word), ("", sent.state))
        writer.facts(field_facts(FOLLOW_UP_FIELDS, sent, context.now, {"kind"}))


def _write_round(writer: LineWriter, context: AuditionContext, number: int, read: Round) -> None:
    writer.heading(round_heading(read, number))
    writer.facts(round_facts(read, context))


def _write_job(writer: LineWriter, context: AuditionContext) -> None:
    writer.block("The job", _job(context))
    writer.block("The way in", _way_in(context))


def _met(context: AuditionContext, clashes: Sequence[Clash], styles: Styles) -> Iterator[Fact]:
    """Yield what meets the audition on the same days."""
    id_ = context.audition.id
    for clash in clashes:
        if clash.is_about(id_):
            yield "Clash", Text(clash_words(clash, id_, context.now), styles.error)


def _standing(context: AuditionContext, styles: Styles) -> Iterator[Fact]:
    audition = context.audition
    if not audition.is_open:
        yield "Ended", _ending(audition, context)
        if audition.reason:
            yield "Why", _why(audition.reason, audition.certainty)
    if audition.decision_by:
        told = audition.decision or Decision(on=audition.decision_by)
        yield "Decision", _decides(told, context)
    for earlier in audition.earlier_decisions:
        yield "Before", _decides(earlier, context)
    if audition.office:
        yield (
            "Office",
            Text.assemble(
                (audition.office, styles.text), ("  " + context.office_line, styles.muted)
            ),
        )
    people = (*audition.people, *((f"dir. {audition.director}",) if audition.director else ()))
    if people:
        yield "People", list_words(people)
    if context.came_from:
        yield "Came from", f"{context.came_from.name}, where you were remembered"
    yield from _rest(context, "What came of it")


def _decides(told: Decision, context: AuditionContext) -> str:
    day, source = short_day(told.on, context.now), told_source(told, context)
    return f"by {day}{source}" if source else f"they said by {day}"


def _ending(audition: Audition, context: AuditionContext) -> str:
    on = f", {short_day(audition.closed_on, context.now)}" if audition.closed_on else ""
    return f"{audition.disposition.sentence}{on}"


def _why(reason: Reason, certainty: Certainty) -> str:
    how = "" if certainty is Certainty.UNKNOWN else f" ({certainty.word})"
    hands = "in your hands" if reason.in_my_hands else "out of your hands"
    return f"{reason.word}{how}, {hands}"


def _job(context: AuditionContext) -> Iterator[Fact]:
    audition, booking = context.audition, context.audition.booking
    yield from nonempty(
        ("Brand", ", ".join(filter(None, (audition.network_brand, audition.product_category)))),
        ("Producers", list_words(audition.producers)),
        ("Dates", audition.shoot_dates.words if audition.shoot_dates else ""),
        ("Work dates", booking.work_dates.words if booking and booking.work_dates else ""),
        ("Place", audition.place),
        ("Rate", audition.rate.words if audition.rate else ""),
        ("Usage", audition.usage),
        ("Types", ", ".join(audition.type_tags)),
        ("Breakdown", audition.breakdown),
    )
    yield from _rest(context, "The work", "The job", "The use")
    window = window_to_write(booking) if booking else None
    if window and window.last >= today(context.now):
        yield "To write", f"{format_range(window)}, or the use may be renewed at the same rates"
    for payment in context.payments:
        yield "Payment", payment_words(payment, today(context.now))


def _way_in(context: AuditionContext) -> Iterator[Fact]:
    audition = context.audition
    submitted = audition.submitted_on
    source = audition.source.word if audition.source else ""
    yield from nonempty(
        ("Via", ", ".join(filter(None, (source, audition.rep, audition.platform)))),
        ("Submitted", short_day(submitted, context.now) if submitted else ""),
        ("Materials", audition.materials),
    )
    yield from _rest(context, "The way in")


def _rest(context: AuditionContext, *groups: str) -> Iterator[Fact]:
    """Yield the fields of these form groups that are not drawn elsewhere."""
    fields = (field for field in AUDITION_FIELDS if field.group in groups)
    return field_facts(fields, context.audition, context.now, _DRAWN)


def _write_before(writer: LineWriter, context: AuditionContext, room: int) -> None:
    """Write the latest times with this office: a few, and as many more as there is room for."""
    shown = context.office_before[: max(_BEFORE_LINES, room)]
    if not shown:
        return
    writer.heading(f"{context.audition.office} before")
    for past in shown:
        day = short_day(past.first_day, context.now) if past.first_day else ""
        writer.row(day, past.name, past.stage_word if past.is_open else ending_word(past))


def _history(context: AuditionContext) -> Iterator[Fact]:
    for event in reversed(context.audition.events[-_HISTORY_LINES:]):
        yield short_day(event.at.day, context.now), _happened(event, context.audition)
    if added := context.audition.added_at:
        yield short_day(added.day, context.now), "added here"


def _happened(event: Event, audition: Audition) -> str:
    before, after = before_and_after(event, audition)
    match event.what:
        case "stage":
            return after
        case "closed":
            return f"closed: {after}"
        case "rested":
            return "let rest, with other quiet ones"
        case "reopened":
            return f"reopened: {after}"
        case "given":
            return f"{before} given"
    return f"{event.what} {after}".strip()

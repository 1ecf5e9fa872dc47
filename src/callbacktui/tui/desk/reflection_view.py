"""The reflection pane: the reflections on an audition, written as lines."""

from collections.abc import Sequence

from rich.text import Text

from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import AuditionContext
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.round import Round
from callbacktui.domain.status import short_day
from callbacktui.domain.text import capitalized
from callbacktui.tui.components.line_writer import Fact, LineWriter, column_widths
from callbacktui.tui.reflection.question_definitions import ALL, Kind
from callbacktui.tui.reflection.reflection_facts import answer_facts, note_facts

_TWO_COLUMNS = 60
_MARKS_FROM = 44
"""From this width on, the marks of earlier reads are beside these."""


def look_back_title(audition: Audition, context: AuditionContext) -> str:
    """Return which read the pane is about: "first audition, 12 Nov"."""
    read = audition.last_done
    if read is None or read.done_at is None:
        return ""
    is_first = read is audition.rounds[0] and read.kind is RoundKind.AUDITION
    kind = "first audition" if is_first else read.kind.word
    return f"{kind}, {short_day(read.done_at.day, context.now)}"


def write_look_back(writer: LineWriter, context: AuditionContext, key: str) -> None:
    """Write every reflection, latest first; if there is none, name the `key` that begins one."""
    audition, styles = context.audition, writer.styles
    read = audition.last_done
    if context.reminders or context.hunch:
        _write_reminders(writer, context)
    if read is None:
        writer.gap()
        if audition.is_open:
            text = Text("After the audition, ", styles.muted)
            writer.text(text.append(key, styles.accent).append(" asks five questions."))
        else:
            writer.text("There was no audition to look back on.", styles.muted)
        return
    if read.reflection is None:
        writer.gap()
        writer.text("No look back yet.")
        asks = (" asks five questions; it takes ninety seconds.", styles.muted)
        writer.text(Text.assemble((key, styles.accent), asks))
    is_first = True
    for past in reversed(audition.rounds):
        if past.reflection is None:
            continue
        if not is_first or writer.lines:
            writer.heading(_heading(past, context))
        earlier = context.earlier_reflections if is_first and past is read else ()
        _write_reflection(writer, past.reflection, context, earlier)
        is_first = False


def _write_reflection(
    writer: LineWriter,
    reflection: Reflection,
    context: AuditionContext,
    earlier: Sequence[Reflection],
) -> None:
    answers = list(answer_facts(reflection, writer.styles, writer.glyphs, context.now))
    marks = {question.label for question in ALL if question.kind is Kind.MARK}
    if writer.width >= _TWO_COLUMNS:
        left, right = map(writer.narrower, column_widths(writer.width))
        left.facts(fact for fact in answers if fact[0] in marks)
        right.facts(fact for fact in answers if fact[0] not in marks)
        writer.columns(left, right)
    else:
        if writer.width >= _MARKS_FROM:
            answers = [_with_earlier(fact, earlier, writer) for fact in answers]
        writer.facts(answers)
    writer.facts(note_facts(reflection, context.now))


def _with_earlier(fact: Fact, earlier: Sequence[Reflection], writer: LineWriter) -> Fact:
    """Return the fact with the marks that earlier reads got on the same question."""
    label, value = fact
    question = next(q for q in ALL if q.label == label)
    marks = [m for r in earlier if isinstance(m := getattr(r, question.name), int)]
    if question.kind is not Kind.MARK or not marks or not isinstance(value, Text):
        return fact
    before = " ".join(map(str, marks))
    return label, Text.assemble(value, (f"   before: {before}", writer.styles.muted))


def _write_reminders(writer: LineWriter, context: AuditionContext) -> None:
    writer.heading("You meant to, next time")
    for reminder in context.reminders:
        after = (f"  after {reminder.after}", writer.styles.muted)
        writer.point(Text.assemble(reminder.text, after))
    if context.hunch:
        writer.point(context.hunch)


def _heading(past: Round, context: AuditionContext) -> str:
    day = f", {short_day(past.done_at.day, context.now)}" if past.done_at else ""
    return f"{capitalized(past.kind.word)}{day}"

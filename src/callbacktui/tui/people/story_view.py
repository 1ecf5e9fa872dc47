"""The story of one person, written as lines: numbers, fans' evidence, every time, what is known."""

from collections import Counter
from collections.abc import Iterator, Mapping

from pendulum import DateTime
from rich.cells import cell_len
from rich.segment import Segment

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.etiquette import may_thank
from callbacktui.domain.moment import today
from callbacktui.domain.name_list import list_words
from callbacktui.domain.silence import Windows
from callbacktui.domain.status import headline_within, short_day, status_of
from callbacktui.domain.text import capitalized, count_of, count_times, fold
from callbacktui.insight.person_record import PersonRecord
from callbacktui.tui.components.fit_text import cut_text, fit_text
from callbacktui.tui.components.line_writer import Fact, LineWriter
from callbacktui.tui.people.roster import Entry, Item
from callbacktui.tui.theme.status_kind import status_kind

_DAY = 12
"""The most cells of a day in "Every time"."""
_LEAST_NAME = 10
_WEEK = 7
_TIMES = 40


def write_story(
    writer: LineWriter,
    item: Item,
    now: DateTime,
    windows: Windows,
    keys: Mapping[str, str],
    *,
    numbers_hidden: bool = False,
    is_whole: bool = True,
) -> None:
    """Write the story of one person, or of two that look like the same.

    With `numbers_hidden` nothing is counted. Unless it `is_whole`, what is known of one person is
    left for another pane.
    """
    if item.other is None:
        _write_one(writer, item.one, now, windows, numbers_hidden=numbers_hidden)
        if is_whole:
            write_known(writer, item.one, now, numbers_hidden=numbers_hidden)
        return
    words = "These two look like the same. {person_join} makes them one, {person_part} keeps them "
    writer.text((words + "apart. Both can be taken back.").format_map(keys), writer.styles.muted)
    for entry in (item.one, item.other):
        writer.gap()
        _write_one(writer, entry, now, windows, numbers_hidden=numbers_hidden)
        write_known(writer, entry, now, numbers_hidden=numbers_hidden)


def _write_one(
    writer: LineWriter, entry: Entry, now: DateTime, windows: Windows, *, numbers_hidden: bool
) -> None:
    styles, record, person = writer.styles, entry.record, entry.person
    contact = person.record
    writer.text(person.name, styles.strong)
    between = f" {writer.glyphs.separator} "
    facts = (contact.city, person.kind_word, contact.office, contact.answers.sentence)
    if known := between.join(filter(None, facts)):
        writer.text(known, styles.muted)
    if person.aliases:
        writer.text(f"also {'; '.join(person.aliases)}", styles.muted)
    if not numbers_hidden:
        _write_numbers(writer, record, now)
    if entry.shows:
        writer.heading("They think of you", ("", "" if numbers_hidden else str(len(entry.shows))))
        for shown in entry.shows:
            day = f", {short_day(shown.day, now)}" if shown.day else ""
            writer.point(f"{shown.words}{day}")
    if person.auditions:
        _write_times(writer, person.auditions, now, windows, numbers_hidden=numbers_hidden)


def write_known(
    writer: LineWriter, entry: Entry, now: DateTime, *, numbers_hidden: bool = False
) -> None:
    """Write which thank-you is welcome, and what the actor knows of a person."""
    auditions = entry.person.auditions
    if thanks := [audition for audition in auditions if may_thank(audition, today(now))]:
        writer.heading("A brief thank-you is welcome")
        for audition in thanks:
            writer.point(audition.name)
    writer.block("What you know of them", _known(entry, numbers_hidden=numbers_hidden))


def _write_numbers(writer: LineWriter, record: PersonRecord, now: DateTime) -> None:
    writer.gap()
    if record.read:
        writer.text(_sentence(record.sentence(with_share=True)))
    if more := "; ".join(_more(record, now)):
        writer.text(_sentence(more), writer.styles.muted)
    if record.callback_days:
        _write_days(writer, record.callback_days)


def _more(record: PersonRecord, now: DateTime) -> Iterator[str]:
    if record.remembered:
        yield f"called you in again {count_times(record.remembered)}"
    if record.straight:
        yield f"straight to a callback {count_times(record.straight)}"
    if record.told:
        yield f"let you know {count_times(record.told)}"
    if record.silent:
        yield f"no word {count_times(record.silent)}"
    if record.last_seen:
        yield f"last seen {short_day(record.last_seen, now)}"


def _sentence(words: str) -> str:
    return f"{capitalized(words)}."


def _write_days(writer: LineWriter, days: tuple[int, ...]) -> None:
    """Write on which days after the read word of a callback came, as signs over the weeks."""
    styles, glyphs = writer.styles, writer.glyphs
    count = f"{count_of(len(days), 'callback')}"
    writer.heading("When their word came", ("", count))
    last = max(_WEEK * 2, max(days))
    room = min(writer.width, 64) - 5

    def at(day: int) -> int:
        return round(day / last * (room - 1))

    marks, ticks, names = ([" "] * room for _ in range(3))
    for day in days:
        marks[at(day)] = glyphs.callback
    step = _WEEK if last <= _WEEK * 8 else last // 4
    for day in range(0, last + 1, step):
        ticks[at(day)] = glyphs.edge
        start = min(at(day), room - len(str(day)))
        names[start : start + len(str(day))] = str(day)
    axis = "".join(tick if tick != " " else glyphs.dash for tick in ticks)
    writer.add(Segment("".join(marks), styles.callback))
    writer.add(Segment(axis, styles.line))
    writer.add(Segment(f"{''.join(names)} days", styles.muted))


def _write_times(
    writer: LineWriter,
    auditions: tuple[Audition, ...],
    now: DateTime,
    windows: Windows,
    *,
    numbers_hidden: bool,
) -> None:
    styles, glyphs = writer.styles, writer.glyphs
    writer.heading("Every time", ("", "" if numbers_hidden else str(len(auditions))))
    latest = sorted(auditions, key=lambda a: (str(a.first_day or ""), a.id), reverse=True)[:_TIMES]
    days = [short_day(a.first_day, now) if a.first_day else "" for a in latest]
    lead = min(_DAY, max(map(cell_len, days), default=0) + 2)
    for audition, day in zip(latest, days, strict=True):
        status = status_of(audition, now, windows)
        kind = status_kind(status.group, audition)
        end = headline_within(20, audition, status, now)
        most = max(0, writer.width - lead - 3 - _LEAST_NAME)
        room = writer.width - lead - 3 - min(cell_len(end), most)
        writer.add(
            Segment(fit_text(day, lead, glyphs), styles.muted),
            Segment(f"{glyphs.of_kind(kind)} ", styles.of_kind(kind)),
            Segment(fit_text(audition.name, max(1, room), glyphs), styles.text),
            Segment(" " + cut_text(end, most, glyphs), styles.muted),
        )
    if (left := len(auditions) - _TIMES) > 0:
        writer.text("and earlier ones" if numbers_hidden else f"and {left} more", styles.muted)


def _known(entry: Entry, *, numbers_hidden: bool) -> Iterator[Fact]:
    person, contact = entry.person, entry.person.record
    reads = [read for a in person.auditions for read in a.rounds]
    if person.kind.is_office and (worn := Counter(r.wore for r in reads if r.wore)):
        wore, times = worn.most_common(1)[0]
        yield "Worn here", wore if numbers_hidden else f"{wore} ({count_times(times)})"
    shown = {fold(title): title for r in reads if r.is_done for title in r.pieces}
    if person.kind.is_office and shown:
        yield "Has seen", list_words([*shown.values()])
    told = [f.text for a in person.auditions for f in a.feedback if f.text]
    if told and entry.record.in_the_room:
        yield "Last said", f"“{told[-1]}”"
    if contact.email or contact.phone:
        yield "Reach", ", ".join(filter(None, (contact.email, contact.phone)))
    if contact.last_touch:
        yield "Last touch", format_date(contact.last_touch, year=True, long=True)
    for kept in (contact, *person.joined):
        if kept.notes:
            yield "Notes", kept.notes

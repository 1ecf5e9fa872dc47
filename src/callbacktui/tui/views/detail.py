"""One audition whole: where it stands, what is known, every round, and its history."""

from collections.abc import Iterator

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from callbacktui.domain.audition import Audition
from callbacktui.domain.dossier import Dossier
from callbacktui.domain.moment import Moment
from callbacktui.domain.outcome import Event, Hold
from callbacktui.domain.round import Round
from callbacktui.domain.silence import Phase, Silence
from callbacktui.domain.stage import Certainty, Disposition
from callbacktui.domain.standing import short_day
from callbacktui.domain.terms import Format, Union
from callbacktui.tui.glyphs import Glyphs
from callbacktui.tui.inks import Inks
from callbacktui.tui.views.track import Track

_LABEL_CELLS = 10
_HISTORY_LINES = 12
_BEFORE_LINES = 5

Fact = tuple[str, str | Text]
"""A label and what stands behind it."""


def detail_view(dossier: Dossier, inks: Inks, glyphs: Glyphs) -> RenderableType:
    """Draw everything known of an audition, empty fields left out."""
    audition = dossier.audition
    parts: list[RenderableType] = [
        Text(audition.role or audition.project, inks.strong),
        Text(f" {glyphs.separator} ".join(_about(audition)), inks.muted),
        Text(),
        Track(audition, dossier.standing, inks, glyphs),
        Text(),
        _facts(_standing(dossier, inks), inks),
    ]
    for number, read in enumerate(audition.rounds, start=1):
        title = _round_title(read, number)
        parts += _block(title, _round(read, dossier), inks)
    for hold in audition.holds:
        parts += _block(_hold_title(hold), _hold(hold, dossier), inks)
    parts += _block("The job", _job(audition), inks)
    parts += _block("The way in", _way_in(dossier), inks)
    if audition.notes:
        parts += [Text(), Text("Notes", inks.accent), Text(audition.notes, inks.text)]
    parts += _block(f"{audition.office} before", _before(dossier, inks), inks)
    parts += _block("History", _history(dossier), inks)
    return Stack(*parts)


def _about(audition: Audition) -> Iterator[str]:
    if audition.role:
        yield audition.project
    size = f", {audition.size.word}" if audition.size else ""
    yield f"{audition.medium.word}{size}"
    if audition.subtype:
        yield audition.subtype
    if audition.union is not Union.UNKNOWN:
        yield audition.union.word
    yield from (f"#{tag}" for tag in audition.tags)


def _standing(dossier: Dossier, inks: Inks) -> Iterator[Fact]:
    audition, stands, now = dossier.audition, dossier.standing, dossier.now
    if not audition.is_open:
        yield "Ended", _ending(audition, dossier)
        if audition.disposition is not Disposition.COMPLETED:
            yield "Why", _why(audition)
    elif stands.silence:
        yield "Silence", _silence(stands.silence, inks.of_group(stands.group, audition), inks)
    if audition.decision_by:
        yield "Decision", f"they said by {short_day(audition.decision_by, now)}"
    if audition.office:
        yield (
            "Office",
            Text.assemble((audition.office, inks.text), ("  " + dossier.office_line, inks.muted)),
        )
    people = (*audition.people, *((f"dir. {audition.director}",) if audition.director else ()))
    if people:
        yield "People", ", ".join(people)
    if dossier.came_from:
        yield "Came from", f"{dossier.came_from.name}, where you were remembered"


def _silence(reading: Silence, ink: Style, inks: Inks) -> Text:
    usual, limit = reading.window.usual, reading.window.limit
    words = f"  since the {reading.after.word}; {reading.phase.meaning}"
    if reading.phase in {Phase.NORMAL, Phase.QUIET} and usual != limit:
        words += f" (usual: up to {usual} days, at most {limit})"
    return Text.assemble((reading.reading, ink + Style(bold=True)), (words, inks.muted))


def _ending(audition: Audition, dossier: Dossier) -> str:
    on = f", {short_day(audition.closed_on, dossier.now)}" if audition.closed_on else ""
    return f"{audition.disposition.sentence}{on}"


def _why(audition: Audition) -> str:
    if audition.reason is None:
        return "not known; most reasons have nothing to do with the read"
    how = "" if audition.certainty is Certainty.UNKNOWN else f" ({audition.certainty.word})"
    hands = "in your hands" if audition.reason.in_my_hands else "out of your hands"
    return f"{audition.reason.word}{how}, {hands}"


def _round_title(read: Round, number: int) -> str:
    kind = read.kind.word.capitalize()
    form = f", {read.format.word}" if read.format else ""
    return f"Round {number}  {kind}{form}"


def _round(read: Round, dossier: Dossier) -> Iterator[Fact]:
    def said(moment: Moment) -> str:
        there = f" ({moment.zone})" if moment.zone != dossier.now.timezone_name else ""
        return f"{_full(moment, dossier)}{there}"

    if read.done_at:
        yield "Sent" if read.format is Format.SELF_TAPE else "Read", said(read.done_at)
    if read.at and read.at != read.done_at:
        yield "When", said(read.at)
    if read.due_at:
        yield "Due", said(read.due_at)
    if read.received_at and read.received_at != read.done_at:
        yield "Asked", said(read.received_at)
    yield from _given(
        ("Where", ", ".join(filter(None, (read.place, read.url)))),
        ("With", ", ".join((*read.people, *((f"reader {read.reader}",) if read.reader else ())))),
        ("Wore", ", ".join(filter(None, (read.wore, read.hair_makeup)))),
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


def _prepared(read: Round) -> str:
    parts = []
    if read.prep_minutes is not None:
        parts.append(f"{read.prep_minutes} minutes")
    if read.off_book:
        parts.append(f"off book: {read.off_book.word}")
    if read.takes is not None:
        parts.append("1 take" if read.takes == 1 else f"{read.takes} takes")
    return ", ".join(parts)


def _hold_title(hold: Hold) -> str:
    state = "" if hold.is_live else f", {hold.cleared.word}" if hold.cleared else ""
    return f"Hold{state}"


def _hold(hold: Hold, dossier: Dossier) -> Iterator[Fact]:
    word = f"“{hold.word_used}”, read as {hold.kind.word}" if hold.word_used else hold.kind.word
    yield "Their word", f"{word}; not a booking"
    told = short_day(hold.told_on, dossier.now) if hold.told_on else ""
    yield from _given(
        ("Dates", hold.dates),
        ("Told", " ".join(filter(None, (told, f"by {hold.told_by}" if hold.told_by else "")))),
        ("Rank", hold.rank),
    )


def _job(audition: Audition) -> Iterator[Fact]:
    booking = audition.booking
    yield from _given(
        ("Brand", ", ".join(filter(None, (audition.network_brand, audition.product_category)))),
        ("Producers", ", ".join(audition.producers)),
        ("Dates", booking.work_dates if booking and booking.work_dates else audition.shoot_dates),
        ("Place", audition.place),
        ("Rate", audition.rate),
        ("Usage", audition.usage),
        ("Types", ", ".join(audition.type_tags)),
        ("Breakdown", audition.breakdown),
    )


def _way_in(dossier: Dossier) -> Iterator[Fact]:
    audition = dossier.audition
    submitted = audition.submitted_on
    source = audition.source.word if audition.source else ""
    yield from _given(
        ("Via", ", ".join(filter(None, (source, audition.rep, audition.platform)))),
        ("Submitted", short_day(submitted, dossier.now) if submitted else ""),
        ("Materials", audition.materials),
    )


def _before(dossier: Dossier, inks: Inks) -> Iterator[Fact]:
    for past in dossier.office_before[:_BEFORE_LINES]:
        day = past.first_day
        how = past.stage.word if past.is_open else past.disposition.sentence
        yield (
            short_day(day, dossier.now) if day else "",
            Text.assemble((past.name, inks.text), (f"  {how}", inks.muted)),
        )


def _history(dossier: Dossier) -> Iterator[Fact]:
    for event in reversed(dossier.audition.events[-_HISTORY_LINES:]):
        yield short_day(event.at.day, dossier.now), _happened(event)
    if added := dossier.audition.added_at:
        yield short_day(added.day, dossier.now), "added here"


def _happened(event: Event) -> str:
    after = event.after.replace("_", " ")
    match event.what:
        case "stage":
            return f"on to {after}"
        case "closed":
            return f"closed: {after}"
        case "reopened":
            return f"reopened at {after}"
        case "given":
            return f"{event.before.replace('_', ' ')} given"
    return f"{event.what} {after}".strip()


def _full(moment: Moment, dossier: Dossier) -> str:
    day = moment.day
    year = "" if day.year == dossier.now.year else f" {day.year}"
    time = f", {moment.time:%H:%M}" if moment.time else ""
    near = short_day(day, dossier.now)
    plain = f"{day:%a} {day.day} {day:%b}{year}{time}"
    return f"{near}, {plain}" if near in {"today", "tomorrow"} else plain


def _given(*facts: Fact) -> Iterator[Fact]:
    return (fact for fact in facts if fact[1])


def _block(title: str, facts: Iterator[Fact], inks: Inks) -> list[RenderableType]:
    known = list(facts)
    if not known:
        return []
    return [Text(), Text(title, inks.accent), _facts(iter(known), inks)]


def _facts(facts: Iterator[Fact], inks: Inks) -> Table:
    """Labels in one column, and what stands behind them wrapped within its own."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_LABEL_CELLS, style=inks.muted)
    table.add_column(ratio=1, style=inks.text, overflow="fold")
    for label, value in facts:
        table.add_row(label, Text(value) if isinstance(value, str) else value)
    return table

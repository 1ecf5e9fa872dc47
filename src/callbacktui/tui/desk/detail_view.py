"""Everything about one audition, drawn as text."""

from collections.abc import Iterator
from typing import Final

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.style import Style
from rich.text import Text

from callbacktui.domain.audition import Audition
from callbacktui.domain.dossier import AuditionContext
from callbacktui.domain.enums import Medium, Union
from callbacktui.domain.name_list import list_words
from callbacktui.domain.outcome import Event
from callbacktui.domain.silence import Phase, Silence
from callbacktui.domain.stage import Certainty, Disposition
from callbacktui.domain.status import short_day
from callbacktui.tui.components.facts_table import Fact, block, facts_table, field_facts, nonempty
from callbacktui.tui.desk.rounds_view import hold_facts, hold_heading, round_facts, round_heading
from callbacktui.tui.desk.stage_track import StageTrack
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS, FEEDBACK_FIELDS, FOLLOW_UP_FIELDS
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.status_kind import status_kind
from callbacktui.tui.theme.styles import Styles

_HISTORY_LINES = 12
_BEFORE_LINES = 5
_DRAWN: Final = {
    *("project", "role", "medium", "size", "subtype", "union", "tags", "office", "people"),
    *("director", "decision_by", "closed_on", "reason", "certainty", "network_brand", "notes"),
    *("product_category", "producers", "shoot_dates", "booking.work_dates", "place", "rate"),
    *("usage", "type_tags", "breakdown", "source", "rep", "platform", "submitted_on", "materials"),
}
"""The fields drawn here explicitly; all others are taken from the form's fields."""


def detail_view(dossier: AuditionContext, inks: Styles, glyphs: Glyphs) -> RenderableType:
    """Draw everything known of an audition, without its empty fields."""
    audition = dossier.audition
    parts: list[RenderableType] = [
        Text(audition.role or audition.project, inks.strong),
        Text(f" {glyphs.separator} ".join(_about(audition)), inks.muted),
        Text(),
        StageTrack(audition, dossier.standing, inks, glyphs),
        Text(),
        facts_table(_standing(dossier, inks), inks),
    ]
    for number, read in enumerate(audition.rounds, start=1):
        title = round_heading(read, number)
        parts += block(title, round_facts(read, dossier), inks, always=True)
    for hold in audition.holds:
        parts += block(hold_heading(hold), hold_facts(hold, dossier), inks)
    for told in audition.feedback:
        parts += block("Feedback", field_facts(FEEDBACK_FIELDS, told, dossier.now, ()), inks)
    for sent in audition.follow_ups:
        title = f"{sent.kind.word.capitalize()}, {sent.state}"
        facts = field_facts(FOLLOW_UP_FIELDS, sent, dossier.now, {"kind"})
        parts += block(title, facts, inks, always=True)
    parts += block("The job", _job(dossier), inks)
    parts += block("The way in", _way_in(dossier), inks)
    if audition.notes:
        parts += [Text(), Text("Notes", inks.accent), Text(audition.notes, inks.text)]
    parts += block("Kept with it", _rest(dossier, "Notes and more"), inks)
    parts += block(f"{audition.office} before", _before(dossier, inks), inks)
    parts += block("History", _history(dossier), inks)
    return Stack(*parts)


def _about(audition: Audition) -> Iterator[str]:
    if audition.role:
        yield audition.project
    medium = "" if audition.medium is Medium.OTHER else audition.medium.word
    size = audition.size.word if audition.size else ""
    if medium or size:
        yield ", ".join(filter(None, (medium, size)))
    if audition.subtype:
        yield audition.subtype
    if audition.union is not Union.UNKNOWN:
        yield audition.union.word
    yield from (f"#{tag}" for tag in audition.tags)


def _standing(dossier: AuditionContext, inks: Styles) -> Iterator[Fact]:
    audition, stands, now = dossier.audition, dossier.standing, dossier.now
    if not audition.is_open:
        yield "Ended", _ending(audition, dossier)
        if audition.reason or audition.disposition is not Disposition.COMPLETED:
            yield "Why", _why(audition)
    elif stands.silence:
        yield (
            "Silence",
            _silence(stands.silence, inks.of_kind(status_kind(stands.group, audition)), inks),
        )
    if audition.decision_by:
        yield "Decision", f"they said by {short_day(audition.decision_by, now)}"
    if audition.office:
        yield (
            "Office",
            Text.assemble((audition.office, inks.text), ("  " + dossier.office_line, inks.muted)),
        )
    people = (*audition.people, *((f"dir. {audition.director}",) if audition.director else ()))
    if people:
        yield "People", list_words(people)
    if dossier.came_from:
        yield "Came from", f"{dossier.came_from.name}, where you were remembered"
    yield from _rest(dossier, "What came of it")


def _silence(reading: Silence, ink: Style, inks: Styles) -> Text:
    usual, limit = reading.window.usual, reading.window.limit
    words = f"  since the {reading.after.word}; {reading.phase.meaning}"
    if reading.phase in {Phase.NORMAL, Phase.QUIET} and usual != limit:
        words += f" (usual: up to {usual} days, at most {limit})"
    return Text.assemble((reading.reading, ink + Style(bold=True)), (words, inks.muted))


def _ending(audition: Audition, dossier: AuditionContext) -> str:
    on = f", {short_day(audition.closed_on, dossier.now)}" if audition.closed_on else ""
    return f"{audition.disposition.sentence}{on}"


def _why(audition: Audition) -> str:
    if audition.reason is None:
        return "not known; most reasons have nothing to do with the read"
    how = "" if audition.certainty is Certainty.UNKNOWN else f" ({audition.certainty.word})"
    hands = "in your hands" if audition.reason.in_my_hands else "out of your hands"
    return f"{audition.reason.word}{how}, {hands}"


def _job(dossier: AuditionContext) -> Iterator[Fact]:
    audition, booking = dossier.audition, dossier.audition.booking
    yield from nonempty(
        ("Brand", ", ".join(filter(None, (audition.network_brand, audition.product_category)))),
        ("Producers", list_words(audition.producers)),
        ("Dates", audition.shoot_dates),
        ("Work dates", booking.work_dates if booking else ""),
        ("Place", audition.place),
        ("Rate", audition.rate),
        ("Usage", audition.usage),
        ("Types", ", ".join(audition.type_tags)),
        ("Breakdown", audition.breakdown),
    )
    yield from _rest(dossier, "The work", "The job")


def _way_in(dossier: AuditionContext) -> Iterator[Fact]:
    audition = dossier.audition
    submitted = audition.submitted_on
    source = audition.source.word if audition.source else ""
    yield from nonempty(
        ("Via", ", ".join(filter(None, (source, audition.rep, audition.platform)))),
        ("Submitted", short_day(submitted, dossier.now) if submitted else ""),
        ("Materials", audition.materials),
    )
    yield from _rest(dossier, "The way in")


def _rest(dossier: AuditionContext, *groups: str) -> Iterator[Fact]:
    """Yield the fields of these form groups that are not drawn elsewhere."""
    fields = (field for field in AUDITION_FIELDS if field.group in groups)
    return field_facts(fields, dossier.audition, dossier.now, _DRAWN)


def _before(dossier: AuditionContext, inks: Styles) -> Iterator[Fact]:
    for past in dossier.office_before[:_BEFORE_LINES]:
        day = past.first_day
        how = past.stage.word if past.is_open else past.disposition.sentence
        yield (
            short_day(day, dossier.now) if day else "",
            Text.assemble((past.name, inks.text), (f"  {how}", inks.muted)),
        )


def _history(dossier: AuditionContext) -> Iterator[Fact]:
    for event in reversed(dossier.audition.events[-_HISTORY_LINES:]):
        yield short_day(event.at.day, dossier.now), _happened(event)
    if added := dossier.audition.added_at:
        yield short_day(added.day, dossier.now), "added here"


def _happened(event: Event) -> str:
    after = event.outcome.replace("_", " ")
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

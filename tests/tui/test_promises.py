"""Every field of every form is drawn, found by the filter, listed in the history and exported."""

import datetime as dt
import json

import msgspec
import pytest
from msgspec.structs import replace
from textual.strip import Strip

from callbacktui.cli.audition_text import plain_audition
from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import History, context_of
from callbacktui.domain.base_classes import Value
from callbacktui.domain.board import Row
from callbacktui.domain.change import Change
from callbacktui.domain.change_description import field_changes, format_value
from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.enums import Cleared, FollowUpKind
from callbacktui.domain.holds_and_bookings import Booking, Cycle, Feedback, FollowUp, Hold
from callbacktui.domain.money import read_money
from callbacktui.domain.query import read_query
from callbacktui.domain.query_matcher import QueryMatcher
from callbacktui.domain.round import Round
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.domain.status import status_of
from callbacktui.exchange.export_tables import export_tables
from callbacktui.exchange.json_document import export_document, read_document
from callbacktui.exchange.markdown_export import escape_markdown, write_markdown
from callbacktui.tui.components.date_field_types import (
    CyclesField,
    DateField,
    MomentField,
    SpanField,
    SpansField,
)
from callbacktui.tui.components.field_definition import Field, with_changes
from callbacktui.tui.components.field_types import (
    EnumField,
    LinesField,
    ListField,
    MoneyField,
    NumberField,
    YesNoField,
)
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.desk.detail_view import write_detail
from callbacktui.tui.forms.audition_fields import (
    AUDITION_FIELDS,
    FEEDBACK_FIELDS,
    FOLLOW_UP_FIELDS,
    HOLD_FIELDS,
)
from callbacktui.tui.forms.round_fields import ROUND_FIELDS
from callbacktui.tui.theme.glyphs import FINE
from callbacktui.tui.theme.styles import Styles
from callbacktui.tui.theme.themes import GHOSTLIGHT
from tests.factories import NOW, TODAY, moment, present

FORMS: dict[type[Value], tuple[Field, ...]] = {
    Audition: AUDITION_FIELDS,
    Round: ROUND_FIELDS,
    Hold: HOLD_FIELDS,
    Feedback: FEEDBACK_FIELDS,
    FollowUp: FOLLOW_UP_FIELDS,
}
CASES = [
    pytest.param(kind, field, id=f"{kind.__name__}-{field.name}")
    for kind, fields in FORMS.items()
    for field in fields
]
PLAIN = Audition(
    id="a1",
    project="Hamlet",
    stage=Stage.AUDITIONED,
    disposition=Disposition.PASSED_TOLD,
    closed_on=dt.date(2026, 11, 1),
    reason=Reason.LOOK_OR_PAIRING,
    certainty=Certainty.TOLD,
    booking=Booking(),
    rounds=(Round(id="r1"),),
    holds=(Hold(id="h1", cleared=Cleared.RELEASED),),
    feedback=(Feedback(text="Lovely."),),
    follow_ups=(FollowUp(kind=FollowUpKind.THANK_YOU),),
)
_AS_IT_IS = {"unknown", "other", "told", "thank_you", "audition", "hold"}
_PLACES = {Round: "rounds", Hold: "holds", Feedback: "feedback", FollowUp: "follow_ups"}


def written(kind: type[Value], field: Field) -> tuple[Audition, str]:
    """Return an audition in which `field` has a unique value, and the words for it."""
    value = _something(field)
    if kind is Audition:
        whole = with_changes(PLAIN, {field.name: value})
    else:
        place = _PLACES[kind]
        whole = replace(
            PLAIN, **{place: (with_changes(getattr(PLAIN, place)[0], {field.name: value}),)}
        )
    return whole, format_value(value, NOW)


def _something(field: Field) -> object:
    match field.kind:
        case EnumField(words=words):
            return next(word for word in reversed(words) if word.value not in _AS_IT_IS)
        case YesNoField():
            return True
        case NumberField():
            return 37
        case MomentField():
            return moment(-3, 15)
        case DateField():
            return dt.date(2026, 11, 12)
        case MoneyField():
            return read_money("$1,234 a day")
        case SpanField():
            return read_span("2-4 Dec 2026, tentative", TODAY)
        case CyclesField():
            return (Cycle(span=present(read_span("2-4 Dec 2026", TODAY)), paid_on=TODAY),)
        case SpansField():
            return (read_span("2-4 Dec 2026", TODAY),)
        case ListField() | LinesField():
            return ("zqx zqy",)
    return "zqx zqy"


def glimpse(field: Field, words: str) -> str:
    """Return the part of the words that is visible on screen."""
    if isinstance(field.kind, YesNoField):
        return field.label
    return {DateField: "12 Nov", MomentField: "18 Nov"}.get(type(field.kind), words)


def drawn(whole: Audition) -> str:
    styles = Styles.of({"foreground": "#ece4d8", "error": "#ff8080", **GHOSTLIGHT.variables})
    writer = LineWriter(60, styles, FINE)
    write_detail(writer, context_of(whole, History((whole,)), NOW, Windows()))
    return "\n".join(Strip(line).text for line in writer.lines)


@pytest.mark.parametrize(("kind", "field"), CASES)
def test_every_form_field_is_drawn_in_the_detail(kind: type[Value], field: Field) -> None:
    whole, words = written(kind, field)
    new = set(drawn(whole).splitlines()) - set(drawn(PLAIN).splitlines())
    shown = "\n".join(new).casefold()
    assert glimpse(field, words).casefold() in shown


@pytest.mark.parametrize(("kind", "field"), CASES)
def test_every_form_field_is_found_by_the_filter(kind: type[Value], field: Field) -> None:
    whole, words = written(kind, field)
    if isinstance(field.kind, YesNoField):
        words = field.name.rpartition(".")[2].replace("_", " ")
    elif isinstance(field.kind, (DateField, MomentField)):
        words = "nov 2026"
    elif isinstance(field.kind, MoneyField):
        words = "1234"
    elif isinstance(field.kind, (SpanField, SpansField, CyclesField)):
        words = "2 dec 2026"
    rows = [Row(a, status_of(a, NOW, Windows())) for a in (whole, PLAIN)]
    found = QueryMatcher().pick(rows, read_query(f'"{words}"'), NOW)
    assert rows[0] in found


@pytest.mark.parametrize(("kind", "field"), CASES)
def test_every_form_field_is_listed_in_the_history(kind: type[Value], field: Field) -> None:
    whole, words = written(kind, field)
    told = field_changes(Change(before=PLAIN, after=whole), NOW)
    assert any(words in shift.after for shift in told)


@pytest.mark.parametrize(("kind", "field"), CASES)
def test_every_form_field_survives_an_export(kind: type[Value], field: Field) -> None:
    whole, _ = written(kind, field)
    record = json.loads(msgspec.json.encode(whole))
    assert read_document(export_document({"auditions": [record]}, NOW)).auditions == [whole]


@pytest.mark.parametrize(("kind", "field"), CASES)
def test_every_form_field_is_in_the_plain_output(kind: type[Value], field: Field) -> None:
    def spoken(whole: Audition) -> set[str]:
        return set(plain_audition(context_of(whole, History((whole,)), NOW, Windows())))

    whole, words = written(kind, field)
    name = field.name.rpartition(".")[2].replace("_", " ")
    said = f"{name}: yes" if isinstance(field.kind, YesNoField) else glimpse(field, words)
    new = spoken(whole) - spoken(PLAIN)
    assert any(said.casefold() in line.casefold() for line in new)


@pytest.mark.parametrize(("kind", "field"), CASES)
def test_every_form_field_is_in_the_markdown_export(kind: type[Value], field: Field) -> None:
    whole, words = written(kind, field)
    lines = set(write_markdown([whole], (), NOW).decode().splitlines())
    new = "\n".join(lines - set(write_markdown([PLAIN], (), NOW).decode().splitlines()))
    assert escape_markdown(words) in new


@pytest.mark.parametrize(("kind", "field"), CASES)
def test_every_form_field_is_in_an_export_table(kind: type[Value], field: Field) -> None:
    def cells(whole: Audition) -> set[str]:
        tables = export_tables([whole], (), NOW)
        return {str(cell) for table in tables for row in table.rows for cell in row}

    assert cells(written(kind, field)[0]) - cells(PLAIN)

"""The fields of the forms: every field and every type, from record to text and back."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import Format, Medium
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.money import read_money
from callbacktui.domain.round import Round, Tape
from callbacktui.domain.text import clean
from callbacktui.tui.components.date_field_types import (
    CyclesField,
    DateField,
    MomentField,
    SpanField,
    SpansField,
)
from callbacktui.tui.components.field_definition import (
    Field,
    fields_that_apply,
    group_fields,
    value_of,
    with_changes,
)
from callbacktui.tui.components.field_types import (
    LONGEST,
    EnumField,
    FieldError,
    FieldType,
    LinesField,
    ListField,
    MoneyField,
    MultilineField,
    NumberField,
    TextField,
    YesNoField,
)
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS, HOLD_FIELDS
from callbacktui.tui.forms.form_state import FormState
from callbacktui.tui.forms.new_audition_fields import NEW_FIELDS, NewAudition
from callbacktui.tui.forms.round_fields import ROUND_FIELDS, PiecesField
from callbacktui.tui.forms.suggestions import known_words
from tests.factories import NOW, TODAY, asked, audition, done, later, moment
from tests.tui.host_app import HOSTILE

KEPT_ELSEWHERE = {
    Audition: {
        *("id", "stage", "disposition", "rounds", "holds", "follow_ups", "feedback"),
        *("events", "added_at", "came_from", "told_decisions"),
    },
    Round: {"id", "reflection", "told_times", "receipts"},
    Hold: {"id", "told_times"},
}
"""Fields that other commands change, or that nobody does."""


@pytest.mark.parametrize(
    ("record", "fields"),
    [(Audition, AUDITION_FIELDS), (Round, ROUND_FIELDS), (Hold, HOLD_FIELDS)],
)
def test_every_writable_field_is_in_a_form(record: type[Value], fields: tuple[Field, ...]) -> None:
    named = {field.name.partition(".")[0] for field in fields}
    assert named == set(record.__struct_fields__) - KEPT_ELSEWHERE[record]


def test_every_booking_and_tape_field_is_in_a_form() -> None:
    names = {field.name for field in (*AUDITION_FIELDS, *ROUND_FIELDS)}
    assert {f"booking.{name}" for name in Booking.__struct_fields__} <= names
    assert {f"tape.{name}" for name in Tape.__struct_fields__} <= names


@pytest.mark.parametrize("field", [*NEW_FIELDS, *ROUND_FIELDS, *HOLD_FIELDS], ids=lambda f: f.name)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_cleaned_or_refused(field: Field, text: str) -> None:
    value, reason = None, ""
    try:
        value = field.kind.read(text, NOW, DateOrder.MDY)
    except FieldError as error:
        reason = error.reason
    shown_again = reason or field.kind.to_text(value, NOW)
    assert clean(shown_again) == shown_again
    assert reason or field.kind.read(shown_again, NOW, DateOrder.MDY) == value


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        (TextField(required="Name the project."), "  ", "Name the project."),
        (
            TextField(),
            "x" * (LONGEST + 3),
            "This is 3 characters more than the 20,000 that fit; shorten it.",
        ),
        (NumberField(most=100), "many", "Write a whole number, such as 12, or leave it empty."),
        (NumberField(most=100), "12.5", "Write a whole number, such as 12, or leave it empty."),
        (NumberField(most=100), "1e999999", "Write a number from 0 to 100."),
        (NumberField(most=100), "-1", "Write a number from 0 to 100."),
        (
            EnumField(words=Format),
            "by owl",
            "Choose one of: in person, self-tape, virtual live, phone.",
        ),
        (YesNoField(), "perhaps", "Write yes or no."),
        (MomentField(), "30 feb", "February has no day 30. Check the day."),
        (DateField(), "whenever", "“whenever” is not a date known here. Write it as 26 Nov 2026."),
    ],
)
def test_refusal_includes_a_fix(kind: FieldType, text: str, reason: str) -> None:
    with pytest.raises(FieldError) as caught:
        kind.read(text, NOW, DateOrder.MDY)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (ListField(), "#Comedy, comedy ,, Mara  Lind", ("Comedy", "Mara Lind")),
        (ListField(), "Lind, Mara; Osei, T.", ("Lind, Mara", "Osei, T.")),
        (ListField(people=True), "Mara Lind, session director", ("Mara Lind, session director",)),
        (
            ListField(people=True),
            "Mara Lind, Casting Director, T. Osei, reader, ann reader",
            ("Mara Lind, Casting Director", "T. Osei, reader", "ann reader"),
        ),
        (ListField(people=True), "reader, mara lind", ("reader", "mara lind")),
        (ListField(), "mara, director", ("mara", "director")),
        (LinesField(), "a.pdf\n\n b, c.pdf \na.pdf", ("a.pdf", "b, c.pdf")),
        (NumberField(most=100, whole=False), "12.5 %", 12.5),
        (EnumField(words=Format), "Self-tape", Format.SELF_TAPE),
        (EnumField(words=Format), "", None),
        (MultilineField(), "one\r\ntwo  \n\n", "one\ntwo"),
        (MomentField(), "", None),
    ],
)
def test_typed_text_is_read(kind: FieldType, text: str, value: object) -> None:
    assert kind.read(text, NOW, DateOrder.MDY) == value


@given(st.lists(st.text("abc, é", min_size=1).map(lambda s: " ".join(s.split(" ")).strip(" ,"))))
@pytest.mark.parametrize("kind", [ListField(), ListField(people=True)])
def test_names_round_trip_through_the_field(kind: ListField, names: list[str]) -> None:
    once = kind.read("; ".join(names) + ";", NOW, DateOrder.MDY)
    assert kind.read(kind.to_text(once, NOW), NOW, DateOrder.MDY) == once


@pytest.mark.parametrize("when", [moment(3, 18), moment(3, None), moment(-400, 9, "Asia/Tokyo")])
def test_shown_moment_is_read_back(when: Moment) -> None:
    kind = MomentField()
    assert kind.read(kind.to_text(when, NOW), NOW, DateOrder.MDY) == when


def test_known_dates_are_echoed_and_others_not_guessed() -> None:
    assert (
        MomentField().glance("thu 6pm", NOW, DateOrder.MDY).startswith("Thu 26 Nov 2026, 18:00 (")
    )
    assert MomentField().glance("thursday in the evening-ish", NOW, DateOrder.MDY) == ""
    assert MomentField().glance("30 feb", NOW, DateOrder.MDY) == ""


def test_dotted_fields_edit_nested_values() -> None:
    linked = with_changes(asked(), {"tape.link": "https://x", "tape.passcode": "7", "takes": 3})
    assert (linked.tape, linked.takes) == (Tape(link="https://x", passcode="7"), 3)
    assert value_of(linked, "tape.passcode") == "7"
    assert with_changes(linked, {"tape.link": "", "tape.passcode": ""}).tape is None
    assert (
        with_changes(audition(booking=Booking(fee=read_money("9"))), {"booking.fee": None}).booking
        == Booking()
    )


def test_medium_moves_its_fields_forward() -> None:
    first = [field.name for field in group_fields(AUDITION_FIELDS, Medium.COMMERCIAL)["The part"]]
    assert {"product_category", "usage"} <= set(first)
    assert "director" not in first
    assert "director" in [f.name for f in group_fields(AUDITION_FIELDS, Medium.FILM)["The part"]]


def test_fields_of_endings_and_jobs_are_hidden_until_needed() -> None:
    names = {field.name for field in fields_that_apply(AUDITION_FIELDS, audition())}
    assert not names & {"reason", "certainty", "booking.fee"}
    assert "booking.fee" in {
        f.name for f in fields_that_apply(AUDITION_FIELDS, audition(booking=Booking()))
    }


def form_state(record: Value, fields: tuple[Field, ...] = AUDITION_FIELDS) -> FormState:
    return FormState(fields, record, lambda: NOW, DateOrder.MDY)


def test_only_changed_fields_are_returned() -> None:
    form = form_state(audition(notes="as it was", tags=("a", "b")))
    form.write("role", "Gertrude")
    form.write("tags", "a,b")
    form.write("notes", "as it was ")
    assert form.read_all().changed == {"role": "Gertrude"}


def test_untouched_moment_keeps_its_zone() -> None:
    read = asked(at=moment(-3, 14, "Asia/Tokyo"))
    form = form_state(read, ROUND_FIELDS)
    form.write("wore", "grey")
    assert form.read_all().changed == {"wore": "grey"}


def test_untouched_required_field_is_an_error() -> None:
    assert set(form_state(audition(project="")).read_all().errors) == {"project"}


def test_draft_of_another_version_is_restored_as_far_as_possible() -> None:
    form = form_state(audition())
    assert form.restore({"role": "Osric", "shoe_size": "43"})
    assert form.changed_texts == {"role": "Osric"}
    form.reset()
    assert not form.changed_texts


def test_new_audition_starts_with_its_round() -> None:
    record = NewAudition.of(audition())
    ahead = with_changes(record, {"read.at": moment(3)}).audition(NOW)
    assert (ahead.stage, ahead.rounds[0].at, ahead.pending) == (
        "requested",
        moment(3),
        ahead.rounds[0],
    )
    behind = with_changes(record, {"read.at": moment(-3)}).audition(NOW)
    assert (behind.stage, behind.last_done) == ("auditioned", behind.rounds[0])
    assert record.audition(NOW) == audition()


def test_completions_are_sorted_by_use() -> None:
    known = known_words(
        [
            audition(people=("Mara",), director="T. Osei"),
            audition(people=("T. Osei",), rounds=(done(people=("T. Osei",)),), office=""),
        ]
    )
    assert known["people"] == ("T. Osei", "Mara")
    assert known["office"] == ("Telsey Office",)


def test_own_words_are_suggested_before_standard_ones() -> None:
    known = known_words([audition(subtype="pantomime", size_said="swing", type_tags=("nurse",))])
    assert known["subtype"][0] == "pantomime"
    assert {"audiobook", "musical"} <= set(known["subtype"])
    assert (known["size_said"], known["type_tags"]) == (("swing",), ("nurse",))


@pytest.mark.parametrize(
    ("kind", "text", "echo"),
    [
        (SpanField(), "14-18 Dec", "Mon 14 Dec 2026 to Fri 18 Dec 2026, 5 days"),
        (SpanField(), "3 Dec", "Thu 3 Dec 2026, in 12 days"),
        (SpanField(), "mid December", "Kept in your words, nothing is calculated from them"),
        (MoneyField(), "$1,250.50 a day", "1,250.50 a day, $"),
        (MoneyField(), "250", "250, no currency said"),
        (MoneyField(), "scale", "Kept in your words, nothing is calculated from them"),
        (MoneyField(), "", ""),
    ],
)
def test_typed_value_is_echoed_while_typing(kind: FieldType, text: str, echo: str) -> None:
    value = kind.read(text, NOW, DateOrder.MDY)
    assert kind.echo(value, NOW).startswith(echo)
    assert kind.glance(text, NOW, DateOrder.MDY) == kind.echo(value, NOW)
    assert kind.to_text(value, NOW) == text


@pytest.mark.parametrize(
    ("kind", "text", "mend"),
    [
        (MoneyField(), "12oo", "Write 1200"),
        (MoneyField(), "-$40", "without the minus"),
        (SpanField(), "18-14 Dec", "Write the first day first"),
        (SpanField(), "31 Nov", "Check the day"),
        (SpansField(), "1 Dec\n31 Nov", "Check the day"),
        (CyclesField(), "1 Jan-31 Mar, paid soonish", "Write it as"),
        (CyclesField(), "1 Jan-31 Mar paid", "Write the days first, then paid"),
        (CyclesField(), "paid 3 Jan", "Write the days first, then paid"),
        (CyclesField(), "the winter, paid 3 Nov", "names no days for sure"),
        (SpansField(), "1 Dec\nsome time in January", "names no days for sure"),
    ],
)
def test_mistyped_amount_or_days_are_refused_with_a_fix(
    kind: FieldType, text: str, mend: str
) -> None:
    with pytest.raises(FieldError, match=r"\w") as caught:
        kind.read(text, NOW, DateOrder.MDY)
    assert mend in caught.value.reason


def test_usage_cycles_round_trip_line_by_line() -> None:
    text = "1 Aug-31 Oct 2026, paid Mon 3 Aug 2026\n1 Nov 2026 to 31 Jan 2027"
    first, second = CyclesField().read(text, NOW, DateOrder.MDY)
    assert (first.paid_on, second.paid_on) == (dt.date(2026, 8, 3), None)
    assert first.words == "1 Aug to 31 Oct 2026, paid 3 Aug 2026"
    assert CyclesField().to_text((first, second), NOW) == text


def test_days_are_shown_with_a_year_if_otherwise_ambiguous() -> None:
    span = read_span("14-18 Dec", TODAY)
    assert SpanField().to_text(span, NOW) == "14-18 Dec"
    assert SpanField().to_text(span, later(365)) == "14 to 18 Dec 2026"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("O, what a rogue", ("O, what a rogue",)),
        ("Memory, o, what a rogue, Nina", ("Memory", "o, what a rogue", "Nina")),
        ("O, what a rogue; Memory", ("O, what a rogue", "Memory")),
        ("O, what, a rogue", ("O", "what", "a rogue")),
        ("", ()),
    ],
)
def test_comma_in_a_known_title_is_kept(text: str, titles: tuple[str, ...]) -> None:
    field = PiecesField(titles=frozenset({"o, what a rogue"}))
    assert field.read(text, NOW, DateOrder.MDY) == titles
    assert field.read(field.to_text(titles, NOW), NOW, DateOrder.MDY) == titles


@pytest.mark.parametrize(
    ("name", "typed", "written"),
    [
        ("at", "mon 3pm", "Mon 23 Nov 2026, 15:00 (America/New_York)"),
        ("due_at", "tomorrow noon", "Sun 22 Nov 2026, 12:00 (America/New_York)"),
        ("due_at", "dec 9 5pm", "dec 9 5pm"),
        ("at", "soon", "soon"),
        ("place", "mon", "mon"),
    ],
)
def test_relative_day_in_a_draft_keeps_its_meaning(name: str, typed: str, written: str) -> None:
    later = FormState(ROUND_FIELDS, asked(), lambda: NOW.add(days=5), DateOrder.MDY)
    assert later.written_out({name: typed}, NOW) == {name: written}
    if name != "place" and typed != "soon":
        later.write(name, written)
        then = form_state(asked(), ROUND_FIELDS)
        then.write(name, typed)
        assert later.read_all().changed == then.read_all().changed

"""Columns are mapped to fields by their headings, and by what stands below them."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.enums import Format
from callbacktui.domain.stage import Stage
from callbacktui.exchange.spreadsheet import column_mapping
from callbacktui.exchange.spreadsheet.column_mapping import (
    MappingError,
    column_labels,
    parse_override,
    propose_columns,
    topic_of,
    with_overrides,
)
from callbacktui.exchange.spreadsheet.fields import SHARED, Field


def fields(header: list[str], *rows: list[str]) -> list[Field | None]:
    return [column.field for column in propose_columns(column_labels(header), rows)]


def test_headings_as_actors_write_them() -> None:
    found = fields(["DATE", "Projects", "Charactr", "Casting Director", "Shoe size"])
    assert found == [Field.DATE, Field.PROJECT, Field.ROLE, Field.OFFICE, None]
    joined = fields(["projectName", "casting_office", "Date/Time:", "Result\n(CB / booked)"])
    assert joined == [Field.PROJECT, Field.OFFICE, Field.DATE, Field.RESULT]


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        (Field.OFFICE, "Who's casting|Who's casting?|Casting by|C.D.|Production Company|Prod. Co."),
        (Field.RATE, "$$|$|£|€/£|\U0001f4b0|PFH|What it pays|Day fee"),
        (Field.DIRECTOR, "Choreo|Choreographer|Music Director|Stunt Coordinator"),
        (Field.RECEIVED, "Got it on|Came in on|Request came"),
        (Field.DUE, "By when|Tape by|Cut-off|Sample due|Video due|Submission due"),
        (Field.SHOOT_DATES, "Rehearsals start|Show dates|Shoot days"),
        (Field.ROLE, "Char.|Cast as"),
        (Field.RESULT, "Any word?|Stage reached|Got a response?"),
        (Field.CALLBACK_ON, "2nd CB|CB 2 date|Chem read|Screen test"),
        (Field.PEOPLE, "Heard by|Sang for|Who I met"),
        (Field.PROJECT, "Proj.|Spec title|Went in for|What's it for|Book title"),
        (Field.CALLBACK_TIME, "Callback time|Recall time|2nd callback time|CB hour"),
        (Field.PROJECT, "Project Name/Type|Show Title / Venue"),
        (Field.CALLBACK_ON, "Call Back Date|Call back dates"),
        (Field.SENT, "Date Tape Submitted|Date tape sent"),
        (Field.SOURCE, "Agent or Self-Sub|Agent/Self"),
        (Field.REP, "Submitting Agent|Agent name"),
        (Field.FEEDBACK, "Feedback from Casting"),
        (Field.MEDIUM, "Commercial/Theatrical"),
        (None, "Model|Prep|Kid|Parking $|Travel $"),
    ],
)
def test_headings_in_the_words_of_every_trade(field: Field | None, headings: str) -> None:
    found = {heading: fields([heading])[0] for heading in headings.split("|")}
    assert {heading: one for heading, one in found.items() if one is not field} == {}


def test_what_was_sent_is_a_tape_if_tapes_are_due() -> None:
    for heading in ("Sent it?", "Turned in", "Sent off", "Sample sent", "MP3 uploaded"):
        assert fields(["Project", "Tape due", heading])[2] is Field.SENT


def test_the_company_is_the_office_only_if_nobody_else_is() -> None:
    assert fields(["Casting", "Production Company"]) == [Field.OFFICE, Field.NETWORK_BRAND]


def test_what_they_said_is_a_result_or_their_words() -> None:
    results, words = ["Lear", "cb!!"], ["Lear", "lovely, but too warm for the part"]
    assert fields(["Project", "What they said"], results) == [Field.PROJECT, Field.RESULT]
    assert fields(["Project", "What they said"], words) == [Field.PROJECT, Field.FEEDBACK]


def test_pay_with_its_hours_is_no_day() -> None:
    assert fields(["Project", "Pay"], ["Lear", "$216/10"]) == [Field.PROJECT, Field.RATE]


def test_hours_behind_callbacks_are_theirs() -> None:
    header = ["Project", "Date", "Callback", "Time"]
    own = [["Lear", "3/4/2026", "3/9/2026", "2pm"], ["Macbeth", "3/5/2026", "", ""]]
    first = [["Lear", "3/4/2026", "3/9/2026", "2pm"], ["Macbeth", "3/5/2026", "", "3pm"]]
    assert fields(header, *own)[3] is Field.CALLBACK_TIME
    assert fields(header, *first)[3] is Field.TIME


def test_a_field_is_given_once() -> None:
    assert fields(["Project", "Title", "Date"]) == [Field.PROJECT, None, Field.DATE]


def test_what_stands_below_a_heading_decides_what_it_means() -> None:
    header = ["Project", "Audition", "Callback", "Type", "Source"]
    days = ["Lear", "3/4/2026", "3/9/2026", "co-star", "Actors Access"]
    words = ["Lear", "EPA", "yes", "TV", "agent"]
    assert fields(header, days) == [
        Field.PROJECT, Field.DATE, Field.CALLBACK_ON, Field.SIZE, Field.PLATFORM,
    ]  # fmt: skip
    assert fields(header, words) == [
        Field.PROJECT, Field.KIND, Field.RESULT, Field.MEDIUM, Field.SOURCE,
    ]  # fmt: skip


def test_a_question_is_answered_by_what_it_asks() -> None:
    rows = [["Lear", "yes", "x"], ["Hamlet", "", "x"]]
    columns = propose_columns(("Show", "Did they call me back?", "Self tape"), rows)
    assert [column.topic for column in columns] == [None, Stage.CALLBACK, Format.SELF_TAPE]


def test_the_actors_own_headings_come_first() -> None:
    own = {"when": Field.DUE, "luftschloss": Field.PROJECT}
    columns = propose_columns(("Project", "Luftschloss", "When"), (), own)
    assert [column.field for column in columns] == [None, Field.PROJECT, Field.DUE]


def test_columns_have_names_of_their_own() -> None:
    assert column_labels(["Notes", "", "Notes"]) == ("Notes", "column B", "Notes (2)")


def test_what_the_actor_says_goes_first() -> None:
    columns = propose_columns(("Project", "Show", "When"))
    said = dict([parse_override("show=project", ["Project", "Show", "When"])])
    mended = with_overrides(columns, said)
    assert [column.field for column in mended] == [None, Field.PROJECT, Field.DATE]
    assert with_overrides(mended, {"When": None})[2].field is None


@pytest.mark.parametrize("override", ["Nowhere=date", "When=astrology", "When"])
def test_a_wrong_override_names_what_there_is(override: str) -> None:
    with pytest.raises(MappingError, match="There is no"):
        parse_override(override, ["When"])


@given(st.lists(st.text(max_size=20), max_size=12))
def test_any_header_has_a_mapping(header: list[str]) -> None:
    found = fields(header)
    single = [field for field in found if field and field not in SHARED]
    assert len(found) == len(header)
    assert len(single) == len(set(single))


def test_words_that_ask_nothing_name_no_step_if_they_are_read_as_phrases(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = sorted(column_mapping._ASK_NOTHING)
    monkeypatch.setattr(column_mapping, "_ASK_NOTHING", frozenset())
    headings = [*words, *map(" ".join, permutations(words, 2))]
    assert [heading for heading in headings if topic_of(heading) is not None] == []


def test_plain_headings_need_no_patterns_of_results(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(column_mapping, "meaning_of", asked.append)
    labels = [
        "Audition date",
        "Project",
        "Type",
        "Role",
        "Casting director",
        "How",
        "Via",
        "Wore",
        "Result",
        "Notes",
    ]
    assert propose_columns(labels)[8].field is Field.RESULT
    assert asked == []


def test_a_number_of_a_project_is_not_its_name() -> None:
    header = ["Project #", "Project Title", "Role No.", "Round #"]
    assert fields(header, ["15", "Marigold", "3", "2"])[:3] == [None, Field.PROJECT, None]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("TVC/TV/Film/Theatre", Field.MEDIUM), ("Film, Stage or Voiceover", Field.MEDIUM),
        ("Eco Cast / Room / Zoom", Field.FORMAT), ("Musical/Play", Field.PROJECT),
    ],
)  # fmt: skip
def test_a_heading_that_lists_its_words_holds_these(heading: str, field: Field) -> None:
    assert fields([heading, "Title"] if field is not Field.PROJECT else [heading])[0] is field


def test_being_let_through_before_a_read_is_no_result_of_it() -> None:
    rows = [["Ring", "accepted", "no"], ["Norma", "declined", ""], ["Carmen", "accepted", ""]]
    assert fields(["Program", "Prescreen", "Result"], *rows) == [
        Field.PROJECT, None, Field.RESULT,
    ]  # fmt: skip


def test_a_request_is_a_day_or_says_how_by_what_is_below_it() -> None:
    how = [["Ring", "Self Tape"], ["Norma", "In Person"], ["Carmen", "Callback - Zoom"]]
    assert fields(["Project", "Request"], *how)[1] is Field.FORMAT
    assert fields(["Project", "Request"], ["Ring", "3/4/2026"])[1] is Field.RECEIVED


def test_a_call_is_an_hour_if_hours_are_below_it() -> None:
    assert fields(["Project", "Call"], ["Ring", "5:42 AM"], ["Norma", "7 AM"])[1] is Field.TIME


def test_words_in_brackets_are_the_heading_if_what_is_below_says_so() -> None:
    roles = [["Ring", "Det. Ross (guest star)"], ["Norma", "Mom"], ["Carmen", "Bea"]]
    assert fields(["Project", "Role (size)"], *roles)[1] is Field.ROLE
    sizes = [["Ring", "guest star"], ["Norma", "co-star"]]
    assert fields(["Project", "Role (size)"], *sizes)[1] is Field.SIZE


def test_a_sign_of_money_makes_a_rate_and_never_a_project() -> None:
    header = ["Product/Client", "Agency/Prod Co", "Session $", "Role", "$ spent"]
    assert fields(header, ["Dune Water", "Hatch & Co", "$783.10", "Jogger", "75"]) == [
        Field.PROJECT, None, Field.RATE, Field.ROLE, None,
    ]  # fmt: skip
    assert fields(["Project", "Session"], ["Ring", "$783.10"])[1] is not Field.PROJECT

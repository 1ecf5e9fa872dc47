"""Columns are mapped to fields by their headings, and by what stands below them."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.enums import Format
from callbacktui.domain.stage import Stage
from callbacktui.exchange.spreadsheet import heading_topics
from callbacktui.exchange.spreadsheet.column_mapping import (
    MappingError,
    column_labels,
    parse_override,
    propose_columns,
    with_overrides,
)
from callbacktui.exchange.spreadsheet.fields import SHARED, Field
from callbacktui.exchange.spreadsheet.heading_topics import topic_of


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
        (
            Field.SHOOT_DATES,
            "If cast: dates|Dates if booked|Rehearsals start|Show dates|Shoot days",
        ),
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


def test_sent_column_means_tapes_if_tapes_are_due() -> None:
    for heading in ("Sent it?", "Turned in", "Sent off", "Sample sent", "MP3 uploaded"):
        assert fields(["Project", "Tape due", heading])[2] is Field.SENT


def test_company_is_the_office_only_without_another() -> None:
    assert fields(["Casting", "Production Company"]) == [Field.OFFICE, Field.NETWORK_BRAND]


def test_what_they_said_column_is_result_or_feedback() -> None:
    results, words = ["Lear", "cb!!"], ["Lear", "lovely, but too warm for the part"]
    assert fields(["Project", "What they said"], results) == [Field.PROJECT, Field.RESULT]
    assert fields(["Project", "What they said"], words) == [Field.PROJECT, Field.FEEDBACK]


def test_pay_with_hours_is_not_a_date() -> None:
    assert fields(["Project", "Pay"], ["Lear", "$216/10"]) == [Field.PROJECT, Field.RATE]


def test_hours_after_callbacks_belong_to_them() -> None:
    header = ["Project", "Date", "Callback", "Time"]
    own = [["Lear", "3/4/2026", "3/9/2026", "2pm"], ["Macbeth", "3/5/2026", "", ""]]
    first = [["Lear", "3/4/2026", "3/9/2026", "2pm"], ["Macbeth", "3/5/2026", "", "3pm"]]
    assert fields(header, *own)[3] is Field.CALLBACK_TIME
    assert fields(header, *first)[3] is Field.TIME


def test_each_field_is_mapped_once() -> None:
    assert fields(["Project", "Title", "Date"]) == [Field.PROJECT, None, Field.DATE]


def test_cells_decide_the_meaning_of_a_heading() -> None:
    header = ["Project", "Audition", "Callback", "Type", "Source"]
    days = ["Lear", "3/4/2026", "3/9/2026", "co-star", "Actors Access"]
    words = ["Lear", "EPA", "yes", "TV", "agent"]
    assert fields(header, days) == [
        Field.PROJECT, Field.DATE, Field.CALLBACK_ON, Field.SIZE, Field.PLATFORM,
    ]  # fmt: skip
    assert fields(header, words) == [
        Field.PROJECT, Field.KIND, Field.RESULT, Field.MEDIUM, Field.SOURCE,
    ]  # fmt: skip


def test_question_headings_give_meaning_to_answers() -> None:
    rows = [["Lear", "yes", "x"], ["Hamlet", "", "x"]]
    columns = propose_columns(("Show", "Did they call me back?", "Self tape"), rows)
    assert [column.topic for column in columns] == [None, Stage.CALLBACK, Format.SELF_TAPE]


def test_own_headings_come_first() -> None:
    own = {"when": Field.DUE, "luftschloss": Field.PROJECT}
    columns = propose_columns(("Project", "Luftschloss", "When"), (), own)
    assert [column.field for column in columns] == [None, Field.PROJECT, Field.DUE]


def test_column_labels_are_unique() -> None:
    assert column_labels(["Notes", "", "Notes"]) == ("Notes", "column B", "Notes (2)")


def test_own_mapping_comes_first() -> None:
    columns = propose_columns(("Project", "Show", "When"))
    said = dict([parse_override("show=project", ["Project", "Show", "When"])])
    mended = with_overrides(columns, said)
    assert [column.field for column in mended] == [None, Field.PROJECT, Field.DATE]
    assert with_overrides(mended, {"When": None})[2].field is None


@pytest.mark.parametrize("override", ["Nowhere=date", "When=astrology", "When"])
def test_wrong_mapping_lists_the_columns(override: str) -> None:
    with pytest.raises(MappingError, match="There is no"):
        parse_override(override, ["When"])


@given(st.lists(st.text(max_size=20), max_size=12))
def test_any_header_has_a_mapping(header: list[str]) -> None:
    found = fields(header)
    single = [field for field in found if field and field not in SHARED]
    assert len(found) == len(header)
    assert len(single) == len(set(single))


def test_filler_words_do_not_name_a_step(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = sorted(heading_topics._ASK_NOTHING)
    monkeypatch.setattr(heading_topics, "_ASK_NOTHING", frozenset())
    headings = [*words, *map(" ".join, permutations(words, 2))]
    assert [heading for heading in headings if topic_of(heading) is not None] == []


def test_plain_headings_skip_the_result_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(heading_topics, "meaning_of", asked.append)
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


def test_project_number_is_not_its_name() -> None:
    header = ["Project #", "Project Title", "Role No.", "Round #"]
    assert fields(header, ["15", "Marigold", "3", "2"])[:3] == [None, Field.PROJECT, None]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("TVC/TV/Film/Theatre", Field.MEDIUM), ("Film, Stage or Voiceover", Field.MEDIUM),
        ("Eco Cast / Room / Zoom", Field.FORMAT), ("Musical/Play", Field.PROJECT),
    ],
)  # fmt: skip
def test_heading_that_lists_its_values_is_recognized(heading: str, field: Field) -> None:
    assert fields([heading, "Title"] if field is not Field.PROJECT else [heading])[0] is field


def test_prescreen_pass_is_not_a_result() -> None:
    rows = [["Ring", "accepted", "no"], ["Norma", "declined", ""], ["Carmen", "accepted", ""]]
    assert fields(["Program", "Prescreen", "Result"], *rows) == [
        Field.PROJECT, None, Field.RESULT,
    ]  # fmt: skip


def test_request_column_is_a_day_or_a_source() -> None:
    how = [["Ring", "Self Tape"], ["Norma", "In Person"], ["Carmen", "Callback - Zoom"]]
    assert fields(["Project", "Request"], *how)[1] is Field.FORMAT
    assert fields(["Project", "Request"], ["Ring", "3/4/2026"])[1] is Field.RECEIVED


def test_call_column_is_an_hour_if_it_holds_hours() -> None:
    assert fields(["Project", "Call"], ["Ring", "5:42 AM"], ["Norma", "7 AM"])[1] is Field.TIME


def test_bracketed_words_can_be_the_heading() -> None:
    roles = [["Ring", "Det. Ross (guest star)"], ["Norma", "Mom"], ["Carmen", "Bea"]]
    assert fields(["Project", "Role (size)"], *roles)[1] is Field.ROLE
    sizes = [["Ring", "guest star"], ["Norma", "co-star"]]
    assert fields(["Project", "Role (size)"], *sizes)[1] is Field.SIZE


def test_currency_sign_means_rate_not_project() -> None:
    header = ["Product/Client", "Agency/Prod Co", "Session $", "Role", "$ spent"]
    assert fields(header, ["Dune Water", "Hatch & Co", "$783.10", "Jogger", "75"]) == [
        Field.PROJECT, None, Field.RATE, Field.ROLE, None,
    ]  # fmt: skip
    assert fields(["Project", "Session"], ["Ring", "$783.10"])[1] is not Field.PROJECT


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("How did I get it?", "Agent|Backstage|Open call|Referral", Field.SOURCE),
        ("How did I get it?", "cb|no|booked|no", Field.RESULT),
        ("Studio", "Opal 4|Opal 2|Carrow Rooms|Dome", Field.PLACE),
        ("Studio", "Tall Elm|Marsh Row|Kite|Low Lantern", Field.NETWORK_BRAND),
        ("EPA / ECC / Appt", "EPA|Appt|ECC|video", Field.KIND),
        ("Who's making it?", "B. Anand|Prof. Dunn|K. Lowe|crew", Field.PEOPLE),
    ],
)
def test_what_is_below_a_heading_decides_its_meaning(
    heading: str, cells: str, field: Field
) -> None:
    rows = [[f"P{n}", cell] for n, cell in enumerate(cells.split("|"))]
    assert fields(["Project", heading], *rows)[1] is field


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Upload by", "9/3/2026|9/16/2026|10/3/2026", Field.DUE),
        ("Got it", "9/1/2026|9/14/2026|10/2/2026", Field.RECEIVED),
        ("Got it", "yes|no|yes", Field.RESULT),
        ("1st call", "9/3/2026|9/16/2026|10/3/2026", Field.DATE),
        ("1st interview", "9/3/2026|9/16/2026|10/3/2026", Field.DATE),
        ("Casting", "9/3/2026|9/16/2026|10/3/2026", Field.DATE),
        ("Casting", "Tall Elm|Marsh Row|Kite", Field.OFFICE),
        ("Optioned", "9/3/2026|9/16/2026|10/3/2026", Field.RESULT),
        ("Shortlisted", "9/3/2026|9/16/2026|10/3/2026", Field.HEARD_ON),
        ("Shortlisted", "yes|no|yes", Field.RESULT),
        ("Sample requested", "9/3/2026|9/16/2026|10/3/2026", Field.RECEIVED),
        ("2nd interview", "9/3/2026|9/16/2026|10/3/2026", Field.CALLBACK_ON),
        ("C/B", "9/3/2026|9/16/2026|10/3/2026", Field.CALLBACK_ON),
        ("Avail", "9/3/2026|9/16/2026|10/3/2026", Field.RESULT),
        ("Released", "9/3/2026|9/16/2026|10/3/2026", Field.RESULT),
        ("Kept or cut", "kept|cut|kept", Field.RESULT),
        ("Agent/Showcast", "agent|Showcast|agent", Field.SOURCE),
        ("Agent", "Ana Roth|Kit Agency|Ana Roth", Field.REP),
        ("Who taped", "me|me|me|Coach Bea", None),
        ("Room or tape", "room|tape|zoom", Field.FORMAT),
        ("Slot", "Wed 11/11 3:40p|Thu 11/19 9a|due Tue 11/24 5p", Field.DATE),
        ("Slot", "3:40p|9a|5p", Field.TIME),
        ("Week of", "11/2/2026|11/9/2026|11/16/2026", None),
        ("Contract?", "no|apprentice offered|no", Field.RESULT),
        ("Contract", "LORT B|SPT|no", Field.UNION),
        ("Who called me in", "Tall Elm|Marsh Row|Kite", Field.OFFICE),
        ("Auditioned", "TRUE|FALSE|TRUE", Field.RESULT),
        ("Producers", "TRUE|FALSE|TRUE", Field.RESULT),
        ("Passed", "TRUE|FALSE|TRUE", Field.RESULT),
        ("Art", "Vorsprechen|E-Casting|Tape|Vorsprechen", Field.FORMAT),
        ("request_due", "9/3/2026|9/16/2026|10/3/2026", Field.DUE),
        ("Role I want", "Deputy|June|any", Field.ROLE),
        ("What was the role?", "Deputy|June|any", Field.ROLE),
        ("Who I was up for", "Deputy|June|any", Field.ROLE),
        ("Res.", "recall|no|pencil", Field.RESULT),
        ("Whose office was it?", "Tall Elm|Marsh Row|Kite", Field.OFFICE),
        ("Client", "D. Okafor|D. Okafor|D. Okafor|D. Okafor", None),
        ("Client", "Otter Toys|Kite|Otter Toys|Mill", Field.NETWORK_BRAND),
        ("Sang / danced", "ballad|16 bars|tap", Field.PIECES),
    ],
)
def test_days_and_words_below_a_heading_decide_its_meaning(
    heading: str, cells: str, field: Field | None
) -> None:
    rows = [[f"P{n}", cell] for n, cell in enumerate(cells.split("|"))]
    assert fields(["Project", heading], *rows)[1] is field


def test_a_name_of_whatever_is_the_project_if_nothing_else_is() -> None:
    assert fields(["Deal name", "Company"]) == [Field.PROJECT, Field.OFFICE]
    assert fields(["Contact name", "Project"]) == [None, Field.PROJECT]


NAMES = ["Wild Garlic", "Fizz Up", "Old Dogs", "Hex County"]


def test_names_below_an_unknown_heading_are_projects_if_nothing_else_is() -> None:
    rows = [[f"{n}/2/2026", name, "Tess", "no"] for n, name in enumerate(NAMES, 1)]
    heads = ["Date", "Whatsit", "Role", "Result"]
    assert fields(heads, *rows)[1] is Field.PROJECT
    assert fields([*heads[:2], "Project", "Result"], *rows)[1] is None
    behind = [[date, role, result, name] for date, name, role, result in rows]
    assert fields(["Date", "Role", "Result", "Whatsit"], *behind)[3] is None
    same = [[row[0], "Gull", *row[2:]] for row in rows]
    assert fields(heads, *same)[1] is None


@pytest.mark.parametrize(
    "heading",
    ["Off book", "Thank you sent?", "Follow-up sent", "Travel booked", "Book out", "Licence sent",
     "Conflict cleared", "Script read?", "W9 done", "NDA signed", "Availability"],
)  # fmt: skip
def test_a_tick_for_something_else_is_no_step(heading: str) -> None:
    assert topic_of(heading) is None
    rows = [[f"P{n}", tick] for n, tick in enumerate(["TRUE", "FALSE", "TRUE"])]
    assert fields(["Project", heading], *rows)[1] is not Field.RESULT


@pytest.mark.parametrize(
    ("cells", "field"),
    [("Sheriff Doyle / SR|Clerk / co-star", Field.ROLE), ("co-star|lead", Field.SIZE)],
)
def test_role_and_size_in_one_column_are_the_role(cells: str, field: Field) -> None:
    rows = [[f"P{n}", cell] for n, cell in enumerate(cells.split("|"))]
    assert fields(["Project", "Role / size"], *rows)[1] is field


def test_the_house_is_the_project_if_nothing_else_is() -> None:
    assert fields(["Theatre", "Audition date"]) == [Field.PROJECT, Field.DATE]
    assert fields(["Theatre", "Play", "Audition date"])[0] is Field.OFFICE
    assert fields(["Casting", "Audition date"])[0] is Field.OFFICE


def test_what_is_below_a_heading_decides_if_another_column_has_its_field() -> None:
    rows = [["Lear", "TV co-star"], ["Clay", "Regional play"], ["Gum", "National commercial"]]
    assert fields(["Title", "What"], *rows) == [Field.PROJECT, Field.MEDIUM]
    names = [[title, f"part {n}"] for n, (title, _) in enumerate(rows)]
    assert fields(["Title", "What"], *names) == [Field.PROJECT, None]

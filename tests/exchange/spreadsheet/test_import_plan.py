"""Importing again adds nothing twice, and overwrites nothing that the actor changed."""

import uuid

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import TimeOf
from callbacktui.domain.holds_and_bookings import IMPORTED
from callbacktui.domain.stage import Stage
from callbacktui.domain.text import strip_accents
from callbacktui.exchange.spreadsheet import audition_from_rows
from callbacktui.exchange.spreadsheet.audition_from_rows import row_id
from callbacktui.exchange.spreadsheet.fields import Field
from callbacktui.exchange.spreadsheet.import_plan import ImportPlan, plan_import
from callbacktui.exchange.spreadsheet.types import Mending
from tests.exchange.spreadsheet.read_sheet import read_sheet

NOW = pendulum.datetime(2026, 11, 22, 15, 30, tz="America/New_York")
HEAD = "Date,Project,Role,Result,Wore\n"
LEAR = HEAD + "1/27/24,Lear,Fool,,\n"


def imported(
    text: str, kept: tuple[Audition, ...] = (), mending: Mending | None = None
) -> ImportPlan:
    reading = read_sheet(text, NOW, mending=mending)
    return plan_import(reading, {audition.id: audition for audition in kept}, NOW)


def test_first_import_is_recorded_in_the_history() -> None:
    first = imported(LEAR + "\n2/30/24,Hamlet,,,\n")
    assert first.counts == {"new": 1, "same": 0, "changed": 0, "unreadable": 1}
    [event] = first.new[0].events
    assert (event.what, event.outcome) == (IMPORTED, "row 2")


def test_second_import_recognizes_every_row() -> None:
    kept = imported(LEAR).new
    again = imported(HEAD + '"Jan 27, 2024",lear,FOOL,,\n', kept)
    assert (again.new, len(again.changed)) == ((), 1)
    assert imported(LEAR, kept).counts == {"new": 0, "same": 1, "changed": 0, "unreadable": 0}


def test_changed_row_is_offered_as_a_change() -> None:
    kept = imported(LEAR).new
    change = imported(HEAD + "1/27/24,Lear,Fool,cb,blue\n", kept).changed[0]
    assert (change.row, change.edited, change.before) == (2, False, kept[0])
    assert change.after.stage is Stage.CALLBACK
    assert change.after.id == kept[0].id
    assert imported(HEAD + "1/27/24,Lear,Fool,cb,blue\n", (change.after,)).counts["same"] == 1


def test_import_never_overwrites_own_changes_and_lists_them() -> None:
    mine = replace(imported(LEAR).new[0], stage=Stage.HOLD, notes="mine")
    text = "Date,Project,Role,Result,Notes,Director\n1/27/24,Lear,Fool,cb,theirs,Brook\n"
    planned = imported(text, (mine,))
    change = planned.changed[0]
    assert change.edited
    assert (change.after.stage, change.after.notes) == (Stage.HOLD, "mine")
    assert change.after.director == "Brook"
    assert planned.kept == ((2, ("stage", "notes")),)


def test_another_date_order_updates_the_first_import() -> None:
    text = HEAD + "3/4/24,Lear,Fool,,\n5/6/24,Hamlet,Clown,cb,\n"
    kept = imported(text).new
    again = imported(text, kept, Mending(order=DateOrder.DMY))
    assert again.counts == {"new": 0, "same": 0, "changed": 2, "unreadable": 0}
    days = [change.after.rounds[0].when for change in again.changed]
    assert [when and when.isoformat() for when in days] == ["2024-04-03", "2024-06-05"]
    assert [change.after.id for change in again.changed] == [audition.id for audition in kept]
    after = tuple(change.after for change in again.changed)
    assert imported(text, after, Mending(order=DateOrder.DMY)).counts["same"] == 2


def test_another_mapping_updates_the_first_import() -> None:
    text = "Date,Project,Role,Herkunft\n1/27/24,Lear,Fool,Kestrel\n"
    kept = imported(text).new
    again = imported(text, kept, Mending(columns={"Herkunft": Field.OFFICE, "Role": None}))
    [change] = again.changed
    assert (change.after.office, change.after.role, change.after.notes) == (
        "Kestrel", "", "Role: Fool",
    )  # fmt: skip


def test_corrected_word_updates_only_unedited_auditions() -> None:
    text = HEAD + "1/27/24,Lear,Fool,gebongt,\n1/28/24,Hamlet,Clown,gebongt,\n"
    first, second = imported(text).new
    mine = replace(second, stage=Stage.HOLD)
    planned = imported(text, (first, mine), Mending(words={"gebongt": "booked"}))
    assert [(c.row, c.after.stage) for c in planned.changed] == [
        (2, Stage.BOOKED), (3, Stage.HOLD),
    ]  # fmt: skip
    assert planned.kept == ((3, ("stage", "booking")),)


def test_import_mark_of_an_earlier_version_is_recognized() -> None:
    [fresh] = imported(LEAR).new
    mark = fresh.events[0].after.partition(", by")[0] + ", kept as 0123456789ab"
    old = replace(fresh, events=(replace(fresh.events[0], after=mark),), notes="mine")
    assert imported(LEAR, (old,)).counts["same"] == 1
    text = "Date,Project,Role,Notes,Director\n1/27/24,Lear,Fool,theirs,Brook\n"
    [change] = imported(text, (old,)).changed
    assert (change.after.notes, change.after.director) == ("mine", "Brook")


def test_own_edits_are_not_changes_of_the_sheet() -> None:
    mine = replace(imported(LEAR).new[0], notes="mine")
    assert imported(LEAR, (mine,)).counts["same"] == 1


def test_record_not_made_by_an_import_is_left_alone() -> None:
    mine = replace(imported(LEAR).new[0], events=())
    assert imported(HEAD + "1/27/24,Lear,Fool,cb,\n", (mine,)).counts["same"] == 1


def test_curly_apostrophe_is_the_same_audition() -> None:
    kept = imported(HEAD + "1/27/24,Don\u2019t Look,Fool,,\n").new
    again = imported(HEAD + "1/27/24,Don't Look,Fool,,\n", kept)
    assert (again.new, len(again.changed)) == ((), 1)


def test_sheet_imported_by_an_earlier_version_is_recognized() -> None:
    text = HEAD + "1/27/24,Don\u2019t Look,Fool,,\n"
    [first] = imported(text).new
    before = replace(first, id=row_id(first, 1, strip_accents))
    assert before.id != first.id
    assert imported(text, (before,)).counts["same"] == 1
    change = imported(HEAD + "1/27/24,Don\u2019t Look,Fool,cb,\n", (before,)).changed[0]
    assert change.after.id == before.id


@given(st.text())
def test_the_ids_of_rows_are_uuids_of_their_names(name: str) -> None:
    assert audition_from_rows._uuid5(name) == str(uuid.uuid5(audition_from_rows._SHEET, name))


def test_moved_day_keeps_the_earlier_one() -> None:
    sheet = "Project,Role,Audition Date,Callback Date\nLear,Fool,12/4/26,{}\n"
    [kept] = imported(sheet.format("12/8/26")).new
    [change] = imported(sheet.format("12/9/26"), (kept,)).changed
    _, callback = change.after.rounds
    told = [str(when.at.day) for when in callback.told_times]
    assert told == ["2026-12-08", "2026-12-09"]
    [again] = imported(sheet.format("12/10/26"), (change.after,)).changed
    assert not again.kept
    assert [str(w.at.day) for w in again.after.rounds[1].told_times][-1] == "2026-12-10"


def test_day_read_differently_is_not_an_earlier_time() -> None:
    sheet = "Project,Role,Audition Date\nLear,Fool,{}\n".format("3/4/2027")
    [kept] = imported(sheet).new
    [change] = imported(sheet, (kept,), Mending(order=DateOrder.DMY)).changed
    assert change.after.rounds[0].told_times == ()


def test_earlier_day_survives_a_different_reading() -> None:
    sheet = "Project,Role,Audition Date,Callback Date,Result\nLear,Fool,11/4/26,{},zap\n"
    [kept] = imported(sheet.format("12/3/26")).new
    [moved] = imported(sheet.format("12/5/26"), (kept,)).changed
    [earlier] = moved.after.rounds[1].earlier(TimeOf.AT)
    assert str(earlier.at.day) == "2026-12-03"
    for mending in (Mending(words={"zap": "booked"}), Mending(order=DateOrder.DMY)):
        [again] = imported(sheet.format("12/5/26"), (moved.after,), mending).changed
        assert again.changed
        assert again.after.rounds[1].earlier(TimeOf.AT) == (earlier,)


MESAS = (
    "Date,Project,Role,Office,Status\n"
    "3/4/2026,Red Mesa,Ben,Harbor,auditioned\n"
    "5/6/2026,Blue Mesa,Ann,Harbor,callback\n"
)
DAY_FIRST = Mending(order=DateOrder.DMY)


def after_import(plan: ImportPlan, kept: tuple[Audition, ...] = ()) -> tuple[Audition, ...]:
    """Return what is here after an import."""
    here = {audition.id: audition for audition in kept}
    here |= {audition.id: audition for audition in plan.new}
    here |= {change.after.id: change.after for change in plan.changed}
    return tuple(here.values())


@pytest.mark.parametrize(
    "mending",
    [
        DAY_FIRST,
        Mending(columns={"Office": Field.REP}),
        Mending(columns={"Project": Field.ROLE, "Role": Field.PROJECT}),
        Mending(order=DateOrder.DMY, columns={"Office": None}),
    ],
)
def test_changed_cells_are_recognized_after_a_corrected_reading(mending: Mending) -> None:
    kept = after_import(imported(MESAS))
    kept = after_import(imported(MESAS, kept, mending), kept)
    edited = MESAS.replace("auditioned", "passed").replace("callback", "booked")
    plan = imported(edited, kept, mending)
    assert (plan.counts["new"], plan.counts["changed"]) == (0, 2)
    kept = after_import(plan, kept)
    assert {audition.stage for audition in kept} == {Stage.AUDITIONED, Stage.BOOKED}
    assert imported(MESAS, kept, mending).counts["changed"] == 2


def test_swapped_rows_keep_their_auditions_after_a_correction() -> None:
    swapped = (
        "Date,Project,Role,Status\n4/3/2026,Red Mesa,Ben,callback\n3/4/2026,Red Mesa,Ben,booked\n"
    )
    kept = after_import(imported(swapped))
    first, other = kept
    kept = after_import(imported(swapped, kept, DAY_FIRST), kept)
    assert [one.id for one in kept] == [first.id, other.id]
    assert [one.stage for one in kept] == [first.stage, other.stage]
    edited = swapped.replace("booked", "passed")
    (change,) = imported(edited, kept, DAY_FIRST).changed
    assert change.before.id == other.id


def test_new_row_beside_a_corrected_one_gets_its_own_id() -> None:
    one = "Date,Project,Role,Status\n3/4/2026,Red Mesa,Ben,callback\n"
    kept = after_import(imported(one))
    kept = after_import(imported(one, kept, DAY_FIRST), kept)
    both = one.replace("Status\n", "Status\n4/3/2026,Red Mesa,Ben,booked\n")
    plan = imported(both, kept, DAY_FIRST)
    assert plan.counts == {"new": 1, "same": 1, "changed": 0, "unreadable": 0}
    kept = after_import(plan, kept)
    assert len(kept) == 2
    assert imported(both, kept, DAY_FIRST).counts["same"] == 2
    edited = both.replace("booked", "passed").replace("callback", "offer")
    assert imported(edited, kept, DAY_FIRST).counts["changed"] == 2


def test_corrected_reading_is_noted_if_the_field_was_edited() -> None:
    (first, second) = after_import(imported(MESAS))
    mine = replace(first, rounds=(replace(first.rounds[0], place="Studio 2"),))
    plan = imported(MESAS, (mine, second), DAY_FIRST)
    kept = after_import(plan, (mine, second))
    edited = MESAS.replace("Ben,Harbor,auditioned", "Ben,Harbor,passed")
    assert imported(edited, kept, DAY_FIRST).counts["new"] == 0

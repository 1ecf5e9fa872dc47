from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from callbacktui.domain.change import Change
from callbacktui.domain.change_description import FieldChange, field_changes, format_stamp
from callbacktui.domain.enums import FollowUpKind, RoundKind, TimeOf
from callbacktui.domain.holds_and_bookings import FollowUp, Hold
from callbacktui.domain.round import Tape
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.stage_effects import with_round
from callbacktui.domain.time_changes import with_new_time
from tests.domain.strategies import careers
from tests.factories import NOW, TODAY, asked, audition, moment, reflection

WAS = audition(rounds=(asked(id="r1"),))


def told(**fields: Any) -> list[FieldChange]:
    return list(field_changes(Change(before=WAS, after=replace(WAS, **fields)), NOW))


@pytest.mark.parametrize(
    ("fields", "field", "before", "after"),
    [
        ({"office": "Gantry"}, "office", "Telsey Office", "Gantry"),
        ({"office": ""}, "office", "Telsey Office", ""),
        ({"stage": Stage.SUBMITTED}, "stage", "considering", "submitted"),
        ({"disposition": Disposition.RELEASED}, "disposition", "still open",
         "released from a hold"),
        ({"nda": True}, "nda", "no", "yes"),
        ({"tags": ("tv", "nyc")}, "tags", "", "tv, nyc"),
        ({"decision_by": TODAY}, "decision_by", "", "Sat 21 Nov"),
        ({"follow_ups": (FollowUp(kind=FollowUpKind.THANK_YOU, due=TODAY),)}, "follow_ups", "",
         "thank you, Sat 21 Nov"),
    ],
)  # fmt: skip
def test_fields_are_described_in_trade_words(
    fields: Any, field: str, before: str, after: str
) -> None:
    assert told(**fields) == [FieldChange("", field, before, after)]


def test_changes_within_a_round_name_the_round() -> None:
    read = asked(id="r1", at=moment(4, 18, "Europe/London"), tape=Tape(link="x.io"))
    new = asked(id="r2", kind=RoundKind.CALLBACK, wore="grey", reflection=reflection(clarity=4))
    said = told(rounds=(read, new), holds=(Hold(id="h1", word_used="pinned"),))
    assert said[:5] == [
        FieldChange("audition", "at", "", "Wed 25 Nov, 18:00 (Europe/London)"),
        FieldChange("audition", "tape.link", "", "x.io"),
        FieldChange("callback", "", "", "added"),
        FieldChange("callback", "kind", "", "callback"),
        FieldChange("callback", "wore", "", "grey"),
    ]
    assert FieldChange("callback", "reflection.clarity", "", "4") in said
    assert FieldChange("pinned", "", "", "added") in said
    assert told(rounds=()) == [FieldChange("audition", "", "", "taken away")]


def test_addition_lists_all_fields_and_removal_none() -> None:
    added = field_changes(Change(before=None, after=WAS), NOW)
    assert FieldChange("", "role", "", "Ophelia") in added
    assert all(not one.before for one in added)
    assert field_changes(Change(before=WAS, after=None), NOW) == ()


@given(careers())
def test_every_change_can_be_described(life: Any) -> None:
    for (before, _), (after, now) in pairwise(life):
        assert all(
            one.before != one.after
            for one in field_changes(Change(before=before, after=after), now)
        )


@pytest.mark.parametrize(
    ("stamp", "words"),
    [
        ("2026-11-21T19:30:00.000+00:00", "Sat 21 Nov, 14:30"),
        ("2025-11-22T02:00:00+02:00", "Fri 21 Nov 2025, 19:00"),
        ("2026-11-21T09:30:00", "Sat 21 Nov, 09:30"),
        ("[/", "[/"),
    ],
)
def test_time_of_a_change_is_in_the_actors_zone(stamp: str, words: str) -> None:
    assert format_stamp(stamp, NOW) == words


def test_changed_time_is_described_once_with_its_source() -> None:
    before = audition(rounds=(asked(due_at=moment(1, 12)),))
    read = with_new_time(
        before.rounds[0], TimeOf.DUE_AT, moment(3, 18), told_by="Hollis", said="end of Tuesday"
    )
    told = field_changes(Change(before=before, after=with_round(before, read)), NOW)
    assert [(one.field, one.before, one.after) for one in told] == [
        ("due_at", "Sun 22 Nov, 12:00", "Tue 24 Nov, 18:00"),
        ("told_times", "", "deadline Tue 24 Nov, 18:00, said by Hollis, “end of Tuesday”"),
    ]

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change, fields_changed_since, revert
from callbacktui.domain.enums import Cleared, FollowUpKind
from callbacktui.domain.holds_and_bookings import FollowUp, Hold
from callbacktui.domain.money import Money
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.transitions import advance
from tests.domain.strategies import Career, auditions, careers
from tests.factories import (
    NOW,
    TODAY,
    as_audition,
    asked,
    audition,
    done,
    later,
    read_on,
    reflection,
    span,
)

WAS = audition(notes="in blue", tags=("drama", "nyc"), rounds=(asked(id="r1"),))


def change(**fields: Any) -> Change:
    return Change(before=WAS, after=replace(WAS, **fields))


def back(one: Change, **since: Any) -> Audition:
    return as_audition(revert(one, replace(as_audition(one.after), **since)))


@given(careers())
def test_reverting_the_last_change_is_its_inverse(life: Career) -> None:
    for (before, _), (after, _) in pairwise(life):
        last = Change(before=before, after=after)
        assert revert(last, after) == before
        assert revert(last.inverse, before) == after
        assert fields_changed_since(last, after) == ()


@given(careers())
def test_reverting_an_earlier_change_leaves_other_fields(life: Career) -> None:
    now = life[-1][0]
    for (before, _), (after, _) in pairwise(life):
        earlier = Change(before=before, after=after)
        found = revert(earlier, now)
        assert found
        stands = fields_changed_since(earlier, now)
        for name in Audition.__struct_fields__:
            was, made, is_now = (getattr(a, name) for a in (before, after, now))
            if was == made:
                assert getattr(found, name) == is_now
            elif not isinstance(is_now, tuple):
                assert getattr(found, name) == (is_now if name in stands else was)


@given(auditions, careers())
def test_reverting_twice_restores_the_change(start: Audition, life: Career) -> None:
    made = replace(start, place="Studio B", shoot_dates=span("in March"))
    since = replace(made, notes="call them", rate=Money(said="scale"))
    one = Change(before=start, after=made)
    without = revert(one, since)
    assert revert(one.inverse, without) == since


def test_reverting_removes_additions_and_restores_removals() -> None:
    assert revert(Change(before=None, after=WAS), read_on()) is None
    assert revert(Change(before=WAS, after=None), None) == WAS
    assert revert(Change(before=WAS, after=None), read_on()) == read_on()
    assert revert(change(notes=""), None) is None


def test_field_changed_since_is_kept_and_listed() -> None:
    one = change(notes="in red", place="Studio B")
    found = back(one, notes="in green")
    assert (found.notes, found.place) == ("in green", "")
    assert fields_changed_since(one, replace(WAS, notes="in green", place="Studio B")) == ("notes",)


def test_reverting_an_added_round_keeps_later_rounds() -> None:
    one = change(rounds=(*WAS.rounds, asked(id="r2")))
    assert back(one, rounds=(*WAS.rounds, asked(id="r2"), asked(id="r3"))).rounds == (
        asked(id="r1"),
        asked(id="r3"),
    )


def test_reverting_one_of_two_edits_keeps_the_other() -> None:
    one = change(rounds=(asked(id="r1", wore="blue", place="Studio B"),))
    later = (asked(id="r1", wore="red", place="Studio B", slate="twice"), asked(id="r2"))
    assert back(one, rounds=later).rounds == (asked(id="r1", wore="red", slate="twice"), later[1])
    assert fields_changed_since(one, replace(WAS, rounds=later)) == ("rounds",)


def test_round_edited_since_is_not_removed() -> None:
    one = change(rounds=(*WAS.rounds, asked(id="r2")))
    later = (*WAS.rounds, asked(id="r2", wore="red"))
    assert back(one, rounds=later).rounds == later


def test_restored_round_returns_to_its_position() -> None:
    first, second, third = asked(id="r1"), asked(id="r2"), asked(id="r3")
    before = replace(WAS, rounds=(first, second, third))
    one = Change(before=before, after=replace(before, rounds=(first, third)))
    assert back(one, rounds=(first, third, asked(id="r4"))).rounds == (
        first, second, third, asked(id="r4"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("made", "now", "found"),
    [
        (("drama", "nyc", "sag"), ("drama", "nyc", "sag", "warm"), ("drama", "nyc", "warm")),
        (("drama",), ("drama", "warm"), ("drama", "nyc", "warm")),
        (("drama",), ("nyc", "drama", "warm"), ("nyc", "drama", "warm")),
        (("drama", "nyc", "sag"), ("nyc",), ("nyc",)),
    ],
)
def test_reverting_changes_only_its_own_tags(made: Any, now: Any, found: Any) -> None:
    assert back(change(tags=made), tags=now).tags == found


def test_follow_up_edited_again_is_not_duplicated() -> None:
    due = FollowUp(kind=FollowUpKind.THANK_YOU, due=TODAY)
    before = replace(WAS, follow_ups=(due,))
    sent = replace(due, sent_on=TODAY)
    one = Change(before=before, after=replace(before, follow_ups=(sent,)))
    assert back(one, follow_ups=(replace(sent, via="card"),)).follow_ups == (
        replace(sent, via="card"),
    )


def test_rounds_that_share_an_id_are_all_kept() -> None:
    one = change(rounds=(*WAS.rounds, asked(id="r2")))
    twins = (asked(id="r1", wore="red"), asked(id="r1", wore="blue"), asked(id="r2"))
    assert back(one, rounds=twins).rounds == twins[:2]


def test_audition_keeps_a_stage_reached_twice() -> None:
    was = read_on(1)
    mine = advance(was, Stage.CALLBACK, NOW)
    theirs = advance(was, Stage.CALLBACK, later(0).add(seconds=3))
    both = replace(
        mine,
        rounds=(*mine.rounds, theirs.rounds[-1]),
        events=(*mine.events, theirs.events[-1]),
    )
    found = revert(Change(before=was, after=mine), both)
    assert found == theirs
    assert fields_changed_since(Change(before=was, after=mine), both) == ("stage", "heard_on")


def test_ending_is_reverted_as_a_whole() -> None:
    one = change(disposition=Disposition.RELEASED, closed_on=TODAY)
    since = {"disposition": Disposition.WITHDRAWN, "closed_on": TODAY}
    assert back(one, **since).closed_on == TODAY
    assert fields_changed_since(one, replace(WAS, **since)) == ("disposition", "closed_on")


def test_look_back_locked_since_is_not_changed() -> None:
    noted = reflection(clarity=2, felt_off="rushed")
    before = replace(WAS, rounds=(done(id="r1", reflection=reflection(clarity=4)),))
    one = Change(before=before, after=replace(before, rounds=(done(id="r1", reflection=noted),)))
    locked = done(id="r1", reflection=replace(noted, locked_before_result=True))
    assert back(one, rounds=(locked,)).rounds == (locked,)


def test_reverting_an_ending_restores_its_hold() -> None:
    hold = Hold(id="h1")
    before = replace(WAS, stage=Stage.HOLD, holds=(hold,))
    gone = replace(hold, cleared=Cleared.RELEASED)
    one = Change(
        before=before,
        after=replace(before, holds=(gone,), disposition=Disposition.RELEASED, closed_on=TODAY),
    )
    found = back(one, holds=(replace(gone, dates=span("March")),), notes="kind words")
    assert found.holds == (replace(hold, dates=span("March")),)
    assert (found.disposition, found.closed_on) == (Disposition.OPEN, None)
    assert found.notes == "kind words"
